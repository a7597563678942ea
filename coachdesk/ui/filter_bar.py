"""This file narrows the list of sessions: by client, date, tag, state and what waits, and says in which order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from coachdesk.desk.listed import ClientRow, ListQuery, Order
from coachdesk.ui.choice import Choice
from coachdesk.ui.flow_layout import FlowLayout

_ORDERS = (Order.NEWEST, Order.OLDEST, Order.CLIENT)


class FilterBar(QWidget):
    """The filters. `query_changed` carries a ListQuery without words to search for."""

    query_changed = Signal(object)
    tags_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filterBar")
        self.setAccessibleName(self.tr("Filters"))
        self._filling = False
        self._clients: tuple[str | None, ...] = (None,)
        self.client = Choice()
        self.client.setObjectName("clientFilter")
        self.client.setAccessibleName(self.tr("Client"))
        self.client.addItem(self.tr("All clients"))
        self.order = Choice()
        self.order.setObjectName("orderChoice")
        self.order.setAccessibleName(self.tr("Order"))
        self.order.addItems([self.tr("Newest first"), self.tr("Oldest first"), self.tr("By client")])
        row = QHBoxLayout()
        row.setSpacing(4)
        for box in (self.client, self.order):
            box.setProperty("quiet", True)
            box.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(6)
            box.currentIndexChanged.connect(self._changed)
            row.addWidget(box, 1)
        chips = QWidget()
        flow = FlowLayout(chips)
        self._chips: dict[str, QPushButton] = {}
        for name, text in (
            ("open", self.tr("Open")),
            ("approved", self.tr("Approved")),
            ("pending", self.tr("Not synced")),
            ("attention", self.tr("Needs you")),
        ):
            chip = QPushButton(text)
            chip.setObjectName(f"{name}Filter")
            chip.setCheckable(True)
            chip.setProperty("kind", "chip")
            chip.clicked.connect(lambda _=False, name=name: self._choose(name))
            self._chips[name] = chip
            flow.addWidget(chip)
        self._days: tuple[str | None, str | None] = (None, None)
        self._tag: str | None = None
        self._date_button, self._date_menu = self._menu_chip("dateFilter", self.tr("Any time"), flow)
        self._tag_button, self._tag_menu = self._menu_chip("tagFilter", self.tr("Any tag"), flow)
        self._date_menu.aboutToShow.connect(self._offer_days)
        self._tag_menu.aboutToShow.connect(self.tags_wanted)
        self.show_tags(())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(chips)

    def _menu_chip(self, name: str, text: str, flow: FlowLayout) -> tuple[QPushButton, QMenu]:
        button, menu = QPushButton(text), QMenu(self)
        button.setObjectName(name)
        button.setProperty("kind", "chip")
        button.setCheckable(True)
        button.clicked.connect(self._show_chips)
        button.setMenu(menu)
        flow.addWidget(button)
        return button, menu

    def _offer_days(self) -> None:
        today = QDate.currentDate()
        month, year = QDate(today.year(), today.month(), 1), QDate(today.year(), 1, 1)
        self._date_menu.clear()
        for text, first, last in (
            (self.tr("Any time"), None, None),
            (self.tr("Today"), today, today),
            (self.tr("Last 7 days"), today.addDays(-6), today),
            (self.tr("Last 30 days"), today.addDays(-29), today),
            (self.tr("This month"), month, month.addMonths(1).addDays(-1)),
            (self.tr("Last month"), month.addMonths(-1), month.addDays(-1)),
            (self.tr("This year"), year, year.addYears(1).addDays(-1)),
            (self.tr("Last year"), year.addYears(-1), year.addDays(-1)),
        ):
            days = tuple(day.toString(Qt.DateFormat.ISODate) if day else None for day in (first, last))
            entry = self._date_menu.addAction(text)
            entry.triggered.connect(lambda _=False, text=text, days=days: self._choose_days(text, days))

    def _choose_days(self, text: str, days: tuple[str | None, str | None]) -> None:
        self._days = days
        self._date_button.setText(text)
        self._changed()

    def show_tags(self, tags: Sequence[str]) -> None:
        """Offer `tags`; the chosen one stays chosen."""
        self._tag_menu.clear()
        for tag in (None, *tags):
            entry = self._tag_menu.addAction((tag or self.tr("Any tag"))[:40].replace("&", "&&"))
            entry.triggered.connect(lambda _=False, tag=tag: self._choose_tag(tag))

    def _choose_tag(self, tag: str | None) -> None:
        self._tag = tag
        self._tag_button.setText((tag or self.tr("Any tag"))[:24].replace("&", "&&"))
        self._changed()

    def show_clients(self, clients: tuple[ClientRow, ...]) -> None:
        """Offer `clients`; the chosen one stays chosen while it exists."""
        ids = (None, *(client.id for client in clients))
        names = [self.tr("All clients"), *(client.name[:60] for client in clients)]
        if ids == self._clients and names == [self.client.itemText(place) for place in range(self.client.count())]:
            return
        chosen = self._clients[self.client.currentIndex()]
        self._filling = True
        self.client.clear()
        self.client.addItems(names)
        self._clients = ids
        self.client.setCurrentIndex(ids.index(chosen) if chosen in ids else 0)
        self._filling = False

    @property
    def query(self) -> ListQuery:
        """What is chosen."""
        status = next((name for name in ("open", "approved") if self._chips[name].isChecked()), None)
        return ListQuery(
            client=self._clients[max(0, self.client.currentIndex())],
            status=status,
            tag=self._tag,
            date_from=self._days[0],
            date_to=self._days[1],
            pending=self._chips["pending"].isChecked(),
            attention=self._chips["attention"].isChecked(),
            order=_ORDERS[max(0, self.order.currentIndex())],
        )

    @property
    def narrows(self) -> bool:
        """Whether some sessions may be hidden."""
        return replace(self.query, order=Order.NEWEST) != ListQuery()

    def clear(self) -> None:
        """Choose nothing, so that all sessions are shown."""
        self._filling = True
        self.client.setCurrentIndex(0)
        for chip in self._chips.values():
            chip.setChecked(False)
        self._choose_days(self.tr("Any time"), (None, None))
        self._choose_tag(None)
        self._filling = False
        self._changed()

    def _choose(self, name: str) -> None:
        if name in {"open", "approved"} and self._chips[name].isChecked():
            self._chips["approved" if name == "open" else "open"].setChecked(False)
        self._changed()

    def _show_chips(self) -> None:
        self._date_button.setChecked(self._days != (None, None))
        self._tag_button.setChecked(self._tag is not None)

    def _changed(self) -> None:
        self._show_chips()
        if not self._filling:
            self.query_changed.emit(self.query)
