"""This file tests `coachdesk serve` as a process: what it prints, how it ends, and what it keeps when it is killed."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import pytest

from tests.server.running import DEADLINE_S, connected

SERVE = "import sys; from coachdesk.cli import main; sys.exit(main(['serve', *sys.argv[1:]]))"
END_S = 10.0
"""How long a platform may take to end: more than closing takes on a busy machine, less than waiting for a reply."""


@dataclass
class Process:
    """A platform in a process of its own."""

    process: asyncio.subprocess.Process
    address: str
    token: str

    async def end(self, how: signal.Signals) -> int:
        """Send a signal; returns the exit code."""
        self.process.send_signal(how)
        async with asyncio.timeout(END_S):
            return await self.process.wait()


async def start(*words: str, code: str = SERVE) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        code,
        *words,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        stdin=asyncio.subprocess.PIPE,
    )


@contextlib.asynccontextmanager
async def serve(folder: Path, *words: str) -> AsyncIterator[Process]:
    process = await start("--port", "0", "--demo", "--database", str(folder / "platform.db"), *words)
    assert process.stdout is not None
    try:
        async with asyncio.timeout(DEADLINE_S * 3):
            ready = (await process.stdout.readline()).decode().split()
            token = (await process.stdout.readline()).decode().split()
        assert (ready[0], token[0]) == ("ready", "token")
        yield Process(process, ready[1], token[1])
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.communicate()


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
async def test_it_answers_once_ready_and_ends_cleanly(tmp_path: Path, how: signal.Signals) -> None:
    async with serve(tmp_path) as platform:
        async with aiohttp.ClientSession() as session, session.get(f"{platform.address}/v1/health") as answer:
            assert await answer.json() == {"ok": True, "protocol": 1}
        async with connected(platform.address, token=platform.token) as device:
            rows = await device.rows()
            code = await platform.end(how)
        assert code == 0
        assert platform.process.stdout is not None
        assert await platform.process.stdout.read() == b""
        newest = max(
            (data for (kind, _), data in rows.items() if kind == "session"), key=lambda session: session["date"]
        )
        summary = rows["revision", newest["head"]]["text"]
        for heading in ("## Focus", "## Insights", "## Commitments", "## Next session"):
            assert heading in summary


async def test_the_demo_added_twice_is_the_same(tmp_path: Path) -> None:
    async with serve(tmp_path) as first, connected(first.address, token=first.token) as device:
        before = await device.pull()
        sessions = [change for change in before[0] if change["kind"] == "session"]
        await device.push_one("session.delete", sessions[0]["id"], base=before[1])
        after = await device.pull()
        token = first.token
        await first.end(signal.SIGTERM)
    async with serve(tmp_path) as second, connected(second.address, token=second.token) as device:
        assert second.token == token
        assert await device.pull() == after


async def test_after_a_kill_a_repeated_id_gets_its_stored_answer(tmp_path: Path) -> None:
    async with serve(tmp_path) as platform, connected(platform.address, token=platform.token) as device:
        operations = [device.operation("session.put", "s", {"title": "x"})]
        operations += [
            device.operation("summary.revise", f"r{n}", {"text": f"{n}", "origin": "coach"}, "s", parents=parents)
            for n, parents in enumerate([[], ["r0"], ["r0"]])
        ]
        sending = asyncio.create_task(device.client.call("sync-push", {"operations": operations}, timeout=DEADLINE_S))
        async with connected(platform.address, "other", token=platform.token) as other:
            async with asyncio.timeout(DEADLINE_S):
                while ("session", "s") not in await other.rows():
                    pass
            stored = await other.push(*operations)
        await platform.end(signal.SIGKILL)
        sending.cancel()
        await asyncio.gather(sending, return_exceptions=True)
    async with serve(tmp_path) as platform, connected(platform.address, token=platform.token) as device:
        before = await device.pull()
        assert await device.push(*operations) == stored
        assert await device.push(*operations) == stored
        assert await device.pull() == before
        assert [result["status"] for result in stored] == ["applied", "applied", "applied", "branched"]


async def test_it_ends_while_a_reply_is_written(tmp_path: Path) -> None:
    async def never(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.set()
        with contextlib.suppress(asyncio.CancelledError, ConnectionError):
            await released.wait()
        writer.close()

    asked, released = asyncio.Event(), asyncio.Event()
    model = await asyncio.start_server(never, "127.0.0.1", 0)
    address = f"http://127.0.0.1:{model.sockets[0].getsockname()[1]}"
    async with (
        serve(tmp_path, "--llm", address) as platform,
        connected(platform.address, token=platform.token) as device,
    ):
        await device.push_one("session.put", "s", {"title": "x"})
        await device.push_one("refine.request", "q", {"content": "Hello"}, "s")
        async with asyncio.timeout(DEADLINE_S):
            await asked.wait()
        code = await platform.end(signal.SIGTERM)
    released.set()
    model.close()
    await model.wait_closed()
    assert code == 0


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--host", "0.0.0.0"], "--behind-proxy"),
        (["--redis", "redis://127.0.0.1:1"], "--redis"),
        (["--database", "mysql://127.0.0.1/x"], "SQLite"),
        (["--database", "postgresql://127.0.0.1:1/x"], "cannot be opened"),
        (["--database", "/proc/nowhere/x.db"], "cannot be opened"),
    ],
)
async def test_what_cannot_be_served_gets_one_sentence(words: list[str], sentence: str) -> None:
    process = await start("--port", "0", *words)
    out, err = await asyncio.wait_for(process.communicate(), DEADLINE_S)
    assert (process.returncode, out) == (1, b"")
    assert sentence in err.decode()
    assert len(err.decode().splitlines()) == 1


@pytest.mark.skipif(sys.platform == "darwin", reason="only 127.0.0.1 is set up there")
async def test_every_address_of_this_machine_alone_needs_no_proxy(tmp_path: Path) -> None:
    process = await start("--port", "0", "--host", "127.0.0.2", "--database", str(tmp_path / "platform.db"))
    assert process.stdout is not None
    line = await asyncio.wait_for(process.stdout.readline(), DEADLINE_S)
    process.terminate()
    await asyncio.wait_for(process.communicate(), DEADLINE_S)
    assert line.startswith(b"ready http://127.0.0.2:")


async def test_a_coach_is_created_and_signs_in(tmp_path: Path) -> None:
    database = str(tmp_path / "platform.db")
    process = await start("--database", database, "--create-coach", "ada")
    await asyncio.wait_for(process.communicate(b"a long password\n"), DEADLINE_S)
    assert process.returncode == 0
    again = await start("--database", database, "--create-coach", "ada")
    _, err = await asyncio.wait_for(again.communicate(b"a long password\n"), DEADLINE_S)
    assert (again.returncode, "already" in err.decode()) == (1, True)
    async with serve(tmp_path) as platform, aiohttp.ClientSession() as session:
        login = {"name": "ada", "password": "a long password", "device": "d"}
        async with session.post(f"{platform.address}/v1/auth/login", json=login) as answer:
            assert answer.status == 200
            token = (await answer.json())["access"]
        async with connected(platform.address, token=token) as device:
            assert await device.rows() == {}


async def test_refusals_and_faults_say_nothing_on_standard_output_and_no_text_in_the_log(tmp_path: Path) -> None:
    async with serve(tmp_path) as platform, connected(platform.address, token=platform.token) as device:
        for _ in range(19):
            await device.call("refine", {"sessionId": "s", "content": "canary", "extra": "canary"})
        await device.client.emit("refine", "canary")
        await device.heard("disconnect")
        await platform.end(signal.SIGTERM)
        assert platform.process.stdout is not None
        assert platform.process.stderr is not None
        assert await platform.process.stdout.read() == b""
        log = (await platform.process.stderr.read()).decode()
        assert "too many refused events" in log
        assert "canary" not in log
        assert platform.token not in log


async def test_its_files_are_for_its_owner_only(tmp_path: Path) -> None:
    async with serve(tmp_path):
        assert (tmp_path / "platform.db").stat().st_mode & 0o077 == 0
        assert (tmp_path / "platform.db.blobs").stat().st_mode & 0o077 == 0
