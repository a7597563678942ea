"""This file says what a request is after that puts sections or items into another order."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re
from collections.abc import Iterator

from coachdesk.assistant.gist import cues
from coachdesk.assistant.gist.naming import THEN
from coachdesk.assistant.gist.said import Said, quoted_names
from coachdesk.assistant.gist.topics import topics_of
from coachdesk.assistant.lexicon import NUMBER_VALUES
from coachdesk.assistant.targets import by_content

_N = rf"(?:\d+|{'|'.join(NUMBER_VALUES)})"


def ordered(said: Said) -> Iterator[str]:
    """Sections or labelled items first, last, beside one another, swapped, reversed, or by date."""
    names = said.sections
    if cues.REVERSE.search(said.text) and len(names) <= 1:
        yield f"reverse the order of {quoted_names(names) or 'the commitments'}"
    if cues.BY_DATE.search(said.text) and len(names) <= 1:
        yield f"sort {quoted_names(names) or 'the commitments'} by date"
    yield from _labelled(said)
    yield from _counted(said)
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


_NTH = re.compile(
    r"(?i)\b(?:first|second|third|last)\b(?! (?:insight|commitment|point|bullet|item|one|task|two|three))"
)


def _counted(said: Said) -> Iterator[str]:
    """Items in the order that is told: "the list should come first and the talk second"."""
    places = list(_NTH.finditer(said.text))
    if len(places) < 2 or places[0][0].lower() != "first" or len(said.sections) > 1:
        return
    section = said.mentions[0].section if said.mentions else None
    told: list[tuple[str, str]] = []
    start = 0
    for place in places:
        part = Said(said.request, said.text[start : place.start()]).rest(_COMING)
        start = place.end()
        found = by_content(
            said.request, re.sub(r"[|,;\s]+", " ", part), 0.3, [section] if section is not None else None
        )
        if len(found) != 1 or said.document.block(found[0]).text in (text for text, _ in told):
            return
        told.append((said.document.block(found[0]).text, place[0].lower()))
    scope = f" in “{said.sections[0]}”" if said.sections else ""
    first = [text for text, where in told if where != "last"]
    last = [text for text, where in told if where == "last"]
    commands = [f"put the point about {text.rstrip(' .')}{scope} first" for text in reversed(first)]
    yield THEN.join([*commands, *(f"put the point about {text.rstrip(' .')}{scope} last" for text in last)])


_COMING = re.compile(
    r"(?i)\b(?:should|must|has to|needs to|is to|ought to|can|could|will|i want|i'd like|please|put|list|place|comes?|goes?|go|be|stands?|stand|then|and|the|listed|named|placed|in|within|among|under)\b"
)


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
