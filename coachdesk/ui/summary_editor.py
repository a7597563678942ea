"""This file is the editor of a summary: Markdown as text, lightly coloured, byte for byte what the coach typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QTextBlockFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from coachdesk.ui.markdown_colours import MarkdownColours
from coachdesk.ui.slices import Slices
from coachdesk.ui.theme import Theme

_SLICE = 4_000
_UNWRAPPED = 8_000


class SummaryEditor(QTextEdit):
    """The editor. `text_typed` is emitted for the coach's own changes only, `focus_left` when the focus goes."""

    text_typed = Signal()
    focus_left = Signal()
    selection_made = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("summaryEditor")
        self.setAccessibleName(self.tr("Summary"))
        self.setPlaceholderText(self.tr("Write the summary here, or let the transcript be summarised."))
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.08)
        self.setFont(font)
        self.document().setDocumentMargin(18)
        self._colours = MarkdownColours(self.document(), theme, font.pointSizeF())
        self._loading = False
        self._slices = Slices(self)
        self.textChanged.connect(self._changed)
        self.selectionChanged.connect(lambda: self.selection_made.emit(self.selected_text()))

    @property
    def whole(self) -> bool:
        """Whether all of the text is in the editor; a long one comes in slices and cannot be edited meanwhile."""
        return not self._slices.busy

    def text(self) -> str:
        """Return the text; unlike toPlainText this keeps spaces that do not break."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def selected_text(self) -> str:
        """Return what is selected, or ""."""
        return self.textCursor().selectedText().replace("\u2029", "\n").replace("\u2028", "\n")

    def load(self, text: str) -> None:
        """Replace the text without counting that as typing; cursor and scroll place stay where they can."""
        place, scrolled = self.textCursor().position(), self.verticalScrollBar().value()
        unbroken = re.search(rf"[^\n]{{{_UNWRAPPED}}}", text) is not None
        self.setLineWrapMode(QTextEdit.LineWrapMode.NoWrap if unbroken else QTextEdit.LineWrapMode.WidgetWidth)
        self.setReadOnly(True)
        self._loading = True
        self.document().setUndoRedoEnabled(False)
        self.document().clear()
        shape = QTextBlockFormat()
        shape.setLineHeight(135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        QTextCursor(self.document()).setBlockFormat(shape)
        self._slices.start(self._pour(text, place, scrolled))

    def _pour(self, text: str, place: int, scrolled: int) -> Iterator[None]:
        cursor = QTextCursor(self.document())
        for start in range(0, len(text), _SLICE):
            self._loading = True
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertText(text[start : start + _SLICE])
            self._loading = False
            yield
        self.document().setUndoRedoEnabled(True)
        self.document().setModified(False)
        self._loading = False
        self.setReadOnly(False)
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(scrolled)

    def _changed(self) -> None:
        # The highlighter's own format changes arrive here too, without a change of the text.
        if not self._loading and self.whole and self.document().isModified():
            self.text_typed.emit()

    def surround(self, marks: str) -> None:
        """Put `marks` around the selection or the word under the cursor; take them away if they are there."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        words, start, wide = cursor.selectedText(), cursor.selectionStart(), len(marks)
        around = QTextCursor(self.document())
        around.setPosition(max(0, start - wide))
        around.setPosition(
            min(cursor.selectionEnd() + wide, self.document().characterCount() - 1), QTextCursor.MoveMode.KeepAnchor
        )
        if around.selectedText() == marks + words + marks:
            around.insertText(words)
            start -= wide
        else:
            cursor.insertText(marks + words + marks)
            start += wide
        cursor.setPosition(start)
        cursor.setPosition(start + len(words), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.setFocus()

    def begin_lines(self, prefix: str) -> None:
        """Make the selected lines begin with `prefix` instead of another list or heading mark; without, if they do."""
        cursor = self.textCursor()
        first = self.document().findBlock(cursor.selectionStart()).blockNumber()
        last = self.document().findBlock(cursor.selectionEnd()).blockNumber()
        cursor.beginEditBlock()
        for number in range(first, last + 1):
            block = self.document().findBlockByNumber(number)
            old = re.match(r" {0,3}(#{1,6}[ \t]+|[-*+][ \t]+(\[[ xX]\][ \t]+)?)?", block.text())
            cursor.setPosition(block.position())
            cursor.setPosition(block.position() + (old.end() if old else 0), QTextCursor.MoveMode.KeepAnchor)
            cursor.insertText("" if old and old[0] == prefix else prefix)
        cursor.endEditBlock()
        self.setFocus()

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            self.insertPlainText(source.text())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        # Files are dropped on the window, which imports them.
        return source.hasText() and not source.hasUrls()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.focus_left.emit()
