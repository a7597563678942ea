"""This file asks in which form several sessions are exported, and shows how far that is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QProgressBar, QWidget

from coachdesk.ui.dialog_form import DialogForm

FORMS = ("md", "docx", "pdf", "vtt", "eml")


class ExportDialog(DialogForm):
    """The export of `count` sessions. `folder_wanted` asks for a folder; cancelling rejects the dialog."""

    folder_wanted = Signal()

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        title = self.tr("Export one session") if count == 1 else self.tr("Export %n sessions", "", count)
        super().__init__(title, self.tr("Choose a folder …"), parent)
        self.setObjectName("exportDialog")
        self._count = count
        self._form = QComboBox()
        self._form.setObjectName("exportForm")
        self._form.addItems(
            [self.tr("Markdown"), self.tr("Word"), self.tr("PDF"), self.tr("WebVTT captions"), self.tr("E-mail")]
        )
        self.row(self.tr("Form"), self._form)
        self._bar = QProgressBar()
        self._bar.setObjectName("exportProgress")
        self._bar.setAccessibleName(self.tr("Progress"))
        self._bar.setTextVisible(False)
        self._bar.setRange(0, count)
        self._bar.hide()
        self.form.addRow(self._bar)

    @property
    def form_chosen(self) -> str:
        """The ending of the files."""
        return FORMS[max(0, self._form.currentIndex())]

    def advance(self, done: int) -> None:
        """Show that `done` sessions were written; the dialog goes once all are."""
        self._bar.show()
        self._bar.setValue(done)
        self.yes.setEnabled(False)
        self._form.setEnabled(False)
        if done == self._count:
            super().accept()

    def accept(self) -> None:
        self.folder_wanted.emit()
