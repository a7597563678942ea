"""This file puts a pane into a frame with rounded corners, and lets the frame show that the pane has the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget


def framed(pane: QWidget) -> QFrame:
    """Return a frame that holds `pane` alone."""
    frame = QFrame()
    frame.setObjectName("editorFrame")
    inside = QVBoxLayout(frame)
    inside.setContentsMargins(4, 4, 4, 4)
    inside.addWidget(pane)
    show_focus(frame, pane)
    return frame


def show_focus(frame: QWidget, *panes: QWidget) -> None:
    """Let the style sheet draw `frame` as [active="true"] while one of `panes` has the focus."""
    watch = _Watch(frame)
    for pane in panes:
        pane.installEventFilter(watch)


class _Watch(QObject):
    def __init__(self, frame: QWidget) -> None:
        super().__init__(frame)
        self._frame = frame

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self._frame.setProperty("active", event.type() is QEvent.Type.FocusIn)
            self._frame.style().unpolish(self._frame)
            self._frame.style().polish(self._frame)
        return super().eventFilter(watched, event)
