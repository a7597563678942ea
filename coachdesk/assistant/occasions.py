"""This file finds what a conversation was held for, and when the next one will be."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coachdesk.assistant.commitments import times_in
from coachdesk.assistant.facts import values
from coachdesk.assistant.ranking import Ranked
from coachdesk.assistant.spoken import Sentence

_PURPOSE = re.compile(
    r"\b(?:(?:I(?:'d| would) (?:really |just )?(?:like|love)|I (?:really |just )?want(?:ed)?|I(?:'m"
    r"| am) (?:here|hoping)) to"
    r"|my (?:main |biggest )?(?:goal|aim|question|topic|concern)|what (?:I|we)(?:'d| would)? (?:like|want|need)"
    r"|(?:let's|we(?:'re| are)(?: going to| gonna| here to)?|we (?:need|have|want) to|we'll) (?:talk"
    r"|look|work|focus|decid|discuss"
    r"|consider|develop|design|think|review)\w*|(?:this|today's|today|our) (?:\w+ ){0,3}(?:session"
    r"|meeting|call|agenda|inquiry)"
    r"|(?:purpose|aim|goal|focus|subject) of|evidence session|today (?:is|we|I)|item \d)\b",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"\b(?:(?:next|follow-up|following) (?:session|meeting|appointment|call|conversation"
    r"|time we (?:meet|speak|talk))"
    r"|see you (?:again |all |both |then |back )*(?:on|at|in|next|tomorrow|this|mon|tues|wednes|thurs"
    r"|fri|satur|sun)"
    r"|(?:meet|speak|talk|reconvene) (?:again|next|on)|shall we (?:say|meet|do|speak)|same time"
    r"|(?:back|again) (?:here )?(?:on|next|in (?:a|one|two|three|four|\d)))",
    re.IGNORECASE,
)
_NO_DATE = re.compile(r"\b(?:next (?:session|meeting|time|call)|today|then)$|^(?:the )?end\b", re.IGNORECASE)
_REFUSED = re.compile(r"\b(?:can't|cannot|won't|doesn't|isn't|not|busy|away|impossible)\b", re.IGNORECASE)
_LEAST_WORTH = 0.25
_LAST_PART = 0.75
_NEAR = 5  # sentences within which a date is still being settled


def purposes(items: Sequence[Ranked], client: str = "", *, english: bool = True) -> list[Ranked]:
    """Return sentences of the first third that may say what the conversation is for, best first.

    `client` is the speaker whose wishes count most, or "". Outside English they are simply the best of that third.
    """
    early = [item for item in items if item.place <= 0.34]
    found = []
    for item in early:
        if (english and not _PURPOSE.search(item.sentence.text)) or item.sentence.text.endswith("?"):
            continue
        own = 0.5 if client and item.sentence.speaker == client else 0.0
        worth = item.score + own - 1.2 * item.place
        if worth >= _LEAST_WORTH:
            found.append((item, worth))
    return [item for item, _worth in sorted(found, key=lambda pair: -pair[1])]


def date_at_the_end(said: Sequence[Sentence]) -> Sentence | None:
    """Return the last sentence of the ending that names a day, in any language whose calendar is known, or None."""
    last = max((sentence.lines[1] for sentence in said), default=1)
    for sentence in reversed(said):
        if sentence.lines[0] < last - 12 or sentence.lines[0] < last * _LAST_PART:
            return None
        if any(fact.kind in ("date", "weekday", "day") for fact in values(sentence.text)):
            return sentence
    return None


def next_session(said: Sequence[Sentence]) -> Sentence | None:
    """Return the sentence that settles when the next session is, or None; English only."""
    last = max((sentence.lines[1] for sentence in said), default=1)
    ending = [sentence for sentence in said if sentence.lines[0] >= min(last - 12, last * _LAST_PART)]
    settled: Sentence | None = None
    since = -_NEAR - 1
    for index, sentence in enumerate(ending):
        timed = any(not _NO_DATE.search(time) for time in times_in(sentence.text))
        if not timed or len(sentence.text.split()) > 40:
            continue
        opening = bool(_NEXT.search(sentence.text))
        follows = settled is not None and index - since <= _NEAR and len(sentence.text.split()) <= 15
        if (opening or follows) and not _REFUSED.search(sentence.text):
            settled, since = sentence, index
    return settled
