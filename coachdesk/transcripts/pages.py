"""This file reads PDF files: a process of its own takes out the text, which is then read as lines."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter

import msgspec

from coachdesk.transcripts.cues import has_cues, read_cues
from coachdesk.transcripts.imported import NoTranscript, Reading
from coachdesk.transcripts.pages_process import PagesFound
from coachdesk.transcripts.plain import read_plain

SECONDS = 60.0
_NUMBER = re.compile(r"(?:page|seite|p\.)?\s*\d{1,4}(?:\s*(?:of|von|/)\s*\d{1,4})?", re.IGNORECASE)


def read_pages(data: bytes, *, seconds: float = SECONDS) -> Reading:
    """Return the lines of the PDF file `data`, if its text can be had within `seconds`.

    Raises NoTranscript if it is damaged, locked, too large or too slow to read, or holds only pictures.
    """
    found = _found(data, seconds)
    if found.refused:
        raise NoTranscript(found.refused)
    text = "\n".join(row for page in _without_margins(found.pages) for row in page)
    if not text.strip():
        raise NoTranscript("holds only pictures of pages: export the transcript itself as text, and choose that.")
    return read_cues(text) if has_cues(text) else read_plain(text, wrapped=True)


def _found(data: bytes, seconds: float) -> PagesFound:
    # A bundle's program is its own interpreter.
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "coachdesk"]
    try:
        done = subprocess.run(
            [*program, "--read-pages"],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        return msgspec.json.decode(done.stdout, type=PagesFound)
    except subprocess.TimeoutExpired as error:
        raise NoTranscript("takes too long to read: save its text as a txt file and choose that.") from error
    except (OSError, subprocess.SubprocessError, msgspec.MsgspecError) as error:
        raise NoTranscript("could not be read as a PDF: save its text as a txt file and choose that.") from error


def _without_margins(pages: list[list[str]]) -> list[list[str]]:
    """Return the rows of each page without page numbers, and without a first or last row that most pages share."""
    edges = Counter(row for page in pages for row in {*page[:1], *page[-1:]} if row)
    shared = {row for row, count in edges.items() if len(pages) >= 3 and count > 0.6 * len(pages)}
    return [
        [
            row
            for index, row in enumerate(page)
            if not (index in (0, len(page) - 1) and (row in shared or _NUMBER.fullmatch(row)))
        ]
        for page in pages
    ]
