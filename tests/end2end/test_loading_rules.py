"""This file sees where the assistant's rules are loaded: not in the thread that keeps the window alive."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.end2end.processes import COMMAND_S, CommandLine

PROGRAM = """
import sys, threading

class Recorder:
    def find_spec(self, name, path=None, target=None):
        if name == "coachdesk.assistant.refining":
            print("loaded in", threading.current_thread().name)

sys.meta_path.insert(0, Recorder())
from coachdesk.cli import main
sys.exit(main(["refine", sys.argv[1], "Number the commitments.", "--local"]))
"""
SUMMARY = "## Commitments\n- Ask Tom for feedback.\n- Draft three stories.\n"


def test_the_first_question_does_not_hold_the_loop_while_the_rules_are_loaded(tmp_path: Path) -> None:
    line = CommandLine(tmp_path / "home", None)
    transcript, summary = tmp_path / "talk.txt", tmp_path / "summary.md"
    transcript.write_text("Anna: Hello.\n", "utf-8")
    summary.write_text(SUMMARY, "utf-8")
    session = line.json("import", str(transcript), "--client", "Anna")["sessions"][0]["id"]
    line.run("edit", session, "--summary", str(summary))
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, session],
        env=line.environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=COMMAND_S,
    )
    assert done.returncode == 0, done.stderr
    loaded = [words for words in done.stdout.splitlines() if words.startswith("loaded in ")]
    assert len(loaded) == 1
    assert "MainThread" not in loaded[0]
    assert "1. Ask Tom" in line.json("show", session)["summary"]
