"""This file tells above the editor that another device changed the same lines, how many, and where to compare them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from coachdesk.ui.icons import Icons


class CompareBanner(QFrame):
    """One line, hidden while nothing is to be compared. `wanted` is emitted when its button is pressed."""

    wanted = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._icons = icons
        self._picture = QLabel()
        self._sentence = QLabel()
        self._sentence.setObjectName("compareSentence")
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        button = QPushButton(self.tr("Compare"))
        button.setObjectName("compareButton")
        button.setProperty("kind", "quiet")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self.wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(10)
        row.addWidget(self._picture)
        row.addWidget(self._sentence, 1)
        row.addWidget(button)
        icons.theme.changed.connect(self._recolour)
        self._recolour()
        self.hide()

    def say(self, places: int) -> None:
        """Say that so many places are to be compared; nothing for 0."""
        if places == 1:
            text = self.tr("Another device changed a line that you changed too. Both texts are kept.")
        else:
            text = self.tr("Another device changed %n places that you changed too. Both texts are kept.", "", places)
        self._sentence.setText(text)
        self.setVisible(places > 0)

    def _recolour(self) -> None:
        self._picture.setPixmap(self._icons.pixmap("warning", "on_warning", scale=self.devicePixelRatioF()))
