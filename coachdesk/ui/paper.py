"""This file lays a session out on paper: the document that is printed, and that becomes a PDF file."""

from __future__ import annotations

import contextlib
from pathlib import Path

from PySide6.QtGui import (
    QColor,
    QFont,
    QPageSize,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from coachdesk.desk.views import SessionView
from coachdesk.domain.session import Transcript
from coachdesk.errors import StorageFault
from coachdesk.ui.rich_text import harmless, write_blocks
from coachdesk.ui.theme import LIGHT_COLOURS
from coachdesk.ui.wording import day_in_words, moment_in_words

_POINTS, _TITLE_POINTS = 10.5, 18.0


class Ink:
    """The colours of paper, whatever those of the window are."""

    def colour(self, name: str) -> QColor:
        """Return the colour `name` of the light theme."""
        return QColor(getattr(LIGHT_COLOURS, name))


def paper_of(view: SessionView, transcript: Transcript | None) -> QTextDocument:
    """Return the whole of a session, its summary and then its transcript, for printing; may be called in any thread."""
    ink, document = Ink(), QTextDocument()
    font = QFont()
    font.setPointSizeF(_POINTS)
    document.setDefaultFont(font)
    cursor = QTextCursor(document)
    _line(cursor, view.title or view.type or view.client_name, ink, "text", _TITLE_POINTS)
    facts = (view.client_name, day_in_words(view.date), view.type, ", ".join(view.participants))
    _line(cursor, " · ".join(fact for fact in facts if fact), ink, "muted", _POINTS)
    write_blocks(cursor, view.summary, ink)
    for line in transcript.lines if transcript is not None else ():
        moment = moment_in_words(line.start)
        _line(cursor, f"{line.speaker}   {moment}".strip(), ink, "accent_text", _POINTS)
        _line(cursor, line.text, ink, "text", _POINTS)
    return document


def write_pdf(view: SessionView, transcript: Transcript | None, path: Path) -> None:
    """Write a session as a PDF file, whole or not at all; may be called in any thread. Raises StorageFault."""
    part = path.with_name(f".{path.name}.part")
    try:
        part.touch(mode=0o600)  # where that fails, Qt would only complain on the console
        writer = QPdfWriter(str(part))
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setTitle(view.title or view.client_name)
        writer.setCreator("CoachDesk")
        paper_of(view, transcript).print_(writer)
        del writer  # which ends the file
        if not part.stat().st_size:
            raise OSError
        part.replace(path)
    except OSError as fault:
        raise StorageFault(f"“{path.name}” could not be written: choose another folder, or make room.") from fault
    finally:
        with contextlib.suppress(OSError):
            part.unlink()


def _line(cursor: QTextCursor, text: str, ink: Ink, colour: str, points: float) -> None:
    letters, shape = QTextCharFormat(), QTextBlockFormat()
    letters.setForeground(ink.colour(colour))
    letters.setFontPointSize(points)
    if (colour != "muted" and points != _POINTS) or colour == "accent_text":
        letters.setFontWeight(QFont.Weight.DemiBold)
    shape.setTopMargin(6 if colour == "accent_text" else 0)
    if not cursor.atStart():
        cursor.insertBlock()
    cursor.setBlockFormat(shape)
    cursor.insertText(harmless(" ".join(text.split()), len(text) + 1), letters)
