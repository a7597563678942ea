"""This file corrects a fact that is said anew: an age, another object for a verb, softer words for a statement."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re

from coachdesk.assistant.edits import Plan, SetText
from coachdesk.assistant.people import main_person, name_of_role
from coachdesk.assistant.request import Request
from coachdesk.assistant.statements import Statement, best_statements, statements

_SOFTER = re.compile(
    r"(?i)(?:the |that |this )?(?:bit|part|sentence|point|insight|one|remark|statement|line|bullet|item) (?:about|on|with|of) (?P<what>.+?) (?:is|was|sounds?|seems?|reads?) (?:a bit |far |much |rather |way |just )*"
    r"(?:too \w+|wrong|not right|not quite right|unfair|exaggerated|harsh|incorrect|misleading)[,;:.–-]+\s*(?:i think |rather |it should (?:be|say|read):? )?(?P<new>(?:he|she|they|it|[A-Z]\w+) .+)"
)


def softened(request: Request, clause: str) -> Plan | None:
    """ "The bit about the CRM is too harsh, he just finds it hard to use": those words for the statement that is meant."""
    found = _SOFTER.fullmatch(clause)
    pool = best_statements(request.document, found["what"]) if found is not None else []
    if found is None or not pool or pool[0][0] < 0.6 or (len(pool) > 1 and pool[1][0] == pool[0][0]):
        return None
    statement = pool[0][1]
    new = re.sub(r"(?i)\b(?:just|only|simply)\s+", "", found["new"].strip())
    new = re.sub(r"\b(?:it|them|that)\b", found["what"], new, count=1)
    new = as_statement(new[:1] + new[1:].rstrip(". "), statement)
    return put_instead(request, statement, new, made=(clause, new))


def as_statement(words: str, statement: Statement) -> str:
    """Return `words` with a capital and with the end that `statement` has."""
    ending = re.search(r"[.!?…]*$", statement.text)
    return words[:1].upper() + words[1:] + (ending[0] if ending else "")


def put_instead(request: Request, statement: Statement, new: str, made: tuple[str, ...]) -> Plan:
    """Return the plan that puts `new` in the place of `statement`; `made` is what it may bring in."""
    block = request.document.block(statement.place).text
    text = block[: statement.start] + new + block[statement.end :]
    return Plan(
        f"I replaced “{statement.text}” by “{new}”.",
        (SetText(*statement.place, text),),
        asked=(statement.text,),
        made=made,
    )


_DOES = re.compile(
    r"(?P<who>(?i:he|she|they)|[A-Z][\w'’-]+) (?:(?i:really|actually|only) )?(?P<verb>[a-z]{3,}s) (?P<what>[a-z][\w'’-]+(?: [\w'’-]+){0,2})"
)


def other_object(request: Request, clause: str) -> Plan | None:
    """ "He teaches physics": another object for the verb, where one statement alone has that verb."""
    found = _DOES.fullmatch(clause)
    if found is None or found["verb"] in ("is", "has", "was", "does", "says", "wants", "needs", "likes"):
        return None
    hits = [
        (statement, hit)
        for statement in statements(request.document)
        if (
            hit := re.search(
                rf"\b{found['verb']} (?P<old>[\w'’-]+(?: [\w'’-]+){{0,2}}?)(?=[,.;]|$| (?:and|in|at|with|to|for|on|by|from|since|but|because|when)\b)",
                statement.text,
            )
        )
    ]
    if len(hits) != 1:
        return None
    statement, hit = hits[0]
    block = request.document.block(statement.place).text
    start, end = statement.start + hit.start("old"), statement.start + hit.end("old")
    if hit["old"] == found["what"]:
        return None
    text = block[:start] + found["what"] + block[end:]
    return Plan(
        f"I corrected “{hit['old']}” to “{found['what']}”.",
        (SetText(*statement.place, text),),
        asked=(hit["old"],),
        made=(clause,),
    )


_IS_OLD = re.compile(
    r"(?i)(?P<who>she|he|(?:the|her|his|their|my) [\w -]{2,30}?|(?-i:[A-Z])[\w'’-]+)(?:'s| is| will be| was| turned| has turned| just turned)\s+(?:now |already |only |just |actually )*(?P<age>\d{1,3})(?: years old| years of age)?(?: by now| by| now| already| in fact)?"
)


def age(request: Request, clause: str) -> Plan | None:
    """ "He's 35": the age that stands beside his name, or with who is meant."""
    found = _IS_OLD.fullmatch(clause)
    if found is None:
        return None
    document = request.document
    who = found["who"]
    name = main_person(document) if who.lower() in ("she", "he") else None
    role = name_of_role(document, who) if not name and who[:1].islower() else None
    called = [
        *(name or who).split(),
        *([role.name] if role is not None else []),
        *([who.split()[-1]] if who[:1].islower() and not name else []),
    ]
    pattern = "|".join(re.escape(word) for word in called if word.lower() not in ("the", "her", "his", "their", "my"))
    for statement in statements(document):
        hit = re.search(
            rf"\b(?i:{pattern})\b[^.;\d]{{0,25}}?(?:,| is| \(|aged)\s*(?P<age>\d{{1,3}})(?=[,).;]| years| and\b|$)",
            statement.text,
        )
        if hit is None or hit["age"] == found["age"]:
            continue
        block = document.block(statement.place).text
        start = statement.start + hit.start("age")
        new = block[:start] + found["age"] + block[statement.start + hit.end("age") :]
        return Plan(
            f"I corrected “{hit['age']}” to “{found['age']}”.",
            (SetText(*statement.place, new),),
            asked=(hit["age"],),
            made=(clause,),
        )
    return None
