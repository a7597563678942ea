"""This file shows a change of the summary hunk by hunk, word by word, and takes the coach's decision on each.

Three changes are shown so: the proposal of a model on this laptop (accepting stores it), the platform's reply (it is
stored already; rejecting undoes it), and a text of another device that could not be merged (deciding on each hunk
settles it).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from coachdesk.domain.merge import Hunk, accept
from coachdesk.ui.flow_layout import FlowLayout
from coachdesk.ui.hunk_card import HunkCard
from coachdesk.ui.icons import Icons
from coachdesk.ui.slices import Slices

MOST_CARDS = 80


class Kind(Enum):
    """What a change is, and so what accepting and rejecting mean."""

    PROPOSAL = "proposal"
    REPLY = "reply"
    BRANCH = "branch"


@dataclass(frozen=True, slots=True)
class Change:
    """A change from `old` to `new` with its `hunks`; `title` says whose it is, `note` what stayed and why."""

    kind: Kind
    old: str
    new: str
    hunks: tuple[Hunk, ...]
    sections: tuple[str, ...]
    title: str
    note: str = ""
    bases: tuple[str, ...] = ()
    """Of a branch: what each place was before both sides changed it."""


class DiffView(QWidget):
    """The hunks of one change. `accepted` and `rejected` carry a frozenset of hunk numbers, or None for all of them;
    `settled` carries the text that a branch was settled to; `platform_wanted`: the platform is to answer the same."""

    accepted = Signal(object)
    rejected = Signal(object)
    settled = Signal(str)
    platform_wanted = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("diffView")
        self.setAccessibleName(self.tr("Changes"))
        self._icons = icons
        self._change: Change | None = None
        self._decided: dict[int, bool] = {}
        self._cards: list[HunkCard] = []
        self._slices = Slices(self)
        self._title = QLabel()
        self._title.setObjectName("diffTitle")
        font = self._title.font()
        font.setWeight(font.Weight.DemiBold)
        self._title.setFont(font)
        self._note = QLabel()
        self._note.setObjectName("diffNote")
        self._note.setProperty("tone", "muted")
        for label in (self._title, self._note):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._accept = QPushButton()
        self._accept.setObjectName("acceptButton")
        self._accept.setProperty("kind", "primary")
        self._accept.clicked.connect(self.accept_all)
        self._reject = QPushButton()
        self._reject.setObjectName("rejectButton")
        self._reject.clicked.connect(self.reject_all)
        self._platform = QPushButton(self.tr("Ask the platform the same"))
        self._platform.setObjectName("askPlatformButton")
        self._platform.clicked.connect(self.platform_wanted)
        self._platform.hide()
        self._column = QVBoxLayout()
        self._column.setSpacing(10)
        self._column.setContentsMargins(0, 0, 0, 12)
        self._column.addStretch(1)
        self._assemble()

    def _assemble(self) -> None:
        strip = QWidget()
        buttons = FlowLayout(strip, gap=8)
        for button in (self._accept, self._reject, self._platform):
            buttons.addWidget(button)
        head = QFrame()
        head.setObjectName("card")
        inside = QVBoxLayout(head)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(8)
        inside.addWidget(self._title)
        inside.addWidget(self._note)
        inside.addWidget(strip)
        body = QWidget()
        body.setLayout(self._column)
        scroll = QScrollArea()
        scroll.setObjectName("diffScroll")
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(body)
        body.setAutoFillBackground(False)
        self._scroll = scroll
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(10)
        page.addWidget(head)
        page.addWidget(scroll, 1)

    @property
    def change(self) -> Change | None:
        """The change shown."""
        return self._change

    def show_change(self, change: Change | None) -> None:
        """Show `change`; what was decided about the same one before stays."""
        if change == self._change:
            return
        self._change = change
        self._decided.clear()
        self._slices.stop()
        for card in self._cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards.clear()
        if change is None:
            return
        count = len(change.hunks)
        self._title.setText(change.title)
        self._note.setText(change.note)
        self._note.setVisible(bool(change.note))
        accept_text, reject_text = self._words(change.kind)
        self._accept.setText(accept_text)
        self._reject.setText(reject_text)
        self._accept.setAccessibleDescription(self.tr("%n changes", "", count))
        self.setEnabled(True)
        self._slices.start(self._build(change))

    def offer_platform(self, offered: bool) -> None:
        """Let the coach have the platform answer the same, or not."""
        self._platform.setVisible(offered)

    def accept_all(self) -> None:
        """Take the change as a whole."""
        if self._change is not None and self._change.kind is Kind.BRANCH:
            self.settled.emit(self._change.new)
        elif self._change is not None:
            self.accepted.emit(None)

    def reject_all(self) -> None:
        """Refuse the change as a whole."""
        if self._change is not None and self._change.kind is Kind.BRANCH:
            self.settled.emit(self._change.old)
        elif self._change is not None:
            self.rejected.emit(None)

    def _words(self, kind: Kind) -> tuple[str, str]:
        return {
            Kind.PROPOSAL: (self.tr("Accept all"), self.tr("Reject all")),
            Kind.REPLY: (self.tr("Keep all"), self.tr("Undo all")),
            Kind.BRANCH: (self.tr("Take theirs everywhere"), self.tr("Keep mine everywhere")),
        }[kind]

    def _build(self, change: Change) -> Iterator[None]:
        yes, no = self.tr("Accept"), self.tr("Reject")
        if change.kind is Kind.REPLY:
            yes, no = self.tr("Keep"), self.tr("Undo")
        elif change.kind is Kind.BRANCH:
            yes, no = self.tr("Take theirs"), self.tr("Keep mine")
        for number, hunk in enumerate(change.hunks[:MOST_CARDS]):
            before = change.bases[number] if change.bases else None
            card = HunkCard(self._icons, number, hunk, change.sections[number], (yes, no), before)
            card.decided.connect(self._decide)
            self._cards.append(card)
            self._column.insertWidget(self._column.count() - 1, card)
            yield
        if len(change.hunks) > MOST_CARDS:
            rest = len(change.hunks) - MOST_CARDS
            self._note.setText(self.tr("%n more changes come after these.", "", rest))
            self._note.show()

    def _decide(self, number: int, yes: bool) -> None:
        change = self._change
        if change is None:
            return
        if change.kind is Kind.PROPOSAL or (change.kind is Kind.REPLY and not yes):
            (self.accepted if yes else self.rejected).emit(frozenset({number}))
            return
        self._decided[number] = yes
        self._cards[number].show_decision(yes)
        if len(self._decided) < len(change.hunks):
            return
        if change.kind is Kind.BRANCH:
            chosen = {place for place, taken in self._decided.items() if taken}
            self.settled.emit(accept(change.old, change.new, chosen))
        else:
            self.accepted.emit(None)
