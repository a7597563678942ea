"""This file holds the pages of the door: how to begin, locked, a new passphrase, the recovery key shown and typed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from coachdesk.ui.sentences import told

_WIDTH = 460


class DoorPage(QWidget):
    """A card with a heading, sentences, fields and buttons. `answered` carries what the coach decided, as a tuple."""

    answered = Signal(object)

    def __init__(self, name: str, heading: str, sentence: str) -> None:
        super().__init__()
        self.setObjectName(name)
        title = QLabel(heading)
        title.setObjectName("doorHeading")
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        font.setWeight(font.Weight.DemiBold)
        title.setFont(font)
        self._sentence = QLabel(told(sentence))
        self._sentence.setObjectName("doorText")
        self._sentence.setProperty("tone", "muted")
        self._fault = QLabel()
        self._fault.setObjectName("doorFault")
        self._fault.setProperty("tone", "error")
        self._fault.hide()
        card = QFrame()
        card.setObjectName("card")
        card.setFixedWidth(_WIDTH)
        self.column = QVBoxLayout(card)
        self.column.setContentsMargins(32, 28, 32, 28)
        self.column.setSpacing(12)
        for label in (title, self._sentence, self._fault):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            self.column.addWidget(label)
        # With an alignment the layout would not ask how high the sentences are at this width.
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card)
        row.addStretch(1)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addLayout(row)
        outer.addStretch(3)

    def complain(self, sentence: str) -> None:
        """Say why it did not work, and let the coach try again."""
        self._fault.setText(told(sentence))
        self._fault.setVisible(bool(sentence))
        self.setEnabled(True)

    def field(self, name: str, label: str, *, secret: bool = False, text: str = "") -> QLineEdit:
        """Add a line to type in, with its label above."""
        above = QLabel(label)
        line = QLineEdit(text)
        line.setObjectName(name)
        line.setAccessibleName(label)
        line.setMaxLength(1_000)
        if secret:
            line.setEchoMode(QLineEdit.EchoMode.Password)
            line.setInputMethodHints(Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhNoPredictiveText)
        above.setBuddy(line)
        self.column.addWidget(above)
        self.column.addWidget(line)
        return line

    def button(self, name: str, text: str, kind: str = "plain") -> QPushButton:
        """Add a button over the whole width."""
        button = QPushButton(text)
        button.setObjectName(name)
        button.setProperty("kind", kind)
        button.setAutoDefault(True)
        self.column.addWidget(button)
        return button


class FirstRunPage(DoorPage):
    """How to begin. Answers ("demo",), ("restore",), ("laptop",) or ("sign in", server, name, password)."""

    def __init__(self, server: str) -> None:
        super().__init__(
            "firstRunPage",
            self.tr("Welcome to CoachDesk"),
            self.tr("Sign in to your platform, or work on this laptop alone and sign in whenever you like."),
        )
        self._server = self.field("signInServer", self.tr("Platform"), text=server)
        self._server.setPlaceholderText("https://platform.example")
        self._name = self.field("signInName", self.tr("Name"))
        self.setFocusProxy(self._name if server else self._server)
        self._password = self.field("signInPassword", self.tr("Password"), secret=True)
        self._password.returnPressed.connect(self._sign_in)
        self.button("signInButton", self.tr("Sign in"), "primary").clicked.connect(self._sign_in)
        self.button("laptopButton", self.tr("Work on this laptop only")).clicked.connect(
            lambda: self.answered.emit(("laptop",))
        )
        row = QHBoxLayout()
        for name, text, answer in (
            ("demoButton", self.tr("Try the demo"), "demo"),
            ("restoreButton", self.tr("Restore a backup …"), "restore"),
        ):
            button = QPushButton(text)
            button.setObjectName(name)
            button.setProperty("kind", "quiet")
            button.clicked.connect(lambda _=False, answer=answer: self.answered.emit((answer,)))
            row.addWidget(button)
        self.column.addLayout(row)

    def _sign_in(self) -> None:
        server, name = self._server.text().strip(), self._name.text().strip()
        if not server or not name or not self._password.text():
            self.complain(self.tr("Please enter the platform’s address, your name and your password."))
            return
        self.setEnabled(False)
        self.answered.emit(("sign in", server, name, self._password.text()))


class LockPage(DoorPage):
    """Asks for the passphrase. Answers ("unlock", passphrase) or ("recover",)."""

    def __init__(self) -> None:
        super().__init__(
            "lockPage",
            self.tr("CoachDesk is locked"),
            self.tr("Type your passphrase. Nothing is sent or received until then."),
        )
        self._passphrase = self.field("passphrase", self.tr("Passphrase"), secret=True)
        self._passphrase.returnPressed.connect(self._unlock)
        self.button("unlockButton", self.tr("Unlock"), "primary").clicked.connect(self._unlock)
        self.button("forgottenButton", self.tr("Use the recovery key"), "quiet").clicked.connect(
            lambda: self.answered.emit(("recover",))
        )
        self.setFocusProxy(self._passphrase)

    def _unlock(self) -> None:
        if self._passphrase.text():
            self.setEnabled(False)
            self.answered.emit(("unlock", self._passphrase.text()))
            self._passphrase.clear()


class PassphrasePage(DoorPage):
    """Asks for a new passphrase, twice. Answers ("passphrase", passphrase)."""

    def __init__(self, sentence: str) -> None:
        super().__init__("passphrasePage", self.tr("Choose a passphrase"), sentence)
        self._first = self.field("newPassphrase", self.tr("Passphrase"), secret=True)
        self.setFocusProxy(self._first)
        self._again = self.field("repeatedPassphrase", self.tr("The same again"), secret=True)
        self._again.returnPressed.connect(self._choose)
        self.button("choosePassphrase", self.tr("Continue"), "primary").clicked.connect(self._choose)

    def _choose(self) -> None:
        if self._first.text() != self._again.text():
            self.complain(self.tr("The two are not the same. Type both again."))
            return
        self.answered.emit(("passphrase", self._first.text()))


class RecoveryKeyPage(DoorPage):
    """Shows the recovery key to write down or save. Answers ("save",), ("done",)."""

    def __init__(self, key: str) -> None:
        super().__init__(
            "recoveryKeyPage",
            self.tr("Your recovery key"),
            self.tr(
                "Your notes are encrypted. If this laptop’s keychain or your passphrase is lost, only this key opens"
                " them. Write it down, or save it somewhere else than on this laptop."
            ),
        )
        self.column.addWidget(shown_key(key))
        self.button("saveRecoveryKey", self.tr("Save as a file …")).clicked.connect(
            lambda: self.answered.emit(("save",))
        )
        self.button("recoveryKeyKept", self.tr("I have it, go on"), "primary").clicked.connect(
            lambda: self.answered.emit(("done",))
        )
        self.button("recoveryKeyLater", self.tr("Later (Account → Show recovery key)"), "quiet").clicked.connect(
            lambda: self.answered.emit(("done",))
        )


class RecoverPage(DoorPage):
    """Asks for the recovery key. Answers ("recovery key", what was typed)."""

    def __init__(self, why: str) -> None:
        super().__init__("recoverPage", self.tr("Open your notes again"), why)
        self._key = QPlainTextEdit()
        self._key.setObjectName("recoveryKeyField")
        self._key.setAccessibleName(self.tr("Recovery key"))
        self._key.setPlaceholderText("ABCD-EFGH-…")
        self._key.setProperty("kind", "field")
        self._key.setTabChangesFocus(True)
        self._key.setFixedHeight(84)
        self._key.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.column.addWidget(self._key)
        self.setFocusProxy(self._key)
        self.button("recoverButton", self.tr("Open"), "primary").clicked.connect(
            lambda: self.answered.emit(("recovery key", self._key.toPlainText()))
        )


def shown_key(key: str) -> QLabel:
    """Return `key` in two lines of groups, which can be selected."""
    groups = key.split("-")
    half = (len(groups) + 1) // 2
    label = QLabel("-".join(groups[:half]) + "-\n" + "-".join(groups[half:]))
    label.setObjectName("recoveryKey")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    label.setAccessibleName(QCoreApplication.translate("RecoveryKeyPage", "Recovery key"))
    return label
