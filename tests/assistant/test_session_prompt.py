"""This file asks about sessions: what a model is given, what of its answers is shown, how soon it begins."""

from __future__ import annotations

import asyncio
import hashlib
import shutil
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from coachdesk.assistant.asking import ask_about
from coachdesk.assistant.engine import Turn
from coachdesk.assistant.model import ModelProcess, starter_model
from coachdesk.assistant.refining import RULES, refine
from coachdesk.assistant.session_prompt import session_beginning
from coachdesk.domain.session import Line, Transcript
from tests.assistant.conversations import PROMOTION

SUMMARY = "## Focus\nAnna prepares her promotion interview on 12 May.\n\n## Insights\n- She avoids asking Tom.\n"
LONG = Transcript(
    tuple(
        Line("Anna", f"On morning {n} I decided to plan the budget of team {n} because the old plan did not hold.")
        for n in range(900)
    )
)
UNANSWERED = "Which colour has her bicycle?"


class Kept(dict[str, bytes]):
    """A cache that forgets nothing."""

    def set(self, key: str, value: bytes) -> None:
        self[key] = value


def larger(folder: Path, states: Kept | None = None) -> ModelProcess:
    """Return the real starter model in the place of a larger one, as which it is asked freely."""
    file = folder / "larger.gguf"
    if not file.exists():
        shutil.copyfile(starter_model(), file)
    trusted = frozenset({hashlib.sha256(file.read_bytes()).hexdigest()})
    return ModelProcess(file, trusted=trusted, states=states)


@pytest.fixture
async def model(tmp_path: Path) -> AsyncIterator[ModelProcess]:
    process = larger(tmp_path)
    yield process
    await process.close()


class Saying:
    """An engine that says one sentence, to see what the checks let through."""

    name = "Larger"
    starter = False
    context = 8192

    def __init__(self, text: str) -> None:
        self.text = text
        self.asked: tuple[Turn, ...] = ()

    async def count(self, text: str) -> int:
        return len(text) // 4 + 1

    async def generate(
        self,
        turns: tuple[Turn, ...],
        *,
        max_tokens: int,
        grammar: str | None = None,
        temperature: float = 0.0,
        seed: int = 0,
    ) -> AsyncIterator[str]:
        self.asked = turns
        yield self.text


def unheard(_text: str) -> None:
    """Show nothing."""


async def test_the_beginning_holds_transcript_and_summary_and_never_the_question(model: ModelProcess) -> None:
    beginning = await session_beginning(SUMMARY, PROMOTION, model)
    assert beginning is not None
    assert beginning == await session_beginning(SUMMARY, PROMOTION, model)
    notes = beginning.turns[1].text
    assert all(line.text in notes for line in PROMOTION.lines)
    assert notes.endswith(SUMMARY.strip())
    assert beginning.coverage == 100


async def test_a_transcript_that_is_too_long_gives_its_best_parts_and_says_how_much(model: ModelProcess) -> None:
    beginning = await session_beginning(SUMMARY, LONG, model)
    assert beginning is not None
    tokens = sum([await model.count(turn.text) for turn in beginning.turns])
    assert 0.5 * model.context < tokens < model.context - 900
    assert 10 < beginning.coverage < 90
    answered = await ask_about(SUMMARY, LONG, (), UNANSWERED, Saying("Anna avoids asking Tom."), unheard)
    assert "% of the transcript" in answered.reply


async def test_a_summary_that_fills_the_model_is_not_cut_but_said_to_be_too_long(model: ModelProcess) -> None:
    engine = Saying("Yes.")
    long = "- Anna said that she would call Tom.\n" * 2000
    assert await session_beginning(long, None, engine) is None
    refined = await refine(long, None, (), UNANSWERED, engine=engine)
    assert engine.asked == ()
    assert refined.summary == long
    assert any("too long" in rejection.reason for rejection in refined.rejected)


