"""This file asks a model larger than the starter what the rules could not answer, and checks what it says."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import aclosing

import msgspec

from coachdesk.assistant.checks import Known
from coachdesk.assistant.engine import Engine, Turn
from coachdesk.assistant.evidence import Source, statements_of
from coachdesk.assistant.session_prompt import ABSENT, ANSWER_TOKENS, session_beginning
from coachdesk.domain.session import Line, Transcript

_EARLIER_TURNS = 4
_EARLIER_CHARACTERS = 600
_QUESTION_CHARACTERS = 1200
_LINES = "root ::= [^\\n\\r]+"


class Answered(msgspec.Struct, frozen=True):
    """What the model said, worded for the coach; "" where it may not be shown, and `why` in words."""

    reply: str = ""
    why: str = ""


async def ask_about(
    summary: str,
    transcript: Transcript | None,
    conversation: tuple[Turn, ...],
    question: str,
    engine: Engine,
    say: Callable[[str], None],
) -> Answered:
    """Return the model's answer from the notes, if it holds no name, figure or date from elsewhere; raises ModelFault.

    `say` is called once the model has begun: what it says is shown only after the checks.
    """
    if len(question) > _QUESTION_CHARACTERS:
        return Answered(why=f"the question is too long for {engine.name}")
    beginning = await session_beginning(summary, transcript, engine)
    if beginning is None:
        return Answered(why=f"the summary is too long for {engine.name}")
    earlier = tuple(turn for turn in conversation[-_EARLIER_TURNS:] if len(turn.text) <= _EARLIER_CHARACTERS)
    turns = (*beginning.turns, *earlier, Turn("user", question))
    say(f"{engine.name} is reading the notes …")
    pieces: list[str] = []
    async with aclosing(engine.generate(turns, max_tokens=ANSWER_TOKENS, grammar=_LINES)) as answer:  # type: ignore[type-var]  # an async generator in every engine
        pieces += [piece async for piece in answer]
    text = _whole(" ".join("".join(pieces).split()))
    if not text or ABSENT.lower() in text.lower():
        return Answered(why=f"{engine.name} did not find it either")
    return await asyncio.to_thread(_checked, text, summary, transcript, engine.name, beginning.coverage)


def _whole(text: str) -> str:
    """Return `text` up to the end of its last whole sentence."""
    found = [sentence for sentence in statements_of(text) if sentence[-1] in '.!?。！？؟…”"']
    return " ".join(found)


def _checked(text: str, summary: str, transcript: Transcript | None, name: str, coverage: float) -> Answered:
    lines = transcript.lines if transcript is not None else ()
    known = Known([summary, *(f"{line.speaker}: {line.text}" for line in lines)])
    invented = known.without(text)
    if invented:
        found = ", ".join(fact.text for fact in invented)
        return Answered(why=f"what {name} said named {found}, which neither summary nor transcript holds")
    notes = (*(Line("", line) for line in summary.splitlines()), *lines)
    source = Source(Transcript(notes))
    borne_out = all(source.support(statement) is not None for statement in statements_of(text))
    check = "please check it" if borne_out else "please check it: not all of it is borne out by a line of them"
    part = "" if coverage >= 100 else f" It read {coverage:.0f} % of the transcript."
    return Answered(f"{text}\n\n{name} answers from summary and transcript, {check}.{part}")
