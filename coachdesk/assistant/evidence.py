"""This file links each statement of a summary with the transcript lines that support it.

A statement has support where a stretch of at most eight lines holds half of the weight of its content words (rare words
weigh more) and every figure and date in it, and the transcript holds every name in it. So it works for any summary,
whoever wrote it: the coach, a model, a refinement. What is absent from the result has no support.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable

import msgspec

from coachdesk.assistant.facts import names, values
from coachdesk.assistant.lexicon import NUMBER_VALUES
from coachdesk.assistant.statements import sentence_spans
from coachdesk.assistant.vocabulary import STOP_WORDS, stem, words_of
from coachdesk.domain.session import Transcript

ABOUT = "The conversation was mainly about "
NOT_AGREED = "Not agreed."
NOT_SOUGHT = "Not looked for: this is found in English conversations only."
NONE_MADE = "No clear commitment was found."

_WINDOW_LINES = 8
_MOST_BEGINNINGS = 1000
_ENOUGH = 0.5  # of the weight of a statement's words
_CLOSING_LINES = 12  # where a next session would have been agreed
_MARKER = re.compile(r"^\s*(?:>\s*)*(?:[-*+•–]|\d{1,4}[.)])\s+(?:\[[ xX]\]\s+)?|^\s*(?:>\s*)+")
_HEADING = re.compile(r"^\s{0,3}#{1,6}(?:\s|$)")
_RULE = re.compile(r"^[\s|:=*_-]+$")
_SPEAKER = re.compile(r"^(?P<who>[^:\n]{1,60}): +(?=\S)")
_FULL_HOUR = re.compile(r"(?<=\d)[:.]00\b")
_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec".split()
)
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat".split())
_ORDINALS = {
    word: str(value)
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
        "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        1,
    )
}


class Evidence(msgspec.Struct, frozen=True):
    """A statement of a summary and the lines of the transcript, 1-based and inclusive, that support it."""

    statement: str
    lines: tuple[int, int]


def statements_of(summary: str) -> tuple[str, ...]:
    """Return the sentences of `summary`, without list markers; no headings, rules or code."""
    found: list[str] = []
    fenced = False
    for line in summary.splitlines():
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
            continue
        if fenced or _HEADING.match(line) or _RULE.match(line):
            continue
        text = _MARKER.sub("", line).strip()
        found += [text[start:end].strip() for start, end in sentence_spans(text) if re.search(r"\w", text[start:end])]
    return tuple(found)


def evidence_for(summary: str, transcript: Transcript) -> tuple[Evidence, ...]:
    """Return the statements of `summary` that `transcript` supports, in order; takes 0.5 s for 20,000 words."""
    if not transcript.lines:
        return ()
    source = Source(transcript)
    found = ((statement, source.support(statement)) for statement in statements_of(summary))
    return tuple(Evidence(statement, lines) for statement, lines in found if lines is not None)


def unsupported(statement: str, known: frozenset[str]) -> tuple[str, ...]:
    """Return the names, figures and dates of `statement` that have a part outside the tokens `known`."""
    wanted = [fact.text for fact in (*values(statement), *names(statement))]
    return tuple(text for text in wanted if not tokens_of([text]) <= known)


def tokens_of(texts: Iterable[str]) -> frozenset[str]:
    """Return the words of `texts` so spelled that "12th" and "12", "ten" and "10", "Tom's" and "Tom" are alike."""
    return frozenset(
        token
        for text in texts
        for word in words_of(_FULL_HOUR.sub("", text.replace("_", "")))
        for token in _parts(word)
    )


class Source:
    """A transcript with an index of its words; build it once for many statements."""

    def __init__(self, transcript: Transcript) -> None:
        self._speakers = [line.speaker for line in transcript.lines]
        self._words = [f" {' '.join(words_of(line.text))} " for line in transcript.lines]
        self._tokens = [tokens_of([line.text]) for line in transcript.lines]
        self._known = frozenset().union(*self._tokens, tokens_of(set(self._speakers)))
        self._stems = [
            frozenset(stem(token) for token in tokens | tokens_of([speaker]) if token not in STOP_WORDS)
            for tokens, speaker in zip(self._tokens, self._speakers, strict=True)
        ]
        self._spread = Counter(one for stems in self._stems for one in stems)
        self._places: dict[str, list[int]] = defaultdict(list)
        for number, stems in enumerate(self._stems):
            for one in stems:
                self._places[one].append(number)

    def support(self, statement: str) -> tuple[int, int] | None:
        """Return the shortest best stretch of lines (1-based, inclusive) that supports `statement`, or None."""
        count = len(self._stems)
        if statement in (NONE_MADE, NOT_SOUGHT):
            return (1, count)
        if statement == NOT_AGREED:
            return (max(1, count - _CLOSING_LINES + 1), count)
        if unsupported(statement, self._known):
            return None
        if statement.startswith(ABOUT):
            return self._first_mentions(statement.removeprefix(ABOUT))
        speaker = _SPEAKER.match(statement)
        who = speaker["who"].strip("*_ ") if speaker else ""
        said_by = who if who and any(who in name for name in set(self._speakers)) else ""
        text = statement[speaker.end() :] if speaker and said_by else statement
        literal = f" {' '.join(words_of(text))} "
        for number, words in enumerate(self._words, 1):
            if literal in words and (not said_by or said_by in self._speakers[number - 1]):
                return (number, number)
        tokens = tokens_of([text])
        wanted = {stem(token) for token in tokens if token not in STOP_WORDS} or {stem(token) for token in tokens}
        figures = {token for fact in values(text) for token in tokens_of([fact.text]) if _figure(token)}
        return self._best(wanted, figures, said_by)

    def _first_mentions(self, phrases: str) -> tuple[int, int] | None:
        """Return the lines from the first to the last first mention of what a list of topics names."""
        wanted = {stem(token) for token in tokens_of([phrases]) if token not in STOP_WORDS}
        if not wanted or not all(one in self._places for one in wanted):
            return None
        first = [self._places[one][0] + 1 for one in wanted]
        return (min(first), max(first))

    def _beginnings(self, wanted: set[str]) -> list[int]:
        """Return lines that hold a wanted stem, those of the rarest stems first where there are many."""
        found: set[int] = set()
        for one in sorted(wanted, key=lambda stem: self._spread[stem]):
            found.update(self._places.get(one, ()))
            if len(found) > _MOST_BEGINNINGS:
                break
        return sorted(found)

    def _best(self, wanted: set[str], figures: set[str], said_by: str) -> tuple[int, int] | None:
        weight = {one: 1.0 + math.log(len(self._stems) / max(1, self._spread[one])) for one in wanted}
        whole = sum(weight.values())
        best: tuple[float, int, int] | None = None
        for first in self._beginnings(wanted):
            held: set[str] = set()
            shown: set[str] = set()
            for last in range(first, min(first + _WINDOW_LINES, len(self._stems))):
                new = not self._stems[last].isdisjoint(wanted - held) or not self._tokens[last].isdisjoint(figures)
                if last > first and not new:
                    continue
                held |= wanted & self._stems[last]
                shown |= figures & self._tokens[last]
                score = sum(weight[one] for one in held) / whole
                if score < _ENOUGH or shown != figures:
                    continue
                own = said_by and said_by in self._speakers[first]
                value = score - 0.05 * (last - first) + (0.1 if own else 0.0)
                if best is None or value > best[0]:
                    best = (value, first + 1, last + 1)
        return None if best is None else best[1:]


def _figure(token: str) -> bool:
    return token[0].isdigit() or token in _MONTHS or token in _DAYS


def _parts(word: str) -> Iterable[str]:
    """Yield the parts of a word between its hyphens, which recognisers set as they like, each in one spelling."""
    for part in word.split("-"):
        bare = part.removesuffix("'s").strip("'")
        if bare in _ORDINALS:
            yield _ORDINALS[bare]
        if bare in NUMBER_VALUES:
            yield str(NUMBER_VALUES[bare])
        elif bare[:1].isdigit():
            yield re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "", bare).lstrip("0") or "0"
        elif bare in _MONTHS or bare in _DAYS or bare.removesuffix("s") in _DAYS:
            yield bare[:3]
        elif bare:
            yield bare
