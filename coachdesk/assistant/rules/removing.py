"""This file is still to be written: the rules of removing."""

from __future__ import annotations

from coachdesk.assistant.edits import Plan
from coachdesk.assistant.request import Request


def keep_only(_request: Request) -> Plan | None:
    """Understand nothing yet."""
    return None


def remove(_request: Request) -> Plan | None:
    """Understand nothing yet."""
    return None
