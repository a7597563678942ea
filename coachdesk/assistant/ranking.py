"""This file ranks the sentences of a conversation by how much of it they tell, and picks a few that are unlike.

A sentence is worth the weight of its content words (each counts by the logarithm of the number of sentences that use
it, so that passing remarks weigh little), divided by the square root of its length; cues that people give ("we
decided", "the problem is") add to it; questions, broken sentences, and sentences that lean on others ("that", "it") or
are about the talk itself lose. The pick is greedy by maximal marginal relevance (Carbonell and Goldstein, 1998), spread
over the conversation. Centrality in the graph of similar sentences (LexRank) was measured beside it and added nothing.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from coachdesk.assistant.lexicon import NUMBER_VALUES
from coachdesk.assistant.spoken import Sentence
from coachdesk.assistant.vocabulary import LEANING, SELF, VERBS, words_of

_CUES = re.compile(
    r"\b(?:decid\w+|agree[ds]?|propos\w+|suggest\w*|recommend\w*|important|main(?:ly)?|problem|issue"
    r"|goal|aim|purpose"
    r"|need to|should|plan\w*|discuss\w*|conclu\w+|result\w*|because|therefore|so that|in order to|prefer\w*)\b",
    re.IGNORECASE,
)
_INSIGHTS = re.compile(
    r"\b(?:i(?:'ve)? (?:just )?(?:reali[sz]ed?|notice[d]?|learn(?:ed|t)|tend to|avoid|always|never|feel"
    r"|felt|struggle"
    r"|worry|understand|discovered)|i(?:'m| am| get| was) (?:afraid|scared|anxious|confident|nervous"
    r"|proud|tired|stuck"
    r"|good at|better at|worried)|what (?:helps|worked|works|matters)|the (?:hardest|hard part|real)"
    r"|makes me|helps me"
    r"|it turns out|deep down|for me,? (?:it|that|the))\b",
    re.IGNORECASE,
)
_ABOUT_THE_TALK = re.compile(
    r"\b(?:(?:mute|microphone|mike|channel|slide|screen|recording|button|cable|hear me|see that|thank you|welcome"
    r"|next question|order, please|point of order|the floor|good (?:morning|afternoon|evening)"
    r"|mr\.? chair|madam))\b",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?:or something|or whatever|or anything|and stuff|stuff like that|things like that|sort of"
    r"|kind of|a bit|oh|dear"
    r"|blah|dunno|whatever|(?:isn't|aren't|doesn't|don't|won't|wouldn't|can't|didn't) (?:it|they|you|we"
    r"|he|she)\b\W*$"
    r"|right\W*$|or\W*$|and\W*$|you know|I mean|(\w+) (?:maybe|well|no) )",
    re.IGNORECASE,
)
_HANGING = re.compile(
    r"^(?:that|this|these|those|in that|which|who|like|whereas|especially|no|not|trying|cos|than|such"
    r"|therefore|either|both"
    r"|just|maybe|unfortunately|moving on|open|here|things that|another|same|one|two|or|to|of|for the|with|from|at|by"
    r"|the (?:other|next|first|last|second|third|only) (?:thing|one))\b",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"^(?:(?:what|how|why|where|who|when) )?(?:do|does|did|is|are|was|can|could|would|will|should|have|has|had)"
    r" (?:we|you|i|it|they|that|this|the|there|any|your|people|anyone|anybody)\b",
    re.IGNORECASE,
)
_SHORTEST, _LONGEST = 7, 36  # words of a sentence that can stand alone
_PARTS = 8
_MOST_WEIGHED = 2000  # of the best; what comes after is never picked


class Ranked(msgspec.Struct, frozen=True):
    """A sentence with its worth (about 0 to 1.2), its content stems, and its place from 0 (beginning) to 1 (end)."""

    sentence: Sentence
    score: float
    stems: frozenset[str]
    place: float


def ranked(
    sentences: Sequence[Sentence], *, english: bool = True, listener: str = "", asked: frozenset[Sentence] = frozenset()
) -> list[Ranked]:
    """Return the sentences of 7 to 36 words with their worth, in the order in which they were said.

    `listener` is the speaker whose part is to ask (a coach): what the other one tells about themselves then counts as
    an insight, and more so among `asked`, the answers to a question for one; without one, talk about oneself loses.
    """
    stems = stems_of(sentences, english)
    spread = Counter(stem for found in stems for stem in found)
    last = max((sentence.lines[1] for sentence in sentences), default=1)
    weighed: list[Ranked] = []
    for sentence, found in zip(sentences, stems, strict=True):
        words = words_of(sentence.text)
        if not _SHORTEST <= len(words) <= _LONGEST or not found:
            continue
        salience = sum(math.log(spread[stem]) for stem in found) / math.sqrt(len(words))
        weighed.append(Ranked(sentence, salience, found, (sentence.lines[0] - 1) / last))
    most = max((item.score for item in weighed), default=0.0) or 1.0
    seen = Counter(word for sentence in sentences for word in words_of(sentence.text))
    return [
        msgspec.structs.replace(
            item,
            score=item.score / most
            + _manner(item.sentence, english, listener)
            + (0.3 if item.sentence in asked else 0.0)
            - 0.3 * _fragments(item.sentence, seen),
        )
        for item in weighed
    ]


def stems_of(sentences: Sequence[Sentence], english: bool) -> list[frozenset[str]]:
    """Return the content stems of each sentence; outside English, words in every 20th sentence are function words."""
    if english:
        return [frozenset(sentence.words) for sentence in sentences]
    words = [frozenset(word for word in words_of(sentence.text) if len(word) > 1) for sentence in sentences]
    spread = Counter(word for found in words for word in found)
    common = {word for word, count in spread.items() if count > max(3, len(sentences) / 20)}
    return [frozenset(word for word in found if word not in common) for found in words]


def pick(items: Iterable[Ranked], budget_words: int, *, taken: Sequence[Ranked] = ()) -> list[Ranked]:
    """Return the best items up to `budget_words`, unlike each other and unlike `taken`, in spoken order.

    The last one may pass the budget by half of itself.
    """
    left = sorted(((item, item.score) for item in items), key=lambda pair: -pair[1])[:_MOST_WEIGHED]
    chosen: list[Ranked] = []
    parts: Counter[int] = Counter()
    words = 0
    while left:
        best, worth = max(left, key=lambda pair: _marginal(pair, [*taken, *chosen], parts))
        left.remove((best, worth))
        length = len(best.sentence.text.split())
        if words + length / 2 > budget_words and chosen:
            break
        if _likeness(best, [*taken, *chosen]) > 0.7:
            continue
        chosen.append(best)
        parts[int(best.place * _PARTS)] += 1
        words += length
    return sorted(chosen, key=lambda item: item.sentence.lines)


def _manner(sentence: Sentence, english: bool, listener: str) -> float:
    """Return what the way of saying it adds to or takes from the worth of a sentence."""
    text = sentence.text
    words = words_of(text)
    manner = (-0.4 if text.endswith(("?", "？", "؟")) or _ASKED.match(text) else 0.0) + (
        0.0 if sentence.whole else -0.4
    )
    if not english:
        return manner
    manner += 0.1 * min(2, len(_CUES.findall(text)))
    manner -= sum(word in LEANING for word in words) / len(words) + (0.1 if words[0] in LEANING else 0.0)
    manner -= 0.3 * sum(len(word) == 1 and word.isalpha() and word not in "ai" for word in words)
    manner -= 0.15 * min(3, len(_VAGUE.findall(text))) + (0.2 if _HANGING.match(text) else 0.0)
    manner -= 0.1 * sum(word in NUMBER_VALUES for word in words)
    manner -= 0.0 if any(word in VERBS or word.endswith("ed") for word in words) else 0.4
    manner -= 0.2 if _ABOUT_THE_TALK.search(text) else 0.0
    own = sum(word in SELF for word in words) / len(words)
    if not listener:
        return manner - 2 * own
    if sentence.speaker == listener:
        return manner - 0.3
    return manner + own + (0.4 if _INSIGHTS.search(text) else 0.0)


def _fragments(sentence: Sentence, seen: Counter[str]) -> int:
    """Return how many words of a sentence are said nowhere else and begin another word of it: "distorti distortion"."""
    words = words_of(sentence.text)
    rare = [word for word in words if seen[word] == 1 and len(word) < 9]
    return sum(any(other != word and other.startswith(word) for other in words) for word in rare)


def _likeness(item: Ranked, others: Sequence[Ranked]) -> float:
    return max(
        (len(item.stems & other.stems) / min(len(item.stems), len(other.stems)) for other in others), default=0.0
    )


def _marginal(pair: tuple[Ranked, float], others: Sequence[Ranked], parts: Counter[int]) -> float:
    item, worth = pair
    return worth - 0.5 * _likeness(item, others) - 0.05 * parts[int(item.place * _PARTS)]
