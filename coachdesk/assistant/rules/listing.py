"""This file gives a section another form: numbers, bullets, checkboxes, one paragraph; merges, splits and ticks items."""

from __future__ import annotations

import re

from coachdesk.assistant.clauses import parts
from coachdesk.assistant.document import Document, Section
from coachdesk.assistant.edits import Edit, Plan, RemoveBlock, SetBody, SetPrefix, SetText
from coachdesk.assistant.lexicon import NUMBER_VALUES
from coachdesk.assistant.request import Request
from coachdesk.assistant.rules.gaps import renumbered
from coachdesk.assistant.statements import sentence_spans
from coachdesk.assistant.targets import ITEM_WORDS, by_content, by_position, find_sections, section_items

Place = tuple[int, int]
_PARAGRAPH = (
    "(?:(?:one|a|an|the|single|short|coherent|flowing|continuous|running|normal|plain|full|proper|"
    r"simple|connected|small|two)\s+)*(?:paragraphs?|prose|running text|flowing text|continuous text|"
    "plain text|text block|full sentences|text|sentence|block of text)"
)
_NUMBERED = (
    r"(?:(?:a|an|the|one)\s+)?(?:(?:numbered|ordered|enumerated)(?: (?:list|items|bullets|points|"
    r"lists|steps))?|numbers|numbering|numerals|1,? ?2,? ?3(?: etc\.?)?|enumeration)"
)
_BULLETS = (
    "(?:(?:a|an|the|one|short|simple|separate|individual|single|normal|plain|unordered|"
    rf"bulleted|{'|'.join(NUMBER_VALUES)}|\d+|several|some|more)\s+)*(?:bullets?(?: ?points?| lists?)?|"
    "bulleted(?: list| form)?|list(?: of (?:points|bullets|items))?|lists|points|dashes|"
    "separate (?:lines|items|sentences)|items)"
)
_BOXES = (
    r"(?:(?:a|an|the|my|tickable|real|proper)\s+)*(?:check ?box(?:es)?|check ?lists?|tick ?box(?:es)?|"
    "tick ?lists?|to-?do(?:s| list| items)?|task list|tasks|boxes to tick|boxes)(?: (?:items|list|"
    "format))?"
)
_KINDS = (("numbers", _NUMBERED), ("boxes", _BOXES), ("paragraph", _PARAGRAPH), ("bullets", _BULLETS))
_DONE = {"numbers": "numbered", "bullets": "bulleted", "boxes": "tickable", "paragraph": "merged"}
_VERB = (
    "(?:turn|convert|make|change|transform|put|rewrite|reformat|format|write|show|present|merge|"
    "combine|join|fuse|list|break|split|render|display|condense|collapse|give|bring|rephrase|"
    "separate|divide|have|set|switch|restructure|arrange)"
)
_NOT_SO = re.compile(
    r"(?i)[,;(–-]+\s*(?:and |but |so |with )?(?:no|not|without|instead of|rather than) (?:any |more |"
    "as |the |a |these )*"
    "(?:bullets?(?: ?points?)?|numbers|numbering|lists?|dashes|check ?boxes|tick ?boxes|paragraphs?|"
    r"prose|text)(?: any ?more| please)?\)?$"
)
_SUBJECT = r"(?:she|he|they|it|we|there|the|her|his|their|[A-Z]\w+)"
_UNDO = re.compile(
    "(?i)^(?:remove|delete|drop|no|without|strip|take out|get rid of|undo|lose|stop using|don't use|"
    r"do not use)\s+(?:the |all |any |these )?(?:(?P<numbers>numbering|list numbers|"
    r"(?:bullet )?numbers(?=\s+(?:of|from|before|in front|on)\b))|(?P<boxes>check ?box(?:es)?|"
    "tick ?boxes|tasks? boxes)|(?P<bullets>bullets|bullet points|bullet marks|list marks|dashes|"
    r"list formatting|bullet formatting))\b\s*(?:(?:of|from|in|before|in front of|on|"
    r"for)\s+(?P<scope>.+))?$"
)
_TICK = re.compile(
    r"(?i)^(?:(?:mark|set|tick|check|flag|cross)(?: off)?\s+(?P<what>.+?)\s*(?:as\s+(?P<state>done|"
    "completed?|finished|open|undone|not done|unfinished|ticked|checked)|off)?|(?P<un>untick|uncheck|"
    r"reopen)\s+(?P<what2>.+))$"
)


