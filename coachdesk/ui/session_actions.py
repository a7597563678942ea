"""This file does what actions say about the open session's texts: undo, evidence, the correction of a line."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from coachdesk.desk.desk import Desk
from coachdesk.domain.session import Line
from coachdesk.ui.line_dialog import LineDialog
from coachdesk.ui.session_page import TRANSCRIPT, SessionPage
from coachdesk.ui.tasks import Tasks
from coachdesk.ui.undoing import Undoing


class SessionActions(QObject):
    """The actions on one session page. `said` carries a sentence for the notice bar, and whether it is a fault."""

    said = Signal(str, bool)

    def __init__(self, desk: Desk, tasks: Tasks, page: SessionPage, undoing: Undoing, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._tasks, self._page, self._window = desk, tasks, page, window
        self._undoing = undoing
        page.revisions.restored.connect(self._offer_restored)
        page.summary.evidence.lines_wanted.connect(self._show_lines)
        page.transcript.line_wanted.connect(self.correct)
        self.deeds: dict[str, Callable[[], None]] = {
            "undo": page.summary.editor.undo,
            "redo": page.summary.editor.redo,
            "show_evidence": self._show_evidence,
            "correct_line": lambda: self.correct(page.transcript.current_line),
        }

    def _show_evidence(self) -> None:
        if not self._page.summary.evidence.lead():
            self.said.emit(self.tr("Nothing in the transcript was found for the statement under the cursor."), False)

    def _show_lines(self, first: int, last: int) -> None:
        self._page.show_page(TRANSCRIPT)
        self._page.transcript.show_lines(first - 1, last - 1)

    def correct(self, number: int) -> None:
        """Ask how line `number` (from 0) of the transcript should read."""
        line, session = self._page.transcript.line(number), self._page.transcript.session
        if line is None or session is None:
            self.said.emit(self.tr("Go to the transcript and choose a line first."), False)
            return
        dialog = LineDialog(line, self._window)
        dialog.entered.connect(
            lambda speaker, words: self._tasks.start(
                "correct transcript", self._correct(session, number, line, speaker, words)
            )
        )
        dialog.open()

    async def _correct(self, session: str, number: int, before: Line, speaker: str, words: str) -> None:
        await self._desk.correct_line(session, number, speaker, words)
        self._undoing.offer(
            self.tr("The line was corrected."),
            lambda: self._desk.correct_line(session, number, before.speaker, before.text),
        )

    def _offer_restored(self, session: str, before: str) -> None:
        self._undoing.offer(
            self.tr("The earlier text is the summary again."), lambda: self._desk.restore_revision(session, before)
        )
