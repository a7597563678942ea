"""This file reads the text of PDF files, page by page, within limits of pages, characters and time."""

from __future__ import annotations

import io
import logging
import re
import time
from collections import Counter

from coachdesk.transcripts.cues import has_cues, read_cues
from coachdesk.transcripts.imported import NoTranscript, Reading
from coachdesk.transcripts.plain import read_plain

PAGES = 2_000
CHARACTERS = 10_000_000
SECONDS = 60.0
_NUMBER = re.compile(r"(?:page|seite|p\.)?\s*\d{1,4}(?:\s*(?:of|von|/)\s*\d{1,4})?", re.IGNORECASE)


def read_pages(data: bytes) -> Reading:
    """Return the lines of the PDF file `data`; raises NoTranscript if it is damaged, locked, too large or pictures."""
    # Here and not above: pypdf takes 0.2 s to import.
    from pypdf import PdfReader

    # pypdf logs a warning for each fault of a file, of which real files are full.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    until = time.monotonic() + SECONDS
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise NoTranscript("is locked with a password: save it without one, or choose another file.")
        if len(reader.pages) > PAGES:
            raise NoTranscript(f"has more than {PAGES:,} pages: split it, or choose the transcript alone.")
        pages, characters = list[list[str]](), 0
        for page in reader.pages:
            text = page.extract_text()
            characters += len(text)
            if characters > CHARACTERS or time.monotonic() > until:
                raise NoTranscript(
                    "is too large to be read as a transcript: save its text as a txt file and choose that."
                )
            pages.append([row.strip() for row in text.splitlines()])
    except NoTranscript:
        raise
    except Exception as error:
        # pypdf meets damage with its own errors, but also with KeyError, TypeError, RecursionError and others.
        raise NoTranscript("is damaged and cannot be opened: save it again as PDF, or choose another file.") from error
    text = "\n".join(row for page in _without_margins(pages) for row in page)
    if not text.strip():
        raise NoTranscript("holds only pictures of pages: export the transcript itself as text, and choose that.")
    return read_cues(text) if has_cues(text) else read_plain(text, wrapped=True)


def _without_margins(pages: list[list[str]]) -> list[list[str]]:
    """Return the rows of each page without page numbers, and without first and last rows that most pages share."""
    edges = Counter(row for page in pages for row in {*page[:2], *page[-2:]} if row)
    shared = {row for row, count in edges.items() if len(pages) >= 3 and count > 0.6 * len(pages)}
    return [
        [
            row
            for index, row in enumerate(page)
            if not (min(index, len(page) - 1 - index) < 2 and (row in shared or _NUMBER.fullmatch(row)))
        ]
        for page in pages
    ]
