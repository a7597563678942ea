"""This file shows the revisions of a summary: who wrote each and when, what differs between two, and a way back."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QListWidget,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from coachdesk.desk.desk import Desk
from coachdesk.desk.views import RevisionView, SessionView
from coachdesk.ui.choice import Choice
from coachdesk.ui.flow_layout import FlowLayout
from coachdesk.ui.frames import framed, show_focus
from coachdesk.ui.hunk_card import pieces_of
from coachdesk.ui.icons import Icons
from coachdesk.ui.reading_pane import ReadingPane
from coachdesk.ui.tasks import Tasks
from coachdesk.ui.wording import origin_in_words, time_in_words

_MOST = 400
_BEFORE, _CURRENT = 0, 1


class RevisionsView(QWidget):
    """The revisions of one session, newest first. `restored` carries the session and the revision before."""

    restored = Signal(str, str)

    def __init__(self, desk: Desk, tasks: Tasks, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("revisionsView")
        self._desk, self._tasks, self._icons = desk, tasks, icons
        self._view: SessionView | None = None
        self._revisions: tuple[RevisionView, ...] = ()
        self._shown: tuple[str, str | None] | None = None
        self.list = QListWidget()
        self.list.setObjectName("revisionsList")
        self.list.setAccessibleName(self.tr("Revisions"))
        self.list.setUniformItemSizes(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setToolTip(self.tr("Select two to compare them"))
        self.list.itemSelectionChanged.connect(self._compare)
        self._against = Choice()
        self._against.setObjectName("compareWith")
        self._against.setAccessibleName(self.tr("Compare with"))
        self._against.addItems([self.tr("Against the one before"), self.tr("Against the current")])
        self._against.currentIndexChanged.connect(self._compare)
        self._restore = QPushButton(self.tr("Restore this text"))
        icons.dress(self._restore, "restore")
        self._restore.setObjectName("restoreButton")
        self._restore.clicked.connect(self.restore)
        self._pane = ReadingPane(icons.theme)
        self._pane.setObjectName("revisionDiff")
        self._pane.setAccessibleName(self.tr("What differs"))
        self._empty = QLabel(self.tr("Every text of the summary will be kept here, with who wrote it and when."))
        self._empty.setProperty("tone", "muted")
        self._empty.setWordWrap(True)
        self._assemble()

    def _assemble(self) -> None:
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        scroll = QScrollArea()
        scroll.setObjectName("sheetScroll")
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setObjectName("sheet")
        around = QVBoxLayout(inner)
        around.setContentsMargins(18, 14, 18, 14)
        around.addWidget(self._pane)
        around.addStretch(1)
        scroll.setWidget(inner)
        strip = QWidget()
        row = FlowLayout(strip, spread=True)
        row.setContentsMargins(0, 6, 0, 6)
        row.addWidget(self._against)
        row.addWidget(self._restore)
        lower = QWidget()
        below = QVBoxLayout(lower)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(4)
        below.addWidget(strip)
        sheet = framed(scroll)
        show_focus(sheet, self._pane)
        below.addWidget(sheet, 1)
        self._parts = QSplitter(Qt.Orientation.Vertical)
        self._parts.addWidget(framed(self.list))
        self._parts.addWidget(lower)
        self._parts.setStretchFactor(0, 2)
        self._parts.setStretchFactor(1, 3)
        self._parts.setChildrenCollapsible(False)
        self._parts.setHandleWidth(6)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._empty, 0, Qt.AlignmentFlag.AlignTop)
        page.addWidget(self._parts, 1)

    def show_view(self, view: SessionView) -> None:
        """Show the revisions of `view` once this page is visible; the selected revision stays selected."""
        self._view = view
        if self.isVisible():
            self._fill()

    def showEvent(self, event: object) -> None:  # noqa: ARG002  Qt hands it in.
        self._fill()

    def restore(self) -> None:
        """Make the selected text the newest revision."""
        revision = self._selected()
        if self._view is not None and revision is not None:
            self._tasks.start("restore revision", self._restore_text(self._view, revision.id))

    async def _restore_text(self, view: SessionView, revision: str) -> None:
        await self._desk.restore_revision(view.id, revision)
        if view.revision is not None:
            self.restored.emit(view.id, view.revision)

    def _selected(self) -> RevisionView | None:
        row = self.list.currentRow()
        return self._revisions[row] if 0 <= row < len(self._revisions) else None

    def _fill(self) -> None:
        view = self._view
        if view is None or self._shown == (view.id, view.revision):
            return
        same = self._shown is not None and self._shown[0] == view.id
        chosen = self._selected() if same else None
        self._shown = (view.id, view.revision)
        self._revisions = self._desk.revisions(view.id)[:_MOST]
        self.list.blockSignals(True)
        self.list.clear()
        # As texts: PySide keeps a reference to None for each item that is made here and given a height of its own.
        self.list.addItems([self._line(revision, view) for revision in self._revisions])
        ids = [revision.id for revision in self._revisions]
        row = ids.index(chosen.id) if chosen is not None and chosen.id in ids else 0
        self.list.setCurrentRow(row, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.list.blockSignals(False)
        self._empty.setVisible(not ids)
        self._parts.setVisible(bool(ids))
        self._compare()

    def _line(self, revision: RevisionView, view: SessionView) -> str:
        marks = []
        if revision.id == view.revision:
            marks.append(self.tr("current"))
        if revision.id == view.approved:
            marks.append(self.tr("approved"))
        if len(revision.parents) > 1:
            marks.append(self.tr("merged"))
        return "  ·  ".join([time_in_words(revision.at), origin_in_words(revision.origin), *marks])

    def _compare(self) -> None:
        revision = self._selected()
        if revision is None:
            self._pane.show_markdown("")
            return
        texts = {kept.id: kept.text for kept in self._revisions}
        rows = sorted(place.row() for place in self.list.selectedIndexes())
        self._against.setEnabled(len(rows) < 2)
        if len(rows) > 1:
            old, new = self._revisions[rows[-1]].text, self._revisions[rows[0]].text
        elif self._against.currentIndex() == _CURRENT and self._view is not None:
            old, new = revision.text, self._view.summary
        else:
            old, new = texts.get(revision.parents[0], "") if revision.parents else "", revision.text
        self._pane.show_diff(pieces_of(old, new))
        current = self._view is None or revision.id == self._view.revision
        self._restore.setEnabled(not current and len(rows) < 2)
