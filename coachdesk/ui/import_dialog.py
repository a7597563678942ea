"""This file shows what each file would become before it is imported: whose session, from which day, how much was said.

Client and date belong to the lines that are selected, at first to all of them. A file that was not understood stands
among the others with its reason; the rest is imported.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QHeaderView,
    QLabel,
    QLineEdit,
    QProgressBar,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from coachdesk.desk.importing import Candidate
from coachdesk.desk.listed import ClientRow
from coachdesk.desk.views import SessionView
from coachdesk.ui.dialog_form import DialogForm
from coachdesk.ui.frames import framed
from coachdesk.ui.theme import Theme
from coachdesk.ui.wording import day_format, day_in_words

_WIDTH = 700
_ROWS = 9
_ROW, _HEAD = 27, 44
_FILE, _CLIENT, _DATE, _LINES, _SPEAKERS = range(5)


@dataclass(slots=True, repr=False)
class Choice:
    """What the coach wants a file to become: a session of `client` (a name, or "") on `date`."""

    candidate: Candidate
    client: str
    date: str


class ImportDialog(DialogForm):
    """The files to import. `entered` carries a list of choices, and the id of the session that takes it, or ""."""

    entered = Signal(object, str)

    def __init__(
        self,
        files: int,
        clients: tuple[ClientRow, ...],
        session: SessionView | None,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        title = self.tr("Import a transcript") if files == 1 else self.tr("Import transcripts")
        super().__init__(title, self.tr("Import"), parent)
        self.setObjectName("importDialog")
        self.setMinimumWidth(_WIDTH)
        self._theme, self._files, self._session = theme, files, session
        self._choices: list[tuple[QTreeWidgetItem, Choice]] = []
        self._loading = False
        self._make_fields(clients)
        self._said = QLabel()
        self._said.setObjectName("importSaid")
        self._said.setProperty("tone", "muted")
        self._said.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setObjectName("importProgress")
        self._bar.setAccessibleName(self.tr("Progress"))
        self._bar.setTextVisible(False)
        self._make_list()
        self._list.setFixedHeight(_HEAD + _ROW * min(max(files, 2), _ROWS))
        self.form.addRow(framed(self._list))
        self.form.addRow(self._said)
        self.form.addRow(self._bar)
        self.row(self.tr("Client"), self._client)
        self.row(self.tr("Date"), self._date)
        if session is not None and files == 1:
            self.form.addRow(self._into)
            self._into.setChecked(session.transcript_lines == 0)
        self._allow(on=False)
        self.yes.setEnabled(False)
        self._tell(self.tr("Reading …"), 0, files)

    def _make_list(self) -> None:
        self._list = QTreeWidget()
        self._list.setObjectName("importFiles")
        self._list.setAccessibleName(self.tr("What the files will become"))
        self._list.setRootIsDecorated(False)
        self._list.setIndentation(0)
        self._list.setAllColumnsShowFocus(True)
        self._list.setUniformRowHeights(True)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._list.setHeaderLabels(
            [self.tr("File"), self.tr("Client"), self.tr("Date"), self.tr("Lines"), self.tr("Speakers")]
        )
        header = self._list.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in ((_FILE, 200), (_CLIENT, 130), (_DATE, 120), (_LINES, 60)):
            header.resizeSection(column, width)
        self._list.itemSelectionChanged.connect(self._load)

    def _make_fields(self, clients: tuple[ClientRow, ...]) -> None:
        self._client = QComboBox()
        self._client.setObjectName("importClient")
        line = QLineEdit()
        line.setMaxLength(200)
        line.setPlaceholderText(self.tr("Choose, or type a new name"))
        self._client.setLineEdit(line)
        self._client.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        # The form gives it its width; by itself it would measure the names of all clients.
        self._client.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._client.addItems([client.name for client in clients])
        self._client.setCurrentIndex(-1)
        self._client.editTextChanged.connect(self._take_client)
        self._date = QDateEdit(QDate.currentDate())
        self._date.setObjectName("importDate")
        self._date.setCalendarPopup(True)
        self._date.setDisplayFormat(day_format())
        self._date.dateChanged.connect(self._take_date)
        self._into = QCheckBox(self.tr("Into the session that is open"))
        self._into.setObjectName("importInto")
        self._into.toggled.connect(lambda on: self._allow(on=not on))

    # What was read.

    def show_candidate(self, path: Path, candidate: Candidate) -> None:
        """Add a file that was understood."""
        choice = Choice(candidate, candidate.client, candidate.date)
        speakers = ", ".join(candidate.speakers)[:200]
        item = QTreeWidgetItem([path.name[:120], "", "", f"{candidate.lines:n}", " ".join(speakers.split())])
        item.setTextAlignment(_LINES, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._list.addTopLevelItem(item)
        self._choices.append((item, choice))
        self._write_client(item, choice)
        self._write_date(item, choice)
        self._read_on()

    def show_refusal(self, sentence: str) -> None:
        """Add a file that was not understood, with the reason."""
        item = QTreeWidgetItem([sentence[:300]])
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        item.setForeground(0, self._theme.colour("on_removed"))
        self._list.addTopLevelItem(item)
        item.setFirstColumnSpanned(True)
        self._read_on()

    def _read_on(self) -> None:
        done = self._list.topLevelItemCount()
        self._tell(self.tr("Reading …"), done, self._files)
        if done < self._files:
            return
        refused = self._files - len(self._choices)
        said = [self.tr("Not understood: %n. The reason is in the list.", "", refused) if refused else ""]
        if any(not choice.candidate.dated for _, choice in self._choices):
            said.append(self.tr("Where a file tells no day, it is today’s."))
        said += dict.fromkeys(warning for _, choice in self._choices for warning in choice.candidate.imported.warnings)
        self._tell(" ".join(filter(None, said[:6])), 1, 1)
        if self._choices:
            if len(self._choices) > 1:
                self.yes.setText(self.tr("Import %n transcripts", "", len(self._choices)))
            self._list.selectAll()
            self._allow(on=not self._into.isChecked())
            self.yes.setEnabled(True)
            self._client.setFocus()

    def advance(self, done: int) -> None:
        """Show that `done` transcripts were imported; the dialog goes once all are."""
        self._allow(on=False)
        self._tell(self.tr("Importing …"), done, len(self._choices))
        if done == len(self._choices):
            super().accept()

    # What the coach says.

    def accept(self) -> None:
        into = self._session.id if self._session is not None and self._into.isChecked() else ""
        for part in (self._into, self._list, self.yes):
            part.setEnabled(False)
        self.entered.emit([choice for _, choice in self._choices], into)

    def _selected(self) -> list[tuple[QTreeWidgetItem, Choice]]:
        return [(item, choice) for item, choice in self._choices if item.isSelected()]

    def _load(self) -> None:
        """Put what the selected lines have in common into the fields."""
        selected = [choice for _, choice in self._selected()]
        self._loading = True
        clients = {choice.client for choice in selected}
        self._client.setEditText(clients.pop() if len(clients) == 1 else "")
        if selected:
            self._date.setDate(QDate.fromString(selected[0].date, Qt.DateFormat.ISODate))
        self._loading = False

    def _take_client(self, name: str) -> None:
        for item, choice in [] if self._loading else self._selected():
            choice.client = name.strip()
            self._write_client(item, choice)

    def _take_date(self, date: QDate) -> None:
        for item, choice in [] if self._loading else self._selected():
            choice.date = date.toString(Qt.DateFormat.ISODate)
            self._write_date(item, choice)

    def _write_client(self, item: QTreeWidgetItem, choice: Choice) -> None:
        item.setText(_CLIENT, choice.client or self.tr("No client"))

    def _write_date(self, item: QTreeWidgetItem, choice: Choice) -> None:
        item.setText(_DATE, day_in_words(choice.date))

    def _allow(self, *, on: bool) -> None:
        self._client.setEnabled(on)
        self._date.setEnabled(on)

    def _tell(self, sentence: str, done: int, total: int) -> None:
        self._said.setText(sentence)
        self._said.setVisible(bool(sentence))
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bar.setVisible(done < total)
