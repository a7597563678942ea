"""This file lists controls taken out of CoachDesk one at a time, each with the scenario that has to notice."""

from __future__ import annotations

import asyncio
import contextlib
import random
import ssl
from collections.abc import Awaitable, Callable, Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import aiohttp
import msgspec
import pytest
from aiohttp import web

from coachdesk.desk.previews import Previews
from coachdesk.domain.protocol import Result, SummaryUpdate
from coachdesk.errors import CoachDeskError
from coachdesk.server import batch, revising, rooms
from coachdesk.server.auth import Auth, Caller
from coachdesk.server.sqlite_rows import SqliteRows
from coachdesk.storage import discarding
from coachdesk.storage import outbox as outbox_module
from coachdesk.storage.lock import SenderLock
from coachdesk.storage.outbox import Outbox
from coachdesk.sync import connection, engine, platform_http
from coachdesk.sync.connection import Connection
from coachdesk.sync.engine import SyncEngine
from coachdesk.sync.platform_http import PlatformHttp, Trust
from tests.faults.laptops import Laptop, laptop
from tests.faults.proxy import PASSES, Fate, proxying
from tests.faults.test_row_03_both_killed import play as play_schedules
from tests.faults.test_row_04_random_devices import play
from tests.faults.test_row_05_acknowledgements import lossy
from tests.faults.test_row_09_refused_edits import one_in_ten
from tests.faults.test_row_10_two_devices import pairs_of_edits
from tests.faults.test_row_11_clock_off import jumps
from tests.faults.test_row_13_wrong_types import OPERATIONS
from tests.faults.test_row_31_two_instances import one_sender
from tests.faults.test_row_32_sleep import (
    test_a_jump_of_the_clock_makes_the_line_anew_although_it_seems_to_live as clock_jump,
)
from tests.faults.test_two_desks_at_random import play as play_desks
from tests.security.test_row_18_certificates import tried
from tests.security.test_row_29_other_coaches_ids import intrude
from tests.server.running import connected, running
from tests.storage.edits import change, session_data, session_put
from tests.sync.platforms import Recording, answering, free_port, never_upgrades, stays_silent
from tests.sync.test_connection import behind_silence
from tests.sync.test_connection import test_an_address_without_tls_or_without_a_host_is_refused as plain_http

PATIENCE_S = 3.0
Patch = Callable[[pytest.MonkeyPatch], None]
Scenario = Callable[[Path], Awaitable[object]]


@dataclass(frozen=True)
class Mutant:
    """A control that is taken out, the scenario that fails then, and a pattern for what it says."""

    name: str
    patch: Patch
    scenario: Scenario
    notices: str


# Scenarios.


async def over_a_lossy_line(folder: Path) -> None:
    await lossy(folder, random.Random(5), 80, PATIENCE_S, every_second_batch=True)


async def with_refusals(folder: Path) -> None:
    await one_in_ten(folder, random.Random(9), 60, PATIENCE_S)


async def on_two_laptops(folder: Path) -> None:
    await pairs_of_edits(folder, random.Random(10), 8, PATIENCE_S)


async def on_two_desks(folder: Path) -> None:
    for seed in range(4):
        (folder / f"{seed}").mkdir()
        await play_desks(folder / f"{seed}", random.Random(seed))


async def in_any_order(_folder: Path) -> None:
    await asyncio.to_thread(play_schedules, [f"1 {number}" for number in range(15)])  # on loops of their own


async def at_random(_folder: Path) -> None:
    await asyncio.to_thread(play, 5, 1)  # it has a loop of its own


async def while_the_clock_jumps(folder: Path) -> None:
    await jumps(folder, random.Random(11), 10, PATIENCE_S)


async def on_one_profile(folder: Path) -> None:
    await one_sender(folder, PATIENCE_S)


async def behind_a_certificate(kind: str, folder: Path) -> None:
    assert await tried(folder, kind) == b"", "the token was told"


async def after_a_sleep(folder: Path) -> None:
    await clock_jump(folder, lambda _full: 1)


async def before_the_upgrade(_folder: Path) -> None:
    await behind_silence(never_upgrades, 3.0)


async def after_the_upgrade(_folder: Path) -> None:
    await behind_silence(stays_silent, 5.0)


