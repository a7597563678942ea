"""This file leads a test through every screen: the window's pages, each dialog, and the pages of the door."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QHeaderView, QLineEdit, QWidget

from coachdesk.desk.findings import Finding
from coachdesk.desk.views import Branch
from coachdesk.ui.door_pages import FirstRunPage, LockPage, PassphrasePage, RecoverPage, RecoveryKeyPage
from coachdesk.ui.lock_dialog import LockDialog
from coachdesk.ui.passphrase_dialog import PassphraseDialog
from coachdesk.ui.sign_in_dialog import SignInDialog
from tests.ui.conftest import Coach
from tests.ui.desk_stand_in import NOW, SUMMARY

SMALL = (1024, 700)
_ASKING = (
    *("new_session", "edit_session", "new_client", "edit_client", "delete_session", "delete_client", "keep_session"),
    *("keep_client", "palette", "preferences", "about", "correct_line", "export_many", "handbook", "travel"),
    *("view_log", "print"),
)
"""The actions that open something in front of the window."""


def pages(coach: Coach) -> Iterator[tuple[str, QWidget]]:
    """Go through what the window itself shows, at its least size."""
    window = coach.window
    coach.gui.do(lambda: window.resize(*SMALL))
    yield "nothing open", window
    coach.open()
    yield "summary", window
    for page in ("show_transcript", "show_revisions", "show_summary"):
        coach.does(page)
        yield page, window
    coach.gui.do(lambda: coach.desk.park("s0", "Summary edited by you", "Another device changed this in the meantime."))
    coach.does("outbox")
    yield "outbox", window
    coach.gui.do(lambda: window.do("back"))
    other = Branch("b1", SUMMARY.replace("12 May", "13 May"), "coach", NOW, SUMMARY.replace("12 May", "10 May"))
    coach.gui.do(lambda: coach.desk.change("s0", branches=(other,)))
    coach.until(lambda: coach.sees("compareButton") or coach.sees("diffView"), "two texts to compare")
    if coach.sees("compareButton"):  # the editor has the focus, and nobody takes it away
        coach.click("compareButton")
    yield "compare", window
    coach.gui.do(lambda: coach.desk.change("s0", branches=()))
    coach.until(lambda: not coach.sees("diffView"), "the text alone")
    coach.desk.replies = [("At eleven.", SUMMARY.replace("10:00", "11:00"))]
    coach.desk.go(online=False)
    coach.click("quickPrompt")
    coach.until(lambda: coach.sees("diffView"), "the proposal")
    yield "proposal", window
    coach.gui.do(lambda: window.say("The platform cannot be reached. Your edits wait on this laptop.", True))
    yield "notice", window
    coach.type("searchField", "zebra")
    coach.until(lambda: window.sidebar.model.rowCount() == 0, "an empty list")
    yield "nothing found", window


def dialogs(coach: Coach) -> Iterator[tuple[str, QWidget]]:
    """Open whatever can stand in front of the window, one after the other; each is closed before the next."""
    coach.open()
    coach.desk.findings = (Finding("disk", "90 GB are free on the disk."), Finding("battery", "…", "Charge it."))
    coach.does("show_transcript")
    coach.until(coach.window.page.transcript.pane.toPlainText, "the transcript")
    coach.gui.do(coach.window.sidebar.view.selectAll)
    for action in _ASKING:
        if action == "correct_line":
            coach.gui.do(lambda: coach.window.do("show_transcript"))
        yield from _opened(coach, action, lambda action=action: coach.window.do(action))
    files = (Path("notes.txt"),)
    yield from _opened(coach, "import", lambda: coach.window.commands.ask_import(files))
    for name, make in _makers(coach.window).items():
        yield from _opened(coach, name, lambda make=make: make().open())


def _makers(window: QWidget) -> dict[str, Callable[[], QDialog]]:
    async def refuse(_server: str, _name: str, _password: str) -> object:
        raise NotImplementedError

    return {
        "sign in": lambda: SignInDialog("", refuse, window.tasks, window, takes_along=True),  # type: ignore[attr-defined, arg-type]
        "lock": lambda: LockDialog(has_passphrase=True, minutes=10, parent=window),
        "backup": lambda: PassphraseDialog("CoachDesk", "CoachDesk", "CoachDesk", window),
        "restore": lambda: PassphraseDialog.for_restoring("a.coachdesk", window),
    }


def _opened(coach: Coach, name: str, begin: Callable[[], None]) -> Iterator[tuple[str, QWidget]]:
    before = set(_in_front(coach.window))
    coach.gui.do(begin)
    coach.until(lambda: set(_in_front(coach.window)) - before, f"what {name} opens")
    (opened,) = set(_in_front(coach.window)) - before
    coach.gui.do(opened.activateWindow)
    yield name, opened
    coach.gui.do(opened.close)
    coach.until(lambda: set(_in_front(coach.window)) <= before, f"{name} closed")


def _in_front(window: QWidget) -> list[QWidget]:
    return [top for top in QApplication.topLevelWidgets() if isinstance(top, QDialog) and top.isVisible()]


def door_pages() -> Iterator[tuple[str, QWidget]]:
    """Show the pages that come before a desk is open."""
    made: tuple[Callable[[], QWidget], ...] = (
        lambda: FirstRunPage(""),
        LockPage,
        lambda: PassphrasePage("CoachDesk is locked. Type your passphrase."),
        lambda: RecoveryKeyPage("-".join(["ABCD"] * 13)),
        lambda: RecoverPage("CoachDesk is locked. Type your passphrase."),
    )
    for make in made:
        page = make()
        page.resize(*SMALL)
        page.show()
        yield page.objectName(), page
        page.close()
        page.deleteLater()


def inner(widget: QWidget) -> bool:
    """Say whether `widget` is a part of another control, which stands for it."""
    hosts = QLineEdit | QComboBox | QHeaderView
    named = widget.objectName().startswith("qt_") or isinstance(widget, QHeaderView)
    return named or isinstance(widget.parent(), hosts)
