"""This file asks how CoachDesk is locked: with which passphrase, and after how many idle minutes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSpinBox, QWidget

from coachdesk.desk.laptop import checked
from coachdesk.errors import Refused
from coachdesk.ui.dialog_form import DialogForm, secret_line

_MOST_MINUTES = 240


class LockDialog(DialogForm):
    """Passphrase and idle minutes. `entered` carries both, "" for the passphrase as it is and 0 for never.

    `most` is the most that the organisation allows, None without one. With one there is no "never", and no way back to
    the keychain, which opens to whoever sits at the laptop.
    """

    entered = Signal(str, int)
    passphrase_unwanted = Signal()

    def __init__(
        self, *, has_passphrase: bool, minutes: int, most: int | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Lock and passphrase"), self.tr("Save"), parent)
        self.setObjectName("lockDialog")
        self._needed = not has_passphrase
        self._first, self._again = secret_line("newPassphrase"), secret_line("repeatedPassphrase")
        if has_passphrase:
            self._first.setPlaceholderText(self.tr("as it is"))
        self.row(self.tr("Passphrase"), self._first)
        self.row(self.tr("The same again"), self._again)
        self._minutes = QSpinBox()
        self._minutes.setObjectName("lockMinutes")
        self._minutes.setRange(0 if most is None else 1, _MOST_MINUTES if most is None else most)
        if most is None:
            self._minutes.setSpecialValueText(self.tr("never by itself"))
        self._minutes.setSuffix(self.tr(" minutes"))
        self._minutes.lineEdit().setTextMargins(10, 0, 10, 0)
        self._minutes.setValue(minutes if has_passphrase and most is None else minutes or most or 10)
        self.row(self.tr("Lock when idle for"), self._minutes)
        if has_passphrase and most is None:
            away = QPushButton(self.tr("Use the keychain instead of a passphrase"))
            away.setObjectName("passphraseAway")
            away.setProperty("kind", "quiet")
            away.clicked.connect(self._give_up)
            self.form.addRow(away)

    def _give_up(self) -> None:
        self.passphrase_unwanted.emit()
        self.reject()

    def accept(self) -> None:
        typed = self._first.text()
        if typed != self._again.text():
            self.complain(self.tr("The two are not the same. Type both again."))
            return
        if typed or self._needed:
            try:
                checked(typed)
            except Refused as fault:
                self.complain(str(fault))
                return
        self.entered.emit(typed, self._minutes.value())
        super().accept()