async def with_wrong_types(folder: Path) -> None:
    async with running(folder) as platform, connected(platform) as device:
        for operation in OPERATIONS.values():
            for spoilt in ({**operation, "number": "1"}, {**operation, "extra": 1}):
                (result,) = await device.push(spoilt)
                assert result["status"] == "rejected", "a wrong type was applied"


async def with_a_replica_that_differs(folder: Path) -> None:
    """A row of the replica is not what the platform holds: "Synced" may not be said before it is repaired."""
    async with running(folder) as platform:
        one = Laptop(folder / "laptop", platform.address, platform.token)
        try:
            await one.add(session_put("s", title="true"))
            one.go()
            await one.until_synced(PATIENCE_S)
            await one.stay()
            cursor = one.replica.cursor
            lie = change(cursor, "session", "s", "s", session_data(title="a lie"), version=9)
            await asyncio.wrap_future(one.replica.apply_page([lie], cursor))
            one.go()
            await one.until_synced(PATIENCE_S)
            shown = one.replica.session("s")
            assert shown is not None
            assert shown.session.title == "true", "“Synced” was said of a replica that differs"
        finally:
            await one.close()


async def with_a_late_reply(folder: Path, play: Callable[..., None]) -> None:
    from coachdesk.domain.clock import SystemClock
    from coachdesk.storage.replica import Replica
    from tests.faults.test_row_14_other_sessions import pages_of_questions
    from tests.storage.edits import KEY

    replica = Replica.open(folder / "replica", KEY, SystemClock(), index_when_idle=False)
    try:
        replica.apply_page(pages_of_questions(), 30).result(10)
        play(replica, random.Random(14), 30)
    finally:
        replica.close()


async def among_sessions(folder: Path) -> None:
    from tests.faults.test_row_14_other_sessions import interleaved

    await with_a_late_reply(folder, interleaved)


async def of_an_address(_folder: Path) -> None:
    plain_http("http://platform.example")


async def of_a_redirect(_folder: Path) -> None:
    port, other = free_port(), free_port()
    recording = Recording()

    async def redirects(request: web.Request) -> web.StreamResponse:
        return web.Response(status=302, headers={"Location": f"http://localhost:{other}{request.path_qs}"})

    async with answering(recording.handle, other), answering(redirects, port):
        with contextlib.suppress(CoachDeskError):
            await PlatformHttp(f"http://127.0.0.1:{port}", None).get_blob("ab" * 32, "token")
    assert recording.seen == b"", "another origin was asked"


async def while_an_edit_is_on_its_way(folder: Path) -> None:
    """A title is changed again while the first change hangs on the line: the second has to arrive too."""
    async with (
        running(folder) as platform,
        proxying(platform.address) as proxy,
        laptop(folder / "laptop", proxy.address, platform.token) as one,
    ):
        await one.add(session_put("s", title="new"))
        await one.until_synced(PATIENCE_S)
        for number in range(5):
            answered = asyncio.Event()

            def late(text: str, answered: asyncio.Event = answered) -> Fate:
                if '"results"' not in text or answered.is_set():
                    return PASSES
                answered.set()
                return Fate(late_s=0.2)

            proxy.fate = late
            await one.add(session_put("s", title=f"first {number}"))
            async with asyncio.timeout(PATIENCE_S):
                await answered.wait()
            await one.add(session_put("s", title=f"second {number}"))
            await one.until(lambda: not one.engine.status.pending, PATIENCE_S)
            async with connected(platform, "checker") as checker:
                rows = await checker.rows()
            assert rows["session", "s"]["title"] == f"second {number}", "the last title is lost"


# Patches.


