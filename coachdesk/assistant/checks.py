"""This file checks what a plan did to a summary: what was not meant is unchanged, no fact is lost in silence, none is invented."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from coachdesk.assistant.document import Document, read_document
from coachdesk.assistant.facts import Fact, facts, names, values


@dataclass(frozen=True)
class Findings:
    """What differs between two texts: facts that went, facts that came from nowhere, sections that changed."""

    lost: tuple[Fact, ...]
    invented: tuple[Fact, ...]
    changed: tuple[str, ...]


def compare(before: str, after: str, sources: Iterable[str]) -> Findings:
    """Return what went missing from `before` and what `after` holds that neither it nor any of `sources` does."""
    old, new = read_document(before), read_document(after)
    changed = changed_sections(old, new)
    kept = {section.raw for section in new.sections}
    same = {section.raw for section in old.sections}
    old_part = "\n".join(section.raw for section in old.sections if section.raw not in kept)
    new_part = "\n".join(section.raw for section in new.sections if section.raw not in same)
    if old_part == new_part:
        return Findings((), (), changed)
    lost = missing(old_part, [after])
    invented = missing(new_part, [before, *sources])
    return Findings(tuple(lost), tuple(invented), changed)


def missing(text: str, within: Iterable[str]) -> list[Fact]:
    """Return each fact of `text`, once, that none of the texts `within` holds in any spelling."""
    found = {}
    for fact in facts(text):
        found.setdefault(fact.key, fact)
    texts = list(within)
    loose = _words(" ".join(texts))
    known: set[tuple[str, ...]] = set()
    parts: set[str] = set()
    for other in texts:
        for value in values(other):
            known.add(value.key)
            parts.update(value.key)
    result = []
    for key, fact in found.items():
        if fact.kind == "name":
            if not all(word.removesuffix("'s") in loose or word in loose for word in key):
                result.append(fact)
        elif key not in known and not (len(key) == 1 and key[0] in parts) and not (fact.kind != "number" and set(key) <= parts and _literal(fact.text, texts)):
            result.append(fact)
    return result


def _literal(phrase: str, texts: list[str]) -> bool:
    return any(phrase.lower() in text.lower() for text in texts)


def _words(text: str) -> set[str]:
    lowered = text.lower().replace("’", "'")
    found = set(re.findall(r"[^\W\d_]+(?:['-][^\W\d_]+)*", lowered))
    return found | {part for word in found for part in re.split(r"['-]", word)} | set(lowered.split())


def changed_sections(old: Document, new: Document) -> tuple[str, ...]:
    """Return the names of sections that came, went, were moved, or hold another text; "" stands for text without a heading."""
    before = [(section.name, section.body.strip()) for section in old.sections if section.raw.strip()]
    after = [(section.name, section.body.strip()) for section in new.sections if section.raw.strip()]
    changed = [name for name, body in after if (name, body) not in before]
    changed += [name for name, body in before if (name, body) not in after and name not in changed and name not in {n for n, _ in after}]
    order_before = [pair for pair in before if pair in after]
    order_after = [pair for pair in after if pair in before]
    changed += [pair[0] for pair, other in zip(order_after, order_before, strict=False) if pair != other and pair[0] not in changed]
    return tuple(dict.fromkeys(changed))


def block_is_faithful(old: str, new: str, sources: Iterable[str]) -> str:
    """Return "" if `new` may stand for the block `old`, else what is wrong with it, in words for the coach."""
    if not new.strip():
        return "the new text was empty"
    lost = missing(old, [new])
    if lost:
        return "it lost " + ", ".join(fact.text for fact in lost)
    invented = missing(new, [old, *sources])
    if invented:
        return "it brought in " + ", ".join(fact.text for fact in invented)
    if len(new.split()) > 2 * len(old.split()) + 8:
        return "it grew to more than twice its length"
    return ""


def told(fact: Fact, texts: Iterable[str]) -> bool:
    """Tell whether one of `texts` names the fact."""
    pattern = re.compile(rf"(?<!\w){re.escape(fact.text)}(?!\w)", re.IGNORECASE)
    return any(pattern.search(text) for text in texts)


def name_words(text: str) -> set[str]:
    """Return the single words, in small letters, of all names in `text`."""
    return {word for fact in names(text) for word in fact.text.lower().split()}
