"""This file finds the words that a coach selected, so that a request touches nothing around them."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Selected:
    """A summary cut at a selection: `before + inner + after` is its text; `missed`: the words were not found."""

    before: str
    inner: str
    after: str
    active: bool = False
    missed: bool = False

    def around(self, inner: str) -> str:
        """Return the whole summary with `inner` in place of the selected words."""
        if self.active and not inner.strip():
            return _closed(self.before, self.after)
        return self.before + inner + self.after


def select(summary: str, selection: str | None) -> Selected:
    """Return `summary` cut at `selection`, spaces and line ends compared loosely; the whole where there is none.

    Where the words stand more than once the first place counts.
    """
    if selection is None or not selection.strip() or selection.strip() == summary.strip():
        return Selected("", summary, "")
    start, length = summary.find(selection), len(selection)
    if start < 0:
        pattern = r"\s+".join(re.escape(word) for word in selection.split())
        found = re.search(pattern, summary)
        if found is None:
            return Selected("", summary, "", missed=True)
        start, length = found.start(), found.end() - found.start()
    start, end = _with_marker(summary, start, start + length)
    return Selected(summary[:start], summary[start:end], summary[end:], active=True)


def _with_marker(summary: str, start: int, end: int) -> tuple[int, int]:
    """Widen a selection that begins right behind a list marker by the marker, so that it reads as an item."""
    line = summary.rfind("\n", 0, start) + 1
    if re.fullmatch(r"[ \t]*(?:[-*+•–]|\d{1,4}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?", summary[line:start]):
        start = line
    return start, end


def _closed(before: str, after: str) -> str:
    """Return what remains when a selection is removed, without an empty line or double space where it stood."""
    if (not before or before.endswith("\n")) and after.startswith("\n"):
        return before + after[1:]
    if before.endswith(" ") and after.startswith((" ", "\n", ".")):
        return before.rstrip(" ") + after
    return before + after
