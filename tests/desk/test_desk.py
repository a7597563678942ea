"""This file sits at the desk: a real replica, a real platform, the real assistant, without a window."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from coachdesk.demo import Platform
from coachdesk.desk.desk import Desk
from coachdesk.desk.listed import ListQuery
from coachdesk.desk.opening import open_desk
from coachdesk.desk.settling import settle
from coachdesk.desk.views import Event, Notice, ReplyEnded, ReplyGrew, SessionsChanged
from coachdesk.domain.clock import SystemClock
from coachdesk.domain.operation import State
from coachdesk.domain.session import Policy, Role
from coachdesk.errors import NotFound, Refused, Unreadable
from coachdesk.settings import Settings
from tests.end2end.processes import running_platform

TEXT = "## Focus\nAnna wants to delegate.\n\n## Insights\n- She checks everything.\n- Tom is ready.\n"
RENAME = "Rename Tom to Tim."


@pytest.fixture(scope="module")
def platform(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Platform]:
    with running_platform(tmp_path_factory.mktemp("platform")) as running:
        yield running


def settings_of(home: Path, platform: Platform | None) -> Settings:
    settings = Settings(home=home, passphrase="a passphrase")
    return replace(settings, server=platform.address, token=platform.token) if platform else settings


@pytest.fixture
async def laptop(tmp_path: Path) -> AsyncIterator[Desk]:
    """A desk without any platform."""
    desk = open_desk(settings_of(tmp_path / "laptop", None), SystemClock())
    await desk.start()
    yield desk
    await desk.close()


@pytest.fixture
async def online(tmp_path: Path, platform: Platform) -> AsyncIterator[Desk]:
    """A desk that is synced with the platform."""
    desk = open_desk(settings_of(tmp_path / "online", platform), SystemClock())
    await desk.start()
    assert (await desk.until_synced(30)).synced
    yield desk
    await desk.close()


@pytest.fixture
async def elsewhere(tmp_path: Path, platform: Platform) -> AsyncIterator[Desk]:
    """The same coach's desk on another laptop."""
    desk = open_desk(settings_of(tmp_path / "elsewhere", platform), SystemClock())
    await desk.start()
    assert (await desk.until_synced(30)).synced
    yield desk
    await desk.close()


async def eventually(desk: Desk, condition: Callable[[], object], deadline_s: float = 30.0) -> None:
    """Return once `condition` holds; it is looked at whenever the desk announces something."""
    happened = asyncio.Event()
    end = desk.subscribe(lambda _event: happened.set())
    try:
        async with asyncio.timeout(deadline_s):
            while not condition():
                happened.clear()
                await happened.wait()
    finally:
        end()


async def made_session(desk: Desk, policy: Policy = Policy.PLATFORM, text: str = TEXT) -> str:
    client = await desk.create_client("Anna Berg", policy=policy)
    session = await desk.create_session(client, title="Delegating", date="2026-05-12")
    if text:
        await desk.edit_summary(session, text)
    return session


async def asked(desk: Desk, session: str, text: str, engine: str = "auto") -> None:
    """Ask, and wait for the reply of whoever answers."""
    message = await desk.send(session, text, engine=engine)
    await desk.reply_written(session)
    await eventually(desk, lambda: any(m.reply_to == message for m in desk.view(session).messages), 60)


async def test_a_laptop_without_a_platform_does_everything_but_sync(laptop: Desk) -> None:
    session = await made_session(laptop)
    assert laptop.view(session).summary == TEXT
    assert [row.title for row in laptop.rows(laptop.keys(ListQuery()))] == ["Delegating"]
    await asked(laptop, session, RENAME)
    await laptop.accept(session)
    assert "Tim is ready" in laptop.view(session).summary
    assert laptop.status.sentence == "On this laptop only"


