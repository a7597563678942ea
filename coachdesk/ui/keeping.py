"""This file keeps what the window shows on this laptop, or releases it, and follows it to its new id."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from coachdesk.desk.desk import Desk
from coachdesk.desk.listed import ListQuery
from coachdesk.desk.views import SessionView


class Keeping(QObject):
    """`moved` carries the id that the open session has from now on."""

    moved = Signal(str)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    async def session(self, view: SessionView, on: bool) -> str:
        """Keep the open session `view` here, or release it; return its id from now on."""
        session = await self._desk.keep_session(view.id, on)
        if session != view.id:
            self.moved.emit(session)
        return session

    async def client(self, view: SessionView, client: str, on: bool) -> str:
        """Keep the client of the open session `view` here, or release it; return the client's id from now on."""
        place = next((place for place, id in enumerate(self._sessions(client)) if id == view.id), 0)
        kept = await self._desk.keep_client(client, on)
        if kept != client:
            sessions = self._sessions(kept)
            self.moved.emit(sessions[min(place, len(sessions) - 1)])
        return kept

    def _sessions(self, client: str) -> list[str]:
        return [row.id for row in self._desk.rows(self._desk.keys(ListQuery(client=client))) if row.id]
