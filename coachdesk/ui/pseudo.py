"""This file is the translators that no language needs: one lengthens, to test, one keeps English whole among Hebrew."""

from __future__ import annotations

import re

from PySide6.QtCore import QTranslator

_ACCENTS = str.maketrans(
    "AEIOUYCDGKLNRSTZaeiouycdgklnrstz",
    "ÅÊÎÖÛÝÇÐĞĶĻÑŘŠŢŽåêîöûýçðğķļñřšţž",
)
_KEPT = re.compile(r"\{\w*\}|%L?n|\(\*[^)]*\)|&\w")
"""What a program reads: places for values, patterns of file names, and the letter that a menu is opened with."""

_LONGER = 0.4
_BEFORE, _AFTER = "\u200f\u2066", "\u2069"
"""A mark that the line is read from the right, then an isolate that is read from the left (Unicode, UAX 9)."""

OPENS, CLOSES = "⟦", "⟧"


class Accented(QTranslator):
    """Every marked text longer by 40 %, with accents, in brackets; formats of dates (context "Dates") are no words."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:  # noqa: ARG002
        return source if context == "Dates" or not source else accented(source)


def accented(text: str) -> str:
    """Return `text` as it would look in a language of longer words."""
    pieces, place = [], 0
    for kept in _KEPT.finditer(text):
        pieces += [text[place : kept.start()].translate(_ACCENTS), kept[0]]
        place = kept.end()
    pieces.append(text[place:].translate(_ACCENTS))
    return f"{OPENS}{''.join(pieces)}{'·' * max(1, round(len(text) * _LONGER) - 2)}{CLOSES}"


class Isolated(QTranslator):
    """The translator where the window is read from right to left, and no translation is at hand."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:  # noqa: ARG002
        return source if context == "Dates" or not source else f"{_BEFORE}{source}{_AFTER}"
