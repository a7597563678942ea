"""This file offers, for a while after something was done, to undo it: one sentence with a button below the work.

The offer does not take the focus, it is announced to screen readers, and it stays while the pointer or the focus is on
it. What cannot wait any longer than that, such as sending a deletion, is done once the offer is gone.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine

from PySide6.QtCore import QObject, Signal

from coachdesk.ui.icons import Icons
from coachdesk.ui.notices import NoticeBar
from coachdesk.ui.tasks import Tasks

Undo = Callable[[], Coroutine[object, object, object]]


class Undoing(QObject):
    """The offer of one window; a new one replaces the one before. `changed` tells that it is another one, or none."""

    changed = Signal()

    def __init__(self, tasks: Tasks, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._undo: Undo | None = None
        self._last: Callable[[], None] | None = None
        self.toast = NoticeBar(icons, "toast")
        self.toast.offered.connect(self.undo)
        self.toast.gone.connect(self.end)
        self.deeds: dict[str, Callable[[], None]] = {"take_back": self.undo}

    @property
    def offered(self) -> bool:
        """Whether something can be undone now."""
        return self._undo is not None

    def offer(self, sentence: str, undo: Undo, last: Callable[[], None] | None = None) -> None:
        """Say `sentence` and offer `undo`; `last` is called once nobody can undo it any more."""
        self.end()
        self._undo, self._last = undo, last
        self.toast.say(sentence, offer="undo", offer_text=self.tr("Undo"))
        self.changed.emit()

    def undo(self) -> None:
        """Undo what was done last, while it is offered."""
        undo, self._undo, self._last = self._undo, None, None
        if undo is not None:
            self._tasks.start("undo", undo())
        self._leave()

    def end(self) -> None:
        """Offer nothing any more."""
        last, self._undo, self._last = self._last, None, None
        if last is not None:
            last()
        self._leave()

    def _leave(self) -> None:
        if not self.toast.isHidden():
            self.toast.hide()
        self.changed.emit()
