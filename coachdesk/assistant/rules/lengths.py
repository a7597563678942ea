"""This file reads how long a shortened text is to be: a share of its words, or a number of words, items or sentences."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re
from dataclasses import dataclass

from coachdesk.assistant.lexicon import NUMBER_VALUES

COUNTED = rf"(?P<n>\d+|{'|'.join(NUMBER_VALUES)}|a|one|single)"


@dataclass(frozen=True)
class Target:
    """How long something is to be: a share of its words, or a number of words, items or sentences."""

    ratio: float = 0.0
    words: int = 0
    items: int = 0
    sentences: int = 0
    each: bool = False
    brief: bool = False
    all_items: bool = False  # no item may go
    of_all: bool = False  # a share of the whole summary, though parts of it are left alone
    loose: bool = False  # no length was named, so no name and no date need go for one


def _number(text: str) -> int:
    return int(text) if text.isdigit() else NUMBER_VALUES.get(text.lower(), 1)


def target_of(clause: str, how: str) -> Target | None:  # noqa: PLR0911 - each return is a way to say how long
    """Return the length that a request names; None where it names none."""
    counted = re.search(
        rf"(?i)\b{COUNTED} (?:short |key |main |most important |single |brief )*(?P<kind>words|bullets?(?: points?)?|sentences?|lines?|points?|items?|insights|commitments)\b",
        how,
    )
    if counted and not re.search(r"(?i)\bby " + re.escape(counted[0]), how):
        number = _number(counted["n"])
        kind = counted["kind"].lower()
        each = bool(re.search(r"(?i)\b(?:each|per|every|apiece)\b", clause))
        if kind == "words":
            below = re.search(r"(?i)\b(?:under|below|(?:less|fewer) than)\b", how)
            return Target(words=max(1, number - 1 if below else number), each=each)
        brief = bool(re.search(r"(?i)\b(?:short|brief|concise|crisp)\b", counted[0]))
        if kind.startswith(("sentence", "line")):
            return Target(sentences=number, each=each, brief=brief)
        return Target(items=number)
    bare = re.search(rf"(?i)\bto (?:about |at most |only |just |the )?{COUNTED}$", how)
    if bare and bare["n"].lower() not in ("a", "one", "single") and "half" not in how:
        return Target(items=_number(bare["n"]))
    percent = re.search(
        r"(?i)\b(?P<way>by|to|about)?\s*(?:about |around |roughly )?(?P<n>\d{1,2})\s?(?:%|per ?cent)", how
    )
    if percent:
        share = int(percent["n"]) / 100
        return Target(ratio=share if percent["way"] == "to" and "shorter" not in how else 1 - share)
    said = f"{clause} {how}".lower()
    if re.search(
        r"\bto (?:about |around |roughly |some )?(?:a|one)[ -]third|third (?:as long|the length|of (?:its|the) length)",
        said,
    ):
        return Target(ratio=0.34)
    if re.search(r"\bby (?:a|one)[ -]third|(?:a )?third shorter|two[- ]thirds", said):
        return Target(ratio=0.66)
    if re.search(r"\b(?:a|one)[ -]quarter\b", said):
        return Target(ratio=0.75 if "by" in said or "shorter" in said else 0.28)
    if re.search(r"\bhal(?:f|ve)\b", said):
        return Target(ratio=0.54)
    if re.search(r"\b(?:a bit|a little|slightly|somewhat)\b", said):
        return Target(ratio=0.82)
    if re.search(
        r"\b(?:much|way|far|a lot|significantly|considerably|drastically|very|radically|heavily|tl;?dr|as (?:short|brief) as possible)\b",
        said,
    ):
        return Target(ratio=0.5)
    return None if not how or re.match(r"(?i)(?:to|by)\b", how) else Target(ratio=0.7, loose=True)
