"""This file is the window: sessions on the left, the open one in the centre, the chat on the right, status below.

It shows what the desk has and does what its actions say; everything that takes time is a task that `Tasks` owns. The
first paint needs the replica only. Closing is in two steps: `closed` is emitted when the coach closes the window, and
`shut_down`, which the composition root awaits, saves what was typed and ends the tasks.
"""

from __future__ import annotations

import asyncio
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow

from coachdesk.desk.desk import Desk
from coachdesk.desk.laptop import Laptop
from coachdesk.desk.views import SessionView, Status
from coachdesk.errors import NotFound
from coachdesk.ui.account_commands import AccountCommands
from coachdesk.ui.actions import Actions, Needs
from coachdesk.ui.announcements import Announcements
from coachdesk.ui.arrangement import arrange, dock_at_line_end
from coachdesk.ui.centre import Centre
from coachdesk.ui.chat_dock import ChatDock
from coachdesk.ui.commands import Commands
from coachdesk.ui.help_actions import HelpActions
from coachdesk.ui.icons import Icons
from coachdesk.ui.notices import NoticeBar
from coachdesk.ui.notifications import Notifications
from coachdesk.ui.palette_dialog import PaletteDialog
from coachdesk.ui.photos import Photos
from coachdesk.ui.session_actions import SessionActions
from coachdesk.ui.session_page import REVISIONS, SUMMARY, TRANSCRIPT
from coachdesk.ui.sidebar import Sidebar
from coachdesk.ui.status_line import StatusLine
from coachdesk.ui.surroundings import Surroundings
from coachdesk.ui.tasks import Tasks
from coachdesk.ui.theme import Theme
from coachdesk.ui.travel_window import Check
from coachdesk.ui.undoing import Undoing
from coachdesk.ui.window_memory import WindowMemory

_DRAIN_S = 1.0


