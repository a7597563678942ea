"""This file holds row 25: a mutated model file is refused in a sentence or loaded, and the app lives."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from coachdesk.assistant.model import ModelProcess, starter_model
from coachdesk.errors import ModelFault


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.timeout(3000)
async def test_a_mutated_file_cannot_hurt_the_app(
    tmp_path: Path, rng: random.Random, count: Callable[[int], int], request: pytest.FixtureRequest
) -> None:
    nightly = request.config.getoption("--nightly")
    whole = starter_model().read_bytes()
    for round_number in range(count(1000 if nightly else 60)):
        mutant = bytearray(whole[: 4 << 20])
        for _change in range(rng.randint(1, 20)):
            mutant[rng.randrange(24, 4000)] = rng.randrange(256)
        path = tmp_path / f"{round_number}.gguf"
        path.write_bytes(bytes(mutant) + whole[4 << 20 :])
        model = ModelProcess(path, trusted=frozenset({sha256(path)}))
        told = ""
        try:
            await model.load()
        except ModelFault as fault:
            told = str(fault)
        finally:
            await model.close()
            path.unlink()
        assert path.name in told or told == ""


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
