"""This file is the short-lived process that takes the text out of a PDF file, where it can hang or die alone.

Its input is the file, its output one JSON document: `{"pages": [[row, …], …]}` or `{"refused": reason}`. PDF readers
have a history of endless loops and of memory without bounds on crafted files (CVE-2023-36464, CVE-2026-59936 and more
for pypdf), so that the window must be able to end it, and the system to bound it.
"""

from __future__ import annotations

import io
import logging
import sys

import msgspec

PAGES = 2_000
CHARACTERS = 10_000_000
_MEMORY_BYTES = 2 * 2**30


class PagesFound(msgspec.Struct, omit_defaults=True):
    """What the process answers: the rows of each page, or why there are none, in words that follow the file's name."""

    pages: list[list[str]] = []
    refused: str = ""


def pages_in(data: bytes) -> PagesFound:
    """Return the text of the PDF file `data`; damage of any kind is a refusal."""
    from pypdf import PdfReader

    # pypdf logs a warning for each fault of a file, of which real files are full.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            return PagesFound(refused="is locked with a password: save it without one, or choose another file.")
        if len(reader.pages) > PAGES:
            return PagesFound(refused=f"has more than {PAGES:,} pages: split it, or choose the transcript alone.")
        pages, characters = list[list[str]](), 0
        for page in reader.pages:
            text = page.extract_text()
            characters += len(text)
            if characters > CHARACTERS:
                return PagesFound(refused="holds too much text: save the transcript as a txt file and choose that.")
            # Broken font tables give lone surrogates, which no JSON can hold.
            pages.append([row.strip() for row in text.encode(errors="replace").decode().splitlines()])
    except Exception:  # noqa: BLE001  # pypdf meets damage with its own errors, and with KeyError, RecursionError and more
        return PagesFound(refused="is damaged and cannot be opened: save it again as PDF, or choose another file.")
    return PagesFound(pages=pages)


def _bound() -> None:
    """Bound this process's memory, and leave no core file, where the system can do that."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY_BYTES, _MEMORY_BYTES))


def main() -> int:
    """Read a PDF file from standard input, write what was found to standard output, and return 0."""
    _bound()
    sys.stdout.buffer.write(msgspec.json.encode(pages_in(sys.stdin.buffer.read())))
    sys.stdout.buffer.flush()
    return 0
