"""This file is the dialog in which a file or a folder is chosen: Qt's or the system's, and gone once it is closed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget


class FileDialog(QFileDialog):
    """A dialog that is opened with `open()`. Kept, each would hold 2 MB and a watch on its folder."""

    def __init__(self, parent: QWidget, title: str = "") -> None:
        super().__init__(parent, title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
