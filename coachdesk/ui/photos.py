"""This file has clients' photos at hand as round pictures, fetched and decoded without holding the window up.

A photo comes from the coach's disk or from the platform, so its bytes are not trusted: only PNG, JPEG and WebP are
read, told by their content, and only where the head says that the picture is of a bearable size. Qt's reader for SVG,
which would follow references, is never reached.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QImage, QImageReader, QImageWriter, QPainter, QPixmap

from coachdesk.errors import Unreadable
from coachdesk.ui.tasks import Tasks

MOST_BYTES = 30_000_000
MOST_PIXELS = 64_000_000
STORED_SIDE = 512
"""The side of a photo as it is stored: enough for a disc of 44 pixels on any screen, and small to send."""
_FORMATS = ("png", "jpeg", "jpg", "webp")
_KEPT = 512
_AT_ONCE = 2
_QUALITY = 85
translate = QCoreApplication.translate

Key = tuple[str, int]


class Photos(QObject):
    """Round pictures by the SHA-256 of their photo. `changed` tells that one which was asked for has come."""

    changed = Signal()

    def __init__(
        self, fetch: Callable[[str], Awaitable[bytes | None]], tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._fetch, self._tasks = fetch, tasks
        self._discs: OrderedDict[Key, QPixmap] = OrderedDict()
        self._wanted: list[Key] = []
        self._missing: set[str] = set()
        self._working = 0

    def disc(self, photo: str, side: int, scale: float) -> QPixmap | None:
        """Return `photo` as a disc of `side` pixels on a screen of `scale`; None where it is not here, or none."""
        key = (photo, round(side * scale))
        found = self._discs.get(key)
        if found is not None:
            self._discs.move_to_end(key)
            found.setDevicePixelRatio(scale)
        elif photo and photo not in self._missing:
            self._want(key)
        return found

    def look_again(self) -> None:
        """Ask once more for what could not be had: the platform may be there now."""
        if self._missing:
            self._missing.clear()
            self.changed.emit()

    def _want(self, key: Key) -> None:
        if key in self._wanted:
            self._wanted.remove(key)
        self._wanted.append(key)
        # Whoever scrolls fast looks at the last ones only.
        del self._wanted[:-_KEPT]
        if self._working < _AT_ONCE:
            self._working += 1
            self._tasks.start("show photos", self._work())

    async def _work(self) -> None:
        try:
            while self._wanted:
                await self._bring(self._wanted.pop())
        finally:
            self._working -= 1

    async def _bring(self, key: Key) -> None:
        photo, pixels = key
        content = await self._fetch(photo)
        try:
            image = await asyncio.to_thread(_disc, content or b"", pixels)
        except Unreadable:
            self._missing.add(photo)
            return
        self._discs[key] = QPixmap.fromImage(image)
        while len(self._discs) > _KEPT:
            self._discs.popitem(last=False)
        self.changed.emit()


async def photo_in(file: Path) -> bytes:
    """Return the picture in `file` as it is stored: square, small, and without what a camera wrote into it.

    Raises Unreadable with a sentence where it is no picture, or too large a one.
    """
    return await asyncio.to_thread(lambda: _stored(_square(_content(file), STORED_SIDE)))


async def disc_of(content: bytes, side: int, scale: float) -> QPixmap:
    """Return the picture `content` as a disc; raises Unreadable."""
    image = await asyncio.to_thread(_disc, content, round(side * scale))
    pixmap = QPixmap.fromImage(image)
    pixmap.setDevicePixelRatio(scale)
    return pixmap


def _content(file: Path) -> bytes:
    try:
        if not file.is_file():
            raise Unreadable(translate("Photos", "This is not a file. Choose a PNG, JPEG or WebP picture."))
        with file.open("rb") as opened:
            content = opened.read(MOST_BYTES + 1)
    except OSError as fault:
        raise Unreadable(
            translate("Photos", "The picture cannot be opened: check that it is still there and that you may read it.")
        ) from fault
    if len(content) > MOST_BYTES:
        raise Unreadable(translate("Photos", "This picture is larger than 30 MB. Choose a smaller one."))
    return content


def _square(content: bytes, side: int) -> QImage:
    """Return the middle of a picture, `side` pixels wide and high at most, upright."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    # What a picture is, its first bytes decide: neither a name nor a plug-in that guesses.
    if bytes(QImageReader.imageFormat(buffer).data()).decode("ascii", "replace") not in _FORMATS:
        raise Unreadable(
            translate("Photos", "This is not a picture that CoachDesk can read. Choose a PNG, JPEG or WebP picture.")
        )
    size = reader.size()
    if size.width() * size.height() > MOST_PIXELS:
        raise Unreadable(translate("Photos", "This picture has too many pixels. Choose a smaller one."))
    if size.isValid() and min(size.width(), size.height()) > side:
        reader.setScaledSize(size.scaled(QSize(side, side), Qt.AspectRatioMode.KeepAspectRatioByExpanding))
    image = reader.read()
    if image.isNull():
        raise Unreadable(translate("Photos", "This picture is broken and cannot be shown. Choose another one."))
    least = min(image.width(), image.height())
    return image.copy((image.width() - least) // 2, (image.height() - least) // 2, least, least)


def _stored(image: QImage) -> bytes:
    plain = QImage(image.size(), QImage.Format.Format_RGB32)
    plain.fill(Qt.GlobalColor.white)
    painter = QPainter(plain)
    painter.drawImage(0, 0, image)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"jpeg"))
    writer.setQuality(_QUALITY)
    writer.write(plain)
    return bytes(buffer.data().data())


def _disc(content: bytes, pixels: int) -> QImage:
    square = _square(content, pixels)
    if square.width() != pixels:
        smooth = Qt.TransformationMode.SmoothTransformation
        square = square.scaled(pixels, pixels, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    disc = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    disc.fill(Qt.GlobalColor.transparent)
    painter = QPainter(disc)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(square))
    painter.drawEllipse(QRectF(0, 0, pixels, pixels))
    painter.end()
    return disc
