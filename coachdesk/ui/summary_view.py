"""This file is the summary page: the editor that saves by itself, and the changes that wait for the coach.

What is typed goes into the draft after 400 ms, and becomes a revision after a pause of 1.5 s, or when the focus
leaves. "Saved" is said only once the desk has stored it. A text that arrives meanwhile never replaces what is being
typed: the edit names the revision that it began from, and merging is the platform's work.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from PySide6.QtCore import Qt, QTime, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QTabBar, QToolButton, QVBoxLayout, QWidget

from coachdesk.desk.desk import Desk
from coachdesk.desk.views import SessionView
from coachdesk.ui.changes import change_of, compare_ahead
from coachdesk.ui.compare_banner import CompareBanner
from coachdesk.ui.diff_view import DiffView, Kind
from coachdesk.ui.evidence_margin import EvidenceMargin
from coachdesk.ui.frames import show_focus
from coachdesk.ui.icons import Icons
from coachdesk.ui.summary_editor import SummaryEditor
from coachdesk.ui.tasks import Tasks

_DRAFT_MS, _SAVE_MS, _AGAIN_MS, _EVIDENCE_MS = 400, 1_500, 10_000, 500
_MOST_FOLLOWED = 100
_COMPARED_AT_ONCE = 30_000
"""How many characters of a summary are compared in the window's thread: that takes 2 ms."""


