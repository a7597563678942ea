"""This file puts another day, time or way of meeting into a sentence that holds the old one."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re

from coachdesk.assistant.clauses import cut
from coachdesk.assistant.dates import combine, days_between, shifted, shifted_time, shifted_weekday
from coachdesk.assistant.facts import WEEKDAYS, Fact, values
from coachdesk.assistant.lexicon import NUMBER_VALUES

MODE = r"(?:by (?:phone|telephone|video(?: call)?|zoom|teams|skype|e-?mail)|over (?:zoom|the phone|video)|on (?:zoom|teams|skype|the phone)|via (?:zoom|teams|skype|video|phone)|in person|face[- ]to[- ]face|on ?site|on-site|online|remotely|in (?:the|her|his|my|our|their) (?:office|shop|studio|garden|home|clinic|practice)|at (?:the|her|his|my|our|their) (?:office|shop|studio|home|place|clinic|practice|workplace|house)|at home|as a (?:video|phone) call)"
_HALF = {"a": 1, "an": 1, "another": 1, "half an": 0.5}


def days_in(text: str) -> list[Fact]:
    return [fact for fact in values(text) if fact.day_kind and fact.kind != "year"]


def times_in(text: str) -> list[Fact]:
    return [fact for fact in values(text) if fact.kind == "time"]


def _amount(text: str) -> float:
    text = text.lower()
    return float(text) if text.isdigit() else _HALF.get(text, NUMBER_VALUES.get(text, 1))


def moved_by(text: str, shift: re.Match[str], clause: str) -> tuple[str, list[str]]:
    """Move the day or the time of `text`; a weekday beside the date moves along."""
    earlier = bool(re.search(r"(?i)earlier|sooner|before", shift["way"] or "")) or (
        bool(re.search(r"(?i)\bforward|\badvance|\bbring|\bahead|\bpull", clause)) and not re.search(r"(?i)\blater", clause))  # fmt: skip
    amount = _amount(shift["n"]) * (-1 if earlier else 1)
    unit = shift["unit"].lower()
    facts_there = times_in(text)[:1] if unit in ("hour", "minute") else days_in(text)[:2]
    made = []
    facts_there = [fact for fact in facts_there if not repeated(text, fact)] or facts_there[:0]
    for fact in reversed(facts_there):
        if fact.kind == "time":
            moved: str | None = shifted_time(fact.text, int(amount * (60 if unit == "hour" else 1)))
        elif fact.kind == "weekday":
            moved = shifted_weekday(fact.text, int(amount) * (1 if unit == "day" else 0))
            if unit != "day" and len(facts_there) == 1:
                moved = (
                    f"{fact.text} {'one week' if abs(amount) == 1 else f'{abs(int(amount))} weeks'} {'earlier' if earlier else 'later'}"
                    if unit == "week"
                    else None
                )
        elif unit == "month":
            moved = shifted(fact.text, months=int(amount))
        else:
            moved = shifted(fact.text, days=int(amount * {"day": 1, "week": 7, "fortnight": 14}[unit]))
        if moved:
            made.append(moved)
            text = text[: fact.start] + moved + text[fact.end :]
    return text, made


def repeated(text: str, fact: Fact) -> bool:
    """Tell whether a weekday is one of many: "every Monday", "on Thursdays"."""
    if fact.kind != "weekday":
        return False
    return fact.text.lower().endswith("days") or bool(re.search(r"(?i)\b(?:every|each)\s+$", text[: fact.start]))


def set_to(text: str, fresh: list[Fact], new: str) -> tuple[str, list[str]]:
    """Put each new day or time where the text holds the old one of its kind."""
    made: list[str] = []
    days = [fact for fact in fresh if fact.day_kind]
    times = [fact for fact in fresh if fact.kind == "time"]
    numbers = [fact for fact in fresh if fact.kind == "number"]
    if numbers and not times and re.search(r"(?i)\bat\s+$", new[: numbers[0].start]):
        times = numbers[:1]
    elif numbers and not days and not times:
        if re.search(r"(?i)\b(?:\d{1,2}(?:st|nd|rd|th))$", numbers[0].text) or not times_in(text):
            days = numbers[:1]
        else:
            times = numbers[:1]
    old_times = times_in(text)
    if times and old_times:
        value = combine(old_times[0].text, times[0].text, "time")
        text = text[: old_times[0].start] + value + text[old_times[0].end :]
        made.append(value)
    if days:
        text, more = _set_day(text, days, new)
        made += more
    if times and not old_times:
        day = days_in(text)
        at = day[-1].end if day else len(text.rstrip("."))
        text = f"{text[:at]}{',' if ',' in text else ' at'} {times[0].text}{text[at:]}"
    return text, made


def _written(days: list[Fact], new: str) -> str:
    """Return a day as the coach wrote it: "Tuesday 8 May" is two values."""
    return new[days[0].start : days[-1].end] if len(days) > 1 else days[0].text


def _set_day(text: str, days: list[Fact], new: str) -> tuple[str, list[str]]:
    old = days_in(text)
    vague = re.search(
        r"(?i)\b(?:in (?:a|one|two|three|four|\d+) (?:days?|weeks?|months?)|to be (?:agreed|confirmed|fixed|decided|set)|tb[adc]|not (?:yet )?(?:set|fixed|agreed)|open)\b",
        text,
    )
    if not old and vague:
        put = _written(days, new)
        return text[: vague.start()] + put + text[vague.end() :], [put]
    if not old:
        said = re.search(r"(?i)\b(on|by|until|before|in)\s+(?:the\s+)?$", new[: days[0].start])
        bare = text.rstrip(" .")
        return f"{bare} {said[1] if said else 'by'} {days[0].text}{text[len(bare) :]}", [days[0].text]
    written = _written(days, new)
    dated = next((fact for fact in old if fact.kind in ("date", "day")), old[0])
    weekday = next((fact for fact in old if fact.kind == "weekday"), None)
    beside = weekday is not None and weekday is not dated and abs(weekday.start - dated.start) < 16
    first = days[0]
    bare_day = next((fact for fact in days if fact.kind == "day"), None)
    new_weekday = next((fact for fact in days if fact.kind == "weekday"), None)
    if beside and weekday is not None and bare_day is not None and new_weekday is not None:
        moved = combine(dated.text, bare_day.text, dated.kind)
        for fact, value in sorted(((dated, moved), (weekday, new_weekday.text)), key=lambda pair: -pair[0].start):
            text = text[: fact.start] + value + text[fact.end :]
        return text, [moved, new_weekday.text]
    if beside and weekday is not None and len(days) > 1:
        start, end = min(weekday.start, dated.start), max(weekday.end, dated.end)
        return text[:start] + written + text[end:], [written]
    if beside and weekday is not None and first.kind == "weekday":
        gap = (_weekday(first.text) - _weekday(weekday.text)) % 7
        gap = gap - 7 if gap > 3 and re.search(r"(?i)earlier|forward", new) else gap
        moved = shifted(dated.text, days=gap) or dated.text
        for fact, value in sorted(
            ((dated, moved), (weekday, first.text[:1].upper() + first.text[1:])), key=lambda pair: -pair[0].start
        ):
            text = text[: fact.start] + value + text[fact.end :]
        return text, [moved, first.text]
    value = combine(dated.text, written, dated.kind)
    lead = re.search(r"(?i)\b(?:the|on|in)\s+$", text[: dated.start]) if first.kind != dated.kind else None
    text_after = text[: dated.start] + value + text[dated.end :]
    if lead and dated.kind == "relative" and first.kind == "date" and lead.group().lower().startswith("in"):
        text_after = text[: lead.start()] + "on " + value + text[dated.end :]
    if beside and weekday is not None:
        gap_days = days_between(dated.text, value)
        there = text_after.find(weekday.text)
        if gap_days is not None:
            put = shifted_weekday(weekday.text, gap_days)
            return text_after[:there] + put + text_after[there + len(weekday.text) :], [value, put]
        return cut(
            text_after, there, there + len(weekday.text) + (text_after[there + len(weekday.text) :].startswith(","))
        ), [value]
    return text_after, [value]


def _weekday(text: str) -> int:
    return next((number for number, name in enumerate(WEEKDAYS) if name.startswith(text.lower()[:3])), 0)


def with_mode(text: str, mode: str) -> str:
    """Put the way of meeting where the old one stands, or at the end."""
    old = re.search(rf"(?i)\b{MODE}\b", text)
    if old:
        put = mode[:1].upper() + mode[1:] if old.group()[:1].isupper() else mode
        return text[: old.start()] + put + text[old.end() :]
    bare = text.rstrip(" .")
    return f"{bare}, {mode}{text[len(bare) :]}"
