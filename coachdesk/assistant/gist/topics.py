"""This file finds what a request speaks of besides its wish: the words that the summary knows, part by part."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re
from typing import Protocol

from coachdesk.assistant.document import Document
from coachdesk.assistant.lexicon import STOP_STEMS, content_stems, related
from coachdesk.assistant.people import name_of_role

_PARTS = re.compile(
    r"(?i)[|,;.!?–—]|\s-\s|\b(?:and|or|too|as well|both|because|since|please|pls|und|oder|auch|bitte|et|ou|aussi|car|stp|svp|y también|también|y|por favor|porfa)\b"
)
_SMALL = STOP_STEMS | frozenset(
    "part bit remark thing stuff section insight insights commitment commitments task tasks everything anything all completely entirely anywhere everywhere "
    "about matters matter mention mentioned talk private confidential harsh personal want need like rather lovely belong paragraph "
    "rest written writing there here it's that's i'd i'm no not nothing next session time "
    "der die das den dem ein eine was über von im in aus bitte ist das sie er "
    "le la les ce qui que concerne concernant son sa ses de du des un une au zum zur mit dem seine seinem ihre ihrem zahlen dass haben hat lo del el la los las con sobre que".split()
)


class Spoken(Protocol):
    """What is asked of a request here."""

    @property
    def document(self) -> Document:
        """The summary."""

    def rest(self, *patterns: re.Pattern[str]) -> str:
        """Return the request without its sections and without what `patterns` find."""


def topics_of(said: Spoken, *cues: re.Pattern[str]) -> list[str]:
    """Return what a request speaks of, if the summary has the words: "daughter Efua", "swimming"."""
    there = set(content_stems(said.document.text))
    found: list[str] = []
    for part in _PARTS.split(said.rest(*cues)):
        words = [word for word in re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", part) if word.lower() not in _SMALL]
        told = [
            word for word in words if any(related(one, other) >= 0.7 for one in content_stems(word) for other in there)
        ]
        if not told or len(told) * 2 < len(words):
            continue
        topic = " ".join(told)
        role = name_of_role(said.document, f"the {told[-1]}") if told[-1].islower() else None
        found.append(topic)
        if role is not None and role.name not in topic and role.phrase not in ("the client", "the company"):
            found.append(role.name)
    return list(dict.fromkeys(found))
