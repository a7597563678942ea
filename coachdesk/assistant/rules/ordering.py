"""This file puts sections and list items into another order: first, last, beside one another, swapped, reversed, sorted."""

from __future__ import annotations

import re

from coachdesk.assistant.dates import read_date
from coachdesk.assistant.document import Document
from coachdesk.assistant.edits import Edit, InsertBlock, OrderSections, Plan, RemoveBlock, ReorderBlocks, SetPrefix
from coachdesk.assistant.facts import WEEKDAYS, Fact, values
from coachdesk.assistant.request import Request
from coachdesk.assistant.rules.gaps import renumbered
from coachdesk.assistant.targets import ITEM_WORDS, by_content, by_position, find_section, find_sections

Place = tuple[int, int]
_MOVE = r"(?:put|move|place|shift|bring|push|pull|list|show|have|set|drag|reorder|transfer|get|relocate)"
_TOP = (
    "(?:first|(?:right )?(?:to|at|on|up to|up at) (?:the )?(?:very )?(?:top|beginning|start|front)|"
    "(?:in )?(?:the )?first (?:place|position|spot)|up front|on top|as (?:the )?first(?: (?:section|"
    "one|item|point|bullet))?)"
)
_END = (
    "(?:last|(?:down )?(?:to|at) (?:the )?(?:very )?(?:bottom|end)|(?:in )?(?:the )?last (?:place|"
    "position)|as (?:the )?last(?: (?:section|one|item|point|bullet))?)"
)
_OF = r"(?:\s+(?:of|in) (?P<scope>.+))?"
_SIDE = r"(?P<side>before|above|ahead of|in front of|over|after|behind|below|beneath|under|underneath|following)"
_FORMS = (
    re.compile(rf"(?i)^{_MOVE}\s+(?P<what>.+?)\s+(?:come )?(?:(?P<top>{_TOP})|(?P<end>{_END})){_OF}$"),
    re.compile(
        r"(?i)^(?P<what>.+?)\s+(?:(?:should|must|needs? to|has to|have to|ought to|could|can)\s+)?(?:go|"
        rf"come|be|stand|appear|goes|comes|be moved|be placed|be put)\s+(?:(?P<top>{_TOP})|"
        f"(?P<end>{_END})){_OF}$"
    ),
    re.compile(
        "(?i)^(?:(?P<top>start|begin|open|lead)|(?P<end>end|finish|close|conclude))(?: (?:it|"
        "the summary))? (?:with|off with) (?P<what>.+)$"
    ),
    re.compile(
        rf"(?i)^{_MOVE}\s+(?P<what>.+?)\s+(?:right |directly |immediately |"
        rf"just )?(?:come )?{_SIDE}\s+(?P<other>.+)$"
    ),
    re.compile(rf"(?i)^{_MOVE}\s+(?P<what>.+?)\s+(?:to|into|in|over to|under)\s+(?P<into>.+)$"),
    re.compile(
        r"(?i)^(?P<what>.+?)\s+(?:(?:should|must|needs? to|has to|ought to|could)\s+)?(?:go|come|be|stand|"
        rf"appear|goes|comes|be moved|be placed)\s+(?:right |directly |just )?{_SIDE}\s+(?P<other>.+)$"
    ),
    re.compile(
        r"(?i)^(?P<what>(?:the )?[\w' -]+?)\s+(?P<side>before|above|after|" r"below)\s+(?P<other>(?:the )?[\w' -]+)$"
    ),
    re.compile(
        r"(?i)^(?P<what>[\w' -]+?)\s+(?:(?P<top>first|to the top|at the top|on top)|(?P<end>last|"
        "to the end|at the end|at the bottom))$"
    ),
)
_SWAP = re.compile(
    "(?i)^(?:swap|switch|exchange|interchange|flip|reverse|trade)(?: (?:the )?(?:places|positions|"
    r"order) of| around| round)?\s+(?P<one>.+?)\s+(?:and|with|for)\s+(?P<two>.+?)(?:\s+(?:around|"
    "round|over|places))?$"
)
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
_SEQUENCE = re.compile(
    "(?i)^(?:(?:re)?order(?: of)?|arrange|rearrange|sort|sequence|put|"
    "change the order(?: of (?:the )?sections)? to|use this order|"
    "the (?:new )?order(?: of (?:the )?sections)?(?: should be| is| must be)?|"
    "new order)(?: (?:the )?sections?| it| them| this| the summary| everything)?(?: (?:in(?:to)?|as|"
    r"to|like)(?: (?:this|the following))?(?: order)?)?\s*(?:like this|so|as follows|should be|"
    r"in this order)?\s*[:,–-]?\s*(?P<list>.+)$"
)


