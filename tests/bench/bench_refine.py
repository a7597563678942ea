"""This file counts the development cases of refining that pass with the starter model, beside plain prompting of it."""

from __future__ import annotations

import asyncio

from coachdesk.assistant.engine import Engine, Turn
from coachdesk.assistant.model import ModelProcess, starter_model
from coachdesk.assistant.refining import Refined, refine
from tests.bench.judging import DEVELOPMENT, Case, faults, read_cases
from tests.bench.measured import Measured, report
from tests.bench.summaries import answer_of

ENOUGH = 17
_TOKENS = 320  # more than the longest summary of a case


def measure() -> Measured:
    """Play every case both ways, one after the other."""
    if not DEVELOPMENT.exists():
        raise SystemExit(f"The cases of refining are not at hand: {DEVELOPMENT}.")
    cases = read_cases(DEVELOPMENT)
    ours, theirs = asyncio.run(_passed(cases))
    return Measured(
        name="refine",
        value=ours,
        unit=f"of {len(cases)} cases",
        versus=f"plain prompting of SmolLM2-135M: {theirs} of {len(cases)}",
        ratio=round(ours / theirs, 2) if theirs else None,
        goal=f">= {ENOUGH}",
        held=ours >= ENOUGH,
    )


async def _passed(cases: list[Case]) -> tuple[int, int]:
    engine = ModelProcess(starter_model(), context=4096)
    try:
        ours = theirs = 0
        for case in cases:
            refined = await refine(case.summary, None, (), case.instruction, engine=engine, selection=case.selection)
            ours += not faults(case, refined)
            theirs += not faults(case, await plain(case, engine))
    finally:
        await engine.close()
    return ours, theirs


async def plain(case: Case, engine: Engine) -> Refined:
    """Return what a model makes of a case when it is simply asked: a text with a heading counts as the new summary."""
    turns = (
        Turn(
            "system",
            "You edit summaries of coaching sessions. Answer with the whole edited summary, or, where the coach asks a "
            "question or wants an e-mail, with that alone.",
        ),
        Turn("user", f"{case.summary}\n\n{case.instruction}"),
    )
    said = await answer_of(engine, turns, _TOKENS)
    edited = any(line.startswith("#") for line in said.splitlines())
    return Refined(said, f"{said}\n" if edited else case.summary, engine=engine.name)


if __name__ == "__main__":
    report(measure)
