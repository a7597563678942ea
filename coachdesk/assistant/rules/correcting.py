"""This file corrects facts: "on 14 May, not 12 May", or only the right value, put where the matching statement holds the wrong one."""

from __future__ import annotations

import re

from coachdesk.assistant.dates import combine
from coachdesk.assistant.document import Document
from coachdesk.assistant.edits import Edit, Plan, SetText
from coachdesk.assistant.facts import Fact, facts, names, values
from coachdesk.assistant.lexicon import NUMBER_VALUES, PRONOUNS, content_stems, related, stem
from coachdesk.assistant.people import main_person, name_of_role
from coachdesk.assistant.request import Request, unquoted
from coachdesk.assistant.rules.replacing import literal, substitute, substitute_name
from coachdesk.assistant.statements import Statement, best_statements, statements
from coachdesk.assistant.targets import find_section, find_sections

_AUX = r"(?:is|was|are|were|has|had|will be|should be|'s|wants|does|did|takes?|took|meets?|starts?)"
_CONTRASTS = (
    re.compile(r"(?i)^(?P<lead>.*?)(?:\bnot|n't)\s+(?P<old>[^,;.]+?)[,;.–-]?\s+but(?: rather| actually| instead)?\s+(?P<new>.+)$"),
    re.compile(r"(?i)^(?P<lead>.*?)(?:\b(?:not)|n't)\s+(?P<old>[^,;]+?)[,;.–]\s*(?:it|that|this|she|he|they|there)(?:'s| is| was| were| are| should be| should read| has| had)\s+(?:actually |really |in fact |rather )?(?P<new>.+)$"),
    re.compile(r"(?i)^(?P<lead>)(?:it says |you wrote |i wrote |i said |the summary says |there it says )(?P<old>.+?),?\s+(?:but|and)\s+(?:it|that|this)?\s*(?:should|must|needs to|ought to)?\s*(?:actually |really |in fact )?(?:be|is|was|'s|say|read|meant)\s+(?P<new>.+)$"),
    re.compile(r"(?i)^(?P<lead>)(?:i (?:wrote|said|typed) )(?P<old>.+?),?\s+(?:but )?(?:i )?meant\s+(?P<new>.+)$"),
    re.compile(r"(?i)^(?P<lead>)(?P<old>.+?)\s+(?:is|was)\s+(?:wrong|incorrect|not right|not correct|false|a mistake|a typo|an error|outdated)[,;:.–-]*\s*(?:and |but )?(?:it(?:'s| is| was| should be| must be| should read| should say)|the (?:right|correct) (?:date|time|number|figure|name|day|amount|value|one|answer) is|should be|make it|that should be|(?:the )?correct(?:ly)? is)?\s*(?:actually |really )?(?P<new>.+)$"),
    re.compile(r"(?i)^(?P<lead>.*?\b)(?P<new>\S.*?),?\s+(?:(?:and|but) )?(?:not|instead of|rather than|and not|as opposed to)\s+(?P<old>.+)$"),
    re.compile(r"(?i)^(?P<lead>)(?P<old>.+?)\s+(?:should|must|needs to|ought to|has to)\s+(?:actually |really |rather )?(?:be|read|say)\s+(?P<new>.+)$"),
    re.compile(r"(?i)^(?P<lead>)(?:change|correct|fix|update|amend|set|alter|adjust|modify|edit)\s+(?P<old>.+?)\s+(?:to|into|as)\s+(?P<new>.+)$"),
)  # fmt: skip
_PREPOSITION = re.compile(r"(?i)\b(on|by|until|till|before|after|at|in|from|since|around|for|to|with|about)\s+(?:the\s+)?$")
_STATEMENT = re.compile(r"(?i)\b(?:is|was|are|were|has|had|will|can|could|would|should|wants?|needs?|does|did|'s|'re|'ll)\b|\b\w+(?:s|ed)\b")