async def test_a_question_is_shown_at_once_and_the_platform_answers_with_a_diff(online: Desk) -> None:
    session = await made_session(online)
    assert (await online.until_synced(30)).synced
    grown: list[Event] = []
    online.subscribe(grown.append)
    message = await online.send(session, RENAME)
    assert online.view(session).messages[-1].id == message
    assert online.answering(session)
    await eventually(online, lambda: online.view(session).last_reply is not None)
    view = online.view(session)
    assert (view.origin, view.last_reply_base) == ("platform", TEXT)
    assert view.summary == TEXT.replace("Tom", "Tim")
    assert view.messages[-1].origin == "platform"
    assert not online.answering(session)
    assert [event for event in grown if isinstance(event, ReplyGrew)]
    await online.undo_reply(session)
    assert online.view(session).summary == TEXT
    assert (await online.until_synced(30)).synced


async def test_a_reply_of_the_platform_is_undone_by_hunk(online: Desk) -> None:
    text = TEXT + "\n## Next session\nWith Tom.\n"
    session = await made_session(online, text=text)
    assert (await online.until_synced(30)).synced
    await online.send(session, RENAME)
    await eventually(online, lambda: online.view(session).last_reply is not None)
    await online.undo_reply(session, frozenset({0}))
    view = online.view(session)
    assert view.summary == text.replace("With Tom", "With Tim")
    assert view.last_reply is not None
    await online.keep_reply(session)
    assert online.view(session).last_reply is None


async def test_a_local_proposal_is_durable_and_taken_by_hunk(laptop: Desk) -> None:
    text = TEXT + "\n## Next session\nWith Tom.\n"
    session = await made_session(laptop, text=text)
    await asked(laptop, session, RENAME)
    assert laptop.view(session).summary == text
    await laptop.accept(session, frozenset({1}))
    view = laptop.view(session)
    assert view.summary == text.replace("With Tom", "With Tim")
    assert view.proposal is not None
    assert view.origin.startswith("local:")
    await laptop.reject(session)
    assert laptop.view(session).proposal is None
    assert laptop.view(session).summary == text.replace("With Tom", "With Tim")


async def test_the_next_instruction_works_on_the_proposal(laptop: Desk) -> None:
    session = await made_session(laptop)
    await asked(laptop, session, RENAME)
    await asked(laptop, session, "Rename Anna to Anne.")
    await laptop.accept(session)
    assert laptop.view(session).summary == TEXT.replace("Tom", "Tim").replace("Anna", "Anne")


async def test_the_platform_is_asked_what_a_proposal_answers_about_the_same_selection(
    tmp_path: Path, platform: Platform
) -> None:
    settings, text = settings_of(tmp_path, platform), TEXT.replace("She checks", "Tom checks")
    desk = open_desk(settings, SystemClock())
    await desk.start()
    session = await made_session(desk, text=text)
    await desk.send(session, RENAME, selection="Tom is ready.", engine="local")
    await desk.reply_written(session)
    assert (await desk.until_synced(30)).synced
    await desk.close()

    desk = open_desk(settings, SystemClock())
    try:
        assert not desk.offers_platform(session), "nobody is connected yet"
        await desk.start()
        await eventually(desk, lambda: desk.offers_platform(session))
        await desk.ask_platform(session)
        view = desk.view(session)
        assert [message.content for message in view.messages if message.role is Role.USER] == [RENAME, RENAME]
        assert view.proposal is not None, "it waits until the platform has answered"
        assert not desk.offers_platform(session)
        await eventually(desk, lambda: desk.view(session).last_reply is not None)
        view = desk.view(session)
        assert (view.proposal, view.origin) == (None, "platform")
        assert view.summary == text.replace("Tom is", "Tim is")
    finally:
        await desk.close()


async def test_a_proposal_of_two_instructions_is_asked_of_the_platform_as_both(online: Desk) -> None:
    session = await made_session(online)
    for instruction in (RENAME, "Rename Anna to Hanna."):
        await asked(online, session, instruction, "local")
    assert (await online.until_synced(30)).synced
    await online.ask_platform(session)
    await eventually(online, lambda: online.view(session).proposal is None)
    await eventually(online, lambda: online.view(session).summary.count("Tim") == 1)
    assert online.view(session).summary == TEXT.replace("Tom", "Tim").replace("Anna", "Hanna")
    with pytest.raises(NotFound):
        await online.ask_platform(session)


