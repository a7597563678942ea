"""This file defines what refining and summarising ask of a model, whoever runs it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Protocol

import msgspec


class Turn(msgspec.Struct, frozen=True):
    """One turn of a prompt. `role` is "system", "user" or "assistant"; `text` is data, never control tokens."""

    role: str
    text: str


class Engine(Protocol):
    """A model that continues a conversation.

    `name` is shown to the coach and stored in the origin `local:<name>`; `starter` says that it is the small model that
    comes with CoachDesk; `context` is the number of tokens that prompt and answer share.
    """

    name: str
    starter: bool
    context: int

    async def count(self, text: str) -> int:
        """Return the number of tokens of `text`."""

    def generate(
        self,
        turns: tuple[Turn, ...],
        *,
        max_tokens: int,
        grammar: str | None = None,
        temperature: float = 0.0,
        seed: int = 0,
    ) -> AsyncIterator[str]:
        """Yield the answer piece by piece.

        `grammar` is GBNF. Closing the iterator (or cancelling its task) stops the model within 0.2 s, in the middle of
        a prefill too. Raises ModelFault when the model cannot be loaded or its process dies.
        """
