"""This file sends the files that operations name, and fetches them on another laptop."""

from __future__ import annotations

import asyncio
import hashlib
from pathlib import Path
from typing import Any

import pytest

from coachdesk.domain.protocol import TranscriptData, TranscriptPut
from coachdesk.sync.platform_http import PlatformHttp
from tests.faults.laptops import laptop
from tests.server.running import running
from tests.storage.edits import AT, client_put, fresh, session_put


async def test_a_photo_and_a_transcript_are_there_before_what_names_them(tmp_path: Path) -> None:
    photo, transcript = b"\x89PNG a photo", b'{"lines":[]}'
    named = [hashlib.sha256(content).hexdigest() for content in (photo, transcript)]
    async with (
        running(tmp_path / "platform") as platform,
        laptop(tmp_path / "one", platform.address, platform.token) as one,
        laptop(tmp_path / "two", platform.address, platform.token) as two,
    ):
        for content in (photo, transcript):
            await asyncio.wrap_future(one.replica.put_blob(content))
        lines = TranscriptData(blob=named[1], bytes=len(transcript), lines=0)
        put = TranscriptPut(id=fresh(), number=1, session="s", entity="s", base=0, at=AT, data=lines)
        await one.add(client_put("c", name="Ada", photo=named[0]), session_put("s", client="c"), put)
        await one.until_synced()
        assert one.replica.outbox.counts() == (0, 0)
        assert [one.replica.blob(sha) for sha in named] == [None, None], "confirmed, so the cache has them"
        await two.until(lambda: two.replica.client("c"))
        assert [await two.engine.fetch_blob(sha) for sha in named] == [photo, transcript]


@pytest.mark.logs("^coachdesk.sync.engine: the platform failed")
async def test_a_file_goes_once_the_platform_can_take_it_and_its_edit_behind_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    request, answers = PlatformHttp._request, [503, 429, 500]

    async def busy(self: PlatformHttp, method: str, path: str, **options: Any) -> tuple[int, bytes]:
        if method == "PUT" and answers:
            return answers.pop(), b""
        return await request(self, method, path, **options)

    monkeypatch.setattr(PlatformHttp, "_request", busy)
    photo = b"\x89PNG a photo"
    async with (
        running(tmp_path / "platform") as platform,
        laptop(tmp_path / "one", platform.address, platform.token) as one,
    ):
        await asyncio.wrap_future(one.replica.put_blob(photo))
        await one.add(client_put("c", name="Ada", photo=hashlib.sha256(photo).hexdigest()))
        await one.until_synced()
        assert answers == []
