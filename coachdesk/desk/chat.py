"""This file carries the turns of the chat: requests to the platform, or a task here that leaves a durable proposal.

Who answers is fixed when a turn is made. For the platform the turn is one `refine.request`, and everything that comes
of it arrives by a pull; what streams before that is a preview. On the laptop both turns are `message.add`, and the text
is a proposal that waits, across restarts, until the coach accepts or rejects it.
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import msgspec

from coachdesk.desk.local_model import LocalModel
from coachdesk.desk.reading import Asked, Reading
from coachdesk.desk.views import (
    Event,
    MessageView,
    Notice,
    Proposal,
    ReplyEnded,
    ReplyGrew,
    SessionsChanged,
    SessionView,
)
from coachdesk.desk.waiting import refusal
from coachdesk.domain.clock import Clock, iso, new_id
from coachdesk.domain.merge import merge
from coachdesk.domain.protocol import MessageAdd, MessageText, Operation, RefineRequest, RefineText
from coachdesk.domain.session import Policy, Role, Transcript
from coachdesk.errors import CoachDeskError, MemoryShort, ModelFault, NotFound, Refused
from coachdesk.storage.replica import Replica

if TYPE_CHECKING:
    from coachdesk.assistant.engine import Engine
    from coachdesk.assistant.refining import Refined
    from coachdesk.sync.engine import SyncEngine

RULES = "rules"
CONVERSATION = 12
"""How many earlier turns a model on the laptop is shown."""
SELECTIONS = 20
"""Of how many questions of a session it is kept what they were about, and of how many replies what they left."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, repr=False)
class _Asking:
    """One question to this laptop: the user's message and what it says; `again`: it was asked before."""

    session: str
    message: str
    content: str
    selection: str | None
    again: bool


