"""This file saves what a widget shows as a picture."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from coachdesk.errors import StorageFault


def picture(widget: QWidget, path: Path) -> Path:
    """Write what `widget` shows now to `path` as PNG, at the screen's scale; raises StorageFault if it cannot."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not widget.grab().save(str(path), "PNG"):
        raise StorageFault(f"The picture {path.name} could not be written. Is there room on the disk?")
    return path
