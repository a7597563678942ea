"""This file says what a request is after that puts sections or items into another order."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re
from collections.abc import Iterator

from coachdesk.assistant.gist import cues
from coachdesk.assistant.gist.said import Said, quoted_names
from coachdesk.assistant.gist.topics import topics_of
from coachdesk.assistant.lexicon import NUMBER_VALUES

_N = rf"(?:\d+|{'|'.join(NUMBER_VALUES)})"


def ordered(said: Said) -> Iterator[str]:
    """Sections or labelled items first, last, beside one another, swapped, reversed, or by date."""
    names = said.sections
    if cues.REVERSE.search(said.text) and len(names) <= 1:
        yield f"reverse the order of {quoted_names(names) or 'the commitments'}"
    if cues.BY_DATE.search(said.text) and len(names) <= 1:
        yield f"sort {quoted_names(names) or 'the commitments'} by date"
    yield from _labelled(said)
    if not names:
        return
    if len(names) == 2 and cues.SWAP.search(said.text):
        yield f"swap {quoted_names(names)}"
    elif len(names) == len(said.document.named) > 2:
        yield "order: " + ", ".join(names)
    elif len(names) == 2:
        between = said.text[said.mentions[0].end : said.mentions[1].start]
        if cues.BEFORE.search(between) or cues.AFTER.search(between):
            yield f"put “{names[0]}” {'before' if cues.BEFORE.search(between) else 'after'} “{names[1]}”"
    yield from _first_and_last(said)
    if topics_of(said, cues.FIRST, cues.LAST):
        return  # an item within a section is to come first, not the section
    if len(names) <= 2 and (first := cues.FIRST.search(said.text)) and not _of_items(said, first):
        yield f"put {quoted_names(names)} first"
    elif len(names) <= 2 and (last := cues.LAST.search(said.text)) and not _of_items(said, last):
        yield f"put {quoted_names(names)} last"


def _first_and_last(said: Said) -> Iterator[str]:
    """One section first and another last, each with its place behind it: "commitments on top, insights at the end"."""
    first, last = cues.FIRST.search(said.text), cues.LAST.search(said.text)
    if len(said.mentions) != 2 or first is None or last is None:
        return
    one, two = said.mentions
    if not one.end <= min(first.start(), last.start()) < two.start:
        return
    top, end = (one, two) if first.start() < last.start() else (two, one)
    rest = [index for index in said.document.named if index not in (top.section, end.section)]
    yield "order: " + ", ".join(said.document.sections[index].name for index in (top.section, *rest, end.section))


def _labelled(said: Said) -> Iterator[str]:
    """Items by their labels: "put Trust before Control"."""
    labels = _labels(said)
    if len(labels) == 2:
        between = said.text[said.text.find(labels[0]) + len(labels[0]) : said.text.find(labels[1])]
        if cues.BEFORE.search(between) or cues.AFTER.search(between):
            yield f"put the {labels[0]} point {'before' if cues.BEFORE.search(between) else 'after'} the {labels[1]} point"


def _labels(said: Said) -> list[str]:
    """Return the labels of items, such as "**Trust:**", that the request speaks of, in its order."""
    there = re.findall(
        r"(?m)^[ \t]*(?:[-*+]|\d+[.)])[ \t]+(?:\*\*|__)([^*_:\n]{2,40}):?(?:\*\*|__)", said.document.text
    )
    return sorted({label for label in there if label in said.text}, key=said.text.find)


def _of_items(said: Said, found: re.Match[str]) -> bool:
    """Tell whether "first" counts items: "the first insight", "the first two"."""
    return bool(
        re.match(rf"\s*(?:{_N}\b|(?:insight|commitment|point|bullet|item|one|task)\b)", said.text[found.end() :])
    )
