"""This file puts names for pronouns, pronouns for names, and one pronoun for another, verbs agreeing."""

from __future__ import annotations

import re

from coachdesk.assistant.edits import Edit, Plan, SetText
from coachdesk.assistant.people import gender, main_person, people
from coachdesk.assistant.request import Request, unquoted
from coachdesk.assistant.statements import sentence_spans
from coachdesk.assistant.targets import find_section, find_sections

_FORMS_OF = {  # subject, object, before a noun, alone, reflexive
    "she": ("she", "her", "her", "hers", "herself"),
    "he": ("he", "him", "his", "his", "himself"),
    "they": ("they", "them", "their", "theirs", "themselves"),
    "you": ("you", "you", "your", "yours", "yourself"),
    "i": ("I", "me", "my", "mine", "myself"),
    "we": ("we", "us", "our", "ours", "ourselves"),
}
_FAMILY = {form.lower(): family for family, forms in reversed(_FORMS_OF.items()) for form in forms}
_PERSON = {
    "first person": "i",
    "third person": "",
    "second person": "you",
    "gender-neutral": "they",
    "gender neutral": "they",
    "neutral": "they",
}
_WORD = r"(?:she|her|hers|herself|he|him|his|himself|they|them|their|theirs|you|your|i|me|my|we|us|our)"
_PRONOUNS = (
    rf"(?i:[\"'“‘]?{_WORD}(?:\s*(?:/|,|and|or)\s*[\"'“‘]?{_WORD}[\"'”’]?)*[\"'”’]?|(?:the |any |all |"
    "every )?(?:(?:female|male|personal) )?pronouns?|a pronoun)"
)
_NAME = (
    "(?:(?:her|his|their|the|the client's|the coachee's|the person's|the first|the real) (?:own |"
    "first |real |actual |full )?name|names?|the (?:client|coachee)(?:'s name)?|"
    r"[\"'“‘]?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?[\"'”’]?)"
)
_SCOPE = r"(?:\s*,?\s+(?:in|for|of|throughout|within|under)\s+(?P<scope>.+?))?"
_TO_NAME = (
    re.compile(
        "^(?:[Uu]se|[Ww]rite|[Pp]ut|[Ss]ay|[Tt]ake|[Ii]nsert|"
        rf"[Pp]refer)\s+(?P<name>{_NAME})\s*(?:instead of|rather than|in place of|for|"
        rf"not)\s+(?P<old>{_PRONOUNS}){_SCOPE}$"
    ),
    re.compile(
        r"^(?:[Rr]eplace|[Cc]hange|[Ss]ubstitute|[Ss]wap|[Tt]urn|[Ee]xchange)\s+(?:the (?:word|"
        rf"pronoun)s? |every |each |all |any |the )*(?P<old>{_PRONOUNS})\s*(?:with|by|to|into|"
        rf"for)\s+(?P<name>{_NAME}){_SCOPE}$"
    ),
    re.compile(
        "(?:[Ww]rite about|[Rr]efer to|[Nn]ame|[Mm]ention|[Cc]all|[Aa]ddress|[Ss]peak of|"
        r"[Tt]alk about)\s+(?P<name>(?i:her|him|them|the client|the coachee)|"
        rf"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)\s+by (?:(?:her|his|their|the|first|full) )*name{_SCOPE}$"
    ),
    re.compile(
        r"^(?:[Uu]se|[Ww]rite|[Pp]ut|[Ii]nsert|[Mm]ention)\s+(?P<name>(?:her|his|their|the client's|"
        rf"the coachee's) (?:own |first |real )?name|[A-Z][\w'’-]+'s name){_SCOPE}$"
    ),
    re.compile(
        r"^(?P<name>(?i:her|his|their|the client's) name)\s+(?:should|must) (?:be in|appear in|be used in|"
        r"stand in)\s+(?P<scope>.+)$"
    ),
    re.compile(rf"^(?:[Uu]se|[Ss]tart|[Bb]egin)\s+(?P<scope>(?:every|each|all)\s+.+?)\s+with\s+(?P<name>{_NAME})$"),
)
_TO_PRONOUN = (
    re.compile(
        rf"(?i)^(?:use|write|put|say|have|take|prefer)\s+(?P<new>[\"'“‘]?{_WORD}[\"'”’]?(?:/\w+)*)"
        r"(?:\s+pronouns)?\s+(?:instead of|rather than|in place of|for|"
        rf"not)\s+(?P<old>{_PRONOUNS}|{_NAME}){_SCOPE}$"
    ),
    re.compile(
        r"(?i)^(?:replace|change|substitute|swap|turn)\s+(?:the (?:word|pronoun)s? |every |each |all |"
        rf"any |the )*(?P<old>{_PRONOUNS})\s*(?:with|by|to|into|"
        rf"for)\s+(?P<new>[\"'“‘]?{_WORD}[\"'”’]?(?:/\w+)*)(?: pronouns)?{_SCOPE}$"
    ),
    re.compile(
        r"^(?P<old>[A-Z][\w'’-]+|(?i:the client|my client|she|he|they))\s+(?:uses|goes by|prefers|use|"
        rf"go by|prefer|should be|is)\s+[\"'“‘]?(?P<new>{_WORD})[\"'”’]?(?:/\w+)*(?: pronouns)?{_SCOPE}$"
    ),
    re.compile(
        "(?i)^(?:use|write (?:it |this |everything )?(?:with|in|using)|switch to|put (?:it |"
        rf"this )?in(?:to)?|rewrite (?:it |this )?in|make it)\s+(?:the )?(?P<new>[\"'“‘]?{_WORD}"
        r"(?:/\w+)+[\"'”’]?|first person|second person|gender[- ]neutral|neutral)(?: (?:pronouns?|form|"
        f"language|person|wording|singular))*{_SCOPE}(?P<old>)$"
    ),
    re.compile(
        r"(?i)^(?:address|speak to|talk to|write to)\s+(?P<old>her|him|them|the client|the coachee|"
        rf"[A-Z][\w'’-]+)\s+(?:directly\s+)?(?:as|with)\s+(?P<new>[\"'“‘]?you[\"'”’]?){_SCOPE}$"
    ),
)
_IRREGULAR = {
    "is": "are",
    "has": "have",
    "was": "were",
    "does": "do",
    "isn't": "aren't",
    "hasn't": "haven't",
    "wasn't": "weren't",
    "doesn't": "don't",
    "goes": "go",
}
_NOT_VERB = frozenset("always perhaps sometimes this thus as its his hers us yes less unless across".split())


