"""This file asks what of a session is printed: its summary alone, or its transcript too."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from coachdesk.ui.dialog_form import DialogForm


class PaperDialog(DialogForm):
    """What is printed. `entered` says whether the transcript of `lines` lines is."""

    entered = Signal(bool)

    def __init__(self, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Print"), self.tr("Choose a printer …"), parent)
        self.setObjectName("paperDialog")
        sentence = QLabel(self.tr("The summary is printed."))
        sentence.setWordWrap(True)
        self._transcript = QCheckBox(self.tr("The transcript too: %n lines", "", lines))
        self._transcript.setObjectName("paperTranscript")
        self.form.addRow(sentence)
        self.form.addRow(self._transcript)
        self.accepted.connect(lambda: self.entered.emit(self._transcript.isChecked()))
