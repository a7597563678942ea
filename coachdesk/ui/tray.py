"""This file is CoachDesk's icon in the tray: it brings the window back, and shows what is told while it is hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from coachdesk.resources import resource

if TYPE_CHECKING:
    from coachdesk.ui.main_window import MainWindow

_SIDES = (16, 22, 32, 64)
_ACTIONS = ("new_session", "sync_now", "outbox", "quit")


class Tray(QObject):
    """The icon of one window; where the desktop has no tray there is none."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = ""
        self.menu = QMenu(window)
        show = self.menu.addAction(self.tr("Show CoachDesk"))
        show.triggered.connect(window.come_to_the_front)
        self.menu.addSeparator()
        for name in _ACTIONS:
            self.menu.addAction(window.actions_.by_name[name])
        self.icon = QSystemTrayIcon(_drawn(), self)
        self.icon.setToolTip("CoachDesk")
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._activated)
        self.icon.messageClicked.connect(self._go)
        window.notifications.told.connect(self._tell)
        if QSystemTrayIcon.isSystemTrayAvailable():
            self.icon.show()

    def _tell(self, sentence: str, session: str) -> None:
        self._session = session
        self.icon.showMessage("CoachDesk", sentence, self.icon.icon())

    def _go(self) -> None:
        """Show what the last message was about: the session, or the outbox."""
        self._window.come_to_the_front()
        if self._session:
            self._window.go_to_session(self._session)
        else:
            self._window.do("outbox")

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self._window.come_to_the_front()


def _drawn() -> QIcon:
    """Return the icon at the sizes that trays use; Qt alone would need a plug-in to read it."""
    renderer, icon = QSvgRenderer(QByteArray(resource("coachdesk.svg").read_bytes())), QIcon()
    for side in _SIDES:
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, side, side))
        painter.end()
        icon.addPixmap(pixmap)
    return icon
