"""This file lets things happen at a bad moment: while a reply is written, or between two steps of one action."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from pathlib import Path

import pytest

from coachdesk.assistant import refining, summarising
from coachdesk.assistant.refining import Refined
from coachdesk.assistant.summarising import Summarised
from coachdesk.desk import reports
from coachdesk.desk.desk import Desk
from coachdesk.desk.opening import open_desk
from coachdesk.domain.clock import SystemClock
from coachdesk.domain.protocol import RefineRequest
from coachdesk.domain.session import Policy, Role
from coachdesk.errors import CoachDeskError, Refused
from coachdesk.settings import Settings
from coachdesk.storage.replica import Replica

TEXT = "## Focus\nAnna wants to delegate.\n\n## Insights\n- She checks everything.\n- Tom is ready.\n"
RENAME = "Rename Tom to Tim."


def opened(home: Path) -> Desk:
    return open_desk(Settings(home=home, passphrase="a passphrase"), SystemClock())


@pytest.fixture
async def laptop(tmp_path: Path) -> AsyncIterator[Desk]:
    """A desk without any platform; the tests look at its replica to play the platform."""
    desk = opened(tmp_path / "laptop")
    await desk.start()
    yield desk
    await desk.close()


async def made_session(desk: Desk, text: str = TEXT, policy: Policy = Policy.NONE) -> str:
    client = await desk.create_client("Anna Berg", policy=policy)
    session = await desk.create_session(client, title="Delegating", date="2026-05-12")
    if text:
        await desk.edit_summary(session, text)
    return session


async def asked(desk: Desk, session: str, text: str) -> None:
    await desk.send(session, text)
    await desk.reply_written(session)


class Gate:
    """Holds the assistant: `reached` once it was asked, and it answers once `open` is set."""

    def __init__(self) -> None:
        self.reached = asyncio.Event()
        self.open = asyncio.Event()

    async def passed(self) -> None:
        self.reached.set()
        await self.open.wait()


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Gate:
    """The real refining, held until the test lets it go on."""
    held = Gate()
    really: Callable[..., Awaitable[Refined]] = refining.refine

    async def refine(*arguments: object, **named: object) -> Refined:
        await held.passed()
        return await really(*arguments, **named)

    monkeypatch.setattr(refining, "refine", refine)
    return held


def replica_of(desk: Desk) -> Replica:
    return desk._replica


class Platform:
    """What the platform says, put into the replica as a pull would."""

    def __init__(self, desk: Desk) -> None:
        self._replica = replica_of(desk)
        self._seq = 1000

    async def says(self, *changes: tuple[str, str, str, object]) -> None:
        """Store changes of (kind, id, session, data)."""
        page = []
        for kind, id, session, data in changes:
            self._seq += 1
            page.append({"seq": self._seq, "kind": kind, "id": id, "session": session, "version": 1, "data": data})
        await asyncio.wrap_future(self._replica.apply_page(page, self._seq))

    async def has(self, session: str, head: str, *revisions: tuple[str, tuple[str, ...], str, str]) -> None:
        """Store revisions of (id, parents, origin, text), and the session with `head`."""
        at = "2026-05-12T10:00:00.000Z"
        rows = [
            ("revision", id, session, {"parents": list(parents), "origin": origin, "at": at, "text": text})
            for id, parents, origin, text in revisions
        ]
        await self.says(*rows, ("session", session, session, {"date": "2026-05-12", "title": "Pulled", "head": head}))

    async def answers(self, session: str, question: str, content: str = "Done.") -> None:
        """Store a question and its answer."""
        at = "2026-05-12T10:00:00.000Z"
        await self.says(
            ("message", question, session, {"role": "user", "content": "Change it.", "origin": "coach", "at": at}),
            (
                "message",
                question + "-reply",
                session,
                {"role": "assistant", "content": content, "origin": "platform", "at": at, "replyTo": question},
            ),
        )


# Replies while the coach goes on.


async def test_two_questions_at_the_same_moment_are_not_both_taken(laptop: Desk) -> None:
    session = await made_session(laptop)
    outcomes = await asyncio.gather(laptop.send(session, RENAME), laptop.send(session, RENAME), return_exceptions=True)
    await laptop.reply_written(session)
    assert [isinstance(outcome, Refused) for outcome in outcomes] == [False, True]
    assert [message.role for message in laptop.view(session).messages] == [Role.USER, Role.ASSISTANT]


async def test_a_proposal_accepted_while_the_next_reply_is_written_does_not_stand_in_its_way(
    laptop: Desk, gate: Gate
) -> None:
    session = await made_session(laptop)
    gate.open.set()
    await asked(laptop, session, RENAME)
    gate.open.clear()
    gate.reached.clear()
    await laptop.send(session, "Rename Tim to Tobias.")
    await gate.reached.wait()
    await laptop.accept(session)
    gate.open.set()
    await laptop.reply_written(session)
    proposal = laptop.view(session).proposal
    assert proposal is not None
    assert proposal.base_text == TEXT.replace("Tom", "Tim")
    await laptop.accept(session)
    assert laptop.view(session).summary == TEXT.replace("Tom", "Tobias")


async def test_hunks_rejected_while_the_next_reply_is_written_stay_rejected(laptop: Desk, gate: Gate) -> None:
    text = TEXT + "\n## Next session\nWith Tom.\n"
    session = await made_session(laptop, text)
    gate.open.set()
    await asked(laptop, session, RENAME)
    gate.open.clear()
    gate.reached.clear()
    await laptop.send(session, "Rename Anna to Anne.")
    await gate.reached.wait()
    await laptop.reject(session, frozenset({1}))
    gate.open.set()
    await laptop.reply_written(session)
    await laptop.accept(session)
    assert laptop.view(session).summary == TEXT.replace("Tom", "Tim").replace("Anna", "Anne") + (
        "\n## Next session\nWith Tom.\n"
    )


async def test_a_session_deleted_while_its_reply_is_written_gets_no_more_operations(laptop: Desk, gate: Gate) -> None:
    session = await made_session(laptop)
    await laptop.send(session, RENAME)
    await gate.reached.wait()
    await laptop.delete_session(session)
    gate.open.set()
    await laptop.reply_written(session)
    kinds = [row.kind for row in laptop.outbox() if row.session == session]
    assert kinds[-1] == "session.delete"
    assert replica_of(laptop).proposal(session) is None


async def test_a_stop_that_comes_while_the_reply_is_stored_does_not_add_a_second_one(
    laptop: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = await made_session(laptop)
    really = laptop._chat._store
    storing = asyncio.Event()

    async def store(*operations: object, **named: object) -> object:
        stored = await really(*operations, **named)
        if operations[0].data.role is not Role.USER:  # type: ignore[attr-defined]
            storing.set()
        return stored

    monkeypatch.setattr(laptop._chat, "_store", store)
    await laptop.send(session, RENAME)
    await storing.wait()
    await laptop.stop(session)
    view = laptop.view(session)
    assert [message.role for message in view.messages] == [Role.USER, Role.ASSISTANT]
    assert view.proposal is not None


async def test_a_transcript_that_cannot_be_fetched_does_not_fail_the_local_reply(
    laptop: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    session = await made_session(laptop)
    await Platform(laptop).says(("transcript", session, session, {"blob": "0" * 64, "bytes": 9, "lines": 1}))

    class Away:
        def __init__(self) -> None:
            self.status = type("Status", (), {"online": True})()

        async def fetch_blob(self, _sha: str) -> bytes:
            raise CoachDeskError("The platform could not do this now.")

    monkeypatch.setattr(laptop, "_sync", Away())
    found = await laptop.transcript(session)
    monkeypatch.undo()
    assert found is None


# First summaries.


async def made_transcript(desk: Desk, folder: Path) -> str:
    file = folder / "talk.txt"
    file.write_text("Coach: What now?\nAnna: I will let Lena send the report on 14 June.\nCoach: Good.\nAnna: Yes.\n")
    return await desk.import_file(file, client_name="Anna Berg")


@pytest.fixture
def slow_summary(monkeypatch: pytest.MonkeyPatch) -> Gate:
    held = Gate()

    async def summarise(*_arguments: object, **_named: object) -> Summarised:
        await held.passed()
        return Summarised(summary="## Focus\nWritten by a model.\n", evidence=(), coverage=100.0, engine="rules")

    monkeypatch.setattr(summarising, "summarise", summarise)
    return held


async def test_what_the_coach_writes_while_a_first_summary_is_made_stays_the_summary(
    laptop: Desk, tmp_path: Path, slow_summary: Gate
) -> None:
    session = await made_transcript(laptop, tmp_path)
    writing = asyncio.create_task(laptop.summarise(session))
    await slow_summary.reached.wait()
    await laptop.edit_summary(session, TEXT)
    slow_summary.open.set()
    await writing
    view = laptop.view(session)
    assert view.summary == TEXT
    assert view.proposal is not None
    assert "Written by a model" in view.proposal.text


async def test_two_first_summaries_at_the_same_moment_are_not_both_begun(
    laptop: Desk, tmp_path: Path, slow_summary: Gate
) -> None:
    session = await made_transcript(laptop, tmp_path)
    slow_summary.open.set()
    outcomes = await asyncio.gather(laptop.summarise(session), laptop.summarise(session), return_exceptions=True)
    assert [isinstance(outcome, Refused) for outcome in outcomes] == [False, True]
    assert len(laptop.revisions(session)) == 1


# Edits and what they were made from.


async def test_an_edit_begun_without_a_summary_does_not_replace_one_that_arrived(laptop: Desk) -> None:
    session = await made_session(laptop, "")
    await Platform(laptop).has(session, "r1", ("r1", (), "platform", TEXT))
    await laptop.edit_summary(session, "Mine.\n", base="")
    assert laptop.revisions(session)[0].parents == ()


async def test_a_settled_branch_names_the_head_that_was_shown(laptop: Desk) -> None:
    session = await made_session(laptop, "")
    platform = Platform(laptop)
    await platform.has(session, "r1", ("r0", (), "coach", TEXT), ("r1", ("r0",), "coach", TEXT + "One.\n"))
    await platform.has(session, "r1", ("b1", ("r0",), "coach", TEXT + "Other.\n"))
    shown = laptop.view(session)
    await platform.has(session, "r2", ("r2", ("r1",), "coach", "New. " + TEXT + "One.\n"))
    await laptop.settle_branch(session, "b1", TEXT + "One, other.\n", base=shown.revision)
    assert set(laptop.revisions(session)[0].parents) == {"r1", "b1"}


async def question(desk: Desk, session: str) -> str:
    """Ask the platform as this device: the question is stored, its answer is for the test to give."""
    desk._chat.answers = lambda session, engine: "platform"  # type: ignore[method-assign]  # noqa: ARG005
    return await desk.send(session, "Change it.")


async def test_undoing_a_reply_that_was_merged_with_an_own_edit_keeps_the_own_edit(laptop: Desk) -> None:
    session = await made_session(laptop, "")
    platform = Platform(laptop)
    await platform.has(session, "r0", ("r0", (), "coach", TEXT))
    asked = await question(laptop, session)
    mine = TEXT + "\n## Own\nTyped while it was answering.\n"
    theirs = TEXT.replace("Tom", "Tim")
    await platform.has(
        session,
        "m1",
        ("c1", ("r0",), "coach", mine),
        ("p1", ("r0",), "platform", theirs),
        ("m1", ("c1", "p1"), "platform", mine.replace("Tom", "Tim")),
    )
    await platform.answers(session, asked)
    assert laptop.view(session).last_reply == "m1"
    await laptop.undo_reply(session)
    assert laptop.view(session).summary == mine


async def test_undoing_a_reply_keeps_what_another_device_wrote_before_its_own_reply(laptop: Desk) -> None:
    session = await made_session(laptop, "")
    platform = Platform(laptop)
    await platform.has(session, "r0", ("r0", (), "coach", TEXT))
    asked = await question(laptop, session)
    await platform.has(session, "p1", ("p1", ("r0",), "platform", TEXT.replace("Tom", "Tim")))
    await platform.answers(session, asked)
    elsewhere = TEXT.replace("Tom", "Tim") + "\n## Elsewhere\nTyped on the other laptop.\n"
    await platform.has(session, "c2", ("c2", ("p1",), "coach", elsewhere))
    await platform.has(session, "p3", ("p3", ("c2",), "platform", elsewhere.replace("Anna", "Anne")))
    await laptop.undo_reply(session)
    assert laptop.view(session).summary == elsewhere


async def test_what_is_typed_after_a_part_was_undone_is_not_undone_with_the_rest(laptop: Desk) -> None:
    text = TEXT + "\n## Next session\nWith Tom.\n"
    session = await made_session(laptop, "")
    platform = Platform(laptop)
    await platform.has(session, "r0", ("r0", (), "coach", text))
    asked = await question(laptop, session)
    await platform.has(session, "p1", ("p1", ("r0",), "platform", text.replace("Tom", "Tim")))
    await platform.answers(session, asked)
    await laptop.undo_reply(session, frozenset({0}))
    assert laptop.view(session).last_reply is not None
    await laptop.edit_summary(session, laptop.view(session).summary + "\nTyped since.\n")
    with contextlib.suppress(CoachDeskError):
        await laptop.undo_reply(session)
    assert "Typed since." in laptop.view(session).summary


# Drafts.


async def test_a_quick_prompt_leaves_what_is_being_typed(laptop: Desk) -> None:
    session = await made_session(laptop)
    await laptop.save_draft(session, "chat", "And then I thought of")
    await asked(laptop, session, RENAME)
    assert laptop.draft(session, "chat") == "And then I thought of"


async def test_the_draft_goes_in_the_transaction_that_stores_what_was_typed(laptop: Desk) -> None:
    session = await made_session(laptop)
    await laptop.save_draft(session, "chat", RENAME)
    seen: list[tuple[str, bool]] = []
    replica = replica_of(laptop)

    def look(_committed: object) -> None:
        stored = any(m.content == RENAME for m in replica.messages(session))
        seen.append((replica.draft(session, "chat"), stored))

    end = replica.on_commit(look)
    await laptop.send(session, RENAME, typed=True)
    await laptop.reply_written(session)
    end()
    assert seen
    assert all((draft == "") == stored for draft, stored in seen)


async def test_a_question_to_the_platform_and_what_it_was_asked_about_are_one_transaction(
    laptop: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = await made_session(laptop)
    replica = replica_of(laptop)
    monkeypatch.delattr(Replica, "save_draft")
    await question(laptop, session)
    assert replica.draft(session, "asked")
    assert [entry for entry in replica.outbox.list() if isinstance(entry.operation, RefineRequest)]


# The command line.


async def test_a_failed_turn_does_not_accept_an_earlier_proposal(laptop: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    session = await made_session(laptop)
    await reports.turn(laptop, session, RENAME, "local", propose=True, deadline_s=30)

    async def refine(*_arguments: object, **_named: object) -> Refined:
        raise CoachDeskError("The model on this laptop stopped.")

    monkeypatch.setattr(refining, "refine", refine)
    output = await reports.turn(laptop, session, "Make it shorter.", "local", propose=False, deadline_s=30)
    assert output["failed"] == "The model on this laptop stopped."
    assert laptop.view(session).summary == TEXT
    assert laptop.view(session).proposal is not None


async def test_what_waits_is_counted_before_the_sync_has_begun(tmp_path: Path) -> None:
    settings = replace(
        Settings(home=tmp_path / "home", passphrase="a passphrase"), server="http://127.0.0.1:9", token="t"
    )
    desk = open_desk(settings, SystemClock())
    await made_session(desk)
    await desk.close()
    again = open_desk(settings, SystemClock())
    assert again.status.pending == 3
    await again.close()


async def test_a_laptop_without_a_platform_counts_what_waits_too(laptop: Desk) -> None:
    await made_session(laptop)
    assert laptop.status.pending == len(laptop.outbox()) == 3


async def test_a_client_keeps_its_name(laptop: Desk) -> None:
    client = await laptop.create_client("Anna Berg")
    with pytest.raises(Refused, match="name"):
        await laptop.edit_client(client, name="  ")
    with pytest.raises(Refused):
        await laptop.edit_client(client, policy="everybody")
    assert [row.name for row in laptop.clients()] == ["Anna Berg"]


@pytest.mark.parametrize("date", ["yesterday", "2026-13-45", "12.05.2026"])
async def test_a_date_that_is_none_is_refused(laptop: Desk, tmp_path: Path, date: str) -> None:
    file = tmp_path / "talk.txt"
    file.write_text("Coach: What now?\nAnna: I go on.\n")
    with pytest.raises(Refused, match="YYYY-MM-DD"):
        await laptop.import_file(file, date=date)


async def test_closing_gives_the_replica_back_even_if_a_part_before_it_fails(tmp_path: Path) -> None:
    desk = opened(tmp_path / "home")
    await desk.start()

    async def fails() -> None:
        raise OSError("no process")

    desk._model.close = fails  # type: ignore[method-assign]
    with pytest.raises(OSError, match="no process"):
        await desk.close()
    with pytest.raises(CoachDeskError):
        desk.view("any")
