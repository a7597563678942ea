"""This file does what actions say about the window itself: colours, headings, handbook, journeys, what it is."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtWidgets import QWidget

from coachdesk.desk.updates import Updates
from coachdesk.ui.account_commands import AccountCommands
from coachdesk.ui.handbook import Handbook
from coachdesk.ui.icons import Icons
from coachdesk.ui.notifications import PLAIN, WORD
from coachdesk.ui.preferences_dialog import PreferencesDialog
from coachdesk.ui.sidebar import Sidebar
from coachdesk.ui.tasks import Tasks
from coachdesk.ui.theme import CONTRAST, DARK, LIGHT, SYSTEM, Theme
from coachdesk.ui.travel_window import Check, TravelWindow
from coachdesk.ui.window_memory import WindowMemory


class Surroundings(QObject):
    """The actions around the sessions; what they choose is remembered.

    `link_wanted` carries an address outside, `chosen` the name of another action.
    """

    link_wanted = Signal(QUrl)
    chosen = Signal(str)

    def __init__(
        self,
        theme: Theme,
        memory: WindowMemory,
        sidebar: Sidebar,
        updates: Updates,
        account: AccountCommands,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._theme, self._memory, self._sidebar, self._window = theme, memory, sidebar, window
        self._updates, self._account = updates, account
        self._handbook: Handbook | None = None
        self._travel: TravelWindow | None = None
        self.deeds: dict[str, Callable[[], None]] = {
            **{name: partial(self._colour, name) for name in (LIGHT, DARK, CONTRAST, SYSTEM)},
            "group_list": self._group,
            "preferences": self._ask_preferences,
            "handbook": self._open_handbook,
        }

    def offer_travel(self, check: Check, tasks: Tasks, icons: Icons) -> None:
        """Let the coach have `check` look whether all is here to work offline."""

        def show() -> None:
            if self._travel is None:
                self._travel = TravelWindow(check, tasks, icons, self._window)
                self._travel.chosen.connect(self.chosen)
            self._travel.show()
            self._travel.raise_()
            self._travel.activateWindow()
            self._travel.look()

        self.deeds["travel"] = show

    def _colour(self, choice: str) -> None:
        self._theme.choose(choice)
        self._memory.keep(colours=choice)

    def _ask_preferences(self) -> None:
        wanted = self._updates.wanted if self._updates.offered else None
        lock = self._account.lock_in_words()
        notified = self._memory.word(WORD, PLAIN)
        dialog = PreferencesDialog(self._theme.choice, self._memory.language, notified, wanted, lock, self._window)
        dialog.entered.connect(self._prefer)
        dialog.lock_wanted.connect(self._account.by_name["lock_options"])
        dialog.open()

    def _prefer(self, colours: str, language: str, notified: str, updates: bool) -> None:
        self._colour(colours)
        self._memory.keep(language=language, **{WORD: notified})
        if self._updates.offered:
            self._updates.want(updates)

    def _group(self) -> None:
        on = not self._sidebar.grouped
        self._sidebar.group(on=on)
        self._memory.keep(groups="on" if on else "off")

    def _open_handbook(self) -> None:
        if self._handbook is None:
            self._handbook = Handbook(self._theme, self._window)
            self._handbook.link_wanted.connect(self.link_wanted)
        self._handbook.open_at()
