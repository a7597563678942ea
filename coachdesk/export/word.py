"""This file writes a session as a Word document."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from coachdesk.export.captions import clock_time
from coachdesk.export.exported import Exported, line_of, text_of
from coachdesk.export.markup import Block, blocks_of

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docx.text.paragraph import Paragraph

_INDENT_CM = 0.75


def document_of(session: Exported, at_ms: int) -> bytes:
    """Return the .docx file of `session`, made at `at_ms` (ms since 1970)."""
    # Here and not above: python-docx and lxml take 0.2 s to import.
    from docx import Document

    word = Document()
    properties, moment = word.core_properties, datetime.fromtimestamp(at_ms / 1000, UTC)
    properties.title, properties.author, properties.comments = session.heading[:255], "CoachDesk", ""
    properties.created = properties.modified = moment.replace(tzinfo=None)
    word.add_heading(session.heading, 0)
    for key, value in session.facts:
        paragraph = word.add_paragraph()
        paragraph.paragraph_format.space_after = 0
        paragraph.add_run(f"{key}: ").bold = True
        paragraph.add_run(value)
    for block in blocks_of(text_of(session.summary)):
        _add(word, block)
    if session.transcript.lines:
        word.add_heading("Transcript", 1)
    for line in session.transcript.lines:
        paragraph = word.add_paragraph()
        if line.speaker or line.start is not None:
            stamp = "" if line.start is None else f" [{clock_time(line.start)}]"
            paragraph.add_run(f"{line_of(line.speaker)}{stamp}".strip() + ": ").bold = True
        paragraph.add_run(line_of(line.text))
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def _add(word: Word, block: Block) -> None:
    from docx.shared import Cm

    match block.kind:
        case "heading":
            _fill(word.add_heading("", min(block.level, 9)), block)
        case "item":
            paragraph = word.add_paragraph()
            # Word's own numbered lists go on counting from one list to the next, so the marks are text.
            paragraph.paragraph_format.left_indent = Cm(_INDENT_CM * (block.level + 1))
            paragraph.paragraph_format.first_line_indent = Cm(-_INDENT_CM if block.mark else 0)
            paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(_INDENT_CM * (block.level + 1)))
            paragraph.paragraph_format.space_after = Cm(0.1)
            if block.mark:
                paragraph.add_run(f"{block.mark}\t")
            _fill(paragraph, block)
        case "quote":
            _fill(word.add_paragraph(style="Quote"), block)
        case "rule":
            word.add_paragraph("———")
        case _:
            _fill(word.add_paragraph(), block)


def _fill(paragraph: Paragraph, block: Block) -> None:
    for piece in block.runs:
        run = paragraph.add_run(piece.text)
        if piece.bold:
            run.bold = True
        if piece.italic:
            run.italic = True
        if piece.struck:
            run.font.strike = True
        if piece.code:
            run.font.name = "Courier New"
