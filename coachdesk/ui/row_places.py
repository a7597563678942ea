"""This file computes where the rows of a long list stand when some are preceded by a heading: by arithmetic alone."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence


class RowPlaces:
    """`rows` rows of `height` pixels, with a heading of `head` pixels before each row of `starts` (ascending)."""

    def __init__(self, rows: int, height: int, starts: Sequence[int] = (), head: int = 0) -> None:
        self.rows, self.height, self.head = rows, max(1, height), head
        self._starts = starts
        self._tops = [start * self.height + number * head for number, start in enumerate(starts)]

    @property
    def total(self) -> int:
        """The height of all, in pixels."""
        return self.rows * self.height + len(self._starts) * self.head

    def top(self, row: int) -> int:
        """Return where `row` begins, below its heading."""
        return row * self.height + bisect_right(self._starts, row) * self.head

    def heading_top(self, number: int) -> int:
        """Return where the heading of group `number` begins."""
        return self._tops[number]

    def group(self, row: int) -> int:
        """Return the number of the group that `row` is in, -1 where there are no groups."""
        return bisect_right(self._starts, row) - 1

    def begins(self, row: int) -> bool:
        """Return whether a heading stands before `row`."""
        place = bisect_right(self._starts, row)
        return place > 0 and self._starts[place - 1] == row

    def at(self, y: int) -> tuple[int, bool]:
        """Return the row at `y` pixels, and whether `y` is within it rather than on the heading before it."""
        number = bisect_right(self._tops, y) - 1
        if number < 0:
            return y // self.height, True
        below = y - self._tops[number] - self.head
        return self._starts[number] + max(0, below) // self.height, below >= 0
