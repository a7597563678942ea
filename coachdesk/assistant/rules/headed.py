"""This file puts running text under headings: who and what for first, what will be done and the next date last."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re

from coachdesk.assistant.document import Document
from coachdesk.assistant.edits import AddSection, Edit, Plan, RemoveBlock
from coachdesk.assistant.request import Request
from coachdesk.assistant.statements import sentence_spans
from coachdesk.assistant.targets import is_kind

_FORMS = (
    re.compile(
        r"(?i)^(?:put|split|divide|break|sort|structure|arrange|organi[sz]e|order|cut|bring|format|turn|write|separate|group|file|distribute|lay out|set out|rearrange)(?: up)?\s+(?:all )?(?:this|it|that|everything|the (?:whole )?(?:summary|text|thing|notes?|paragraph))(?: up| out)?\s+"
        r"(?:under|into|in|by|with|using|among|between|beneath|according to)\s+(?:the |these |those |our |my |four |five |three |two |following |usual |default |standard |proper |separate |clear )*"
        r"(?:headings?|sections?|headlines?|parts?|headers?|chapters?|titles)\b(?:\s+(?:of|called|named|for|such as|like))?\s*[:–,-]?\s*(?P<names>.*)$"
    ),
    re.compile(
        r"(?i)^(?:add|give|use|insert|introduce|with|make|need|want)\s+(?:it |this |the (?:summary|text) |me )?(?:the |these |our |some |usual |default |standard |four |five |three |proper |following )*"
        r"(?:headings?|section headings?|headlines?|sections)\b(?:\s+(?:to|for|in) (?:it|this|the (?:summary|text)))?\s*[:–,-]?\s*(?P<names>.*)$"
    ),
    re.compile(
        r"(?i)^(?:(?:it|this|the (?:summary|text))\s+)?(?:needs?|should have|wants?|could use)\s+(?:the |these |our |some |usual |default |four |proper )*(?:headings?|section headings?|headlines?|sections)\b\s*[:–,-]?\s*(?P<names>.*)$"
    ),
)
_DEFAULT = ("Focus", "Insights", "Commitments", "Next session")
_MEETING = re.compile(
    r"(?i)\b(?:next (?:session|meeting|appointment|call|time|conversation)|(?:we|they) (?:will )?(?:meet|speak|talk|see each other)(?: each other)? (?:again|next|on)|see (?:her|him|them|each other) again|follow-?up (?:session|call|meeting))\b"
)
_PROMISED = re.compile(
    r"(?i)\b(?:will(?! (?:never|not be|probably))|promised|agreed to|committed to|undertook|decided to|is going to|are going to|plans to|intends to|has (?:set|given) (?:her|him|them)sel(?:f|ves)|wants to (?:ask|call|write|send|talk|speak|try|visit|tell|book))\b"
)
_AIM = re.compile(
    r"(?i)\b(?:wants? to|hopes? to|would like to|goal|aim|focus|came (?:to|with|because)|spoke about|talked about|asked (?:for|how|whether)|topic|is looking for|needs to decide|has to (?:decide|answer|choose)|wondered|question)\b"
)


def put_under_headings(request: Request) -> Plan | None:
    """Sort the sentences of a summary without headings under those that the clause names, or the usual ones."""
    clause = request.clause.strip().rstrip(".!")
    found = next((match for form in _FORMS if (match := form.match(clause))), None)
    document = request.document
    if found is None or document.named or not any(section.prose for section in document.sections):
        return None
    said = [
        re.sub(r"(?i)^(?:the|and|then)\s+", "", name.strip(" .\"'“”‘’"))
        for name in re.split(r"\s*(?:,|;|/|\band\b|&)\s*", found["names"])
    ]
    names = [name[:1].upper() + name[1:] for name in said if 0 < len(name.split()) <= 4]
    if said != [""] and len(names) < 2:
        return None
    return _sorted(document, names or list(_DEFAULT))


def _sorted(document: Document, names: list[str]) -> Plan | None:
    kinds = {
        kind: name
        for kind in ("focus", "insights", "commitments", "next session")
        for name in names
        if is_kind(name, kind)
    }
    if len(kinds) < 2:
        return None
    rest = kinds.get("insights") or kinds.get("focus") or names[0]
    bodies: dict[str, list[str]] = {name: [] for name in names}
    for number, (text, item) in enumerate(_pieces(document)):
        kind = _kind(text, number)
        name = kinds.get(kind, rest)
        bodies[name].append(f"- {text}" if item or kind in ("insights", "commitments") else text)
    edits: list[Edit] = [
        RemoveBlock(number, index) for number, section in enumerate(document.sections) for index in section.prose
    ]
    for name in names:
        lines = bodies[name]
        listed = any(line.startswith("- ") for line in lines)
        edits.append(AddSection(len(document.sections), name, ("\n" if listed else " ").join(lines) + "\n"))
    empty = [name for name in names if not bodies[name]]
    told = f" I found nothing for {' and '.join(empty)}." if empty else ""
    return Plan(f"I put the text under the headings {', '.join(names)}.{told}", tuple(edits), made=tuple(names))


def _pieces(document: Document) -> list[tuple[str, bool]]:
    found: list[tuple[str, bool]] = []
    for place in document.places():
        block = document.block(place)
        text = " ".join(block.text.split())
        found += [(text[start:end], block.kind == "item") for start, end in sentence_spans(text)]
    return found


def _kind(text: str, number: int) -> str:
    if _MEETING.search(text):
        return "next session"
    if number == 0:
        return "focus"
    if _PROMISED.search(text):
        return "commitments"
    return "focus" if number < 3 and _AIM.search(text) else "insights"
