"""This file sits at the desk with the model on this laptop: read ahead, replaced, asked again, held to a selection."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path

import pytest

from coachdesk.assistant.catalogue import Known, Models, catalogue
from coachdesk.assistant.engine import Turn
from coachdesk.assistant.model import ModelProcess, starter_model
from coachdesk.assistant.session_prompt import session_beginning
from coachdesk.desk.desk import Desk
from coachdesk.desk.local_model import LocalModel, ModelChoice
from coachdesk.desk.opening import open_desk
from coachdesk.desk.preparing import Pace, Preparing
from coachdesk.desk.views import Event, Notice
from coachdesk.domain.clock import SystemClock
from coachdesk.domain.session import Policy, Role
from coachdesk.errors import MemoryShort, NotFound, Refused
from coachdesk.settings import Settings
from coachdesk.sync.status import SyncStatus

TEXT = "## Focus\nAnna wants to delegate.\n\n## Insights\n- She asks Tom.\n- Tom is ready.\n"
LARGER = next(known for known in catalogue() if known.name == "qwen2.5-0.5b")
QUESTION = "Which colour has her bicycle?"


def larger_model(home: Path) -> Settings:
    """Return settings whose chosen model is the starter's file in the place of a larger one."""
    settings = Settings(home=home, passphrase="a passphrase")
    models = Models(settings)
    shutil.copyfile(starter_model(), models.folder() / LARGER.file)
    models.use(LARGER.name)
    return settings


@pytest.fixture
def busy() -> list[bool]:
    return [False]


@pytest.fixture
async def desk(tmp_path: Path, busy: list[bool]) -> AsyncIterator[Desk]:
    """A laptop without a platform, with a model larger than the starter."""
    pace = Pace(quiet_s=0.05, look_s=0.02, busy=lambda: busy[0])
    desk = open_desk(larger_model(tmp_path / "laptop"), SystemClock(), pace=pace)
    await desk.start()
    yield desk
    await desk.close()


@pytest.fixture
async def small(tmp_path: Path) -> AsyncIterator[Desk]:
    """A laptop without a platform, with the starter model."""
    desk = open_desk(
        Settings(home=tmp_path / "small", passphrase="a passphrase"),
        SystemClock(),
        pace=Pace(quiet_s=0, busy=lambda: False),
    )
    await desk.start()
    yield desk
    await desk.close()


async def until(condition: Callable[[], object], deadline_s: float = 60.0) -> None:
    async with asyncio.timeout(deadline_s):
        while not condition():  # noqa: ASYNC110 - another process sets it
            await asyncio.sleep(0.01)


def model_of(desk: Desk) -> ModelProcess:
    return desk._model.engine()


def reading(desk: Desk) -> bool:
    return desk._preparing.working


async def made_session(desk: Desk, policy: Policy = Policy.PLATFORM, text: str = TEXT) -> str:
    client = await desk.create_client("Anna Berg", policy=policy)
    session = await desk.create_session(client, title="Delegating", date="2026-05-12")
    await desk.edit_summary(session, text)
    return session


async def asked(desk: Desk, session: str, text: str, selection: str | None = None) -> str:
    message = await desk.send(session, text, selection=selection)
    await desk.reply_written(session)
    return message


def proposed(desk: Desk, session: str) -> str:
    proposal = desk.view(session).proposal
    return proposal.text if proposal else ""


async def test_a_session_opened_offline_is_read_ahead_and_its_question_reads_only_what_is_new(desk: Desk) -> None:
    session = await made_session(desk)
    desk.opened(session)
    await until(lambda: not reading(desk))
    model = model_of(desk)
    assert model.loaded
    beginning = await session_beginning(TEXT, None, model)
    assert beginning is not None
    pieces = [piece async for piece in model.generate((*beginning.turns, Turn("user", QUESTION)), max_tokens=1)]
    assert pieces
    assert 0 < model.last.prompt - model.last.reused < 40


async def test_what_was_read_ahead_is_kept_encrypted_apart_from_the_cache(desk: Desk, tmp_path: Path) -> None:
    session = await made_session(desk)
    desk.opened(session)
    await until(lambda: not reading(desk))
    (folder,) = (tmp_path / "laptop" / "replicas").glob("*/states")
    kept = [file.read_bytes() for file in folder.rglob("*") if file.is_file()]
    assert sum(map(len, kept)) > 1_000_000
    assert not any(b"delegate" in content for content in kept)


