"""This file reads a remark on a heading as another one for it: "Topic sounds odd, Focus is better"."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re

from coachdesk.assistant.edits import Plan
from coachdesk.assistant.request import Request, unquoted
from coachdesk.assistant.rules.replacing import rename_heading

_WORDS = r"[\"'“‘][^\"'“”‘’]{2,40}[\"'”’]|(?-i:[A-Z])[\w'’&-]*(?: [\w'’&-]+){0,3}?"
_OLD = rf"(?:the )?(?:heading |title |word )?(?P<old>{_WORDS})(?: as (?:a |the )?(?:heading|title|headline))?"
_REMARK = r"(?:is|sounds?|looks?|reads?|feels?|seems?)(?: not| n't|n't)? (?:a |an |the |really |so |a bit |rather |too |very |quite )*[\w' -]{3,30}"
_BETTER = r"(?:(?:please |and |so |i'd |i would |we |rather |better |maybe |how about |what about |why not |make it |call it |say |use |write |put |prefer |like |take )+)"
_FORMS = tuple(
    re.compile(f"(?i)^{form}$")
    for form in (
        rf"(?:the )?(?:heading|title|headline) (?P<old>[\w' &-]{{3,30}}?) {_REMARK}[,;.:!–—-]+ ?{_BETTER}(?P<new>{_WORDS})(?: instead| please| maybe)*",
        rf"{_OLD} {_REMARK}[,;.:!–—-]+ ?{_BETTER}(?P<new>{_WORDS})(?: instead| please| maybe)*",
        rf"{_OLD} {_REMARK}[,;.:!–—-]+ ?(?P<new>{_WORDS}) (?:is|would be|sounds|reads|fits|looks) (?:much |far |a lot |way )*(?:better|nicer|clearer|shorter|more fitting|good|right|fine|preferable|best)",
        rf"(?:i'd |i would |we'd |we |i )?(?:rather |much )?(?:prefer|like|want|have|say)? ?(?P<new>{_WORDS}) (?:over|to|rather than|instead of|more than|better than) {_OLD}",
        rf"(?P<new>{_WORDS}) (?:is|would be|sounds|reads|fits|looks) (?:much |far |a lot |way )*(?:better|nicer|clearer|shorter|more fitting) (?:than|as a heading than) {_OLD}",
    )
)


def better_heading(request: Request) -> Plan | None:
    """Give a section the heading that the clause likes better; None where it speaks of no heading."""
    clause = request.clause.strip().rstrip(".!?")
    for form in _FORMS:
        found = form.match(clause)
        if found is None:
            continue
        old, new = unquoted(found["old"]).strip(), unquoted(found["new"]).strip()
        for index in request.document.named:
            if request.document.sections[index].name.lower() == old.lower() and new.lower() != old.lower():
                return rename_heading(request.document, index, new)
    return None
