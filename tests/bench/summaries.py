"""This file compares first summaries with LexRank and with plain prompting, by ROUGE and by the share with evidence."""

from __future__ import annotations

import asyncio
import json
import os
import statistics
from collections.abc import Mapping
from contextlib import aclosing
from pathlib import Path

import msgspec
from rouge_score.rouge_scorer import RougeScorer  # type: ignore[import-untyped]  # it has no types

from coachdesk.assistant.engine import Engine, Turn
from coachdesk.assistant.evidence import evidence_for, statements_of, tokens_of, unsupported
from coachdesk.assistant.summarising import summarise
from coachdesk.domain.session import Transcript
from coachdesk.transcripts import read_transcript
from tests.bench.lexrank import lexrank

MEETINGS = Path(os.environ.get("COACHDESK_QMSUM") or Path(__file__).parents[3] / "shared" / "data" / "qmsum")
MEASURES = ("rouge1", "rouge2", "rougeL")
_PLAIN_WORDS = 1800  # of a transcript, what plain prompting shows the model


class Score(msgspec.Struct, frozen=True):
    """One way of summarising over all transcripts: F1 of ROUGE-1, -2 and -L in percent (stemmed), mean words, the share
    of statements with evidence in percent, and how many names, figures and dates no transcript holds."""

    way: str
    rouge1: float
    rouge2: float
    rougeL: float  # noqa: N815  # the measure's own name
    words: float
    supported: float
    invented: int


def corpus(folder: Path) -> dict[str, tuple[Transcript, str]]:
    """Return (transcript, reference summary) by name: `NAME.txt` and `references.json` in `folder`."""
    references = json.loads((folder / "references.json").read_text(encoding="utf-8"))
    return {
        name: (read_transcript(folder / f"{name}.txt").transcript, entry["summary"])
        for name, entry in references.items()
    }


def scored(way: str, summaries: Mapping[str, str], data: Mapping[str, tuple[Transcript, str]]) -> Score:
    """Return the means over `summaries` (by name of the transcript)."""
    scorer = RougeScorer(list(MEASURES), use_stemmer=True)
    rouge = [scorer.score(data[name][1], summary) for name, summary in summaries.items()]
    supported = stated = invented = 0
    for name, summary in summaries.items():
        transcript = data[name][0]
        known = tokens_of([part for line in transcript.lines for part in (line.text, line.speaker)])
        statements = statements_of(summary)
        stated += len(statements)
        supported += len(evidence_for(summary, transcript))
        invented += sum(len(unsupported(statement, known)) for statement in statements)
    one, two, long = (round(100 * statistics.mean(each[name].fmeasure for each in rouge), 1) for name in MEASURES)
    words = round(statistics.mean(len(summary.split()) for summary in summaries.values()), 1)
    return Score(way, one, two, long, words, round(100 * supported / max(1, stated), 1), invented)


async def plain(transcript: Transcript, engine: Engine) -> str:
    """Return what a model says when it is simply asked, shown as much of the beginning as it reads in a minute."""
    shown: list[str] = []
    for line in transcript.lines:
        shown.append(f"{line.speaker}: {line.text}")
        if sum(len(text.split()) for text in shown) >= _PLAIN_WORDS:
            break
    turns = (
        Turn("system", "You summarise conversations."),
        Turn("user", "\n".join(shown) + "\n\nSummarise this conversation in about 100 words."),
    )
    return await answer_of(engine, turns, 180)


async def answer_of(engine: Engine, turns: tuple[Turn, ...], tokens: int) -> str:
    """Return all that a model answers, within `tokens`."""
    async with aclosing(engine.generate(turns, max_tokens=tokens)) as answer:  # type: ignore[type-var]  # it is a generator
        return "".join([piece async for piece in answer]).strip()


async def ours_on(data: Mapping[str, tuple[Transcript, str]], engine: Engine | None = None) -> dict[str, str]:
    """Return our first summaries by name of the transcript."""
    return {name: (await summarise(transcript, engine=engine)).summary for name, (transcript, _) in data.items()}


async def compare(folder: Path, engine: Engine | None = None) -> list[Score]:
    """Return the scores of ours, of LexRank at four lengths, and of plain prompting where there is an engine."""
    data = corpus(folder)
    ours = await ours_on(data, engine)
    scores = [scored("coachdesk", ours, data)]
    equal = {name: lexrank(data[name][0], len(ours[name].split())) for name in data}
    scores.append(scored("lexrank, our length", equal, data))
    for budget in (100, 150, 200):
        summaries = {name: await asyncio.to_thread(lexrank, one, budget) for name, (one, _) in data.items()}
        scores.append(scored(f"lexrank, {budget} words", summaries, data))
    if engine is not None:
        asked = {name: await plain(transcript, engine) for name, (transcript, _) in data.items()}
        scores.append(scored(f"plain prompting, {engine.name}", asked, data))
    return scores
