"""This file is the list of sessions as a desk gives it: its keys, its headings, its tags, and what a search means.

Lists without words are remembered until anything changes: going back and forth between filters asks nothing again.
"""

from __future__ import annotations

import asyncio
import datetime
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace

from coachdesk.desk.listed import ListQuery
from coachdesk.desk.reading import Reading
from coachdesk.desk.search_words import Understood, understood
from coachdesk.storage.replica import Replica

REMEMBERED = 8
"""How many lists are remembered; a million keys take 8 MB."""
MOST_TAGS = 60


class SessionList:
    """The list of one desk."""

    def __init__(self, replica: Replica, reading: Reading) -> None:
        self._replica, self._reading = replica, reading
        self._known: OrderedDict[ListQuery, Sequence[int]] = OrderedDict()
        self._generation = 0

    def changed(self) -> None:
        """Forget what is remembered: some session is another one now."""
        self._known.clear()
        self._generation += 1

    def keys(self, query: ListQuery) -> Sequence[int]:
        """Return the keys of the list, in order; waits for the disk, so without words only."""
        known = self._known.get(query)
        if known is None:
            known = self._reading.keys(query)
            self._remember(query, known, self._generation)
        return known

    async def find(self, query: ListQuery, most: int | None = None) -> Sequence[int]:
        """Return the keys of the list, at most `most`: the first ones of all."""
        if query.text:
            return await asyncio.to_thread(self._reading.keys, query, most)
        known, generation = self._known.get(query), self._generation
        if known is None:
            known = await asyncio.to_thread(self._reading.keys, query)
            self._remember(query, known, generation)
        return known if most is None else known[:most]

    async def headings(self, query: ListQuery) -> list[tuple[str, int]]:
        """Return the months ("2026-05") or clients of the list for `query`, in order, with the number of rows of each.

        A list that is ranked by words has none.
        """
        return [] if query.text else await asyncio.to_thread(self._replica.headings, query)

    async def tags(self) -> list[str]:
        """Return the tags that most sessions have, by alphabet."""
        return await asyncio.to_thread(self._replica.tags, MOST_TAGS)

    def understand(self, query: ListQuery, today: datetime.date) -> Understood:
        """Return what the words of `query` ask for: those to look for, and filters that they put on top of its own."""
        found = understood(query.text, self._reading.clients(), today)
        filters = {name: value for name, value in found.filters.items() if getattr(query, name) in {None, False}}
        return replace(found, query=replace(query, text=found.query.text, **filters))

    def _remember(self, query: ListQuery, keys: Sequence[int], generation: int) -> None:
        if generation == self._generation:
            self._known[query] = keys
            self._known.move_to_end(query)
            while len(self._known) > REMEMBERED:
                self._known.popitem(last=False)
