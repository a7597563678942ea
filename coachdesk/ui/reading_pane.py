"""This file shows a text of others read-only, as high as the text is, and asks before it opens a link."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from coachdesk.ui.rich_text import write_diff, write_markdown
from coachdesk.ui.theme import Theme


class ReadingPane(QTextBrowser):
    """A text without a scroll bar. `link_wanted` carries the address of an activated link; nothing is opened."""

    link_wanted = Signal(QUrl)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._again: tuple[str, Any] = ("", "")
        self._ground = "text"
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)
        self.anchorClicked.connect(self.link_wanted)
        theme.changed.connect(self._write_again)

    def show_markdown(self, text: str, *, ground: str = "text") -> None:
        """Show `text`; `ground` names the colour of its letters."""
        self._again, self._ground = ("markdown", text), ground
        self._write_again()

    def show_diff(self, pieces: tuple[tuple[str, str], ...]) -> None:
        """Show the pieces of a word diff."""
        self._again = ("diff", pieces)
        self._write_again()

    def _write_again(self) -> None:
        kind, what = self._again
        if kind == "markdown":
            write_markdown(self.document(), what, self._theme, ground=self._ground)
        elif kind == "diff":
            write_diff(self.document(), what, self._theme)
        self._fit()

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: ARG002  Qt hands them in.
        # Nothing that a text names is ever read or fetched.
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 10)

    def _fit(self) -> None:
        self.document().setTextWidth(max(40, self.viewport().width()))
        self.setFixedHeight(max(1, round(self.document().size().height()) + 1))
