"""This file finds when a session was and what it was called, in a file's name or its first lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from coachdesk.transcripts.noise import spoken
from coachdesk.transcripts.speakers import Spelling, spelling_of

_MONTHS = """
january jan januar janvier, february feb februar, march mar märz mrz mars, april apr avril, may mai mayo,
june jun juni juin, july jul juli, august aug août, september sep sept septembre, october oct oktober okt octobre,
november nov novembre, december dec dezember dez
"""
_MONTH = {name: number for number, names in enumerate(_MONTHS.split(","), 1) for name in names.split()}
_YEAR_FIRST = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_./ ]?)(\d\d)\2(\d\d)(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})\. ?(\d{1,2})\. ?((?:19|20)\d\d)(?!\d)")
_NAMED_DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|\.)?[ -](?:of )?([^\W\d_]{3,9})\.?,?[ -]((?:19|20)\d\d)(?!\d)"
)
_NAMED_MONTH_FIRST = re.compile(r"([^\W\d_]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\d\d)(?!\d)")
_SLASHES = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)(?!\d)")
_ZOOM = re.compile(r"GMT(?=\d{8}-\d{6})|[._ ](?:transcript|cc)$")
_TIME_IN_NAME = re.compile(r"(?<![A-Za-z0-9])(?:GMT)?T?\d{2}[-:h]?\d{2}(?:[-:]?\d{2})?(?:Z|UTC)?(?![A-Za-z0-9])")

_FIELD = re.compile(r"[#>\-\s]*[*_]{0,2}(?P<key>[^\W\d_][\w ]{1,24}?)[*_]{0,2}\s*[:：][*_]{0,2}\s*(?P<value>\S.*)")
_KEYS = {
    "date": "date, datum, fecha, session date, date of session, meeting date, recorded, recorded on, aufgenommen am",
    "title": "title, titel, titre, título, subject, betreff, topic, thema, meeting title",
    "participants": "participants, participant, attendees, teilnehmer, teilnehmende, anwesend, present, participantes",
    "person": "coach, client, coachee, klient, klientin, kunde, kundin, mentor, mentee, therapist, interviewer",
}
_KEY = {name: kind for kind, names in _KEYS.items() for name in names.split(", ")}
_DURATION = re.compile(
    r"(?:\d{1,2}\s?h(?:ours?)?\s?)?(?:\d{1,3}\s?m(?:in(?:utes)?)?\s?)?(?:\d{1,2}\s?s(?:ec(?:onds)?)?)?"
)


@dataclass(frozen=True, slots=True)
class Occasion:
    """What the first lines tell; `used` are the indices of the lines that told it."""

    title: str = ""
    date: str | None = None
    participants: tuple[str, ...] = ()
    used: frozenset[int] = frozenset()


def date_in(text: str) -> str | None:
    """Return the first day that `text` names beyond doubt, as "2026-05-12"; 05/12/2026 is in doubt and gives None."""
    for pattern, order in (
        (_YEAR_FIRST, "y-md"),
        (_DAY_FIRST, "dmy"),
        (_NAMED_DAY_FIRST, "dmy"),
        (_NAMED_MONTH_FIRST, "mdy"),
    ):
        for match in pattern.finditer(text):
            found = _day(dict(zip(order, match.groups(), strict=True)))
            if found:
                return found
    for match in _SLASHES.finditer(text):
        first, second, year = match.groups()
        readings = {_day({"y": year, "m": first, "d": second}), _day({"y": year, "m": second, "d": first})} - {None}
        if len(readings) == 1:
            return readings.pop()
    return None


def title_in_name(stem: str) -> str:
    """Return a file name without its ending as a title, without date, time and underscores, if anything is left."""
    text = stem = _ZOOM.sub("", stem)
    for pattern in (_YEAR_FIRST, _DAY_FIRST, _NAMED_DAY_FIRST, _NAMED_MONTH_FIRST):
        text = pattern.sub(lambda match: " " if date_in(match[0]) else match[0], text)
    if text != stem:
        text = _TIME_IN_NAME.sub(" ", text.replace("_", " "))
    text = spoken(text.replace("_", " ")).strip(" -–,.()")
    return text or spoken(stem)


def occasion_in(rows: list[str], blank_before: list[bool]) -> Occasion:
    """Return what the fields at the top of `rows` tell ("Date: …", "Participants: …"), until a line that is none."""
    title, day, people, used = "", None, list[str](), set[int]()
    for index, row in enumerate(rows[:20]):
        match = _FIELD.fullmatch(row) if len(row) < 400 else None
        kind = _KEY.get(match["key"].casefold().strip()) if match else None
        value = spoken(match["value"]).strip("*_ ") if match else ""
        if kind == "date" and day is None and date_in(value):
            day = date_in(value)
        elif kind == "title" and not title:
            title = value
        elif kind == "participants":
            people += [name for part in re.split(r"[,;]| and | und ", value) if (name := part.strip(" .*_"))]
        elif kind == "person" and used == set(range(index)) and used and not blank_before[index] and _is_person(value):
            people.append(value)
        else:
            break
        used.add(index)
    return Occasion(title[:200], day, tuple(dict.fromkeys(people)), frozenset(used))


def occasion_before_speech(rows: list[str], blank_before: list[bool]) -> Occasion:
    """Return what free lines above the first speaker tell: a heading is the title, a line with a day the date.

    `blank_before` has one more item than `rows`, for the first speaker's line. A first line counts as a heading when a
    blank line follows it, or when it is marked as one.
    """
    title, day, used = "", None, set[int]()
    for index, row in enumerate(rows[:8]):
        if len(row) > 120 or row.endswith((".", "?", "!", ":", ",")):
            continue
        if day is None and date_in(row):
            day = date_in(row)
        elif index == 0 and (blank_before[1] or row.startswith("#")):
            title = row.lstrip("# ").strip("*_ ")
        elif not _DURATION.fullmatch(row):
            continue
        used.add(index)
    return Occasion(title, day, (), frozenset(used))


def _is_person(value: str) -> bool:
    return len(value.split()) <= 4 and spelling_of(value) is Spelling.PROPER and value[-1:] != "."


def _day(parts: dict[str, str]) -> str | None:
    month = parts["m"] if parts["m"].isdigit() else str(_MONTH.get(parts["m"].casefold(), 0))
    try:
        return date(int(parts["y"]), int(month), int(parts["d"])).isoformat()
    except ValueError:
        return None
