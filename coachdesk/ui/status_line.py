"""This file is the line at the foot of the window: whether everything is on the platform, and what waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QStatusBar, QWidget

from coachdesk.ui.icons import Icons
from coachdesk.ui.sentences import told

if TYPE_CHECKING:
    from coachdesk.desk.views import Status

_MOST = 160


class StatusLine(QStatusBar):
    """The status. `chosen` carries the action behind a button that was pressed."""

    chosen = Signal(str)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._icons = icons
        self._status: Status | None = None
        self._sync = QPushButton()
        self._sync.setObjectName("syncStatus")
        self._sync.setProperty("kind", "status")
        self._sync.clicked.connect(lambda: self.chosen.emit("outbox"))
        self._sync.setToolTip(self.tr("Show the outbox"))
        self.addWidget(self._sync)
        self._chat = QPushButton(self.tr("Chat"))
        self._chat.setObjectName("chatToggle")
        self._chat.setProperty("kind", "status")
        self._chat.setToolTip(self.tr("Show or hide the chat"))
        self._chat.clicked.connect(lambda: self.chosen.emit("toggle_chat"))
        self.addPermanentWidget(self._chat)
        icons.theme.changed.connect(self._redraw)

    def show_status(self, status: Status) -> None:
        """Show `status`."""
        self._status = status
        self._redraw()

    def _redraw(self) -> None:
        status = self._status
        if status is None:
            return
        sentence = " · ".join(told(part) for part in (status.sentence, status.problem) if part)
        self._sync.setText(sentence[:_MOST])
        self._sync.setAccessibleName(self.tr("Sync: {state}").format(state=sentence))
        if status.parked or status.problem:
            icon, colour = "warning", "on_removed"
        elif status.server is None:
            icon, colour = "laptop", "muted"
        elif not status.online:
            icon, colour = "laptop", "on_warning"
        else:
            icon, colour = ("check", "accent_text") if status.synced else ("sync", "accent_text")
        self._sync.setIcon(self._icons.icon(icon, colour))
        self._chat.setIcon(self._icons.icon("panel", "muted"))