async def test_an_edit_beside_a_proposal_is_kept_when_it_is_accepted(laptop: Desk) -> None:
    session = await made_session(laptop)
    await asked(laptop, session, RENAME)
    await laptop.edit_summary(session, TEXT.replace("delegate", "delegate more"))
    await laptop.accept(session)
    assert laptop.view(session).summary == TEXT.replace("delegate", "delegate more").replace("Tom", "Tim")


async def test_an_edit_of_the_same_lines_refuses_the_proposal_and_keeps_both(laptop: Desk) -> None:
    session = await made_session(laptop)
    await asked(laptop, session, RENAME)
    mine = TEXT.replace("Tom is ready", "Tom is nearly ready")
    await laptop.edit_summary(session, mine)
    with pytest.raises(Refused, match="same lines"):
        await laptop.accept(session)
    assert laptop.view(session).summary == mine
    assert laptop.view(session).proposal is not None


async def test_a_request_that_nobody_understands_leaves_the_summary_and_says_so(laptop: Desk) -> None:
    session = await made_session(laptop, Policy.NONE)
    await asked(laptop, session, "Qwfp zxcv arst?")
    view = laptop.view(session)
    assert view.summary == TEXT
    assert view.proposal is None
    assert view.messages[-1].role is not Role.USER
    assert view.messages[-1].content


async def test_a_policy_decides_who_may_answer(online: Desk) -> None:
    here = await made_session(online, Policy.LOCAL)
    nobody = await made_session(online, Policy.NONE)
    with pytest.raises(Refused, match="policy"):
        await online.send(here, RENAME, engine="platform")
    await asked(online, here, RENAME)
    await asked(online, nobody, RENAME)
    assert online.view(here).messages[-1].origin.startswith("local:")
    assert online.view(nobody).messages[-1].origin == "local:rules"
    assert (await online.until_synced(30)).synced


async def test_the_same_edit_on_two_laptops_is_merged_or_branched_and_nothing_is_lost(
    online: Desk, elsewhere: Desk
) -> None:
    session = await made_session(online)
    assert (await online.until_synced(30)).synced
    await eventually(elsewhere, lambda: _has(elsewhere, session, TEXT))
    await asyncio.gather(
        online.edit_summary(session, TEXT.replace("Tom is ready", "Tom is quite ready")),
        elsewhere.edit_summary(session, TEXT.replace("Tom is ready", "Tom is hardly ready")),
    )
    assert (await online.until_synced(30)).synced
    assert (await elsewhere.until_synced(30)).synced
    await eventually(online, lambda: len(online.view(session).branches) == 1)
    view = online.view(session)
    both = {view.summary, view.branches[0].text}
    assert any("quite" in text for text in both)
    assert any("hardly" in text for text in both)
    await eventually(elsewhere, lambda: elsewhere.view(session).branches)
    for desk, word in ((online, "quite"), (elsewhere, "hardly")):
        (branch,) = desk.view(session).branches
        assert branch.own == (word in branch.text), "each knows which of the two is its own"
        assert desk.row(session).branched
        assert list(desk.keys(ListQuery(attention=True))) == [desk.key_of(session)]
    settled = TEXT.replace("Tom is ready", "Tom is quite ready, if hardly")
    await online.settle_branch(session, view.branches[0].revision, settled)
    assert (await online.until_synced(30)).synced
    await eventually(elsewhere, lambda: _has(elsewhere, session, settled))
    for desk in (online, elsewhere):
        assert desk.view(session).branches == ()
        assert not desk.row(session).branched
        assert list(desk.keys(ListQuery(attention=True))) == []


