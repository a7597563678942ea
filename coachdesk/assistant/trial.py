"""This file tries a model on this laptop: whether it can be loaded, how fast it speaks, how much memory it takes."""

from __future__ import annotations

import time
from contextlib import aclosing
from pathlib import Path

import msgspec

from coachdesk.assistant.engine import Turn
from coachdesk.assistant.fitting import title_of
from coachdesk.assistant.memory import resident_bytes
from coachdesk.assistant.model import ModelProcess

_TOKENS = 32
_TURNS = (
    Turn("system", "You help a coach with the notes of a session."),
    Turn("user", "Tell in a few sentences how one prepares for a difficult conversation with a colleague."),
)
# Any words: a model that has nothing to say would otherwise end before its pace is known.
_WORDS = "root ::= [^\\n]+"


class Tried(msgspec.Struct, frozen=True):
    """What a trial measured: seconds to load, tokens per second when speaking, bytes (None: the system told none)."""

    load_s: float
    tokens_per_s: float
    memory: int | None

    def sentence(self, file: Path) -> str:
        """Return it in words."""
        memory = "" if self.memory is None else f" and takes {self.memory / 1e9:.1f} GB of memory"
        return f"{title_of(file)} writes {self.tokens_per_s:.0f} tokens a second on this laptop{memory}."


async def try_model(file: Path, trusted: frozenset[str]) -> Tried:
    """Load the model in `file`, let it speak, and end it; raises MemoryShort or another ModelFault."""
    model = ModelProcess(file, trusted=trusted)
    try:
        began = time.monotonic()
        await model.load()
        loaded = time.monotonic()
        first = 0.0
        async with aclosing(model.generate(_TURNS, max_tokens=_TOKENS, grammar=_WORDS)) as pieces:  # type: ignore[type-var]  # an async generator in every engine
            async for _piece in pieces:
                first = first or time.monotonic()
        ended = time.monotonic()
        memory = resident_bytes(model.pid) if model.pid is not None else None
        spoken = max(0, model.last.tokens - 1)
        return Tried(round(loaded - began, 2), round(spoken / max(ended - first, 0.001), 1), memory)
    finally:
        await model.close()
