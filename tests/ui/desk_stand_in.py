"""This file stands in for the desk in the tests of the window: the same methods over plain lists in memory.

Sessions and clients are such as coaches have. What a real desk would ask of a model comes from `replies`.
"""

from __future__ import annotations

import asyncio
import datetime
import hashlib
import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec

from coachdesk.desk.findings import Finding
from coachdesk.desk.importing import Candidate
from coachdesk.desk.listed import ClientRow, ListQuery, Order, SessionRow
from coachdesk.desk.search_words import Understood, understood
from coachdesk.desk.views import (
    Event,
    ListChanged,
    MessageView,
    ModelHere,
    Notice,
    OutboxChanged,
    OutboxRow,
    Progress,
    Proposal,
    ReplyEnded,
    ReplyGrew,
    RevisionView,
    SessionsChanged,
    SessionView,
    Status,
    StatusChanged,
    Support,
)
from coachdesk.domain.merge import accept
from coachdesk.domain.operation import State
from coachdesk.domain.session import Line, Policy, Role, Transcript
from coachdesk.errors import NotFound, Refused, Unreadable
from coachdesk.transcripts.imported import Imported

NOW = "2026-05-14T14:02:00.000Z"
STARTER = "SmolLM2-135M"

SUMMARY = """\
## Focus
Anna wants to prepare for her promotion interview on 12 May.

## Insights
- She avoids asking her manager, Tom, for feedback.
- She feels confident when she prepares in writing.
- Last year's interview went badly because she had only two days to prepare.

## Commitments
- [ ] Anna: ask Tom for feedback, by Friday
- [ ] Anna: draft three stories for the interview, by 30 April
- [x] Ruth: send the list of questions, by Monday

## Next session
6 May, 10:00, by video.
"""

PEOPLE = ("Anna Becker", "Jonas Weber", "Maria Oliveira", "David Okafor", "Li Wei", "Sofia Rossi", "Tom Fischer")
TOPICS = (
    ("Preparing for the promotion interview", "Career", "Anna wants to prepare for her promotion interview on 12 May."),
    ("First ninety days as a team lead", "Leadership", "Jonas took over a team of nine and wants to listen first."),
    ("Saying no without guilt", "Wellbeing", "Maria said yes to three projects that she had no time for."),
    ("The difficult talk with Peter", "Leadership", "David will talk to Peter about the missed deadlines on Tuesday."),
    ("Back to work after parental leave", "Career", "Li wants to return to four days a week from September."),
    ("Delegating the quarterly report", "Leadership", "Sofia writes the report herself every quarter, at night."),
    ("Where do I want to be in five years?", "Career", "Tom has two offers and no wish to decide by Friday."),
)


@dataclass
class Entry:
    """One session of the stand-in with all that belongs to it."""

    view: SessionView
    transcript: Transcript | None = None
    revisions: list[RevisionView] = field(default_factory=list)


