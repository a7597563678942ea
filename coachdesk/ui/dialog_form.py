"""This file is the shape that the window's dialogs share: a heading, a form, a sentence for errors, two buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from coachdesk.ui.sentences import told

_LINE = 36
"""How high a field of one line is at most: a label stands beside the first line of its field."""


class DialogForm(QDialog):
    """A dialog that is opened with `open()` and never blocks. `complain` shows why it cannot be closed yet."""

    def __init__(self, title: str, yes: str, parent: QWidget | None = None, *, harmful: bool = False) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(420)
        heading = QLabel(title)
        font = heading.font()
        font.setPointSizeF(font.pointSizeF() * 1.3)
        font.setWeight(font.Weight.DemiBold)
        heading.setFont(font)
        self.form = QFormLayout()
        self.form.setSpacing(10)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._fault = QLabel()
        self._fault.setObjectName("dialogFault")
        self._fault.setProperty("tone", "error")
        for label in (heading, self._fault):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._fault.hide()
        self.yes = QPushButton(yes)
        self.yes.setObjectName("dialogYes")
        self.yes.setProperty("kind", "danger" if harmful else "primary")
        self.yes.setDefault(not harmful)
        self.no = QPushButton(self.tr("Cancel"))
        self.no.setObjectName("dialogNo")
        buttons = QDialogButtonBox()
        buttons.addButton(self.yes, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.no, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(14)
        column.addWidget(heading)
        column.addLayout(self.form)
        column.addWidget(self._fault)
        column.addStretch(1)
        column.addWidget(buttons)

    def complain(self, sentence: str) -> None:
        """Say what has to be changed first, or with "" nothing any more."""
        self._fault.setText(told(sentence))
        self._fault.setVisible(bool(sentence))
        self._grow()

    def showEvent(self, event: QShowEvent) -> None:
        # Qt lets a dialog begin with two thirds of the screen at most, and would cut what needs more.
        self._grow()
        super().showEvent(event)

    def _grow(self) -> None:
        self.resize(self.width(), max(self.height(), self._column.totalHeightForWidth(self.width())))

    def row(self, label: str, field: QWidget) -> None:
        """Add a field with its label, which names it for screen readers too."""
        field.setAccessibleName(label)
        field.setSizePolicy(QSizePolicy.Policy.Expanding, field.sizePolicy().verticalPolicy())
        name = QLabel(label)
        name.setBuddy(field)
        field.ensurePolished()
        name.setMinimumHeight(min(field.sizeHint().height(), _LINE))
        self.form.addRow(name, field)


def secret_line(name: str) -> QLineEdit:
    """Return a field for a passphrase, which shows dots."""
    line = QLineEdit()
    line.setObjectName(name)
    line.setMaxLength(1_000)
    line.setEchoMode(QLineEdit.EchoMode.Password)
    return line
