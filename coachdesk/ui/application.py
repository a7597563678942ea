"""This file is Qt's application, which on macOS is told of files: the Finder sends an event and starts no program."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class Application(QApplication):
    """`opened` carries the paths (a tuple) of the files that were opened together."""

    opened = Signal(tuple)

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self._files: list[Path] = []
        # There is an event for each file, and one question for all of them.
        self._together = QTimer(self, singleShot=True, interval=0)
        self._together.timeout.connect(self._tell)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self._files.append(Path(event.file()))
            self._together.start()
            return True
        return super().event(event)

    def _tell(self) -> None:
        files, self._files = tuple(self._files), []
        self.opened.emit(files)
