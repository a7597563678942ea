"""This file says what a request is after that adds something, in whichever language it announces it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coachdesk.assistant.gist import cues
from coachdesk.assistant.gist.said import Said
from coachdesk.assistant.targets import section_of_kind

_CONTENT = re.compile(
    r"(?is)^(?P<head>[^:]{2,120}?)\s*:\s*(?P<text>\S.+)$|^(?P<head2>.{4,110}?)\b(?:that|dass|daß|que|qu')\s*(?P<text2>\S.+)$"
)
_COMMITMENT = re.compile(
    r"(?i)\b(?:commitments?|tasks?|to-?dos?|actions?|promis\w+|agreed|vereinbarung\w*|aufgabe\w*|engagements?|tâches?|maßnahme\w*)\b"
)
_INSIGHT = re.compile(
    r"(?i)\b(?:insights?|observations?|findings?|erkenntnis\w*|einsicht\w*|constats?|prises? de conscience)\b"
)


def added(said: Said) -> Iterator[str]:
    if not cues.ADDING.search(said.text):
        return
    found = _CONTENT.match(said.request.clause.strip())
    head = (found["head"] or found["head2"]) if found else ""
    text = (found["text"] or found["text2"]) if found else ""
    long = [quoted for quoted in said.quoted if len(quoted.split()) > 2]
    if long:
        text, head = long[0], said.text.replace(long[0], "")
    if not text or not (cues.ADDING.search(head) or said.mentions):
        return
    where = next((said.document.sections[one.section].name for one in said.mentions if one.start < len(head)), "")
    if not where:
        where = _kind_named(said, head)
    if where:
        yield f"add to {where}: {text}"


def _kind_named(said: Said, head: str) -> str:
    for pattern, kind in ((_COMMITMENT, "commitments"), (_INSIGHT, "insights")):
        if pattern.search(head) and (index := section_of_kind(said.document, kind)) is not None:
            return said.document.sections[index].name
    return ""
