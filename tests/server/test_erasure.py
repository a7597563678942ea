"""This file tests that a client who is deleted is gone: from the platform's disk, and from every device."""

from __future__ import annotations

from pathlib import Path

from tests.faults.laptops import laptop
from tests.server.running import connected, running

CANARY = "canary-of-a-client"


async def test_a_deleted_client_is_gone_from_the_platform_and_every_device(tmp_path: Path) -> None:
    server = tmp_path / "platform"
    async with running(server) as platform:
        async with (
            connected(platform, "desk") as desk,
            laptop(tmp_path / "one", platform.address, platform.token) as one,
            laptop(tmp_path / "other", platform.address, platform.token) as other,
        ):
            blob = await platform.put_blob(b'{"lines": []}' + CANARY.encode())
            photo = await platform.put_blob(CANARY.encode())
            results = await desk.push(
                desk.operation("client.put", "c", {"name": CANARY, "photo": photo}),
                desk.operation("session.put", "s", {"client": "c", "title": CANARY}),
                desk.operation("transcript.put", "s", {"blob": blob, "bytes": 1, "lines": 1}),
                desk.operation("summary.revise", "r", {"text": CANARY * 500, "origin": "coach"}, "s"),
                desk.operation("message.add", "m", {"role": "user", "content": CANARY, "origin": "coach"}, "s"),
            )
            for device in (one, other):
                await device.until(lambda device=device: device.replica.messages("s") and device.engine.status.synced)
            assert (await desk.push_one("client.delete", "c", base=results[-1]["seq"]))["status"] == "applied"
            for device in (one, other):
                await device.until(lambda device=device: device.replica.client("c") is None)
                await device.until_synced()
                assert device.replica.session("s") is None
                assert (device.replica.messages("s"), device.replica.revisions("s")) == ([], {})
                assert device.replica.transcript_row("s") is None
            for name in (blob, photo):
                assert (await platform.request("GET", f"/v1/blobs/{name}"))[0] == 404
            assert _found(server) == [], "while the platform runs on, whose log is not written back yet"
        assert [file for file in (server / "platform.db.blobs").rglob("*") if file.is_file()] == []
    assert _found(server) == []


async def test_a_client_without_sessions_is_gone_from_the_platforms_disk_as_well(tmp_path: Path) -> None:
    async with running(tmp_path) as platform, connected(platform, "desk") as desk:
        made = await desk.push_one("client.put", "c", {"name": CANARY})
        assert _found(tmp_path) != []
        await desk.push_one("client.delete", "c", base=made["seq"])
        assert _found(tmp_path) == []


def _found(folder: Path) -> list[str]:
    """Return the names of the files that hold a word of the client."""
    return [file.name for file in folder.rglob("*") if file.is_file() and CANARY.encode() in file.read_bytes()]