def change_form(request: Request) -> Plan | None:
    """Give the sections that a clause names another form, or merge, split or tick single items; None if it asks for none."""
    clause = request.clause.strip().rstrip(".!")
    return (
        _ticked(request, clause)
        or _merged_items(request, clause)
        or _split_item(request, clause)
        or _formed(request, clause)
    )


def _formed(request: Request, clause: str) -> Plan | None:
    wish = _wish(clause)
    if wish is None:
        return None
    kind, scope_words = wish
    sections = _scope(request, scope_words, kind)
    if not sections:
        return None
    edits: list[Edit] = []
    changed: list[str] = []
    for index in sections:
        section = request.document.sections[index]
        if not section.prose:
            continue
        made = _form(index, section, kind)
        edits += made
        if made:
            changed.append(section.name or "the text")
    if not changed:
        taken = re.match(r"(?i)(?:remove|delete|drop|strip|take|get rid|no|without)\b", clause)
        return None if taken or kind == "paragraph" else Plan("It has that form already, so I left it as it was.")
    said = {
        "numbers": "numbered",
        "boxes": "gave checkboxes to",
        "paragraph": "merged into one paragraph:",
        "bullets": "put into bullets:",
    }[kind]
    made_numbers = tuple(str(number) for number in range(1, 60)) if kind == "numbers" else ()
    return Plan(f"I {said} {' and '.join(changed)}.", tuple(edits), made=made_numbers, focus=changed[0])


def _wish(clause: str) -> tuple[str, str] | None:
    """Return (form, words that name what is to take it): "turn the insights into one paragraph" is ("paragraph", "the insights")."""
    clause = _NOT_SO.sub("", clause)
    undo = _UNDO.match(clause)
    if undo:
        return ("paragraph" if undo["bullets"] else "bullets"), undo["scope"] or (
            "everything" if undo["bullets"] else ""
        )
    number = re.match(
        r"(?i)^(?:number|enumerate|renumber)\s+(?P<scope>.+?)(?: (?:from )?(?:1|one)(?: (?:to|onwards?|"
        "up).*)?| consecutively| in order)?$",
        clause,
    )
    if number:
        return "numbers", number["scope"]
    bullet = re.match(
        r"(?i)^(?:bullet(?:i[sz]e|-?point)?|itemi[sz]e|list)\s+(?P<scope>(?:the |my |her |his |all )?[\w ]+)$", clause
    )
    if bullet:
        return "bullets", bullet["scope"]
    for kind, form in _KINDS:
        patterns = (
            (
                rf"{_VERB}\s+(?P<scope>.+?)\s+(?:up |down )?(?:into|in|to|as|with|using|a|"
                rf"onto)\s+{form}(?:\s+(?:instead|each|please|format|form|style|as well|instead of .+|"
                "rather than .+|only|with .+))*"
            ),
            rf"make\s+(?P<scope>(?:the |all |my |her |his |their )?[\w' -]+?)\s+{form}",
            (
                "(?:use|add|put|apply|insert|i'?d? ?(?:want|like|prefer)|with|have|give me|"
                rf"need)\s+{form}\s*(?:(?:for|in|to|on|before|under|in front of|next to|"
                r"within)\s+(?P<scope>.+?))?(?:\s+(?:instead(?: of .+)?|rather than .+|not .+))?"
            ),
            rf"{form}\s+(?:for|in|under)\s+(?P<scope>.+?)(?:\s+instead(?: of .+)?)?",
            (
                r"(?P<scope>.+?)\s+(?:should|must|could|needs? to|ought to|has to|have to)\s+(?:be|become|have|"
                rf"use|read as)\s+(?:in |as |put into |turned into |written as |listed as )?{form}(?:\s+instead.*)?"
            ),
            rf"(?P<scope>.+?)\s+(?:to be|be|should be|must be)\s+(?:in |as )?{_DONE[kind]}",
            rf"(?P<scope>.+?)\s+(?:as|in)\s+{form}(?:\s+instead.*)?",
            f"{form},? (?:instead of|rather than|not|in place of|and no|no) (?:the |a |these |"
            "those )?(?:bullets?(?: ?points?)?|numbers|dashes|(?:bullet |numbered |check ?)?lists?|"
            rf"{_BOXES}|prose|paragraphs?|text)(?:\s+(?:for|in|under)\s+(?P<scope>.+))?",
        )
        for pattern in patterns:
            found = re.fullmatch(rf"(?i){pattern}", clause)
            if found and not re.match(
                r"(?i)(?:summari[sz]e|shorten|reduce|cut|limit|sum up|boil|trim|squeeze)\b", clause
            ):
                scope = re.sub(
                    "(?i)^(?:all (?:of )?)?the (?:bullets|bullet points|points|items|sentences|paragraphs?|list|text|"
                    r"content|contents) (?:in|of|under|from)\s+",
                    "",
                    found["scope"] or "",
                )
                return kind, scope
    merged = re.fullmatch(r"(?i)(?:merge|combine|join|fuse)\s+(?P<scope>.+?)(?:\s+(?:together|into one))?", clause)
    if merged and not re.search(
        r"(?i)\b(?:bullets?|points?|insight|commitment|first|last|second|sections?|with|about)\b", clause
    ):
        return "paragraph", merged["scope"]
    return None


