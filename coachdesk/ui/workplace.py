"""This file is what fills the window once its list is painted: all other parts, what actions do, what is heard.

It shows what the desk has and does what its actions say; everything that takes time is a task that `Tasks` owns. It
imports nearly all of the window's modules, so it is loaded beside the first paint, and built in short steps.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from coachdesk.desk.desk import Desk
from coachdesk.desk.laptop import Laptop
from coachdesk.desk.views import SessionView, Status
from coachdesk.errors import NotFound
from coachdesk.ui.account_commands import AccountCommands
from coachdesk.ui.actions import Needs
from coachdesk.ui.announcements import Announcements
from coachdesk.ui.centre import Centre
from coachdesk.ui.chat_dock import ChatDock
from coachdesk.ui.commands import Commands
from coachdesk.ui.help_actions import HelpActions
from coachdesk.ui.icons import Icons
from coachdesk.ui.notices import NoticeBar
from coachdesk.ui.notifications import Notifications
from coachdesk.ui.outbox_view import OutboxView
from coachdesk.ui.palette_dialog import PaletteDialog
from coachdesk.ui.photos import Photos
from coachdesk.ui.revisions_view import RevisionsView
from coachdesk.ui.session_actions import SessionActions
from coachdesk.ui.session_page import REVISIONS, SUMMARY, TRANSCRIPT, SessionPage
from coachdesk.ui.summary_view import SummaryView
from coachdesk.ui.surroundings import Surroundings
from coachdesk.ui.tasks import Tasks
from coachdesk.ui.theme import Theme
from coachdesk.ui.transcript_view import TranscriptView
from coachdesk.ui.travel_window import Check
from coachdesk.ui.undoing import Undoing
from coachdesk.ui.window_memory import WindowMemory

if TYPE_CHECKING:
    from coachdesk.ui.main_window import MainWindow

_TOGETHER_MS = 30
"""So long after a change of the open session was shown the next ones wait: while edits replay there are hundreds."""


class Workplace(QObject):
    """The parts of `window` over one `desk`; `build` makes them."""

    def __init__(self, window: MainWindow, desk: Desk, theme: Theme, icons: Icons, memory: WindowMemory) -> None:
        super().__init__(window)
        self._window, self.desk, self._theme, self._icons, self._memory = window, desk, theme, icons, memory
        self._sidebar, self._actions = window.sidebar, window.actions_
        self.view: SessionView | None = None
        """The session that is open."""
        self.tasks = Tasks(lambda sentence: self.say(sentence, True))
        self._refresh_timer = QTimer(self)
        self._refresh_timer.setSingleShot(True)
        self._shown_at = 0.0
        self._refresh_timer.timeout.connect(self.refresh)
        self._status = Status()
        self._chat_timer = QTimer(self)
        self._chat_timer.setSingleShot(True)
        self._chat_timer.timeout.connect(lambda: self.chat.show_view(self.view))

    # Building.

    def build(self, home: Path | None, laptop: Laptop | None, check: Check | None) -> Iterator[None]:
        """Make the parts and join them; between two steps the window may turn its events."""
        desk, tasks, icons, window = self.desk, self.tasks, self._icons, self._window
        self._photos = Photos(desk.file, tasks, self)
        self.undoing = Undoing(tasks, icons, self)
        self.commands = Commands(desk, tasks, self._photos, self._theme, self.undoing, window)
        self.help = HelpActions(desk, home, tasks, window)
        self.account = AccountCommands(desk, laptop, tasks, self.commands, window)
        self.account.fit(self._actions.by_name)
        self.notices = NoticeBar(icons)
        yield
        self.chat = ChatDock(desk, tasks, icons, window)
        yield
        summary = SummaryView(desk, tasks, icons)
        yield
        transcript = TranscriptView(desk, tasks, icons)
        yield
        revisions = RevisionsView(desk, tasks, icons)
        yield
        self.page = SessionPage((summary, transcript, revisions), icons, self._photos)
        yield
        self.centre = Centre(self.page, OutboxView(desk, tasks, icons), icons)
        yield
        self.session_actions = SessionActions(desk, tasks, self.page, self.undoing, window)
        self.surroundings = Surroundings(self._theme, self._memory, self._sidebar, desk.updates, self.account, window)
        self._actions.by_name["travel"].setVisible(check is not None)
        if check is not None:
            self.surroundings.offer_travel(check, tasks, icons)
        self.page.header.offer(self._actions.session_menu(window))
        self._connect()
        self._announcements = Announcements(desk, window)
        self.notifications = Notifications(self._announcements, desk, self._memory, window)
        self._listen()

    def begin(self) -> None:
        """Show what there is, now that all parts are in their places."""
        self.chat.show_view(None)
        self._show_centre()
        self._window.status_line.show_status(self.desk.status)
        self._sidebar.take(self.desk, self.tasks, self._photos)
        self._allow()

    def _connect(self) -> None:
        self.page.summary.text_selected.connect(self._selected)
        self.page.stop_wanted.connect(self.commands.stop)
        self.centre.outbox.discard_wanted.connect(self.commands.discard)
        self.centre.outbox.session_wanted.connect(self.go_to_session)
        self.centre.outbox.said.connect(self.say)
        self.chat.link_wanted.connect(self.commands.ask_link)
        self.surroundings.link_wanted.connect(self.commands.ask_link)
        self.commands.said.connect(self.say)
        self.session_actions.said.connect(self.say)
        self.help.said.connect(self.say)
        self.commands.session_made.connect(self.go_to_session)
        self.commands.session_left.connect(self._close_session)
        self.undoing.changed.connect(self._allow)
        self.notices.offered.connect(self._window.do)
        self.surroundings.chosen.connect(self._do_from_outside)
        self.centre.chosen.connect(self._window.do)
        self._sidebar.filled.connect(self._filled)

    # Doing.

    def do(self, name: str) -> None:
        """Do the action `name` of the registry, or "back" and "clear_filters"."""
        work: dict[str, Callable[[], object]] = {
            "outbox": self.centre.show_outbox,
            "quit": self._window.close,
            "find": lambda: self._sidebar.search.setFocus(Qt.FocusReason.ShortcutFocusReason),
            "find_in_transcript": self._find_in_transcript,
            "accept": self.page.summary.diff.accept_all,
            "reject": self.page.summary.diff.reject_all,
            "refine": self._go_to_chat,
            "choose_engine": self.chat.choose_engine,
            "refine_selection": self._ask_about_selection,
            "show_sessions": lambda: self._sidebar.view.setFocus(Qt.FocusReason.ShortcutFocusReason),
            "show_summary": lambda: self._show_page(SUMMARY),
            "show_transcript": lambda: self._show_page(TRANSCRIPT),
            "show_revisions": lambda: self._show_page(REVISIONS),
            "previous_session": lambda: self._sidebar.step(-1),
            "next_session": lambda: self._sidebar.step(1),
            "toggle_chat": lambda: self.chat.setVisible(not self.chat.isVisible()),
            "palette": self._open_palette,
            "shortcuts": self._open_palette,
            "back": self._show_centre,
            "clear_filters": self._sidebar.clear_filters,
            "export_many": lambda: self.commands.exports.ask(self._sidebar.selected_sessions),
            "print": lambda: self.commands.exports.print_(self.view),
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
        action = self._actions.by_name[name]
        self._window.come_to_the_front()
        if action.isEnabled():
            action.trigger()
        else:
            self.say(self.tr("Open a session first."))

    def open_session(self, session: str) -> None:
        """Show `session` in the centre and its chat at the right."""
        try:
            view = self.desk.view(session)
        except NotFound:
            self._close_session()
            return
        self.view = view
        self.desk.opened(session)
        self.commands.view = view
        self.centre.show_view(view)
        self.chat.show_view(view)
        self._show_centre()
        self._allow()

    def go_to_session(self, session: str) -> None:
        """Open `session` and select it in the list."""
        self._sidebar.choose(session)
        if self.view is None or self.view.id != session:
            self.open_session(session)
        self._show_centre()

    def refresh(self) -> None:
        """Show the open session as it is now."""
        self._shown_at = monotonic()
        if self.view is not None:
            try:
                view = self.desk.view(self.view.id)
            except NotFound:
                gone = self.view.id
                self._close_session()
                self.commands.tell_gone(gone)
                return
            self.view = view
            self.commands.view = view
            self.centre.show_view(view)
            # In a turn of its own: a long message and a large change together would be felt while typing.
            self._chat_timer.start(0)
            self._allow()

    def _refresh_soon(self) -> None:
        if not self._refresh_timer.isActive():
            since_ms = int((monotonic() - self._shown_at) * 1000)
            self._refresh_timer.start(max(0, _TOGETHER_MS - since_ms))

    def _filled(self) -> None:
        if self.view is None:
            self._show_centre()

    def _close_session(self) -> None:
        self.view = None
        self.commands.view = None
        self.centre.show_view(None)
        self.chat.show_view(None)
        self._show_centre()
        self._allow()

    def _show_centre(self) -> None:
        self.centre.show_session(any_session=not self._sidebar.empty)

    def _show_page(self, page: int) -> None:
        self._show_centre()
        self.page.show_page(page)

    def _find_in_transcript(self) -> None:
        self._show_centre()
        self.centre.find_in_transcript()

    def _go_to_chat(self) -> None:
        self.chat.show()
        self.chat.input.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _ask_about_selection(self) -> None:
        self.chat.quote(self.page.summary.editor.selected_text())
        self._go_to_chat()

    def _selected(self, text: str) -> None:
        self._actions.by_name["refine_selection"].setEnabled(bool(text))

    def _open_palette(self) -> None:
        self._actions.draw_icons()
        dialog = PaletteDialog(self._actions.by_name, self._window)
        dialog.chosen.connect(self._window.do)
        dialog.open()

    def _allow(self) -> None:
        view, there = self.view, Needs.DONE if self.undoing.offered else Needs.NOTHING
        if view is not None:
            there |= Needs.SESSION
            there |= Needs.CLIENT if view.client else Needs.NOTHING
            there |= Needs.SUMMARY if view.revision else Needs.NOTHING
            there |= Needs.TRANSCRIPT if view.transcript_lines else Needs.NOTHING
            there |= Needs.REPLY if self.desk.answering(view.id) else Needs.NOTHING
            there |= Needs.PLATFORM if self.page.summary.platform_offered else Needs.NOTHING
            there |= Needs.CHANGE if self.page.summary.diff.change else Needs.NOTHING
        self._actions.allow(there)
        self._selected(self.page.summary.editor.selected_text())

    # Hearing.

    def say(self, text: str, error: bool = False) -> None:
        """Show one sentence without interrupting."""
        self.notices.say(text, error=error)

    def tell_of_crash(self) -> None:
        """Say that the last run did not end properly, and offer what tells why."""
        sentence = self.tr("CoachDesk did not end properly the last time. What you wrote is here. Was it a crash?")
        self.notices.say(sentence, lasting=True, offer="copy_diagnostics", offer_text=self.tr("Copy diagnostics"))

    def _listen(self) -> None:
        heard = self._announcements
        heard.list_changed.connect(self._show_other_list)
        heard.sessions_changed.connect(self._show_changed)
        heard.outbox_changed.connect(self.centre.refresh_outbox)
        heard.status_changed.connect(self._show_status)
        heard.reply_grew.connect(self._show_growing)
        heard.reply_ended.connect(self._show_whole)
        heard.job_advanced.connect(self.page.show_progress)
        heard.job_advanced.connect(self._allow)
        heard.noticed.connect(self.say)

    def _show_other_list(self) -> None:
        self._sidebar.refresh()
        if self.view is not None and self.desk.key_of(self.view.id) is None:
            self._refresh_soon()

    def _show_changed(self, sessions: frozenset[str]) -> None:
        self._sidebar.refresh_rows(sessions)
        if self.view is not None and (not sessions or self.view.id in sessions):
            self._refresh_soon()

    def _show_growing(self, session: str, text: str) -> None:
        self.chat.grow(session, text)
        self._actions.by_name["stop"].setEnabled(True)

    def _show_whole(self, session: str) -> None:
        self.chat.end_reply(session)
        self._refresh_soon()

    def _show_status(self, status: Status) -> None:
        self._window.status_line.show_status(status)
        before, self._status = self._status, status
        # While edits replay, only the numbers of what waits change; chat and summary ask who could answer.
        if (before.online, before.chat_only, before.server) == (status.online, status.chat_only, status.server):
            return
        if status.online:
            self._photos.look_again()
        self.chat.refresh()
        self.page.summary.offer_platform()
        self._actions.by_name["ask_platform"].setEnabled(self.page.summary.platform_offered)

    # Life.

    async def shut_down(self, deadline_s: float) -> None:
        """Save what was typed, end the tasks within `deadline_s` seconds or by force, and hear the desk no more."""
        self.page.summary.flush()
        self.chat.flush()
        self.undoing.end()
        self._refresh_timer.stop()
        self._chat_timer.stop()
        await self.tasks.drain(deadline_s)
        self._announcements.end()
