"""This file shows what the log holds, newest at the end, for a coach who is asked what happened; it holds no texts."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QShowEvent, QTextCursor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from coachdesk.ui.frames import framed

_SIZE = QSize(760, 460)


class LogWindow(QDialog):
    """The end of the log in a window of its own. `chosen` carries the name of an action, `look_wanted` asks anew."""

    chosen = Signal(str)
    look_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("logWindow")
        self.setWindowTitle(self.tr("Log of CoachDesk"))
        self.resize(_SIZE)
        said = QLabel(
            self.tr("What CoachDesk did, without any text of your clients. Whoever helps you may ask for it.")
        )
        said.setProperty("tone", "muted")
        said.setWordWrap(True)
        self._lines = QPlainTextEdit()
        self._lines.setObjectName("logLines")
        self._lines.setAccessibleName(self.tr("Log"))
        self._lines.setReadOnly(True)
        self._lines.setTabChangesFocus(True)
        self._lines.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(said)
        column.addWidget(framed(self._lines), 1)
        row = QHBoxLayout()
        row.addStretch(1)
        for name, text in (
            ("", self.tr("Look again")),
            ("show_logs", self.tr("Show the folder")),
            ("copy_diagnostics", self.tr("Copy diagnostics")),
        ):
            button = QPushButton(text)
            button.setObjectName(f"log_{name}" if name else "logAgain")
            button.clicked.connect(
                lambda _=False, name=name: self.chosen.emit(name) if name else self.look_wanted.emit()
            )
            row.addWidget(button)
        column.addLayout(row)

    def show_lines(self, lines: list[str]) -> None:
        """Show `lines`, the last one in sight."""
        self._lines.setPlainText("\n".join(lines))
        self._lines.moveCursor(QTextCursor.MoveOperation.End)
        self._lines.moveCursor(QTextCursor.MoveOperation.StartOfLine)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._lines.setFocus()
