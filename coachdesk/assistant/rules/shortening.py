"""This file shortens by taking words away: asides and side clauses first, then items that hold no fact, facts at last.

What the coach must not miss weighs most: the focus, names, deadlines. Each cut is scored by what is lost for each word
saved, and cuts are made until the length asked for is reached.
"""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import replace

from coachdesk.assistant.document import Document
from coachdesk.assistant.edits import Edit, Plan, RemoveBlock, SetText
from coachdesk.assistant.facts_kept import kinds_kept
from coachdesk.assistant.request import Request
from coachdesk.assistant.rules.cutting import Cut, as_marked, cuts, hard_cuts
from coachdesk.assistant.rules.gaps import renumbered
from coachdesk.assistant.rules.lengths import COUNTED, Target, target_of
from coachdesk.assistant.rules.worth import Weights, items_stay, topics_kept
from coachdesk.assistant.statements import sentence_spans
from coachdesk.assistant.targets import ITEM_WORDS, all_sections, by_content, by_position, find_sections

Place = tuple[int, int]
_ADVERB = r"(?:much |way |far |a lot |significantly |considerably |drastically |even |a bit |a little |slightly |somewhat |lot |bit |rather |quite |very |really |more |still |just )*"
_VERBS = r"(?:shorten|condense|trim|tighten(?: up)?|compress|abbreviate|abridge|slim(?: down)?|summari[sz]e|cut(?: down| back)?|cut|reduce|shrink|boil down|prune|crop|streamline|simplify|halve|pare(?: down)?|squeeze|sum up|distil|slash|curtail)"
_FORMS = (
    re.compile(rf"(?i)^{_VERBS}\b\s*(?P<what>.*?)(?:\s+(?:down|a (?:bit|little|lot)|somewhat|slightly|up|drastically|considerably|significantly|further|more|please|again|quite a bit|heavily|radically))*(?P<how>\s+(?:down )?(?:to|by|in|into|so|until|under|below|at most|within)\b.*)?$"),
    re.compile(rf"(?i)^(?:make|get|have|keep|bring|write|give|turn|want|need|rewrite|put|do)\s+(?:me )?(?P<what>.*?)\s*(?:into )?\b(?:an? )?(?P<how>{_ADVERB}(?:shorter|short|brief(?:er)?|concise|compact|crisp(?:er)?|tighter|terse|succinct|half (?:as long|the (?:length|size)|its (?:length|size))|(?:a |one )?(?:third|quarter) (?:as long|the length|of (?:its|the) length|shorter)|more (?:concise|compact|succinct|to the point)|less (?:wordy|verbose|long)|twice as short|(?:\d+ ?%|half) shorter)(?: version| summary)?.*)$"),
    re.compile(rf"(?i)^(?P<what>(?:the |this |that |it|my )?[\w' -]*?)\s*\b(?:(?:is|are|'s|seems?|feels?|looks?|reads?)\s+)?(?:still |a bit |a little |way |far |much )*(?P<how>too (?:long|wordy|verbose|detailed|lengthy)|(?:should|could|can|must|needs? to|ought to|has to) be {_ADVERB}(?:shorter|shortened|brief(?:er)?|half as long|more concise|condensed|cut(?: down)?|trimmed).*)$"),
    re.compile(rf"(?i)^(?P<how>{_ADVERB}(?:shorter|brief(?:er)?|more concise|half (?:as long|the length)|tl;?dr|too long|condensed|less text|fewer words))(?: version)?(?: (?:of|for)?\s*(?P<what>.+))?$"),
    re.compile(rf"(?i)^(?P<what>)(?P<how>(?:in|to|under|at most|no more than|maximum|max\.?|within|only|use(?: only| at most| no more than)?|limit(?: it| this)? to|fewer than|less than)\s+(?:about |around |at most |max(?:imum)? |roughly )?{COUNTED} (?:words|bullets?|bullet points|sentences?|lines?|points))(?: .*)?$"),
    re.compile(rf"(?i)^(?:only|just|keep only|leave(?: only)?|limit|keep|reduce|cut|restrict|bring|get|squeeze|fit|hold|boil|use|write|give me|put|summari[sz]e)\s+(?P<what>.*?)(?:\s+down)?\s*(?P<how>(?:to|in|into|under|at|on|with|below|within)?\s*(?:about |around |at most |only |just |no more than |max(?:imum)? |less than |fewer than |the |roughly |under |a maximum of |most important |main |top )*{COUNTED} (?:short |key |main |most important |single |brief )*(?:words|bullets?(?: points?)?|sentences?|lines?|points?|items?|insights|commitments)\b.*)$"),
)  # fmt: skip
_NEEDS = re.compile(
    r"(?i)^(?P<what>.+?)\s+(?:needs?|should|must|has to|have to|ought to|could|can)(?: to)? (?:be |become |get |come )?(?:down to )?(?:about |roughly )?"
    r"(?P<how>(?:less than |under |at most |only |not more than |no more than )?(?:half|a third|a quarter|two thirds|\d+ ?%)(?: of)? (?:what|the|their|its|as|that)\b.*)$"
)
_VERSION = re.compile(
    r"(?i)^(?:give|write|make|do|prepare|produce|i need|need|want|show)(?: me| us)? (?:a |an |the )?(?:[\w-]+ )?(?:version|summary|text|edition|draft|variant|one)(?: of (?:it|this|that|the (?:summary|text)))?"
    r"(?: (?:of|with|in|that has|under|below))*\s*[:,–-]?\s+(?P<how>(?:no|not|at|under|below|up|about|around|max|less|fewer|\d).*)$"
)
_ALL_BUT = re.compile(
    r"(?i)(?:everything|all|it all|it|the (?:whole )?(?:summary|text|rest))(?: else)?,? (?:except(?: for)?|but(?: not)?|apart from|other than|besides|without) (?P<stay>.+)"
)
_SHORT_ENOUGH = 0.75
_LONG = 3000  # words beyond which each sentence is weighed once, not each way to cut it


