"""This file asks for a client: photo, name, e-mail address, and which models may see the client's text."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from coachdesk.desk.listed import ClientRow
from coachdesk.domain.session import Policy
from coachdesk.ui.dialog_form import DialogForm
from coachdesk.ui.keep_box import KeepBox
from coachdesk.ui.photo_field import PhotoField
from coachdesk.ui.photos import Photos
from coachdesk.ui.tasks import Tasks

_POLICIES = (Policy.PLATFORM, Policy.LOCAL, Policy.NONE)


class ClientDialog(DialogForm):
    """A new client, or `client` to change. `entered` carries name, e-mail, policy, and whether it is kept here.

    `photo` knows whether another photo was chosen; `kept` says how it is with a client who is there already.
    """

    entered = Signal(str, str, object, bool)

    def __init__(
        self,
        client: ClientRow | None,
        photos: Photos,
        tasks: Tasks,
        parent: QWidget | None = None,
        *,
        kept: bool | None = None,
    ) -> None:
        title = self.tr("New client") if client is None else self.tr("Edit client")
        super().__init__(title, self.tr("Add client") if client is None else self.tr("Save"), parent)
        self.setObjectName("clientDialog")
        self._name = QLineEdit(client.name if client else "")
        self._name.setObjectName("clientName")
        self._name.setMaxLength(200)
        self._email = QLineEdit(client.email if client else "")
        self._email.setObjectName("clientEmail")
        self._email.setMaxLength(300)
        self._policy = QComboBox()
        self._policy.setObjectName("clientPolicy")
        self._policy.addItems(
            [
                self.tr("Platform or this laptop"),
                self.tr("Only the model on this laptop"),
                self.tr("No model sees it"),
            ]
        )
        self._policy.setCurrentIndex(_POLICIES.index(client.policy) if client else 0)
        self.photo = PhotoField(client.photo if client else "", client.name if client else "", photos, tasks)
        self.photo.refused.connect(self.complain)
        self._name.textChanged.connect(self.photo.rename)
        self.finished.connect(self.photo.stop)
        self.row(self.tr("Name"), self._name)
        self.row(self.tr("E-mail"), self._email)
        self.row(self.tr("AI"), self._policy)
        self.row(self.tr("Photo"), self.photo)
        self._kept = KeepBox("clientKept", client.name if client else "", kept=kept)
        self.form.addRow("", self._kept)

    def accept(self) -> None:
        name = self._name.text().strip()
        if not name:
            self.complain(self.tr("Please enter the client’s name."))
            self._name.setFocus()
            return
        if self.photo.reading:
            self.complain(self.tr("The picture is still being read."))
            return
        self.entered.emit(name, self._email.text().strip(), _POLICIES[self._policy.currentIndex()], self._kept.kept)
        super().accept()
