"""This file tests that first summaries of real meetings invent nothing, rest on lines, and tell more than LexRank's."""

from __future__ import annotations

import pytest

from tests.bench.summaries import MEETINGS, compare, corpus, ours_on, scored

pytestmark = pytest.mark.skipif(
    not MEETINGS.is_dir(), reason="name the folder of the QMSum selection in COACHDESK_QMSUM"
)


async def test_summaries_of_real_meetings_invent_nothing_and_rest_on_their_lines() -> None:
    data = corpus(MEETINGS)
    ours = scored("coachdesk", await ours_on(data), data)
    assert ours.invented == 0
    assert ours.supported >= 95
    assert ours.rouge1 >= 29


@pytest.mark.nightly
@pytest.mark.timeout(900)
async def test_summaries_of_real_meetings_tell_at_least_what_lexrank_does_at_any_length() -> None:
    ours, *others = await compare(MEETINGS)
    assert all(ours.rouge1 >= other.rouge1 for other in others)
