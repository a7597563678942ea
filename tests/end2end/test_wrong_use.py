"""This file types commands wrongly, as a newcomer does: one sentence, the right exit code, nothing on stdout."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.end2end.processes import CommandLine


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (("frobnicate",), 2, "There is no command “frobnicate”"),
        (("queue", "retry"), 2, "Use: coachdesk queue"),
        (("model", "frob"), 2, "Use: coachdesk model"),
        (("refine", "one"), 2, "Use: coachdesk refine"),
        (("login",), 2, "Say where"),
        (("list", "--limit", "-3"), 2, "0 or more"),
        (("list", "--limit", "few"), 2, "0 or more"),
        (("serve", "--port", "99999"), 2, "0 to 65535"),
        (("serve", "--port", "http"), 2, "0 to 65535"),
        (("backup", "no-folder/all.backup"), 1, "There is no folder “no-folder”"),
        (("backup", "/"), 1, "is a folder"),
        (("restore", "/"), 1, "cannot be read"),
        (("logout",), 1, "Nobody is signed in"),
        (("import", "nofile.txt"), 1, "There is no file “nofile.txt”"),
    ],
)
def test_a_wrong_command_gets_one_sentence(tmp_path: Path, words: tuple[str, ...], code: int, says: str) -> None:
    command_line = CommandLine(tmp_path / "home", None)
    assert command_line.run(*words, code=code) == ""
    assert says in command_line.errors
    assert "--model-process" not in command_line.errors


@pytest.mark.parametrize("command", ["status", "sync"])
def test_certificates_that_are_not_there_are_said_at_once(tmp_path: Path, command: str) -> None:
    command_line = CommandLine(tmp_path / "home", None, COACHDESK_CA=str(tmp_path / "nowhere.pem"))
    assert command_line.run(command, code=1) == ""
    assert "COACHDESK_CA names" in command_line.errors


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_a_window_without_a_display_is_refused_in_one_sentence(tmp_path: Path) -> None:
    nowhere = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    command_line = CommandLine(tmp_path / "home", None, **nowhere)
    assert command_line.run(code=1) == ""
    assert command_line.errors.startswith("There is no display")
    assert command_line.errors.count("\n") == 1
