"""This file shows Markdown that others wrote, with formats of its own: no HTML, no pictures, nothing fetched.

Qt's readers of HTML and Markdown can be made to hang or crash by what they read, so they never see text from outside.
What is understood here takes one linear pass: headings, list items, paragraphs, code, bold, italic and web links.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import Protocol

from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from coachdesk.domain.summary import Block, BlockKind, parse
from coachdesk.ui.theme import Theme

MOST_CHARACTERS = 24_000
MOST_BLOCKS = 600
MOST_LINES = 1_000
MOST_FORMATS = 200
MOST_UNBROKEN = 400

_UNBROKEN = re.compile(rf"\S{{{MOST_UNBROKEN}}}(?=\S)")
# Controls, halves of surrogate pairs, and the characters by which QTextDocument marks frames and objects.
_UNSHOWN = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ud800-\\udfff\\ufdd0-\\ufdef\\ufffc\\ufffe\\uffff]")
_INLINE = re.compile(
    r"\*\*(?P<bold>[^*\n]{1,400})\*\*"
    r"|\*(?P<italic>[^*\s][^*\n]{0,400})\*"
    r"|`(?P<code>[^`\n]{1,400})`"
    r"|\[(?P<label>[^\[\]\n]{1,200})\]\((?P<target>https?://[^\s()<>]{1,500})\)"
    r"|(?P<bare>https?://[^\s()<>\"']{1,500})"
)
_ITEM = re.compile(r"^([ \t]*)([-*+]|\d{1,9}[.)])[ \t]+(\[[ xX]\][ \t]+)?")


class Inks(Protocol):
    """What text is written in: a theme, or paper."""

    def colour(self, name: str) -> QColor:
        """Return the colour `name` of `Colours`."""


def harmless(text: str, most: int = MOST_CHARACTERS) -> str:
    """Return `text` cut after `most` characters or 1,000 lines, and broken inside words of over 400."""
    shown = text if len(text) <= most else text[:most] + " …"
    lines = shown.split("\n", MOST_LINES)
    if len(lines) > MOST_LINES:
        shown = "\n".join([*lines[:MOST_LINES], "…"])
    return _UNBROKEN.sub(lambda found: found[0] + "\n", _UNSHOWN.sub(" ", shown))


def write_markdown(document: QTextDocument, text: str, theme: Theme, *, ground: str = "text") -> None:
    """Replace what `document` holds by `text`, read as Markdown; `ground` names the colour of its text."""
    document.setUndoRedoEnabled(False)
    document.clear()
    cursor = QTextCursor(document)
    plain = QTextCharFormat()
    plain.setForeground(theme.colour(ground))
    blocks = parse(harmless(text)).blocks
    # Within one edit block the document is laid out once, not after each piece.
    cursor.beginEditBlock()
    for number, block in enumerate(blocks[:MOST_BLOCKS]):
        if number:
            cursor.insertBlock()
        _write_block(cursor, block, plain, theme, first=number == 0)
    if len(blocks) > MOST_BLOCKS:
        cursor.insertText(" …", plain)
    cursor.endEditBlock()


def write_blocks(cursor: QTextCursor, text: str, inks: Inks) -> None:
    """Write all of `text`, read as Markdown, after `cursor`: for paper, which has no limits of a screen."""
    plain = QTextCharFormat()
    plain.setForeground(inks.colour("text"))
    cursor.beginEditBlock()
    for block in parse(text).blocks:
        cursor.insertBlock()
        safe = replace(block, text=harmless(block.text, len(block.text) + 1))
        _write_block(cursor, safe, plain, inks, first=False)
    cursor.endEditBlock()


def _write_block(cursor: QTextCursor, block: Block, plain: QTextCharFormat, theme: Inks, *, first: bool) -> None:
    shape = QTextBlockFormat()
    shape.setLineHeight(128, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    shape.setTopMargin(0 if first else 4)
    letters = QTextCharFormat(plain)
    body = block.text
    if block.kind is BlockKind.HEADING:
        body = block.heading[1]
        letters.setFontWeight(QFont.Weight.DemiBold)
        shape.setTopMargin(0 if first else 10)
    elif block.kind is BlockKind.ITEM:
        found = _ITEM.match(body)
        depth = len(found[1].expandtabs(4)) // 2 if found else 0
        mark, body = _mark_of(body)
        shape.setLeftMargin(16 + 14 * min(depth, 6))
        shape.setTextIndent(-14)
        cursor.setBlockFormat(shape)
        faint = QTextCharFormat(plain)
        faint.setForeground(theme.colour("muted"))
        cursor.insertText(mark + " ", faint)
    elif block.kind in {BlockKind.CODE, BlockKind.TABLE}:
        letters.setFontFamilies(["monospace"])
        cursor.setBlockFormat(shape)
        cursor.insertText(body.replace("\n", "\u2028"), letters)
        return
    cursor.setBlockFormat(shape)
    _write_inline(cursor, " ".join(body.split("\n")), letters, theme)


def _mark_of(text: str) -> tuple[str, str]:
    """Return the mark of a list item as it is shown, and what follows it."""
    found = _ITEM.match(text)
    if found is None:
        return "•", text
    box = found[3]
    mark = found[2] if found[2][0].isdigit() else "•"
    if box:
        mark = "☐" if box[1] == " " else "☑"
    return mark, text[found.end() :]


def _write_inline(cursor: QTextCursor, text: str, letters: QTextCharFormat, theme: Inks) -> None:
    end = 0
    for found in islice(_INLINE.finditer(text), MOST_FORMATS):
        cursor.insertText(text[end : found.start()], letters)
        shape, words = QTextCharFormat(letters), found[0]
        if found["bold"]:
            shape.setFontWeight(QFont.Weight.DemiBold)
            words = found["bold"]
        elif found["italic"]:
            shape.setFontItalic(True)
            words = found["italic"]
        elif found["code"]:
            shape.setFontFamilies(["monospace"])
            words = found["code"]
        else:
            shape.setAnchor(True)
            shape.setAnchorHref(found["target"] or found["bare"])
            shape.setForeground(theme.colour("accent_text"))
            shape.setFontUnderline(True)
            words = found["label"] or found["bare"]
        cursor.insertText(words, shape)
        end = found.end()
    cursor.insertText(text[end:], letters)


def write_diff(document: QTextDocument, pieces: tuple[tuple[str, str], ...], theme: Theme) -> None:
    """Replace what `document` holds by `pieces` of a word diff; removed words are struck through."""
    document.setUndoRedoEnabled(False)
    document.clear()
    cursor = QTextCursor(document)
    shape = QTextBlockFormat()
    shape.setLineHeight(132, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor.setBlockFormat(shape)
    left = MOST_CHARACTERS
    cursor.beginEditBlock()
    for kind, piece in pieces:
        letters = QTextCharFormat()
        letters.setForeground(theme.colour({"added": "on_added", "removed": "on_removed"}.get(kind, "text")))
        if kind != "same":
            letters.setBackground(theme.colour(kind))
            letters.setFontStrikeOut(kind == "removed")
        cursor.insertText(harmless(piece, left).rstrip("\n") if kind == "same" else harmless(piece, left), letters)
        left -= len(piece)
        if left <= 0:
            break
    cursor.endEditBlock()