def _scope(request: Request, words: str, kind: str) -> list[int]:
    """Return the sections meant: those named, that spoken of before, or all that have such a form to change."""
    document = request.document
    bare = (
        re.sub(r"(?i)\s*\b(?:section|list|bullets|bullet points|points|items|text|paragraph)$", "", words.strip())
        or words
    )
    bare = re.sub(r"(?i)^(?:each|every) (?:of |item (?:in|of|under) |point (?:in|of|under) )?", "", bare)
    if re.fullmatch(r"(?i)(?:it|them|these|those|that|this|the|these ones)?", bare.strip()) and request.focus:
        return find_sections(request, request.focus)
    found = find_sections(request, bare) if bare.strip() else []
    if found:
        return [
            number
            for index in found
            for number in (document.subtree(index) if not document.sections[index].prose else [index])
        ]
    taken = _taken(request.clause, words, kind)
    if taken:
        return [
            number
            for number, section in enumerate(document.sections)
            if any(re.search(taken, section.blocks[item].prefix) for item in section.top_items)
        ]
    everything = re.fullmatch(
        "(?i)(?:it|this|everything|all(?: of it| sections| lists| items)?|the (?:whole )?(?:summary|text|"
        "thing|document)|(?:all )?(?:the )?(?:bullets|lists?|bullet points|points|items|paragraphs?|text|"
        "sections|sentences)|every section|each section|every list|them(?: all)?|)",
        words.strip(),
    )
    if not everything:
        return []
    listed = [index for index in range(len(document.sections)) if document.sections[index].items]
    prose = [index for index in range(len(document.sections)) if document.sections[index].prose and index not in listed]
    if kind == "bullets" and (re.search(r"(?i)paragraph|text|summary|sentences|section|it\b", words) or not listed):
        return prose + [
            index
            for index in listed
            if any(
                re.search(r"\d|\[", document.sections[index].blocks[item].prefix)
                for item in document.sections[index].top_items
            )
        ]
    return listed or (prose if kind != "paragraph" else [])


