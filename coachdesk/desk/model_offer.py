"""This file offers the coach a better model than the starter, once, where this laptop has the memory for it."""

from __future__ import annotations

from pathlib import Path

from coachdesk.settings import Settings


class ModelOffer:
    """The offer of one home; `home/model-offered` remembers that it was made."""

    def __init__(self, settings: Settings, after_s: float = 30.0) -> None:
        """Make the offer `after_s` seconds after the first session was opened, so that it does not meet the coach."""
        self._settings = settings
        self.after_s = after_s

    @property
    def open(self) -> bool:
        """Whether nothing was offered yet, and no model was named in the environment."""
        return self._settings.model is None and not self._mark.exists()

    def sentence(self) -> str:
        """Return the offer, or "" where the starter is the best for now; reads the disk."""
        from coachdesk.assistant.catalogue import Models, recommended
        from coachdesk.assistant.fitting import title_of
        from coachdesk.assistant.memory import available_bytes
        from coachdesk.assistant.model_file import STARTER_FILE

        models = Models(self._settings)
        free = available_bytes()
        if models.chosen().name != STARTER_FILE or free is None:
            return ""
        best = recommended(free)
        if best.file == STARTER_FILE:
            return ""
        here = any(listed.path for listed in models.listed() if listed.name == best.name)
        verb = "use" if here else "download"
        size = "" if here else f" ({best.size / 1e9:.1f} GB)"
        return (
            f"On this laptop {best.title} would write better than {title_of(Path(STARTER_FILE))}, the model that came "
            f"along. Get it{size} with: coachdesk model {verb} {best.name}"
        )

    def made(self) -> bool:
        """Remember that the offer is made, and return whether this is the first time."""
        try:
            self._mark.touch(mode=0o600, exist_ok=False)
        except OSError:
            return False
        return True

    @property
    def _mark(self) -> Path:
        return self._settings.home / "model-offered"
