"""This file puts the window's parts side by side: the list first, with room for middle and chat, which come later."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QSplitter, QVBoxLayout, QWidget

_LIST, _LEAST_LIST = 284, 250
_MIDDLE, _LEAST_MIDDLE = 700, 330
_CHAT, _LEAST_CHAT = 332, 290


class Arrangement:
    """The places in `window`. Nothing moves when its middle and its chat come: there is room for them from the start.

    `docks` is how the window's docks lay when it was closed the last time, `panes` how wide list and middle were.
    """

    def __init__(self, window: QMainWindow, sidebar: QWidget, docks: QByteArray, panes: QByteArray) -> None:
        self._window, self._docks, self._panes = window, docks, panes
        middle = QWidget()
        self._column = QVBoxLayout(middle)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setObjectName("mainSplitter")
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(sidebar)
        self._split.addWidget(middle)
        self._split.setStretchFactor(1, 1)
        sidebar.setMinimumWidth(_LEAST_LIST)
        middle.setMinimumWidth(_LEAST_MIDDLE)
        self._split.setSizes([_LIST, _MIDDLE])
        window.setCentralWidget(self._split)
        room = QWidget()
        room.setObjectName("chatPanel")
        room.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._dock = QDockWidget()
        self._dock.setObjectName("chatDock")
        self._dock.setTitleBarWidget(QWidget())
        self._dock.setWidget(room)
        self._put(self._dock)
        self._split.restoreState(self._panes)

    def fill(self, middle: tuple[QWidget, ...], chat: QDockWidget) -> None:
        """Put in what there was room for; of the parts in the `middle`, one above the other, the second one grows."""
        panes = self.panes
        for place, part in enumerate(middle):
            self._column.addWidget(part, int(place == 1))
        room, self._dock = self._dock, chat
        self._docks = self._window.saveState()
        self._window.removeDockWidget(room)
        room.setParent(None)
        room.deleteLater()
        self._put(chat)
        self._split.restoreState(panes)

    @property
    def panes(self) -> QByteArray:
        """How wide list and middle are now."""
        return QByteArray(self._split.saveState())

    def _put(self, chat: QDockWidget) -> None:
        """Put the chat where a line ends: what was remembered may come from a language of the other direction."""
        areas, mirrored = Qt.DockWidgetArea, self._window.layoutDirection() is Qt.LayoutDirection.RightToLeft
        area = areas.LeftDockWidgetArea if mirrored else areas.RightDockWidgetArea
        self._window.addDockWidget(area, chat)
        chat.setMinimumWidth(_LEAST_CHAT)
        self._window.resizeDocks([chat], [_CHAT], Qt.Orientation.Horizontal)
        self._window.restoreState(self._docks)
        if self._window.dockWidgetArea(chat) is not area:
            self._window.addDockWidget(area, chat)
