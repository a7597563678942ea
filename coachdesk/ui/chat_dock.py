"""This file is the chat beside the summary: the conversation, who answers, quick prompts, and the input.

What is typed is a draft of its session, saved after 300 ms. Sending clears the input at once and shows the turn as soon
as the desk has stored it; if the desk refuses, the text is back in the input.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtWidgets import (
    QDockWidget,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from coachdesk.desk.desk import Desk
from coachdesk.desk.views import SessionView
from coachdesk.domain.session import Policy
from coachdesk.ui.chat_input import ChatInput
from coachdesk.ui.chat_view import ChatView
from coachdesk.ui.empty_state import EmptyState
from coachdesk.ui.engine_choice import PLATFORM, EngineChoice
from coachdesk.ui.flow_layout import FlowLayout
from coachdesk.ui.frames import show_focus
from coachdesk.ui.icons import Icons
from coachdesk.ui.sentences import told
from coachdesk.ui.tasks import Tasks

_DRAFT_MS = 300


class ChatDock(QDockWidget):
    """The chat of one session. `link_wanted` carries a link in a message that was activated."""

    link_wanted = Signal(QUrl)

    def __init__(self, desk: Desk, tasks: Tasks, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chatDock")
        self.setWindowTitle(self.tr("Chat"))
        self.setAllowedAreas(Qt.DockWidgetArea.LeftDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
        self.setTitleBarWidget(QWidget())
        self._desk, self._tasks, self._icons = desk, tasks, icons
        self._view: SessionView | None = None
        self._selection = ""
        self.chat = ChatView(icons)
        self._empty = EmptyState(icons, "session")
        self.input = ChatInput()
        self._draft_timer = QTimer(self)
        self._draft_timer.setSingleShot(True)
        self._draft_timer.setInterval(_DRAFT_MS)
        self._draft_timer.timeout.connect(self._save_draft)
        self._filling = False
        self._make_controls()
        self._assemble()
        self.chat.link_wanted.connect(self.link_wanted)
        self.chat.repeat_wanted.connect(self.ask_again)
        self.chat.edit_wanted.connect(self._edit_again)
        self.chat.platform_wanted.connect(lambda message: self.ask_again(message, engine=PLATFORM))
        self.input.send_wanted.connect(self.send)
        self.input.textChanged.connect(self._typed)
        icons.theme.changed.connect(self._recolour)
        self._recolour()
        self.setEnabled(False)

    def _make_controls(self) -> None:
        self._heading = QLabel(self.tr("Refine"))
        font = self._heading.font()
        font.setPointSizeF(font.pointSizeF() * 1.2)
        font.setWeight(font.Weight.DemiBold)
        self._heading.setFont(font)
        self.engine = EngineChoice()
        self.engine.currentIndexChanged.connect(self._say_who)
        self.engine.model_wanted.connect(lambda name: self._tasks.start("choose model", self._choose_model(name)))
        self._who = QLabel()
        self._who.setObjectName("whoAnswers")
        self._who.setTextFormat(Qt.TextFormat.PlainText)
        self._who.setProperty("tone", "muted")
        self._who.setWordWrap(True)
        self.send_button = QToolButton()
        self.send_button.setObjectName("sendButton")
        self.send_button.setProperty("kind", "primary")
        self.send_button.setAccessibleName(self.tr("Send"))
        self.send_button.setToolTip(self.tr("Send (Enter)"))
        self.send_button.clicked.connect(self.send)
        self.stop_button = QToolButton()
        self.stop_button.setObjectName("stopButton")
        self.stop_button.setProperty("kind", "stop")
        self.stop_button.setAccessibleName(self.tr("Stop the reply"))
        self.stop_button.setToolTip(self.tr("Stop (Esc)"))
        self.stop_button.clicked.connect(self.stop)
        self.stop_button.hide()
        self._quote = QFrame()
        self._quote.setObjectName("quoteFrame")
        self._quoted = QLabel()
        self._quoted.setTextFormat(Qt.TextFormat.PlainText)
        self._quoted.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._unquote = QToolButton()
        self._unquote.setAccessibleName(self.tr("Ask about the whole summary"))
        self._unquote.clicked.connect(lambda: self.quote(""))
        row = QHBoxLayout(self._quote)
        row.setContentsMargins(10, 2, 4, 2)
        row.addWidget(self._quoted, 1)
        row.addWidget(self._unquote)
        self._quote.hide()

    def _assemble(self) -> None:
        panel = QWidget()
        panel.setObjectName("chatPanel")
        panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 10, 4)
        head.addWidget(self._heading, 1)
        head.addWidget(self.engine)
        chips = QWidget()
        flow = FlowLayout(chips)
        for text, prompt in (
            (self.tr("Shorter"), self.tr("Make it shorter.")),
            (self.tr("Number the commitments"), self.tr("Number the commitments.")),
            (self.tr("Follow-up e-mail"), self.tr("Write the follow-up e-mail to the client.")),
        ):
            chip = QPushButton(text)
            chip.setProperty("kind", "chip")
            chip.setObjectName("quickPrompt")
            chip.setToolTip(prompt)
            chip.clicked.connect(lambda _=False, prompt=prompt: self.say(prompt))
            flow.addWidget(chip)
        self._box = QFrame()
        self._box.setObjectName("inputFrame")
        show_focus(self._box, self.input)
        inside = QVBoxLayout(self._box)
        inside.setContentsMargins(8, 4, 6, 6)
        inside.setSpacing(2)
        inside.addWidget(self._quote)
        inside.addWidget(self.input)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self._who, 1)
        buttons.addWidget(self.stop_button)
        buttons.addWidget(self.send_button)
        inside.addLayout(buttons)
        lower = QVBoxLayout()
        lower.setContentsMargins(12, 6, 12, 12)
        lower.setSpacing(8)
        lower.addWidget(chips)
        lower.addWidget(self._box)
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._empty, 1)
        column.addWidget(self.chat, 1)
        column.addLayout(lower)
        self.chat.hide()
        self.setWidget(panel)

    # What is shown.

    def show_view(self, view: SessionView | None) -> None:
        """Show the chat of `view`; the draft of the session before is saved first."""
        if self._view is None or view is None or self._view.id != view.id:
            self.flush()
            self.chat.clear()
            self.quote("")
            self._view = view
            self._filling = True
            self.input.setPlainText("" if view is None else self._desk.draft(view.id, "chat"))
            self.input.moveCursor(self.input.textCursor().MoveOperation.End)
            self._filling = False
            if view is not None:
                self._tasks.start("list models", self._list_models(), alone=True)
        self._view = view
        self.setEnabled(view is not None)
        messages = () if view is None else view.messages
        self.chat.show_messages(messages)
        self.chat.setVisible(bool(messages))
        self._empty.setVisible(not messages)
        self._empty.say(
            self.tr("Talk about the summary"),
            self.tr("“Shorter.” “It was Tuesday.” “Write her the follow-up.”")
            if view is not None
            else self.tr("Choose a session first."),
        )
        self.refresh()

    def refresh(self) -> None:
        """Show again who answers and whether a reply is being written."""
        view = self._view
        answering = view is not None and self._desk.answering(view.id)
        self.stop_button.setVisible(answering)
        self.send_button.setEnabled(view is not None and bool(self.input.text().strip()) and not answering)
        if not answering:
            self.chat.end_reply()
        self._say_who()

    def grow(self, session: str, text: str) -> None:
        """Show as much of the reply in `session` as has come."""
        if self._view is None or self._view.id != session:
            return
        self._empty.hide()
        self.chat.show()
        self.stop_button.show()
        self.chat.grow(told(self._desk.who_answers(session, self.chosen_engine)), text)

    def end_reply(self, session: str) -> None:
        """The reply in `session` is complete or was stopped."""
        if self._view is not None and self._view.id == session:
            self.refresh()
            last = self._view.messages[-1].content if self._view.messages else ""
            self.chat.announce(last)

    def quote(self, text: str) -> None:
        """Ask about `text` of the summary only, or about all of it when it is ""."""
        self._selection = text
        flat = " ".join(text.split())
        self._quoted.setText(self.tr("About: “{text}”").format(text=flat[:22] + (" …" if len(flat) > 22 else "")))
        self._quoted.setToolTip("")
        self._quote.setVisible(bool(text.strip()))

    @property
    def chosen_engine(self) -> str:
        """ "auto", "platform" or "local"."""
        return self.engine.engine

    def choose_engine(self) -> None:
        """Let the coach choose who answers."""
        self.show()
        self.engine.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.engine.showPopup()

    async def _choose_model(self, name: str) -> None:
        await self._desk.local_model.use(name)
        await self._list_models()
        self._say_who()

    async def _list_models(self) -> None:
        self.engine.show_models(await self._desk.local_model.here())

    def _say_who(self) -> None:
        view = self._view
        if view is None:
            self._who.setText("")
        elif view.policy is Policy.NONE:
            self._who.setText(self.tr("No model sees this client’s text"))
        else:
            self._who.setText(told(self._desk.who_answers(view.id, self.chosen_engine)))

    # Sending.

    def send(self) -> None:
        """Send what was typed."""
        text = self.input.text().strip()
        if self._view is None or not text or self._desk.answering(self._view.id):
            return
        self.input.clear()
        self._draft_timer.stop()
        self._tasks.start("send", self._send(self._view.id, text, self.chosen_engine, typed=True))

    def say(self, text: str) -> None:
        """Send `text` that was not typed: a quick prompt."""
        if self._view is not None and text.strip() and not self._desk.answering(self._view.id):
            self._tasks.start("send", self._send(self._view.id, text, self.chosen_engine, typed=False))

    def ask_again(self, message: str, *, engine: str = "") -> None:
        """Ask the question with the id `message` once more, of the chosen engine or of `engine`."""
        if self._view is not None and not self._desk.answering(self._view.id):
            work = self._desk.ask_again(self._view.id, message, engine or self.chosen_engine)
            self._tasks.start("ask again", work)

    def stop(self) -> None:
        """Stop the reply that is being written."""
        if self._view is not None and self._desk.answering(self._view.id):
            self.stop_button.hide()
            self._tasks.start("stop reply", self._desk.stop(self._view.id))

    async def _send(self, session: str, text: str, engine: str, *, typed: bool) -> None:
        selection = self._selection or None
        try:
            await self._desk.send(session, text, selection=selection, engine=engine, typed=typed)
        except Exception:
            if typed and self._shows(session):
                self.input.setPlainText("\n".join(filter(None, (text, self.input.text()))))
            elif typed:
                await self._desk.save_draft(session, "chat", text)
            raise
        if self._view is not None and self._view.id == session:
            self.quote("")
            self.refresh()

    def _shows(self, session: str) -> bool:
        return self._view is not None and self._view.id == session

    def _edit_again(self, text: str) -> None:
        self.input.setPlainText(text)
        self.input.setFocus()

    # Drafts.

    def _typed(self) -> None:
        if self._view is not None:
            self.send_button.setEnabled(bool(self.input.text().strip()) and not self._desk.answering(self._view.id))
            if not self._filling:
                self._draft_timer.start()

    def _save_draft(self) -> None:
        if self._view is not None:
            work = self._desk.save_draft(self._view.id, "chat", self.input.text())
            self._tasks.start("save draft of the chat", work)

    def flush(self) -> None:
        """Save the draft now if it waits."""
        if self._draft_timer.isActive():
            self._draft_timer.stop()
            self._save_draft()

    def _recolour(self) -> None:
        self.send_button.setIcon(self._icons.icon("send", "on_accent"))
        self.stop_button.setIcon(self._icons.icon("stop", "on_removed"))
        self._unquote.setIcon(self._icons.icon("close", "on_neutral"))
