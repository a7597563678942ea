"""This file reads Word documents: their paragraphs and tables as lines of text, unpacked within limits."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from coachdesk.transcripts.cues import has_cues, read_cues
from coachdesk.transcripts.imported import NoTranscript, Reading
from coachdesk.transcripts.plain import read_plain

if TYPE_CHECKING:
    from docx.table import Table

UNPACKED_BYTES = 100 * 1024 * 1024
PARTS = 5_000
_BROKEN = "is damaged and cannot be opened: save it again in Word, or choose another file."


def read_document(data: bytes) -> Reading:
    """Return the lines of the .docx file `data`; raises NoTranscript if it is damaged, too large or another kind."""
    _check(data)
    # Here and not above: python-docx and lxml take 0.2 s to import.
    from docx import Document
    from docx.text.paragraph import Paragraph

    try:
        document = Document(io.BytesIO(data))
        rows = list[str]()
        for block in document.iter_inner_content():
            if isinstance(block, Paragraph):
                rows += ["", block.text] if block.text.strip() else [""]
            else:
                rows += ["", *_table_rows(block), ""]
    except Exception as error:
        # python-docx meets damage with KeyError, ValueError, lxml's errors and others that it does not list.
        raise NoTranscript(_BROKEN) from error
    text = "\n".join(rows).strip()
    return read_cues(text) if has_cues(text) else read_plain(text)


def _check(data: bytes) -> None:
    """Refuse archives that are no .docx, or that would unpack to more than a transcript needs.

    `zipfile` never unpacks more of a part than its declared size, so that the declared sizes may be trusted as limits.
    """
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, UnicodeDecodeError) as error:
        raise NoTranscript(_BROKEN) from error
    names = {part.filename for part in parts}
    if "[Content_Types].xml" not in names or not any(name.startswith("word/") for name in names):
        raise NoTranscript("is an archive, not a transcript: unpack it and choose the transcript inside.")
    if len(parts) > PARTS or sum(part.file_size for part in parts) > UNPACKED_BYTES:
        raise NoTranscript(
            f"unpacks to more than {UNPACKED_BYTES // 2**20} MB: save its text as a txt file and choose that."
        )


def _table_rows(table: Table) -> Iterator[str]:
    """Yield a table's rows as lines: "time speaker: text" where those are the columns, else the cells in order."""
    for row in table.rows:
        cells = list(dict.fromkeys(" ".join(cell.text.split()) for cell in row.cells))
        cells = [cell for cell in cells if cell]
        if len(cells) > 1 and len(cells[-2]) <= 80 and cells[-2][-1] not in ".?!:":
            cells[-2] += ":"
        yield " ".join(cells)