async def test_two_texts_become_a_third_or_wait_for_no_decision_once_they_are_the_same(
    online: Desk, elsewhere: Desk
) -> None:
    session = await made_session(online)
    assert (await online.until_synced(30)).synced
    await eventually(elsewhere, lambda: _has(elsewhere, session, TEXT))
    texts = [TEXT.replace("Tom is ready", f"Tom is {word} ready") for word in ("quite", "hardly", "never", "ever")]
    for mine, other in (texts[:2], texts[2:]):
        base = online.view(session).revision
        await elsewhere.edit_summary(session, other)
        assert (await elsewhere.until_synced(30)).synced
        await online.edit_summary(session, mine, base=base)
        assert (await online.until_synced(30)).synced
        (branch,) = online.view(session).branches
        if mine == texts[0]:
            with pytest.raises(NotFound):
                await settle(online, session, "none-such", "mine", None)
            settled = await settle(online, session, branch.revision, None, TEXT)
            assert (settled["summary"], settled["branches"]) == (TEXT, [])
            await eventually(elsewhere, lambda: _has(elsewhere, session, TEXT))
    await online.edit_summary(session, branch.text)
    assert online.view(session).branches == ()


def _has(desk: Desk, session: str, text: str) -> bool:
    try:
        return desk.view(session).summary == text
    except NotFound:
        return False


async def test_of_a_deletion_and_an_edit_on_two_laptops_the_later_is_parked_with_its_reason(
    online: Desk, elsewhere: Desk
) -> None:
    session = await made_session(online)
    assert (await online.until_synced(30)).synced
    await eventually(elsewhere, lambda: _has(elsewhere, session, TEXT))
    await online.delete_session(session)
    await elsewhere.edit_summary(session, TEXT + "More.\n")
    for desk in (online, elsewhere):
        await eventually(desk, lambda desk=desk: desk.status.pending == desk.status.parked)
    parked = [(desk, row) for desk in (online, elsewhere) for row in desk.outbox() if row.state is State.PARKED]
    ((desk, row),) = parked
    assert ("deleted" if desk is elsewhere else "changed") in row.reason
    await desk.discard(row.id)
    for desk in (online, elsewhere):
        assert (await desk.until_synced(30)).synced


