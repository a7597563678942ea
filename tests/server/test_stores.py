"""This file is the contract of a store: the same tests for SQLite and for Postgres."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from coachdesk.domain.clock import SystemClock, new_id
from coachdesk.server.batch import Outcome, apply_batch
from coachdesk.server.postgres_store import PostgresStore
from coachdesk.server.sqlite_store import SqliteStore
from coachdesk.server.store import Coach, CoachWriter, Login, Store
from tests import engines
from tests.server.running import AT

NEW_ID: Callable[[], str] = lambda: new_id(SystemClock())  # noqa: E731
NUMBERS = itertools.count(1)


@pytest.fixture(params=["sqlite", "postgres"])
def opened(
    request: pytest.FixtureRequest, tmp_path: Path, postgres_engine: engines.Engine | engines.Missing
) -> Callable[[], Store]:
    """Return what makes one more store of the same database, as one more process has it."""
    if request.param == "sqlite":
        return lambda: SqliteStore(tmp_path / "platform.db")
    url = engines.new_database(engines.needed(postgres_engine))
    return lambda: PostgresStore(url)


@pytest.fixture
async def store(opened: Callable[[], Store]) -> AsyncIterator[Store]:
    store = opened()
    await store.open()
    yield store
    await store.close()


async def coach(store: Store, name: str = "ada") -> int:
    added = await store.accounts(lambda accounts: accounts.add_coach(f"public {name}", name, None))
    assert added is not None
    return added.id


def operation(kind: str, entity: str, data: Any = None, session: str | None = None, **more: Any) -> dict[str, Any]:
    given = {"id": NEW_ID(), "number": next(NUMBERS), "kind": kind, "session": session, "entity": entity, "at": AT}
    return {**given, "data": data or {}, **more}


async def push(store: Store, coach: int, *operations: object, device: str = "d") -> Outcome:
    def write(writer: CoachWriter) -> Outcome:
        return apply_batch(writer, coach, operations, device, lambda: AT, NEW_ID)

    return await store.write(coach, write)


async def pulled(store: Store, coach: int, cursor: int = 0, limit: int = 500) -> tuple[list[bytes], int, bool]:
    return await store.read(coach, lambda reader: reader.page(cursor, limit, 10**9))


async def test_a_coachs_rows_are_found_only_under_that_coach(store: Store) -> None:
    ada, bob = await coach(store), await coach(store, "bob")
    await push(store, ada, operation("session.put", "s", {"title": "x", "date": "2026-05-12"}))
    await store.write(ada, lambda writer: writer.add_blob("ab" * 32, 1))
    assert (await pulled(store, bob)) == ([], 0, False)
    assert await store.read(bob, lambda reader: list(reader.rows(["s"]))) == []
    assert await store.read(bob, lambda reader: reader.bodies("session", ["s"])) == {}
    assert await store.read(bob, lambda reader: reader.sessions("", "", 0, 9)) == ([], 0)
    assert await store.read(bob, lambda reader: reader.has_blob("ab" * 32)) is False
    assert (await push(store, bob, operation("summary.approve", "r", {}, "s"))).results[0].reason == "not-found"


async def test_a_page_ends_at_its_limit_or_size_and_says_whether_there_is_more(store: Store) -> None:
    ada = await coach(store)
    await push(store, ada, *(operation("session.put", f"s{n}", {"title": "x" * 100}) for n in range(5)))
    bodies, cursor, more = await pulled(store, ada, 0, 2)
    assert (len(bodies), cursor, more) == (2, 2, True)
    bodies, cursor, more = await pulled(store, ada, cursor, 3)
    assert (len(bodies), cursor, more) == (3, 5, False)
    assert await pulled(store, ada, 99, 3) == ([], 99, False)
    for aim, number in ((1, 1), (len(bodies[0]) * 2 + 1, 2), (10**6, 5)):
        page = await store.read(ada, lambda reader, aim=aim: reader.page(0, 5, aim))
        assert (len(page[0]), page[1], page[2]) == (number, number, number < 5)


async def test_what_fails_in_the_middle_leaves_nothing(store: Store) -> None:
    ada = await coach(store)

    def fails(writer: CoachWriter) -> None:
        apply_batch(writer, ada, [operation("session.put", "s", {"title": "x"})], "d", lambda: AT, NEW_ID)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await store.write(ada, fails)
    assert await pulled(store, ada) == ([], 0, False)


async def test_concurrent_writers_leave_no_gap_that_a_reader_could_miss(opened: Callable[[], Store]) -> None:
    stores = [opened() for _ in range(3)]
    for one in stores:
        await one.open()
    ada = await coach(stores[0])
    writing = [
        asyncio.create_task(push(one, ada, operation("session.put", f"{at} {n % 7}", {"title": str(n)})))
        for n in range(40)
        for at, one in enumerate(stores)
    ]
    seen: dict[bytes, None] = {}
    cursor = 0
    while True:
        done = all(task.done() for task in writing)
        bodies, cursor, more = await pulled(stores[1], ada, cursor, 3)
        seen.update(dict.fromkeys(bodies))
        if done and not more:
            break
    await asyncio.gather(*writing)
    assert cursor == len(writing)
    final, _, _ = await pulled(stores[2], ada)
    # Each row's last version was met on the way: nothing was committed behind the cursor.
    assert set(final) <= set(seen)
    assert (await stores[0].read(ada, lambda reader: reader.feed())).seq == cursor
    for one in stores:
        await one.close()


async def test_an_id_pushed_to_two_processes_at_once_takes_effect_once(opened: Callable[[], Store]) -> None:
    stores = [opened() for _ in range(2)]
    for one in stores:
        await one.open()
    ada = await coach(stores[0])
    for n in range(10):
        made = operation("session.put", f"s{n}", {"title": "x"})
        outcomes = await asyncio.gather(*(push(one, ada, made) for one in stores for _ in range(2)))
        assert {outcome.results for outcome in outcomes} == {outcomes[0].results}
        assert outcomes[0].results[0].seq == n + 1
    for one in stores:
        await one.close()


async def test_merging_deleting_and_erasing_keep_the_digest(store: Store) -> None:
    ada = await coach(store)
    text = "# A\n\n- one\n\n# B\n\n- two\n\n\0"
    await store.write(ada, lambda writer: writer.add_blob("ab" * 32, 1))
    outcome = await push(
        store,
        ada,
        operation("client.put", "c", {"name": "nul \0 in it"}),
        operation("session.put", "s", {"client": "c", "title": "x", "date": "2026-05-12"}),
        operation("transcript.put", "s", {"blob": "ab" * 32, "bytes": 1, "lines": 1}),
        operation("summary.revise", "r1", {"text": text, "origin": "coach"}, "s"),
        operation("summary.revise", "r2", {"text": text.replace("one", "1"), "origin": "coach"}, "s", parents=["r1"]),
        operation("summary.revise", "r3", {"text": text.replace("two", "2"), "origin": "coach"}, "s", parents=["r1"]),
        operation("message.add", "m", {"role": "user", "content": "canary", "origin": "coach"}, "s"),
    )
    assert [result.status for result in outcome.results] == ["applied"] * 5 + ["merged", "applied"]
    assert await store.read(ada, lambda reader: reader.graph("s")) != {}
    assert await store.read(ada, lambda reader: reader.sessions_of("c")) == ["s"]
    assert await store.read(ada, lambda reader: len(reader.within("s", "revision"))) == 4
    outcome = await push(store, ada, operation("client.delete", "c", base=outcome.seq))
    assert (outcome.results[0].status, outcome.loose_blobs) == ("applied", ("ab" * 32,))
    bodies, _, _ = await pulled(store, ada)
    assert len(bodies) == 2
    assert all(b'"data":null' in body for body in bodies)
    feed = await store.read(ada, lambda reader: reader.feed())
    assert (set(feed.counts.values()), feed.total) == ({0}, 0)
    assert await store.read(ada, lambda reader: reader.has_blob("ab" * 32)) is False


async def test_sessions_are_listed_by_date_in_a_closed_range(store: Store) -> None:
    ada = await coach(store)
    dates = ["2026-05-12", "2026-05-12T09:30:00.000Z", "2026-05-13", "2026-04-01"]
    await push(store, ada, *(operation("session.put", f"s{n}", {"date": date}) for n, date in enumerate(dates)))
    bodies, total = await store.read(ada, lambda reader: reader.sessions("2026-05-12", "2026-05-12", 0, 9))
    assert total == 2
    assert b'"id":"s1"' in bodies[0]


async def test_accounts_logins_and_settings(store: Store) -> None:
    ada = await coach(store)
    assert await store.accounts(lambda accounts: accounts.add_coach("other", "ada", None)) is None
    assert await store.accounts(lambda accounts: accounts.coach_named("ada\0")) is None
    named = Coach(id=ada, public="public ada", name="ada")
    assert await store.accounts(lambda accounts: accounts.coach_by_id(ada)) == named
    assert await store.accounts(lambda accounts: accounts.coach_with("public ada")) == named
    login = Login(id="l", coach=ada, device="d", used=0, since_ms=1, seen_ms=1, expires_ms=5)
    await store.accounts(lambda accounts: accounts.put_login(login))
    await store.accounts(lambda accounts: accounts.put_login(login))
    assert await store.accounts(lambda accounts: accounts.logins(ada)) == [login]
    await store.accounts(lambda accounts: accounts.drop_expired_logins(ada, 6))
    assert await store.accounts(lambda accounts: accounts.login("l")) is None
    assert await store.accounts(lambda accounts: accounts.meta_or("k", b"1")) == b"1"
    assert await store.accounts(lambda accounts: accounts.meta_or("k", b"2")) == b"1"


async def test_a_request_is_held_by_one_and_lapses(store: Store) -> None:
    ada = await coach(store)
    await push(
        store,
        ada,
        operation("session.put", "s", {"title": "x"}),
        *(operation("refine.request", id, {"content": "x", "selection": "a \0 b"}, "s") for id in ("q1", "q2")),
    )

    async def claim(holder: str, for_ms: int = 60_000) -> str | None:
        request = await store.write(ada, lambda writer: writer.claim("s", holder, for_ms))
        return request.id if request is not None else None

    async def waiting() -> list[str]:
        return [request.id for request in await store.accounts(lambda accounts: accounts.requests())]

    assert await waiting() == ["q1", "q2"]
    assert await claim("one") == "q1"
    assert await claim("two") is None
    assert await waiting() == ["q2"]
    assert await store.write(ada, lambda writer: writer.drop_waiting("s", "q1")) is None
    await store.accounts(lambda accounts: accounts.renew("two", ["q1"], 0))
    assert await claim("two") is None
    await store.accounts(lambda accounts: accounts.renew("one", ["q1"], 0))
    assert await claim("two") == "q1"
    await store.accounts(lambda accounts: accounts.release("one"))
    assert await claim("one") is None
    await store.accounts(lambda accounts: accounts.release(None))
    assert await waiting() == ["q1", "q2"]
    dropped = await store.write(ada, lambda writer: writer.drop_waiting("s", "q1"))
    assert dropped is not None
    assert dropped.selection == "a \0 b"
    assert await store.write(ada, lambda writer: writer.drop_request("q2")) is True
    assert await store.write(ada, lambda writer: writer.drop_request("q2")) is False
