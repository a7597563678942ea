"""This file loses a laptop and gets everything back from one encrypted file."""

from __future__ import annotations

from pathlib import Path

from tests.end2end.processes import CommandLine, running_platform

CANARY = "Nobody else knows about the lighthouse."


def test_a_laptop_without_a_platform_comes_back_from_its_backup(tmp_path: Path) -> None:
    talk, text, backup = tmp_path / "talk.txt", tmp_path / "text.md", tmp_path / "everything.coachdesk"
    talk.write_text("Anna: I dream of a lighthouse.\nCoach: Tell me more.\nAnna: It is white.\n")
    text.write_text(f"## Focus\n{CANARY}\n")
    old = CommandLine(tmp_path / "old-home", None)
    (row,) = old.json("import", str(talk), "--client", "Anna")["sessions"]
    old.run("edit", row["id"], "--summary", str(text))
    assert old.json("backup", str(backup))["bytes"] == backup.stat().st_size
    assert CANARY.encode() not in backup.read_bytes()
    assert backup.stat().st_mode & 0o077 == 0

    new = CommandLine(tmp_path / "new-home", None)
    new.run("restore", str(backup))
    assert new.json("show", row["id"])["summary"] == text.read_text()
    new.run("export", row["id"], "--format", "vtt", "--output", str(tmp_path / "talk.vtt"))
    assert "lighthouse" in (tmp_path / "talk.vtt").read_text()
    new.run("restore", str(backup), code=1)
    assert "nothing was overwritten" in new.errors
    wrong = CommandLine(tmp_path / "third-home", None, COACHDESK_PASSPHRASE="another")
    wrong.run("restore", str(backup), code=1)
    assert "passphrase" in wrong.errors
    damaged = bytearray(backup.read_bytes())
    damaged[len(damaged) // 2] ^= 0xFF
    (tmp_path / "damaged").write_bytes(damaged)
    fourth = CommandLine(tmp_path / "fourth-home", None)
    fourth.run("restore", str(tmp_path / "damaged"), code=1)
    assert "damaged" in fourth.errors
    fourth.run("restore", str(talk), code=1)
    assert "no backup" in fourth.errors


def test_edits_that_waited_in_a_lost_laptop_reach_the_platform_once(tmp_path: Path) -> None:
    text, backup = tmp_path / "text.md", tmp_path / "backup"
    text.write_text(f"## Focus\n{CANARY}\n")
    with running_platform(tmp_path / "platform-folder") as platform:
        old = CommandLine(tmp_path / "old-home", platform)
        old.run("sync")
        session = old.json("list", "--limit", "1")["sessions"][0]["id"]
        before = len(old.json("revisions", session)["revisions"])
        old.run("edit", session, "--summary", str(text))
        old.run("backup", str(backup))
        assert old.json("sync")["synced"]

        new = CommandLine(tmp_path / "new-home", platform)
        new.run("restore", str(backup))
        assert new.json("show", session)["pending"] == 1
        assert new.json("sync")["synced"]
        assert len(new.json("revisions", session)["revisions"]) == before + 1
