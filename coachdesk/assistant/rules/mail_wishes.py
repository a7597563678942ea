"""This file reads what a coach wants in an e-mail: for whom, with what, without what, and what else to say."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from coachdesk.assistant.lexicon import content_stems, related
from coachdesk.assistant.people import main_person, name_of_role
from coachdesk.assistant.request import Request
from coachdesk.assistant.targets import section_of_kind

_MAIL = r"(?:e-?mails?|mails?|letters?|messages?|(?:text|chat|sms|whatsapp) messages?|follow-?ups?(?! (?:call|session|meeting|appointment|visit|talk|conversation|date)s?\b)(?: (?:e-?mails?|mails?|messages?|notes?|letters?))?|reminders?|recaps?|thank[- ]you (?:note|card|e-?mail)s?)"
_NOTE = r"(?:notes?|lines?|few lines|words?|few words|summary)"
_WRITES = (
    r"(?:write|draft|compose|prepare|create|send|make|generate|give|do|produce|formulate|type|word|phrase|put together|come up with|"
    r"need|want|like|have)"
)
_REQUESTS = (
    re.compile(
        rf"(?i)^(?:(?:i|we)(?:'d| would)? (?:also )?)?{_WRITES}(?: up| out| off)?\s+(?:me\s+|us\s+)?(?:(?:to\s+)?(?P<whom>her|him|them|the client|the coachee|(?-i:[A-Z])[\w'’-]+(?: (?-i:[A-Z])[\w'’-]+)?)\s+(?!(?:as|in|into|like)\b))?"
        rf"(?:(?:a|an|the|my|our|some|this|his|her|their)\s+)?(?:[\w'’-]+,?\s+){{0,4}}?{_MAIL}\b"
    ),
    re.compile(
        rf"(?i)^(?:write|send|drop|draft|give|compose|type)\s+(?P<whom>her|him|them|(?:the|my|her|his) (?!\w+ (?:section|part))\w+|(?-i:[A-Z])[\w'’-]+(?: (?-i:[A-Z])[\w'’-]+)?)\s+(?:a|an|two|a few)\s+(?:[\w-]+,?\s+){{0,3}}?{_NOTE}\b"
    ),
    re.compile(
        rf"(?i)^(?:write|send|drop|draft|compose)\s+(?:a|an|two|a few)\s+(?:[\w-]+,?\s+){{0,3}}?{_NOTE}\s+(?:to|for)\s+(?P<whom>her|him|them|(?:the|my|her|his) \w+|(?-i:[A-Z])[\w'’-]+)"
    ),
    re.compile(
        r"(?i)^(?:(?:the|a|an|one|my|our|short|quick|brief|friendly|formal|warm|polite|nice)\s+)*follow[- ]?up (?:e-?mail|mail|message|letter)\b"
    ),
    re.compile(
        r"(?i)^(?:e-?mail|mail|message|text|ping|write(?: to)?|drop)(?!.*\b(?:where|wherever|instead of|rather than|in place of|not)\b)\s+(?P<whom>her|him|them|(?-i:[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)|the (?:client|coachee)|my (?:client|coachee))\b"
    ),
    re.compile(
        rf"(?i)^(?:(?:a|an|the|one|now|and)\s+)?(?:[\w-]+,?\s+){{0,3}}?(?:{_MAIL}|note)\s+(?:to|for)\s+(?:her|him|them|the client|(?-i:[A-Z])\w+)"
    ),
    re.compile(
        rf"(?i)^(?:turn|put|pack|bring|convert|make|transform|rewrite|summari[sz]e)\s+.{{0,60}}\b(?:in)?to (?:a |an )?(?:[\w-]+\s+){{0,3}}?{_MAIL}\b"
    ),
    re.compile(
        rf"(?i)^(?:let|have|get|tell|send|give|pass)\s+(?P<whom>her|him|them|the client|(?-i:[A-Z])[\w'’-]+)\b.*\b(?:by|via|per|in an?) (?:short |quick |brief )?{_MAIL}"
    ),
    re.compile(rf"(?i)^follow(?: |-)up with\b.*\b(?:by|via|per) {_MAIL}"),
)
_TO = re.compile(
    r"\b(?:to|for)\s+(?P<who>"
    r"(?i:the (?:client|coachee)|my (?:client|coachee))\b|(?i:(?:the |both |all |the whole )?(?:team|group|everyone|everybody|both|all|participants|couple|founders|family|partners|members|two|three)\b)|"
    r"(?i:her|his|their|the|my)\s+(?!with|about|and|for|that|including|in\b|by|on|so\b|as\b|a\b|the|her|his|to\b|please|now|after|"
    r"who|which|today|only|next|commit|session|meeting|\w+ing\b)[a-z]+\b|(?i:her|him|them)\b|"
    r"(?:(?:Dr|Mr|Mrs|Ms|Prof)\.? )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)"
)
_CLIENT = re.compile(r"(?i)^(?:her|him|them|the client|the coachee|my client|my coachee)$")
_GROUP = re.compile(
    r"(?i)^(?:the |both |all |the whole )?(?:team|group|everyone|everybody|both|all|participants|couple|founders|family|partners|members|two|three)$"
)
_EXTRAS = (
    re.compile(r"(?i)\b(?:wish|wishes|wishing)\s+(?:her|him|them|[A-Z]\w+)\s+(?P<wish>[^.;]+?)(?=\s+and\b|[.;,]|$)"),
    re.compile(r"(?i)\b(?:congratulate|congratulates|congratulating)\s+(?:her|him|them|[A-Z]\w+)\s+(?P<praise>(?:on|to|for)\s[^.;]+?)(?=\s+and\b|[.;,]|$)"),
    re.compile(r"(?i)\b(?:invite|invites|inviting)\s+(?:her|him|them|[A-Z]\w+)\s+(?P<invited>(?:to|for)\s[^.;]+?)(?=\s+and\b|[.;]|$)"),
    re.compile(r"(?i)^(?:please )?(?:mail|e-?mail|write(?: to)?|message|text|let|remind)\s+(?:[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?|her|him|them)(?: know)?\s+that\s+(?P<that>[^.;]+)"),
    re.compile(r"(?i)^[^:]*\b(?:mail|message|note|text|letter|line)s? (?:to|for) (?:[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?|her|him|them):\s+(?!(?:remind|tell|ask|thank|wish|invite|congratulate|list|include|mention|say|only|just|her|his|their|the|all|with|about|short|friendly|commitments|next|keep it)\b)(?P<that>[^.;]+)"),
    re.compile(r"(?i)\b(?:mention|mentioning|saying|say|praise|praising)\s+(?P<how>how\s+[^.;,]+?)(?=\s+and\b|[.;,]|$)"),
    re.compile(r"(?i)\b(?:ask|asks|asking|remind|reminds|reminding|encourage|encouraging|request|requesting)\s+(?:her|him|them|[A-Z]\w+)\s+(?:politely |kindly )?to\s+(?P<do>[^.;]+)"),
    re.compile(r"(?i)\b(?:say|says|saying|tell|telling|mention|mentioning|add|adding|note|noting|state|stating|inform|informing)\s+(?:(?:to )?(?:her|him|them|[A-Z]\w+)\s+)?that\s+(?P<that>[^.;]+)"),
    re.compile(r"(?i)\b(?:ask|asks|asking|request|requesting|remind|reminding)\s+(?:(?:her|him|them|[A-Z]\w+)\s+)?for\s+(?P<want>[^.;]+?)(?=\s+and (?:tell|say|ask|thank|remind|mention)\b|[.;,]|$)"),
    re.compile(r"(?i)\b(?:ask|asks|asking)\s+(?:her|him|them|[A-Z]\w+)\s+(?P<ask>(?:how|whether|if|what|when|where|why|who|which)\s[^.;]+)"),
    re.compile(r"(?i)\bthank(?:s|ing)?\s+(?:her|him|them|[A-Z]\w+)\s+for\s+(?P<thanks>[^.;]+?)(?=\s+and\b|[.;,]|$)"),
)  # fmt: skip


_EXCLUDED = re.compile(
    r"\b(?:without|no mention of|nothing (?:about|on|from|of|regarding)|no(?! later| more than|w\b)|not (?:mention(?:ing)?|about)|(?:don't|do not|doesn't|does not|never|shouldn't|should not|mustn't|must not) (?:mention|name|include|say|tell|talk about|write about|refer to|see|know|read|contain)(?: anything)?(?: about| of| on| from)?|"
    r"not (?:name|include|the)|leav(?:e|ing) out|skip(?:ping)?|except|omit\w*|but not|minus)\s+(?P<what>[\w ,'-]+)|\b(?:keep|leave)\s+(?P<kept>(?:the |her |his |their )?[\w' -]+?)\s+out\b"
)
_ONLY = re.compile(
    r"\b(?:only|just) (?:the|her|his|their|with|about|for|confirm\w*|remind\w*|say\w*|when)\b|\b(?:only|nothing else)[.!]*$|\bnothing (?:but|else|more)\b|\banything else\b"
)
_WHOLE = re.compile(r"(?i)\b(?:nothing|anything) (?:else|more)\b")
_SIGNED = re.compile(
    r"(?i)\bsign(?:ed)?(?: it| off)?(?: with| as| by| from|:)? (?:my name,? |me )?(?P<who>(?-i:[A-Z])[\w'’-]+(?: (?-i:[A-Z])[\w'’-]+)?)"
)


_ALIKE = 0.7  # how near the stems of two words are that mean the same


@dataclass(frozen=True)
class Wishes:
    """What the coach wants in the mail."""

    recipient: str
    client: bool
    commitments: bool
    session: bool
    sections: tuple[int, ...]
    formal: bool
    brief: bool
    own: bool
    unmentioned: str
    signature: str


def mail_asked_for(clause: str) -> re.Match[str] | None:
    """Return how a request asks for a mail to be written, None where it asks for something else."""
    found = next((match for form in _REQUESTS if (match := form.match(clause))), None)
    return None if found is None or is_about_the_summary(clause) else found


def is_about_the_summary(clause: str) -> bool:
    """Tell whether a mail is only spoken of: "write a message to Tom" under the commitments is no mail to write now."""
    return bool(
        re.search(
            r"(?i)\b(?:as|to|under|in|into)\s+(?:a |the |her |his |their )?(?:new )?(?:commitments?|insights?|bullet|list|section|action items?|to-?dos?|summary)\b[.!]?$",
            clause,
        )
        and not re.search(r"(?i)\bwith\b", clause)
    )


def read_wishes(request: Request, clause: str, found: re.Match[str]) -> Wishes:
    document = request.document
    person = main_person(document) or ""
    whom = (found.groupdict().get("whom") or "").strip()
    if not whom or whom.lower() in ("a", "an", "the"):
        to = _TO.search(clause)
        whom = to["who"] if to else ""
    whom = re.sub(r"['’]s$", "", whom)
    group = bool(_GROUP.match(whom))
    client = not whom or group or bool(_CLIENT.match(whom)) or same_person(whom, person)
    called = whom if whom[:1].isupper() and whom in person.split() else person
    recipient = "all" if group else called
    if not client:
        role = (
            None
            if whom[:1].isupper() and whom.split()[0] not in ("Her", "His", "The", "Their", "My")
            else name_of_role(document, whom)
        )
        recipient = role.name if role is not None else whom if whom[:1].isupper() else ""
        client = bool(recipient) and same_person(recipient, person)
    lowered = clause.lower()
    excluded = " ".join(found["what"] or found["kept"] for found in _EXCLUDED.finditer(lowered))
    included = _EXCLUDED.sub(" ", lowered)
    only = bool(_ONLY.search(f"{lowered}; {request.original.lower()}" if _WHOLE.search(request.original) else lowered))
    named = {
        part: _asked_for(part, included) and not _asked_for(part, excluded)
        for part in ("commitments", "session", "insights", "focus")
    }
    named["commitments"] = named["commitments"] or _reminds_of_commitments(request, lowered)
    reminder = (
        bool(
            re.search(
                r"\bremind|\bthank[- ]you\b|\b(?:with|confirm\w*|giving|about)\s+(?:only |just )?(?:our |the |her |his )?(?:next|date|time|appointment)",
                lowered,
            )
        )
        and named["session"]
        and not named["commitments"]
    )
    sections = tuple(
        index
        for part in ("focus", "insights")
        if named[part] and (index := section_of_kind(document, part)) is not None
    )
    return Wishes(
        recipient.split()[0] if recipient and not re.match(r"(?:Dr|Mr|Mrs|Ms|Prof)\b", recipient) else recipient,
        client,
        not reminder and not _asked_for("commitments", excluded) and (named["commitments"] or not (only and (named["session"] or sections))),
        not _asked_for("session", excluded) and (named["session"] or (client and not only)),
        sections if client else (),
        bool(re.search(r"\b(?:formal|polite|professional|official)\b", lowered)),
        bool(re.search(r"\b(?:short|brief|quick|concise|casual|informal|friendly)\b", lowered)),
        not group and bool(re.search(r"\b(?:her|his|their own|own)\b", lowered)),
        excluded,
        signed[1].strip() if (signed := _SIGNED.search(clause)) else "",
    )  # fmt: skip


def _reminds_of_commitments(request: Request, clause: str) -> bool:
    """Tell whether a mail is to remind of something that stands under the commitments."""
    found = re.search(r"\bremind\w* (?:\w+ )?(?:about|of) (?P<what>[^.;:]+)", clause)
    index = section_of_kind(request.document, "commitments")
    if found is None or index is None:
        return False
    what = re.sub(r"\b(?:(?:our|the) )?next \w+\b|\b(?:session|meeting|appointment|date|time)\b", " ", found["what"])
    there = content_stems(request.document.sections[index].body)
    return any(related(one, other) >= _ALIKE for one in content_stems(what) for other in there)


def _asked_for(part: str, text: str) -> bool:
    patterns = {
        "commitments": r"\bcommit\w*|\bpromis\w*|\bagree\w*|\baction|\btasks?\b|\bto-?dos?\b|\bnext steps\b|\bhomework\b|\bdeadlines?\b|\b(?:wants?|has|have|going|plans?|needs?|intends?) to do\b|\bto do\b|\bwill do\b|"
        r"\bsteps\b",
        "session": r"\bnext (?:session|meeting|appointment|call|date|time)\b|\bappointment\b|\bwhen (?:and where |or where )?we(?:'ll| will)? (?:meet|see|talk|speak)|\bour next\b|\bnext (?:one|coaching)\b",
        "insights": r"\binsights?\b|\blearn\w*|\bobservations?\b|\btake-?aways?\b|\b(?:whole|full|entire) summary\b|\bthe summary\b|\beverything\b",
        "focus": r"\bfocus\b|\bgoals?\b|\b(?:whole|full|entire) summary\b|\bthe summary\b|\beverything\b",
    }
    return bool(re.search(patterns[part], text))


def same_person(one: str, other: str) -> bool:
    mine, theirs = set(_unaccented(one).split()), set(_unaccented(other).split())
    return bool(mine & theirs)


def _unaccented(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(letter))


def said_too(clause: str, recipient: str) -> list[str]:
    """Return the sentences that the mail is to hold besides, as the recipient reads them."""
    found: list[str] = []
    for form in _EXTRAS:
        match = form.search(clause)
        if match is None:
            continue
        kind, said = next((kind, value) for kind, value in match.groupdict().items() if value)
        sentence = _SENTENCES[kind].format(_to_you(said, recipient).strip(" ,"))
        sentence = sentence[:1].upper() + sentence[1:]
        if sentence not in found:
            found.append(sentence)
    return found


_SENTENCES = {
    "wish": "I wish you {}.",
    "praise": "Congratulations {}!",
    "invited": "I would like to invite you {}.",
    "do": "Please {}.",
    "how": "It was good to hear {}.",
    "want": "Could you please let me have {}?",
    "ask": "Please tell me {}.",
    "thanks": "Thank you for {}.",
    "that": "{}.",
}


def _to_you(said: str, recipient: str) -> str:
    """Return "from 4 June you do the invoices" for "from 4 June he does the invoices"."""
    said = re.sub(r"(?i)\b(?:his|her|their)\b(?=\s+[a-z])", "your", said)
    who = rf"(?:she|he|they{'|' + re.escape(recipient) if recipient else ''})"
    said = re.sub(
        rf"(?i)\b{who}\s+(?P<verb>is|was|has|does|[a-z]{{2,}}[^s\W]s)\b",
        lambda hit: (
            f"you {'were' if hit['verb'] == 'was' else 'are' if hit['verb'] == 'is' else plain_form(hit['verb'])}"
        ),
        said,
    )
    said = re.sub(r"(?i)\b(?:she|he|they)(?='(?:s|ll|d|re|ve)\b)", "you", said).replace("you's", "you're")
    return re.sub(r"(?i)\b(?:she|he|they)\b", "you", said)


def plain_form(verb: str) -> str:
    """Return the plain form of a verb in the third person: "tries" is "try"."""
    if verb in ("is", "has", "does", "goes"):
        return {"is": "be", "has": "have", "does": "do", "goes": "go"}[verb]
    if verb.endswith("ies") and len(verb) > 4:
        return verb[:-3] + "y"
    return verb[:-2] if re.search(r"(?:ss|sh|ch|x|zz|o)es$", verb) else verb[:-1]
