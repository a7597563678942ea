"""This file plays random edits, losses and restarts against a platform in memory, with a real database."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings, strategies
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from coachdesk.domain.operation import State
from coachdesk.domain.protocol import Operation, Result, SummaryRevise
from coachdesk.storage.overlay import operation_of
from coachdesk.storage.replica import Replica
from tests.storage.edits import KEY, TestClock, ask, client_put, revise, say, session_put, text_of
from tests.storage.platform_model import Platform

SESSIONS = ("s0", "s1", "s2")
CLIENTS = ("c0", "c1")


class OutboxMachine(RuleBasedStateMachine):
    """A laptop whose connection loses, doubles and delays, and whose process stops at any moment between two writes."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="coachdesk-machine-"))
        self.clock = TestClock()
        self.replica = self.reopened()
        self.platform = Platform()
        self.wanted: dict[str, int] = {}
        self.flying: list[tuple[Operation, ...]] = []
        self.answers: list[list[Result]] = []
        self.highest = 0
        self.seen = 0

    def reopened(self) -> Replica:
        return Replica.open(self.folder, KEY, self.clock, index_when_idle=False)

    def teardown(self) -> None:
        try:
            self.drain()
        finally:
            self.replica.close()
            shutil.rmtree(self.folder)

    @initialize()
    def sessions(self) -> None:
        self.add(*(session_put(session, title=session) for session in SESSIONS))

    def add(self, *operations: Operation) -> None:
        for stored in self.replica.outbox.add(*operations).result(10):
            assert stored.number > self.highest or stored.id in self.wanted, "a number was used again"
            self.highest = max(self.highest, stored.number)
            self.wanted[stored.id] = stored.number

    @rule(session=strategies.sampled_from(SESSIONS))
    def speak(self, session: str) -> None:
        self.add(say(session, "words"))

    @rule(session=strategies.sampled_from(SESSIONS), origin=strategies.sampled_from(("coach", "local:m")))
    def edit_the_summary(self, session: str, origin: str) -> None:
        shown = self.replica.session(session)
        head = shown.session.head if shown else None
        text = f"- text {len(self.wanted)} {self.highest}\n"
        self.add(revise(session, text, (head,) if head else (), origin=origin))
        assert text_of(self.replica, session) == text

    @rule(session=strategies.sampled_from(SESSIONS), client=strategies.sampled_from(CLIENTS))
    def file_under_a_client(self, session: str, client: str) -> None:
        self.add(client_put(client, name=f"name {self.highest}"), session_put(session, client=client))

    @rule(session=strategies.sampled_from(SESSIONS))
    def ask_the_platform(self, session: str) -> None:
        self.add(ask(session, "shorter"))

    @rule(most=strategies.integers(1, 6), count=strategies.integers(1, 3))
    def send(self, most: int, count: int) -> None:
        busy = {operation.session for batch in self.flying for operation in batch}
        for outgoing in self.replica.outbox.next_batches(busy, most, 1 << 20, count).result(10):
            batch = tuple(operation_of(one.body) for one in outgoing)
            assert batch
            assert busy.isdisjoint(operation.session for operation in batch)
            busy.update(operation.session for operation in batch)
            self.flying.append(batch)

    @precondition(lambda self: self.flying)
    @rule(data=strategies.data(), lost=strategies.booleans())
    def arrive(self, data: Any, lost: bool) -> None:
        """A batch reaches the platform, or is lost; its answer comes, or is lost."""
        batch = self.flying.pop(data.draw(strategies.integers(0, len(self.flying) - 1)))
        if not lost:
            results = self.platform.push(batch)
            if data.draw(strategies.sampled_from((True, True, False))):
                self.replica.outbox.settle(results).result(10)
            if data.draw(strategies.sampled_from((True, False, False))):
                self.answers.append(results)

    @precondition(lambda self: self.answers)
    @rule(data=strategies.data())
    def an_answer_comes_late_or_again(self, data: Any) -> None:
        results = data.draw(strategies.sampled_from(self.answers))
        # An old refusal of what is queued again parks it again; that loses nothing.
        self.replica.outbox.settle(data.draw(strategies.permutations(results))).result(10)

    @rule(limit=strategies.integers(1, 20))
    def pull(self, limit: int) -> None:
        after = self.replica.cursor
        page, cursor, more = self.platform.page(after, limit)
        assert self.replica.apply_page(page, cursor, more=more, after=after).result(10)
        self.seen = max(self.seen, cursor)

    @rule(refuses=strategies.sampled_from(("nothing", "texts", "clients")))
    def the_platform_changes_its_mind(self, refuses: str) -> None:
        self.platform.refuses = {
            "nothing": lambda _: False,
            "texts": lambda operation: isinstance(operation, SummaryRevise) and operation.data.origin != "coach",
            "clients": lambda operation: operation.session is None,
        }[refuses]

    @rule(data=strategies.data(), discard=strategies.booleans())
    def the_coach_settles_what_was_refused(self, data: Any, discard: bool) -> None:
        parked = [waiting for waiting in self.replica.outbox.list() if waiting.state is State.PARKED]
        if not parked:
            return
        chosen = data.draw(strategies.sampled_from(parked)).operation
        if not discard:
            self.replica.outbox.retry(chosen.id).result(10)
            return
        gone = {chosen.id, *self.replica.outbox.within(chosen.id)}
        before = {waiting.operation.id for waiting in self.replica.outbox.list()}
        self.replica.outbox.discard(chosen.id).result(10)
        after = {waiting.operation.id for waiting in self.replica.outbox.list()}
        assert before - after == gone
        for one in gone:
            del self.wanted[one]

    @rule(jump_ms=strategies.sampled_from((-315_360_000_000, -86_400_000, 86_400_000, 315_360_000_000)))
    def the_clock_jumps(self, jump_ms: int) -> None:
        self.clock.wall = max(0, self.clock.wall + jump_ms)

    @rule()
    def the_process_starts_again(self) -> None:
        self.replica.close()
        self.flying.clear()
        self.replica = self.reopened()

    @rule()
    def a_full_refresh_begins(self) -> None:
        self.replica.forget_platform().result(10)

    @invariant()
    def nothing_is_in_neither(self) -> None:
        """Each edit is in the outbox, or was applied up to the cursor; none was applied twice or out of order."""
        held = {waiting.operation.id for waiting in self.replica.outbox.list()}
        for op in self.wanted:
            answer = self.platform.answers.get(op)
            assert op in held or answer is not None, "an edit is lost"
            if answer is not None and op not in held and self.replica.outbox.get(op) is None:
                assert answer.seq is not None
                assert self.seen >= answer.seq, "an edit left the overlay before the platform's rows held it"
        self.effects_are_in_order()

    def effects_are_in_order(self) -> None:
        seen: set[str] = set()
        last: dict[str | None, int] = {}
        for effect in self.platform.effects:
            assert effect.id not in seen, "an edit was applied twice"
            seen.add(effect.id)
            lane = effect.session or effect.entity
            assert effect.number > last.get(lane, 0), "an edit overtook another of its session"
            last[lane] = effect.number

    def drain(self) -> None:
        """Heal everything: all that was wanted is applied once, and both sides hold the same."""
        self.platform.refuses = lambda _: False
        self.flying.clear()
        for _ in range(200):
            for waiting in self.replica.outbox.list():
                if waiting.state is State.PARKED:
                    self.replica.outbox.retry(waiting.operation.id).result(10)
            batches = self.replica.outbox.next_batches((), 100, 1 << 20).result(10)
            if not batches:
                break
            self.replica.outbox.settle(self.platform.push([operation_of(one.body) for one in batches[0]])).result(10)
        after = self.replica.cursor
        page, cursor, more = self.platform.page(after, 10_000)
        assert not more
        self.replica.apply_page(page, cursor, after=after).result(10)
        assert self.replica.outbox.empty()
        assert {effect.id for effect in self.platform.effects} >= set(self.wanted)
        self.effects_are_in_order()
        assert self.replica.digest() == self.platform.digest()
        assert len(self.replica.rows(self.replica.keys())) == len(SESSIONS)


@pytest.mark.timeout(1200)
def test_random_edits_losses_and_restarts_lose_and_double_nothing(count: Any) -> None:
    from hypothesis.stateful import run_state_machine_as_test

    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        OutboxMachine, settings=settings(max_examples=count(600), stateful_step_count=50, deadline=None)
    )
