"""This file does what a coach who asks for help is told to do: copy the diagnostics, show the folder of the log."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from coachdesk.desk.desk import Desk
from coachdesk.ui.tasks import Tasks


class HelpActions(QObject):
    """The actions over the log in `home`. `said` carries a sentence for the notice bar."""

    said = Signal(str, bool)

    def __init__(self, desk: Desk, home: Path | None, tasks: Tasks, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._tasks = desk, tasks
        self._logs = (home or Path()) / "logs"
        self.deeds: dict[str, Callable[[], None]] = {
            "copy_diagnostics": lambda: tasks.start("copy diagnostics", self._copy()),
            "show_logs": self._show_logs,
        }

    async def _copy(self) -> None:
        from coachdesk.desk.diagnostics import counted, diagnostics

        text = await asyncio.to_thread(diagnostics, counted(self._desk), self._logs)
        QGuiApplication.clipboard().setText(text)
        self.said.emit(self.tr("The diagnostics are on the clipboard. They hold no texts of your clients."), False)

    def _show_logs(self) -> None:
        if not self._logs.is_dir():
            self.said.emit(self.tr("There is no log yet."), True)
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._logs))):
            self.said.emit(self.tr("The log is in {folder}.").format(folder=self._logs), False)