def reorder(request: Request) -> Plan | None:
    """Move, swap, reverse or sort what the clause names; None where it asks for something else."""
    clause = re.sub(r"(?i)^let\s+|\s+instead$", "", request.clause.strip().rstrip(".!"))
    return (
        _swapped(request, clause)
        or _sorted(request, clause)
        or _reversed(request, clause)
        or _moved(request, clause)
        or _in_sequence(request, clause)
    )


def _moved(request: Request, clause: str) -> Plan | None:
    document = request.document
    for form in _FORMS:
        found = form.match(clause)
        if found is None:
            continue
        groups = found.groupdict()
        what, other = groups["what"], groups.get("other")
        scope = find_section(document, groups["scope"] or "") if groups.get("scope") else None
        places = (_items(request, what, scope) if scope is not None and " about " in f" {what} " else []) or _items(
            request, what
        )
        into = groups.get("into")
        if into:
            target = find_section(document, into)
            if places and target is not None and all(section != target for section, _ in places):
                return _to_section(request, places, target, top=False)
            continue
        if groups.get("scope") and not places and not find_sections(request, what):
            places = _items(request, what, find_section(document, groups["scope"]))
        if places:
            plan = _move_items(request, places, groups, other)
            if plan is not None:
                return plan
        sections = find_sections(request, what)
        if not sections and re.search(r"(?i)\bsection\b", what):
            continue
        if sections and other:
            anchor = find_section(document, other)
            if anchor is not None and anchor not in sections:
                return _place_sections(document, sections, anchor, _before(groups["side"]))
        elif sections:
            siblings = [
                index
                for index in document.named
                if document.sections[index].level == document.sections[sections[0]].level and index not in sections
            ]
            if siblings:
                return _place_sections(
                    document, sections, siblings[0] if groups.get("top") else siblings[-1], bool(groups.get("top"))
                )
    return None


def _before(side: str) -> bool:
    return side.lower() in ("before", "above", "ahead of", "in front of", "over")


def _items(request: Request, what: str, section: int | None = None) -> list[Place]:
    """Return the items that a phrase means, by position, or by what they say where it speaks of a point."""
    if find_section(request.document, re.sub(r"(?i)^(?:the|all|my)\s+", "", what)) is not None and not re.search(
        r"(?i)\b(?:about|first|last|second|third|\d)\b", what
    ):
        return []
    places = by_position(request, what) or []
    if places:
        return places
    said = re.match(
        rf"(?i)^(?:the |her |his |that )?(?:(?P<kind>{ITEM_WORDS}|insight|commitment|task|one)\s+(?:about|"
        rf"on|with|that|where|to|regarding)\s+)?(?P<topic>.+?)(?:\s+(?P<tail>{ITEM_WORDS}|insight|"
        "commitment|task))?$",
        what,
    )
    if said and section is None and (scoped := re.search(r"(?i) (?:in|of|from|under) (?:the )?([\w '-]+)$", what)):
        section = find_section(request.document, scoped[1])
    if not said or not (said["kind"] or said["tail"] or section is not None):
        return []
    kind = said["kind"] or said["tail"] or ""
    own = (
        section
        if section is not None
        else find_section(request.document, kind)
        if not re.fullmatch(ITEM_WORDS, kind)
        else None
    )
    return by_content(request, said["topic"], 0.5, [own] if own is not None else None)[:1]


