"""This file refines a summary: each request that a coach typed becomes a plan, which is carried out under checks."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass, field

import msgspec

from coachdesk.assistant.asking import Answered, ask_about
from coachdesk.assistant.checks import Carried, carry_out, changed_sections
from coachdesk.assistant.commanding import REWRITE, command_for
from coachdesk.assistant.courtesies import tidy
from coachdesk.assistant.document import Document, read_document
from coachdesk.assistant.edits import Plan
from coachdesk.assistant.engine import Engine, Turn
from coachdesk.assistant.evidence import Evidence, evidence_for
from coachdesk.assistant.joined import facts_apart
from coachdesk.assistant.planner import make_plan, section_spoken_of
from coachdesk.assistant.repeating import repeated
from coachdesk.assistant.request import Request, read_instruction, spare_clause
from coachdesk.assistant.rewrite import Reworded, reword
from coachdesk.assistant.rules.mailing import write_mail
from coachdesk.assistant.selecting import Selected, select
from coachdesk.assistant.styles import style_of
from coachdesk.assistant.targets import find_sections
from coachdesk.assistant.variants import with_known_names
from coachdesk.domain.session import Transcript
from coachdesk.errors import MemoryShort, ModelFault

RULES = "rules"
_ALL_BUT = re.compile(r"(?i)\b(?:everything|all|anything|the rest)\b.* (?:but|except|other than|apart from|besides)\b")
_OF_A_MAIL = re.compile(
    r"(?i)(?:what (?:she|he|they)|(?:write|send|give) (?:just|only)|"
    r"don't|do not|never|no|not|without|nothing|only|just|keep|make it|leave (?:out|it|her|his|the)|mention|"
    r"but|include|sign|use|be|end|start|begin|tell|ask|remind|thank|say|wish|invite|with|list|name|give|put in|praise|"
    r"short|brief|formal|friendly|two|three|one|add (?:that|a (?:line|sentence|greeting))|it should)\b"
)


class Rejection(msgspec.Struct, frozen=True):
    """Something that was not done, or that had to go: the words of the summary or of the request, and why."""

    text: str
    reason: str


class Refined(msgspec.Struct, frozen=True):
    """The answer to one message of the coach.

    `summary` is the whole text after it (unchanged for questions and e-mails, which are in `reply`); `changed` names
    the sections that differ; `rejected` holds what was not done and each fact that went missing without being asked to;
    `engine` is "rules" or the name of the model that wrote something.
    """

    reply: str
    summary: str
    changed: tuple[str, ...] = ()
    rejected: tuple[Rejection, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    engine: str = RULES


@dataclass
class _Work:
    """What has come of a message so far."""

    text: str
    before: str = ""
    replies: list[str] = field(default_factory=list)
    rejected: list[Rejection] = field(default_factory=list)
    engine: str = RULES
    focus: str = ""


async def refine(
    summary: str,
    transcript: Transcript | None,
    conversation: tuple[Turn, ...],
    instruction: str,
    *,
    engine: Engine | None,
    selection: str | None = None,
    on_text: Callable[[str], None] | None = None,
) -> Refined:
    """Return what one message of the coach makes of `summary`.

    `conversation` holds the turns before it, oldest first. With a `selection` (words of the summary) only these change,
    unless the message names another place. Rules do what they understand; the rest goes to `engine`, and without one,
    or when it fails, the summary stays as it was and the reply says so; only MemoryShort is raised, for a smaller model
    to be taken. `on_text` is called with the reply so far. Cancelling the task stops it, the model too.
    """
    if "\r\n" in summary and summary.count("\r\n") == summary.count("\n"):
        # The line ends of Windows are one for all that is below, and whole again above it.
        marked = selection.replace("\r\n", "\n") if selection is not None else None
        plain = summary.replace("\r\n", "\n")
        refined = await refine(
            plain, transcript, conversation, instruction, engine=engine, selection=marked, on_text=on_text
        )
        return msgspec.structs.replace(refined, summary=refined.summary.replace("\n", "\r\n"))
    say = on_text or _nothing
    selected = select(summary, selection)
    work = _Work(selected.inner, selected.inner)
    for clause in _clauses(instruction, selected, conversation, transcript):
        request = _request(clause, instruction, work, conversation, transcript)
        await _answer(request, work, selected, engine, say)
        await asyncio.sleep(0)
    if not work.replies:
        work.replies.append("Tell me what to change in the summary, or ask me something about it.")
    if selected.missed:
        work.replies.append("I did not find the selected words any more, so I worked on the whole summary.")
    work.replies = _told_shortly(work.replies)
    reply = "\n\n".join(work.replies) if any("\n" in part for part in work.replies) else " ".join(work.replies)
    say(reply)
    after = selected.around(work.text)
    evidence: tuple[Evidence, ...] = ()
    if transcript is not None and transcript.lines:
        evidence = await asyncio.to_thread(evidence_for, after, transcript)
    changed = changed_sections(read_document(summary), read_document(after)) if after != summary else ()
    return Refined(reply, after, changed, tuple(dict.fromkeys(work.rejected)), evidence, work.engine)


def _nothing(_text: str) -> None:
    """Show nothing: nobody waits for the reply as it grows."""


def _clauses(
    instruction: str, selected: Selected, conversation: tuple[Turn, ...], transcript: Transcript | None
) -> tuple[str, ...]:
    """Return the single requests of a message; the message as a whole where its parts are not understood alone."""
    clauses = tuple(one for clause in read_instruction(instruction).clauses for one in facts_apart(clause))
    if len(clauses) < 2:
        return clauses
    document = read_document(selected.inner)
    clauses = repeated(_with_their_mail(clauses, document), document)
    if len(clauses) < 2:
        return clauses
    whole = Request(tidy(instruction), instruction, document, transcript, conversation)
    understood = [make_plan(whole.on(document, clause)) for clause in clauses]
    if all(plan is not None and plan.done for plan in understood):
        return clauses
    done = sum(part is not None and part.done for part in understood)
    # A sentence or a line is a request of its own; what "and" or a comma joins may be one after all.
    if done == 0 or (done == 1 and not re.search(r"[.;!?\n]\s", instruction.strip())):
        plan = make_plan(whole)
        if plan is not None and plan.done:
            return (whole.clause,)
    return clauses


def _with_their_mail(clauses: tuple[str, ...], document: Document) -> tuple[str, ...]:
    """Join to the request for a mail what follows and says how it is to be: "Keep it short."."""
    joined: list[str] = []
    mail = False
    for clause in clauses:
        if mail and _OF_A_MAIL.match(clause):
            joined[-1] = f"{joined[-1].rstrip('.!')}; {clause}"
            continue
        joined.append(clause)
        mail = write_mail(Request(with_known_names(clause, document), clause, document)) is not None
    return tuple(joined)


def _request(
    clause: str, instruction: str, work: _Work, conversation: tuple[Turn, ...], transcript: Transcript | None
) -> Request:
    document = read_document(work.text)
    focus = work.focus or section_spoken_of(document, (*conversation, Turn("user", instruction)))
    clause = with_known_names(clause, document)
    bare, spared_phrase = spare_clause(clause)
    if spared_phrase and _ALL_BUT.search(clause):
        spared_phrase = ""
    request = Request(clause, instruction, document, transcript, conversation, focus=focus)
    if not spared_phrase:
        return request
    pieces = re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*", spared_phrase)
    spared = find_sections(request, spared_phrase) or [n for piece in pieces for n in find_sections(request, piece)]
    if not spared:
        return request
    names = tuple(document.sections[index].name for index in spared)
    return Request(bare, instruction, document, transcript, conversation, names, focus)


async def _answer(
    request: Request, work: _Work, selected: Selected, engine: Engine | None, say: Callable[[str], None]
) -> None:
    plan = await asyncio.to_thread(make_plan, request)
    if (plan is None or not plan.done) and _done_already(request, work):
        return
    if selected.active and (plan is None or not plan.done or not plan.edits):
        # A question or an e-mail speaks of the whole summary, whatever is selected.
        wide = make_plan(request.on(read_document(selected.around(work.text))))
        if wide is not None and wide.done and not wide.edits:
            plan = wide
    if plan is not None and (plan.done or engine is None or not plan.open_to_model):
        if not await _told_by_model(plan, request, work, selected, engine, say):
            _carry_out(plan, request, work)
        return

    def grew(text: str) -> None:
        say(_with(work, text))

    try:
        if engine is not None and not engine.starter and await _commanded(request, work, engine):
            return
        reworded = await reword(request, engine, grew)
    except MemoryShort:
        raise
    except ModelFault:
        reworded = await reword(request, None, grew)
        work.replies.append("The model on this laptop failed, so I used the rules alone.")
    _take(reworded, plan, request, work, engine)


def _done_already(request: Request, work: _Work) -> bool:
    """Tell whether the requests before did this one too: "Her name is Inga. Please replace Ines by Inga."."""
    if work.text == work.before:
        return False
    plan = make_plan(request.on(read_document(work.before)))
    if plan is None or not plan.done or not plan.edits or not plan.made:
        return False
    there = [re.search(rf"(?<!\w){re.escape(text)}(?!\w)", work.text) for text in (*plan.made, *plan.asked)]
    return all(there[: len(plan.made)]) and not any(there[len(plan.made) :])


async def _told_by_model(
    plan: Plan, request: Request, work: _Work, selected: Selected, engine: Engine | None, say: Callable[[str], None]
) -> bool:
    """Tell whether a model larger than the starter answered a question to which the rules found no answer."""
    if not plan.open_to_model or plan.edits or engine is None or engine.starter:
        return False
    summary = selected.around(work.text)
    try:
        answered = await ask_about(
            summary,
            request.transcript,
            request.conversation,
            request.clause,
            engine,
            lambda text: say(_with(work, text)),
        )
    except MemoryShort:
        raise
    except ModelFault:
        answered = Answered(why=f"{engine.name} failed")
    if not answered.reply:
        work.rejected.append(Rejection(request.clause, answered.why))
        return False
    work.engine = engine.name
    work.replies.append(answered.reply)
    return True


def _with(work: _Work, text: str) -> str:
    return " ".join([*work.replies, text])


async def _commanded(request: Request, work: _Work, engine: Engine) -> bool:
    """Tell whether a model put the request into a command that was carried out, or that it makes no sense."""
    if style_of(request.clause) is not None:
        return False
    command = await command_for(request, engine)
    if command == REWRITE:
        return False
    plan = await asyncio.to_thread(make_plan, request.on(request.document, command)) if command else None
    if plan is None or not plan.done:
        work.replies.append(_not_understood(request))
        work.rejected.append(Rejection(request.clause, f"{engine.name} did not understand this either"))
        return True
    work.engine = engine.name
    _carry_out(plan, request.on(request.document, command), work)
    return True


def _take(reworded: Reworded, plan: Plan | None, request: Request, work: _Work, engine: Engine | None) -> None:
    if not reworded.tried:
        work.replies.append(plan.reply if plan is not None else _not_understood(request))
        work.rejected.append(Rejection(request.clause, reworded.why or "I did not understand this"))
        return
    if reworded.asked and engine is not None:
        work.engine = engine.name
    work.text = reworded.text
    work.replies.append(reworded.reply)
    work.rejected += [Rejection(text, reason) for text, reason in reworded.rejected]


def _carry_out(plan: Plan, request: Request, work: _Work) -> None:
    if plan.focus:
        work.focus = plan.focus
    if not plan.edits:
        work.replies.append(plan.reply)
        work.rejected += [Rejection(text, reason) for text, reason in plan.rejected]
        if not plan.done and not plan.rejected:
            work.rejected.append(Rejection(request.clause, "this could not be done"))
        return
    carried: Carried = carry_out(request.document, plan, request)
    work.text = carried.text
    work.replies.append(carried.reply)
    work.rejected += [Rejection(text, reason) for text, reason in carried.rejected]


def _not_understood(request: Request) -> str:
    return (
        f"I did not understand “{_short(request.clause)}”, so I left the summary as it was. Try one change at a time, "
        "such as “make it shorter”, “rename Anna to Anne” or “add a commitment: call Tom on Monday”."
    )


_UNREAD = re.compile(
    r"I did not understand (“.*”), so I left the summary as it was\. Try one change at a time, .*", re.DOTALL
)


def _told_shortly(replies: list[str]) -> list[str]:
    """Return the replies of one message; beside something that was done, no reply says that nothing was."""
    unread = [_UNREAD.fullmatch(reply) for reply in replies]
    if all(unread):
        return replies
    return [
        reply if found is None else f"I did not understand {found[1]} and did nothing about it."
        for reply, found in zip(replies, unread, strict=True)
    ]


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:79].rstrip() + "…"