class MainWindow(QMainWindow):
    """The window over one desk. `home` is the folder in which it remembers its looks; `check` looks before a trip."""

    closed = Signal()

    def __init__(
        self, desk: Desk, home: Path | None = None, laptop: Laptop | None = None, check: Check | None = None
    ) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle("CoachDesk")
        self.setAcceptDrops(True)
        self.setMinimumSize(880, 560)
        self.resize(1280, 800)
        self._desk = desk
        self._memory = WindowMemory(home)
        self._theme = Theme(self._memory.colours, self)
        self._icons = Icons(self._theme, self)
        self._tasks = Tasks(lambda sentence: self.say(sentence, True))
        self._photos = Photos(desk.file, self._tasks, self)
        self.undoing = Undoing(self._tasks, self._icons, self)
        self._view: SessionView | None = None
        self._painted = asyncio.Event()
        self._refresh_timer = QTimer(self)
        self._refresh_timer.setSingleShot(True)
        self._refresh_timer.timeout.connect(self.refresh)
        self._chat_timer = QTimer(self)
        self._chat_timer.setSingleShot(True)
        self._chat_timer.timeout.connect(lambda: self.chat.show_view(self._view))
        self.commands = Commands(desk, self._tasks, self._photos, self._theme, self.undoing, self)
        self.help = HelpActions(desk, home, self._tasks, self)
        self.account = AccountCommands(desk, laptop, self._tasks, self.commands, self)
        self.actions_ = Actions(self, self._icons, self.do)
        self.account.fit(self.actions_.by_name)
        self._make_parts()
        self.actions_.by_name["travel"].setVisible(check is not None)
        if check is not None:
            self.surroundings.offer_travel(check, self._tasks, self._icons)
        self._assemble()
        self._connect()
        self._announcements = Announcements(desk, self)
        self.notifications = Notifications(self._announcements, desk, self._memory, self)
        self._listen()
        self.sidebar.fill()
        self.chat.show_view(None)
        self._show_centre()
        self.status_line.show_status(desk.status)
        self._allow()
        self._restore()
        self.sidebar.view.setFocus()

    # Building.

    def _make_parts(self) -> None:
        desk, tasks, icons = self._desk, self._tasks, self._icons
        self.notices = NoticeBar(icons)
        self.sidebar = Sidebar(desk, tasks, icons, self._photos)
        self._centre = Centre(desk, tasks, icons, self._photos)
        self.page = self._centre.page
        self.session_actions = SessionActions(desk, tasks, self.page, self.undoing, self)
        self.chat = ChatDock(desk, tasks, icons, self)
        self.status_line = StatusLine(icons)
        self.surroundings = Surroundings(self._theme, self._memory, self.sidebar, desk.updates, self.account, self)

    def _assemble(self) -> None:
        middle = (self.notices, self._centre, self.undoing.toast)
        self._split = arrange(self, self.sidebar, middle, self.chat)
        self.setStatusBar(self.status_line)
        self.actions_.fill(self.menuBar())
        self.page.header.offer(self.actions_.session_menu(self))

    def _connect(self) -> None:
        self.sidebar.session_chosen.connect(self.open_session)
        self.sidebar.session_opened.connect(lambda: self.page.show_page(SUMMARY))
        self.page.summary.text_selected.connect(self._selected)
        self.page.stop_wanted.connect(self.commands.stop)
        self._centre.outbox.discard_wanted.connect(self.commands.discard)
        self._centre.outbox.session_wanted.connect(self.go_to_session)
        self.chat.link_wanted.connect(self.commands.ask_link)
        self.surroundings.link_wanted.connect(self.commands.ask_link)
        self.commands.said.connect(self.say)
        self.session_actions.said.connect(self.say)
        self.help.said.connect(self.say)
        self.commands.session_made.connect(self.go_to_session)
        self.commands.session_left.connect(self._close_session)
        self.undoing.changed.connect(self._allow)
        self.status_line.chosen.connect(self.do)
        self.notices.offered.connect(self.do)
        self.surroundings.chosen.connect(self._do_from_outside)
        self.sidebar.chosen.connect(self.do)
        self._centre.chosen.connect(self.do)
        self.sidebar.filled.connect(self._filled)

    def _restore(self) -> None:
        self.restoreGeometry(self._memory.state("geometry"))
        self.restoreState(self._memory.state("docks"))
        dock_at_line_end(self, self.chat)
        self._split.restoreState(self._memory.state("panes"))
        session = self._memory.word("session")
        if session and self._desk.key_of(session) is not None:
            self.sidebar.choose(session)

    # Doing.

    def do(self, name: str) -> None:
        """Do the action `name` of the registry, or "back" and "clear_filters"."""
        work = {
            "outbox": self._centre.show_outbox,
            "quit": self.close,
            "find": lambda: self.sidebar.search.setFocus(Qt.FocusReason.ShortcutFocusReason),
            "find_in_transcript": self._find_in_transcript,
            "accept": self.page.summary.diff.accept_all,
            "reject": self.page.summary.diff.reject_all,
            "refine": self._go_to_chat,
            "choose_engine": self.chat.choose_engine,
            "refine_selection": self._ask_about_selection,
            "show_sessions": lambda: self.sidebar.view.setFocus(Qt.FocusReason.ShortcutFocusReason),
            "show_summary": lambda: self._show_page(SUMMARY),
            "show_transcript": lambda: self._show_page(TRANSCRIPT),
            "show_revisions": lambda: self._show_page(REVISIONS),
            "previous_session": lambda: self.sidebar.step(-1),
            "next_session": lambda: self.sidebar.step(1),
            "toggle_chat": lambda: self.chat.setVisible(not self.chat.isVisible()),
            "palette": self._open_palette,
            "shortcuts": self._open_palette,
            "back": self._show_centre,
            "clear_filters": self.sidebar.clear_filters,
            "export_many": lambda: self.commands.exports.ask(self.sidebar.selected_sessions),
            "print": lambda: self.commands.exports.print_(self._view),
            **self.commands.deeds,
            **self.page.summary.deeds,
            **self.surroundings.deeds,
            **self.account.by_name,
            **self.session_actions.deeds,
            **self.help.deeds,
            **self.undoing.deeds,
        }
        work[name]()

    def _do_from_outside(self, name: str) -> None:
        """Do an action that another window offers, where it can be done now."""
        action = self.actions_.by_name[name]
        self.come_to_the_front()
        if action.isEnabled():
            action.trigger()
        else:
            self.say(self.tr("Open a session first."))

    def open_session(self, session: str) -> None:
        """Show `session` in the centre and its chat at the right."""
        try:
            view = self._desk.view(session)
        except NotFound:
            self._close_session()
            return
        self._view = view
        self._desk.opened(session)
        self.commands.view = view
        self._centre.show_view(view)
        self.chat.show_view(view)
        self._show_centre()
        self._allow()

    def go_to_session(self, session: str) -> None:
        """Open `session` and select it in the list."""
        self.sidebar.choose(session)
        if self._view is None or self._view.id != session:
            self.open_session(session)
        self._show_centre()

    def refresh(self) -> None:
        """Show the open session as it is now."""
        if self._view is not None:
            try:
                view = self._desk.view(self._view.id)
            except NotFound:
                gone = self._view.id
                self._close_session()
                self.commands.tell_gone(gone)
                return
            self._view = view
            self.commands.view = view
            self._centre.show_view(view)
            # In a turn of its own: a long message and a large change together would be felt while typing.
            self._chat_timer.start(0)
            self._allow()

    def _filled(self) -> None:
        if self._view is None:
            self._show_centre()

    def _close_session(self) -> None:
        self._view = None
        self.commands.view = None
        self._centre.show_view(None)
        self.chat.show_view(None)
        self._show_centre()
        self._allow()

    def _show_centre(self) -> None:
        self._centre.show_session(any_session=not self.sidebar.empty)

    def _show_page(self, page: int) -> None:
        self._show_centre()
        self.page.show_page(page)

    def _find_in_transcript(self) -> None:
        self._show_centre()
        self._centre.find_in_transcript()

    def _go_to_chat(self) -> None:
        self.chat.show()
        self.chat.input.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _ask_about_selection(self) -> None:
        self.chat.quote(self.page.summary.editor.selected_text())
        self._go_to_chat()

    def _selected(self, text: str) -> None:
        self.actions_.by_name["refine_selection"].setEnabled(bool(text))

    def _open_palette(self) -> None:
        self.actions_.draw_icons()
        dialog = PaletteDialog(self.actions_.by_name, self)
        dialog.chosen.connect(self.do)
        dialog.open()

    def _allow(self) -> None:
        view, there = self._view, Needs.DONE if self.undoing.offered else Needs.NOTHING
        if view is not None:
            there |= Needs.SESSION
            there |= Needs.CLIENT if view.client else Needs.NOTHING
            there |= Needs.SUMMARY if view.revision else Needs.NOTHING
            there |= Needs.TRANSCRIPT if view.transcript_lines else Needs.NOTHING
            there |= Needs.REPLY if self._desk.answering(view.id) else Needs.NOTHING
            there |= Needs.CHANGE if self.page.summary.diff.change else Needs.NOTHING
        self.actions_.allow(there)
        self._selected(self.page.summary.editor.selected_text())

    # Hearing.

    def greet(self, errand: str, failed: bool, *, crashed: bool) -> None:
        """Say what came of an `errand` before this desk, if there was one, or that the last run `crashed`."""
        if errand:
            self.say(errand, failed)
        elif crashed:
            self._tell_of_crash()

    def _tell_of_crash(self) -> None:
        sentence = self.tr("CoachDesk did not end properly the last time. What you wrote is here. Was it a crash?")
        self.notices.say(sentence, lasting=True, offer="copy_diagnostics", offer_text=self.tr("Copy diagnostics"))

    def say(self, text: str, error: bool = False) -> None:
        """Show one sentence without interrupting."""
        self.notices.say(text, error=error)

    def _listen(self) -> None:
        heard = self._announcements
        heard.list_changed.connect(self._show_other_list)
        heard.sessions_changed.connect(self._show_changed)
        heard.outbox_changed.connect(self._centre.refresh_outbox)
        heard.status_changed.connect(self._show_status)
        heard.reply_grew.connect(self._show_growing)
        heard.reply_ended.connect(self._show_whole)
        heard.job_advanced.connect(self.page.show_progress)
        heard.job_advanced.connect(self._allow)
        heard.noticed.connect(self.say)

    def _show_other_list(self) -> None:
        self.sidebar.refresh()
        if self._view is not None and self._desk.key_of(self._view.id) is None:
            self._refresh_timer.start(0)

    def _show_changed(self, sessions: frozenset[str]) -> None:
        self.sidebar.refresh_rows(sessions)
        if self._view is not None and (not sessions or self._view.id in sessions):
            self._refresh_timer.start(0)

    def _show_growing(self, session: str, text: str) -> None:
        self.chat.grow(session, text)
        self.actions_.by_name["stop"].setEnabled(True)

    def _show_whole(self, session: str) -> None:
        self.chat.end_reply(session)
        self._refresh_timer.start(0)

    def _show_status(self, status: Status) -> None:
        self.status_line.show_status(status)
        if status.online:
            self._photos.look_again()
        self.chat.refresh()
        self.page.summary.offer_platform()

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
        self.commands.ask_import(paths)

    # Life.

    async def painted(self) -> None:
        """Return once the window was painted for the first time."""
        await self._painted.wait()

    def come_to_the_front(self) -> None:
        """Show the window before all others, as whoever starts CoachDesk once more expects."""
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()

    async def shut_down(self) -> None:
        """Save what was typed, end the window's tasks within a second, and hear the desk no more."""
        self.page.summary.flush()
        self.chat.flush()
        self.undoing.end()
        self._refresh_timer.stop()
        self._chat_timer.stop()
        await self._tasks.drain(_DRAIN_S)
        self._announcements.end()
        self.hide()
        self.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted.is_set():
            # After this event the children have painted too.
            QTimer.singleShot(0, self, self._painted.set)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._memory.keep(
            geometry=QByteArray(self.saveGeometry()),
            docks=QByteArray(self.saveState()),
            panes=QByteArray(self._split.saveState()),
            session=self._view.id if self._view is not None else "",
        )
        event.accept()
        self.closed.emit()