class SummaryView(QWidget):
    """One session's summary. `text_selected` carries the selected text, for "refine selection"."""

    text_selected = Signal(str)

    def __init__(self, desk: Desk, tasks: Tasks, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._icons = desk, tasks, icons
        self._view: SessionView | None = None
        self._base: str | None = None
        self._followed: dict[tuple[str, str | None], str] = {}
        """For what texts under way began from: the last revision of that line. What is typed on follows it."""
        self._shown: tuple[object, ...] = ()
        self._dirty = False
        self.platform_offered = False
        """Whether the platform can be asked now what the proposal answers."""
        self._saving = asyncio.Lock()
        self.editor = SummaryEditor(icons.theme)
        self.evidence = EvidenceMargin(self.editor, icons)
        self._looked: tuple[str, str | None, str] | None = None
        self.diff = DiffView(icons)
        self._state = QLabel()
        self._state.setObjectName("savedState")
        self._state.setTextFormat(Qt.TextFormat.PlainText)
        self._state.setProperty("tone", "muted")
        self._draft_timer = self._timer(_DRAFT_MS, self._save_draft)
        self._save_timer = self._timer(_SAVE_MS, self.save)
        self._evidence_timer = self._timer(_EVIDENCE_MS, self._look_for_evidence)
        self._tabs = QTabBar()
        self._tabs.setObjectName("summaryTabs")
        self._tabs.setAccessibleName(self.tr("Changes or text"))
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.addTab(self.tr("Changes"))
        self._tabs.addTab(self.tr("Text"))
        self._stack = QStackedWidget()
        self._tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self._banner = CompareBanner(icons)
        self._banner.wanted.connect(lambda: self._tabs.setCurrentIndex(0))
        self._tabs.currentChanged.connect(self._show_banner)
        self._format_buttons: list[tuple[QToolButton, str]] = []
        self._assemble()
        self.editor.text_typed.connect(self._typed)
        self.editor.focus_left.connect(self.save)
        self.editor.selection_made.connect(self.text_selected)
        self.diff.accepted.connect(self._accept)
        self.diff.rejected.connect(self._reject)
        self.diff.settled.connect(self._settle)
        self.diff.platform_wanted.connect(self._ask_platform)
        icons.theme.changed.connect(self._recolour)
        self.deeds: dict[str, Callable[[], None]] = {
            "heading": lambda: self.editor.begin_lines("## "),
            "bold": lambda: self.editor.surround("**"),
            "italic": lambda: self.editor.surround("*"),
            "list": lambda: self.editor.begin_lines("- "),
            "task": lambda: self.editor.begin_lines("- [ ] "),
            "save": self.save,
            "ask_platform": self._ask_platform,
        }

    def _timer(self, interval_ms: int, then: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval_ms)
        timer.timeout.connect(then)
        return timer

    def _assemble(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 6, 14, 4)
        bar.setSpacing(2)
        for icon, name, work in (
            ("heading", self.tr("Heading"), lambda: self.editor.begin_lines("## ")),
            ("bold", self.tr("Bold"), lambda: self.editor.surround("**")),
            ("italic", self.tr("Italic"), lambda: self.editor.surround("*")),
            ("list", self.tr("List"), lambda: self.editor.begin_lines("- ")),
            ("task", self.tr("Commitment"), lambda: self.editor.begin_lines("- [ ] ")),
            ("undo", self.tr("Undo typing"), self.editor.undo),
            ("redo", self.tr("Redo typing"), self.editor.redo),
        ):
            button = QToolButton()
            button.setIcon(self._icons.icon(icon, "muted"))
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.clicked.connect(work)
            self._format_buttons.append((button, icon))
            bar.addWidget(button)
        bar.addStretch(1)
        bar.addWidget(self._state)
        self._frame = QFrame()
        self._frame.setObjectName("editorFrame")
        show_focus(self._frame, self.editor)
        inside = QVBoxLayout(self._frame)
        inside.setContentsMargins(1, 1, 1, 8)
        inside.setSpacing(0)
        inside.addLayout(bar)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.evidence)
        row.addWidget(self.editor, 1)
        inside.addLayout(row, 1)
        self._stack.addWidget(self.diff)
        self._stack.addWidget(self._frame)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(6)
        page.addWidget(self._tabs)
        page.addWidget(self._banner)
        page.addWidget(self._stack, 1)
        self._tabs.hide()
        self._stack.setCurrentIndex(1)

    # What is shown.

    def show_view(self, view: SessionView) -> None:
        """Show the summary of `view`; another session's unsaved text is saved first."""
        other = self._view is None or self._view.id != view.id
        if other:
            self.flush()
            self._state.setText("")
        self._view = view
        if other or (not self._dirty and (view.revision != self._base or view.summary != self.editor.text())):
            self._base = view.revision
            self._followed.pop((view.id, view.revision), None)  # what followed it was discarded
            draft = self._desk.draft(view.id, "summary") if other else ""
            self.editor.load(draft or view.summary)
            if draft and draft != view.summary:
                self._dirty = True
                self._state.setText(self.tr("Restored what you typed"))
                self._save_timer.start()
        self._show_change(view)
        self.offer_platform()
        if other:
            self.evidence.show_support(())
        if self._looked != (view.id, view.revision, view.transcript):
            self._evidence_timer.start()

    def _look_for_evidence(self) -> None:
        if self._view is not None:
            self._tasks.start("look for evidence", self._mark_evidence(self._view), alone=True)

    async def _mark_evidence(self, view: SessionView) -> None:
        support = await self._desk.support(view.id)
        if self._view is None or (self._view.id, self._view.revision) != (view.id, view.revision):
            return
        if self.editor.whole and self.editor.text() == view.summary:
            self._looked = (view.id, view.revision, view.transcript)
            self.evidence.show_support(support)

    def _show_change(self, view: SessionView) -> None:
        shown = (view.id, view.summary, view.proposal, view.branches, view.last_reply, view.last_reply_base)
        if shown == self._shown:
            return
        self._shown = shown
        if len(view.summary) > _COMPARED_AT_ONCE:
            self._tasks.start("compare texts", self._compare(view, shown), alone=True)
        else:
            self._show_compared(view)

    async def _compare(self, view: SessionView, shown: tuple[object, ...]) -> None:
        """Compare large texts in a thread, and show what came of it unless others are to be shown by then."""
        await asyncio.to_thread(compare_ahead, view)
        if shown == self._shown:
            self._show_compared(view)

    def _show_compared(self, view: SessionView) -> None:
        before = self.diff.change
        change = change_of(view)
        self.diff.show_change(change)
        self._tabs.setVisible(change is not None)
        if change is None:
            self._stack.setCurrentIndex(1)
        elif before != change and not (change.kind is Kind.BRANCH and self.editor.hasFocus()):
            self._tabs.setCurrentIndex(0)
            self._stack.setCurrentIndex(0)
        elif self._stack.currentIndex() == 1:
            self._tabs.setCurrentIndex(1)  # whoever is typing is not disturbed; the banner says what waits
        self._show_banner()

    def offer_platform(self) -> None:
        """Offer to have the platform answer what the proposal answers, if it can be asked now."""
        view = self._view
        proposed = view is not None and view.proposal is not None
        self.platform_offered = view is not None and proposed and self._desk.offers_platform(view.id)
        self.diff.offer_platform(self.platform_offered)

    def _show_banner(self) -> None:
        change = self.diff.change
        waits = change is not None and change.kind is Kind.BRANCH and self._tabs.currentIndex() == 1
        self._banner.say(len(change.hunks) if change is not None and waits else 0)

    def show_text(self) -> None:
        """Bring the editor forward and give it the focus."""
        self._tabs.setCurrentIndex(1)
        self._stack.setCurrentIndex(1)
        self.editor.setFocus()

    # Saving.

    def _typed(self) -> None:
        self._dirty = True
        self._state.setText(self.tr("Editing …"))
        self._draft_timer.start()
        self._save_timer.start()

    def _save_draft(self) -> None:
        if self._view is not None and self._dirty:
            work = self._desk.save_draft(self._view.id, "summary", self.editor.text())
            self._tasks.start("save draft of the summary", work)

    def save(self) -> None:
        """Make what was typed a revision now, if anything was."""
        self._save_timer.stop()
        if self._view is not None and self._dirty and self.editor.whole:
            self._tasks.start("save summary", self._store(self._view.id, self.editor.text(), self._base))

    def flush(self) -> None:
        """Save before another session is shown or the window closes."""
        if self._dirty:
            self._save_draft()
            self.save()
        self._draft_timer.stop()
        self._dirty = False

    async def _store(self, session: str, text: str, base: str | None) -> None:
        async with self._saving:
            try:
                begun = self._followed.get((session, base), base)
                stored = await self._desk.edit_summary(session, text, base=begun or "")
            except Exception:
                if self._view is not None and self._view.id == session:
                    self._dirty = True
                    self._state.setText(self.tr("Not saved yet"))
                    self._save_timer.start(_AGAIN_MS)
                raise
            if stored:
                self._follow(session, {base, begun}, stored)
            shown = self._view is not None and self._view.id == session
            if shown and stored:
                self._base = self._followed.get((session, self._base), self._base)
            if shown and self.editor.text() == text:
                self._dirty = False
                self._draft_timer.stop()
                # Else a change of colours, which reports itself as a change of the document, would pass for typing.
                self.editor.document().setModified(False)
                clock = QTime.currentTime().toString("HH:mm")
                self._state.setText(self.tr("Saved {time}").format(time=clock))
            await self._desk.save_draft(session, "summary", self.editor.text() if shown and self._dirty else "")

    def _follow(self, session: str, begun: set[str | None], stored: str) -> None:
        """Have `stored` follow all that the revisions in `begun` followed."""
        line = {key for key, last in self._followed.items() if key[0] == session and last in begun}
        followed = self._followed | dict.fromkeys(line | {(session, one) for one in begun}, stored)
        self._followed = dict(list(followed.items())[-_MOST_FOLLOWED:])

    # Deciding.

    def _accept(self, hunks: frozenset[int] | None) -> None:
        change = self.diff.change
        if self._view is None or change is None:
            return
        if change.kind is Kind.PROPOSAL:
            self._decide(self._desk.accept(self._view.id, hunks))
        else:
            self._decide(self._desk.keep_reply(self._view.id))

    def _reject(self, hunks: frozenset[int] | None) -> None:
        change = self.diff.change
        if self._view is None or change is None:
            return
        if change.kind is Kind.PROPOSAL:
            self._decide(self._desk.reject(self._view.id, hunks))
        else:
            self._decide(self._desk.undo_reply(self._view.id, hunks))

    def _settle(self, text: str) -> None:
        if self._view is not None and self._view.branches:
            view, branch = self._view, self._view.branches[0]
            self._decide(self._desk.settle_branch(view.id, branch.revision, text, base=view.revision))

    def _ask_platform(self) -> None:
        if self._view is not None:
            self._decide(self._desk.ask_platform(self._view.id))

    def _decide(self, work: object) -> None:
        """Run a decision; the buttons rest meanwhile, since the numbers of the hunks may be others afterwards."""
        self.diff.setEnabled(False)
        self._tasks.start("decide on changes", self._decided(work))

    async def _decided(self, work: object) -> None:
        try:
            await work  # type: ignore[misc]  # A coroutine of the desk.
        finally:
            self.diff.setEnabled(True)

    def _recolour(self) -> None:
        for button, icon in self._format_buttons:
            button.setIcon(self._icons.icon(icon, "muted"))
