"""This file asks for another coach's ids with every event and route: the answer is the one for ids that nobody has."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests.server.running import AT, Device, Running, connected, running

NOBODYS = "no-such-"


def operations(prefix: str) -> list[tuple[str, str, dict[str, Any], str | None, dict[str, Any]]]:
    """Return an operation of each kind on ids that begin with `prefix`."""
    s, c, r, m = (prefix + name for name in "scrm")
    text = {"text": "intruder", "origin": "coach"}
    return [
        ("session.delete", s, {}, None, {"base": 10**6}),
        ("client.delete", c, {}, None, {"base": 10**6}),
        ("summary.revise", f"new-{prefix}", text, s, {}),
        ("summary.revise", f"child-{prefix}", text, "own", {"parents": [r]}),
        ("summary.approve", r, {}, "own", {}),
        ("summary.approve", r, {}, s, {}),
        ("message.add", f"word-{prefix}", {"role": "user", "content": "intruder", "origin": "coach"}, s, {}),
        ("refine.request", f"ask-{prefix}", {"content": "intruder"}, s, {}),
        ("refine.request", f"base-{prefix}", {"content": "intruder"}, "own", {"base": r}),
        ("session.put", "own", {"client": c}, None, {}),
        ("transcript.put", s, {"blob": "ab" * 32, "bytes": 1, "lines": 1}, None, {}),
        ("message.add", f"reply-{prefix}", {"role": "user", "content": "x", "origin": "coach", "replyTo": m}, s, {}),
    ]


async def answers(intruder: Device, prefix: str) -> list[Any]:
    """Return what each event says of ids with `prefix`, without what names the operation itself."""
    given: list[Any] = []
    for kind, entity, data, session, more in operations(prefix):
        result = await intruder.push_one(kind, entity, data, session, **more)
        given.append((kind, result["status"], result.get("reason")))
    s = prefix + "s"
    for event, payload in (
        ("refine", {"sessionId": s, "content": "intruder", "timestamp": AT}),
        ("refine", {"sessionId": "own", "content": "intruder", "timestamp": AT, "base": prefix + "r"}),
        ("stop", {"sessionId": s, "id": prefix + "m"}),
        ("stop", {"sessionId": "own", "id": prefix + "m"}),
    ):
        answer = await intruder.call(event, payload)
        given.append((event, answer.get("ok"), answer.get("code"), answer.get("message")))
    return given


async def routes(platform: Running, token: str, prefix: str, sha: str) -> list[Any]:
    """Return what the routes say of ids with `prefix`."""
    paths = [f"/v1/sessions/{prefix}s", f"/v1/sessions/{prefix}s/summaries", f"/v1/blobs/{sha}"]
    return [await platform.request("GET", path, token=token) for path in paths]


async def another_coach(platform: Running) -> str:
    """Add a coach and return an access token."""
    await platform.auth.create_coach("intruder", "a long password")
    return (await platform.auth.login("intruder", "a long password", "d")).access


async def intrude(folder: Path) -> None:
    """Fail if another coach's ids are answered otherwise than nobody's, heard of, or changed."""
    async with running(folder) as platform:
        token = await another_coach(platform)
        async with connected(platform, "owner") as owner, connected(platform, "intruder", token=token) as intruder:
            blob = await platform.put_blob(b"the owner's transcript")
            await owner.push(
                owner.operation("client.put", "his-c", {"name": "Canary"}),
                owner.operation("session.put", "his-s", {"title": "Canary", "client": "his-c"}),
                owner.operation("summary.revise", "his-r", {"text": "Canary", "origin": "coach"}, "his-s"),
                owner.operation("message.add", "his-m", {"role": "user", "content": "?", "origin": "coach"}, "his-s"),
            )
            await owner.push_one("refine.request", "his-q", {"content": "Canary?"}, "his-s")
            await owner.until(lambda: len(owner.of("message")) == 2)
            await owner.until(lambda: owner.of("summary-update"))
            await intruder.push_one("session.put", "own", {"title": "own"})
            before, heard = await owner.pull(), len(owner.events)
            his, nobodys = await answers(intruder, "his-"), await answers(intruder, NOBODYS)
            assert his == nobodys, "another coach's ids are answered otherwise than nobody's"
            assert await routes(platform, token, "his-", blob) == await routes(platform, token, NOBODYS, "cd" * 32)
            # A web client may not even join.
            said = []
            for session in ("his-s", NOBODYS + "s"):
                with pytest.raises(Exception) as refusal:  # noqa: PT011  # whatever the library raises
                    async with connected(platform, None, token=token, session=session):
                        pass
                said.append((type(refusal.value), str(refusal.value)))
            assert said[0] == said[1]
            # The owner hears of something of his own after all that, and of nothing before.
            await owner.push_one("session.put", "his-s", {"title": "Still mine"})
            assert [name for name, _ in owner.events[heard:] if name != "sync-changed"] == []
            after, _ = await owner.pull()
            unchanged = [row for row in after if row["id"] != "his-s"]
            assert unchanged == [row for row in before[0] if row["id"] != "his-s"]
            rows = await intruder.rows()
            assert "Canary" not in str(rows)
            assert "Canary" not in str(intruder.events)
    with sqlite3.connect(folder / "platform.db") as database:
        owners = {coach for (coach,) in database.execute("SELECT coach FROM row WHERE id LIKE 'his-%'")}
    database.close()
    assert len(owners) == 1


async def test_another_coachs_ids_are_answered_like_ids_that_nobody_has(tmp_path: Path) -> None:
    await intrude(tmp_path)
