"""This file finds the sections and items that a phrase means: "the insights", "the second commitment"."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass

from coachdesk.assistant.document import Document
from coachdesk.assistant.lexicon import NUMBER_VALUES, ORDINALS, content_stems, stem
from coachdesk.assistant.request import Request, unquoted
from coachdesk.assistant.statements import best_blocks, clearly_best

SECTION_WORDS = r"(?:section|part|chapter|heading|headline|header|title|paragraph|list|block|area)s?"
ITEM_WORDS = r"(?:bullets?(?: ?points?)?|points?|items?|entry|entries|lines?|ones?|statements?|sentences?)"
ITEM_KINDS = (
    r"(?:insights?|commitments?|observations?|takeaways?|tasks?|actions?|to-?dos?|themes?|reflections?|agreements?|findings?|learnings?|options?|"
    r"resolutions?|experiments?|exercises?|reali[sz]ations?|discover(?:y|ies)|promises?|steps?|goals?|risks?|strengths?|questions?|decisions?)"
)
_SYNONYMS: tuple[frozenset[str], ...] = tuple(
    frozenset(line.split(","))
    for line in (
        (
            "focus,goal,goals,topic,topics,theme,themes,subject,aim,objective,objectives,intention,purpose,main topic,"
            "thema,fokus,ziel,anliegen,objectif,sujet,thème"
        ),
        (
            "insights,insight,observations,observation,findings,finding,learnings,learning,takeaways,takeaway,key "
            "points,realisations,realizations,"
            "reflections,discoveries,key insights,themes,what we learned,what emerged,what came up,what she "
            "noticed,what he noticed,what we noticed,erkenntnisse,einsichten,"
            "beobachtungen,constats,prises de conscience"
        ),
        (
            "commitments,commitment,action items,action item,actions,action,actions agreed,agreed "
            "actions,agreed steps,next steps,next step,tasks,task,to-dos,todos,to-do,todo,to do,to do list,"
            "to-do list,agreements,agreement,promises,promise,homework,steps,action points,action "
            "plan,plan,vereinbarungen,aufgaben,verpflichtungen,maßnahmen,nächste schritte,engagements,"
            "prochaines étapes,actions convenues"
        ),
        (
            "next session,next meeting,next appointment,appointment,next time,next call,follow-up "
            "session,next date,upcoming session,next coaching session,"
            "nächste sitzung,nächster termin,nächstes treffen,termin,prochaine séance,prochain rendez-vous"
        ),
        "background,where things stand,context,situation,starting point,hintergrund",
        "challenges,challenge,obstacles,obstacle,risks,risk,concerns,concern,barriers,blockers,difficulties,problems",
        "strengths,strength,resources,resource,wins,successes,progress,achievements,highlights",
        "questions,question,open questions,open points,open issues",
        "notes,note,comments,remarks,misc,other,other notes",
        "mood,feelings,feeling,emotions,state",
        "values,value,priorities,priority",
        "decisions,decision,conclusions,conclusion",
    )
)
_WHERE_SAID = re.compile(
    r"^(?:the )?(?:part|section|bit|passage) (?:where|in which|that) (?:we|she|he|they|it|you) (?:talks?|speaks?|writes?|says?|deals?|tells?)(?: about| of| with)?\s+",
    re.IGNORECASE,
)
_DETERMINERS = re.compile(
    "^(?:(?:the|my|her|his|their|its|our|all|whole|entire|complete|full|each|every|any|this|that|"
    "these|those|of|in|on|under|from|to(?![- ]?do)|for|called|named|titled|entitled|headed|"
    r"about|with|concerning|regarding)\b\s*)+",
    re.IGNORECASE,
)
_AROUND = re.compile(
    rf"^(?:{SECTION_WORDS}\s+(?:(?:about|on|for|of|with|called|named|titled|headed|for)\s+)?(?:the\s+|"
    rf"my\s+|her\s+|his\s+|their\s+)?)|\s*\b(?:{SECTION_WORDS}|{ITEM_WORDS})$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Items:
    """List items (or paragraphs) that a phrase means, and whether it named them one by one."""

    places: tuple[tuple[int, int], ...]
    exact: bool = True


def bare_name(phrase: str) -> str:
    """Return what a phrase for a section boils down to: "the section about the 'next session'" is "next session"."""
    name = _WHERE_SAID.sub("", unquoted(phrase))
    before = None
    while before != name:
        before = name
        name = _DETERMINERS.sub("", name).strip()
        shorter = _AROUND.sub("", name).strip()
        name = unquoted(shorter) if shorter else name
    return name.strip(" \"'“”‘’#*:").lower()


_AT_AN_END = re.compile(
    r"^(?:at |on |to )?(?:the )?(?:(?P<top>(?:very )?(?:top|beginning|start|opening|upper|introductory|intro(?:duction)?))|(?P<end>(?:very )?(?:end|bottom|closing|lower)))$"
)


def find_section(document: Document, phrase: str, focus: str = "") -> int | None:
    """Return the index of the section that `phrase` names: exactly, with a slip, by position or by a synonym."""
    name = bare_name(phrase)
    named = document.named or [index for index, section in enumerate(document.sections) if section.heading]
    if not named:
        return None
    if not name or name in ("it", "them", "that", "this", "same"):
        by_focus = [index for index in named if document.sections[index].name == focus and focus]
        return by_focus[0] if by_focus else None
    name = _AT_AN_END.sub(lambda found: "first" if found["top"] else "last", name)
    position = re.fullmatch(rf"(?:{'|'.join(ORDINALS)})", name)
    if position and re.search(r"(?i)\b(?:section|part|chapter|heading|headline|header|paragraph)\b", phrase):
        index = ORDINALS[name]
        return named[index] if -len(named) <= index < len(named) else None
    names = {index: _plain(document.sections[index].name) for index in named}
    title = document.title
    if title is not None:
        names[title] = _plain(document.sections[title].name)
    if re.search(r"\d$", name) and not any(re.search(r"\d", document.sections[index].name) for index in names):
        return None  # "theme 2" is an item
    same = [index for index, own in names.items() if own == name]
    same += [index for index, own in names.items() if _stems(own) == _stems(name) and _stems(own)]
    return same[0] if same else _like(names, name)


def _like(names: dict[int, str], name: str) -> int | None:
    """Return the section whose name is nearly `name`, means the same, or holds it, where only one does."""
    if re.match(rf"(?:{'|'.join(ORDINALS)})\s+\w", name) and not re.search(
        r"(?i)\b(?:session|meeting|appointment)s?\b", name
    ):
        return None  # "the last insight" is an item, whatever section bears such a name
    if _STATE.match(name) and name not in names.values():
        return None  # "the finished to-do" is one of them
    if _ONE_ITEM.fullmatch(name) and name not in names.values():
        return None  # and so is "the sleep commitment"
    close = [(difflib.SequenceMatcher(None, own, name).ratio(), index) for index, own in names.items()]
    score, index = max(close)
    if score >= 0.8 and len(name) >= 4:
        return index
    by_synonym = [index for index, own in names.items() if any(own in group and name in group for group in _SYNONYMS)]
    if len(by_synonym) == 1:
        return by_synonym[0]
    within = [
        index
        for index, own in names.items()
        if _stems(name)
        and (
            _stems(name) < _stems(own)
            or (_stems(own) and _stems(own) < _stems(name) and len(_stems(name)) <= len(_stems(own)) + 1)
        )
    ]
    if len(within) == 1:
        return within[0]
    near = [
        index
        for index, own in names.items()
        for group in _SYNONYMS
        if name in group and any(_stems(word) and _stems(word) <= _stems(own) for word in group)
    ]
    near = list(dict.fromkeys(near))
    return near[0] if len(near) == 1 else by_synonym[0] if by_synonym else None


_STATE = re.compile(r"(?:finished|done|completed|ticked|unfinished|undone|outstanding) ")
_ONE_ITEM = re.compile(
    r"(?:\w[\w'’-]* )+(?:insight|commitment|task|action|observation|finding|learning|takeaway|step|point|bullet|item|promise|to-?do|theme|reflection|agreement|option|idea)"
)


_KINDS = {
    "next session": r"\bnext (?:session|time|meeting|call|appointment|date|conversation|one|talk|steps? together)|"
    r"\bappointment|^next$|\bnächste[rs]? (?:termin|sitzung|treffen|mal)|^termin|"
    r"\bproch\w+ (?:séance|rendez|fois|rencontre)|"
    r"\bfollow-?up (?:session|meeting)|\bwhen we meet|\bsee you",
    "commitments": r"\bcommit|\bagree|\baction|\bto-?do|\btasks?\b|\bnext steps?\b|\bhomework|\bwill do\b|\bplan\b|"
    r"\bpromis|\bsteps\b|"
    r"\buntil (?:the )?next|\bexperiments?\b|\bpractice\b|\bassignments?\b|\bintentions?\b|"
    r"\bvereinbar|\bschritte|\baufgaben|\bmaßnahmen|\bengagements|\bétapes|"
    r"\bdecided\b|\bdecisions?\b|\bresolutions?\b",
    "insights": r"\binsight|\bobserv|\blearn|\bnotic|\bsaw\b|\bpoints?\b|\breali[sz]|\bfound\b|\bfindings?\b|"
    r"\bresults?\b|\btake-?away|"
    r"\berkenntnis|\bbeobacht|\bconstats|"
    r"\breflect|\bdiscover|\bwhat (?:happened|emerged|helps|became)",
    "focus": r"\bfocus|\btopics?\b|\bgoals?\b|\bagenda|\bsituation|\bconcern|\bissue|\bthemes?\b|\baims?\b|"
    r"\bwhere we are|\bstarting|"
    r"\bbackground|\babout\b|\bpurpose|\bcontext|\breason",
}


def section_of_kind(document: Document, kind: str) -> int | None:
    """Return the section that serves as "focus", "insights", "commitments" or "next session", whatever it is called."""
    exact = find_section(document, kind)
    if exact is not None:
        return exact
    named = document.named or [index for index, section in enumerate(document.sections) if section.heading]
    taken = [
        index
        for index in named
        if kind != "next session" and re.search(_KINDS["next session"], document.sections[index].name.lower())
    ]
    found = [
        index
        for index in named
        if index not in taken and re.search(_KINDS[kind], document.sections[index].name.lower())
    ]
    return found[0] if found else None


def is_kind(name: str, kind: str) -> bool:
    """Tell whether a section called `name` serves as "focus", "insights", "commitments" or "next session"."""
    low = name.lower()
    return (
        low == kind or any(low in group and kind in group for group in _SYNONYMS) or bool(re.search(_KINDS[kind], low))
    )


def is_synonym(phrase: str) -> bool:
    """Tell whether a phrase is one of the usual names for a section, whatever the sections of a summary are called."""
    return any(phrase in group for group in _SYNONYMS)


def _plain(name: str) -> str:
    return re.sub(r"[^\w\s'&/-]", "", name.lower()).strip().strip("0123456789 ") or name.lower()


def _stems(name: str) -> frozenset[str]:
    return frozenset(content_stems(name)) or frozenset(stem(word) for word in re.findall(r"\w+", name))


_FIRST_FEW = re.compile(
    rf"(?:the )?(?P<end>first|last) (?P<count>\d|{'|'.join(NUMBER_VALUES)}) (?:sections|parts|headings|chapters|blocks)"
)


def find_sections(request: Request, phrase: str) -> list[int]:
    """Return the sections that an enumeration names ("focus and insights"), or an empty list if any part is unknown."""
    document = request.document
    whole = find_section(document, phrase, request.focus)
    if whole is not None:
        return [whole]
    counted = _FIRST_FEW.fullmatch(unquoted(phrase).lower())
    if counted is not None:
        count = _number(counted["count"])
        tops = [
            index
            for index in document.named
            if document.sections[index].level == document.sections[document.named[0]].level
        ]
        return (tops[:count] if counted["end"] == "first" else tops[-count:]) if len(tops) >= count else []
    found: list[int] = []
    for part in re.split(r"\s*(?:,|;|\band\b|&|\bplus\b|\bas well as\b)\s*", unquoted(phrase)):
        if not part.strip():
            continue
        index = find_section(document, part, request.focus)
        if index is None:
            return []
        found.append(index)
    return list(dict.fromkeys(found))


def all_sections(phrase: str) -> bool:
    """Tell whether a phrase means the whole summary."""
    return bool(
        re.fullmatch(
            "(?:it|this|that|the (?:whole |entire |full )?(?:summary|text|thing|document|notes?)|"
            "(?:the )?(?:summary|text|document|notes?)|everything|all(?: of (?:it|this))?|"
            "all (?:the )?sections|each section|every section|them all|"
            r"(?:the )?whole (?:summary|thing|text|document)|my (?:notes|summary)|this (?:summary|text))?",
            phrase.strip().lower().rstrip("."),
        )
    )


def section_items(document: Document, section: int) -> list[tuple[int, int]]:
    """Return the places of a section's top-level items, its sub-sections included; paragraphs where it has no items."""
    places: list[tuple[int, int]] = []
    for number in document.subtree(section):
        places += [(number, block) for block in document.sections[number].top_items]
    if not places:
        for number in document.subtree(section):
            places += [(number, block) for block in document.sections[number].prose]
    return places


