"""This file carries out a plan under checks: only what was meant changes, no fact goes in silence, none is invented."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from coachdesk.assistant.document import Document, Section, read_document
from coachdesk.assistant.edits import (
    AddSection,
    Edit,
    InsertBlock,
    OrderSections,
    Plan,
    SetBody,
    SetHeading,
    SetText,
    apply_edits,
)
from coachdesk.assistant.facts import Fact, facts, names, values
from coachdesk.assistant.request import Request


def lost_facts(before: str, after: str) -> list[Fact]:
    """Return each fact of `before`, once, that `after` holds no more."""
    text, instead = _different(before, after), _different(after, before)
    return list(dict.fromkeys([*missing(text, [after]), *_thinned(text, instead, after)])) if text else []


def _different(text: str, other: str) -> str:
    """Return the headings and blocks of `text` that `other` does not hold as often: all else needs no look."""
    rest = Counter(_pieces(other))
    found = []
    for piece in _pieces(text):
        if rest[piece] > 0:
            rest[piece] -= 1
        else:
            found.append(piece)
    return "\n| ".join(found)


def _pieces(text: str) -> Iterator[str]:
    for section in read_document(text).sections:
        yield section.name
        for block in section.blocks:
            yield block.text if block.prose else block.raw


def _thinned(old: str, new: str, after: str) -> list[Fact]:
    """Return the figures and days that stand less often than before, and nowhere in the words in which they stood.

    "The next four Saturdays" is gone although "every Saturday" stays.
    """
    before, now = values(old), Counter(fact.key for fact in values(new))
    lowered = after.lower()
    fewer = {key for key, count in Counter(fact.key for fact in before).items() if 0 < count > now[key]}
    return [fact for fact in before if fact.key in fewer and not _stands(fact.text.lower(), lowered)]


def substance(section: Section) -> str:
    """Return the words of a section without list markers, whose numbers are no figures."""
    blocks = (block.text if block.prose else block.raw for block in section.blocks)
    return "\n| ".join((section.name, *blocks))


def missing(text: str, within: Iterable[str]) -> list[Fact]:
    """Return each fact of `text`, once, that none of the texts `within` holds in any spelling."""
    return Known(within).without(text)


class Known:
    """The facts of some texts; build it once to compare many others with them."""

    def __init__(self, texts: Iterable[str]) -> None:
        texts = list(texts)
        self._lowered = "\n".join(texts).lower()
        self._words = _words(self._lowered)
        keys = {value.key for text in texts for value in values(text)}
        self._keys = keys
        self._parts = {part for key in keys for part in key}

    def without(self, text: str) -> list[Fact]:
        """Return each fact of `text`, once, that is not known."""
        found: dict[tuple[str, ...], Fact] = {}
        for fact in facts(text):
            found.setdefault(fact.key, fact)
        return [fact for key, fact in found.items() if not self._holds(key, fact)]

    def _holds(self, key: tuple[str, ...], fact: Fact) -> bool:
        if fact.kind == "name":
            return all(word in self._words or word.removesuffix("'s") in self._words for word in key)
        if key in self._keys or (len(key) == 1 and key[0] in self._parts):
            return True
        if fact.kind in ("money", "percent") and set(key) <= self._parts:
            return True
        return fact.kind != "number" and set(key) <= self._parts and fact.text.lower() in self._lowered


def _words(text: str) -> set[str]:
    lowered = text.replace("’", "'")
    found = set(re.findall(r"[^\W\d_]+(?:['-][^\W\d_]+)*", lowered))
    return found | {part for word in found for part in re.split(r"['-]", word)} | set(lowered.split())


def changed_sections(old: Document, new: Document) -> tuple[str, ...]:
    """Return the names of sections that came, went, moved, or hold another text; "" is text without a heading."""
    before = [(section.name, section.body.strip()) for section in old.sections if section.raw.strip()]
    after = [(section.name, section.body.strip()) for section in new.sections if section.raw.strip()]
    changed = [name for name, body in after if (name, body) not in before]
    changed += [
        name
        for name, body in before
        if (name, body) not in after and name not in changed and name not in {n for n, _ in after}
    ]
    order_before = [pair for pair in before if pair in after]
    order_after = [pair for pair in after if pair in before]
    changed += [
        pair[0]
        for pair, other in zip(order_after, order_before, strict=False)
        if pair != other and pair[0] not in changed
    ]
    return tuple(dict.fromkeys(changed))


def block_is_faithful(old: str, new: str, sources: Iterable[str]) -> str:
    """Return "" if `new` may stand for the block `old`, else what is wrong with it, in words for the coach."""
    if not new.strip():
        return "the new text was empty"
    lost = missing(old, [new])
    if lost:
        return f"it lost {', '.join(fact.text for fact in lost)}"
    invented = missing(new, [old, *sources])
    if invented:
        return f"it brought in {', '.join(fact.text for fact in invented)}"
    if len(new.split()) > 2 * len(old.split()) + 8:
        return "it grew to more than twice its length"
    return ""


def told(fact: Fact, texts: Iterable[str]) -> bool:
    """Tell whether one of `texts` names the fact, in whole words."""
    wanted = fact.text.lower()
    return any(_stands(wanted, text.lower()) for text in texts)


def _stands(phrase: str, text: str) -> bool:
    at = text.find(phrase)
    while at >= 0:
        end = at + len(phrase)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            return True
        at = text.find(phrase, at + 1)
    return False


def name_words(text: str) -> set[str]:
    """Return the single words, in small letters, of all names in `text`."""
    return {word for fact in names(text) for word in fact.text.lower().split()}


@dataclass(frozen=True)
class Carried:
    """A plan carried out: the summary after it, the reply, and (text, reason) of what failed or went missing."""

    text: str
    reply: str
    rejected: tuple[tuple[str, str], ...]


def carry_out(document: Document, plan: Plan, request: Request) -> Carried:
    """Apply the edits of `plan` that pass the checks, and tell each fact that goes although nobody asked for it.

    An edit in a section to be left alone, or one that brings in a name, figure or date from nowhere, is left out.
    """
    sources = [document.text, request.original, request.clause, *plan.made]
    sources += [line.text for line in request.transcript.lines] if request.transcript is not None else []
    rejected = list(plan.rejected)
    edits: list[Edit] = []
    known = Known(sources)
    # Most plans bring in nothing; only where the whole does is each edit looked at.
    doubtful = known.without(_different(apply_edits(document, plan.edits), document.text))
    for edit in plan.edits:
        reason = _fault(document, edit, request.spared, known if doubtful else None)
        if reason:
            rejected.append((_old_text(document, edit), reason))
        else:
            edits.append(edit)
    text = apply_edits(document, tuple(edits))
    meant = _meant(document, edits)
    stray = [
        name for name in changed_sections(document, read_document(text)) if meant is not None and name not in meant
    ]
    if stray:
        return Carried(
            document.text,
            "I left the summary as it was: the change would have touched " + ", ".join(stray) + " as well.",
            ((request.clause, "it would have changed another section"),),
        )
    lost = lost_facts(document.text, text)
    asked = "\n".join((*plan.asked, request.clause)).lower()
    unasked = [fact for fact in lost if not _stands(fact.text.lower(), asked)]
    already = "\n".join(text for text, _ in rejected).lower()
    rejected += [
        (fact.text, "it is no longer in the summary") for fact in unasked if not _stands(fact.text.lower(), already)
    ]
    return Carried(text, _reply(document, plan, text, lost, edits), tuple(dict.fromkeys(rejected)))


def _fault(document: Document, edit: Edit, spared: tuple[str, ...], known: Known | None) -> str:
    """Return why an edit may not be applied, or ""."""
    section = getattr(edit, "section", None)
    if section is not None and document.sections[section].name in spared:
        return "this section was to be left alone"
    new = _new_text(edit)
    if not new or known is None:
        return ""
    invented = known.without(new)
    return f"it would have brought in {', '.join(fact.text for fact in invented)}" if invented else ""


def _new_text(edit: Edit) -> str:
    match edit:
        case SetText():
            return edit.text
        case InsertBlock():
            return edit.raw
        case SetBody() | AddSection():
            return edit.body
        case SetHeading():
            return edit.name
    return ""


def _old_text(document: Document, edit: Edit) -> str:
    section: int | None = getattr(edit, "section", None)
    block: int | None = getattr(edit, "block", None)
    if section is None:
        return ""
    if block is None or block >= len(document.sections[section].blocks):
        return document.sections[section].name
    return document.sections[section].blocks[block].text


def _meant(document: Document, edits: list[Edit]) -> set[str] | None:
    """Return the names of sections that edits may change; None where the order of all of them changes."""
    found: set[str] = set()
    for edit in edits:
        if isinstance(edit, OrderSections):
            return None
        section = getattr(edit, "section", None)
        if section is not None:
            found.add(document.sections[section].name)
        if isinstance(edit, SetHeading | AddSection):
            found.add(edit.name)
    return found


def _reply(document: Document, plan: Plan, text: str, lost: list[Fact], edits: list[Edit]) -> str:
    if text == document.text:
        if plan.edits and not edits:
            return "I left the summary as it was: every change that this asked for failed a check."
        return (
            f"{plan.reply} The summary already reads that way."
            if not plan.edits
            else "The summary already reads that way."
        )
    said = plan.reply.lower()
    untold = [fact for fact in lost if not _stands(fact.text.lower(), said)]
    if not untold:
        return plan.reply
    listed = ", ".join(dict.fromkeys(fact.text for fact in untold))
    return f"{plan.reply} No longer in the summary: {listed}."
