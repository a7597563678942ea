"""This file moves sessions, meetings and deadlines: to a day or time, by a week, to another way of meeting; the rest stays."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re
from collections.abc import Iterator

from coachdesk.assistant.clauses import cut
from coachdesk.assistant.dates import combine, days_between, shifted, shifted_time, shifted_weekday
from coachdesk.assistant.document import Document
from coachdesk.assistant.edits import AddSection, Plan, SetText
from coachdesk.assistant.facts import WEEKDAYS, Fact, values
from coachdesk.assistant.lexicon import NUMBER_VALUES, content_stems
from coachdesk.assistant.request import Request, unquoted
from coachdesk.assistant.statements import best_blocks, sentence_spans
from coachdesk.assistant.targets import by_position, find_section, section_items, split_scope

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
    (rf"(?:give|allow|grant) (?P<x>.+?) (?P<n>{_LENGTH})(?: more| longer| extra| in addition)?(?: time)?", r"move \g<x> \g<n> later", r"more|longer|extra|another|further|additional"),
    (r"(?:give|allow|grant) (?P<x>.+?) (?P<n>(?:until|till)\s.+)", r"move \g<x> \g<n>", ""),
    (rf"(?P<x>.+?) (?:all )?(?:moves?|shifts?|slips?)(?: back| on)? (?P<n>{_LENGTH})", r"move \g<x> \g<n> later", ""),
    (rf"(?P<n>{_LENGTH})(?: more| longer| extra)?(?: time)? for (?P<x>.+)", r"move \g<x> \g<n> later", r"more|longer|extra|another|further|additional"),
    (rf"(?P<x>[^,;:]{{3,60}}?)(?:,|:| is| are| starts?| begins?| will be| will start| takes place| happens?| should be| must be| comes?)? (?P<n>{_LENGTH}) (?P<w>later|earlier)(?: than (?:planned|agreed|before|that))?", r"move \g<x> \g<n> \g<w>", ""),
    (r"(?:the )?(?:new|other|different|changed|correct|right) (?:date|time|day|deadline|date and time|appointment) (?:for|of) (?P<x>.+?)(?:\s*[:=–-]|,| is| will be)\s*(?P<n>.+)", r"move \g<x> to \g<n>", ""),
    (r"(?P<x>(?!not\b).{3,60}?)\s+(?:only|not (?:until|before))\s+(?P<n>(?:by|on|from|at|until|till|in)?\s*(?:the )?\d.*)", r"move \g<x> to \g<n>", ""),
)  # fmt: skip
_SHIFT = re.compile(
    rf"(?i)\b(?:by\s+)?(?P<n>a|an|one|half an|another|\d+|{'|'.join(NUMBER_VALUES)})\s+(?:full |whole )?(?P<unit>day|week|fortnight|month|hour|minute)s?\b(?:\s+(?P<way>later|earlier|sooner|forward|back|ahead|before|after|on|out))?"
)
_MODE = r"(?:by (?:phone|telephone|video(?: call)?|zoom|teams|skype|e-?mail)|over (?:zoom|the phone|video)|on (?:zoom|teams|skype|the phone)|via (?:zoom|teams|skype|video|phone)|in person|face[- ]to[- ]face|on ?site|on-site|online|remotely|in (?:the|her|his|my|our|their) (?:office|shop|studio|garden|home|clinic|practice)|at (?:the|her|his|my|our|their) (?:office|shop|studio|home|place|clinic|practice|workplace|house)|at home|as a (?:video|phone) call)"
_HALF = {"a": 1, "an": 1, "another": 1, "half an": 0.5}


def reschedule(request: Request) -> Plan | None:
    """Give a meeting or a deadline another day, time or way; None where the clause speaks of something else."""
    clause = re.sub(r"(?i)^(?:actually|in fact|now)\s+", "", request.clause.strip().rstrip(".!"))
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
    mode = re.search(rf"(?i)\b{_MODE}\b", new)
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
        changed, made = _shifted(text, shift, clause)
    elif fresh:
        changed, made = _set(text, fresh, new)
    if mode and not (fresh and mode.start() < fresh[0].start):
        changed = _with_mode(changed, mode.group())
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
        if _days(document.sections[number].blocks[block].text)
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
            moved, new = _shifted(text[start:end], shift, clause)
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
        if _days(block[first + start : first + end]) or _times(block[first + start : first + end])
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
            if score >= 0.5 and (_days(document.block(place).text) or _times(document.block(place).text))
        ]
        best = best_blocks(document, bare)
        if best and places and next(score for score, place in best if place == places[0]) < best[0][0] - 0.3:
            return None
    timed = [place for place in places if _days(document.block(place).text) or _times(document.block(place).text)]
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
        and _days(document.block(place).text)
    ]
    best = [place for score, place in found if score >= found[0][0] - 0.01]
    return best[0] if len(best) == 1 else None


def _days(text: str) -> list[Fact]:
    return [fact for fact in values(text) if fact.day_kind and fact.kind != "year"]


def _times(text: str) -> list[Fact]:
    return [fact for fact in values(text) if fact.kind == "time"]


def _amount(text: str) -> float:
    text = text.lower()
    return float(text) if text.isdigit() else _HALF.get(text, NUMBER_VALUES.get(text, 1))


def _shifted(text: str, shift: re.Match[str], clause: str) -> tuple[str, list[str]]:
    """Move the day or the time of `text`; a weekday beside the date moves along."""
    earlier = bool(re.search(r"(?i)earlier|sooner|before", shift["way"] or "")) or (
        bool(re.search(r"(?i)\bforward|\badvance|\bbring|\bahead|\bpull", clause)) and not re.search(r"(?i)\blater", clause))  # fmt: skip
    amount = _amount(shift["n"]) * (-1 if earlier else 1)
    unit = shift["unit"].lower()
    facts_there = _times(text)[:1] if unit in ("hour", "minute") else _days(text)[:2]
    made = []
    for fact in reversed(facts_there):
        if fact.kind == "time":
            moved: str | None = shifted_time(fact.text, int(amount * (60 if unit == "hour" else 1)))
        elif fact.kind == "weekday":
            moved = shifted_weekday(fact.text, int(amount) * (1 if unit == "day" else 0))
            if unit != "day" and len(facts_there) == 1:
                moved = (
                    f"{fact.text} {'one week' if abs(amount) == 1 else f'{abs(int(amount))} weeks'} {'earlier' if earlier else 'later'}"
                    if unit == "week"
                    else None
                )
        elif unit == "month":
            moved = shifted(fact.text, months=int(amount))
        else:
            moved = shifted(fact.text, days=int(amount * {"day": 1, "week": 7, "fortnight": 14}[unit]))
        if moved:
            made.append(moved)
            text = text[: fact.start] + moved + text[fact.end :]
    return text, made


def _set(text: str, fresh: list[Fact], new: str) -> tuple[str, list[str]]:
    """Put each new day or time where the text holds the old one of its kind."""
    made: list[str] = []
    days = [fact for fact in fresh if fact.day_kind]
    times = [fact for fact in fresh if fact.kind == "time"]
    numbers = [fact for fact in fresh if fact.kind == "number"]
    if numbers and not times and re.search(r"(?i)\bat\s+$", new[: numbers[0].start]):
        times = numbers[:1]
    elif numbers and not days and not times:
        if re.search(r"(?i)\b(?:\d{1,2}(?:st|nd|rd|th))$", numbers[0].text) or not _times(text):
            days = numbers[:1]
        else:
            times = numbers[:1]
    old_times = _times(text)
    if times and old_times:
        value = combine(old_times[0].text, times[0].text, "time")
        text = text[: old_times[0].start] + value + text[old_times[0].end :]
        made.append(value)
    if days:
        text, more = _set_day(text, days, new)
        made += more
    if times and not old_times:
        day = _days(text)
        at = day[-1].end if day else len(text.rstrip("."))
        text = f"{text[:at]}{',' if ',' in text else ' at'} {times[0].text}{text[at:]}"
    return text, made


def _written(days: list[Fact], new: str) -> str:
    """Return a day as the coach wrote it: "Tuesday 8 May" is two values."""
    return new[days[0].start : days[-1].end] if len(days) > 1 else days[0].text


def _set_day(text: str, days: list[Fact], new: str) -> tuple[str, list[str]]:
    old = _days(text)
    vague = re.search(
        r"(?i)\b(?:in (?:a|one|two|three|four|\d+) (?:days?|weeks?|months?)|to be (?:agreed|confirmed|fixed|decided|set)|tb[adc]|not (?:yet )?(?:set|fixed|agreed)|open)\b",
        text,
    )
    if not old and vague:
        put = _written(days, new)
        return text[: vague.start()] + put + text[vague.end() :], [put]
    if not old:
        said = re.search(r"(?i)\b(on|by|until|before|in)\s+(?:the\s+)?$", new[: days[0].start])
        bare = text.rstrip(" .")
        return f"{bare} {said[1] if said else 'by'} {days[0].text}{text[len(bare) :]}", [days[0].text]
    written = _written(days, new)
    dated = next((fact for fact in old if fact.kind in ("date", "day")), old[0])
    weekday = next((fact for fact in old if fact.kind == "weekday"), None)
    beside = weekday is not None and weekday is not dated and abs(weekday.start - dated.start) < 16
    first = days[0]
    bare_day = next((fact for fact in days if fact.kind == "day"), None)
    new_weekday = next((fact for fact in days if fact.kind == "weekday"), None)
    if beside and weekday is not None and bare_day is not None and new_weekday is not None:
        moved = combine(dated.text, bare_day.text, dated.kind)
        for fact, value in sorted(((dated, moved), (weekday, new_weekday.text)), key=lambda pair: -pair[0].start):
            text = text[: fact.start] + value + text[fact.end :]
        return text, [moved, new_weekday.text]
    if beside and weekday is not None and len(days) > 1:
        start, end = min(weekday.start, dated.start), max(weekday.end, dated.end)
        return text[:start] + written + text[end:], [written]
    if beside and weekday is not None and first.kind == "weekday":
        gap = (_weekday(first.text) - _weekday(weekday.text)) % 7
        gap = gap - 7 if gap > 3 and re.search(r"(?i)earlier|forward", new) else gap
        moved = shifted(dated.text, days=gap) or dated.text
        for fact, value in sorted(
            ((dated, moved), (weekday, first.text[:1].upper() + first.text[1:])), key=lambda pair: -pair[0].start
        ):
            text = text[: fact.start] + value + text[fact.end :]
        return text, [moved, first.text]
    value = combine(dated.text, written, dated.kind)
    lead = re.search(r"(?i)\b(?:the|on|in)\s+$", text[: dated.start]) if first.kind != dated.kind else None
    text_after = text[: dated.start] + value + text[dated.end :]
    if lead and dated.kind == "relative" and first.kind == "date" and lead.group().lower().startswith("in"):
        text_after = text[: lead.start()] + "on " + value + text[dated.end :]
    if beside and weekday is not None:
        gap_days = days_between(dated.text, value)
        there = text_after.find(weekday.text)
        if gap_days is not None:
            put = shifted_weekday(weekday.text, gap_days)
            return text_after[:there] + put + text_after[there + len(weekday.text) :], [value, put]
        return cut(
            text_after, there, there + len(weekday.text) + (text_after[there + len(weekday.text) :].startswith(","))
        ), [value]
    return text_after, [value]


def _weekday(text: str) -> int:
    return next((number for number, name in enumerate(WEEKDAYS) if name.startswith(text.lower()[:3])), 0)


def _with_mode(text: str, mode: str) -> str:
    """Put the way of meeting where the old one stands, or at the end."""
    old = re.search(rf"(?i)\b{_MODE}\b", text)
    if old:
        put = mode[:1].upper() + mode[1:] if old.group()[:1].isupper() else mode
        return text[: old.start()] + put + text[old.end() :]
    bare = text.rstrip(" .")
    return f"{bare}, {mode}{text[len(bare) :]}"


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
