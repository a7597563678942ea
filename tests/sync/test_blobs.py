"""This file sends the files that operations name, and fetches them on another laptop."""

from __future__ import annotations

import asyncio
import hashlib
from pathlib import Path

from coachdesk.domain.protocol import TranscriptData, TranscriptPut
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