def _move_items(request: Request, places: list[Place], groups: dict[str, str | None], other: str | None) -> Plan | None:
    document = request.document
    number = places[0][0]
    anchors: list[Place] = []
    if any(section != number for section, _ in places):
        return None
    if other:
        section = find_section(document, other)
        if section is not None and section != number:
            return (
                _to_section(request, places, section, top=False)
                if groups.get("side", "") in ("under", "below", "beneath")
                else None
            )
        anchors = (
            _items(request, other)
            or by_position(request, f"{other} in {document.sections[number].name}")
            or by_content(request, other, 0.5, [number])
        )
        if not anchors or anchors[0][0] != number or anchors[0] in places:
            return None
    scope = groups.get("scope")
    target = find_section(document, scope) if scope else None
    if target is not None and target != number:
        return _to_section(request, places, target, bool(groups.get("top")))
    items = document.sections[number].top_items
    moving = [block for _, block in places if block in items]
    rest = [block for block in items if block not in moving]
    if not moving:
        return None
    if other:
        at = rest.index(anchors[0][1]) + (0 if _before(groups["side"] or "") else 1)
    else:
        at = 0 if groups.get("top") else len(rest)
    return _ordered(document, number, rest[:at] + moving + rest[at:], f"I moved “{document.block(places[0]).text}”.")


def _to_section(request: Request, places: list[Place], target: int, top: bool) -> Plan:
    document = request.document
    number = places[0][0]
    section = document.sections[target]
    model = section.blocks[section.top_items[0]].prefix if section.top_items else "- "
    at = (
        section.top_items[0]
        if top and section.top_items
        else (section.top_items[-1] + 1 if section.top_items else len(section.blocks))
    )
    edits: list[Edit] = [RemoveBlock(*place) for place in places]
    count = len(section.top_items)
    for offset, place in enumerate(places):
        mark = re.sub(r"\d+", str(count + 1 + offset), model, count=1)
        edits.append(InsertBlock(target, at, f"{re.sub(r'[xX](?=])', ' ', mark)}{document.block(place).text}\n"))
    marks = renumbered(number, document.sections[number], {block for _, block in places})
    return Plan(
        f"I moved “{document.block(places[0]).text}” to {section.name}.",
        (*edits, *marks),
        made=tuple(str(n) for n in range(1, count + 9)),
    )


def _ordered(document: Document, number: int, order: list[int], reply: str) -> Plan:
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


def _place_sections(document: Document, sections: list[int], anchor: int, before: bool) -> Plan:
    moving = [number for index in sections for number in document.subtree(index)]
    rest = [index for index in range(len(document.sections)) if index not in moving]
    at = (
        rest.index(anchor)
        if before
        else max(position for position, index in enumerate(rest) if index in document.subtree(anchor)) + 1
    )
    told = " and ".join(document.sections[index].name for index in sections)
    return _section_order(
        document,
        rest[:at] + moving + rest[at:],
        f"I moved {told} {'before' if before else 'after'} {document.sections[anchor].name}.",
    )


def _section_order(document: Document, order: list[int], reply: str) -> Plan:
    if order == list(range(len(document.sections))):
        return Plan("The sections stand in that order already.")
    return Plan(reply, (OrderSections(tuple(order)),))


def _swapped(request: Request, clause: str) -> Plan | None:
    document = request.document
    both = re.match(r"(?i)^(?:swap|switch|exchange|reverse|flip)\s+(?:the )?(?:two|2|both)\s+(?P<what>.+)$", clause)
    if both:
        pairs = [index for index in _lists(request, both["what"]) if len(document.sections[index].top_items) == 2]
        return _several_lists(
            request, pairs, [document.sections[index].top_items[::-1] for index in pairs], "I swapped the two items."
        )
    found = _SWAP.match(clause)
    if not found:
        return None
    one, two = find_section(document, found["one"]), find_section(document, found["two"])
    pair = (
        by_position(request, found["one"]) or [],
        by_position(request, _kind_shared(found["one"], found["two"])) or [],
    )
    if not pair[0]:
        named = by_position(request, f"{found['one']} and {found['two']}") or []
        pair = (named[:1], named[1:2])
    if pair[0] and pair[1] and pair[0][0][0] == pair[1][0][0]:
        number, first, second = pair[0][0][0], pair[0][0][1], pair[1][0][1]
        order = [
            second if item == first else first if item == second else item
            for item in document.sections[number].top_items
        ]
        return _ordered(document, number, order, "I swapped the two items.")
    if one is None or two is None or one == two:
        return None
    one, two = sorted((one, two))
    first_range, second_range = list(document.subtree(one)), list(document.subtree(two))
    if two in first_range:
        return None
    flat = list(range(len(document.sections)))
    order = flat[:one] + second_range + flat[first_range[-1] + 1 : two] + first_range + flat[second_range[-1] + 1 :]
    return _section_order(
        document, order, f"I swapped {document.sections[one].name} and {document.sections[two].name}."
    )


