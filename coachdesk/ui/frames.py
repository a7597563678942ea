"""This file puts a pane into a frame with rounded corners, which the style sheet draws."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget


def framed(pane: QWidget) -> QFrame:
    """Return a frame that holds `pane` alone."""
    frame = QFrame()
    frame.setObjectName("editorFrame")
    inside = QVBoxLayout(frame)
    inside.setContentsMargins(4, 4, 4, 4)
    inside.addWidget(pane)
    return frame
