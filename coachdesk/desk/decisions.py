"""This file carries out what the coach decides about a text: accept, reject, undo, settle, approve, restore."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace

import msgspec

from coachdesk.desk.reading import Reading
from coachdesk.desk.views import Proposal, SessionView, SummaryView
from coachdesk.domain.clock import Clock, iso, new_id
from coachdesk.domain.merge import accept, hunks, merge
from coachdesk.domain.protocol import TEXT_BYTES, Operation, SummaryApprove, SummaryRevise, SummaryText
from coachdesk.errors import NotFound, Refused
from coachdesk.storage.replica import Replica


class Decisions:
    """The coach's decisions about the summaries of one desk; each is one operation."""

    def __init__(
        self,
        replica: Replica,
        reading: Reading,
        clock: Clock,
        store: Callable[..., Awaitable[tuple[Operation, ...]]],
    ) -> None:
        self._replica = replica
        self._reading = reading
        self._clock = clock
        self._store = store

    async def revise(
        self, view: SessionView | SummaryView, text: str, origin: str = "coach", parents: tuple[str, ...] | None = None
    ) -> str | None:
        """Make `text` the summary of the session shown in `view`; returns its revision, or None if it already is.

        `parents` are `view`'s revision if not given: what `text` was made from, even if another one has arrived since.
        Raises Refused if it is too long.
        """
        if len(text.encode()) > TEXT_BYTES:
            raise Refused("A summary can have at most 256 KB. Shorten it, or keep the rest in another session.")
        if parents is None:
            if text == view.summary:
                return None
            parents = (view.revision,) if view.revision else ()
        (stored,) = await self._store(
            SummaryRevise(
                id=new_id(self._clock),
                number=1,
                session=view.id,
                entity=new_id(self._clock),
                parents=parents,
                at=iso(self._clock.wall_ms()),
                data=SummaryText(text=text, origin=origin),
            )
        )
        return stored.entity

    async def edit(self, session: str, text: str, base: str | None) -> str | None:
        """Make `text` the summary; returns its revision, or None if it already is.

        `base` is the revision it was written from, "" for none, None for the one shown now.
        """
        view = self._reading.summary(session)
        if base is None or text == view.summary or base == (view.revision or ""):
            return await self.revise(view, text)
        if base and all(revision.id != base for revision in self._reading.revisions(session)):
            return await self.revise(view, text)
        return await self.revise(view, text, parents=(base,) if base else ())

    async def approve(self, session: str) -> None:
        """Approve the summary that is shown."""
        revision = self._reading.shown(session).session.head
        if revision is None:
            raise Refused("There is no summary yet that could be approved.")
        await self._store(
            SummaryApprove(
                id=new_id(self._clock),
                number=1,
                session=session,
                entity=revision,
                at=iso(self._clock.wall_ms()),
            )
        )

    async def accept(self, session: str, chosen: frozenset[int] | None) -> None:
        """Take the proposal, or those of its hunks that are `chosen`; the rest of it goes on waiting.

        Raises NotFound without a proposal, Refused if the summary changed meanwhile in the same places.
        """
        proposal = self._proposal(session)
        changes = range(len(hunks(proposal.base_text, proposal.text)))
        taken = accept(proposal.base_text, proposal.text, set(changes) if chosen is None else chosen)
        view = self._reading.summary(session)
        merged = merge(proposal.base_text, view.summary, taken)
        if merged.text is None:
            raise Refused(
                "You changed the same lines of the summary meanwhile. Reject the proposal and ask again, "
                "or take its other changes."
            )
        revision = await self.revise(view, merged.text, proposal.origin) or view.revision
        left = self._reading.proposal(session)  # another one, if a reply was stored meanwhile
        if left is not None:
            left = replace(left, base=revision, base_text=taken) if left.text != taken else None
            await self._keep(session, left)

    async def reject(self, session: str, chosen: frozenset[int] | None) -> None:
        """Drop the proposal, or those of its hunks that are `chosen`; raises NotFound without a proposal."""
        proposal = self._proposal(session)
        changes = range(len(hunks(proposal.base_text, proposal.text)))
        left = accept(proposal.base_text, proposal.text, set() if chosen is None else set(changes) - chosen)
        if left == proposal.base_text:
            await self._keep(session, None)
        else:
            await self._keep(session, replace(proposal, text=left))

    async def undo_reply(self, session: str, chosen: frozenset[int] | None) -> None:
        """Take back the platform's last change, or those of its hunks that are `chosen`, by a new revision."""
        view = self._reading.view(session)
        if view.last_reply is None or view.last_reply_base is None:
            raise NotFound("There is no change of the platform left to undo.")
        before = view.last_reply_base
        changes = range(len(hunks(before, view.summary)))
        kept = set() if chosen is None else set(changes) - chosen
        left = accept(before, view.summary, kept)
        revision = await self.revise(view, left)
        asked = self._reading.asked(session)
        if asked is not None and revision is not None:
            undone = msgspec.structs.replace(asked, undone=(*asked.undone, revision), left=left)
            await asyncio.wrap_future(self._replica.save_draft(session, "asked", msgspec.json.encode(undone).decode()))

    async def keep_reply(self, session: str) -> None:
        """Show the platform's last change no longer as a diff."""
        await asyncio.wrap_future(self._replica.save_draft(session, "asked", ""))

    async def settle(self, session: str, branch: str, text: str, base: str | None) -> None:
        """Settle a branch with the head, or with `base`, the head that the coach saw: `text` becomes the summary."""
        view = self._reading.summary(session)
        head = base or view.revision
        if head is None:
            raise NotFound("There is no summary in this session that a branch could be settled with.")
        await self.revise(view, text, parents=(head, branch))

    async def restore(self, session: str, revision: str) -> None:
        """Make an earlier revision's text the summary again, as a new revision; raises NotFound."""
        found = {view.id: view for view in self._reading.revisions(session)}.get(revision)
        if found is None:
            raise NotFound("There is no revision with this id. `coachdesk revisions` shows those there are.")
        await self.revise(self._reading.summary(session), found.text)

    def _proposal(self, session: str) -> Proposal:
        proposal = self._reading.proposal(session)
        if proposal is None:
            raise NotFound("There is no proposal in this session that waits for a decision.")
        return proposal

    async def _keep(self, session: str, proposal: Proposal | None) -> None:
        stored = msgspec.json.encode(proposal) if proposal else None
        await asyncio.wrap_future(self._replica.save_proposal(session, stored))
