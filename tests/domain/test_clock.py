"""This file checks times and ids."""

from __future__ import annotations

import uuid

import pytest

from coachdesk.domain.clock import SystemClock, iso, new_id, wall_ms_of


class SetClock:
    """A clock that stands where the test puts it."""

    def __init__(self, wall_ms: int) -> None:
        self._wall_ms = wall_ms

    def wall_ms(self) -> int:
        return self._wall_ms

    def monotonic(self) -> float:
        return 0.0


def test_an_id_is_a_uuid_of_version_7_that_sorts_by_time() -> None:
    earlier, later = new_id(SetClock(1_700_000_000_000)), new_id(SetClock(1_700_000_000_001))
    assert uuid.UUID(earlier).version == 7
    assert uuid.UUID(earlier).variant == uuid.RFC_4122
    assert earlier < later
    assert int(earlier.replace("-", "")[:12], 16) == 1_700_000_000_000


def test_a_clock_far_off_still_gives_ids() -> None:
    assert uuid.UUID(new_id(SetClock(-5))).version == 7
    assert new_id(SystemClock()) != new_id(SystemClock())


def test_times_are_read_with_and_without_a_zone() -> None:
    assert (
        wall_ms_of("2026-05-12T09:30:00Z") == wall_ms_of("2026-05-12T11:30:00+02:00") == wall_ms_of("2026-05-12T09:30")
    )
    for moment in ("2026-05-12T09:30:00.123Z", "1969-12-31T23:59:59.999Z", "0987-01-02T03:04:05.006Z"):
        assert iso(wall_ms_of(moment)) == moment


@pytest.mark.parametrize("wrong", ["", "soon", "2026-13-01"])
def test_what_is_no_time_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        wall_ms_of(wrong)
