"""This file finds resources as a checkout, a wheel and a frozen app lay them out."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from coachdesk import resources
from coachdesk.resources import resource


def test_a_checkout_has_them_beside_the_package() -> None:
    assert resource("models.json").is_file()


def test_a_wheel_has_them_within_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = tmp_path / "coachdesk" / "_resources" / "models.json"
    inside.parent.mkdir(parents=True)
    inside.touch()
    monkeypatch.setattr(resources, "__file__", str(tmp_path / "coachdesk" / "resources.py"))
    assert resource("models.json") == inside


def test_a_frozen_app_has_them_in_its_bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bundled = tmp_path / "resources" / "models.json"
    bundled.parent.mkdir()
    bundled.touch()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource("models.json") == bundled


def test_what_nobody_has_is_named_where_it_was_looked_for() -> None:
    assert resource("no-such-thing").name == "no-such-thing"
    assert not resource("no-such-thing").exists()
