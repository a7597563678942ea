"""This file shows one turn of the chat: who answered, when, what, and whether the platform has it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from coachdesk.desk.views import MessageView
from coachdesk.domain.session import Role
from coachdesk.ui.changes import left_in_words
from coachdesk.ui.frames import show_focus
from coachdesk.ui.icons import Icons
from coachdesk.ui.reading_pane import ReadingPane
from coachdesk.ui.replies import said
from coachdesk.ui.sentences import told
from coachdesk.ui.wording import origin_in_words, time_in_words

_MARK = 14


class MessageBubble(QFrame):
    """One message. `repeat_wanted` and `platform_wanted` (asking there) carry its id, `edit_wanted` its text."""

    repeat_wanted = Signal(str)
    edit_wanted = Signal(str)
    platform_wanted = Signal(str)
    link_wanted = Signal(QUrl)

    def __init__(self, icons: Icons, role: Role, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bubble")
        self.setProperty("role", role.value)
        self._icons, self._role = icons, role
        self._text = ""
        self._id = ""
        self._who = QLabel()
        self._who.setObjectName("messageOrigin")
        self._who.setTextFormat(Qt.TextFormat.PlainText)
        self._who.setProperty("tone", "muted")
        self._who.setWordWrap(True)
        font = self._who.font()
        font.setPointSizeF(font.pointSizeF() * 0.9)
        self._who.setFont(font)
        self._mark = QLabel()
        self._mark.setToolTip(self.tr("Not on the platform yet"))
        self._mark.hide()
        self.pane = ReadingPane(icons.theme)
        self.pane.setObjectName("messageText")
        self.pane.link_wanted.connect(self.link_wanted)
        show_focus(self, self.pane)
        self._more = QToolButton()
        icons.dress(self._more, "more", "muted")
        self._more.setAccessibleName(self.tr("More about this message"))
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setMenu(self._menu())
        self._note = QLabel()
        self._note.setObjectName("messageNote")
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._note.setProperty("tone", "muted")
        self._note.setWordWrap(True)
        self._note.hide()
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._who, 1)
        head.addWidget(self._mark)
        head.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 8, 10)
        column.setSpacing(3)
        column.addLayout(head)
        column.addWidget(self.pane)
        column.addWidget(self._note)
        icons.theme.changed.connect(self._recolour)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        copy = menu.addAction(self.tr("Copy"))
        self._icons.dress(copy, "copy")
        copy.triggered.connect(lambda: QGuiApplication.clipboard().setText(self._text))
        if self._role is Role.USER:
            again = menu.addAction(self.tr("Ask again"))
            self._icons.dress(again, "retry")
            again.triggered.connect(lambda: self.repeat_wanted.emit(self._id))
            edit = menu.addAction(self.tr("Edit and send"))
            self._icons.dress(edit, "edit")
            edit.triggered.connect(lambda: self.edit_wanted.emit(self._text))
            platform = menu.addAction(self.tr("Answer again on the platform"))
            self._icons.dress(platform, "platform")
            platform.triggered.connect(lambda: self.platform_wanted.emit(self._id))
        return menu

    @property
    def text(self) -> str:
        """The message as it was written."""
        return self._text

    def show_message(self, message: MessageView) -> None:
        """Show `message`, and what it left unchanged and why."""
        self._id = message.id
        who = self.tr("CoachDesk") if self._role is Role.SYSTEM else origin_in_words(message.origin)
        content = message.content
        if self._role is not Role.USER:
            content = told(content) if self._role is Role.SYSTEM else said(content)
        self._show(f"{who} · {time_in_words(message.at)}", content)
        self._mark.setVisible(message.pending)
        note = left_in_words(message.left)
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def show_growing(self, who: str, text: str) -> None:
        """Show as much of a reply as has come; `who` says in a sentence who answers."""
        self._more.hide()
        self._show(f"{who} …", text or "…")

    def _show(self, head: str, text: str) -> None:
        self._text = text
        self._who.setText(head)
        self.setAccessibleName(head)
        self.pane.setAccessibleName(head)
        ground = {Role.USER: "on_selection", Role.SYSTEM: "muted"}.get(self._role, "text")
        self.pane.show_markdown(text, ground=ground)
        self._recolour()

    def _recolour(self) -> None:
        scale = self.devicePixelRatioF()
        self._mark.setPixmap(self._icons.pixmap("pending", "muted", side=_MARK, scale=scale))
