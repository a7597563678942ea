"""This file checks clients' photos: chosen or dropped, shown in list and header, and hostile ones refused."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QImage
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from coachdesk.ui.photo_field import PhotoField
from coachdesk.ui.photos import STORED_SIDE
from tests.ui.conftest import Coach

RED = QColor(200, 30, 40)


def picture(file: Path, width: int = 900, height: int = 600) -> Path:
    """Write a red picture, of the kind that the name of `file` says."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(RED)
    assert image.save(str(file))
    return file


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _bomb() -> bytes:
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(bytes(1_000_000)))


def _choose(coach: Coach, file: Path) -> None:
    coach.click("choosePhoto")
    dialog = coach.window.findChild(QFileDialog)
    assert dialog is not None
    coach.gui.do(lambda: (dialog.selectFile(str(file)), dialog.fileSelected.emit(str(file)), dialog.reject()))


def _colour(widget: QWidget, x: int, y: int) -> QColor:
    return widget.grab().toImage().pixelColor(x, y)


def _near_red(colour: QColor) -> bool:
    return abs(colour.red() - RED.red()) < 12 and abs(colour.green() - RED.green()) < 12


def _in_list(coach: Coach) -> QColor:
    view = coach.window.sidebar.view
    place = view.visualRect(view.model().index(0, 0))
    return _colour(view.viewport(), place.left() + 34, place.top() + 29)


def _photo(coach: Coach) -> bytes:
    stored = coach.asked("set_photo")[0][1]
    assert isinstance(stored, bytes)
    return stored


def test_a_photo_is_chosen_and_then_seen_in_the_dialog_the_list_and_the_head_of_the_session(
    coach: Coach, tmp_path: Path
) -> None:
    coach.open()
    assert not _near_red(_in_list(coach))
    coach.does("edit_client")
    _choose(coach, picture(tmp_path / "anna.png"))
    coach.until(lambda: coach.sees("removePhoto"), "the photo in the dialog")
    assert _near_red(_colour(coach.find(QWidget, "clientPhoto"), 32, 32))
    coach.click("dialogYes")
    coach.until(lambda: coach.asked("set_photo"), "the photo")
    coach.until(lambda: _near_red(_in_list(coach)), "the photo in the list")
    header = coach.find(QWidget, "headerPhoto")
    coach.until(lambda: _near_red(_colour(header, 22, 22)), "the photo in the head")
    assert not _near_red(_colour(header, 1, 1)), "it is round"


def test_a_photo_is_stored_small_square_and_without_what_the_camera_wrote_into_it(coach: Coach, tmp_path: Path) -> None:
    place = b"GPS 48.2082 N 16.3738 E"
    exif = b"Exif\0\0" + place
    plain = picture(tmp_path / "anna.jpg", 3000, 2000).read_bytes()
    (tmp_path / "anna.jpg").write_bytes(plain[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + plain[2:])
    coach.open()
    coach.does("edit_client")
    _choose(coach, tmp_path / "anna.jpg")
    coach.until(lambda: coach.sees("removePhoto"), "the photo in the dialog")
    coach.click("dialogYes")
    coach.until(lambda: coach.asked("set_photo"), "the photo")
    stored = QImage.fromData(_photo(coach))
    assert (stored.width(), stored.height()) == (STORED_SIDE, STORED_SIDE)
    assert place not in _photo(coach)


def test_a_photo_is_dropped_on_the_dialog_of_a_new_client(coach: Coach, tmp_path: Path) -> None:
    coach.does("new_client")
    field = coach.find(PhotoField, "")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(picture(tmp_path / "eva.webp")))])
    buttons, modifier = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, modifier)
    coach.gui.do(lambda: field.dropEvent(event))
    coach.until(lambda: coach.sees("removePhoto"), "the photo in the dialog")
    coach.type("clientName", "Eva Novak")
    coach.click("dialogYes")
    coach.until(lambda: coach.asked("set_photo"), "the photo")


def test_a_photo_is_taken_away(coach: Coach, tmp_path: Path) -> None:
    coach.gui.run(coach.desk.set_photo("c0", picture(tmp_path / "anna.png").read_bytes()))
    coach.open()
    coach.until(lambda: _near_red(_in_list(coach)), "the photo in the list")
    coach.does("edit_client")
    coach.click("removePhoto")
    coach.click("dialogYes")
    coach.until(lambda: coach.asked("set_photo")[1:] == [("c0", None)])
    coach.until(lambda: not _near_red(_in_list(coach)), "initials in the list")


def test_a_photo_that_the_platform_has_is_shown_once_the_platform_is_there(coach: Coach, tmp_path: Path) -> None:
    coach.gui.do(lambda: coach.desk.go(online=False))
    coach.gui.run(coach.desk.set_photo("c0", picture(tmp_path / "anna.png").read_bytes()))
    coach.open()
    coach.until(lambda: coach.asked("file") and not coach.window.tasks.running("show photos"), "an attempt")
    assert not _near_red(_in_list(coach))
    coach.gui.do(lambda: coach.desk.go(online=True))
    coach.until(lambda: _near_red(_in_list(coach)), "the photo in the list")


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("huge.png", _bomb(), "This picture has too many pixels."),
        ("broken.png", b"\x89PNG\r\n\x1a\n" + bytes(40), "This picture is broken"),
        (
            "face.svg",
            b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>',
            "This is not a picture that CoachDesk can read.",
        ),
        ("face.png", b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', "This is not a picture"),
        ("notes.png", b"Anna wants to delegate.", "This is not a picture"),
        ("empty.png", b"", "This is not a picture"),
    ],
    ids=["huge", "broken", "svg", "svg by another name", "text", "empty"],
)
def test_what_is_no_bearable_picture_is_refused_with_a_sentence(
    coach: Coach, tmp_path: Path, name: str, content: bytes, sentence: str
) -> None:
    (tmp_path / name).write_bytes(content)
    coach.open()
    coach.does("edit_client")
    _choose(coach, tmp_path / name)
    coach.until(lambda: coach.sees("dialogFault"), "the sentence")
    assert coach.find(QLabel, "dialogFault").text().startswith(sentence)
    coach.click("dialogYes")
    coach.until(lambda: not coach.sees("clientDialog"), "the dialog gone")
    coach.until(lambda: not coach.window.tasks.running("edit client"), "the other fields")
    assert not coach.asked("set_photo")


def test_a_hostile_picture_that_comes_from_the_platform_leaves_the_initials(coach: Coach) -> None:
    coach.gui.run(coach.desk.set_photo("c0", _bomb()))
    coach.until(lambda: coach.asked("file") and not coach.window.tasks.running("show photos"), "an attempt")
    initials = _in_list(coach)
    coach.gui.run(coach.desk.set_photo("c0", None))
    coach.until(lambda: _in_list(coach) == initials, "the same without a photo")
    assert not coach.window.notices.text
