"""This file puts dates, times, origins and names into the words that a coach reads."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, Qt

STARTER = "SmolLM2-135M"
RULES = "rules"


def day_in_words(date: str, *, with_year: bool = True) -> str:
    """Return the day of an ISO 8601 date or moment as the coach's locale writes it, or "" when there is none."""
    day = QDate.fromString(date[:10], Qt.DateFormat.ISODate)
    if not day.isValid():
        return ""
    translate, this_year = QCoreApplication.translate, day.year() == QDate.currentDate().year()
    short = translate("Dates", "d MMM") if this_year and not with_year else translate("Dates", "d MMM yyyy")
    return QLocale().toString(day, short)


def month_in_words(month: str) -> str:
    """Return a month, "2026-05", as a heading says it, or "" when it is none."""
    first = QDate.fromString(f"{month}-01", Qt.DateFormat.ISODate)
    return QLocale().toString(first, QCoreApplication.translate("Dates", "MMMM yyyy")) if first.isValid() else ""


def day_format() -> str:
    """Return how a field writes a day."""
    return QCoreApplication.translate("Dates", "d MMMM yyyy")


def time_in_words(at: str) -> str:
    """Return the time of day of an ISO 8601 moment here, "14:02"; with its day unless that is today."""
    moment = QDateTime.fromString(at, Qt.DateFormat.ISODateWithMs).toLocalTime()
    if not moment.isValid():
        return ""
    clock = moment.toString("HH:mm")
    today = moment.date() == QDate.currentDate()
    return (
        clock if today else f"{day_in_words(moment.date().toString(Qt.DateFormat.ISODate), with_year=False)}, {clock}"
    )


def origin_in_words(origin: str) -> str:
    """Return who wrote a text: the coach, the platform, or a model on this laptop, and whether to check it."""
    translate = QCoreApplication.translate
    if origin in {"", "coach"}:
        return translate("Origin", "You")
    if origin == "platform":
        return translate("Origin", "Platform")
    if not origin.startswith("local:"):
        return origin[:60]
    model = origin.removeprefix("local:")[:60]
    if model.casefold() == RULES:
        return translate("Origin", "Rules on this laptop — no model saw it")
    if model.startswith(STARTER):
        return translate("Origin", "{model} on this laptop — check this").format(model=model)
    return translate("Origin", "{model} on this laptop").format(model=model)


def moment_in_words(seconds: float | None) -> str:
    """Return a place in a recording, "04:07" or "1:04:07"; "" where it is unknown."""
    if seconds is None:
        return ""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes:02d}:{rest:02d}"


def reads_from_the_right(text: str) -> bool:
    """Return whether `text` is read from right to left, by its first letter that has a direction."""
    directions = map(unicodedata.bidirectional, text)
    return next((found for found in directions if found in {"L", "R", "AL"}), "L") != "L"


def initials(name: str) -> str:
    """Return one or two letters that stand for `name`."""
    words = [word for word in name.split() if word[:1].isalnum()]
    letters = [words[0][0], words[-1][0]] if len(words) > 1 else [word[0] for word in words]
    return "".join(letters).upper()[:2] or "–"


def status_in_words(status: str) -> str:
    """Return a session's status as a badge says it."""
    translate = QCoreApplication.translate
    known = {
        "open": translate("Status", "Open"),
        "draft": translate("Status", "Draft"),
        "approved": translate("Status", "Approved"),
        "done": translate("Status", "Done"),
    }
    return known.get(status, status[:24].capitalize())
