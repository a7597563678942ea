"""This file helps a coach to tell what happened: diagnostics, the log and its folder, what this CoachDesk is."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from coachdesk.desk.desk import Desk
from coachdesk.ui.about_dialog import AboutDialog
from coachdesk.ui.log_window import LogWindow
from coachdesk.ui.tasks import Tasks


class HelpActions(QObject):
    """The actions over the log in `home`. `said` carries a sentence for the notice bar."""

    said = Signal(str, bool)

    def __init__(self, desk: Desk, home: Path | None, tasks: Tasks, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._tasks, self._window = desk, tasks, window
        self._logs = (home or Path()) / "logs"
        self._home = home
        self._log: LogWindow | None = None
        self.deeds: dict[str, Callable[[], None]] = {
            "copy_diagnostics": lambda: tasks.start("copy diagnostics", self._copy()),
            "show_logs": self._show_logs,
            "view_log": self._view_log,
            "about": lambda: tasks.start("tell about", self._tell_about(), alone=True),
        }

    async def _copy(self) -> None:
        from coachdesk.desk.diagnostics import counted, diagnostics

        text = await asyncio.to_thread(diagnostics, counted(self._desk), self._logs)
        QGuiApplication.clipboard().setText(text)
        self.said.emit(self.tr("The diagnostics are on the clipboard. They hold no texts of your clients."), False)

    def _view_log(self) -> None:
        if self._log is None:
            self._log = LogWindow(self._window)
            self._log.chosen.connect(lambda name: self.deeds[name]())
            self._log.look_wanted.connect(self._view_log)
        self._log.show()
        self._log.raise_()
        self._log.activateWindow()
        self._tasks.start("read the log", self._read_log(self._log), alone=True)

    async def _read_log(self, window: LogWindow) -> None:
        from coachdesk.desk.diagnostics import log_in_words

        window.show_lines(await asyncio.to_thread(log_in_words, self._logs))

    async def _tell_about(self) -> None:
        from coachdesk.desk.doctor import versions
        from coachdesk.desk.licences import licences

        parts = versions().sentence
        model = next((model.title for model in await self._desk.local_model.here() if model.chosen), "")
        facts = (
            (self.tr("Version"), version("coachdesk")),
            (self.tr("Parts"), parts),
            (self.tr("Platform"), self._desk.status.server or self.tr("None: all stays on this laptop")),
            (self.tr("Model"), model or self.tr("None that can be chosen here")),
            (self.tr("Data"), str(self._home or "")),
            (self.tr("Licence"), "Apache-2.0"),
        )
        dialog = AboutDialog(facts, self._window)
        dialog.diagnostics_wanted.connect(self.deeds["copy_diagnostics"])
        dialog.open()
        text = await asyncio.to_thread(licences)
        if isValid(dialog):
            dialog.show_licences(text)

    def _show_logs(self) -> None:
        if not self._logs.is_dir():
            self.said.emit(self.tr("There is no log yet."), True)
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._logs))):
            self.said.emit(self.tr("The log is in {folder}.").format(folder=self._logs), False)
