"""This file draws the app's icon in the sizes that Linux desktops look for, below the given folder."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SOURCE = Path(__file__).parents[2] / "resources" / "coachdesk.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)


def draw(size: int, target: Path) -> None:
    """Write the icon as a square PNG of `size` pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(SOURCE)).render(painter)
    painter.end()
    target.parent.mkdir(parents=True, exist_ok=True)
    if not image.save(str(target)):
        raise SystemExit(f"{target} could not be written.")


def main(folder: Path) -> None:
    """Write every size, and the drawing itself."""
    application = QGuiApplication([])
    for size in SIZES:
        draw(size, folder / f"{size}x{size}" / "apps" / "coachdesk.png")
    scalable = folder / "scalable" / "apps" / "coachdesk.svg"
    scalable.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(SOURCE, scalable)
    application.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
