"""This file holds the translations to the source: complete, in step, with its places for values, usable by keys."""

from __future__ import annotations

import asyncio
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QLocale, QObject, QTranslator

from coachdesk.assistant.refining import refine
from coachdesk.ui.actions import MENUS, SPECS
from coachdesk.ui.languages import LANGUAGES
from coachdesk.ui.sentences import told
from coachdesk.ui.wording import day_in_words, month_in_words
from tests.ui.desk_stand_in import SUMMARY
from tests.ui.languages import spoken

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "resources" / "translations"
TRANSLATED = [language for language in LANGUAGES if language != "en"]
_PLACES = re.compile(r"\{\w*\}|%L?n|\(\*[^)]*\)")


def _messages(language: str) -> Iterator[tuple[str, str, list[str]]]:
    """Yield context, source and translations of all that the window says in `language`."""
    tree = ET.parse(FOLDER / f"coachdesk_{language}.ts")
    for context in tree.getroot().iter("context"):
        for message in context.iter("message"):
            said = message.find("translation")
            assert said is not None
            forms = [form.text or "" for form in said.iter("numerusform")] or [said.text or ""]
            yield str(context.findtext("name")), str(message.findtext("source")), forms


def test_the_translations_are_in_step_with_the_source_and_compiled(tmp_path: Path) -> None:
    folder = tmp_path / "translations"
    shutil.copytree(FOLDER, folder)
    command = [sys.executable, str(ROOT / "packaging" / "translations.py"), str(folder)]
    subprocess.run(command, check=True, timeout=60)
    for file in sorted(folder.iterdir()):
        kept = FOLDER / file.name
        assert kept.read_bytes() == file.read_bytes(), f"{file.name}: run `sh packaging/dev.sh translations`"


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_text_is_left_untranslated_or_no_longer_used(language: str) -> None:
    text = (FOLDER / f"coachdesk_{language}.ts").read_text("utf-8")
    assert 'type="' not in text, "unfinished, vanished or obsolete"
    empty = [source for _, source, forms in _messages(language) if not all(forms)]
    assert empty == []


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_has_the_places_for_values_that_its_source_has(language: str) -> None:
    for _, source, forms in _messages(language):
        for form in forms:
            assert sorted(_PLACES.findall(form)) == sorted(_PLACES.findall(source)), source
            assert (form[0].isspace(), form[-1].isspace()) == (source[0].isspace(), source[-1].isspace()), source


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_letter_opens_two_entries_of_one_menu(language: str) -> None:
    with spoken(language):

        def letters(texts: list[str]) -> list[str]:
            said = [QCoreApplication.translate("Actions", text) for text in texts]
            return [found[1].casefold() for text in said if (found := re.search(r"&(\w)", text))]

        for menu in MENUS:
            chosen = letters([spec.text for spec in SPECS if spec.menu == menu])
            assert len(chosen) == len(set(chosen)), (menu, chosen)
        assert len(letters(list(MENUS))) == len(set(letters(list(MENUS)))) == len(MENUS)


def test_counts_are_said_in_one_and_many_and_french_counts_none_as_one() -> None:
    with spoken("de"):
        assert [QCoreApplication.translate("DiffView", "%n changes", "", n) for n in (1, 3)] == [
            "1 Änderung",
            "3 Änderungen",
        ]
    with spoken("fr"):
        assert QCoreApplication.translate("DiffView", "%n changes", "", 0) == "0 modification"


@pytest.mark.parametrize(
    ("language", "day", "month"),
    [
        ("en", "12 May 2026", "May 2026"),
        ("de", "12. Mai 2026", "Mai 2026"),
        ("fr", "12 mai 2026", "mai 2026"),
        ("es", "12 may 2026", "mayo de 2026"),
    ],
)
def test_dates_are_written_as_the_language_writes_them(language: str, day: str, month: str) -> None:
    with spoken(language):
        assert day_in_words("2026-05-12") == day
        assert month_in_words("2026-05") == month
        for form in ("d MMM", "d MMM yyyy", "MMMM yyyy", "d MMMM yyyy"):
            written = QLocale().toString(QDate(2026, 5, 12), QCoreApplication.translate("Dates", form))
            assert re.fullmatch(r"[\w. ]+", written), written


def test_sentences_from_below_the_window_are_told_with_their_values_and_in_parts() -> None:
    with spoken("de"):
        assert told("Nothing waits to be sent.") == "Nichts wartet darauf, gesendet zu werden."
        assert told("Offline · 2 edits waiting") == "Offline · 2 Änderungen warten"
        refused = "“a.png” is a picture, not a transcript: choose a txt, vtt, srt, docx, json or pdf file."
        assert told(refused) == (
            "„a.png“ ist ein Bild, kein Transkript: Wählen Sie eine txt-, vtt-, srt-, docx-, json- oder pdf-Datei."
        )
        assert told("Anna schläft gut.") == "Anna schläft gut."


def test_in_english_nothing_is_translated() -> None:
    with spoken("en") as application:
        assert application.findChildren(QTranslator) == []
        assert told("Offline · 2 edits waiting") == "Offline · 2 edits waiting"
        assert QObject().tr("%n changes", "", 3) == "3 changes"


def test_qt_speaks_the_language_too() -> None:
    with spoken("de"):
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_quick_prompts_are_understood_without_a_model_in_every_language(language: str) -> None:
    asked = ("Make it shorter.", "Number the commitments.", "Write the follow-up e-mail to the client.")
    with spoken(language):
        prompts = [QCoreApplication.translate("ChatDock", prompt) for prompt in asked]
    shorter, numbered, mail = (asyncio.run(refine(SUMMARY, None, (), prompt, engine=None)) for prompt in prompts)
    assert len(shorter.summary) < len(SUMMARY)
    assert "1. Anna: ask Tom" in numbered.summary
    assert mail.summary == SUMMARY
    assert "ask Tom" in mail.reply or "Ask Tom" in mail.reply
