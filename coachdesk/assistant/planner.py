"""This file makes the plan for one request by asking each kind of exact rule in turn."""

from __future__ import annotations

from collections.abc import Callable

from coachdesk.assistant.document import Document
from coachdesk.assistant.edits import Plan
from coachdesk.assistant.engine import Turn
from coachdesk.assistant.request import Request
from coachdesk.assistant.rules.adding import add, add_outright
from coachdesk.assistant.rules.anonymising import anonymise
from coachdesk.assistant.rules.answering import answer, answer_question
from coachdesk.assistant.rules.correcting import correct_fact, correct_value
from coachdesk.assistant.rules.dressing import dress
from coachdesk.assistant.rules.listing import change_form
from coachdesk.assistant.rules.mailing import write_mail
from coachdesk.assistant.rules.ordering import reorder
from coachdesk.assistant.rules.pronouns import change_pronouns
from coachdesk.assistant.rules.refusing import refuse
from coachdesk.assistant.rules.removing import keep_only, remove
from coachdesk.assistant.rules.replacing import replace_term
from coachdesk.assistant.rules.scheduling import reschedule
from coachdesk.assistant.rules.shortening import shorten

Rule = Callable[[Request], Plan | None]

RULES: tuple[Rule, ...] = (
    refuse,
    write_mail,
    answer_question,
    anonymise,
    change_pronouns,
    dress,
    keep_only,
    change_form,
    shorten,
    reschedule,
    add_outright,
    correct_value,
    replace_term,
    reorder,
    remove,
    add,
    correct_fact,
    answer,
)


def make_plan(request: Request) -> Plan | None:
    """Return the plan of the first rule that understands the request, or None when none does."""
    declined: Plan | None = None
    for rule in RULES:
        plan = rule(request)
        if plan is None:
            continue
        if plan.done:
            return plan
        declined = declined or plan
        if rule is refuse:
            return plan
    return declined


def section_spoken_of(document: Document, conversation: tuple[Turn, ...]) -> str:
    """Return the name of the section that the coach's last message named, for "number them"; "" if it named none."""
    for turn in reversed(conversation):
        if turn.role != "user":
            continue
        said = turn.text.lower()
        found = [
            document.sections[index].name for index in document.named if document.sections[index].name.lower() in said
        ]
        return found[0] if len(found) == 1 else ""
    return ""
