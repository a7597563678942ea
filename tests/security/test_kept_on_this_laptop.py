"""This file records every byte that a desk hands to its connections, and looks for what is kept on the laptop."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from coachdesk.desk.desk import Desk
from coachdesk.desk.listed import ListQuery
from coachdesk.desk.opening import open_desk
from coachdesk.domain.clock import SystemClock
from coachdesk.domain.operation import State
from coachdesk.errors import Refused
from coachdesk.settings import Settings
from coachdesk.sync.connection import Connection
from coachdesk.sync.platform_http import PlatformHttp
from tests.server.running import Running, connected, running

CANARY = "canary-that-stays"
TEXT = f"## Focus\n{CANARY} wants to delegate to Tom.\n"


@pytest.fixture
async def platform(tmp_path: Path) -> AsyncIterator[Running]:
    async with running(tmp_path) as platform:
        yield platform


@pytest.fixture
def left(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """All that was handed to the socket or to HTTP."""
    left: list[bytes] = []
    call, request = Connection.call, PlatformHttp._request

    async def recorded_call(self: Connection, event: str, payload: object, timeout_s: float) -> object:
        left.append(msgspec.json.encode([event, payload]))
        return await call(self, event, payload, timeout_s)

    async def recorded_request(self: PlatformHttp, method: str, path: str, **more: Any) -> tuple[int, bytes]:
        left.append(path.encode() + (more.get("content") or b""))
        return await request(self, method, path, **more)

    monkeypatch.setattr(Connection, "call", recorded_call)
    monkeypatch.setattr(PlatformHttp, "_request", recorded_request)
    return left


@pytest.fixture
async def desk(tmp_path: Path, platform: Running, left: list[bytes]) -> AsyncIterator[Desk]:
    settings = Settings(
        home=tmp_path / "home", server=platform.address, token=platform.token, passphrase="a passphrase"
    )
    desk = open_desk(settings, SystemClock())
    await desk.start()
    assert (await desk.until_synced(30)).synced
    yield desk
    await desk.close()


def said(left: list[bytes]) -> bool:
    return any(CANARY.encode() in piece for piece in left)


async def filled(desk: Desk, tmp_path: Path, client: str) -> str:
    """Put the canary into each place of a session."""
    talk = tmp_path / "talk.txt"
    talk.write_text(f"Anna: {CANARY} said so.\nCoach: When?\nAnna: On Monday.\n")
    session = await desk.create_session(client, title=f"{CANARY} title", date="2026-05-12", tags=(CANARY,))
    await desk.import_file(talk, session=session)
    await desk.edit_summary(session, TEXT)
    message = await desk.send(session, f"Rename Tom to Tim, {CANARY}.", engine="local")
    await desk.reply_written(session)
    assert message in {one.id for one in desk.view(session).messages}
    return session


async def rows_of(platform: Running) -> dict[tuple[str, str], Any]:
    async with connected(platform, "checker") as checker:
        return await checker.rows()


async def test_of_a_kept_client_not_one_byte_goes_out_until_it_is_released(
    desk: Desk, platform: Running, left: list[bytes], tmp_path: Path
) -> None:
    client = await desk.create_client("Anna")
    client = await desk.keep_client(client, True)
    await desk.edit_client(client, name=f"{CANARY} Anna")
    session = await filled(desk, tmp_path, client)
    other = await desk.create_session(None, title="not kept")
    assert (await desk.until_synced(30)).synced
    assert not said(left)
    assert desk.status.pending == 0
    view = desk.view(session)
    assert (view.kept, view.client_kept, view.pending, view.summary) == (True, True, 0, TEXT)
    assert desk.row(session).kept
    assert not desk.row(other).kept
    assert "laptop" in desk.who_answers(session)
    with pytest.raises(Refused):
        await desk.send(session, "Shorter.", engine="platform")

    await desk.keep_client(client, False)
    assert (await desk.until_synced(30)).synced
    assert said(left), "nothing was recorded"
    rows = await rows_of(platform)
    assert rows["session", session]["title"] == f"{CANARY} title"
    assert rows["client", client]["name"] == f"{CANARY} Anna"
    assert ("transcript", session) in rows


async def test_what_is_kept_when_it_is_made_never_goes_out_not_even_its_name(desk: Desk, left: list[bytes]) -> None:
    client = await desk.create_client(f"{CANARY} Anna", kept=True)
    session = await desk.create_session(None, title=f"{CANARY} alone", kept=True)
    await desk.create_session(client, title=f"{CANARY} title")
    await desk.create_session(None, title="not kept")
    assert (await desk.until_synced(30)).synced
    assert left
    assert not said(left)
    assert desk.view(session).kept


async def test_keeping_what_was_sent_copies_it_under_new_ids_and_deletes_it_on_the_platform(
    desk: Desk, platform: Running, left: list[bytes], tmp_path: Path
) -> None:
    client = await desk.create_client(f"{CANARY} Anna")
    session = await filled(desk, tmp_path, client)
    assert (await desk.until_synced(30)).synced
    await desk.accept(session)
    await desk.approve(session)
    await desk.save_draft(session, "chat", "half a question")
    assert (await desk.until_synced(30)).synced
    before = desk.view(session)
    texts = [one.text for one in desk.revisions(session)]
    left.clear()

    kept = await desk.keep_client(client, True)
    assert kept != client
    assert (await desk.until_synced(30)).synced
    assert not said(left)
    rows = await rows_of(platform)
    assert not [key for key, row in rows.items() if CANARY in str(row)]
    (row,) = [row for row in desk.rows(desk.keys(ListQuery(client=kept))) if row.id]
    view = desk.view(row.id)
    assert row.id != session
    assert (view.summary, view.title, view.tags) == (before.summary, before.title, before.tags)
    assert view.approved == view.revision
    assert [one.content for one in view.messages] == [one.content for one in before.messages]
    assert view.messages[1].reply_to == view.messages[0].id
    assert [one.text for one in desk.revisions(row.id)] == texts
    assert desk.draft(row.id, "chat") == "half a question"
    transcript = await desk.transcript(row.id)
    assert transcript is not None
    assert CANARY in transcript.lines[0].text
    assert not any(one.id == client for one in desk.clients())

    await desk.keep_client(kept, False)
    assert (await desk.until_synced(30)).synced
    rows = await rows_of(platform)
    head = rows["session", row.id]["head"]
    assert rows["revision", head]["text"] == before.summary


async def test_an_edit_that_may_have_arrived_goes_again_without_its_text(
    desk: Desk, platform: Running, left: list[bytes]
) -> None:
    session = await desk.create_session(None, title=f"{CANARY} title")
    await desk.edit_summary(session, TEXT)
    assert (await desk.until_synced(30)).synced
    await desk.edit_summary(session, TEXT + "more\n")
    await desk._background.close()
    outbox = desk._replica.outbox
    ((sent,),) = outbox.next_batches((), 10, 10_000_000).result(10)
    left.clear()
    kept = await desk.keep_session(session, True)
    states = {row.state for row in desk.outbox() if row.session == session}
    assert states == {State.SENT, State.QUEUED}
    desk._background.start()
    assert (await desk.until_synced(30)).synced
    assert any(sent.id.encode() in piece for piece in left)
    assert not said(left)
    assert desk.view(kept).summary == TEXT + "more\n"
    assert (await rows_of(platform)).get(("session", session)) is None


async def test_a_session_that_moves_to_a_kept_client_leaves_the_platform_and_comes_back_with_another(
    desk: Desk, platform: Running, left: list[bytes]
) -> None:
    kept = await desk.keep_client(await desk.create_client("Anna"), True)
    free = await desk.create_client("Ben")
    session = await desk.create_session(free, title="moves")
    assert (await desk.until_synced(30)).synced
    await desk.edit_session(session, client=kept)
    (row,) = [row for row in desk.rows(desk.keys(ListQuery(client=kept))) if row.id]
    await desk.edit_summary(row.id, TEXT)
    assert (await desk.until_synced(30)).synced
    assert not said(left)
    assert (await rows_of(platform)).get(("session", session)) is None
    await desk.edit_session(row.id, client=free)
    assert (await desk.until_synced(30)).synced
    assert not said(left), "it stays here until somebody says otherwise"
    await desk.keep_session(row.id, False)
    assert (await desk.until_synced(30)).synced
    rows = await rows_of(platform)
    assert rows["session", row.id]["client"] == free


async def test_what_is_deleted_while_it_is_kept_is_never_sent(
    desk: Desk, platform: Running, left: list[bytes], tmp_path: Path
) -> None:
    client = await desk.keep_client(await desk.create_client("Anna"), True)
    session = await filled(desk, tmp_path, client)
    await desk.delete_session(session)
    await desk.keep_client(client, False)
    assert (await desk.until_synced(30)).synced
    assert not said(left)
    client = await desk.keep_client(client, True)
    await filled(desk, tmp_path, client)
    await desk.delete_client(client)
    assert (await desk.until_synced(30)).synced
    assert not said(left)
    assert not [row for row in desk.outbox() if row.state is State.KEPT]
