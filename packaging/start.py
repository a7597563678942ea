"""This file is a second program over the bundle's modules, never shipped: it ends at the first paint, for a stopwatch.

coachdesk-start bare        an empty window of Qt
coachdesk-start             CoachDesk's own, which starts this program once more to ask the keychain
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coachdesk.ui.main_window import MainWindow


def bare() -> None:
    """Show an empty window; never returns."""
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Window(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  Qt calls it.
            super().paintEvent(event)
            tell()

    application = QApplication(sys.argv[:1])
    window = Window()
    window.resize(1280, 800)
    window.show()
    application.exec()


def ours() -> None:
    """Start CoachDesk as a click on its icon does; never returns."""
    from coachdesk.lean_imports import import_msgspec

    import_msgspec()
    from coachdesk import app, cli

    paint = app.paint

    def told(window: MainWindow) -> None:
        paint(window)
        tell()

    app.paint = told
    cli.main([])


def tell() -> None:
    """Say that the window is painted, and end."""
    os.write(1, b"painted\n")
    os._exit(0)


if __name__ == "__main__":
    if sys.argv[1:] == ["bare"]:
        bare()
    elif sys.argv[1:]:
        from coachdesk.cli import main

        sys.exit(main())
    ours()
