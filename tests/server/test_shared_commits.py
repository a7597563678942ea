"""This file tests that writes which wait for SQLite at the same moment share a commit, and nothing but the commit."""

from __future__ import annotations

import asyncio
import contextlib
import sqlite3
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from coachdesk.server import sqlite_store
from coachdesk.server.sqlite_store import SqliteStore
from coachdesk.server.store import CoachWriter
from tests.server.running import DEADLINE_S
from tests.server.test_stores import coach, operation, push


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    store = SqliteStore(tmp_path / "platform.db")
    await store.open()
    yield store
    await store.close()


@contextlib.asynccontextmanager
async def busy(store: SqliteStore, coach: int) -> AsyncIterator[None]:
    """Hold the store's thread in a read until the block ends."""
    entered, released = threading.Event(), threading.Event()

    def wait(_reader: object) -> None:
        entered.set()
        assert released.wait(DEADLINE_S)

    holding = asyncio.create_task(store.read(coach, wait))
    try:
        assert await asyncio.to_thread(entered.wait, DEADLINE_S)
        yield
        await asyncio.sleep(0)  # whatever was begun in the block is waiting by now
    finally:
        released.set()
        await holding


async def sessions(store: SqliteStore, coach: int) -> int:
    return await store.read(coach, lambda reader: reader.feed().counts["session"])


def fails(writer: CoachWriter) -> None:
    writer.add_blob("ab" * 32, 1)
    raise ZeroDivisionError


async def test_writes_that_wait_share_one_commit(store: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    coaches = [await coach(store, name) for name in ("ada", "bob")]
    began: list[str] = []
    transaction = sqlite_store._transaction

    @contextmanager
    def counted(connection: sqlite3.Connection, mode: str) -> Iterator[None]:
        began.append(mode)
        with transaction(connection, mode):
            yield

    monkeypatch.setattr(sqlite_store, "_transaction", counted)
    monkeypatch.setattr(sqlite_store, "TOGETHER_S", DEADLINE_S)
    async with busy(store, coaches[0]):
        pushing = [
            asyncio.create_task(push(store, coaches[n % 2], operation("session.put", f"s{n}", {"title": f"{n}"})))
            for n in range(20)
        ]
    outcomes = await asyncio.gather(*pushing)
    assert began.count("IMMEDIATE") == 1
    assert [outcome.results[0].seq for outcome in outcomes] == [n // 2 + 1 for n in range(20)]
    assert [await sessions(store, one) for one in coaches] == [10, 10]


async def test_a_write_that_fails_spoils_none_of_those_around_it(store: SqliteStore) -> None:
    ada = await coach(store)
    async with busy(store, ada):
        before = asyncio.create_task(push(store, ada, operation("session.put", "s1", {"title": "x"})))
        failing = asyncio.create_task(store.write(ada, fails))
        after = asyncio.create_task(push(store, ada, operation("session.put", "s2", {"title": "x"})))
    with pytest.raises(ZeroDivisionError):
        await failing
    assert [(await one).results[0].seq for one in (before, after)] == [1, 2]
    assert await store.read(ada, lambda reader: reader.has_blob("ab" * 32)) is False


async def test_nobody_is_told_of_a_write_whose_commit_fails(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    ada = await coach(store)
    transaction = sqlite_store._transaction

    @contextmanager
    def full(connection: sqlite3.Connection, mode: str) -> Iterator[None]:
        with transaction(connection, mode):
            yield
            if mode == "IMMEDIATE":
                raise sqlite3.OperationalError("database or disk is full")

    async with busy(store, ada):
        monkeypatch.setattr(sqlite_store, "_transaction", full)
        pushing = [
            asyncio.create_task(push(store, ada, operation("session.put", f"s{n}", {"title": "x"}))) for n in range(3)
        ]
    told = await asyncio.gather(*pushing, return_exceptions=True)
    assert [type(one) for one in told] == [sqlite3.OperationalError] * 3
    monkeypatch.setattr(sqlite_store, "_transaction", transaction)
    assert await sessions(store, ada) == 0
    assert (await push(store, ada, operation("session.put", "s", {"title": "x"}))).seq == 1


async def test_a_write_that_nobody_waits_for_any_more_is_not_begun(store: SqliteStore) -> None:
    ada = await coach(store)
    async with busy(store, ada):
        given_up = asyncio.create_task(push(store, ada, operation("session.put", "s1", {"title": "x"})))
        kept = asyncio.create_task(push(store, ada, operation("session.put", "s2", {"title": "x"})))
        await asyncio.sleep(0)
        given_up.cancel()
    assert (await kept).results[0].seq == 1
    assert await sessions(store, ada) == 1