def no_dedup(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(SqliteRows, "answers", lambda _self, _ids: {})


def no_record(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(SqliteRows, "record", lambda *_: None)


def repeated_is_refused(patch: pytest.MonkeyPatch) -> None:
    original = batch.apply_batch

    def refusing(*given: Any, **named: Any) -> Any:
        outcome = original(*given, **named)
        known = {row.id for row in refusing.seen}  # type: ignore[attr-defined]  # kept on itself
        results = tuple(
            Result(id=one.id, status="rejected", reason="invalid") if one.id in known else one
            for one in outcome.results
        )
        refusing.seen += outcome.results  # type: ignore[attr-defined]  # as above
        return outcome._replace(results=results)

    refusing.seen = []  # type: ignore[attr-defined]  # as above
    patch.setattr("coachdesk.server.platform.apply_batch", refusing)


def nothing_held(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(batch._Held, "holds", lambda *_: False)


def nothing_held_here(patch: pytest.MonkeyPatch) -> None:
    nothing_held(patch)
    _settling(patch, lambda result: msgspec.structs.replace(result, status="skipped", reason=None))


def refused_is_forgotten(patch: pytest.MonkeyPatch) -> None:
    _settling(patch, lambda result: msgspec.structs.replace(result, status="applied", seq=0, reason=None))


def _settling(patch: pytest.MonkeyPatch, of_refused: Callable[[Result], Result]) -> None:
    original = Outbox.settle

    def settle(self: Outbox, results: Iterable[Result]) -> Future[None]:
        return original(self, [of_refused(one) if one.status == "rejected" else one for one in results])

    patch.setattr(Outbox, "settle", settle)


def answers_not_stored(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Outbox, "settle", lambda self, _results: self._writer.submit(lambda _transaction: None))


def not_marked_as_sent(patch: pytest.MonkeyPatch) -> None:
    original = Outbox.next_batches

    def next_batches(self: Outbox, *given: Any) -> Future[Any]:
        batches = original(self, *given)
        reset = "UPDATE outbox SET state = 'queued', sends = 0 WHERE state = 'sent'"
        self._writer.submit(lambda transaction: transaction.connection.execute(reset) and None).result(10)
        return batches

    patch.setattr(Outbox, "next_batches", next_batches)


def discarding_takes_later_texts(patch: pytest.MonkeyPatch) -> None:
    later = (
        "SELECT later.id FROM outbox AS later JOIN outbox AS gone ON later.session = gone.session"
        " WHERE gone.id = ? AND later.number > gone.number"
    )
    patch.setattr(discarding, "within", lambda connection, op: tuple(id for (id,) in connection.execute(later, (op,))))


def ordered_by_the_clock(patch: pytest.MonkeyPatch) -> None:
    original = outbox_module.sendable

    def sendable(*given: Any) -> Iterator[Any]:
        rows = list(original(*given))
        return iter(sorted(rows, key=lambda row: msgspec.json.decode(row.body)["at"]))

    patch.setattr(outbox_module, "sendable", sendable)


def backwards(patch: pytest.MonkeyPatch) -> None:
    original = outbox_module.sendable
    patch.setattr(outbox_module, "sendable", lambda *given: iter(list(original(*given))[::-1]))


def last_text_wins(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(revising, "_merged", lambda _working, _session, _head, _id, revision: revision.text)


def never_merged(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(revising, "_merged", lambda *_: None)


def no_ownership(patch: pytest.MonkeyPatch) -> None:
    original = SqliteRows.__init__
    patch.setattr(SqliteRows, "__init__", lambda self, sql, _coach: original(self, sql, 1))


def one_room_for_all(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(rooms, "_coach_room", lambda _coach, *, previews=False: f"all:{previews}")


def any_token_will_do(patch: pytest.MonkeyPatch) -> None:
    original = Auth.demo_coach

    async def first(self: Auth, _token: str) -> Caller:
        return Caller((await original(self))[0], None)

    patch.setattr(Auth, "caller_of", first)


def loose_types(patch: pytest.MonkeyPatch) -> None:
    original = msgspec.convert
    patch.setattr(batch.msgspec, "convert", lambda value, form: original(value, form, strict=False))


def no_verification(patch: pytest.MonkeyPatch) -> None:
    def context(_self: Trust) -> ssl.SSLContext:
        made = ssl.create_default_context()
        made.check_hostname = False
        made.verify_mode = ssl.CERT_NONE
        return made

    patch.setattr(Trust, "_read", context)


def no_host_check(patch: pytest.MonkeyPatch) -> None:
    original = Trust._read

    def context(self: Trust) -> ssl.SSLContext:
        made = original(self)
        made.check_hostname = False
        return made

    patch.setattr(Trust, "_read", context)


def redirects_followed(patch: pytest.MonkeyPatch) -> None:
    def session(_context: object, on_answer: Callable[[], None] = lambda: None) -> aiohttp.ClientSession:
        return aiohttp.ClientSession()

    patch.setattr(platform_http, "new_session", session)
    patch.setattr(connection, "new_session", session)


def any_address_will_do(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(platform_http, "checked_address", lambda server: server)


def no_sender_lock(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(SenderLock, "acquire", lambda _self: True)


def nobody_watches_the_clock(patch: pytest.MonkeyPatch) -> None:
    async def sleep(_self: Connection) -> None:
        return

    patch.setattr(Connection, "_watch_clock", sleep)


def a_drop_changes_nothing(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Connection, "drop", lambda _self, _why: None)


def connecting_may_take_forever(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(connection, "CONNECT_S", 60.0)


def greeting_may_take_as_long_as_connecting(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(connection, "GREETING_S", connection.CONNECT_S)


def no_digest(patch: pytest.MonkeyPatch) -> None:
    async def compare(self: SyncEngine, *, repair: bool = True) -> None:
        self._board.refresh(synced=True)

    patch.setattr(SyncEngine, "_compare", compare)


def late_previews(patch: pytest.MonkeyPatch) -> None:
    def opened(self: Previews, session: str, asked: str) -> bool:
        self._deltas.setdefault((session, asked), [])
        return True

    patch.setattr(Previews, "_opened", opened)


def previews_in_the_open_session(patch: pytest.MonkeyPatch) -> None:
    original = Previews.preview

    def preview(self: Previews, event: engine.Preview) -> None:
        if not isinstance(event, SummaryUpdate):
            event = msgspec.structs.replace(event, session_id="s4")
        original(self, event)

    patch.setattr(Previews, "preview", preview)


MUTANTS = (
    Mutant("an id is applied again", no_dedup, over_a_lossy_line, "parked|changed|waited|0 == |== 0"),
    Mutant("no answer is recorded", no_record, over_a_lossy_line, "parked|changed|waited|0 == |== 0"),
    Mutant("a repeated id is refused", repeated_is_refused, over_a_lossy_line, "waited|== 0"),
    Mutant("answers are not stored", answers_not_stored, over_a_lossy_line, "waited"),
    Mutant("what was sent may still change", not_marked_as_sent, while_an_edit_is_on_its_way, "is lost"),
    Mutant("a queue is sent backwards", backwards, while_the_clock_jumps, "last title|order|waited"),
    Mutant("a platform that died knows no ids", no_dedup, in_any_order, "stalled|changed|UNIQUE"),
    Mutant("a platform that died records nothing", no_record, in_any_order, "stalled|changed"),
    Mutant("an app that died forgets answers", answers_not_stored, in_any_order, "stalled"),
    Mutant("devices send backwards", backwards, at_random, "overtook"),
    Mutant("a refusal holds nobody", nothing_held_here, with_refusals, "waited|held|=="),
    Mutant("a refused edit is forgotten", refused_is_forgotten, with_refusals, "waited"),
    Mutant("discarding takes later texts along", discarding_takes_later_texts, on_two_desks, "is lost"),
    Mutant("the last text wins", last_text_wins, on_two_laptops, "mixed|not merged"),
    Mutant("nothing is merged", never_merged, on_two_laptops, "not merged"),
    Mutant("rows are not told apart by coach", no_ownership, intrude, "otherwise"),
    Mutant("all coaches share a room", one_room_for_all, intrude, "Canary"),
    Mutant("any token will do", any_token_will_do, intrude, "otherwise"),
    Mutant("types are taken loosely", loose_types, with_wrong_types, "wrong type"),
    Mutant("no certificate is checked", no_verification, partial(behind_a_certificate, "expired"), "told"),
    Mutant("a self-signed one will do", no_verification, partial(behind_a_certificate, "self-signed"), "told"),
    Mutant("no host is checked", no_host_check, partial(behind_a_certificate, "wrong host"), "told"),
    Mutant("redirects are followed", redirects_followed, of_a_redirect, "another origin"),
    Mutant("plain http will do", any_address_will_do, of_an_address, "DID NOT RAISE"),
    Mutant("everybody sends", no_sender_lock, on_one_profile, "both instances"),
    Mutant("nobody watches the clock", nobody_watches_the_clock, after_a_sleep, "waited"),
    Mutant("a dead line is kept", a_drop_changes_nothing, after_a_sleep, "waited"),
    Mutant("connecting may take forever", connecting_may_take_forever, before_the_upgrade, "silent line"),
    Mutant("so may the greeting", greeting_may_take_as_long_as_connecting, after_the_upgrade, "silent line"),
    Mutant("no digest is compared", no_digest, with_a_replica_that_differs, "Synced"),
    Mutant("an answered question is written to", late_previews, among_sessions, "answered"),
    Mutant("previews go to the open session", previews_in_the_open_session, among_sessions, "another session"),
)
