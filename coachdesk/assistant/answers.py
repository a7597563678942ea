"""This file pairs what a coach asks with what the client answers, since the question says what the answer is.

"What brings you?" asks for the focus, "What did you learn?" for an insight, "What will you do?" for a commitment.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum

from coachdesk.assistant.spoken import Sentence

_FOCUS = re.compile(
    r"\b(?:what (?:brings|brought) you|what would (?:you like|be (?:a )?(?:good|useful|helpful))"
    r"|what (?:do|did) you"
    r" (?:want|hope|need|wish)|what (?:is|'s) (?:today|this|it|the session) about|what(?:'s| is) on your mind"
    r"|how can I help|what would make|what shall we|what should we|where (?:would|do|shall) (?:you"
    r"|we)(?: like to| want to)? start"
    r"|what are we|get out of|your (?:topic|goal|focus|aim))\b",
    re.IGNORECASE,
)
_INSIGHT = re.compile(
    r"\b(?:what (?:did|do|have) you (?:learn\w*|notice\w*|take|make of|realise|realize|see|discover\w*"
    r"|tell yourself)"
    r"|what (?:is|was|'s) (?:different|hard\w*|important|the hardest|behind|underneath)|what makes you"
    r"|what (?:stops|hinders|keeps) you"
    r"|what does (?:that|it|this) (?:tell|say|mean|give)|what would it give|what gets in the way"
    r"|what could get in|how (?:does|did|do)"
    r" (?:it|that|you) feel|so what is)\b",
    re.IGNORECASE,
)
_ACTION = re.compile(
    r"\b(?:what (?:will|would|are|do) you (?:do|try|going|change|start|want to try|like to try|decide"
    r"|commit|need before)"
    r"|(?:first|next|small|smallest|one) (?:step|thing|one)|a step|when (?:will|would|do|can|are) you"
    r"|by when|until when"
    r"|how will you|what would help you|who will|whom will|what could you|what is (?:your|the) plan)\b",
    re.IGNORECASE,
)
_ANSWER_SENTENCES = 3


class Asked(Enum):
    """What a question asks for."""

    FOCUS = "focus"
    INSIGHT = "insight"
    ACTION = "action"


def answers(said: Sequence[Sentence], coach: str, client: str) -> dict[Asked, list[tuple[Sentence, ...]]]:
    """Return the client's answers of up to three sentences, by what the coach's last question asked for, in order."""
    found: dict[Asked, list[tuple[Sentence, ...]]] = {kind: [] for kind in Asked}
    if not coach:
        return found
    question: Sentence | None = None
    answer: list[Sentence] = []
    for sentence in (*said, None):
        if sentence is not None and sentence.speaker == client:
            answer.append(sentence)
            continue
        if question is not None and answer:
            for kind, pattern in ((Asked.FOCUS, _FOCUS), (Asked.INSIGHT, _INSIGHT), (Asked.ACTION, _ACTION)):
                if pattern.search(question.text):
                    found[kind].append(tuple(answer[:_ANSWER_SENTENCES]))
        if sentence is not None and (answer or sentence.text.endswith("?")):
            question = sentence if sentence.text.endswith("?") else None
            answer = []
    return found
