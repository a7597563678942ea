"""This file makes the edits that take items and sentences out of a summary and close a numbered list."""

from __future__ import annotations

import re

from coachdesk.assistant.document import Document, Section
from coachdesk.assistant.edits import Edit, Plan, RemoveBlock, SetPrefix, SetText
from coachdesk.assistant.request import Request

Place = tuple[int, int]


def text_edits(document: Document, texts: dict[Place, str]) -> tuple[Edit, ...]:
    """Return the edits that give blocks their new texts; what is left without words goes."""
    emptied = [place for place, text in texts.items() if not re.search(r"\w", text)]
    edits: list[Edit] = [SetText(*place, text) for place, text in texts.items() if place not in emptied]
    return (*edits, *block_edits(document, emptied))


def block_edits(document: Document, places: list[Place]) -> list[Edit]:
    """Return the edits that remove items with what is nested below them, and number the rest anew."""
    edits: list[Edit] = []
    for number in sorted({section for section, _ in places}):
        section = document.sections[number]
        gone: set[int] = set()
        for _, index in (place for place in places if place[0] == number):
            gone.add(index)
            gone.update(_nested(section, index))
        edits += [RemoveBlock(number, index) for index in sorted(gone)]
        edits += renumbered(number, section, gone)
    return edits


def _nested(section: Section, index: int) -> list[int]:
    below = []
    if section.blocks[index].kind == "item":
        for other in range(index + 1, len(section.blocks)):
            if section.blocks[other].kind != "item" or section.blocks[other].indent <= section.blocks[index].indent + 1:
                break
            below.append(other)
    return below


def renumbered(number: int, section: Section, gone: set[int]) -> list[Edit]:
    """Return the edits that close the gaps in a numbered list when the blocks `gone` have left it."""
    edits: list[Edit] = []
    expected: int | None = None
    for index in section.top_items:
        found = re.match(r"\s*(\d+)", section.blocks[index].prefix)
        if found is None:
            continue
        expected = int(found[1]) if expected is None else expected
        if index in gone:
            continue
        if int(found[1]) != expected:
            edits.append(SetPrefix(number, index, re.sub(r"\d+", str(expected), section.blocks[index].prefix, count=1)))
        expected += 1
    return edits


def removal(request: Request, places: list[Place], reply: str) -> Plan:
    """Return the plan that removes items or paragraphs, with what is nested below them."""
    document = request.document
    gone = tuple(
        document.sections[edit.section].blocks[edit.block].text
        for edit in block_edits(document, places)
        if isinstance(edit, RemoveBlock)
    )
    marks = tuple(edit.prefix for edit in block_edits(document, places) if isinstance(edit, SetPrefix))
    return Plan(reply, tuple(block_edits(document, places)), asked=gone, made=marks)


def shown(document: Document, places: list[Place]) -> str:
    """Return the words of the first three places, quoted, and how many more there are."""
    return " and ".join(f"“{document.block(place).text.strip()}”" for place in places[:3]) + (
        f" and {len(places) - 3} more" if len(places) > 3 else ""
    )