def correct_value(request: Request) -> Plan | None:
    """Correct a fact where both the wrong and the right value are said."""
    clause = request.clause.strip().rstrip(".!")
    for form in _CONTRASTS:
        found = form.match(clause)
        if found is None:
            continue
        lead, old, new = found["lead"], unquoted(found["old"]), unquoted(found["new"])
        plan = _exchange(request, lead, old, new)
        if plan is not None:
            return plan
    return None


def _exchange(request: Request, lead: str, old: str, new: str) -> Plan | None:
    document = request.document
    old_facts = facts(old)
    if (lead or old_facts) and not old_facts and old.lower() in PRONOUNS:
        return None
    wrong = _typed(old, new)
    if wrong is not None:
        kind, old_value = wrong
        right = _right_value(kind, lead + " " + new, old_value)
        if right is None:
            return None
        return _put_value(request, lead + " " + new, kind, old_value, right)
    if old_facts and old_facts[0].kind == "name":
        mine = [fact for fact in names(lead + " " + new + " .") if fact.text.lower() != old_facts[0].text.lower()]
        spelled = literal(document, old_facts[0].text)
        right_name = _aligned_name(new, mine)
        if spelled and right_name:
            return substitute_name(document, spelled, right_name)
    spelled = literal(document, old)
    if spelled is None or len(old.split()) > 8:
        return None
    right_words = _aligned_words(new, old)
    if not right_words:
        return None
    places = _places(request, lead + " " + new, spelled)
    edits, count = substitute(document, spelled, right_words, only=lambda place: place in places)
    if not count:
        return None
    return Plan(f"I corrected “{spelled}” to “{right_words}”.", edits, asked=(spelled,), made=(right_words,))


def _typed(old: str, new: str) -> tuple[str, str] | None:
    """Return (kind, value) if `old` is a figure, date or time, possibly shortened to "12" or "the 12th"."""
    bare = re.sub(r"(?i)^(?:on|at|by|in|until|for|the|a|about|only|from|before|after)\s+", "", old.strip())
    found = values(old)
    if len(found) == 1:
        fact = found[0]
        rest = content_stems(old.replace(fact.text, ""))
        if fact.kind == "number":
            times = [value for value in values(new) if value.kind == "time"]
            days = [value for value in values(new) if value.kind in ("date", "day")]
            if re.search(r"(?i)\bat\s+\S+$", old.strip()) or times:
                return ("time", fact.text)
            if days and bare.strip().isdigit():
                return ("date", fact.text)
            return ("number", fact.text)
        if len(rest) <= 2:
            return (fact.kind, fact.text)
    if re.fullmatch(r"\d{1,2}(?:st|nd|rd|th)", bare):
        return ("day", bare)
    if len(found) > 1 and all(fact.day_kind or fact.kind == "time" for fact in found):
        return ("date", old.strip())
    return None


def _class(kind: str) -> str:
    if kind in ("date", "month", "day", "weekday", "relative", "year"):
        return "day"
    return kind


def _right_value(kind: str, text: str, old: str) -> str | None:
    found = [fact for fact in values(text) if fact.text.lower() != old.lower()]
    fitting = [fact for fact in found if fact.kind == kind] or [fact for fact in found if _class(fact.kind) == _class(kind)]
    if not fitting and kind == "time":
        fitting = [fact for fact in found if fact.kind == "number"]
    if not fitting and kind in ("date", "day"):
        ordinal = re.findall(r"\b\d{1,2}(?:st|nd|rd|th)\b", text)
        if ordinal:
            return str(ordinal[-1])
        fitting = [fact for fact in found if fact.kind == "number"]
    if not fitting and kind in ("money", "percent", "multiple", "number"):
        fitting = [fact for fact in found if fact.kind in ("money", "percent", "multiple", "number")]
    if not fitting:
        return None
    if kind == "date" and len(fitting) > 1 and len(values(old)) > 1:
        return text[fitting[0].start : fitting[-1].end]
    return fitting[-1].text


