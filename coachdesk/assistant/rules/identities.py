"""This file finds whose names a request to hide names means, and what may stand in their place."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re

from coachdesk.assistant.document import Document
from coachdesk.assistant.facts import names
from coachdesk.assistant.lexicon import NO_NAMES, NUMBER_VALUES, stem
from coachdesk.assistant.people import (
    TITLES,
    distinct_names,
    institutions,
    is_organisation,
    is_place,
    main_person,
    name_of_role,
    people,
    roles,
)
from coachdesk.assistant.rules.named_things import described

NAMES = (
    r"(?:(?:the|all|any|every|each|real|actual|full|personal|people's|persons'|client|her|his|their|of)\s+)*"
    r"(?:names?|identit(?:y|ies)|identifying (?:details|names|information)|personal (?:names|data|details|information))"
    r"(?: of (?:the )?(?:people|a person|persons|everyone|everybody|all(?: people| persons)?))?"
)
# A request that speaks of a name wants nothing else gone.
ABOUT_A_NAME = re.compile(
    r"(?i)\b(?:sur)?names? of (?!the (?:section|heading|month)s?\b)|['’]s (?:\w+ )?(?:sur)?names?\b|\b(?:both|these|those|two|three|her|his) (?:of the )?(?:\w+ )?names?\b|\bthe \w+ names?\b"
)
_TOOLS = frozenset(
    "Zoom Teams Skype WhatsApp Slack Excel LinkedIn Outlook Google FaceTime PhD MBA MSc BSc PowerPoint Word Notion "
    "Trello Instagram Facebook YouTube".split()
)
_ALL_OF_IT = re.compile(
    rf"(?i)(?:{NAMES}|it|this|everything|everyone|everybody|"
    r"(?:the |this |my )?(?:whole |entire )?(?:summary|text|notes|document)|all(?: of it)?|"
    r"every(?:one| person|body)?(?: in it| named| mentioned)?|all (?:the )?(?:people|persons)|(?:all )?(?:the |these |those )?(?:people|persons)(?: in it| in there| mentioned| involved| named)?|"
    r"who is (?:meant|who)|who (?:they|these people|the people|people|everyone|everybody) (?:all )?(?:are|is)(?: all)?|)"
)
_OF_PERSON = re.compile(
    r"(?i)(?:['’]s?)?\s+(?:real |full |last |first |own |sur)?names?(?: and surnames?)?$|^(?:the )?(?:real |full |first |last )?names? of |^(?:naming|mentioning) "
)
_COMPANY = re.compile(
    r"(?i)\b(?:compan(?:y|ies)|organi[sz]ations?|employers?|firms?|business(?:es)?|universit(?:y|ies)|schools?|"
    r"colleges?|hospitals?|institut\w+|agenc(?:y|ies)|banks?|clinics?)\b"
)
_TRADES = frozenset(
    "logistics construction housing shipping ventures railways airlines press publishers publishing architects studios".split()
)
_EDUCATION = re.compile(r"\b(?:University|College|School|TU|ETH|Academy)\b")
_NAME = r"[^\W\d_a-z][\w'’-]*(?: [^\W\d_a-z][\w'’-]*)*"
_ENUMERATION = re.compile(rf"(?P<all>{_NAME}(?:, {_NAME})*,? (?:and|&) {_NAME})")


def meant_names(document: Document, what: str, original: str = "") -> list[str] | None:
    """Return the names that a phrase means, the longest first; None if it means something else than names.

    `original` is the whole message: it may say who "his name" is.
    """
    text = "".join(section.body for section in document.sections)
    known = [name for name in distinct_names(text) if name not in _TOOLS and not _only_inside(name, text)]
    bare = _OF_PERSON.sub("", what).strip()
    organisations = _longest([*institutions(text), *(name for name in known if is_organisation(name, text))])
    if re.fullmatch(r"(?i)(?:her|his|their)(?: \w+)? name", what.strip()):
        return _of_pronoun(document, original)
    if _ALL_OF_IT.fullmatch(what.strip()):
        there = [name for name in people(text) if name not in _TOOLS]
        only = re.search(r"(?i)\bpeople|person|everyone|everybody", what)
        return _longest(there if only else [*there, *organisations])
    if re.search(r"(?i)\b(?:where|who|whom|that|which)\b", bare):
        return _longest(described(document, bare)) or None
    if _COMPANY.search(bare):
        return _companies(document, bare, organisations)
    if re.search(r"(?i)(?<!\bin )\b(?:places?|cit(?:y|ies)|locations?|towns?)\b", bare):
        return [name for name in known if is_place(name, text)]
    named = _by_name(bare, known, text)
    if named is not None:
        return named
    pieces = [piece for piece in re.split(r"\s*,\s*(?:and\s+)?|\s+(?:and|or|nor)\s+|\s*&\s*", what) if piece]
    if len(pieces) > 1:
        each = [meant_names(document, piece, original) for piece in pieces]
        return _longest([name for found in each for name in found or []]) if all(each) else None
    by_role = _by_role(document, bare, what)
    return by_role or _longest(described(document, bare)) or by_role


def _only_inside(name: str, text: str) -> bool:
    """Tell whether a name stands only within the name of an institution: "Brendan" in "St. Brendan's Hospital"."""
    wholes = institutions(text)
    if name in wholes or not any(name in whole for whole in wholes):
        return False
    for whole in sorted(wholes, key=len, reverse=True):
        text = text.replace(whole, " ")
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is None


def _longest(found: list[str]) -> list[str]:
    return sorted(dict.fromkeys(found), key=lambda name: -len(name))


def _by_name(bare: str, known: list[str], text: str) -> list[str] | None:
    bare = re.sub(rf"\b({'|'.join(TITLES)})\.? ", r"\1 ", bare)
    undotted = {name: name.replace(". ", " ") for name in known}
    bare = next((name for name, plain in undotted.items() if plain.lower() == bare.lower()), bare)
    for name in known:
        if bare.lower() == name.lower() or (bare.lower() in name.lower().split() and len(bare) > 2):
            spelled = bare if bare in text else name
            return _longest([spelled, *(other for other in known if bare in other.split() and other != bare)])
    listed = [piece for piece in re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*", bare) if piece]
    if len(listed) > 1:
        each = [_by_name(piece, known, text) for piece in listed]
        if all(each):
            return _longest([name for found in each for name in found or []])
    return None


# What a coach may call the person coached whose summary says nothing of the kind.
ANYBODY = re.compile(
    r"(?i)the (?:(?:young|little) )?(?:boy|girl|lad|lady|man|woman|guy|chap|kid|teenager|candidate|applicant|learner|pupil|student|trainee|mentee|coachee|client|participant|person)"
)


def _by_role(document: Document, bare: str, what: str) -> list[str] | None:
    if not re.match(r"(?i)(?:the|her|his|their|my|our|all|both)\s|(?:client|coachee|manager|boss|company)\b", bare):
        bare = f"the {bare}" if bare != what else ""
    if not bare:
        return None
    role = name_of_role(document, bare) if not bare.endswith("s") else None
    if role is not None:
        return [role.name]
    group = _group(document, bare)
    if group:
        return _longest(group)
    person = main_person(document) if ANYBODY.fullmatch(bare.strip()) else None
    if person:
        return [person]
    return [] if re.search(r"(?i)\bnames?\b|client|coachee", what) else None


def _of_pronoun(document: Document, original: str) -> list[str]:
    """Return whom "his name" means: who was called by name or role before, else the person coached."""
    before = re.split(r"(?i)\b(?:her|his|their)(?: \w+)? name\b", original, maxsplit=1)[0]
    for name in _longest(distinct_names(document.text)):
        if re.search(rf"\b{re.escape(name)}\b", before):
            return [name]
    for said in re.findall(r"(?i)\b(?:the|her|his) ([a-z]+)\b", before):
        if any(stem(said) in {stem(word) for word in role.phrase.split()} for role in roles(document.text)):
            role = name_of_role(document, said)
            return [role.name] if role is not None else []
    if re.search(r"(?i)\bcall (?:the|her|his) [a-z]+\b", before):
        return []
    person = main_person(document)
    return [person] if person else []


def _companies(document: Document, bare: str, organisations: list[str]) -> list[str] | None:
    if re.search(r"(?i)\b(?:universit|school|college)", bare):
        return [name for name in organisations if _EDUCATION.search(name)] or None
    if re.search(r"(?i)\b(?:compan(?:y|ies)|firms?|business(?:es)?|employers?)\b", bare):
        organisations = [name for name in organisations if not _EDUCATION.search(name)] or organisations
    role = name_of_role(document, bare)
    several = re.search(r"(?i)(?:companies|organi[sz]ations|firms|businesses|employers|all|names)\b", bare)
    return _longest(organisations if several or role is None else [role.name]) or None


def _group(document: Document, phrase: str) -> list[str]:
    """Return who "the three children" or "the volunteers" are: named beside the word, or as many as said."""
    text = "".join(section.body for section in document.sections)
    known = set(people(text))
    found = re.match(
        r"(?i)(?:(?:the|her|his|their|my|our|all|both|of)\s+)*(?P<count>\d+|[a-z]+)?\s*\b(?P<noun>[a-z-]+)$", phrase
    )
    if found is None:
        return []
    noun = found["noun"].lower()
    beside = re.search(
        rf"(?i:\b{re.escape(noun)}\b)[^.;\n]{{0,60}}?(?:,|:|\(|–|\bthem|\bincluding|\bas|\blike|{noun})\s+"
        rf"(?P<all>{_NAME}(?:(?:, |,? and ){_NAME})+)",
        text,
    )
    if beside:
        return _people_in(beside["all"], known)
    number = "|".join(NUMBER_VALUES)
    said = re.search(rf"(?i)\b(?P<count>{number})\s+(?:\w+\s+)?{re.escape(noun)}\b", text)
    counted = [NUMBER_VALUES.get(word.lower(), 0) for word in (found["count"] or "", said["count"] if said else "")]
    for listed in _ENUMERATION.finditer(text):
        members = _people_in(listed["all"], known)
        if len(members) > 1 and len(members) in counted:
            return members
    singular = stem(noun)
    return [role.name for role in roles(text) if stem(role.phrase.split()[-1]) == singular]


def _people_in(text: str, known: set[str]) -> list[str]:
    return [fact.text for fact in names(f"with {text}") if fact.text in known]


def initials(name: str) -> str:
    """Return "M. R." for "Marta Ruiz"."""
    words = [
        word
        for word in re.findall(r"[^\W\d_][\w'’-]*", name)
        if word.rstrip(".") not in ("Dr", "Mr", "Mrs", "Ms", "Prof", "Professor") and word[0].isupper()
    ]
    return " ".join(f"{word[0]}." for word in words) or f"{name[0]}."


def role_of(document: Document, name: str) -> str:
    """Return what the text calls the bearer of a name, else "the client", "the company" or the initials."""
    text = document.text
    for role in roles(text):
        if role.name == name or name in role.name.split():
            phrase = role.phrase
            if re.search(r"[^s]s$", phrase):
                continue  # "their daughters Rima and Yara": neither is the daughters
            return re.sub(r"(?i)^an?\s", "the ", phrase[:1].lower() + phrase[1:])
    person = main_person(document)
    if person and (name == person or name in person.split() or person in name.split()):
        return "the client"
    if name.rsplit(maxsplit=1)[-1].islower():
        return f"the {name.rsplit(maxsplit=1)[-1]}"
    if name in institutions(text):
        words = name.split()
        kind = (words[0] if re.search(r" (?:of|for) ", name) else words[-1]).lower()
        return "the company" if kind in _TRADES else "the school" if kind in ("primary", "secondary") else f"the {kind}"
    if is_organisation(name, text):
        return "the university" if _EDUCATION.search(name) else "the company"
    return initials(name)


def roles_apart(document: Document, found: list[str]) -> dict[str, str]:
    """Return a role for each name; who would share one with somebody else gets a letter or initials."""
    put = {name: role_of(document, name) for name in found}
    companies = [name for name, role in put.items() if role == "the company"]
    if len(companies) > 1:
        put |= {name: f"company {chr(ord('A') + number)}" for number, name in enumerate(companies[:26])}
    used: dict[str, str] = {}
    for name, role in put.items():
        if role in used and name.split()[0] not in used[role].split() and used[role].split()[-1] not in name.split():
            put[name] = "the coachee" if name == main_person(document) else initials(name)
        used.setdefault(role, name)
    return put


def with_parts(document: Document, put: dict[str, str], short: bool) -> dict[str, str]:
    """Return the substitutions with those of first and last names that stand alone and belong to nobody else."""
    known = distinct_names(document.text)
    result = dict(put)
    for name, role in put.items():
        for part in name.split() if " " in name else ():
            if part.rstrip(".") in TITLES:
                continue
            others = [other for other in known if part in other.split() and other not in put and other != part]
            alone = len(part) > 2 and re.search(
                rf"(?<!\w){re.escape(part)}(?=:| [a-z])", document.text.replace(name, "")
            )
            if (part in known or (alone and part.lower() not in NO_NAMES)) and part not in result and not others:
                result[part] = initials(part) if short else role
    return result