def _taken(clause: str, words: str, kind: str) -> str:
    """Return the mark that is to go, as a pattern: "numbers instead of the check boxes" means the lists with boxes."""
    if kind not in ("bullets", "numbers"):
        return ""
    replaced = re.search(
        r"(?i)\b(?:instead of|rather than|in place of|not|no|without|remove|drop|delete|strip)\b(?P<what>.+)$", clause
    )
    for text in (words, replaced["what"] if replaced else "", clause if kind == "bullets" else ""):
        if re.search(r"(?i)\b(?:check|tick) ?(?:box|list)", text):
            return r"\["
        if kind == "bullets" and re.search(r"(?i)\bnumber", text):
            return r"\d"
    return ""


def _form(index: int, section: Section, kind: str) -> list[Edit]:
    if kind == "paragraph":
        if not section.items:
            return []
        return [SetBody(index, _joined(section))]
    if not section.items:
        pieces = [piece for place in section.prose for piece in _pieces(section.blocks[place].text)]
        lines = [f"{_mark(kind, number, '')}{piece}" for number, piece in enumerate(pieces)]
        return [SetBody(index, "\n".join(lines))]
    edits: list[Edit] = []
    for number, item in enumerate(section.top_items):
        prefix = _mark(kind, number, section.blocks[item].prefix)
        if prefix != section.blocks[item].prefix:
            edits.append(SetPrefix(index, item, prefix))
    return edits


def _mark(kind: str, number: int, old: str) -> str:
    indent = old[: len(old) - len(old.lstrip())]
    box = re.search(r"\[[ xX]\]", old)
    bullet = next((mark for mark in "-*+•" if old.lstrip().startswith(mark)), "-")
    if kind == "numbers":
        return f"{indent}{number + 1}. "
    return f"{indent}{bullet} {box[0] if box else '[ ]'} " if kind == "boxes" else f"{indent}{bullet} "


def _joined(section: Section) -> str:
    """Return all statements of a section as one paragraph, each with a mark at its end."""
    sentences = []
    for place in section.prose:
        text = " ".join(section.blocks[place].text.split())
        sentences.append(text if text.endswith((".", "!", "?", "…", ":", "。")) else text.rstrip(",;") + ".")
    return " ".join(text[:1].upper() + text[1:] for text in sentences)


def _pieces(text: str, wanted: int = 0) -> list[str]:
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


def _ticked(request: Request, clause: str) -> Plan | None:
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
    edits = []
    for section, block in places or []:
        old = request.document.sections[section].blocks[block]
        if old.kind == "item":
            edits.append(
                SetPrefix(section, block, re.sub(r"\[[ xX]\] ?|$", f"[{'x' if done else ' '}] ", old.prefix, count=1))
            )
    if not edits:
        return None
    told = request.document.block((edits[0].section, edits[0].block)).text
    return Plan(f"I marked “{told}” as {'done' if done else 'open'}.", tuple(edits))


def _merged_items(request: Request, clause: str) -> Plan | None:
    found = re.match(
        r"(?i)^(?:merge|combine|join|fuse|put)\s+(?P<what>.+?)(?:\s+(?:together|into\s+(?:a |one |"
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
    places = sorted(set(places))
    document = request.document
    if (
        len(places) < 2
        or len({section for section, _ in places}) > 1
        or any(document.block(place).kind != "item" for place in places)
    ):
        return None
    number = places[0][0]
    texts = [document.block(place).text.strip() for place in places]
    joined = " ".join(text if text.endswith((".", "!", "?")) or text == texts[-1] else text + "." for text in texts)
    gone = {block for _, block in places[1:]}
    edits: list[Edit] = [SetText(*places[0], joined), *(RemoveBlock(number, block) for block in sorted(gone))]
    marks = renumbered(number, document.sections[number], gone)
    return Plan(f"I merged {len(places)} items into one: “{joined}”", (*edits, *marks), made=_prefixes(marks))


def _prefixes(edits: list[Edit]) -> tuple[str, ...]:
    return tuple(edit.prefix for edit in edits if isinstance(edit, SetPrefix))


def _split_item(request: Request, clause: str) -> Plan | None:
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
    pieces = _pieces(document.block((number, block)).text, count)
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
