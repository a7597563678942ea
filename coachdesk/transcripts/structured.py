"""This file reads transcripts in JSON: our own, Whisper's, and the lists of utterances that recorders export."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from coachdesk.domain.session import Line
from coachdesk.transcripts.imported import LINES, TOO_MANY_LINES, NoTranscript, Reading
from coachdesk.transcripts.noise import spoken
from coachdesk.transcripts.occasion import date_in
from coachdesk.transcripts.plain import read_plain
from coachdesk.transcripts.timecodes import seconds_of

_LISTS = (
    "lines segments utterances monologues sentences turns entries items messages results transcript transcripts "
    "transcription meeting_transcripts audio_segments paragraphs data conversation dialogue content"
).split()
_SPEAKER = (
    "speaker speaker_name speakerName speaker_label speakerLabel speaker_id speakerId name participant role user author"
).split()
_TEXT = "text transcript content sentence raw_text value message utterance body caption".split()
_START = "start start_time startTime start_ms startMs begin from offset timestamp time start_timestamp".split()
_END = "end end_time endTime end_ms endMs to stop end_timestamp".split()
# Larger numbers are moments since 1970, of which the beginning of the session is not known.
_LATEST = 1_000_000_000
_PEOPLE = ("participants", "attendees", "speakers")


def read_structured(data: bytes) -> Reading:
    """Return the lines of the JSON document `data` (UTF-8); raises NoTranscript if there is none in it."""
    try:
        document: object = msgspec.json.decode(data)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
        raise NoTranscript("is not whole JSON: export it again, or choose another file.") from error
    entries = _entries(document, depth=0)
    fields = document if isinstance(document, Mapping) else {}
    if not entries:
        whole = next((value for key in _TEXT if isinstance(value := fields.get(key), str)), "")
        if not whole.strip():
            raise NoTranscript("holds no list of what was said: each entry needs a speaker and a text.")
        return read_plain(whole)
    if len(entries) > LINES:
        raise NoTranscript(TOO_MANY_LINES)
    lines = [line for entry in entries if (line := _line(entry)) is not None]
    title, date = fields.get("title"), fields.get("date")
    return Reading(
        _in_seconds(lines),
        spoken(title) if isinstance(title, str) else "",
        date_in(date) if isinstance(date, str) else None,
        tuple(_people(fields)),
    )


def _entries(value: object, depth: int) -> list[Mapping[object, object]]:
    """Return the first list of utterances in `value`, looked for under the usual keys, at most four levels down."""
    if isinstance(value, list):
        rows = [item for item in value if isinstance(item, Mapping)]
        if rows and sum(_text(row) is not None for row in rows) >= 0.5 * len(value):
            return rows
        return next((found for row in rows[:3] if depth < 4 and (found := _entries(row, depth + 1))), [])
    if isinstance(value, Mapping) and depth < 4:
        return next((found for key in _LISTS if key in value and (found := _entries(value[key], depth + 1))), [])
    return []


def _text(entry: Mapping[object, object]) -> str | None:
    for key in _TEXT:
        if isinstance(value := entry.get(key), str):
            return value
    parts = entry.get("elements") or entry.get("words")
    if isinstance(parts, list):
        pieces = [part.get("value", part.get("word", "")) for part in parts if isinstance(part, Mapping)]
        return ("" if "elements" in entry else " ").join(piece for piece in pieces if isinstance(piece, str))
    return None


def _line(entry: Mapping[object, object]) -> Line | None:
    text = _text(entry)
    speaker = next((name for key in _SPEAKER if (name := _name(entry.get(key)))), "")
    line = Line(speaker, spoken(text or ""), _moment(entry, _START), _moment(entry, _END))
    return line if line.text or (line.speaker and text is not None) else None


def _name(value: object) -> str:
    if isinstance(value, Mapping):
        value = value.get("name") or value.get("label") or value.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return f"Speaker {value}"
    return spoken(value) if isinstance(value, str) else ""


def _moment(entry: Mapping[object, object], keys: list[str]) -> float | None:
    for nested in ("offsets", "timestamps"):
        if isinstance(inner := entry.get(nested), Mapping) and (moment := _moment(inner, keys)) is not None:
            return moment / 1000 if nested == "offsets" else moment
    for key in keys:
        value = entry.get(key)
        if isinstance(value, str):
            value = seconds_of(value) if ":" in value else _number(value)
        if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < _LATEST:
            return round(value / 1000 if key.lower().endswith("ms") else float(value), 3)
    return None


def _number(written: str) -> float | None:
    try:
        return float(written)
    except ValueError:
        return None


def _in_seconds(lines: list[Line]) -> tuple[Line, ...]:
    """Return `lines` in seconds. Whole numbers so large that a word took over 20 "seconds" were milliseconds."""
    moments = [moment for line in lines for moment in (line.start, line.end) if moment is not None]
    words = sum(len(line.text.split()) for line in lines)
    if not moments or any(moment % 1 for moment in moments) or max(moments) < 20 * max(words, 50):
        return tuple(lines)

    def thousandth(moment: float | None) -> float | None:
        return None if moment is None else round(moment / 1000, 3)

    return tuple(Line(line.speaker, line.text, thousandth(line.start), thousandth(line.end)) for line in lines)


def _people(fields: Mapping[object, object]) -> Iterator[str]:
    for key in _PEOPLE:
        people = fields.get(key)
        if isinstance(people, list):
            yield from (name for person in people if isinstance(person, str | Mapping) and (name := _name(person)))
            return