async def test_nothing_is_loaded_for_the_starter_or_for_a_client_whose_policy_allows_no_model(
    desk: Desk, small: Desk
) -> None:
    session = await made_session(small)
    small.opened(session)
    await until(lambda: not reading(small))
    assert model_of(small).pid is None
    closed = await made_session(desk, Policy.NONE)
    desk.opened(closed)
    assert not reading(desk)
    assert model_of(desk).pid is None


async def test_reading_ahead_gives_way_to_a_message_and_goes_on_after_the_reply(desk: Desk) -> None:
    session = await made_session(desk, text=TEXT + "- She told Tom about the plan of the team.\n" * 150)
    desk.opened(session)
    await until(lambda: model_of(desk).loaded)
    assert reading(desk)
    message = await desk.send(session, "Rename Anna to Anne.")
    assert not reading(desk)
    await desk.reply_written(session)
    assert any(found.reply_to == message for found in desk.view(session).messages)
    await until(lambda: reading(desk))


async def test_a_busy_machine_is_left_alone(desk: Desk, busy: list[bool]) -> None:
    session = await made_session(desk, text=TEXT + "- She told Tom about the plan of the team.\n" * 150)
    busy[0] = True
    desk.opened(session)
    looks = asyncio.get_running_loop().time() + 0.4
    await until(lambda: asyncio.get_running_loop().time() > looks)
    assert reading(desk)
    assert model_of(desk).pid is None
    busy[0] = False
    await until(lambda: model_of(desk).in_use)
    busy[0] = True
    await until(lambda: not model_of(desk).in_use)
    busy[0] = False
    await until(lambda: model_of(desk).in_use)


async def test_opening_another_session_leaves_the_first(desk: Desk) -> None:
    first = await made_session(desk, text=TEXT + "- She told Tom about the plan of the team.\n" * 150)
    second = await made_session(desk)
    desk.opened(first)
    await until(lambda: model_of(desk).in_use)
    desk.opened(second)
    await until(lambda: not reading(desk))
    beginning = await session_beginning(TEXT, None, model_of(desk))
    assert beginning is not None
    assert [piece async for piece in model_of(desk).generate(beginning.turns, max_tokens=1)]
    assert model_of(desk).last.reused > 100


async def test_a_policy_that_is_tightened_before_reading_begins_is_held_to(desk: Desk, busy: list[bool]) -> None:
    session = await made_session(desk)
    client = desk.view(session).client
    assert client is not None
    busy[0] = True
    desk.opened(session)
    await asyncio.sleep(0.1)  # past the quiet, into the wait for the machine
    assert reading(desk)
    await desk.edit_client(client, policy=Policy.NONE)
    busy[0] = False
    await until(lambda: not reading(desk))
    assert not model_of(desk).in_use
    assert not model_of(desk).loaded


class Connected:
    """What reading ahead sees of the sync engine."""

    def __init__(self) -> None:
        self.status = SyncStatus("https://platform.example", online=True)

    def become(self, preparing: Preparing, **changes: object) -> None:
        self.status = replace(self.status, **changes)  # type: ignore[arg-type]  # fields of SyncStatus
        preparing.status_changed(self.status)


async def test_reading_ahead_waits_for_the_platform_to_go_and_gives_way_to_what_is_sent(desk: Desk) -> None:
    async def no_transcript(_session: str) -> None:
        return None

    sync = Connected()
    pace = Pace(quiet_s=30, look_s=0.02, busy=lambda: False)
    preparing = Preparing(desk._reading, desk._model, sync, no_transcript, pace)  # type: ignore[arg-type]

    def working() -> bool:
        return preparing.working

    usual, local = await made_session(desk), await made_session(desk, Policy.LOCAL)
    preparing.opened(usual)
    assert not working()
    sync.become(preparing, online=False)
    assert working()
    sync.become(preparing, online=True)
    assert not working()
    preparing.opened(local)
    assert working()
    sync.become(preparing, pending=2, parked=1)
    assert not working()
    sync.become(preparing, pending=1)
    preparing.opened(local)
    assert working()
    await preparing.close()
    assert not working()


async def test_asking_again_takes_the_place_of_the_proposal_it_led_to_and_leaves_earlier_ones(small: Desk) -> None:
    session = await made_session(small)
    await asked(small, session, "Rename Anna to Anne.")
    question = await asked(small, session, "Add an insight: she sleeps well.")
    once = proposed(small, session)
    assert once.count("sleeps well") == 1
    again = await small.ask_again(session, question)
    await small.reply_written(session)
    assert again != question
    assert proposed(small, session) == once
    assert "Anne" in once
    contents = [message.content for message in small.view(session).messages if message.role is Role.USER]
    assert contents[-1] == contents[-2]


