"""This file reads times of day and times since the beginning, as transcripts write them."""

from __future__ import annotations

import re

TIME = r"\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?(?:[ ]?[AaPp]\.?[Mm]\b\.?)?"
_PARTS = re.compile(
    r"(?:(?P<hours>\d{1,4}):)?(?P<minutes>\d{1,4}):(?P<seconds>\d{1,2})(?:[.,](?P<fraction>\d{1,9}))?"
    r"(?:[ ]?(?P<half>[AaPp])\.?[Mm]\.?)?"
)


def seconds_of(written: str) -> float | None:
    """Return the seconds that "0:03", "00:01:02.345" or "10:01:22 AM" stands for, to the ms; None for anything else."""
    match = _PARTS.fullmatch(written.strip())
    if match is None:
        return None
    hours, minutes, seconds = int(match["hours"] or 0), int(match["minutes"]), int(match["seconds"])
    if match["half"] and match["hours"] is None:
        hours, minutes, seconds = minutes, seconds, 0
    if seconds > 59 or (minutes > 59 and (match["hours"] or match["half"])):
        return None
    if match["half"]:
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + (12 if match["half"] in "pP" else 0)
    fraction = float("0." + match["fraction"]) if match["fraction"] else 0.0
    return round(hours * 3600 + minutes * 60 + seconds + fraction, 3)


def is_time_of_day(written: str) -> bool:
    """Say whether `written` names a time on the clock ("10:01 AM") rather than one since the beginning."""
    return written.rstrip(". ")[-1:] in ("m", "M")


def has_seconds_and_hours(written: str) -> bool:
    """Say whether `written` has three parts, which running text hardly ever has."""
    return written.count(":") == 2
