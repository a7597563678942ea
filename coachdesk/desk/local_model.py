"""This file gives the desk the model on this laptop: which file it is, and its process once somebody asks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coachdesk.assistant.model import ModelProcess


class LocalModel:
    """The chosen model. `choose` returns its file; nothing is loaded before `engine` is called and used."""

    def __init__(self, choose: Callable[[], Path], start: Callable[[Path], ModelProcess]) -> None:
        self._choose = choose
        self._start = start
        self._process: ModelProcess | None = None
        self._file: Path | None = None

    def engine(self) -> ModelProcess:
        """Return the model's process for the file chosen now; raises ModelFault when there is none."""
        file = self._choose()
        if self._process is None or file != self._file:
            self._process, self._file = self._start(file), file
        return self._process

    async def close(self) -> None:
        """End the process, if one was started."""
        if self._process is not None:
            await self._process.close()
            self._process = None
