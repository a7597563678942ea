"""This file finds what can be cut from a text that stays readable: asides, phrases, fillers, a sentence, a whole item."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re
from dataclasses import dataclass

from coachdesk.assistant.clauses import cut, parts
from coachdesk.assistant.document import Document
from coachdesk.assistant.rules.worth import Weights
from coachdesk.assistant.statements import sentence_spans

Place = tuple[int, int]
_FILLER = re.compile(
    r"(?i)\s\b(?:really|very|just|quite|actually|basically|currently|essentially|simply|generally|definitely|probably|certainly|clearly|obviously|rather|somewhat|particularly|especially|truly|also|already|still|often|usually|mostly|always|even|once again|again|at the moment|right now|in general|of course|as well|by herself|by himself|in particular|at all|in fact|to some extent|on the other hand|from time to time|in the end|after all)\b(?! (?:not|as|when|if|because|in|on|at|by|of|than|to)\b)(?!,? (?:and|or) )"
)
_WORDY = (
    (r"\bin order to\b", "to"), (r"\bdue to the fact that\b", "because"), (r"\bas well as\b", "and"), (r"\ba (?:large |great )?number of\b", "many"),
    (r"\bis able to\b", "can"), (r"\bare able to\b", "can"), (r"\bin the course of\b", "during"), (r"\bwith regard to\b", "about"),
    (r"\bhas decided to\b", "will"), (r"\bis planning to\b", "plans to"), (r"\bwould like to\b", "wants to"), (r"\bthe fact that\b", "that"),
    (r"\b(?:realised|realized|noticed|said|feels|thinks|believes|knows|found|told \w+) that (?=she|he|they|it|her|his|the)", None),
)  # fmt: skip
_PHRASE = re.compile(
    r"\s(?:in|with|without|for|during|at|from|about|of|through|via|over|by|after|before|despite|instead of|because of|ahead of|on|to(?=\s(?:the|a|an|her|his|their|its|this|that|all|every|each|my|our)\s))\s(?:(?:the|a|an|her|his|their|its|this|that|all|every|each|some|any|more|much|no|own|my|our)\s)*[a-zà-ÿ'’-]+(?:\s[a-zà-ÿ'’-]+){0,2}?(?=[.;!?]|$|,\s(?:and|but|so|which|because)\b|\s(?:and|but|or|because|when|if|while)\b|\s(?:by|on|before|until|after|since|at)\s(?:the\s)?(?:\d|[A-Z]|noon|next|end))"
)


_VAGUE = re.compile(r"(?i)\s+(?:last|this|next) (?:year|month|week|spring|summer|autumn|winter)(?=[.!?]?$)")
_DATED = re.compile(r"\s(?:by|on|before|until|after|since|at)\s(?:the\s)?(?:\d|[A-Z]|noon|next|end)")
_FINITE = re.compile(
    r"\b(?:is|was|are|were|has|had|will|would|can|could|[Ss]he|[Hh]e|[Tt]hey|[Ii]t)\b|\s[a-z]{3,}(?:s|ed)\s"
)
_JOINT = re.compile(r",?\s+(?:and|or|but|that|which|because|to|after|before|with|about)\s+(?=[a-z])|,\s+(?=[a-z])")
_WHERE = re.compile(r"\s(?:in|at|near|from)\s[A-ZÀ-Þ][\w'’-]+(?=[\s.,;]|$)")
_CLAUSE = re.compile(
    r"(?:^|[\s,])(?:is|was|are|were|has|had|wants?|leads?|[a-z]{3,}(?:s|ed)|[a-z]{3,}(?=\s(?:a|an|the|her|his|their)\b))\s+\S+"
)


@dataclass(frozen=True)
class Cut:
    """One thing that may go: the block's text afterwards ("" removes the block), the words saved, and what it costs."""

    place: Place
    text: str
    saved: int
    cost: float


