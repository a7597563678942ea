"""This file writes the follow-up e-mail: the commitments, the next session, and nothing private that was not asked for."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re

from coachdesk.assistant.document import Document
from coachdesk.assistant.edits import Plan
from coachdesk.assistant.facts import DAY_KINDS, names, values
from coachdesk.assistant.lexicon import content_stems
from coachdesk.assistant.people import gender, people, roles
from coachdesk.assistant.request import Request
from coachdesk.assistant.rules.mail_wishes import Wishes, mail_asked_for, plain_form, read_wishes, said_too, same_person
from coachdesk.assistant.rules.table_rows import OWNERS
from coachdesk.assistant.rules.tables import rows_of
from coachdesk.assistant.statements import sentence_spans
from coachdesk.assistant.targets import section_items, section_of_kind


def write_mail(request: Request) -> Plan | None:
    """Write the e-mail that the coach asks for, in the reply; the summary stays as it is."""
    clause = request.clause.strip()
    found = mail_asked_for(clause)
    if found is None:
        return None
    wishes = read_wishes(request, clause, found)
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
    signed = f"\n{wishes.signature}" if wishes.signature else ""
    return Plan(f"{subject}\n\n{opening}\n\n{body}\n\n{closing}{signed}")


def _body(request: Request, clause: str, wishes: Wishes) -> str | None:
    document = request.document
    parts: list[str] = []
    tasks = _tasks(document, wishes) if wishes.commitments else []
    session = _session(document) if wishes.session else ""
    extras = said_too(clause, wishes.recipient)
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


def _tasks(document: Document, wishes: Wishes) -> list[str]:
    """Return the commitments as the recipient reads them; for another person than the client only those that name them."""
    people_here = {part for name in people(document.text) for part in name.split()}
    listed = _listed(document)
    texts = [text for text, _ in listed]
    owners = [owner or _owner(text, people_here) for text, owner in listed]
    if not wishes.client:
        named = [text for text in texts if wishes.recipient and wishes.recipient.lower() in text.lower()]
        theirs = [
            text for text, owner in zip(texts, owners, strict=True) if owner and same_person(owner, wishes.recipient)
        ]
        return [_addressed(document, text, wishes.recipient) for text in theirs] or named
    labelled = [owner if text.startswith(f"{owner}:") else "" for text, owner in zip(texts, owners, strict=True)]
    if wishes.own and any(owner and same_person(owner, wishes.recipient) for owner in labelled):
        pairs = zip(texts, labelled, strict=True)
        texts = [text for text, owner in pairs if not owner or same_person(owner, wishes.recipient)]
    texts = [_without(document, text, wishes) for text in texts]
    return [_addressed(document, text, wishes.recipient) for text in texts if text]


def _listed(document: Document) -> list[tuple[str, str]]:
    """Return the commitments that are open, each with whose it is where a table says so."""
    section = section_of_kind(document, "commitments")
    head, *rows = (rows_of(document, section) if section is not None else []) or [[]]
    if section is not None and rows:
        whose = next((number for number, cell in enumerate(head) if OWNERS.search(cell)), 0)
        found = []
        for row in rows:
            more = [cell for number, cell in enumerate(row) if number not in (0, whose) and re.search(r"\w", cell)]
            dated = [f"by {cell}" if re.match(r"\d", cell) else cell for cell in more]
            found.append((_plain(", ".join([row[0], *dated])), row[whose] if 0 < whose < len(row) else ""))
        return found
    places = section_items(document, section) if section is not None else []
    if section is None:
        places = [place for place in document.places() if "[" in document.block(place).prefix]
    return [
        (_plain(document.block(place).text), "")
        for place in places
        if "[x]" not in document.block(place).prefix.lower()
    ]


def _without(document: Document, text: str, wishes: Wishes) -> str:
    """Return a task without what is not to be mentioned: a name gives way to its role, else the task is left out."""
    for role in roles(document.text):
        if re.search(rf"\b{re.escape(role.name.split()[0].lower())}\b(?!['’]s(?! names?\b))", wishes.unmentioned):
            noun = role.phrase.split(maxsplit=1)[-1]
            text = re.sub(rf"\b{re.escape(role.name)}\b|\b{re.escape(role.name.split()[0])}\b", f"your {noun}", text)
    unwanted = re.sub(r"\b[^\W\d_]+['’]s\b(?! names?\b)", " ", wishes.unmentioned)
    return "" if set(content_stems(unwanted)) & set(content_stems(text)) else text


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
        verb = first["verb"] if first["will"] else plain_form(first["verb"])
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
