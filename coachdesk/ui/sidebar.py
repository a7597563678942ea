"""This file is the left side of the window: search, filters, the list of sessions, and what to say when it is empty."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QLocale, QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from coachdesk.desk.listed import ListQuery, Order, SessionRow
from coachdesk.ui.empty_state import EmptyState
from coachdesk.ui.filter_bar import FilterBar
from coachdesk.ui.icons import Icons
from coachdesk.ui.search_field import SearchField
from coachdesk.ui.sessions_delegate import SessionsDelegate
from coachdesk.ui.sessions_model import KEY, PAGE, SessionsModel
from coachdesk.ui.sessions_view import SessionsView
from coachdesk.ui.wording import month_in_words

if TYPE_CHECKING:
    from coachdesk.desk.desk import Desk
    from coachdesk.desk.first_look import FirstLook
    from coachdesk.ui.photos import Photos
    from coachdesk.ui.tasks import Tasks

_TOGETHER_MS = 60
_FIRST = 500
"""How many hits of a search are shown before the rest is looked for: a common word has tens of thousands."""


class Sidebar(QWidget):
    """The list of sessions with its search. `session_chosen` carries an id, `chosen` the name of an action.

    It shows what `fill` gives it until `take` hands it the desk itself, which answers what was searched meanwhile.
    """

    session_chosen = Signal(str)
    session_opened = Signal()
    chosen = Signal(str)
    filled = Signal()

    def __init__(self, icons: Icons, parent: QWidget | None = None, *, grouped: bool = True) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icons = icons
        self._listed: FirstLook | Desk | None = None
        self._desk: Desk | None = None
        self._tasks: Tasks | None = None
        self._query = ListQuery()
        self._asked = ListQuery()
        self._grouped = grouped
        self._wanted: str | None = None
        self._showing, self._told = False, ""
        self.search = SearchField(icons)
        self.filters = FilterBar()
        self._understood = QLabel()
        self._understood.setObjectName("searchUnderstood")
        self._understood.setTextFormat(Qt.TextFormat.PlainText)
        self._understood.setProperty("tone", "accent")
        self._understood.setWordWrap(True)
        self._understood.hide()
        self.model = SessionsModel(self._rows, self)
        self.view = SessionsView()
        self.delegate = SessionsDelegate(icons, self.view)
        self.view.setItemDelegate(self.delegate)
        self.view.setModel(self.model)
        self._count = QLabel()
        self._count.setObjectName("sessionCount")
        self._count.setProperty("tone", "muted")
        self._add = QToolButton()
        self._add.setObjectName("newSessionButton")
        self._add.setAccessibleName(self.tr("New session"))
        self._add.setToolTip(self.tr("New session"))
        self._add.clicked.connect(lambda: self.chosen.emit("new_session"))
        self._first = EmptyState(icons, "session")
        self._nothing = EmptyState(icons, "search")
        self._stack = QStackedWidget()
        self._refreshing = QTimer(self)
        self._refreshing.setSingleShot(True)
        self._refreshing.setInterval(_TOGETHER_MS)
        self._refreshing.timeout.connect(self._ask)
        self._assemble()
        self._connect()
        self._recolour()

    def _assemble(self) -> None:
        title = QLabel(self.tr("Sessions"))
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.2)
        font.setWeight(font.Weight.DemiBold)
        title.setFont(font)
        head = QHBoxLayout()
        head.addWidget(title)
        head.addWidget(self._count, 1)
        head.addWidget(self._add)
        self._first.say(
            self.tr("No sessions yet"),
            self.tr("They will be listed here, newest first."),
        )
        self._nothing.offer("clear_filters", self.tr("Show all sessions"))
        for page in (self.view, self._first, self._nothing):
            self._stack.addWidget(page)
        upper = QVBoxLayout()
        upper.setContentsMargins(14, 10, 12, 6)
        upper.setSpacing(8)
        upper.addLayout(head)
        upper.addWidget(self.search)
        upper.addWidget(self._understood)
        upper.addWidget(self.filters)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(upper)
        column.addWidget(self._stack, 1)
        self.view.setFrameShape(SessionsView.Shape.NoFrame)

    def _connect(self) -> None:
        self.search.search_changed.connect(self._search)
        self.search.list_wanted.connect(self._enter_list)
        self.filters.query_changed.connect(self._filter)
        self.filters.tags_wanted.connect(self._look_for_tags)
        self.view.selectionModel().currentChanged.connect(self._tell)
        self.view.row_opened.connect(lambda _: self.session_opened.emit())
        self.view.letters_typed.connect(self._begin_search)
        for empty in (self._first, self._nothing):
            empty.chosen.connect(self.chosen)
        self._icons.theme.changed.connect(self._recolour)

    def fill(self, listed: FirstLook | Desk) -> None:
        """Show the list of `listed` now, for the first paint."""
        self._listed = listed
        self.filters.show_clients(listed.clients())
        keys = listed.keys(self._query)
        self._show(keys, self._first_headings(keys), counted=False)

    def take(self, desk: Desk, tasks: Tasks, photos: Photos) -> None:
        """Show what `desk` has from now on, with headings and photos."""
        shown, self._listed = self._listed, desk
        self._desk = desk
        self._tasks = tasks
        self.delegate.photos = photos
        photos.changed.connect(self.view.viewport().update)
        if shown is desk:
            tasks.start("head the list", self._head(desk, self._asked))
        else:
            self._ask()

    @property
    def grouped(self) -> bool:
        """Whether months or clients stand as headings in the list."""
        return self._grouped

    def group(self, *, on: bool) -> None:
        """Put headings into the list, or leave them out."""
        self._grouped = on
        self._ask()

    @property
    def empty(self) -> bool:
        """Whether there is no session at all, rather than none that the filters let through."""
        return self._stack.currentWidget() is self._first

    def refresh(self) -> None:
        """Ask for the keys again soon; many wishes within 60 ms become one."""
        if not self._refreshing.isActive():
            self._refreshing.start()

    def refresh_rows(self, sessions: frozenset[str]) -> None:
        """Show the rows of `sessions` as they are now; all that are looked at when none or very many are named."""
        if not sessions or len(sessions) > 200:
            self.model.refresh_only(self._seen_keys())
            return
        keys = [key for key in map(self._key_of, sessions) if key is not None]
        self.model.refresh(keys)
        if self._asked.attention or self._asked.pending:  # they may belong to this list no more, or only now
            self.refresh()

    def _rows(self, keys: Sequence[int]) -> tuple[SessionRow, ...]:
        return self._listed.rows(keys) if self._listed is not None else ()

    def _key_of(self, session: str) -> int | None:
        return self._listed.key_of(session) if self._listed is not None else None

    def _seen_keys(self) -> Sequence[int]:
        first, last = self.view.rows_seen()
        return self.model.keys[first : last + 1]

    def choose(self, session: str) -> None:
        """Make `session` the current one, now or once it is in the list."""
        key = self._key_of(session)
        self._wanted = None
        if key is None or not self.view.select_key(self.model, key):
            self._wanted = session
            self.refresh()

    def step(self, by: int) -> None:
        """Go `by` sessions further."""
        total = self.model.rowCount()
        if total:
            row = min(max(self.view.currentIndex().row() + by, 0), total - 1)
            self.view.setCurrentIndex(self.model.index(row))

    @property
    def selected_sessions(self) -> tuple[str, ...]:
        """The ids of the selected sessions; none where they are more than 1,000."""
        keys = [index.data(KEY) for index in self.view.few_selected()]
        return tuple(row.id for row in self._rows(keys) if row.id) if keys else ()

    def clear_filters(self) -> None:
        """Show all sessions."""
        self.search.clear()
        self.filters.clear()

    def _search(self, words: str) -> None:
        self._query = replace(self._query, text=words)
        self._ask()

    def _filter(self, query: ListQuery) -> None:
        self._query = replace(query, text=self._query.text)
        self._ask()

    def _ask(self) -> None:
        if self._desk is None or self._tasks is None:
            return  # `take` asks
        found = self._desk.list.understand(self._query, datetime.date.today())  # noqa: DTZ011  The coach's own day.
        self._asked = found.query
        self.delegate.mark(tuple(found.query.text.casefold().split()))
        self._understood.setText(self.tr("Only: {filters}").format(filters=" · ".join(found.phrases)))
        self._understood.setVisible(bool(found.phrases))
        self._tasks.start("search", self._find(self._desk, found.query), alone=True)

    def _look_for_tags(self) -> None:
        if self._desk is not None and self._tasks is not None:
            self._tasks.start("read tags", self._read_tags(self._desk), alone=True)

    async def _read_tags(self, desk: Desk) -> None:
        self.filters.show_tags(await desk.list.tags())

    async def _find(self, desk: Desk, query: ListQuery) -> None:
        first = await desk.find(query, _FIRST) if query.text else ()
        if query.text and query == self._asked:
            self._show(first, ())
        if query.text and len(first) < _FIRST:
            return
        keys = await desk.find(query)
        headings = await self._headings(desk, query)
        if query == self._asked:
            self.filters.show_clients(desk.clients())
            self._show(keys, headings)

    async def _head(self, desk: Desk, query: ListQuery) -> None:
        """Put headings into the list that is shown; the first paint does not wait for them."""
        headings = await self._headings(desk, query)
        if query == self._asked and headings:
            self._show(self.model.keys, headings)

    async def _headings(self, desk: Desk, query: ListQuery) -> tuple[tuple[str, int], ...]:
        found = await desk.list.headings(query) if self._grouped else []
        by_client = query.order == Order.CLIENT
        return tuple((self._heading(word, by_client=by_client), count) for word, count in found)

    def _first_headings(self, keys: Sequence[int]) -> tuple[tuple[str, int], ...]:
        """Return the headings of the first rows, so that these stay in place once all headings have been counted."""
        rows = self._rows(keys[:PAGE]) if self._grouped else ()
        months = [(month, len(list(found))) for month, found in groupby(row.date[:7] for row in rows)]
        if not months:
            return ()
        months[-1] = (months[-1][0], months[-1][1] + len(keys) - len(rows))
        return tuple((self._heading(month, by_client=False), count) for month, count in months)

    def _heading(self, word: str, *, by_client: bool) -> str:
        if by_client:
            return " ".join(word[:80].split()) or self.tr("No client")
        return month_in_words(word) or self.tr("No date")

    def _show(
        self, keys: Sequence[int], headings: tuple[tuple[str, int], ...] | None = None, *, counted: bool = True
    ) -> None:
        self._showing = True
        self.view.show_keys(keys, self.model, headings, counted=counted)
        self._showing = False
        wanted = self._key_of(self._wanted) if self._wanted else None
        if wanted is not None and self.view.select_key(self.model, wanted):
            self._wanted = None
        narrowed = bool(self._query.text) or self.filters.narrows
        self._stack.setCurrentIndex(0 if keys else 2 if narrowed else 1)
        self._count.setText(QLocale().toString(len(keys)) if keys else "")
        if narrowed and not keys:
            words = self._query.text
            heading = self.tr("Nothing found for “{words}”").format(words=words[:40]) if words else ""
            self._nothing.say(heading or self.tr("No such session"), self.tr("Try fewer words, or other filters."))
        self.filled.emit()

    def _tell(self, current: QModelIndex) -> None:
        key = current.data(KEY) if current.isValid() else None
        if key is None:
            return
        row = self.model.row(current.row()) or self._rows([key])[0]
        # A list that is shown anew makes its current row current once more, which nobody chose.
        if row.id and not (self._showing and row.id == self._told):
            self._told = row.id
            if not self._showing:  # the coach went on to another one than that which was to come
                self._wanted = None
            self.session_chosen.emit(row.id)

    def _enter_list(self) -> None:
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.view.currentIndex().isValid() and self.model.rowCount():
            flags = QItemSelectionModel.SelectionFlag
            self.view.selectionModel().setCurrentIndex(self.model.index(0), flags.ClearAndSelect)

    def _begin_search(self, letters: str) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.setText(self.search.text() + letters)

    def _recolour(self) -> None:
        self._add.setIcon(self._icons.icon("add"))
        self.view.viewport().update()
