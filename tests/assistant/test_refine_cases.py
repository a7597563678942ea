"""This file plays cases of refining: a summary, an instruction, and what must hold afterwards."""

from __future__ import annotations

import asyncio
import random
from pathlib import Path

import pytest

from coachdesk.assistant.checks import Known, substance
from coachdesk.assistant.document import read_document
from coachdesk.assistant.engine import Engine
from coachdesk.assistant.model import ModelProcess, starter_model
from coachdesk.assistant.refining import Refined, refine
from tests.bench.judging import DEVELOPMENT, Case, faults, read_cases, untold

FRESH = Path(__file__).parent / "cases"
HARDER = FRESH / "harder"
LOOSE = FRESH / "fresh"
# How many of the sets that are worded more loosely than the rules can read pass today.
HARDER_PASS = 112
LOOSELY_WORDED = {"first": 58, "second": 52, "third": 60, "fourth": 58, "fifth": 75, "sixth": 51, "seventh": 54}
OWN_PASS = 478
ORDINARY_RUN = 20
ENOUGH = 0.9


def fresh_cases() -> list[Case]:
    return [case for file in sorted(FRESH.glob("*.json")) for case in read_cases(file)]


async def failures(cases: list[Case], engine: Engine | None = None) -> list[str]:
    """Return one line for each case that fails."""
    found = []
    for case in cases:
        async with asyncio.timeout(60):
            refined = await refine(case.summary, None, (), case.instruction, engine=engine, selection=case.selection)
        wrong = faults(case, refined)
        if wrong:
            found.append(f"{case.id} {case.instruction!r}: {'; '.join(wrong)}")
    return found


@pytest.mark.skipif(not DEVELOPMENT.exists(), reason="the development cases are not at hand")
async def test_at_least_seventeen_of_eighteen_development_cases_pass() -> None:
    cases = read_cases(DEVELOPMENT)
    failed = await failures(cases)
    assert len(failed) <= len(cases) // 18, "\n".join(failed)


async def test_nine_of_ten_fresh_cases_pass(pytestconfig: pytest.Config) -> None:
    cases = fresh_cases()
    if not cases:
        pytest.skip("no cases were written yet")
    if not pytestconfig.getoption("nightly", default=False):
        cases = random.Random(1).sample(cases, min(ORDINARY_RUN, len(cases)))
    failed = await failures(cases)
    assert len(failed) <= (1 - ENOUGH) * len(cases), "\n".join(failed)


@pytest.mark.nightly
async def test_as_many_of_the_harder_cases_pass_as_ever_did() -> None:
    """They are worded more loosely than the rules can read: 48 of 120 passed when first seen, 84 with the gist."""
    cases = [case for file in sorted(HARDER.glob("*.json")) for case in read_cases(file)]
    failed = await failures(cases)
    assert len(cases) - len(failed) >= HARDER_PASS, "\n".join(failed)


@pytest.mark.nightly
@pytest.mark.parametrize("name", sorted(LOOSELY_WORDED))
async def test_as_many_of_the_loosely_worded_cases_pass_as_ever_did(name: str) -> None:
    """Each set was written by somebody who had not seen the rules, and played once before anything was changed for it.

    When first seen, 27 of 60 passed of the first one, and 28 of 60 of the second one, after what the first one had
    taught; the rules of the day before passed 27 of 60 of each. The later ones are worded as plainly as the development
    cases: when first seen, 43 of 60 passed of the third, 41 of 60 of the fourth, 52 of 75 of the fifth (57 with what
    the third and fourth had taught), and 39 of 60 of the sixth after these had been learnt from,
    and at last, of the seventh, 52 of 60 (48 with the rules from before the third).
    """
    cases = read_cases(LOOSE / f"{name}.json")
    failed = await failures(cases)
    assert len(cases) - len(failed) >= LOOSELY_WORDED[name], "\n".join(failed)


@pytest.mark.nightly
async def test_as_many_of_our_own_wordings_are_read_as_ever_were() -> None:
    """Who mends the rules wrote these to see how far a rule reaches: 246 of the first 352 were read at first."""
    cases = [case for file in sorted((FRESH / "own").glob("*.json")) for case in read_cases(file)]
    failed = await failures(cases)
    assert len(cases) - len(failed) >= OWN_PASS, "\n".join(failed)


@pytest.fixture(scope="module")
def played() -> list[tuple[Case, Refined]]:
    """Every case with what the rules made of it."""
    cases = [case for file in sorted(FRESH.rglob("*.json")) for case in read_cases(file)]

    async def play() -> list[tuple[Case, Refined]]:
        return [
            (case, await refine(case.summary, None, (), case.instruction, engine=None, selection=case.selection))
            for case in cases
        ]

    return asyncio.run(play())


def test_no_fact_goes_in_silence_in_any_case(played: list[tuple[Case, Refined]]) -> None:
    assert [case.id for case, refined in played if untold(case, refined)] == []


def test_a_section_that_is_not_told_as_changed_is_the_same_byte_for_byte_in_any_case(
    played: list[tuple[Case, Refined]],
) -> None:
    for case, refined in played:
        after = {(section.name, section.body.strip()) for section in read_document(refined.summary).sections}
        for section in read_document(case.summary).sections:
            if section.name not in refined.changed and section.body.strip():
                assert (section.name, section.body.strip()) in after, case.id


def test_no_name_and_no_figure_comes_from_nowhere_in_any_case(played: list[tuple[Case, Refined]]) -> None:
    """A date or time that is moved is computed, and a letter may stand for a name; all else was there or was said."""
    for case, refined in played:
        stated = "\n".join(substance(section) for section in read_document(refined.summary).sections)
        new = [fact for fact in Known([case.summary, case.instruction]).without(stated) if len(fact.text) > 1]
        assert [fact.text for fact in new if not fact.day_kind and fact.kind != "time"] == [], case.id


@pytest.mark.nightly
@pytest.mark.timeout(3000)
async def test_the_starter_model_passes_as_many_cases() -> None:
    cases = fresh_cases() + (read_cases(DEVELOPMENT) if DEVELOPMENT.exists() else [])
    if not cases:
        pytest.skip("no cases were written yet")
    engine = ModelProcess(starter_model())
    try:
        failed = await failures(cases, engine)
    finally:
        await engine.close()
    assert len(failed) <= (1 - ENOUGH) * len(cases), "\n".join(failed)


def test_the_judge_sees_each_kind_of_fault() -> None:
    case = Case(
        id="j",
        summary="## Focus\nAnna starts on 3 May.\n\n## Insights\n- One.\n- Two.\n",
        instruction="Make it shorter.",
        has=("gone",),
        lacks=("starts",),
        keep=("Berta",),
        same=("Focus",),
        sections=("Focus",),
        bullets={"Insights": 1},
        max_ratio=0.5,
    )
    refined = asyncio.run(refine(case.summary, None, (), "Asdf.", engine=None))
    found = {line.split(":")[0] for line in faults(case, refined)}
    assert found == {"has", "lacks", "keep", "sections", "bullets", "max_ratio"}


def test_the_judge_sees_a_fact_that_went_in_silence() -> None:
    case = Case(id="j", summary="## Focus\nAnna starts on 3 May.\n", instruction="Make it shorter.")
    refined = asyncio.run(refine(case.summary, None, (), "Asdf.", engine=None))
    import msgspec

    silent = msgspec.structs.replace(refined, summary="## Focus\nAnna starts.\n", reply="Done.", rejected=())
    assert faults(case, silent) == ["untold: 3 May"]
