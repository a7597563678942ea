"""This file moves sessions, meetings and deadlines: to a day or time, by a week, to another way of meeting; the rest stays."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re
from collections.abc import Iterator

from coachdesk.assistant.document import Document
from coachdesk.assistant.edits import AddSection, Plan, SetText
from coachdesk.assistant.facts import Fact, values
from coachdesk.assistant.lexicon import NUMBER_VALUES, content_stems
from coachdesk.assistant.request import Request, unquoted
from coachdesk.assistant.rules.moving import MODE, days_in, moved_by, set_to, times_in, with_mode
from coachdesk.assistant.statements import best_blocks, sentence_spans
from coachdesk.assistant.targets import by_position, find_section, section_items, section_of_kind, split_scope

Place = tuple[int, int]
_VERB = r"(?:move|shift|postpone|push(?: back| out)?|reschedule|delay|bring|advance|put(?: back)?|change|set|schedule|defer|transfer|book|update|pull|make|extend|have)"
_MEETING = r"(?:(?:the|our|her|his|their|my) )?(?:(?:next|upcoming|follow-up|following|coming|coaching) )*(?:session|meeting|appointment|call|date|talk|get-together|conversation)"
_FORMS = (
    re.compile(rf"(?i)^{_VERB}\s+(?P<what>.+?)\s+(?:(?:forward|back|up|out|on|ahead)\s+)?(?P<new>(?:to|until|till|for|on|by|at|from|onto|into)\s+.+|(?:(?:a|an|one|two|three|four|half an|\d+)\s+\w+\s+(?:later|earlier|sooner|forward|back|ahead|on|out)\b.*))$"),
    re.compile(rf"(?i)^{_VERB}\s+(?P<what>.+)\s+(?P<new>(?:to|until|till|for|on|by|at|from)\s+.+)$"),
    re.compile(rf"(?i)^{_VERB}\s+(?P<what>.+?)\s+(?P<new>(?:back|forward|out|ahead|up|on)\s+(?:by\s+)?(?:a|an|one|two|three|four|\d+)\s+\w+)$"),
    re.compile(r"(?i)^(?:reschedule|postpone|move|shift|delay|push)(?P<what>)\s+(?P<new>(?:to|until|for|by)\s+.+)$"),
    re.compile(rf"(?i)^(?P<what>{_MEETING}|(?:the )?(?:deadline|due date|time|date|day)(?: (?:of|for) .+?)?)\s*(?:(?:is|was|will be|will have to be|would have to be|can only be|should be|takes place|will take place|has been moved|has moved|was moved|got moved|is moved|moves|moved|is going to be|will happen|must be|needs to be|has to be|should take place|should happen|happens|starts)(?: (?:now|actually|really|moved|rescheduled|postponed))*|:|=)\s+(?P<new>.+)$"),
    re.compile(r"(?i)^(?P<what>we|we'll|we will|they|she and i|he and i)\s+(?:will )?(?:meet|see each other|speak|talk|are meeting|'ll meet)(?: again| next)?\s+(?P<new>.+)$"),
    re.compile(rf"(?i)^(?P<what>{_MEETING})\s+(?P<new>(?:on|at|by|to)\s+.+|(?:a|an|one|two|three|half an|\d+)\s+\w+\s+(?:later|earlier|sooner).*)$"),
)  # fmt: skip
_LENGTH = (
    r"(?:(?:by )?(?:a|an|one|half an|another|\d+|"
    + "|".join(NUMBER_VALUES)
    + r") (?:full |whole |more |further |extra |"
    r"additional )?(?:days?|weeks?|fortnights?|months?|hours?|minutes?))"
)
_ALL = r"(?:(?:all|both|every|each)(?: (?:of )?(?:the|her|his|their|my|these|those))?|the|her|his|their)"
# Other ways to say the same, as commands that the forms above read.
_WORDINGS = (
    (rf"(?P<x>.+?) (?:gets?|has|needs?|is given|may have|should (?:get|have)|wants?|asks? for) (?P<n>{_LENGTH})(?: more| longer| extra| of extra time| in addition)?(?: time)?", r"move \g<x> \g<n> later", r"more|longer|extra|another|further|additional"),
    (rf"(?:\S+|the \w+|her \w+|his \w+) (?:gets?|has|have|had|needs?|is given|may (?:have|take)|can (?:have|take)|should (?:get|have)|wants?|asked for|asks for) (?P<n>{_LENGTH})(?: more| longer| extra| of extra time| in addition)?(?: time)? (?:for|to do|with|to (?=\w)) ?(?P<x>.+)", r"move \g<x> \g<n> later", r"more|longer|extra|another|further|additional"),
    (rf"(?P<x>.+?) (?:can|may|could|will) wait (?:for )?(?P<n>{_LENGTH})(?: more| longer)?", r"move \g<x> \g<n> later", ""),
    (rf"(?:give|allow|grant) (?P<x>.+?) (?P<n>{_LENGTH})(?: more| longer| extra| in addition)?(?: time)?", r"move \g<x> \g<n> later", r"more|longer|extra|another|further|additional"),
    (r"(?:give|allow|grant) (?P<x>.+?) (?P<n>(?:until|till)\s.+)", r"move \g<x> \g<n>", ""),
    (rf"(?P<x>.+?) (?:all )?(?:moves?|shifts?|slips?)(?: back| on)? (?P<n>{_LENGTH})", r"move \g<x> \g<n> later", ""),
    (rf"(?P<n>{_LENGTH})(?: more| longer| extra)?(?: time)? for (?P<x>.+)", r"move \g<x> \g<n> later", r"more|longer|extra|another|further|additional"),
    (rf"(?P<x>[^,;:]{{3,60}}?)(?:,|:| is| are| starts?| begins?| will be| will start| takes place| happens?| should be| must be| comes?)? (?P<n>{_LENGTH}) (?P<w>later|earlier)(?: than (?:planned|agreed|before|that))?", r"move \g<x> \g<n> \g<w>", ""),
    (r"(?:the )?(?:new|other|different|changed|correct|right) (?:date|time|day|deadline|date and time|appointment) (?:for|of) (?P<x>.+?)(?:\s*[:=–-]|,| is| will be)\s*(?P<n>.+)", r"move \g<x> to \g<n>", ""),
    (r"(?:the |our )?(?:new|other|different|changed|correct|right) (?:date|time|day|date and time|appointment)(?:\s*[:=–-]|,| is| will be)\s*(?P<n>.+)", r"move the next session to \g<n>", ""),
    (r"(?P<x>(?!not\b).{3,60}?)\s+(?:only|not (?:until|before))\s+(?P<n>(?:by|on|from|at|until|till|in)?\s*(?:the )?\d.*)", r"move \g<x> to \g<n>", ""),
)  # fmt: skip
_SHIFT = re.compile(
    rf"(?i)\b(?:by\s+)?(?P<n>a|an|one|half an|another|\d+|{'|'.join(NUMBER_VALUES)})\s+(?:full |whole )?(?P<unit>day|week|fortnight|month|hour|minute)s?\b(?:\s+(?P<way>later|earlier|sooner|forward|back|ahead|before|after|on|out))?"
)


def reschedule(request: Request) -> Plan | None:
    """Give a meeting or a deadline another day, time or way; None where the clause speaks of something else."""
    clause = re.sub(r"(?i)^(?:actually|in fact|now)\s+", "", request.clause.strip().rstrip(".!"))
    everything = _everything(request, clause)
    if everything is not None:
        return everything
    for text in (clause, *_reworded(clause)):
        for form in _FORMS:
            found = form.match(text)
            if found is None:
                continue
            plan = _rescheduled(request, unquoted(found["what"]) or "it", found["new"], text)
            if plan is not None:
                return plan
    return None


def _reworded(clause: str) -> Iterator[str]:
    """Yield the command that "Sabine gets three days more" or "new date for the call: 3 May" stands for."""
    for form, command, needed in _WORDINGS:
        found = re.fullmatch(form, clause, re.IGNORECASE)
        if found is not None and (not needed or re.search(rf"(?i)\b(?:{needed})\b", clause)):
            yield re.sub(
                r"(?i)\b(?:more|further|extra|additional|another) (?=\w+s?\b.*later$)", _one_for, found.expand(command)
            )


def _one_for(found: re.Match[str]) -> str:
    return "a " if found[0].lower().startswith("another") else ""


def _rescheduled(request: Request, what: str, new: str, clause: str) -> Plan | None:
    document = request.document
    new = re.split(r"\s[-–—]\s", new)[0]
    new = re.sub(r"(?i)\bfrom\s+.+?\s+(?=(?:to|until)\s)", "", new)
    new = re.sub(r"(?i),?\s*\b(?:and )?not\s+.+$|\s*\b(?:instead of|rather than)\s+.+$", "", new)
    new = re.sub(
        r"(?i),?\s+(?:but )?(?:(?:at|keep(?:ing)?|with) the same (?:time|place|hour|day)|same (?:time|place)|instead)(?: as before)?",
        "",
        new,
    )
    shift = (
        _SHIFT.search(new)
        if re.search(r"(?i)\b(?:later|earlier|sooner|forward|back|ahead|on|out)\b|^by\b", new)
        else None
    )
    fresh = [] if shift else [fact for fact in values(new) if fact.day_kind or fact.kind in ("time", "number")]
    mode = re.search(rf"(?i)\b{MODE}\b(?:,? {MODE}\b)?", new)
    place = _place(request, what)
    if not fresh and not shift and not mode:
        return None
    if shift:
        every = _every(request, what)
        if every:
            return _all_shifted(document, every, shift, clause)
    if place is None:
        return _new_meeting(document, what, new, fresh)
    block = document.block(place).text
    start, end = _sentence(block, what)
    text = block[start:end]
    made: list[str] = []
    changed = text
    if shift:
        changed, made = moved_by(text, shift, clause)
    elif fresh:
        changed, made = set_to(text, fresh, new)
    if mode and not (fresh and mode.start() < fresh[0].start):
        changed = with_mode(changed, mode.group())
    if changed == text:
        return None
    gone = tuple(fact.text for fact in values(text) if fact.text not in changed)
    return Plan(
        f"I changed “{text}” to “{changed}”.",
        (SetText(*place, block[:start] + changed + block[end:]),),
        asked=(*gone, text),
        made=(clause, *made),
        focus=document.sections[place[0]].name,
    )


_EVERYTHING = re.compile(
    rf"(?i)^(?:(?:move|shift|push|postpone) )?(?:everything|all (?:of )?(?:the |her |his )?(?:dates|deadlines|appointments)|it all|all of it)\b(?P<where>[^:]*?)(?: (?:is|are|moves?|shifts?|happens?|will be|has to be|must be))?\s+(?:by )?(?P<n>{_LENGTH})\s*(?P<way>later|earlier|forward|back|on)?\b(?P<rest>.*)$"
)


def _everything(request: Request, clause: str) -> Plan | None:
    """Move all dates of the commitments and the next session, or of the sections that are named: "everything is a week later"."""
    found = _EVERYTHING.match(clause)
    shift = _SHIFT.search(f"{found['n']} {found['way'] or 'later'}") if found is not None else None
    if found is None or shift is None:
        return None
    document = request.document
    low = f"{found['where']} {found['rest']}".lower()
    kinds = [kind for kind in ("commitments", "next session") if (index := section_of_kind(document, kind)) is not None]
    named = [index for index in document.named if document.sections[index].name.lower() in low]
    if not named and "session" in low and "dates" not in low:
        kinds = ["next session"]
    sections = named or [index for kind in kinds if (index := section_of_kind(document, kind)) is not None]
    if named and re.search(r"\b(?:next|our) (?:session|meeting|appointment)\b", low):
        sections = [*named, section_of_kind(document, "next session") or named[0]]
    numbers = dict.fromkeys(number for index in sections for number in document.subtree(index))
    places = [
        (number, block)
        for number in numbers
        for block in document.sections[number].prose
        if days_in(document.sections[number].blocks[block].text)
    ]
    return _all_shifted(document, places, shift, clause) if places else None


def _every(request: Request, what: str) -> list[Place]:
    """Return all dated blocks that "all three commitments", "both deadlines" or "every date in Next steps" mean."""
    found = re.fullmatch(rf"(?i)(?P<all>{_ALL})\s+(?:(?:two|three|four|five|\d+)\s+)?(?P<kind>[\w' -]+?)", what.strip())
    if found is None:
        return []
    kind, scope = split_scope(request, found["kind"])
    document = request.document
    whole = bool(re.match(r"(?i)(?:all|both|every|each)\b", what))
    if re.fullmatch(r"(?i)(?:dates?|deadlines?|due dates?|days|times)", kind) and (whole or kind.endswith("s")):
        sections = scope or [index for index in range(len(document.sections)) if not scope]
    elif whole or kind.endswith("s"):
        named = find_section(document, kind)
        if named is None or not section_items(document, named):
            return []
        sections = [named]
    else:
        return []
    if "date" not in kind and not scope:  # a session is no deadline
        session = find_section(document, "next session")
        sections = [index for index in sections if index != session]
    numbers = [number for section in sections for number in document.subtree(section)]
    places = [
        (number, block)
        for number in dict.fromkeys(numbers)
        for block in document.sections[number].prose
        if days_in(document.sections[number].blocks[block].text)
    ]
    return places if len(places) > 1 else []


def _all_shifted(document: Document, places: list[Place], shift: re.Match[str], clause: str) -> Plan | None:
    edits: list[SetText] = []
    gone: list[str] = []
    made: list[str] = []
    for place in places:
        text = document.block(place).text
        changed = text
        for start, end in reversed(sentence_spans(text)):
            moved, new = moved_by(text[start:end], shift, clause)
            changed = changed[:start] + moved + changed[end:]
            made += new
        if changed != text:
            edits.append(SetText(*place, changed))
            gone += [fact.text for fact in values(text) if fact.text not in changed]
    if not edits:
        return None
    return Plan(
        f"I moved {len(edits)} dates: {', '.join(made)}.", tuple(edits), asked=tuple(gone), made=(clause, *made)
    )


_AGAIN = re.compile(
    r"(?i)\b(?:next|follow-?up) (?:session|meeting|call|appointment|time|conversation)\b|\b(?:meet|speak|talk|see (?:each other|her|him|them))(?:ing)? (?:again|next)\b|\bagain on\b"
)


def _sentence(block: str, what: str) -> tuple[int, int]:
    """Return the sentence of a block that says when `what` is."""
    lines = [found.span() for found in re.finditer(r"[^\n]+", block)]
    spans = [
        (first + start, first + end)
        for first, last in lines
        for start, end in sentence_spans(block[first:last])
        if days_in(block[first + start : first + end]) or times_in(block[first + start : first + end])
    ]
    if not spans:
        return 0, len(block)
    wanted = set(content_stems(what if content_stems(what) else "next session"))
    again = [span for span in spans if _AGAIN.search(block[span[0] : span[1]])]
    if again and re.fullmatch(rf"(?i)(?:{_MEETING}|we|we'll|we will|it|they)", what.strip()):
        return again[-1]
    return max(spans, key=lambda span: len(wanted & set(content_stems(block[span[0] : span[1]]))))


def _place(request: Request, what: str) -> Place | None:
    """Return the block that says when the thing is: that of the next session, or the one that speaks of `what`."""
    document = request.document
    bare = re.sub(
        r"(?i)^(?:the )?(?:deadline|due date|date|time|day|start)(?: and time)?(?: (?:of|for) )?", "", what
    ).strip()
    bare = re.sub(r"(?i)\s+(?:deadline|due date|date|time)$", "", bare)
    of_meeting = re.fullmatch(
        rf"(?i)(?:{_MEETING}|we|we'll|we will|it|they|she and i|he and i)", bare or what
    ) and not re.search(r"(?i)^(?:the )?(?:call|talk|conversation) with", bare)
    if of_meeting and re.fullmatch(r"(?i)(?:the )?(?:call|talk|conversation|meeting|appointment)", bare or what):
        other = _other_meeting(document, bare or what)
        if other is not None:
            return other
    section = find_section(document, bare or "next session", request.focus) if bare or of_meeting else None
    if of_meeting:
        named = find_section(document, "next session")
        section = named if named is not None else section
    places = [
        (number, block)
        for number in (document.subtree(section) if section is not None else ())
        for block in document.sections[number].prose
    ]
    if of_meeting and not places:
        places = [
            place
            for place in document.places()
            if re.search(
                r"(?i)\b(?:next|follow-up) (?:session|meeting|call|appointment)|\bmeet again",
                document.block(place).text,
            )
        ]
    if not places and bare:
        places = by_position(request, bare) or [
            place
            for score, place in best_blocks(document, bare)
            if score >= 0.5 and (days_in(document.block(place).text) or times_in(document.block(place).text))
        ]
        best = best_blocks(document, bare)
        if best and places and next(score for score, place in best if place == places[0]) < best[0][0] - 0.3:
            return None
    timed = [place for place in places if days_in(document.block(place).text) or times_in(document.block(place).text)]
    if section is not None and not of_meeting and len(timed) != 1:
        return None
    return timed[0] if timed else places[0] if places and of_meeting else None


def _other_meeting(document: Document, what: str) -> Place | None:
    """Return the one dated statement outside the next session that speaks of a call or a talk, by just that word."""
    if not re.search(r"(?i)\b(?:call|talk|conversation|meeting)\b", what):
        return None
    session = find_section(document, "next session")
    own = set(document.subtree(session)) if session is not None else set()
    found = [
        (score, place)
        for score, place in best_blocks(document, what)
        if score >= (0.95 if "meeting" in what.lower() else 0.6)
        and place[0] not in own
        and days_in(document.block(place).text)
    ]
    best = [place for score, place in found if score >= found[0][0] - 0.01]
    return best[0] if len(best) == 1 else None


def _new_meeting(document: Document, what: str, new: str, fresh: list[Fact]) -> Plan | None:
    """Write down a next session where the summary has none."""
    if (
        not fresh
        or not re.search(r"(?i)\b(?:next|follow-up)\b.*\b(?:session|meeting|call|appointment)", what)
        or any(stem in content_stems(new) for stem in ("section", "end", "top"))
    ):
        return None
    section = find_section(document, "next session")
    text = re.sub(r"(?i)^(?:to|on|at|for|until)\s+", "", new).strip()
    text = text[:1].upper() + text[1:] + "."
    if section is None:
        return Plan(
            f"I added a section “Next session”: {text}",
            (AddSection(len(document.sections), "Next session", text),),
            made=(new,),
        )
    return None
