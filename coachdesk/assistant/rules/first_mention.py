"""This file gives a name in full where it stands first, and leaves it as it is after that."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re

from coachdesk.assistant.edits import Plan, SetText
from coachdesk.assistant.people import distinct_names
from coachdesk.assistant.request import Request

_FULL = re.compile(r"(?i)\b(?:full|whole|complete|first and last) names?\b|\bsurname\b")
_ONCE = re.compile(
    r"(?i)\b(?:first (?:mention\w*|time|occurrence|appear\w*)|where (?:she|he|it|the name) (?:is )?first|the first one|(?:only )?(?:once )?at the (?:beginning|start|top)|when (?:she|he) (?:is )?first)\b"
)
_NAME = re.compile(r"(?-i:[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)+)")


def name_in_full(request: Request) -> Plan | None:
    """Put the full name for the first mention of whom it belongs to; None where a clause asks for no such thing."""
    clause = request.clause
    if not _FULL.search(clause) or not _ONCE.search(clause):
        return None
    known = distinct_names(request.document.text)
    for found in _NAME.finditer(clause):
        own = [name for name in known if name in found.group().split() and len(name.split()) == 1]
        if not own:
            continue
        for place in request.document.places():
            text = request.document.block(place).text
            hit = re.search(rf"(?<!\w){re.escape(own[0])}(?!\w)", text)
            if hit is not None:
                new = text[: hit.start()] + found.group() + text[hit.end() :]
                return Plan(
                    f"I wrote {found.group()} where {own[0]} stands first.",
                    (SetText(*place, new),),
                    made=(found.group(),),
                )
    return None
