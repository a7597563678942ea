"""This file replaces names and terms everywhere: whole words, with their possessives, plurals and capitals."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re
from collections.abc import Callable

from coachdesk.assistant.asides import instead
from coachdesk.assistant.document import Document
from coachdesk.assistant.edits import Edit, Plan, SetHeading, SetText
from coachdesk.assistant.facts import names, values
from coachdesk.assistant.lexicon import PRONOUNS
from coachdesk.assistant.people import TITLES, distinct_names, name_of_role
from coachdesk.assistant.request import Request, unquoted
from coachdesk.assistant.targets import find_section, find_sections

_EVERY = re.compile(
    r"(?i)\s*,?\s*\b(?:everywhere|throughout(?: the (?:summary|text|document))?|in (?:all|"
    "every) (?:places?|sections?|mentions?)|wherever (?:it|she|he|the name) (?:appears|is mentioned|"
    "occurs)|all over|each time|every time|in every place|consistently|across the (?:summary|"
    r"board))\b"
)
_Q = r"[\"'“‘„]?"
_ARROW = r"\s*(?:->|=>|→|-->)\s*"
_FORMS = (
    re.compile(
        r"(?i)^(?:please )?(?:rename|retitle)\s+(?P<old>.+?)\s*(?:\bto\b|\binto\b|\bas\b|->|=>|" r"→)\s*(?P<new>.+)$"
    ),
    re.compile(
        r"(?i)^(?:use|write|put|say)\s+(?P<new>.+?)\s+(?:where|wherever|whenever|everywhere)(?: it says| you (?:see|find|read)| there is| it reads| we have)?\s+"
        r"(?P<old>(?!.*\bname\b).+?)(?: stands| appears| occurs| is written| is mentioned| is used)?$"
    ),
    re.compile(r"(?i)^substitute\s+(?P<new>.+?)\s+for\s+(?P<old>.+)$"),
    re.compile(
        r"^(?i:use|write|put)\s+(?P<new>[\"'“‘].+?[\"'”’]|[A-Z][\w.]*)\s+for\s+"
        r"(?P<old>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*)$"
    ),
    re.compile(
        "(?i)^(?:replace|substitute|exchange|swap(?: out)?|switch(?: out)?|"
        r"trade)\s+(?P<old>.+?)\s+(?:with|by|for|through|to|into)\s+(?P<new>.+)$"
    ),
    re.compile(
        r"(?i)^(?:change|correct|alter|turn|fix|update|amend|convert|modify)\s+(?P<old>.+?)\s+(?:to|into|"
        r"->)\s+(?P<new>.+)$"
    ),
    re.compile(
        r"(?i)^(?:use|write|say|put|have|take|prefer)\s+(?P<new>.+?)\s+(?:instead of|rather than|"
        r"in place of|not)\s+(?P<old>.+)$"
    ),
    re.compile(
        r"(?i)^(?:instead of|rather than)\s+(?P<old>.+?),?\s+(?:use|write|say|put|it should (?:say|be|"
        r"read))\s+(?P<new>.+)$"
    ),
    re.compile(
        r"(?i)^(?:everywhere|wherever|where|anywhere|whenever)\s+(?:it says|you (?:see|wrote|write|say|"
        r"have|find|read)|i (?:wrote|see)|there is|it reads)\s+(?P<old>.+?),?\s+(?:write|put|use|say|"
        "it should (?:be|say|read)|change (?:it|that) to|replace (?:it|that) (?:with|by)|make (?:it|"
        r"that)|should be|please (?:write|put|use))\s+(?P<new>.+)$"
    ),
    re.compile(
        r"(?i)^(?P<old>.+?)\s+(?:should|must|needs? to|has to|ought to)\s+(?:actually |really |"
        "rather )?(?:be (?:called|named|renamed(?: to)?|spelled|spelt|written(?: as)?|changed to|"
        r"replaced (?:by|with)|referred to as)|read|become|say)\s+(?P<new>.+)$"
    ),
    re.compile(
        r"(?i)^(?P<old>.+?)\s+(?:is|was)\s+(?:actually |really |in fact |correctly )?(?:spelled|spelt|"
        r"written|called|named)\s+(?P<new>.+)$"
    ),
    re.compile(r"(?i)^(?:refer to|call)\s+(?P<old>.+?)\s+as\s+(?P<new>.+)$"),
    re.compile(r"(?i)^call\s+(?P<old>the [\w ]+?|[A-Z][\w'-]+|[\"'].+?[\"'])\s+(?P<new>[\"'].+[\"']|[A-Z][\w-]+)$"),
    re.compile(rf"^(?P<old>[^:]+?){_ARROW}(?P<new>.+)$"),
    re.compile(r"^s/(?P<old>[^/]+)/(?P<new>[^/]*)/?g?i?$"),
)
_LABELS = re.compile(
    r"(?i)^(?:(?:all|every|each|any|the|both)\s+)*(?:(?:mentions?|instances?|occurrences?|uses?|"
    r"appearances?|references?)\s+(?:of|to)\s+|(?:name|word|term|expression|phrase|spelling|wording|"
    r"company|person|client|coachee|city|surname|first name)s?\s+(?:of\s+)?(?=[\"'“‘A-Z]))+"
)


# What says how a name is written is not the name.
_NO_NAME = re.compile(r"(?:with|without|in|on|not|to|for|as|and|or|but|so|if|no|by|at|from|of|like)\b")


# What is quoted is one piece: the "to" in "Change "still to come" to "over"" parts nothing.
_QUOTED = re.compile(r"\"[^\"\n]+\"|“[^”\n]+”|«[^»\n]+»")
_GLUE = "\ue000"


def replace_term(request: Request) -> Plan | None:
    """Rename or replace a name, word or heading that stands in the summary; None if the request has another form."""
    whole = _QUOTED.sub(lambda quoted: quoted.group().replace(" ", _GLUE), request.clause)
    clause, sections = _scoped(request, _EVERY.sub("", whole).strip())
    for form in _FORMS:
        found = form.match(clause.strip().rstrip("."))
        if found is None:
            continue
        raw_old, raw_new = (found[side].replace(_GLUE, " ") for side in ("old", "new"))
        old, new = unquoted(raw_old), unquoted(instead(raw_new))
        if not new or (old[:1].isupper() and _NO_NAME.match(new)):
            continue
        if re.fullmatch(r"(?i)(?:it|him|her|them|that)", old) and found.re is not _FORMS[10]:
            return None
        plan = _replacing(request, raw_old, old, new, sections)
        if plan is not None:
            return plan
    return None


def _scoped(request: Request, clause: str) -> tuple[str, list[int] | None]:
    found = re.search(
        r"(?i)\s+(?:only |just )?(?:in|within|under)\s+(?:the |my )?([\w '-]{3,40}?)(?:\s+(?:section|only|"
        r"part))*[.\s]*$",
        clause,
    )
    if found:
        sections = find_sections(request, found[1])
        if sections and not re.search(r"(?i)\b(?:heading|section)\b", clause[: found.start()]):
            return clause[: found.start()], [number for index in sections for number in request.document.subtree(index)]
    return clause, None


def _replacing(request: Request, raw_old: str, old: str, new: str, sections: list[int] | None) -> Plan | None:
    document = request.document
    heading_meant = bool(re.search(r"(?i)\b(?:section|heading|headline|header|title)\b", raw_old))
    section = find_section(document, raw_old) if heading_meant else _heading_named(document, old)
    if section is not None and not (values(new) and not heading_meant):
        return rename_heading(document, section, new)
    old = _LABELS.sub("", old).strip()
    old = unquoted(old)
    new = unquoted(re.sub(r"(?i)^(?:the (?:name|word|term|phrase) |just )(?=[\"'A-Z“])", "", new))
    role = re.fullmatch(
        "(?i)(?:the )?names? of (.+)|(.+?)'s? names?|(?:the )?(client|company|coachee|customer|employer|"
        "firm|manager|boss) names?",
        old,
    )
    if role:
        who = next(part for part in role.groups() if part)
        named = (
            name_of_role(document, who)
            if who[:1].islower() or who.lower().startswith(("the ", "her ", "his ", "my ", "their "))
            else None
        )
        if named is not None:
            return substitute_name(document, named.name, new, sections)
        old = who if who[0].isupper() else old
    if old.lower() in PRONOUNS or not old or not new:
        return None
    spelled = literal(document, old)
    if spelled is None:
        return None
    bearer = name_of_role(document, old) if re.match(r"(?i)(?:the|her|his|their) [a-z]", old) else None
    if bearer is not None and re.fullmatch(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?", new):
        return substitute_name(document, bearer.name, new, sections)
    if spelled in {part for fact in names(document.text) for part in (fact.text, *fact.text.split())} or (
        spelled[:1].isupper() and old[:1].isupper()
    ):
        return substitute_name(document, spelled, _cased_like(spelled, new), sections)
    edits, count = substitute(document, spelled, new, sections)
    if not count:
        return None
    return Plan(f"I replaced “{spelled}” by “{new}” ({_times(count)}).", edits, asked=(spelled, old), made=(new,))


def _heading_named(document: Document, old: str) -> int | None:
    """Return the section whose heading is exactly `old`, unless its words stand in the text as a name too."""
    bare = re.sub(r"(?i)^(?:the|my)\s+", "", old).lower()
    for index, section in enumerate(document.sections):
        if section.heading and section.name.lower() == bare:
            return index
    singular = [
        index for index in document.named if document.sections[index].name.lower().rstrip("s") == bare.rstrip("s")
    ]
    return singular[0] if singular and literal(document, old) is None else None


def rename_heading(document: Document, section: int, new: str) -> Plan:
    """Return the plan that gives a section the name `new`, capitalised as headings are here."""
    old = document.sections[section].name
    new = re.sub(r"(?i)[\"'”’]?,? (?:so that|because|since) .*$", "", new)
    new = unquoted(re.sub(r"(?i)^(?:the )?(?:heading|title|section|name)\s+", "", new)).strip("#* ").rstrip(":")
    if old[:1].isupper() and new[:1].islower():
        new = new[:1].upper() + new[1:]
    return Plan(
        f"I renamed the section “{old}” to “{new}”.", (SetHeading(section, new),), asked=(old,), made=(new,), focus=new
    )


def literal(document: Document, phrase: str) -> str | None:
    """Return `phrase` as the summary spells it, exactly or else whatever the capitals, or None."""
    for flags in (0, re.IGNORECASE):
        found = _word_pattern(phrase, flags).search(document.text)
        if found:
            return found.group()
    shorter = re.sub(r"(?i)^(?:the|a|an)\s+", "", phrase)
    return literal(document, shorter) if shorter != phrase and shorter else None


def _word_pattern(phrase: str, flags: int = 0) -> re.Pattern[str]:
    inner = r"\s+".join(re.escape(word) for word in phrase.split())
    before = r"(?<!\w)" if phrase[:1].isalnum() else ""
    after = r"(?!\w)" if phrase[-1:].isalnum() else ""
    return re.compile(before + inner + after, flags)


def _cased_like(old: str, new: str) -> str:
    return (
        new[:1].upper() + new[1:]
        if old[:1].isupper() and new.islower() and not re.match(r"(?:the|her|his|their|a|an|my)\b", new)
        else new
    )


def substitute_name(document: Document, old: str, new: str, sections: list[int] | None = None) -> Plan:
    """Return the plan that calls whoever is `old` by `new` everywhere, parts of a full name included."""
    quoted = re.fullmatch(r"[\"“‘'](.+)[\"”’']", new)
    new = quoted[1] if quoted else new
    if old.rstrip(".") in TITLES:
        return Plan("I found no such name in the summary, so I left it as it was.", done=False)
    old = _whole(document, re.sub(r"['’]s?$", "", old) if literal(document, old) is None else old, new)
    pairs = [(old, new)]
    if len(old.split()) == len(new.split()) > 1 and new[:1].isupper():
        titled = new.split()[0].rstrip(".") in TITLES
        pairs += [
            (a, new if titled else b)
            for a, b in zip(old.split(), new.split(), strict=True)
            if a != b and a.rstrip(".") not in TITLES
        ]
    elif new and new[0].isupper() and len(old.split()) > 1 and len(new.split()) == 1:
        pairs += [(part, new) for part in old.split()[:1] if part.rstrip(".") not in TITLES]
    edits: tuple[Edit, ...] = ()
    count = 0
    for one, other in pairs:
        edits, times = _name_edits(document, one, other, sections, edits)
        count += times
    wholes = [whole for whole in distinct_names(document.text) if old != whole and old in whole.split()]
    told = "".join(
        f" {whole} is now {' '.join(new if part == old else part for part in whole.split())}."
        for whole in wholes
        if new[:1].isupper()
    )
    return Plan(
        f"I renamed {old} to {new} ({_times(count)}).{told}", edits, asked=(old, *wholes), made=(new,), done=bool(count)
    )


def _whole(document: Document, old: str, new: str) -> str:
    """Return "Ann Moor" for "Ann" where "Ann Moore" is to stand instead: part of a name is not made the whole twice."""
    words = new.split()
    if len(words) < 2 or not new[:1].isupper():
        return old
    wholes = [
        name
        for name in distinct_names(document.text)
        if old in name.split() and len(name.split()) == len(words) and set(name.split()) & set(words)
    ]
    return wholes[0] if len(wholes) == 1 else old


def _name_edits(
    document: Document, old: str, new: str, sections: list[int] | None, before: tuple[Edit, ...]
) -> tuple[tuple[Edit, ...], int]:
    texts = {(edit.section, edit.block): edit.text for edit in before if isinstance(edit, SetText)}
    headings = {edit.section: edit.name for edit in before if isinstance(edit, SetHeading)}
    pattern = re.compile(
        rf"(?<![\w@/.-])(?:{re.escape(old)}|{re.escape(old.upper())})(?P<own>[’']s(?!\w)|[’'](?=\s|"
        r"[.,;])(?<=s[’']))?(?![\w@])"
    )
    longer = new[len(old) :] if new.startswith(old + " ") else ""
    count = 0

    def put(match: re.Match[str]) -> str:
        nonlocal count
        if any(fact.start <= match.start() < fact.end for fact in values(match.string) if _dated(fact.text)):
            return match.group()
        if longer and match.string[match.end() :].startswith(longer):
            return match.group()
        count += 1
        own = match["own"] or ""
        word = new.upper() if match.group().isupper() and len(old) > 1 and new[:1].isupper() else new
        if own:
            own = "'s" if "’" not in own else "’s"
        return _fit(match.string, match.start(), word) + own

    for number, section in enumerate(document.sections):
        if sections is not None and number not in sections:
            continue
        if section.heading:
            name = headings.get(number, section.name)
            changed = pattern.sub(put, name)
            if changed != name:
                headings[number] = changed
        for index, block in enumerate(section.blocks):
            text = texts.get((number, index), block.text)
            if old.lower() not in text.lower():
                continue
            changed = _without_doubled_apposition(pattern.sub(put, text), new)
            if changed != text:
                texts[number, index] = changed
    edits: list[Edit] = [SetHeading(section, name) for section, name in headings.items()]
    edits += [SetText(section, block, text) for (section, block), text in texts.items()]
    return tuple(edits), count


def _dated(text: str) -> bool:
    """Tell whether a value is a day with its number, in which "May" is a month whoever else bears that name."""
    return bool(re.search(r"\d", text)) and bool(re.search(r"[^\W\d_]{3}", text))


def _fit(text: str, start: int, word: str) -> str:
    """Return `word` with a capital where a sentence begins."""
    before = text[:start].rstrip()
    opens = (
        not before
        or (before[-1] in ".!?:" and not re.search(r"\b(?:Dr|Mr|Mrs|Ms|Prof|e\.g|i\.e|vs|[A-Z])\.$", before))
        or (before.endswith(("**", "__")) and len(before) <= 2)
    )
    if before.endswith(":") and not re.search(r"[.!?]\s*\S+(?:\s+\S+){0,2}:$|^[\w* ]{0,30}:$", before):
        opens = False
    return word[:1].upper() + word[1:] if opens else word


def _without_doubled_apposition(text: str, new: str) -> str:
    """Turn "the client, the client, will notice" into "the client will notice"."""
    new_pattern = re.escape(new)
    text = re.sub(rf"(?i)\b({new_pattern}),\s+{new_pattern}\b,?", r"\1", text)
    text = re.sub(rf"(?i)\b({new_pattern})\s+\({new_pattern}\)", r"\1", text)
    text = re.sub(rf"(?i)\b({new_pattern})\s+{new_pattern}\b", r"\1", text)
    noun = re.match(r"(?i)(?:the|her|his|their) ([a-z -]+)$", new)
    if noun:
        text = re.sub(
            rf"(?i)\b((?:the|her|his|their|our|my|an?) (?:\w+ )?{re.escape(noun[1])}), "
            rf"(?:the|her|his|their) {re.escape(noun[1])}\b,?(?=[ .;])",
            r"\1",
            text,
        )
        text = re.sub(
            rf"(?i)\b((?:the|her|his|their|our|my|an?) (?:\w+ )?{re.escape(noun[1])} (?:for|of|at|in|from|on|with) (?:(?:the|her|his|their|an?) )?[\w'’-]+), "
            rf"{new_pattern}\b,?(?=[ .;])",
            r"\1",
            text,
        )
    if re.match(r"(?i)(?:the|her|his|their|a|an|my|our)\s", new):
        text = re.sub(rf"(?i)\b(?:the|her|his|their|our|my)\s+(?=(?:{new_pattern})\b)", "", text)
    return text


def substitute(
    document: Document,
    old: str,
    new: str,
    sections: list[int] | None = None,
    only: Callable[[tuple[int, int]], bool] | None = None,
) -> tuple[tuple[Edit, ...], int]:
    """Return the edits that put `new` for the words `old`, with plurals, capitals and a or an, and their number."""
    plain_word = bool(re.fullmatch(r"[a-z][a-z '-]*", old)) and bool(re.fullmatch(r"[a-zA-Z][a-zA-Z '-]*", new))
    plural = r"(?P<plural>s)?" if plain_word and not old.endswith("s") else r"(?P<plural>)"
    inner = r"\s+".join(re.escape(word) for word in old.split())
    before = r"(?<!\w)" if old[:1].isalnum() else ""
    after = r"(?!\w)" if old[-1:].isalnum() else ""
    article = r"(?P<article>\b[Aa]n?\s+)?" if plain_word else r"(?P<article>)"
    pattern = re.compile(f"{article}{before}{inner}{plural}{after}", re.IGNORECASE)
    count = 0

    def put(match: re.Match[str]) -> str:
        nonlocal count
        count += 1
        body = match.group()[len(match["article"] or "") :]
        word = _plural(new) if match["plural"] else new
        if body[:1].isupper() and not old[:1].isupper():
            word = word[:1].upper() + word[1:]
        elif not match["article"]:
            word = _fit(match.string, match.start(), word) if match.start() == 0 and body[:1].isupper() else word
        article_word = match["article"] or ""
        if article_word:
            vowel = word[:1].lower() in "aeiou"
            article_word = ("An " if vowel else "A ") if article_word[0] == "A" else ("an " if vowel else "a ")
        return article_word + word

    edits: list[Edit] = []
    for number, section in enumerate(document.sections):
        if sections is not None and number not in sections:
            continue
        for index, block in enumerate(section.blocks):
            if only is not None and not only((number, index)):
                continue
            changed = pattern.sub(put, block.text)
            if changed != block.text:
                edits.append(SetText(number, index, changed))
    return tuple(edits), count


def _plural(word: str) -> str:
    if word.endswith("s"):
        return word + "es" if word.endswith("ss") else word
    if re.search(r"(?:x|ch|sh)$", word):
        return word + "es"
    return word[:-1] + "ies" if re.search(r"[^aeiou]y$", word) else word + "s"


def _times(count: int) -> str:
    return "once" if count == 1 else "twice" if count == 2 else f"{count} times"
