"""This file shows what the platform writes while it writes it; previews end when the stored reply has been pulled."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from coachdesk.desk.views import Event, Notice, ReplyEnded, ReplyGrew, StatusChanged, status_of
from coachdesk.domain import protocol
from coachdesk.storage.replica import Replica

if TYPE_CHECKING:
    from coachdesk.sync.status import Preview, SyncStatus


class Previews:
    """Replies of the platform that have not arrived for good; a listener of the sync engine."""

    def __init__(self, replica: Replica, announce: Callable[[Event], None]) -> None:
        self._replica = replica
        self._announce = announce
        self._deltas: dict[tuple[str, str], list[str]] = {}

    def end_answered(self, session: str) -> None:
        """End the previews of replies that have arrived for good."""
        open_previews = [key for key in self._deltas if key[0] == session]
        if not open_previews:
            return
        answered = {message.reply_to for message in self._replica.messages(session)}
        for key in open_previews:
            if key[1] in answered:
                del self._deltas[key]
                self._announce(ReplyEnded(session))

    def status_changed(self, status: SyncStatus) -> None:
        """Announce what the sync engine says of itself."""
        if not status.online:
            for session in {key[0] for key in self._deltas}:
                self._announce(ReplyEnded(session))
            self._deltas.clear()
        self._announce(StatusChanged(status_of(status)))

    def preview(self, event: Preview) -> None:
        """Show what the platform writes while it writes it."""
        match event:
            case protocol.MessageDelta():
                if not self._opened(event.session_id, event.reply_to):
                    return
                pieces = self._deltas[event.session_id, event.reply_to]
                if event.index == 0:
                    pieces.clear()
                if event.index == len(pieces):
                    pieces.append(event.delta)
                    self._announce(ReplyGrew(event.session_id, event.reply_to, "".join(pieces)))
            case protocol.Typing() if event.session_id and event.is_typing and event.reply_to:
                if self._opened(event.session_id, event.reply_to):
                    self._announce(ReplyGrew(event.session_id, event.reply_to, ""))
            case protocol.Error() if event.session_id:
                if self._deltas.pop((event.session_id, event.reply_to or ""), None) is not None:
                    self._announce(ReplyEnded(event.session_id))
                self._announce(Notice(event.message, error=True, session=event.session_id))
            case _:
                pass

    def _opened(self, session: str, asked: str) -> bool:
        """Open the preview of the reply to `asked`; return False if that is answered: it would never end."""
        if (session, asked) not in self._deltas:
            if any(message.reply_to == asked for message in self._replica.messages(session)):
                return False
            self._deltas[session, asked] = []
        return True
