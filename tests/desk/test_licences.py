"""This file looks for the licences where each system's bundle has them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from coachdesk.desk.licences import licences


@pytest.mark.parametrize(
    ("program", "folder"),
    [
        ("coachdesk/coachdesk", "coachdesk"),
        ("A.app/Contents/MacOS/coachdesk", "A.app/Contents/Resources"),
    ],
)
def test_a_bundle_tells_the_licences_that_travel_with_it(
    program: str, folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / folder / "licences").mkdir(parents=True)
    (tmp_path / folder / "licences" / "README.txt").write_text("Größe 1.0: MIT\n", "utf-8")
    monkeypatch.setattr(sys, "executable", str(tmp_path / program))
    assert licences() == "Größe 1.0: MIT\n"


def test_a_checkout_tells_the_licences_of_what_is_installed() -> None:
    assert "merge3 " in licences()
