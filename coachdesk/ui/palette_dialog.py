"""This file finds an action by a few letters of its name, and lists all shortcuts while nothing is typed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QPixmap
from PySide6.QtWidgets import QDialog, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

_ICON = 16


class PaletteDialog(QDialog):
    """All actions that can be done now. `chosen` carries the name of the one that was picked."""

    chosen = Signal(str)

    def __init__(self, actions: dict[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("palette")
        self.setWindowTitle(self.tr("Actions and shortcuts"))
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(460, 420)
        self._actions = actions
        self._field = QLineEdit()
        self._field.setObjectName("paletteField")
        self._field.setAccessibleName(self.tr("Find an action"))
        self._field.setPlaceholderText(self.tr("Find an action"))
        self._field.textChanged.connect(self._narrow)
        self._field.installEventFilter(self)
        self._list = QTreeWidget()
        self._list.setObjectName("paletteList")
        self._list.setAccessibleName(self.tr("Actions"))
        self._list.setColumnCount(2)
        self._list.setHeaderHidden(True)
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.itemActivated.connect(self._pick)
        blank = QPixmap(self._list.iconSize() if self._list.iconSize().isValid() else QSize(_ICON, _ICON))
        blank.fill(Qt.GlobalColor.transparent)
        self._none = QIcon(blank)  # the names of all actions begin at one line
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(10)
        column.addWidget(self._field)
        column.addWidget(self._list, 1)
        self._narrow("")
        self._list.setColumnWidth(0, 280)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                place = self._list.currentIndex().siblingAtRow(self._list.currentIndex().row() + step)
                if place.isValid():
                    self._list.setCurrentIndex(place)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._pick(self._list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _narrow(self, words: str) -> None:
        self._list.clear()
        wanted = words.casefold().split()
        for name, action in self._actions.items():
            text = action.text().replace("&", "")
            if action.isEnabled() and all(word in text.casefold() for word in wanted):
                item = QTreeWidgetItem([text, action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)])
                item.setData(0, Qt.ItemDataRole.UserRole, name)
                item.setIcon(0, self._none if action.icon().isNull() else action.icon())
                self._list.addTopLevelItem(item)
        self._list.setCurrentIndex(self._list.model().index(0, 0))

    def _pick(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.accept()
            self.chosen.emit(item.data(0, Qt.ItemDataRole.UserRole))