_LEAST_LEFT = 0.45  # of the words of a section, however much of the whole is to go
_MUCH_LESS = 0.68
_NEARLY = 1.2  # times the words wanted: a share is near enough where more would cost a fact that is dear


def shorten(request: Request) -> Plan | None:
    """Shorten the summary or the sections that the clause names; None where it asks for something else."""
    clause = _plainly(request.clause.strip().rstrip(".!?"))
    if re.search(r"(?i)\b(?:first|second|last|latter|other) half of\b", clause):
        return None  # that half is to go, not half of it all
    for form in _FORMS:
        found = form.match(clause)
        if found is None:
            continue
        what, how = (found["what"] or "").strip(), (found["how"] or "").strip()
        aside = _ALL_BUT.fullmatch(what)
        if aside is not None and (stay := find_sections(request, aside["stay"])):
            names = tuple(request.document.sections[index].name for index in stay)
            request, what = replace(request, spared=(*request.spared, *names)), "it"
        sections = _sections(request, what, how)
        target = target_of(clause, how)
        if sections is None:
            plan = _one_shortened(request, what, target or Target(ratio=0.6))
            if plan is not None:
                return plan
            continue
        if (
            re.match(r"(?i)(?:cut|reduce|simplify|summari[sz]e)", clause)
            and form is _FORMS[0]
            and how.startswith(("by", "to"))
            and target is None
        ):
            continue
        target = replace(target or Target(ratio=0.7, loose=True), all_items=items_stay(request.original))
        if target.ratio and request.spared and len(sections) > 1:
            target = replace(target, of_all=True)
        plan = _shortened(request, sections, target)
        if plan is not None:
            return plan
    return None


