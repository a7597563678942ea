"""This file narrows the list of sessions: by client, by what is open, approved or waiting, and in which order."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from coachdesk.desk.views import ClientRow, ListQuery, Order
from coachdesk.ui.flow_layout import FlowLayout

_ORDERS = (Order.NEWEST, Order.OLDEST, Order.CLIENT)


class FilterBar(QWidget):
    """The filters. `query_changed` carries a ListQuery without words to search for."""

    query_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filterBar")
        self.setAccessibleName(self.tr("Filters"))
        self._filling = False
        self._clients: tuple[str | None, ...] = (None,)
        self.client = QComboBox()
        self.client.setObjectName("clientFilter")
        self.client.setAccessibleName(self.tr("Client"))
        self.client.addItem(self.tr("All clients"))
        self.order = QComboBox()
        self.order.setObjectName("orderChoice")
        self.order.setAccessibleName(self.tr("Order"))
        self.order.addItems([self.tr("Newest first"), self.tr("Oldest first"), self.tr("By client")])
        row = QHBoxLayout()
        row.setSpacing(4)
        for box in (self.client, self.order):
            box.setProperty("quiet", True)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
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
        ):
            chip = QPushButton(text)
            chip.setObjectName(f"{name}Filter")
            chip.setCheckable(True)
            chip.setProperty("kind", "chip")
            chip.clicked.connect(lambda _=False, name=name: self._choose(name))
            self._chips[name] = chip
            flow.addWidget(chip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(chips)

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
            pending=self._chips["pending"].isChecked(),
            order=_ORDERS[max(0, self.order.currentIndex())],
        )

    @property
    def narrows(self) -> bool:
        """Whether some sessions may be hidden."""
        query = self.query
        return query.client is not None or query.status is not None or query.pending

    def clear(self) -> None:
        """Choose nothing, so that all sessions are shown."""
        self._filling = True
        self.client.setCurrentIndex(0)
        for chip in self._chips.values():
            chip.setChecked(False)
        self._filling = False
        self._changed()

    def _choose(self, name: str) -> None:
        if name in {"open", "approved"} and self._chips[name].isChecked():
            self._chips["approved" if name == "open" else "open"].setChecked(False)
        self._changed()

    def _changed(self) -> None:
        if not self._filling:
            self.query_changed.emit(self.query)