def _put_value(request: Request, context: str, kind: str, old: str, new: str) -> Plan | None:
    """Replace `old` by `new` in the statements that the context means, else wherever it stands."""
    hits: list[tuple[Statement, Fact]] = []
    for statement in statements(request.document):
        for fact in _values_of(statement.text):
            if _same(fact, kind, old):
                hits.append((statement, fact))
    if not hits:
        spelled = literal(request.document, old)
        if spelled is None or len(spelled) < 2:
            return None
        edits, count = substitute(request.document, spelled, new)
        return Plan(f"I corrected “{spelled}” to “{new}”.", edits, asked=(spelled,), made=(new,)) if count else None
    chosen = _chosen(request, context, new, hits)
    edits = []
    made = []
    texts: dict[tuple[int, int], str] = {}
    for statement, fact in sorted(chosen, key=lambda hit: (hit[0].place, -(hit[0].start + hit[1].start))):
        text = texts.get(statement.place, request.document.block(statement.place).text)
        value = combine(fact.text, new, fact.kind)
        made.append(value)
        start = statement.start + fact.start
        before = _with_preposition(text[:start], context, new, fact)
        texts[statement.place] = before + value + text[start + len(fact.text) :]
    edits = tuple(SetText(place[0], place[1], text) for place, text in texts.items())
    shown = chosen[0][1].text
    return Plan(f"I corrected “{shown}” to “{made[0]}”.", edits, asked=(shown, old), made=tuple(made))


def _with_preposition(before: str, context: str, new: str, fact: Fact) -> str:
    """Return the text before a value with the preposition that the coach used, where the kind of day changed."""
    mine = _PREPOSITION.search(before)
    at = context.rfind(new)
    theirs = _PREPOSITION.search(context[:at]) if at >= 0 else None
    fresh = values(new)
    if mine and theirs and fresh and fresh[0].kind != fact.kind and _class(fresh[0].kind) == _class(fact.kind) and fact.kind in ("date", "month", "weekday", "relative", "day"):
        return before[: mine.start()] + theirs[1] + " "
    return before


def _values_of(text: str) -> list[Fact]:
    return values(text)


def _same(fact: Fact, kind: str, old: str) -> bool:
    if fact.text.lower() == old.lower():
        return True
    mine = re.findall(r"\d+|[^\W\d_]+", fact.text.lower())
    theirs = [part for part in re.findall(r"\d+|[^\W\d_]+", old.lower()) if part not in ("the", "st", "nd", "rd", "th", "of")]
    if kind in ("day", "date") and fact.kind in ("date", "day"):
        if Fact("date", old, 0, 0).key == Fact("date", fact.text, 0, 0).key:
            return True
        return len(theirs) == 1 and theirs[0] in mine
    if kind == "time" and fact.kind == "time":
        return bool(theirs) and theirs[0].lstrip("0") == mine[0].lstrip("0") and (len(theirs) == 1 or theirs[1:2] == mine[1:2])
    return fact.kind == kind and fact.key == Fact(kind, old, 0, 0).key


def _chosen(request: Request, context: str, new: str, hits: list[tuple[Statement, Fact]]) -> list[tuple[Statement, Fact]]:
    if len(hits) == 1 or re.search(r"(?i)\b(?:everywhere|throughout|all|each|every)\b", request.original):
        return hits
    wanted = set(content_stems(context)) - set(content_stems(new))
    scored = []
    for statement, fact in hits:
        section = request.document.sections[statement.place[0]]
        own = set(content_stems(statement.text)) | set(content_stems(section.name))
        after = content_stems(statement.text[fact.end :])[:1]
        near = sum(1 for stem_ in wanted if any(related(stem_, other) >= 0.7 for other in own))
        scored.append(near + (0.5 if after and after[0] in wanted else 0))
    top = max(scored)
    if top == 0:
        return hits
    return [hit for hit, score in zip(hits, scored, strict=True) if score == top]


def _places(request: Request, context: str, spelled: str) -> set[tuple[int, int]]:
    places = [place for place in request.document.places() if spelled.lower() in request.document.block(place).text.lower()]
    wanted = set(content_stems(context))
    scores = {place: len(wanted & set(content_stems(request.document.block(place).text))) for place in places}
    top = max(scores.values(), default=0)
    return {place for place in places if scores[place] == top or top == 0}