async def test_a_reply_can_be_pointed_at_to_ask_its_question_again(small: Desk) -> None:
    session = await made_session(small)
    question = await asked(small, session, "Rename Tom to Tim.")
    reply = next(message for message in small.view(session).messages if message.reply_to == question)
    await small.ask_again(session, reply.id)
    await small.reply_written(session)
    assert proposed(small, session) == TEXT.replace("Tom", "Tim")
    with pytest.raises(NotFound):
        await small.ask_again(session, "no such message")


async def test_the_platform_cannot_be_asked_the_same_without_one(small: Desk) -> None:
    session = await made_session(small)
    question = await asked(small, session, "Rename Tom to Tim.")
    with pytest.raises(Refused, match="platform"):
        await small.ask_again(session, question, "platform")
    assert proposed(small, session) == TEXT.replace("Tom", "Tim")


async def test_a_selection_alone_is_changed_when_asked_again_too(small: Desk) -> None:
    session = await made_session(small)
    question = await asked(small, session, "Rename Tom to Tim.", selection="She asks Tom.")
    wanted = TEXT.replace("asks Tom", "asks Tim")
    assert proposed(small, session) == wanted
    await small.ask_again(session, question)
    await small.reply_written(session)
    assert proposed(small, session) == wanted


async def test_the_starter_rewords_only_what_was_selected(small: Desk) -> None:
    text = TEXT + "- She was angry because the plan was bad.\n- He was angry because the plan was bad.\n"
    session = await made_session(small, text=text)
    await asked(small, session, "Make this more formal.", selection="- She was angry because the plan was bad.")
    left = proposed(small, session) or text
    assert left.endswith("- He was angry because the plan was bad.\n")
    assert left.startswith(TEXT)


async def test_a_model_without_room_gives_way_to_a_smaller_one_and_the_coach_reads_both_names(tmp_path: Path) -> None:
    large = tmp_path / next(known.file for known in catalogue() if known.name == "qwen3-4b")
    room = [False]
    said: list[str] = []
    model = LocalModel(choice_of(large, lambda _file: room[0]))
    model.on_replaced(said.append)
    assert model.engine().starter
    assert model.engine().starter
    assert len(said) == 1
    assert "Qwen3-4B" in said[0]
    assert "SmolLM2-135M" in said[0]
    room[0] = True
    assert model.engine().name == "Qwen3-4B"
    await model.close()


async def test_a_model_that_fails_to_load_for_memory_is_not_tried_again(tmp_path: Path) -> None:
    large = tmp_path / next(known.file for known in catalogue() if known.name == "qwen3-4b")
    said: list[str] = []
    model = LocalModel(choice_of(large, lambda _file: True))
    model.on_replaced(said.append)
    first = model.engine()
    second = model.smaller_than(first, MemoryShort("too short"))
    assert second.starter
    assert model.engine() is second
    assert len(said) == 1
    with pytest.raises(MemoryShort):
        model.smaller_than(second, MemoryShort("too short"))
    await model.close()


async def test_a_reply_that_found_no_memory_is_written_with_a_smaller_model_and_both_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def limit(_size: int, known: Known | None) -> int:
        return (60 << 20) if known == LARGER else (4 << 30)

    monkeypatch.setattr("coachdesk.assistant.model.memory_limit", limit)
    desk = open_desk(larger_model(tmp_path / "laptop"), SystemClock())
    await desk.start()
    heard: list[Event] = []
    desk.subscribe(heard.append)
    session = await made_session(desk)
    question = await asked(desk, session, QUESTION)
    assert any(
        message.reply_to == question and message.role is Role.ASSISTANT for message in desk.view(session).messages
    )
    told = [event.text for event in heard if isinstance(event, Notice)]
    await desk.close()
    assert len(told) == 1
    assert LARGER.title in told[0]
    assert "SmolLM2-135M" in told[0]


def choice_of(chosen: Path, fits: Callable[[Path], bool]) -> ModelChoice:
    from coachdesk.assistant.fitting import title_of

    def smaller(file: Path) -> Path | None:
        return starter_model() if file != starter_model() else None

    return ModelChoice(lambda: chosen, ModelProcess, fits, smaller, title_of)
