"""This file shows the list of sessions at any length: every row is equally high, so its place is plain arithmetic.

QListView lays out each row of a flat model before it paints the first (1.8 s for a million rows). Here the functions
that Qt asks for geometry are answered by `RowPlaces`: the first paint costs what is visible, the scroll bar is true
from the start, and no memory is held for rows.
"""

from __future__ import annotations

from itertools import accumulate

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem, QWidget

from coachdesk.ui.row_places import RowPlaces
from coachdesk.ui.sessions_delegate import SessionsDelegate
from coachdesk.ui.sessions_model import KEY, Index, SessionsModel

MOST_SELECTED = 1_000


class SessionsView(QListView):
    """The list. `row_opened` is emitted with Enter or a double click, `letters_typed` when text is typed on it."""

    row_opened = Signal(QModelIndex)
    letters_typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # The setters below already ask for geometry, and PySide 6.11 frees an override that raises during construction.
        self._row_height = 1
        self._places = RowPlaces(0, 1)
        self._headings: tuple[tuple[str, int], ...] = ()
        self._starts: tuple[int, ...] = ()
        self._pointed = -1
        self._counted = True
        self.setObjectName("sessionsView")
        self.setAccessibleName(self.tr("Sessions"))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.doubleClicked.connect(self.row_opened)

    def show_keys(
        self,
        keys: object,
        model: SessionsModel,
        headings: tuple[tuple[str, int], ...] | None = None,
        *,
        counted: bool = True,
    ) -> None:
        """Show other keys in `model`; current row, selection (1,000 rows at most) and place stay with their keys.

        `headings` are words and the number of rows below each; those before stay where it is None and they still fit.
        Without `counted` the last one stands for more rows than are its own, so its number is not shown.
        """
        current = self.currentIndex()
        current_key = current.data(KEY) if current.isValid() else None
        selected = [index.data(KEY) for index in self.few_selected()]
        scrolled = self.verticalScrollBar().value()
        top = self._places.at(scrolled)[0]
        into, at_top = scrolled - self._places.top(top), scrolled == 0
        top_key = model.keys[top] if top < len(model.keys) else None
        model.show_keys(keys, around=top)  # type: ignore[arg-type]  # The desk hands out any sequence of int.
        self._counted = counted
        self._head_rows(self._headings if headings is None else headings)
        self.updateGeometries()
        if top_key is not None and not at_top:
            row = model.row_of(top_key, top)
            if row is not None:
                self.verticalScrollBar().setValue(self._places.top(row) + into)
        self._select_again(model, current_key, selected, max(current.row(), 0))

    def _head_rows(self, headings: tuple[tuple[str, int], ...]) -> None:
        """Take `headings` where they fit the rows: list and headings are read at two moments."""
        if sum(count for _, count in headings) != self._rows():
            headings = ()
        ends = list(accumulate(count for _, count in headings))
        self._headings, self._starts = headings, (0, *ends[:-1]) if headings else ()

    def select_key(self, model: SessionsModel, key: int) -> bool:
        """Make the row of `key` current and visible; False when it is not shown."""
        row = model.row_of(key, max(self.currentIndex().row(), 0))
        if row is None:
            return False
        self.setCurrentIndex(model.index(row))
        return True

    @property
    def headings(self) -> tuple[tuple[str, int], ...]:
        """The headings shown, with the number of rows below each."""
        return self._headings

    def rows_seen(self) -> tuple[int, int]:
        """Return the first and the last row that are looked at."""
        top = self.verticalOffset()
        return self._places.at(top)[0], self._places.at(top + self.viewport().height())[0]

    def few_selected(self) -> list[QModelIndex]:
        """Return the selected rows, or none of them where they are more than 1,000."""
        ranges = self.selectionModel().selection()
        count = sum(ranges.at(number).height() for number in range(ranges.count()))
        return self.selectionModel().selectedIndexes() if count <= MOST_SELECTED else []

    def _select_again(self, model: SessionsModel, current: int | None, selected: list[int], near: int) -> None:
        chosen = QItemSelection()
        for key in selected:
            row = model.row_of(key, near)
            if row is not None:
                chosen.select(model.index(row), model.index(row))
        flags = QItemSelectionModel.SelectionFlag
        row = None if current is None else model.row_of(current, near)
        if row is not None:
            self.selectionModel().setCurrentIndex(model.index(row), flags.NoUpdate)
        self.selectionModel().select(chosen, flags.ClearAndSelect)

    # What Qt asks for.

    def _rows(self) -> int:
        model = self.model()
        return model.rowCount() if isinstance(model, SessionsModel) else 0

    def doItemsLayout(self) -> None:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        self._row_height = max(1, self.itemDelegate().sizeHint(option, QModelIndex()).height())
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        bar, height = self.verticalScrollBar(), self.viewport().height()
        self._places = RowPlaces(self._rows(), self._row_height, self._starts, self.fontMetrics().height() + 14)
        bar.setRange(0, max(0, self._places.total - height))
        bar.setPageStep(height)
        bar.setSingleStep(max(8, self._row_height // 3))
        self.horizontalScrollBar().setRange(0, 0)

    def resizeEvent(self, event: object) -> None:  # noqa: ARG002  Qt hands it in.
        self.updateGeometries()

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002  Nothing scrolls sideways.
        self.viewport().update()

    def isIndexHidden(self, index: Index) -> bool:  # noqa: ARG002  No row is hidden.
        return False

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid():
            return QRect()
        top = self._places.top(index.row()) - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), self._row_height)

    def indexAt(self, point: QPoint) -> QModelIndex:
        row, on_row = self._places.at(point.y() + self.verticalOffset())
        inside = on_row and 0 <= row < self._rows() and 0 <= point.x() < self.viewport().width()
        return self.model().index(row, 0) if inside else QModelIndex()

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        if not index.isValid():
            return
        top, bar, height = self._places.top(index.row()), self.verticalScrollBar(), self.viewport().height()
        bottom = top + self._row_height - height
        top -= self._places.head if self._places.begins(index.row()) else 0
        hints = QAbstractItemView.ScrollHint
        if hint is hints.PositionAtCenter:
            bar.setValue((top + bottom) // 2)
        elif hint is hints.PositionAtTop or top < bar.value():
            bar.setValue(top)
        elif hint is hints.PositionAtBottom or bottom > bar.value():
            bar.setValue(bottom)

    def moveCursor(
        self,
        action: QAbstractItemView.CursorAction,
        modifiers: Qt.KeyboardModifier,  # noqa: ARG002  Qt hands it in.
    ) -> QModelIndex:
        last = self._rows() - 1
        if last < 0:
            return QModelIndex()
        actions, page = QAbstractItemView.CursorAction, max(1, self.viewport().height() // self._row_height)
        steps = {
            actions.MoveUp: -1,
            actions.MovePrevious: -1,
            actions.MoveDown: 1,
            actions.MoveNext: 1,
            actions.MovePageUp: -page,
            actions.MovePageDown: page,
            actions.MoveHome: -last - 1,
            actions.MoveEnd: last + 1,
        }
        row = self.currentIndex().row() + steps.get(action, 0)
        return self.model().index(min(max(row, 0), last), 0)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        first = self._places.at(rect.top() + self.verticalOffset())[0]
        last = self._places.at(rect.bottom() + self.verticalOffset())[0]
        chosen = QItemSelection()
        if self._rows() and last >= 0 and first < self._rows():
            first, last = max(first, 0), min(last, self._rows() - 1)
            chosen.select(self.model().index(first, 0), self.model().index(last, 0))
        self.selectionModel().select(chosen, command)

    def selectAll(self) -> None:
        # Qt's own asks each row whether it can be selected: four seconds for a million.
        if self._rows():
            chosen = QItemSelection(self.model().index(0, 0), self.model().index(self._rows() - 1, 0))
            self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region, visible = QRegion(), self.viewport().rect()
        for number in range(selection.count()):
            block = selection.at(number)
            top = self._places.top(block.top()) - self.verticalOffset()
            height = self._places.top(block.bottom()) + self._row_height - self._places.top(block.top())
            region += QRect(0, top, visible.width(), height).intersected(visible)
        return region

    def keyboardSearch(self, search: str) -> None:
        # Qt would walk the whole model for a row that begins so; the search field finds it in the index.
        if search.strip():
            self.letters_typed.emit(search)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.row_opened.emit(self.currentIndex())
            return
        super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._point_at(self.indexAt(event.position().toPoint()).row())

    def focusInEvent(self, event: object) -> None:  # noqa: ARG002  Qt hands it in.
        # Qt would make the first row current, and so open a session that nobody chose.
        self.viewport().update()

    def leaveEvent(self, event: object) -> None:  # noqa: ARG002  Qt hands it in.
        self._point_at(-1)

    def _point_at(self, row: int) -> None:
        if row != self._pointed:
            self._pointed = row
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        total = self._rows()
        if not total:
            return
        base = QStyleOptionViewItem()
        self.initViewItemOption(base)
        offset, area = self.verticalOffset(), event.rect()
        first = max(0, self._places.at(area.top() + offset)[0])
        last = min(total - 1, self._places.at(area.bottom() + offset)[0])
        current, states, delegate = self.currentIndex().row(), QStyle.StateFlag, self.itemDelegate()
        for row in range(first, last + 1):
            index = self.model().index(row, 0)
            option = QStyleOptionViewItem(base)
            option.rect = QRect(0, self._places.top(row) - offset, self.viewport().width(), self._row_height)
            if self._places.begins(row):
                number = self._places.group(row)
                top = self._places.heading_top(number) - offset
                place = QRect(0, top, self.viewport().width(), self._places.head)
                if isinstance(delegate, SessionsDelegate):
                    words, count = self._headings[number]
                    known = self._counted or number < len(self._headings) - 1
                    delegate.paint_heading(painter, place, words, count if known else None, base.direction)
            if self.selectionModel().isSelected(index):
                option.state |= states.State_Selected
            if row == self._pointed:
                option.state |= states.State_MouseOver
            if row == current and self.hasFocus():
                option.state |= states.State_HasFocus
            delegate.paint(painter, option, index)
        painter.end()

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 2 * self._row_height)
