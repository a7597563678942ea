"""This file does what actions say about the window itself: colours, the list's headings, what it tells of itself."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from coachdesk.ui.question import Question
from coachdesk.ui.sidebar import Sidebar
from coachdesk.ui.theme import CONTRAST, DARK, LIGHT, SYSTEM, Theme
from coachdesk.ui.window_memory import WindowMemory

_ON, _OFF = "on", "off"


class Surroundings(QObject):
    """The actions around the sessions; what they choose is remembered."""

    def __init__(self, theme: Theme, memory: WindowMemory, sidebar: Sidebar, window: QWidget) -> None:
        super().__init__(window)
        self._theme, self._memory, self._sidebar, self._window = theme, memory, sidebar, window
        if memory.word("groups", _ON) == _OFF:
            sidebar.group(on=False)
        self.deeds: dict[str, Callable[[], None]] = {
            **{name: partial(self._colour, name) for name in (LIGHT, DARK, CONTRAST, SYSTEM)},
            "group_list": self._group,
            "about": self._tell_about,
        }

    def _colour(self, choice: str) -> None:
        self._theme.choose(choice)
        self._memory.keep(colours=choice)

    def _group(self) -> None:
        on = not self._sidebar.grouped
        self._sidebar.group(on=on)
        self._memory.keep(groups=_ON if on else _OFF)

    def _tell_about(self) -> None:
        Question(
            "CoachDesk",
            self.tr(
                "Session notes that improve as you talk about them, online and on a train. Your notes are encrypted."
            ),
            self.tr("Close"),
            lambda: None,
            self._window,
            harmful=False,
        ).open()