def change_pronouns(request: Request) -> Plan | None:
    """Put the name or the pronoun that the clause wants where others stand; None where it is about something else."""
    clause = request.clause.strip().rstrip(".!")
    clause = re.sub(r"(?i),? (?:instead of|rather than|and not) (?:saying|writing|using|putting) .*$", "", clause)
    clause = re.sub(r"(?i)^.{0,60}\bis wrong\s*[:,;-]\s*", "", clause)
    for form in _TO_NAME:
        found = form.search(clause) if form is _TO_NAME[2] else form.match(clause)
        if found:
            plan = _named(request, found.group("name"), found.groupdict().get("old") or "", found.group("scope") or "")
            if plan is not None:
                return plan
    for form in _TO_PRONOUN:
        found = form.match(clause)
        if found:
            plan = _pronoun(request, found["old"] or "", found["new"], found["scope"] or "")
            if plan is not None:
                return plan
    return None


def _scope(request: Request, phrase: str) -> list[int] | None:
    """Return the sections meant; None where the phrase names none that is there."""
    document = request.document
    bare = re.sub(
        r"(?i)^(?:every|each|all(?: of)?|any)(?: single)?(?: one of)?\s+(?:the |of the )?", "", phrase.strip()
    )
    bare = re.sub(r"(?i)^(?:(?:bullet|point|item|sentence|line|statement)s? (?:in|of|under) )?(?:the )?", "", bare)
    if not bare or re.fullmatch(
        "(?i)(?:the )?(?:whole |entire )?(?:summary|text|document|bullets?|points?|sentences?|it|"
        "statements?|places?|everything|sections?|lines?|items?)",
        bare,
    ):
        if re.fullmatch(r"(?i)bullets?|points?|items?", bare):
            return [index for index, section in enumerate(document.sections) if section.items]
        return list(range(len(document.sections)))
    found = find_sections(request, bare)
    return [number for index in found for number in document.subtree(index)] or None


