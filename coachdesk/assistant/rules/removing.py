"""This file removes what the coach names: sections, list items, figures of a kind, mentions, topics."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re
from collections.abc import Callable

from coachdesk.assistant.document import Document
from coachdesk.assistant.edits import Edit, Plan, RemoveSection
from coachdesk.assistant.lexicon import content_stems
from coachdesk.assistant.people import name_of_role
from coachdesk.assistant.request import Request, unquoted
from coachdesk.assistant.rules.anonymising import anonymise
from coachdesk.assistant.rules.gaps import removal, shown
from coachdesk.assistant.rules.identities import ABOUT_A_NAME
from coachdesk.assistant.rules.literally import quotation, said_literally, sentence_by_order
from coachdesk.assistant.rules.meaning import (
    ALL,
    HEAD,
    by_feature,
    by_owner,
    by_state,
    meant,
    named_sections,
    section_by_body,
)
from coachdesk.assistant.rules.tables import remove_row, remove_table
from coachdesk.assistant.rules.words_out import figure_of, person_named, without_figures, without_name, without_topic
from coachdesk.assistant.statements import sentence_spans
from coachdesk.assistant.targets import ITEM_KINDS, ITEM_WORDS, by_position, find_section, find_sections, split_scope

Place = tuple[int, int]
TO_REMOVE = (
    "(?:remove|delete|drop|cut(?: out)?|erase|strip(?: out)?|omit|take (?:out|away|off)|leave (?:out|"
    "off|away)|cross out|strike(?: out)?|get rid of|lose|scrap|discard|exclude|eliminate|ditch|skip|"
    "kill|clear|throw out|filter out|do away with)"
)
_FORMS = (
    re.compile(rf"(?i)^{TO_REMOVE}\s+(?P<what>.+)$"),
    re.compile(
        r"(?i)^(?:take|leave|strip|cut|cross|strike|throw)\s+(?P<what>.+?)\s+(?:out|away|off)(?: of (?:it|"
        "the summary|there))?$"
    ),
    re.compile(
        "(?i)^(?:there should be |i want |use |show |have |" r"we need )?no (?:more )?(?P<what>(?!longer)[\w %€£$'-]+)$"
    ),
    re.compile(r"(?i)^(?:make it |the summary |write it |give it )?without (?P<what>.+)$"),
    re.compile(
        "(?i)^(?:don't|do not|never|please don't|should not|shouldn't) (?:mention|include|show|list|name|"
        "keep|have|use|write about) (?P<what>.+)$"
    ),
    re.compile(
        "(?i)^(?:i|we) (?:don't|do not|no longer) (?:want|need|like) (?P<what>(?!you|"
        "to ).+?)(?: (?:in (?:there|it|here)|there|any ?more|any longer|to be (?:mentioned|included)))*$"
    ),
    re.compile(
        r"(?i)^(?P<what>.+?)\s+(?:should|must|can|has to|have to|needs? to|ought to|could)\s+(?:please |"
        "now )?(?:go(?: away)?|be (?:removed|deleted|dropped|cut|left out|taken out|omitted|erased|gone)|"
        "disappear|come out)$"
    ),
    re.compile(
        r"(?i)^(?P<what>.+?)\s+(?:(?:is|are)(?: not|n't)|no longer|doesn't|does not|don't|do not|"
        r"shouldn't|should not|must not|mustn't|isn't|aren't)\s+(?:needed|necessary|relevant|important|"
        "required|belong(?: (?:here|there|in (?:it|here|there|the summary)))?|be (?:in (?:there|it|here|"
        "the summary)|there|here|mentioned|included)|appear(?: (?:in (?:it|the summary|there|here)))?|"
        "needs? to be (?:there|here|in there|mentioned))(?: any ?more| any longer)?$"
    ),
    re.compile(
        r"(?i)^(?P<what>.+?)\s+(?:is|are) (?:irrelevant|unnecessary|superfluous|no longer (?:needed|"
        "relevant|true|necessary|important)|not needed)$"
    ),
)
_KEEP_ALL_BUT = re.compile(
    "(?i)^keep (?:everything|all(?: sections)?)(?: else)? (?:except|but|apart from|other than|"
    "besides|save)(?: for)? (?P<what>.+)$"
)
_OF_ITEMS = re.compile(
    rf"(?i)(?:(?:the|all|those|any) )*(?:{ITEM_WORDS}|insights?|commitments?|tasks?|actions?|observations?) "
)
_EXPLAINED = re.compile(
    r"(?i)\s*[,;(–-]+\s*(?:i\.?e\.?|that is|that's|namely|meaning|in other words|so|e\.?g\.?|"
    r"for example|for instance|such as|like)[,:]?\s+(?=\S)"
)


def remove(request: Request) -> Plan | None:
    """Remove what the clause names; None where it asks for something else or names nothing that is there."""
    clause = re.sub(
        r"(?i)\s+(?:in|from|at) (?:both|all|all the|the two) (?:places?|spots?|sections?|cases)$",
        "",
        request.clause.strip().rstrip(".!"),
    )
    for form in (*_FORMS, _KEEP_ALL_BUT):
        found = form.match(clause)
        if found is None:
            continue
        what = re.sub(
            r"(?i)\s+(?:completely|entirely|altogether|fully|again|please|anywhere|at all)$", "", found["what"].strip()
        )
        what = re.sub(
            r"(?i)\s+(?:from|in|out of) (?:it|there|here|the (?:whole )?(?:summary|text|document|notes))$", "", what
        )
        what = re.sub(
            r"(?i),?\s+(?:both|in both|from both|all of it|the whole lot)(?:\s+(?:the |in the |from the )?\w+(?: and (?:the |in the |from the )?\w+)?)?(?:,.*)?$",
            "",
            what,
        )
        what = re.sub(
            r"(?i)\s+(?:everywhere|throughout|in all sections|in every section|wherever it appears)$", "", what
        )
        both = _from_two(request, what)
        if both is not None:
            return both
        listed = re.match(r"everything about .+, everything about ", what)
        plan = (
            (_several(request, what) if listed else None)
            or _explained(request, what)
            or _one(request, what)
            or _several(request, what)
        )
        if plan is not None:
            return plan
        if form is _FORMS[0]:
            return Plan(
                f"I found nothing in the summary that “{unquoted(what)}” names, so I left it as it was.",
                done=False,
                open_to_model=True,
            )
    return None


def _explained(request: Request, what: str) -> Plan | None:
    """Read "anything about money, i.e. the salary figures": as it is explained, else as it is said first."""
    halves = _EXPLAINED.split(what, maxsplit=1)
    if len(halves) < 2:
        return None
    plans = (_one(request, half.strip(" )")) for half in reversed(halves))
    return next((plan for plan in plans if plan is not None and plan.done), None)


def _from_two(request: Request, what: str) -> Plan | None:
    """Remove "the van from the table and from her to-dos": what it says in each place, never the places themselves."""
    found = re.match(
        r"(?i)(?P<what>.+?) (?:from|in|out of) (?P<one>.+?) and (?:also )?(?:from |in |out of )?(?P<two>.+)$", what
    )
    if found is None:
        return None
    places = [
        re.fullmatch(r"(?i)the (?:\w+ )?table", place) or find_sections(request, place)
        for place in (found["one"], found["two"])
    ]
    if not all(places):
        return None
    plans = [
        _one(
            request,
            f"{'' if 'table' in place.lower() else 'everything about '}{found['what']} {'from' if 'table' in place.lower() else 'in'} {place}",
        )
        for place in (found["one"], found["two"])
    ]
    done = [plan for plan in plans if plan is not None and plan.done]
    if len(done) < len(plans):
        return None
    return Plan(
        " ".join(plan.reply for plan in done),
        tuple(edit for plan in done for edit in plan.edits),
        asked=tuple(text for plan in done for text in plan.asked),
    )


def _several(request: Request, what: str) -> Plan | None:
    """Remove each part of an enumeration, if each is found."""
    pieces = [
        piece
        for piece in re.split(
            r"\s*,\s*(?:and\s+)?(?:also\s+)?|\s+and\s+(?:also\s+)?|\s+as well as\s+|\s+plus\s+|\s*&\s*", what
        )
        if piece
    ]
    if len(pieces) < 2 or any(
        re.match(r"(?i)(?:i|we|make|turn|just|only|please|it|that|so)\b", piece) for piece in pieces[1:]
    ):
        return None
    plans = [_one(request, re.sub(rf"(?i)^{TO_REMOVE}\s+", "", piece)) for piece in pieces]
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
    if re.match(r"(?i)(?:the )?(?:first|second|last|latter|other) half of\b", bare):
        return Plan("I left the summary as it was: I cannot tell where that half begins.", done=False)
    if ABOUT_A_NAME.search(bare):
        plan = anonymise(request.on(request.document, f"anonymise {bare}"))
        return plan or Plan(f"I found no name in the summary that “{bare}” means, so I left it as it was.", done=False)
    if re.fullmatch(r"(?i)(?:the|her|his|their) (?:employer|company|firm|organi[sz]ation|workplace)", bare):
        hidden = anonymise(request.on(request.document, f"anonymise {bare}"))
        if hidden is not None and hidden.done:
            return hidden
    if re.match(r"(?i)(?:the )?(?:place|location|venue|way|mode)\s+(?:of|for)\b", bare):
        return None
    bare = re.sub(r"(?i)^([\w-]+)['’]s? (insight|commitment|task|point|bullet)$", r"the \2 about \1", bare)
    readings: tuple[Callable[[Request, str], Plan | None], ...] = (
        remove_table,
        quotation,
        remove_row,
        said_literally,
        sentence_by_order,
        without_figures,
        figure_of,
        _by_order,
        _chosen,
        _sections_named,
        _in_a_state,
        _all_of,
        _mention,
    )
    phrases = (bare, bare, bare, what, bare, bare, bare, *[_kind_first(bare)] * 6)
    found = (read(request, phrase) for read, phrase in zip(readings, phrases, strict=True))
    return next((plan for plan in found if plan is not None), None)


def _kind_first(phrase: str) -> str:
    """Turn "the rent part" into "the part about rent"."""
    return re.sub(
        "(?i)^(?:the|her|his|their|that) (?!(?:last|first|second|third|next|final|"
        rf"\w+th)\b)([\w '-]+?) ({ITEM_WORDS}|part|bit|insight|commitment|remark|comment|mention|thing|"
        "stuff)$",
        r"the \2 about \1",
        phrase,
    )


def _chosen(request: Request, phrase: str) -> Plan | None:
    """Remove "Tom's tasks" or "the commitments without a date"."""
    text, scope = split_scope(request, phrase)
    places = by_owner(request, text, scope) or (by_feature(request, text, scope) if _OF_ITEMS.match(text) else None)
    return removal(request, places, f"I removed {shown(request.document, places)}.") if places else None


def _by_order(request: Request, phrase: str) -> Plan | None:
    places = by_position(request, phrase)
    return removal(request, places, f"I removed {shown(request.document, places)}.") if places else None


def _sections_named(request: Request, phrase: str) -> Plan | None:
    """Remove sections by their names, or "the section about sleep" by what it says."""
    item = re.match(
        rf"(?i)(?:the |that |her |his )?(?:\w+ )?(?:{ITEM_WORDS}|{ITEM_KINDS})\s+(?:about|"
        r"on|that|where|regarding|with|of|saying|concerning|to)\b",
        phrase,
    )
    if item or ALL.match(phrase):
        return None
    found = named_sections(request, phrase)
    if not found and re.search(r"(?i)\bsections?\b", phrase):
        by_body = section_by_body(request.document, phrase)
        found = [by_body] if by_body is not None else []
    return _sections_plan(request.document, found) if found else None


def _in_a_state(request: Request, phrase: str) -> Plan | None:
    places = by_state(request, phrase)
    if places is None:
        return None
    if not places:
        return Plan("There is nothing of that kind in the summary.", done=False)
    return removal(request, places, f"I removed {shown(request.document, places)}.")


def _all_of(request: Request, phrase: str) -> Plan | None:
    """Remove "all the insights" as the section that they are."""
    found = re.fullmatch(r"(?i)(?:all|every|each)(?: of)?(?: the)?\s+(?P<rest>.+)", phrase)
    sections = find_sections(request, found["rest"]) if found else []
    return _sections_plan(request.document, sections) if sections else None


def _sections_plan(document: Document, sections: list[int]) -> Plan:
    gone = list(dict.fromkeys(number for index in sections for number in document.subtree(index)))
    told = " and ".join(f"“{document.sections[index].name}”" for index in sections)
    return Plan(
        f"I removed the section {told}.",
        tuple(RemoveSection(index) for index in gone),
        asked=tuple(document.sections[index].raw for index in gone),
    )


_A_ROLE = re.compile(
    r"(?i)(?:^|(?:about|on|with|of|to|regarding|mentions?) )(?P<role>(?:the|her|his|their|my) (?:[a-z-]+ )?[a-z-]+)$"
)
_SAYS_IT = re.compile(
    r"(?i)(?:everything|anything|all|every \w+|all (?:the )?\w+|any \w+|whatever|what)\s+(?:that |"
    "which |where |in which )?(?:mentions?|names?|contains?|"
    "speaks? of|talks? about|deals? with|involves?|refers? to|has to do with|concerns?|with|about|on|"
    r"comes? up|is mentioned)\b"
)


def _mention(request: Request, what: str) -> Plan | None:
    """Remove the item that a phrase speaks of, or only the words of it that do so where more is said there."""
    document = request.document
    head = HEAD.match(what)
    kind = (head["kind"] or "").lower() if head else ""
    topic = (what[head.end() :] if head else what) or what
    every = bool(ALL.match(what)) or kind.startswith(("mention", "reference", "trace"))
    whole = bool(
        re.fullmatch(
            rf"(?:{ITEM_WORDS}|{ITEM_KINDS}|notes?)",
            kind,
        )
    )
    role = _A_ROLE.search(what) if not whole and not re.search(r"(?i)\bnames?\b", request.clause) else None
    bearer = name_of_role(document, role["role"]) if role is not None else None
    if (
        bearer is not None
        and bearer.phrase not in ("the client", "the company")
        and bearer.name.lower() not in topic.lower()
    ):
        both = meant(request, f"everything about {topic}", every=True) + meant(
            request, f"everything about {bearer.name}", every=True
        )
        if both:
            return without_topic(request, list(dict.fromkeys(both)), f"{topic} {bearer.name}", cut_clauses=not whole)
    person = person_named(document, topic)
    if person and every and _SAYS_IT.match(what):
        places = [
            place
            for place in document.places()
            if re.search(rf"(?<!\w){re.escape(person)}(?!\w)", document.block(place).text)
            and document.block(place).kind == "item"
        ]
        if places:
            return removal(request, places, f"I removed {shown(document, places)}.")
    if person and not whole:
        return without_name(request, person)
    own = find_section(document, kind) if re.fullmatch(rf"(?:{ITEM_KINDS}|notes?)", kind) else None
    pool = None
    if own is not None:
        pool = list(document.subtree(own))
    elif whole and not kind.startswith(("sentence", "statement", "line")) and not split_scope(request, what)[1]:
        pool = [index for index, section in enumerate(document.sections) if section.items] or None
    found = meant(request, what, pool, every) or meant(request, what, every=every)
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
            return removal(request, places, f"I removed {shown(document, places)}.")
    return without_topic(request, found, topic, cut_clauses=not whole)
