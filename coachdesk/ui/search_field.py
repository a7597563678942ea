"""This file takes the words to search for, and passes them on once the typing rests for 300 ms."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from coachdesk.ui.icons import Icons

DEBOUNCE_MS = 300


class SearchField(QLineEdit):
    """The search field. `search_changed` carries the words; `list_wanted` is emitted when Down or Enter leaves it."""

    search_changed = Signal(str)
    list_wanted = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("searchField")
        self.setAccessibleName(self.tr("Search sessions"))
        self.setPlaceholderText(self.tr("Search sessions"))
        self.setClearButtonEnabled(True)
        self.setMaxLength(200)
        self._icons = icons
        self._lens = self.addAction(icons.icon("search", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        icons.theme.changed.connect(self._recolour)
        self._passed_on = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DEBOUNCE_MS)
        self._timer.timeout.connect(self._pass_on)
        self.textChanged.connect(self._wait)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._pass_on()
            self.list_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def _wait(self, text: str) -> None:
        if text:
            self._timer.start()
        else:
            self._pass_on()

    def _pass_on(self) -> None:
        self._timer.stop()
        words = self.text().strip()
        if words != self._passed_on:
            self._passed_on = words
            self.search_changed.emit(words)

    def _recolour(self) -> None:
        self._lens.setIcon(self._icons.icon("search", "muted"))
