"""This file is one open session's line to a platform of the seed: its turns, one after the other, and what it says.

Everything that happens on the line stands in one queue and is dealt with in its order, so that an answer which came
before a drop counts. A turn is over with the assistant's message. A text of the summary belongs to the turn if it came
within BELONGS_S of that message, before or after; else it is a change that somebody else made. A turn without an answer
when the line drops, or after ANSWER_S without a sign of life, is parked: whether the platform had it, nobody knows.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from functools import partial
from typing import NamedTuple, TypeVar

import msgspec

from coachdesk.domain import protocol
from coachdesk.domain.clock import Clock, iso
from coachdesk.domain.operation import question
from coachdesk.domain.protocol import REASONS, Error, Message, RefineRequest, SummaryUpdate, Typing
from coachdesk.domain.session import Role
from coachdesk.errors import Offline, StorageFault
from coachdesk.storage.turns import Turns
from coachdesk.sync.connection import Connection, ConnectionState
from coachdesk.sync.status import Preview

BELONGS_S = 2.0
ANSWER_S = 300.0
SEND_S = 10.0
AGAIN_S = 2.0
"""The pause before something is stored again that the disk had no room for."""
STOPPED = "Stopped. If the platform answers all the same, its words appear here."

Join = Callable[[str | None, Callable[[str, object], None], Callable[[ConnectionState], None]], Connection]
_FORMS: dict[str, type[Message | SummaryUpdate | Typing | Error]] = {
    protocol.MESSAGE: Message,
    protocol.SUMMARY_UPDATE: SummaryUpdate,
    protocol.TYPING: Typing,
    protocol.ERROR: Error,
}
T = TypeVar("T")
_log = logging.getLogger(__name__)


class _Turn(NamedTuple):
    """A question under way: on which of the line's connections it went."""

    request: RefineRequest
    line: int


class _Ended(NamedTuple):
    turn: str
    at: float


class _Texts(NamedTuple):
    revisions: tuple[str, ...]
    at: float


