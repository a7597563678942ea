"""This file draws the icons in the colours of the theme, sharp at any scale factor."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from coachdesk.resources import resource
from coachdesk.ui.theme import Theme

SIDE = 20
"""The side of an icon in device-independent pixels."""


class Icons(QObject):
    """Icons by the name of their file in resources/icons, drawn with `currentColor` replaced."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._folder = resource("icons")
        self._drawn: dict[tuple[str, str], QIcon] = {}
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}

    def icon(self, name: str, colour: str = "text") -> QIcon:
        """Return icon `name` in the theme's `colour`, muted where it is disabled."""
        value = str(getattr(self.theme.colours, colour))
        key = (name, value)
        if key not in self._drawn:
            icon = QIcon()
            for scale in {screen.devicePixelRatio() for screen in QGuiApplication.screens()}:
                icon.addPixmap(self.pixmap(name, colour, scale=scale))
                icon.addPixmap(self.pixmap(name, "control", scale=scale), QIcon.Mode.Disabled)
            self._drawn[key] = icon
        return self._drawn[key]

    def dress(self, wearer: QAbstractButton | QAction, name: str, colour: str = "text") -> None:
        """Give `wearer` icon `name`, and again whenever the theme changes."""
        _Dress(self, wearer, name, colour).put_on()

    def pixmap(self, name: str, colour: str = "text", *, side: int = SIDE, scale: float = 1) -> QPixmap:
        """Return icon `name` as a picture of `side` by `side` pixels for a screen of `scale`."""
        value = str(getattr(self.theme.colours, colour))
        key = (name, value, side, scale)
        if key not in self._pixmaps:
            self._pixmaps[key] = _draw(self._folder / f"{name}.svg", value, side, scale)
        return self._pixmaps[key]


class _Dress(QObject):
    """One icon that is worn; it goes with its wearer."""

    def __init__(self, icons: Icons, wearer: QAbstractButton | QAction, name: str, colour: str) -> None:
        super().__init__(wearer)
        self._icons, self._wearer, self._name, self._colour = icons, wearer, name, colour
        icons.theme.changed.connect(self.put_on)

    def put_on(self) -> None:
        self._wearer.setIcon(self._icons.icon(self._name, self._colour))


def _draw(file: Path, colour: str, side: int, scale: float) -> QPixmap:
    source = file.read_bytes()
    renderer = QSvgRenderer(QByteArray(source.replace(b"currentColor", colour.encode())))
    pixmap = QPixmap(round(side * scale), round(side * scale))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, side * scale, side * scale))
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap
