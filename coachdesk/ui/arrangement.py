"""This file puts the window's parts side by side: list, middle, chat."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QSplitter, QVBoxLayout, QWidget

_LIST, _LEAST_LIST = 284, 250
_MIDDLE, _LEAST_MIDDLE = 700, 330
_CHAT, _LEAST_CHAT = 332, 290


def arrange(window: QMainWindow, sidebar: QWidget, middle: tuple[QWidget, ...], chat: QDockWidget) -> QSplitter:
    """Fill `window`; of the parts in the `middle`, one above the other, the second takes the room that is left."""
    centre = QWidget()
    column = QVBoxLayout(centre)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for place, part in enumerate(middle):
        column.addWidget(part, int(place == 1))
    split = QSplitter(Qt.Orientation.Horizontal)
    split.setObjectName("mainSplitter")
    split.setHandleWidth(1)
    split.setChildrenCollapsible(False)
    split.addWidget(sidebar)
    split.addWidget(centre)
    split.setStretchFactor(1, 1)
    sidebar.setMinimumWidth(_LEAST_LIST)
    centre.setMinimumWidth(_LEAST_MIDDLE)
    split.setSizes([_LIST, _MIDDLE])
    window.setCentralWidget(split)
    dock_at_line_end(window, chat)
    chat.setMinimumWidth(_LEAST_CHAT)
    window.resizeDocks([chat], [_CHAT], Qt.Orientation.Horizontal)
    return split


def dock_at_line_end(window: QMainWindow, chat: QDockWidget) -> None:
    """Put the chat where a line ends: what was remembered may come from a language of the other direction."""
    areas, mirrored = Qt.DockWidgetArea, window.layoutDirection() is Qt.LayoutDirection.RightToLeft
    area = areas.LeftDockWidgetArea if mirrored else areas.RightDockWidgetArea
    if window.dockWidgetArea(chat) is not area:
        window.addDockWidget(area, chat)
