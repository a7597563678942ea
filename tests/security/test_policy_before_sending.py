"""This file tightens a client's AI policy while a question waits to be sent, and looks for the question on the wire."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest

from coachdesk.desk.opening import open_desk
from coachdesk.domain.clock import SystemClock, iso, new_id
from coachdesk.domain.operation import State
from coachdesk.domain.protocol import RefineRequest, RefineText
from coachdesk.domain.session import Policy
from coachdesk.settings import Organisation, Settings
from coachdesk.sync.connection import Connection
from tests.server.running import running

CANARY = "canary-that-may-not-leave"


@pytest.mark.parametrize(
    ("policy", "organisation", "tried"),
    [
        (Policy.PLATFORM, Organisation(), False),
        (Policy.LOCAL, Organisation(), False),
        (Policy.NONE, Organisation(), False),
        (Policy.PLATFORM, Organisation(policy="local"), False),
        (Policy.PLATFORM, Organisation(policy="none"), True),
    ],
)
async def test_a_waiting_question_does_not_leave_once_the_policy_forbids_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, policy: Policy, organisation: Organisation, tried: bool
) -> None:
    allowed = policy is Policy.PLATFORM and organisation.policy is None
    left: list[bytes] = []
    call = Connection.call

    async def recorded(self: Connection, event: str, payload: object, timeout_s: float) -> Any:
        left.append(msgspec.json.encode([event, payload]))
        return await call(self, event, payload, timeout_s)

    monkeypatch.setattr(Connection, "call", recorded)
    clock = SystemClock()
    async with running(tmp_path) as platform:
        settings = Settings(
            home=tmp_path / "home", server=platform.address, token=platform.token, passphrase="a passphrase"
        )
        desk = open_desk(settings, clock)
        await desk.start()
        client = await desk.create_client("Anna")
        session = await desk.create_session(client, title="Delegating")
        await desk.edit_summary(session, "## Focus\nTom\n")
        assert (await desk.until_synced(30)).synced
        await desk.close()

        offline = open_desk(settings, clock)  # not started: nothing is sent
        head, question = offline.view(session).revision, new_id(clock)
        data = RefineText(content=CANARY, selection=None)
        at = iso(clock.wall_ms())
        request = RefineRequest(id=question, number=1, session=session, entity=question, base=head, at=at, data=data)
        await asyncio.wrap_future(offline._replica.outbox.add(request))
        if tried:  # an earlier try to send it broke off
            await asyncio.wrap_future(offline._replica.outbox.next_batches((), 100, 1 << 20))
        await offline.edit_client(client, policy=policy)
        await offline.edit_client(client, email="anna@example.org")
        await offline.close()

        desk = open_desk(replace(settings, organisation=organisation), clock)
        await desk.start()
        try:
            if allowed:
                assert (await desk.until_synced(30)).synced
            else:
                async with asyncio.timeout(30):
                    while desk.status.parked != 1 or desk.status.pending != 1:  # noqa: ASYNC110 - the engine sets it
                        await asyncio.sleep(0.02)
                (row,) = desk.outbox()
                assert (row.id, row.state) == (question, State.PARKED)
                assert ("organisation" if organisation.policy else "policy") in row.reason
                await desk.retry(question)
                async with asyncio.timeout(30):
                    while desk.outbox()[0].state is not State.PARKED:  # noqa: ASYNC110 - the engine parks it again
                        await asyncio.sleep(0.02)
            assert any(CANARY.encode() in piece for piece in left) == allowed
            assert left
        finally:
            await desk.close()
