"""This file has an organisation forbid models what clients allowed before."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest

from coachdesk.desk.opening import open_desk
from coachdesk.domain.clock import SystemClock
from coachdesk.domain.session import Policy
from coachdesk.settings import Organisation, Settings


@pytest.mark.parametrize("client_allows", [None, *Policy])
async def test_a_client_that_allows_more_than_the_organisation_is_treated_as_the_organisation_says(
    tmp_path: Path, client_allows: Policy | None
) -> None:
    settings = Settings(home=tmp_path, passphrase="a passphrase")
    desk = open_desk(settings, SystemClock())
    client = await desk.create_client("Anna", policy=client_allows) if client_allows else None
    session = await desk.create_session(client, title="Delegating")
    assert desk._reading.policy(session) is (client_allows or Policy.PLATFORM)
    await desk.close()
    rules: tuple[tuple[Literal["local", "none"], tuple[Policy, ...]], ...] = (
        ("local", (Policy.NONE, Policy.LOCAL)),
        ("none", (Policy.NONE,)),
    )
    for most, order in rules:
        ruled = Settings(home=tmp_path, passphrase="a passphrase", organisation=Organisation(policy=most))
        desk = open_desk(ruled, SystemClock())
        assert desk._reading.policy(session) is (client_allows if client_allows in order else order[-1])
        await desk.close()
