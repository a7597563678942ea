"""This file says which part of somebody's name a new one stands for: "the deputy's first name is Inga"."""

from __future__ import annotations

import difflib
import re

from coachdesk.assistant.people import TITLES

_FIRST = re.compile(r"(?i)\b(?:first|given|christian|fore)[ -]?names?\b")
_LAST = re.compile(r"(?i)\b(?:sur|last |family |married |maiden )names?\b")
_ALIKE = 0.6


def part_renamed(whole: str, new: str, said: str) -> tuple[str, str]:
    """Return (what of `whole` goes, what comes in its place): ("Ines", "Inga") of "Ines Vogt" and "Inga".

    `said` is the request, which may say that it speaks of a first or a last name; a title stays where `new` has none.
    """
    parts = [part for part in whole.split() if part.rstrip(".") not in TITLES]
    if not parts or len(new.split()) > 1:
        titled = len(parts) < len(whole.split()) and new.split(maxsplit=1)[0].rstrip(".") not in TITLES
        return (" ".join(parts), new) if parts and titled else (whole, new)
    if len(parts) == 1:
        return parts[0], new
    if _LAST.search(said):
        return parts[-1], new
    if _FIRST.search(said):
        return parts[0], new
    best = max(parts, key=lambda part: difflib.SequenceMatcher(None, part.lower(), new.lower()).ratio())
    near = difflib.SequenceMatcher(None, best.lower(), new.lower()).ratio() >= _ALIKE
    return (best, new) if near else (whole, new)