def _plainly(clause: str) -> str:
    """Return "shorten it to 150 words" for "give me a version of no more than 150 words"."""
    needs, version = _NEEDS.match(clause), _VERSION.match(clause)
    if needs is not None:
        third = re.search(r"(?i)\ba third\b", needs["how"])
        share = re.search(r"\d+ ?%", needs["how"])
        return f"shorten {needs['what']} to {share[0] if share else 'a third' if third else 'two thirds' if 'two' in needs['how'] else 'half'}"
    if version is not None and re.search(r"(?i)\b(?:words|sentences|lines)\b", version["how"]):
        return "shorten the summary to " + re.sub(
            r"(?i)^(?:no|not) more than |^at most |^under |^up to ", "", version["how"]
        )
    return clause


def _one_shortened(request: Request, what: str, target: Target) -> Plan | None:
    """Shorten the one point or paragraph that a phrase describes by what it says."""
    if re.match(r"(?i)cut (?!down|back|short)", request.clause) and not re.search(
        r"(?i)\b(?:to|by|down|short|half)\b", request.clause
    ):
        return None  # "cut the point on mistakes" takes it out
    what = re.sub(r"(?i)\s+(?:only|just|alone|please|a bit|a little)$", "", what)
    said = re.match(
        rf"(?i)(?:the |that |her |his )?(?:{ITEM_WORDS}|paragraphs?|insight|commitment|observation|task|action|bit|part|passage|one|stuff|remark) (?:about|on|with|of|that|where|regarding|concerning)\b",
        what,
    )
    placed = re.match(
        rf"(?i)(?:the |her |his )?(?:\w+ )?(?:{ITEM_WORDS}|paragraph|insight|commitment|observation|task|action)\b",
        what,
    )
    places = (
        by_content(request, re.sub(r"(?i)\s+(?:only|just)$", "", what[said.end() :]))
        if said
        else (by_position(request, what) or [])
        if placed
        else []
    )
    document = request.document
    if len(places) > 1 and not re.search(r"(?i)\b\w+s (?:about|on|with)\b", what):
        places = sorted(places, key=lambda place: -len(document.block(place).text))[:1]
    if len(places) != 1:
        return None
    texts = {places[0]: document.block(places[0]).text}
    _to_words(document, texts, Weights(document, closely=len(document.text.split()) <= _LONG), target, whole=False)
    edits = _edits(document, texts)
    return Plan(f"I shortened “{document.block(places[0]).text}”.", edits) if edits else None


def _sections(request: Request, what: str, how: str) -> list[int] | None:
    """Return the sections to shorten, all of them for "it", None where `what` is nothing that can be shortened."""
    document = request.document
    spared = {index for index, section in enumerate(document.sections) if section.name in request.spared}
    if re.search(r"(?i)\b(?:section|part|paragraph)$|^[\"'“‘].+[\"'”’]$", what) and (
        named := find_sections(request, what)
    ):
        return [number for index in named for number in document.subtree(index) if number not in spared] or None
    what = re.sub(
        r"(?i)^(?:down|up|back)\s+|\s+(?:down|up|back|a (?:bit|little|lot)|section|part|text|content|version|everything|all)$",
        "",
        what,
    ).strip()
    within = re.search(r"(?i)\b(?:of|for|in|per) (the [\w' -]+?|each section|every section)$", how)
    if within and not find_sections(request, what):
        named = find_sections(request, within[1])
        if named:
            what = within[1]
    counted = re.search(
        rf"(?i)\b{COUNTED} (?:short |key |main |most important )*(?P<kind>insights|commitments|takeaways|tasks|observations|action items)\b",
        how,
    )
    if counted and not what:
        what = counted["kind"]
    if (
        what.lower() in ("the", "my", "a")
        or all_sections(what)
        or re.fullmatch(
            r"(?i)(?:it|this|that|them|things?|(?:the |a |an |my |each |every |all )*(?:summary|text|whole thing|sections?|bullets?|points?|sentences?|version|lot|notes?|length|words?|result|document))?(?: all)?",
            what,
        )
    ):
        if (
            re.fullmatch(r"(?i)(?:it|them|these)", what)
            and request.focus
            and (only := [one for one in find_sections(request, request.focus) if one not in spared])
        ):
            return only
        return [index for index in range(len(document.sections)) if index not in spared]
    named = find_sections(
        request, re.sub(rf"(?i)^(?:all (?:of )?|each of |the (?:text|{ITEM_WORDS}) (?:in|of|under) )", "", what)
    )
    return [number for index in named for number in document.subtree(index) if number not in spared] or None


