"""This file judges what refining made of a case: a summary, an instruction, and what must hold afterwards."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

from coachdesk.assistant.checks import substance
from coachdesk.assistant.document import Document, read_document
from coachdesk.assistant.facts import facts
from coachdesk.assistant.refining import Refined

DEVELOPMENT = Path(__file__).parents[3] / "shared" / "data" / "refine-dev.json"


class Case(msgspec.Struct, frozen=True, kw_only=True):
    """One case.

    `has` and `lacks` are regular expressions for the summary afterwards, or for the reply where `same` names every
    section (a question, an e-mail, a refusal); `keep` are words that stay; `same` names sections whose body stays byte
    for byte; `sections` lists all names in order; `bullets` counts list items by section; `max_ratio` is words after by
    words before.
    """

    id: str
    summary: str
    instruction: str
    kind: str = ""
    selection: str | None = None
    has: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    sections: tuple[str, ...] | None = None
    bullets: dict[str, int] = {}
    max_ratio: float | None = None


def read_cases(file: Path) -> list[Case]:
    """Return the cases of a JSON file."""
    return msgspec.json.decode(file.read_bytes(), type=list[Case])


def faults(case: Case, refined: Refined) -> list[str]:
    """Return what is wrong with `refined`, one short line each; empty where the case passes."""
    before, after = read_document(case.summary), read_document(refined.summary)
    bodies = _bodies(after)
    told = bool(case.same) and set(case.same) == set(_bodies(before))
    text = refined.reply if told else refined.summary
    found = [f"has: {one}" for one in case.has if not re.search(one, text)]
    found += [f"lacks: {one}" for one in case.lacks if re.search(one, text)]
    found += [f"keep: {one}" for one in case.keep if one not in refined.summary]
    found += [f"same: {name}" for name in case.same if bodies.get(name) != _bodies(before).get(name)]
    if case.sections is not None and list(bodies) != list(case.sections):
        found.append(f"sections: {list(bodies)}")
    for name, number in case.bullets.items():
        counted = _items(after, name)
        if counted != number:
            found.append(f"bullets: {name} {counted}")
    if case.max_ratio is not None:
        ratio = len(refined.summary.split()) / max(1, len(case.summary.split()))
        if ratio > case.max_ratio:
            found.append(f"max_ratio: {ratio:.2f}")
    return found + [f"untold: {one}" for one in untold(case, refined)]


def untold(case: Case, refined: Refined) -> list[str]:
    """Return the names, figures and dates that went missing and that neither request, reply nor rejections name."""
    said = " ".join([case.instruction, refined.reply, *(one.text for one in refined.rejected), refined.summary]).lower()
    stated = "\n".join(substance(section) for section in read_document(case.summary).sections)
    return [fact.text for fact in facts(stated) if fact.text.lower() not in said]


def _bodies(document: Document) -> dict[str, str]:
    return {section.name: section.body.strip() for section in document.sections if section.heading}


def _items(document: Document, name: str) -> int:
    return sum(len(section.items) for section in document.sections if section.name == name)
