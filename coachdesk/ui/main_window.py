"""This file is the window: sessions on the left, the open one in the centre, the chat on the right, status below.

It comes in two steps. Frame, menus and list are there at once, for the first paint, over what reads the list alone;
`furnish` then fills it with all other parts (`ui.workplace`) over the whole desk. What is asked for in between waits
and is done in its order. Closing is in two steps too: `closed` is emitted when the coach closes the window, and
`shut_down`, which the composition root awaits, saves what was typed and ends the tasks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow

from coachdesk.ui.actions import Actions, Needs
from coachdesk.ui.arrangement import Arrangement
from coachdesk.ui.icons import Icons
from coachdesk.ui.sidebar import Sidebar
from coachdesk.ui.status_line import StatusLine
from coachdesk.ui.theme import Theme
from coachdesk.ui.window_memory import WindowMemory

if TYPE_CHECKING:
    from coachdesk.desk.desk import Desk
    from coachdesk.desk.first_look import FirstLook
    from coachdesk.desk.laptop import Laptop
    from coachdesk.ui.travel_window import Check
    from coachdesk.ui.workplace import Workplace

_DRAIN_S = 1.0


class MainWindow(QMainWindow):
    """The window over one desk. `home` is the folder in which it remembers its looks; `check` looks before a trip.

    With a `desk` all is there from the start. Without, it is a frame with an empty list, for which `show_list` needs no
    more than a `FirstLook`, and `furnish` a desk. `painted_first` tells of the first paint.
    """

    closed = Signal()
    painted_first = Signal()

    def __init__(
        self,
        desk: Desk | None = None,
        home: Path | None = None,
        laptop: Laptop | None = None,
        check: Check | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle("CoachDesk")
        self.setAcceptDrops(True)
        self.setMinimumSize(880, 560)
        self.resize(1280, 800)
        self._home = home
        self._memory = WindowMemory(home)
        self._theme = Theme(self._memory.colours, self)
        self._icons = Icons(self._theme, self)
        self._look: FirstLook | None = None
        self._work: Workplace | None = None
        self._waiting: list[Callable[[], None]] = []
        self._painting = self._painted = False
        self.actions_ = Actions(self, self._icons, self.do)
        self.sidebar = Sidebar(self._icons, grouped=self._memory.grouped)
        self.status_line = StatusLine(self._icons)
        self._arrangement = Arrangement(self, self.sidebar, self._memory.state("docks"), self._memory.state("panes"))
        self.setStatusBar(self.status_line)
        self.actions_.fill(self.menuBar())
        self.actions_.allow(Needs.NOTHING)
        self.restoreGeometry(self._memory.state("geometry"))
        self.sidebar.session_chosen.connect(self.open_session)
        self.sidebar.session_opened.connect(lambda: self.do("show_summary"))
        self.sidebar.chosen.connect(self.do)
        self.status_line.chosen.connect(self.do)
        self.sidebar.view.setFocus()
        if desk is not None:
            self.sidebar.fill(desk)
            for _ in self.furnish(desk, laptop, check):
                pass
            self._choose_again(desk)

    def show_list(self, listed: FirstLook) -> None:
        """Show the list alone, until `furnish` brings the desk and closes `listed`; raises StorageFault."""
        self._look = listed
        self.sidebar.fill(listed)
        self._choose_again(listed)

    def _end_look(self) -> None:
        if self._look is not None:
            self._look.close()
            self._look = None

    def _choose_again(self, listed: FirstLook | Desk) -> None:
        """Choose the session that was open when the window was closed the last time."""
        session = self._memory.word("session")
        if session and listed.key_of(session) is not None:
            self.sidebar.choose(session)

    def furnish(self, desk: Desk, laptop: Laptop | None = None, check: Check | None = None) -> Iterator[None]:
        """Fill the window with all that works on `desk`; between two steps it may turn its events."""
        from coachdesk.ui.workplace import Workplace  # loads nearly all of the window's modules

        work = Workplace(self, desk, self._theme, self._icons, self._memory)
        yield from work.build(self._home, laptop, check)
        self.desk, self.tasks = desk, work.tasks
        self.page, self.chat, self.notices = work.page, work.chat, work.notices
        self.commands, self.account, self.undoing = work.commands, work.account, work.undoing
        self.notifications = work.notifications
        self._arrangement.fill((work.notices, work.centre, work.undoing.toast), work.chat)
        work.begin()
        self._work = work
        self._end_look()
        yield
        waiting, self._waiting = self._waiting, []
        for wish in waiting:
            wish()

    # Doing.

    def do(self, name: str) -> None:
        """Do the action `name` of the registry, or "back" and "clear_filters"."""
        if self._work is not None:
            self._work.do(name)
        else:
            self._waiting.append(lambda: self._do_if_allowed(name))

    def _do_if_allowed(self, name: str) -> None:
        action = self.actions_.by_name.get(name)
        if action is None or action.isEnabled():
            self.do(name)

    def open_session(self, session: str) -> None:
        """Show `session` in the centre and its chat at the right."""
        if self._work is not None:
            self._work.open_session(session)
            return
        # Whoever goes on to what is done with it is not stopped; `_do_if_allowed` looks at what it is.
        self.actions_.allow(~Needs.NOTHING)
        self._waiting.append(lambda: self.open_session(session))

    def go_to_session(self, session: str) -> None:
        """Open `session` and select it in the list."""
        if self._work is not None:
            self._work.go_to_session(session)
        else:
            self._waiting.append(lambda: self.go_to_session(session))

    def say(self, text: str, error: bool = False) -> None:
        """Show one sentence without interrupting."""
        if self._work is not None:
            self._work.say(text, error)
        else:
            self._waiting.append(lambda: self.say(text, error))

    def greet(self, errand: str, failed: bool, *, crashed: bool) -> None:
        """Say what came of an `errand` before this desk, if there was one, or that the last run `crashed`."""
        if errand:
            self.say(errand, failed)
        elif crashed and self._work is not None:
            self._work.tell_of_crash()

    # Files that are dropped.

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        paths = tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile())
        if len(paths) < len(urls):
            self.say(self.tr("Only files from this computer can be imported."), True)
        event.acceptProposedAction()
        self.ask_import(paths)

    def ask_import(self, paths: tuple[Path, ...]) -> None:
        """Show what `paths` would become, and import them if the coach wants that."""
        if self._work is not None:
            self._work.commands.ask_import(paths)
        else:
            self._waiting.append(lambda: self.ask_import(paths))

    # Life.

    async def painted(self) -> None:
        """Return once the window was painted for the first time."""
        import asyncio  # no loop is needed, and none loaded, before

        told = asyncio.Event()
        self.painted_first.connect(told.set)
        if not self._painted:
            await told.wait()

    def come_to_the_front(self) -> None:
        """Show the window before all others, as whoever starts CoachDesk once more expects."""
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()

    async def shut_down(self) -> None:
        """Save what was typed, end the window's tasks within a second, and hear the desk no more."""
        if self._work is not None:
            await self._work.shut_down(_DRAIN_S)
        self._end_look()
        self.hide()
        self.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painting:
            self._painting = True
            # After this event the children have painted too.
            QTimer.singleShot(0, self, self._tell_painted)

    def _tell_painted(self) -> None:
        self._painted = True
        self.painted_first.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._memory.keep(
            geometry=QByteArray(self.saveGeometry()),
            docks=QByteArray(self.saveState()),
            panes=self._arrangement.panes,
        )
        if self._work is not None:
            self._memory.keep(session=self._work.view.id if self._work.view is not None else "")
        event.accept()
        self.closed.emit()
