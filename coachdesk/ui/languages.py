"""This file gives the window its language: its words, its dates and numbers, and the direction that it is read in.

Two languages are for tests alone, as on other platforms: `en-XA` lengthens every text that is marked for translation
and gives it accents, so that what is not marked or has no room is seen; `ar-XB` turns the layout from right to left.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from coachdesk.resources import resource
from coachdesk.ui.pseudo import Accented, Isolated

AS_SYSTEM = "system"
LANGUAGES = {"en": "English", "de": "Deutsch", "fr": "Français", "es": "Español"}
"""The languages of the window, each by its own name."""

ACCENTED, MIRRORED = "en-XA", "ar-XB"
_SPOKEN = "coachdeskLanguage"
_RIGHT, _LEFT = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight


def speak(application: QApplication, choice: str = AS_SYSTEM) -> None:
    """Let every widget that is made from now on speak `choice`: a language, or that of the system.

    Dates follow the region of the system where it speaks the chosen language too.
    """
    for child in application.children():  # `findChildren` loads Qt's regular expressions, in 6 ms
        if isinstance(child, QTranslator):
            application.removeTranslator(child)
            child.setParent(None)
    system = QLocale.system()
    language = choice if choice in {*LANGUAGES, ACCENTED, MIRRORED} else _language_of(system.uiLanguages())
    application.setProperty(_SPOKEN, language)
    unspoken = choice == AS_SYSTEM and language == "en"
    mirrored = choice == MIRRORED or (unspoken and system.textDirection() is _RIGHT)
    same = choice == AS_SYSTEM or QLocale(language).language() == system.language()
    QLocale.setDefault(system if same else QLocale(language[:2] if language in LANGUAGES else "en"))
    # English sentences in a window that is read from the right keep their full stops where they belong.
    for translator in translators_of(MIRRORED if mirrored else language):
        translator.setParent(application)
        application.installTranslator(translator)
    # Set after the translators: without a direction of ours, Qt takes that of the last one.
    application.setLayoutDirection(_RIGHT if mirrored else _LEFT)


def spoken() -> str:
    """Return the language that the window speaks, "de", or "en" before it has begun to speak."""
    application = QApplication.instance()
    language = application.property(_SPOKEN) if application is not None else None
    return language if language in LANGUAGES else "en"


def _language_of(wanted: Iterable[str]) -> str:
    """Return the first of the system's languages that the window speaks, or English."""
    return next((name[:2] for name in wanted if name[:2] in LANGUAGES), "en")


def translators_of(language: str) -> list[QTranslator]:
    """Return what speaks `language`: Qt's own words, then ours; fewer where a file is missing."""
    if language == ACCENTED:
        return [Accented()]
    if language == MIRRORED:
        return [Isolated()]
    if language == "en" or language not in LANGUAGES:
        return []
    found = []
    for file in (
        f"{QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)}/qtbase_{language}.qm",  # Qt's own dialogs
        str(resource(f"translations/coachdesk_{language}.qm")),
    ):
        translator = QTranslator()
        if translator.load(file):
            found.append(translator)
    return found
