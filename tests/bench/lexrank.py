"""This file is LexRank (Erkan and Radev, 2004), the extraction by centrality that summaries are compared with."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

from coachdesk.assistant.spoken import sentences
from coachdesk.assistant.vocabulary import words_of
from coachdesk.domain.session import Transcript

DAMPING = 0.85
ROUNDS = 40
SHORTEST = 5  # words of a sentence that may be chosen


def lexrank(transcript: Transcript, budget_words: int, *, threshold: float | None = None) -> str:
    """Return the most central cleaned sentences of `transcript`, in order, until `budget_words` are reached.

    Without a `threshold` the edges weigh as much as the sentences are alike (continuous LexRank).
    """
    texts = [one.text for one in sentences(transcript) if len(one.text.split()) >= SHORTEST]
    scores = _centrality([words_of(text) for text in texts], threshold)
    chosen: list[int] = []
    words = 0
    for index in sorted(range(len(texts)), key=lambda one: -scores[one]):
        if words >= budget_words:
            break
        chosen.append(index)
        words += len(texts[index].split())
    return " ".join(texts[index] for index in sorted(chosen))


def _centrality(documents: Sequence[Sequence[str]], threshold: float | None) -> list[float]:
    count = len(documents)
    spread = Counter(word for words in documents for word in set(words))
    vectors = [_vector(Counter(words), {word: math.log(count / spread[word]) for word in words}) for words in documents]
    places: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for index, vector in enumerate(vectors):
        for word, weight in vector.items():
            places[word].append((index, weight))
    rows = []
    for vector in vectors:
        alike: dict[int, float] = defaultdict(float)
        for word, weight in vector.items():
            for index, other in places[word]:
                alike[index] += weight * other
        edges = alike if threshold is None else {index: 1.0 for index, value in alike.items() if value >= threshold}
        total = sum(edges.values()) or 1.0
        rows.append([(index, value / total) for index, value in edges.items()])
    scores = [1 / count] * count
    for _ in range(ROUNDS):
        after = [(1 - DAMPING) / count] * count
        for index, row in enumerate(rows):
            for other, share in row:
                after[other] += DAMPING * scores[index] * share
        scores = after
    return scores


def _vector(counts: Counter[str], inverse: dict[str, float]) -> dict[str, float]:
    weights = {word: count * inverse[word] for word, count in counts.items() if inverse[word]}
    norm = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {word: weight / norm for word, weight in weights.items()}
