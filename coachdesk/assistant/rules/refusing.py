"""This file is still to be written: the rules of refusing."""

from __future__ import annotations

from coachdesk.assistant.edits import Plan
from coachdesk.assistant.request import Request


def refuse(_request: Request) -> Plan | None:
    """Understand nothing yet."""
    return None
