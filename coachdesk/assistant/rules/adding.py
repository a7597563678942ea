"""This file adds statements, list items and sections where the coach wants them, in the style of what stands there."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re

from coachdesk.assistant.document import Document, Section
from coachdesk.assistant.edits import AddSection, Edit, InsertBlock, Plan, SetPrefix, SetText
from coachdesk.assistant.lexicon import ORDINALS
from coachdesk.assistant.request import Request
from coachdesk.assistant.rules.sections_added import add_section, cleaned, pieces_of, styled
from coachdesk.assistant.rules.table_rows import add_row, row_in_section
from coachdesk.assistant.rules.wishes import Wish, items_word, position, read_wish
from coachdesk.assistant.targets import by_content, by_position, find_section
from coachdesk.assistant.verbs import EDIT_VERBS

_VERB = re.compile(
    "(?i)^(?:add|insert|append|include|put in|note(?: down)?|mention|write(?: down| in)?|record|"
    "create|introduce|list|capture|jot down|"
    r"log|give (?:me|it|the summary))\b\s*(?:also |in there |there |in )?(?=\S)"
)
_FRESH = re.compile(
    "(?i)^(?:a |an |one |and |also )*(?:new|another|additional|extra|further|(?:one|two) more|"
    r"missing)\s+(?P<what>[\w -]+?)\s*(?::|\s[-–]\s|\bis\b|\bwas\b)\s*(?P<text>.+)$"
)
_MISSING = re.compile(
    r"(?i)^(?:(?:it|this|the summary|the (?P<in>[\w -]+?)) (?:should|must|needs to|"
    "ought to) also (?:say|mention|include|contain|list|have)(?: that)?|"
    "you (?:forgot|missed|left out)(?: to (?:mention|say|add|include|note))?(?: that)?|(?:we|she|he|"
    "they|i) (?:also )?forgot to (?:mention|add|say)(?: that)?|"
    r"(?:what is|what's|there is|there's) missing(?: is)?(?: that)?:?|missing:)\s+(?P<text>.+)$"
)
_PROMISE = re.compile(
    r"(?i)^(?P<who>she|he|they|we|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)(?:['’]d| would)? (?:(?:has|have|had|'s|"
    "'ve) )?(?:also|in addition|additionally) (?:(?:has|have) )?"
    "(?:committed (?:herself |himself )?to|agreed (?:to|that)|promised (?:to|that)|will|undertook to|like to|love to|"
    r"wants to|plans to|decided to|intends to)\s+(?P<text>.+)$"
)
_PROMISED = re.compile(
    r"(?i)^(?P<who>she|he|they|[A-Z][\w'’-]+) (?:has |have )?(?:committed (?:herself |himself )?to|agreed to|promised to|undertook to|vowed to)\s+(?P<text>.+)$"
)
_ALSO = re.compile(
    r"(?i)^(?P<text>(?:she|he|they|we|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?) (?:also|additionally) (?:\w+) .+)$"
)


_NEW_SECTION = re.compile(
    "(?i)^(?:a |an |one )?(?:new|additional|extra|further) (?=(?:section|heading|" r"chapter)\b(?! (?:for|of)\b))"
)
_DUE = re.compile(
    r"(?i)\b(?:by|until|before|no later than) (?:the )?(?:\d|next|tomorrow|end of|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|feb|mar|apr|may|june|july|aug|sept|oct|nov|dec)\w* \d)[^,;]*$"
)
_UNDERTAKES = re.compile(
    r"(?i)\S+'ll\b|(?:\S+ ){1,3}?(?:will|(?:has |have )?(?:also )?(?:promised|agreed|committed|undertook|decided|vowed|offered|resolved)|wants to|is going to|plans to|intends to|has to|must)\b"
)
_UNDER = re.compile(r"(?i)^(?:under|in|to|for) (?:the )?(?P<section>[\w '&-]{3,40}?)\s*:\s*" r"(?P<text>\S+ \S+ .+)$")
_VERB_FIRST = re.compile(rf"(?i)(?:please )?(?:{EDIT_VERBS}|only|no|just|all|not)\b")
_SAID_LAST = re.compile(
    r"(?i)(?:\s*[,;:(–—-]+\s*(?:(?:it|that|this)(?:'s| is| counts as| goes (?:in|to|under))|as|"
    r"which is|under|in)?|\s+as)\s*"
    "(?:a |an |another |the |one more |one of (?:the|her|his) )(?:new |further |second |third |fourth |fifth |sixth |last )?(?P<kind>commitments?|"
    "insights?|action items?|tasks?|observations?|"
    r"goals?|to-?dos?|next steps?|agreements?|takeaways?)\)?[.!]?$"
)


def add_outright(request: Request) -> Plan | None:
    """Add where the clause begins with "add …" or "new …:", whatever its content says; asked before any correction."""
    return add(request) if re.match(r"(?i)(?:add|insert|append|new|another)\b", request.clause) else None


def add(request: Request) -> Plan | None:
    """Add what the clause says to the section that it names, or to the one that such statements stand in."""
    row = add_row(request)
    if row is not None:
        return row
    clause = _NEW_SECTION.sub("add a new ", request.clause.strip(), count=1)
    if clause.endswith("?"):
        return None
    clause, kind = _kind_said_last(request, clause)
    verb = _VERB.match(clause)
    if verb is not None:
        rest = clause[verb.end() :].strip()
        plan = add_section(request, rest)
        if plan is not None:
            return plan
        wish = Wish(rest, kind) if kind else read_wish(request, rest)
        if wish is None and verb.group().lower().split()[0] in (
            "add",
            "insert",
            "append",
            "include",
            "note",
            "mention",
            "record",
            "capture",
            "log",
            "jot",
        ):
            wish = Wish(rest)
        return _added(request, wish) if wish is not None else None
    wish = _other_forms(request, clause)
    return _added(request, wish) if wish is not None else None


def _kind_said_last(request: Request, clause: str) -> tuple[str, str]:
    """Return ("add that …", "commitment") for "add that … - it's a commitment"."""
    found = _SAID_LAST.search(clause)
    if found is None or find_section(request.document, found["kind"]) is None:
        return clause, ""
    return clause[: found.start()], found["kind"]


def _other_forms(request: Request, clause: str) -> Wish | None:
    """Read "new commitment: …", "put … under insights", "she also committed to …", "commitments: add …"."""
    fresh = _FRESH.match(clause)
    if fresh and (find_section(request.document, fresh["what"]) is not None or items_word(fresh["what"])):
        return Wish(fresh["text"], fresh["what"])
    put = re.match(r"(?i)^(?:put|place|write|have)\s+(?P<rest>.+)$", clause)
    if put and re.search(r"[\"“:]|(?<!\w)'|\bthat\b", put["rest"]):
        wish = read_wish(request, put["rest"])
        if wish is not None and by_content(request, wish.text, 0.8) == []:
            return wish
    inside = re.match(
        r"(?i)^(?:(?:in|under|to|for)\s+(?:the\s+)?)?(?P<section>[\w '&-]{3,40}?)\s*(?:,|:|"
        r"\s-)\s*(?:also )?(?:please )?(?:add|insert|append|include|note|"
        r"mention)\b\s*:?\s*(?:that )?(?P<text>.+)$",
        clause,
    )
    if inside and find_section(request.document, inside["section"]) is not None:
        return Wish(inside["text"], inside["section"])
    under = _UNDER.match(clause)
    if under and find_section(request.document, under["section"]) is not None and not _VERB_FIRST.match(under["text"]):
        return Wish(under["text"], under["section"])
    missing = _MISSING.match(clause)
    if missing:
        return read_wish(request, missing["text"]) or Wish(missing["text"], missing["in"] or "")
    also_said = re.match(r"(?i)(?:oh,? |and |plus |so )*also\b", request.original.strip())
    promise = _PROMISE.match(clause) or (_PROMISED.match(clause) if also_said else None)
    if promise and find_section(request.document, "commitments") is not None:
        return Wish(promise["text"], "commitments")
    also = _ALSO.match(clause)
    if also:
        text = re.sub(r"(?i)^(\S+(?: \S+)?) (?:also|additionally) ", r"\1 ", also["text"], count=1)
        return Wish(text, "insights")
    return None


def _added(request: Request, wish: Wish) -> Plan | None:
    document = request.document
    section = find_section(document, wish.section) if wish.section else None
    commitments = find_section(document, "commitments")
    beside = re.search(r"(?i)\b(?:before|after|above|below)\s+(?P<what>.+)$", wish.place)
    if section is None and beside and not wish.section:
        near = by_position(request, beside["what"]) or by_content(request, beside["what"])
        section = near[0][0] if near else None
    name = wish.section
    if section is None and not name and not (beside and section is not None):
        section = find_section(document, request.focus) if request.focus else None
        if section is None:
            section = (
                commitments
                if _imperative(wish.text)
                or _UNDERTAKES.match(wish.text.removeprefix("that "))
                or _DUE.search(wish.text)
                else find_section(document, "insights")
            )
    texts = [
        cleaned(text, (section is not None and section == commitments) or _action(name))
        for text in pieces_of(wish.text.strip(), wish.several)
    ]
    texts = [text for text in texts if text]
    if not texts:
        return None
    texts = [_owned(document, section, text, request.clause) for text in texts]
    if section is None:
        if name or _imperative(wish.text):
            kind = "Insights" if re.match(r"(?i)insight", name) else "Commitments"
            body = "".join(f"- {styled(Section('', '', 0, ()), text)}\n" for text in texts)
            return Plan(
                f"I added a section “{kind}” with “{texts[0]}”.",
                (AddSection(len(document.sections), kind, body),),
                made=tuple(texts),
                focus=kind,
            )
        if not document.sections:
            return Plan(
                f"I added “{texts[0]}”.",
                (AddSection(0, "Commitments" if _imperative(texts[0]) else "Insights", f"- {texts[0]}\n"),),
                made=tuple(texts),
            )
        section = next(
            (index for index in reversed(range(len(document.sections))) if document.sections[index].prose),
            len(document.sections) - 1,
        )
    row = row_in_section(request, section, texts[0]) if len(texts) == 1 else None
    if row is not None:
        return row
    edits, shown = _insertions(request, section, texts, wish.place)
    where = document.sections[section].name
    told = " and ".join(f"“{text}”" for text in shown)
    return Plan(
        f"I added {told}" + (f" to {where}." if where else "."),
        tuple(edits),
        made=(request.clause, *shown, *_numbers(edits)),
        focus=where,
    )


def _owned(document: Document, section: int | None, text: str, clause: str) -> str:
    """Return a task with its owner before it, "Devon: book …", where the tasks of a section are written so."""
    said = re.search(r"\bfor (?P<who>[A-Z][\w'’-]+)\b", clause.split(":", maxsplit=1)[0])
    labels = (
        [document.sections[section].blocks[index].text for index in document.sections[section].top_items]
        if section is not None
        else []
    )
    labelled = [label for label in labels if re.match(r"\W*[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?: ", label)]
    if not labelled or len(labelled) * 2 < len(labels):
        return text
    own = re.match(r"(?P<who>[A-Z][\w'’-]+) (?:will |should |has to |is to )(?P<do>[a-z].+)$", text)
    who = said["who"] if said else own["who"] if own else ""
    if not who or text.startswith(f"{who}:"):
        return text
    task = own["do"] if own and not said else text
    small = labelled[0].split(": ", 1)[1][:1].islower()
    return f"{who}: {task[:1].lower() + task[1:] if small else task[:1].upper() + task[1:]}"


def _numbers(edits: list[Edit]) -> list[str]:
    """Return the numbers of list items that the edits write, which nobody said."""
    texts = [
        edit.raw if isinstance(edit, InsertBlock) else edit.prefix
        for edit in edits
        if isinstance(edit, InsertBlock | SetPrefix)
    ]
    return [found[1] for text in texts if (found := re.match(r"\s*(\d+)[.)]", text))]


def _action(name: str) -> bool:
    return bool(re.match(r"(?i)(?:commitment|action|task|to-?do|next step|homework|agreement|promise)", name))


def _imperative(text: str) -> bool:
    word = re.match(r"(?i)(?:to )?([a-z]+)", text)
    return bool(word) and bool(
        re.match(
            f"(?i)(?:to )?(?:{EDIT_VERBS}|ask|talk|speak|read|meet|book|practi[sc]e|prepare|call|go|try|start|"
            r"stop|plan|schedule|discuss|buy|sign|contact|visit|research)\b(?!s)",
            text,
        )
    )


def _insertions(request: Request, section: int, texts: list[str], place: str) -> tuple[list[Edit], list[str]]:
    document = request.document
    own = document.sections[section]
    if not own.items:
        deeper = [index for index in document.subtree(section) if document.sections[index].items]
        if deeper and not own.prose:
            section, own = deeper[-1], document.sections[deeper[-1]]
    texts = [styled(own, text) for text in texts]
    bullet = bool(re.search(r"(?i)\b(?:bullet|point|item|entry)", place))
    if own.prose and not own.items and not bullet:
        last = own.prose[-1]
        first = own.blocks[last].text
        front = position(place) == "first"
        joined = " ".join(texts)
        text = (
            f"{joined} {first}"
            if front
            else (first.rstrip() if first.rstrip().endswith((".", "!", "?")) else first.rstrip() + ".") + " " + joined
        )
        return [SetText(section, last, text)], texts
    before = _slot(request, section, place)
    return _as_items(document, section, texts, before), texts


def _slot(request: Request, section: int, place: str) -> int:
    """Return the index among the top items at which new ones go in."""
    items = request.document.sections[section].top_items
    beside = re.search(r"(?i)\b(?P<side>before|after|above|below|following)\s+(?P<what>.+)$", place)
    if beside:
        found = by_position(request, beside["what"]) or by_content(request, beside["what"], 0.5, [section])
        if found and found[0][0] == section and found[0][1] in items:
            return items.index(found[0][1]) + (beside["side"].lower() not in ("before", "above"))
    said = position(place)
    if said == "last" or said is None:
        return len(items)
    at = ORDINALS.get(said, len(items))
    return len(items) if at < 0 else min(at, len(items))


def _as_items(document: Document, section: int, texts: list[str], before: int) -> list[Edit]:
    own = document.sections[section]
    items = own.top_items
    model = own.blocks[items[min(before, len(items) - 1)]].prefix if items else _usual_prefix(document)
    loose = len(items) > 1 and any(own.blocks[index].kind == "gap" for index in range(items[0], items[-1]))
    at = items[before] if before < len(items) else _end_of_item(own, items[-1]) if items else len(own.blocks)
    prefix = re.sub(r"\[[xX]\]", "[ ]", model)
    number = re.match(r"(\s*)(\d+)([.)])(\s.*)$", prefix, re.DOTALL)
    edits: list[Edit] = []
    for offset, text in enumerate(texts):
        mark = f"{number[1]}{_number_of(own, items, before) + offset}{number[3]}{number[4]}" if number else prefix
        gap = "\n" if loose or (not items and own.prose) else ""
        edits.append(
            InsertBlock(
                section,
                at,
                f"{gap}{mark}{text}\n" if at == len(own.blocks) or before >= len(items) else f"{mark}{text}\n{gap}",
            )
        )
    if number:
        for index in items[before:]:
            old = own.blocks[index].prefix
            shifted = re.sub(r"\d+", lambda m: str(int(m[0]) + len(texts)), old, count=1)
            edits.append(SetPrefix(section, index, shifted))
    return edits


def _number_of(section: Section, items: list[int], before: int) -> int:
    if before < len(items):
        found = re.search(r"\d+", section.blocks[items[before]].prefix)
        return int(found[0]) if found else before + 1
    found = re.search(r"\d+", section.blocks[items[-1]].prefix)
    return int(found[0]) + 1 if found else before + 1


def _end_of_item(section: Section, index: int) -> int:
    """Return the index after an item and what is nested below it."""
    end = index + 1
    while (
        end < len(section.blocks)
        and section.blocks[end].kind == "item"
        and section.blocks[end].indent > section.blocks[index].indent + 1
    ):
        end += 1
    return end


def _usual_prefix(document: Document) -> str:
    prefixes = [section.blocks[index].prefix for section in document.sections for index in section.top_items]
    plain = [prefix for prefix in prefixes if not re.search(r"\d", prefix)]
    return re.sub(r"\[[xX ]\]\s+", "", plain[0]) if plain else "- "
