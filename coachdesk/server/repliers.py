"""This file chooses the model behind the platform: the assistant of the app with a model here, or an endpoint."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from coachdesk.errors import ModelFault
from coachdesk.server.refine import Question, Replier, Reply

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

    async def reply(self, question: Question, on_piece: Callable[[str], None]) -> Reply:
        try:
            await asyncio.to_thread(_import_assistant)
        except ImportError as fault:
            raise ModelFault("The platform has no assistant installed.") from fault
        from coachdesk.assistant.engine import Turn
        from coachdesk.assistant.refining import refine

        written = ""

        def grew(text: str) -> None:
            nonlocal written
            if text.startswith(written) and len(text) > len(written):
                on_piece(text[len(written) :])
                written = text

        refined = await refine(
            question.summary,
            question.transcript,
            tuple(Turn(role=turn.role, text=turn.text) for turn in question.conversation),
            question.instruction,
            engine=self._engine(),
            selection=question.selection,
            on_text=grew,
        )
        return Reply(refined.reply, refined.summary)

    async def close(self) -> None:
        if self._process is not None:
            await self._process.close()

    def _engine(self) -> ModelProcess:
        from coachdesk.assistant.model import ModelProcess, starter_model

        if self._process is None:
            self._process = ModelProcess(self._file or starter_model())
        return self._process


def _import_assistant() -> None:
    import coachdesk.assistant.model
    import coachdesk.assistant.refining  # noqa: F401 - importing is all
