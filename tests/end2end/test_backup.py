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


def test_the_recovery_key_opens_the_data_again_when_what_held_the_key_is_lost(tmp_path: Path) -> None:
    old = CommandLine(tmp_path / "home", None)
    talk = tmp_path / "talk.txt"
    talk.write_text("Anna: I dream of a lighthouse.\n")
    (row,) = old.json("import", str(talk), "--client", "Anna")["sessions"]
    key = old.json("recovery-key")["recovery_key"]
    assert old.run("recovery-key").strip() == key
    (note,) = (tmp_path / "home").glob("replicas/*/key.json")
    note.unlink()
    old.run("list", code=1)
    assert "coachdesk recover" in old.errors
    slip = key.replace(key[0], "A" if key[0] != "A" else "C", 1)
    old.run("recover", code=1, said=slip)
    assert "letter by letter" in old.errors
    assert not note.exists()
    new = CommandLine(tmp_path / "home", None, COACHDESK_PASSPHRASE="another passphrase")
    new.run("recover", said=key.lower().replace("-", " ") + "\n")
    assert [one["id"] for one in new.json("list")["sessions"]] == [row["id"]]
    old.run("list", code=1)
    assert "passphrase" in old.errors


def test_nobody_else_on_the_machine_may_read_anything_of_a_home_after_a_day_of_work(tmp_path: Path) -> None:
    home, text, talk = tmp_path / "home", tmp_path / "text.md", tmp_path / "talk.txt"
    text.write_text(f"## Focus\n{CANARY}\n")
    talk.write_text("Anna: I dream of a lighthouse.\n")
    with running_platform(tmp_path / "platform-folder") as platform:
        coach = CommandLine(home, platform)
        coach.run("sync")
        session = coach.json("list", "--limit", "1")["sessions"][0]["id"]
        coach.run("edit", session, "--summary", str(text))
        coach.run("refine", session, "Rename Anna to Anne.", "--local")
        assert coach.json("sync")["synced"]
    alone = CommandLine(home, None)
    alone.run("import", str(talk), "--client", "Anna")
    found = [home, *home.rglob("*")]
    assert len([path for path in found if path.is_file()]) > 5
    assert [path.relative_to(home) for path in found if path.stat().st_mode & 0o077] == []
