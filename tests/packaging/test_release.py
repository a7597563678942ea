"""This file signs news of a release as the makers do, and reads it as the app does."""

from __future__ import annotations

import base64
import importlib.util
import json
import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import ModuleType

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from coachdesk.desk.updates import releases_source
from coachdesk.domain.release import read_release
from tests.end2end.processes import CommandLine

SCRIPT = Path(__file__).parents[2] / "packaging" / "release.py"
CHANGES = """# Changelog

## [Unreleased]

Not yet told.

## [4.5.6] - 2027-01-31

The list is larger, and
a search finds „Größe“.

### Added

- A detail.
"""
WINDOW = """
import asyncio, sys
from functools import partial
from pathlib import Path
import msgspec
from PySide6.QtWidgets import QLabel, QWidget
from coachdesk import app
from coachdesk.desk import opening, updates
from coachdesk.settings import read_settings

source = msgspec.json.decode(Path(sys.argv[1]).read_bytes(), type=updates.Source)
opening.releases_source = lambda: source
opening.open_desk = partial(opening.open_desk, offer_s=0.1)

async def script(desk, window):
    async with asyncio.timeout(60):
        while "4.5.6" not in (said := window.findChild(QWidget, "noticeText").text()):
            await asyncio.sleep(0.01)
    print(said)
    return 0

raise SystemExit(app.open_window(read_settings(), script))
"""


class Quiet(SimpleHTTPRequestHandler):
    """A web server's answers, without a line for each."""

    def log_message(self, *_words: object) -> None:
        """Say nothing."""


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
    (tmp_path / "CHANGELOG.md").write_text(CHANGES, "utf-8")
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

    told = read_release(release.sign(private, "https://coachdesk.example/4.5.6").encode(), is_signed)
    assert (told.version, told.page) == ("4.5.6", "https://coachdesk.example/4.5.6")
    assert told.news == ("The list is larger, and a search finds „Größe“.",)


@pytest.mark.parametrize("changes", ["# Changelog\n", "## [4.5.6]\n\n### Added\n", "## [4.5.6]\n" + "long " * 99])
def test_nothing_is_signed_that_has_no_news_or_more_than_a_notice_can_show(
    release: ModuleType,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    changes: str,
) -> None:
    (tmp_path / "CHANGELOG.md").write_text(changes, "utf-8")
    monkeypatch.setenv("RELEASE_KEY", release.new_key("https://coachdesk.example/releases.json"))
    assert release.main(["sign", "https://coachdesk.example/4.5.6"]) == 1
    output = capsys.readouterr()
    assert output.out == ""
    assert "4.5.6" in output.err


@pytest.mark.timeout(150)
def test_what_the_makers_sign_is_told_in_the_window_of_whoever_has_an_older_version(
    release: ModuleType, tmp_path: Path
) -> None:
    (tmp_path / "web").mkdir()
    handler = partial(Quiet, directory=str(tmp_path / "web"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as web:
        thread = threading.Thread(target=web.serve_forever)
        thread.start()
        try:
            private = release.new_key(f"http://127.0.0.1:{web.server_port}/releases.json")
            (tmp_path / "web" / "releases.json").write_text(release.sign(private, "https://coachdesk.example/4.5.6"))
            line = CommandLine(tmp_path / "home", None, QT_QPA_PLATFORM="offscreen", PYTHONPATH=str(Path.cwd()))
            words = [sys.executable, "-c", WINDOW, str(tmp_path / "resources" / "updates.json")]
            done = subprocess.run(
                words, env=line.environment, capture_output=True, text=True, encoding="utf-8", check=False, timeout=100
            )
        finally:
            web.shutdown()
            thread.join()
    assert done.returncode == 0, done.stderr
    assert "a search finds „Größe“" in done.stdout
    assert "https://coachdesk.example/4.5.6" in done.stdout


def test_the_source_that_travels_with_the_app_can_be_read() -> None:
    source = releases_source()
    assert len(source.key) in (0, 32)
    assert bool(source.key) == source.address.startswith("https://")
