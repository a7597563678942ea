"""This file draws a client's disc: the photo, or initials on a colour that stays the same for the same name."""

from __future__ import annotations

import zlib
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from coachdesk.ui.wording import initials

if TYPE_CHECKING:
    from coachdesk.ui.photos import Photos

_HUES = (172, 205, 262, 328, 12, 38, 95)


def avatar_colours(name: str, *, dark: bool) -> tuple[str, str]:
    """Return the ground and the text colour (#rrggbb) for `name`, at least 4.5:1 apart in both themes."""
    hue = _HUES[zlib.crc32(name.casefold().encode()) % len(_HUES)]
    if dark:
        return QColor.fromHsl(hue, 80, 62).name(), QColor.fromHsl(hue, 140, 215).name()
    return QColor.fromHsl(hue, 110, 218).name(), QColor.fromHsl(hue, 150, 58).name()


@lru_cache(maxsize=512)
def avatar(name: str, side: int, scale: float, family: str, *, dark: bool) -> QPixmap:
    """Return a disc of `side` device-independent pixels with the initials of `name` in font `family`."""
    pixmap = QPixmap(round(side * scale), round(side * scale))
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    ground, text = avatar_colours(name, dark=dark)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawEllipse(QRectF(0, 0, side, side))
    font = QFont(family)
    font.setPixelSize(max(8, round(side * 0.38)))
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(QColor(text))
    letters = initials(name)
    metrics = QFontMetricsF(font)
    top = (side - metrics.capHeight()) / 2 + metrics.capHeight()
    painter.drawText(QRectF(0, top - metrics.ascent(), side, metrics.height()), Qt.AlignmentFlag.AlignHCenter, letters)
    painter.end()
    return pixmap


class Avatar(QWidget):
    """A client's disc as a widget of its own: the photo, or the initials where there is none or until it is here."""

    def __init__(self, photos: Photos, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._photos = photos
        self._name = ""
        self.photo = ""
        self._picture: QPixmap | None = None
        self.setFixedSize(side, side)
        photos.changed.connect(self.update)

    def show_client(self, name: str, photo: str) -> None:
        """Show `photo`, or the initials of `name`."""
        self._name, self.photo = name, photo
        self.setAccessibleName(name)
        self.update()

    def show_picture(self, disc: QPixmap | None) -> None:
        """Show `disc`, which no client has yet; without one the initials."""
        self.photo, self._picture = "", disc
        self.update()

    def paintEvent(self, event: object) -> None:  # noqa: ARG002  Qt hands it in.
        side, scale = self.width(), self.devicePixelRatioF()
        disc = self._picture or self._photos.disc(self.photo, side, scale)
        painter = QPainter(self)
        dark = self.palette().window().color().lightness() < 128
        painter.drawPixmap(0, 0, disc or avatar(self._name, side, scale, self.font().family(), dark=dark))
        painter.end()
