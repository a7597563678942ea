"""This file registers every action of the window once; menus, shortcuts and the palette are made from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Flag, auto

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from coachdesk.ui.icons import Icons


class Needs(Flag):
    """What has to be there before an action can be done."""

    NOTHING = 0
    SESSION = auto()
    CLIENT = auto()
    CHANGE = auto()
    REPLY = auto()
    SUMMARY = auto()
    TRANSCRIPT = auto()
    DONE = auto()
    PLATFORM = auto()


@dataclass(frozen=True, slots=True)
class Spec:
    """One action: its name, menu, text (English; translated as context "Actions"), shortcut, icon and needs."""

    name: str
    menu: str
    text: str
    shortcut: str = ""
    icon: str = ""
    needs: Needs = Needs.NOTHING
    gap: bool = False
    """Whether a line stands before it in its menu."""


MENUS = ("&File", "&Edit", "&Session", "&Chat", "&View", "&Account", "&Help")

SPECS = (
    Spec("new_session", "&File", "&New session …", "Ctrl+N", "add"),
    Spec("new_client", "&File", "New &client …", "Ctrl+Shift+N", "client"),
    Spec("import", "&File", "&Import transcripts …", "Ctrl+I", "import"),
    Spec("export", "&File", "&Export …", "Ctrl+E", "export", Needs.SESSION),
    Spec("export_many", "&File", "Export the se&lected sessions …", "Ctrl+Shift+X", "export"),
    Spec("print", "&File", "&Print …", "Ctrl+P", "", Needs.SESSION),
    Spec("sync_now", "&File", "&Sync now", "F5", "sync", gap=True),
    Spec("outbox", "&File", "&Outbox", "Ctrl+Shift+O", "outbox"),
    Spec("preferences", "&File", "Pre&ferences …", "Ctrl+,"),
    Spec("quit", "&File", "&Quit", "Ctrl+Q", gap=True),
    Spec("undo", "&Edit", "&Undo typing", "Ctrl+Z", "undo", Needs.SESSION),
    Spec("redo", "&Edit", "Re&do typing", "Ctrl+Shift+Z", "redo", Needs.SESSION),
    Spec("take_back", "&Edit", "Take back &what was done last", "Ctrl+Alt+Z", "undo", Needs.DONE),
    Spec("find", "&Edit", "&Find a session", "Ctrl+F", "search"),
    Spec("find_in_transcript", "&Edit", "Find in the &transcript", "Ctrl+Shift+F", "", Needs.TRANSCRIPT),
    Spec("correct_line", "&Edit", "&Correct a line of the transcript …", "Ctrl+Shift+E", "edit", Needs.TRANSCRIPT),
    Spec("heading", "&Edit", "&Heading", "Ctrl+Shift+H", "heading", Needs.SESSION, gap=True),
    Spec("bold", "&Edit", "&Bold", "Ctrl+B", "bold", Needs.SESSION),
    Spec("italic", "&Edit", "&Italic", "Ctrl+Shift+I", "italic", Needs.SESSION),
    Spec("list", "&Edit", "&List", "Ctrl+Shift+L", "list", Needs.SESSION),
    Spec("task", "&Edit", "Co&mmitment", "Ctrl+Shift+K", "task", Needs.SESSION),
    Spec("save", "&Edit", "&Save now", "Ctrl+S", "", Needs.SESSION, gap=True),
    Spec("summarise", "&Session", "&Summarise the transcript", "Ctrl+Shift+S", "spark", Needs.TRANSCRIPT),
    Spec("approve", "&Session", "&Approve the summary", "Ctrl+Shift+A", "approve", Needs.SUMMARY),
    Spec("show_evidence", "&Session", "Show &what supports this", "Ctrl+J", "quote", Needs.TRANSCRIPT),
    Spec("accept", "&Session", "A&ccept all changes", "Ctrl+Shift+Return", "check", Needs.CHANGE, gap=True),
    Spec("reject", "&Session", "&Reject all changes", "Ctrl+Shift+Backspace", "undo", Needs.CHANGE),
    Spec("edit_session", "&Session", "&Edit details …", "F2", "edit", Needs.SESSION, gap=True),
    Spec("edit_client", "&Session", "Edit c&lient …", "Shift+F2", "client", Needs.CLIENT),
    Spec("keep_session", "&Session", "&Keep on this laptop …", "", "laptop", Needs.SESSION),
    Spec("keep_client", "&Session", "Keep the client on this laptop …", "", "laptop", Needs.CLIENT),
    Spec("delete_session", "&Session", "&Delete session …", "Ctrl+Delete", "trash", Needs.SESSION, gap=True),
    Spec("delete_client", "&Session", "Delete client …", "", "trash", Needs.CLIENT),
    Spec("refine", "&Chat", "Go to the &chat", "Ctrl+L", "session", Needs.SESSION),
    Spec("refine_selection", "&Chat", "Ask about the &selection", "Ctrl+Shift+R", "quote", Needs.SESSION),
    Spec("choose_engine", "&Chat", "Choose &who answers", "Ctrl+Alt+W", "spark", Needs.SESSION),
    Spec("ask_platform", "&Chat", "Ask the &platform the same", "Ctrl+Alt+P", "platform", Needs.PLATFORM),
    Spec("stop", "&Chat", "S&top the reply", "Esc", "stop", Needs.REPLY),
    Spec("show_sessions", "&View", "&Sessions", "Ctrl+1"),
    Spec("show_summary", "&View", "S&ummary", "Ctrl+2", "", Needs.SESSION),
    Spec("show_transcript", "&View", "&Transcript", "Ctrl+3", "", Needs.SESSION),
    Spec("show_revisions", "&View", "&Revisions", "Ctrl+4", "", Needs.SESSION),
    Spec("previous_session", "&View", "&Previous session", "Alt+Up", gap=True),
    Spec("next_session", "&View", "&Next session", "Alt+Down"),
    Spec("toggle_chat", "&View", "Show or hide the &chat", "Ctrl+Shift+C", "panel", gap=True),
    Spec("group_list", "&View", "&Group the list"),
    Spec("light", "&View", "&Light colours", gap=True),
    Spec("dark", "&View", "&Dark colours"),
    Spec("contrast", "&View", "&High contrast"),
    Spec("system", "&View", "Colours of the s&ystem"),
    Spec("sign_in", "&Account", "&Sign in …"),
    Spec("sign_out", "&Account", "Sign &out …"),
    Spec("backup", "&Account", "&Back up …", gap=True),
    Spec("restore", "&Account", "&Restore a backup …"),
    Spec("recovery_key", "&Account", "Show recovery &key …", gap=True),
    Spec("lock", "&Account", "&Lock now", "Ctrl+Alt+L", gap=True),
    Spec("lock_options", "&Account", "Lock and &passphrase …"),
    Spec("handbook", "&Help", "&Handbook", "Ctrl+F1"),
    Spec("palette", "&Help", "Find an &action …", "Ctrl+Shift+P", "search"),
    Spec("shortcuts", "&Help", "&Keyboard shortcuts", "F1"),
    Spec("travel", "&Help", "Ready to &travel …", "", "laptop", gap=True),
    Spec("copy_diagnostics", "&Help", "&Copy diagnostics", "", "copy", gap=True),
    Spec("view_log", "&Help", "&What happened: the log …"),
    Spec("show_logs", "&Help", "Show the &log folder"),
    Spec("about", "&Help", "A&bout CoachDesk"),
)

SESSION_MENU = ("edit_session", "edit_client", "export", "summarise", "import", "keep_session", "delete_session")


class Actions(QObject):
    """The window's actions. `do` is called with the name of the one that was triggered."""

    def __init__(self, window: QWidget, icons: Icons, do: Callable[[str], None]) -> None:
        super().__init__(window)
        self._icons = icons
        self.by_name: dict[str, QAction] = {}
        for spec in SPECS:
            action = QAction(self._text(spec.text), window)
            action.setObjectName(f"action_{spec.name}")
            if spec.shortcut:
                action.setShortcut(QKeySequence(spec.shortcut))
            if spec.name == "quit":
                action.setMenuRole(QAction.MenuRole.QuitRole)
            elif spec.name == "about":
                action.setMenuRole(QAction.MenuRole.AboutRole)
            else:
                action.setMenuRole(QAction.MenuRole.NoRole)
            action.triggered.connect(lambda _=False, name=spec.name: do(name))
            window.addAction(action)
            self.by_name[spec.name] = action

    def fill(self, bar: QMenuBar) -> None:
        """Make the menus."""
        for title in MENUS:
            menu = bar.addMenu(self._text(title))
            menu.aboutToShow.connect(self.draw_icons)
            for spec in SPECS:
                if spec.menu == title:
                    if spec.gap:
                        menu.addSeparator()
                    menu.addAction(self.by_name[spec.name])

    def session_menu(self, parent: QWidget) -> QMenu:
        """Return a menu of what can be done with one session."""
        menu = QMenu(parent)
        menu.aboutToShow.connect(self.draw_icons)
        for name in SESSION_MENU:
            menu.addAction(self.by_name[name])
        return menu

    def allow(self, there: Needs) -> None:
        """Enable those actions whose needs are among what is `there`."""
        for spec in SPECS:
            action, allowed = self.by_name[spec.name], spec.needs in there or spec.needs is Needs.NOTHING
            # Qt tells every menu about each call, changed or not.
            if action.isEnabled() != allowed:
                action.setEnabled(allowed)

    def _text(self, english: str) -> str:
        return QCoreApplication.translate("Actions", english)

    def draw_icons(self) -> None:
        """Give the actions their icons in the colours of now; only when they are about to be seen, to start quickly."""
        for spec in SPECS:
            if spec.icon:
                self.by_name[spec.name].setIcon(self._icons.icon(spec.icon))
