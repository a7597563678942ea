"""This file asks how CoachDesk should look and behave for this coach; it is a form to which a row can be added."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from coachdesk.ui.dialog_form import DialogForm
from coachdesk.ui.theme import CONTRAST, DARK, LIGHT, SYSTEM


class PreferencesDialog(DialogForm):
    """The preferences; `entered` carries the colours' name and whether newer versions are looked for.

    `updates` is None where this installation cannot look for newer versions: then nothing is asked about it.
    """

    entered = Signal(str, bool)

    def __init__(self, colours: str, updates: bool | None, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Preferences"), self.tr("Save"), parent)
        self.setObjectName("preferences")
        self._colours = QComboBox()
        self._colours.setObjectName("preferredColours")
        for name, text in (
            (SYSTEM, self.tr("As the system")),
            (LIGHT, self.tr("Light")),
            (DARK, self.tr("Dark")),
            (CONTRAST, self.tr("High contrast")),
        ):
            self._colours.addItem(text, name)
        self._colours.setCurrentIndex(self._colours.findData(colours))
        self.row(self.tr("Colours"), self._colours)
        self._updates = QCheckBox(self.tr("Look once a day and tell me"))
        self._updates.setObjectName("preferredUpdates")
        self._updates.setChecked(bool(updates))
        if updates is not None:
            self.row(self.tr("Newer versions"), self._updates)
        self.accepted.connect(lambda: self.entered.emit(self._colours.currentData(), self._updates.isChecked()))