class SessionLink:
    """The line of `session`, or of none, only to know whether the platform is there.

    `changed` is called whenever something is another way now. Without `asks` it listens only.
    """

    def __init__(
        self,
        session: str | None,
        join: Join,
        turns: Turns,
        clock: Clock,
        preview: Callable[[Preview], None],
        changed: Callable[[], None],
        *,
        asks: bool = True,
    ) -> None:
        self.session = session
        self.state = ConnectionState.OFFLINE
        self._connection = join(session, self._heard, self._state_changed)
        self._turns = turns
        self._clock = clock
        self._preview = preview
        self._changed = changed
        self._asks = asks
        self._storing = False
        self._line = 0
        self._turn: _Turn | None = None
        self._alive_at = 0.0
        self._ended: _Ended | None = None
        self._texts: _Texts | None = None
        self._happened: asyncio.Queue[Callable[[], Awaitable[None]]] = asyncio.Queue()

    @property
    def busy(self) -> bool:
        """Whether a question is under way, or what was heard is still to be stored."""
        return self._turn is not None or self._storing or not self._happened.empty()

    async def run(self) -> None:
        """Keep the line, and deal with what happens on it, until cancelled."""
        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(self._connection.run(), name="connection of a session")
            tasks.create_task(self._work(), name="turns of a session")

    def hurry(self) -> None:
        """Try to connect now rather than after the pause."""
        self._connection.hurry()

    def look(self) -> None:
        """Say that a question may wait."""
        self._happened.put_nowait(self._ask)

    def stop(self, message: str) -> None:
        """End the turn `message` for the coach; the seed has no word for it, so the line is made anew."""
        self._happened.put_nowait(partial(self._stop, message))

    def whole(self, message: str) -> bool:
        """Whether the answer to `message` has its text of the summary, or it is too late for one."""
        if self._turn is not None and self._turn.request.entity == message:
            return False
        ended = self._ended
        if ended is None or ended.turn != message or not self._happened.empty():
            return ended is None or ended.turn != message
        return self._texts is not None or self._clock.monotonic() - ended.at > BELONGS_S

    # What the connection reports.

    def _heard(self, event: str, payload: object) -> None:
        form = _FORMS.get(event)
        if form is None or self.session is None:
            return
        try:
            said = protocol.receive(payload, form)
        except (msgspec.ValidationError, RecursionError) as fault:
            _log.warning("event refused", extra={"event": event, "fault": type(fault).__name__})
            return
        if said.session_id is not None and said.session_id != self.session:
            _log.info("event of another session", extra={"event": event})
            return
        self._happened.put_nowait(partial(self._take, said, self._clock.monotonic()))

    def _state_changed(self, state: ConnectionState) -> None:
        self.state = state
        if state is ConnectionState.ONLINE:
            self._line += 1
            self._happened.put_nowait(self._ask)
        else:
            self._happened.put_nowait(partial(self._dropped, self._line))
        self._changed()

    # What is done about it, one after the other.

    async def _work(self) -> None:
        while True:
            patience = self._alive_at + ANSWER_S - self._clock.monotonic() if self._turn else None
            try:
                async with asyncio.timeout(patience):
                    happened = await self._happened.get()
            except TimeoutError:
                happened = self._give_up
            self._storing = True
            try:
                await self._until_stored(happened)
            finally:
                self._storing = False

    async def _until_stored(self, happened: Callable[[], Awaitable[None]]) -> None:
        """Deal with what happened; nobody says it a second time, so a full disk is waited out."""
        while True:
            try:
                return await happened()
            except StorageFault as fault:
                self._preview(Error(code="disk", message=str(fault), session_id=self.session))
                await asyncio.sleep(AGAIN_S)

    async def _give_up(self) -> None:
        await self._park()
        await self._ask()

    async def _ask(self) -> None:
        """Send the next question, if the line lives and none is under way."""
        if not self._asks or self.session is None or self._turn is not None or self.state is not ConnectionState.ONLINE:
            return
        line = self._line
        request = await _stored(self._turns.begin(self.session))
        if request is None:
            return
        self._turn, self._alive_at = _Turn(request, line), self._clock.monotonic()
        self._texts = None
        payload = {
            "sessionId": self.session,
            "content": question(request),
            "timestamp": request.at if isinstance(request.at, str) else iso(request.at),
        }
        try:
            await self._connection.send(protocol.REFINE, payload, SEND_S)
        except Offline:
            await self._park()

    async def _take(self, said: Message | SummaryUpdate | Typing | Error, at: float) -> None:
        self._alive_at = at
        match said:
            case Message():
                await self._take_message(said, at)
            case SummaryUpdate():
                await self._take_text(said.summary, at)
            case Typing() if self._turn is not None:
                self._preview(
                    msgspec.structs.replace(said, session_id=self.session, reply_to=self._turn.request.entity)
                )
            case Error():
                sentence = f"The platform reports: {said.message}"
                if self._turn is not None:
                    await self._end(sentence)
                self._preview(Error(code=said.code, message=sentence, session_id=self.session))
            case _:
                pass

    async def _take_message(self, said: Message, at: float) -> None:
        if self.session is None:
            return
        turn = self._turn if said.role is Role.ASSISTANT else None
        if turn is None:
            await _stored(self._turns.message(self.session, said))
            return
        before = self._texts is not None and at - self._texts.at <= BELONGS_S
        texts = self._texts.revisions if before and self._texts is not None else ()
        await _stored(self._turns.message(self.session, said, turn.request.entity, texts))
        self._turn, self._ended = None, _Ended(turn.request.entity, at)
        self._texts = self._texts if before else None
        self._changed()
        await self._ask()

    async def _take_text(self, text: str, at: float) -> None:
        if self.session is None:
            return
        ended = self._ended
        belongs = ended is not None and at - ended.at <= BELONGS_S
        made = await _stored(self._turns.text(self.session, text, ended.turn if ended and belongs else None))
        if belongs or self._turn is not None:
            self._texts = _Texts(made, at)
        self._changed()

    async def _dropped(self, line: int) -> None:
        if self._turn is not None and self._turn.line <= line:
            await self._park()

    async def _stop(self, message: str) -> None:
        if self._turn is not None and self._turn.request.entity == message:
            await self._end(STOPPED)
            self._connection.drop("stopped")

    async def _end(self, sentence: str) -> None:
        turn = self._turn
        if turn is not None and self.session is not None:
            await _stored(self._turns.end(self.session, turn.request.entity, sentence))
            self._turn = None
            self._changed()

    async def _park(self) -> None:
        turn = self._turn
        if turn is not None and self.session is not None:
            await _stored(self._turns.park(self.session))
            self._turn = None
            sentence = REASONS["unanswered"]
            self._preview(
                Error(code="unanswered", message=sentence, session_id=self.session, reply_to=turn.request.entity)
            )
            self._changed()


async def _stored(writing: Future[T]) -> T:
    """Return what a write gives; it happens although whoever waits is cancelled, since nobody says it a second time."""
    return await asyncio.shield(asyncio.wrap_future(writing))
