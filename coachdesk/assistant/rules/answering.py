"""This file answers questions about a summary with its own statements, and says so when the answer is not in it."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re

from coachdesk.assistant.document import Document
from coachdesk.assistant.edits import Plan
from coachdesk.assistant.facts import DAY_KINDS, FIGURE_KINDS, values
from coachdesk.assistant.lexicon import content_stems, related, stem
from coachdesk.assistant.people import distinct_names, is_organisation, is_place, people, roles
from coachdesk.assistant.request import Request
from coachdesk.assistant.rules.held import OBSTACLE, holds, not_said
from coachdesk.assistant.rules.questions import (
    ABOUT_ALL,
    ASKING,
    LEAD,
    LISTS,
    SHOW,
    WH,
    Question,
    hinted_section,
    is_question,
    read_question,
    stems_without_hint,
    unknown_names,
    wanted_state,
)
from coachdesk.assistant.rules.tables import row_asked_for
from coachdesk.assistant.statements import Matcher, Statement, statements
from coachdesk.assistant.targets import find_section, section_items, section_of_kind
from coachdesk.assistant.verbs import EDIT_VERBS

_ENOUGH = 0.4
_MOST_LISTED = 12
_WHOLLY, _CLEARLY = 0.95, 0.2  # a statement that covers all words of a question, and one that covers fewer
_ADJUNCT = re.compile(
    r"(?i)\s(?:in|at|during|from|after|before) (?:that|this|the|her|his|their|our) (?=\w+(?: \w+)?[?.! ]*$)"
)
_NOT = re.compile(r"(?i)\b(?:not|never|nobody|no one|cannot|no longer|without)\b|n['’]t\b")


def answer_question(request: Request) -> Plan | None:
    """Answer what is asked about the summary or the transcript; None where nothing is asked."""
    clause = request.clause.strip()
    shown = _shown(request, clause)
    if shown is not None:
        return shown
    bare = LEAD.sub("", clause).strip()
    asked = bare != clause and bool(ASKING.match(bare))
    if not asked and not is_question(bare):
        return None
    return _answer(request, bare)


def answer(request: Request) -> Plan | None:
    """Answer a bare "commitments?" or "And Tom?", after all other rules have passed it by."""
    clause = request.clause.strip()
    if not clause.endswith("?") or len(clause.split()) > 6 or re.match(rf"(?i)(?:{EDIT_VERBS})\b", clause):
        return None
    return _answer(request, clause)


def _shown(request: Request, clause: str) -> Plan | None:
    """Answer "show me the commitments" and "list all the names"."""
    found = SHOW.match(clause)
    if found is None or re.search(r"(?i)\b(?:only|just|nothing but)\b", clause):
        return None
    what = found["what"].strip().lower()
    for kind, pattern in LISTS:
        if re.match(pattern, what):
            return _listed(request.document, kind)
    if not re.match(r"(?i)(?:tell|remind|show|give|read)\b", clause) or re.search(
        r"(?i)\b(?:as|in|into) (?:a |an |one |\w+ )?(?:numbered|bullet|list|table|paragraph|bold)", clause
    ):
        return None
    if re.match(rf"(?i){WH}\b", what):
        return None
    section = find_section(request.document, what)
    return _section(request.document, section) if section is not None else None


def _answer(request: Request, text: str) -> Plan:
    document = request.document
    counted = _counted(document, text) or _is_there(document, text)
    if counted is not None:
        return counted
    question = read_question(document, text)
    unknown = unknown_names(document, text)
    plan = None if unknown else _known(document, question, hinted_section(document, text))
    return plan or _absent(request, question, unknown)


def _known(document: Document, question: Question, hinted: int | None) -> Plan | None:  # noqa: PLR0911, C901 - each return is a way to answer
    """Return the answer that the summary holds: who somebody is, a section, a list, statements, or a table."""
    text = question.text
    introduced = _introduced(document, question, text)
    if introduced is not None:
        return introduced
    row = row_asked_for(document, question.stems, text)
    if row:
        return Plan(f"The table says: {row}.")
    unsaid = not_said(document, question)
    if unsaid is not None:
        said = f"The summary does not say {unsaid[0]}. It only says: {_quoted(unsaid[1])}"
        return Plan(said, open_to_model=True)
    if question.kind == "obstacle":
        hits = [one for one in statements(document) if OBSTACLE.search(one.text)]
        if hits:
            return _said(document, question, hits[:5])
    if hinted is not None:
        narrowed = _best(document, question, _section_statements(document, hinted))
        if not stems_without_hint(question, text) or not narrowed:
            return _section(document, hinted, wanted_state(text))
    elif not question.stems and question.kind == "age":
        aged = [one for one in statements(document) if holds(document, question, one)]
        return (
            _said(document, question, aged) if aged else Plan("The summary does not say how old.", open_to_model=True)
        )
    elif not question.stems and question.kind in ("day", "figure", "person", "place", "organisation"):
        return _listed(document, question.kind)
    found = _without_adjunct(document, question) or _best(document, question, statements(document))
    if found:
        return _said(document, question, found)
    if hinted is not None:
        return _section(document, hinted, wanted_state(text))
    if question.kind in ("place", "organisation"):
        return _listed(document, question.kind)
    first = section_of_kind(document, "focus") if ABOUT_ALL.search(text) else None
    return _section(document, first) if first is not None else _table(document, question)


def _table(document: Document, question: Question) -> Plan | None:
    """Answer with the table whose words the question uses."""
    tables = [block.text for section in document.sections for block in section.blocks if block.kind == "table"]
    ranked = Matcher(tables).rank_stems(question.stems)
    if not ranked or ranked[0][0] < _ENOUGH:
        return None
    return Plan(f"The summary has this table:\n\n{tables[ranked[0][1]].strip()}")


def _section_statements(document: Document, section: int) -> list[Statement]:
    return statements(document, list(document.subtree(section)))


def _best(document: Document, question: Question, pool: list[Statement]) -> list[Statement]:
    """Return the statements that answer a question: they cover its words, and hold the kind of fact that it asks for."""
    if not question.stems or not pool:
        return []
    called = [(role.name, role.phrase) for role in roles(document.text)]
    own = [
        f"{document.sections[one.place[0]].name}. {one.text}{_kinds_of(one.text)} "
        + " ".join(phrase for name, phrase in called if name in one.text and phrase not in one.text)
        for one in pool
    ]
    ranked = [(score, pool[index]) for score, index in Matcher(own).rank_stems(question.stems) if score >= _ENOUGH]
    if not ranked:
        return []
    ranked = _denying(question, ranked)
    top = ranked[0][0]
    near = [(score, one) for score, one in ranked if score >= top - 0.3]
    fitting = [(score, one) for score, one in near if holds(document, question, one)]
    if fitting:
        best = fitting[0][0]
        if top >= _WHOLLY and best < top - _CLEARLY:  # "three of the teachers" is who as well
            return [one for score, one in ranked if score >= top - 0.01][:4]
        return [one for score, one in fitting if score >= best - 0.01][:4]
    return [one for score, one in ranked if score >= top - 0.01][:4]


def _without_adjunct(document: Document, question: Question) -> list[Statement]:
    """Return the one statement that covers all that is asked but "in that meeting" at its end; else none."""
    late = [found.start() for found in _ADJUNCT.finditer(question.text)]
    core = question.text[: late[-1]] if late else question.text
    asked = read_question(document, core)
    if core == question.text or not asked.stems or asked.stems == question.stems:
        return []
    pool = statements(document)
    ranked = Matcher(one.text for one in pool).rank_stems(asked.stems)
    whole = [pool[index] for score, index in ranked if score >= _WHOLLY]
    return whole if len(whole) == 1 else []


def _denying(question: Question, ranked: list[tuple[float, Statement]]) -> list[tuple[float, Statement]]:
    """Return the statements that deny something first, where the question does, if they cover its words as well."""
    if not _NOT.search(question.text):
        return ranked
    denying = [(score, one) for score, one in ranked if _NOT.search(one.text) and score >= ranked[0][0] - _CLEARLY]
    return denying or ranked


def _kinds_of(text: str) -> str:
    """Return the words by which a question may mean the figures of `text`."""
    kinds = {fact.kind for fact in values(text)}
    return (" money cost pay price" if "money" in kinds else "") + (" percentage share" if "percent" in kinds else "")


def _said(document: Document, question: Question, found: list[Statement]) -> Plan:
    texts = list(
        dict.fromkeys(
            document.block(one.place).text if question.kind == "" and len(found) == 1 else one.text for one in found
        )
    )
    texts = [" ".join(text.split()) for text in texts]
    below = [text for one in found for text in _nested(document, one)]
    texts = list(dict.fromkeys([*texts, *below]))
    sections = list(dict.fromkeys(document.sections[one.place[0]].name for one in found))
    where = f" (in {sections[0]})" if len(sections) == 1 and sections[0] else ""
    if question.kind and not any(holds(document, question, one) for one in found):
        missing = {
            "day": "when",
            "figure": "how much or how many",
            "contact": "that",
            "age": "how old",
            "percent": "how large the share is",
            "money": "how much",
            "obstacle": "what stands in the way",
            "person": "who",
            "place": "where",
            "organisation": "which one",
            "reason": "why",
        }
        said = f"The summary does not say {missing[question.kind]}. What it says{where}: {_quoted(texts)}"
        return Plan(said, open_to_model=True)
    return Plan(f"The summary says{where}: {_quoted(texts)}", focus=sections[0] if len(sections) == 1 else "")


def _nested(document: Document, statement: Statement) -> list[str]:
    """Return the items below one that announces them: "Two things hold her back:"."""
    number, index = statement.place
    blocks = document.sections[number].blocks
    if not blocks[index].text.rstrip().endswith(":"):
        return []
    below = []
    for block in blocks[index + 1 :]:
        if block.kind != "item" or block.indent <= blocks[index].indent:
            break
        below.append(" ".join(block.text.split()))
    return below


def _quoted(texts: list[str]) -> str:
    if len(texts) == 1:
        return f"“{texts[0]}”"
    return "\n" + "\n".join(f"- {text}" for text in texts)


def _section(document: Document, section: int, state: str = "") -> Plan:
    places = section_items(document, section)
    ticked = {place: "[x]" in document.block(place).prefix.lower() for place in places}
    if state and any("[" in document.block(place).prefix for place in places):
        places = [place for place in places if ticked[place] is (state == "done")]
        if not places:
            return Plan(f"None: “{document.sections[section].name}” holds no {state} tasks.")
    texts = [" ".join(document.block(place).text.split()) for place in places]
    name = document.sections[section].name
    if not texts:
        return Plan(f"The section “{name}” is empty: the summary does not say anything there.", focus=name)
    if len(texts) == 1:
        return Plan(f"{name}: {texts[0]}", focus=name)
    return Plan(f"{name}:\n" + "\n".join(f"- {text}" for text in texts), focus=name)


def _listed(document: Document, kind: str) -> Plan:
    text = "\n".join(block.text for section in document.sections for block in section.blocks if block.prose)
    found: list[str]
    if kind == "day":
        found = [fact.text for fact in values(text) if fact.kind in DAY_KINDS or fact.kind == "time"]
        what = "dates and times"
    elif kind == "figure":
        found = [fact.text for fact in values(text) if fact.kind in FIGURE_KINDS]
        what = "figures"
    elif kind == "person":
        found, what = people(text), "people"
    elif kind == "place":
        found, what = [name for name in distinct_names(text) if is_place(name, text)], "places"
    else:
        found, what = [name for name in distinct_names(text) if is_organisation(name, text)], "organisations"
    found = list(dict.fromkeys(found))
    if not found:
        return Plan(f"The summary does not mention any {what}.")
    if kind in ("day", "figure"):
        holding = [one.text for one in statements(document) if any(value in one.text for value in found)]
        return Plan(
            f"The summary names these {what}: {', '.join(found)}.\n"
            + "\n".join(f"- {one}" for one in holding[:_MOST_LISTED])
        )
    return Plan(f"The summary names these {what}: {', '.join(found)}.")


def _counted(document: Document, text: str) -> Plan | None:
    """Answer "how many commitments are there?" and "how long is it?"."""
    if re.search(r"(?i)\bhow (?:long|big) is (?:the (?:summary|text)|it|this)\b|\bhow many words\b", text):
        return Plan(f"The summary has {len(document.text.split())} words.")
    found = re.search(
        r"(?i)\bhow many (?:(?:of )?the )?([\w -]+?)(?:\s+(?:are|were|is|does|do|did|has|have|in|on|we|there|she|he|they|can)\b.*)?[?.!]*$",
        text,
    )
    if found is None:
        return None
    what = found[1].strip().lower()
    if re.fullmatch(r"sections?|parts?|headings?|chapters?", what):
        listed = ", ".join(document.sections[index].name for index in document.named)
        return Plan(f"The summary has {len(document.named)} sections: {listed}.")
    if re.fullmatch(r"bullets?(?: points?)?|points?|items?", what):
        total = sum(len(section.items) for section in document.sections)
        return Plan(f"The summary has {total} bullets.")
    if re.fullmatch(r"people|persons|names", what):
        mentioned = re.search(r"(?i)\b(?:mentioned|named|are there|in (?:it|the summary|this))[?.! ]*$", text)
        return _listed(document, "person") if mentioned else None
    bare = re.sub(r"(?i)\b(?:open|new|different|single)\s+", "", what)
    section = find_section(document, bare)
    if section is None or not any(
        related(stem(bare.split()[-1]), one) >= 0.8 for one in content_stems(document.sections[section].name)
    ):
        return None
    places = section_items(document, section)
    listing = "\n".join(f"- {' '.join(document.block(place).text.split())}" for place in places)
    return Plan(
        f"{len(places)} in “{document.sections[section].name}”:\n{listing}", focus=document.sections[section].name
    )


def _is_there(document: Document, text: str) -> Plan | None:
    """Answer "is there a commitment about sleep?" with the items of that kind that speak of it, or with a no."""
    found = re.search(
        r"(?i)^(?:and )?(?:is|are|was|were) there (?:a|an|any|some|one|no) (?P<kind>[\w-]+)(?: \w+)? (?:about|on|regarding|concerning|with|that mentions?) (?P<what>.+?)[?.! ]*$",
        text,
    )
    section = find_section(document, found["kind"]) if found is not None else None
    if found is None or section is None:
        return None
    places = section_items(document, section)
    ranked = Matcher(document.block(place).text for place in places).rank(found["what"])
    name = document.sections[section].name
    if not ranked or ranked[0][0] < _ENOUGH:
        return Plan(f"No, “{name}” says nothing about {found['what']}.", focus=name)
    texts = [
        " ".join(document.block(places[index]).text.split()) for score, index in ranked if score >= ranked[0][0] - 0.01
    ]
    return Plan(f"Yes (in {name}): {_quoted(texts[:4])}", focus=name)


def _introduced(document: Document, question: Question, text: str) -> Plan | None:
    """Answer "who is Tom?" and "who is her manager?" from how the summary introduces people."""
    found = re.search(
        r"(?i)^(?:and )?(?:who|what)(?:'s| is| was| are)\s+(?P<who>.+?)(?:'s? (?:role|job|position|name))?(?: again| called)?[?.! ]*$",
        text,
    )
    named = re.search(r"(?i)\bwhat(?:'s| is| was) (?:the )?name of (?P<who>.+?)[?.! ]*$", text)
    match = named or found
    who = match["who"] if match else ""
    if not who or len(who.split()) > 5:
        return None
    known = roles(document.text)
    by_name = [role for role in known if who.lower() in (role.name.lower(), role.name.lower().split()[0])]
    wanted = content_stems(re.sub(r"(?i)'s? name$", "", who))
    by_role = [role for role in known if wanted and related(stem(role.phrase.split()[-1]), wanted[-1]) >= 0.7]
    own = by_name or (by_role if question.kind == "person" or named or re.search(r"(?i)name", text) else [])
    if not own:
        return None
    texts = [one.text for one in statements(document) if own[0].name in one.text]
    phrase = own[0].phrase[:1].lower() + own[0].phrase[1:]
    return Plan(f"{own[0].name} is {phrase}. The summary says: {_quoted(list(dict.fromkeys(texts))[:4])}")


def _absent(request: Request, question: Question, unknown: list[str]) -> Plan:
    about = ", ".join(unknown)
    text = (
        f"That is not in the summary: it does not mention {about}."
        if about
        else "That is not in the summary: it does not say anything about it."
    )
    if request.transcript is not None and question.stems:
        lines = request.transcript.lines
        ranked = Matcher(line.text for line in lines).rank_stems(question.stems)
        if ranked and ranked[0][0] >= 0.6:
            number = ranked[0][1]
            line = lines[number]
            said = line.text if len(line.text) <= 400 else line.text[:399] + "…"
            text += f" In the transcript, line {number + 1}, {line.speaker or 'somebody'} says: “{said}”"
    return Plan(text, open_to_model=True)
