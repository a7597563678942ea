"""This file says what a list of sessions is asked for and what its lines are: all that the first paint shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum

from coachdesk.storage.listing import ListedClient, ListRow, Query


class Order(StrEnum):
    """How the list is sorted."""

    NEWEST = "newest"
    OLDEST = "oldest"
    CLIENT = "client"


ListQuery = Query
"""What the list shows: words to search for, filters (None or empty means all) and an `Order`."""
SessionRow = ListRow
"""One line of the list; its id is "" where the session is gone."""
ClientRow = ListedClient
"""One client with the number of its sessions."""

_GONE = SessionRow(id="", client="", date="", type="", title="", status="", preview="", pending=0, parked=0)


def lines(fetch: Callable[[Sequence[int]], Sequence[SessionRow]], keys: Sequence[int]) -> tuple[SessionRow, ...]:
    """Return the lines of the list for `keys`, in their order, from `fetch`, which leaves out those that are gone."""
    found = fetch(keys)
    if len(found) == len(keys):
        return tuple(found)
    one_by_one = (fetch([key]) for key in keys)
    return tuple(rows[0] if rows else _GONE for rows in one_by_one)
