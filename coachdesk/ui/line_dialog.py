"""This file asks how a line of the transcript should read: who spoke, and what was said."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from coachdesk.domain.session import Line
from coachdesk.ui.dialog_form import DialogForm


class LineDialog(DialogForm):
    """One line. `entered` carries the speaker and the words."""

    entered = Signal(str, str)

    def __init__(self, line: Line, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Correct this line"), self.tr("Save"), parent)
        self.setObjectName("lineDialog")
        self._speaker = QLineEdit(line.speaker)
        self._speaker.setObjectName("lineSpeaker")
        self._speaker.setMaxLength(200)
        self._words = QPlainTextEdit(line.text)
        self._words.setObjectName("lineWords")
        self._words.setProperty("kind", "field")
        self._words.setTabChangesFocus(True)
        self._words.setMinimumHeight(110)
        self.row(self.tr("Speaker"), self._speaker)
        self.row(self.tr("Words"), self._words)
        self._words.setFocus()

    def accept(self) -> None:
        words = self._words.toPlainText().strip()
        if not words:
            self.complain(self.tr("Please enter what was said."))
            return
        self.entered.emit(self._speaker.text().strip(), words)
        super().accept()
