"""This file tests the rules of moving meetings and deadlines."""

from __future__ import annotations

import pytest

from tests.assistant.summaries_for_rules import NUMBERED, PLAIN, after, sections


@pytest.mark.parametrize(
    ("clause", "line"),
    [
        ("move the next session to 2 June at the same time", "2 June, 15:00, by phone."),
        ("postpone the next session by a week", "2 June, 15:00, by phone."),
        ("the next session is one day earlier", "25 May, 15:00, by phone."),
        ("next session at 4 pm", "26 May, 4 pm, by phone."),
        ("make the next session by video instead of phone", "26 May, 15:00, by video."),
        ("bring the next session forward by an hour", "26 May, 14:00, by phone."),
    ],
)
def test_only_the_part_that_was_named_moves(clause: str, line: str) -> None:
    new = sections(after(PLAIN, clause))
    assert new["Next session"] == line
    assert new["Commitments"] == sections(PLAIN)["Commitments"]


def test_a_weekday_beside_the_date_moves_along() -> None:
    assert "Wednesday 18 March at 4.30 pm" in after(NUMBERED, "move the next meeting to Wednesday")
    assert "Friday 20 March at 4.30 pm" in after(NUMBERED, "move the next meeting to 20 March")


def test_a_deadline_moves_where_the_task_is_described() -> None:
    assert "about proofs before 25 May" in after(PLAIN, "move the deadline for the proofs to 25 May")


def test_a_day_that_was_open_is_filled_in() -> None:
    assert (
        after("## Next session\nin two weeks, same place\n", "the next session is on 14 June at 9:00")
        == "## Next session\n14 June, 9:00, same place\n"
    )
