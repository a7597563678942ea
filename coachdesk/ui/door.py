"""This file is the window before there is a desk: one page at a time, from the start of the process to an open desk.

`enter` asks for whatever the laptop needs before it opens: how to begin, a passphrase, the recovery key. It shows
nothing of what the replica holds.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeySequence
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from coachdesk.desk.desk import Desk
from coachdesk.desk.laptop import Laptop, checked
from coachdesk.errors import CoachDeskError, KeyLost, Locked, NoKeychain, WrongPassphrase
from coachdesk.ui.door_pages import DoorPage, FirstRunPage, LockPage, PassphrasePage, RecoverPage, RecoveryKeyPage
from coachdesk.ui.file_dialog import FileDialog
from coachdesk.ui.handbook import Handbook
from coachdesk.ui.passphrase_dialog import PassphraseDialog
from coachdesk.ui.theme import Theme
from coachdesk.ui.window_memory import WindowMemory

T = TypeVar("T")
Answer = tuple[str, ...]
_CLOSED: Answer = ("closed",)
_BEGINNING, _TROUBLE = "first-run.md", "troubleshooting.md"


class Door(QWidget):
    """The window of the pages; `start_demo` opens the demo in a process of its own."""

    def __init__(self, laptop: Laptop, home: Path | None, start_demo: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("door")
        self.setWindowTitle("CoachDesk")
        self.setMinimumSize(560, 560)
        self.resize(1280, 800)
        self._laptop, self._start_demo = laptop, start_demo
        memory = WindowMemory(home)
        self._theme = Theme(memory.colours, self)
        self._pages = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages, 1)
        self._handbook: Handbook | None = None
        self._help = QPushButton(self.tr("Help: the handbook"))
        self._help.setObjectName("doorHelp")
        self._help.setProperty("kind", "quiet")
        self._help.setShortcut(QKeySequence("F1"))
        self._help.setAutoDefault(False)
        self._help.clicked.connect(self._show_help)
        column.addWidget(self._help, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(18)
        self._answer: asyncio.Future[Answer] | None = None
        self._left = False
        self.restoreGeometry(memory.state("geometry"))

    def come_to_the_front(self) -> None:
        """Show the page that waits for an answer before all other windows."""
        if self.isVisible():
            self.raise_()
            self.activateWindow()

    def _show_help(self) -> None:
        """Open the handbook where it tells of the page that is shown."""
        if self._handbook is None:
            self._handbook = Handbook(self._theme, self)
        begins = isinstance(self._pages.currentWidget(), FirstRunPage)
        self._handbook.open_at(_BEGINNING if begins else _TROUBLE)

    async def enter(self) -> Desk | None:
        """Return the open desk, not yet started; None if the coach closed the window."""
        self._left = False
        try:
            fresh = self._laptop.first_time
            if fresh and not await self._begin():
                return None
            desk = await self._open()
            new = desk is not None and (fresh or self._laptop.made_key)
            if desk is not None and new and not await self._show_recovery_key():
                await desk.close()
                return None
            return desk
        finally:
            self.hide()
            self._turn(None)

    async def _begin(self) -> bool:
        """Ask how to begin, until that is decided; False if the coach closed the window."""
        page = FirstRunPage(self._laptop.server)
        while (answer := await self._ask(page)) != _CLOSED:
            page.complain("")
            try:
                match answer:
                    case ("laptop",):
                        return True
                    case ("demo",):
                        self._start_demo()
                    case ("restore",):
                        if await self._restore():
                            return True
                    case ("sign in", server, name, password):
                        account = await self._laptop.sign_in(server, name, password)
                        await self._laptop.enter(account)
                        return True
            except CoachDeskError as fault:
                page.complain(str(fault))
        return False

    async def _open(self) -> Desk | None:
        """Open the desk, asking for what opens it."""
        page: DoorPage | None = None
        while True:
            try:
                return self._laptop.open()
            except (Locked, WrongPassphrase):
                page = LockPage()
                if not await self._until_done(page, self._unlock):
                    return None
            except NoKeychain:
                page = PassphrasePage(
                    self.tr("This machine has no keychain, so a passphrase protects your notes. CoachDesk asks for it.")
                )
                if not await self._until_done(page, self._choose):
                    return None
            except KeyLost as fault:
                if not await self._until_done(RecoverPage(str(fault)), self._recover):
                    return None

    async def _until_done(self, page: DoorPage, work: Callable[[Answer], Awaitable[bool]]) -> bool:
        """Show `page` until `work` did what was answered; False if the coach closed the window."""
        while (answer := await self._ask(page)) != _CLOSED:
            try:
                if await work(answer):
                    return True
            except CoachDeskError as fault:
                page.complain(str(fault))
        return False

    async def _unlock(self, answer: Answer) -> bool:
        if answer[0] == "recover":
            why = self.tr("Type the recovery key that was shown when this was set up. Then choose a new passphrase.")
            return await self._until_done(RecoverPage(why), self._recover)
        await self._laptop.unlock(answer[1])
        return True

    async def _choose(self, answer: Answer) -> bool:
        await self._laptop.unlock(checked(answer[1]))
        return True

    async def _recover(self, answer: Answer) -> bool:
        try:
            await self._laptop.recover(answer[1])
        except NoKeychain:
            sentence = self.tr("The key is right. Choose a passphrase that protects your notes from now on.")

            async def wrap(chosen: Answer) -> bool:
                await self._laptop.recover(answer[1], checked(chosen[1]))
                return True

            return await self._until_done(PassphrasePage(sentence), wrap)
        return True

    async def _show_recovery_key(self) -> bool:
        key = self._laptop.recovery_key()
        page = RecoveryKeyPage(key)
        while (answer := await self._ask(page)) == ("save",):
            name = await self._file_name(FileDialog.AcceptMode.AcceptSave, "CoachDesk recovery key.txt")
            if name:
                try:
                    await asyncio.to_thread(self._laptop.save_recovery_key, Path(name))
                    return True
                except CoachDeskError as fault:
                    page.complain(str(fault))
        return answer != _CLOSED

    async def _restore(self) -> bool:
        name = await self._file_name(FileDialog.AcceptMode.AcceptOpen, "")
        if not name:
            return False
        dialog = PassphraseDialog.for_restoring(Path(name).name, self)
        passphrase: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        dialog.entered.connect(lambda typed: _settle(passphrase, typed))
        dialog.rejected.connect(lambda: _settle(passphrase, ""))
        dialog.open()
        typed = await passphrase
        if not typed:
            return False
        await self._laptop.restore(Path(name), typed)
        return True

    async def _file_name(self, mode: FileDialog.AcceptMode, proposed: str) -> str:
        dialog = FileDialog(self)
        dialog.setAcceptMode(mode)
        if proposed:
            dialog.selectFile(proposed)
        chosen: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        dialog.fileSelected.connect(lambda name: _settle(chosen, name))
        dialog.rejected.connect(lambda: _settle(chosen, ""))
        dialog.open()
        return await chosen

    async def _ask(self, page: DoorPage) -> Answer:
        """Show `page` and return what the coach answers."""
        if self._left:
            return _CLOSED
        answer: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._answer = answer
        said = page.answered.connect(lambda what: _settle(answer, what))
        if self._pages.currentWidget() is not page:
            self._turn(page)
        self.show()
        page.setEnabled(True)
        page.setFocus()
        try:
            return await answer
        finally:
            page.answered.disconnect(said)
            self._answer = None

    def _turn(self, page: DoorPage | None) -> None:
        """Show `page` and forget the one before, with what was typed in it."""
        before = self._pages.currentWidget()
        if page is not None:
            self._pages.addWidget(page)
            self._pages.setCurrentWidget(page)
        if before is not None:
            self._pages.removeWidget(before)
            before.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self._left = self._answer is not None
        if self._answer is not None and not self._answer.done():
            self._answer.set_result(_CLOSED)


def _settle(future: asyncio.Future[T], value: T) -> None:
    """Give `future` its result, unless it has one or nobody waits any more."""
    if not future.done():
        future.set_result(value)
