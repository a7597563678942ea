"""This file reads a summary as blocks and sections, and keeps its revisions as a graph with one head.

A summary is Markdown. Splitting loses nothing: the texts and gaps of the blocks, joined, are the summary again, byte
for byte. So whoever changes one block leaves every other as the coach wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import msgspec

DEFAULT_SECTIONS = ("Focus", "Insights", "Commitments", "Next session")

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))??(?:[ \t]+#+)?[ \t]*$")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$)")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_TABLE = re.compile(r"[ \t]*\|")


class BlockKind(StrEnum):
    """What a block of Markdown is."""

    HEADING = "heading"
    ITEM = "item"
    PARAGRAPH = "paragraph"
    CODE = "code"
    TABLE = "table"


@dataclass(frozen=True, slots=True, repr=False)
class Block:
    """One heading, list item, paragraph, fenced code or table: `text` without, `gap` with the line ends behind it."""

    kind: BlockKind
    text: str
    gap: str

    @property
    def heading(self) -> tuple[int, str]:
        """The level (1 to 6) and name of a heading; (0, "") for another block."""
        found = _HEADING.match(self.text) if self.kind is BlockKind.HEADING else None
        return (len(found[1]), (found[2] or "").strip()) if found else (0, "")


@dataclass(frozen=True, slots=True, repr=False)
class Document:
    """A summary in blocks; `lead` is the blank space before the first of them."""

    lead: str
    blocks: tuple[Block, ...]

    def __str__(self) -> str:
        return self.lead + "".join(block.text + block.gap for block in self.blocks)


@dataclass(frozen=True, slots=True, repr=False)
class Section:
    """A heading with what stands under it up to the next heading; `name` is "" for what comes before the first."""

    name: str
    level: int
    heading: Block | None
    blocks: tuple[Block, ...]

    @property
    def body(self) -> str:
        """The text under the heading, gaps included."""
        return "".join(block.text + block.gap for block in self.blocks)


@lru_cache(maxsize=8)
def parse(text: str) -> Document:
    """Return `text` as blocks. `str(parse(text)) == text` for every text. The last few are remembered."""
    lines = text.splitlines(keepends=True)
    position = 0
    while position < len(lines) and not lines[position].strip():
        position += 1
    lead = "".join(lines[:position])
    blocks: list[Block] = []
    while position < len(lines):
        kind, end = _block_at(lines, position)
        blank = end
        while blank < len(lines) and not lines[blank].strip():
            blank += 1
        body = "".join(lines[position:end])
        content = body.rstrip("\r\n")
        blocks.append(Block(kind, content, body[len(content) :] + "".join(lines[end:blank])))
        position = blank
    return Document(lead, tuple(blocks))


def _block_at(lines: list[str], start: int) -> tuple[BlockKind, int]:
    """Return what kind of block begins at `start`, and the line after its last."""
    first = lines[start].rstrip("\r\n")
    fence = _FENCE.match(first)
    if fence:
        return BlockKind.CODE, _end_of_fence(lines, start, fence[1])
    if _HEADING.match(first):
        return BlockKind.HEADING, start + 1
    item = _ITEM.match(first)
    kind = BlockKind.ITEM if item else BlockKind.TABLE if _TABLE.match(first) else BlockKind.PARAGRAPH
    end = start + 1
    while end < len(lines):
        line = lines[end].rstrip("\r\n")
        if not line.strip() or _HEADING.match(line) or _FENCE.match(line) or _ITEM.match(line):
            break
        if (kind is BlockKind.TABLE) != bool(_TABLE.match(line)):
            break
        end += 1
    return kind, end


def _end_of_fence(lines: list[str], start: int, fence: str) -> int:
    closing = re.compile(rf" {{0,3}}{re.escape(fence[0])}{{{len(fence)},}}[ \t]*$")
    for position in range(start + 1, len(lines)):
        if closing.match(lines[position].rstrip("\r\n")):
            return position + 1
    return len(lines)


def sections(document: Document) -> tuple[Section, ...]:
    """Return the sections in order; the first is nameless if the summary does not begin with a heading."""
    found: list[Section] = []
    heading: Block | None = None
    body: list[Block] = []

    def close() -> None:
        if heading is not None or body:
            level, name = heading.heading if heading else (0, "")
            found.append(Section(name, level, heading, tuple(body)))

    for block in document.blocks:
        if block.kind is BlockKind.HEADING:
            close()
            heading, body = block, []
        else:
            body.append(block)
    close()
    return tuple(found)


class Revision(msgspec.Struct, frozen=True, gc=False, rename="camel"):
    """One text of a summary. `origin` is "coach", "platform" or "local:<model>"; `at` ISO 8601."""

    parents: tuple[str, ...]
    origin: str
    at: str
    text: str

    def __repr__(self) -> str:
        return f"Revision(origin={self.origin!r})"


def ancestors(revision: str, parents: Mapping[str, Iterable[str]]) -> set[str]:
    """Return `revision` and all revisions it descends from, as far as `parents` knows them."""
    seen: set[str] = set()
    waiting = [revision]
    while waiting:
        current = waiting.pop()
        if current not in seen:
            seen.add(current)
            waiting.extend(parents.get(current, ()))
    return seen


def ends_beside(head: str | None, parents: Mapping[str, Iterable[str]]) -> list[str]:
    """Return the revisions of `parents` that nothing descends from, without `head` and what it descends from."""
    named = {parent for found in parents.values() for parent in found}
    settled = ancestors(head, parents) if head is not None else ()
    return [revision for revision in parents if revision not in named and revision not in settled]


def common_ancestor(one: str, other: str, parents: Mapping[str, Iterable[str]], seq: Mapping[str, int]) -> str | None:
    """Return the common ancestor of two revisions with the highest `seq`, or None when they have none."""
    shared = ancestors(one, parents) & ancestors(other, parents)
    return max(
        (revision for revision in shared if revision in seq),
        key=lambda revision: seq[revision],
        default=None,
    )
