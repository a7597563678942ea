"""This file sorts and reverses lists and sections: by date, by alphabet, by length."""

from __future__ import annotations

import re

from coachdesk.assistant.dates import read_date
from coachdesk.assistant.document import Document
from coachdesk.assistant.edits import Edit, OrderSections, Plan, ReorderBlocks, SetPrefix
from coachdesk.assistant.facts import WEEKDAYS, Fact, values
from coachdesk.assistant.request import Request
from coachdesk.assistant.rules.moving import repeated
from coachdesk.assistant.targets import ITEM_WORDS, find_sections

Place = tuple[int, int]

_REVERSE = re.compile(
    "(?i)^(?:reverse|invert|flip)(?: the)?(?: order(?: of)?|"
    r" sequence(?: of)?)?\s*(?P<what>.*?)(?:'? order)?$|^(?:put|list|show|sort|order|"
    r"arrange)\s+(?P<what2>.+?)\s+in (?:the )?(?:reverse|reversed|opposite)(?: order)?$"
)


_SORT = re.compile(
    r"(?i)^(?:sort|order|arrange|rank|organi[sz]e|reorder|list|put|bring|rearrange)\s+(?P<what>.+?)\s+"
    r"(?:(?:in(?:to)?|by|according to|from|with)\s+(?P<how>(?:an? |the |their |its )?(?:alphabet\w*|"
    "a(?: ?- ?| to )z|z(?: ?- ?| to )a|name|"
    r"(?:due |their )?dates?|deadlines?|due dates?|chronolog\w*|time|urgency|soonest|earliest|latest|"
    "most recent|length|shortest|longest|"
    r"priority)\b.*)|(?P<how2>(?:alphabetically|chronologically|a(?: ?- ?| to )z|z(?: ?- ?| to )a|"
    "(?:soonest|earliest|latest|most recent|shortest|longest|newest|oldest|most urgent)(?: (?:one|"
    r"item|deadline|date)s?)?(?: first)?)\b.*))$"
)


def ordered(document: Document, number: int, order: list[int], reply: str) -> Plan:
    """Return the plan that puts top items into `order`; what is nested goes along, numbers are written anew."""
    section = document.sections[number]
    items = section.top_items
    if order == items:
        return Plan("It stands in that order already.")
    ends = {item: next((later for later in items if later > item), len(section.blocks)) for item in items}
    blocks = [block for item in order for block in range(item, ends[item]) if section.blocks[block].kind == "item"]
    edits: list[Edit] = [ReorderBlocks(number, tuple(blocks))]
    starts = [re.search(r"\d+", section.blocks[item].prefix) for item in items]
    if all(starts):
        for place, item in enumerate(order):
            mark = starts[place]
            new = re.sub(r"\d+", mark[0] if mark else "", section.blocks[item].prefix, count=1)
            if new != section.blocks[item].prefix:
                edits.append(SetPrefix(number, item, new))
    return Plan(reply, tuple(edits), focus=section.name)


def section_order(document: Document, order: list[int], reply: str) -> Plan:
    if order == list(range(len(document.sections))):
        return Plan("The sections stand in that order already.")
    return Plan(reply, (OrderSections(tuple(order)),))


def lists_meant(request: Request, what: str) -> list[int]:
    sections = (
        find_sections(request, re.sub(rf"(?i)(?:the )?(?:{ITEM_WORDS}|lists?|order) (?:in|of|under) ", "", what))
        if what.strip()
        else []
    )
    if not sections and request.focus and re.fullmatch(r"(?i)(?:them|it|these|those)", what.strip()):
        sections = find_sections(request, request.focus)
    if not sections and re.fullmatch(rf"(?i)(?:it|them|(?:all )?(?:the )?(?:{ITEM_WORDS}|lists?))", what.strip()):
        sections = [index for index, section in enumerate(request.document.sections) if len(section.top_items) > 1]
    return [index for index in sections if len(request.document.sections[index].top_items) > 1]


def several_lists(request: Request, sections: list[int], orders: list[list[int]], reply: str) -> Plan | None:
    plans = [ordered(request.document, number, order, reply) for number, order in zip(sections, orders, strict=True)]
    return (
        Plan(
            reply if any(plan.edits for plan in plans) else plans[0].reply,
            tuple(edit for plan in plans for edit in plan.edits),
        )
        if plans
        else None
    )


