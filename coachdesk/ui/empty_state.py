"""This file shows what to do next where there is nothing to show yet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from coachdesk.ui.icons import Icons

_SIDE = 40


class EmptyState(QWidget):
    """An icon, a heading, a sentence, and buttons; `chosen` carries the name of the action that a button stands for."""

    chosen = Signal(str)

    def __init__(self, icons: Icons, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons, self._icon = icons, icon
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._heading = QLabel()
        font = self._heading.font()
        font.setPointSizeF(font.pointSizeF() * 1.3)
        font.setWeight(font.Weight.DemiBold)
        self._heading.setFont(font)
        self._sentence = QLabel()
        self._sentence.setProperty("tone", "muted")
        for label in (self._heading, self._sentence):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 24, 24, 24)
        self._column.setSpacing(8)
        self._column.addStretch(2)
        for part in (self._picture, self._heading, self._sentence):
            self._column.addWidget(part)
        self._column.addSpacing(8)
        self._column.addStretch(3)
        icons.theme.changed.connect(self._recolour)
        self._recolour()

    def say(self, heading: str, sentence: str) -> None:
        """Show other words."""
        self._heading.setText(heading)
        self._sentence.setText(sentence)

    def offer(self, name: str, text: str, *, primary: bool = False) -> QPushButton:
        """Add a button that emits `chosen` with `name`; returns it."""
        button = QPushButton(text)
        button.setProperty("kind", "primary" if primary else "plain")
        button.clicked.connect(lambda: self.chosen.emit(name))
        self._column.insertWidget(self._column.count() - 1, button, 0, Qt.AlignmentFlag.AlignHCenter)
        return button

    def _recolour(self) -> None:
        scale = self.devicePixelRatioF()
        self._picture.setPixmap(self._icons.pixmap(self._icon, "muted", side=_SIDE, scale=scale))
