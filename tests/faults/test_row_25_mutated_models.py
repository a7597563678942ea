"""This file holds row 25: a mutated model file is refused in a sentence or loaded, and the app lives."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from coachdesk.assistant.engine import Turn
from coachdesk.assistant.model import ModelProcess, starter_model
from coachdesk.assistant.model_file import Fingerprints
from coachdesk.errors import ModelFault
from tests.faults.memory_disk import folder_in_memory

HELLO = (Turn("user", "Say hello."),)
MAGIC_AND_VERSION = 24


class Mutable:
    """A copy of the starter model in memory, whose head is mutated in place: 98 MB are not written each time."""

    def __init__(self, path: Path) -> None:
        shutil.copyfile(starter_model(), path)
        self.path = path
        with path.open("rb") as file:
            self._head = file.read(4 << 20)
        words, table = self._head.index(b"tokenizer.ggml.tokens"), self._head.index(b"token_embd.weight")
        table_end = self._head.rindex(b".weight") + 40
        self._parts = {"keys": (MAGIC_AND_VERSION, words), "words": (words, table), "table": (table, table_end)}

    def mutate(self, rng: random.Random) -> str:
        """Put 1 to 20 other bytes into one part of the head; returns the part's name."""
        part, (first, last) = rng.choice(list(self._parts.items()))
        mutant = bytearray(self._head)
        for _change in range(rng.randint(1, 20)):
            mutant[rng.randrange(first, last)] = rng.randrange(256)
        with self.path.open("r+b") as file:
            file.write(mutant)
        return part


@pytest.fixture
def mutable() -> Iterator[Mutable]:
    folder = folder_in_memory("mutants")
    yield Mutable(folder / "mutant.gguf")
    shutil.rmtree(folder)


@pytest.mark.timeout(3600)
async def test_a_mutated_file_cannot_hurt_the_app(
    mutable: Mutable, rng: random.Random, count: Callable[[int], int]
) -> None:
    ends: Counter[str] = Counter()
    for _ in range(count(1000)):
        part = mutable.mutate(rng)
        fingerprints = Fingerprints()
        model = ModelProcess(
            mutable.path, trusted=frozenset({fingerprints.sha256(mutable.path)}), fingerprints=fingerprints
        )
        end, told = "refused", ""
        try:
            await model.load()
            end = "loaded, then ended"
            _said = [piece async for piece in model.generate(HELLO, max_tokens=3)]
            end = "spoke"
        except ModelFault as fault:
            told = str(fault)
        finally:
            await model.close()
        ends[f"{part}: {end}"] += 1
        helps = mutable.path.name in told or "started again" in told
        assert helps or end == "spoke", told
    print(*sorted(ends.items()))


async def test_a_mutant_that_nobody_trusts_is_never_given_to_the_process(tmp_path: Path, rng: random.Random) -> None:
    mutant = bytearray(starter_model().read_bytes())
    mutant[rng.randrange(24, 4000)] ^= 255
    path = tmp_path / "mutant.gguf"
    path.write_bytes(bytes(mutant))
    model = ModelProcess(path)
    with pytest.raises(ModelFault, match="was not loaded"):
        await model.load()
    assert model.pid is None
    await model.close()
