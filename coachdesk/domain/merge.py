"""This file compares and merges summaries block by block, and words within a block for the eye.

The server merges a revision whose parent is no longer the head; the window shows a proposal as hunks that the coach
accepts one by one. Both work on the blocks of `domain.summary`: a heading, a list item, a paragraph is kept or replaced
as a whole, so that no sentence is ever put together from two people's halves.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from merge3 import Merge3

from coachdesk.domain.summary import Block, Document, parse

LINES_MOST = 10_000
"""How many lines a text may have to be merged at all: the store merges on the one thread that everybody waits for."""
BLOCKS_MOST = 1_000
"""How many blocks are matched against one another, besides those with which all texts begin and end."""
PAIRS_MOST = 20_000
"""How many pairs of like elements two sequences may have to be matched by all of them: the time grows with their
number, and with that of the changes between them."""
_WORD = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True, repr=False)
class Conflict:
    """Blocks that both sides changed: what they were, and what each made of them ("" where removed)."""

    base: str
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True, repr=False)
class Merged:
    """The outcome of a three-way merge. `text` is None unless it is clean."""

    text: str | None
    conflicts: tuple[Conflict, ...]

    @property
    def clean(self) -> bool:
        return self.text is not None


@dataclass(frozen=True, slots=True, repr=False)
class Hunk:
    """One change between two texts: blocks `old` are replaced by blocks `new` (half-open index ranges)."""

    old: tuple[int, int]
    new: tuple[int, int]
    old_text: str
    new_text: str


@dataclass(frozen=True, slots=True, repr=False)
class Compared:
    """Two texts that could not be merged: `mine` and `theirs` differ only where both changed the same blocks.

    `hunks` lead from the one to the other, as `accept` takes them; `bases` holds what each place was before.
    """

    mine: str
    theirs: str
    hunks: tuple[Hunk, ...]
    bases: tuple[str, ...]


def merge(base: str, ours: str, theirs: str) -> Merged:
    """Return the merge of two descendants of `base`.

    Method: three-way merge (Khanna, Kunal and Pierce, "A Formal Investigation of Diff3", 2007) over blocks, as merge3
    implements it; a conflict in which all three sides have equally many blocks is then decided block by block, so that
    edits of neighbouring list items do not meet. A text beyond LINES_MOST, or a change beyond BLOCKS_MOST, is one
    conflict.
    """
    if ours == theirs or theirs == base:
        return Merged(ours, ())
    if ours == base:
        return Merged(theirs, ())
    if any(len(text.splitlines()) > LINES_MOST for text in (base, ours, theirs)):
        return Merged(None, (Conflict(base, ours, theirs),))
    documents = tuple(parse(side) for side in (base, ours, theirs))
    blocks: list[Block] = []
    conflicts: list[Conflict] = []
    for part in _parts(*documents):
        if isinstance(part, _Clash):
            conflicts.append(Conflict(*(_joined(side) for side in part)))
        else:
            blocks += part
    if conflicts:
        return Merged(None, tuple(conflicts))
    return Merged(_whole(documents, blocks), ())


@lru_cache(maxsize=4)
def compare(base: str, ours: str, theirs: str) -> Compared:
    """Return what a coach decides about where both sides changed the same block; all else is merged.

    The last few are remembered, as those of `hunks`.
    """
    documents = tuple(parse(side) for side in (base, ours, theirs))
    mine: list[Block] = []
    other: list[Block] = []
    places: list[tuple[tuple[int, int], tuple[int, int], str]] = []
    for part in _parts(*documents):
        if not isinstance(part, _Clash):
            mine += part
            other += part
            continue
        even = len(part.base) == len(part.ours) == len(part.theirs)
        pieces = [_Clash([b], [o], [t]) for b, o, t in zip(*part, strict=True)] if even else [part]
        for piece in pieces:
            settled = _settle(*piece)
            starts = len(mine), len(other)
            mine += piece.ours if settled is None else settled
            other += piece.theirs if settled is None else settled
            if settled is None:
                places.append(((starts[0], len(mine)), (starts[1], len(other)), _joined(piece.base, "")))
    texts = _whole(documents, mine), _whole(documents, other)
    found = hunks(*texts)
    bases = []
    for hunk in found:
        # A hunk may be one block of a larger place; what stood there before is told for the whole place.
        near = [text for (a, b), (c, d), text in places if a <= hunk.old[0] <= b and c <= hunk.new[0] <= d]
        bases.append(near[-1] if near else "")
    return Compared(*texts, found, tuple(bases))


class _Clash(NamedTuple):
    """Blocks that both sides changed, and what they were."""

    base: list[Block]
    ours: list[Block]
    theirs: list[Block]


def _parts(base: Document, ours: Document, theirs: Document) -> Iterator[list[Block] | _Clash]:
    """Yield a three-way merge in its order: blocks that are decided, and those that are not."""
    whole = [list(document.blocks) for document in (base, ours, theirs)]
    begin, end = _alike(*([block.text for block in side] for side in whole))
    sides = [side[begin : len(side) - end] for side in whole]
    yield [_respaced(*blocks) for blocks in zip(*(side[:begin] for side in whole), strict=True)]
    if max(map(len, sides)) > BLOCKS_MOST:
        yield _decided(_Clash(*sides))
    else:
        yield from _matched(sides)
    yield [_respaced(*blocks) for blocks in zip(*(side[len(side) - end :] for side in whole), strict=True)]


def _alike(*sides: list[str]) -> tuple[int, int]:
    """Return with how many equal blocks all of `sides` begin, and with how many of the others they end."""
    shortest = min(map(len, sides))
    begin = 0
    while begin < shortest and len({side[begin] for side in sides}) == 1:
        begin += 1
    end = 0
    while end < shortest - begin and len({side[-1 - end] for side in sides}) == 1:
        end += 1
    return begin, end


def _matched(sides: list[list[Block]]) -> Iterator[list[Block] | _Clash]:
    """Yield the three-way merge of base, ours and theirs as merge3 finds it."""
    keys = [[block.text for block in side] for side in sides]
    merger = Merge3(keys[0], keys[1], keys[2])
    twins = {
        start + offset: (sides[1][a_start + offset], sides[2][b_start + offset])
        for start, end, a_start, _a_end, b_start, _b_end in merger.find_sync_regions()
        for offset in range(end - start)
    }
    for region in merger.merge_regions():
        match region:
            case ("unchanged", start, end):
                yield [_respaced(sides[0][index], *twins[index]) for index in range(start, end)]
            case ("a" | "same", start, end):
                yield sides[1][start:end]
            case ("b", start, end):
                yield sides[2][start:end]
            case ("conflict", start, end, a_start, a_end, b_start, b_end):
                yield _decided(_Clash(sides[0][start:end], sides[1][a_start:a_end], sides[2][b_start:b_end]))


def _whole(documents: tuple[Document, ...], blocks: Sequence[Block]) -> str:
    """Return the text of merged `blocks`, with the space around them that somebody changed."""
    lead = _changed(*(document.lead for document in documents))
    return lead + _joined(blocks, _changed(*(_end(document) for document in documents)))


def _changed(base: str, ours: str, theirs: str) -> str:
    """Return the space that somebody changed."""
    return theirs if ours == base else ours


def _respaced(base: Block, ours: Block, theirs: Block) -> Block:
    """Return a block that nobody changed with the space behind it that somebody did."""
    return theirs if ours.gap == base.gap else ours


def _decided(clash: _Clash) -> list[Block] | _Clash:
    """Return the blocks of a clash that can be decided one by one, else the clash."""
    settled = _settle(*clash)
    return clash if settled is None else settled


def _settle(base: Sequence[Block], ours: Sequence[Block], theirs: Sequence[Block]) -> list[Block] | None:
    """Return the blocks of a conflict decided one by one, or None where both sides changed the same block."""
    if not len(base) == len(ours) == len(theirs):
        return None
    settled = []
    for old, mine, other in zip(base, ours, theirs, strict=True):
        if mine.text == other.text or other.text == old.text:
            settled.append(mine)
        elif mine.text == old.text:
            settled.append(other)
        else:
            return None
    return settled


def _end(document: Document) -> str:
    return document.blocks[-1].gap if document.blocks else ""


def _joined(blocks: Sequence[Block], end: str | None = None) -> str:
    """Return the text of `blocks`, each apart from the next; the last has `end` behind it if that is given."""
    texts = [block.text + _gap(block, following) for block, following in pairwise(blocks)]
    if blocks:
        texts.append(blocks[-1].text + (blocks[-1].gap if end is None else end))
    return "".join(texts)


def _gap(block: Block, following: Block) -> str:
    """Return the space between two blocks that did not stand together before: a paragraph would go on in the next."""
    gap = block.gap or "\n"
    if len(gap.splitlines()) > 1 or len(parse(block.text + gap + following.text).blocks) > 1:
        return gap
    return gap + ("\r\n" if gap.endswith("\r\n") else "\n")


@lru_cache(maxsize=8)
def hunks(old: str, new: str) -> tuple[Hunk, ...]:
    """Return the changes that lead from `old` to `new`, in order; changed blocks that pair up are a hunk each.

    The last few are remembered: what was found in a thread is at hand in the window's.
    """
    before, after = parse(old).blocks, parse(new).blocks
    found: list[Hunk] = []
    for i1, i2, j1, j2 in _differing([block.text for block in before], [block.text for block in after]):
        if i2 - i1 == j2 - j1:
            ranges = [((i1 + n, i1 + n + 1), (j1 + n, j1 + n + 1)) for n in range(i2 - i1)]
        else:
            ranges = [((i1, i2), (j1, j2))]
        found += [Hunk(o, n, _joined(before[slice(*o)], ""), _joined(after[slice(*n)], "")) for o, n in ranges]
    return tuple(found)


def _differing(old: list[str], new: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield the half-open ranges of `old` and `new` that differ; one for all beyond BLOCKS_MOST."""
    begin, end = _alike(old, new)
    before, after = old[begin : len(old) - end], new[begin : len(new) - end]
    if max(len(before), len(after)) > BLOCKS_MOST:
        yield begin, len(old) - end, begin, len(new) - end
        return
    for tag, i1, i2, j1, j2 in _matcher(before, after).get_opcodes():
        if tag != "equal":
            yield begin + i1, begin + i2, begin + j1, begin + j2


