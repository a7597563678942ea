"""This file parts two facts that are stated in one sentence: "it's 20%, not 25%, and the notary is on 22 June"."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re

from coachdesk.assistant.facts import values

_VERB = r"(?:is|are|was|were|isn't|should be|must be|will be|has to be|takes place|starts|ends|moves|costs?|takes?|gets?|[a-z]{3,}(?:s|ed))"
_SUBJECT = (
    r"(?:it|she|he|they|we|there|(?:the|our|her|his|their|my|its)\s+[\w'’ -]{2,40}?|"
    r"[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)*(?:\s+[a-z][\w-]+){0,3}?|(?!(?:in|on|at|by|not|no|then|also|please)\b)[a-z][a-z-]{3,}(?=\s(?:is|are|was|were|will)\b))"
)
_STATES = re.compile(rf"(?i:\b(?:{_VERB})\b|\w['’]s\s)")
_SECOND = re.compile(rf"(?P<what>{_SUBJECT})(?:\s+(?P<verb>{_VERB})\b|['’]s\s|\s+(?=(?:on|at|by|until|in)\s))")
_PLACED = re.compile(r"\s(?:is|are|was|were|will be|should be)\s+(?:on|at|by|until|in)\s")
_MEETING = re.compile(
    r"(?i)(?:we(?:'ll| will)? (?:meet|see each other|talk|speak)|(?:our|the) (?:next )?(?:session|meeting|appointment|call)\b(?: (?:is|moves|will|was|has|takes)|'s))"
)
_CONTRAST = re.compile(r"(?i)\S,? (?:not|instead of|rather than) \S")
_CONTENT = re.compile(r"(?i)(?:add|insert|include|append|write|note|replace|say|e-?mail|draft|compose|rename)\b")


def facts_apart(clause: str) -> list[str]:
    """Return the two statements that "and" joins, if each has a verb and a value of its own; else the clause alone."""
    if _CONTENT.match(clause) or clause.rstrip().endswith("?"):
        return [clause]
    for found in re.finditer(r",?\s+and\s+|;\s*", clause):
        first, second = clause[: found.start()], clause[found.end() :]
        opening = _SECOND.match(second)
        if opening is not None and opening["verb"] and _CONTRAST.search(first) and not _CONTRAST.search(second):
            return [first, second]
        if _MEETING.match(second) and values(first) and not _MEETING.match(first):
            return [first, second]
        if opening is None or not _STATES.search(first) or not values(first) or not values(second):
            continue
        if opening["verb"] is None and not re.match(r".*?['’]s\s", opening.group()):
            if not _PLACED.search(first):
                continue
            second = f"{opening['what']} is{second[len(opening['what']) :]}"
        return [first, second]
    return [clause]