def _shortened(request: Request, sections: list[int], target: Target) -> Plan | None:
    document = request.document
    places = list(document.places(sections))
    if not places:
        return None
    kept = {place for topic in topics_kept(request.original) for place in by_content(request, topic)}
    texts = {place: document.block(place).text for place in places if place not in kept}
    closely = len(document.text.split()) <= _LONG
    weights = Weights(document, closely=closely, kept=kinds_kept(request.original))
    if target.items:
        _to_items(document, sections, texts, weights, target.items)
    elif target.sentences:
        groups: list[list[Place]] = [list(texts)]
        if target.each:
            groups = [[place for place in texts if place[0] == number] for number in sections]
            if len(sections) == 1 and document.sections[sections[0]].items:
                groups = [[place] for place in texts]
        for group in groups:
            left = {place: texts[place] for place in group}
            _to_sentences(left, weights, target.sentences)
            if target.brief:
                some = {place: text for place, text in left.items() if text}
                _to_words(document, some, weights, Target(ratio=0.6), whole=False, least=target.sentences)
                left |= some
            texts |= left
    elif target.words and target.each:
        for place in places:
            alone = {place: texts[place]}
            _to_words(document, alone, weights, Target(words=target.words), whole=False)
            texts |= alone
    else:
        whole = len(sections) >= len([s for s in document.sections if s.prose])
        _to_words(document, texts, weights, target, whole)
    edits = _edits(document, texts)
    if not edits:
        return Plan(
            "I found nothing that could go without losing something, so I left it as it was.",
            done=False,
            open_to_model=True,
        )
    before = len(document.text.split())
    after = before - sum(
        len(document.block(place).raw.split()) - len(as_marked(document, place, text).split())
        for place, text in texts.items()
    )
    return Plan(
        f"I shortened {_named(document, sections)}: from {before} to {after} words.",
        edits,
        made=tuple(
            edit.prefix for edit in edits if not isinstance(edit, SetText | RemoveBlock) and hasattr(edit, "prefix")
        ),
    )


def _named(document: Document, sections: list[int]) -> str:
    named = [document.sections[index].name for index in sections if document.sections[index].name]
    return " and ".join(named) if 0 < len(named) <= 2 else "the summary"


def _edits(document: Document, texts: dict[Place, str]) -> tuple[Edit, ...]:
    edits: list[Edit] = []
    gone: dict[int, set[int]] = {}
    for place, text in texts.items():
        if not text:
            gone.setdefault(place[0], set()).add(place[1])
            edits.append(RemoveBlock(*place))
        elif text != document.block(place).text:
            edits.append(SetText(*place, text))
    for number, blocks in gone.items():
        edits += renumbered(number, document.sections[number], blocks)
    return tuple(edits)