def _named(request: Request, said: str, old: str, scope: str) -> Plan | None:
    document = request.document
    said = unquoted(said)
    own = re.sub(r"(?i)['’]s name$", "", said)
    person = own if own[:1].isupper() and own in document.text else main_person(document)
    if person is None or (own[:1].isupper() and own not in document.text and not old):
        return None
    person = own if own[:1].isupper() and not re.match(r"(?i)(?:the|her|his|their|names?)\b", own) else person
    if re.fullmatch(r"(?i)the (?:client|coachee)", own):
        person = own.lower()
    families = {_FAMILY[word] for word in re.findall(r"[a-z]+", old.lower()) if word in _FAMILY}
    family = next(iter(families), "") or gender(document)
    sections = _scope(request, scope)
    if sections is None:
        return None
    edits: list[Edit] = []
    for place in document.places(sections):
        text = document.block(place).text
        new = _with_name(text, person, family, every=bool(old))
        if new != text:
            edits.append(SetText(*place, new))
    if not edits:
        return Plan(f"{person} is named there already, so I left it as it was.")
    forms = _FORMS_OF[family]
    return Plan(
        f"I wrote {person} for “{forms[0]}” in {len(edits)} place{'s' if len(edits) > 1 else ''}.",
        tuple(edits),
        made=(person, f"{person}'s"),
    )


def _with_name(text: str, person: str, family: str, every: bool) -> str:
    """Put the name for the pronoun: each subject where asked, else the first pronoun where no name stands."""
    subject, object_, before_noun, alone, _ = _FORMS_OF[family]
    named = bool(re.search(rf"\b{re.escape(person)}\b", text))
    if named and not every:
        return text
    pattern = re.compile(
        rf"\b(?:{subject}|{object_}|{before_noun}|{alone})(?:['’](?P<short>s|ll|d|re|ve))?\b", re.IGNORECASE
    )
    done = False

    def put(match: re.Match[str]) -> str:
        nonlocal done
        word = match.group().lower().split("'")[0].split("’")[0]
        is_subject = word == subject.lower()
        if done and not (every and is_subject):
            return match.group()
        if named and not is_subject:
            return match.group()
        done = True
        follows = re.match(r"\s+[a-zà-ÿ]+", text[match.end() :])
        noun = bool(follows) and not re.match(
            r"\s+(?:to|and|or|but|for|in|on|at|with|by|from|about|that|when|if|because|a|an|the|is|was|as|out|"
            r"up|off|down|into|than|not|more|too|again)\b",
            text[match.end() :],
        )
        whole = (
            person[:1].upper() + person[1:]
            if match.start() == 0 or text[: match.start()].rstrip().endswith((".", "!", "?"))
            else person
        )
        if is_subject:
            return whole + (match.group()[len(word) :] if match["short"] else "")
        if word == before_noun and (noun or word != object_):
            return f"{whole}'s"
        return f"{whole}'s" if word == alone and word != object_ else whole

    return pattern.sub(put, text)


def _pronoun(request: Request, old: str, new: str, scope: str) -> Plan | None:
    document = request.document
    new = unquoted(new).lower().split("/")[0].strip("\"'“”‘’")
    family = _PERSON.get(new) or _FAMILY.get(new)
    old_bare = unquoted(old)
    words = [word for word in re.findall(r"[a-z]+", old_bare.lower()) if word in _FAMILY]
    known = people(document.text)
    name = old_bare if old_bare in known or any(old_bare in other.split() for other in known) else ""
    if family is None or (
        old
        and not words
        and not name
        and not re.fullmatch(r"(?i)(?:the|my) client|the coachee|(?:her|his|the) name|.*pronouns?", old_bare)
    ):
        return None
    sections = _scope(request, scope)
    if sections is None:
        return None
    source = _FAMILY[words[0]] if words and not re.match(r"(?i)(?:her|his) name", old_bare) else gender(document)
    person = name or main_person(document) or ""
    direct = family in ("you", "i") or (
        bool(name) and not re.search(r"(?i)\b(?:uses|goes by|prefers|is)\b", request.clause)
    )
    if source == family and not direct:
        source = "they" if family != "they" else "she"
    edits: list[Edit] = []
    focus = find_section(document, "next session")
    for place in document.places(sections):
        text = document.block(place).text
        new_text = exchanged(text, source, family)
        if direct and person and place[0] != focus:
            new_text = unnamed(new_text, person, family)
        if new_text != text:
            edits.append(SetText(*place, new_text))
    if not edits:
        return None
    gone = (person,) if direct else ()
    return Plan(
        f"I wrote “{_FORMS_OF[family][0]}” for “{person if direct and person else _FORMS_OF[source][0]}” "
        f"in {len(edits)} place{'s' if len(edits) > 1 else ''}.",
        tuple(edits),
        asked=gone,
    )


