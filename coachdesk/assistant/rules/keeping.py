"""This file keeps only what the coach names, sections or items, and removes the rest of their kind."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re

from coachdesk.assistant.edits import Plan, RemoveSection
from coachdesk.assistant.request import Request
from coachdesk.assistant.rules.gaps import removal, shown
from coachdesk.assistant.rules.meaning import Place, by_feature, by_owner, by_state, meant_blocks, named_sections
from coachdesk.assistant.rules.removing import TO_REMOVE
from coachdesk.assistant.targets import ITEM_WORDS, by_position, find_sections, section_items, split_scope
from coachdesk.assistant.verbs import EDIT_VERBS

_KEEP = (
    re.compile(
        "(?i)^(?:keep|retain|preserve|leave|show|give me|i (?:only )?(?:want|need)|we (?:only )?(?:want|"
        r"need)|have)\s+(?:me )?(?:only|just|nothing but|solely)\s+(?P<what>.+?)(?: and (?:remove|delete|"
        "drop|cut) (?:all |everything )?(?:the rest|else|others?|everything else))?$"
    ),
    re.compile(r"(?i)^(?:only|just|nothing but)\s+(?:keep |retain |leave |show |have |the )?(?P<what>.+?)$"),
    re.compile(
        "(?i)^(?:i|we) (?:only|just) (?:want|need|care about|want to (?:see|keep|have)|need to keep) (?P<what>.+)$"
    ),
    re.compile(
        rf"(?i)^{TO_REMOVE}\s+(?:everything|all|anything|all (?:the )?(?:other )?sections|every section|"
        r"the rest|all the rest)(?: else)?\s+(?:except|but|apart from|other than|besides|save|that is not|"
        r"which is not|that isn't)(?: for)?\s+(?P<what>.+)$"
    ),
    re.compile(
        rf"(?i)^{TO_REMOVE}\s+(?:all|every|everything in|the)?\s*(?P<in>[\w' -]+?)\s+(?:except|but|"
        r"apart from|other than|besides|save)(?: for)?\s+(?P<what>.+)$"
    ),
    re.compile(
        "(?i)^(?:limit|reduce|restrict|cut|strip|trim|narrow|boil|pare|bring) (?:it|this|the summary|"
        r"everything|the text|(?:the )?(?P<in>[\w' -]+?))(?: down| back)? to (?:only |"
        r"just )?(?P<what>(?:the |her |his |their |my )?[^\d]+)$"
    ),
    re.compile(
        "(?i)^keep (?P<what>.+?)(?: only|,? (?:and )?(?:remove|delete|drop|cut|lose|discard|"
        "throw away) (?:all )?(?:the rest|everything else|all else|the others?|other sections))$"
    ),
    re.compile(rf"(?i)^(?!(?:{EDIT_VERBS})\b)(?P<what>(?:the )?[\w' ,&-]+?) only$"),
)
_OF_ITEMS = re.compile(
    rf"(?i)(?:the |her |his |those )?(?:\w+ )?(?:{ITEM_WORDS}|insights?|commitments?|observations?|"
    "tasks?|takeaways?|actions?)"
    r" (?:about|on|that|which|where|with|without|regarding|concerning|saying|mentioning|of|for|by)\b"
)


# "what concerns Dario" is the points about him.
_OF_A_MATTER = re.compile(
    r"(?i)^(?:what(?:ever)?|everything|anything|all|those|the ones?|the things?)(?: that| which)? (?:concerns?|involves?|mentions?|regards?|relates? to|refers? to|deals? with|has to do with|have to do with|is about|are about|about|on|regarding|concerning) "
)


def keep_only(request: Request) -> Plan | None:
    """Keep the sections or items that the clause names, and remove their likes."""
    clause = request.clause.strip().rstrip(".!")
    for form in _KEEP:
        found = form.match(clause)
        if found is None:
            continue
        plan = _keep(request, found["what"].strip(), found.groupdict().get("in") or "")
        if plan is not None:
            return plan
    return None


def _keep(request: Request, what: str, within: str) -> Plan | None:
    """Read a phrase as a state, as items of a section, as sections, or as items by their place or words."""
    what = re.sub(r"(?i)^(?:what (?:is|stands) in|the (?:contents?|text) of)\s+", "", what)
    what = _OF_A_MATTER.sub("the points about ", what)
    scope = find_sections(request, within) if within else []
    bare, inside = split_scope(request, what)
    if not scope and inside and bare and not by_position(request, what):
        what, scope = bare, inside
    state = _by_state(request, what)
    if state is not None:
        return state
    if not scope and not by_position(request, what):
        sections = [] if _OF_ITEMS.match(what) else named_sections(request, what)
        if sections and not (by_feature(request, what, []) or by_owner(request, what, [])):
            return _sections(request, sections)
    places = _items(request, what, within, scope)
    if not places:
        return None
    document = request.document
    touched = scope or sorted({section for section, _ in places})
    gone = [place for section in touched for place in section_items(document, section) if place not in places]
    return (
        removal(request, gone, f"I kept only {shown(document, places)}, and removed {shown(document, gone)}.")
        if gone
        else None
    )


def _by_state(request: Request, what: str) -> Plan | None:
    """Keep the open items, or the ticked ones."""
    document = request.document
    open_ones = r"(?i)\b(?:still (?:has|have|had|needs?) to do|still (?:to do|open)|left to do|not (?:yet )?done|open|unfinished|undone|outstanding|remaining|unticked|unchecked)\b"
    state = by_state(request, re.sub(open_ones, "done", what))
    if state is None:
        return None
    if re.search(r"(?i)\b(?:done|completed|finished|ticked|checked)\b", what):
        touched = {section for section, _ in state}
        state = [
            (number, index)
            for number in touched
            for index in document.sections[number].top_items
            if (number, index) not in state
        ]
    if not state:
        return None
    plan = removal(request, state, f"I kept only {what}.")
    if not re.search(r"(?i)\bnothing (?:else|more)\b|\bthe rest (?:can|must|should) go\b", request.original):
        return plan
    kept = {number for index in {section for section, _ in state} for number in document.subtree(index)} | {
        document.title
    }
    gone = [index for index in document.named if index not in kept]
    return Plan(
        plan.reply,
        (*plan.edits, *(RemoveSection(index) for index in gone)),
        asked=(*plan.asked, *(document.sections[index].raw for index in gone)),
        made=plan.made,
    )


def _sections(request: Request, sections: list[int]) -> Plan:
    document = request.document
    kept = {number for index in sections for number in document.subtree(index)} | {document.title}
    gone = [
        index for index in range(len(document.sections)) if index not in kept and document.sections[index].raw.strip()
    ]
    return Plan(
        f"I kept only {' and '.join(document.sections[index].name for index in sections)}.",
        tuple(RemoveSection(index) for index in gone),
        asked=tuple(document.sections[index].raw for index in gone),
    )


def _items(request: Request, what: str, within: str, scope: list[int]) -> list[Place]:
    """Return the items that stay: by whose they are, by what they have, by their place, or by what they say."""
    for reading in (by_owner, by_feature):
        found = reading(request, what, scope)
        if found is not None:
            return found
    names_it = any(word in what.lower().split() for word in within.lower().split())
    document = request.document
    there = within or (document.sections[scope[0]].name if len(scope) == 1 else "")
    placed = by_position(request, f"{what} in {there}" if there and not names_it else what)
    if placed is not None:
        return placed
    if re.search(r"(?i)\b(?:about|on|regarding|that|where|with|mention)", what):
        return meant_blocks(request, what, scope or None, every=True)
    bare = re.sub(r"(?i)^(?:the|her|his|their|that|those)\s+", "", what)
    if not scope or not bare or re.search(rf"(?i)\b{ITEM_WORDS}$", bare):
        return []  # "two bullets" says how many, not which
    return meant_blocks(request, f"the point about {bare}", scope, every=True)
