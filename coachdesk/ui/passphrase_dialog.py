"""This file asks for a passphrase: a new one, typed twice, or the one that opens a backup."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from coachdesk.desk.laptop import checked
from coachdesk.errors import Refused
from coachdesk.ui.dialog_form import DialogForm, secret_line


class PassphraseDialog(DialogForm):
    """A passphrase with a sentence about it. `entered` carries it."""

    entered = Signal(str)

    def __init__(self, title: str, text: str, yes: str, parent: QWidget | None = None, *, new: bool = True) -> None:
        super().__init__(title, yes, parent)
        self.setObjectName("passphraseDialog")
        sentence = QLabel(text)
        sentence.setTextFormat(Qt.TextFormat.PlainText)
        sentence.setWordWrap(True)
        self.form.addRow(sentence)
        self._first = secret_line("dialogPassphrase")
        self.row(self.tr("Passphrase"), self._first)
        self._again = secret_line("dialogRepeated") if new else None
        if self._again is not None:
            self.row(self.tr("The same again"), self._again)

    @classmethod
    def for_restoring(cls, name: str, parent: QWidget | None = None) -> PassphraseDialog:
        """Return a dialog that asks for the passphrase of the backup `name`."""
        translate = QCoreApplication.translate
        text = translate("PassphraseDialog", "Type the passphrase that was chosen for “{name}”.").format(name=name[:80])
        title, yes = translate("PassphraseDialog", "Restore a backup"), translate("PassphraseDialog", "Restore")
        return cls(title, text, yes, parent, new=False)

    def accept(self) -> None:
        typed = self._first.text()
        if self._again is not None:
            if typed != self._again.text():
                self.complain(self.tr("The two are not the same. Type both again."))
                return
            try:
                checked(typed)
            except Refused as fault:
                self.complain(str(fault))
                return
        if not typed:
            self.complain(self.tr("Please type the passphrase."))
            return
        self.entered.emit(typed)
        super().accept()
