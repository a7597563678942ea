"""This file has two laptops edit the same summaries offline: both texts can be had back, and merge where they may."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.laptops import Laptop, laptop
from tests.server.running import connected, running
from tests.storage.edits import revise, session_put, text_of

BLOCKS = 6


def base_text(number: int) -> str:
    return "".join(f"## Section {n}\n\nWords {number} of section {n}.\n\n" for n in range(BLOCKS))


def edited(text: str, block: int, word: str) -> str:
    """Return `text` with one section changed."""
    return text.replace(f"of section {block}.", f"of section {block}, {word}.")


async def pairs_of_edits(folder: Path, rng: random.Random, pairs: int, patience_s: float = 120) -> tuple[int, int]:
    """Have two laptops edit `pairs` summaries; returns how many merged and how many branched."""
    touching: dict[str, bool] = {}
    mine: dict[str, tuple[str, str]] = {}
    async with (
        running(folder) as platform,
        laptop(folder / "a", platform.address, platform.token) as a,
        laptop(folder / "b", platform.address, platform.token) as b,
    ):
        for n in range(pairs):
            await a.add(session_put(f"s{n}", title=f"{n}"), revise(f"s{n}", base_text(n), revision=f"base {n}"))
        await a.until_synced(patience_s)
        await b.until(lambda: b.replica.cursor >= a.replica.cursor, patience_s)
        await a.stay()
        await b.stay()
        for n in range(pairs):
            session, base = f"s{n}", f"base {n}"
            one = rng.randrange(BLOCKS)
            touching[session] = rng.random() < 0.5
            # Neighbours that share no line may merge too; far blocks must.
            other = one if touching[session] else rng.choice([m for m in range(BLOCKS) if abs(m - one) > 1])
            texts = edited(base_text(n), one, f"as A {n} says"), edited(base_text(n), other, f"as B {n} says")
            mine[session] = texts
            await a.add(revise(session, texts[0], [base]))
            await b.add(revise(session, texts[1], [base]))
            assert text_of(a.replica, session) == texts[0], "the own text is not shown while it waits"
        a.go()
        b.go()
        await both_agree(a, b, patience_s)
        merged = branched = 0
        async with connected(platform, "checker") as checker:
            rows = await checker.rows()
        for session, texts in mine.items():
            for one in (a, b):
                known = [revision.text for revision, _seq in one.replica.revisions(session).values()]
                assert all(text in known for text in texts), "a text cannot be had back"
            head = rows["revision", rows["session", session]["head"]]["text"]
            number = session[1:]
            both = f"as A {number} says" in head and f"as B {number} says" in head
            if touching[session]:
                assert head in texts, "two edits of the same lines were mixed"
                branched += 1
            else:
                assert both, "edits that do not touch were not merged"
                merged += 1
            assert text_of(a.replica, session) == text_of(b.replica, session) == head
        assert a.replica.digest() == b.replica.digest()
    return merged, branched


async def both_agree(a: Laptop, b: Laptop, patience_s: float) -> None:
    """Wait until both hold all of what both sent."""
    for one in (a, b):
        await one.until(lambda one=one: one.engine.status.online and not one.engine.status.pending, patience_s)
    for one in (a, b, a):
        await one.until_synced(patience_s)
    await a.until(lambda: a.replica.cursor >= b.replica.cursor, patience_s)
    await b.until(lambda: b.replica.cursor >= a.replica.cursor, patience_s)


@pytest.mark.timeout(1800)
async def test_two_laptops_edit_one_summary_and_neither_text_is_lost(
    tmp_path: Path, rng: random.Random, count: Callable[[int], int]
) -> None:
    merged, branched = await pairs_of_edits(tmp_path, rng, count(500))
    assert merged
    assert branched
