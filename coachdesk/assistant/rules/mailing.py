"""This file is still to be written: the rules of mailing."""

from __future__ import annotations

from coachdesk.assistant.edits import Plan
from coachdesk.assistant.request import Request


def write_mail(_request: Request) -> Plan | None:
    """Understand nothing yet."""
    return None
