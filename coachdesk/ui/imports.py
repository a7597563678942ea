"""This file imports transcripts: it reads the files, shows what they would become, and makes sessions of them."""

from __future__ import annotations

import asyncio
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from coachdesk.desk.desk import Desk
from coachdesk.desk.views import SessionView
from coachdesk.errors import CoachDeskError
from coachdesk.ui.file_dialog import FileDialog
from coachdesk.ui.import_dialog import Choice, ImportDialog
from coachdesk.ui.sentences import told
from coachdesk.ui.tasks import Tasks
from coachdesk.ui.theme import Theme
from coachdesk.ui.undoing import Undoing

_TASK = "import"
MOST_FILES = 500


class Imports(QObject):
    """The imports of one window. `said` carries a sentence for the notice bar, `made` the id of the last session,
    `unmaking` the ids of the sessions that go again, since the coach undoes the import."""

    said = Signal(str, bool)
    made = Signal(str)
    unmaking = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, theme: Theme, undoing: Undoing, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._tasks, self._theme, self._window = desk, tasks, theme, window
        self._undoing = undoing

    def choose(self, session: SessionView | None) -> None:
        """Let the coach choose files; one alone may go into `session`."""
        dialog = FileDialog(self._window, self.tr("Import transcripts"))
        dialog.setFileMode(FileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [self.tr("Transcripts (*.txt *.vtt *.srt *.docx *.json *.pdf *.md)"), self.tr("All files (*)")]
        )
        dialog.filesSelected.connect(lambda names: self.ask(tuple(Path(name) for name in names), session))
        dialog.open()

    def ask(self, paths: tuple[Path, ...], session: SessionView | None) -> None:
        """Show what `paths` would become, then import what the coach lets be imported."""
        if not paths:
            return
        if len(paths) > MOST_FILES:
            self.said.emit(self.tr("Choose at most %n files at once.", "", MOST_FILES), True)
            return
        dialog = ImportDialog(len(paths), self._desk.clients(), session, self._theme, self._window)
        dialog.entered.connect(
            lambda choices, into: self._tasks.start(_TASK, self._import(choices, into, dialog), alone=True)
        )
        dialog.rejected.connect(lambda: self._tasks.cancel(_TASK))
        dialog.open()
        self._tasks.start(_TASK, self._read(paths, dialog), alone=True)

    async def _read(self, paths: tuple[Path, ...], dialog: ImportDialog) -> None:
        for path in paths:
            try:
                dialog.show_candidate(path, await self._desk.imports.read(path))
            except CoachDeskError as fault:
                dialog.show_refusal(told(str(fault)))

    async def _import(self, choices: list[Choice], into: str, dialog: ImportDialog) -> None:
        faults: list[str] = []
        made: list[str] = []
        clients = {row.id for row in self._desk.clients()}
        dialog.advance(0)
        try:
            for number, choice in enumerate(choices, 1):
                try:
                    made.append(await self._take(choice, into))
                except CoachDeskError as fault:
                    faults.append(told(str(fault)))
                dialog.advance(number)
        except asyncio.CancelledError:
            self._tell(made, clients, into, len(choices), faults)
            raise
        self._tell(made, clients, into, len(choices), faults)
        if made:
            self.made.emit(made[-1])

    async def _take(self, choice: Choice, into: str) -> str:
        if into:
            return await self._desk.imports.take(choice.candidate, client_name=None, session=into)
        return await self._desk.imports.take(choice.candidate, client_name=choice.client or None, date=choice.date)

    def _tell(self, made: list[str], before: set[str], into: str, total: int, faults: list[str]) -> None:
        """Say what came of an import, and offer to undo it unless it went into the session `into`, which was there.

        `before` are the clients that there were.
        """
        done = len(made)
        if done < total:
            head = self.tr("{done} of %n transcripts were imported.", "", total).format(done=done)
            self.said.emit(" ".join((head, *faults[:4])), bool(faults))
        one = self.tr("The transcript was imported.")
        sentence = one if done == 1 else self.tr("%n transcripts were imported.", "", done)
        if done and not into:
            clients = tuple(row.id for row in self._desk.clients() if row.id not in before)
            self._undoing.offer(sentence, lambda: self._undo(tuple(made), clients))
        elif done:
            self.said.emit(sentence, False)

    async def _undo(self, sessions: tuple[str, ...], clients: tuple[str, ...]) -> None:
        self.unmaking.emit(sessions)
        await self._desk.deleting.unmake(sessions, clients)