async def test_where_nobody_answers_a_few_attempts_are_enough_to_say_so(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        address = f"http://127.0.0.1:{free.getsockname()[1]}"
    settings = replace(settings_of(tmp_path / "home", None), server=address, token="a token")
    desk = open_desk(settings, SystemClock())
    try:
        await desk.start()
        async with asyncio.timeout(60):
            assert not await desk.until_online(3600)
    finally:
        await desk.close()


async def test_drafts_survive_a_restart(tmp_path: Path) -> None:
    settings = settings_of(tmp_path / "home", None)
    desk = open_desk(settings, SystemClock())
    await desk.start()
    session = await made_session(desk)
    await desk.save_draft(session, "chat", "half a sent")
    await desk.close()
    again = open_desk(settings, SystemClock())
    assert again.draft(session, "chat") == "half a sent"
    assert again.view(session).summary == TEXT
    await again.close()


async def test_a_change_by_another_process_is_announced(tmp_path: Path) -> None:
    settings = settings_of(tmp_path / "home", None)
    one, other = open_desk(settings, SystemClock()), open_desk(settings, SystemClock())
    await one.start()
    session = await made_session(other)
    heard: list[Event] = []
    one.subscribe(heard.append)
    await other.edit_summary(session, TEXT + "More.\n")
    await eventually(one, lambda: any(isinstance(event, SessionsChanged) for event in heard))
    assert one.view(session).summary == TEXT + "More.\n"
    await one.close()
    await other.close()


async def test_a_local_reply_can_be_stopped(laptop: Desk) -> None:
    session = await made_session(laptop)
    ended: list[Event] = []
    laptop.subscribe(ended.append)
    await laptop.send(session, "Make it warmer and rewrite every insight in a friendlier tone.", engine="local")
    await laptop.stop(session)
    assert not laptop.answering(session)
    assert laptop.view(session).summary == TEXT
    assert any(isinstance(event, ReplyEnded) for event in ended)


async def test_a_transcript_is_imported_summarised_and_exported(laptop: Desk, tmp_path: Path) -> None:
    file = tmp_path / "talk.txt"
    turns = [
        "Coach: What would you like to work on today?",
        "Anna: I want to delegate the weekly report to Lena before June.",
        "Coach: What keeps you from it?",
        "Anna: I am afraid that the client notices mistakes. In March it went out without me and nobody complained.",
        "Anna: I will let Lena send the report on 14 June without a review.",
        "Coach: Shall we meet again on 21 June at 16:30?",
        "Anna: Yes, at the office.",
    ]
    file.write_text("\n".join(turns))
    session = await laptop.import_file(file, client_name="Anna Berg", date="2026-06-01")
    transcript = await laptop.transcript(session)
    assert transcript is not None
    assert len(transcript.lines) == laptop.view(session).transcript_lines == len(turns)
    await laptop.summarise(session)
    summary = laptop.view(session).summary
    assert "Lena" in summary
    assert "14 June" in summary
    assert laptop.view(session).origin.startswith("local:")
    assert await laptop.evidence(session)
    target = tmp_path / "out.md"
    await laptop.export(session, "md", target)
    assert "Lena" in target.read_text()


async def test_a_file_tells_what_it_would_become_before_anything_is_stored(laptop: Desk, tmp_path: Path) -> None:
    await laptop.create_client("Anna Berg")
    file = tmp_path / "2026-05-12 talk.txt"
    file.write_text("Coach: What would you like to work on today?\nAnna: I want to delegate the weekly report.\n")
    candidate = await laptop.imports.read(file)
    assert (candidate.client, candidate.date, candidate.dated) == ("Anna Berg", "2026-05-12", True)
    assert (candidate.lines, candidate.speakers) == (2, ("Coach", "Anna"))
    assert list(laptop.keys(ListQuery())) == []
    session = await laptop.imports.take(candidate, client_name=candidate.client)
    view = laptop.view(session)
    assert (view.client_name, view.date[:10], view.transcript_lines) == ("Anna Berg", "2026-05-12", 2)
    assert len(laptop.clients()) == 1


async def test_what_is_no_transcript_is_refused_and_makes_no_session(laptop: Desk, tmp_path: Path) -> None:
    file = tmp_path / "picture.txt"
    file.write_bytes(bytes(range(256)) * 40)
    with pytest.raises(Unreadable, match=r"picture\.txt"):
        await laptop.import_file(file)
    assert list(laptop.keys(ListQuery())) == []


async def test_a_summary_that_is_too_long_is_refused_and_the_old_one_stays(laptop: Desk) -> None:
    session = await made_session(laptop)
    with pytest.raises(Refused, match="256 KB"):
        await laptop.edit_summary(session, "ä" * 200_000)
    assert laptop.view(session).summary == TEXT


async def test_deleting_a_client_takes_its_sessions_along(online: Desk, elsewhere: Desk) -> None:
    session = await made_session(online)
    client = online.view(session).client
    assert client is not None
    assert (await online.until_synced(30)).synced
    await eventually(elsewhere, lambda: _has(elsewhere, session, TEXT))
    await online.delete_client(client)
    assert (await online.until_synced(30)).synced
    with pytest.raises(NotFound):
        online.view(session)

    def gone() -> bool:
        return elsewhere.key_of(session) is None

    await eventually(elsewhere, gone)


async def test_a_notice_of_damage_is_announced_to_whoever_listens_from_the_start(tmp_path: Path) -> None:
    settings = settings_of(tmp_path / "home", None)
    desk = open_desk(settings, SystemClock())
    await desk.start()
    await made_session(desk)
    await desk.close()
    (database,) = (tmp_path / "home").rglob("replica.db")
    content = bytearray(database.read_bytes())
    content[5000:9000] = b"\xff" * 4000
    database.write_bytes(content)
    again = open_desk(settings, SystemClock())
    heard: list[Event] = []
    again.subscribe(heard.append)
    await again.start()
    assert [event for event in heard if isinstance(event, Notice) and event.error]
    await made_session(again)
    await again.close()


async def test_a_corrected_line_is_the_transcript_at_once_and_the_summary_is_older(
    laptop: Desk, tmp_path: Path
) -> None:
    file = tmp_path / "talk.txt"
    file.write_text("Ruth: How was it?\nAnna: I met Tom on Monday.\n")
    session = await laptop.import_file(file, client_name="Anna")
    await laptop.edit_summary(session, "## Focus\nAnna met Tom on Monday.\nShe bought a boat.\n")
    assert not laptop.view(session).stale
    support = await laptop.support(session)
    assert [(found.statement, found.lines) for found in support] == [
        ("Anna met Tom on Monday.", (2, 2)),
        ("She bought a boat.", None),
    ]
    before = laptop.view(session).transcript
    await laptop.correct_line(session, 1, "Anna", "I met Tim on Tuesday.")
    view, transcript = laptop.view(session), await laptop.transcript(session)
    assert transcript is not None
    assert [line.text for line in transcript.lines] == ["How was it?", "I met Tim on Tuesday."]
    assert view.stale
    assert view.transcript != before
    async with asyncio.timeout(10):  # the index of words follows in slices of its own
        while len(laptop.keys(ListQuery(text="tuesday"))) != 1:  # noqa: ASYNC110  # nobody tells of it
            await asyncio.sleep(0.01)
    with pytest.raises(NotFound):
        await laptop.correct_line(session, 2, "Anna", "x")
    await laptop.edit_summary(session, "## Focus\nAnna met Tim on Tuesday.\n")
    assert not laptop.view(session).stale


async def test_a_held_deletion_is_not_sent_and_can_be_taken_back(online: Desk, elsewhere: Desk) -> None:
    session = await made_session(online)
    assert (await online.until_synced(30)).synced
    await eventually(elsewhere, lambda: elsewhere.key_of(session) is not None)
    deletion = await online.delete_session(session, held=True)
    assert online.key_of(session) is None
    other = await made_session(online)
    await eventually(elsewhere, lambda: elsewhere.key_of(other) is not None)
    assert [row.state for row in online.outbox()] == [State.QUEUED]
    await online.deleting.take_back(deletion)
    assert online.view(session).summary == TEXT
    assert (await online.until_synced(30)).synced
    assert elsewhere.view(session).summary == TEXT


@pytest.mark.parametrize("kind", ["session", "client"])
async def test_a_deletion_that_is_let_go_is_sent_and_can_be_taken_back_no_more(
    kind: str, online: Desk, elsewhere: Desk
) -> None:
    session = await made_session(online)
    assert (await online.until_synced(30)).synced
    await eventually(elsewhere, lambda: elsewhere.key_of(session) is not None)
    client = online.view(session).client
    assert client is not None
    if kind == "session":
        deletion = await online.delete_session(session, held=True)
    else:
        deletion = await online.delete_client(client, held=True)
    online.deleting.let_go(deletion)
    await eventually(elsewhere, lambda: elsewhere.key_of(session) is None)
    assert (await online.until_synced(30)).synced
    with pytest.raises(Refused, match="sent already"):
        await online.deleting.take_back(deletion)


async def test_a_held_client_is_taken_back_with_all_sessions(online: Desk) -> None:
    session = await made_session(online)
    client = online.view(session).client
    assert client is not None
    deletion = await online.delete_client(client, held=True)
    assert online.key_of(session) is None
    await online.deleting.take_back(deletion)
    assert online.view(session).client_name == "Anna Berg"
    assert (await online.until_synced(30)).synced


@pytest.mark.parametrize("kind", ["session", "client"])
@pytest.mark.parametrize("crashed", [False, True], ids=["let go", "crashed"])
async def test_what_is_only_on_this_laptop_is_taken_back_and_nothing_is_left_of_it_once_that_is_over(
    kind: str, crashed: bool, tmp_path: Path, platform: Platform
) -> None:
    desk = open_desk(settings_of(tmp_path / "kept", platform), SystemClock())
    await desk.start()
    client = await desk.create_client("Anna Berg", kept=True)
    session = await desk.create_session(client)
    await desk.edit_summary(session, TEXT)
    await desk.save_draft(session, "chat", "half a sentence")

    async def delete() -> str:
        if kind == "session":
            return await desk.delete_session(session, held=True)
        return await desk.delete_client(client, held=True)

    deletion = await delete()
    assert desk.key_of(session) is None
    await desk.deleting.take_back(deletion)
    assert desk.view(session).summary == TEXT
    assert desk.draft(session, "chat") == "half a sentence"
    deletion = await delete()
    if crashed:
        await desk.close()
        desk = open_desk(settings_of(tmp_path / "kept", platform), SystemClock())
        await desk.start()
    else:
        desk.deleting.let_go(deletion)
    await eventually(desk, lambda: session not in {row.session for row in desk.outbox()})
    assert desk.draft(session, "chat") == ""
    assert (client in {row.id for row in desk.clients()}) == (kind == "session")
    with pytest.raises(Refused):
        await desk.deleting.take_back(deletion)
    await desk.close()


async def test_an_import_that_is_undone_before_it_was_sent_leaves_nothing(laptop: Desk) -> None:
    known = await laptop.create_client("Anna Berg")
    session = await laptop.create_session(known)
    new = await laptop.create_client("Ben")
    made = [await laptop.create_session(client) for client in (known, new)]
    await laptop.deleting.unmake(made, (known, new))
    assert [row.id for row in laptop.rows(laptop.keys(ListQuery()))] == [session]
    assert [row.name for row in laptop.clients()] == ["Anna Berg"]
    assert {row.session for row in laptop.outbox()} == {session, None}


async def test_an_import_that_is_undone_after_it_was_sent_is_deleted_everywhere(online: Desk, elsewhere: Desk) -> None:
    client = await online.create_client("Ben")
    session = await online.create_session(client, title="By mistake")
    assert (await online.until_synced(30)).synced
    await eventually(elsewhere, lambda: elsewhere.key_of(session) is not None)
    await online.deleting.unmake((session,), (client,))
    await eventually(elsewhere, lambda: elsewhere.key_of(session) is None)
    assert client not in {row.id for row in online.clients()}
    assert (await online.until_synced(30)).synced


async def test_what_a_reply_left_unchanged_is_kept_with_it_whatever_follows(laptop: Desk) -> None:
    session = await made_session(laptop, Policy.NONE)
    await asked(laptop, session, "Remove the budget.")
    await asked(laptop, session, RENAME)
    replies = [message for message in laptop.view(session).messages if message.role is Role.ASSISTANT]
    assert [bool(reply.left) for reply in replies] == [True, False]
    assert replies[0].left[0][0] == "Remove the budget."


async def test_the_models_of_this_laptop_are_listed_and_one_is_chosen(laptop: Desk) -> None:
    here = await laptop.local_model.here()
    assert [model.chosen for model in here].count(True) == 1
    await laptop.local_model.use(here[0].name)
    assert (await laptop.local_model.here())[0].chosen
    with pytest.raises(NotFound):
        await laptop.local_model.use("no such model")


async def test_a_refused_edit_of_a_session_that_is_gone_is_known_by_its_first_words(
    tmp_path: Path, platform: Platform, elsewhere: Desk
) -> None:
    session = await made_session(elsewhere)
    assert (await elsewhere.until_synced(30)).synced
    settings = settings_of(tmp_path / "train", platform)
    desk = open_desk(settings, SystemClock())
    await desk.start()
    await eventually(desk, lambda: _has(desk, session, TEXT))
    await desk.close()
    desk = open_desk(settings, SystemClock())  # not started: nothing is sent
    await desk.edit_summary(session, TEXT.replace("Anna", "Hanna"))
    await elsewhere.delete_session(session)
    assert (await elsewhere.until_synced(30)).synced
    try:
        await desk.start()
        await eventually(desk, lambda: desk.status.parked == 1)
        (row,) = desk.outbox()
        assert (row.kind, row.state) == ("summary.revise", State.PARKED)
        assert row.session_title == "“Hanna wants to delegate.”"
    finally:
        await desk.close()
