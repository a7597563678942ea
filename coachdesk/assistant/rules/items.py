"""This file ticks, merges and splits single list items."""

from __future__ import annotations

import re

from coachdesk.assistant.clauses import parts
from coachdesk.assistant.document import Document
from coachdesk.assistant.edits import Edit, Plan, RemoveBlock, SetPrefix, SetText
from coachdesk.assistant.lexicon import NUMBER_VALUES
from coachdesk.assistant.people import distinct_names
from coachdesk.assistant.request import Request
from coachdesk.assistant.rules.gaps import renumbered
from coachdesk.assistant.statements import sentence_spans
from coachdesk.assistant.targets import ITEM_WORDS, by_content, by_position, find_sections, section_items

Place = tuple[int, int]

_SUBJECT = r"(?:she|he|they|it|we|there|the|her|his|their|[A-Z]\w+)"


_TICK = re.compile(
    r"(?i)^(?:(?:mark|set|tick|check|flag|cross)(?: off)?\s+(?P<what>.+?)\s*(?:as\s+(?P<state>done|"
    "completed?|finished|open|undone|not done|unfinished|ticked|checked)|off)?|(?P<un>untick|uncheck|"
    r"reopen)\s+(?P<what2>.+))$"
)


def statement_pieces(text: str, wanted: int = 0) -> list[str]:
    """Return the sentences of a paragraph; a single sentence is cut at its clauses, or at its commas."""
    text = " ".join(text.split())
    spans = [text[start:end] for start, end in sentence_spans(text)]
    if len(spans) >= max(2, wanted):
        if wanted and len(spans) > wanted:
            return [*spans[: wanted - 1], " ".join(spans[wanted - 1 :])]
        return spans
    pieces: list[str] = []
    for sentence in spans or [text]:
        halves = [part for part in parts(sentence) if part.kind == "first"]
        if halves:
            at = halves[0].end
            first = re.sub(r"[\s,;–—-]*(?:\b(?:but|and|yet|or|so)\s+)?$", "", sentence[:at])
            pieces += [first + ".", sentence[at:][:1].upper() + sentence[at:][1:]]
            continue
        listed = re.split(r",\s+(?:and\s+)?", sentence)
        if len(listed) > 2 and len(spans) <= 1:
            pieces += [piece[:1].upper() + piece[1:] for piece in listed]
            continue
        joined = re.match(r"(.{6,}?),?\s+and\s+(.{6,})$", sentence) if wanted else None
        if joined:
            pieces += [joined[1] + ".", joined[2][:1].upper() + joined[2][1:]]
            continue
        reason = (
            re.match(
                rf"(?P<first>.{{8,}}?),?\s+(?P<link>because|although|though|while|whereas|when|"
                rf"since)\s+(?P<second>{_SUBJECT}\s.+)$",
                sentence,
            )
            if wanted
            else None
        )
        if reason:
            pieces += [reason["first"] + ".", reason["second"][:1].upper() + reason["second"][1:]]
            continue
        pieces.append(sentence)
    return pieces


def tick(request: Request, clause: str) -> Plan | None:
    found = _TICK.match(clause)
    if not found or not (
        found["state"] or found["un"] or re.match(r"(?i)(?:tick|check|cross) off|(?:tick|check) .+ off$|tick\b", clause)
    ):
        return None
    what = found["what"] or found["what2"]
    done = not found["un"] and not re.match(r"(?i)open|undone|not|unfinished", found["state"] or "")
    sections = (
        []
        if by_position(request, what)
        else find_sections(request, re.sub(r"(?i)^(?:all|every)(?: the| of the)? ", "", what))
    )
    places = [place for index in sections for place in section_items(request.document, index)] or by_position(
        request, what
    )
    places = places or by_content(
        request, re.sub(r"(?i)^(?:the |her |his )?(?:commitment|task|item|action)s? (?:to|about|on|that)\s+", "", what)
    )
    boxed = [place for place in places or [] if "[" in request.document.block(place).prefix]
    edits = []
    for section, block in boxed or places or []:
        old = request.document.sections[section].blocks[block]
        if old.kind == "item":
            edits.append(
                SetPrefix(section, block, re.sub(r"\[[ xX]\] ?|$", f"[{'x' if done else ' '}] ", old.prefix, count=1))
            )
    if not edits:
        return None
    told = request.document.block((edits[0].section, edits[0].block)).text
    return Plan(f"I marked “{told}” as {'done' if done else 'open'}.", tuple(edits))


