"""This file weighs what a summary would lose with some words: names and deadlines most, repeated facts least."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re
from collections import Counter

from coachdesk.assistant.document import Document
from coachdesk.assistant.facts import DAY_KINDS, Fact, facts
from coachdesk.assistant.joining import TOPIC_KEPT
from coachdesk.assistant.lexicon import content_stems
from coachdesk.assistant.people import main_person
from coachdesk.assistant.targets import find_section

_DEAR = DAY_KINDS - {"relative", "year"} | {"name", "time"}


_ALL_STAY = re.compile(
    r"(?i)\b(?:keep|keeping|leave|retain|preserve|without (?:losing|dropping|removing|deleting)|don't (?:lose|drop|remove|delete)|do not (?:lose|drop|remove|delete))\b(?: in)? (?:(?:all|any|every|each|single|one|of|the|them|her|his|\d+|two|three|four|five|six|seven|eight|nine|ten) ){1,4}"
    r"(?:points?|bullets?(?: ?points?)?|items?|insights?|observations?|statements?|tasks?|actions?|commitments?|ones|entries|lines)\b"
)


def items_stay(said: str) -> bool:
    """Tell whether no item may go: "shorten it, but keep all five points"."""
    return bool(_ALL_STAY.search(said))


def topics_kept(said: str) -> list[str]:
    """Return what a message to shorten wants left as it is: "keep what he said about the figures"."""
    return [
        re.sub(r"(?i)^.*?\b(?:about|on|with|of|where|that)\s+", "", found["what"])
        for part in re.split(r"[.;,!?]\s+|\s+but\s+", said)
        if (found := TOPIC_KEPT.fullmatch(part.strip(" .!"))) is not None
    ]


class Weights:
    """What each fact of a summary is worth: the person coached and deadlines most, what stands twice least."""

    def __init__(self, document: Document, *, closely: bool = True, kept: frozenset[str] = frozenset()) -> None:
        self._kept = kept
        self._person = main_person(document) or ""
        self._count = Counter(fact.key for fact in facts(document.text)) if closely else Counter()
        title = document.title
        opening = [index for index in range(len(document.sections)) if document.sections[index].prose]
        self._focus = opening[0] if opening else title or 0
        self._commitments = find_section(document, "commitments")
        self._next = find_section(document, "next session")
        self._title = document.title

    def of_text(self, section: int, text: str, kept: str = "") -> float:
        """Return what is lost when `text` goes and `kept` stays."""
        left = {fact.key for fact in facts(kept)}
        worth = sum(self._fact(section, fact) for fact in facts(text) if fact.key not in left)
        lost = set(content_stems(text)) - set(content_stems(kept))
        return worth + (0.6 if section == self._focus else 0.35 if section == self._commitments else 0.12) * len(lost)

    def _fact(self, section: int, fact: Fact) -> float:
        worth = {
            "name": 9.0,
            "date": 9.0,
            "weekday": 9.0,
            "day": 9.0,
            "relative": 5.0,
            "time": 6.0,
            "month": 3.0,
            "money": 3.5,
            "percent": 3.0,
        }.get(fact.kind, 1.5 if fact.kind in ("number", "multiple") else 2.5)
        if fact.text == self._person:
            worth = 20.0
        if fact.kind in self._kept:
            worth = 100.0
        if section == self._focus:
            worth += 3.0
        elif section == self._commitments:
            worth += 4.0
        return worth * (0.3 if self._count[fact.key] > 1 else 1.0)

    def loses(self, before: str, after: str) -> bool:
        """Tell whether a cut takes the last mention of a fact away."""
        return bool(self._lost(before, after))

    def loses_kept(self, before: str, after: str) -> bool:
        """Tell whether a cut takes the last mention of a fact away that the coach wants kept."""
        return bool(self._lost(before, after) & self._kept)

    def loses_dear(self, before: str, after: str) -> bool:
        """Tell whether a cut takes the last mention of a name, a date or a time away."""
        return bool(self._lost(before, after) & _DEAR)

    def _lost(self, before: str, after: str) -> set[str]:
        left = {fact.key for fact in facts(after)}
        return {fact.kind for fact in facts(before) if fact.key not in left and self._count[fact.key] <= 1}

    def at_a_glance(self, section: int, sentence: str) -> float:
        """Return what a sentence is worth for each word, by capitals and digits alone: for very long texts."""
        signs = len(re.findall(r"\d+|(?<=\s)[A-Z]\w+", sentence))
        return (
            signs + (4 if section in (self._focus, self._next) else 2 if section == self._commitments else 0.2)
        ) / max(1, len(sentence.split()))

    def lose(self, before: str, after: str) -> None:
        """Take note that a text went: what stood there and elsewhere too may now stand once only."""
        self._count.subtract(Counter(fact.key for fact in facts(before)))
        self._count.update(Counter(fact.key for fact in facts(after)))

    def of_block(self, section: int, text: str) -> float:
        """Return what is lost when a whole block goes."""
        base = 1.0
        if section in (self._focus, self._next, self._title):
            base = 25.0
        elif section == self._commitments:
            base = 9.0
        return base + self.of_text(section, text)
