"""This file tells hung from busy, on a loop whose time the test turns by hand."""

from __future__ import annotations

import asyncio

import pytest

from coachdesk.assistant.model_watch import Watch


class Turned:
    """Stands in for the loop's timers: `turn` lets the given seconds pass."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._pending: list[tuple[float, object]] = []
        monkeypatch.setattr(asyncio.get_running_loop(), "call_later", self._call_later)

    def _call_later(self, delay: float, call: object) -> asyncio.TimerHandle:
        handle = asyncio.TimerHandle(delay, call, (), asyncio.get_running_loop())  # type: ignore[arg-type]
        self._pending.append((delay, handle))
        return handle

    def turn(self, seconds: float) -> None:
        while seconds > 0 and self._pending:
            delay, handle = self._pending.pop(0)
            assert isinstance(handle, asyncio.TimerHandle)
            seconds -= delay
            if not handle.cancelled():
                handle._run()


async def test_silence_at_work_is_a_hang_and_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    turned, hung = Turned(monkeypatch), []
    watch = Watch(lambda: hung.append(1), silent_s=1.5)
    watch.heard()
    watch.expect(busy=True)
    turned.turn(1.25)
    assert hung == []
    turned.turn(5)
    assert hung == [1]


async def test_beats_keep_it_alive_until_it_stands_still(monkeypatch: pytest.MonkeyPatch) -> None:
    turned, hung = Turned(monkeypatch), []
    watch = Watch(lambda: hung.append(1), silent_s=1.5, stuck_s=10)
    watch.expect(busy=True)
    for steps in range(40):
        watch.heard(steps)
        turned.turn(1)
    assert hung == []
    for _second in range(8):
        watch.heard(39)
        turned.turn(1)
    assert hung == []
    watch.heard(39)
    turned.turn(1)
    assert hung == [1]


async def test_nothing_is_counted_while_nothing_is_awaited(monkeypatch: pytest.MonkeyPatch) -> None:
    turned, hung = Turned(monkeypatch), []
    watch = Watch(lambda: hung.append(1), silent_s=1.5)
    watch.heard()
    watch.expect(busy=True)
    turned.turn(1)
    watch.expect(busy=False)
    turned.turn(10)
    watch.expect(busy=True)
    turned.turn(1.25)
    assert hung == []
    watch.expect(busy=False)


async def test_a_start_may_take_longer_than_a_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    turned, hung = Turned(monkeypatch), []
    watch = Watch(lambda: hung.append(1), silent_s=1.5, start_s=30)
    watch.expect(busy=True)
    turned.turn(29)
    assert hung == []
    turned.turn(2)
    assert hung == [1]
