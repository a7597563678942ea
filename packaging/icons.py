"""This file draws the app's icon in the form that a system wants.

python packaging/icons.py FOLDER      the sizes that Linux desktops look for, and the drawing itself
python packaging/icons.py FILE.ico    all sizes for Windows in one file
python packaging/icons.py FILE.icns   all sizes for macOS in one file
"""

from __future__ import annotations

import os
import shutil
import struct
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QBuffer
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SOURCE = Path(__file__).parents[1] / "resources" / "coachdesk.svg"
LINUX_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
WINDOWS_SIZES = (16, 24, 32, 48, 64, 256)
MACOS_SIZES = {b"icp4": 16, b"icp5": 32, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024}
"""The icns format's names for square PNGs."""


def drawn(size: int) -> bytes:
    """Return the icon as a square PNG of `size` pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(SOURCE)).render(painter)
    painter.end()
    buffer = QBuffer()
    if not image.save(buffer, "PNG"):
        raise SystemExit("Qt could not write a PNG.")
    return bytes(buffer.data().data())


def ico() -> bytes:
    """Return a Windows icon: a header, a line for each picture, the pictures."""
    pictures = [(size, drawn(size)) for size in WINDOWS_SIZES]
    lines, at = b"", 6 + 16 * len(pictures)
    for size, picture in pictures:
        lines += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), at)  # 0 stands for 256
        at += len(picture)
    return struct.pack("<HHH", 0, 1, len(pictures)) + lines + b"".join(picture for _, picture in pictures)


def icns() -> bytes:
    """Return a macOS icon: a header, then each picture after its name and length."""
    parts = b""
    for name, size in MACOS_SIZES.items():
        picture = drawn(size)
        parts += name + struct.pack(">I", 8 + len(picture)) + picture
    return b"icns" + struct.pack(">I", 8 + len(parts)) + parts


def write_linux(folder: Path) -> None:
    """Write the sizes below `folder` where the icon theme specification has them."""
    for size in LINUX_SIZES:
        target = folder / f"{size}x{size}" / "apps" / "coachdesk.png"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(drawn(size))
    scalable = folder / "scalable" / "apps" / "coachdesk.svg"
    scalable.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(SOURCE, scalable)


def main(target: Path) -> None:
    """Write what the name of `target` asks for."""
    application = QGuiApplication([])
    if target.suffix in {".ico", ".icns"}:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(ico() if target.suffix == ".ico" else icns())
    else:
        write_linux(target)
    application.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
