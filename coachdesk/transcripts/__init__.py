"""This package holds the readers of transcript files."""

from __future__ import annotations

from coachdesk.transcripts.imported import Imported
from coachdesk.transcripts.reader import read_transcript, read_transcript_bytes

__all__ = ["Imported", "read_transcript", "read_transcript_bytes"]
