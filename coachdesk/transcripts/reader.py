"""This file reads a transcript from a file or from bytes, in whichever form it is.

What a file is, its content decides; its name only breaks a tie. Only data is read: no name inside a file is ever
opened, nothing is unpacked to the disk, no reference is followed.
"""

from __future__ import annotations

import stat
from pathlib import Path, PurePath

from coachdesk.domain.session import Transcript
from coachdesk.errors import NotFound
from coachdesk.transcripts.cues import has_cues, read_cues
from coachdesk.transcripts.decoding import decoded
from coachdesk.transcripts.documents import read_document
from coachdesk.transcripts.imported import LINES, READABLE, TOO_MANY_LINES, Imported, NoTranscript, Reading, refused
from coachdesk.transcripts.occasion import date_in, title_in_name
from coachdesk.transcripts.pages import read_pages
from coachdesk.transcripts.plain import read_plain
from coachdesk.transcripts.recognising import refuse_by_ending, refuse_by_signature, refuse_source
from coachdesk.transcripts.structured import read_structured

FILE_BYTES = 50 * 1024 * 1024
ROWS = 1_000_000


def read_transcript(path: Path) -> Imported:
    """Return the transcript in the file at `path`, of 50 MB at most.

    Raises NotFound if there is no such file, and Unreadable if it cannot be read or holds no transcript.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise refused(path.name, f"is not a file: choose {READABLE}.")
        with path.open("rb") as file:
            data = file.read(FILE_BYTES + 1)
    except FileNotFoundError as error:
        raise NotFound(f"There is no file “{path.name}”: check its name and folder.") from error
    except (OSError, ValueError) as error:
        raise refused(path.name, "cannot be opened: check that it is still there and that you may read it.") from error
    return read_transcript_bytes(path.name, data)


def read_transcript_bytes(name: str, data: bytes) -> Imported:
    """Return the transcript in `data`, the content of a file called `name`; raises Unreadable if there is none."""
    path = PurePath(name.replace("\\", "/").replace("\0", " "))
    try:
        form, reading, warnings = _read(path.suffix, data)
        if not any(sign.isalpha() for line in reading.lines for sign in line.text):
            raise NoTranscript(f"holds no words: choose {READABLE} with what was said.")
        if len(reading.lines) > LINES:
            raise NoTranscript(TOO_MANY_LINES)
    except NoTranscript as reason:
        raise refused(path.name, str(reason)) from reason
    speakers = tuple(dict.fromkeys(line.speaker for line in reading.lines if line.speaker))
    return Imported(
        transcript=Transcript(reading.lines),
        title=reading.title or title_in_name(path.stem),
        date=reading.date or date_in(path.stem),
        participants=reading.participants or speakers,
        format=form,
        warnings=warnings + reading.warnings,
    )


def _read(suffix: str, data: bytes) -> tuple[str, Reading, tuple[str, ...]]:
    """Return the form of `data`, what its reader found, and warnings about the encoding."""
    if len(data) > FILE_BYTES:
        raise NoTranscript(f"is larger than {FILE_BYTES // 2**20} MB: choose the transcript alone, as txt or docx.")
    if not data.strip():
        raise NoTranscript(f"is empty: choose {READABLE} with what was said.")
    refuse_by_ending(suffix)
    refuse_by_signature(data)
    if data[:1024].lstrip().startswith(b"%PDF-"):
        return "pdf", read_pages(data), ()
    if data.startswith(b"PK\x03\x04"):
        return "docx", read_document(data), ()
    text, warnings = decoded(data)
    if text.count("\n") + text.count("\r") > ROWS:
        raise NoTranscript(TOO_MANY_LINES)
    if suffix.casefold() == ".json" or (text.lstrip()[:1] in ("{", "[") and _is_json(text)):
        return "json", read_structured(text.encode("utf-8", errors="replace")), warnings
    if has_cues(text):
        return "vtt" if text.startswith("WEBVTT") else "srt", read_cues(text), warnings
    refuse_source(text)
    return "txt", read_plain(text), warnings


def _is_json(text: str) -> bool:
    """Say whether a file without the ending .json is JSON all the same, and not "[Anna] 10:01"."""
    return text.lstrip()[1:].lstrip()[:1] in ('"', "{", "[", "}", "]") and text.rstrip()[-1:] in ("}", "]")
