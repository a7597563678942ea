"""This file exports a session to a file, in one of the forms and whole or not at all."""

from __future__ import annotations

from pathlib import Path

from coachdesk.domain.clock import Clock, SystemClock, new_id
from coachdesk.export.captions import captions_of
from coachdesk.export.exported import Exported, ExportFormat, format_of
from coachdesk.export.files import file_name, write_whole
from coachdesk.export.word import document_of
from coachdesk.export.written import email_of, json_of, markdown_of


def export_session(view: Exported, format: str, path: Path, *, clock: Clock | None = None) -> Path:
    """Write `view` to `path` in `format` (an ExportFormat or its name) and return the path of the file.

    If `path` is a folder, the file gets a safe name made of the title, and replaces one of that name. Raises UserFault
    for an unknown format or captions without a transcript, NotFound if the folder is missing, StorageFault if the disk
    refuses.
    """
    form = format_of(format)
    data = _encoded(view, form, clock or SystemClock())
    target = path / file_name(view.heading, form) if path.is_dir() else path
    write_whole(target, data)
    return target


def _encoded(view: Exported, form: ExportFormat, clock: Clock) -> bytes:
    match form:
        case ExportFormat.MARKDOWN:
            return markdown_of(view)
        case ExportFormat.DOCX:
            return document_of(view, clock.wall_ms())
        case ExportFormat.VTT:
            return captions_of(view)
        case ExportFormat.EMAIL:
            return email_of(view, clock.wall_ms(), f"{new_id(clock)}@coachdesk.invalid")
        case ExportFormat.JSON:
            return json_of(view)
