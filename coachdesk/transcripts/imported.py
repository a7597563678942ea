"""This file defines what reading a transcript gives, and the one sentence with which a file is refused."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from coachdesk.domain.session import Line, Transcript
from coachdesk.errors import Unreadable

READABLE = "a txt, vtt, srt, docx, json or pdf file"
LINES = 200_000
TOO_MANY_LINES = f"has more than {LINES:,} lines: split it, or choose the transcript of one session."


@dataclass(frozen=True, slots=True, repr=False)
class Imported:
    """A transcript and what its file tells about the session.

    `date` is ISO 8601, a day ("2026-05-12"), or None where neither the file nor its name says it; `format` one of txt,
    vtt, srt, docx, json and pdf; `warnings` are sentences for the coach.
    """

    transcript: Transcript
    title: str
    date: str | None
    participants: tuple[str, ...]
    format: str
    warnings: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"Imported(format={self.format!r}, lines={len(self.transcript.lines)}, warnings={len(self.warnings)})"


@dataclass(frozen=True, slots=True, repr=False)
class Reading:
    """What one format's reader found; an empty field means that the text does not say."""

    lines: tuple[Line, ...]
    title: str = ""
    date: str | None = None
    participants: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    def __repr__(self) -> str:
        return f"Reading(lines={len(self.lines)})"


class NoTranscript(Exception):
    """A reader's refusal, before the file's name is known: `str` is the rest of the sentence, from the verb on."""


def refused(name: str, reason: str) -> Unreadable:
    """Return the error for the file `name`; `reason` completes the sentence that begins with that name."""
    shown = "".join(" " if unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Zl", "Zp") else sign for sign in name)
    shown = " ".join(shown.split()) or "The file"
    return Unreadable(f"“{shown if len(shown) <= 80 else shown[:79] + '…'}” {reason}")
