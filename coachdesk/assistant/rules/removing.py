"""This file removes what the coach names: sections, list items, figures of a kind, mentions, topics; or keeps only that."""

from __future__ import annotations

import re
from collections.abc import Callable

from coachdesk.assistant.clauses import cut
from coachdesk.assistant.document import Document
from coachdesk.assistant.edits import Edit, Plan, RemoveBlock, RemoveSection, SetPrefix
from coachdesk.assistant.lexicon import ORDINALS, content_stems
from coachdesk.assistant.request import Request, unquoted
from coachdesk.assistant.rules.gaps import block_edits, text_edits
from coachdesk.assistant.rules.replacing import literal
from coachdesk.assistant.rules.words_out import person_named, without_figures, without_name, without_topic
from coachdesk.assistant.statements import Matcher, Statement, sentence_spans, statements
from coachdesk.assistant.targets import ITEM_WORDS, by_position, find_section, find_sections, section_items, split_scope

Place = tuple[int, int]
_VERB = r"(?:remove|delete|drop|cut(?: out)?|erase|strip(?: out)?|omit|take (?:out|away|off)|leave (?:out|off|away)|cross out|strike(?: out)?|get rid of|lose|scrap|discard|exclude|eliminate|ditch|skip|kill|clear|throw out|filter out|do away with)"
_FORMS = (
    re.compile(rf"(?i)^{_VERB}\s+(?P<what>.+)$"),
    re.compile(r"(?i)^(?:take|leave|strip|cut|cross|strike|throw)\s+(?P<what>.+?)\s+(?:out|away|off)(?: of (?:it|the summary|there))?$"),
    re.compile(r"(?i)^(?:there should be |i want |use |show |have |we need )?no (?:more )?(?P<what>(?!longer)[\w %€£$'-]+)$"),
    re.compile(r"(?i)^(?:make it |the summary |write it |give it )?without (?P<what>.+)$"),
    re.compile(r"(?i)^(?:don't|do not|never|please don't|should not|shouldn't) (?:mention|include|show|list|name|keep|have|use|write about) (?P<what>.+)$"),
    re.compile(r"(?i)^(?:i|we) (?:don't|do not|no longer) (?:want|need|like) (?P<what>(?!you|to ).+?)(?: (?:in (?:there|it|here)|there|any ?more|any longer|to be (?:mentioned|included)))*$"),
    re.compile(r"(?i)^(?P<what>.+?)\s+(?:should|must|can|has to|have to|needs? to|ought to|could)\s+(?:please |now )?(?:go(?: away)?|be (?:removed|deleted|dropped|cut|left out|taken out|omitted|erased|gone)|disappear|come out)$"),
    re.compile(r"(?i)^(?P<what>.+?)\s+(?:(?:is|are)(?: not|n't)|no longer|doesn't|does not|don't|do not|shouldn't|should not|must not|mustn't|isn't|aren't)\s+(?:needed|necessary|relevant|important|required|belong(?: (?:here|there|in (?:it|here|there|the summary)))?|be (?:in (?:there|it|here|the summary)|there|here|mentioned|included)|appear(?: (?:in (?:it|the summary|there|here)))?|needs? to be (?:there|here|in there|mentioned))(?: any ?more| any longer)?$"),
    re.compile(r"(?i)^(?P<what>.+?)\s+(?:is|are) (?:irrelevant|unnecessary|superfluous|no longer (?:needed|relevant|true|necessary|important)|not needed)$"),
)  # fmt: skip
_KEEP_ALL_BUT = re.compile(
    r"(?i)^keep (?:everything|all(?: sections)?)(?: else)? (?:except|but|apart from|other than|besides|save)(?: for)? (?P<what>.+)$"
)
_KEEP = (
    re.compile(r"(?i)^(?:keep|retain|preserve|leave|show|give me|i (?:only )?(?:want|need)|we (?:only )?(?:want|need)|have)\s+(?:me )?(?:only|just|nothing but|solely)\s+(?P<what>.+?)(?: and (?:remove|delete|drop|cut) (?:all |everything )?(?:the rest|else|others?|everything else))?$"),
    re.compile(r"(?i)^(?:only|just|nothing but)\s+(?:keep |retain |leave |show |have |the )?(?P<what>.+?)$"),
    re.compile(r"(?i)^(?:i|we) (?:only|just) (?:want|need|care about|want to (?:see|keep|have)|need to keep) (?P<what>.+)$"),
    re.compile(rf"(?i)^{_VERB}\s+(?:everything|all|anything|all (?:the )?(?:other )?sections|every section|the rest|all the rest)(?: else)?\s+(?:except|but|apart from|other than|besides|save|that is not|which is not|that isn't)(?: for)?\s+(?P<what>.+)$"),
    re.compile(rf"(?i)^{_VERB}\s+(?:all|every|everything in|the)?\s*(?P<in>[\w' -]+?)\s+(?:except|but|apart from|other than|besides|save)(?: for)?\s+(?P<what>.+)$"),
    re.compile(r"(?i)^(?:limit|reduce|restrict|cut|strip|trim|narrow|boil|pare|bring) (?:it|this|the summary|everything|the text|(?:the )?(?P<in>[\w' -]+?))(?: down| back)? to (?:only |just )?(?P<what>(?:the |her |his |their |my )?[^\d]+)$"),
    re.compile(r"(?i)^keep (?P<what>.+?)(?: only|,? (?:and )?(?:remove|delete|drop|cut|lose|discard|throw away) (?:all )?(?:the rest|everything else|all else|the others?|other sections))$"),
    re.compile(r"(?i)^(?P<what>(?:the )?[\w' ,&-]+?) only$"),
)  # fmt: skip
_ALL = re.compile(
    r"(?i)^(?:all(?: of)?|any(?:thing)?|every(?:thing)?|each|whatever|(?:all |any |every )?(?:the )?(?:mentions?|references?|allusions?|traces?|talk)|what(?:ever)?)\b"
)
_HEAD = re.compile(
    r"(?i)^(?:(?:all|any|every|each|the|that|this|those|these|her|his|their|my|our|of|whole|entire|everything|anything|whatever|something|what|where|other|both|two|three)\s+)*"
    rf"(?P<kind>(?:{ITEM_WORDS}|insights?|commitments?|observations?|takeaways?|tasks?|actions?|to-?dos?|parts?|bits?|mentions?|references?|stuff|remarks?|comments?|details?|words?|phrases?|clauses?|notes?|passages?|things?|facts?|topics?|subjects?|names?)\b)?\s*"
    r"(?P<link>(?:that (?:is |are |talks? |speaks? |deals? |has to do |says? )?|which (?:is |are |talks? |speaks? |says? )?|where (?:it says |she says |he says |it talks |you (?:write|wrote|say) )?|saying |she said |he said |you wrote |has to do |to do |with regard )*(?:about|on|of|regarding|concerning|relating to|related to|around|to|with|mentioning|saying|that|where|when|for|connected to)\s+)?"
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
    document = request.document
    what = re.sub(r"(?i)^(?:what (?:is|stands) in|the (?:contents?|text) of)\s+", "", what)
    state = _by_state(
        request, re.sub(r"(?i)\b(?:open|unfinished|undone|outstanding|remaining|unticked|unchecked)\b", "done", what)
    )
    if state is not None:
        done = state if not re.search(r"(?i)\b(?:done|completed|finished|ticked|checked)\b", what) else [
            (number, index) for number in {place[0] for place in state} for index in document.sections[number].top_items if (number, index) not in state]  # fmt: skip
        return _removal(request, done, f"I kept only the {what}.") if done else None
    by_order = by_position(request, what)
    sections = [] if by_order else _named_sections(request, what)
    if sections and not (within and find_section(document, within) is not None):
        kept = {number for index in sections for number in document.subtree(index)} | {document.title}
        gone = [
            index
            for index in range(len(document.sections))
            if index not in kept and document.sections[index].raw.strip()
        ]
        names_kept = " and ".join(document.sections[index].name for index in sections)
        return Plan(
            f"I kept only {names_kept}.",
            tuple(RemoveSection(index) for index in gone),
            asked=tuple(document.sections[index].raw for index in gone),
        )
    scope = find_sections(request, within) if within else []
    places = by_position(
        request,
        what
        if not scope or any(word in what.lower().split() for word in within.lower().split())
        else f"{what} {within}",
    )
    if places is None and re.search(r"(?i)\b(?:about|on|regarding|that|where|with|mention)", what):
        places = _meant_blocks(request, what, scope or None, every=True)
    if not places:
        return None
    kept_places = set(places)
    touched = {section for section, _ in kept_places}
    gone_places = [
        place for section in touched for place in section_items(document, section) if place not in kept_places
    ]
    return _removal(request, gone_places, f"I kept only {_shown(document, places)}.") if gone_places else None


def remove(request: Request) -> Plan | None:
    """Remove what the clause names; None where it asks for something else or names nothing that is there."""
    clause = request.clause.strip().rstrip(".!")
    for form in (*_FORMS, _KEEP_ALL_BUT):
        found = form.match(clause)
        if found is None:
            continue
        what = re.sub(r"(?i)\s+(?:completely|entirely|altogether|fully|again|please)$", "", found["what"].strip())
        what = re.sub(
            r"(?i)\s+(?:from|in|out of) (?:it|there|here|the (?:whole )?(?:summary|text|document|notes))$", "", what
        )
        what = re.sub(
            r"(?i)\s+(?:everywhere|throughout|in all sections|in every section|wherever it appears)$", "", what
        )
        plan = _one(request, what) or _several(request, what)
        if plan is not None:
            return plan
        if form is _FORMS[0]:
            return Plan(
                f"I found nothing in the summary that “{unquoted(what)}” names, so I left it as it was.",
                done=False,
                open_to_model=True,
            )
    return None


def _several(request: Request, what: str) -> Plan | None:
    """Remove each part of an enumeration, if each is found."""
    pieces = [
        piece for piece in re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+(?:also\s+)?|\s+as well as\s+|\s*&\s*", what) if piece
    ]
    if len(pieces) < 2:
        return None
    plans = [_one(request, re.sub(rf"(?i)^{_VERB}\s+", "", piece)) for piece in pieces]
    found = [plan for plan in plans if plan is not None]
    if len(found) < len(plans):
        return None
    edits: dict[object, Edit] = {}
    for plan in found:
        for edit in plan.edits:
            edits.setdefault((type(edit).__name__, getattr(edit, "section", None), getattr(edit, "block", None)), edit)
    return Plan(
        " ".join(plan.reply for plan in found),
        tuple(edits.values()),
        asked=tuple(text for plan in found for text in plan.asked),
    )


def _one(request: Request, what: str) -> Plan | None:
    """Remove one thing: each way of reading the phrase is tried in turn, the narrow ones first."""
    bare = unquoted(what)
    if re.match(r"(?i)(?:the )?(?:place|location|venue|way|mode)\s+(?:of|for)\b", bare):
        return None
    bare = re.sub(r"(?i)^([\w-]+)['’]s? (insight|commitment|task|point|bullet)$", r"the \2 about \1", bare)
    readings: tuple[Callable[[Request, str], Plan | None], ...] = (
        _said_literally, _sentence_by_order, without_figures, _by_order, _sections_named, _in_a_state, _all_of, _mention)  # fmt: skip
    phrases = (what, bare, bare, *[_kind_first(bare)] * 5)
    found = (read(request, phrase) for read, phrase in zip(readings, phrases, strict=True))
    return next((plan for plan in found if plan is not None), None)


def _kind_first(phrase: str) -> str:
    """Turn "the rent part" into "the part about rent"."""
    return re.sub(
        rf"(?i)^(?:the|her|his|their|that) (?!(?:last|first|second|third|next|final|\w+th)\b)([\w '-]+?) ({ITEM_WORDS}|part|bit|insight|commitment|remark|comment|mention|thing|stuff)$",
        r"the \2 about \1",
        phrase,
    )


def _said_literally(request: Request, what: str) -> Plan | None:
    """Remove words in quotation marks, "the word weekly", or a phrase that stands there and begins as phrases do."""
    quoted = re.fullmatch(
        r"(?i)(?:the )?(?:words?|phrase|expression|term|name|clause|part|bit|text)?\s*[\"“'‘](?P<words>.+)[\"”'’]",
        what.strip(),
    ) or re.fullmatch(r"(?i)(?:the )?(?:word|phrase|expression|term)s?\s+(?P<words>[^\"“'‘]+)", what.strip())
    if quoted:
        if find_section(request.document, quoted["words"]) is not None and _heading_only(
            request.document, quoted["words"]
        ):
            return None
        return _literally(request, quoted["words"])
    opens = re.match(
        r"(?i)(?:because|although|in|on|by|with|for|when|while|at|and|but|without|ahead of|which|who)\b", what
    )
    return _literally(request, what) if opens and len(what.split()) > 1 and literal(request.document, what) else None


def _heading_only(document: Document, words: str) -> bool:
    return all(words.lower() not in section.body.lower() for section in document.sections)


def _by_order(request: Request, phrase: str) -> Plan | None:
    places = by_position(request, phrase)
    return _removal(request, places, f"I removed {_shown(request.document, places)}.") if places else None


def _sections_named(request: Request, phrase: str) -> Plan | None:
    """Remove sections by their names, or "the section about sleep" by what it says."""
    item = re.match(
        rf"(?i)(?:the |that |her |his )?(?:\w+ )?(?:{ITEM_WORDS}|insights?|commitments?|tasks?)\s+(?:about|on|that|where|regarding|with|of|saying|concerning|to)\b",
        phrase,
    )
    if item or _ALL.match(phrase):
        return None
    found = _named_sections(request, phrase)
    if not found and re.search(r"(?i)\bsections?\b", phrase):
        by_body = _section_by_body(request.document, phrase)
        found = [by_body] if by_body is not None else []
    return _sections_plan(request.document, found) if found else None


def _in_a_state(request: Request, phrase: str) -> Plan | None:
    places = _by_state(request, phrase)
    if places is None:
        return None
    if not places:
        return Plan("There is nothing of that kind in the summary.", done=False)
    return _removal(request, places, f"I removed {_shown(request.document, places)}.")


def _all_of(request: Request, phrase: str) -> Plan | None:
    """Remove "all the insights" as the section that they are."""
    found = re.fullmatch(r"(?i)(?:all|every|each)(?: of)?(?: the)?\s+(?P<rest>.+)", phrase)
    sections = find_sections(request, found["rest"]) if found else []
    return _sections_plan(request.document, sections) if sections else None


def _sentence_by_order(request: Request, phrase: str) -> Plan | None:
    """Remove "the last sentence of the focus"."""
    document = request.document
    found = re.fullmatch(
        rf"(?i)(?:the )?(?P<which>{'|'.join(ORDINALS)}) sentence(?:\s+(?:of|in|under|from)\s+(?P<scope>.+))?", phrase
    )
    if found is None:
        return None
    scope = find_section(document, found["scope"] or "", request.focus)
    if found["scope"] and scope is None:
        return None
    there = statements(document, list(document.subtree(scope)) if scope is not None else None)
    at = ORDINALS[found["which"].lower()]
    if not -len(there) <= at < len(there):
        return None
    meant = there[at]
    text = document.block(meant.place).text
    rest = f"{text[: meant.start].rstrip()} {text[meant.end :].lstrip()}".strip()
    return Plan(f"I removed “{meant.text}”.", text_edits(document, {meant.place: rest}), asked=(meant.text,))


def _named_sections(request: Request, phrase: str) -> list[int]:
    """Return the sections of a phrase; "the insights and the next session" are two unless a heading says just that."""
    bare = re.sub(r"(?i)^(?:the |both |all )+|(?: sections?| parts?)$", "", phrase).lower()
    whole = [
        index
        for index, section in enumerate(request.document.sections)
        if section.heading and section.name.lower() == bare
    ]
    pieces = [piece for piece in re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s+as well as\s+", phrase) if piece]
    if whole or len(pieces) < 2:
        return whole or find_sections(request, phrase)
    found = [find_section(request.document, piece, request.focus) for piece in pieces]
    return list(dict.fromkeys(index for index in found if index is not None)) if None not in found else []


def _sections_plan(document: Document, sections: list[int]) -> Plan:
    gone = list(dict.fromkeys(number for index in sections for number in document.subtree(index)))
    told = " and ".join(f"“{document.sections[index].name}”" for index in sections)
    return Plan(
        f"I removed the section {told}.",
        tuple(RemoveSection(index) for index in gone),
        asked=tuple(document.sections[index].raw for index in gone),
    )


def _section_by_body(document: Document, phrase: str) -> int | None:
    wanted = re.sub(
        r"(?i)^.*?\bsections?\b\s*(?:about|on|with|that|where|regarding|concerning|called|named)?\s*", "", phrase
    )
    named = document.named
    ranked = Matcher(document.sections[index].raw for index in named).rank(wanted)
    if ranked and ranked[0][0] >= 0.6 and (len(ranked) < 2 or ranked[1][0] < ranked[0][0]):
        return named[ranked[0][1]]
    return None


def _by_state(request: Request, phrase: str) -> list[Place] | None:
    """Return what a phrase names by how it stands: ticked items, duplicates, empty ones; None if it names no such thing."""
    document = request.document
    places = [(number, index) for number, section in enumerate(document.sections) for index in section.items]
    if re.search(r"(?i)\b(?:completed|done|finished|ticked(?: off)?|checked(?: off)?|closed)\b", phrase) and re.search(
        rf"(?i)\b(?:{ITEM_WORDS}|tasks?|commitments?|actions?|to-?dos?|boxes)\b", phrase
    ):
        return [place for place in places if re.search(r"\[[xX]\]", document.block(place).prefix)]
    if re.search(r"(?i)\b(?:duplicates?|duplicated?|repeated|double|repetitions?)\b", phrase) and not re.search(
        r"(?i)\babout\b", phrase
    ):
        seen: set[tuple[str, ...]] = set()
        twice = []
        for place in places:
            key = tuple(re.findall(r"\w+", document.block(place).text.lower()))
            if key in seen:
                twice.append(place)
            seen.add(key)
        return twice
    return None


def _removal(request: Request, places: list[Place], reply: str) -> Plan:
    document = request.document
    gone = tuple(
        document.sections[edit.section].blocks[edit.block].text
        for edit in block_edits(document, places)
        if isinstance(edit, RemoveBlock)
    )
    marks = tuple(edit.prefix for edit in block_edits(document, places) if isinstance(edit, SetPrefix))
    return Plan(reply, tuple(block_edits(document, places)), asked=gone, made=marks)


def _shown(document: Document, places: list[Place]) -> str:
    return " and ".join(f"“{document.block(place).text.strip()}”" for place in places[:3]) + (
        f" and {len(places) - 3} more" if len(places) > 3 else ""
    )


def _literally(request: Request, phrase: str) -> Plan | None:
    """Remove a phrase as it stands, wherever it stands."""
    document = request.document
    pattern = re.compile(
        r"(?<!\w)" + r"\s+".join(re.escape(word) for word in phrase.strip(" .").split()) + r"(?!\w)", re.IGNORECASE
    )
    texts: dict[Place, str] = {}
    for place in document.places():
        text = document.block(place).text
        while found := pattern.search(text):
            text = (
                cut(text, found.start(), found.end())
                if text[found.end() :].strip(" .!?") or text[: found.start()].strip()
                else ""
            )
        if text != document.block(place).text:
            texts[place] = text
    if not texts:
        return None
    return Plan(f"I removed “{phrase}”.", text_edits(document, texts), asked=(phrase,))


def _meant_blocks(request: Request, what: str, sections: list[int] | None = None, every: bool = False) -> list[Place]:
    return list(dict.fromkeys(statement.place for statement in _meant(request, what, sections, every)))


def _meant(request: Request, what: str, sections: list[int] | None = None, every: bool = False) -> list[Statement]:
    """Return the statements that a phrase describes: the best ones, or each that matches it well enough."""
    text, scope = split_scope(request, what)
    pool = sections or [number for index in scope for number in request.document.subtree(index)] or None
    head = _HEAD.match(text)
    topic = text[head.end() :] if head else text
    if head and head["kind"] and not topic:
        topic = text
    found = statements(request.document, pool)
    ranked = Matcher(statement.text for statement in found).rank(topic or text)
    if not ranked or ranked[0][0] < 0.45:
        return []
    top = ranked[0][0]
    least = min(top - 0.01, 0.65) if every else top - 0.01
    return [found[index] for score, index in ranked if score >= least]


def _mention(request: Request, what: str) -> Plan | None:
    """Remove the item that a phrase speaks of, or only the words of it that do so where more is said there."""
    document = request.document
    head = _HEAD.match(what)
    kind = (head["kind"] or "").lower() if head else ""
    topic = (what[head.end() :] if head else what) or what
    every = bool(_ALL.match(what)) or kind.startswith(("mention", "reference", "trace"))
    whole = bool(
        re.fullmatch(
            rf"(?:{ITEM_WORDS}|insights?|commitments?|observations?|takeaways?|tasks?|actions?|to-?dos?|notes?)",
            kind,
        )
    )
    person = person_named(document, topic)
    if person and not whole:
        return without_name(request, person)
    own = (
        find_section(document, kind)
        if re.match(r"(?:insight|commitment|observation|takeaway|task|action|to-?do|note)", kind)
        else None
    )
    pool = None
    if own is not None:
        pool = list(document.subtree(own))
    elif whole and not kind.startswith(("sentence", "statement", "line")) and not split_scope(request, what)[1]:
        pool = [index for index, section in enumerate(document.sections) if section.items] or None
    found = _meant(request, what, pool, every) or _meant(request, what, every=every)
    if not found:
        return None
    if whole and not kind.startswith(("sentence", "statement")):
        singles = [
            statement.place
            for statement in found
            if len(sentence_spans(document.block(statement.place).text)) == 1
            or document.block(statement.place).kind == "item"
        ]
        if len(singles) == len(found):
            places = list(dict.fromkeys(singles))
            if len(places) > 1 and not kind.endswith("s"):
                places = places[:1] if len(content_stems(topic)) > 1 else places
            return _removal(request, places, f"I removed {_shown(document, places)}.")
    return without_topic(request, found, topic, cut_clauses=not whole)
