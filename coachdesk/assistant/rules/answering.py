"""This file is still to be written: the rules of answering."""

from __future__ import annotations

from coachdesk.assistant.edits import Plan
from coachdesk.assistant.request import Request


def answer(_request: Request) -> Plan | None:
    """Understand nothing yet."""
    return None


def answer_question(_request: Request) -> Plan | None:
    """Understand nothing yet."""
    return None
