"""This file makes the plan for one request by asking each kind of exact rule in turn."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from coachdesk.assistant.document import Document, read_document
from coachdesk.assistant.edits import Edit, Plan, SetHeading, SetText, apply_edits
from coachdesk.assistant.engine import Turn
from coachdesk.assistant.gist.adding import adds_outright
from coachdesk.assistant.gist.commands import gists
from coachdesk.assistant.gist.pairs import paired
from coachdesk.assistant.gist.said import language, read_said
from coachdesk.assistant.plausible import fits
from coachdesk.assistant.request import Request
from coachdesk.assistant.rules.adding import add, add_outright
from coachdesk.assistant.rules.anonymising import anonymise
from coachdesk.assistant.rules.answering import answer, answer_question
from coachdesk.assistant.rules.better_heading import better_heading
from coachdesk.assistant.rules.correcting import correct_value
from coachdesk.assistant.rules.dressing import dress
from coachdesk.assistant.rules.first_mention import name_in_full
from coachdesk.assistant.rules.headed import put_under_headings
from coachdesk.assistant.rules.keeping import keep_only
from coachdesk.assistant.rules.listing import change_form
from coachdesk.assistant.rules.mailing import write_mail
from coachdesk.assistant.rules.ordering import reorder
from coachdesk.assistant.rules.pronouns import change_pronouns
from coachdesk.assistant.rules.refusing import refuse
from coachdesk.assistant.rules.removing import remove
from coachdesk.assistant.rules.replacing import replace_term
from coachdesk.assistant.rules.restating import correct_fact
from coachdesk.assistant.rules.scheduling import reschedule
from coachdesk.assistant.rules.shortening import shorten
from coachdesk.assistant.rules.stand_ins import write_stand_ins
from coachdesk.assistant.rules.voice import change_voice
from coachdesk.assistant.rules.written import write_plainly
from coachdesk.assistant.variants import commands, renamings, without_reason

Rule = Callable[[Request], Plan | None]

# What these bring in is the coach's own text, in which nothing is a command.
_CONTENT = re.compile(r"(?i)(?:add|insert|include|append|write|note|replace|say|e-?mail|draft|compose)\b")
# A command, or a phrase about the parts of a summary without a verb, states no fact that could be corrected.
_NO_FACT = re.compile(
    r"(?i)(?:remove|delete|drop|cut|erase|strip|omit|take out|leave out|get rid of|keep|shorten|condense|trim|rename|"
    r"replace|"
    r"merge|combine|split|number|sort|reorder|reverse|move|put|swap|bold|anonymi[sz]e|translate|rewrite|rephrase|turn|convert)\b|"
    r".*\b(?:has to|have to|must|should|can|may|needs? to|ought to) (?:please |now |all )?(?:go|disappear|come out|be (?:removed|deleted|dropped|cut|left out|taken out))\b|"
    r".*\b(?:as well|too)[.!]*$|"
    r"(?:everything|anything|nothing|all)\b|.*\b(?:name|call) it\b|"
    r"(?!.*\b(?:is|was|are|were|has|had|will|can|could|would|should|'s|'ll)\b)"
    r".*\b(?:commitments|insights|bullets|sections?|points|paragraphs?|headings?|summary)\b"
)

RULES: tuple[Rule, ...] = (
    write_mail,
    answer_question,
    better_heading,
    put_under_headings,
    write_plainly,
    name_in_full,
    write_stand_ins,
    anonymise,
    change_voice,
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
    """Return the plan of the first rule that understands the request, or None when none does.

    A wish or remark is first read as the plain command that it stands for; a reason is taken off where nothing else
    helps; at last the gist of its words is taken. What is not English goes by its gist alone.
    """
    request = replace(request, told=request.clause)
    plan = refuse(request)
    if plan is not None:
        return plan
    mail = write_mail(request)
    if mail is not None:  # whatever else its words may mean, the summary is not touched
        return mail if mail.done else _by_gist(request) or mail
    pairs = paired(read_said(request))
    if pairs and (plan := _in_turn(request, tuple(pairs.split("\n")))) is not None:
        return plan
    if language(request.clause) != "en":
        return _by_gist(request)
    exact = _exactly(request)
    if exact is not None and exact.done and not exact.edits and _MODAL.match(request.clause):
        changing = _by_gist(request)
        if changing is not None and changing.edits:
            return changing
    if exact is not None and exact.done and (exact.edits or not exact.open_to_model):
        return exact
    return _by_gist(request) or exact


_MODAL = re.compile(r"(?i)(?:can|could|should|shall|may|might|would)\b")


def _by_gist(request: Request) -> Plan | None:
    """Return the plan of the first commands that a request may stand for and that can all be carried out."""
    found = (_in_turn(request, gist) for gist in gists(request))
    return next((plan for plan in found if plan is not None), None)


def _in_turn(request: Request, commands: tuple[str, ...]) -> Plan | None:
    """Return one plan that carries out all commands, each on what the one before left; None where one cannot be."""
    plans = []
    document = request.document
    for command in commands:
        told = request.told if len(commands) == 1 else command  # of several commands each does but a part
        plan = _by_rules(replace(request, document=document, clause=command, told=told))
        if plan is None or not plan.done:
            return None
        plans.append(plan)
        if len(commands) > 1:
            document = read_document(apply_edits(document, plan.edits))
    return plans[0] if len(plans) == 1 else _joined(request.document, document, plans)


def _joined(before: Document, after: Document, plans: list[Plan]) -> Plan | None:
    """Return one plan for several that change only words; None where they change more."""
    if [len(one.blocks) for one in before.sections] != [len(one.blocks) for one in after.sections]:
        return None
    edits: list[Edit] = []
    for number, (old, new) in enumerate(zip(before.sections, after.sections, strict=True)):
        if old.name != new.name:
            edits.append(SetHeading(number, new.name))
        edits += [
            SetText(number, index, one.text)
            for index, (other, one) in enumerate(zip(old.blocks, new.blocks, strict=True))
            if one.text != other.text
        ]
    return Plan(
        " ".join(plan.reply for plan in plans),
        tuple(edits),
        asked=tuple(text for plan in plans for text in plan.asked),
        made=tuple(text for plan in plans for text in plan.made),
    )


def _exactly(request: Request) -> Plan | None:
    if not _CONTENT.match(request.clause) and (
        not request.clause.rstrip().endswith("?")
        or re.match(r"(?i)(?:can|could|should|may|might|shall)\b", request.clause)
    ):
        shorter = () if adds_outright(request.clause) else without_reason(request.clause)
        for text in (request.clause, *shorter):
            for command in (*renamings(text, request.document), *commands(text)):
                plan = _by_rules(request.on(request.document, command))
                if plan is not None and plan.done and plan.edits:
                    return plan
    declined = _by_rules(request)
    if declined is not None and declined.done:
        return declined
    if not _CONTENT.match(request.clause) and not adds_outright(request.clause):
        for bare in without_reason(request.clause):
            plan = _by_rules(request.on(request.document, bare))
            if plan is not None and plan.done and plan.edits:
                return plan
    return declined


def _by_rules(request: Request) -> Plan | None:
    declined: Plan | None = None
    for rule in RULES:
        if rule in (correct_fact, correct_value, replace_term) and adds_outright(request.clause):
            continue
        if rule is correct_fact and _NO_FACT.match(request.clause):
            continue
        plan = rule(request)
        if plan is None or (plan.done and not fits(plan, request)):
            continue
        if plan.done or rule is write_mail:
            return plan
        declined = declined or plan
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
