"""This file is the field for a client's photo: the disc as it will look, from a file chosen or dropped, or none."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from coachdesk.errors import CoachDeskError
from coachdesk.ui.avatar import Avatar
from coachdesk.ui.file_dialog import FileDialog
from coachdesk.ui.photos import Photos, disc_of, photo_in
from coachdesk.ui.tasks import Tasks

_SIDE = 64
_READ = "read a photo"


class PhotoField(QWidget):
    """The photo of one client. `refused` carries why a file cannot be one."""

    refused = Signal(str)

    def __init__(self, photo: str, name: str, photos: Photos, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._tasks = tasks
        self.changed = False
        """Whether another photo than the client has was chosen, or none."""
        self.content: bytes | None = None
        """The picture that was chosen, ready to be stored."""
        self._disc = Avatar(photos, _SIDE)
        self._disc.setObjectName("clientPhoto")
        self._disc.show_client(name, photo)
        self._choose = QPushButton(self.tr("Choose a picture …"))
        self._choose.setObjectName("choosePhoto")
        self._choose.setToolTip(self.tr("Or drop one here"))
        self._choose.clicked.connect(self._ask)
        self._remove = QPushButton(self.tr("Remove"))
        self._remove.setObjectName("removePhoto")
        self._remove.setProperty("kind", "quiet")
        self._remove.setVisible(bool(photo))
        self._remove.clicked.connect(self._take_away)
        for button in (self._choose, self._remove):
            button.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._disc)
        row.addWidget(self._choose)
        row.addWidget(self._remove)
        row.addStretch(1)

    def rename(self, name: str) -> None:
        """Show the initials of `name` where there is no photo."""
        self._disc.show_client(name, self._disc.photo)

    @property
    def reading(self) -> bool:
        """Whether a picture is being read."""
        return self._tasks.running(_READ)

    def stop(self) -> None:
        """Leave the picture that is being read."""
        self._tasks.cancel(_READ)

    def take(self, file: Path) -> None:
        """Show the picture in `file`, once it was read, as the client's photo."""
        self._tasks.start(_READ, self._read(file), alone=True)

    async def _read(self, file: Path) -> None:
        try:
            content = await photo_in(file)
            disc = await disc_of(content, _SIDE, self.devicePixelRatioF())
        except CoachDeskError as fault:
            self.refused.emit(str(fault))
            return
        self._show(content, disc)

    def _take_away(self) -> None:
        self.stop()
        self._show(None, None)

    def _show(self, content: bytes | None, disc: QPixmap | None) -> None:
        self.changed, self.content = True, content
        self._disc.show_picture(disc)
        self._remove.setVisible(content is not None)
        self.refused.emit("")

    def _ask(self) -> None:
        dialog = FileDialog(self, self.tr("Choose a picture"))
        dialog.setFileMode(FileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Pictures (*.png *.jpg *.jpeg *.webp)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(lambda name: self.take(Path(name)))
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.take(files[0])