def _kind_shared(one: str, two: str) -> str:
    kind = re.search(r"(?i)\b(insights?|commitments?|bullets?|points?|items?|takeaways?|tasks?)\b", one)
    if kind and re.fullmatch(r"(?i)(?:no\.? |number |#)?(?:\d+|one|two|three|four|five|six)", two.strip()):
        return f"{kind[0]} {two}"
    return (
        two
        if not kind or re.search(r"(?i)\b(?:insight|commitment|bullet|point|item|takeaway|task)", two)
        else f"{two} {kind[0]}"
    )


def _lists(request: Request, what: str) -> list[int]:
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


def _several_lists(request: Request, sections: list[int], orders: list[list[int]], reply: str) -> Plan | None:
    plans = [_ordered(request.document, number, order, reply) for number, order in zip(sections, orders, strict=True)]
    return (
        Plan(
            reply if any(plan.edits for plan in plans) else plans[0].reply,
            tuple(edit for plan in plans for edit in plan.edits),
        )
        if plans
        else None
    )


def _reversed(request: Request, clause: str) -> Plan | None:
    found = _REVERSE.match(clause)
    if not found:
        return None
    what = found["what"] or found["what2"] or ""
    document = request.document
    lists = _lists(request, what) if what.strip() else []
    if lists:
        return _several_lists(
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
            _section_order(
                document,
                head + [n for index in reversed(tops) for n in document.subtree(index)],
                "I reversed the order of the sections.",
            )
            if len(tops) > 1
            else None
        )
    return None


def _sorted(request: Request, clause: str) -> Plan | None:
    found = _SORT.match(clause)
    if not found:
        return None
    document = request.document
    how = (found["how"] or found["how2"]).lower()
    lists = _lists(request, found["what"])
    if re.search(r"(?i)\b(?:sections|headings)\b", found["what"]) and "alphabet" in how:
        tops = [
            index
            for index in document.named
            if document.sections[index].level == document.sections[document.named[0]].level
        ]
        order = sorted(tops, key=lambda index: document.sections[index].name.lower())
        return _section_order(
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
    return _several_lists(request, lists, orders, "I sorted the list.")


_LATE = 10**8
_DUE = re.compile(r"(?i)\b(?:by|until|till|before|due|due on|deadline:?|no later than)\s+(?:the\s+)?(?:\w+day,?\s+)?$")


def _when(text: str) -> tuple[int, str]:
    """Return a key that sorts items by the day they are due, else by the last day they name; those without any come last."""
    days = [(fact, _day_key(fact)) for fact in values(text)]
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


def _in_sequence(request: Request, clause: str) -> Plan | None:
    """ "Order: Commitments, Insights, Focus": sections that are not named keep their order behind those that are."""
    found = _SEQUENCE.match(clause)
    document = request.document
    pieces = re.split(
        r"\s*(?:,|;|>|→|->|\bthen\b|\bfollowed by\b|\band (?:then|finally)\b|\band\b)\s*",
        found["list"] if found else clause,
    )
    named = [find_section(document, piece) for piece in pieces if piece.strip()]
    if len(named) < 2 or None in named or (found is None and (len(named) < 3 or "then" not in clause)):
        return None
    order = [index for index in dict.fromkeys(named) if index is not None]
    tops = [index for index in document.named if document.sections[index].level == document.sections[order[0]].level]
    order += [index for index in tops if index not in order]
    head = [index for index in range(len(document.sections)) if index < min(tops)]
    return _section_order(
        document, head + [n for index in order for n in document.subtree(index)], "I put the sections in that order."
    )
