"""This file finds the names of what a phrase only describes: "the orchestra", "the case", "the place where she lost"."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re

from coachdesk.assistant.document import Document
from coachdesk.assistant.facts import names
from coachdesk.assistant.lexicon import FUNCTION_WORDS, stem
from coachdesk.assistant.people import distinct_names, institutions, is_organisation, is_place
from coachdesk.assistant.statements import best_statements

_CAPITAL = r"[^\W\d_a-z][\w'’&-]*"
_NAMED = rf"{_CAPITAL}(?: {_CAPITAL}){{0,3}}"
# Whom one meets in such a phrase is the one that the word means.
_ACROSS = re.compile(
    rf"(?i:\b(?:against|beat|beats|beaten by|lost to|loss to|defeated by|versus|vs\.?|facing)) (?P<name>{_NAMED})"
)
_BY_TITLE = (("doctor", "Dr"), ("professor", "Prof"))
_ACROSS_WORDS = frozenset(stem(word) for word in ("opponent", "rival", "adversary", "competitor", "challenger"))
_RELATIVE = re.compile(
    r"(?i)(?:the )?(?P<kind>place|town|city|village|location|person|man|woman|one|colleague|people|company|firm|school)s? (?:where|who|whom|that|which|with whom|in which|to which) (?P<what>.+)"
)
_PLACES = frozenset("place town city village location".split())
_DETERMINED = re.compile(r"(?i)^(?:the|her|his|their|its|my|our|both|all|these|those|a|an|that|this|old|new|former)\s+")


def described(document: Document, phrase: str) -> list[str]:
    """Return the names that a phrase describes by its kind or by what happened there; empty where it describes none."""
    relative = _RELATIVE.fullmatch(phrase.strip())
    if relative is not None:
        return _in_statement(document, relative["kind"].lower(), relative["what"])
    bare, before = phrase.strip(), ""
    if not _DETERMINED.match(bare):
        return []
    while before != bare:
        before, bare = bare, _DETERMINED.sub("", bare)
    words = bare.lower().split()
    if not words or not words[-1].isalpha() or len(words) > 3 or words[-1] in FUNCTION_WORDS:
        return []
    noun = words[-1]
    text = "\n".join(section.body for section in document.sections)
    firms = [*institutions(text), *(name for name in distinct_names(text) if is_organisation(name, text))]
    containing = [name for name in firms if stem(noun) in {stem(word) for word in name.split()}]
    if containing:
        return list(dict.fromkeys(containing))
    title = next((title for word, title in _BY_TITLE if re.fullmatch(f"{word}s", noun)), "")
    if title:
        return list(dict.fromkeys(fact.text for fact in names(text) if re.match(rf"{title}\w*\.? ", fact.text)))
    if stem(noun) in _ACROSS_WORDS:
        return list(dict.fromkeys(found["name"] for found in _ACROSS.finditer(text)))
    return _beside(text, noun)


def _beside(text: str, noun: str) -> list[str]:
    """Return "Kestrel case" for "case" where the text speaks of "the Kestrel case"."""
    known = {part for fact in names(text) for part in fact.text.split()}
    found = []
    for hit in re.finditer(rf"(?<![.!?] )(?<![\w'’-])(?P<name>{_NAMED}) {re.escape(noun)}s?(?!\w)", text):
        run = hit["name"].split()
        while run and run[0] not in known:
            run = run[1:]
        if run and all(word in known for word in run):
            found.append(f"{' '.join(run)} {hit.group().rsplit(' ', 1)[1]}")
    return list(dict.fromkeys(found))


def _in_statement(document: Document, kind: str, what: str) -> list[str]:
    text = document.text
    for score, statement in best_statements(document, what):
        if score < 0.3:
            break
        there = [fact.text for fact in names(statement.text)]
        if kind in _PLACES:
            there = [name for name in there if is_place(name, text)]
        elif kind in ("company", "firm", "school"):
            there = [name for name in there if is_organisation(name, text)]
        else:
            there = [name for name in there if not is_place(name, text) and not is_organisation(name, text)]
        if there:
            return list(dict.fromkeys(there))
    return []
