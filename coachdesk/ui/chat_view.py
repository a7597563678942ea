"""This file lists the turns of one chat, newest at the bottom, and the reply that is being written."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QPushButton, QScrollArea, QVBoxLayout, QWidget

from coachdesk.desk.views import MessageView
from coachdesk.domain.session import Role
from coachdesk.ui.icons import Icons
from coachdesk.ui.message_bubble import MessageBubble
from coachdesk.ui.slices import Slices

SHOWN = 30
_FRAME_MS = 40


class ChatView(QScrollArea):
    """The last 30 messages, and 30 more each time the coach asks for earlier ones. Signals as of the bubbles."""

    repeat_wanted = Signal(str)
    edit_wanted = Signal(str)
    platform_wanted = Signal(str)
    link_wanted = Signal(QUrl)

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chatView")
        self.setAccessibleName(self.tr("Conversation"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._icons = icons
        self._messages: tuple[MessageView, ...] = ()
        self._most = SHOWN
        self._bubbles: dict[str, MessageBubble] = {}
        self._live: MessageBubble | None = None
        self._live_text: tuple[str, str] = ("", "")
        self._slices = Slices(self)
        self._earlier = QPushButton(self.tr("Show earlier messages"))
        self._earlier.setObjectName("earlierButton")
        self._earlier.setProperty("kind", "quiet")
        self._earlier.clicked.connect(self._show_earlier)
        self._earlier.hide()
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(12, 4, 12, 8)
        self._column.setSpacing(10)
        self._column.addWidget(self._earlier)
        self._column.addStretch(1)
        self.setWidget(inner)
        inner.setAutoFillBackground(False)
        self._stick = True
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(self._follow)
        bar.valueChanged.connect(self._remember)
        self._frame = QTimer(self)
        self._frame.setSingleShot(True)
        self._frame.setInterval(_FRAME_MS)
        self._frame.timeout.connect(self._paint_live)

    def clear(self) -> None:
        """Show no message."""
        self._slices.stop()
        self.end_reply()
        for bubble in self._bubbles.values():
            self._drop(bubble)
        self._bubbles.clear()
        self._messages, self._most, self._stick = (), SHOWN, True
        self._earlier.hide()

    def show_messages(self, messages: tuple[MessageView, ...]) -> None:
        """Show `messages`."""
        if messages == self._messages:
            return
        if messages and (not self._messages or messages[-1].id != self._messages[-1].id):
            self._stick = True
        self._messages = messages
        self._slices.start(self._arrange())

    def grow(self, who: str, text: str) -> None:
        """Show the reply that is being written, at most 25 times in a second."""
        self._live_text = (who, text)
        if not self._frame.isActive():
            self._frame.start()

    def end_reply(self) -> None:
        """Take away the reply that was being written; what is stored comes with the messages."""
        self._frame.stop()
        if self._live is not None:
            self._drop(self._live)
            self._live = None

    def announce(self, text: str) -> None:
        """Tell `text` to a screen reader."""
        if text and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text[:2000]))

    def _arrange(self) -> Iterator[None]:
        shown = self._messages[-self._most :]
        wanted = {message.id for message in shown}
        for identity in [identity for identity in self._bubbles if identity not in wanted]:
            self._drop(self._bubbles.pop(identity))
        self._earlier.setVisible(len(self._messages) > len(shown))
        # From the newest upwards: what the coach looks at is there first.
        for place in range(len(shown) - 1, -1, -1):
            message = shown[place]
            bubble = self._bubbles.get(message.id)
            if bubble is None:
                bubble = self._new_bubble(message.role)
                self._bubbles[message.id] = bubble
                later = [self._bubbles[other.id] for other in shown[place + 1 :] if other.id in self._bubbles]
                before = later[0] if later else self._live
                position = self._column.indexOf(before) if before is not None else self._column.count() - 1
                self._column.insertWidget(position, bubble)
            bubble.show_message(message)
            yield

    def _new_bubble(self, role: Role) -> MessageBubble:
        bubble = MessageBubble(self._icons, role)
        bubble.repeat_wanted.connect(self.repeat_wanted)
        bubble.edit_wanted.connect(self.edit_wanted)
        bubble.platform_wanted.connect(self.platform_wanted)
        bubble.link_wanted.connect(self.link_wanted)
        return bubble

    def _drop(self, bubble: MessageBubble) -> None:
        self._column.removeWidget(bubble)
        bubble.hide()
        bubble.deleteLater()

    def _paint_live(self) -> None:
        if self._live is None:
            self._live = self._new_bubble(Role.ASSISTANT)
            self._column.insertWidget(self._column.count() - 1, self._live)
        self._live.show_growing(*self._live_text)

    def _show_earlier(self) -> None:
        self._most += SHOWN
        self._stick = False
        self._slices.start(self._arrange())

    def _remember(self, value: int) -> None:
        self._stick = value >= self.verticalScrollBar().maximum() - 24

    def _follow(self, _least: int, most: int) -> None:
        if self._stick:
            self.verticalScrollBar().setValue(most)
