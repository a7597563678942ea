"""This file is still to be written: the rules of adding."""

from __future__ import annotations

from coachdesk.assistant.edits import Plan
from coachdesk.assistant.request import Request


def add(_request: Request) -> Plan | None:
    """Understand nothing yet."""
    return None