class Chat:
    """The conversations of one desk."""

    def __init__(
        self,
        replica: Replica,
        reading: Reading,
        model: LocalModel,
        sync: SyncEngine | None,
        clock: Clock,
        store: Callable[..., Awaitable[tuple[Operation, ...]]],
        transcript: Callable[[str], Awaitable[Transcript | None]],
        announce: Callable[[Event], None],
    ) -> None:
        self._replica = replica
        self._reading = reading
        self._model = model
        self._sync = sync
        self._clock = clock
        self._store = store
        self._transcript = transcript
        self._announce = announce
        self._turns: dict[str, asyncio.Task[None]] = {}
        self._asking: set[str] = set()
        self._storing: set[str] = set()

    def answers(self, session: str, engine: str) -> str:
        """Return who will answer: "platform", "local" (the model on this laptop) or "rules" (no model).

        Raises Refused when the client's AI policy or the connection does not allow what was asked for.
        """
        policy = self._reading.policy(session)
        online = self._sync is not None and self._sync.status.online
        if engine == "platform":
            if policy is not Policy.PLATFORM:
                raise Refused(self._reading.why_not_platform(session))
            if not online:
                raise Refused("The platform cannot be reached now. Ask the laptop, or try again when you are online.")
            return "platform"
        if engine == "auto" and online and policy is Policy.PLATFORM:
            return "platform"
        return RULES if policy is Policy.NONE else "local"

    def answering(self, session: str) -> bool:
        """Return whether a reply is being written, here or on the platform."""
        if session in self._turns:
            return True
        asked = self._reading.asked(session)
        waiting = self._reading.unanswered(self._reading.messages(session))
        if waiting is not None and refusal(self._replica.outbox, waiting.id):
            return False
        return bool(asked and waiting and waiting.id == asked.message and self._sync and self._sync.status.online)

    async def send_again(self, session: str, message: str, engine: str) -> str:
        """Make a new turn of what `message`, or the one it replies to, asked; raises NotFound, or as `send` does.

        Where the platform is asked what a proposal answers, that waits no more once the platform has answered.
        """
        messages = {found.id: found for found in self._reading.messages(session)}
        asked = messages.get(message)
        if asked is not None and asked.reply_to is not None:
            asked = messages.get(asked.reply_to)
        if asked is None or asked.role is not Role.USER:
            raise NotFound("There is no question to ask again.")
        about = self._reading.selections(session).get(asked.id)
        turn = await self.send(session, asked.content, about, engine, again=True)
        last = self._reading.asked(session)
        if last is not None and last.message == turn:
            await self._pass_on(session, (asked.id,), turn)
        return turn

    def offers_platform(self, session: str) -> bool:
        """Return whether the platform could be asked now what the waiting proposal answers, and is not being asked."""
        proposal = self._reading.proposal(session)
        if proposal is None or not proposal.asked or (proposal.passed_on and self.answering(session)):
            return False
        with contextlib.suppress(Refused):
            return self.answers(session, "platform") == "platform"
        return False

    async def ask_platform(self, session: str) -> None:
        """Ask the platform what the waiting proposal answers; raises NotFound without one, or as `send` does."""
        proposal = self._reading.proposal(session)
        if proposal is None or not proposal.asked:
            raise NotFound("There is no proposal in this session that the platform could be asked for.")
        turn = ""
        for message in proposal.asked:
            turn = await self.send_again(session, message, "platform")
        await self._pass_on(session, proposal.asked, turn)

    async def _pass_on(self, session: str, asked: tuple[str, ...], turn: str) -> None:
        """Note that the platform answers in `turn` what the proposal, if it still waits, answered: `asked`."""
        proposal = self._reading.proposal(session)
        if proposal is not None and proposal.asked == asked:
            stored = msgspec.json.encode(replace(proposal, passed_on=turn))
            await asyncio.wrap_future(self._replica.save_proposal(session, stored))

    async def send(
        self,
        session: str,
        text: str,
        selection: str | None,
        engine: str,
        *,
        again: bool = False,
        typed: bool = False,
    ) -> str:
        """Make a turn and return the user message's id; the reply follows as events.

        With `again` a local reply starts from the text before the last proposal, if that came of the same words.
        `typed` says that the text is the session's draft: that goes in the same transaction. Raises Refused if the
        text is empty, a reply is being written on this laptop, or nobody may answer.
        """
        content = text.strip()
        if not content:
            raise Refused("There is nothing to send yet.")
        if session in self._turns or session in self._asking:
            raise Refused("A reply is still being written. Stop it first, or wait for it.")
        who = self.answers(session, engine)
        id = new_id(self._clock)
        drafts = {(session, "chat"): ""} if typed else {}
        if selection:
            kept = list((self._reading.selections(session) | {id: selection}).items())[-SELECTIONS:]
            drafts[session, "selections"] = msgspec.json.encode(dict(kept)).decode()
        shown = self._reading.shown(session).session.head
        turn: Operation = self._message(session, id, Role.USER, content, "coach", None)
        if who == "platform":
            data = RefineText(content=content, selection=selection)
            at = iso(self._clock.wall_ms())
            turn = RefineRequest(id=id, number=1, session=session, entity=id, base=shown, at=at, data=data)
            drafts[session, "asked"] = msgspec.json.encode(Asked(id, shown)).decode()
        self._asking.add(session)
        try:
            await self._store(turn, drafts=drafts)
        finally:
            self._asking.discard(session)
        if who != "platform":
            asking = _Asking(session, id, content, selection, again)
            task = asyncio.create_task(self._answer(asking, who), name="local reply")
            self._turns[session] = task
            task.add_done_callback(lambda _task: self._ended(session))
        return id

    async def wait(self, session: str) -> None:
        """Return when the local reply in `session` is finished."""
        task = self._turns.get(session)
        if task is not None:
            await asyncio.wait([task])

    async def stop(self, session: str) -> None:
        """Stop the reply that is being written."""
        task = self._turns.get(session)
        if task is not None:
            if session not in self._storing:  # a finished reply is stored whole
                task.cancel()
            await asyncio.wait([task])
            return
        asked = self._reading.asked(session)
        if asked is not None and self._sync is not None:
            await self._sync.stop_reply(session, asked.message)

    async def close(self) -> None:
        """Stop all replies on this laptop; the questions stay and can be asked again."""
        for session, task in list(self._turns.items()):
            if session not in self._storing:
                task.cancel("closing")
        if self._turns:
            await asyncio.wait(list(self._turns.values()), timeout=1.0)

    def _ended(self, session: str) -> None:
        self._turns.pop(session, None)
        self._storing.discard(session)
        self._announce(ReplyEnded(session))
        self._announce(SessionsChanged(frozenset({session})))

    def _message(
        self, session: str, id: str, role: Role, content: str, origin: str, reply_to: str | None
    ) -> MessageAdd:
        return MessageAdd(
            id=new_id(self._clock),
            number=1,
            session=session,
            entity=id,
            at=iso(self._clock.wall_ms()),
            data=MessageText(role=role, content=content, origin=origin, reply_to=reply_to),
        )

    async def _answer(self, asking: _Asking, who: str) -> None:
        """Write the reply to one question: messages, and a proposal if the text changes."""
        session, asked = asking.session, asking.message
        origin = "local:rules"
        try:
            engine = self._model.engine() if who == "local" else None
            origin = f"local:{engine.name}" if engine else origin
            await self._refine(asking, engine)
        except asyncio.CancelledError as stopped:
            if stopped.args != ("closing",):
                await self._say(session, asked, "Stopped. The summary is as it was.", origin, Role.SYSTEM)
        except CoachDeskError as fault:
            if not self._gone(session):
                await self._say(session, asked, str(fault), origin, Role.SYSTEM)
                self._announce(Notice(str(fault), error=True, session=session))
        except Exception as fault:  # noqa: BLE001 - the coach gets a sentence, the log the place
            _log.exception("local reply failed", extra={"fault": type(fault).__name__})
            sentence = "The reply failed because of a defect in CoachDesk. The summary is as it was; try it again."
            await self._say(session, asked, sentence, origin, Role.SYSTEM)

    async def _refine(self, asking: _Asking, engine: Engine | None) -> None:
        session = asking.session
        view = self._reading.view(session)
        earlier = view.proposal
        text = earlier.text if earlier else view.summary
        before = earlier.asked if earlier else ()
        if earlier and asking.again and earlier.instruction == asking.content:
            text = earlier.before if earlier.before is not None else earlier.base_text
            before = before[:-1]
        refined = await self._refined(asking, view.messages, text, engine)
        rejected = tuple((rejection.text, rejection.reason) for rejection in refined.rejected)
        self._storing.add(session)
        if self._gone(session):
            return
        origin = f"local:{refined.engine}"
        if refined.summary != (earlier.text if earlier else view.summary):
            base, base_text, proposed = self._rebased(session, view, refined.summary)
            proposal = Proposal(
                base=base,
                base_text=base_text,
                text=proposed,
                origin=origin,
                instruction=asking.content,
                reply=refined.reply,
                rejected=rejected,
                before=text,
                asked=(*before, asking.message),
            )
            left = msgspec.json.encode(proposal) if proposal.text != proposal.base_text else None
            await asyncio.wrap_future(self._replica.save_proposal(session, left))
        await self._say(session, asking.message, refined.reply, origin, Role.ASSISTANT, rejected)

    def _rebased(self, session: str, view: SessionView, text: str) -> tuple[str | None, str, str]:
        """Return base, its text and the proposed text for `text`, which was made of what `view` showed.

        The proposal in `view` may have been decided on while the reply was written, wholly or in part.
        """
        earlier, now = view.proposal, self._reading.proposal(session)
        worked_on = earlier.text if earlier else view.summary
        if now is None:
            return self._reading.shown(session).session.head if earlier else view.revision, worked_on, text
        if now != earlier:
            text = merge(worked_on, now.text, text).text or text
        return now.base, now.base_text, text

    async def _refined(
        self, asking: _Asking, messages: tuple[MessageView, ...], text: str, engine: Engine | None
    ) -> Refined:
        """Return what the assistant makes of it, with a smaller model or without one where that must be."""
        # Its rules take a third of a second to be loaded the first time, in which the window must go on.
        await asyncio.to_thread(importlib.import_module, "coachdesk.assistant.refining")
        from coachdesk.assistant.engine import Turn
        from coachdesk.assistant.refining import refine

        turns = tuple(
            Turn(role=message.role.value, text=message.content)
            for message in messages[-CONVERSATION:-1]
            if message.role is not Role.SYSTEM
        )
        transcript = await self._transcript(asking.session)

        def grew(written: str) -> None:
            self._announce(ReplyGrew(asking.session, asking.message, written))

        async def attempt(model: Engine | None) -> Refined:
            return await refine(
                text, transcript, turns, asking.content, engine=model, selection=asking.selection, on_text=grew
            )

        try:
            while True:
                try:
                    return await attempt(engine)
                except MemoryShort as short:
                    if engine is None:
                        raise
                    engine = self._model.smaller_than(engine, short)
        except ModelFault:
            self._announce(Notice("The model on this laptop did not start. Simple requests still work.", error=True))
            return await attempt(None)

    def _gone(self, session: str) -> bool:
        """Return whether the session was deleted while its reply was written; then there is nothing to add to."""
        return self._replica.session(session) is None

    async def _say(
        self,
        session: str,
        asked: str,
        content: str,
        origin: str,
        role: Role,
        left: tuple[tuple[str, str], ...] = (),
    ) -> None:
        if self._gone(session):
            return
        id, drafts = new_id(self._clock), dict[tuple[str, str], str]()
        if left:
            kept = list((self._reading.left(session) | {id: left}).items())[-SELECTIONS:]
            drafts[session, "left"] = msgspec.json.encode(dict(kept)).decode()
        await self._store(self._message(session, id, role, content, origin, asked), drafts=drafts)
