"""This file colours Markdown as it is typed: headings larger, marks fainter, done tasks struck through."""

from __future__ import annotations

import re

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from coachdesk.ui.theme import Theme

_LONGEST = 4_000
_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+")
_ITEM = re.compile(r"[ \t]*([-*+]|\d{1,9}[.)])[ \t]+(\[[ xX]\])?")
_STRONG = re.compile(r"(\*\*)([^*\n]{1,300})(\*\*)")
_GENTLE = re.compile(r"(?<!\*)(\*)([^*\s][^*\n]{0,300})(\*)(?!\*)")


class MarkdownColours(QSyntaxHighlighter):
    """Highlights one document. Lines of over 4,000 characters stay plain, so that typing in them stays quick."""

    def __init__(self, document: QTextDocument, theme: Theme, size_points: float) -> None:
        super().__init__(document)
        self._theme = theme
        self._size_points = size_points
        theme.changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        if len(text) > _LONGEST:
            return
        faint = QTextCharFormat()
        faint.setForeground(self._theme.colour("muted"))
        heading = _HEADING.match(text)
        if heading:
            self._heading(text, heading, faint)
            return
        item = _ITEM.match(text)
        if item:
            mark = QTextCharFormat()
            mark.setForeground(self._theme.colour("accent_text"))
            self.setFormat(item.start(1), len(item[0]) - item.start(1), mark)
            if item[2] and item[2][1] in "xX":
                done = QTextCharFormat(faint)
                done.setFontStrikeOut(True)
                self.setFormat(item.end(), len(text) - item.end(), done)
        for pattern, weight, italic in ((_STRONG, QFont.Weight.DemiBold, False), (_GENTLE, QFont.Weight.Normal, True)):
            for found in pattern.finditer(text):
                letters = QTextCharFormat()
                letters.setFontWeight(weight)
                letters.setFontItalic(italic)
                self.setFormat(found.start(2), len(found[2]), letters)
                self.setFormat(found.start(1), len(found[1]), faint)
                self.setFormat(found.start(3), len(found[3]), faint)

    def _heading(self, text: str, found: re.Match[str], faint: QTextCharFormat) -> None:
        letters = QTextCharFormat()
        letters.setFontWeight(QFont.Weight.DemiBold)
        letters.setFontPointSize(self._size_points * (1.35 if len(found[1]) == 1 else 1.18))
        self.setFormat(0, len(text), letters)
        marks = QTextCharFormat(letters)
        marks.setForeground(faint.foreground())
        marks.setFontWeight(QFont.Weight.Normal)
        self.setFormat(0, found.end(), marks)
