"""This file drives the platform with random batches of several devices: what they pull and the digest agree."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.server.running import Device, connected, digest_of, running

LINES = ["- one\n", "- two\n", "- three\n", "- four\n"]


class Mirror:
    """What a device knows: it pulls now and then, and drops what was deleted."""

    def __init__(self) -> None:
        self.cursor = 0
        self.rows: dict[tuple[str, str], Any] = {}

    async def pull(self, device: Device, limit: int) -> None:
        changes, self.cursor = await device.pull(self.cursor, limit)
        for change in changes:
            key = (change["kind"], change["id"])
            if change["data"] is None:
                self.rows.pop(key, None)
                if change["kind"] == "session":
                    self.rows = {k: row for k, row in self.rows.items() if row["session"] != change["id"]}
            else:
                self.rows[key] = change

    def ids(self, kind: str) -> list[str]:
        return [id for of, id in self.rows if of == kind] or ["nobody"]


def random_operation(device: Device, mirror: Mirror, rng: random.Random, number: int) -> dict[str, Any]:
    session = rng.choice([*mirror.ids("session"), f"s{rng.randrange(6)}"])
    row = mirror.rows.get(("session", session))
    head = row["data"]["head"] if row else None
    text = "".join(line for line in LINES if rng.random() < 0.7) or "- none\n"
    kind = rng.choice(["client", "session", "session", "revise", "revise", "revise", "approve", "message", "delete"])
    fresh = f"{device.name} {number}"
    match kind:
        case "client":
            return device.operation("client.put", f"c{rng.randrange(3)}", {"name": fresh})
        case "session":
            client = rng.choice([None, *mirror.ids("client")])
            return device.operation("session.put", session, {"title": fresh, "client": client})
        case "revise":
            parents = rng.sample(mirror.ids("revision"), k=1) if rng.random() < 0.3 else [head] if head else []
            data = {"text": text, "origin": "coach"}
            return device.operation("summary.revise", fresh, data, session, parents=parents)
        case "approve":
            return device.operation("summary.approve", rng.choice(mirror.ids("revision")), session=session)
        case "message":
            return device.operation("message.add", fresh, {"role": "user", "content": text, "origin": "coach"}, session)
        case _:
            if rng.random() < 0.2:
                return device.operation("client.delete", rng.choice(mirror.ids("client")), base=mirror.cursor)
            return device.operation("session.delete", session, base=mirror.cursor)


async def test_pulled_in_pieces_or_anew_the_rows_are_the_digests(
    tmp_path: Path, rng: random.Random, count: Callable[[int], int]
) -> None:
    await push_at_random(tmp_path, None, rng, count(1000))


async def test_the_same_holds_on_postgres(
    tmp_path: Path, postgres_url: str, rng: random.Random, count: Callable[[int], int]
) -> None:
    await push_at_random(tmp_path, postgres_url, rng, count(1000))


async def push_at_random(folder: Path, database: str | None, rng: random.Random, batches: int) -> None:
    async with (
        running(folder, database=database) as platform,
        connected(platform, "one") as one,
        connected(platform, "two") as two,
        connected(platform, "three") as three,
    ):
        devices = [(device, Mirror()) for device in (one, two, three)]
        statuses: set[str] = set()
        sent: list[tuple[dict[str, Any], dict[str, Any]]] = []
        for number in range(batches):
            device, mirror = rng.choice(devices)
            batch = [random_operation(device, mirror, rng, number * 10 + n) for n in range(rng.randrange(1, 6))]
            results = await device.push(*batch)
            statuses |= {result["status"] for result in results}
            sent += [pair for pair in zip(batch, results, strict=True) if pair[1]["seq"] is not None]
            if sent and rng.random() < 0.2:
                operation, result = rng.choice(sent)
                assert await device.push(operation) == [result]
            if rng.random() < 0.5:
                await mirror.pull(device, rng.choice([1, 3, 500]))
            if number % 10 == 0:
                changes, cursor = await one.pull()
                digest = await one.call("sync-digest", {})
                counts, total = digest_of(changes)
                assert (digest["hash"], digest["seq"]) == (total, cursor)
                assert {kind: n for kind, n in digest["counts"].items() if n} == counts
        anew = Mirror()
        await anew.pull(one, 500)
        for device, mirror in devices:
            await mirror.pull(device, 7)
            assert mirror.rows == anew.rows
        assert statuses == {"applied", "merged", "branched", "rejected", "skipped"}
        for (kind, id), row in anew.rows.items():
            if kind == "session" and row["data"]["head"] is not None:
                assert ("revision", row["data"]["head"]) in anew.rows, id
            if kind not in ("client", "session"):
                assert ("session", row["session"]) in anew.rows