def split_scope(request: Request, phrase: str) -> tuple[str, list[int]]:
    """Return (phrase without its "in the insights", the sections named there)."""
    found = re.search(
        r"\s+(?:in|under|from|of|within|at|inside|out of|for|among)\s+(?:the |my |her |his |their |"
        r"all (?:the )?)?([\w '’&\"“”-]{3,50}?)(?:\s+section|\s+part|\s+list)?[\s.]*$",
        phrase,
        re.IGNORECASE,
    )
    if found:
        sections = find_sections(request, found[1])
        if sections:
            return phrase[: found.start()].strip(), sections
    return phrase.strip(), []


def by_position(request: Request, phrase: str) -> list[tuple[int, int]] | None:
    """Return the items that are named by position ("the second insight", "the last two bullets"), None if none are."""
    text = unquoted(phrase).lower()
    text = re.sub(r"^(?:only |just )?(?:the |her |his |their |my |that |this )+", "", text)
    text, scope = split_scope(request, text)
    ordinal = "|".join(sorted(ORDINALS, key=len, reverse=True))
    number = "|".join(NUMBER_VALUES)
    text = re.sub(rf"^({number}|\d+) (first|last)\b", r"\2 \1", text)
    found = re.match(
        rf"(?:(?P<list>(?:{ordinal})(?:(?:\s*,\s*|\s+and\s+|"
        rf"\s*&\s*)(?:the\s+)?(?:{ordinal}))*)\s*(?P<count>{number}|\d+)?|"
        rf"(?P<kind1>[^\W\d](?:(?!\d)[\w -])*?)\s+(?:number\s+|no\.?\s*|#)?(?P<digit>\d+|{number})(?P<more>(?:\s*(?:,|and|"
        rf"&)\s*(?:\d+|{number})\b)*))\s*(?P<kind>(?:(?!\d)[\w -])*)$",
        text,
    )
    if found is None:
        return None
    kind = (found["kind"] or found["kind1"] or "").strip()
    if not scope:
        kind = re.sub(rf"\s*{ITEM_WORDS}$", "", kind).strip()
        section = find_section(request.document, kind, request.focus) if kind else None
        if kind and section is None:
            return None
        if section is not None:
            scope = [section]
        elif request.focus:
            focus = find_section(request.document, request.focus)
            scope = [focus] if focus is not None else []
    elif (
        kind
        and not re.fullmatch(rf"{ITEM_WORDS}|paragraphs?", kind)
        and find_section(request.document, kind) not in scope
    ):
        return None
    if not kind and not scope and not re.search(ITEM_WORDS, text):
        return None
    pool = [place for section in scope for place in section_items(request.document, section)]
    if not scope:
        pool = [
            place
            for section in range(len(request.document.sections))
            for place in [(section, block) for block in request.document.sections[section].top_items]
        ]
    if found["digit"]:
        wanted = [_number(value) - 1 for value in [found["digit"], *re.findall(rf"\d+|{number}", found["more"] or "")]]
    else:
        wanted = [ORDINALS[word] for word in re.findall(rf"(?:{ordinal})", found["list"])]
        if found["count"]:
            count = _number(found["count"])
            wanted = list(range(-count, 0)) if wanted[0] == -1 else list(range(count))
    return [pool[index] for index in wanted if -len(pool) <= index < len(pool)]


def _number(text: str) -> int:
    return int(text) if text.isdigit() else NUMBER_VALUES.get(text, 1)


def by_content(
    request: Request, phrase: str, least: float = 0.5, sections: list[int] | None = None
) -> list[tuple[int, int]]:
    """Return the items and paragraphs that a phrase describes by what they say."""
    text, scope = split_scope(request, phrase)
    pool = sections or scope or None
    found = clearly_best(best_blocks(request.document, text, pool), least)
    if not found and scope and not sections:
        found = clearly_best(best_blocks(request.document, phrase, None), least)
    return found
