"""This file computes with dates and times as they are written: "May 12th" moved by a week is "May 19th"."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re
from datetime import date, timedelta

from coachdesk.assistant.facts import WEEKDAYS, month_of, values

_MONTH_NAMES = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")  # fmt: skip
_GERMAN = ("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember")  # fmt: skip
_ANY_YEAR = 2027  # a year without 29 February, for dates that name none


def read_date(text: str) -> date | None:
    """Return the day that `text` names, in `_ANY_YEAR` if it names no year; None if it names no day and month."""
    iso = re.search(r"(\d{4})-(\d{2})-(\d{2})", text)
    try:
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        numeric = re.search(r"(\d{1,2})[./](\d{1,2})(?:[./](\d{2,4}))?", text)
        if numeric:
            year = int(numeric[3]) if numeric[3] else _ANY_YEAR
            return date(year + 2000 if year < 100 else year, int(numeric[2]), int(numeric[1]))
        month = month_of(text)
        day = re.search(r"\b(\d{1,2})(?:st|nd|rd|th|\.)?\b(?!\d)", text)
        year_found = re.search(r"\b(\d{4})\b", text)
        if month and day:
            return date(int(year_found[1]) if year_found else _ANY_YEAR, month, int(day[1]))
    except ValueError:
        return None
    return None


def write_date(like: str, day: date) -> str:
    """Return `day` written as `like` is."""
    if re.search(r"\d{4}-\d{2}-\d{2}", like):
        return re.sub(r"\d{4}-\d{2}-\d{2}", day.isoformat(), like)
    numeric = re.search(r"(\d{1,2})([./])(\d{1,2})(?:([./])(\d{2,4}))?", like)
    if numeric:
        wide = len(numeric[1]) == 2
        text = f"{day.day:02d}" if wide else str(day.day)
        text += numeric[2] + (f"{day.month:02d}" if len(numeric[3]) == 2 else str(day.month))
        if numeric[5]:
            text += numeric[4] + (str(day.year) if len(numeric[5]) == 4 else f"{day.year % 100:02d}")
        return like[: numeric.start()] + text + like[numeric.end() :]
    text = re.sub(
        r"\b\d{1,2}(st|nd|rd|th)?(?=\b|\.)(?!\d)",
        lambda m: str(day.day) + (_suffix(day.day) if m[1] else ""),
        like,
        count=1,
    )
    month = re.search(r"[^\W\d_]{3,}", re.sub(r"(?i)\b(?:the|of)\b", lambda m: " " * len(m[0]), text))
    if month and (found := _month_word(text)):
        text = text.replace(found, _month_like(found, day.month), 1)
    return re.sub(r"\b\d{4}\b", str(day.year), text)


def _month_word(text: str) -> str | None:
    return next((word for word in re.findall(r"[^\W\d_]+", text) if month_of(word)), None)


def _month_like(old: str, month: int) -> str:
    if old in _GERMAN and old not in _MONTH_NAMES:
        return _GERMAN[month - 1]
    name = _MONTH_NAMES[month - 1]
    if len(old) <= 4 and old.lower() not in ("june", "july", "may"):
        name = name[:3]
    return name if old[:1].isupper() else name.lower()


def _suffix(day: int) -> str:
    return "th" if 10 <= day % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def shifted(text: str, days: int = 0, months: int = 0) -> str | None:
    """Return the date `text` moved by days and months, written alike; None where it is no full date."""
    day = read_date(text)
    if day is None:
        return None
    if months:
        month = day.month - 1 + months
        last = 28
        day = date(day.year + month // 12, month % 12 + 1, min(day.day, last) if day.day > 28 else day.day)
    return write_date(text, day + timedelta(days=days))


def shifted_weekday(text: str, days: int) -> str:
    """Return the weekday in `text` moved by `days`, written alike ("Tue", "tuesday", "Tuesdays")."""

    def move(match: re.Match[str]) -> str:
        index = next(number for number, name in enumerate(WEEKDAYS) if name.startswith(match[0].lower()[:3]))
        name = WEEKDAYS[(index + days) % 7]
        name = name if len(match[0]) > 5 or match[0].lower().endswith("day") else name[: len(match[0])]
        return name.capitalize() if match[0][0].isupper() else name

    return re.sub(r"(?i)\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b", move, text, count=1)


def shifted_time(text: str, minutes: int) -> str:
    """Return the time in `text` moved by `minutes`, written alike."""
    found = re.search(r"(\d{1,2})(?:([:.h])(\d{2}))?", text)
    if not found:
        return text
    total = (int(found[1]) * 60 + int(found[3] or 0) + minutes) % (24 * 60)
    hour = total // 60
    if re.search(r"(?i)[ap]\.?m", text):
        hour = hour % 12 or 12
    shown = f"{hour:02d}" if len(found[1]) == 2 and found[1][0] == "0" else str(hour)
    if found[3] or total % 60:
        shown += (found[2] or ":") + f"{total % 60:02d}"
    return text[: found.start()] + shown + text[found.end() :]


def days_between(old: str, new: str) -> int | None:
    """Return the days from one written date to another, or None."""
    first, second = read_date(old), read_date(new)
    if first is None or second is None:
        return None
    return (second - first).days


def combine(old: str, new: str, kind: str) -> str:  # noqa: PLR0911 - each return is a way in which two dates meet
    """Return what is to stand for `old` when the coach says `new`: "the 14th" keeps the month of "12 May", "11" the ":00" of "10:00"."""
    found = values(new)
    ordinal = re.fullmatch(r"(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)?\.?", new.strip())
    if kind in ("date", "day") and ordinal and (not found or found[0].kind in ("number", "day")):
        return re.sub(
            r"(?<![\d.])\d{1,2}(st|nd|rd|th)?\b",
            lambda m: ordinal[1] + (_suffix(int(ordinal[1])) if m[1] else ""),
            old,
            count=1,
        )
    plain = re.fullmatch(r"(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)\s+(?:of\s+)?([^\W\d_]+)", new.strip())
    if kind == "date" and plain and re.fullmatch(r"\d{1,2}\s+[^\W\d_]+", old):
        return f"{plain[1]} {plain[2]}"  # as dates are written here
    if (
        kind == "date"
        and re.search(r"\b\d{4}$", old)
        and found
        and found[0].kind == "date"
        and not re.search(r"\d{4}", new)
    ):
        return f"{new} {old[-4:]}" if not re.search(r",\s*\d{4}$", old) else f"{new}, {old[-4:]}"
    if kind == "time" and re.fullmatch(r"\d{1,2}", new.strip()):
        rest = re.sub(r"^\d{1,2}(?:[:.]\d{2})?", "", old)
        minutes = re.match(r"\d{1,2}([:.h])\d{2}", old)
        return new.strip() + (f"{minutes[1]}00" if minutes else "") + rest
    if (
        kind == "time"
        and re.search(r"(?i)[ap]\.?m", old)
        and re.fullmatch(r"\d{1,2}[:.]\d{2}", new)
        and int(re.split(r"[:.]", new)[0]) <= 12
    ):
        half = re.search(r"\d(?=\s*[ap])", old, re.IGNORECASE)
        return new + old[half.end() :] if half else new
    if kind == "percent" and found and found[0].kind == "number":
        return re.sub(r"^\S+?(?=\s?(?:%|per|-per))", new, old, count=1)
    if kind == "money" and found and found[0].kind == "number":
        return re.sub(r"\d+(?:[.,]\d+)*", new, old, count=1)
    if kind == "weekday" and found and found[0].kind == "weekday":
        return new[:1].upper() + new[1:]
    if kind == "month" and found and found[0].kind == "month":
        return new[:1].upper() + new[1:]
    return re.sub(r"^the\s+(?=\d)", "", new) if kind == "date" and not old.startswith("the ") else new


_UNITS = (
    (r"days?|tage?n?|jours?", "day"), (r"weeks?|wochen?|semaines?", "week"), (r"fortnights?", "fortnight"),
    (r"months?|monate?n?|mois", "month"), (r"hours?|stunden?|heures?", "hour"), (r"minutes?|minuten", "minute"),
)  # fmt: skip
_COUNTS = {
    "ein": "1",
    "eine": "1",
    "einen": "1",
    "einem": "1",
    "einer": "1",
    "zwei": "2",
    "drei": "3",
    "un": "1",
    "une": "1",
    "deux": "2",
    "trois": "3",
}


def units_of(text: str) -> str:
    """Return the length of time that a text names, as "2 weeks" or "half an hour"; "" where it names none."""
    if re.search(r"\bhalf an hour\b|\beine halbe stunde\b|\bune demi-heure\b", text):
        return "half an hour"
    for pattern, unit in _UNITS:
        found = re.search(
            rf"\b(a|an|one|two|three|four|five|six|ten|fifteen|twenty|thirty|\d+|{'|'.join(_COUNTS)}) (?:full |whole )?(?:{pattern})\b",
            text,
        )
        if found:
            count = _COUNTS.get(found[1], found[1])
            return f"{count} {unit}" + ("s" if count not in ("a", "an", "one", "1") else "")
    return ""
