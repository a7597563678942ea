"""This file tests that exports are named safely and written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachdesk.domain.session import Line, Transcript
from coachdesk.errors import NotFound, StorageFault, UserFault
from coachdesk.export import Exported, ExportFormat, export_session, file_name, write_whole

SESSION = Exported(
    title="Third talk", client="Anna", summary="## Focus\n\nSleep.\n", transcript=Transcript((Line("A", "b"),))
)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Third talk", "Third talk.md"),
        ("../../etc/passwd", "etc-passwd.md"),
        ("C:\\Windows\\system32", "C-Windows-system32.md"),
        ("CON", "CON-session.md"),
        ("aux.notes", "aux-session.md"),
        ("LPT¹", "LPT¹-session.md"),
        ("a\u202egpj.exe", "agpj.exe.md"),
        ("  .hidden. ", "hidden.md"),
        ('what? <why> | "how" * 10:30', "what- -why- - -how- - 10-30.md"),
        ("line\nbreak\ttab\0nul", "line break tabnul.md"),
        ("", "Session.md"),
        ("...", "Session.md"),
        ("Gespräch mit 李明", "Gespräch mit 李明.md"),
        ("\ud800x", "x.md"),
    ],
)
def test_a_title_becomes_a_safe_file_name(title: str, name: str) -> None:
    assert file_name(title, "md") == name


@given(st.text(max_size=400), st.sampled_from(["md", ".docx", "../sh", ""]))
def test_any_title_becomes_a_name_that_every_system_takes(title: str, suffix: str) -> None:
    name = file_name(title, suffix)
    assert name
    assert len(name.encode()) <= 210
    assert not set(name) & set('<>:"/\\|?*\0\n\r')
    assert name.strip(" .") == name
    assert name.split(".")[0].upper() not in {"CON", "PRN", "AUX", "NUL", "COM1", "LPT1"}


@pytest.mark.parametrize("form", [*ExportFormat, "Markdown", ".docx", "e-mail"])
def test_each_format_is_written_into_a_folder_under_a_name_of_its_own(tmp_path: Path, form: str) -> None:
    path = export_session(SESSION, form, tmp_path)
    assert path.stem == "Third talk"
    assert path.stat().st_size > 20
    assert list(tmp_path.glob("*.part")) == list(tmp_path.glob(".*")) == []


def test_an_export_goes_where_it_is_told_and_replaces_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("old", encoding="utf-8")
    assert export_session(SESSION, "md", path) == path
    assert path.read_text(encoding="utf-8").startswith("# Third talk\n")


@pytest.mark.skipif(os.name != "posix", reason="rights of files are POSIX's")
def test_an_export_is_for_its_owner_only(tmp_path: Path) -> None:
    assert stat.S_IMODE(export_session(SESSION, "md", tmp_path).stat().st_mode) == 0o600


@pytest.mark.skipif(os.name != "posix", reason="symbolic links need rights on Windows")
def test_a_link_in_the_way_is_replaced_and_its_target_left_alone(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link.md"
    target.write_text("precious", encoding="utf-8")
    link.symlink_to(target)
    export_session(SESSION, "md", link)
    assert target.read_text(encoding="utf-8") == "precious"
    assert not link.is_symlink()


def test_an_unknown_format_is_refused_with_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(UserFault, match="md, docx, vtt, eml, json"):
        export_session(SESSION, "exe", tmp_path / "x")


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="missing"):
        export_session(SESSION, "md", tmp_path / "missing" / "x.md")


@pytest.mark.parametrize(
    ("step", "number", "sentence"),
    [
        ("fsync", errno.ENOSPC, "disk is full"),
        ("fsync", errno.EIO, "could not be written"),
        ("replace", errno.EACCES, "may not be"),
    ],
)
def test_a_failing_disk_leaves_the_old_file_and_no_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, sentence: str
) -> None:
    path = tmp_path / "notes.md"
    path.write_bytes(b"old")

    def fail(*arguments: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(*((os, "fsync") if step == "fsync" else (Path, "replace")), fail)
    with pytest.raises(StorageFault, match=sentence):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_what_is_exported_is_not_in_the_repr() -> None:
    assert "Sleep" not in repr(SESSION)
