"""This file lets a model write the parts of a conversation in its own words, and keeps only what the part supports."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import aclosing
from itertools import pairwise

from coachdesk.assistant.engine import Engine, Turn
from coachdesk.assistant.evidence import Evidence, Source, statements_of
from coachdesk.assistant.ranking import Ranked, pick
from coachdesk.domain.session import Line, Transcript
from coachdesk.errors import MemoryShort, ModelFault

_PART_WORDS = 260  # of a part's best sentences, what the model reads
_ANSWER_TOKENS = 80
_SYSTEM = (
    "You summarise one part of a conversation for a coach. Answer with one plain sentence in the third person that "
    "says what mattered in this part. Use only names, numbers and dates that stand in it. No introduction, no list."
)


async def rewritten(
    chosen: Sequence[Ranked], items: Sequence[Ranked], engine: Engine, progress: Callable[[int, int], None]
) -> dict[int, Evidence]:
    """Return, for each index of `chosen` where the model did well, its sentence and the lines that support it.

    The conversation is divided at the middle between neighbours in `chosen`; of each part the model reads the best
    sentences. `progress(done, total)` counts parts. If the model fails, what it wrote until then is returned; only
    MemoryShort is raised.
    """
    found: dict[int, Evidence] = {}
    for index, part in enumerate(_parts(chosen, items)):
        try:
            answer = await _answer(part, engine)
        except MemoryShort:
            raise
        except ModelFault:
            break
        checked = _checked(answer, part)
        if checked is not None and not any(checked.statement == other.statement for other in found.values()):
            found[index] = checked
        progress(index + 1, len(chosen))
    return found


def _parts(chosen: Sequence[Ranked], items: Sequence[Ranked]) -> list[list[Ranked]]:
    """Return for each of `chosen` the best sentences of the stretch around it, in spoken order."""
    places = [items.index(one) for one in chosen]
    bounds = [0, *((one + other + 1) // 2 for one, other in pairwise(places)), len(items)]
    parts = []
    for one, (low, high) in zip(chosen, pairwise(bounds), strict=True):
        around = pick([item for item in items[low:high] if item is not one], _PART_WORDS, taken=[one])
        parts.append(sorted([one, *around], key=lambda item: item.sentence.lines))
    return parts


async def _answer(part: Sequence[Ranked], engine: Engine) -> str:
    text = "\n".join(f"{item.sentence.speaker}: {item.sentence.text}" for item in part)
    turns = (Turn("system", _SYSTEM), Turn("user", text))
    async with aclosing(engine.generate(turns, max_tokens=_ANSWER_TOKENS)) as answer:  # type: ignore[type-var]  # async generators only
        pieces = [piece async for piece in answer]
    return " ".join("".join(pieces).split())


def _checked(answer: str, part: Sequence[Ranked]) -> Evidence | None:
    """Return the first sentence of `answer` with its lines, or None if the part does not bear it out."""
    sentences = statements_of(answer)
    if not sentences or not 5 <= len(sentences[0].split()) <= 50 or sentences[0][-1] not in ".!。！":
        return None
    first = sentences[0]
    lines = tuple(Line(item.sentence.speaker, item.sentence.text) for item in part)
    where = Source(Transcript(lines)).support(first)
    if where is None:
        return None
    return Evidence(first, (part[where[0] - 1].sentence.lines[0], part[where[1] - 1].sentence.lines[1]))