async def test_a_model_answers_what_the_rules_do_not_find_and_the_coach_reads_who_says_so() -> None:
    engine = Saying("Anna avoids asking Tom for feedback.")
    refined = await refine(SUMMARY, PROMOTION, (), UNANSWERED, engine=engine)
    assert refined.summary == SUMMARY
    assert refined.reply.startswith("Anna avoids asking Tom for feedback.")
    assert "Larger" in refined.reply
    assert "please check" in refined.reply
    assert refined.engine == "Larger"
    assert engine.asked[-1] == Turn("user", UNANSWERED.rstrip("?")) or engine.asked[-1].text.startswith("Which colour")


@pytest.mark.parametrize(
    "invented",
    [
        "Anna rides a red bicycle with Gregor.",
        "Her bicycle was bought on 3 April.",
        "It cost 450 euros.",
        "NOT IN THE NOTES",
        "",
        "Anna rides",
    ],
)
async def test_an_answer_with_what_the_notes_do_not_hold_is_not_shown(invented: str) -> None:
    refined = await refine(SUMMARY, PROMOTION, (), UNANSWERED, engine=Saying(invented))
    assert refined.reply.startswith("That is not in the summary")
    assert refined.summary == SUMMARY
    assert refined.engine == RULES
    assert not invented or invented not in refined.reply


async def test_what_the_rules_can_answer_is_asked_of_no_model() -> None:
    engine = Saying("Anna avoids asking Tom.")
    refined = await refine(SUMMARY, PROMOTION, (), "When is the interview?", engine=engine)
    assert "12 May" in refined.reply
    assert engine.asked == ()


async def test_a_real_model_answers_within_the_notes_or_not_at_all(model: ModelProcess) -> None:
    refined = await refine(SUMMARY, PROMOTION, (), UNANSWERED, engine=model)
    assert refined.summary == SUMMARY
    assert refined.reply.startswith("That is not in the summary") or "please check" in refined.reply
    assert model.last.prompt > 200 or model.last.tokens == 0


async def test_a_prepared_session_begins_to_answer_in_a_tenth_of_the_time_after_a_restart(tmp_path: Path) -> None:
    states = Kept()
    middle = Transcript(LONG.lines[:35])

    async def first_token_s(process: ModelProcess) -> float:
        beginning = await session_beginning(SUMMARY, middle, process)
        assert beginning is not None
        await process.load()
        began = time.monotonic()
        speaking = process.generate((*beginning.turns, Turn("user", UNANSWERED)), max_tokens=8)
        await anext(speaking)
        passed = time.monotonic() - began
        await speaking.aclose()  # type: ignore[attr-defined]
        return passed

    cold_process = larger(tmp_path)
    cold_s = await first_token_s(cold_process)
    await cold_process.close()
    preparing = larger(tmp_path, states)
    beginning = await session_beginning(SUMMARY, middle, preparing)
    assert beginning is not None
    await preparing.prepare(beginning.turns)
    await preparing.close()
    restarted = larger(tmp_path, states)
    warm_s = await first_token_s(restarted)
    await restarted.close()
    print(f"first token cold {cold_s:.2f} s, prepared {warm_s:.2f} s, ratio {warm_s / cold_s:.3f}")
    # The goal is 0.1; other work on the machine may fall on either side.
    assert warm_s < 0.3 * cold_s


async def test_a_stopped_preparation_leaves_the_model_free_at_once(tmp_path: Path) -> None:
    process = larger(tmp_path, Kept())
    await process.load()
    beginning = await session_beginning(SUMMARY, LONG, process)
    assert beginning is not None
    preparing = asyncio.ensure_future(process.prepare(beginning.turns))
    await process.count("By the time this is counted the reading has begun.")
    began = time.monotonic()
    preparing.cancel()
    await asyncio.gather(preparing, return_exceptions=True)
    assert time.monotonic() - began < 0.2
    said = [piece async for piece in process.generate((Turn("user", "Say hello."),), max_tokens=4)]
    assert said
    assert time.monotonic() - began < 3
    await process.close()
