"""This file measures first summaries of 20 real meetings by ROUGE-1, against LexRank and against plain prompting."""

from __future__ import annotations

import asyncio

from coachdesk.assistant.model import ModelProcess, starter_model
from tests.bench.measured import Measured, report
from tests.bench.summaries import MEETINGS, Score, compare


def measure() -> Measured:
    """Summarise every meeting each way; LexRank counts with the length at which it does best."""
    if not MEETINGS.is_dir():
        raise SystemExit(f"The meetings are not at hand: {MEETINGS}.")
    ours, *others = asyncio.run(_compared())
    rival = max((score for score in others if score.way.startswith("lexrank")), key=lambda score: score.rouge1)
    plain = next(score for score in others if score.way.startswith("plain"))
    return Measured(
        name="summarise",
        value=ours.rouge1,
        unit="% ROUGE-1",
        versus=f"{rival.way}: {rival.rouge1} %; {plain.way}: {plain.rouge1} %",
        ratio=round(ours.rouge1 / rival.rouge1, 2),
        goal=">= 1 x, 95 % of statements with evidence, nothing invented",
        held=ours.rouge1 >= rival.rouge1 and ours.supported >= 95 and ours.invented == 0,
        seen={
            f"{score.way}: ROUGE-1/2/L, words, evidence %, invented": f"{score.rouge1}/{score.rouge2}/{score.rougeL}, "
            f"{score.words}, {score.supported}, {score.invented}"
            for score in (ours, rival, plain)
        },
    )


async def _compared() -> list[Score]:
    engine = ModelProcess(starter_model(), context=4096)
    try:
        return await compare(MEETINGS, engine)
    finally:
        await engine.close()


if __name__ == "__main__":
    report(measure)
