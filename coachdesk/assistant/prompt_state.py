"""This file keeps what a model computed for the beginning of a conversation, so that it need not read it again."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Sequence
from typing import Protocol

import msgspec

from coachdesk.assistant.engine import Turn


class StateCache(Protocol):
    """Where states are kept, encrypted, and dropped when room is short. Called from threads."""

    def get(self, key: str) -> bytes | None:
        """Return what `set` stored, or None."""

    def set(self, key: str, value: bytes) -> object:
        """Store `value`."""


class PromptStates:
    """States by model and text; a key tells neither."""

    def __init__(self, cache: StateCache) -> None:
        self._cache = cache

    async def longest(self, model: str, turns: Sequence[Turn], more_than: int) -> tuple[int, bytes] | None:
        """Return the state of the longest beginning of `turns` with over `more_than` turns, and how many it has."""
        return await asyncio.to_thread(self._longest, model, turns, more_than)

    def _longest(self, model: str, turns: Sequence[Turn], more_than: int) -> tuple[int, bytes] | None:
        for count in range(len(turns), more_than, -1):
            state = self._cache.get(state_key(model, turns[:count]))
            if state:
                return count, state
        return None

    async def keep(self, model: str, turns: Sequence[Turn], state: bytes) -> None:
        """Store the state of exactly `turns`."""
        await asyncio.to_thread(self._cache.set, state_key(model, turns), state)


def state_key(model: str, turns: Sequence[Turn]) -> str:
    """Return the key of the state that `model` (its SHA-256, llama.cpp's build and prompt format) has after `turns`."""
    return "state:" + hashlib.sha256(msgspec.msgpack.encode((model, list(turns)))).hexdigest()
