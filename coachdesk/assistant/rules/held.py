"""This file tells whether a statement holds what a question asks for: a day, an amount, a share, somebody's words."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re
from collections.abc import Callable

from coachdesk.assistant.document import Document
from coachdesk.assistant.facts import DAY_KINDS, FIGURE_KINDS, values
from coachdesk.assistant.lexicon import content_stems, related, stem
from coachdesk.assistant.people import distinct_names, is_organisation, is_place, main_person, roles
from coachdesk.assistant.rules.questions import Question
from coachdesk.assistant.statements import Statement, statements

OBSTACLE = re.compile(
    r"(?i)\b(?:hold|stop|prevent|keep|block)\w*\b.{0,20}\b(?:back|from|her|him|them)\b|\b(?:afraid|fears?|feared|worr\w+|guilt\w*|ashamed|cannot|can't|could not|unable|never|avoids?|refus\w+|"
    r"puts? (?:it |this |the \w+ )?off|hard to|difficult\w*|reluctan\w*|hesitat\w*|doubts?|does not (?:dare|trust|want|like)|dreads?|too (?:little|much|few|many|tired|busy))\b"
)
_SPOKEN = r"(?:say|said|answer|reply|respond|think|suggest|recommend|advise|tell|told|promise|want|ask|object|react|decide|propose|write|wrote|explain|complain)"
_WHAT_SAID = re.compile(
    rf"(?i)\b(?:what|how)\b.{{0,12}}\b(?:did|does|has|had|would)\s+(?P<who>(?:the |her |his |my |their )?[\w'’.-]+(?: [A-Z][\w'’-]+)*)\s+(?P<verb>{_SPOKEN})\b"
)
_SAYS = (
    r"(?:said|says|told|tells|thinks?|thought|answered|answers|replied|replies|asked|asks|suggest\w*|recommend\w*|advis\w+|promised|wants?|wanted|finds?|found|objects?|objected|believes?|believed|proposed|agreed|decided|wrote|writes|"
    r"warned|warns|explained|complained|calls?|called|described|allowed|refus\w+|expects?|prefers?|hopes?|fears?|insists?|offered|invited|accept\w*|would)"
)


def not_said(document: Document, question: Question) -> tuple[str, list[str]] | None:
    """Return ("what Tom said", what the summary says of Tom) where it holds no words of his that a question asks for."""
    found = _WHAT_SAID.search(question.text)
    if found is None:
        return None
    who = found["who"]
    own = [
        word
        for word in re.findall(r"[^\W\d_]+", who)
        if word.lower() not in ("the", "her", "his", "my", "their", "dr", "mr", "mrs", "ms")
    ]
    person = main_person(document) or ""
    if not own or who.lower() in ("she", "he", "they", "it", "we", "i", "you") or own[-1] in person.split():
        return None
    role = next(
        (one for one in roles(document.text) if related(stem(one.phrase.split()[-1]), stem(own[-1])) >= 0.7), None
    )
    called = "|".join(
        re.escape(word) for word in [own[-1], *([role.name, role.name.split()[-1]] if role is not None else [])]
    )
    there = [one for one in statements(document) if re.search(rf"(?i)\b(?:{called})\b", one.text)]
    if not there or any(
        re.search(rf"(?i)\b(?:{called})\b[^.;]{{0,60}}?\b{_SAYS}\b|[\"“].+\b(?:{called})\b", one.text) for one in there
    ):
        return None
    texts = [" ".join(one.text.split()) for one in there][:4]
    return f"what {who} {_past(found['verb'])}", list(dict.fromkeys(texts))


def _past(verb: str) -> str:
    irregular = {
        "say": "said",
        "think": "thinks",
        "tell": "told",
        "want": "wants",
        "write": "wrote",
        "reply": "replied",
    }
    low = verb.lower()
    return irregular.get(low, low if low.endswith(("ed", "d")) else low + ("d" if low.endswith("e") else "ed"))


def holds(document: Document, question: Question, statement: Statement) -> bool:
    found = values(statement.text)
    text = document.text
    asked = question.text.lower()
    mine = (
        [name for name in distinct_names(text) if name in statement.text and name.lower() not in asked]
        if question.kind
        else []
    )
    checks: dict[str, Callable[[], bool]] = {
        "day": lambda: any(fact.kind in DAY_KINDS or fact.kind == "time" for fact in found),
        "figure": lambda: any(fact.kind in FIGURE_KINDS for fact in found) and _counts(question, statement.text),
        "contact": lambda: bool(re.search(r"\d[\d /-]{6,}\d|\S@\S", statement.text)),
        "age": lambda: bool(
            re.search(
                r",\s*\d{1,3}(?=[,.;)]| and\b)|\b\d{1,3} years old|\baged \d|\b(?:is|turned|turns) \d{1,3}\b(?! (?:per|%))",
                statement.text,
            )
        ),
        "percent": lambda: any(fact.kind in ("percent", "multiple") for fact in found),
        "money": lambda: any(fact.kind == "money" for fact in found),
        "obstacle": lambda: bool(OBSTACLE.search(statement.text)),
        "person": lambda: any(not is_place(name, text) for name in mine),
        "place": lambda: (
            any(is_place(name, text) for name in mine)
            or bool(re.search(r"\b(?:at|in|by) (?:the |her |his )?\w+", statement.text))
        ),
        "organisation": lambda: any(is_organisation(name, text) for name in mine),
        "reason": lambda: bool(
            re.search(
                r"(?i)\b(?:because|since|due to|as she|as he|so that|in order to|therefore|reason|fears?|afraid)\b",
                statement.text,
            )
        ),
    }
    return checks[question.kind]() if question.kind else True


def _counts(question: Question, text: str) -> bool:
    """Tell whether a figure of `text` counts what "how many …" asks for."""
    asked = re.search(r"(?i)\bhow many (?:of (?:the|her|his|their) )?(?:\w+ )??(?P<noun>[a-z-]+)\b", question.text)
    if asked is None:
        return True
    nouns = [
        one
        for word in re.findall(r"(?i)\bhow many ((?:[a-z-]+ ?){1,3})", question.text)[:1]
        for one in content_stems(word)
    ]
    return any(related(one, other) >= 0.6 for one in nouns for other in content_stems(text)) if nouns else True
