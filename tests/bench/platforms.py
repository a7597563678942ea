"""This file brings platforms for benchmarks: on Postgres and Redis, and filled without their wire."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from coachdesk.domain.clock import iso
from coachdesk.domain.session import Client, Session
from coachdesk.domain.summary import Revision
from coachdesk.server.app import Options, make_store
from coachdesk.server.auth import DEMO_COACH
from coachdesk.server.store import CoachWriter
from coachdesk.server.working import Working
from coachdesk.settings import Settings
from tests import engines
from tests.bench.homes import fresh, now, stage

CLIENTS = 200
DAY_MS, NEWEST_MS = 86_400_000, 1_778_578_200_000
EACH = 5_000
_DEVICE = "bench"


@contextmanager
def shared() -> Iterator[Options]:
    """Give what a platform on a new database of Postgres and on Redis is started with; raises engines.Missing."""
    with engines.postgres() as postgres, engines.redis() as redis:
        yield Options(port=0, database=engines.new_database(postgres), redis=f"redis://127.0.0.1:{redis.port}")


def on_shared(name: str, measure: Callable[[Settings, str], float]) -> dict[str, float | str]:
    """Return what `measure` gives of a server process on Postgres and Redis, and of its database, as `name`."""
    try:
        with shared() as options:
            database = str(options.database)
            with stage("--database", database, "--redis", str(options.redis)) as settings:
                return {f"Postgres + Redis: {name}": round(measure(settings, database))}
    except engines.Missing as missing:
        return {"Postgres + Redis": str(missing)}


async def add_sessions(database: str, settings: Settings, count: int, texts: Iterator[str]) -> None:
    """Give the demo coach `count` sessions with a summary each, over 200 clients and ten years."""
    store = make_store(Options(database=database), settings)
    await store.open()
    try:
        coach = await store.accounts(lambda accounts: accounts.coach_named(DEMO_COACH))
        assert coach is not None
        clients = [fresh() for _ in range(CLIENTS)]
        for start in range(0, count, EACH):
            numbers = range(start, min(count, start + EACH))
            await store.write(coach.id, lambda rows, numbers=numbers: _fill(rows, coach.id, clients, numbers, texts))
    finally:
        await store.close()


def _fill(rows: CoachWriter, coach: int, clients: list[str], numbers: range, texts: Iterator[str]) -> None:
    working = Working(rows, coach, now, fresh)
    ids = [(fresh(), fresh()) for _ in numbers]
    working.load([*clients, *(id for pair in ids for id in pair)])
    for number, client in enumerate(clients):
        if working.find("client", client) is None:
            working.put("client", client, None, Client(name=f"Client {number}"), _DEVICE)
    for number, (session, revision) in zip(numbers, ids, strict=True):
        at = iso(NEWEST_MS - number * DAY_MS // 30)
        text = Revision(parents=(), origin="coach", at=at, text=next(texts))
        working.put("revision", revision, session, text, _DEVICE)
        made = Session(
            client=clients[number % CLIENTS], date=at[:10], minutes=50, title=f"Session {number}", head=revision
        )
        working.put("session", session, session, made, _DEVICE)
    working.flush()
