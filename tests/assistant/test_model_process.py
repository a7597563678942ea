"""This file drives the real model process: what it says, how it stops, dies, hangs and comes back."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from coachdesk.assistant.engine import Engine, Turn
from coachdesk.assistant.idle_watch import Idle
from coachdesk.assistant.model import ContextFull, ModelProcess, starter_model
from coachdesk.errors import ModelFault, OurFault

HELLO = (Turn("user", "Say hello to Anna."),)
STORY = (Turn("user", "Tell a long story about a train."),)
LONG = (Turn("user", "The client said she would call her manager on Tuesday about the budget. " * 150),)


@pytest.fixture
async def model() -> AsyncIterator[ModelProcess]:
    process = ModelProcess(starter_model())
    yield process
    await process.close()


async def answer(model: Engine, turns: tuple[Turn, ...] = HELLO, max_tokens: int = 12, **options: object) -> str:
    return "".join([piece async for piece in model.generate(turns, max_tokens=max_tokens, **options)])  # type: ignore[arg-type]


async def until(condition: Callable[[], bool], seconds: float = 10) -> None:
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110 - another process sets it
            await asyncio.sleep(0.01)


def gone(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0] == "Z"
    except FileNotFoundError:
        return True


async def test_nothing_is_started_before_the_first_use(model: ModelProcess) -> None:
    assert (model.pid, model.loaded) == (None, False)
    assert (model.name, model.starter, model.context) == ("SmolLM2-135M", True, 8192)


async def test_the_starter_answers_and_says_the_same_again(model: ModelProcess) -> None:
    once = await answer(model)
    assert "Anna" in once
    assert await answer(model) == once
    assert model.last.reused == model.last.prompt - 1


async def test_a_follow_up_reads_only_what_is_new(model: ModelProcess) -> None:
    first = await answer(model)
    before = model.last.prompt
    await answer(model, (*HELLO, Turn("assistant", first), Turn("user", "Now to Ben.")))
    assert model.last.reused >= before
    assert model.last.prompt > before


async def test_a_seed_repeats_what_chance_said(model: ModelProcess) -> None:
    said = [await answer(model, STORY, 20, temperature=1.0, seed=seed) for seed in (1, 1, 2)]
    assert said[0] == said[1] != said[2]


async def test_a_grammar_decides_what_can_be_said(model: ModelProcess) -> None:
    assert await answer(model, grammar='root ::= "yes" | "no"') in ("yes", "no")
    assert (await answer(model, grammar="root ::= [0-9] [0-9] [0-9]")).isdigit()


async def test_no_piece_ends_within_a_character(model: ModelProcess) -> None:
    text = "é漢字 🙂👩🏽‍🏫 مرحبا Größe"
    pieces = [piece async for piece in model.generate(HELLO, max_tokens=80, grammar=f'root ::= "{text}"')]
    assert "".join(pieces) == text
    assert all(piece.encode().decode() for piece in pieces)


async def test_a_character_that_was_cut_off_is_left_out(model: ModelProcess) -> None:
    said = await answer(model, max_tokens=1, grammar='root ::= "🙂"')
    assert said == ""


async def test_a_grammar_that_cannot_be_read_is_our_fault(model: ModelProcess) -> None:
    with pytest.raises(OurFault):
        await answer(model, grammar="root ::= (")
    assert await answer(model)


async def test_too_long_a_prompt_is_refused_with_its_figures(model: ModelProcess) -> None:
    with pytest.raises(ContextFull) as caught:
        await answer(model, (Turn("user", "tree " * 9000),))
    assert caught.value.context == 8192
    assert caught.value.prompt > 9000
    with pytest.raises(ContextFull):
        await answer(model, max_tokens=8192)
    assert await answer(model)


async def test_tokens_are_counted_during_a_generation(model: ModelProcess) -> None:
    pieces = model.generate(STORY, max_tokens=400)
    await anext(pieces)
    assert await model.count("hello there") == 2
    await pieces.aclose()  # type: ignore[attr-defined]


async def test_a_stop_in_a_prefill_frees_the_caller_at_once(model: ModelProcess) -> None:
    await model.load()
    reading = asyncio.ensure_future(anext(model.generate(LONG, max_tokens=5)))
    await asyncio.sleep(0.3)
    assert not reading.done(), "the prefill was too fast to be stopped"
    began = time.monotonic()
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    assert time.monotonic() - began < 0.2
    pid = model.pid
    assert await answer(model)
    assert time.monotonic() - began < 5
    assert model.pid == pid


async def test_a_stop_while_it_speaks_frees_the_caller_at_once(model: ModelProcess) -> None:
    pieces = model.generate(STORY, max_tokens=2000)
    await anext(pieces)
    began = time.monotonic()
    await pieces.aclose()  # type: ignore[attr-defined]
    assert time.monotonic() - began < 0.2
    pid = model.pid
    assert "Anna" in await answer(model)
    assert model.pid == pid


async def test_generations_wait_for_one_another_in_order(model: ModelProcess) -> None:
    said: list[int] = []

    async def one(number: int) -> None:
        async for _piece in model.generate(HELLO, max_tokens=4):
            said.append(number)  # noqa: PERF401 - one by one is what is tested

    await asyncio.gather(*(one(number) for number in range(3)))
    assert said == sorted(said)


async def test_a_generation_that_had_not_yet_spoken_begins_again_by_itself(model: ModelProcess) -> None:
    await model.load()
    pid = model.pid
    assert pid is not None
    reading = asyncio.ensure_future(answer(model, (Turn("user", "Say yes. " * 100),), 3))
    await asyncio.sleep(0.1)
    os.kill(pid, signal.SIGKILL)
    assert await reading
    assert model.pid != pid


async def test_a_process_that_dies_idle_is_not_missed(model: ModelProcess) -> None:
    await model.load()
    assert model.pid is not None
    os.kill(model.pid, signal.SIGKILL)
    assert await answer(model)


async def test_an_idle_model_gives_its_memory_back() -> None:
    model = ModelProcess(starter_model(), idle=Idle(after_s=0.1))
    await model.load()
    pid = model.pid
    assert pid is not None
    await until(lambda: model.pid is None and gone(pid))
    assert await answer(model)
    await model.close()


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
async def test_an_idle_process_gives_its_memory_back_when_that_is_short_and_comes_back_when_it_is_used() -> None:
    free = 8 << 30
    model = ModelProcess(starter_model(), idle=Idle(after_s=60, look_s=0.05, available=lambda: free))
    assert await answer(model)
    pid = model.pid
    assert pid is not None
    looks = asyncio.get_running_loop().time() + 0.3
    await until(lambda: asyncio.get_running_loop().time() > looks)
    assert model.loaded
    free = 100 << 20
    await until(lambda: model.pid is None and gone(pid))
    assert await answer(model)
    await model.close()


async def test_a_model_at_work_is_not_ended_because_memory_is_short() -> None:
    model = ModelProcess(starter_model(), idle=Idle(after_s=60, look_s=0.01, available=lambda: 0))
    assert len([piece async for piece in model.generate(STORY, max_tokens=30)]) > 10
    await until(lambda: model.pid is None)
    await model.close()


async def test_closing_ends_the_process_within_a_second_even_when_it_hangs(model: ModelProcess) -> None:
    await model.load()
    pid = model.pid
    assert pid is not None
    os.kill(pid, signal.SIGSTOP)
    began = time.monotonic()
    await model.close()
    assert time.monotonic() - began < 1
    assert gone(pid)


async def test_closing_in_the_middle_tells_the_one_who_waits(model: ModelProcess) -> None:
    pieces = model.generate(STORY, max_tokens=2000)
    await anext(pieces)
    await model.close()
    with pytest.raises(ModelFault, match="closed"):
        async for _piece in pieces:
            pass
    with pytest.raises(ModelFault):
        await model.load()


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
async def test_the_process_leaves_no_core_and_has_a_limit_of_memory(model: ModelProcess) -> None:
    await model.load()
    limits = await asyncio.to_thread(Path(f"/proc/{model.pid}/limits").read_text)
    rows = {line[:26].strip(): line[26:].split() for line in limits.splitlines()}
    assert rows["Max core file size"][:2] == ["0", "0"]
    assert int(rows["Max address space"][0]) < 8 << 30


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
async def test_a_killed_parent_leaves_no_orphan(tmp_path: Path) -> None:
    script = (
        "import asyncio\n"
        "from coachdesk.assistant.model import ModelProcess, starter_model\n"
        "async def main():\n"
        "    model = ModelProcess(starter_model())\n"
        "    await model.load()\n"
        "    print(model.pid, flush=True)\n"
        "    await asyncio.sleep(60)\n"
        "asyncio.run(main())\n"
    )
    parent = await asyncio.create_subprocess_exec(sys.executable, "-c", script, stdout=subprocess.PIPE)
    assert parent.stdout is not None
    child = int(await asyncio.wait_for(parent.stdout.readline(), 30))
    parent.kill()
    await parent.wait()
    await until(lambda: gone(child))


async def test_what_was_read_ahead_is_remembered_after_a_restart() -> None:
    kept: dict[str, bytes] = {}

    class Shelf:
        def get(self, key: str) -> bytes | None:
            return kept.get(key)

        def set(self, key: str, value: bytes) -> None:
            kept[key] = value

    model = ModelProcess(starter_model(), states=Shelf())
    system = Turn("system", "You help a coach. " + "Her client called the manager on Tuesday. " * 12)
    await model.prepare((system,))
    assert len(kept) == 1
    assert "Tuesday" not in next(iter(kept))
    await model.unload()
    plain = await answer(model, (system, *HELLO))
    assert model.last.reused > 100
    await model.close()

    fresh = ModelProcess(starter_model())
    assert await answer(fresh, (system, *HELLO)) == plain
    assert fresh.last.reused == 0
    await fresh.close()
