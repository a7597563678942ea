"""This file turns what the desk announces into signals, so that each part of the window hears what concerns it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from coachdesk.desk.desk import Desk
from coachdesk.desk.views import (
    Event,
    ListChanged,
    Notice,
    OutboxChanged,
    Progress,
    ReplyEnded,
    ReplyGrew,
    SessionsChanged,
    StatusChanged,
)


class Announcements(QObject):
    """What the desk announces from now on, until `end`; the signals carry what the values of `desk.views` hold."""

    list_changed = Signal()
    sessions_changed = Signal(object)
    outbox_changed = Signal()
    status_changed = Signal(object)
    reply_grew = Signal(str, str)
    reply_ended = Signal(str)
    job_advanced = Signal(object)
    noticed = Signal(str, bool)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.end = desk.subscribe(self._hear)

    def _hear(self, event: Event) -> None:
        match event:
            case ListChanged():
                self.list_changed.emit()
            case SessionsChanged(sessions):
                self.sessions_changed.emit(sessions)
            case OutboxChanged():
                self.outbox_changed.emit()
            case StatusChanged(status):
                self.status_changed.emit(status)
            case ReplyGrew(session, _, text):
                self.reply_grew.emit(session, text)
            case ReplyEnded(session):
                self.reply_ended.emit(session)
            case Progress():
                self.job_advanced.emit(event)
            case Notice(text, error, _):
                self.noticed.emit(text, error)
