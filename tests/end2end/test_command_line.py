"""This file does the main job on the command line: offline edits, killed app and server, and one truth after."""

from __future__ import annotations

import re
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from coachdesk.demo import Platform
from tests.end2end.processes import CommandLine, running_platform

TEXT = "## Focus\nA sentence that is nobody else's.\n"


@pytest.fixture
def platform(tmp_path: Path) -> Iterator[Platform]:
    with running_platform(tmp_path / "platform-folder") as running:
        yield running


@pytest.fixture
def desk(tmp_path: Path, platform: Platform) -> CommandLine:
    line = CommandLine(tmp_path / "home", platform)
    line.run("sync")
    return line


def newest(desk: CommandLine) -> str:
    return str(desk.json("list", "--limit", "1")["sessions"][0]["id"])


def test_edits_made_offline_survive_kills_and_arrive_once_and_in_order(
    desk: CommandLine, platform: Platform, tmp_path: Path
) -> None:
    session = newest(desk)
    before = len(desk.json("revisions", session)["revisions"])
    platform.kill()
    for number in range(3):
        file = tmp_path / f"{number}.md"
        file.write_text(f"{TEXT}- number {number}\n")
        desk.run("edit", session, "--summary", str(file))
        desk.run("approve", session)  # between two texts, so that they stay two operations
    killed = desk.start("sync")
    killed.send_signal(signal.SIGKILL)
    killed.communicate(timeout=30)
    waiting = desk.json("queue")["operations"]
    assert [operation["kind"] for operation in waiting] == ["summary.revise", "summary.approve"] * 3
    status = desk.json("status")
    assert (status["online"], status["synced"], status["pending"]) == (False, False, 6)
    assert desk.json("show", session)["summary"].endswith("- number 2\n")

    platform.start()
    synced = desk.json("sync")
    assert (synced["synced"], synced["pending"]) == (True, 0)
    texts = [revision["text"] for revision in desk.json("revisions", session)["revisions"]]
    assert [text[-2] for text in texts[:3]] == ["2", "1", "0"]
    assert len(texts) == before + 3
    other = CommandLine(tmp_path / "another-laptop", platform)
    assert other.json("sync")["synced"]
    assert other.json("show", session)["summary"] == desk.json("show", session)["summary"]
    assert len(other.json("revisions", session)["revisions"]) == before + 3


def test_a_sync_that_is_killed_anywhere_doubles_nothing(desk: CommandLine, platform: Platform, tmp_path: Path) -> None:
    session = newest(desk)
    before = len(desk.json("revisions", session)["revisions"])
    file = tmp_path / "text.md"
    for round_ in range(4):
        file.write_text(f"{TEXT}- round {round_}\n")
        desk.run("edit", session, "--summary", str(file))
        process = desk.start("sync")
        try:
            process.communicate(timeout=0.6 + 0.15 * round_)
        except Exception:  # noqa: BLE001 - it is killed in the middle on purpose
            process.kill()
            process.communicate(timeout=30)
    assert desk.json("sync")["synced"]
    texts = [revision["text"] for revision in desk.json("revisions", session)["revisions"]]
    assert len(texts) == len(set(texts)) <= before + 4
    assert texts[0].endswith("- round 3\n")


def test_a_transcript_imported_offline_reaches_another_laptop(
    desk: CommandLine, platform: Platform, tmp_path: Path
) -> None:
    platform.kill()
    file = tmp_path / "talk.txt"
    file.write_text("Anna: I will call my mentor on Monday.\nCoach: When would that be?\nAnna: At nine.\n" * 3)
    (row,) = desk.json("import", str(file), "--client", "Anna Berg", "--date", "2026-05-12")["sessions"]
    assert (row["client"], row["date"], row["pending"] > 0) == ("Anna Berg", "2026-05-12", True)
    assert [found["id"] for found in desk.json("list", "--search", "with Anna 2026-05")["sessions"]] == [row["id"]]
    platform.start()
    assert desk.json("sync")["synced"]
    other = CommandLine(tmp_path / "another-laptop", platform)
    assert other.json("sync")["synced"]
    target = tmp_path / "out.vtt"
    other.run("refine", row["id"], "What will Anna do?", "--platform")
    other.run("export", row["id"], "--format", "vtt", "--output", str(target))
    assert target.read_text().count("I will call my mentor on Monday.") == 3


def test_platform_and_laptop_answer_and_say_who_did(desk: CommandLine, platform: Platform) -> None:
    session = newest(desk)
    online = desk.json("refine", session, "Add a commitment: call Ana on Monday.", "--platform")
    assert online["engine"] == "platform"
    assert re.search("[Cc]all Ana on Monday", online["summary"])
    platform.kill()
    proposed = desk.json("refine", session, "Remove the commitment about Ana.", "--local", "--propose")
    assert proposed["engine"].startswith("local:")
    assert "Ana" not in proposed["summary"]
    shown = desk.json("show", session)
    assert re.search("[Cc]all Ana on Monday", shown["summary"])
    assert shown["proposal"] == proposed["summary"]
    accepted = desk.json("refine", session, "Put the commitments first.", "--local")
    assert desk.json("show", session)["summary"] == accepted["summary"]
    assert accepted["summary"].index("Commitments") < accepted["summary"].index("Focus")
    platform.start()
    assert desk.json("sync")["synced"]
    assert desk.json("show", session)["summary"] == accepted["summary"]


def test_a_text_that_could_not_be_merged_is_laid_beside_the_summary_and_settled_place_by_place(
    desk: CommandLine, platform: Platform, tmp_path: Path
) -> None:
    other = CommandLine(tmp_path / "other", platform)
    session = newest(desk)
    file = tmp_path / "text.md"

    def edit(line: CommandLine, who: str, between: str) -> None:
        file.write_text(f"## Focus\n\n{who} A.\n\n## Insights\n\n{between}\n\n## Next session\n\n{who} B.\n")
        line.run("edit", session, "--summary", str(file))

    edit(desk, "Base", "Nobody's.")
    (waiting,) = desk.json("queue")["operations"]
    assert desk.json("queue", "copy", waiting["id"]) == {"id": waiting["id"], "text": file.read_text()}
    desk.run("sync")
    other.run("sync")
    edit(desk, "Mine", "Nobody's.")
    desk.run("sync")
    edit(other, "Theirs", "Only here.")
    assert other.json("settle", session)["branches"] == []
    other.run("sync")

    (branch,) = other.json("show", session)["branches"]
    assert f"revision {branch}, could not be merged" in other.run("show", session)
    assert "2. Base B.\n2. Theirs B.\n2. Mine B.\n" in other.run("settle", session)
    other.run("settle", session, "--take", "mine,theirs,mine", code=2)
    assert "2 places" in other.errors
    settled = other.json("settle", session, "--take", "mine,theirs")
    assert (settled["settled"], settled["branches"], settled["pending"]) == (branch, [], 1)
    assert [piece in settled["summary"] for piece in ("Theirs A.", "Only here.", "Mine B.")] == [True] * 3
    for line in (other, desk):
        line.run("sync")
        shown = line.json("show", session)
        assert (shown["summary"], shown["branches"]) == (settled["summary"], [])
    other.run("settle", session, "--take", "mine", code=1)
    assert "No other text" in other.errors
