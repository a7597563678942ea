"""This file marks beside each statement of a summary whether the transcript supports it, and leads to those lines.

A filled mark leads to the lines that support the statement; a ring says that none were found. The marks belong to the
text as it was stored: while the coach types they move with their words, and are looked for again once it is saved.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPen, QTextCursor
from PySide6.QtWidgets import QToolTip, QWidget

from coachdesk.desk.views import Support
from coachdesk.ui.icons import Icons
from coachdesk.ui.summary_editor import SummaryEditor

_WIDE, _RADIUS, _REACH = 20, 4.0, 11


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
        self.update()

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
        start = QTextCursor(mark.cursor)
        start.setPosition(mark.cursor.selectionStart())
        box = self._editor.cursorRect(start)
        top = self._editor.viewport().mapTo(self._editor, box.center()).y() + self._editor.y() - self.y()
        # Statements of one line stand side by side.
        others = [other for other in self._marks if other is not mark and self._same_line(other, start)]
        before = sum(other.cursor.selectionStart() < start.position() for other in others)
        aside = 6 + min(before, 1) * 9
        return QPointF(aside if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else _WIDE - aside, top)

    def _same_line(self, other: _Mark, start: QTextCursor) -> bool:
        end = QTextCursor(other.cursor)
        end.setPosition(other.cursor.selectionStart())
        return end.block() == start.block() and self._editor.cursorRect(end).y() == self._editor.cursorRect(start).y()

    def _mark_at(self, place: QPointF) -> _Mark | None:
        near = [(abs(self._place(mark).y() - place.y()), number) for number, mark in enumerate(self._marks)]
        return self._marks[min(near)[1]] if near and min(near)[0] <= _REACH else None

    def _words(self, mark: _Mark) -> str:
        if mark.lines is None:
            return self.tr("Nothing in the transcript supports this. Check it.")
        first, last = mark.lines
        if first == last:
            return self.tr("Said in line {n} of the transcript. Click to see it.").format(n=first)
        return self.tr("Said in lines {n} to {last} of the transcript. Click to see them.").format(n=first, last=last)
