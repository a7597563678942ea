"""This file writes sessions to files, one or many, in the forms that the desk has and as PDF, and prints one."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from coachdesk.desk.desk import Desk
from coachdesk.desk.views import SessionView
from coachdesk.domain.session import Transcript
from coachdesk.errors import CoachDeskError, StorageFault
from coachdesk.ui.export_dialog import ExportDialog
from coachdesk.ui.file_dialog import FileDialog
from coachdesk.ui.paper import paper_of, write_pdf
from coachdesk.ui.paper_dialog import PaperDialog
from coachdesk.ui.sentences import told
from coachdesk.ui.tasks import Tasks

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_TASK = "export many"


class Exports(QObject):
    """The exports of one window. `said` carries a sentence for the notice bar, and whether it is a fault."""

    said = Signal(str, bool)

    def __init__(self, desk: Desk, tasks: Tasks, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._tasks, self._window = desk, tasks, window

    async def write(self, session: str, form: str, path: Path) -> None:
        """Write a session to `path` as `form`, also "pdf"; raises StorageFault or UserFault."""
        if form != "pdf":
            await self._desk.export(session, form, path)
            return
        view, transcript = self._desk.view(session), await self._desk.transcript(session)
        await asyncio.to_thread(write_pdf, view, transcript, path)

    def ask(self, sessions: tuple[str, ...]) -> None:
        """Ask in which form and where to `sessions` are exported, then do it with progress and a way out."""
        if not sessions:
            self.said.emit(self.tr("Select some sessions in the list first, at most 1,000."), False)
            return
        dialog = ExportDialog(len(sessions), self._window)

        def begin(folder: str) -> None:
            self._tasks.start(_TASK, self._write_all(sessions, dialog.form_chosen, Path(folder), dialog.advance))

        def choose() -> None:
            chooser = FileDialog(dialog, self.tr("Export into this folder"))
            chooser.setFileMode(FileDialog.FileMode.Directory)
            chooser.fileSelected.connect(begin)
            chooser.open()

        dialog.folder_wanted.connect(choose)
        dialog.rejected.connect(lambda: self._tasks.cancel(_TASK))
        dialog.open()

    async def _write_all(
        self, sessions: tuple[str, ...], form: str, folder: Path, advance: Callable[[int], None]
    ) -> None:
        faults: list[str] = []
        advance(0)
        for number, session in enumerate(sessions, 1):
            try:
                path = free_name(folder, file_name(self._desk.view(session)), form)
                await self.write(session, form, path)
            except CoachDeskError as fault:
                faults.append(told(str(fault)))
            advance(number)
        done = self.tr("{done} of %n sessions were exported.", "", len(sessions)).format(
            done=len(sessions) - len(faults)
        )
        self.said.emit(" ".join([done, *dict.fromkeys(faults)][:4]), bool(faults))

    def print_(self, view: SessionView | None) -> None:
        """Ask for a printer, then print the session of `view`."""
        if view is not None:
            self._tasks.start("print", self._print(view))

    async def _print(self, view: SessionView) -> None:
        transcript = await self._desk.transcript(view.id)
        if transcript is None or not view.summary.strip():
            self._choose_printer(view, transcript)
            return
        dialog = PaperDialog(len(transcript.lines), self._window)
        dialog.entered.connect(lambda too: self._choose_printer(view, transcript if too else None))
        dialog.open()

    def _choose_printer(self, view: SessionView, transcript: Transcript | None) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self._window)
        dialog.setObjectName("printDialog")
        dialog.accepted.connect(lambda: self._tasks.start("print on paper", self._print_on(printer, view, transcript)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.setModal(True)
        dialog.show()

    async def _print_on(self, printer: QPrinter, view: SessionView, transcript: Transcript | None) -> None:
        self.said.emit(self.tr("The pages are being laid out …"), False)
        # A long transcript takes seconds to lay out; nothing of it is of the window's thread.
        await asyncio.to_thread(lambda: paper_of(view, transcript).print_(printer))
        if printer.printerState() is printer.PrinterState.Error:
            raise StorageFault(self.tr("The printer did not take the pages. Look at it, then print once more."))
        self.said.emit(self.tr("The pages are with the printer."), False)


def file_name(view: SessionView) -> str:
    """Return a file's name without its ending that every system takes."""
    words = f"{view.date[:10]} {view.client_name} {view.title}"
    kept = "".join(letter if letter.isalnum() or letter in " -" else " " for letter in words)
    return " ".join(kept.split())[:80] or "session"


def free_name(folder: Path, name: str, form: str) -> Path:
    """Return a path in `folder` that nothing has yet: a second session of the same name takes nothing's place."""
    path, number = folder / f"{name}.{form}", 2
    while path.exists():
        path, number = folder / f"{name} {number}.{form}", number + 1
    return path
