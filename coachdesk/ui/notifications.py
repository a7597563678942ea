"""This file decides what is told outside the window while nobody looks at it: a reply came, an edit was refused.

No word of a client leaves the window, unless the coach allowed the client's name in the preferences.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from coachdesk.desk.desk import Desk
from coachdesk.desk.views import SessionView, Status
from coachdesk.domain.session import Role
from coachdesk.errors import NotFound
from coachdesk.ui.announcements import Announcements
from coachdesk.ui.window_memory import WindowMemory

OFF, PLAIN, NAMED = "off", "plain", "named"
WORD = "notifications"
"""Under which name the window's memory holds the choice."""


class Notifications(QObject):
    """`told` carries one sentence, and the id of the session that it is about or ""."""

    told = Signal(str, str)

    def __init__(self, heard: Announcements, desk: Desk, memory: WindowMemory, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._memory, self._window = desk, memory, window
        self._parked = desk.status.parked
        heard.reply_ended.connect(self._tell_of_reply)
        heard.status_changed.connect(self._tell_of_refusal)

    @property
    def _wanted(self) -> str:
        """What may be told now: OFF also while the coach looks at the window."""
        looked_at = self._window.isActiveWindow() and self._window.isVisible() and not self._window.isMinimized()
        return OFF if looked_at else self._memory.word(WORD, PLAIN)

    def _tell_of_reply(self, session: str) -> None:
        wanted = self._wanted
        view = self._view(session) if wanted != OFF else None
        if view is None or not view.messages or view.messages[-1].role is not Role.ASSISTANT:
            return
        if wanted == NAMED and view.client_name:
            name = " ".join(view.client_name.split())[:60]
            self.told.emit(self.tr("A reply about {name} has arrived.").format(name=name), session)
        else:
            self.told.emit(self.tr("A reply has arrived."), session)

    def _tell_of_refusal(self, status: Status) -> None:
        more, self._parked = status.parked > self._parked, status.parked
        if more and self._wanted != OFF:
            self.told.emit(self.tr("The platform refused an edit. It waits for your decision."), "")

    def _view(self, session: str) -> SessionView | None:
        try:
            return self._desk.view(session)
        except NotFound:
            return None
