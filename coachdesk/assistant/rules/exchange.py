"""This file puts a value for another: in the statement that the coach speaks of, with the preposition that goes with it."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re

from coachdesk.assistant.dates import combine
from coachdesk.assistant.edits import Plan, SetText
from coachdesk.assistant.facts import FIGURE_KINDS, Fact, values
from coachdesk.assistant.lexicon import NUMBER_VALUES, content_stems, related
from coachdesk.assistant.request import Request
from coachdesk.assistant.rules.substituting import literal, substitute
from coachdesk.assistant.statements import Statement, statements

PREPOSITION = re.compile(
    r"(?i)\b(on|by|until|till|before|after|at|in|from|since|around|for|to|with|about)\s+(?:the\s+)?$"
)


def class_of(kind: str) -> str:
    if kind in ("date", "month", "day", "weekday", "relative", "year"):
        return "day"
    return kind


def put_value(request: Request, context: str, kind: str, old: str, new: str) -> Plan | None:
    """Replace `old` by `new` in the statements that the context means, else wherever it stands."""
    hits: list[tuple[Statement, Fact]] = []
    for statement in statements(request.document):
        hits += [(statement, fact) for fact in values(statement.text) if _same(fact, kind, old)]
    if not hits:
        hits = _in_short(request, old)
        new = _written_out(hits[0][1].text, old, new) if hits else new
    if not hits:
        spelled = literal(request.document, old)
        if spelled is None or len(spelled) < 2:
            return None
        edits, count = substitute(request.document, spelled, new)
        return Plan(f"I corrected “{spelled}” to “{new}”.", edits, asked=(spelled,), made=(new,)) if count else None
    chosen = _chosen(request, context, new, hits)
    made: list[str] = []
    texts: dict[tuple[int, int], str] = {}
    for statement, fact in sorted(chosen, key=lambda hit: (hit[0].place, -(hit[0].start + hit[1].start))):
        text = texts.get(statement.place, request.document.block(statement.place).text)
        value = combine(fact.text, new, fact.kind)
        made.append(value)
        start = statement.start + fact.start
        before = with_preposition(text[:start], context, new, fact)
        texts[statement.place] = before + value + text[start + len(fact.text) :]
    edits = tuple(SetText(place[0], place[1], text) for place, text in texts.items())
    shown = chosen[0][1].text
    return Plan(f"I corrected “{shown}” to “{made[0]}”.", edits, asked=(shown, old), made=tuple(made))


def _in_short(request: Request, old: str) -> list[tuple[Statement, Fact]]:
    """Return the one figure that `old` says in short: "eighteen" is £18,000, "2.4" is 2.4 million."""
    said = _digits(old)
    if not said or any(fact.kind not in FIGURE_KINDS for fact in values(old)):
        return []
    hits = [
        (statement, fact)
        for statement in statements(request.document)
        for fact in values(statement.text)
        if fact.kind in FIGURE_KINDS and re.fullmatch(rf"{re.escape(said)}(?:[.,’' ]?000)*", _digits(fact.text))
    ]
    return hits if len({fact.key for _, fact in hits}) == 1 else []


def _written_out(there: str, old: str, new: str) -> str:
    """Return "£21,000" where "21" stands against the "18" of "£18,000", and `new` where it is written in full."""
    mine, theirs = _digits(old), _digits(new)
    if not theirs or not re.fullmatch(r"[\w.,]+", new.strip()) or len(theirs) > len(mine) + 1:
        return new
    return there.replace(mine, theirs, 1) if mine in there else new


def _digits(text: str) -> str:
    found = re.search(r"\d+(?:[.,’' ]\d+)*", text)
    number = NUMBER_VALUES.get(text.strip().lower())
    return found[0] if found else str(number) if number is not None else ""


def with_preposition(before: str, context: str, new: str, fact: Fact) -> str:
    """Return the text before a value with the preposition that the coach used, where the kind of day changed."""
    mine = PREPOSITION.search(before)
    at = context.rfind(new)
    theirs = PREPOSITION.search(context[:at]) if at >= 0 else None
    fresh = values(new)
    if (
        mine
        and theirs
        and fresh
        and fresh[0].kind != fact.kind
        and class_of(fresh[0].kind) == class_of(fact.kind)
        and fact.kind in ("date", "month", "weekday", "relative", "day")
    ):
        return before[: mine.start()] + theirs[1] + " "
    return before


def _same(fact: Fact, kind: str, old: str) -> bool:
    if fact.text.lower() == old.lower():
        return True
    mine = re.findall(r"\d+|[^\W\d_]+", fact.text.lower())
    theirs = [
        part for part in re.findall(r"\d+|[^\W\d_]+", old.lower()) if part not in ("the", "st", "nd", "rd", "th", "of")
    ]
    if kind in ("day", "date") and fact.kind in ("date", "day"):
        if Fact("date", old, 0, 0).key == Fact("date", fact.text, 0, 0).key:
            return True
        return len(theirs) == 1 and theirs[0] in mine
    if kind == "time" and fact.kind == "time":
        return (
            bool(theirs)
            and theirs[0].lstrip("0") == mine[0].lstrip("0")
            and (len(theirs) == 1 or theirs[1:2] == mine[1:2])
        )
    return fact.kind == kind and fact.key == Fact(kind, old, 0, 0).key


def _chosen(
    request: Request, context: str, new: str, hits: list[tuple[Statement, Fact]]
) -> list[tuple[Statement, Fact]]:
    if len(hits) == 1 or re.search(r"(?i)\b(?:everywhere|throughout|all|each|every)\b", request.original):
        return hits
    wanted = set(content_stems(context)) - set(content_stems(new))
    scored = []
    for statement, fact in hits:
        section = request.document.sections[statement.place[0]]
        own = set(content_stems(statement.text)) | set(content_stems(section.name))
        after = content_stems(statement.text[fact.end :])[:1]
        near = sum(1 for stem_ in wanted if any(related(stem_, other) >= 0.7 for other in own))
        scored.append(near + (0.5 if after and after[0] in wanted else 0))
    top = max(scored)
    if top == 0:
        return hits
    return [hit for hit, score in zip(hits, scored, strict=True) if score == top]