def merge_items(request: Request, clause: str) -> Plan | None:
    found = re.match(
        r"(?i)^(?:merge|combine|join|fuse|put)\s+(?P<what>.+?)(?:\s+(?:together|in(?:to)?\s+(?:a |one |"
        "the same |single )*(?:bullet|point|item|one|insight|commitment|sentence|line)(?: point)?))*$",
        clause,
    )
    if not found or (clause.lower().startswith("put") and "together" not in clause.lower()):
        return None
    what = found["what"]
    places = by_position(request, what)
    if not places:
        halves = re.split(r"\s+(?:and|with)\s+(?=the )", what)
        each = [
            by_position(request, half)
            or (
                by_content(
                    request, re.sub(rf"(?i)^the (?:{ITEM_WORDS}|insights?|commitments?)?\s*(?:about|on)\s+", "", half)
                )
                if re.search(r"(?i)about|on\b", half)
                else []
            )
            for half in halves
        ]
        places = [hits[0] for hits in each if hits] if len(halves) > 1 and all(each) else []
    document = request.document
    if not places and re.search(
        r"(?i)\bin(?:to)? (?:a |one |the same |single )+(?:bullet|point|item|one|sentence|line)", clause
    ):
        named = find_sections(request, re.sub(r"(?i)^(?:the |both |all |these )*(?:two |three |four |\d )?", "", what))
        places = section_items(document, named[0]) if len(named) == 1 else []
    places = sorted(set(places))
    if (
        len(places) < 2
        or len({section for section, _ in places}) > 1
        or any(document.block(place).kind != "item" for place in places)
    ):
        return None
    number = places[0][0]
    texts = [document.block(place).text.strip() for place in places]
    joined = " ".join(text if text.endswith((".", "!", "?")) or text == texts[-1] else text + "." for text in texts)
    if re.search(r"(?i)\b(?:one|single|a|same) sentence\b", clause):
        joined = _one_sentence(document, texts)
    gone = {block for _, block in places[1:]}
    edits: list[Edit] = [SetText(*places[0], joined), *(RemoveBlock(number, block) for block in sorted(gone))]
    marks = renumbered(number, document.sections[number], gone)
    return Plan(f"I merged {len(places)} items into one: “{joined}”", (*edits, *marks), made=_prefixes(marks))


def _one_sentence(document: Document, texts: list[str]) -> str:
    """Return "Ask Tom, call Ann and write to Eve." for three statements."""
    known = {part for name in distinct_names(document.text) for part in name.split()}
    parts = [text.rstrip(" .") for text in texts]
    small = [
        part if part.split(maxsplit=1)[0] in known or part.startswith("I ") else part[:1].lower() + part[1:]
        for part in parts[1:]
    ]
    if any(re.search(r"[.!?;]\s", part) for part in parts):
        return "; ".join([parts[0], *small]) + "."
    return ", ".join([parts[0], *small[:-1]]) + f" and {small[-1]}."


def _prefixes(edits: list[Edit]) -> tuple[str, ...]:
    return tuple(edit.prefix for edit in edits if isinstance(edit, SetPrefix))


def split_item(request: Request, clause: str) -> Plan | None:
    found = re.match(
        r"(?i)^(?:split|break|divide|separate|cut)\s+(?:up )?(?P<what>.+?)(?:\s+up)?\s+in(?:to)?\s+(?:"
        r"(?P<count>two|three|four|2|3|4)|several|separate|single|individual)\s*(?:separate |shorter |"
        f"single )?(?:{ITEM_WORDS}|insights|commitments|parts|halves|tasks|ones)?$",
        clause,
    )
    if not found:
        return None
    document = request.document
    places = by_position(request, found["what"])
    if not places and not find_sections(request, found["what"]):
        places = by_content(
            request, re.sub(rf"(?i)^the (?:{ITEM_WORDS}|insights?|commitments?)\s*(?:about|on)\s+", "", found["what"])
        )
    if not places or document.block(places[0]).kind != "item":
        return None
    number, block = places[0]
    count = NUMBER_VALUES.get((found["count"] or "two").lower()) or int(found["count"] or 2)
    pieces = statement_pieces(document.block((number, block)).text, count)
    if len(pieces) < 2:
        return Plan(
            "I found no place where this item could be split, so I left it as it was.", done=False, open_to_model=True
        )
    return Plan(
        f"I split it into {len(pieces)} items.",
        tuple(_split_edits(document, number, block, pieces)),
        made=tuple(str(n) for n in range(1, 40)),
    )


def _split_edits(document: Document, number: int, block: int, pieces: list[str]) -> list[Edit]:
    section = document.sections[number]
    prefix = section.blocks[block].prefix
    numbered = re.match(r"\s*(\d+)", prefix)
    lines = [pieces[0]]
    for offset, piece in enumerate(pieces[1:], start=1):
        mark = re.sub(r"\d+", str(int(numbered[1]) + offset), prefix, count=1) if numbered else prefix
        lines.append(mark + piece)
    edits: list[Edit] = [SetText(number, block, "\n".join(lines))]
    if numbered:
        for later in section.top_items:
            if later > block and re.match(r"\s*\d+", section.blocks[later].prefix):
                old = section.blocks[later].prefix
                edits.append(
                    SetPrefix(number, later, re.sub(r"\d+", lambda m: str(int(m[0]) + len(pieces) - 1), old, count=1))
                )
    return edits
