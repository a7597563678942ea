"""This file reads a summary into sections and blocks, and gives back every byte that no edit touched."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

_ATX = re.compile(r"^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
_SETEXT = re.compile(r"^ {0,3}(=+|-{2,})[ \t]*$")
# "21. Februar" begins a date, no list.
_ITEM = re.compile(
    r"^([ \t]*)([-*+•–]|\d{1,4}[.)](?!\s+(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)[a-zä]*\b)|[a-z][.)])([ \t]+)(\[[ xX]\][ \t]+)?(?=\S)"
)
_FENCE = re.compile(r"^[ \t]*(```+|~~~+)")
_TABLE = re.compile(r"^[ \t]*\|")
_RULE = re.compile(r"^ {0,3}([-*_])([ \t]*\1){2,}[ \t]*$")
_BOLD_LABEL = re.compile(r"^(?:\*\*|__)([^*_\n]{1,60}?):?(?:\*\*|__):?[ \t]*$")
_BOLD_INLINE = re.compile(r"^(?:\*\*|__)([^*_\n]{1,60}?)(?::(?:\*\*|__)|(?:\*\*|__):)[ \t]+(?=\S)")
_PLAIN_LABEL = re.compile(r"^([^\W\d_][^\n:.!?]{0,40}):[ \t]*$")


@dataclass(frozen=True)
class Block:
    """One block with its own line ends. `kind` is "item", "paragraph", "code", "table", "rule" or "gap" (blank lines).

    `raw` is `prefix + text + ending`; `prefix` holds an item's indentation, marker and checkbox.
    """

    kind: str
    prefix: str
    text: str
    ending: str

    @property
    def raw(self) -> str:
        """The block as it stands in the summary."""
        return self.prefix + self.text + self.ending

    @property
    def prose(self) -> bool:
        """True for what holds statements: items and paragraphs."""
        return self.kind in ("item", "paragraph")

    @property
    def indent(self) -> int:
        """The width of an item's indentation, a tab counting four."""
        return len(self.prefix.expandtabs(4)) - len(self.prefix.expandtabs(4).lstrip())

    def with_text(self, text: str) -> Block:
        """Return this block with other words and the same marker and line end."""
        return replace(self, text=text)


@dataclass(frozen=True)
class Section:
    """A heading as it stands (`heading`, empty for what precedes the first one), its `name` and `level`, and its blocks."""

    heading: str
    name: str
    level: int
    blocks: tuple[Block, ...]

    @cached_property
    def body(self) -> str:
        """All blocks as they stand."""
        return "".join(block.raw for block in self.blocks)

    @property
    def raw(self) -> str:
        """Heading and body as they stand."""
        return self.heading + self.body

    @property
    def prose(self) -> list[int]:
        """The indices of items and paragraphs."""
        return [index for index, block in enumerate(self.blocks) if block.prose]

    @property
    def items(self) -> list[int]:
        """The indices of list items, nested ones included."""
        return [index for index, block in enumerate(self.blocks) if block.kind == "item"]

    @property
    def top_items(self) -> list[int]:
        """The indices of the items of the outermost list level."""
        items = self.items
        outer = min((self.blocks[index].indent for index in items), default=0)
        return [index for index in items if self.blocks[index].indent <= outer + 1]


@dataclass(frozen=True)
class Document:
    """A summary: `"".join(section.raw for section in sections)` is its text, byte for byte."""

    sections: tuple[Section, ...]

    @cached_property
    def text(self) -> str:
        """The Markdown text."""
        return "".join(section.raw for section in self.sections)

    @property
    def named(self) -> list[int]:
        """The indices of sections with a heading, without the title of the whole."""
        title = self.title
        return [index for index, section in enumerate(self.sections) if section.heading and index != title]

    @property
    def title(self) -> int | None:
        """The index of a heading that stands above all others, such as "# Session of 3 May" above "## Focus"."""
        headed = [index for index, section in enumerate(self.sections) if section.heading]
        if len(headed) < 2:
            return None
        first = headed[0]
        return first if all(self.sections[index].level > self.sections[first].level for index in headed[1:]) else None

    def subtree(self, index: int) -> range:
        """Return the indices of a section and of the deeper ones below it."""
        end = index + 1
        while end < len(self.sections) and self.sections[end].level > self.sections[index].level:
            end += 1
        return range(index, end)

    def places(self, sections: list[int] | None = None) -> Iterator[tuple[int, int]]:
        """Yield (section, block) of each item and paragraph, of all sections or of those named."""
        for number in range(len(self.sections)) if sections is None else sections:
            for block in self.sections[number].prose:
                yield number, block

    def block(self, place: tuple[int, int]) -> Block:
        """Return the block at (section, block)."""
        return self.sections[place[0]].blocks[place[1]]


