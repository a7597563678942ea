"""This file splits blocks into sentences and finds the statement of a summary that a phrase speaks of."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from coachdesk.assistant.document import Document
from coachdesk.assistant.lexicon import content_stems, related

_END = re.compile(r"[.!?…。！？؟]+[\"'”’»)*_]*(?=\s|$)|[。！？]")
_ABBREVIATION = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|prof|st|vs|etc|e\.g|i\.e|a\.m|p\.m|jr|sr|inc|ltd|co|approx|no|bzw|z\.\s?b|d\.\s?h|ca)|\b[A-Z]|\b\d{1,2})$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Statement:
    """One sentence of a block: where it stands (`start` and `end` within the block's text) and its words."""

    place: tuple[int, int]
    start: int
    end: int
    text: str


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of each sentence of `text`, without the space between them."""
    spans: list[tuple[int, int]] = []
    start = 0
    for found in _END.finditer(text):
        before = text[start : found.start()]
        after = text[found.end() :]
        if found.group() == "." and after.strip():
            if re.search(r"\b(?:a\.m|p\.m|etc|\d{1,2})$", before, re.IGNORECASE):
                if not re.match(r"\s+[A-Z\"“]", after) or (
                    re.search(r"\d$", before) and re.match(r"\s+[A-ZÄÖÜ]\w+(?:[\s,.;]|$)", after) and _month(after)
                ):
                    continue
            elif _ABBREVIATION.search(before) or re.match(r"\s+[a-z]", after):
                continue
        spans.append((start, found.end()))
        start = found.end() + len(after) - len(after.lstrip())
    if text[start:].strip():
        spans.append((start, len(text)))
    return spans


def _month(after: str) -> bool:
    return bool(re.match(r"\s+(?:Jan|Feb|M[äa]r|Apr|Ma[iy]|Jun|Jul|Aug|Sep|O[kc]t|Nov|De[zc])", after))


def statements(document: Document, sections: list[int] | None = None) -> list[Statement]:
    """Return every sentence of the items and paragraphs, of all sections or of those named."""
    result = []
    for place in document.places(sections):
        text = document.block(place).text
        for start, end in sentence_spans(text):
            result.append(Statement(place, start, end, text[start:end]))
    return result


class Matcher:
    """Compares a phrase with texts by their stems; rare stems weigh more than common ones."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._stems = [Counter(content_stems(text)) for text in texts]
        self._spread: Counter[str] = Counter()
        for stems in self._stems:
            self._spread.update(stems.keys())
        self._known = list(self._spread)

    def rank(self, phrase: str) -> list[tuple[float, int]]:
        """Return (share of the phrase's weight that the text covers, index) of texts with any, best first."""
        return self.rank_stems(content_stems(phrase))

    def rank_stems(self, stems_wanted: Iterable[str]) -> list[tuple[float, int]]:
        """Return the same for stems that were taken from a phrase before."""
        wanted = list(dict.fromkeys(stems_wanted))
        if not wanted or not self._stems:
            return []
        near = {stem: {other: score for other in self._known if (score := related(stem, other)) > 0} for stem in wanted}
        total = len(self._stems)
        weight = {
            stem: 1.0 + math.log(total / max(1, max((self._spread[other] for other in near[stem]), default=1)))
            for stem in wanted
        }
        whole = sum(weight.values())
        ranked = []
        for index, stems in enumerate(self._stems):
            score = sum(
                weight[stem] * max((near[stem][other] for other in near[stem] if other in stems), default=0.0)
                for stem in wanted
            )
            if score > 0:
                ranked.append((score / whole, index))
        return sorted(ranked, key=lambda pair: (-pair[0], pair[1]))


def best_statements(
    document: Document, phrase: str, sections: list[int] | None = None
) -> list[tuple[float, Statement]]:
    """Return the statements that share words with `phrase`, best first, with their scores from 0 to 1."""
    found = statements(document, sections)
    return [(score, found[index]) for score, index in Matcher(statement.text for statement in found).rank(phrase)]


def best_blocks(
    document: Document, phrase: str, sections: list[int] | None = None
) -> list[tuple[float, tuple[int, int]]]:
    """Return the places of items and paragraphs that share words with `phrase`, best first."""
    places = list(document.places(sections))
    return [(score, places[index]) for score, index in Matcher(document.block(p).text for p in places).rank(phrase)]


def clearly_best(ranked: list[tuple[float, tuple[int, int]]], least: float = 0.5) -> list[tuple[int, int]]:
    """Return the places that a phrase means: the best one, and those as good; none if the best covers too little."""
    if not ranked or ranked[0][0] < least:
        return []
    top = ranked[0][0]
    return [place for score, place in ranked if score >= top - 0.01]