def _to_words(
    document: Document, texts: dict[Place, str], weights: Weights, target: Target, whole: bool, least: int = 0
) -> None:
    """Make cuts, the cheapest for each word first, until the words left are those wanted.

    At least `least` sentences stay. Hard cuts are made only where nothing else is left and a number of words is asked.
    """
    fixed = sum(len(section.heading.split()) for section in document.sections) if whole else 0
    fixed += (
        sum(len(block.raw.split()) for section in document.sections for block in section.blocks if not block.prose)
        if whole
        else 0
    )

    def count() -> int:
        return fixed + sum(len(as_marked(document, place, text).split()) for place, text in texts.items())

    start = count()
    goal = target.words or int(start * target.ratio)
    apart = len(document.text.split()) - count()
    if whole is False and target.of_all and apart > 0:  # a share of the whole, of which a part is to be left alone
        goal = max(int((count() + apart) * target.ratio) - apart, int(count() * _LEAST_LEFT))
    if count() > _LONG:
        _by_sentences(texts, weights, count() - goal)
        return
    while count() > goal:
        over = count() - goal
        found = _cuts_left(document, texts, weights, target, least)
        if not found:
            break
        harmless = [one for one in found if not weights.loses(texts[one.place], one.text)]
        if not harmless:
            spared = [one for one in found if not weights.loses_dear(texts[one.place], one.text)]
            enough = start * _SHORT_ENOUGH if target.loose else 0 if target.words else goal * _NEARLY
            if not spared and count() <= enough:
                break
            found = spared or found
        best = min(harmless or found, key=lambda one: one.cost / min(one.saved, over))
        weights.lose(texts[best.place], best.text)
        texts[best.place] = best.text
    for place in sorted(texts, key=lambda one: -weights.of_text(one[0], document.block(one).text, texts[one])):
        shorter, whole_text = texts[place], document.block(place).text
        if (
            count()
            + len(as_marked(document, place, whole_text).split())
            - len(as_marked(document, place, shorter).split())
            <= goal
        ):
            texts[place] = whole_text


def _cuts_left(document: Document, texts: dict[Place, str], weights: Weights, target: Target, least: int) -> list[Cut]:
    """Return the cuts that may be made; hard ones only where no other is left and much is to go."""
    found = [cut_ for place, text in texts.items() if text for cut_ in cuts(document, place, text, weights, texts)]
    if target.all_items:
        found = [one for one in found if one.text]
    if least and sum(len(sentence_spans(text)) for text in texts.values()) <= least:
        found = [one for one in found if len(sentence_spans(one.text)) >= len(sentence_spans(texts[one.place]))]
    if not found and (target.words or least or target.ratio < _MUCH_LESS):
        found = [one for place, text in texts.items() for one in hard_cuts(place, text, weights)]
        if not (target.words or least):  # a share is near enough where more would cost a fact
            found = [one for one in found if not weights.loses(texts[one.place], one.text)]
    return [one for one in found if not weights.loses_kept(texts[one.place], one.text)]


def _by_sentences(texts: dict[Place, str], weights: Weights, over: int) -> None:
    """Take the emptiest sentences from a long text in one pass, never the last one of a section."""
    left = Counter(place[0] for place in texts)
    found = [
        (weights.at_a_glance(place[0], text[start:end]), place, text[start:end])
        for place, text in texts.items()
        for start, end in sentence_spans(text)
    ]
    for _, place, sentence in sorted(found, key=lambda one: one[0]):
        if over <= 0:
            break
        rest = " ".join(texts[place].replace(sentence, "", 1).split()) if sentence in texts[place] else texts[place]
        if rest == texts[place] or (not rest and left[place[0]] < 2):
            continue
        left[place[0]] -= not rest
        texts[place] = rest
        over -= len(sentence.split()) + (not rest)


def _to_items(document: Document, sections: list[int], texts: dict[Place, str], weights: Weights, most: int) -> None:
    """Leave the weightiest items of each section that has more than `most`, in their order."""
    for number in sections:
        blocks = document.sections[number].top_items
        if len(blocks) <= most:
            continue
        ranked = sorted(
            blocks, key=lambda block: -weights.of_text(number, document.sections[number].blocks[block].text)
        )
        gone = set(ranked[most:])
        for place in texts:
            if place[0] == number and (before := bisect_right(blocks, place[1])) and blocks[before - 1] in gone:
                texts[place] = ""


def _to_sentences(texts: dict[Place, str], weights: Weights, most: int) -> None:
    """Leave the weightiest sentences, in their order."""
    found = [
        (place, start, end, text[start:end]) for place, text in texts.items() for start, end in sentence_spans(text)
    ]
    ranked = set(sorted(found, key=lambda one: -weights.of_text(one[0][0], one[3]))[:most])
    left: dict[Place, list[str]] = {place: [] for place in texts}
    for one in found:
        if one in ranked:
            left[one[0]].append(one[3])
    texts |= {place: " ".join(sentences) for place, sentences in left.items()}
