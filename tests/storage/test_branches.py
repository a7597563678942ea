"""This file has texts come that could not be merged, in pages of every size, and looks for them in the list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from coachdesk.domain.protocol import Result
from coachdesk.storage.database import connect
from coachdesk.storage.listing import Query
from coachdesk.storage.replica import Replica
from coachdesk.storage.schema import MIGRATIONS, migrate
from tests.storage.edits import KEY, change, opened, revise, revision_data, session_data

BRANCHED = (
    change(1, "revision", "base", "s", revision_data("Base.")),
    change(2, "revision", "head", "s", revision_data("Head.", ["base"])),
    change(3, "session", "s", "s", session_data(head="head")),
    change(4, "revision", "other", "s", revision_data("Other.", ["base"], "coach")),
    change(5, "revision", "r", "plain", revision_data("Plain.")),
    change(6, "revision", "q", "plain", revision_data("Plainer.", ["r"])),
    change(7, "session", "plain", "plain", session_data(head="q")),
)


@pytest.fixture
def replica(tmp_path: Path) -> Iterator[Replica]:
    found = opened(tmp_path)
    yield found
    found.close()


def pull(replica: Replica, changes: Sequence[dict[str, Any]], size: int) -> None:
    """Store `changes` in pages of at most `size`."""
    for start in range(0, len(changes), size):
        page = changes[start : start + size]
        replica.apply_page(page, page[-1]["seq"], more=start + size < len(changes)).result(10)


def to_compare(replica: Replica) -> list[str]:
    """Return which sessions the list offers to compare, and check that their rows say so."""
    found = [row.id for row in replica.rows(replica.keys(Query(attention=True)))]
    assert found == [row.id for row in replica.rows(replica.keys()) if row.branched]
    return found


@pytest.mark.parametrize("size", range(1, len(BRANCHED) + 1))
@pytest.mark.parametrize("late", [False, True], ids=["as they were made", "with the session's row behind them"])
def test_a_text_that_could_not_be_merged_is_found_however_the_pages_fall(
    replica: Replica, size: int, late: bool
) -> None:
    changes = [*BRANCHED, change(8, "session", "s", "s", session_data(head="head", title="New"))]
    if late:
        del changes[2]
    pull(replica, changes, size)
    assert to_compare(replica) == ["s"]


def test_settling_it_takes_it_off_the_list_and_discarding_that_brings_it_back(replica: Replica) -> None:
    pull(replica, BRANCHED, 10)
    settled = revise("s", "Both.", ["head", "other"])
    replica.outbox.add(settled).result(10)
    assert to_compare(replica) == []
    replica.outbox.discard(settled.id).result(10)
    assert to_compare(replica) == ["s"]


def test_where_the_summary_has_reached_the_other_text_there_is_nothing_to_compare(replica: Replica) -> None:
    pull(replica, BRANCHED, 10)
    replica.outbox.add(revise("s", "Other.", ["head"])).result(10)
    assert to_compare(replica) == []


def test_an_edit_on_top_of_the_head_settles_nothing(replica: Replica) -> None:
    pull(replica, BRANCHED, 10)
    replica.outbox.add(revise("s", "More.", ["head"])).result(10)
    assert to_compare(replica) == ["s"]


def test_what_another_device_settled_is_off_the_list(replica: Replica) -> None:
    pull(replica, BRANCHED, 10)
    settling = change(9, "revision", "both", "s", revision_data("Both.", ["head", "other"]))
    pull(replica, [settling, change(10, "session", "s", "s", session_data(head="both"))], 1)
    assert to_compare(replica) == []


def test_a_deleted_session_is_noted_no_longer(replica: Replica) -> None:
    pull(replica, BRANCHED, 10)
    pull(replica, [change(9, "session", "s", "s", None)], 1)
    assert to_compare(replica) == []


def test_an_own_text_that_the_platform_branched_is_found_once_it_comes_back(replica: Replica) -> None:
    pull(replica, BRANCHED[:3], 10)
    own = revise("s", "Mine.", ["base"], revision="mine")
    replica.outbox.add(own).result(10)
    replica.outbox.next_batches((), 9, 9_999).result(10)
    replica.outbox.settle([Result(id=own.id, status="branched", seq=8)]).result(10)
    pull(replica, [change(8, "revision", "mine", "s", revision_data("Mine.", ["base"], "coach"))], 1)
    assert to_compare(replica) == ["s"]


@pytest.mark.parametrize("settled", [False, True])
def test_a_database_of_before_finds_what_it_holds_already(tmp_path: Path, settled: bool) -> None:
    replica = opened(tmp_path)
    pull(replica, BRANCHED, 10)
    if settled:
        settling = revise("s", "Both.", ["head", "other"])
        replica.outbox.add(settling).result(10)
    replica.close()
    connection = connect(tmp_path / "replica.db", KEY)
    connection.execute("DROP TABLE branch; DROP INDEX outbox_branched; PRAGMA user_version = 2")
    migrate(connection, tmp_path / "replica.db", MIGRATIONS[:3])
    connection.close()
    replica = opened(tmp_path)
    assert to_compare(replica) == ([] if settled else ["s"])
    if settled:
        replica.outbox.discard(settling.id).result(10)
        assert to_compare(replica) == ["s"]
    replica.close()