def _aligned_name(new: str, found: list[Fact]) -> str | None:
    if found:
        return found[-1].text
    bare = re.sub(r"(?i)^.*\b(?:is|was|called|named|with|to|by|for|in|at|'s)\s+", "", new).strip()
    return bare[:1].upper() + bare[1:] if bare and len(bare.split()) <= 3 else None


def _aligned_words(new: str, old: str) -> str:
    """Return the tail of `new` that stands against `old`: "it's her sister" against "her brother" gives "her sister"."""
    words = new.split()
    first = old.split()[0].lower()
    for index in range(len(words) - 1, -1, -1):
        if words[index].lower() == first and len(words) - index <= len(old.split()) + 3:
            return " ".join(words[index:])
    found = re.match(rf"(?i)^(?:.*\b)?(?:{_AUX}|it's|that's|she's|he's)\s+(?:actually |really )?(.+)$", new)
    if found and len(found[1].split()) <= len(old.split()) + 3:
        return found[1]
    if len(words) <= len(old.split()) + 3:
        return new
    return " ".join(words[-len(old.split()) :])


def correct_fact(request: Request) -> Plan | None:
    """Correct a fact where only the right statement is given: find the one it replaces and put its value there."""
    clause = re.sub(r"(?i)^(?:actually|in fact|correction|the truth is|to be precise|note that|remember that|fyi|i think|(?:it|this) should (?:say|read)(?: that)?|say that|change (?:it|this) to|make (?:it|that)(?: clear)?(?: that)?)[,:]?\s+", "", request.clause.strip())
    clause = re.sub(r"(?i)\b(?:actually|in fact|really|now)\b\s*", "", clause).strip().rstrip(".!")
    clause = re.sub(r"(?i),? instead$", "", clause)
    if clause.endswith("?") or len(clause) < 3:
        return None
    by_role = _role_name(request, clause)
    if by_role is not None:
        return by_role
    new_facts = facts(clause + " .")
    fresh = [fact for fact in new_facts if literal(request.document, fact.text) is None or fact.kind != "name"]
    rest = clause
    for fact in sorted(fresh, key=lambda fact: -fact.start):
        rest = rest[: fact.start] + " " + rest[fact.end :]
    if not content_stems(rest) and fresh:
        return _only_value(request, fresh)
    pool = best_statements(request.document, rest)
    for score, statement in pool[:6]:
        if score < 0.34:
            break
        plan = _matching_value(request, clause, statement, fresh, score)
        if plan is not None:
            return plan
    if pool and pool[0][0] >= 0.6:
        return _whole_statement(request, clause, pool[0][1])
    section = _section_value(request, clause, fresh)
    return section


def _role_name(request: Request, clause: str) -> Plan | None:
    found = re.fullmatch(
        r"(?i)(?P<role>(?:the|her|his|their|my|our)\s+[\w' -]+?)(?:'s name|'s)?\s+(?:is|was|should be)\s+(?:called |named |really |actually )?(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)", clause
    )
    if found and found["name"][0].isupper():
        named = name_of_role(request.document, re.sub(r"(?i)'s name$| name$", "", found["role"]))
        if named is not None and named.name != found["name"]:
            return substitute_name(request.document, named.name, found["name"])
    return None


def _only_value(request: Request, fresh: list[Fact]) -> Plan | None:
    """"It was Tuesday": the one value of that kind in the summary is meant."""
    fact = fresh[0]
    hits = [(statement, old) for statement in statements(request.document) for old in values(statement.text) if old.kind == fact.kind]
    if not hits and fact.kind == "name":
        return None
    if not hits:
        hits = [(statement, old) for statement in statements(request.document) for old in values(statement.text) if _class(old.kind) == _class(fact.kind)]
    distinct = {old.key for _, old in hits}
    if len(distinct) == 1 and fact.key not in distinct:
        return _put_value(request, request.clause, hits[0][1].kind, hits[0][1].text, fact.text)
    if len(distinct) > 1:
        shown = ", ".join(dict.fromkeys(f"“{old.text}”" for _, old in hits))
        return Plan(f"I left the summary as it was: I cannot tell which of {shown} “{fact.text}” is meant to replace. Name both, such as “{fact.text}, not {hits[0][1].text}”.", done=False)
    return None


