"""This file finds which sections, items and statements a phrase means that says what is to go or to stay."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re

from coachdesk.assistant.document import Document
from coachdesk.assistant.facts import DAY_KINDS, FIGURE_KINDS, names, values
from coachdesk.assistant.people import distinct_names
from coachdesk.assistant.request import Request
from coachdesk.assistant.statements import Matcher, Statement, statements
from coachdesk.assistant.targets import ITEM_KINDS, ITEM_WORDS, find_section, find_sections, section_items, split_scope

Place = tuple[int, int]
ALL = re.compile(
    "(?i)^(?:all(?: of)?|any(?:thing)?|every(?:thing)?|each|whatever|(?:all |any |"
    r"every )?(?:the )?(?:mentions?|references?|allusions?|traces?|talk)|what(?:ever)?)\b"
)
HEAD = re.compile(
    "(?i)^(?:(?:all|any|every|each|the|that|this|those|these|her|his|their|my|our|of|whole|entire|"
    r"everything|anything|whatever|something|what|where|other|both|two|three)\s+)*"
    f"(?P<kind>(?:{ITEM_WORDS}|{ITEM_KINDS}|"
    "parts?|bits?|mentions?|references?|stuff|remarks?|comments?|details?|words?|phrases?|"
    r"clauses?|notes?|passages?|things?|facts?|topics?|subjects?|names?)\b)?\s*"
    "(?P<link>(?:that (?:is |are |talks? |speaks? |deals? |has to do |says? )?|which (?:is |are |"
    "talks? |speaks? |says? )?|where (?:it says |she says |he says |it talks |you (?:write|wrote|"
    "say) )?|saying |she said |he said |you wrote |has to do |to do |with regard )*(?:about|on|of|"
    "regarding|concerning|relating to|related to|around|to|with|mentioning|saying|that|where|when|"
    r"for|connected to)\s+)?"
)


def named_sections(request: Request, phrase: str) -> list[int]:
    """Return the sections of a phrase; "the insights and the next session" are two unless a heading says just that."""
    bare = re.sub(r"(?i)^(?:the |both |all )+|(?: sections?| parts?)$", "", phrase).lower()
    whole = [
        index
        for index, section in enumerate(request.document.sections)
        if section.heading and section.name.lower() == bare
    ]
    pieces = [piece for piece in re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s+as well as\s+", phrase) if piece]
    if whole or len(pieces) < 2:
        return whole or find_sections(request, phrase)
    found = [find_section(request.document, piece, request.focus) for piece in pieces]
    return list(dict.fromkeys(index for index in found if index is not None)) if None not in found else []


def section_by_body(document: Document, phrase: str) -> int | None:
    wanted = re.sub(
        r"(?i)^.*?\bsections?\b\s*(?:about|on|with|that|where|regarding|concerning|called|named)?\s*", "", phrase
    )
    named = document.named
    ranked = Matcher(document.sections[index].raw for index in named).rank(wanted)
    if ranked and ranked[0][0] >= 0.6 and (len(ranked) < 2 or ranked[1][0] < ranked[0][0]):
        return named[ranked[0][1]]
    return None


def by_state(request: Request, phrase: str) -> list[Place] | None:
    """Return what a phrase names by how it stands: ticked items, duplicates; None if it names no such thing."""
    document = request.document
    places = [(number, index) for number, section in enumerate(document.sections) for index in section.items]
    if re.search(
        r"(?i)\b(?:completed|done|finished|ticked(?: off)?|checked(?: off)?|closed|dealt with|taken care of|behind (?:her|him|them))\b",
        phrase,
    ) and re.search(
        rf"(?i)\b(?:{ITEM_WORDS}|tasks?|commitments?|actions?|to-?dos?|boxes)\b|^(?:what|everything|all|anything|whatever|those)\b",
        phrase,
    ):
        return [place for place in places if re.search(r"\[[xX]\]", document.block(place).prefix)]
    if re.search(r"(?i)\b(?:duplicates?|duplicated?|repeated|double|repetitions?)\b", phrase) and not re.search(
        r"(?i)\babout\b", phrase
    ):
        seen: set[tuple[str, ...]] = set()
        twice = []
        for place in places:
            key = tuple(re.findall(r"\w+", document.block(place).text.lower()))
            if key in seen:
                twice.append(place)
            seen.add(key)
        return twice
    return None


_FEATURES: tuple[tuple[str, frozenset[str]], ...] = (
    (r"(?:dates?|deadlines?|due dates?|days?|time limits?)", DAY_KINDS),
    (r"(?:numbers?|figures?|amounts?)", FIGURE_KINDS),
    (r"(?:percentages?|per ?cents?)", frozenset(("percent",))),
    (r"(?:times?)", frozenset(("time",))),
    (r"(?:names?|person|people)", frozenset(("name",))),
)
_FEATURE = re.compile(
    r"(?i)^(?P<of>.*?)\s*\b(?:(?:that|which) (?:have|has|contain|contains|mention|mentions|carry|name|"
    "names|hold)|with|(?:that |which )?"
    "(?P<no>without|(?:(?:that|which) )?(?:has|have|contain|name)s? no|(?:(?:that|which) )(?:do|"
    "does)(?: not|n't) (?:have|contain|mention|name)))"
    r"(?: an?| any| the| some)? (?:concrete |clear |fixed |specific |exact )?(?P<what>[a-z ]+)$"
)


_REPEATED = re.compile(r"(?i)\b(?:every|each)\s+(?:\w+\s+)?\w+$|\b\w+days$")  # "every Thursday" is no date


def by_feature(request: Request, phrase: str, scope: list[int]) -> list[Place] | None:
    """Return the items that "have a date" or are "without a deadline"; None if a phrase says no such thing."""
    found = _FEATURE.match(phrase)
    if found is None:
        return None
    kinds = next((kinds for pattern, kinds in _FEATURES if re.fullmatch(pattern, found["what"].lower())), None)
    if kinds is None:
        return None
    document = request.document
    of = re.sub(rf"(?i)\b(?:the|all|those|any|only|ones?|two|three|four|{ITEM_WORDS})\b", "", found["of"]).strip()
    sections = scope or (find_sections(request, of) if of else [])
    if of and not sections:
        return None
    sections = sections or [index for index, section in enumerate(document.sections) if section.items]
    chosen = []
    for place in (place for section in sections for place in section_items(document, section)):
        text = document.block(place).text
        there = {fact.kind for fact in values(text) if not _REPEATED.search(text[: fact.end])}
        there |= {"name"} if names(text) else set()
        if bool(kinds & there) != bool(found["no"]):
            chosen.append(place)
    return chosen


_OWNED = (
    (
        r"(?:everything |all |only )?(?:what|that|which)?\s*(?P<who>{name}) (?:has to|is to|must|should|"
        "will|needs to|wants to|agreed to|"
        r"promised to|committed to) do"
    ),
    r"(?:the )?(?P<who>{name})['’]s? (?:own )?(?:{kinds}|part)",
    r"(?:the |those |all )?(?:{kinds})? ?(?:of|for|by|from|assigned to|owned by|that belong to) (?P<who>{name})",
    r"what is (?:for|on) (?P<who>{name})",
)
_KIND_WORDS = rf"(?:{ITEM_WORDS}|commitments?|tasks?|actions?|action items?|to-?dos?|steps?|agreements?|promises)"


def by_owner(request: Request, phrase: str, scope: list[int]) -> list[Place] | None:
    """Return the items that somebody is to do: "Tom's tasks"; None if a phrase says no such thing."""
    document = request.document
    labels = re.findall(r"(?m)^\W*([^\W\d_a-z][\w'’-]+):", document.text)
    known = sorted(
        {part for name in distinct_names(document.text) for part in (name, *name.split())} | set(labels), key=len
    )
    name = "|".join(re.escape(one) for one in reversed(known)) or "(?!)"
    for form in _OWNED:
        found = re.fullmatch("(?i)" + form.format(name=name, kinds=_KIND_WORDS), phrase.strip())
        if found is None:
            continue
        who = re.compile(rf"(?i)\W*{re.escape(found['who'])}(?: [^\W\d_a-z][\w'’-]+)?(?::| [–-] | (?!and\b)[a-z])")
        sections = scope or [index for index, section in enumerate(document.sections) if section.items]
        places = [place for section in sections for place in section_items(document, section)]
        return [place for place in places if who.match(document.block(place).text)] or None
    return None


def meant_blocks(request: Request, what: str, sections: list[int] | None = None, every: bool = False) -> list[Place]:
    return list(dict.fromkeys(statement.place for statement in meant(request, what, sections, every)))


def meant(request: Request, what: str, sections: list[int] | None = None, every: bool = False) -> list[Statement]:
    """Return the statements that a phrase describes: the best ones, or each that matches it well enough."""
    text, scope = split_scope(request, what)
    pool = sections or [number for index in scope for number in request.document.subtree(index)] or None
    head = HEAD.match(text)
    topic = text[head.end() :] if head else text
    if head and head["kind"] and not topic:
        topic = text
    found = statements(request.document, pool)
    ranked = Matcher(statement.text for statement in found).rank(topic or text)
    if not ranked or ranked[0][0] < 0.45:
        return []
    top = ranked[0][0]
    least = min(top - 0.01, 0.75 if top >= 0.99 else 0.65) if every else top - 0.01
    return [found[index] for score, index in ranked if score >= least]
