"""This file knows the tones that a coach asks for, and hands out the phrases for each.

A model that chooses among them, however small, cannot change a fact.
"""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re
from dataclasses import dataclass

from coachdesk.assistant.style_phrases import CASUAL, CLEAR, DIRECT, FORMAL, SIMPLE, WARM

# Words that are nouns too: they are replaced only where a verb stands.
ONLY_AS_VERBS = frozenset(
    "ask call write draft prepare send help show start buy require obtain purchase commence begin assist".split()
)


@dataclass(frozen=True)
class Style:
    """A tone: `name` completes "I made it …", `wish` "Write it …", `sparing` uses each new phrase once in a summary."""

    name: str
    wish: str
    table: str
    sparing: bool = False


_STYLES: tuple[tuple[str, str, Style], ...] = (
    (
        "formal stiff official academic business-?like corporate technical clinical serious",
        "casual informal relaxed colloquial conversational laid-back chatty loose",
        Style("more relaxed", "in a relaxed, conversational tone", CASUAL),
    ),
    (
        r"harsh cold blunt hard negative critical judg\w+ dry strict severe direct",
        (
            "warm kind friendl gentl soft empath encourag support compassion caring positiv optimis human tender heart uplift "
            "motivat apprec sympath nice"
        ),
        Style("warmer", "in a warm, encouraging tone", WARM, sparing=True),
    ),
    (
        "casual informal chatty colloquial sloppy relaxed friendly emotional",
        "formal professional official business-?like corporate serious polite respectful academic neutral elegant",
        Style("more formal", "in a formal, professional tone", FORMAL),
    ),
    (
        r"complicated complex difficult wordy jargon\w* abstract",
        "simple simpler simplif plain plainer easier easy everyday layman jargon accessib understandable child",
        Style("simpler", "in simple, everyday words", SIMPLE),
    ),
    (
        r"vague hedg\w+ indirect wishy-?washy cautious tentative",
        "direct crisp assertive confident active decisive matter-of-fact punch clear-?cut firm",
        Style("more direct", "in a direct, confident tone", DIRECT),
    ),
    (
        "unclear clumsy awkward choppy",
        (
            "clear clarity fluent fluency flow readab polish improve well-written smooth natural rephras reword refine "
            "wording style tone sound"
        ),
        Style("clearer", "in clear, natural words", CLEAR),
    ),
)
_ABOUT_WORDS = re.compile(
    r"\b(?:make|sounds?|read|write|rewrite|rephrase|reword|tone|style|voice|words?|wordings?|language|phrase|phrasing|put|use|"
    r"express|say|more|less|too|bit|little|simplif\w+|soften|polish|improve|tweak|adjust|formali[sz]e|warm up|humani[sz]e)\b|"
    r"\w+er\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"\s*(?:what|who|when|where|why|how|did|does|is|was|has)\b")


def style_of(clause: str) -> Style | None:
    """Return the tone that a request asks for, None where it asks for no tone."""
    text = re.sub(r"\"[^\"]*\"|“[^”]*”|:.*$", " ", clause.lower(), flags=re.DOTALL)
    if re.match(r"\s*(?:put in|add|insert|include|note|mention|say that|write that)\b", text):
        return None
    asked = text.rstrip().endswith("?") and _QUESTION.match(text)
    if asked or not _ABOUT_WORDS.search(text):
        return None
    for too_much, _, style in _STYLES:
        if re.search(rf"\b(?:less|too|not (?:so|as|that|too)) (?:{too_much.replace(' ', '|')})", text):
            return style
    for _, wanted, style in _STYLES:
        if re.search(rf"\b(?:{wanted.replace(' ', '|')})", text):
            return style
    return None


def choices(style: Style) -> dict[str, tuple[str, ...]]:
    """Return, for each phrase in small letters that the tone replaces, what may stand for it."""
    table: dict[str, tuple[str, ...]] = {}
    for line in style.table.strip().splitlines():
        old, _, new = line.partition("=")
        table.setdefault(
            old.strip().lower(), tuple("" if one.strip() == "-" else one.strip() for one in new.split("|"))
        )
    return table
