"""This file reads what systems tell of their batteries."""

from __future__ import annotations

from pathlib import Path

import pytest

from coachdesk.desk.battery import Battery, read_pmset, read_supplies


def supply(folder: Path, name: str, **files: str) -> None:
    (folder / name).mkdir(parents=True)
    for file, content in files.items():
        (folder / name / file).write_text(content + "\n")


def test_linux_tells_of_the_laptops_battery_and_not_of_the_mouses(tmp_path: Path) -> None:
    supply(tmp_path, "AC", type="Mains", online="0")
    supply(tmp_path, "hid", type="Battery", scope="Device", status="Discharging", capacity="90")
    assert read_supplies(tmp_path) is None
    supply(tmp_path, "BAT0", type="Battery", status="Discharging", capacity="41")
    assert read_supplies(tmp_path) == Battery(41, plugged=False)


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ("Now drawing from 'Battery Power'\n -InternalBattery-0\t83%; discharging; 4:02", Battery(83, plugged=False)),
        ("Now drawing from 'AC Power'\n -InternalBattery-0\t100%; charged; 0:00", Battery(100, plugged=True)),
        ("Now drawing from 'AC Power'\n", None),
    ],
)
def test_a_mac_tells_how_full_it_is(said: str, state: Battery | None) -> None:
    assert read_pmset(said) == state
