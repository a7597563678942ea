"""This file reads WebVTT and SRT, as recorders really write them: cues without blank lines, numbers, repeated lines."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from coachdesk.domain.session import Line
from coachdesk.transcripts.imported import Reading
from coachdesk.transcripts.noise import spoken
from coachdesk.transcripts.occasion import date_in
from coachdesk.transcripts.speakers import Sighting, Spelling, label_of, speakers_of, spelling_of
from coachdesk.transcripts.timecodes import seconds_of

_CLOCK = r"(?:\d{1,4}:)?\d{1,4}:\d{1,2}(?:[.,]\d{1,9})?"
_TIMING = re.compile(rf"\s*(?P<start>{_CLOCK})\s*-->\s*(?P<end>{_CLOCK})(?:\s.*)?")
# Words behind </v> are still of this voice: recorders close it and go on in the next row.
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^<>]*)>")
_TAG = re.compile(r"</?(?:c|i|b|u|ruby|rt|lang|font|v)(?:[.\s][^<>]*)?>|<\d[\d:.]*>", re.IGNORECASE)
_ASIDE_BLOCK = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s.*)?")
_NUMBER = re.compile(r"\d{1,9}")

# Our own export says so in a NOTE; then nothing is guessed.
OURS = "Written by CoachDesk"
ESTIMATED = "times are estimated"


@dataclass(frozen=True, slots=True)
class _Cue:
    start: float | None
    end: float | None
    rows: tuple[str, ...]


def has_cues(text: str) -> bool:
    """Say whether `text` is a WebVTT file, or holds the timing lines of one or of SRT near its beginning."""
    return text.startswith("WEBVTT") or any(_TIMING.fullmatch(row[:200]) for row in text[:20_000].splitlines())


def read_cues(text: str) -> Reading:
    """Return one line for each cue, or each voice in it; a cue without words is left out unless it names a speaker."""
    cues, remarks = _cues(text)
    ours = any(remark.startswith(OURS) for remark in remarks)
    cues = cues if ours else _without_repeats(cues)
    if any("<v" in row for cue in cues for row in cue.rows):
        lines = [line for cue in cues for line in _voices(cue)]
    elif ours:
        lines = [_line("", " ".join(cue.rows), cue) for cue in cues]
    elif _named_above(cues):
        lines = [_line(cue.rows[0] if cue.rows else "", " ".join(cue.rows[1:]), cue) for cue in cues]
    else:
        lines = _labelled(cues)
    lines = [line for line in lines if line.text or line.speaker]
    if ours and any(ESTIMATED in remark for remark in remarks):
        lines = [Line(line.speaker, line.text) for line in lines]
    return Reading(tuple(lines), date=next((day for remark in remarks if (day := date_in(remark))), None))


def _cues(text: str) -> tuple[list[_Cue], list[str]]:
    """Return the cues and the text of NOTE blocks. What stands before the first timing is a header."""
    rows = re.split(r"\r\n|[\n\r]", text)
    cues, remarks = list[_Cue](), list[str]()
    web = rows[0].startswith("WEBVTT")
    payload, timing = list[str](), None
    aside = False
    for index, row in enumerate(rows):
        match = _TIMING.fullmatch(row) if "-->" in row and len(row) < 500 else None
        if match:
            if timing:
                cues.append(_cue(timing, payload))
            payload, timing, aside = [], match, False
        elif not row or (not row.strip() and payload):
            # A row of one space is no blank line: rolling captions begin so.
            aside = False
            if timing and web:
                cues.append(_cue(timing, payload))
                payload, timing = [], None
        elif web and timing is None and (aside or _ASIDE_BLOCK.fullmatch(row)):
            aside = True
            remarks.append(row.removeprefix("NOTE").strip())
        elif timing and not _is_next_number(rows, index):
            payload.append(row)
    if timing:
        cues.append(_cue(timing, payload))
    return cues, remarks


def _is_next_number(rows: list[str], index: int) -> bool:
    """Say whether the row is the number of the cue that begins in the next row."""
    return index + 1 < len(rows) and "-->" in rows[index + 1] and bool(_NUMBER.fullmatch(rows[index].strip()))


def _cue(timing: re.Match[str], payload: list[str]) -> _Cue:
    start, end = seconds_of(timing["start"]), seconds_of(timing["end"])
    return _Cue(start, None if start is not None and end is not None and end < start else end, tuple(payload))


def _without_repeats(cues: list[_Cue]) -> list[_Cue]:
    """Return `cues` without the line that rolling captions carry over from the cue before."""
    stripped = [replace(cue, rows=tuple(row for row in cue.rows if spoken(_TAG.sub("", row)))) for cue in cues]
    repeats = [
        bool(before.rows and cue.rows) and _TAG.sub("", cue.rows[0]).strip() == _TAG.sub("", before.rows[-1]).strip()
        for before, cue in pairwise(stripped)
    ]
    # A cue of two rows, of which one is new, is what rolls; people say "Yes." twice as well.
    rolling = sum(again and len(cue.rows) > 1 for again, cue in zip(repeats, stripped[1:], strict=True))
    if len(repeats) < 3 or sum(repeats) < 0.5 * len(repeats) or rolling < 0.2 * len(repeats):
        return cues
    return [
        cue if not again else replace(cue, rows=cue.rows[1:])
        for cue, again in zip(stripped, [False, *repeats], strict=True)
    ]


def _plain(text: str) -> str:
    return spoken(html.unescape(_TAG.sub("", text)))


def _line(speaker: str, text: str, cue: _Cue) -> Line:
    return Line(_plain(speaker), _plain(text), cue.start, cue.end)


def _voices(cue: _Cue) -> Iterator[Line]:
    """Yield a line for each voice of `cue`; words before the first voice tag have no speaker."""
    pieces = _VOICE.split("\n".join(cue.rows))
    if _plain(pieces[0]):
        yield _line("", pieces[0], cue)
    for speaker, text in zip(pieces[1::2], pieces[2::2], strict=True):
        yield _line(speaker, text, cue)


def _named_above(cues: list[_Cue]) -> bool:
    """Say whether each cue's first row is a speaker's name, as in transcripts of Microsoft Stream."""
    named = [cue.rows[0].strip() for cue in cues if len(cue.rows) > 1]
    proper = [name for name in named if spelling_of(name) is Spelling.PROPER]
    return len(proper) >= 2 and len(proper) >= 0.9 * len(cues) and len(set(proper)) <= 0.5 * len(proper)


def _labelled(cues: list[_Cue]) -> list[Line]:
    """Return lines for cues that may name their speaker in the text ("Anna: …"), by a look at all of them."""
    rows = [(cue, _dashless(_plain(row)), index == 0) for cue in cues for index, row in enumerate(cue.rows)]
    labels = [label_of(text) for _, text, _ in rows]
    names = speakers_of([Sighting(label, first, first) for label, (_, _, first) in zip(labels, rows, strict=True)])
    lines, speaker = list[Line](), ""
    for label, (cue, text, first) in zip(labels, rows, strict=True):
        if label and label.name in names:
            speaker = label.name
            lines.append(_line(speaker, label.said, cue))
        elif first or not lines:
            lines.append(Line(speaker, text, cue.start, cue.end))
        else:
            lines[-1] = Line(lines[-1].speaker, f"{lines[-1].text} {text}".strip(), cue.start, cue.end)
    return lines


def _dashless(row: str) -> str:
    return (
        row[1:].lstrip() if row[:1] in ("-", "–") and len(row) > 1 and not row[1].isdigit() else row.removeprefix(">> ")
    )
