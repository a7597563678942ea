"""This file tests push, pull and digest over real sockets."""

from __future__ import annotations

from pathlib import Path

from tests.server.running import connected, digest_of, running


async def test_what_one_device_pushes_the_other_pulls(tmp_path: Path) -> None:
    async with running(tmp_path) as platform, connected(platform, "one") as one, connected(platform, "other") as other:
        results = await one.push(
            one.operation("client.put", "c", {"name": "Ada"}),
            one.operation("session.put", "s", {"client": "c", "title": "First", "date": "2026-05-12"}),
            one.operation("summary.revise", "r", {"text": "# Focus\n", "origin": "coach"}, "s"),
            one.operation("message.add", "m", {"role": "user", "content": "Hi", "origin": "coach"}, "s"),
        )
        assert [result["status"] for result in results] == ["applied"] * 4
        changed = await other.heard("sync-changed")
        assert changed == {"seq": results[-1]["seq"]}
        rows = await other.rows()
        assert rows["client", "c"]["name"] == "Ada"
        assert rows["session", "s"]["head"] == "r"
        assert rows["revision", "r"]["text"] == "# Focus\n"
        assert rows["message", "m"] == {
            "role": "user",
            "content": "Hi",
            "origin": "coach",
            "at": "2026-05-12T09:30:00.000Z",
        }
        assert one.of("sync-changed") == []


async def test_every_result_has_all_its_fields_and_a_page_is_no_longer_than_the_platform_likes(tmp_path: Path) -> None:
    async with running(tmp_path) as platform, connected(platform) as device:
        many = [device.operation("client.put", f"c{n}", {"name": "x"}) for n in range(600)]
        results = await device.push(*many, device.operation("client.put", "c", {"photo": "0" * 64}))
        assert all(set(result) == {"id", "status", "seq", "reason"} for result in results)
        assert (results[0]["reason"], results[-1]["seq"]) == (None, None)
        page = await device.call("sync-pull", {"cursor": 0, "limit": 10_000})
        assert (len(page["changes"]), page["more"]) == (500, True)


async def test_the_digest_is_that_of_the_pulled_rows(tmp_path: Path) -> None:
    async with running(tmp_path, demo=True) as platform, connected(platform) as device:
        await device.push(
            device.operation("session.put", "s", {"title": "Ünï\u2028code"}),
            device.operation("summary.revise", "r", {"text": "# A\n", "origin": "coach"}, "s"),
            device.operation("session.put", "gone", {"title": "x"}),
            device.operation("summary.revise", "r2", {"text": "# B\n", "origin": "coach"}, "gone"),
        )
        await device.push_one("session.delete", "gone", base=10**6)
        changes, cursor = await device.pull(limit=7)
        digest = await device.call("sync-digest", {})
        counts, total = digest_of(changes)
        assert digest["seq"] == cursor
        assert {kind: count for kind, count in digest["counts"].items() if count} == counts
        assert digest["hash"] == total
        assert ("revision", "r2") not in {(change["kind"], change["id"]) for change in changes}
