"""This file turns what the replica holds into what the desk shows, quickly enough for the window's thread."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from coachdesk.desk.listed import ClientRow, ListQuery, SessionRow, lines
from coachdesk.desk.views import Branch, MessageView, Proposal, RevisionView, SessionView, SummaryView
from coachdesk.domain import protocol, summary
from coachdesk.domain.session import Client, Policy, Role, Session
from coachdesk.domain.summary import Revision
from coachdesk.errors import NotFound
from coachdesk.storage.overlay import Shown
from coachdesk.storage.replica import Replica

_NO_SESSION = "There is no session with this id. `coachdesk list` shows those there are."


class Asked(msgspec.Struct, frozen=True):
    """The last request to the platform from this device: the user message's id and the revision shown then.

    `undone` names the coach's revisions that took back parts of the answer, so that the rest still shows as a diff;
    `left` is the text of the last of them: a later edit may be stored under the same revision.
    """

    message: str
    revision: str | None
    undone: tuple[str, ...] = ()
    left: str = ""

    def __repr__(self) -> str:
        return f"Asked(message={self.message!r})"


class Reading:
    """The shown state of one replica; `most` is the most that the organisation lets models see."""

    def __init__(self, replica: Replica, most: Policy = Policy.PLATFORM) -> None:
        self._replica = replica
        self._most = most

    def rows(self, keys: list[int]) -> tuple[SessionRow, ...]:
        """Return the lines of the list for `keys`, in their order; a session that is gone has an empty id."""
        return lines(self._replica.rows, keys)

    def keys(self, query: ListQuery, most: int | None = None) -> Sequence[int]:
        """Return the keys of the list as an array of integers, in the order shown, at most `most`."""
        return self._replica.keys(query, most)

    def clients(self) -> tuple[ClientRow, ...]:
        """Return all clients by name."""
        return tuple(self._replica.clients())

    def shown(self, id: str) -> Shown:
        """Return a session with its client as they are shown; raises NotFound."""
        found = self._replica.session(id)
        if found is None:
            raise NotFound(_NO_SESSION)
        return found

    def policy(self, id: str) -> Policy:
        """Return which models may see a session: its client's AI policy, and no platform for one that is kept here.

        Not more than the organisation allows, whatever policy a client had before or got on another device.
        Raises NotFound.
        """
        shown = self.shown(id)
        policy = shown.client.policy if shown.client else Policy.PLATFORM
        if policy is Policy.PLATFORM and any(self._kept(id, shown.session.client)):
            policy = Policy.LOCAL
        return min(policy, self._most, key=list(Policy).index)

    def why_not_platform(self, id: str) -> str:
        """Return what keeps the platform's model from a session, in words with a way out; raises NotFound."""
        shown = self.shown(id)
        if any(self._kept(id, shown.session.client)):
            return "This session is kept on this laptop. Ask the laptop, or release it first (Session menu)."
        if self._most is not Policy.PLATFORM:
            return protocol.REASONS["organisation"]
        return "This client's AI policy keeps the text on this laptop. Ask the laptop, or change the policy."

    def _kept(self, session: str, client: str | None) -> tuple[bool, bool]:
        """Return whether a session stays on this laptop by its own flag, and by its client's."""
        keeping = self._replica.keeping
        return keeping.kept("session", session), client is not None and keeping.kept("client", client)

    def messages(self, session: str) -> tuple[MessageView, ...]:
        """Return the chat, oldest first."""
        left = self.left(session)
        return tuple(
            MessageView(
                id=message.id,
                role=message.role,
                content=message.content,
                origin=message.origin,
                at=message.at,
                reply_to=message.reply_to,
                pending=message.pending,
                left=left.get(message.id, ()),
            )
            for message in self._replica.messages(session)
        )

    def summary(self, id: str) -> SummaryView:
        """Return the summary of one session, as an edit needs it; raises NotFound."""
        found = self._replica.summary(id)
        if found is None:
            raise NotFound(_NO_SESSION)
        return SummaryView(id, *found)

    def view(self, id: str) -> SessionView:
        """Return all of one session that a screen shows; raises NotFound."""
        shown = self.shown(id)
        session, client = shown.session, shown.client or Client(name="")
        graph = self._replica.revisions(id)
        texts = {revision: found for revision, (found, _seq) in graph.items()}
        head = texts.get(session.head or "")
        transcript = self._replica.transcript_row(id)
        messages = self.messages(id)
        seqs = {revision: seq for revision, (_found, seq) in graph.items()}
        reply, base = self._last_reply(id, session, texts, seqs, messages)
        itself, by_client = self._kept(id, session.client)
        return SessionView(
            id=id,
            client=session.client,
            client_name=client.name,
            policy=client.policy,
            date=session.date,
            minutes=session.minutes,
            type=session.type,
            participants=session.participants,
            status=session.status,
            tags=session.tags,
            title=session.title,
            summary=head.text if head else "",
            revision=session.head,
            origin=head.origin if head else "",
            approved=session.approved,
            messages=messages,
            pending=shown.pending,
            parked=shown.parked,
            transcript_lines=transcript.lines if transcript else 0,
            transcript=transcript.blob if transcript else "",
            stale=head is not None and self._replica.transcript_is_newer(id, session.head or ""),
            proposal=self.proposal(id),
            branches=self._branches(id, session, graph),
            last_reply=reply,
            last_reply_base=base,
            kept=itself or by_client,
            client_kept=by_client,
            client_photo=client.photo or "",
        )

    def proposal(self, session: str) -> Proposal | None:
        """Return the text of a local model that waits for the coach's decision."""
        stored = self._replica.proposal(session)
        proposal = msgspec.json.decode(stored, type=Proposal) if stored else None
        if proposal is not None and proposal.passed_on:
            for message in self._replica.messages(session):
                if message.reply_to == proposal.passed_on and message.role is Role.ASSISTANT:
                    return None
        return proposal

    def selections(self, session: str) -> dict[str, str]:
        """Return what was selected in the summary when the last questions were asked, by the user message's id."""
        stored = self._replica.draft(session, "selections")
        return msgspec.json.decode(stored, type=dict[str, str]) if stored else {}

    def left(self, session: str) -> dict[str, tuple[tuple[str, str], ...]]:
        """Return what the last replies of this laptop left unchanged, and why, by the reply's id."""
        stored = self._replica.draft(session, "left")
        return msgspec.json.decode(stored, type=dict[str, tuple[tuple[str, str], ...]]) if stored else {}

    def revisions(self, session: str) -> tuple[RevisionView, ...]:
        """Return a session's revisions, newest first."""
        self.shown(session)
        graph = self._replica.revisions(session)
        found = [
            (
                seq if seq is not None else 1 << 62,
                place,
                RevisionView(id, found.parents, found.origin, found.at, found.text),
            )
            for place, (id, (found, seq)) in enumerate(graph.items())
        ]
        return tuple(view for _seq, _place, view in sorted(found, key=lambda entry: entry[:2], reverse=True))

    def asked(self, session: str) -> Asked | None:
        """Return the last request to the platform whose outcome the coach has not dismissed."""
        stored = self._replica.draft(session, "asked")
        return msgspec.json.decode(stored, type=Asked) if stored else None

    def unanswered(self, messages: tuple[MessageView, ...]) -> MessageView | None:
        """Return the last user message if nothing answers it yet."""
        answered = {message.reply_to for message in messages if message.role is not Role.USER}
        users = [message for message in messages if message.role is Role.USER]
        return users[-1] if users and users[-1].id not in answered else None

    def _last_reply(
        self,
        id: str,
        session: Session,
        texts: dict[str, Revision],
        seqs: dict[str, int | None],
        messages: tuple[MessageView, ...],
    ) -> tuple[str | None, str | None]:
        """Return the revision that is shown as a diff, and the text before the platform's last change.

        That text is the change's first parent, not what was shown when the coach asked: edits made since are no part
        of the change, and undoing it must not take them back.
        """
        asked = self.asked(id)
        if asked is None or session.head == asked.revision:
            return None, None
        reply = texts.get(session.head or "")
        if session.head in asked.undone and reply is not None and reply.text != asked.left:
            return None, None
        changed = session.head
        while changed in asked.undone and reply is not None:
            changed = reply.parents[0] if reply.parents else ""
            reply = texts.get(changed)
        if reply is None or reply.origin != "platform":
            return None, None
        if seqs[changed or ""] is None and self._replica.turns.turn_of(id, changed or "") != asked.message:
            return None, None  # of a platform of the seed, and no answer to what was asked
        if not any(message.reply_to == asked.message and message.role is Role.ASSISTANT for message in messages):
            return None, None
        if not reply.parents:
            return session.head, ""
        before = texts.get(reply.parents[0])
        return (session.head, before.text) if before else (None, None)

    def _branches(self, id: str, session: Session, graph: dict[str, tuple[Revision, int | None]]) -> tuple[Branch, ...]:
        """Return the revisions that nothing descends from beside the head: both sides changed the same blocks."""
        waiting = self._replica.outbox.unsettled(id, session.head) if session.head is not None else []
        if session.head is None or not waiting or not graph.keys() >= {session.head, *waiting}:
            return ()
        parents = {id: found.parents for id, (found, _seq) in graph.items()}
        # What waits is younger than all that the platform has; a platform of the seed has texts that always wait.
        seqs = {id: (1 << 62) + place if seq is None else seq for place, (id, (_, seq)) in enumerate(graph.items())}
        branches = []
        own = self._replica.outbox.branched(id)
        head = graph[session.head][0]
        for revision in waiting:
            found = graph[revision][0]
            base = summary.common_ancestor(revision, session.head, parents, seqs)
            base_text = graph[base][0].text if base else ""
            at = head.at if revision in own else found.at
            branches.append(Branch(revision, found.text, found.origin, at, base_text, revision in own))
        return tuple(branches)
