"""This file asks for a session: client, date, title, length, type, who was there, tags."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QLineEdit, QSpinBox, QWidget

from coachdesk.desk.listed import ClientRow
from coachdesk.desk.views import SessionView
from coachdesk.ui.dialog_form import DialogForm
from coachdesk.ui.keep_box import KeepBox
from coachdesk.ui.wording import day_format

_DAY_LONG_MINUTES = 1_440


@dataclass(frozen=True, slots=True)
class SessionFields:
    """What the dialog holds. `client` is an id, or None with `new_client` as a name, or neither."""

    client: str | None
    new_client: str
    date: str
    minutes: int
    title: str
    type: str
    participants: tuple[str, ...]
    tags: tuple[str, ...]
    kept: bool


class SessionDialog(DialogForm):
    """A new session, or `session` to change. `entered` carries SessionFields."""

    entered = Signal(object)

    def __init__(
        self,
        clients: tuple[ClientRow, ...],
        session: SessionView | None,
        client: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        new = session is None
        title = self.tr("New session") if new else self.tr("Session details")
        super().__init__(title, self.tr("Add session") if new else self.tr("Save"), parent)
        self.setObjectName("sessionDialog")
        self._clients = clients
        self._client = QComboBox()
        self._client.setObjectName("sessionClient")
        line = QLineEdit()
        line.setMaxLength(200)
        line.setPlaceholderText(self.tr("Choose, or type a new name"))
        self._client.setLineEdit(line)
        self._client.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        # The form gives it its width; by itself it would measure the names of all clients.
        self._client.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._client.addItems([client.name for client in clients])
        chosen = session.client if session is not None else client
        ids = [client.id for client in clients]
        self._client.setCurrentIndex(ids.index(chosen) if chosen in ids else -1)
        self._date = QDateEdit()
        self._date.setObjectName("sessionDate")
        self._date.setCalendarPopup(True)
        self._date.setDisplayFormat(day_format())
        day = QDate.fromString(session.date[:10] if session else "", Qt.DateFormat.ISODate)
        self._date.setDate(day if day.isValid() else QDate.currentDate())
        self._minutes = QSpinBox()
        self._minutes.setObjectName("sessionMinutes")
        self._minutes.setRange(0, _DAY_LONG_MINUTES)
        self._minutes.setSingleStep(5)
        # A style sheet does not reach the field inside a spin box.
        self._minutes.lineEdit().setTextMargins(10, 0, 10, 0)
        self._minutes.setSuffix(self.tr(" minutes"))
        self._minutes.setValue(session.minutes if session else 60)
        self._title = self._line("sessionTitleField", session.title if session else "", 300)
        self._type = self._line("sessionType", session.type if session else "", 60)
        self._who = self._line("sessionParticipants", ", ".join(session.participants) if session else "", 1_000)
        self._tags = self._line("sessionTags", ", ".join(session.tags) if session else "", 500)
        self._tags.setPlaceholderText(self.tr("separated by commas"))
        for label, field in (
            (self.tr("Client"), self._client),
            (self.tr("Date"), self._date),
            (self.tr("Title"), self._title),
            (self.tr("Length"), self._minutes),
            (self.tr("Type"), self._type),
            (self.tr("Participants"), self._who),
            (self.tr("Tags"), self._tags),
        ):
            self.row(label, field)
        held = ""
        if session is not None and session.client_kept:
            held = self.tr("{name} is kept on this laptop with all sessions.").format(name=session.client_name)
        kept = None if session is None else session.kept
        self._kept = KeepBox("sessionKept", self.tr("this session"), kept=kept, held=held)
        self.form.addRow("", self._kept)

    def _line(self, name: str, text: str, most: int) -> QLineEdit:
        field = QLineEdit(text)
        field.setObjectName(name)
        field.setMaxLength(most)
        return field

    def accept(self) -> None:
        typed = self._client.currentText().strip()
        known = next((client.id for client in self._clients if client.name.casefold() == typed.casefold()), None)
        if not typed and not self._title.text().strip():
            self.complain(self.tr("Please choose a client, or enter a title."))
            self._client.setFocus()
            return
        self.entered.emit(
            SessionFields(
                client=known,
                new_client="" if known else typed,
                date=self._date.date().toString(Qt.DateFormat.ISODate),
                minutes=self._minutes.value(),
                title=self._title.text().strip(),
                type=self._type.text().strip(),
                participants=_parts(self._who.text()),
                tags=_parts(self._tags.text()),
                kept=self._kept.kept,
            )
        )
        super().accept()


def _parts(text: str) -> tuple[str, ...]:
    """Return the parts of `text` between commas, without empty ones."""
    return tuple(part.strip() for part in text.split(",") if part.strip())
