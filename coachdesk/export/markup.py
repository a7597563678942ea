"""This file reads a summary's Markdown into plain blocks, which Word documents and e-mails are written from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from markdown_it.token import Token

Kind = Literal["heading", "paragraph", "item", "quote", "code", "rule", "row"]

_TASK = re.compile(r"\[([ xX])\]\s+")
_NESTING = 20


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one style."""

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph. `level` is a heading's 1 to 6, or an item's depth from 0; `mark` is what stands before an item."""

    kind: Kind
    runs: tuple[Run, ...] = ()
    level: int = 0
    mark: str = ""

    @property
    def text(self) -> str:
        """The words without their styles."""
        return "".join(run.text for run in self.runs)


def blocks_of(markdown: str) -> tuple[Block, ...]:
    """Return the blocks of `markdown` (CommonMark with tables and ~~strikes~~).

    HTML is text, an image is its description, a link its words and address: nothing is ever fetched.
    """
    # Here and not above: only an export needs it.
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": _NESTING}).enable(["table", "strikethrough"])
    return tuple(_Walk().blocks(parser.parse(markdown)))


class _Walk:
    """One pass over the tokens: it keeps the lists, quotes and table rows that are open."""

    def __init__(self) -> None:
        self._marks: list[str] = []
        self._counts: list[int | None] = []
        self._quotes = 0
        self._cells: list[Run] | None = None
        self._heading = 0

    def blocks(self, tokens: Sequence[Token]) -> list[Block]:
        """Return the blocks of `tokens`, in their order."""
        found = list[Block]()
        for token in tokens:
            block = self._block(token)
            if block is not None:
                found.append(block)
        return found

    def _block(self, token: Token) -> Block | None:
        match token.type:
            case "heading_open":
                self._heading = int(token.tag[1:])
            case "heading_close":
                self._heading = 0
            case "bullet_list_open":
                self._counts.append(None)
                self._marks.append("")
            case "ordered_list_open":
                self._counts.append(int(token.attrGet("start") or 1))
                self._marks.append("")
            case "bullet_list_close" | "ordered_list_close":
                self._counts.pop()
                self._marks.pop()
            case "list_item_open":
                self._next_item()
            case "blockquote_open":
                self._quotes += 1
            case "blockquote_close":
                self._quotes -= 1
            case _:
                return self._leaf(token)
        return None

    def _next_item(self) -> None:
        count = self._counts[-1]
        self._marks[-1] = "•" if count is None else f"{count}."
        self._counts[-1] = None if count is None else count + 1

    def _leaf(self, token: Token) -> Block | None:
        match token.type:
            case "tr_open":
                self._cells = []
            case "tr_close":
                cells, self._cells = self._cells or [], None
                return Block("row", tuple(cells))
            case "inline" if self._cells is not None:
                self._cells += [Run(" | ")] if self._cells else []
                self._cells += _runs(token.children or [])
            case "inline":
                return self._paragraph(_runs(token.children or []))
            case "fence" | "code_block":
                return Block("code", (Run(token.content.rstrip("\n"), code=True),))
            case "hr":
                return Block("rule")
        return None

    def _paragraph(self, runs: list[Run]) -> Block:
        if self._heading:
            return Block("heading", tuple(runs), self._heading)
        if self._marks:
            mark, self._marks[-1] = self._marks[-1], ""
            task = _TASK.match(runs[0].text) if runs and mark else None
            if task:
                mark = "☐" if task[1] == " " else "☑"
                runs[0] = Run(runs[0].text[task.end() :], runs[0].bold, runs[0].italic)
            return Block("item", tuple(runs), len(self._marks) - 1, mark)
        return Block("quote" if self._quotes else "paragraph", tuple(runs))


def _runs(children: Sequence[Token]) -> list[Run]:
    """Return the styled pieces of one paragraph's inline tokens."""
    runs, bold, italic, struck = list[Run](), 0, 0, 0
    addresses = list[tuple[str, int]]()
    for token in children:
        match token.type:
            case "strong_open" | "strong_close":
                bold += token.nesting
            case "em_open" | "em_close":
                italic += token.nesting
            case "s_open" | "s_close":
                struck += token.nesting
            case "link_open":
                addresses.append((str(token.attrGet("href") or ""), len(runs)))
            case "link_close":
                address, begin = addresses.pop()
                if address and address.removeprefix("mailto:") != "".join(run.text for run in runs[begin:]):
                    runs.append(Run(f" ({address})"))
            case "softbreak":
                runs.append(Run(" "))
            case "hardbreak":
                runs.append(Run("\n"))
            case _ if token.content:
                runs.append(Run(token.content, bool(bold), bool(italic), token.type == "code_inline", bool(struck)))
    return runs
