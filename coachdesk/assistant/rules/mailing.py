"""This file writes the follow-up e-mail: the commitments, the next session, and nothing private that was not asked for."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from coachdesk.assistant.document import Document
from coachdesk.assistant.edits import Plan
from coachdesk.assistant.facts import DAY_KINDS, names, values
from coachdesk.assistant.lexicon import content_stems
from coachdesk.assistant.people import gender, main_person, name_of_role, people, roles
from coachdesk.assistant.request import Request
from coachdesk.assistant.statements import sentence_spans
from coachdesk.assistant.targets import section_items, section_of_kind

_MAIL = r"(?:e-?mails?|mails?|letters?|messages?|(?:text|chat|sms|whatsapp) messages?|follow-?ups?(?: (?:e-?mails?|mails?|messages?|notes?|letters?))?|reminders?|recaps?|thank[- ]you (?:note|card|e-?mail)s?)"
_NOTE = r"(?:notes?|lines?|few lines|words?|few words|summary)"
_WRITES = (
    r"(?:write|draft|compose|prepare|create|send|make|generate|give|do|produce|formulate|type|word|phrase|put together|come up with|"
    r"need|want|like|have)"
)
_REQUESTS = (
    re.compile(
        rf"(?i)^(?:(?:i|we)(?:'d| would)? (?:also )?)?{_WRITES}(?: up| out| off)?\s+(?:me\s+|us\s+)?(?:(?:to\s+)?(?P<whom>her|him|them|the client|the coachee|(?-i:[A-Z])[\w'’-]+(?: (?-i:[A-Z])[\w'’-]+)?)\s+)?"
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
        r"(?i)^(?:e-?mail|message|text|write(?: to)?|drop)(?!.*\b(?:where|wherever|instead of|rather than|in place of|not)\b)\s+(?P<whom>her|him|them|(?-i:[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)|the (?:client|coachee)|my (?:client|coachee))\b"
    ),
    re.compile(
        rf"(?i)^(?:(?:a|an|the|one|now|and)\s+)?(?:[\w-]+\s+){{0,2}}?{_MAIL}\s+(?:to|for)\s+(?:her|him|them|the client|(?-i:[A-Z])\w+)"
    ),
    re.compile(
        rf"(?i)^(?:turn|put|pack|bring|convert|make|transform|rewrite|summari[sz]e)\s+.{{0,60}}\b(?:in)?to (?:a |an )?(?:[\w-]+\s+){{0,3}}?{_MAIL}\b"
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
    re.compile(r"(?i)\b(?:mention|mentioning|saying|say|praise|praising)\s+(?P<how>how\s+[^.;,]+?)(?=\s+and\b|[.;,]|$)"),
    re.compile(r"(?i)\b(?:ask|asks|asking|remind|reminds|reminding|invite|inviting|encourage|encouraging|request|requesting)\s+(?:her|him|them|[A-Z]\w+)\s+(?:politely |kindly )?to\s+(?P<do>[^.;]+)"),
    re.compile(r"(?i)\b(?:say|says|saying|tell|telling|mention|mentioning|add|adding|note|noting|state|stating|inform|informing)\s+(?:(?:to )?(?:her|him|them|[A-Z]\w+)\s+)?that\s+(?P<that>[^.;]+)"),
    re.compile(r"(?i)\b(?:ask|asks|asking|request|requesting|remind|reminding)\s+(?:(?:her|him|them|[A-Z]\w+)\s+)?for\s+(?P<want>[^.;]+?)(?=\s+and (?:tell|say|ask|thank|remind|mention)\b|[.;,]|$)"),
    re.compile(r"(?i)\b(?:ask|asks|asking)\s+(?:her|him|them|[A-Z]\w+)\s+(?P<ask>(?:how|whether|if|what|when|where|why|who|which)\s[^.;]+)"),
    re.compile(r"(?i)\bthank(?:s|ing)?\s+(?:her|him|them|[A-Z]\w+)\s+for\s+(?P<thanks>[^.;]+?)(?=\s+and\b|[.;,]|$)"),
)  # fmt: skip


@dataclass(frozen=True)
class _Wishes:
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


def write_mail(request: Request) -> Plan | None:
    """Write the e-mail that the coach asks for, in the reply; the summary stays as it is."""
    clause = request.clause.strip()
    found = next((match for form in _REQUESTS if (match := form.match(clause))), None)
    if found is None or _is_about_the_summary(clause):
        return None
    wishes = _wishes(request, clause, found)
    body = _body(request, clause, wishes)
    if body is None:
        return Plan("I wrote no e-mail: the summary holds no commitments and no next session.", done=False)
    opening = (
        f"Dear {wishes.recipient}," if wishes.formal and wishes.recipient else f"Hello {wishes.recipient}".strip() + ","
    )
    closing = "Kind regards" if wishes.formal or not wishes.brief else "Best wishes"
    subject = (
        "Subject: Reminder of our next session"
        if re.search(r"(?i)\breminder\b|\bremind", clause) and not wishes.commitments
        else "Subject: Follow-up to our session"
    )
    return Plan(f"{subject}\n\n{opening}\n\n{body}\n\n{closing}")


def _is_about_the_summary(clause: str) -> bool:
    """Tell whether a mail is only spoken of: "write a message to Tom" under the commitments is no mail to write now."""
    return bool(
        re.search(
            r"(?i)\b(?:as|to|under|in|into)\s+(?:a |the |her |his |their )?(?:new )?(?:commitments?|insights?|bullet|list|section|action items?|to-?dos?|summary)\b[.!]?$",
            clause,
        )
        and not re.search(r"(?i)\bwith\b", clause)
    )


def _wishes(request: Request, clause: str, found: re.Match[str]) -> _Wishes:
    document = request.document
    person = main_person(document) or ""
    whom = (found.groupdict().get("whom") or "").strip()
    if not whom or whom.lower() in ("a", "an", "the"):
        to = _TO.search(clause)
        whom = to["who"] if to else ""
    whom = re.sub(r"['’]s$", "", whom)
    group = bool(_GROUP.match(whom))
    client = not whom or group or bool(_CLIENT.match(whom)) or _same_person(whom, person)
    recipient = "all" if group else person
    if not client:
        role = (
            None
            if whom[:1].isupper() and whom.split()[0] not in ("Her", "His", "The", "Their", "My")
            else name_of_role(document, whom)
        )
        recipient = role.name if role is not None else whom if whom[:1].isupper() else ""
        client = bool(recipient) and _same_person(recipient, person)
    lowered = clause.lower()
    excluded = " ".join(
        re.findall(
            r"\b(?:without|no mention of|no|not mention(?:ing)?|don't (?:mention|name|include|say|tell)|(?:do )?not (?:name|include)|leave out|keep .+? out|except|omit\w*|but not)\s+([\w ,'-]+)",
            lowered,
        )
    )
    only = bool(
        re.search(
            r"\b(?:only|just) (?:the|her|his|their|with|about|for)\b|\b(?:only|nothing else)[.!]*$|\bnothing (?:but|else)\b",
            lowered,
        )
    )
    named = {
        part: _asked_for(part, lowered) and not _asked_for(part, excluded)
        for part in ("commitments", "session", "insights", "focus")
    }
    reminder = bool(re.search(r"\bremind", lowered)) and named["session"] and not named["commitments"]
    sections = tuple(
        index
        for part in ("focus", "insights")
        if named[part] and (index := section_of_kind(document, part)) is not None
    )
    return _Wishes(
        recipient.split()[0] if recipient and not re.match(r"(?:Dr|Mr|Mrs|Ms|Prof)\b", recipient) else recipient,
        client,
        not reminder and not _asked_for("commitments", excluded) and (named["commitments"] or not (only and (named["session"] or sections))),
        not _asked_for("session", excluded) and (named["session"] or (client and not only)),
        sections if client else (),
        bool(re.search(r"\b(?:formal|polite|professional|official)\b", lowered)),
        bool(re.search(r"\b(?:short|brief|quick|concise|casual|informal|friendly)\b", lowered)),
        not group and bool(re.search(r"\b(?:her|his|their own|own)\b", lowered)),
        excluded,
    )  # fmt: skip


def _asked_for(part: str, text: str) -> bool:
    patterns = {
        "commitments": r"\bcommit\w*|\bpromis\w*|\bagree\w*|\baction|\btasks?\b|\bto-?dos?\b|\bnext steps\b|\bhomework\b|\bdeadlines?\b|\b(?:wants?|has|have|going|plans?|needs?|intends?) to do\b|\bto do\b|\bwill do\b|"
        r"\bsteps\b",
        "session": r"\bnext (?:session|meeting|appointment|call|date|time)\b|\bappointment\b|\bwhen (?:and where |or where )?we(?:'ll| will)? (?:meet|see|talk|speak)|\bour next\b|\bnext (?:one|coaching)\b",
        "insights": r"\binsights?\b|\blearn\w*|\bobservations?\b|\btake-?aways?\b|\b(?:whole|full|entire) summary\b|\bthe summary\b|\beverything\b",
        "focus": r"\bfocus\b|\bgoals?\b|\b(?:whole|full|entire) summary\b|\bthe summary\b|\beverything\b",
    }
    return bool(re.search(patterns[part], text))


def _same_person(one: str, other: str) -> bool:
    mine, theirs = set(_unaccented(one).split()), set(_unaccented(other).split())
    return bool(mine & theirs)


def _unaccented(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(letter))


def _body(request: Request, clause: str, wishes: _Wishes) -> str | None:
    document = request.document
    parts: list[str] = []
    tasks = _tasks(document, wishes) if wishes.commitments else []
    session = _session(document) if wishes.session else ""
    extras = _extras(clause)
    if extras and not wishes.client:
        tasks = []
    if not tasks and not session and not extras and not wishes.sections:
        return None
    thanks = next((extra for extra in extras if extra.startswith("Thank you")), "Thank you for our session.")
    if wishes.client or thanks in extras:
        parts.append(thanks)
    for section in wishes.sections:
        texts = [_plain(document.block(place).text) for place in section_items(document, section)]
        parts.append(f"{document.sections[section].name}:\n" + "\n".join(f"- {text}" for text in texts))
    if tasks and wishes.client:
        parts.append("Here is what you want to do until we meet again:\n" + "\n".join(f"- {task}" for task in tasks))
    elif tasks:
        parts.append("This is what we noted for you:\n" + "\n".join(f"- {task}" for task in tasks))
    parts += [extra for extra in extras if extra != thanks]
    if session:
        parts.append(f"Our next session: {session}")
    if wishes.client and tasks:
        parts.append("Please write to me if anything changes or if you have a question.")
    return "\n\n".join(parts)


def _tasks(document: Document, wishes: _Wishes) -> list[str]:
    """Return the commitments as the recipient reads them; for another person than the client only those that name them."""
    section = section_of_kind(document, "commitments")
    places = section_items(document, section) if section is not None else []
    if section is None:
        places = [place for place in document.places() if "[" in document.block(place).prefix]
    texts = [
        _plain(document.block(place).text) for place in places if "[x]" not in document.block(place).prefix.lower()
    ]
    people_here = {part for name in people(document.text) for part in name.split()}
    owners = [_owner(text, people_here) for text in texts]
    if not wishes.client:
        named = [text for text in texts if wishes.recipient and wishes.recipient.lower() in text.lower()]
        theirs = [
            text for text, owner in zip(texts, owners, strict=True) if owner and _same_person(owner, wishes.recipient)
        ]
        return [_addressed(document, text, wishes.recipient) for text in theirs] or named
    labelled = [owner if text.startswith(f"{owner}:") else "" for text, owner in zip(texts, owners, strict=True)]
    if wishes.own and any(owner and _same_person(owner, wishes.recipient) for owner in labelled):
        pairs = zip(texts, labelled, strict=True)
        texts = [text for text, owner in pairs if not owner or _same_person(owner, wishes.recipient)]
    texts = [_without(document, text, wishes) for text in texts]
    return [_addressed(document, text, wishes.recipient) for text in texts if text]


def _without(document: Document, text: str, wishes: _Wishes) -> str:
    """Return a task without what is not to be mentioned: a name gives way to its role, else the task is left out."""
    for role in roles(document.text):
        if re.search(rf"\b{re.escape(role.name.split()[0].lower())}\b", wishes.unmentioned):
            noun = role.phrase.split(maxsplit=1)[-1]
            text = re.sub(rf"\b{re.escape(role.name)}\b|\b{re.escape(role.name.split()[0])}\b", f"your {noun}", text)
    return "" if set(content_stems(wishes.unmentioned)) & set(content_stems(text)) else text


def _owner(text: str, people_here: set[str]) -> str:
    """Return who a task belongs to: "Priya: call …" or "Priya calls …"; "" where it names nobody at its start."""
    found = re.match(r"(?P<who>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)(?::| (?:will |must |should )?[a-z]+)", text)
    if found is None:
        return ""
    labelled = text[: found.end()].endswith(":")
    return found["who"] if labelled or found["who"].split()[0] in people_here else ""


def _plain(text: str) -> str:
    text = " ".join(re.sub(r"\*\*|__|`", "", text).split())
    return text[:1].upper() + text[1:] if text else text


def _addressed(document: Document, text: str, recipient: str) -> str:
    """Return a commitment said to whom it belongs: "Priya: call her mentor" is "Call your mentor"."""
    owner = re.match(r"(?P<who>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?): +", text)
    if owner and recipient and recipient.lower() in owner["who"].lower().split():
        text = text[owner.end() :]
    elif owner:
        return text
    first = re.match(r"(?P<who>[A-Z][\w'’-]+) (?P<will>will |must |should )?(?P<verb>[a-z]+)\b", text)
    if (
        first
        and recipient
        and recipient.lower() == first["who"].lower()
        and (first["will"] or first["verb"].endswith("s"))
    ):
        verb = first["verb"] if first["will"] else _base(first["verb"])
        text = verb + text[first.end() :]
    own = {"she": "her", "he": "his", "they": "their"}[gender(document)]
    first_name = next((fact.start for fact in names(text) if fact.text in people(document.text)), len(text))
    found = re.search(
        rf"(?i)\b{own}\s+(?=[a-z])(?!to\b|about\b|for\b|by\b|on\b|and\b|in\b|at\b|that\b|if\b|what\b|how\b|when\b|before\b|with\b|a\b|the\b)",
        text,
    )
    if found and found.start() < first_name:
        text = text[: found.start()] + "your " + text[found.end() :]
    return text[:1].upper() + text[1:]


def _base(verb: str) -> str:
    """Return the plain form of a verb in the third person: "tries" is "try"."""
    if verb in ("is", "has", "does", "goes"):
        return {"is": "be", "has": "have", "does": "do", "goes": "go"}[verb]
    if verb.endswith("ies") and len(verb) > 4:
        return verb[:-3] + "y"
    return verb[:-2] if re.search(r"(?:ss|sh|ch|x|zz|o)es$", verb) else verb[:-1]


def _session(document: Document) -> str:
    """Return when and where the next session is, without what else the section says."""
    section = section_of_kind(document, "next session")
    if section is None:
        return ""
    for place in section_items(document, section):
        text = _plain(document.block(place).text)
        for start, end in sentence_spans(text):
            if any(fact.kind in DAY_KINDS or fact.kind == "time" for fact in values(text[start:end])):
                return text[start:end]
    return ""


def _extras(clause: str) -> list[str]:
    found: list[str] = []
    for form in _EXTRAS:
        match = form.search(clause)
        if match is None:
            continue
        said = re.sub(
            r"(?i)\b(?:his|her|their)\b(?=\s+[a-z])",
            "your",
            next(value for value in match.groupdict().values() if value),
        ).strip(" ,")
        said = re.sub(r"(?i)\b(?:she|he|they)\b", "you", said)
        if "do" in match.groupdict():
            found.append(f"Please {said}.")
        elif "how" in match.groupdict():
            found.append(f"It was good to hear {said}.")
        elif "want" in match.groupdict():
            found.append(f"Could you please let me have {said}?")
        elif "ask" in match.groupdict():
            found.append(f"Please tell me {said}.")
        elif "thanks" in match.groupdict():
            found.append(f"Thank you for {said}.")
        else:
            found.append(said[:1].upper() + said[1:] + ".")
    return found
