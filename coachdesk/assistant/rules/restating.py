"""This file corrects a fact of which only the right statement is said: it finds the statement that this replaces."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import difflib
import re

from coachdesk.assistant.dates import combine
from coachdesk.assistant.document import Document
from coachdesk.assistant.edits import Plan, SetText
from coachdesk.assistant.facts import Fact, facts, values
from coachdesk.assistant.lexicon import NUMBER_VALUES, content_stems, related, stem
from coachdesk.assistant.name_parts import part_renamed
from coachdesk.assistant.people import distinct_names, main_person, name_of_role
from coachdesk.assistant.request import Request
from coachdesk.assistant.rules.exchange import PREPOSITION, class_of, put_value, with_preposition
from coachdesk.assistant.rules.said_anew import age, as_statement, other_object, put_instead, softened
from coachdesk.assistant.rules.substituting import literal, substitute_name
from coachdesk.assistant.rules.tables import correct_cell
from coachdesk.assistant.statements import Statement, best_statements, statements
from coachdesk.assistant.verbs import EDIT_VERBS

_FINITE = r"(?:is|was|are|were|has|had|will|can|could|would|should|wants?|needs?|does|did|'s|'re|'ll)"
_STATEMENT = re.compile(rf"(?i)\b{_FINITE}\b|\b\w+(?:s|ed)\b")
# "Call with Tom is on Monday" begins with a noun; "swap the two commitments" asks for something to be done.
_COMMAND = re.compile(
    rf"(?i)(?:please\s+)?(?:{EDIT_VERBS})\b(?!\s+(?:of|with|by|is|was|are|were|has|had|will|should)\b)"
)
_NOUN_FIRST = re.compile(rf"(?i)\w+\s+(?:to|for|at|from|on|about)\b.*\b{_FINITE}\b")
_OPENING = re.compile(
    r"(?i)^(?:actually|in fact|correction|the truth is|to be precise|note that|remember that|fyi|i think|"
    r"(?:it|this) should (?:say|read)(?: that)?|say that|change (?:it|this) to|make (?:it|that)(?: clear)?(?: that)?)"
    r"[,:]?\s+"
)
_ASIDE = re.compile(r"(?i)\s*\((?:still|the same|same|as before|unchanged|not |i think|i believe|sorry)[^()]*\)")
_EMPHASIS = re.compile(r"(?i)\b(?:actually|in fact|really|now|only|so far)\b\s*")
_ROLE_IS = re.compile(
    r"(?i)(?:the )?(?:(?:real |right |correct |full |first |last |given |family |sur)*names? of )?(?P<role>(?:the|her|his|their|my|our)\s+[\w' -]+?)(?:'s (?:real |right |correct |full |first |last |given |family |sur)*name|'s)?\s+(?:is|was|should be)\s+"
    r"(?:called |named |really |actually )?(?P<name>(?-i:[A-Z])[\w'’-]+(?: (?-i:[A-Z])[\w'’-]+)*)"
)
_STANDS_IN = re.compile(
    r"(?P<out>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)(?:'s| is| was| will be| has| can't| cannot| won't)\b[^,;]{0,60}?"
    r"(?:,|;| so\b| and\b)\s*(?:so |and |therefore |that's why )*(?P<rest>.+)"
)
_ABSENT = re.compile(
    r"(?i)\b(?:leave|ill|sick|away|holiday|vacation|out|gone|left|unavailable|not available|can't|cannot|won't|busy|"
    r"dropped out|quit|no longer)\b"
)
_ENOUGH = 0.3
_ENOUGH_FOR_A_NAME = 0.5
_LARGE = 100  # a figure from here on may be an amount of money
_FAR = 25  # figures further apart than this are not one corrected


_COUNTS = re.compile(r"(?i)\b(?:first|last|other|next|all|both|these|those) $")
_SHOULD_BE = re.compile(
    r"(?i)(?P<what>.+?)\s+(?:should|must|needs to|has to|ought to)\s+(?:actually |really )?(?:be|say|read|show)\s+(?P<new>.+)"
)
_DENIED = re.compile(r"(?i)\b(?:not|instead of|rather than)\s+(?:on |at |in |the )*$")


def correct_fact(request: Request) -> Plan | None:
    """Correct a fact where only the right statement is given: find the one it replaces and put its value there.

    What begins with an editing verb is a command that no rule understood, and states nothing.
    """
    clause = _OPENING.sub("", re.sub(r"(?i)^in the table,?\s+", "", request.clause.strip()))
    if _is_command(clause):
        return None
    should = _SHOULD_BE.fullmatch(clause)
    cell = correct_cell(request, f"{should['what']} is {should['new']}".strip(" .!")) if should is not None else None
    if cell is not None:
        return cell
    clause = _EMPHASIS.sub("", _ASIDE.sub("", clause)).strip().rstrip(".! ")
    clause = re.sub(r"(?i),? instead$", "", clause)
    if clause.endswith("?") or len(clause) < 3:
        return None
    for rule in (softened, age, _role_name, _stand_in, correct_cell, other_object):
        plan = rule(request, clause)
        if plan is not None:
            return plan
    new_facts = facts(clause + " .")
    fresh = [fact for fact in new_facts if literal(request.document, fact.text) is None or fact.kind != "name"]
    fresh = [fact for fact in fresh if not _DENIED.search(clause[: fact.start])]
    fresh = [fact for fact in fresh if not (fact.kind == "number" and _COUNTS.search(clause[: fact.start]))]
    rest = clause
    for fact in sorted(fresh, key=lambda fact: -fact.start):
        rest = rest[: fact.start] + " " + rest[fact.end :]
    if not content_stems(rest):
        return _only_value(request, fresh) if fresh else None
    return _by_statement(request, clause, rest, fresh)


def _is_command(clause: str) -> bool:
    return bool(_COMMAND.match(clause)) and not _NOUN_FIRST.match(clause)


def _by_statement(request: Request, clause: str, rest: str, fresh: list[Fact]) -> Plan | None:
    """Put the values into the statement that the other words speak of; ask where two speak of it alike."""
    pool = best_statements(request.document, rest)
    pool.sort(key=lambda one: (-round(one[0], 2), -sum(fact.text in one[1].text for fact in fresh)))
    alike = {id(one): sum(fact.text in one.text for fact in fresh) for _, one in pool}
    person = {stem(word) for word in (main_person(request.document) or "").lower().split()}
    telling = [one for one in content_stems(rest) if one not in person]
    asked: Plan | None = None
    best: tuple[float, Plan] | None = None
    told = 0
    best_beside = 0.0
    for score, statement in pool[:6]:
        if score < _ENOUGH or (best is not None and (score < best[0] - 0.01 or alike[id(statement)] < told)):
            break
        own = content_stems(statement.text)
        if telling and not any(related(one, other) for one in telling for other in own):
            continue
        plan = _matching_value(request, clause, statement, fresh, score)
        if plan is None:
            continue
        if not plan.done:
            asked = asked or plan
        elif best is None:
            best, told = (score, plan), alike[id(statement)]
            best_beside = _beside(clause, statement, plan)
        elif best[1].edits != plan.edits and best[1].asked != plan.asked:
            mine, other = _beside(clause, statement, plan), best_beside
            if mine >= other + 1:
                best, told, best_beside = (score, plan), alike[id(statement)], mine
                continue
            if other >= mine + 1:
                continue
            return _unclear([best[1].asked[0], plan.asked[0]], fresh[0])
    if best is not None or asked is not None:
        return best[1] if best is not None else asked
    if pool and pool[0][0] >= 0.6:
        return _whole_statement(request, clause, pool[0][1])
    return _section_value(request, clause, fresh)


def _beside(clause: str, statement: Statement, plan: Plan) -> float:
    """Return how much of the clause stands beside the value that a plan replaces."""
    old = next((fact for fact in values(statement.text) if plan.asked and fact.text == plan.asked[0]), None)
    if old is None:
        return 0.0
    new = next((fact for fact in values(clause) if class_of(fact.kind) == class_of(old.kind)), None)
    mine = PREPOSITION.search(clause[: new.start]) if new is not None else None
    theirs = PREPOSITION.search(statement.text[: old.start])
    alike = mine is not None and theirs is not None and mine[1].lower() == theirs[1].lower()
    return _shared(clause, statement.text, old) + alike


def _unclear(old: list[str], new: Fact) -> Plan:
    shown = ", ".join(dict.fromkeys(f"“{one}”" for one in old))
    return Plan(
        f"I left the summary as it was: I cannot tell which of {shown} “{new.text}” is meant to replace. "
        f"Name both, such as “{new.text}, not {old[0]}”.",
        done=False,
    )


def _role_name(request: Request, clause: str) -> Plan | None:
    found = _ROLE_IS.fullmatch(clause)
    if found is None:
        return None
    named = name_of_role(request.document, re.sub(r"(?i)'s (?:\w+ )?name$| name$", "", found["role"]))
    if named is None or named.name == found["name"]:
        return None
    alike = [name for name in distinct_names(request.document.text) if _alike(name, found["name"])]
    if alike and named.name not in alike:
        return substitute_name(request.document, *part_renamed(alike[0], found["name"], clause))
    return substitute_name(request.document, *part_renamed(named.name, found["name"], clause))


def _alike(one: str, other: str) -> bool:
    """Tell whether two names differ as a slip of the pen makes them differ."""
    return one != other and difflib.SequenceMatcher(None, one.lower(), other.lower()).ratio() >= 0.75


def _stand_in(request: Request, clause: str) -> Plan | None:
    """ "Ann is on leave, so Tom does it with Eve": whom the summary does not know takes the place of who is away."""
    found = _STANDS_IN.fullmatch(clause)
    if found is None or not _ABSENT.search(clause[: found.start("rest")]):
        return None
    new = [fact for fact in facts(found["rest"] + " .") if fact.kind == "name"]
    unknown = [fact.text for fact in new if literal(request.document, fact.text) is None]
    if len(unknown) != 1 or literal(request.document, found["out"]) is None:
        return None
    return substitute_name(request.document, found["out"], unknown[0])


def _only_value(request: Request, fresh: list[Fact]) -> Plan | None:
    """ "It was Tuesday": the one value of that kind in the summary is meant."""
    fact = fresh[0]
    there = [old for statement in statements(request.document) for old in values(statement.text)]
    hits = [old for old in there if old.kind == fact.kind]
    if not hits and fact.kind != "name":
        hits = [old for old in there if class_of(old.kind) == class_of(fact.kind)]
    named = [old for old in hits if old.text[:1].isupper() == fact.text[:1].isupper() and fact.kind == "relative"]
    hits = named or hits  # "Christmas" stands for "Easter", not for "last year"
    distinct = {old.key for old in hits}
    if len(distinct) == 1 and fact.key not in distinct:
        return put_value(request, request.clause, hits[0].kind, hits[0].text, fact.text)
    return _unclear([old.text for old in hits], fact) if len(distinct) > 1 else None


def _matching_value(
    request: Request, clause: str, statement: Statement, fresh: list[Fact], score: float
) -> Plan | None:
    """Put the values of the clause where the statement holds others of the same kind."""
    own = facts(statement.text)
    changes: list[tuple[Fact, Fact]] = []
    for fact in fresh:
        if any(fact.key == old.key and _counts_alike(clause, fact, statement.text, old) for old in own):
            continue
        fitting = _fitting(request, clause, statement, fresh, fact, score)
        fitting = [old for old in fitting if all(old is not used for used, _ in changes)]
        if not fitting:
            continue
        old = nearest(clause, fact, statement.text, fitting)
        if old is None:
            return _unclear([one.text for one in fitting], fact)
        changes.append((old, fact))
    if not changes:
        return None
    if all(old.kind == "name" for old, _ in changes):
        return substitute_name(request.document, *part_renamed(changes[0][0].text, changes[0][1].text, clause))
    return _carried(request.document, clause, statement, changes)


def _counts_alike(clause: str, fact: Fact, text: str, old: Fact) -> bool:
    """Tell whether two equal numbers count the same: "four e-mails" is not the 4 of "Chapter 4"."""
    noun = content_stems(clause[fact.end :])[:1]
    return (
        fact.kind != "number"
        or not noun
        or content_stems(text[old.end :])[:1] == noun
        or noun[0] not in content_stems(text)
    )


def _fitting(
    request: Request, clause: str, statement: Statement, fresh: list[Fact], fact: Fact, score: float
) -> list[Fact]:
    """Return the values of a statement that `fact` may be meant to replace."""
    text = statement.text
    mine = {one.key for one in fresh}
    own = [old for old in facts(text) if old.key not in mine]
    fitting = [old for old in own if old.kind == fact.kind]
    if fact.kind == "number" and _size(fact) >= _LARGE:
        fitting = [old for old in own if old.kind in ("number", "money")]
    if not fitting and fact.kind != "name":
        fitting = [old for old in own if class_of(old.kind) == class_of(fact.kind)]
    if fact.kind in ("number", "money"):
        fitting = [
            old for old in fitting if max(_size(old), _size(fact)) <= _FAR * max(1, min(_size(old), _size(fact)))
        ]
    if fact.kind == "name":
        before = PREPOSITION.search(clause[: fact.start])
        same = [
            old
            for old in fitting
            if before and (there := PREPOSITION.search(text[: old.start])) and there[1] == before[1]
        ]
        person = main_person(request.document)
        others = [old for old in fitting if old.text != person and old.text.lower() not in clause.lower()]
        return same or (others if len(others) == 1 and score >= _ENOUGH_FOR_A_NAME else [])
    if fact.kind != "number":
        return fitting
    if not fitting and score >= 0.6:
        fitting = [old for old in own if old.kind in ("percent", "money", "multiple")]
    noun = content_stems(clause[fact.end :])[:1]
    counted = [old for old in fitting if noun and content_stems(text[old.end :])[:1] == noun]
    if counted or score >= 0.6:
        return counted or fitting
    beside = [old for old in fitting if _shared(clause, text, old)]
    return beside if len(beside) == 1 else []


def _size(fact: Fact) -> float:
    """Return how large a figure is, roughly: words count as small."""
    digits = re.sub(r"[.,’' ](?=\d{3}\b)", "", fact.text)
    found = re.search(r"\d+(?:[.,]\d+)?", digits)
    return float(found[0].replace(",", ".")) if found else min(20, NUMBER_VALUES.get(fact.text.lower(), 1))


def nearest(clause: str, fact: Fact, text: str, fitting: list[Fact]) -> Fact | None:
    """Return the value of `text` beside which the words of the clause stand, None where two have as good a claim."""
    if len(fitting) == 1:
        return fitting[0]
    before = PREPOSITION.search(clause[: fact.start])
    scored = []
    for old in fitting:
        there = PREPOSITION.search(text[: old.start])
        alike = before is not None and there is not None and before[1].lower() == there[1].lower()
        scored.append((_shared(clause, text, old) + alike, old))
    top = max(score for score, _ in scored)
    best = [old for score, old in scored if score > top - 0.25]
    return best[0] if len(best) == 1 or len({old.key for old in best}) == 1 else None


def _shared(clause: str, text: str, old: Fact) -> float:
    """Return how much of a clause stands beside a value, up to the next one on its line; what comes first counts most."""
    line = text.rfind("\n", 0, old.start) + 1
    stop = text.find("\n", old.end)
    others = [one for one in values(text) if one.start != old.start and one.kind not in ("number", "multiple")]
    if old.kind in ("number", "money"):
        others = [one for one in values(text) if one.start != old.start]
    left = max([line, *(one.end for one in others if one.end <= old.start)])
    right = min([stop if stop >= 0 else len(text), *(one.start for one in others if one.start >= old.end)])
    after = content_stems(text[old.end : right])
    words = [(one, 1.0) for one in content_stems(text[left : old.start])]
    words += [(one, 0.3 if words else 1.0) for one in after]
    wanted = [one for one in content_stems(clause) if not one.isdigit()]
    return sum(
        (2.0 if number == 0 else 1.0) * max((weight * related(one, other) for other, weight in words), default=0.0)
        for number, one in enumerate(dict.fromkeys(wanted))
    )


def _carried(document: Document, clause: str, statement: Statement, changes: list[tuple[Fact, Fact]]) -> Plan:
    made = []
    block = document.block(statement.place).text
    shift = statement.start
    ordered = sorted(changes, key=lambda pair: -pair[0].start)
    for old, new in ordered:
        value = combine(old.text, new.text, old.kind)
        value += " of" if old.text.endswith(" of") and not value.endswith(" of") else ""
        made.append(value)
        before = with_preposition(block[: shift + old.start], clause, new.text, old)
        block = before + value + block[shift + old.end :]
    shown = "; ".join(f"“{old.text}” to “{value}”" for (old, _), value in zip(ordered, made, strict=True))
    return Plan(
        f"I corrected {shown}.",
        (SetText(*statement.place, block),),
        asked=tuple(old.text for old, _ in changes),
        made=(clause, *made),
    )


def _whole_statement(request: Request, clause: str, statement: Statement) -> Plan | None:
    """Put the coach's sentence for one that says nearly the same."""
    mine, theirs = set(content_stems(clause)), set(content_stems(statement.text))
    if not theirs or len(mine & theirs) / len(theirs) < 0.5 or mine == theirs:
        return None
    if len(clause.split()) < 4 or not _STATEMENT.search(clause):
        return None
    return put_instead(request, statement, as_statement(clause, statement), made=(clause,))


def _section_value(request: Request, clause: str, fresh: list[Fact]) -> Plan | None:
    """ "The focus is on X" or "The goal was 5 kg": a value in a section whose name the clause speaks of."""
    stems = set(content_stems(clause))
    for index in request.document.named:
        section = request.document.sections[index]
        if not set(content_stems(section.name)) & stems and stem(section.name) not in stems:
            continue
        for statement in statements(request.document, [index]):
            plan = _matching_value(request, clause, statement, fresh, 0.6)
            if plan is not None:
                return plan
    return None
