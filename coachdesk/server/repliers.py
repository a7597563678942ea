"""This file chooses the model behind the platform: the assistant of the app with a model here, or an endpoint."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from coachdesk.errors import ModelFault
from coachdesk.server.refine import Replier
from coachdesk.server.replying import Question, Reply

if TYPE_CHECKING:
    from coachdesk.assistant.model import ModelProcess


def make_replier(llm: str | None, model: Path | None) -> Replier:
    """Return the replier for an OpenAI-compatible address, or for a GGUF file (None: the starter model)."""
    if llm is not None:
        from coachdesk.server.endpoint import EndpointReplier

        return EndpointReplier(llm)
    return AssistantReplier(model)


class AssistantReplier:
    """The same assistant as on the laptop. The model's process is started by the first question."""

    def __init__(self, model: Path | None) -> None:
        self._file = model
        self._process: ModelProcess | None = None
        self._starting = asyncio.Lock()

    async def reply(self, question: Question, on_piece: Callable[[str], None]) -> Reply:
        try:
            await asyncio.to_thread(_import_assistant)
        except ImportError as fault:
            raise ModelFault("The platform has no assistant installed.") from fault
        from coachdesk.assistant.refining import refine

        written = ""

        def grew(text: str) -> None:
            nonlocal written
            if text.startswith(written) and len(text) > len(written):
                on_piece(text[len(written) :])
                written = text

        refined = await refine(
            question.summary,
            question.transcript if question.transcript.lines else None,
            question.conversation,
            question.instruction,
            engine=await self._engine(),
            selection=question.selection,
            on_text=grew,
        )
        return Reply(refined.reply, refined.summary)

    async def close(self) -> None:
        if self._process is not None:
            await self._process.close()

    async def _engine(self) -> ModelProcess:
        from coachdesk.assistant.model import ModelProcess, starter_model

        async with self._starting:
            if self._process is None and self._file is not None:
                # Whoever runs the server chose this file, so its hash need not be in the catalogue.
                sha256 = await asyncio.to_thread(_sha256, self._file)
                self._process = ModelProcess(self._file, trusted=frozenset({sha256}))
            elif self._process is None:
                self._process = ModelProcess(starter_model())
            return self._process


def _sha256(file: Path) -> str:
    try:
        with file.open("rb") as source:
            return hashlib.file_digest(source, "sha256").hexdigest()
    except OSError as fault:
        raise ModelFault("The file that --model names cannot be read.") from fault


def _import_assistant() -> None:
    import coachdesk.assistant.model
    import coachdesk.assistant.refining  # noqa: F401 - importing is all
