"""This file lets a test see the window in another language, and puts everything back afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from coachdesk.ui.languages import speak


@contextmanager
def spoken(language: str) -> Iterator[QApplication]:
    """Speak `language` for a while."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    speak(application, language)
    try:
        yield application
    finally:
        speak(application, "en")
        QLocale.setDefault(QLocale.system())
