"""This file tells what this CoachDesk is: its version, who answers, where the data lies, and the licences."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget

from coachdesk.ui.dialog_form import DialogForm
from coachdesk.ui.frames import framed

_WIDTH, _HIGH = 560, 600
_LEAST_LIST = 150


class AboutDialog(DialogForm):
    """What the window is made of. `facts` are pairs of a name and what to say; `diagnostics_wanted` asks to copy."""

    diagnostics_wanted = Signal()

    def __init__(self, facts: tuple[tuple[str, str], ...], parent: QWidget | None = None) -> None:
        super().__init__("CoachDesk", self.tr("Close"), parent)
        self.setObjectName("aboutDialog")
        self.resize(_WIDTH, _HIGH)
        self.no.hide()
        sentence = QLabel(
            self.tr(
                "Session notes that improve as you talk about them, online and on a train. Your notes are encrypted."
            )
        )
        sentence.setObjectName("aboutSentence")
        sentence.setProperty("tone", "muted")
        sentence.setWordWrap(True)
        self.form.addRow(sentence)
        for name, said in facts:
            fact = QLabel(said)
            fact.setObjectName("aboutFact")
            fact.setTextFormat(Qt.TextFormat.PlainText)
            fact.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            fact.setWordWrap(True)
            self.row(name, fact)
        self._others = QPlainTextEdit()
        self._others.setObjectName("aboutLicences")
        self._others.setAccessibleName(self.tr("Licences of the works of others"))
        self._others.setReadOnly(True)
        self._others.setTabChangesFocus(True)
        self._others.setMinimumHeight(_LEAST_LIST)
        self._others.setPlaceholderText(self.tr("Reading …"))
        self.form.addRow(QLabel(self.tr("It contains works of others:")))
        self.form.addRow(framed(self._others))
        copy = QPushButton(self.tr("Copy diagnostics"))
        copy.setObjectName("aboutDiagnostics")
        copy.setProperty("kind", "quiet")
        copy.setAutoDefault(False)
        copy.clicked.connect(self.diagnostics_wanted)
        self.form.addRow(copy)

    def show_licences(self, text: str) -> None:
        """Show the licences, one line for each work."""
        self._others.setPlainText(text)
