"""This file asks how CoachDesk should look and behave for this coach; it is a form to which a row can be added."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton, QSizePolicy, QWidget

from coachdesk.ui.dialog_form import DialogForm
from coachdesk.ui.languages import AS_SYSTEM, LANGUAGES
from coachdesk.ui.notifications import NAMED, OFF, PLAIN
from coachdesk.ui.theme import CONTRAST, DARK, LIGHT, SYSTEM


class PreferencesDialog(DialogForm):
    """The preferences; `entered` carries the names of colours, language and what is notified, and whether newer
    versions are looked for.

    `updates` is None where this installation cannot look for newer versions: then nothing is asked about it. `lock`
    says how CoachDesk is locked and names the button that emits `lock_wanted` once this is saved.
    """

    entered = Signal(str, str, str, bool)
    lock_wanted = Signal()

    def __init__(
        self,
        colours: str,
        language: str,
        notified: str,
        updates: bool | None,
        lock: tuple[str, str] | None,
        parent: QWidget | None = None,
    ) -> None:
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
        self._language = QComboBox()
        self._language.setObjectName("preferredLanguage")
        for name, text in ((AS_SYSTEM, self.tr("As the system")), *LANGUAGES.items()):
            self._language.addItem(text, name)
        self._language.setCurrentIndex(max(0, self._language.findData(language)))
        self.row(self.tr("Language"), self._language)
        later = QLabel(self.tr("Another language is spoken from the next start on."))
        later.setProperty("tone", "muted")
        later.setWordWrap(True)
        later.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.form.addRow("", later)
        self._notified = QComboBox()
        self._notified.setObjectName("preferredNotifications")
        for name, text in (
            (PLAIN, self.tr("Replies and refusals")),
            (NAMED, self.tr("The same, with the name")),
            (OFF, self.tr("Nothing")),
        ):
            self._notified.addItem(text, name)
        self._notified.setCurrentIndex(max(0, self._notified.findData(notified)))
        self.row(self.tr("Notify me of"), self._notified)
        self._updates = QCheckBox(self.tr("Look once a day and tell me"))
        self._updates.setObjectName("preferredUpdates")
        self._updates.setChecked(bool(updates))
        if updates is not None:
            self.row(self.tr("Newer versions"), self._updates)
        if lock is not None:
            self._show_lock(*lock)
        self.accepted.connect(self._tell)

    def _show_lock(self, how: str, change: str) -> None:
        text = QLabel(how)
        text.setObjectName("preferredLock")
        text.setWordWrap(True)
        self.row(self.tr("Lock"), text)
        button = QPushButton(change)
        button.setObjectName("changeLock")
        button.setAutoDefault(False)
        button.clicked.connect(self._go_to_lock)
        self.form.addRow("", button)

    def _go_to_lock(self) -> None:
        self.accept()
        self.lock_wanted.emit()

    def _tell(self) -> None:
        self.entered.emit(
            self._colours.currentData(),
            self._language.currentData(),
            self._notified.currentData(),
            self._updates.isChecked(),
        )
