"""This file shows one hunk of a change as a card: its section, its words removed and added, and two buttons.

A place that two devices changed shows three texts: what it was, and what each made of it.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from coachdesk.domain.merge import Hunk, word_diff
from coachdesk.ui.flow_layout import FlowLayout
from coachdesk.ui.frames import framed, show_focus
from coachdesk.ui.icons import Icons
from coachdesk.ui.reading_pane import ReadingPane

_WORD_BY_WORD = 6_000


def pieces_of(old: str, new: str) -> tuple[tuple[str, str], ...]:
    """Return the words that differ; texts of over 6,000 characters are shown whole, one after the other."""
    if len(old) + len(new) > _WORD_BY_WORD:
        return tuple((kind, text) for kind, text in (("removed", old), ("added", new)) if text)
    return _calm(word_diff(old, new))


def _calm(pieces: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Return `pieces` with neighbouring changes joined: all removed words first, then all added ones."""
    result: list[tuple[str, str]] = []
    removed = added = gap = ""

    def close() -> None:
        nonlocal removed, added, gap
        result.extend((kind, text) for kind, text in (("removed", removed), ("added", added)) if text)
        if gap:
            result.append(("same", gap))
        removed = added = gap = ""

    for kind, text in pieces:
        if kind == "same" and (text.strip() or "\n" in text or not (removed or added)):
            close()
            result.append((kind, text))
        elif kind == "same":
            gap += text
        elif kind == "removed":
            removed, added, gap = removed + gap + text, added + (gap if added else ""), ""
        else:
            removed, added, gap = removed + (gap if removed else ""), added + gap + text, ""
    close()
    return tuple(result)


class HunkCard(QFrame):
    """One hunk. `decided` carries its number and True for yes.

    `before` is what the place was before both sides changed it; None where only one did.
    """

    decided = Signal(int, bool)

    def __init__(
        self,
        icons: Icons,
        number: int,
        hunk: Hunk,
        section: str,
        words: tuple[str, str],
        before: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._number = number
        name = QLabel(section or self.tr("Summary"))
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setProperty("tone", "muted")
        self._state = QLabel()
        self._state.setTextFormat(Qt.TextFormat.PlainText)
        self._state.setProperty("badge", "neutral")
        self._state.hide()
        described = self.tr("Change {number}, {section}").format(number=number + 1, section=section)
        texts: list[tuple[str, tuple[tuple[str, str], ...]]] = [("", pieces_of(hunk.old_text, hunk.new_text))]
        if before is not None:
            was = before or self.tr("Nothing stood here.")
            texts = [
                (self.tr("Before"), (("same", was),)),
                (self.tr("Mine"), pieces_of(before, hunk.old_text)),
                (self.tr("Theirs"), pieces_of(before, hunk.new_text)),
            ]
        head = QHBoxLayout()
        head.addWidget(name, 1)
        head.addWidget(self._state)
        strip = QWidget()
        buttons = FlowLayout(strip, gap=4)
        for text, icon, yes in ((words[0], "check", True), (words[1], "close", False)):
            button = QPushButton(text)
            icons.dress(button, icon, "accent_text")
            button.setProperty("kind", "quiet")
            button.setObjectName("acceptHunk" if yes else "rejectHunk")
            button.setAccessibleName(f"{text}: {section}")
            button.clicked.connect(lambda _=False, yes=yes: self.decided.emit(self._number, yes))
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 12, 8)
        column.setSpacing(6)
        column.addLayout(head)
        for label, pieces in texts:
            if label:
                column.addWidget(_heading(label))
            pane = ReadingPane(icons.theme)
            pane.setAccessibleName(f"{described}, {label}" if label else described)
            pane.show_diff(pieces)
            if label:  # a frame for each side shows which of them has the focus
                column.addWidget(framed(pane))
            else:
                show_focus(self, pane)
                column.addWidget(pane)
        column.addWidget(strip)

    def show_decision(self, yes: bool) -> None:
        """Say what was decided about this hunk while others are still open."""
        self._state.setText(self.tr("Taken") if yes else self.tr("Left"))
        self._state.show()


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("sideName")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("tone", "muted")
    font = label.font()
    font.setWeight(font.Weight.DemiBold)
    label.setFont(font)
    return label
