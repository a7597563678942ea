"""This file is the middle of the window: the open session's page, the outbox, or what to do where none is open."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from coachdesk.desk.views import SessionView
from coachdesk.ui.empty_state import EmptyState
from coachdesk.ui.icons import Icons
from coachdesk.ui.outbox_view import OutboxView
from coachdesk.ui.session_page import TRANSCRIPT, SessionPage


class Centre(QStackedWidget):
    """One part at a time. `chosen` carries the name of an action."""

    chosen = Signal(str)

    def __init__(self, page: SessionPage, outbox: OutboxView, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = False
        self.page, self.outbox = page, outbox
        self._empty = EmptyState(icons, "session")
        self._empty.setObjectName("emptyCentre")
        self._empty.offer("import", self.tr("Import a transcript …"), primary=True)
        self._empty.offer("new_session", self.tr("New session …"))
        for part in (self._empty, self.page, self.outbox):
            self.addWidget(part)
            part.chosen.connect(self.chosen)

    def show_view(self, view: SessionView | None) -> None:
        """Let the page show `view`; whoever looks at the outbox goes on looking at it."""
        self._open = view is not None
        if view is not None:
            self.page.show_view(view)

    def show_session(self, *, any_session: bool) -> None:
        """Bring the open session's page forward; without one say what to do, as there is `any_session` or none."""
        if any_session:
            self._empty.say(
                self.tr("No session is open"), self.tr("Choose one on the left, or drop a transcript here.")
            )
        else:
            self._empty.say(
                self.tr("Welcome to CoachDesk"),
                self.tr("Begin with a transcript of a session, dropped here, or with an empty page."),
            )
        self.setCurrentWidget(self.page if self._open else self._empty)

    def show_outbox(self) -> None:
        """Bring the outbox forward."""
        self.outbox.refresh()
        self.setCurrentWidget(self.outbox)
        self.outbox.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def refresh_outbox(self) -> None:
        """Show the outbox as it is now, if it is looked at."""
        if self.currentWidget() is self.outbox:
            self.outbox.refresh()

    def find_in_transcript(self) -> None:
        """Let the coach type what to find in the transcript, whose page is shown."""
        self.page.show_page(TRANSCRIPT)
        self.page.transcript.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
