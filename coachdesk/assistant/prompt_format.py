"""This file lays a conversation out as each family of models was taught to read it.

The template inside a GGUF file is never used: it is a program of whoever made the file. A prompt is a sequence of
parts: `Mark`, one control token by its name, which only this file writes; and plain text, data whatever it says.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from coachdesk.assistant.engine import Turn


class Mark(str):
    """The name of one control token."""

    __slots__ = ()


Part = Mark | str


@dataclass(frozen=True)
class PromptFormat:
    """How one family writes a conversation.

    `begin` comes first. A turn is its role's parts, its text, and `after`. `answer` comes last and makes the model
    speak. `system` False: the format has no such role, and its text goes into the first user turn.
    """

    answer: tuple[Part, ...]
    after: tuple[Part, ...]
    roles: dict[str, tuple[Part, ...]]
    begin: tuple[Part, ...] = ()
    system: bool = True

    @property
    def marks(self) -> frozenset[str]:
        """The names of all control tokens that the format writes."""
        parts = [*self.begin, *self.after, *self.answer, *(part for role in self.roles.values() for part in role)]
        return frozenset(part for part in parts if isinstance(part, Mark))

    def parts(self, turns: Sequence[Turn], *, answer: bool) -> list[Part]:
        """Return the parts of `turns`, neighbouring texts joined; with `answer` the model is asked to speak next."""
        parts: list[Part] = [*self.begin]
        for turn in turns if self.system else _without_system(turns):
            parts += [*self.roles.get(turn.role, self.roles["user"]), turn.text, *self.after]
        return _joined([*parts, *(self.answer if answer else ())])


def _without_system(turns: Sequence[Turn]) -> list[Turn]:
    system = "\n\n".join(turn.text for turn in turns if turn.role == "system")
    rest = [turn for turn in turns if turn.role != "system"]
    for at, turn in enumerate(rest):
        if system and turn.role == "user":
            rest[at] = Turn("user", f"{system}\n\n{turn.text}")
            return rest
    return [*([Turn("user", system)] if system else []), *rest]


def _joined(parts: Sequence[Part]) -> list[Part]:
    joined: list[Part] = []
    for part in parts:
        if joined and not isinstance(part, Mark) and not isinstance(joined[-1], Mark):
            joined[-1] += part
        elif part:
            joined.append(part)
    return joined


def _chatml(*answer: Part) -> PromptFormat:
    start = Mark("<|im_start|>")
    return PromptFormat(
        roles={role: (start, f"{role}\n") for role in ("system", "user", "assistant")},
        after=(Mark("<|im_end|>"), "\n"),
        answer=(start, "assistant\n", *answer),
    )


def _llama3() -> PromptFormat:
    def opening(role: str) -> tuple[Part, ...]:
        return Mark("<|start_header_id|>"), role, Mark("<|end_header_id|>"), "\n\n"

    return PromptFormat(
        begin=(Mark("<|begin_of_text|>"),),
        roles={role: opening(role) for role in ("system", "user", "assistant")},
        after=(Mark("<|eot_id|>"),),
        answer=opening("assistant"),
    )


def _gemma() -> PromptFormat:
    start = Mark("<start_of_turn>")
    return PromptFormat(
        begin=(Mark("<bos>"),),
        roles={"user": (start, "user\n"), "assistant": (start, "model\n")},
        after=(Mark("<end_of_turn>"), "\n"),
        answer=(start, "model\n"),
        system=False,
    )


def _phi(gap: str) -> PromptFormat:
    space: tuple[Part, ...] = (gap,) if gap else ()
    roles: dict[str, tuple[Part, ...]] = {
        role: (Mark(f"<|{role}|>"), *space) for role in ("system", "user", "assistant")
    }
    return PromptFormat(roles=roles, after=(Mark("<|end|>"), *space), answer=roles["assistant"])


def _granite() -> PromptFormat:
    def opening(role: str) -> tuple[Part, ...]:
        return Mark("<|start_of_role|>"), role, Mark("<|end_of_role|>")

    return PromptFormat(
        roles={role: opening(role) for role in ("system", "user", "assistant")},
        after=(Mark("<|end_of_text|>"), "\n"),
        answer=opening("assistant"),
    )


FORMATS: dict[str, PromptFormat] = {
    "chatml": _chatml(),
    # Qwen3 thinks aloud unless its answer begins with an empty thought.
    "qwen3": _chatml(Mark("<think>"), "\n\n", Mark("</think>"), "\n\n"),
    "llama-3": _llama3(),
    "gemma": _gemma(),
    "phi-4": _phi(""),
    "phi-3": _phi("\n"),
    "granite": _granite(),
}


def format_for(family: str, names: Container[str]) -> tuple[str, PromptFormat] | None:
    """Return the name and format of `family`, or where that is "" the first whose control tokens are all in `names`.

    None: no known format fits the vocabulary.
    """
    candidates = [family] if family else [name for name in FORMATS if name != "qwen3"]
    for name in candidates:
        known = FORMATS.get(name)
        if known is not None and all(mark in names for mark in known.marks):
            return name, known
    return None
