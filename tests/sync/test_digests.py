"""This file makes laptop and platform differ: once, which repairs itself, and for good, which is told to the coach."""

from __future__ import annotations

import asyncio
from concurrent.futures import Future
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec
import pytest

from coachdesk.domain import protocol
from coachdesk.domain.clock import SystemClock
from coachdesk.domain.protocol import DigestReply
from coachdesk.storage.replica import Replica
from coachdesk.sync import engine
from coachdesk.sync.repairs import DIFFERS, FIRST_S, Repairs
from tests.faults.laptops import laptop
from tests.server.running import running
from tests.storage.edits import session_put

pytestmark = pytest.mark.logs("^coachdesk.sync.engine: digests differ")


@pytest.fixture
def repairs(monkeypatch: pytest.MonkeyPatch) -> list[Replica]:
    """The replicas that started over."""
    begun: list[Replica] = []
    forget = Replica.forget_platform

    def counted(self: Replica) -> Future[None]:
        begun.append(self)
        return forget(self)

    monkeypatch.setattr(Replica, "forget_platform", counted)
    return begun


def digests_never_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = protocol.answer

    def spoilt(body: Any, form: Any) -> Any:
        found = answer(body, form)
        return msgspec.structs.replace(found, hash="ab" * 32) if isinstance(found, DigestReply) else found

    monkeypatch.setattr(protocol, "answer", spoilt)


async def test_a_platform_that_never_agrees_is_pulled_from_whole_once_and_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, repairs: list[Replica]
) -> None:
    digests_never_agree(monkeypatch)
    monkeypatch.setattr(engine, "HEARTBEAT_S", 0.05)
    async with running(tmp_path) as platform, laptop(tmp_path / "one", platform.address, platform.token) as one:
        await one.add(session_put("s1", title="written before"))
        await one.until(lambda: one.engine.status.problem == DIFFERS)
        await one.add(session_put("s2", title="written meanwhile"))
        await one.until(lambda: not one.engine.status.pending)
        for _ in range(5):  # quiet moments, in each of which both are compared again
            await asyncio.sleep(0.06)
        assert len(repairs) == 1
        assert not one.engine.status.synced


async def test_the_sentence_goes_once_both_agree(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, repairs: list[Replica]
) -> None:
    monkeypatch.setattr(engine, "HEARTBEAT_S", 0.05)
    async with running(tmp_path) as platform, laptop(tmp_path / "one", platform.address, platform.token) as one:
        with monkeypatch.context() as spoilt:
            digests_never_agree(spoilt)
            await one.add(session_put("s1", title="written before"))
            await one.until(lambda: one.engine.status.problem == DIFFERS)
        await one.until_synced()
        assert one.engine.status.problem == ""
        assert len(repairs) == 1


class HandClock(SystemClock):
    now_s = 100.0

    def monotonic(self) -> float:
        return self.now_s


def test_a_repair_in_vain_is_tried_again_ever_later_and_after_one_that_helped_at_once() -> None:
    clock = HandClock()
    repairs = Repairs(clock)
    began: list[float] = []
    while len(began) < 4:
        if repairs.may_begin():
            began.append(clock.now_s)
        clock.now_s += 1.0
    assert [later - earlier for earlier, later in pairwise(began)] == [FIRST_S, 2 * FIRST_S, 4 * FIRST_S]
    assert not repairs.may_begin()
    assert (repairs.agreed(), repairs.agreed()) == (True, False)
    assert repairs.may_begin()