def reverse(request: Request, clause: str) -> Plan | None:
    found = _REVERSE.match(clause)
    if not found:
        return None
    what = found["what"] or found["what2"] or ""
    document = request.document
    lists = lists_meant(request, what) if what.strip() else []
    if lists:
        return several_lists(
            request, lists, [document.sections[index].top_items[::-1] for index in lists], "I reversed the order."
        )
    if re.fullmatch(r"(?i)(?:the |all |of )*(?:sections?|headings|summary|everything|it)?", what.strip()):
        tops = (
            [
                index
                for index in document.named
                if document.sections[index].level == document.sections[document.named[0]].level
            ]
            if document.named
            else []
        )
        head = list(range(tops[0])) if tops else []
        return (
            section_order(
                document,
                head + [n for index in reversed(tops) for n in document.subtree(index)],
                "I reversed the order of the sections.",
            )
            if len(tops) > 1
            else None
        )
    return None


def sort(request: Request, clause: str) -> Plan | None:
    superlative = _MOST_FIRST.match(clause)
    if superlative:
        clause = f"sort the {superlative['what'].rstrip('s')}s by {superlative['how']} first"
    found = _SORT.match(clause)
    if not found:
        return None
    document = request.document
    how = (found["how"] or found["how2"]).lower()
    lists = lists_meant(request, found["what"])
    if re.search(r"(?i)\b(?:sections|headings)\b", found["what"]) and "alphabet" in how:
        tops = [
            index
            for index in document.named
            if document.sections[index].level == document.sections[document.named[0]].level
        ]
        order = sorted(tops, key=lambda index: document.sections[index].name.lower())
        return section_order(
            document,
            [*range(tops[0]), *(n for index in order for n in document.subtree(index))],
            "I sorted the sections.",
        )
    if not lists:
        return None
    backwards = bool(re.search(r"revers|descend|latest|most recent|longest|z(?: ?- ?| to )a|newest", how))
    orders = []
    for number in lists:
        section = document.sections[number]
        if re.search(r"date|deadline|chrono|time|urgen|soon|earl|latest|recent|priority", how):
            keys = {item: _when(section.blocks[item].text) for item in section.top_items}
        elif re.search(r"length|short|long", how):
            keys = {item: (len(section.blocks[item].text.split()), "") for item in section.top_items}
        else:
            keys = {item: (0, re.sub(r"^\W+", "", section.blocks[item].text).lower()) for item in section.top_items}
        known = sorted(
            (item for item in section.top_items if keys[item][0] < _LATE),
            key=lambda item: keys[item],
            reverse=backwards,
        )
        orders.append(known + [item for item in section.top_items if keys[item][0] >= _LATE])
    return several_lists(request, lists, orders, "I sorted the list.")


_MOST_FIRST = re.compile(
    r"(?i)^(?:(?:put|list|show|place) )?(?:the )?(?P<how>earliest|soonest|latest|shortest|longest|most urgent|"
    r"oldest|newest) (?P<what>[a-z-]+(?: [a-z]+)?) (?:first|on top|at the top|to the top)$"
)
_LATE = 10**8


_DUE = re.compile(r"(?i)\b(?:by|until|till|before|due|due on|deadline:?|no later than)\s+(?:the\s+)?(?:\w+day,?\s+)?$")


def _when(text: str) -> tuple[int, str]:
    """Return a key that sorts items by the day they are due, else by the last day they name; others come last."""
    days = [(fact, _day_key(fact)) for fact in values(text) if not repeated(text, fact)]
    known = [(fact, key) for fact, key in days if key is not None]
    due = [key for fact, key in known if _DUE.search(text[: fact.start])]
    dated = [key for fact, key in known if fact.kind != "month"]
    return next(iter([*due[-1:], *dated[-1:], *(key for _, key in known)]), _LATE), ""


def _day_key(fact: Fact) -> int | None:
    day = read_date(fact.text) if fact.kind in ("date", "day") else None
    if day is not None:
        return day.toordinal()
    if fact.kind == "weekday":
        return next((n for n, name in enumerate(WEEKDAYS) if fact.text.lower()[:3] == name[:3]), 0)
    first = read_date(f"28 {fact.text}") if fact.kind == "month" else None
    return first.toordinal() if first is not None else None
