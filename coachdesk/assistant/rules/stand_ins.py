"""This file writes what the coach says for each name: "'the client' instead of Ann's name, 'the bank' for the bank"."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re

from coachdesk.assistant.asides import instead
from coachdesk.assistant.document import Document
from coachdesk.assistant.edits import Plan
from coachdesk.assistant.people import main_person
from coachdesk.assistant.request import Request
from coachdesk.assistant.rules.anonymising import substituted
from coachdesk.assistant.rules.identities import meant_names

_QUOTED = r"[\"“‘'][^\"”’']{1,40}[\"”’'](?!\w)"
_INITIAL = r"(?:(?-i:[A-Z])\.?[ ]?){1,3}(?![\w'’])"
_ROLE = r"(?:the|her|his|their|a|an|my) (?!name\b)(?:(?!(?:is|was|are|be|should|must|name|names|and|or|not)\b)[a-z-]+ ){0,3}(?!(?:is|was|names?)\b)[a-z-]+(?: (?-i:[A-Z1-9]))?"
_NEW = rf"(?P<new>{_QUOTED}|{_INITIAL}|{_ROLE}|(?-i:[A-Z][\w'’-]*)(?: (?-i:[A-Z1-9]))?)"
_OLD = r"(?P<old>(?!(?:it|that|this)\b)(?:the |her |his |their |my |both |all )?[\w'’.& -]{1,60}?)"
_VERB = r"(?:(?:please|just|only|simply|then|also|and|so|i'd like you to|you can) )*(?:write|use|put|say|call|make|replace|change|rename|turn|swap|have|read|shorten|abbreviate)"
_WORDS = r"(?:the (?:words?|term|name|initials?|letters?|abbreviation) )?"
_FORMS = tuple(
    re.compile(f"(?i)^{form}$")
    for form in (
        rf"(?:{_VERB} )?(?:just |only |simply )?{_WORDS}{_NEW}(?: only| everywhere| throughout)?,? (?:instead of|for|rather than|in place of|where it says|whenever it says|wherever it says|where i wrote) {_OLD}",
        rf"(?:{_VERB}) {_OLD} (?:by|with|to|into|as|through) (?:just |only |simply )?{_WORDS}{_NEW}",
        rf"(?:{_VERB} )?{_OLD} (?P<new>{_QUOTED}|{_INITIAL})",
        rf"{_OLD} (?:is|becomes?|should be|should become|is to be|must be|as|to be)(?: just| only| called| named| written as| replaced by)* {_NEW}",
        rf"{_OLD} ?(?:=|->|→|:) ?{_NEW}",
    )
)
_NEXT = re.compile(r"(?i)\s*(?:[,;]\s*(?:and |then |also )*|\s(?:and|&)\s(?:then |also )*)(?=\S)")
_TAIL = re.compile(
    r"(?i)\s*,?\s*(?:please|everywhere|throughout|instead|in the whole (?:text|summary)|wherever (?:it|she|he|they) .*|each time|every time|respectively)$"
)


def write_stand_ins(request: Request) -> Plan | None:
    """Write the given words for each name that the clause pairs them with; None where it says anything else."""
    clause = request.clause.strip().rstrip("!")
    clause = _TAIL.sub("", clause if re.search(r"\b[^\W\d_]\.$", clause) else clause.rstrip("."))
    pairs = _pairs(request.document, clause)
    if pairs is None:
        return None
    put: dict[str, str] = {}
    for names, new in pairs:
        for name in names:
            put.setdefault(name, new)
    return substituted(request, put)


def _pairs(document: Document, clause: str) -> list[tuple[list[str], str]] | None:
    """Return (names, new words) of a clause that is made of such pairs throughout, else None."""
    read = _pair(document, clause)
    if read is not None:
        return [read]
    shielded = re.sub(_QUOTED, lambda quoted: "x" * len(quoted[0]), clause)
    for found in _NEXT.finditer(shielded):
        first = _pair(document, clause[: found.start()])
        rest = _pairs(document, clause[found.end() :]) if first is not None else None
        if first is not None and rest is not None:
            return [first, *rest]
    return None


def _pair(document: Document, text: str) -> tuple[list[str], str] | None:
    for form in _FORMS:
        found = form.match(text.strip())
        if found is None:
            continue
        new = instead(found["new"]).strip().strip("\"“”‘’'").strip()
        old = found["old"].strip()
        person = main_person(document) if old.lower() in ("her", "him", "them") else None
        old = person or old
        names = meant_names(document, old) if new and _is_name(document, old, found["new"]) else None
        if names and _of_one(names):
            return names, new
    return None


def _is_name(document: Document, old: str, new: str) -> bool:
    """Tell whether a phrase is one for whoever bears a name, not a heading, and not all names at once."""
    if any(section.name.lower() == re.sub(r"(?i)^the ", "", old).lower() for section in document.sections):
        return False
    if re.fullmatch(
        r"(?i)(?:all |the |every |any |real |people's |of )*(?:names?|people|it|everyone|everybody|persons?|text|summary)",
        old,
    ):
        return False
    # "rename Ann to Anne" is another name for her and goes the way of names.
    return bool(re.match(r"[\"“‘']", new)) or not re.fullmatch(r"[A-Z][\w'’-]{2,}(?: [A-Z][\w'’-]+)*", new)


def _of_one(names: list[str]) -> bool:
    """Tell whether all names are one bearer's: its whole name and parts of it."""
    longest = set(max(names, key=len).split())
    return all(set(name.split()) <= longest for name in names)
