"""This file looks at the list before the desk is open, and where there is something to be done first."""

from __future__ import annotations

from pathlib import Path

import pytest

from coachdesk.desk.first_look import FirstLook
from coachdesk.desk.laptop import Laptop
from coachdesk.desk.listed import ListQuery
from coachdesk.domain.clock import SystemClock
from coachdesk.settings import Settings
from coachdesk.storage import salvage
from coachdesk.storage.database import connect
from coachdesk.storage.keys import open_key
from coachdesk.storage.profile import profile_folder


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path / "home", passphrase="a passphrase")


@pytest.fixture
async def folder(settings: Settings) -> Path:
    """Give the folder of a replica with three sessions; the desk is closed again."""
    desk = Laptop(settings, SystemClock()).open()
    await desk.start()
    try:
        client = await desk.create_client("Anna")
        for day in range(1, 4):
            await desk.create_session(client, date=f"2026-05-0{day}", title=f"Talk {day}")
    finally:
        await desk.close()
    return profile_folder(settings)


async def test_the_first_look_shows_what_the_desk_shows(settings: Settings, folder: Path) -> None:
    laptop = Laptop(settings, SystemClock())
    look = laptop.look()
    assert look is not None
    desk = laptop.open()
    try:
        keys = desk.keys(ListQuery())
        assert look.keys(ListQuery()) == keys
        assert [row.title for row in look.rows(keys)] == ["Talk 3", "Talk 2", "Talk 1"]
        assert look.rows([*keys, 99]) == desk.rows([*keys, 99])
        assert look.clients() == desk.clients()
        assert look.key_of(desk.rows(keys)[0].id) == keys[0]
        assert look.key_of("nobody") is None
    finally:
        look.close()
        await desk.close()


def test_there_is_no_first_look_before_anything_was_written(settings: Settings) -> None:
    assert Laptop(settings, SystemClock()).look() is None


async def test_there_is_no_first_look_at_what_is_to_be_migrated(settings: Settings, folder: Path) -> None:
    key = open_key(folder, settings, create=False)
    connection = connect(folder / "replica.db", key)
    connection.pragma("user_version", 1)
    connection.close()
    assert FirstLook.open(folder, key) is None


async def test_there_is_no_first_look_at_what_is_damaged(settings: Settings, folder: Path) -> None:
    salvage.note_damage(folder, SystemClock())
    assert Laptop(settings, SystemClock()).look() is None


async def test_there_is_no_first_look_with_another_key(folder: Path) -> None:
    assert FirstLook.open(folder, bytes(32)) is None
