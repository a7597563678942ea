"""This file signs news of a release as the makers do, and reads it as the app does."""

from __future__ import annotations

import base64
import importlib.util
import json
from pathlib import Path
from types import ModuleType

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from coachdesk.desk.updates import releases_source
from coachdesk.domain.release import read_release

SCRIPT = Path(__file__).parents[2] / "packaging" / "release.py"


@pytest.fixture
def release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Give the script, with a project of its own to write into."""
    spec = importlib.util.spec_from_file_location("release", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    (tmp_path / "resources").mkdir()
    (tmp_path / "pyproject.toml").write_text('[project]\nversion = "4.5.6"\n')
    monkeypatch.setattr(module, "ROOT", tmp_path)
    return module


def test_the_app_believes_what_the_makers_key_signed(release: ModuleType, tmp_path: Path) -> None:
    private = release.new_key("https://coachdesk.example/releases.json")
    kept = json.loads((tmp_path / "resources" / "updates.json").read_text())
    public = Ed25519PublicKey.from_public_bytes(base64.b64decode(kept["key"]))

    def is_signed(signature: bytes, content: bytes) -> bool:
        try:
            public.verify(signature, content)
        except InvalidSignature:
            return False
        return True

    content = release.sign(private, "https://coachdesk.example/4.5.6", ["Größer.", "Faster."]).encode()
    told = read_release(content, is_signed)
    assert (told.version, told.page, told.news) == ("4.5.6", "https://coachdesk.example/4.5.6", ("Größer.", "Faster."))


def test_the_source_that_travels_with_the_app_can_be_read() -> None:
    source = releases_source()
    assert len(source.key) in (0, 32)
    assert bool(source.key) == source.address.startswith("https://")
