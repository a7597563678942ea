"""This file gives the desk the model on this laptop: which file it is, and its process once somebody asks.

Where memory is too short for the chosen model, a smaller one that is on this laptop takes its place, and the coach is
told both names. When there is room again the chosen one comes back with the next request, unless it was tried and
failed: then not before CoachDesk starts anew.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from coachdesk.desk.views import ModelHere
from coachdesk.errors import MemoryShort

if TYPE_CHECKING:
    from coachdesk.assistant.engine import Engine
    from coachdesk.assistant.model import ModelProcess

_LOOK_S = 0.2


@dataclass(frozen=True)
class ModelChoice:
    """How a model is found: `choose` the coach's file, whether it `fits` now, the next `smaller` here, its `title`.

    `start` describes the process of a file; nothing is loaded by that.
    """

    choose: Callable[[], Path]
    start: Callable[[Path], ModelProcess]
    fits: Callable[[Path], bool]
    smaller: Callable[[Path], Path | None]
    title: Callable[[Path], str]
    here: Callable[[], tuple[ModelHere, ...]] = tuple
    """The models among which the coach may choose; none where another one is prescribed."""
    use: Callable[[str], object] = str


class LocalModel:
    """The model in use. Nothing is loaded before `engine` is called and its result is used."""

    def __init__(self, choice: ModelChoice, close_states: Callable[[], None] | None = None) -> None:
        """Describe it; `close_states` closes where prompt states are kept, if anywhere."""
        self._choice = choice
        self._close_states = close_states
        self._process: ModelProcess | None = None
        self._file: Path | None = None
        self._too_large: set[Path] = set()
        self._told: tuple[Path, Path] | None = None
        self._leaving: dict[asyncio.Task[None], ModelProcess] = {}
        self._tell: Callable[[str], None] | None = None

    def on_replaced(self, tell: Callable[[str], None]) -> None:
        """Call `tell` with a sentence whenever a smaller model takes the chosen one's place."""
        self._tell = tell

    async def here(self) -> tuple[ModelHere, ...]:
        """Return the models of this laptop among which the coach may choose."""
        return await asyncio.to_thread(self._choice.here)

    async def use(self, name: str) -> None:
        """Let the model `name` answer from the next request on; raises NotFound."""
        await asyncio.to_thread(self._choice.use, name)

    def engine(self) -> ModelProcess:
        """Return the process of the model for the memory that is free now; raises ModelFault when there is none."""
        chosen = self._choice.choose()
        file = self._fitting(chosen)
        if self._process is None or file != self._file:
            self._leave()
            self._process, self._file = self._choice.start(file), file
        if file != chosen:
            self._say_replaced(chosen, file)
        return self._process

    def smaller_than(self, engine: Engine, fault: MemoryShort) -> ModelProcess:
        """Return the next smaller model's process after `engine` could not be loaded; raises `fault` without one."""
        if self._process is not engine or self._file is None:
            return self.engine()
        if self._choice.smaller(self._file) is None:
            raise fault
        self._too_large.add(self._file)
        return self.engine()

    async def close(self) -> None:
        """End the process, if one was started."""
        self._leave()
        leaving = dict(self._leaving)
        for task, process in leaving.items():
            task.cancel()
            await process.close()
        if leaving:
            await asyncio.wait(leaving)
        if self._close_states is not None:
            self._close_states()

    def _fitting(self, chosen: Path) -> Path:
        loaded = self._process is not None and self._process.loaded
        file = chosen
        while not (loaded and file == self._file) and (file in self._too_large or not self._choice.fits(file)):
            smaller = self._choice.smaller(file)
            if smaller is None:
                break
            file = smaller
        return file

    def _leave(self) -> None:
        if self._process is not None:
            leaving = asyncio.get_running_loop().create_task(_close_after_use(self._process), name="model left")
            self._leaving[leaving] = self._process
            leaving.add_done_callback(self._leaving.pop)
            self._process = self._file = None

    def _say_replaced(self, chosen: Path, file: Path) -> None:
        if self._told != (chosen, file):
            self._told = (chosen, file)
            if self._tell is not None:
                title = self._choice.title
                self._tell(
                    f"Memory is too short for {title(chosen)}, so {title(file)} answers on this laptop. Close other "
                    "programs to use the larger one."
                )


async def _close_after_use(process: ModelProcess) -> None:
    """End a process that another model has replaced, once the replies that it still writes are finished."""
    while process.in_use:  # noqa: ASYNC110 - rare, and nobody waits for it
        await asyncio.sleep(_LOOK_S)
    await process.close()