def _matching_value(request: Request, clause: str, statement: Statement, fresh: list[Fact], score: float) -> Plan | None:
    """Put the values of the clause where the statement holds others of the same kind."""
    own = facts(statement.text)
    mine = {fact.key for fact in fresh}
    text = statement.text
    changes: list[tuple[Fact, Fact]] = []
    person = main_person(request.document)
    for fact in fresh:
        if any(fact.key == old.key for old in own):
            continue
        fitting = [old for old in own if old.kind == fact.kind and old.key not in mine and all(old is not used for used, _ in changes)]
        if fact.kind == "name":
            before = _PREPOSITION.search(clause[: fact.start])
            same = [old for old in fitting if before and (there := _PREPOSITION.search(text[: old.start])) and there[1] == before[1]]
            others = [old for old in fitting if old.text != person and old.text.lower() not in clause.lower()]
            fitting = same or (others if len(others) == 1 else [])
        elif not fitting:
            fitting = [old for old in own if _class(old.kind) == _class(fact.kind) and old.key not in mine]
        if fact.kind == "number" and not fitting:
            fitting = [old for old in own if old.kind in ("percent", "money", "multiple")] if score >= 0.6 else []
        if fact.kind == "number" and len(fitting) > 1 or fact.kind == "number" and score < 0.6:
            noun = content_stems(clause[fact.end :])[:1]
            fitting = [old for old in fitting if noun and content_stems(text[old.end :])[:1] == noun] or (fitting if score >= 0.6 else [])
        if not fitting:
            continue
        changes.append((fitting[0], fact))
    if not changes:
        return None
    if all(old.kind == "name" for old, _ in changes):
        old, new = changes[0]
        return substitute_name(request.document, old.text, new.text)
    made = []
    block = request.document.block(statement.place).text
    shift = statement.start
    for old, new in sorted(changes, key=lambda pair: -pair[0].start):
        value = combine(old.text, new.text, old.kind)
        made.append(value)
        before = _with_preposition(block[: shift + old.start], clause, new.text, old)
        block = before + value + block[shift + old.end :]
    shown = "; ".join(f"“{old.text}” to “{value}”" for (old, _), value in zip(sorted(changes, key=lambda pair: -pair[0].start), made, strict=True))
    return Plan(
        f"I corrected {shown}.",
        (SetText(statement.place[0], statement.place[1], block),),
        asked=tuple(old.text for old, _ in changes),
        made=(clause, *made),
    )


def _whole_statement(request: Request, clause: str, statement: Statement) -> Plan | None:
    """Put the coach's sentence for one that says nearly the same."""
    mine, theirs = set(content_stems(clause)), set(content_stems(statement.text))
    if not theirs or len(mine & theirs) / len(theirs) < 0.5 or mine == theirs or len(clause.split()) < 4 or not _STATEMENT.search(clause):
        return None
    ending = re.search(r"[.!?…]*$", statement.text)
    new = clause[:1].upper() + clause[1:] + (ending[0] if ending else "")
    block = request.document.block(statement.place).text
    text = block[: statement.start] + new + block[statement.end :]
    return Plan(f"I replaced “{statement.text}” by “{new}”.", (SetText(*statement.place, text),), asked=(statement.text,), made=(clause,))


def _section_value(request: Request, clause: str, fresh: list[Fact]) -> Plan | None:
    """"The focus is on X" or "The goal was 5 kg": a value in a section whose name the clause speaks of."""
    stems = set(content_stems(clause))
    for index in request.document.named:
        section = request.document.sections[index]
        if not set(content_stems(section.name)) & stems and not (stem(section.name) in stems):
            continue
        for statement in statements(request.document, [index]):
            plan = _matching_value(request, clause, statement, fresh, 0.6)
            if plan is not None:
                return plan
    return None