@lru_cache(maxsize=16)
def read_document(text: str) -> Document:
    """Return the document that `text` is. Bold or "Label:" lines count as headings where no real heading exists."""
    lines = text.splitlines(keepends=True) if text.isascii() else re.findall(r"[^\n]*\n|[^\n]+", text)
    marked = any(_ATX.match(line.rstrip("\r\n")) for line in lines)
    sections: list[Section] = []
    heading, name, level = "", "", 0
    blocks: list[Block] = []
    position = 0

    def close() -> None:
        if heading or blocks:
            sections.append(Section(heading, name, level, tuple(blocks)))

    while position < len(lines):
        line = lines[position]
        found = _heading(lines, position, marked)
        if found is not None:
            close()
            heading, name, level, used, rest = found
            blocks = []
            position += used
            if rest:
                lines[position - 1] = rest
                position -= 1
                block, position = _block(lines, position, marked)
                blocks.append(block)
            continue
        if not line.strip():
            end = position
            while end < len(lines) and not lines[end].strip():
                end += 1
            blocks.append(Block("gap", "", "", "".join(lines[position:end])))
            position = end
            continue
        block, position = _block(lines, position, marked)
        blocks.append(block)
    close()
    return Document(tuple(sections))


def _heading(lines: list[str], position: int, marked: bool) -> tuple[str, str, int, int, str] | None:
    """Return (raw heading, name, level, lines used, rest of the line) if a heading starts here."""
    raw = lines[position]
    line = raw.rstrip("\r\n")
    atx = _ATX.match(line)
    if atx:
        return raw, _plain(atx[2] or ""), len(atx[1]), 1, ""
    follows = lines[position + 1].rstrip("\r\n") if position + 1 < len(lines) else ""
    if line.strip() and _SETEXT.match(follows) and not _ITEM.match(line) and not _TABLE.match(line):
        before = lines[position - 1].strip() if position else ""
        if not before:
            return raw + lines[position + 1], _plain(line), 1 if "=" in follows else 2, 2, ""
    if marked:
        return None
    label = _BOLD_LABEL.match(line)
    if label:
        return raw, label[1].strip(), 2, 1, ""
    inline = _BOLD_INLINE.match(line)
    if inline:
        return raw[: inline.end()], inline[1].strip(), 2, 1, raw[inline.end() :]
    plain = _PLAIN_LABEL.match(line)
    if plain and len(plain[1].split()) <= 4 and (follows.strip() or position + 2 < len(lines)):
        return raw, plain[1].strip(), 2, 1, ""
    return None


def _plain(text: str) -> str:
    return re.sub(r"[*_`]", "", text).strip()


def _block(lines: list[str], position: int, marked: bool) -> tuple[Block, int]:
    line = lines[position]
    fence = _FENCE.match(line)
    if fence:
        end = position + 1
        while end < len(lines) and not lines[end].lstrip().startswith(fence[1]):
            end += 1
        end = min(end + 1, len(lines))
        return Block("code", "", "".join(lines[position:end]), ""), end
    if _TABLE.match(line):
        end = position
        while end < len(lines) and _TABLE.match(lines[end]):
            end += 1
        return Block("table", "", "".join(lines[position:end]), ""), end
    if _RULE.match(line.rstrip("\r\n")):
        return Block("rule", "", line, ""), position + 1
    item = _ITEM.match(line)
    end = position + 1
    while end < len(lines) and _continues(lines, end, marked):
        end += 1
    raw = "".join(lines[position:end])
    ending = raw[len(raw.rstrip()) :]
    prefix = item[0] if item else raw[: len(raw) - len(raw.lstrip())]
    return Block("item" if item else "paragraph", prefix, raw[len(prefix) : len(raw) - len(ending)], ending), end


def _continues(lines: list[str], position: int, marked: bool) -> bool:
    line = lines[position]
    return (
        bool(line.strip())
        and not _ITEM.match(line)
        and not _FENCE.match(line)
        and not _TABLE.match(line)
        and not _RULE.match(line.rstrip("\r\n"))
        and _heading(lines, position, marked) is None
    )
