"""This package holds the writers of files that leave CoachDesk."""

from __future__ import annotations

from coachdesk.export.exported import Exported, ExportFormat
from coachdesk.export.exporting import export_session
from coachdesk.export.files import file_name, write_whole

__all__ = ["ExportFormat", "Exported", "export_session", "file_name", "write_whole"]