def exchanged(text: str, source: str, target: str) -> str:
    """Return `text` with the pronouns of one family put for those of another."""
    mine, theirs = _FORMS_OF[source], _FORMS_OF[target]
    plural_source, plural_target = source in ("they", "you", "i", "we"), target in ("they", "you", "i", "we")
    result = ""
    at = 0
    for match in re.finditer(rf"\b(?:{'|'.join(sorted(set(mine), key=len, reverse=True))})\b", text, re.IGNORECASE):
        word = match.group().lower()
        after = text[match.end() :]
        if word == mine[0].lower():
            put = theirs[0]
        elif word == mine[4]:
            put = theirs[4]
        elif word in (mine[1].lower(), mine[2].lower()):
            noun = re.match(r"\s+[a-zà-ÿA-Z]+", after) and not re.match(
                r"\s+(?:to|and|or|but|for|in|on|at|with|by|from|about|that|when|if|because|a|an|the|is|was|as|out|"
                r"up|off|down|into|than|not|more|too|again)\b",
                after,
            )
            put = theirs[2] if (mine[1] != mine[2] and word == mine[2]) or (mine[1] == mine[2] and noun) else theirs[1]
        else:
            put = theirs[3]
        put = (
            put[:1].upper() + put[1:]
            if match.group()[:1].isupper() and (match.group() != "I" or match.start() == 0)
            else put
        )
        result += text[at : match.start()] + put
        at = match.end()
        if word == mine[0].lower() and plural_source != plural_target:
            verb = re.match(
                r"(\s+(?:\w+ly\s+|also\s+|never\s+|always\s+|often\s+|still\s+|only\s+)?)([a-z']+)|(['’]s)\b", after
            )
            if verb and verb[3]:
                result += "'re" if target != "i" else "'m"
                at += len(verb[0])
            elif verb:
                result += verb[1] + (_plural_verb(verb[2], target) if plural_target else _singular_verb(verb[2]))
                at += len(verb[0])
    return result + text[at:]


def _plural_verb(verb: str, target: str) -> str:
    if target == "i" and verb in ("is", "was"):
        return "am" if verb == "is" else "was"
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb in _NOT_VERB or not verb.endswith("s") or verb.endswith("ss"):
        return verb
    if verb.endswith("ies") and len(verb) > 4:
        return verb[:-3] + "y"
    return verb[:-2] if re.search(r"(?:ch|sh|ss|x|o)es$", verb) else verb[:-1]


def _singular_verb(verb: str) -> str:
    back = {plural: single for single, plural in _IRREGULAR.items()}
    if verb in back:
        return back[verb]
    if verb.endswith(("ed", "s")) or verb in {
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "must",
        "should",
        "had",
        "did",
        "felt",
        "went",
        "said",
        "made",
        "got",
        "took",
        "am",
        "not",
        "both",
        "all",
    }:
        return verb
    return (
        verb[:-1] + "ies"
        if re.search(r"[^aeiou]y$", verb)
        else verb + ("es" if verb.endswith(("ch", "sh", "x", "o")) else "s")
    )


def unnamed(text: str, person: str, target: str) -> str:
    """Return `text` with the pronoun where the name stands: "Maria wants" is "you want"."""
    subject, object_, before_noun, _, _ = _FORMS_OF[target]

    def put(match: re.Match[str]) -> str:
        start = any(match.start() == begin for begin, _ in sentence_spans(text))
        if match["own"]:
            word = before_noun
        else:
            word = (
                subject
                if re.match(
                    r"\s+(?:(?:\w+ly|also|still|never|often|always)\s+)?(?:is|has|was|will|would|can|could|did|does|"
                    r"had|[a-z]+(?:s|ed)|felt|went|said|made|got|took)\b",
                    match.string[match.end() :],
                )
                else object_
            )
        return (word[:1].upper() + word[1:] if start else word) + (match["own"] and "")

    marked = re.sub(rf"\b{re.escape(person)}\b(?P<own>['’]s\b|)", put, text)
    if target in ("they", "you", "i", "we"):
        marked = (
            re.sub(
                rf"\b({subject})(\s+(?:\w+ly\s+|also\s+)?)([a-z']+)",
                lambda m: m[1] + m[2] + _plural_verb(m[3], target),
                marked,
                flags=re.IGNORECASE,
            )
            if marked != text
            else marked
        )
    return marked
