"""This file changes how a summary looks: a heading's level and capitals; bold or italic names, dates and words."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re

from coachdesk.assistant.document import Document
from coachdesk.assistant.edits import Edit, Plan, SetHeading, SetText
from coachdesk.assistant.facts import DAY_KINDS, facts
from coachdesk.assistant.lexicon import NUMBER_VALUES
from coachdesk.assistant.request import Request, unquoted
from coachdesk.assistant.rules.replacing import rename_heading
from coachdesk.assistant.targets import by_position, find_section, find_sections, split_scope

_HEADINGS = r"(?:section )?(?:headings?|headlines?|headers?|titles?|section names?|section titles?)"
_RENAMES = (
    re.compile(
        "(?i)^(?:call|name|title|entitle|label|relabel|retitle|"
        r"rename)\s+(?P<old>.+?)\s+(?:section\s+)?(?:(?:to|as|into|"
        r"instead)\s+)?(?P<new>[\"“'‘].+[\"”'’])(?:\s+instead)?$"
    ),
    re.compile(
        r"(?i)^(?:call|name|title|label|relabel|retitle)\s+(?P<old>(?:the )?(?:first |last |second |"
        r"third )?[\w' -]+? section|the (?:section|heading) [\w' \"“”-]+?)\s+(?P<new>(?!to\b|"
        r"as\b)[\w' &-]+?)(?:\s+instead)?$"
    ),
    re.compile(
        r"(?i)^(?:use|take|put|set|have)\s+(?P<new>.+?)\s+as\s+(?:the\s+|"
        rf"a\s+)?(?:new\s+)?{_HEADINGS}\s+(?:of|for|over|above|instead of)\s+(?P<old>.+)$"
    ),
    re.compile(
        rf"(?i)^(?:give|set)\s+(?P<old>.+?)\s+(?:the|a)\s+(?:new\s+)?(?:{_HEADINGS}|" r"name)\s+(?:of\s+)?(?P<new>.+)$"
    ),
    re.compile(
        rf"(?i)^(?:the\s+)?(?:{_HEADINGS}|name)\s+(?:of|for|over|above)\s+(?P<old>.+?)\s+(?:should|must|"
        r"needs? to|has to)\s+(?:be|read|say|become)\s+(?P<new>.+)$"
    ),
    re.compile(
        rf"(?i)^(?:change|set|update|edit|rename)\s+(?:the\s+)?(?:{_HEADINGS}|name)\s+(?:of|for|over|"
        r"above)\s+(?P<old>.+?)\s+(?:to|into|as)\s+(?P<new>.+)$"
    ),
    re.compile(
        rf"(?i)^(?:change|rename|turn|retitle|relabel|edit)\s+(?:the\s+)?(?:{_HEADINGS}|"
        r"section)\s+(?P<old>.+?)\s+(?:to|into|as)\s+(?P<new>.+)$"
    ),
    re.compile(r"(?i)^(?:rename|retitle|relabel)\s+(?P<old>.+?)\s+(?:to|into|as|->|→)\s+(?P<new>.+)$"),
    re.compile(
        r"(?i)^(?P<old>[\"“'‘][^\"”'’]+[\"”'’])\s+(?:should|could|must|ought to|would)\s+(?:rather |better |really |instead )*"
        r"(?:be|read|say|be called|become)\s+(?:better as )?(?P<new>[\"“'‘].+[\"”'’])(?: instead)?$"
    ),
    re.compile(
        r"(?i)^(?:make|turn|put|change|have)\s+(?P<old>[\"“'‘][^\"”'’]+[\"”'’]|(?:the )?[\w -]+?)\s+(?:(?:in)?to )?(?P<new>[\"“'‘].+[\"”'’])$"
    ),
    re.compile(
        r"(?i)^(?:instead of|rather than|in place of)\s+(?P<old>.+?),?\s+(?:please )?(?:write|put|use|say|have|set)\s+(?P<new>.+?)\s+"
        r"(?:above|over|on top of|as the (?:heading|title)|at the top of) .+$"
    ),
    re.compile(
        rf"(?i)^(?:(?:the|a|new)\s+)*(?:{_HEADINGS}|name)\s+(?:of|for|over|above)\s+(?P<old>.+?)\s*(?::|=|->|→|–|\s-)\s*(?P<new>.+)$"
    ),
    re.compile(
        rf"(?i)^(?P<old>.+?)\s+(?:needs?|wants?|deserves?|should have|should get|could use|gets?|must have)\s+(?:a|another|the)\s+(?:new |different |other |better |"
        rf"clearer |nicer |plainer )*(?:{_HEADINGS}|name)\s*(?::|,|-|–)\s*(?P<new>.+)$"
    ),
    re.compile(
        r"(?i)^(?P<old>the .+? section)\s+(?:should|must|needs to|ought to) be (?:called|named|titled|"
        r"renamed(?: to)?|headed|labelled)\s+(?P<new>.+)$"
    ),
)
_STYLE = r"(?P<style>bold|italics?|italici[sz]ed|strong|emphasi[sz]ed|highlighted)"
_BOLD = (
    re.compile(r"(?i)^(?P<style>bold|embolden|italici[sz]e|highlight|emphasi[sz]e|underline)\s+(?P<what>.+)$"),
    re.compile(
        r"(?i)^(?:make|put|set|write|print|show|format|have|mark)\s+(?P<what>.+?)\s+(?:in\s+|"
        rf"as\s+)?(?:a\s+)?{_STYLE}(?: type| font| text| print| letters)?$"
    ),
    re.compile(rf"(?i)^(?P<what>.+?)\s+(?:should|must|needs? to|ought to)\s+be\s+(?:in\s+)?{_STYLE}$"),
    re.compile(rf"(?i)^(?:use\s+)?{_STYLE}\s+(?:for|on)\s+(?P<what>.+)$"),
)
_PLAIN = re.compile(
    r"(?i)^(?:(?:remove|delete|drop|strip|take out|get rid of|undo|no|without|un)\s*(?:more )?(?:all |"
    "the |any )*(?P<what>bold(?:ing|face)?|italics?|emphasis|highlights?|highlighting|formatting|"
    r"markdown|asterisks|stars)(?: (?:formatting|text|type|words|marks))?)(?:\s+(?:in|from|of|"
    r"on)\s+(?P<scope>.+))?$"
)
_LEVEL = (
    re.compile(
        r"(?i)^(?:use|make|set|turn|change|convert|put|have|give)\s+(?:all |the |every |"
        rf"each )*(?P<what>.*?)\s*(?:{_HEADINGS})?\s*(?:to|into|as|at|be|on|in|a|an)?\s*(?:a |"
        r"an )?(?P<level>(?:heading |header )?(?:level|h)[ -]?(?:\d|one|two|three|four)|(?:second|third|"
        rf"first|fourth|2nd|3rd|1st)[ -]level|#{{1,6}})(?:\s+{_HEADINGS})?(?:\s+(?:for|instead).*)?$"
    ),
    re.compile(
        r"(?i)^(?:make|have|turn|set)\s+(?:all |the |every |"
        rf"each )*(?P<what>.*?)\s*(?:{_HEADINGS})\s+(?:(?:one|a) (?:level|size) )?(?P<way>smaller|lower|"
        "deeper|bigger|larger|higher|down|up)$"
    ),
    re.compile(
        r"(?i)^(?P<dir>demote|promote|lower|raise|increase|decrease|shrink|enlarge)\s+(?:all |the |every |"
        rf"each )*(?P<what>.*?)\s*(?:{_HEADINGS}|heading levels?|levels? of (?:the |"
        rf"all )*{_HEADINGS})?(?:\s+(?:by )?(?:one|a|1) level)?$"
    ),
)
_CAPITALS = re.compile(
    r"(?i)^(?:(?:make|write|put|set|use|have|show)\s+)?(?:all |the |every |"
    "each )*(?P<how1>capital letters for |capitals for |uppercase for |capitali[sz]e |upper-?case |"
    rf"lower-?case )?(?:all |the |every |each )*(?P<what>{_HEADINGS})\s*(?:in |into |"
    "to )?(?:all )?(?P<how>upper ?case|uppercase|capitals?|capital letters|caps|lower ?case|"
    "lowercase|small letters|title case)?$"
)
_ORDINAL = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4}


def dress(request: Request) -> Plan | None:
    """Change headings or emphasis as the clause says; None where it is about something else."""
    clause = request.clause.strip().rstrip(".!")
    return (
        _all_renamed(request, clause)
        or _plain(request, clause)
        or _heading_levels(request, clause)
        or _capitals(request, clause)
        or _emphasised(request, clause)
        or _renamed(request, clause)
    )


_ALL_HEADINGS = re.compile(
    rf"(?i)^(?:.{{0,40}}?\b)?(?:the |our |all )*{_HEADINGS}\b[^:]{{0,60}}(?::|\bto be\b|\bshould be\b)\s*(?P<names>[^:]+)$"
)


def _all_renamed(request: Request, clause: str) -> Plan | None:
    """Give all headings new names, in their order, where as many are said as there are."""
    found = _ALL_HEADINGS.match(clause)
    document = request.document
    if found is None or re.search(r"(?i)\b(?:order|add|level|bold|sort)\b", clause[: found.start("names")]):
        return None
    said = [
        unquoted(name)
        for name in re.split(r"\s*(?:,|;|/)\s*(?:and\s+)?|\s+and\s+", found["names"].strip(" ?"))
        if name.strip()
    ]
    if len(said) != len(document.named) or len(said) < 2 or any(len(name.split()) > 5 for name in said):
        return None
    edits = [rename_heading(document, index, name) for index, name in zip(document.named, said, strict=True)]
    changed = tuple(
        edit
        for plan in edits
        for edit in plan.edits
        if isinstance(edit, SetHeading) and edit.name != document.sections[edit.section].name
    )
    old = tuple(document.sections[edit.section].name for edit in changed)
    return (
        Plan(f"I renamed the headings to {', '.join(said)}.", changed, asked=old, made=tuple(said)) if changed else None
    )


def _renamed(request: Request, clause: str) -> Plan | None:
    document = request.document
    for form in _RENAMES:
        found = form.match(clause)
        if found is None:
            continue
        section = find_section(document, found["old"])
        new = unquoted(re.sub(r"(?i)^(?:the )?(?:heading|title|section|name)\s+", "", found["new"]))
        said = re.search(r"(?i)\b(?:section|heading|headline|title|header)\b", clause)
        exact = (
            section is not None
            and re.sub(r"(?i)^the\s+", "", unquoted(found["old"])).lower() == document.sections[section].name.lower()
        )
        if (
            section is not None
            and new
            and len(new.split()) <= 8
            and (said or exact or not _stands(document, unquoted(found["old"])))
        ):
            return rename_heading(document, section, new)
    return None


def _stands(document: Document, phrase: str) -> bool:
    bare = re.sub(r"(?i)^the\s+", "", phrase).lower()
    return any(bare in section.body.lower() for section in document.sections)


def _spans(document: Document, what: str, text: str) -> list[tuple[int, int]] | None:
    """Return where `text` holds what is meant by "names", "dates", "figures" or a phrase; None for an unknown kind."""
    bare = re.sub(
        r"(?i)^(?:all|every|each|any|the|of|both|everybody's|people's|her|his|their|my|word|words|phrase|term|name)\s+",
        "",
        re.sub(r"(?i)^(?:all|every|each|any)\s+(?:of\s+)?(?:the\s+)?", "", what),
    ).strip()
    kinds: tuple[tuple[str, frozenset[str]], ...] = (
        (r"(?:people'?s? |proper |person )?names?|people|persons", frozenset(("name",))),
        (r"(?:due |all )?dates?|deadlines?|due dates?|days", DAY_KINDS),
        (r"times?", frozenset(("time",))),
        (r"dates? and times?|times? and dates?", DAY_KINDS | {"time"}),
        (r"names? and dates?|dates? and names?", DAY_KINDS | {"name"}),
        (
            r"figures?|numbers?|amounts?|percentages?|money(?: figures| amounts)?",
            frozenset(("number", "money", "percent", "multiple")),
        ),
    )
    for pattern, wanted in kinds:
        if re.fullmatch(f"(?i){pattern}", bare):
            return [(fact.start, fact.end) for fact in facts(text) if fact.kind in wanted]
    phrase = unquoted(bare)
    if phrase.lower() in document.text.lower() and len(phrase) > 1:
        return [match.span() for match in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", text, re.IGNORECASE)]
    return None


def _emphasised(request: Request, clause: str) -> Plan | None:
    document = request.document
    for form in _BOLD:
        found = form.match(clause)
        if found is None:
            continue
        mark = "*" if re.match(r"(?i)ital", found["style"]) else "**"
        what, scope = split_scope(request, found["what"])
        if re.fullmatch(rf"(?i)(?:all |the |every |each )*{_HEADINGS}", what):
            return _bold_headings(document, mark)
        sections = [number for index in scope for number in document.subtree(index)] or None
        edits = []
        for place in document.places(sections):
            text = document.block(place).text
            spans = _spans(document, what, text)
            if spans is None:
                break
            new = _marked(text, spans, mark)
            if new != text:
                edits.append(SetText(*place, new))
        if not edits:
            edits = _whole_items(request, found["what"], mark)
        if edits:
            return Plan(f"I put {unquoted(what)} in {'italics' if mark == '*' else 'bold'}.", tuple(edits))
    return None


def _whole_items(request: Request, what: str, mark: str) -> list[SetText]:
    document = request.document
    places = by_position(request, what) or [
        (number, block)
        for index in find_sections(request, what)
        for number in document.subtree(index)
        for block in document.sections[number].prose
    ]
    return [
        SetText(*place, f"{mark}{document.block(place).text}{mark}")
        for place in places
        if not document.block(place).text.startswith(mark)
    ]


def _marked(text: str, spans: list[tuple[int, int]], mark: str) -> str:
    for start, end in sorted(spans, reverse=True):
        if text[max(0, start - len(mark)) : start] == mark or text[:start].count("**") % 2:
            continue
        text = text[:start] + mark + text[start:end] + mark + text[end:]
    return text


def _bold_headings(document: Document, mark: str) -> Plan | None:
    edits = [
        SetHeading(index, f"{mark}{section.name}{mark}")
        for index, section in enumerate(document.sections)
        if section.heading.lstrip().startswith("#") and mark not in section.heading
    ]
    return Plan("I emphasised the headings.", tuple(edits)) if edits else None


def _plain(request: Request, clause: str) -> Plan | None:
    found = _PLAIN.match(clause)
    if not found:
        return None
    document = request.document
    sections = (
        [number for index in find_sections(request, found["scope"]) for number in document.subtree(index)]
        if found["scope"]
        else None
    )
    pattern = (
        r"(?<!\*)\*([^*\n]+)\*(?!\*)|(?<!\w)_([^_\n]+)_(?!\w)"
        if found["what"].lower().startswith("italic")
        else r"\*\*([^*\n]+)\*\*|__([^_\n]+)__"
        if found["what"].lower().startswith("bold")
        else r"\*{1,3}([^*\n]+)\*{1,3}|(?<!\w)_{1,2}([^_\n]+)_{1,2}(?!\w)"
    )
    edits = []
    for place in document.places(sections):
        text = document.block(place).text
        new = re.sub(pattern, lambda match: match[1] or match[2] or "", text)
        if new != text:
            edits.append(SetText(*place, new))
    return (
        Plan("I took the emphasis out.", tuple(edits))
        if edits
        else Plan("There is no emphasis in the summary.", done=False)
    )


def _heading_levels(request: Request, clause: str) -> Plan | None:
    document = request.document
    for form in _LEVEL:
        found = form.match(clause)
        if found is None or not re.search(r"(?i)heading|headline|header|title|level|#", clause):
            continue
        groups = found.groupdict()
        what = (groups["what"] or "").strip()
        one = (
            find_section(document, what)
            if what and not re.fullmatch(rf"(?i){_HEADINGS}|sections?|headings? levels?|levels?", what)
            else None
        )
        chosen = (
            [one]
            if one is not None
            else [index for index, section in enumerate(document.sections) if section.heading.lstrip().startswith("#")]
        )
        if (
            what
            and one is None
            and not re.fullmatch(rf"(?i){_HEADINGS}|sections?|headings? levels?|levels?|section", what)
        ):
            continue
        edits: list[Edit] = []
        for index in chosen:
            level = _wanted_level(groups, document.sections[index].level)
            if level and level != document.sections[index].level:
                edits.append(SetHeading(index, document.sections[index].name, level))
        if edits:
            return Plan("I changed the level of the headings.", tuple(edits))
    return None


def _wanted_level(groups: dict[str, str | None], old: int) -> int:
    said = (groups.get("level") or "").lower()
    if said:
        if "#" in said:
            return said.count("#")
        digit = re.search(r"\d", said)
        word = next(
            (
                value
                for name, value in {**_ORDINAL, **{n: v for n, v in NUMBER_VALUES.items() if 0 < v < 7}}.items()
                if re.search(rf"\b{name}\b", said)
            ),
            0,
        )
        return min(6, int(digit[0])) if digit else word
    way = (groups.get("way") or groups.get("dir") or "").lower()
    down = way in ("smaller", "lower", "deeper", "down", "demote", "decrease", "shrink")
    return min(6, old + 1) if down else max(1, old - 1)


def _capitals(request: Request, clause: str) -> Plan | None:
    found = _CAPITALS.match(clause)
    how = ((found["how"] or found["how1"] or "") if found else "").lower()
    if not how:
        return None
    document = request.document
    edits = []
    for index, section in enumerate(document.sections):
        if section.heading:
            name = (
                section.name.lower()
                if how.startswith(("lower", "small"))
                else section.name.title()
                if how.startswith(("title", "capitalise", "capitalize"))
                else section.name.upper()
            )
            if name != section.name:
                edits.append(SetHeading(index, name))
    return (
        Plan("I changed the capitals of the headings.", tuple(edits), made=tuple(edit.name for edit in edits))
        if edits
        else None
    )
