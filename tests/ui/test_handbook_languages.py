"""This file holds the handbook's pages in other languages to the English ones and to the words of the window."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter, defaultdict
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QTextBrowser

from coachdesk.resources import resource
from coachdesk.ui.handbook import FIRST_PAGE, Handbook, file_of
from coachdesk.ui.languages import LANGUAGES
from coachdesk.ui.theme import Theme
from tests.gui import Gui
from tests.ui.languages import spoken

FOLDER = resource("handbook")
PAGES = sorted(file.name for file in FOLDER.glob("*.md"))
TRANSLATED = [language for language in LANGUAGES if language != "en"]
_BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
_TYPED = re.compile(r"`(.+?)`")
_SHORTCUT = re.compile(r"F\d+|(Ctrl|Alt|Shift)\+.+")


def _words(language: str) -> dict[str, set[str]]:
    """Return how the window says each of its texts in `language`, without the letters that menus are opened by."""
    found: dict[str, set[str]] = defaultdict(set)
    for message in ET.parse(resource(f"translations/coachdesk_{language}.ts")).iter("message"):
        source, said = (re.sub(r"&| \{time\}", "", message.findtext(part) or "") for part in ("source", "translation"))
        found[source].add(said)
    return found


@pytest.mark.parametrize("language", TRANSLATED)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_the_parts_and_links_that_it_has_in_english(page: str, language: str) -> None:
    english, text = ((folder / page).read_text("utf-8") for folder in (FOLDER, FOLDER / language))
    for part in (r"^#+ ", r"^- ", r"^\d+\. "):
        found, expected = (len(re.findall(part, one, re.MULTILINE)) for one in (text, english))
        assert found == expected, f"another number of {part!r}"
    assert Counter(re.findall(r"\]\((.+?)\)", text)) == Counter(re.findall(r"\]\((.+?)\)", english))


@pytest.mark.parametrize("language", TRANSLATED)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_names_what_is_on_the_screen_as_the_window_does(page: str, language: str) -> None:
    words = _words(language)
    english, named = (
        [" ".join(found.split()) for found in _BOLD.findall((folder / page).read_text("utf-8"))]
        for folder in (FOLDER, FOLDER / language)
    )
    for source in english:
        menu, arrow, entry = source.rpartition(" → ")
        said = {f"{before}{arrow}{after}" for before in (words[menu] if menu else {""}) for after in words[entry]}
        match = next((one for one in named if one in said), None)
        assert match is not None, f"{source}: one of {said} in {named}"
        named.remove(match)
    assert named == []


@pytest.mark.parametrize("language", TRANSLATED)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_shows_the_same_commands_and_the_keys_as_the_keyboard_calls_them(page: str, language: str) -> None:
    english, typed = (_TYPED.findall((folder / page).read_text("utf-8")) for folder in (FOLDER, FOLDER / language))
    with spoken(language):
        native = QKeySequence.SequenceFormat.NativeText
        keys = [QKeySequence(one).toString(native) if _SHORTCUT.fullmatch(one) else one for one in english]
    assert Counter(typed) == Counter(keys)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_handbook_speaks_the_language_of_the_window(gui: Gui, language: str) -> None:
    def heading() -> str:
        with spoken(language):
            handbook = Handbook(Theme())
            handbook.turn_to(FIRST_PAGE)
            shown = handbook.findChild(QTextBrowser, "handbookText").toPlainText()
            handbook.deleteLater()
        return shown.partition("\n")[0]

    folder = FOLDER if language == "en" else FOLDER / language
    assert f"# {gui.do(heading)}\n" in (folder / FIRST_PAGE).read_text("utf-8")


def test_a_page_that_a_language_lacks_is_shown_in_english(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "handbook" / "de").mkdir(parents=True)
    monkeypatch.setattr("coachdesk.ui.handbook.resource", lambda name: tmp_path / name)
    with spoken("de"):
        assert QCoreApplication.translate("Actions", "&Help") == "&Hilfe"
        assert file_of(FIRST_PAGE) == tmp_path / "handbook" / FIRST_PAGE
        (tmp_path / "handbook" / "de" / FIRST_PAGE).touch()
        assert file_of(FIRST_PAGE) == tmp_path / "handbook" / "de" / FIRST_PAGE
