"""This file shows the handbook: pages that travel with CoachDesk, in a window of their own that works offline."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from coachdesk.resources import resource
from coachdesk.ui.languages import spoken
from coachdesk.ui.theme import Theme

FIRST_PAGE = "index.md"
_MARGIN, _INDENT = 28, 22
_ABOVE_HEADING = 22
_FEATURES = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML
_PAGE = re.compile(r"[a-z-]+\.md")


def file_of(page: str) -> Path:
    """Return the file that holds `page` in the language of the window, or in English where it has none."""
    translated = resource(f"handbook/{spoken()}/{page}")
    return translated if translated.is_file() else resource(f"handbook/{page}")


class Handbook(QDialog):
    """The reading window; it blocks nothing. `link_wanted` carries an address outside; nothing outside is opened."""

    link_wanted = Signal(QUrl)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("handbook")
        self.setWindowTitle(self.tr("Handbook"))
        self.resize(720, 640)
        self._behind: list[str] = []
        self._page = ""
        self._text = _Pages()
        self._text.setObjectName("handbookText")
        self._text.setAccessibleName(self.tr("Handbook"))
        self._text.anchorClicked.connect(self._follow)
        self._back = QPushButton(self.tr("Back"))
        self._back.setObjectName("handbookBack")
        self._back.clicked.connect(self.go_back)
        self._contents = QPushButton(self.tr("Contents"))
        self._contents.setObjectName("handbookContents")
        self._contents.clicked.connect(lambda: self.turn_to(FIRST_PAGE))
        close = QPushButton(self.tr("Close"))
        close.setObjectName("handbookClose")
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setContentsMargins(16, 10, 16, 10)
        for button in (self._back, self._contents, close):
            button.setProperty("kind", "quiet")
            button.setAutoDefault(False)  # Enter belongs to the link that has the focus
            row.addWidget(button)
        row.insertStretch(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._text, 1)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Back), self, self.go_back)
        theme.changed.connect(self._colour)

    def open_at(self, page: str = FIRST_PAGE) -> None:
        """Show the window before the others; at `page`, unless it lies open at another."""
        if not self._page:
            self.turn_to(page)
        self.show()
        self.raise_()
        self.activateWindow()
        self._text.setFocus()

    def turn_to(self, page: str) -> None:
        """Show `page`, a file of the handbook; a page that is not there is not turned to."""
        if page == self._page or not _PAGE.fullmatch(page) or not file_of(page).is_file():
            return
        if self._page:
            self._behind.append(self._page)
        self._page = page
        self._write()

    def go_back(self) -> None:
        """Show the page before this one."""
        if self._behind:
            self._page = self._behind.pop()
            self._write()

    def _follow(self, link: QUrl) -> None:
        if link.isRelative():
            self.turn_to(link.path())
        else:
            self.link_wanted.emit(link)

    def _colour(self) -> None:
        """Write the page in the colours of now, and stay where the coach reads."""
        if self._page:
            place = self._text.verticalScrollBar().value()
            self._write()
            self._text.verticalScrollBar().setValue(place)

    def _write(self) -> None:
        document = self._text.document()
        # Qt takes the colour of links from the palette while it reads.
        document.setMarkdown(file_of(self._page).read_text("utf-8"), _FEATURES)
        document.setDocumentMargin(_MARGIN)
        document.setIndentWidth(_INDENT)
        _space_out(document)
        self._text.moveCursor(QTextCursor.MoveOperation.Start)
        self._back.setEnabled(bool(self._behind))
        self._contents.setEnabled(self._page != FIRST_PAGE)


class _Pages(QTextBrowser):
    """A text that opens no link by itself and fetches nothing that it names."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: ARG002  Qt hands them in.
        return None


def _space_out(document: QTextDocument) -> None:
    """Give lines and headings of `document` room, and underline the links, which colour alone would not tell."""
    underlined = QTextCharFormat()
    underlined.setFontUnderline(True)
    block = document.begin()
    while block.isValid():
        cursor = QTextCursor(block)
        shape = QTextBlockFormat()
        shape.setLineHeight(130, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if block.blockFormat().headingLevel() > 1:
            shape.setTopMargin(_ABOVE_HEADING)
        cursor.mergeBlockFormat(shape)
        for found in block.textFormats():
            if found.format.isAnchor():
                cursor.setPosition(block.position() + found.start)
                cursor.movePosition(
                    QTextCursor.MoveOperation.Right,
                    QTextCursor.MoveMode.KeepAnchor,
                    found.length,
                )
                cursor.mergeCharFormat(underlined)
        block = block.next()
