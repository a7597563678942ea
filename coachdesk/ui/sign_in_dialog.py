"""This file asks for a platform, a name and a password, and stays open until the platform has taken them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from coachdesk.desk.profiles import Account
from coachdesk.errors import CoachDeskError
from coachdesk.ui.dialog_form import DialogForm
from coachdesk.ui.tasks import Tasks


class SignInDialog(DialogForm):
    """Sign-in. `signed_in` carries the account once the platform gave tokens for it."""

    signed_in = Signal(object)

    def __init__(
        self,
        server: str,
        sign_in: Callable[[str, str, str], Awaitable[Account]],
        tasks: Tasks,
        parent: QWidget | None = None,
        *,
        takes_along: bool = False,
    ) -> None:
        super().__init__(self.tr("Sign in"), self.tr("Sign in"), parent)
        self.setObjectName("signInDialog")
        self._sign_in, self._tasks = sign_in, tasks
        self._server, self._name, self._password = QLineEdit(server), QLineEdit(), QLineEdit()
        self._server.setPlaceholderText("https://platform.example")
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        for name, label, line in (
            ("signInServer", self.tr("Platform"), self._server),
            ("signInName", self.tr("Name"), self._name),
            ("signInPassword", self.tr("Password"), self._password),
        ):
            line.setObjectName(name)
            line.setMaxLength(1_000)
            self.row(label, line)
        if takes_along:
            text = self.tr("What you wrote on this laptop goes along, and is sent unless it is kept on this laptop.")
            note = QLabel(text)
            note.setObjectName("takesAlong")
            note.setTextFormat(Qt.TextFormat.PlainText)
            note.setWordWrap(True)
            note.setProperty("tone", "muted")
            self.form.addRow(note)

    def accept(self) -> None:
        server, name, password = self._server.text().strip(), self._name.text().strip(), self._password.text()
        if not server or not name or not password:
            self.complain(self.tr("Please enter the platform’s address, your name and your password."))
            return
        self.yes.setEnabled(False)
        self._tasks.start("sign in", self._try(server, name, password))

    async def _try(self, server: str, name: str, password: str) -> None:
        try:
            account = await self._sign_in(server, name, password)
        except CoachDeskError as fault:
            self.complain(str(fault))
            self.yes.setEnabled(True)
            return
        super().accept()
        self.signed_in.emit(account)
