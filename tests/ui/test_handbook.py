"""This file opens the handbook as a coach does, and holds what its pages say against the app."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QTextBrowser

import coachdesk
from coachdesk.cli import _PROGRAMS
from coachdesk.commands import COMMANDS
from coachdesk.desk.updates import releases_source
from coachdesk.resources import resource
from coachdesk.ui.actions import MENUS, SPECS
from coachdesk.ui.handbook import FIRST_PAGE, Handbook
from coachdesk.ui.pictures import picture
from coachdesk.ui.theme import DARK_COLOURS, Theme
from tests.gui import Gui
from tests.ui.conftest import Coach

FOLDER = resource("handbook")
PAGES = {file.name: file.read_text("utf-8") for file in sorted(FOLDER.glob("*.md"))}
WORDS = [(page, words) for page, text in PAGES.items() for words in re.findall(r"\*\*(.+?)\*\*", text, re.DOTALL)]
TYPED = [(page, typed) for page, text in PAGES.items() for typed in re.findall(r"`(.+?)`", text)]


def _heading(coach: Coach) -> str:
    return coach.find(QTextBrowser, "handbookText").toPlainText().partition("\n")[0]


def _press(coach: Coach, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    text = coach.find(QTextBrowser, "handbookText")
    coach.gui.do(lambda: QTest.keyClick(text, key, modifier))


def _click_link(coach: Coach, words: str) -> None:
    text = coach.find(QTextBrowser, "handbookText")
    found = text.document().find(words)
    assert found.charFormat().isAnchor(), f"{words} is no link"
    middle = QTextCursor(text.document())
    middle.setPosition((found.selectionStart() + found.selectionEnd()) // 2)
    place = text.cursorRect(middle).center()
    coach.gui.do(lambda: QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=place))


def test_the_handbook_opens_from_the_menu_and_escape_closes_it(coach: Coach) -> None:
    coach.does("handbook")
    assert _heading(coach) == "The CoachDesk handbook"
    assert not coach.find(Handbook, "handbook").isModal()
    _press(coach, Qt.Key.Key_Escape)
    assert not coach.sees("handbook")
    coach.does("handbook")
    assert coach.sees("handbook")


def test_the_handbook_opens_by_its_key(coach: Coach) -> None:
    coach.press("sessionsView", Qt.Key.Key_F1, Qt.KeyboardModifier.ControlModifier)
    coach.until(lambda: coach.sees("handbook"))


def test_links_lead_from_page_to_page_and_back(coach: Coach) -> None:
    coach.does("handbook")
    _click_link(coach, "Travel")
    assert _heading(coach) == "Travel"
    coach.click("handbookBack")
    assert _heading(coach) == "The CoachDesk handbook"
    assert not coach.find(QPushButton, "handbookBack").isEnabled()
    _click_link(coach, "Privacy")
    coach.click("handbookContents")
    assert _heading(coach) == "The CoachDesk handbook"
    _press(coach, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert _heading(coach) == "Privacy"


def test_the_page_that_was_read_lies_open_when_the_handbook_is_opened_again(coach: Coach) -> None:
    coach.does("handbook")
    _click_link(coach, "Install")
    coach.click("handbookClose")
    coach.does("handbook")
    assert _heading(coach) == "Install"


def test_a_link_outside_is_asked_about_and_no_other_file_is_turned_to(coach: Coach) -> None:
    coach.does("handbook")
    text = coach.find(QTextBrowser, "handbookText")
    for elsewhere in ("../models.json", "no-such-page.md", "/etc/hostname"):
        coach.gui.do(lambda elsewhere=elsewhere: text.anchorClicked.emit(QUrl(elsewhere)))
        assert _heading(coach) == "The CoachDesk handbook"
    coach.gui.do(lambda: text.anchorClicked.emit(QUrl("https://example.org/help")))
    assert "example.org" in coach.find(QLabel, "questionText").text()


def test_the_pages_load_nothing_that_they_name(coach: Coach) -> None:
    coach.does("handbook")
    text = coach.find(QTextBrowser, "handbookText")
    file = QUrl.fromLocalFile(str(resource("coachdesk.svg")))
    assert text.loadResource(QTextDocument.ResourceType.ImageResource.value, file) is None


def test_the_pages_take_the_colours_of_the_window(coach: Coach, tmp_path: Path) -> None:
    coach.does("handbook")
    _click_link(coach, "Privacy")
    text = coach.find(QTextBrowser, "handbookText")
    coach.gui.do(lambda: text.verticalScrollBar().setValue(200))
    coach.does("dark")
    assert text.verticalScrollBar().value() == 200
    coach.click("handbookBack")
    link = text.document().find("Travel").charFormat()
    assert (link.foreground().color().name(), link.fontUnderline()) == (DARK_COLOURS.accent_text, True)
    assert picture(coach.find(Handbook, "handbook"), tmp_path / "handbook.png").stat().st_size > 10_000


@pytest.mark.parametrize("page", PAGES)
def test_every_page_can_be_turned_to_and_begins_with_its_heading(gui: Gui, page: str) -> None:
    def heading() -> str:
        handbook = Handbook(Theme())
        handbook.turn_to(page)
        shown = handbook.findChild(QTextBrowser, "handbookText").toPlainText()
        handbook.deleteLater()
        return shown.partition("\n")[0]

    assert f"# {gui.do(heading)}\n" in PAGES[page]


def test_every_page_is_reached_from_the_first_and_no_link_leads_nowhere() -> None:
    links = {page: re.findall(r"\]\((.+?)\)", text) for page, text in PAGES.items()}
    assert {link for found in links.values() for link in found} <= set(PAGES)
    assert set(links[FIRST_PAGE]) == set(PAGES) - {FIRST_PAGE}


def test_every_menu_entry_that_the_handbook_names_exists() -> None:
    there = {f"{spec.menu} → {spec.text}".replace("&", "") for spec in SPECS}
    named = {" ".join(words.split()) for _, words in WORDS if "→" in words}
    assert "Help → Find an action …" in named
    assert named - there == set()
    assert {words.split(" →")[0] for words in named} <= {menu.replace("&", "") for menu in MENUS}


def test_every_name_on_the_screen_that_the_handbook_prints_bold_exists() -> None:
    package = Path(coachdesk.__file__).parent
    source = "".join(file.read_text("utf-8") for part in ("ui", "desk") for file in (package / part).glob("*.py"))
    named = {" ".join(words.split()) for _, words in WORDS if "→" not in words}
    assert "Saved" in named
    assert {words for words in named if f'"{words}' not in source} == set()


def test_every_shortcut_that_the_handbook_names_is_that_of_an_action() -> None:
    named = {typed for _, typed in TYPED if re.fullmatch(r"F\d+|(Ctrl|Alt|Shift)\+.+", typed)}
    assert "Ctrl+F1" in named
    assert named - {spec.shortcut for spec in SPECS} == set()


@pytest.mark.parametrize("typed", sorted({typed for _, typed in TYPED if typed.startswith("coachdesk ")}))
def test_every_command_that_the_handbook_shows_can_be_typed(typed: str) -> None:
    word, *rest = typed.split()[1:]
    if word in _PROGRAMS:
        assert rest == []
        return
    parser = argparse.ArgumentParser(exit_on_error=False)
    COMMANDS[word].arguments(parser)
    parser.parse_intermixed_args(rest)
    assert word != "model" or rest[0] in parser.format_help()


def test_the_handbook_says_that_nobody_is_asked_about_releases_as_long_as_that_is_so() -> None:
    says = "asks nobody whether there is a newer one" in PAGES["privacy.md"]
    assert says == (releases_source().key == b"")
