"""This file lets a model reword a summary block by block; the old words stay wherever the new ones fail a check."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from coachdesk.assistant.engine import Engine
from coachdesk.assistant.request import Request


@dataclass(frozen=True)
class Reworded:
    """What the model made of a request. `tried` is False where it was not asked; `why` then says why in a few words."""

    text: str
    reply: str = ""
    rejected: tuple[tuple[str, str], ...] = ()
    tried: bool = True
    why: str = ""


async def reword(request: Request, engine: Engine, say: Callable[[str], None]) -> Reworded:
    """Return the summary with the blocks reworded that the request means; raises ModelFault."""
    return Reworded(request.document.text, tried=False)
