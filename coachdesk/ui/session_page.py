"""This file is the centre of the window for one session: its head, progress of a long job, and three pages."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from coachdesk.desk.views import Progress, SessionView
from coachdesk.ui.flow_layout import FlowLayout
from coachdesk.ui.icons import Icons
from coachdesk.ui.photos import Photos
from coachdesk.ui.revisions_view import RevisionsView
from coachdesk.ui.sentences import told
from coachdesk.ui.session_header import SessionHeader
from coachdesk.ui.summary_view import SummaryView
from coachdesk.ui.transcript_view import TranscriptView

SUMMARY, TRANSCRIPT, REVISIONS = range(3)


class SessionPage(QWidget):
    """One session. `chosen` carries the name of an action, `stop_wanted` asks to stop the long job."""

    chosen = Signal(str)
    stop_wanted = Signal()

    def __init__(
        self,
        pages: tuple[SummaryView, TranscriptView, RevisionsView],
        icons: Icons,
        photos: Photos,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("sessionPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session: str | None = None
        self.header = SessionHeader(icons, photos)
        self.header.chosen.connect(self.chosen)
        self.summary, self.transcript, self.revisions = pages
        self.transcript.chosen.connect(self.chosen)
        self.tabs = QTabBar()
        self.tabs.setObjectName("pageTabs")
        self.tabs.setAccessibleName(self.tr("Pages of the session"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self._stack = QStackedWidget()
        for text, page in (
            (self.tr("Summary"), self.summary),
            (self.tr("Transcript"), self.transcript),
            (self.tr("Revisions"), self.revisions),
        ):
            self.tabs.addTab(text)
            self._stack.addWidget(page)
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self._progress = QWidget()
        self._progress.setObjectName("progressStrip")
        self._label = QLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setProperty("tone", "muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._stop = QPushButton(self.tr("Stop"))
        self._stop.setObjectName("stopJobButton")
        self._stop.setProperty("kind", "quiet")
        self._stop.clicked.connect(self.stop_wanted)
        row = QHBoxLayout(self._progress)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._label)
        row.addWidget(self._bar, 1)
        row.addWidget(self._stop)
        self._progress.hide()
        strip = QWidget()
        tab_row = FlowLayout(strip, spread=True)
        tab_row.addWidget(self.tabs)
        tab_row.addWidget(self.header.summarise)
        tab_row.addWidget(self.header.approve)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 16)
        column.setSpacing(8)
        column.addWidget(self.header)
        column.addWidget(strip)
        column.addWidget(self._progress)
        column.addWidget(self._stack, 1)

    def show_view(self, view: SessionView) -> None:
        """Show `view` on all pages."""
        if view.id != self._session:
            self._session = view.id
            self._progress.hide()
            self._stop.setEnabled(True)
        self.header.show_view(view)
        self.summary.show_view(view)
        self.transcript.show_view(view)
        self.revisions.show_view(view)

    def show_page(self, page: int) -> None:
        """Bring one of SUMMARY, TRANSCRIPT and REVISIONS forward, and give it the focus."""
        self.tabs.setCurrentIndex(page)
        focus = {
            SUMMARY: self.summary.editor,
            TRANSCRIPT: self.transcript.pane,
            REVISIONS: self.revisions.list,
        }[page]
        focus.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_progress(self, progress: Progress) -> None:
        """Show how far a long job of this session is; it goes when the job is finished."""
        if progress.session != self._session:
            return
        self._label.setText(told(progress.label[:80]))
        self._bar.setRange(0, max(0, progress.total))
        self._bar.setValue(progress.done)
        self._progress.setVisible(progress.done < progress.total)

    def end_progress(self) -> None:
        """The long job of this session ended."""
        self._progress.hide()