def cuts(document: Document, place: Place, text: str, weights: Weights, texts: dict[Place, str]) -> list[Cut]:  # noqa: C901 - each branch is a kind of cut
    """Return every cut that leaves a block readable, and the removal of the block where others stay beside it."""
    section = place[0]
    found: list[Cut] = []
    own = len(text.split())

    def offer(new: str, cost: float) -> None:
        saved = own - len(new.split())
        if saved > 0 and new.strip():
            found.append(Cut(place, new, saved, cost + weights.of_text(section, text, new)))

    spans = sentence_spans(text)
    for start, end in spans:
        sentence = text[start:end]
        for part in parts(sentence):
            rest = cut(sentence, part.start, part.end)
            if len(rest.split()) >= 3:
                offer(
                    text[:start] + rest + text[end:],
                    {"aside": 0.3, "tail": 0.6, "second": 1.0, "lead": 0.8, "first": 1.6}[part.kind],
                )
        for phrase in _PHRASE.finditer(sentence):
            rest = cut(sentence, phrase.start(), phrase.end())
            if _DATED.match(sentence[phrase.end() :]) and _FINITE.search(sentence[: phrase.start()]):
                continue
            if (
                phrase.start()
                and len(rest.split()) >= 5
                and not re.search(
                    r"(?i)\b(?:is|was|are|been|one|part|number|lack|kind|first|more|less|and|or|than|able|wants?|has|had|to|ask|asks|asking|out|way|\d+|two|three|four|five|six|seven|eight|nine|ten|of (?:them|these|those|which)|"
                    r"com(?:es?|ing)|came|go(?:es)?|going|went|li(?:ves?|ved|es)|looks?|looked|depends?|belongs?|belonged|consists?|relies|deals?|dealt|suffers?|refers?|insists?|focuses|stands?|stood|sits?|sat|stays?|stayed|remains?|feels?|felt|"
                    r"leads?|led|acts?|serves?|thinks?|thought|cares?|worries|waits?|waited|applies|agrees?|agreed|struggles?|copes?|talks?|talked|speaks?|spoke|listens?|prepares?|preparing|belong|works?|worked|comparing|compares?)$",
                    sentence[: phrase.start()],
                )
            ):
                offer(text[:start] + rest + text[end:], 2.2)
        vague = _VAGUE.search(sentence)
        if vague is not None and len(cut(sentence, *vague.span()).split()) >= 3:
            offer(text[:start] + cut(sentence, *vague.span()) + text[end:], 1.5)
        if len(spans) > 1:
            offer((text[:start].rstrip() + " " + text[end:].lstrip()).strip(), 1.0)
    for filler in list(_FILLER.finditer(text))[:3]:
        offer(cut(text, filler.start(), filler.end()), 0.05)
    for pattern, short in _WORDY:
        found_wordy = re.search(pattern, text, re.IGNORECASE)
        if found_wordy:
            put = short if short is not None else re.sub(r" that $", " ", found_wordy[0])
            offer(text[: found_wordy.start()] + put + text[found_wordy.end() :], 0.02)
    siblings = [other for other in texts if other[0] == section and texts[other] and other != place]
    if siblings and not any(
        document.block(other).indent > document.block(place).indent and other[1] == place[1] + 1 for other in siblings
    ):
        found.append(Cut(place, "", len(as_marked(document, place, text).split()), weights.of_block(section, text)))
    return found


def hard_cuts(place: Place, text: str, weights: Weights) -> list[Cut]:
    """Return cuts of what is joined to a sentence that stands by itself: "… and quarrel about money", "in Oslo"."""
    found = []
    for start, end in sentence_spans(text):
        sentence = text[start:end]
        body = len(sentence.rstrip(" .!?…"))
        spans = [(joint.start(), body) for joint in _JOINT.finditer(sentence)]
        spans += [where.span() for where in _WHERE.finditer(sentence)]
        for first, last in spans:
            if not _CLAUSE.search(sentence[:first]) or len(sentence[:first].split()) < 4:
                continue
            rest = text[:start] + cut(sentence, first, last) + text[end:]
            saved = len(text.split()) - len(rest.split())
            if saved > 0:
                found.append(Cut(place, rest, saved, 2.0 + weights.of_text(place[0], text, rest)))
    return found


def as_marked(document: Document, place: Place, text: str) -> str:
    """Return `text` behind the marker of its block; nothing where the block goes."""
    return document.block(place).prefix + text if text else ""
