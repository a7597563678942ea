"""This file is the head of a session's page: whose it is, when, what about, how it stands, and what to do next."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from coachdesk.desk.views import SessionView
from coachdesk.domain.session import Policy
from coachdesk.ui.avatar import Avatar
from coachdesk.ui.flow_layout import FlowLayout
from coachdesk.ui.icons import Icons
from coachdesk.ui.photos import Photos
from coachdesk.ui.wording import day_in_words, status_in_words

_DISC = 44
_LONG_WORD = re.compile(r"\S{24}(?=\S)")


class SessionHeader(QWidget):
    """The head of the page. `chosen` carries the name of the action whose button was pressed."""

    chosen = Signal(str)

    def __init__(self, icons: Icons, photos: Photos, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icons = icons
        self._view: SessionView | None = None
        self._shown: list[tuple[str, str]] = []
        self._avatar = Avatar(photos, _DISC)
        self._avatar.setObjectName("headerPhoto")
        self._title = QLabel()
        self._title.setObjectName("sessionTitle")
        font = self._title.font()
        font.setPointSizeF(font.pointSizeF() * 1.45)
        font.setWeight(font.Weight.DemiBold)
        self._title.setFont(font)
        self._facts = QLabel()
        self._facts.setObjectName("sessionFacts")
        self._facts.setProperty("tone", "muted")
        edge = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        edge |= Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        for label in (self._title, self._facts):
            # Words of the client keep the direction of their letters, but begin beside the picture.
            label.setAlignment(edge)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._badges = QWidget()
        self._flow, self._labels = FlowLayout(self._badges), list[QLabel]()
        self.summarise = QPushButton(self.tr("Summarise"))
        self.summarise.setObjectName("summariseButton")
        self.summarise.clicked.connect(lambda: self.chosen.emit("summarise"))
        self.approve = QPushButton(self.tr("Approve"))
        self.approve.setObjectName("approveButton")
        self.approve.clicked.connect(lambda: self.chosen.emit("approve"))
        self.more = QToolButton()
        self.more.setObjectName("sessionMenuButton")
        self.more.setAccessibleName(self.tr("More about this session"))
        self.more.setToolTip(self.tr("More"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(self._title)
        words.addWidget(self._facts)
        words.addWidget(self._badges)
        top = QHBoxLayout()
        top.setSpacing(14)
        top.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        top.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        icons.theme.changed.connect(self._recolour)
        self._recolour()

    def offer(self, menu: QMenu) -> None:
        """Give the button at the right its menu."""
        self.more.setMenu(menu)

    def show_view(self, view: SessionView) -> None:
        """Show the head of `view`."""
        self._view = view
        name = view.client_name or self.tr("No client")
        self._avatar.show_client(name, view.client_photo)
        self._title.setText(_flat(view.title or view.type or self.tr("Untitled session"), 160))
        minutes = self.tr("%n minutes", "", view.minutes) if view.minutes else ""
        facts = (_flat(name, 80), day_in_words(view.date), minutes, _flat(view.type, 60))
        # A fact is never torn apart at the end of a line.
        self._facts.setText("\u00a0· ".join(_whole(fact) for fact in facts if fact))
        self._show_badges(view)
        self.summarise.setVisible(view.transcript_lines > 0 and not view.summary.strip())
        approved = view.revision is not None and view.approved == view.revision
        self.approve.setVisible(view.revision is not None and not approved)

    def _show_badges(self, view: SessionView) -> None:
        approved = view.revision is not None and view.approved == view.revision
        badges = [(self.tr("Approved"), "success")] if approved else [(status_in_words(view.status), "neutral")]
        if view.approved and not approved:
            badges = [(self.tr("Changed since it was approved"), "warning")]
        if view.stale:
            badges.append((self.tr("Transcript changed since"), "warning"))
        if view.parked:
            badges.append((self.tr("Needs you"), "removed"))
        elif view.pending:
            badges.append((self.tr("Not synced yet"), "neutral"))
        if view.policy is Policy.NONE:
            badges.append((self.tr("No AI"), "warning"))
        elif view.policy is Policy.LOCAL:
            badges.append((self.tr("AI on this laptop only"), "neutral"))
        badges += [(_flat(tag, 30), "neutral") for tag in view.tags[:12]]
        if badges == self._shown:
            return
        self._shown = badges
        # Labels are used again: PySide keeps references to None for each widget that was ever shown, 13 for a label.
        for _ in badges[len(self._labels) :]:
            label = QLabel()
            label.setTextFormat(Qt.TextFormat.PlainText)
            self._labels.append(label)
            self._flow.addWidget(label)
        for label, (text, kind) in zip(self._labels, badges, strict=False):
            label.setText(text)
            label.setProperty("badge", kind)
            label.style().unpolish(label)
            label.style().polish(label)
            label.show()
        for label in self._labels[len(badges) :]:
            label.hide()
        self._badges.updateGeometry()

    def _recolour(self) -> None:
        self.more.setIcon(self._icons.icon("more"))
        self.summarise.setIcon(self._icons.icon("spark", "accent_text"))
        self.approve.setIcon(self._icons.icon("approve", "accent_text"))


def _flat(text: str, most: int) -> str:
    """Return `text` on one line, cut after `most` characters; a word of over 24 may be broken."""
    flat = " ".join(text[: 4 * most].split())
    shown = flat if len(flat) <= most else flat[:most] + " …"
    return _LONG_WORD.sub(lambda found: found[0] + "\u200b", shown)


def _whole(fact: str) -> str:
    """Return a short fact with spaces that do not break."""
    return fact.replace(" ", "\u00a0") if len(fact) <= 20 else fact