def _matcher(
    before: Sequence[str], after: Sequence[str], between: Callable[[str], bool] | None = None
) -> SequenceMatcher[str]:
    """Return what matches two sequences, in a time that is bounded however often they repeat themselves.

    What is `between` others (the space between words) is matched along with them, not by itself. Where each element of
    one sequence stands in very many places of the other, those that are everywhere are matched in the same way.
    """
    own = Counter(before)
    pairs = sum(own[element] * count for element, count in Counter(after).items() if not (between and between(element)))
    return SequenceMatcher(between, before, after, autojunk=pairs > PAIRS_MOST)


def accept(old: str, new: str, accepted: Collection[int]) -> str:
    """Return `old` with those hunks of `hunks(old, new)` applied whose index is in `accepted`.

    With all of them the result is `new`, with none `old`, byte for byte.
    """
    changes = hunks(old, new)
    if len(set(accepted)) >= len(changes):
        return new
    if not accepted:
        return old
    before, after = parse(old), parse(new)
    result: list[Block] = []
    position = 0
    for index, hunk in enumerate(changes):
        result += before.blocks[position : hunk.old[0]]
        result += after.blocks[slice(*hunk.new)] if index in accepted else before.blocks[slice(*hunk.old)]
        position = hunk.old[1]
    result += before.blocks[position:]
    return before.lead + _joined(result, _end(before))


def word_diff(old: str, new: str) -> tuple[tuple[str, str], ...]:
    """Return pieces of both texts in reading order, each as ("same" | "removed" | "added", text)."""
    before, after = _WORD.findall(old), _WORD.findall(new)
    pieces: list[tuple[str, str]] = []
    for tag, i1, i2, j1, j2 in _matcher(before, after, str.isspace).get_opcodes():
        if tag == "equal":
            pieces.append(("same", "".join(before[i1:i2])))
        else:
            pieces += [("removed", "".join(before[i1:i2]))] if i2 > i1 else []
            pieces += [("added", "".join(after[j1:j2]))] if j2 > j1 else []
    return tuple(pieces)
