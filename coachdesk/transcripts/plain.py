"""This file reads plain text: "Anna: …", "[00:01:02] Anna: …", a line "Anna  0:03" above the words, or prose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from coachdesk.domain.session import Line
from coachdesk.transcripts.imported import Reading
from coachdesk.transcripts.noise import spoken
from coachdesk.transcripts.occasion import Occasion, occasion_before_speech, occasion_in
from coachdesk.transcripts.speakers import Label, Sighting, Spelling, label_of, speakers_of, spelling_of
from coachdesk.transcripts.timecodes import TIME, has_seconds_and_hours, is_time_of_day, seconds_of

_BREAK = re.compile(r"\r\n|[\n\r\v\f\u2028\u2029]")
_MARKER = re.compile(r"(?:>>+\s*|[-–—•*]\s+)")
_RANGE = rf"(?P<start>{TIME})(?:\s*(?:-->|-|–|to)\s*(?P<end>{TIME}))?"
_BRACKETED = re.compile(rf"[\[(<]\s*{_RANGE}\s*[\])>]\s*[-–:]?\s*")
_BARE = re.compile(rf"{_RANGE}(?:\s*[-–|]\s*|\s+|$)")
_FROM = re.compile(r"From\s+(?P<name>[^:]{1,80}?)(?:\s+to\s+[^:]{1,80})?\s*:\s*(?P<said>.*)", re.IGNORECASE)
_NAME_THEN_TIME = re.compile(rf"\[?(?P<name>[^\[\]|:]{{1,80}}?)\]?\s*[-–|,]?\s*[\[(]?(?P<time>{TIME})[\])]?\s*:?")
_TIME_THEN_NAME = re.compile(rf"[\[(]?(?P<time>{TIME})[\])]?\s*[-–|,]?\s+(?P<name>[^\[\]|:]{{1,80}}):?")
_MACHINE = re.compile(r"Transcribed by https?://\S+|.{1,80} (?:started|stopped) transcription", re.IGNORECASE)
_LATEST_START_S = 4 * 3600
_HALF_A_DAY_S = 12 * 3600


@dataclass(frozen=True, slots=True)
class _Row:
    """One non-blank line: its text, the time it begins with (as seconds, `bare` if without brackets) and its labels."""

    text: str
    opens: bool
    rest: str
    start: float | None = None
    end: float | None = None
    of_day: bool = False
    bare: bool = False
    sure: bool = False
    heading: Label | None = None


@dataclass(slots=True)
class _Turn:
    """A line in the making."""

    speaker: str
    parts: list[str]
    start: float | None
    end: float | None = None


def read_plain(text: str, *, wrapped: bool = False) -> Reading:
    """Return the lines of `text`; `wrapped` says that its lines end with the page, so that prose is joined."""
    rows = _rows(text)
    stated = occasion_in([row.text for row in rows], [row.opens for row in rows])
    rows = [row for index, row in enumerate(rows) if index not in stated.used]
    headings = _trusted_headings(rows)
    if headings:
        first = next(index for index, row in enumerate(rows) if row.heading)
        found = occasion_before_speech([row.text for row in rows[:first]], [row.opens for row in rows[: first + 1]])
        turns = _turns_under_headings(rows, found)
        of_day = any(row.heading.of_day for row in rows if row.heading)
    else:
        rows = _without_times(rows)
        labels = [_label(row) for row in rows]
        sightings = [
            Sighting(label, row.opens, row.start is not None or (label is not None and label.start is not None))
            for label, row in zip(labels, rows, strict=True)
        ]
        names = speakers_of([seen for seen, row in zip(sightings, rows, strict=True) if row.rest])
        labels = [label if label and label.name in names else None for label in labels]
        first = next((index for index, label in enumerate(labels) if label), 0)
        free = [row for row in rows[:first] if row.start is None]
        found = occasion_before_speech(
            [row.text for row in free], [row.opens for row in [*free, *rows[first : first + 1]]]
        )
        turns = _turns_after_labels(rows, labels, found, wrapped)
        of_day = any(row.of_day for row in rows) or any(label.of_day for label in labels if label)
    lines = _from_beginning(_finished(turns), of_day)
    return Reading(lines, stated.title or found.title, stated.date or found.date, stated.participants)


def _rows(text: str) -> list[_Row]:
    rows, opens = list[_Row](), True
    for raw in _BREAK.split(text):
        line = raw.strip()
        if not line:
            opens = True
        elif not _MACHINE.fullmatch(line[:200]):
            rows.append(_row(line, opens))
            opens = False
    return rows


def _row(line: str, opens: bool) -> _Row:
    marker = _MARKER.match(line)
    body = line[marker.end() :] if marker else line
    match, bare = _BRACKETED.match(body[:100]), False
    if match is None:
        match, bare = _BARE.match(body[:100]), True
    if match is None or (start := seconds_of(match["start"])) is None:
        return _Row(line, opens, body, heading=_heading(line))
    return _Row(
        line,
        opens,
        body[match.end() :].strip(),
        start,
        seconds_of(match["end"] or ""),
        is_time_of_day(match["start"]),
        bare,
        not bare or has_seconds_and_hours(match["start"]),
        _heading(line),
    )


def _heading(line: str) -> Label | None:
    """Return the speaker and time that a whole line consists of: "Anna Schmidt  0:03", "[Anna] 10:01:22"."""
    if len(line) > 120 or ":" not in line:
        return None
    match = _NAME_THEN_TIME.fullmatch(line) or _TIME_THEN_NAME.fullmatch(line)
    if match is None or (start := seconds_of(match["time"])) is None:
        return None
    name = match["name"].strip(" :*_-–")
    if spelling_of(name) is not Spelling.PROPER:
        return None
    return Label(name, "", Spelling.PROPER, start, is_time_of_day(match["time"]))


def _rising(times: Sequence[float]) -> bool:
    """Say whether `times` hardly ever go back, as those of a recording do; midnight is no going back."""
    backwards = sum(0 < earlier - later < _HALF_A_DAY_S for earlier, later in pairwise(times))
    return backwards <= 0.1 * len(times)


def _trusted_headings(rows: list[_Row]) -> bool:
    """Say whether lines of a name and a time stand above the words throughout the file."""
    places = [index for index, row in enumerate(rows) if row.heading]
    if not places or places[0] > 10:
        return False
    followed = sum(index + 1 < len(rows) and rows[index + 1].heading is None for index in places)
    headings = [row.heading for row in rows if row.heading]
    times = [heading.start for heading in headings if heading.start is not None]
    if len(headings) > 3 and len({heading.name for heading in headings}) > 0.75 * len(headings):
        return False
    return followed >= 0.7 * len(places) and _rising(times) and (len(places) > 1 or places[0] == 0)


def _without_times(rows: list[_Row]) -> list[_Row]:
    """Return `rows` with times that are part of a sentence ("10:30 suits me") put back into it."""
    bare = [row.start for row in rows if row.bare and row.start is not None]
    if len(bare) >= 2 and len(bare) >= 0.3 * len(rows) and _rising(bare):
        return rows
    return [
        row if row.sure or row.start is None else replace(row, rest=row.text, start=None, end=None, of_day=False)
        for row in rows
    ]


def _label(row: _Row) -> Label | None:
    sender = _FROM.fullmatch(row.rest) if row.start is not None and len(row.rest) < 10_000 else None
    if sender and (spelling := spelling_of(sender["name"])):
        return Label(sender["name"].strip(), sender["said"], spelling)
    return label_of(row.rest)


def _turns_under_headings(rows: list[_Row], found: Occasion) -> list[_Turn]:
    turns = list[_Turn]()
    for index, row in enumerate(rows):
        if row.heading:
            turns.append(_Turn(row.heading.name, [], row.heading.start))
        elif turns and turns[-1].start is not None:
            turns[-1].parts.append(row.text)
        elif index not in found.used:
            turns.append(_Turn("", [row.text], None))
    return turns


def _turns_after_labels(rows: list[_Row], labels: list[Label | None], found: Occasion, wrapped: bool) -> list[_Turn]:
    turns, speaker, begun = list[_Turn](), "", False
    alone: float | None = None
    paragraphs = sum(row.opens for row in rows) > 1
    dialogue, free = any(labels), 0
    for row, label in zip(rows, labels, strict=True):
        if not begun and label is None and row.start is None and dialogue:
            free += 1
            if free - 1 in found.used:
                continue
        start = row.start if row.start is not None else label.start if label else None
        if label:
            speaker, begun = label.name, True
            turns.append(_Turn(speaker, [label.said], alone if start is None else start, row.end))
        elif start is not None and not row.rest:
            alone = start
            continue
        elif start is not None or alone is not None:
            turns.append(_Turn(speaker, [row.rest], alone if start is None else start, row.end))
        elif turns and (begun or turns[-1].start is not None or _goes_on(turns[-1], row, paragraphs, wrapped)):
            turns[-1].parts.append(row.text)
        else:
            turns.append(_Turn("", [row.text], None))
        alone = None
    return turns


def _goes_on(turn: _Turn, row: _Row, paragraphs: bool, wrapped: bool) -> bool:
    """Say whether a line of prose belongs to the paragraph before it."""
    if wrapped:
        return turn.parts[-1][-1:] not in '.?!:”"'
    return paragraphs and not row.opens


def _finished(turns: list[_Turn]) -> list[Line]:
    lines = [Line(turn.speaker, spoken(" ".join(turn.parts)), turn.start, turn.end) for turn in turns]
    return [line for line in lines if line.text or line.speaker]


def _from_beginning(lines: list[Line], of_day: bool) -> tuple[Line, ...]:
    """Return `lines` with times of day turned into seconds since the first of them."""
    first = next((line.start for line in lines if line.start is not None), None)
    if first is None or not (of_day or first >= _LATEST_START_S):
        return tuple(lines)

    def since(moment: float | None) -> float | None:
        return None if moment is None else round((moment - first) % 86_400, 3)

    return tuple(Line(line.speaker, line.text, since(line.start), since(line.end)) for line in lines)