class DeskStandIn:
    """A desk in memory. `replies` are what "models" answer with; `calls` records what the window asked for."""

    def __init__(self, sessions: int = 24) -> None:
        self.status = Status(server="https://coach.example", online=True, synced=True, cursor=41)
        self.calls: list[tuple[str, tuple[object, ...]]] = []
        self.replies: list[tuple[str, str]] = []
        self.fails: dict[str, Exception] = {}
        self.findings: tuple[Finding, ...] = ()
        self.updates = UpdatesStandIn()
        self.bases: list[str | None] = []
        self.files: dict[str, bytes] = {}
        self._subscribers: list[Callable[[Event], None]] = []
        self._clients: dict[str, ClientRow] = {}
        self._entries: dict[int, Entry] = {}
        self._drafts: dict[tuple[str, str], str] = {}
        self._outbox: list[OutboxRow] = []
        self._answering: set[str] = set()
        self._number = itertools.count(1)
        self.list = ListStandIn(self)
        self.imports = ImportsStandIn(self)
        self.deleting = DeletingStandIn(self)
        self.local_model = LocalModelStandIn(self)
        for position, name in enumerate(PEOPLE):
            self._clients[f"c{position}"] = ClientRow(f"c{position}", name, "", Policy.PLATFORM, 0)
        for position in range(sessions):
            self._add_example(position)

    def _add_example(self, position: int) -> None:
        person = position % len(PEOPLE)
        title, kind, first = TOPICS[person]
        day = 28 - position % 28
        month = 12 - (position // 28) % 12
        year = 2026 - position // 336
        summary = SUMMARY if position == 0 else f"## Focus\n{first}\n\n## Next session\nIn two weeks.\n"
        revision = f"r{position}"
        view = SessionView(
            id=f"s{position}",
            client=f"c{person}",
            client_name=PEOPLE[person],
            policy=Policy.PLATFORM,
            date=f"{year}-{month:02d}-{day:02d}",
            minutes=50,
            type=kind,
            participants=(PEOPLE[person], "Ruth"),
            status="approved" if position % 5 == 3 else "open",
            tags=("spring",) if position % 4 == 0 else (),
            title=title,
            summary=summary,
            revision=revision,
            origin="platform",
            approved=revision if position % 5 == 3 else None,
            messages=(),
            pending=1 if position == 2 else 0,
            parked=1 if position == 4 else 0,
            transcript_lines=0,
        )
        entry = Entry(view, None, [RevisionView(revision, (), "platform", NOW, summary)])
        if position == 0:
            entry.transcript = example_transcript()
            entry.view = replace(view, transcript_lines=len(entry.transcript.lines))
        self._entries[position + 1] = entry

    # What tests do to it.

    def announce(self, event: Event) -> None:
        """Tell every subscriber."""
        for callback in tuple(self._subscribers):
            callback(event)

    def change(self, session: str, **changes: object) -> None:
        """Change fields of a session's view and announce it."""
        entry = self._entry(session)
        entry.view = replace(entry.view, **changes)  # type: ignore[arg-type]  # Tests name the fields.
        self.announce(SessionsChanged(frozenset({session})))

    def go(self, *, online: bool) -> None:
        """Lose or find the platform."""
        self.status = replace(self.status, online=online, synced=online and not self._outbox)
        self.announce(StatusChanged(self.status))

    # Reads.

    def subscribe(self, callback: Callable[[Event], None]) -> Callable[[], None]:
        self._subscribers.append(callback)
        return lambda: self._subscribers.remove(callback)

    def keys(self, query: ListQuery) -> Sequence[int]:
        found = [key for key, entry in self._entries.items() if _matches(entry.view, query)]
        if query.order == Order.CLIENT:
            return sorted(found, key=lambda key: self._entries[key].view.client_name)
        found.sort(key=lambda key: self._entries[key].view.date, reverse=query.order == Order.NEWEST)
        return found

    async def find(self, query: ListQuery, most: int | None = None) -> Sequence[int]:
        self.calls.append(("find", (query,)))
        return self.keys(query)[:most]

    def rows(self, keys: Sequence[int]) -> tuple[SessionRow, ...]:
        rows = []
        for key in keys:
            view = self._entries[key].view
            first = next((line for line in view.summary.splitlines() if line and not line.startswith("#")), "")
            rows.append(
                SessionRow(
                    view.id,
                    view.client_name,
                    view.date,
                    view.type,
                    view.title,
                    view.status,
                    first,
                    view.pending,
                    view.parked,
                    view.client_photo,
                    branched=bool(view.branches),
                    proposed=view.proposal is not None,
                )
            )
        return tuple(rows)

    def key_of(self, session: str) -> int | None:
        return next((key for key, entry in self._entries.items() if entry.view.id == session), None)

    def clients(self) -> tuple[ClientRow, ...]:
        views = [entry.view for entry in self._entries.values()]
        return tuple(
            msgspec.structs.replace(client, sessions=sum(view.client == client.id for view in views))
            for client in sorted(self._clients.values(), key=lambda client: client.name)
        )

    def view(self, session: str) -> SessionView:
        return self._entry(session).view

    def revisions(self, session: str) -> tuple[RevisionView, ...]:
        return tuple(reversed(self._entry(session).revisions))

    def outbox(self, most: int = -1) -> tuple[OutboxRow, ...]:
        return tuple(self._outbox[:most] if most >= 0 else self._outbox)

    def waiting_text(self, operation: str) -> str:
        return f"the text of {operation}"

    def draft(self, session: str, kind: str) -> str:
        return self._drafts.get((session, kind), "")

    def models(self) -> tuple[str, ...]:
        return (STARTER,)

    def answering(self, session: str) -> bool:
        return session in self._answering

    def offers_platform(self, session: str) -> bool:
        proposal = self._entry(session).view.proposal
        return proposal is not None and bool(proposal.asked) and not proposal.passed_on and self.status.online

    async def ask_platform(self, session: str) -> None:
        self._called("ask_platform", session)
        self.change(session, proposal=replace(self._proposal(session), passed_on="m9"))

    def who_answers(self, session: str, engine: str = "auto") -> str:
        platform = engine == "platform" or (engine == "auto" and self.status.online)
        return "The platform answers" if platform else "The model on this laptop answers"

    async def transcript(self, session: str) -> Transcript | None:
        return self._entry(session).transcript

    async def evidence(self, session: str) -> tuple[object, ...]:
        return ()

    async def support(self, session: str) -> tuple[Support, ...]:
        if self._entry(session).transcript is None:
            return ()
        return (
            Support("Anna wants to prepare for her promotion interview on 12 May.", (2, 2)),
            Support("She avoids asking her manager, Tom, for feedback.", (3, 4)),
            Support("She feels confident when she prepares in writing.", None),
        )

    async def correct_line(self, session: str, number: int, speaker: str, text: str) -> None:
        self._called("correct_line", session, number, speaker, text)
        entry = self._entry(session)
        lines = list(entry.transcript.lines if entry.transcript else ())
        lines[number] = Line(speaker, text, lines[number].start, lines[number].end)
        entry.transcript = Transcript(tuple(lines))
        self.change(session, transcript=f"corrected {number}", stale=True)

    # Actions.

    async def create_client(
        self, name: str, email: str = "", policy: Policy = Policy.PLATFORM, *, kept: bool = False
    ) -> str:
        self._called("create_client", name, email, policy, *(["kept"] if kept else []))
        identity = f"c{len(self._clients)}"
        self._clients[identity] = ClientRow(identity, name, email, policy, 0)
        self._wait(f"New client {name}", "client.put", None)
        return identity

    async def edit_client(self, client: str, **fields: object) -> None:
        self._called("edit_client", client, tuple(fields.items()))
        self._clients[client] = msgspec.structs.replace(self._clients[client], **fields)
        self.announce(ListChanged())

    async def set_photo(self, client: str, photo: bytes | None) -> None:
        self._called("set_photo", client, photo)
        name = hashlib.sha256(photo).hexdigest() if photo is not None else ""
        if photo is not None:
            self.files[name] = photo
        self._clients[client] = msgspec.structs.replace(self._clients[client], photo=name)
        for entry in self._entries.values():
            if entry.view.client == client:
                self.change(entry.view.id, client_photo=name)

    async def file(self, blob: str) -> bytes | None:
        self._called("file", blob)
        return self.files.get(blob) if self.status.online else None

    async def delete_client(self, client: str, *, held: bool = False) -> str:
        self._called("delete_client", client)
        within = {key: entry for key, entry in self._entries.items() if entry.view.client == client}
        deletion = self.deleting.keep(within, self._clients.pop(client))
        self._entries = {key: entry for key, entry in self._entries.items() if key not in within}
        self.announce(ListChanged())
        return deletion

    async def create_session(
        self,
        client: str | None,
        *,
        date: str = "",
        title: str = "",
        minutes: int = 0,
        type: str = "",
        participants: Sequence[str] = (),
        tags: Sequence[str] = (),
        kept: bool = False,
    ) -> str:
        self._called(
            "create_session",
            client,
            date,
            title,
            minutes,
            type,
            tuple(participants),
            tuple(tags),
            *(["kept"] if kept else []),
        )
        key = max(self._entries, default=0) + 1
        name = self._clients[client].name if client else ""
        view = SessionView(
            id=f"s{key - 1}",
            client=client,
            client_name=name,
            policy=Policy.PLATFORM,
            date=date,
            minutes=minutes,
            type=type,
            participants=tuple(participants),
            status="open",
            tags=tuple(tags),
            title=title,
            summary="",
            revision=None,
            origin="",
            approved=None,
            messages=(),
            pending=1,
            parked=0,
            transcript_lines=0,
        )
        self._entries[key] = Entry(view)
        self._wait("New session", "session.put", view.id)
        self.announce(ListChanged())
        return view.id

    async def edit_session(self, session: str, **fields: object) -> None:
        self._called("edit_session", session, tuple(fields.items()))
        if "client" in fields:
            client = fields["client"]
            fields["client_name"] = self._clients[str(client)].name if client else ""
        self.change(session, **fields)
        self.announce(ListChanged())

    async def delete_session(self, session: str, *, held: bool = False) -> str:
        self._called("delete_session", session)
        key = self.key_of(session)
        deletion = self.deleting.keep({key: self._entries.pop(key)} if key is not None else {})
        self.announce(ListChanged())
        return deletion

    async def save_draft(self, session: str, kind: str, text: str) -> None:
        self._called("save_draft", session, kind, text)
        self._drafts[session, kind] = text

    async def edit_summary(self, session: str, text: str, *, base: str | None = None) -> str | None:
        self._called("edit_summary", session, text)
        self.bases.append(base)
        self._revise(session, text, "coach")
        self._wait("Summary edited", "summary.revise", session)
        return self._entry(session).view.revision

    async def approve(self, session: str) -> None:
        self._called("approve", session)
        self.change(session, approved=self._entry(session).view.revision, status="approved")

    async def restore_revision(self, session: str, revision: str) -> None:
        self._called("restore_revision", session, revision)
        text = next(kept.text for kept in self._entry(session).revisions if kept.id == revision)
        self._revise(session, text, "coach")

    def opened(self, session: str) -> None:
        """Nothing is read ahead here."""

    async def send(
        self, session: str, text: str, *, selection: str | None = None, engine: str = "auto", typed: bool = False
    ) -> None:
        self._called("send", session, text, selection, engine)
        if typed:
            self._drafts[session, "chat"] = ""
        entry = self._entry(session)
        identity = f"m{next(self._number)}"
        message = MessageView(identity, Role.USER, text, "coach", NOW, None, True)
        self._answering.add(session)
        self.change(session, messages=(*entry.view.messages, message))
        if self.replies:
            reply, summary = self.replies.pop(0)
            await self.answer(session, identity, reply, summary, local="laptop" in self.who_answers(session, engine))

    async def ask_again(self, session: str, message: str, engine: str = "auto") -> None:
        self._called("ask_again", session, message, engine)
        asked = next(turn for turn in self._entry(session).view.messages if turn.id == message)
        await self.send(session, asked.content, engine=engine)

    async def check(self) -> tuple[Finding, ...]:
        self._called("check")
        return self.findings

    async def answer(self, session: str, asked: str, reply: str, summary: str, *, local: bool) -> None:
        """Stream `reply`, then store it with `summary` as a proposal (local) or as the platform's revision."""
        words = reply.split(" ")
        for count in range(1, len(words) + 1):
            self.announce(ReplyGrew(session, asked, " ".join(words[:count])))
            await asyncio.sleep(0)
        entry = self._entry(session)
        origin = f"local:{STARTER}" if local else "platform"
        left = (("Last year's interview", "it would have brought in 14 May"),) if local else ()
        message = MessageView(f"m{next(self._number)}", Role.ASSISTANT, reply, origin, NOW, asked, local, left)
        before, base = entry.view.summary, entry.view.revision
        self._answering.discard(session)
        if local:
            proposal = Proposal(base, before, summary, origin, "", reply, left, asked=(asked,))
            self.change(session, messages=(*entry.view.messages, message), proposal=proposal)
        else:
            entry.view = replace(entry.view, messages=(*entry.view.messages, message))
            revision = self._revise(session, summary, origin)
            self.change(session, last_reply=revision, last_reply_base=before)
        self.announce(ReplyEnded(session))

    async def stop(self, session: str) -> None:
        self._called("stop", session)
        self._answering.discard(session)
        entry = self._entry(session)
        stopped = MessageView(f"m{next(self._number)}", Role.SYSTEM, "Stopped.", "coach", NOW, None, True)
        self.change(session, messages=(*entry.view.messages, stopped))
        self.announce(ReplyEnded(session))

    async def accept(self, session: str, hunks: frozenset[int] | None = None) -> None:
        self._called("accept", session, hunks)
        proposal = self._proposal(session)
        text = proposal.text if hunks is None else accept(proposal.base_text, proposal.text, hunks)
        rest = None if text == proposal.text else replace(proposal, base_text=text)
        self._entry(session).view = replace(self._entry(session).view, proposal=rest)
        self._revise(session, text, proposal.origin)
        self._wait("Summary edited", "summary.revise", session)

    async def reject(self, session: str, hunks: frozenset[int] | None = None) -> None:
        self._called("reject", session, hunks)
        proposal = self._proposal(session)
        if hunks is None:
            self.change(session, proposal=None)
            return
        text = accept(proposal.text, proposal.base_text, hunks)
        self.change(session, proposal=None if text == proposal.base_text else replace(proposal, text=text))

    async def undo_reply(self, session: str, hunks: frozenset[int] | None = None) -> None:
        self._called("undo_reply", session, hunks)
        entry = self._entry(session)
        before = entry.view.last_reply_base or ""
        text = before if hunks is None else accept(entry.view.summary, before, hunks)
        entry.view = replace(entry.view, last_reply=None, last_reply_base=None)
        self._revise(session, text, "coach")

    async def keep_reply(self, session: str) -> None:
        self._called("keep_reply", session)
        self.change(session, last_reply=None, last_reply_base=None)

    async def settle_branch(self, session: str, revision: str, text: str, *, base: str | None = None) -> None:
        self._called("settle_branch", session, revision, text)
        self._entry(session).view = replace(self._entry(session).view, branches=())
        self._revise(session, text, "coach")

    async def summarise(self, session: str) -> None:
        self._called("summarise", session)
        for step in range(4):
            self.announce(Progress("summarise", session, "Reading the transcript", step, 3))
            await asyncio.sleep(0)
        self._revise(session, SUMMARY, f"local:{STARTER}")

    async def retry(self, operation: str) -> None:
        self._called("retry", operation)
        self._outbox = [
            replace(row, state=State.QUEUED, reason="") if row.id == operation else row for row in self._outbox
        ]
        self._queue_changed()

    async def discard(self, operation: str) -> None:
        self._called("discard", operation)
        self._outbox = [row for row in self._outbox if row.id != operation]
        self._queue_changed()

    async def export(self, session: str, format: str, path: Path) -> None:
        self._called("export", session, format, path)

    async def sync_now(self) -> None:
        self._called("sync_now")
        if not self.status.online:
            raise Refused("There is no connection to the platform now. Your edits are safe and will be sent later.")
        self._outbox = [row for row in self._outbox if row.state is State.PARKED]
        self._queue_changed()

    async def start(self) -> None:
        self._called("start")

    async def close(self) -> None:
        self._called("close")

    # Inside.

    def park(self, session: str, what: str, reason: str) -> str:
        """Put an operation that the platform refused into the queue; returns its id."""
        identity = self._wait(what, "summary.revise", session)
        self._outbox = [
            replace(row, state=State.PARKED, reason=reason) if row.id == identity else row for row in self._outbox
        ]
        self._queue_changed()
        return identity

    def notice(self, text: str, *, error: bool = False) -> None:
        self.announce(Notice(text, error))

    def _called(self, name: str, *arguments: object) -> None:
        self.calls.append((name, arguments))
        if name in self.fails:
            raise self.fails[name]

    def _entry(self, session: str) -> Entry:
        key = self.key_of(session)
        if key is None:
            raise NotFound("This session is no longer there. It may have been deleted on another device.")
        return self._entries[key]

    def _proposal(self, session: str) -> Proposal:
        proposal = self._entry(session).view.proposal
        if proposal is None:
            raise Refused("There is no proposal to decide on.")
        return proposal

    def _revise(self, session: str, text: str, origin: str) -> str:
        entry = self._entry(session)
        identity = f"x{next(self._number)}"
        parents = (entry.view.revision,) if entry.view.revision else ()
        entry.revisions.append(RevisionView(identity, parents, origin, NOW, text))
        self.change(session, summary=text, revision=identity, origin=origin)
        return identity

    def _wait(self, what: str, kind: str, session: str | None) -> str:
        number = next(self._number)
        title = self._entry(session).view.title if session else ""
        identity = f"o{number}"
        self._outbox.append(OutboxRow(identity, number, kind, session, title, what, State.QUEUED, "", NOW))
        self._queue_changed()
        return identity

    def _queue_changed(self) -> None:
        parked = sum(row.state is State.PARKED for row in self._outbox)
        pending = len(self._outbox)
        self.status = replace(self.status, pending=pending, parked=parked, synced=self.status.online and not pending)
        self.announce(OutboxChanged())
        self.announce(StatusChanged(self.status))


class UpdatesStandIn:
    """What the desk says about newer versions."""

    def __init__(self) -> None:
        self.offered, self.wanted = True, True

    def want(self, wanted: bool) -> None:
        self.wanted = wanted


class ImportsStandIn:
    """What the desk does with files: each that ends with .txt or .vtt is the example."""

    def __init__(self, desk: DeskStandIn) -> None:
        self._desk = desk

    async def read(self, path: Path) -> Candidate:
        self._desk._called("read", path)
        if path.suffix not in {".txt", ".vtt"}:
            raise Unreadable(f"{path.name} is not a transcript that CoachDesk can read. Try a txt or vtt file.")
        imported = Imported(example_transcript(), path.stem, None, ("Ruth", "Anna Becker"), "txt")
        return Candidate(imported, "Anna Becker", NOW[:10], dated=False)

    async def take(
        self,
        candidate: Candidate,
        *,
        client_name: str | None,
        date: str | None = None,
        session: str | None = None,
    ) -> str:
        title = candidate.imported.title
        self._desk._called("take", title, client_name, date, session)
        identity = session or await self._desk.create_session(None, date=date or "", title=title)
        self._desk._entry(identity).transcript = candidate.imported.transcript
        self._desk.change(identity, transcript_lines=candidate.lines)
        return identity


class LocalModelStandIn:
    """The models on this laptop."""

    def __init__(self, desk: DeskStandIn) -> None:
        self._desk = desk
        self.models: tuple[ModelHere, ...] = (ModelHere("smollm2-135m", "SmolLM2 135M", chosen=True),)

    async def here(self) -> tuple[ModelHere, ...]:
        return self.models

    async def use(self, name: str) -> None:
        self._desk._called("use_model", name)
        self.models = tuple(replace(model, chosen=model.name == name) for model in self.models)


class DeletingStandIn:
    """What the desk does with deletions: each is kept until it is let go."""

    def __init__(self, desk: DeskStandIn) -> None:
        self._desk = desk
        self._kept: dict[str, tuple[dict[int, Entry], ClientRow | None]] = {}

    def keep(self, entries: dict[int, Entry], client: ClientRow | None = None) -> str:
        deletion = f"d{next(self._desk._number)}"
        self._kept[deletion] = (entries, client)
        return deletion

    async def take_back(self, deletion: str) -> None:
        self._desk._called("take_back", deletion)
        entries, client = self._kept.pop(deletion)
        self._desk._entries.update(entries)
        if client is not None:
            self._desk._clients[client.id] = client
        self._desk.announce(ListChanged())

    async def unmake(self, sessions: Sequence[str], clients: Sequence[str]) -> None:
        self._desk._called("unmake", sessions, clients)
        self._desk._entries = {
            key: entry for key, entry in self._desk._entries.items() if entry.view.id not in sessions
        }
        self._desk.announce(ListChanged())

    def let_go(self, deletion: str) -> None:
        self._desk._called("let_go", deletion)
        self._kept.pop(deletion)


class ListStandIn:
    """What the desk says about its list."""

    def __init__(self, desk: DeskStandIn) -> None:
        self._desk = desk

    async def headings(self, query: ListQuery) -> list[tuple[str, int]]:
        if query.text:
            return []
        rows = self._desk.rows(self._desk.keys(query))
        words = [row.client if query.order == Order.CLIENT else row.date[:7] for row in rows]
        return [(word, len(list(group))) for word, group in itertools.groupby(words)]

    async def tags(self) -> list[str]:
        return ["spring", "this & that"]

    def understand(self, query: ListQuery, today: datetime.date) -> Understood:
        found = understood(query.text, self._desk.clients(), today)
        return replace(found, query=replace(query, text=found.query.text, **found.filters))


def example_transcript(lines: int = 40) -> Transcript:
    """Return a transcript of `lines` lines between a coach and a client."""
    turns = (
        ("Ruth", "What would you like to take away from today?"),
        ("Anna Becker", "I have the promotion interview on 12 May, and I keep putting off the preparation."),
        ("Ruth", "What happens when you imagine asking Tom for feedback?"),
        ("Anna Becker", "I get nervous. Last year I only had two days to prepare and it went badly."),
    )
    return Transcript(
        tuple(Line(*turns[number % len(turns)], 4.0 * number, 4.0 * number + 3.5) for number in range(lines))
    )


def _matches(view: SessionView, query: ListQuery) -> bool:
    words = query.text.casefold().split()
    text = " ".join((view.title, view.client_name, *view.tags, view.summary)).casefold()
    return (
        all(word in text for word in words)
        and query.client in {None, view.client}
        and query.status in {None, view.status}
        and (query.tag is None or query.tag in view.tags)
        and (query.date_from is None or view.date >= query.date_from)
        and (query.date_to is None or view.date <= query.date_to)
        and (not query.pending or view.pending > 0 or view.parked > 0)
        and (not query.attention or view.parked > 0 or view.proposal is not None or view.branches)
    )
