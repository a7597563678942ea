"""This file is what a coach does, for the window and the command line alike; they call nothing below it.

Everything here runs on the loop's thread. What is shown comes from `desk.shown`, whose reads are synchronous and short;
actions are coroutines that return once what they promise is durable, and raise a CoachDeskError with a sentence for the
coach otherwise. Whatever changes what is
shown is announced to the subscribers as a value of `desk.views`, whoever changed it: this desk, a pull, or another
process that writes the same replica.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coachdesk.desk.announcing import Announcer
from coachdesk.desk.background import Background, Offers
from coachdesk.desk.chat import Chat
from coachdesk.desk.decisions import Decisions
from coachdesk.desk.deleting import Deleting
from coachdesk.desk.first_summary import FirstSummary
from coachdesk.desk.importing import Imports
from coachdesk.desk.keeping import Keeping
from coachdesk.desk.local_model import LocalModel
from coachdesk.desk.preparing import Pace, Preparing
from coachdesk.desk.previews import Previews
from coachdesk.desk.records import Records, check_date
from coachdesk.desk.shown import Shown
from coachdesk.desk.views import (
    Event,
    Notice,
    ReplyEnded,
    SessionsChanged,
)
from coachdesk.domain.clock import Clock
from coachdesk.domain.protocol import (
    Operation,
)
from coachdesk.domain.session import Policy
from coachdesk.errors import CoachDeskError, NotFound
from coachdesk.storage.cache import Cache
from coachdesk.storage.replica import Replica

if TYPE_CHECKING:
    from coachdesk.sync.engine import SyncEngine

CLOSE_S = 1.0
LOCK_MINUTES = "lock-minutes"


class Desk(Shown):
    """One coach's desk over one replica; `sync` is None where no platform is known."""

    def __init__(
        self,
        replica: Replica,
        cache: Cache,
        model: LocalModel,
        sync: SyncEngine | None,
        clock: Clock,
        offers: Offers,
        pace: Pace,
        most: Policy = Policy.PLATFORM,
    ) -> None:
        super().__init__(replica, cache, sync, most)
        self._announcer = Announcer(self.list.changed)
        self._model = self.local_model = model
        self._previews = Previews(replica, self._announce)
        self._records = Records(replica, clock, self._store, most)
        self.imports = Imports(self._records, self.clients, clock, self.transcript)
        self._decisions = Decisions(replica, self._reading, clock, self._store)
        self._chat = Chat(replica, self._reading, model, sync, clock, self._store, self.transcript, self._announce)
        self._first_summary = FirstSummary(
            replica, self._reading, self._decisions, model, self.transcript, self._announce
        )
        self._keeping = Keeping(replica, self._reading, clock, self.file)
        self.deleting = Deleting(self._records, replica, sync)
        self._preparing = Preparing(self._reading, model, sync, self.transcript, pace)
        model.on_replaced(lambda sentence: self._announce(Notice(sentence)))
        self.updates = offers.release
        self._background = Background(replica, self._reading, sync, offers, self.transcript, self._announce)
        self._wake()

    # Life.

    async def start(self) -> None:
        """Begin to watch the replica and to sync; returns at once."""
        self._announcer.watch(self._replica, self._sessions_changed)
        self.deleting.finish()
        for finding in self._replica.findings:
            self._announce(Notice(finding, error=True))
        if self._sync is not None:
            self._sync.add_listener(self._previews)
            self._sync.add_listener(self._preparing)
        self._background.start()

    async def close(self) -> None:
        """Stop everything in order: replies, sync, model, cache, replica; each within a deadline."""
        try:
            await self._preparing.close()
            await self._first_summary.close()
            await self._chat.close()
            await self._background.close()
            self._announcer.end()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(CLOSE_S):
                    await self._model.close()
        finally:
            self._cache.close()
            self._replica.close()

    def subscribe(self, callback: Callable[[Event], None]) -> Callable[[], None]:
        """Call `callback` with each event from now on; returns what ends that."""
        return self._announcer.subscribe(callback)

    # Who answers.

    def answering(self, session: str) -> bool:
        """Return whether a reply or a first summary is being written for `session`."""
        return self._first_summary.writing(session) or self._chat.answering(session)

    def who_answers(self, session: str, engine: str = "auto") -> str:
        """Return in words who would answer the next message; `engine` is "auto", "platform" or "local"."""
        try:
            who = self._chat.answers(session, engine)
        except CoachDeskError as fault:
            return str(fault)
        if who == "platform":
            return "The platform answers"
        return "The model on this laptop answers" if who == "local" else "Rules on this laptop answer, no model sees it"

    # What the coach does.

    async def create_client(
        self, name: str, email: str = "", policy: Policy | None = None, *, kept: bool = False
    ) -> str:
        """Add a client and return its id; raises Refused without a name, or if the organisation forbids the policy.

        Without `policy` it is the most that is allowed. With `kept` it stays on this laptop from the first byte.
        """
        return await self._records.create_client(name, email, policy, kept=kept)

    async def edit_client(self, id: str, **fields: Any) -> None:
        """Change `fields` (name, email, photo, policy) of a client; raises NotFound."""
        await self._records.edit_client(id, **fields)

    async def set_photo(self, id: str, photo: bytes | None) -> None:
        """Give a client a photo (PNG or JPEG, small), or none; raises NotFound, or Refused where it is too large."""
        await self._records.set_photo(id, photo)

    async def delete_client(self, id: str, *, held: bool = False) -> str:
        """Delete a client with all its sessions, otherwise as `delete_session`; raises NotFound."""
        return await self.deleting.delete_client(id, held=held)

    async def create_session(self, client: str | None, *, kept: bool = False, **fields: Any) -> str:
        """Add a session (date, minutes, type, participants, status, tags, title) and return its id; `kept` as above."""
        return await self._records.create_session(client, kept=kept, **fields)

    async def edit_session(self, id: str, **fields: Any) -> None:
        """Change `fields` of a session; raises NotFound.

        One that moves to a kept client is kept first, perhaps under a new id; one that moves away from it stays kept.
        """
        client = fields.get("client")
        moves_in = client is not None and self._replica.keeping.kept("client", client)
        if "client" in fields and moves_in != self._keeping.kept(id):
            id = await self._keeping.keep_session(id)
        await self._records.edit_session(id, **fields)

    async def delete_session(self, id: str, *, held: bool = False) -> str:
        """Delete a session with all that belongs to it; with `held` it can be taken back (see `deleting`).

        Returns the deletion's id. Raises NotFound.
        """
        return await self.deleting.delete_session(id, held=held)

    async def keep_client(self, id: str, on: bool) -> str:
        """Keep a client with all sessions on this laptop, or release it; return its id from now on.

        Keeping deletes what the platform has of it, on all devices. Raises NotFound or Refused.
        """
        if on:
            id = await self._keeping.keep_client(id)
        else:
            await self._keeping.release("client", id)
        self._wake()
        return id

    async def keep_session(self, id: str, on: bool) -> str:
        """Keep a session on this laptop, or release it; return its id from now on. Otherwise as `keep_client`."""
        if on:
            id = await self._keeping.keep_session(id)
        else:
            await self._keeping.release("session", id)
        self._wake()
        return id

    @property
    def lock_minutes(self) -> int:
        """After how many idle minutes the coach wants CoachDesk locked; 0: never by itself."""
        return int(self._replica.meta(LOCK_MINUTES) or 0)

    async def set_lock_minutes(self, minutes: int) -> None:
        """Keep after how many idle minutes CoachDesk is locked."""
        await asyncio.wrap_future(self._replica.set_meta(LOCK_MINUTES, str(minutes)))

    async def import_file(
        self, path: Path, *, client_name: str | None = None, date: str | None = None, session: str | None = None
    ) -> str:
        """Read a transcript and return its session's id, a new one unless `session` is given; raises Unreadable."""
        if date is not None:
            check_date(date)
        candidate = await self.imports.read(path)
        return await self.imports.take(candidate, client_name=client_name, date=date, session=session)

    async def correct_line(self, session: str, number: int, speaker: str, text: str) -> None:
        """Let line `number` (from 0) of the transcript read so; raises NotFound where it is not at hand."""
        transcript = await self.transcript(session)
        if transcript is None or not 0 <= number < len(transcript.lines):
            raise NotFound("The transcript is not on this laptop now. Correct it once it could be fetched.")
        await self._records.correct_line(session, transcript, number, speaker, text)
        await self.transcript(session)  # which has the search know it

    async def save_draft(self, session: str, kind: str, text: str) -> None:
        """Keep what is being typed, durably; `kind` is "chat" or "summary"."""
        await asyncio.wrap_future(self._replica.save_draft(session, kind, text))

    async def edit_summary(self, session: str, text: str, *, base: str | None = None) -> str | None:
        """Make `text` the summary; returns its revision, durable, or None if it already was the summary.

        `base` is the revision that the coach began to edit ("": there was no summary), where another may have arrived
        since: the platform merges. Without it `text` replaces what is shown.
        """
        return await self._decisions.edit(session, text, base)

    async def approve(self, session: str) -> None:
        """Approve the shown summary; raises Refused if there is none."""
        await self._decisions.approve(session)

    async def restore_revision(self, session: str, revision: str) -> None:
        """Make an earlier text the summary again; raises NotFound."""
        await self._decisions.restore(session, revision)

    async def accept(self, session: str, hunks: frozenset[int] | None = None) -> None:
        """Take the proposal or some of its hunks; raises NotFound or Refused."""
        await self._decisions.accept(session, hunks)
        self._announce(SessionsChanged(frozenset({session})))

    async def reject(self, session: str, hunks: frozenset[int] | None = None) -> None:
        """Drop the proposal or some of its hunks; raises NotFound."""
        await self._decisions.reject(session, hunks)
        self._announce(SessionsChanged(frozenset({session})))

    async def undo_reply(self, session: str, hunks: frozenset[int] | None = None) -> None:
        """Take back the platform's last change or some of its hunks; raises NotFound."""
        await self._decisions.undo_reply(session, hunks)
        self._announce(SessionsChanged(frozenset({session})))

    async def keep_reply(self, session: str) -> None:
        """Show the platform's last change no longer as a diff."""
        await self._decisions.keep_reply(session)
        self._announce(SessionsChanged(frozenset({session})))

    async def settle_branch(self, session: str, revision: str, text: str, *, base: str | None = None) -> None:
        """Settle a revision that could not be merged: `text` becomes the summary; `base` is the head that was shown."""
        await self._decisions.settle(session, revision, text, base)

    def opened(self, session: str) -> None:
        """Take note that the coach looks at `session`: offline the model reads it ahead; a better one is offered once.

        Returns at once.
        """
        if self._sync is not None:
            self._sync.opened(session)
        self._preparing.opened(session)
        self._background.offer_a_model()

    async def send(
        self, session: str, text: str, *, selection: str | None = None, engine: str = "auto", typed: bool = False
    ) -> str:
        """Send a chat message and return its id once it is durable; the reply comes as events. Raises Refused.

        `typed` says that it is what the session's draft held, which goes with it; any other text leaves the draft.
        """
        self._preparing.stop()
        return await self._chat.send(session, text, selection, engine, typed=typed)

    async def ask_again(self, session: str, message: str, engine: str = "auto") -> str:
        """Ask what `message` (or the message it replies to) asked once more, and return the new turn's id.

        A local reply then takes the place of the proposal that the message led to, if that was the last. Raises
        NotFound or Refused.
        """
        self._preparing.stop()
        return await self._chat.send_again(session, message, engine)

    def offers_platform(self, session: str) -> bool:
        """Return whether the platform can be asked now what the waiting proposal of this laptop answers."""
        return self._chat.offers_platform(session)

    async def ask_platform(self, session: str) -> None:
        """Ask the platform the same, in new turns; the proposal waits until it has answered. As `ask_again`."""
        self._preparing.stop()
        await self._chat.ask_platform(session)
        self._announce(SessionsChanged(frozenset({session})))

    async def reply_written(self, session: str) -> None:
        """Return when the reply that this laptop writes in `session` is finished."""
        await self._chat.wait(session)

    async def reply_whole(self, session: str, message: str) -> None:
        """Return when the summary that comes with the answer to `message` is here too, or none will come."""
        if self._sync is not None:
            await self._sync.reply_whole(session, message)

    async def stop(self, session: str) -> None:
        """Stop the reply or the first summary that is being written."""
        if self._first_summary.writing(session):
            await self._first_summary.stop(session)
            return
        await self._chat.stop(session)

    async def summarise(self, session: str) -> None:
        """Write a first summary from the transcript, on this laptop; the summary, or a proposal if there is one.

        Raises NotFound without a transcript, Refused while something is being written.
        """
        self._preparing.stop()
        await self._first_summary.write(session)

    async def retry(self, operation: str) -> None:
        """Send a parked operation again; raises NotFound."""
        await asyncio.wrap_future(self._replica.outbox.retry(operation))
        self._wake()

    async def discard(self, operation: str) -> None:
        """Give up a parked operation; later texts of its session are kept and rebased. Raises NotFound."""
        await asyncio.wrap_future(self._replica.outbox.discard(operation))
        self._wake()

    async def sync_now(self) -> None:
        """Try the platform now rather than later."""
        if self._sync is not None:
            self._sync.hurry()
            self._sync.wake()

    # Storing.

    async def _store(
        self, *operations: Operation, blobs: Sequence[bytes] = (), drafts: Mapping[tuple[str, str], str] | None = None
    ) -> tuple[Operation, ...]:
        """Store operations, their files and what becomes of drafts, in one transaction; returns them as stored."""
        stored = await asyncio.wrap_future(self._replica.outbox.add(*operations, blobs=blobs, drafts=drafts))
        self.list.changed()  # the announcement of the commit may come after whoever waits here goes on
        self._wake()
        return stored

    def _wake(self) -> None:
        if self._sync is not None:
            self._sync.wake()

    # What happens by itself.

    def _announce(self, event: Event) -> None:
        self._announcer.announce(event)
        if isinstance(event, ReplyEnded):
            self._preparing.resume()

    def _sessions_changed(self, sessions: frozenset[str]) -> None:
        for session in sessions:
            self._previews.end_answered(session)
            self._preparing.changed(session)

    async def index_all(self) -> None:
        """Bring the search index up to date."""
        while await asyncio.wrap_future(self._replica.index_slice()):
            pass
