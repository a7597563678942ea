"""This file marks beside each statement of a summary whether the transcript supports it, and leads to those lines.

A filled mark leads to the lines that support the statement; a ring says that none were found. The marks belong to the
text as it was stored: while the coach types they move with their words, and are looked for again once it is saved.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPen, QTextCursor
from PySide6.QtWidgets import QToolTip, QWidget

from coachdesk.desk.views import Support
from coachdesk.ui.icons import Icons
from coachdesk.ui.summary_editor import SummaryEditor

_WIDE, _RADIUS, _REACH = 20, 4.0, 11
_EDGE, _APART, _MOST = 6, 9, 6
"""Where the first mark of a line stands, how far the next ones are from it, and how many the margin widens for."""


@dataclass(frozen=True, slots=True, repr=False)
class _Mark:
    cursor: QTextCursor
    lines: tuple[int, int] | None


class EvidenceMargin(QWidget):
    """The margin of one editor. `lines_wanted` carries the first and the last line of the transcript, from 1."""

    lines_wanted = Signal(int, int)

    def __init__(self, editor: SummaryEditor, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evidenceMargin")
        self.setAccessibleName(self.tr("Evidence in the transcript"))
        self.setFixedWidth(_WIDE)
        self._editor, self._icons = editor, icons
        self._marks: list[_Mark] = []
        editor.verticalScrollBar().valueChanged.connect(lambda _: self.update())
        editor.textChanged.connect(self.update)
        icons.theme.changed.connect(self.update)

    def show_support(self, support: tuple[Support, ...]) -> None:
        """Mark the statements of `support` where they stand in the editor's text."""
        self._marks = []
        text, place = self._editor.text(), 0
        for found in support:
            start = text.find(found.statement, place)
            if start < 0:
                continue
            place = start + len(found.statement)
            cursor = QTextCursor(self._editor.document())
            cursor.setPosition(start)
            cursor.setPosition(place, QTextCursor.MoveMode.KeepAnchor)
            self._marks.append(_Mark(cursor, found.lines))
        self._make_room()
        self.update()

    def _make_room(self) -> None:
        """Be as wide as the line with the most statements needs."""
        lines = Counter(self._line_of(mark) for mark in self._marks)
        most = min(max(lines.values(), default=1), _MOST)
        self.setFixedWidth(_WIDE + max(0, most - 2) * _APART)

    @property
    def marks(self) -> tuple[tuple[str, tuple[int, int] | None], ...]:
        """The marked statements with their lines."""
        return tuple((mark.cursor.selectedText(), mark.lines) for mark in self._marks)

    def lead(self) -> bool:
        """Lead to the lines that support the statement under the cursor; False where there are none."""
        place = self._editor.textCursor().position()
        for mark in self._marks:
            if mark.lines and mark.cursor.selectionStart() <= place <= mark.cursor.selectionEnd():
                self.lines_wanted.emit(*mark.lines)
                return True
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        mark = self._mark_at(event.position())
        if mark is not None and mark.lines is not None:
            self.lines_wanted.emit(*mark.lines)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            mark = self._mark_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._words(mark) if mark else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: object) -> None:  # noqa: ARG002  Qt hands it in.
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._icons.theme
        for mark in self._marks:
            place = self._place(mark)
            if not -20 <= place.y() <= self.height() + 20:
                continue
            if mark.lines is None:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(theme.colour("on_warning"), 1.5))
            else:
                painter.setBrush(theme.colour("accent"))
                painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(place, _RADIUS, _RADIUS)
        painter.end()

    def place_of(self, number: int) -> QPointF:
        """Return where mark `number` is painted."""
        return self._place(self._marks[number])

    def _place(self, mark: _Mark) -> QPointF:
        box = self._editor.cursorRect(_start_of(mark))
        top = self._editor.viewport().mapTo(self._editor, box.center()).y() + self._editor.y() - self.y()
        # Statements of one line stand side by side, in their order.
        line = self._line_of(mark)
        mates = [other for other in self._marks if self._line_of(other) == line]
        before = sum(other.cursor.selectionStart() < mark.cursor.selectionStart() for other in mates)
        apart = min(_APART, (self.width() - 2 * _EDGE) / max(1, len(mates) - 1))
        aside = _EDGE + before * apart
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return QPointF(aside if mirrored else self.width() - aside, top)

    def _line_of(self, mark: _Mark) -> tuple[int, int]:
        """Return the block in which a statement begins, and the line of that block."""
        start = _start_of(mark)
        layout = start.block().layout()
        return start.blockNumber(), layout.lineForTextPosition(start.positionInBlock()).lineNumber()

    def _mark_at(self, place: QPointF) -> _Mark | None:
        """Return the mark of the nearest line that is nearest to `place`."""
        places = [(self._place(mark), number) for number, mark in enumerate(self._marks)]
        near = [
            (abs(mark.y() - place.y()), abs(mark.x() - place.x()), number)
            for mark, number in places
            if abs(mark.y() - place.y()) <= _REACH
        ]
        return self._marks[min(near)[2]] if near else None

    def _words(self, mark: _Mark) -> str:
        if mark.lines is None:
            return self.tr("Nothing in the transcript supports this. Check it.")
        first, last = mark.lines
        if first == last:
            return self.tr("Said in line {n} of the transcript. Click to see it.").format(n=first)
        return self.tr("Said in lines {n} to {last} of the transcript. Click to see them.").format(n=first, last=last)


def _start_of(mark: _Mark) -> QTextCursor:
    start = QTextCursor(mark.cursor)
    start.setPosition(mark.cursor.selectionStart())
    return start
