"""This file remembers how the window looked: its place, its panes, its colours; never a word of a client."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from coachdesk.ui.languages import AS_SYSTEM
from coachdesk.ui.theme import SYSTEM


class WindowMemory:
    """Settings in one file of the home folder, or nowhere when there is none."""

    def __init__(self, home: Path | None) -> None:
        self._settings = None
        if home is not None:
            home.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._settings = QSettings(str(home / "window.ini"), QSettings.Format.IniFormat)

    def state(self, name: str) -> QByteArray:
        """Return what was kept under `name`; empty if nothing fits."""
        value = self._settings.value(name) if self._settings is not None else None
        return value if isinstance(value, QByteArray) else QByteArray()

    def word(self, name: str, otherwise: str = "") -> str:
        """Return the short word kept under `name`."""
        value = self._settings.value(name) if self._settings is not None else None
        return value if isinstance(value, str) and len(value) <= 64 else otherwise

    def keep(self, **values: QByteArray | str) -> None:
        """Keep `values` by name."""
        if self._settings is not None:
            for name, value in values.items():
                self._settings.setValue(name, value)
            self._settings.sync()

    @property
    def language(self) -> str:
        """The coach's choice of a language."""
        return self.word("language", AS_SYSTEM)

    @property
    def grouped(self) -> bool:
        """Whether the coach wants headings in the list."""
        return self.word("groups", "on") == "on"

    @property
    def colours(self) -> str:
        """The coach's choice of colours."""
        return self.word("colours", SYSTEM)
