"""This file tells the coach something in one sentence above the work, without stopping it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QToolButton,
    QWidget,
)

from coachdesk.ui.icons import Icons
from coachdesk.ui.sentences import told
from coachdesk.ui.theme import apply_theme

_SHOWN_MS = 8_000
_MOST = 600


class NoticeBar(QFrame):
    """One notice at a time. Plain ones go by themselves after 8 s, errors stay until they are closed or replaced.

    `offered` is emitted when the button of a notice is pressed, with the name given to `say`; `gone` when a notice went
    by itself or was closed. A notice stays while the pointer or the focus is on it.
    """

    offered = Signal(str)
    gone = Signal()

    def __init__(self, icons: Icons, name: str = "notice", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._icons, self._error, self._offer = icons, False, ""
        self._picture = QLabel()
        self._picture.setObjectName(f"{name}Icon")
        self._sentence = QLabel()
        self._sentence.setObjectName(f"{name}Text")
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        self._button = QPushButton()
        self._button.setObjectName(f"{name}Button")
        self._button.setProperty("kind", "quiet")
        self._button.clicked.connect(self._take_offer)
        self._close = QToolButton()
        self._close.setObjectName(f"{name}Close")
        self._close.setAccessibleName(self.tr("Close this message"))
        self._close.setToolTip(self.tr("Close"))
        self._close.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        # The style sheet leaves 12 pixels free above a notice, and below a toast.
        row.setContentsMargins(38, *((20, 32, 8) if name == "notice" else (8, 32, 20)))
        row.setSpacing(10)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._sentence, 1)
        row.addWidget(self._button)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignVCenter)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_MS)
        self._timer.timeout.connect(self._go)
        icons.theme.changed.connect(self._recolour)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown, or ""."""
        return "" if self.isHidden() else self._sentence.text()

    def say(
        self, text: str, *, error: bool = False, lasting: bool = False, offer: str = "", offer_text: str = ""
    ) -> None:
        """Show `text`, with a button `offer_text` if one is given; an error, and what is `lasting`, stays."""
        text = told(text)
        self._error, self._offer = error, offer
        self._sentence.setText(text[:_MOST])
        self.setAccessibleName(text[:_MOST])
        self._button.setText(offer_text)
        self._button.setVisible(bool(offer))
        self.setProperty("error", error)
        for part in (self, self._sentence):
            part.style().unpolish(part)
            part.style().polish(part)
        self._recolour()
        self.show()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text[:_MOST]))
        if error or lasting:
            self._timer.stop()
        else:
            self._timer.start()

    def dismiss(self) -> None:
        """Take the notice away."""
        self._timer.stop()
        self.hide()
        self.gone.emit()

    def _go(self) -> None:
        focus = QApplication.focusWidget()
        if self.underMouse() or (focus is not None and self.isAncestorOf(focus)):
            self._timer.start()
        else:
            self.dismiss()

    def _take_offer(self) -> None:
        self._timer.stop()
        self.hide()
        self.offered.emit(self._offer)

    def _recolour(self) -> None:
        colour = "on_removed" if self._error else "on_neutral"
        scale = self.devicePixelRatioF()
        self._picture.setPixmap(self._icons.pixmap("warning" if self._error else "info", colour, scale=scale))
        self._close.setIcon(self._icons.icon("close", colour))


def show_and_quit(application: QApplication, sentence: str) -> None:
    """Show why CoachDesk cannot start, in a window of its own, until the coach has read it."""
    apply_theme()
    box = QMessageBox(QMessageBox.Icon.Warning, "CoachDesk", told(sentence))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.finished.connect(application.quit)
    box.open()
    # No asyncio loop runs yet, so Qt's own is the only one.
    application.exec()
