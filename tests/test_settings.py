"""This file reads settings from an environment and from an organisation's file."""

from __future__ import annotations

from pathlib import Path

import pytest

from coachdesk.desk.records import Records
from coachdesk.domain.clock import SystemClock
from coachdesk.domain.session import Policy
from coachdesk.errors import Refused, UserFault
from coachdesk.settings import Organisation, read_settings


def test_what_the_organisation_fixes_comes_before_the_environment(tmp_path: Path) -> None:
    file = tmp_path / "organisation.json"
    file.write_text('{"server": "https://ours.example", "policy": "local", "updates": false, "lock_minutes": 10}')
    settings = read_settings({"COACHDESK_SERVER": "https://other.example"}, file)
    assert settings.server == "https://ours.example"
    assert settings.organisation == Organisation("https://ours.example", "local", updates=False, lock_minutes=10)


def test_without_a_file_the_coach_decides(tmp_path: Path) -> None:
    settings = read_settings({"COACHDESK_SERVER": "https://other.example/"}, tmp_path / "none.json")
    assert settings.server == "https://other.example"
    assert settings.organisation == Organisation()


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("", "truncated"),
        ("{", "truncated"),
        ('{"policy": "anything"}', "policy"),
        ('{"polcy": "local"}', "polcy"),
        ('{"server": 7}', "server"),
    ],
)
def test_a_file_that_cannot_be_understood_is_not_passed_over(content: str, why: str, tmp_path: Path) -> None:
    file = tmp_path / "organisation.json"
    file.write_text(content)
    with pytest.raises(UserFault, match=rf"organisation\.json cannot be read.*{why}"):
        read_settings({}, file)


async def test_a_client_gets_no_policy_that_the_organisation_forbids() -> None:
    stored: list[object] = []

    async def store(*operations: object, **_options: object) -> tuple[()]:
        stored.extend(operations)
        return ()

    class Replica:
        cursor = 0

    records = Records(Replica(), SystemClock(), store, Policy.LOCAL)  # type: ignore[arg-type]  # only its cursor is read
    with pytest.raises(Refused):
        await records.create_client("Anna", policy=Policy.PLATFORM)
    assert stored == []
    await records.create_client("Anna")
    assert stored[0].data.policy is Policy.LOCAL  # type: ignore[attr-defined]  # a ClientPut
