"""This file restores a backup into a desk that is open: an empty one makes room, any other stays as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from coachdesk.desk.laptop import Laptop
from coachdesk.domain.clock import SystemClock
from coachdesk.errors import Refused, WrongPassphrase
from coachdesk.settings import Settings

PASSPHRASE = "a passphrase"


async def test_a_backup_takes_the_place_of_an_empty_desk_and_of_no_other(tmp_path: Path) -> None:
    backup = tmp_path / "backup.coachdesk"
    old = Laptop(Settings(home=tmp_path / "old", passphrase=PASSPHRASE), SystemClock())
    desk = old.open()
    session = await desk.create_session(None, title="From before")
    await desk.close()
    await old.back_up(backup, PASSPHRASE)

    settings = Settings(home=tmp_path / "new", passphrase="of the new laptop")
    new = Laptop(settings, SystemClock())
    await new.open().close()
    with pytest.raises(WrongPassphrase, match="does not open the backup"):
        await new.restore(backup, "not this one")
    await new.open().close()
    await new.restore(backup, PASSPHRASE)
    desk = new.open()
    assert desk.view(session).title == "From before"
    await desk.create_session(None, title="Since then")
    await desk.close()
    with pytest.raises(Refused):
        await new.restore(backup, PASSPHRASE)
    desk = Laptop(settings, SystemClock()).open()
    assert desk.view(session).title == "From before"
    await desk.close()
