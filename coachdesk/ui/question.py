"""This file asks one question with two answers, without stopping the event loop."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from coachdesk.ui.dialog_form import DialogForm


class Question(DialogForm):
    """A question. `then` is called when the coach says yes; the safe answer has the focus."""

    def __init__(
        self,
        title: str,
        text: str,
        yes: str,
        then: Callable[[], None],
        parent: QWidget | None = None,
        *,
        harmful: bool = True,
    ) -> None:
        super().__init__(title, yes, parent, harmful=harmful)
        self.setObjectName("question")
        sentence = QLabel(text)
        sentence.setObjectName("questionText")
        sentence.setTextFormat(Qt.TextFormat.PlainText)
        sentence.setWordWrap(True)
        self.form.addRow(sentence)
        if harmful:
            self.no.setDefault(True)
            self.no.setFocus()
        self.accepted.connect(then)

    def also(self, text: str, name: str, then: Callable[[], None]) -> None:
        """Offer a third way, which closes the question too."""
        other = QPushButton(text)
        other.setObjectName(name)
        other.setProperty("kind", "quiet")
        other.clicked.connect(self.reject)
        other.clicked.connect(then)
        self.form.addRow(other)
