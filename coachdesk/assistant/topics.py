"""This file names what a conversation was about, by the phrases that come up again and again in it.

Candidates are runs of two or three content words, and single ones; a phrase counts by how often it is said, how many
speakers say it, and over how much of the conversation it is spread. A part of a better phrase is left out.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence

import msgspec

from coachdesk.assistant.lexicon import NUMBER_VALUES
from coachdesk.assistant.spoken import Sentence
from coachdesk.assistant.vocabulary import CALENDAR, LOOSE_WORDS, STOP_WORDS, stem

_TOKEN = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*|[^\w\s]")
_NO_NOUN = re.compile(r".{2,}(?:ing|ed|ly)$")
_STRETCHES = 12
_FEWEST_WORDS = 60  # content words below which nothing is said again and again


class Topic(msgspec.Struct, frozen=True):
    """A phrase as it is mostly spelled, and the line (1-based) where it first comes up."""

    phrase: str
    line: int


def topics(said: Sequence[Sentence], most: int = 5) -> list[Topic]:
    """Return at most `most` topics of the English sentences `said`, in the order in which they come up."""
    spelled: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    lines: dict[tuple[str, ...], list[int]] = defaultdict(list)
    speakers: dict[tuple[str, ...], set[str]] = defaultdict(set)
    last = max((sentence.lines[1] for sentence in said), default=1)
    count = 0
    for sentence in said:
        for words in _runs(sentence.text):
            count += len(words)
            for length in (1, 2, 3):
                for start in range(len(words) - length + 1):
                    phrase = words[start : start + length]
                    if (length == 1 and (len(phrase[0]) < 4 or _NO_NOUN.match(phrase[0]))) or (
                        _NO_NOUN.match(phrase[-1]) and not phrase[-1].endswith("ing")
                    ):
                        continue
                    key = tuple(stem(word.lower()) for word in phrase)
                    spelled[key][" ".join(phrase)] += 1
                    lines[key].append(sentence.lines[0])
                    speakers[key].add(sentence.speaker)
    least = 3
    worth = {
        key: math.log(1 + len(at))
        * (1.0, 2.2, 2.4)[len(key) - 1]
        * math.log(1 + len({line * _STRETCHES // (last + 1) for line in at}))
        * (1.0 if len(speakers[key]) > 1 else 0.7)
        for key, at in lines.items()
        if len(at) >= least
    }
    if count < _FEWEST_WORDS:
        return []
    people = {
        stem(word.lower()) for speaker in {sentence.speaker for sentence in said} for word in _TOKEN.findall(speaker)
    }
    chosen: list[tuple[str, ...]] = []
    for key in sorted(worth, key=lambda one: -worth[one]):
        if not people.issuperset(key) and not any(set(key) & set(other) for other in chosen):
            chosen.append(key)
        if len(chosen) == most:
            break
    found = [Topic(spelled[key].most_common(1)[0][0], lines[key][0]) for key in chosen]
    return sorted(found, key=lambda topic: topic.line)


def _runs(text: str) -> list[list[str]]:
    """Return the runs of content words of `text`, numbers and loose words left out."""
    runs: list[list[str]] = [[]]
    for index, token in enumerate(_TOKEN.findall(text)):
        bare = token.lower().replace("’", "'")
        if (
            not token[0].isalpha()
            or bare in STOP_WORDS
            or bare in LOOSE_WORDS
            or bare in NUMBER_VALUES
            or bare in CALENDAR
            or len(bare) < 2
        ):
            runs.append([])
        else:
            runs[-1].append(bare.removesuffix("'s") if index == 0 and token[1:].islower() else token.removesuffix("'s"))
    return [run for run in runs if run]
