"""This file is the box that keeps a client or a session on this laptop, and says what changing it means."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget


class KeepBox(QWidget):
    """A box called `name`. `kept` says how it is with `what`, which is there already; None: `what` is new.

    Where it is kept for its client's sake, `held` says so, and the box only shows it.
    """

    def __init__(self, name: str, what: str = "", *, kept: bool | None = None, held: str = "") -> None:
        super().__init__()
        self._what, self._was = what, kept
        self._box = QCheckBox(self.tr("Keep on this laptop: it is never sent"))
        self._box.setObjectName(name)
        self._box.setChecked(bool(kept))
        self._box.setEnabled(not held)
        self._box.toggled.connect(self._explain)
        self._meaning = QLabel(held)
        self._meaning.setObjectName("keptMeaning")
        self._meaning.setWordWrap(True)
        self._meaning.setProperty("tone", "muted")
        self._meaning.setVisible(bool(held))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._box)
        column.addWidget(self._meaning)

    @property
    def kept(self) -> bool:
        """Whether it is to be kept here."""
        return self._box.isChecked()

    def _explain(self, kept: bool) -> None:
        if self._was is None:
            return
        self._meaning.setText(keeping_means(self._what) if kept else releasing_means())
        self._meaning.setVisible(kept != self._was)
        dialog = self.window()
        room = self._meaning.heightForWidth(self._meaning.width())
        dialog.resize(dialog.width(), dialog.sizeHint().height() + (room if kept != self._was else 0))


def keeping_means(what: str) -> str:
    """Return what it means to keep `what` on this laptop from now on."""
    text = QCoreApplication.translate(
        "KeepBox",
        "Nothing of {what} is sent any more: not to the platform, not to your other devices. What they have of it"
        " is deleted there. Make backups: no other copy exists.",
    )
    return text.format(what=what)


def releasing_means() -> str:
    """Return what it means to release something from this laptop."""
    return QCoreApplication.translate(
        "KeepBox", "It is sent to the platform and to your other devices as soon as there is a connection."
    )
