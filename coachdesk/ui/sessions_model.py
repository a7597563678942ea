"""This file lists sessions without holding them: it knows their keys, and fetches the rows that are looked at.

`data` never waits. A row that is not there yet is announced as a placeholder, its page of 64 is fetched at the next
turn of the event loop, the page asked for last first, and then the row is announced as changed.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer

from coachdesk.desk.listed import SessionRow
from coachdesk.ui.wording import day_in_words, status_in_words

PAGE = 64
KEPT_PAGES = 48
_WAITING_PAGES = 4
ROW = int(Qt.ItemDataRole.UserRole)
KEY = ROW + 1

Index = QModelIndex | QPersistentModelIndex


class SessionsModel(QAbstractListModel):
    """The list of sessions. `fetch` gives the rows of some keys in their order, and takes less than 8 ms for 64."""

    def __init__(self, fetch: Callable[[Sequence[int]], tuple[SessionRow, ...]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._keys: Sequence[int] = ()
        self._pages: OrderedDict[int, tuple[SessionRow, ...]] = OrderedDict()
        self._wanted: list[int] = []
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._fetch_one)

    @property
    def keys(self) -> Sequence[int]:
        """The keys shown, in order."""
        return self._keys

    def show_keys(self, keys: Sequence[int], *, around: int = 0) -> None:
        """Show `keys`; the page of row `around` is there at once, so that the first paint has text."""
        self.beginResetModel()
        self._keys = keys
        self._pages.clear()
        self._wanted.clear()
        self.endResetModel()
        if keys:
            self._load(min(max(around, 0), len(keys) - 1) // PAGE)

    def refresh(self, keys: Sequence[int]) -> None:
        """Fetch the rows of `keys` again, where they are among those that were looked at."""
        changed = set(keys)
        for page in tuple(self._pages):
            first = page * PAGE
            if changed.intersection(self._keys[first : first + PAGE]):
                self._load(page)

    def refresh_only(self, keys: Sequence[int]) -> None:
        """Fetch the rows of `keys` again, and forget all others."""
        changed = set(keys)
        for page in tuple(self._pages):
            first = page * PAGE
            if not changed.intersection(self._keys[first : first + PAGE]):
                del self._pages[page]
        self.refresh(keys)

    def row_of(self, key: int, near: int = 0) -> int | None:
        """Return the row of `key`, looking around row `near` first; None when it is not shown."""
        total = len(self._keys)
        for reach in (512, 65536, total):
            first, last = max(0, near - reach), min(total, near + reach)
            try:
                return self._keys.index(key, first, last)
            except ValueError:
                if first == 0 and last == total:
                    return None
        return None

    def row(self, number: int) -> SessionRow | None:
        """Return what is known of row `number`, and ask for it when that is nothing."""
        page, offset = divmod(number, PAGE)
        rows = self._pages.get(page)
        if rows is None:
            self._want(page)
            return None
        self._pages.move_to_end(page)
        return rows[offset] if offset < len(rows) else None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._keys)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # Qt hands out any kind of value.
        if not index.isValid() or index.row() >= len(self._keys):
            return None
        if role == KEY:
            return self._keys[index.row()]
        if role not in {ROW, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        row = self.row(index.row())
        if role == ROW or row is None:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title or row.type or row.client
        return self._spoken(row)

    def _spoken(self, row: SessionRow) -> str:
        waiting = self.tr("not synced yet") if row.pending else ""
        refused = self.tr("needs you") if row.waits else ""
        parts = (row.client, row.title, day_in_words(row.date), status_in_words(row.status), waiting, refused)
        return ", ".join(part for part in parts if part)

    def _want(self, page: int) -> None:
        if page in self._wanted:
            self._wanted.remove(page)
        self._wanted.append(page)
        # Whoever drags the scroll bar through a million rows looks at the last pages only.
        del self._wanted[:-_WAITING_PAGES]
        self._timer.start()

    def _fetch_one(self) -> None:
        if self._wanted:
            self._load(self._wanted.pop())
        if not self._wanted:
            self._timer.stop()

    def _load(self, page: int) -> None:
        first = page * PAGE
        keys = self._keys[first : first + PAGE]
        if not keys:
            return
        self._pages[page] = self._fetch(keys)
        self._pages.move_to_end(page)
        while len(self._pages) > KEPT_PAGES:
            self._pages.popitem(last=False)
        self.dataChanged.emit(self.index(first), self.index(first + len(keys) - 1))
