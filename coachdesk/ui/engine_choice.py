"""This file lets the coach choose who answers: whoever can, the platform, or one of the models on this laptop."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coachdesk.desk.views import ModelHere
from coachdesk.ui.choice import Choice

AUTO, PLATFORM, LOCAL = "auto", "platform", "local"


class EngineChoice(Choice):
    """The choice. `model_wanted` carries the name of another model, which is to answer on this laptop from now on."""

    model_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("engineChoice")
        self.setProperty("quiet", True)
        self.setAccessibleName(self.tr("Who answers"))
        self.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(14)
        self._models: tuple[ModelHere, ...] = ()
        self.addItem(self.tr("Automatic"), (AUTO, ""))
        self.addItem(self.tr("Platform"), (PLATFORM, ""))
        self.addItem(self.tr("This laptop"), (LOCAL, ""))
        self.activated.connect(self._tell)

    @property
    def engine(self) -> str:
        """ "auto", "platform" or "local"."""
        return str(self.currentData()[0])

    def show_models(self, models: tuple[ModelHere, ...]) -> None:
        """Offer `models`, each by its name where there are several."""
        if models == self._models:
            return
        self._models = models
        here = self.engine == LOCAL
        self.blockSignals(True)
        while self.count() > 2:
            self.removeItem(2)
        if len(models) < 2:
            self.addItem(self.tr("This laptop"), (LOCAL, ""))
        for model in models if len(models) > 1 else ():
            self.addItem(self.tr("{model} on this laptop").format(model=model.title[:60]), (LOCAL, model.name))
            if here and model.chosen:
                self.setCurrentIndex(self.count() - 1)
        if here and self.currentIndex() < 2:
            self.setCurrentIndex(2)
        self.blockSignals(False)

    def _tell(self) -> None:
        name = self.currentData()[1]
        if name and not any(model.chosen and model.name == name for model in self._models):
            self.model_wanted.emit(name)
