"""This file reads a day that does not suit together with the one named instead: "He can't on the 2nd, the 3rd is fine"."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re

from coachdesk.assistant.facts import values

_UNSUITABLE = re.compile(
    r"(?i)\b(?:can't|cannot|can not|couldn't|won't|is(?: not|n't) (?:able|possible|free)|doesn't (?:work|suit|fit)|does not (?:work|suit|fit)|didn't work|not possible|(?:had|have|has|need) to cancel|cancel(?:led|s)?|falls? through|is off|clashes|is (?:a )?(?:holiday|taken|bad))\b"
)


def days_compared(parts: list[str]) -> list[str]:
    """Return "…, 16 May instead, not 15 May" for "15 May doesn't suit him. 16 May instead": the first day is the wrong one."""
    if len(parts) == 1:
        halves = re.split(r"\s*[,;–—]\s+(?:so |but |and )?|\s+so (?=it|we|let)", parts[0], maxsplit=1)
        parts = (
            halves
            if len(halves) == 2 and _UNSUITABLE.search(halves[0]) and _day(halves[0]) and _day(halves[1])
            else parts
        )
    compared: list[str] = []
    for part in parts:
        old = _day(compared[-1]) if compared and _UNSUITABLE.search(compared[-1]) else ""
        new = _day(part) if old else ""
        if new and re.match(r"(?i)(?:the |our )?new (?:date|day|time|appointment)\b", part.strip()):
            compared[-1] = part
        elif new and new != old and not re.search(r"(?i)\b(?:not|instead of|rather than)\b", part):
            compared[-1] = (
                f"{new}, not {old}" if len(part.split()) <= 6 + len(new.split()) else f"{part.rstrip(' .!')}, not {old}"
            )
        else:
            compared.append(part)
    return compared


def _day(text: str) -> str:
    """Return the one day that a text names, "" where it names none or several."""
    days = [fact.text for fact in values(text) if fact.kind in ("date", "day")]
    return days[0] if len(days) == 1 else ""
