"""This file puts sections and list items into another order: first, last, beside one another, swapped."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re

from coachdesk.assistant.document import Document
from coachdesk.assistant.edits import Edit, InsertBlock, Plan, RemoveBlock
from coachdesk.assistant.request import Request
from coachdesk.assistant.rules.gaps import renumbered
from coachdesk.assistant.rules.sorting import lists_meant, ordered, reverse, section_order, several_lists, sort
from coachdesk.assistant.targets import ITEM_KINDS, ITEM_WORDS, by_content, by_position, find_section, find_sections

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
_OF = r"(?:\s+(?:of|in|among|within|under|on) (?P<scope>.+))?"
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
_SEQUENCE = re.compile(
    "(?i)^(?:(?:re)?order(?: of)?|arrange|rearrange|sort|sequence|put|"
    "change the order(?: of (?:the )?sections)? to|use this order|"
    "the (?:new )?order(?: of (?:the )?sections)?(?: should be| is| must be)?|"
    "new order)(?: (?:the )?sections?| it| them| this| the summary| everything)?(?: (?:in(?:to)?|as|"
    r"to|like)(?: (?:this|the following))?(?: order)?)?\s*(?:like this|so|as follows|should be|"
    r"in this order)?\s*[:,–-]?\s*(?P<list>.+)$"
)


_WITHIN = re.compile(
    r"(?i)^(?:in|within|under|of|among) (?P<section>(?:the |her |his |my )?[\w'’&-]+(?: [\w'’&-]+)?),? (?=(?:the|her|his|put|move|place)\b)"
)
_RANKED = re.compile(
    r"(?i)(?:put |move )?(?P<one>.+?) (?:(?:to|at) the (?:very )?(?:top|beginning|start)|first|up front|on top)(?:,| and|, and| with)? (?:then )?(?P<two>.+?) (?:second|next|after that|behind (?:it|that)|right after(?: it| that)?|below(?: it| that)?)"
    r"(?:(?:,| and|, and) (?P<three>.+?) (?:third|after that|last))?"
)
_REST = re.compile(r"(?i)[,;]?\s*(?:and )?(?:then )?(?:the )?(?:rest|others?|remainder|everything else)\b.*$")
_AT_TOP = re.compile(
    r"(?i)\s+(?:at the top|first|on top|at the beginning|at the start|up front)(?=\s*[,;]|\s+(?:and |then ))"
)


def reorder(request: Request) -> Plan | None:
    """Move, swap, reverse or sort what the clause names; None where it asks for something else."""
    clause = re.sub(r"(?i)^let\s+|\s+instead$", "", request.clause.strip().rstrip(".!"))
    within = _WITHIN.match(clause)
    section = find_section(request.document, within["section"]) if within else None
    if within is not None and section is not None:
        inner = request.on(request.document, clause[within.end() :], request.document.sections[section].name)
        plan = _moved(inner, inner.clause)
        if plan is not None:
            return plan
    return (
        (
            _in_sequence(request, clause)
            if re.search(r"(?i),? (?:and )?then\b", clause) or _RANKED.fullmatch(clause)
            else None
        )
        or _swapped(request, clause)
        or sort(request, clause)
        or reverse(request, clause)
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
        if not places and other and not find_sections(request, what):
            places = _beside_each_other(request, what, other)
        if places:
            plan = _move_items(request, places, groups, other)
            if plan is not None:
                return plan
        plan = _moved_sections(request, groups)
        if plan is not None:
            return plan
    return None


def _beside_each_other(request: Request, what: str, other: str) -> list[Place]:
    """Return the item that `what` describes in the one section that also holds one which `other` describes."""
    found = []
    for number, section in enumerate(request.document.sections):
        if len(section.top_items) > 1:
            one, two = (by_content(request, phrase, 0.5, [number])[:1] for phrase in (what, other))
            if one and two and one != two:
                found.append(one)
    return found[0] if len(found) == 1 else []


def _moved_sections(request: Request, groups: dict[str, str | None]) -> Plan | None:
    """Put sections first, last, or beside another."""
    document = request.document
    sections = find_sections(request, groups["what"] or "")
    if not sections:
        return None
    if groups.get("other"):
        anchor = find_section(document, groups["other"] or "")
        if anchor is None or anchor in sections:
            return None
        return _place_sections(document, sections, anchor, _before(groups["side"] or ""))
    level = document.sections[sections[0]].level
    siblings = [index for index in document.named if document.sections[index].level == level and index not in sections]
    top = bool(groups.get("top"))
    return _place_sections(document, sections, siblings[0 if top else -1], top) if siblings else None


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
    if section is None and request.focus:
        section = find_section(request.document, request.focus)
        what = re.sub(r"(?i)\s+(?:thing|one|bit|part|stuff|item|point|task)$", "", what)
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
    return ordered(document, number, rest[:at] + moving + rest[at:], f"I moved “{document.block(places[0]).text}”.")


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


def _place_sections(document: Document, sections: list[int], anchor: int, before: bool) -> Plan:
    moving = [number for index in sections for number in document.subtree(index)]
    rest = [index for index in range(len(document.sections)) if index not in moving]
    at = (
        rest.index(anchor)
        if before
        else max(position for position, index in enumerate(rest) if index in document.subtree(anchor)) + 1
    )
    told = " and ".join(document.sections[index].name for index in sections)
    return section_order(
        document,
        rest[:at] + moving + rest[at:],
        f"I moved {told} {'before' if before else 'after'} {document.sections[anchor].name}.",
    )


def _swapped(request: Request, clause: str) -> Plan | None:
    document = request.document
    few = re.match(
        r"(?i)^(?:swap|switch|exchange|reverse|flip)\s+(?P<what>the (?:first|last) two (?:sections|parts|headings))\b",
        clause,
    )
    two_sections = find_sections(request, few["what"]) if few else []
    if len(two_sections) == 2:
        clause = "swap " + " and ".join(f"“{document.sections[index].name}”" for index in two_sections)
    both = re.match(r"(?i)^(?:swap|switch|exchange|reverse|flip)\s+(?:the )?(?:two|2|both)\s+(?P<what>.+)$", clause)
    if both:
        pairs = [index for index in lists_meant(request, both["what"]) if len(document.sections[index].top_items) == 2]
        return several_lists(
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
        return ordered(document, number, order, "I swapped the two items.")
    if one is None or two is None or one == two:
        return None
    one, two = sorted((one, two))
    first_range, second_range = list(document.subtree(one)), list(document.subtree(two))
    if two in first_range:
        return None
    flat = list(range(len(document.sections)))
    order = flat[:one] + second_range + flat[first_range[-1] + 1 : two] + first_range + flat[second_range[-1] + 1 :]
    return section_order(document, order, f"I swapped {document.sections[one].name} and {document.sections[two].name}.")


def _kind_shared(one: str, two: str) -> str:
    kind = re.search(rf"(?i)\b({ITEM_KINDS}|bullets?|points?|items?)\b", one)
    if kind and re.fullmatch(r"(?i)(?:no\.? |number |#)?(?:\d+|one|two|three|four|five|six)", two.strip()):
        return f"{kind[0]} {two}"
    return two if not kind or re.search(rf"(?i)\b(?:{ITEM_KINDS}|bullet|point|item)", two) else f"{two} {kind[0]}"


def _in_sequence(request: Request, clause: str) -> Plan | None:
    """ "Order: Commitments, Insights, Focus": sections that are not named keep their order behind those that are."""
    ranked = _RANKED.fullmatch(clause)
    if ranked is not None:
        clause = f"{ranked['one']}, then {ranked['two']}" + (f", then {ranked['three']}" if ranked["three"] else "")
    clause = _REST.sub("", _AT_TOP.sub("", clause))
    found = _SEQUENCE.match(clause)
    document = request.document
    pieces = re.split(
        r"\s*(?:,|;|>|→|->|\bthen\b|\bfollowed by\b|\band (?:then|finally)\b|\band\b)\s*",
        found["list"] if found else clause,
    )
    named = [find_section(document, piece) for piece in pieces if piece.strip()]
    if len(named) < 2 or None in named or (found is None and (len(named) < 2 or "then" not in clause)):
        return None
    order = [index for index in dict.fromkeys(named) if index is not None]
    tops = [index for index in document.named if document.sections[index].level == document.sections[order[0]].level]
    order += [index for index in tops if index not in order]
    head = [index for index in range(len(document.sections)) if index < min(tops)]
    return section_order(
        document, head + [n for index in order for n in document.subtree(index)], "I put the sections in that order."
    )
