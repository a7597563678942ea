"""This file asks whose transcript a file is and from which day, before it is imported."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QLabel, QLineEdit, QWidget

from coachdesk.desk.views import ClientRow, SessionView
from coachdesk.ui.dialog_form import DialogForm
from coachdesk.ui.wording import day_format

_NAMED = 5


class ImportDialog(DialogForm):
    """The files to import. `entered` carries the paths, a client's name or "", a date or "", and a session or ""."""

    entered = Signal(object, str, str, str)

    def __init__(
        self,
        paths: tuple[Path, ...],
        clients: tuple[ClientRow, ...],
        session: SessionView | None,
        parent: QWidget | None = None,
    ) -> None:
        title = self.tr("Import a transcript") if len(paths) == 1 else self.tr("Import transcripts")
        super().__init__(title, self.tr("Import"), parent)
        self.setObjectName("importDialog")
        self._paths = paths
        self._session = session
        names = [path.name if len(path.name) <= 60 else path.name[:60] + " …" for path in paths[:_NAMED]]
        if len(paths) > _NAMED:
            names.append(self.tr("and %n more", "", len(paths) - _NAMED))
        files = QLabel("\n".join(names))
        files.setTextFormat(Qt.TextFormat.PlainText)
        self._client = QComboBox()
        self._client.setObjectName("importClient")
        line = QLineEdit()
        line.setMaxLength(200)
        line.setPlaceholderText(self.tr("Choose, or type a new name"))
        self._client.setLineEdit(line)
        self._client.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._client.addItems([client.name for client in clients])
        self._client.setCurrentIndex(-1)
        self._dated = QCheckBox(self.tr("All from this day (otherwise the day in each file, or today)"))
        self._dated.setObjectName("importDated")
        self._date = QDateEdit(QDate.currentDate())
        self._date.setObjectName("importDate")
        self._date.setCalendarPopup(True)
        self._date.setDisplayFormat(day_format())
        self._date.setEnabled(False)
        self._dated.toggled.connect(self._date.setEnabled)
        self._into = QCheckBox(self.tr("Into the session that is open"))
        self._into.setObjectName("importInto")
        self._into.toggled.connect(self._client.setDisabled)
        self.row(self.tr("File"), files)
        self.row(self.tr("Client"), self._client)
        self.form.addRow(self._dated)
        self.row(self.tr("Date"), self._date)
        if session is not None and len(paths) == 1:
            self.form.addRow(self._into)
            self._into.setChecked(session.transcript_lines == 0)

    def accept(self) -> None:
        into = self._session.id if self._session is not None and self._into.isChecked() else ""
        date = self._date.date().toString(Qt.DateFormat.ISODate) if self._dated.isChecked() else ""
        self.entered.emit(self._paths, "" if into else self._client.currentText().strip(), date, into)
        super().accept()
