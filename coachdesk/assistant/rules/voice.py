"""This file lets the person coached speak in the commitments, "I will ask …", or be spoken to, "ask your …"."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re

from coachdesk.assistant.document import Document
from coachdesk.assistant.edits import Edit, Plan, SetText
from coachdesk.assistant.people import gender, main_person
from coachdesk.assistant.request import Request
from coachdesk.assistant.rules.pronouns import exchanged, unnamed
from coachdesk.assistant.targets import section_of_kind

_FIRST = re.compile(
    r"(?i)\b(?:first person|i[- ]form|i[- ]perspective|i[- ]sentences|i[- ]statements|(?:from )?(?:her|his|their) (?:own )?(?:perspective|point of view|mouth)|as if (?:she|he|they) (?:wrote|were writing|said|had written) (?:it|them|this)(?: (?:her|him|them)sel(?:f|ves))?|"
    r"(?:use|using|with|start|begin|starting|beginning)(?: the| form| word| pronoun){0,3} [\"'“‘]?I(?:['’]ll| will| am going to)?\b(?! (?:noticed|saw|heard|wrote|said|think|want)))|[\"'“‘]I (?:will|am|want)\b|[\"'“‘]I['’]ll\b|[\"'“‘]I[\"'”’](?: instead of| rather than|, not)?|:\s*I will\b|\b(?:says|said|say) (?:it|them|this|that) (?:her|him|them)sel(?:f|ves)\b|\bas I will\b"
)
_SECOND = re.compile(
    r"(?i)\b(?:second person|you[- ]form|(?:address|speak to|talk to|write to) (?:her|him|them|the client|[A-Z]\w+) directly|directly to (?:her|him|them)|(?:use|with|say|write)(?: \w+){0,4} [\"'“‘]you(?:r| will|['’]ll)?\b)|[\"'“‘]you(?: will|['’]ll)?[\"'”’]|\bas you will\b"
)
_BARE = re.compile(
    r"(?i)(?!(?:she|he|they|the|her|his|their|both|all|no|every|each|it|there|when|if|on|by|in|at|a|an|two|three|one)\b)[a-z]+(?:-[a-z]+)?\b(?!:)"
)


def change_voice(request: Request) -> Plan | None:
    """Put commitments, or the whole, into the first or the second person; None where the clause asks for neither."""
    clause = request.clause.strip()
    family = "i" if _FIRST.search(clause) else "you" if _SECOND.search(clause) else ""
    if not family or re.match(r"(?i)(?:add|append|insert|rename|remove|delete|what|who|did|does)\b", clause):
        return None
    document = request.document
    commitments = section_of_kind(document, "commitments")
    low = clause.lower()
    named = [index for index in document.named if document.sections[index].name.lower() in low]
    if (
        not named
        and re.search(r"\b(?:commitments?|tasks?|actions?|to-?dos?|agreements?|homework|steps)\b", low)
        and commitments is not None
    ):
        named = [commitments]
    sections = [number for index in named for number in document.subtree(index)] or list(range(len(document.sections)))
    if not named and commitments is not None and re.search(r"\bi(?:'ll| will)\b|\byou will\b", low):
        sections = list(document.subtree(commitments))
    person = main_person(document) or ""
    edits: list[Edit] = []
    for place in document.places(sections):
        if document.sections[place[0]].name in request.spared:
            continue
        text = document.block(place).text
        new = _spoken(document, text, family, person, place[0] == commitments)
        if new != text:
            edits.append(SetText(*place, new))
    if not edits:
        return None
    how = "the first person" if family == "i" else "words that speak to the client"
    where = " and ".join(document.sections[index].name for index in named)
    return Plan(
        f"I put {where or 'the summary'} into {how}.", tuple(edits), asked=(person, *person.split()), made=("I",)
    )


def _spoken(document: Document, text: str, family: str, person: str, task: bool) -> str:
    """Return `text` as the client says it, or as it is said to them; who else is spoken of stays."""
    new = exchanged(text, gender(document), family)
    first = person.split(maxsplit=1)[0] if person else ""
    owner = re.match(rf"(?:{re.escape(person)}|{re.escape(first)}): +", new) if person else None
    if owner:
        new = new[owner.end() :]
    for name in dict.fromkeys((person, first)):
        new = unnamed(new, name, family) if name else new
    if task and _BARE.match(new) and _is_task(new, person):
        verb = f"{new[:1].lower()}{new[1:]}"
        new = f"I will {verb}" if family == "i" else f"You will {verb}" if new == text else new
    return new


def _is_task(text: str, person: str) -> bool:
    """Tell whether a task says what to do without saying who: "Ask Tom …", not "Tom asks …" or "No calls"."""
    word = re.match(r"[^\W\d_]+", text)
    if word is None or word[0] in person.split() or word[0] == "I" or word[0].endswith("ing"):
        return False
    return not re.match(r"\S+\s+(?:is|are|was|will|has|have|can)\b", text)
