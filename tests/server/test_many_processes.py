"""This file tests several platforms on one Postgres and one Redis: they are one platform to whoever uses them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from redis.asyncio import Redis

from coachdesk.errors import NotSignedIn
from coachdesk.server import refine
from coachdesk.server.auth import ATTEMPTS_AT_ONE_NAME, Auth
from coachdesk.server.limits import TooMany
from coachdesk.server.notes import Changed, RedisNotes
from coachdesk.server.platform import ASKED
from coachdesk.server.refine import Question, Reply
from tests import engines
from tests.server.running import AT, DEADLINE_S, Running, ScriptedReplier, connected, running
from tests.server.test_replies import Gate, asked, with_summary


@pytest.fixture
def redis_url(redis_engine: engines.Engine | engines.Missing) -> str:
    return f"redis://127.0.0.1:{engines.needed(redis_engine).port}"


@asynccontextmanager
async def two(
    folder: Path, database: str, redis: str, *repliers: ScriptedReplier
) -> AsyncIterator[tuple[Running, Running]]:
    one, other = (repliers * 2)[:2] if repliers else (None, None)
    async with (
        running(folder, database=database, redis=redis, replier=one) as first,
        running(folder, database=database, redis=redis, replier=other) as second,
    ):
        yield first, second


async def test_what_is_pushed_and_asked_at_one_is_heard_at_the_other(
    tmp_path: Path, postgres_url: str, redis_url: str
) -> None:
    async with (
        two(tmp_path, postgres_url, redis_url) as (first, second),
        connected(first, "laptop") as laptop,
        connected(second, "tablet") as tablet,
    ):
        assert first.token == second.token
        await with_summary(laptop)
        await tablet.heard("sync-changed")
        async with connected(second, None, session="s") as web:
            await laptop.push(asked(laptop, "q"))
            for device in (laptop, tablet, web):
                await device.heard("summary-update")
            assert [name for name, _ in web.events] == ["message", "typing", "typing", "message", "summary-update"]
            assert web.of("message") == tablet.of("message") == laptop.of("message")
        assert await laptop.rows() == await tablet.rows()
        assert laptop.of("error") == tablet.of("error") == []


async def test_a_web_client_at_one_is_told_of_edits_at_the_other_and_no_text_goes_through_redis(
    tmp_path: Path, postgres_url: str, redis_url: str
) -> None:
    async with two(tmp_path, postgres_url, redis_url) as (first, second), connected(first, "laptop") as laptop:
        await with_summary(laptop)
        async with overheard(redis_url) as said, connected(second, None, session="s") as web:
            await laptop.push(
                laptop.operation("message.add", "m", {"role": "user", "content": "Canary", "origin": "coach"}, "s"),
                laptop.operation(
                    "summary.revise", "r2", {"text": "A canary", "origin": "coach"}, "s", parents=["r of s"]
                ),
            )
            update = await web.heard("summary-update")
            message = await web.heard("message")
        assert (update["summary"], update["revision"]) == ("A canary", "r2")
        assert (message["id"], message["content"]) == ("m", "Canary")
        assert any(b'"Changed"' in one for one in said)
        assert not any(b"anary" in one for one in said)


@asynccontextmanager
async def overheard(redis_url: str) -> AsyncIterator[list[bytes]]:
    """Give a list of all that is said over Redis while the block runs."""
    said: list[bytes] = []
    redis = Redis.from_url(redis_url)
    line = redis.pubsub(ignore_subscribe_messages=True)

    async def listen() -> None:
        async for one in line.listen():
            said.append(one["data"])  # noqa: PERF401 - each as it comes

    await line.psubscribe("*")
    listening = asyncio.create_task(listen())
    try:
        yield said
    finally:
        listening.cancel()
        await asyncio.gather(listening, return_exceptions=True)
        await line.aclose()
        await redis.aclose()


async def test_a_device_revoked_at_one_is_disconnected_from_the_other(
    tmp_path: Path, postgres_url: str, redis_url: str
) -> None:
    async with two(tmp_path, postgres_url, redis_url) as (first, second):
        await first.auth.create_coach("ada", "a long password")
        granted = await first.auth.login("ada", "a long password", "laptop")
        async with connected(second, "laptop", token=granted.access) as lost:
            assert (await first.request("DELETE", "/v1/devices/laptop", token=granted.access))[0] == 204
            await lost.heard("disconnect")


async def test_wrong_passwords_and_questions_are_counted_together(
    tmp_path: Path, postgres_url: str, redis_url: str
) -> None:
    async with two(tmp_path, postgres_url, redis_url, ScriptedReplier(Gate())) as (first, second):
        await first.auth.create_coach("ada", "a long password")
        for platform in (first, second):
            for _ in range(ATTEMPTS_AT_ONE_NAME // 2):
                with pytest.raises(NotSignedIn):
                    await platform.auth.login("ada", "a wrong password", "laptop")
        for platform in (first, second):
            await until_refused(platform.auth)
        question = {"sessionId": "s", "content": "More", "timestamp": AT}
        async with connected(first, "laptop") as laptop:
            await with_summary(laptop)
            async with connected(first, None, session="s") as one, connected(second, None, session="s") as other:
                for web in (one, other):
                    for _ in range(ASKED // 2):
                        assert (await web.call("refine", question))["ok"] is True
                told = [await web.call("refine", question) for web in (one, other) for _ in range(5)]
                # A count may be on its way for a moment, but no longer.
                assert [answer.get("code") for answer in told][4::5] == ["too-many"] * 2


async def until_refused(auth: Auth) -> None:
    """Sign in until what the other process counted was heard of here."""
    async with asyncio.timeout(DEADLINE_S):
        while True:
            try:
                await auth.login("ada", "a long password", "laptop")
            except TooMany:
                return


async def test_a_session_has_one_reply_in_progress_and_it_can_be_stopped_from_anywhere(
    tmp_path: Path, postgres_url: str, redis_url: str
) -> None:
    gates = Gate(), Gate()
    repliers = [ScriptedReplier(gate) for gate in gates]
    async with (
        two(tmp_path, postgres_url, redis_url, *repliers) as (first, second),
        connected(first, "laptop") as laptop,
        connected(second, "tablet") as tablet,
    ):
        await with_summary(laptop)
        await laptop.push(asked(laptop, "q1"))
        async with asyncio.timeout(DEADLINE_S):
            await gates[0].reached.wait()
        await tablet.push(asked(tablet, "q2"))
        assert [len(replier.questions) for replier in repliers] == [1, 0]
        assert (await tablet.call("stop", {"sessionId": "s", "id": "q1"}))["ok"]
        await tablet.until(lambda: any(message["role"] == "system" for message in tablet.of("message")))
        gates[0].open.set()
        gates[1].open.set()
        await laptop.until(lambda: any(update["replyTo"] == "q2" for update in laptop.of("summary-update")))
        assert [update["replyTo"] for update in laptop.of("summary-update")] == ["q2"]
        (stopped,) = [message for message in tablet.of("message") if message["role"] == "system"]
        assert stopped["replyTo"] == "q1"
        assert sum(len(replier.questions) for replier in repliers) == 2


async def test_what_a_dead_process_was_writing_is_taken_over(
    tmp_path: Path, postgres_url: str, redis_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(refine, "HELD_MS", 600)
    monkeypatch.setattr(refine, "LOOK_S", 0.2)
    monkeypatch.setattr(refine.Answering, "close", _die)
    hangs = Gate()

    async def answers(question: Question, on_piece: Callable[[str], None]) -> Reply:
        return Reply("Done.", question.summary + "- More\n")

    async with running(tmp_path, database=postgres_url, redis=redis_url, replier=ScriptedReplier(answers)) as second:
        async with (
            running(tmp_path, database=postgres_url, redis=redis_url, replier=ScriptedReplier(hangs)) as first,
            connected(first, "laptop") as laptop,
        ):
            await with_summary(laptop)
            await laptop.push(asked(laptop, "q"))
            async with asyncio.timeout(DEADLINE_S):
                await hangs.reached.wait()
        async with connected(second, "tablet") as tablet:
            await tablet.until(lambda: tablet.of("summary-update") != [])
            rows = await tablet.rows()
            assert [row["content"] for (kind, _), row in rows.items() if kind == "message"] == ["More", "Done."]


async def _die(self: refine.Answering) -> None:
    """Cancel everything as the end of a process does, and let go of nothing."""
    self._platform = None
    tasks = [*self._workers.values(), *([self._looking] if self._looking is not None else [])]
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


@pytest.mark.logs("Redis", "redis", "note not sent")
@pytest.mark.leaves("children", reason="the restarted Redis stays for the other tests")
async def test_a_device_hears_of_what_changed_while_redis_was_away(
    tmp_path: Path, postgres_url: str, redis_engine: engines.Engine | engines.Missing, redis_url: str
) -> None:
    engine = engines.needed(redis_engine)
    async with (
        two(tmp_path, postgres_url, redis_url) as (first, second),
        connected(first, "laptop") as laptop,
        connected(second, "tablet") as tablet,
    ):
        await asyncio.to_thread(engine.stop)
        result = await laptop.push_one("session.put", "s", {"title": "x"})
        assert result["status"] == "applied"
        await asyncio.to_thread(engine.start)
        assert (await tablet.heard("sync-changed"))["seq"] == result["seq"]
        assert await tablet.call("refine", {"sessionId": "s", "content": "x", "timestamp": AT})


async def test_all_notes_of_a_burst_arrive(redis_url: str) -> None:
    one, other = RedisNotes(redis_url), RedisNotes(redis_url)
    heard: set[int] = set()
    all_heard = asyncio.Event()

    def hear(changed: Changed) -> None:
        heard.add(changed.coach)
        if len(heard) == 500:
            all_heard.set()

    other.listen(Changed, hear)
    await one.open(lambda: None)
    await other.open(lambda: None)
    try:
        await asyncio.gather(*(one.pass_on(Changed(coach, 1)) for coach in range(500)))
        async with asyncio.timeout(DEADLINE_S):
            await all_heard.wait()
    finally:
        await one.close()
        await other.close()
