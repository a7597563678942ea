"""This file runs `travel-check` and `doctor` where all is well and where not: each finding has its fix."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.end2end.processes import CommandLine, running_platform


def findings(document: dict[str, Any]) -> dict[str, Any]:
    return {row["name"]: row for row in document["findings"]}


def test_a_laptop_that_synced_is_ready_to_travel_and_an_edit_that_waits_is_found(tmp_path: Path) -> None:
    with running_platform(tmp_path / "platform") as platform:
        desk = CommandLine(tmp_path / "home", platform)
        desk.run("sync")
        found = findings(desk.json("travel-check"))
        assert list(found) == ["model", "transcripts", "disk", "battery", "queue"]
        assert "tokens a second" in found["model"]["finding"]
        assert all(row["ok"] and row["fix"] is None for row in found.values() if row["name"] != "battery")
    _edit_offline(desk, tmp_path)
    document = desk.json("travel-check", code=1)
    queue = findings(document)["queue"]
    assert (document["ok"], queue["ok"], queue["fix"]) == (False, False, "Go online and run: coachdesk sync.")
    assert "coachdesk sync" in desk.errors


def _edit_offline(desk: CommandLine, tmp_path: Path) -> None:
    text = tmp_path / "text.md"
    text.write_text("## Focus\n\nSomething else.\n")
    newest = desk.json("list", "--limit", "1")["sessions"][0]["id"]
    desk.run("edit", newest, "--summary", str(text))


def test_a_recent_transcript_that_is_not_here_is_found_and_a_model_that_is_broken(tmp_path: Path) -> None:
    with running_platform(tmp_path / "platform") as platform:
        desk = CommandLine(tmp_path / "home", platform)
        transcript = tmp_path / "talk.txt"
        transcript.write_text("Anna: Good morning.\nBen: Good morning, Anna.\n")
        CommandLine(tmp_path / "other", platform).run("import", str(transcript), "--date", _today())
        other = CommandLine(tmp_path / "other", platform)
        other.run("sync")
        desk.run("sync")
    broken = tmp_path / "broken.gguf"
    broken.write_bytes(b"nothing of a model")
    desk.environment["COACHDESK_MODEL"] = str(broken)
    found = findings(desk.json("travel-check", code=1))
    assert "travel-check" in found["transcripts"]["fix"]
    assert "model use" in found["model"]["fix"]


def _today() -> str:
    import datetime

    return datetime.datetime.now().astimezone().date().isoformat()


def test_the_doctor_finds_an_installation_in_order_and_damage_where_there_is_some(tmp_path: Path) -> None:
    with running_platform(tmp_path / "platform") as platform:
        desk = CommandLine(tmp_path / "home", platform)
        desk.run("sync")
        document = desk.json("doctor")
        found = findings(document)
        assert document["ok"]
        assert list(found) == [
            "versions",
            "environment",
            "keychain",
            "replica",
            "cache",
            "model",
            "connection",
            "clock",
        ]
        assert platform.address in found["connection"]["finding"]
        assert " 0 s apart" in found["clock"]["finding"] or " 1 s apart" in found["clock"]["finding"]
        wrong = CommandLine(tmp_path / "home", platform, COACHDESK_PASSPHRASE="another")
        assert not findings(wrong.json("doctor", code=1))["keychain"]["ok"]
    _damage(tmp_path / "home")
    found = findings(desk.json("doctor", code=1))
    assert [name for name, row in found.items() if not row["ok"]] == ["replica", "connection"]


def _damage(home: Path) -> None:
    (database,) = home.rglob("replica.db")
    for beside in ("replica.db-wal", "replica.db-shm"):
        database.with_name(beside).unlink(missing_ok=True)
    content = bytearray(database.read_bytes())
    content[5 * 4096 + 100 : 5 * 4096 + 200] = bytes(100)
    database.write_bytes(content)


def test_a_home_without_data_and_platform_is_in_order(tmp_path: Path) -> None:
    desk = CommandLine(tmp_path / "home", None)
    assert desk.json("doctor")["ok"]
    assert not list((tmp_path / "home").rglob("replica.db")), "the doctor only looks"
    unreadable = CommandLine(tmp_path / "home", None, COACHDESK_CA=str(tmp_path / "nowhere.pem"))
    assert "COACHDESK_CA" in findings(unreadable.json("doctor", code=1))["environment"]["fix"]


def test_a_check_reads_as_lines(tmp_path: Path) -> None:
    said = CommandLine(tmp_path / "home", None).run("doctor")
    assert said.startswith("ok  versions: ")
