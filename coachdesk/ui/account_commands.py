"""This file does what the Account menu says: sign in and out, back up, recovery key, lock; and keeps things here.

What needs the desk closed is an errand: `errand_wanted` carries it, the composition root closes the desk, does it, and
opens the desk that is the right one then.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QWidget

from coachdesk.desk.desk import Desk
from coachdesk.desk.laptop import Laptop
from coachdesk.desk.listed import ListQuery
from coachdesk.desk.views import SessionView
from coachdesk.ui.commands import Commands
from coachdesk.ui.dialog_form import DialogForm
from coachdesk.ui.door_pages import shown_key
from coachdesk.ui.file_dialog import FileDialog
from coachdesk.ui.keep_box import keeping_means, releasing_means
from coachdesk.ui.lock_dialog import LockDialog
from coachdesk.ui.passphrase_dialog import PassphraseDialog
from coachdesk.ui.question import Question
from coachdesk.ui.sign_in_dialog import SignInDialog
from coachdesk.ui.tasks import Tasks

Errand = Callable[[], Awaitable[str]]


class AccountCommands(QObject):
    """The commands over one desk and the laptop it is on; `commands` know the session that is open."""

    errand_wanted = Signal(object)
    lock_changed = Signal()

    def __init__(self, desk: Desk, laptop: Laptop | None, tasks: Tasks, commands: Commands, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._tasks, self._commands, self._window = desk, tasks, commands, window
        self._laptop = laptop
        self.by_name: dict[str, Callable[[], None]] = {
            "keep_session": self.keep_session,
            "keep_client": self.keep_client,
        }
        for name, work in (
            ("sign_in", self._sign_in),
            ("sign_out", self._sign_out),
            ("backup", self._back_up),
            ("restore", self._restore),
            ("recovery_key", self._show_recovery_key),
            ("lock", self._lock),
            ("lock_options", self._choose_lock),
        ):
            self.by_name[name] = partial(self._with_laptop, work)

    def fit(self, actions: dict[str, QAction]) -> None:
        """Show of the menu what can be done: nobody signs out who is not signed in.

        Signing in stays: the platform may take the tokens for too old.
        """
        for name in ("sign_in", "backup", "restore", "recovery_key", "lock", "lock_options"):
            actions[name].setVisible(self._laptop is not None)
        actions["sign_out"].setVisible(self._laptop is not None and self._laptop.account is not None)

    def lock_in_words(self) -> tuple[str, str] | None:
        """Return how CoachDesk is locked, and what can be done about it; None where there is no laptop to lock."""
        laptop = self._laptop
        if laptop is None:
            return None
        if not laptop.has_passphrase:
            if laptop.most_idle_minutes is not None:
                return self._demanded(laptop.most_idle_minutes), self.tr("Set a passphrase …")
            return self.tr("CoachDesk does not lock: it has no passphrase."), self.tr("Set a passphrase …")
        minutes = laptop.idle_minutes(self._desk.lock_minutes)
        how = self.tr("After %n idle minutes.", "", minutes) if minutes else self.tr("Never by itself.")
        return how, self.tr("Change …")

    def demand_passphrase(self) -> None:
        """Ask for a passphrase where the organisation wants CoachDesk locked, which needs one."""
        laptop = self._laptop
        if laptop is not None and laptop.most_idle_minutes is not None and not laptop.has_passphrase:
            self._commands.said.emit(self._demanded(laptop.most_idle_minutes), True)
            self._choose_lock(laptop)

    def _demanded(self, minutes: int) -> str:
        text = self.tr("Your organisation wants CoachDesk locked after %n idle minutes.", "", minutes)
        return " ".join((text, self.tr("That needs a passphrase.")))

    def _with_laptop(self, work: Callable[[Laptop], None]) -> None:
        if self._laptop is not None:
            work(self._laptop)

    def _open(self, dialog: QDialog) -> None:
        dialog.open()

    def _start(self, name: str, work: Coroutine[object, object, object]) -> None:
        self._tasks.start(name, work)

    # Keeping here.

    def keep_session(self) -> None:
        """Keep the open session on this laptop after a question, or release it."""
        view = self._commands.view
        if view is None:
            return
        if view.client_kept:
            text = self.tr("{name} is kept on this laptop with all sessions.")
            self._commands.said.emit(text.format(name=view.client_name), False)
        elif view.kept:
            self._ask_release(partial(self._desk.keep_session, view.id, False))
        else:
            self._ask_keep(self.tr("this session"), partial(self._keep, view, False))

    def keep_client(self) -> None:
        """Keep the open session's client on this laptop after a question, or release it."""
        view = self._commands.view
        if view is None or view.client is None:
            return
        if view.client_kept:
            self._ask_release(partial(self._desk.keep_client, view.client, False))
        else:
            self._ask_keep(view.client_name, partial(self._keep, view, True))

    async def _keep(self, view: SessionView, whole_client: bool) -> None:
        if not whole_client:
            await self._commands.keeping.session(view, True)
        elif view.client is not None:
            await self._commands.keeping.client(view, view.client, True)
        self._commands.said.emit(self.tr("Kept on this laptop. Nothing of it is sent any more."), False)

    def _ask_keep(self, what: str, work: Callable[[], Coroutine[object, object, object]]) -> None:
        self._open(
            Question(
                self.tr("Keep on this laptop?"),
                keeping_means(what),
                self.tr("Keep on this laptop"),
                lambda: self._start("keep here", work()),
                self._window,
                harmful=False,
            )
        )

    def _ask_release(self, work: Callable[[], Coroutine[object, object, object]]) -> None:
        self._open(
            Question(
                self.tr("Release it from this laptop?"),
                releasing_means(),
                self.tr("Release"),
                lambda: self._start("release", work()),
                self._window,
                harmful=False,
            )
        )

    # Signing in and out.

    def _sign_in(self, laptop: Laptop) -> None:
        alone = laptop.account is None and bool(self._desk.keys(ListQuery()))
        dialog = SignInDialog(laptop.server, laptop.sign_in, self._tasks, self._window, takes_along=alone)
        dialog.signed_in.connect(lambda account: self.errand_wanted.emit(partial(laptop.enter, account)))
        self._open(dialog)

    def _sign_out(self, laptop: Laptop) -> None:
        pending = self._desk.status.pending
        text = self.tr("Your notes stay on this laptop, encrypted, until you sign in again.")
        if pending:
            text = self.tr(
                "%n edits have not reached the platform. They stay on this laptop, encrypted, and are sent once you"
                " sign in again. A backup (Account menu) makes sure of them.",
                "",
                pending,
            )
        question = Question(
            self.tr("Sign out?"),
            text,
            self.tr("Sign out"),
            lambda: self.errand_wanted.emit(laptop.sign_out),
            self._window,
            harmful=bool(pending),
        )
        if pending:
            question.also(self.tr("Back up first …"), "backupFirst", lambda: self._back_up(laptop))
        self._open(question)

    # Backups.

    def _back_up(self, laptop: Laptop) -> None:
        dialog = FileDialog(self._window, self.tr("Back up"))
        dialog.setAcceptMode(FileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("coachdesk")
        dialog.selectFile("CoachDesk backup.coachdesk")
        dialog.fileSelected.connect(lambda name: self._ask_backup(laptop, Path(name)))
        self._open(dialog)

    def _ask_backup(self, laptop: Laptop, target: Path) -> None:
        text = self.tr("Everything on this laptop goes into one encrypted file. Only this passphrase opens it.")
        dialog = PassphraseDialog(self.tr("Back up"), text, self.tr("Back up"), self._window)
        dialog.entered.connect(lambda typed: self._start("back up", self._write_backup(laptop, target, typed)))
        self._open(dialog)

    async def _write_backup(self, laptop: Laptop, target: Path, passphrase: str) -> None:
        await laptop.back_up(target, passphrase)
        self._commands.said.emit(self.tr("Backed up as {name}.").format(name=target.name), False)

    def _restore(self, laptop: Laptop) -> None:
        dialog = FileDialog(self._window, self.tr("Restore a backup"))
        dialog.setFileMode(FileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self._ask_restore(laptop, Path(name)))
        self._open(dialog)

    def _ask_restore(self, laptop: Laptop, source: Path) -> None:
        dialog = PassphraseDialog.for_restoring(source.name, self._window)
        dialog.entered.connect(lambda typed: self.errand_wanted.emit(partial(laptop.restore, source, typed)))
        self._open(dialog)

    # Keys and locking.

    def _show_recovery_key(self, laptop: Laptop) -> None:
        dialog = DialogForm(self.tr("Your recovery key"), self.tr("Close"), self._window)
        dialog.setObjectName("recoveryKeyDialog")
        dialog.no.hide()
        dialog.form.addRow(shown_key(laptop.recovery_key()))
        self._open(dialog)

    def _lock(self, laptop: Laptop) -> None:
        if laptop.has_passphrase:
            self.errand_wanted.emit(laptop.lock)
        else:
            self._choose_lock(laptop)

    def _choose_lock(self, laptop: Laptop) -> None:
        dialog = LockDialog(
            has_passphrase=laptop.has_passphrase,
            minutes=self._desk.lock_minutes,
            most=laptop.most_idle_minutes,
            parent=self._window,
        )
        dialog.entered.connect(
            lambda passphrase, minutes: self._start("lock options", self._set_lock(laptop, passphrase, minutes))
        )
        dialog.passphrase_unwanted.connect(lambda: self._start("lock options", self._take_passphrase_away(laptop)))
        self._open(dialog)

    async def _set_lock(self, laptop: Laptop, passphrase: str, minutes: int) -> None:
        if passphrase:
            await laptop.set_passphrase(passphrase)
        await self._desk.set_lock_minutes(minutes)
        self.lock_changed.emit()
        self._commands.said.emit(self.tr("The lock is set."), False)

    async def _take_passphrase_away(self, laptop: Laptop) -> None:
        await laptop.set_passphrase(None)
        await self._desk.set_lock_minutes(0)
        self.lock_changed.emit()
        self._commands.said.emit(self.tr("The keychain of this machine opens your notes again."), False)
