"""This file shows whether the coach can work on the way: each thing that was looked at, and what to do about it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from coachdesk.desk.findings import Finding
from coachdesk.errors import CoachDeskError
from coachdesk.ui.icons import Icons
from coachdesk.ui.sentences import told
from coachdesk.ui.tasks import Tasks

Check = Callable[[], Awaitable[Sequence[Finding]]]

_TASK = "travel check"


class TravelWindow(QDialog):
    """The findings of `check`, in a window of its own beside which the coach goes on working.

    `chosen` carries the name of the action that does something about a finding.
    """

    chosen = Signal(str)

    def __init__(self, check: Check, tasks: Tasks, icons: Icons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("travelWindow")
        self.setWindowTitle(self.tr("Ready to travel"))
        self.resize(520, 420)
        self._check, self._tasks, self._icons = check, tasks, icons
        self._findings: Sequence[Finding] = ()
        self._verdict = _label("travelVerdict")
        font = self._verdict.font()
        font.setPointSizeF(font.pointSizeF() * 1.3)
        font.setWeight(font.Weight.DemiBold)
        self._verdict.setFont(font)
        self._rows = QWidget()
        self._again = QPushButton(self.tr("Look again"))
        self._again.setObjectName("travelAgain")
        self._again.clicked.connect(self.look)
        close = QPushButton(self.tr("Close"))
        close.setObjectName("travelClose")
        close.clicked.connect(self.close)
        buttons = QDialogButtonBox()
        buttons.addButton(self._again, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 20, 24, 18)
        self._column.setSpacing(14)
        self._column.addWidget(self._verdict)
        self._column.addWidget(self._rows)
        self._column.addStretch(1)
        self._column.addWidget(buttons)
        icons.theme.changed.connect(self._show_findings)

    def look(self) -> None:
        """Look at everything now; what was found before stays until then."""
        if self._tasks.running(_TASK):
            return
        self._verdict.setText(self.tr("Trying the model and fetching transcripts …"))
        self._again.setEnabled(False)
        self._tasks.start(_TASK, self._look())

    async def _look(self) -> None:
        try:
            self._findings = await self._check()
        except CoachDeskError as fault:
            self._verdict.setText(told(str(fault)))
            return
        except Exception:
            self._verdict.setText(self.tr("The check could not be finished."))
            raise
        finally:
            self._again.setEnabled(True)
        wrong = sum(not finding.ok for finding in self._findings)
        if not wrong:
            self._verdict.setText(self.tr("All is ready for working offline."))
        elif wrong == 1:
            self._verdict.setText(self.tr("One thing to do before you leave"))
        else:
            self._verdict.setText(self.tr("%n things to do before you leave", "", wrong))
        self._show_findings()

    def _show_findings(self) -> None:
        # The whole pane is replaced: a grid keeps the heights of rows that are gone.
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for place, finding in enumerate(self._findings):
            mark = QLabel()
            icon, colour = ("check", "on_success") if finding.ok else ("warning", "on_warning")
            mark.setPixmap(self._icons.pixmap(icon, colour, scale=self.devicePixelRatioF()))
            mark.setAccessibleName(self.tr("In order") if finding.ok else self.tr("To do"))
            grid.addWidget(mark, 2 * place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_label("travelFinding", told(finding.sentence)), 2 * place, 1)
            if finding.fix:
                fix = _label("travelFix", told(finding.advice or finding.fix))
                fix.setProperty("tone", "muted")
                grid.addWidget(fix, 2 * place + 1, 1)
            if finding.action:
                grid.addWidget(self._button(finding.action), 2 * place + 1, 2)
        self._column.replaceWidget(self._rows, rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = rows

    def _button(self, action: str) -> QPushButton:
        words = {
            "choose_engine": self.tr("Choose a model"),
            "sync_now": self.tr("Sync now"),
            "outbox": self.tr("Open the outbox"),
        }
        button = QPushButton(words[action])
        button.setObjectName("travelDo")
        button.clicked.connect(lambda: self.chosen.emit(action))
        return button


def _label(name: str, text: str = "") -> QLabel:
    """Return a label whose text can be reached by the keyboard, and copied."""
    label = QLabel(text)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    flags = Qt.TextInteractionFlag
    label.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
    return label
