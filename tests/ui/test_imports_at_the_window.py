"""This file checks importing at the window: what files would become is shown and changed first, the rest is named."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDateEdit, QLabel, QProgressBar, QTreeWidget

from coachdesk.desk.importing import known_speaker
from tests.ui.conftest import Coach
from tests.ui.desk_stand_in import NOW


def _drop(coach: Coach, *files: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    buttons, modifier = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, modifier)
    coach.gui.do(lambda: coach.window.dropEvent(event))
    coach.until(lambda: coach.sees("importDialog"), "the dialog")
    coach.until(lambda: not coach.sees("importProgress"), "all read")


def _listed(coach: Coach) -> list[list[str]]:
    files = coach.find(QTreeWidget, "importFiles")
    items = [files.topLevelItem(row) for row in range(files.topLevelItemCount())]
    return [[item.text(column) for column in range(5)] for item in items if item is not None]


def _click_row(coach: Coach, row: int) -> None:
    files = coach.find(QTreeWidget, "importFiles")
    place = files.visualItemRect(files.topLevelItem(row)).center()
    coach.gui.do(lambda: QTest.mouseClick(files.viewport(), Qt.MouseButton.LeftButton, pos=place))


def _name_client(coach: Coach, name: str) -> None:
    combo = coach.find(QComboBox, "importClient")
    coach.gui.do(lambda: (combo.lineEdit().selectAll(), QTest.keyClicks(combo.lineEdit(), name)))


def test_a_dropped_file_is_shown_as_what_it_becomes_and_one_not_understood_with_its_reason(
    coach: Coach, tmp_path: Path
) -> None:
    _drop(coach, tmp_path / "talk.vtt", tmp_path / "notes.xyz")
    first, second = _listed(coach)
    assert first[:2] == ["talk.vtt", "Anna Becker"]
    assert first[3:] == ["40", "Ruth, Anna Becker"]
    assert second[0].startswith("notes.xyz is not a transcript")
    assert "Not understood: 1" in coach.find(QLabel, "importSaid").text()
    coach.click("dialogYes")
    coach.until(lambda: coach.asked("take") == [("talk", "Anna Becker", NOW[:10], None)])
    coach.until(lambda: coach.window.undoing.toast.text == "The transcript was imported.")
    coach.until(lambda: coach.find(QLabel, "sessionTitle").text() == "talk")


def test_client_and_day_are_changed_for_all_files_and_then_for_one_of_them(coach: Coach, tmp_path: Path) -> None:
    _drop(coach, tmp_path / "first.txt", tmp_path / "second.txt")
    _name_client(coach, "Eva Novak")
    _click_row(coach, 1)
    _name_client(coach, "Li Wei")
    field = coach.find(QDateEdit, "importDate")
    coach.gui.do(lambda: field.setDate(QDate(2026, 3, 2)))
    coach.click("dialogYes")
    coach.until(lambda: len(coach.asked("take")) == 2)
    assert coach.asked("take") == [
        ("first", "Eva Novak", NOW[:10], None),
        ("second", "Li Wei", "2026-03-02", None),
    ]
    coach.until(lambda: coach.window.undoing.toast.text == "2 transcripts were imported.")


def test_a_transcript_goes_into_the_open_session_that_has_none(coach: Coach, tmp_path: Path) -> None:
    coach.open("s1")
    _drop(coach, tmp_path / "talk.txt")
    coach.click("dialogYes")
    coach.until(lambda: coach.asked("take") == [("talk", None, None, "s1")])


def test_nothing_can_be_imported_where_nothing_was_understood(coach: Coach, tmp_path: Path) -> None:
    _drop(coach, tmp_path / "face.png")
    assert not coach.find(QAbstractButton, "dialogYes").isEnabled()


def test_an_import_of_many_is_cancelled_between_two_files(
    coach: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[object] = []

    async def slow(*arguments: object, **_: object) -> str:
        taken.append(arguments)
        await asyncio.sleep(0.01 if len(taken) < 3 else 60)
        return "s1"

    monkeypatch.setattr(coach.desk.imports, "take", slow)
    _drop(coach, *(tmp_path / f"{number}.txt" for number in range(5)))
    coach.click("dialogYes")
    coach.until(lambda: len(taken) == 3, "the third file")
    assert coach.find(QProgressBar, "importProgress").value() == 2
    coach.click("dialogNo")
    coach.until(lambda: coach.window.notices.text == "2 of 5 transcripts were imported.")
    coach.until(lambda: QApplication.activeModalWidget() is None, "the dialog gone")
    assert len(taken) == 3


def test_reading_many_files_is_cancelled(coach: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Path] = []

    async def slow(path: Path) -> object:
        read.append(path)
        await asyncio.sleep(60)
        return None

    monkeypatch.setattr(coach.desk.imports, "read", slow)
    coach.gui.do(lambda: coach.window.commands.ask_import((tmp_path / "a.txt", tmp_path / "b.txt")))
    coach.until(lambda: read, "the first file")
    assert not coach.find(QAbstractButton, "dialogYes").isEnabled()
    coach.click("dialogNo")
    coach.until(lambda: not coach.window.tasks.running("import"), "the end")
    assert len(read) == 1


@pytest.mark.parametrize(
    ("speakers", "client"),
    [
        (("Ruth", "anna becker"), "Anna Becker"),
        (("Ruth", "Anna"), "Anna Becker"),
        (("Ruth", "Tom"), ""),
        (("Speaker 1", "Speaker 2"), ""),
    ],
)
def test_the_client_is_who_speaks_under_a_known_name(speakers: tuple[str, ...], client: str) -> None:
    assert known_speaker(speakers, ["Anna Becker", "Tom Fischer", "Tom Abara"]) == client
