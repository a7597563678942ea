"""This file writes a transcript as WebVTT, so that every line and speaker can be read back."""

from __future__ import annotations

from collections.abc import Sequence

from coachdesk.domain.session import Line
from coachdesk.errors import UserFault
from coachdesk.export.exported import Exported, line_of

_WORDS_PER_S = 2.5
_SHORTEST_S = 0.5
# The reader of captions knows this sentence, and then gives the lines no times.
_REMARK = "NOTE Written by CoachDesk"
_ESTIMATED = "; the transcript had no times, these times are estimated"


def captions_of(session: Exported) -> bytes:
    """Return the WebVTT file of the session's transcript, one cue for each line; raises UserFault if it has none.

    Where a line has no time, the cue follows the one before it and lasts as long as its words take at 150 a minute.
    """
    lines = session.transcript.lines
    if not lines:
        raise UserFault("This session has no transcript to export as captions: import one, or choose another format.")
    known = any(line.start is not None for line in lines)
    parts = ["WEBVTT", _REMARK + ("" if known else _ESTIMATED)]
    for line, (start, end) in zip(lines, _spans(lines), strict=True):
        text, speaker = _escaped(line.text), _escaped(line.speaker)
        payload = f"<v {speaker}>{text}</v>" if speaker else text
        parts.append(f"{clock_time(start, milliseconds=True)} --> {clock_time(end, milliseconds=True)}\n{payload}")
    return ("\n\n".join(parts) + "\n").encode()


def clock_time(seconds: float, *, milliseconds: bool = False) -> str:
    """Return `seconds` since the beginning as "00:01:02", or as "00:01:02.345"."""
    total = max(0, round(seconds * 1000))
    whole, rest = divmod(total, 1000)
    shown = f"{whole // 3600:02d}:{whole // 60 % 60:02d}:{whole % 60:02d}"
    return f"{shown}.{rest:03d}" if milliseconds else shown


def _spans(lines: Sequence[Line]) -> list[tuple[float, float]]:
    spans, clock = list[tuple[float, float]](), 0.0
    for index, line in enumerate(lines):
        start = clock if line.start is None else max(0.0, line.start)
        needed = start + max(_SHORTEST_S, len(line.text.split()) / _WORDS_PER_S)
        following = next((other.start for other in lines[index + 1 : index + 2] if other.start is not None), None)
        if line.end is not None and line.end >= start:
            end = line.end
        elif following is not None and following > start:
            end = min(needed, following)
        else:
            end = needed
        spans.append((start, end))
        clock = end
    return spans


def _escaped(text: str) -> str:
    return line_of(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
