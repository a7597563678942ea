"""This file corrects facts: "on 14 May, not 12 May", or only the right value, put where the matching statement holds the wrong one."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re

from coachdesk.assistant.asides import instead
from coachdesk.assistant.document import Document
from coachdesk.assistant.edits import Plan
from coachdesk.assistant.facts import Fact, facts, names, values
from coachdesk.assistant.lexicon import NUMBER_VALUES, PRONOUNS, content_stems
from coachdesk.assistant.people import distinct_names
from coachdesk.assistant.request import Request, unquoted
from coachdesk.assistant.rules.exchange import class_of, put_value
from coachdesk.assistant.rules.replacing import rename_heading
from coachdesk.assistant.rules.substituting import literal, substitute, substitute_name
from coachdesk.assistant.statements import statements
from coachdesk.assistant.targets import find_section

_AUX = r"(?:is|was|are|were|has|had|will be|should be|'s|wants|does|did|takes?|took|meets?|starts?)"
_CONTRASTS = (
    re.compile(r"(?i)^(?P<lead>)(?:it's|it is|it was|that's|that was)\s+(?P<new>(?:the|her|his|their|a|an|my)\s[\w'’ -]+?|[A-Z][\w'’-]+)\s+(?:who|that|which|whom)(?:'s)?\s.+?,?\s+(?:and )?not\s+(?P<old>[^,;.]+)$"),
    re.compile(r"(?i)^(?P<lead>.*?)(?:\bnot|n't)\s+(?P<old>[^,;.]+?)[,;.–-]?\s+but(?: rather| actually| instead)?\s+(?P<new>.+)$"),
    re.compile(r"(?i)^(?P<lead>.*?)(?:\b(?:not)|n't)\s+(?P<old>[^,;]+?)[,;.–]\s*(?:it|that|this|she|he|they|there)(?:'s| is| was| were| are| should be| should read| has| had)\s+(?:actually |really |in fact |rather )?(?P<new>.+)$"),
    re.compile(r"(?i)^(?P<lead>)(?:it says |you wrote |i wrote |i said |the summary says |there it says )(?P<old>.+?),?\s+(?:but|and)\s+(?:it|that|this)?\s*(?:should|must|needs to|ought to)?\s*(?:actually |really |in fact )?(?:be|is|was|'s|say|read|meant)\s+(?P<new>.+)$"),
    re.compile(r"(?i)^(?P<lead>)(?:i (?:wrote|said|typed) )(?P<old>.+?),?\s+(?:but )?(?:i )?meant\s+(?P<new>.+)$"),
    re.compile(r"(?i)^(?P<lead>)(?P<old>.+?)\s+(?:is|was)\s+(?:wrong|incorrect|not right|not correct|false|a mistake|a typo|an error|outdated)[,;:.–-]*\s*(?:and |but )?(?:it(?:'s| is| was| should be| must be| should read| should say)|the (?:right|correct) (?:date|time|number|figure|name|day|amount|value|one|answer) is|should be|make it|that should be|(?:the )?correct(?:ly)? is)?\s*(?:actually |really )?(?P<new>.+)$"),
    re.compile(r"(?i)^(?P<lead>.*?\b)(?P<new>\S.*?),?\s+(?:(?:and|but) )?(?:not|instead of|rather than|and not|as opposed to)\s+(?P<old>.+)$"),
    re.compile(r"(?i)^(?P<lead>)(?P<old>.+?)\s+(?:should|must|needs to|ought to|has to)\s+(?:actually |really |rather )?(?:be|read|say)\s+(?P<new>.+)$"),
    re.compile(r"(?i)^(?P<lead>)(?:change|correct|fix|update|amend|set|alter|adjust|modify|edit)\s+(?P<old>.+?)\s+(?:to|into|as)\s+(?P<new>.+)$"),
)  # fmt: skip


_OFTEN = re.compile(rf"(?i)\b(?:once|twice|thrice|(?:\d+|{'|'.join(NUMBER_VALUES)}) times)\b")


def correct_value(request: Request) -> Plan | None:
    """Correct a fact where both the wrong and the right value are said."""
    clause = request.clause.strip().rstrip(".!")
    for form in _CONTRASTS:
        found = form.match(clause)
        if found is None:
            continue
        new = re.sub(r"(?i)^(?:please )?(?:say|write|use|put)\s+(?=[\"'“‘])", "", instead(found["new"]))
        if not new:
            continue
        new = re.sub(r"(?i)^(?:(?:is|was|are) )?(?:called|named|spelled|spelt|written)\s+(?=[A-Z])", "", new)
        placed = re.match(r"(?i)(?:first|last|second|third|before|after|above|below|at the|on top|in the)\b", new)
        if placed and re.search(r"(?i)\b(?:should|must|needs to|ought to|has to)\s+be\b", clause):
            continue
        heading = (
            find_section(request.document, found["old"])
            if re.match(r"[\"'“‘]", found["old"]) and re.search(r"[\"”'’]$", new)
            else None
        )
        if heading is not None and request.document.sections[heading].name.lower() == unquoted(found["old"]).lower():
            return rename_heading(request.document, heading, new)
        if found["old"].strip().lower() in ("it", "that", "this", "there", "she", "he", "they", "we"):
            continue
        lead, old, new = found["lead"], unquoted(found["old"]), unquoted(new)
        old, new = _ones(old, new)
        renamed = _name_in_small_letters(request.document, old, new)
        if renamed is not None:
            return renamed
        plan = _exchange(request, lead, old, new)
        if plan is not None:
            return plan
    return None


def _exchange(request: Request, lead: str, old: str, new: str) -> Plan | None:  # noqa: PLR0911 - each return is a kind of value
    document = request.document
    old_facts = facts(old)
    if (lead or old_facts) and not old_facts and old.lower() in PRONOUNS:
        return None
    scale = re.search(r"\d(?P<scale>\s?(?:k|m|bn|thousand|million|billion|hundred))$", old)
    if scale and re.search(r"(?:^|\s)[€£$]?\d[\d.,]*$", new):
        new += scale["scale"]  # "2.3, not 3.2 million"
    often = _OFTEN.search(old), _OFTEN.search(new)
    if often[0] and often[1]:
        old, new = often[0].group(), often[1].group()
    wrong = _typed(old, new) if not (often[0] and often[1]) else None
    if wrong is not None:
        kind, old_value = wrong
        right = _right_value(request.document, kind, lead + " " + new, old_value)
        if right is None:
            return None
        return put_value(request, lead + " " + new, kind, old_value, right)
    old, new = _with_its_noun(document, old, new)
    old_facts = facts(old)
    if old_facts and old_facts[0].kind == "name" and not values(new) and not re.search(r"['’]s\s+\w", old):
        mine = [fact for fact in names(lead + " " + new + " .") if fact.text.lower() != old_facts[0].text.lower()]
        spelled = literal(document, old_facts[0].text)
        right_name = _aligned_name(new, mine)
        if spelled and right_name:
            return substitute_name(document, spelled, right_name)
    spelled = literal(document, old)
    if spelled is None or len(old.split()) > 8:
        return None
    right_words = instead(_aligned_words(new, old))
    right_words = re.sub(r"^(?:[Uu]se|[Ww]rite|[Pp]ut|[Ss]ay) (?=[A-Z])", "", right_words)
    if not right_words:
        return None
    right_words = _without_what_stands_before(document, spelled, right_words)
    if right_words[:1].isupper() and spelled in {
        part for name in distinct_names(document.text) for part in (name, *name.split())
    }:
        return substitute_name(document, spelled, right_words)
    places = _places(request, lead + " " + new, spelled)
    everywhere = bool(re.search(r"\d", spelled)) and bool(re.search(r"[^\W\d_]", spelled)) and not values(spelled)
    edits, count = substitute(document, spelled, right_words, only=lambda place: everywhere or place in places)
    if not count:
        return None
    return Plan(f"I corrected “{spelled}” to “{right_words}”.", edits, asked=(spelled,), made=(right_words,))


def _name_in_small_letters(document: Document, old: str, new: str) -> Plan | None:
    """Rename somebody where haste left the capitals out: "will is wrong it should be wim"."""
    if old != old.lower() or not new[:1].islower() or len(old.split()) > 2 or not old.isalpha():
        return None
    parts = {part for name in distinct_names(document.text) for part in name.split()}
    capital = old.capitalize()
    known = capital in parts or re.search(
        rf"(?<!\w){capital} [A-Z]\w+ (?:is|was|has|leads|runs|wants|will|works|teaches)\b", document.text
    )
    first = re.match(
        r"(?:it should be |to )?(?P<name>[^\W\d_]{2,})(?=$|\s+(?:so|please|and|in|everywhere|throughout|not)\b|[,.;])",
        new,
    )
    if not known or first is None or capital not in document.text:
        return None
    return substitute_name(document, capital, first["name"].capitalize())


def _ones(old: str, new: str) -> tuple[str, str]:
    """Return ("secondary school", "primary school") for "a primary school, not a secondary one"."""
    short = re.fullmatch(r"(?i)(?:an?|the|her|his)?\s*(?P<own>[\w'’-]+(?: [\w'’-]+)?) ones?", old)
    named = re.search(r"(?i)(?P<own>[\w'’-]+) (?P<noun>[\w'’-]+)$", new)
    if short is None or named is None:
        return old, new
    return f"{short['own']} {named['noun']}", f"{named['own']} {named['noun']}"


def _without_what_stands_before(document: Document, spelled: str, new: str) -> str:
    """Return "faster" for "to grow faster" where the summary has "to grow more slowly"."""
    words = new.split()
    at = document.text.lower().find(spelled.lower())
    before = re.findall(r"\S+", document.text[max(0, at - 80) : at].lower())
    if len(words) > 1 and before and before[-1] in _DETERMINERS and words[0].lower() in _DETERMINERS:
        words = words[1:]  # "his senior nurse" becomes "his ward sister", not "his the ward sister"
        new = " ".join(words)
    for count in range(min(len(words) - 1, len(before)), 0, -1):
        if [word.lower() for word in words[:count]] == before[-count:]:
            return " ".join(words[count:])
    return new


_DETERMINERS = ("the", "a", "an", "her", "his", "their", "my", "our", "its", "this", "that", "not", "no")


def _with_its_noun(document: Document, old: str, new: str) -> tuple[str, str]:
    """Return ("left knee", "right knee") for "it's the right knee that hurts, not the left" where the summary has the first."""
    bare = re.sub(r"(?i)^(?:the|an?)\s+", "", old.strip())
    for hit in re.finditer(rf"(?i:(?<!\w){re.escape(bare)}) (?P<noun>[a-zà-ÿ][\w'’-]+)", document.text):
        beside = re.search(rf"(?i)(?P<own>[\w'’-]+) {re.escape(hit['noun'])}(?!\w)", new)
        if beside is not None and beside["own"].lower() not in (bare.lower(), *_DETERMINERS):
            return hit.group(), f"{beside['own']} {hit['noun']}"
    return old, new


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


def _right_value(document: Document, kind: str, text: str, old: str) -> str | None:
    found = [fact for fact in values(text) if fact.text.lower() != old.lower()]
    fitting = [fact for fact in found if fact.kind == kind] or [
        fact for fact in found if class_of(fact.kind) == class_of(kind)
    ]
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
    # "Session 2 of 5, not 3": what stands beside the wrong value already is not what is to replace it.
    beside = {
        fact.key
        for statement in statements(document)
        if old.lower() in statement.text.lower()
        for fact in values(statement.text)
    }
    return next((fact for fact in reversed(fitting) if fact.key not in beside), fitting[-1]).text


def _places(request: Request, context: str, spelled: str) -> set[tuple[int, int]]:
    places = [
        place for place in request.document.places() if spelled.lower() in request.document.block(place).text.lower()
    ]
    wanted = set(content_stems(context))
    scores = {place: len(wanted & set(content_stems(request.document.block(place).text))) for place in places}
    top = max(scores.values(), default=0)
    return {place for place in places if scores[place] == top or top == 0}


def _aligned_name(new: str, found: list[Fact]) -> str | None:
    if found:
        return found[-1].text
    if re.match(r"(?i)(?:the|an?|her|his|their|my|our)\s", new):
        return None
    bare = re.sub(r"(?i)^.*\b(?:is|was|called|named|with|to|by|for|in|at|'s)\s+", "", new).strip()
    if len(bare.split()) > 3:
        return None
    return bare[:1].upper() + bare[1:] if bare[:1].isupper() or re.fullmatch(r"\w[\w'’-]*", bare) else None


def _shape(word: str) -> str:
    """Return "9a" for "8b": how a word is written, whatever its digits and letters."""
    return re.sub(r"[^\W\d_]", "a", re.sub(r"\d+", "9", word))


def _aligned_words(new: str, old: str) -> str:
    """Return the tail of `new` that stands against `old`: "it's her sister" against "her brother" gives "her sister"."""
    words = new.split()
    alike = [word for word in words if len(old.split()) == 1 and _shape(word.strip(",.;")) == _shape(old)]
    if len(alike) == 1 and re.search(r"\d", old):
        return alike[0].strip(",.;")
    first = old.split(maxsplit=1)[0].lower()
    for index in range(len(words) - 1, -1, -1):
        if words[index].lower() == first and len(words) - index <= len(old.split()) + 3:
            return " ".join(words[index:])
    found = re.match(
        rf"(?i)^(?:.*\b)?(?:{_AUX}|it's|that's|she's|he's)\s+(?:actually |really )?(?:called |named |spelled |spelt )?(.+)$",
        new,
    )
    if found and len(found[1].split()) <= len(old.split()) + 3:
        return found[1]
    if len(words) <= len(old.split()) + 3:
        return new
    quoted = re.search(r"[\"'“‘]([^\"'”’]+)[\"'”’]$", new)
    return quoted[1] if quoted is not None else ""
