"""This file removes what the coach names: sections, list items, figures of a kind, mentions, topics; or keeps only that."""

from __future__ import annotations

import re

from coachdesk.assistant.clauses import cut, smooth, without_fact, without_span
from coachdesk.assistant.document import Document, Section
from coachdesk.assistant.edits import Edit, Plan, RemoveBlock, RemoveSection, SetPrefix, SetText
from coachdesk.assistant.facts import DAY_KINDS, Fact, names, values
from coachdesk.assistant.lexicon import content_stems, related
from coachdesk.assistant.people import name_of_role, roles
from coachdesk.assistant.request import Request, unquoted
from coachdesk.assistant.rules.replacing import literal
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
_KINDS: tuple[tuple[str, frozenset[str]], ...] = (
    (r"(?:money|monetary|financial|salary|cash) (?:figures?|amounts?|numbers?|values?|sums?|details?)|(?:amounts?|sums?|prices?|figures?) of money|amounts?(?: of money)?|prices|sums", frozenset(("money", "percent", "multiple"))),
    (r"percentages?(?: figures?| numbers?| signs?| points?)?|per ?cents?|% ?(?:figures|values|signs)?|percent(?:age)? (?:figures|values|numbers)", frozenset(("percent",))),
    (r"(?:figures?|numbers?|numerical values|statistics|stats|numeric(?:al)? (?:data|figures|details)|quantities)", frozenset(("money", "percent", "multiple", "number"))),
    (r"(?:dates?|deadlines?|due dates?|calendar dates|days|dates? (?:and|or) (?:days|deadlines?))", DAY_KINDS),
    (r"(?:times?(?: of day)?|clock times|hours)", frozenset(("time",))),
    (r"(?:dates? and times?|times? and dates?)", DAY_KINDS | {"time"}),
    (r"(?:years?)", frozenset(("year",))),
    (r"(?:weekdays?|days of the week)", frozenset(("weekday",))),
    (r"(?:figures?,? (?:and|or) dates?|dates?,? (?:and|or) (?:figures?|numbers?)|numbers? and dates?)", DAY_KINDS | {"money", "percent", "multiple", "number"}),
)  # fmt: skip
_MONEY_STEMS = frozenset(
    content_stems(
        "salary rent price cost pay budget revenue fee income margin savings raise loan wage bonus turnover profit debt mortgage money earnings expenses fees funding investment sales tax shares"
    )
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
    document = request.document
    bare = unquoted(what)
    item_said = re.match(
        rf"(?i)(?:the |that |her |his )?(?:\w+ )?(?:{ITEM_WORDS}|insights?|commitments?|tasks?)\s+(?:about|on|that|where|regarding|with|of|saying|concerning|to)\b",
        bare,
    )
    figures = _figures(request, bare)
    if figures is not None:
        return figures
    bare = re.sub(
        rf"(?i)^(?:the|her|his|their|that) (?!(?:last|first|second|third|next|final|\w+th)\b)([\w '-]+?) ({ITEM_WORDS}|part|bit|insight|commitment|remark|comment|mention|thing|stuff)$",
        r"the \2 about \1",
        bare,
    )
    places = by_position(request, bare)
    if places:
        return _removal(request, places, f"I removed {_shown(document, places)}.")
    if not item_said and not _ALL.match(bare):
        sections = _named_sections(request, bare)
        if sections:
            return _sections_plan(document, sections)
        if re.search(r"(?i)\bsections?\b", bare):
            by_body = _section_by_body(document, bare)
            if by_body is not None:
                return _sections_plan(document, [by_body])
    state = _by_state(request, bare)
    if state is not None:
        return (
            _removal(request, state, f"I removed {_shown(document, state)}.")
            if state
            else Plan("There is nothing of that kind in the summary.", done=False)
        )
    all_items = re.fullmatch(rf"(?i)(?:all|every|each)(?: of)?(?: the)?\s+(?P<rest>.+)", bare)
    if all_items:
        sections = find_sections(request, all_items["rest"])
        if sections:
            return _sections_plan(document, sections)
    quoted = re.fullmatch(
        r"(?i)(?:the )?(?:words?|phrase|expression|term|name|clause|part|bit|text)?\s*[\"“'‘](?P<words>.+)[\"”'’]",
        what.strip(),
    )
    if quoted or (
        literal(document, bare)
        and len(bare.split()) > 1
        and re.match(
            r"(?i)(?:because|although|in|on|by|with|for|when|while|at|and|but|without|ahead of|which|who)\b", bare
        )
    ):
        plan = _literally(request, quoted["words"] if quoted else bare)
        if plan is not None:
            return plan
    return _mention(request, bare)


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


def _figures(request: Request, phrase: str) -> Plan | None:
    """Remove every value of the kind that a phrase names: "all money figures", "the dates in the insights"."""
    text, scope = split_scope(request, phrase)
    text = re.sub(
        r"(?i)^(?:(?:all|any|every|each|the|of|those|these|her|his|their|specific|exact|concrete|mentions? of|references? to)\s+)+",
        "",
        text,
    )
    text = re.sub(r"(?i)\s+(?:mentioned|given|there|in it)$", "", text)
    kinds = next((kinds for pattern, kinds in _KINDS if re.fullmatch(f"(?i){pattern}", text.strip())), None)
    if kinds is None or any(section.name.lower() == text.lower() for section in request.document.sections):
        return None
    money = "money" in kinds and "number" not in kinds

    def wanted(statement: Statement, fact: Fact) -> bool:
        if fact.kind not in kinds:
            return False
        return fact.kind == "money" or not money or any(stem in _MONEY_STEMS for stem in content_stems(statement.text))

    sections = [number for index in scope for number in request.document.subtree(index)] or None
    return _taken_out(request, wanted, sections, f"I took out the {text.strip()}")


def _taken_out(request: Request, wanted, sections: list[int] | None, said: str) -> Plan:  # type: ignore[no-untyped-def]
    document = request.document
    texts: dict[Place, str] = {}
    gone: list[str] = []
    for statement in reversed(statements(document, sections)):
        sentence: str | None = statement.text
        while sentence:
            hit = next((fact for fact in values(sentence) if wanted(statement, fact)), None)
            if hit is None:
                break
            shorter = without_fact(sentence, hit)
            kept = {fact.text for fact in values(shorter or "")}
            gone += [
                fact.text
                for fact in values(sentence)
                if fact == hit or (wanted(statement, fact) and fact.text not in kept)
            ]
            sentence = (
                shorter if shorter is not None and len(shorter) < len(sentence) + 12 and shorter != sentence else None
            )
        if sentence == statement.text:
            continue
        text = texts.get(statement.place, document.block(statement.place).text)
        before, after = text[: statement.start], text[statement.end :]
        new = (
            before + (sentence or "") + after
            if sentence
            else before.rstrip() + (" " if before.strip() and after.strip() else "") + after.lstrip()
        )
        texts[statement.place] = new.strip() if not sentence else new
    if not gone:
        return Plan("There is nothing of that kind in the summary, so I left it as it was.", done=False)
    listed = ", ".join(dict.fromkeys(f"“{text}”" for text in reversed(gone)))
    edits = _text_edits(document, texts)
    return Plan(f"{said}: {listed}.", edits, asked=tuple(gone))


def _text_edits(document: Document, texts: dict[Place, str]) -> tuple[Edit, ...]:
    """Return the edits that give blocks their new texts; what is left without words goes."""
    emptied = [place for place, text in texts.items() if not re.search(r"\w", text)]
    edits: list[Edit] = [SetText(*place, text) for place, text in texts.items() if place not in emptied]
    return (*edits, *_block_edits(document, emptied))


def _block_edits(document: Document, places: list[Place]) -> list[Edit]:
    """Return the edits that remove items with what is nested below them, and number the rest anew."""
    edits: list[Edit] = []
    for number in sorted({section for section, _ in places}):
        section = document.sections[number]
        gone: set[int] = set()
        for _, index in (place for place in places if place[0] == number):
            gone.add(index)
            gone.update(_nested(section, index))
        edits += [RemoveBlock(number, index) for index in sorted(gone)]
        edits += renumbered(number, section, gone)
    return edits


def _nested(section: Section, index: int) -> list[int]:
    below = []
    if section.blocks[index].kind == "item":
        for other in range(index + 1, len(section.blocks)):
            if section.blocks[other].kind != "item" or section.blocks[other].indent <= section.blocks[index].indent + 1:
                break
            below.append(other)
    return below


def renumbered(number: int, section: Section, gone: set[int]) -> list[Edit]:
    """Return the edits that close the gaps in a numbered list when the blocks `gone` have left it."""
    edits: list[Edit] = []
    expected: int | None = None
    for index in section.top_items:
        found = re.match(r"\s*(\d+)", section.blocks[index].prefix)
        if found is None:
            continue
        expected = int(found[1]) if expected is None else expected
        if index in gone:
            continue
        if int(found[1]) != expected:
            edits.append(SetPrefix(number, index, re.sub(r"\d+", str(expected), section.blocks[index].prefix, count=1)))
        expected += 1
    return edits


def _removal(request: Request, places: list[Place], reply: str) -> Plan:
    document = request.document
    gone = tuple(
        document.sections[edit.section].blocks[edit.block].text
        for edit in _block_edits(document, places)
        if isinstance(edit, RemoveBlock)
    )
    marks = tuple(edit.prefix for edit in _block_edits(document, places) if isinstance(edit, SetPrefix))
    return Plan(reply, tuple(_block_edits(document, places)), asked=gone, made=marks)


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
    return Plan(f"I removed “{phrase}”.", _text_edits(document, texts), asked=(phrase,))


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
    whole = (
        bool(
            re.fullmatch(
                rf"(?:{ITEM_WORDS}|insights?|commitments?|observations?|takeaways?|tasks?|actions?|to-?dos?|notes?)",
                kind,
            )
        )
        and not every
    )
    person = _person(document, topic)
    if person and (not whole or every):
        return _without_name(request, person, every)
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
    return _without_topic(request, found, topic, cut_clauses=not whole)


def _without_topic(request: Request, found: list[Statement], topic: str, cut_clauses: bool) -> Plan:
    document = request.document
    wanted = content_stems(topic)
    texts: dict[Place, str] = {}
    told = []
    for statement in sorted(found, key=lambda one: (one.place, -one.start)):
        text = texts.get(statement.place, document.block(statement.place).text)
        rest = _without_stems(statement.text, wanted) if cut_clauses else None
        before, after = text[: statement.start], text[statement.end :]
        told.append(statement.text)
        if rest is not None:
            texts[statement.place] = before + rest + after
        else:
            texts[statement.place] = smooth(f"{before.rstrip()} {after.lstrip()}")
    shown = " and ".join(f"“{text}”" for text in told[:3])
    kept = any(re.search(r"\w", text) for text in texts.values())
    return Plan(
        f"I took that out of {shown}." if cut_clauses and kept else f"I removed {shown}.",
        _text_edits(document, texts),
        asked=tuple(told),
    )


def _without_stems(sentence: str, wanted: list[str]) -> str | None:
    """Return the sentence without the one part that holds every word meant, if the rest says something else."""
    spans = [m.span() for m in re.finditer(r"[^\W_]+(?:['’-][^\W_]+)*", sentence)
             if any(related(stem, own) >= 0.6 for stem in wanted for own in content_stems(m.group()))]  # fmt: skip
    if not spans:
        return None
    rest = without_span(sentence, spans[0][0], spans[-1][1], least=4)
    if rest is None or any(related(stem, own) >= 0.6 for stem in wanted for own in content_stems(rest)):
        return None
    return rest


def _person(document: Document, topic: str) -> str | None:
    """Return the name that a topic is, given as itself, as "Tom's name" or as "the manager's name"."""
    said = unquoted(topic)
    topic = unquoted(re.sub(r"(?i)(?:'s|s')? names?$|^(?:the )?names? (?:of )?", "", topic.strip())).strip()
    known = {fact.text for fact in names(document.text)}
    for name in known:
        if topic.lower() == name.lower() or topic.lower() in name.lower().split():
            return name if topic.lower() == name.lower() else topic[:1].upper() + topic[1:]
    if said != topic and re.match(r"(?i)(?:the|her|his|their|my) ", topic) and len(topic.split()) <= 4:
        role = name_of_role(document, topic)
        return role.name if role is not None else None
    return None


def _without_name(request: Request, name: str, every: bool) -> Plan:
    """Take a name out of each sentence: the apposition, the clause or the phrase around it, else the sentence."""
    document = request.document
    introduced = next((role.phrase for role in roles(document.text) if role.name == name), "")
    texts: dict[Place, str] = {}
    only_name = bool(re.search(r"(?i)\bnames?\b", request.clause))
    for statement in reversed(statements(document)):
        sentence: str | None = statement.text
        while sentence and (found := re.search(rf"(?<!\w){re.escape(name)}(?!\w)", sentence)):
            shorter = _nameless(sentence, found, introduced, only_name)
            sentence = shorter if shorter != sentence else None
        if sentence == statement.text:
            continue
        text = texts.get(statement.place, document.block(statement.place).text)
        before, after = text[: statement.start], text[statement.end :]
        texts[statement.place] = (
            before + sentence + after if sentence else smooth(f"{before.rstrip()} {after.lstrip()}")
        )
    return Plan(f"I took {name} out of the summary.", _text_edits(document, texts), asked=(name,), made=(introduced,))


def _nameless(sentence: str, found: re.Match[str], introduced: str, only_name: bool) -> str | None:
    start, end = found.span()
    beside = re.match(r",", sentence[end:]) or re.match(r"\s*(?:[.;]|$)", sentence[end:])
    role = re.search(r"(?i)\b(?:her|his|their|the|my|our) [a-zà-ÿ -]+,?\s+$", sentence[:start])
    if beside and re.search(r",\s+$", sentence[:start]) and role:
        return cut(sentence, len(sentence[:start].rstrip(" ,")), end + (1 if sentence[end : end + 1] == "," else 0))
    if role and introduced and introduced.lower() in role.group().lower():
        return cut(sentence, start, end)
    if only_name and introduced:
        return smooth(
            sentence[:start] + (introduced if start else introduced[:1].upper() + introduced[1:]) + sentence[end:]
        )
    fact = Fact("name", found.group(), start, end)
    phrase = re.search(r"(?i)\s+(?:with|from|to|by|for|without|in|at|near|of)\s+$", sentence[:start])
    if phrase and len(sentence.split()) > 5:
        return without_fact(sentence, fact)
    return without_span(sentence, start, end, least=4)
