"""This file shows what was said, with speakers and times, finds words in it, and has lines corrected."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFont,
    QKeySequence,
    QMouseEvent,
    QShortcut,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QTextEdit, QToolButton, QVBoxLayout, QWidget

from coachdesk.desk.desk import Desk
from coachdesk.desk.views import SessionView
from coachdesk.domain.session import Line, Transcript
from coachdesk.ui.empty_state import EmptyState
from coachdesk.ui.frames import show_focus
from coachdesk.ui.icons import Icons
from coachdesk.ui.rich_text import harmless
from coachdesk.ui.slices import Slices
from coachdesk.ui.tasks import Tasks
from coachdesk.ui.wording import moment_in_words

_MOST_LINES = 20_000
_MOST_HITS = 400
_SEARCH_MS = 200


class TranscriptView(QWidget):
    """One session's transcript. `chosen` names an action, `line_wanted` carries a line to correct (from 0)."""

    chosen = Signal(str)
    line_wanted = Signal(int)

    def __init__(self, desk: Desk, tasks: Tasks, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._tasks, self._icons = desk, tasks, icons
        self._session: str | None = None
        self._lines, self._blob = -1, ""
        self._wanted: tuple[int, int] | None = None
        self._transcript: Transcript | None = None
        self.pane = QTextEdit()
        self.pane.setObjectName("transcriptView")
        self.pane.setAccessibleName(self.tr("Transcript"))
        self.pane.setReadOnly(True)
        self.pane.setUndoRedoEnabled(False)
        self.pane.setTabChangesFocus(True)
        self.pane.setFrameShape(QFrame.Shape.NoFrame)
        self.pane.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.pane.document().setDocumentMargin(16)
        flags = Qt.TextInteractionFlag
        self.pane.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.search = QLineEdit()
        self.search.setObjectName("transcriptSearch")
        self.search.setAccessibleName(self.tr("Search in the transcript"))
        self.search.setPlaceholderText(self.tr("Search in the transcript"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaxLength(200)
        self._count = QLabel()
        self._count.setProperty("tone", "muted")
        self._hits: list[QTextCursor] = []
        self._hit = 0
        self._pouring, self._searching = Slices(self), Slices(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SEARCH_MS)
        self._timer.timeout.connect(self._find)
        self.search.textChanged.connect(self._await_rest)
        self.search.returnPressed.connect(lambda: self.step(1))
        self._buttons: list[tuple[QToolButton, str]] = []
        self.pane.viewport().installEventFilter(self)
        self.pane.setToolTip(self.tr("Double-click a line to correct it"))
        self._empty = EmptyState(icons, "quote")
        self._empty.say(
            self.tr("No transcript yet"),
            self.tr("Import a text, VTT, SRT, Word or PDF file, or drop it on this window."),
        )
        self._empty.offer("import", self.tr("Import a transcript …"))
        self._empty.chosen.connect(self.chosen)
        self._assemble()
        icons.theme.changed.connect(self._recolour)

    def _assemble(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.search, 1)
        row.addWidget(self._count)
        for icon, name, by in (("up", self.tr("Previous match"), -1), ("down", self.tr("Next match"), 1)):
            button = QToolButton()
            button.setIcon(self._icons.icon(icon))
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.clicked.connect(lambda _=False, by=by: self.step(by))
            self._buttons.append((button, icon))
            row.addWidget(button)
        QShortcut(QKeySequence("Shift+Return"), self.search, lambda: self.step(-1))
        frame = QFrame()
        frame.setObjectName("editorFrame")
        show_focus(frame, self.pane)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 8, 1, 8)
        inside.addWidget(self.pane)
        self._full = QWidget()
        column = QVBoxLayout(self._full)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(10)
        column.addLayout(row)
        column.addWidget(frame, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._full)
        page.addWidget(self._empty)
        self._full.hide()

    def show_view(self, view: SessionView) -> None:
        """Show the transcript of `view`; it is read once the page is visible."""
        if (view.id, view.transcript_lines, view.transcript) != (self._session, self._lines, self._blob):
            if view.id == self._session and self._lines > 0:
                self._wanted = (self.current_line,) * 2
            self._session, self._lines, self._blob = view.id, view.transcript_lines, view.transcript
            self._transcript = None
            self._pouring.stop()
            self.pane.clear()
            self._full.setVisible(view.transcript_lines > 0)
            self._empty.setVisible(view.transcript_lines == 0)
        if self.isVisible():
            self._fetch()

    def showEvent(self, event: object) -> None:  # noqa: ARG002  Qt hands it in.
        self._fetch()

    def show_lines(self, first: int, last: int) -> None:
        """Scroll to the lines `first` to `last` (from 0) and select them, once they are there."""
        if self._transcript is None or self._pouring.busy:
            self._wanted = (first, last)
            return
        self._wanted = None
        cursor = QTextCursor(self.pane.document().findBlockByNumber(first))
        end = self.pane.document().findBlockByNumber(last)
        cursor.setPosition(end.position() + max(0, end.length() - 1), QTextCursor.MoveMode.KeepAnchor)
        self.pane.setTextCursor(cursor)
        self.pane.ensureCursorVisible()

    @property
    def session(self) -> str | None:
        """The session whose transcript is shown."""
        return self._session

    @property
    def current_line(self) -> int:
        """The line with the cursor, from 0."""
        return self.pane.textCursor().blockNumber()

    def line(self, number: int) -> Line | None:
        """Return line `number` as it is stored."""
        lines = self._transcript.lines if self._transcript is not None else ()
        return lines[number] if 0 <= number < len(lines) else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonDblClick:
            self.line_wanted.emit(self.pane.cursorForPosition(event.position().toPoint()).blockNumber())
            return True
        return super().eventFilter(watched, event)

    def _fetch(self) -> None:
        if self._session is not None and self._lines > 0 and self._transcript is None:
            self._tasks.start("read transcript", self._read(self._session), alone=True)

    async def _read(self, session: str) -> None:
        transcript = await self._desk.transcript(session)
        if session == self._session and transcript is not None:
            self._transcript = transcript
            self._pouring.start(self._pour(transcript))

    def _pour(self, transcript: Transcript) -> Iterator[None]:
        self.pane.clear()
        theme = self._icons.theme
        name, time, text = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        name.setFontWeight(QFont.Weight.DemiBold)
        name.setForeground(theme.colour("accent_text"))
        time.setForeground(theme.colour("muted"))
        text.setForeground(theme.colour("text"))
        shape = QTextBlockFormat()
        shape.setLineHeight(125, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        shape.setBottomMargin(10)
        cursor = QTextCursor(self.pane.document())
        for number, line in enumerate(transcript.lines[:_MOST_LINES]):
            cursor.movePosition(QTextCursor.MoveOperation.End)
            if number:
                cursor.insertBlock(shape)
            else:
                cursor.setBlockFormat(shape)
            self._write(cursor, line, (name, time, text))
            yield
        if self.search.text():
            self._find()
        if self._wanted is not None:
            self._timer.stop()
            QTimer.singleShot(0, self, self._show_wanted)

    def _show_wanted(self) -> None:
        if self._wanted is not None:
            self.show_lines(*self._wanted)

    def _write(
        self,
        cursor: QTextCursor,
        line: Line,
        formats: tuple[QTextCharFormat, QTextCharFormat, QTextCharFormat],
    ) -> None:
        name, time, text = formats
        cursor.insertText(line.speaker[:80] or self.tr("Unknown speaker"), name)
        moment = moment_in_words(line.start)
        if moment:
            cursor.insertText(f"   {moment}", time)
        cursor.insertText("\u2028" + harmless(line.text).replace("\n", "\u2028"), text)

    # Searching.

    def step(self, by: int) -> None:
        """Go `by` matches further."""
        if self._hits:
            self._hit = (self._hit + by) % len(self._hits)
            self._show_hits()

    def _await_rest(self) -> None:
        self._timer.start()

    def _find(self) -> None:
        self._hits, self._hit = [], 0
        self._searching.start(self._collect(self.search.text()))

    def _collect(self, words: str) -> Iterator[None]:
        document = self.pane.document()
        cursor = document.find(words, 0) if words else QTextCursor()
        while words and not cursor.isNull() and len(self._hits) < _MOST_HITS:
            self._hits.append(QTextCursor(cursor))
            cursor = document.find(words, cursor)
            yield
        self._show_hits()

    def _show_hits(self) -> None:
        marks = []
        for number, cursor in enumerate(self._hits):
            mark = QTextEdit.ExtraSelection()
            mark.cursor = cursor
            letters = QTextCharFormat()
            kind = "accent" if number == self._hit else "warning"
            letters.setBackground(self._icons.theme.colour(kind))
            letters.setForeground(self._icons.theme.colour(f"on_{kind}"))
            mark.format = letters
            marks.append(mark)
        self.pane.setExtraSelections(marks)
        if self._hits:
            place = QTextCursor(self._hits[self._hit])
            place.clearSelection()
            self.pane.setTextCursor(place)
            self.pane.ensureCursorVisible()
        count = self.tr("{n} of {total}").format(n=self._hit + 1, total=len(self._hits))
        nothing = self.tr("Not found") if self.search.text() else ""
        self._count.setText(count if self._hits else nothing)

    def _recolour(self) -> None:
        for button, icon in self._buttons:
            button.setIcon(self._icons.icon(icon))
        if self._transcript is not None:
            self._pouring.start(self._pour(self._transcript))
