"""This file shows what waits to be sent, and lets the coach decide about what the platform refused."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from coachdesk.desk.desk import Desk
from coachdesk.desk.views import OutboxRow
from coachdesk.domain.operation import State
from coachdesk.ui.empty_state import EmptyState
from coachdesk.ui.flow_layout import FlowLayout
from coachdesk.ui.frames import framed
from coachdesk.ui.icons import Icons
from coachdesk.ui.sentences import told
from coachdesk.ui.sessions_model import Index
from coachdesk.ui.tasks import Tasks
from coachdesk.ui.wording import time_in_words

_MOST = 1_000
"""How many edits are listed: after a long journey there may be ten thousand, and nobody reads them."""


class OutboxModel(QAbstractTableModel):
    """The queue as a table: what, where and since when on two lines, and how it stands."""

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self.operations: tuple[OutboxRow, ...] = ()

    def show_operations(self, operations: tuple[OutboxRow, ...]) -> None:
        """Show `operations`."""
        self.beginResetModel()
        self.operations = operations
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.operations)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 2

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return (self.tr("Edit"), self.tr("State"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.operations):
            return None
        row = self.operations[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._what(row) if index.column() == 0 else self._state(row)
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0:
            parked = row.state is State.PARKED
            return self._icons.icon("warning" if parked else "pending", "on_removed" if parked else "muted")
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 1 and row.state is State.PARKED:
            return self._icons.theme.colour("on_removed")
        return None

    def _what(self, row: OutboxRow) -> str:
        title = " ".join(row.session_title[:200].split())
        return f"{told(row.what)}\n" + " · ".join(part for part in (time_in_words(row.at), title) if part)

    def _state(self, row: OutboxRow) -> str:
        return {
            State.QUEUED: self.tr("Waiting"),
            State.SENT: self.tr("Sent, no answer yet"),
            State.ACKNOWLEDGED: self.tr("Accepted"),
            State.PARKED: self.tr("Refused"),
            State.KEPT: self.tr("Kept on this laptop"),
        }[row.state]


class OutboxView(QWidget):
    """The queue with a button for each thing that can be done about a refused edit. `chosen` names an action."""

    chosen = Signal(str)
    discard_wanted = Signal(str)
    session_wanted = Signal(str)
    said = Signal(str)

    def __init__(self, desk: Desk, tasks: Tasks, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outboxPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk, self._tasks, self._icons = desk, tasks, icons
        self.model = OutboxModel(icons, self)
        self.table = QTreeView()
        self.table.setObjectName("outboxView")
        self.table.setAccessibleName(self.tr("Edits that wait"))
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setAllColumnsShowFocus(True)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setModel(self.model)
        self.table.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.table.header().setStretchLastSection(False)
        self.table.selectionModel().currentChanged.connect(self._explain)
        self.table.activated.connect(self._open)
        self._title = QLabel(self.tr("Outbox"))
        font = self._title.font()
        font.setPointSizeF(font.pointSizeF() * 1.45)
        font.setWeight(font.Weight.DemiBold)
        self._title.setFont(font)
        self._sentence = QLabel()
        self._sentence.setObjectName("outboxSentence")
        self._reason = QLabel()
        self._reason.setObjectName("outboxReason")
        for label in (self._sentence, self._reason):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("tone", "muted")
            label.setWordWrap(True)
        self._empty = EmptyState(icons, "check")
        self._empty.say(self.tr("Nothing waits"), self.tr("Every edit that you made is on the platform."))
        self._empty.offer("back", self.tr("Back to the session"))
        self._empty.chosen.connect(self.chosen)
        self._assemble()

    def _assemble(self) -> None:
        self._buttons: dict[str, QPushButton] = {}
        strip = QWidget()
        row = FlowLayout(strip, gap=8)
        for name, icon, text, work in (
            ("retry", "retry", self.tr("Send again"), self.retry),
            ("copy", "copy", self.tr("Copy text"), self.copy),
            ("discard", "trash", self.tr("Discard …"), self.discard),
        ):
            button = QPushButton(text)
            self._icons.dress(button, icon)
            button.setObjectName(f"{name}Button")
            button.clicked.connect(work)
            self._buttons[name] = button
            row.addWidget(button)
        back = QPushButton(self.tr("Back"))
        back.setObjectName("backButton")
        back.clicked.connect(lambda: self.chosen.emit("back"))
        row.addWidget(back)
        self._stack = QStackedWidget()
        self._stack.addWidget(framed(self.table))
        self._stack.addWidget(self._empty)
        page = QVBoxLayout(self)
        page.setContentsMargins(24, 20, 24, 16)
        page.setSpacing(10)
        page.addWidget(self._title)
        page.addWidget(self._sentence)
        page.addWidget(self._stack, 1)
        page.addWidget(self._reason)
        page.addWidget(strip)

    def refresh(self) -> None:
        """Show the queue as it is now; the selected edit stays selected."""
        chosen = self._chosen()
        operations = self._desk.outbox(_MOST)
        self.model.show_operations(operations)
        self._stack.setCurrentIndex(0 if operations else 1)
        parked = sum(row.state is State.PARKED for row in operations)
        if parked:
            sentence = self.tr("The platform refused some edits. Their texts are safe here; decide about each.")
        else:
            sentence = self.tr(
                "These edits are stored on this laptop. They go to the platform in order once it is there."
            )
        if len(operations) == _MOST:
            sentence += " " + self.tr("The first %n are listed.", "", _MOST)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(operations))
        rows = [place for place, row in enumerate(operations) if chosen is not None and row.id == chosen.id]
        if operations:
            flags = QItemSelectionModel.SelectionFlag
            refused = [place for place, row in enumerate(operations) if row.state is State.PARKED]
            place = self.model.index(next(iter(rows or refused), 0), 0)
            self.table.selectionModel().setCurrentIndex(place, flags.ClearAndSelect | flags.Rows)
        self._explain()

    def retry(self) -> None:
        """Send the selected edit again."""
        row = self._chosen()
        if row is not None:
            self._tasks.start("retry", self._desk.retry(row.id))

    def discard(self) -> None:
        """Ask to give up the selected edit."""
        row = self._chosen()
        if row is not None:
            self.discard_wanted.emit(row.id)

    def copy(self) -> None:
        """Copy what the coach wrote in the selected edit."""
        row = self._chosen()
        if row is not None:
            text = self._desk.waiting_text(row.id)
            if text:
                QGuiApplication.clipboard().setText(text)
            copied, nothing = self.tr("The text is on the clipboard."), self.tr("This edit holds no text.")
            self.said.emit(copied if text else nothing)

    def _chosen(self) -> OutboxRow | None:
        place = self.table.currentIndex().row()
        return self.model.operations[place] if 0 <= place < len(self.model.operations) else None

    def _open(self) -> None:
        row = self._chosen()
        if row is not None and row.session is not None:
            self.session_wanted.emit(row.session)

    def _explain(self) -> None:
        row = self._chosen()
        parked = row is not None and row.state is State.PARKED
        self._reason.setText(told(row.reason[:600]) if row is not None else "")
        self._reason.setVisible(bool(self._reason.text()))
        for name, button in self._buttons.items():
            button.setEnabled(parked or (name == "copy" and row is not None))
