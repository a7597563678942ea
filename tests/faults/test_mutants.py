"""This file takes the controls out one by one, and sees that the tests of the rows would notice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from coachdesk.sync import engine
from tests.faults.mutants import MUTANTS, Mutant, while_an_edit_is_on_its_way, with_a_replica_that_differs


@pytest.mark.logs("^coachdesk.sync.engine: digests differ")
async def test_a_replica_that_differs_from_the_platform_is_repaired_before_synced_is_said(tmp_path: Path) -> None:
    await with_a_replica_that_differs(tmp_path)


async def test_an_edit_made_while_the_one_before_is_on_its_way_arrives_too(tmp_path: Path) -> None:
    await while_an_edit_is_on_its_way(tmp_path)


@pytest.mark.logs(".*")
@pytest.mark.leaves("threads", "tasks", "sockets", reason="a scenario that fails in the middle leaves them")
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
async def test_a_control_that_is_taken_out_is_missed(
    mutant: Mutant, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "ANSWER_S", 0.3)
    mutant.patch(monkeypatch)
    # Whatever a scenario raises when a control is missing; pytest's own Failed is a BaseException.
    with pytest.raises(BaseException) as noticed:  # noqa: PT011  # what it says is looked at below
        await mutant.scenario(tmp_path)
    assert not isinstance(noticed.value, KeyboardInterrupt | SystemExit)
    assert re.search(mutant.notices, "\n".join(sayings(noticed.value)), re.DOTALL)


def sayings(fault: BaseException) -> Iterator[str]:
    """Yield what a fault says: itself, its notes, and those within it where it is a group."""
    yield str(fault)
    yield from getattr(fault, "__notes__", ())
    if isinstance(fault, BaseExceptionGroup):
        for inner in fault.exceptions:
            yield from sayings(inner)
