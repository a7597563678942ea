"""This file reads "and the same for the commitments" as the request before, said of another section."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re

from coachdesk.assistant.document import Document
from coachdesk.assistant.gist.said import read_said
from coachdesk.assistant.request import Request

_SAME = re.compile(
    r"(?i)(?:and |then |also |please )*(?:(?:do|apply) )?(?:exactly )?(?:the )?(?:same|likewise|ditto)(?: thing| please| goes| again)*(?: (?:for|with|to|in|on))? (?P<what>(?:the |her |his |my )?[\w' &-]{3,40}?)(?: too| as well| please)*[.!]*"
)


def repeated(clauses: tuple[str, ...], document: Document) -> tuple[str, ...]:
    """Return the clauses, each that repeats the one before it put in full."""
    result: list[str] = []
    for clause in clauses:
        found = _SAME.fullmatch(clause.strip())
        before = read_said(Request(result[-1], result[-1], document)) if found is not None and result else None
        if found is None or before is None or not before.mentions:
            result.append(clause)
            continue
        first, last = before.mentions[0], before.mentions[-1]
        result.append(
            f"{before.text[: first.start]}{re.sub(r'(?i)^(?:the|her|his|my) ', '', found['what'])}{before.text[last.end :]}"
        )
    return tuple(result)
