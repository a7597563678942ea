"""This file gives the command line what is wrong: each gets one sentence that says what to do, and nothing is lost."""

from __future__ import annotations

import contextlib
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from coachdesk.assistant.model_file import starter_model
from coachdesk.demo import Platform
from tests.end2end.processes import CommandLine, running_platform
from tests.sync.platforms import free_port

TEXT = "## Focus\nA sentence that is nobody else's.\n"


@pytest.fixture(scope="module")
def platform(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Platform]:
    with running_platform(tmp_path_factory.mktemp("platform")) as running:
        yield running


@pytest.fixture(scope="module")
def desk(platform: Platform, tmp_path_factory: pytest.TempPathFactory) -> CommandLine:
    line = CommandLine(tmp_path_factory.mktemp("home"), platform)
    line.run("sync")
    return line


def newest(desk: CommandLine) -> str:
    return str(desk.json("list", "--limit", "1")["sessions"][0]["id"])


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["show", "no-such-session"], "no session with this id"),
        (["edit", "no-such-session", "--summary", "{text}"], "no session with this id"),
        (["import", "{picture}"], "picture.png"),
        (["import", "{missing}"], "missing.txt"),
        (["edit", "{session}", "--summary", "{missing}"], "missing.txt"),
        (["queue", "retry", "nothing"], "No refused edit has this id"),
        (["export", "{session}", "--format", "exe", "--output", "{out}"], "choose one of md, docx"),
        (["refine", "{session}", " ", "--local"], "nothing to send"),
        (["model", "use", "no-such-model"], "no-such-model"),
    ],
)
def test_what_cannot_be_done_gets_one_sentence_and_exit_code_1(
    desk: CommandLine, tmp_path: Path, words: list[str], says: str
) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9)
    (tmp_path / "text.md").write_text(TEXT)
    names = {
        "text": tmp_path / "text.md",
        "picture": tmp_path / "picture.png",
        "missing": tmp_path / "missing.txt",
        "out": tmp_path / "out",
        "session": newest(desk),
    }
    desk.run(*(word.format(**names) for word in words), code=1)
    assert says in desk.errors
    assert len(desk.errors.strip().splitlines()) == 1
    assert desk.json("sync")["synced"]


def test_a_wrong_token_is_said_and_loses_nothing(desk: CommandLine, platform: Platform, tmp_path: Path) -> None:
    wrong = CommandLine(
        Path(desk.environment["COACHDESK_HOME"]), None, COACHDESK_SERVER=platform.address, COACHDESK_TOKEN="not-a-token"
    )
    wrong.run("sync", code=1)
    assert "Sign in" in wrong.errors
    assert desk.json("sync")["synced"]


def test_a_wrong_passphrase_is_said_and_loses_nothing(desk: CommandLine, platform: Platform) -> None:
    session = newest(desk)
    home = Path(desk.environment["COACHDESK_HOME"])
    wrong = CommandLine(home, platform, COACHDESK_PASSPHRASE="another passphrase")
    wrong.run("show", session, code=1)
    assert "passphrase" in wrong.errors.lower()
    assert desk.json("show", session)["id"] == session


@pytest.mark.parametrize("kind", ["missing", "no model", "broken", "cut short"])
def test_a_model_file_that_cannot_be_used_is_said_and_loses_nothing(
    desk: CommandLine, platform: Platform, tmp_path: Path, kind: str
) -> None:
    file = tmp_path / "some-model.gguf"
    if kind != "missing":
        whole = starter_model().read_bytes()[:200_000]
        file.write_bytes({"no model": b"a poem", "broken": b"GGUF" + bytes(2000), "cut short": whole}[kind])
    line = CommandLine(Path(desk.environment["COACHDESK_HOME"]), platform, COACHDESK_MODEL=str(file))
    session = newest(desk)
    before = desk.json("show", session)
    line.run("refine", session, "Add a commitment: call Ana on Monday.", "--local", code=1)
    assert "some-model.gguf" in line.errors
    assert len(line.errors.strip().splitlines()) == 1
    assert desk.json("show", session) == before


def test_a_server_that_speaks_no_socket_io_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "a-web-site"
    folder.mkdir()
    port = free_port()
    web_site = subprocess.Popen(
        [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1", "--directory", str(folder)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        address = f"http://127.0.0.1:{port}"
        _until_it_answers(port)
        line = CommandLine(tmp_path / "home", None, COACHDESK_SERVER=address, COACHDESK_TOKEN="a-token")
        line.run("sync", code=1)
        assert "no platform" in line.errors
        assert len(line.errors.strip().splitlines()) == 1
    finally:
        web_site.kill()
        web_site.wait(10)


def _until_it_answers(port: int) -> None:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return


def test_an_address_where_nobody_answers_is_offline_and_no_error(tmp_path: Path) -> None:
    port = free_port()
    line = CommandLine(tmp_path / "home", None, COACHDESK_SERVER=f"http://127.0.0.1:{port}", COACHDESK_TOKEN="a-token")
    status = line.json("status")
    assert (status["online"], status["synced"]) == (False, False)


def test_words_that_no_command_knows_are_a_usage_error(desk: CommandLine) -> None:
    desk.run("dance", code=2)
    desk.run("show", code=2)
    desk.run("list", "--limit", "many", code=2)
