"""This file finds who is who in a summary: the person coached, people by their roles, organisations and places."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from coachdesk.assistant.document import Document
from coachdesk.assistant.facts import names
from coachdesk.assistant.lexicon import NO_NAMES, related, stem

_NAME = r"(?:(?:Dr|Mr|Mrs|Ms|Prof)\.?\s+)?[^\W\d_a-z][\w'’-]*(?:\s+(?:van |von |de |der )?[^\W\d_a-z][\w'’&-]*)*"
_ROLE_WORD = r"[a-zà-ÿ]+(?:-[a-z]+)?"
_ROLE = rf"(?:(?:the|her|his|their|our|my|an?|[A-Z]\w+[’']s)\s+(?:{_ROLE_WORD}\s+){{0,2}}{_ROLE_WORD})"
_APPOSITIONS = (
    re.compile(
        rf"(?P<role>\b(?i:the|her|his|their|our|my)\s+(?:{_ROLE_WORD}\s+)?{_ROLE_WORD})\s+(?:for|of|at|in|from|on|with)\s+(?:(?:the|her|his|their|a|an)\s+)?[\w'’-]+"
        rf"(?P<open>, )(?P<name>{_NAME})(?P<close>,(?= )|(?=[.;:!?]|$))"
    ),
    re.compile(
        rf"(?P<role>\b(?i:{_ROLE}))(?P<open>, (?:the )?| \(|,? (?:called|named) | – |"
        rf" - )(?P<name>{_NAME})(?P<close>\)|,(?= )|(?=[.;:!?]|$| (?:and|is|was|will|can|has)\b| – | - ))"
    ),
    re.compile(
        rf"\b(?P<name>{_NAME})(?P<open>, | \(| – | - )(?P<role>(?i:{_ROLE}))(?P<close>\)|,(?= )|(?=[.;:!?]|"
        "$| – | - | (?:with|in|for|from|that|which|who|near|at)\\b))"
    ),
    re.compile(
        rf"(?P<role>\b(?i:the|her|his|their|our|my)\s+(?:{_ROLE_WORD}\s+)?{_ROLE_WORD})(?P<open> )"
        f"(?P<name>{_NAME})(?P<close>)"
    ),
    re.compile(
        rf"\b(?P<name>{_NAME})(?P<open> (?:is|was) )(?P<role>(?:the|her|his|their|our|"
        rf"my)\s+(?:{_ROLE_WORD}\s+)?{_ROLE_WORD})(?P<close>\b)"
    ),
)
_ORG_WORD = re.compile(
    "(?:Labs?|AG|GmbH|Ltd|Inc|Corp|LLC|PLC|Plc|SA|Group|Bank|Systems?|Partners|Consulting|Solutions|"
    "Technologies|Industries|Holdings?|Co|Company|University|"
    "College|School|Hospital|Foundation|Institute|Agency|Studios?|Media|Software|Logistics|Pharma|"
    "Insurance|Energy|Motors|Airlines|Clinic|Council|Trust)$"
)
_ORG_ROLES = (
    "company",
    "employer",
    "firm",
    "organisation",
    "organization",
    "business",
    "client",
    "customer",
    "supplier",
    "competitor",
    "agency",
    "bank",
    "startup",
    "vendor",
)
_HUMAN_BEFORE = re.compile(
    r"\b(?:with|ask|asks|asked|tell|tells|told|call|calls|called|email|emails|let|lets|invite|thank|"
    "thanks|meet|meets|(?:talks?|speaks?|writes?|listens?|reports?|explains?|says?|apologi[sz]es?|"
    r"replies|reply|tells?|gives?|sends?) (?:it )?to|speaks? with|talks? with|by)\s+$",
    re.IGNORECASE,
)
_HUMAN_AFTER = re.compile(
    r"^\s+(?:feels?|felt|wants?|says?|said|thinks?|told|fears?|avoids?|likes?|hopes?|asks?|asked|"
    r"sleeps?|worries|believes?|will (?:talk|call|ask|write|tell|speak)|leads?|drafts?)\b"
)
_PLACE_BEFORE = re.compile(r"\b(?:in|to|from|near|around)\s+$", re.IGNORECASE)
_RUN_TOGETHER = re.compile(r"[a-z][A-Z]{2,}\b|&")
_INSTITUTES = (
    r"(?:University|Ministry|Bank|Institute|College|School|Department|Council|Chamber|Academy|Museum|Hospital|Church|Primary|Secondary|Gymnasium|Kindergarten|Nursery|"
    r"Orchestra|Philharmonic|Choir|Theatre|Theater|Opera|Gallery|Clinic|Foundation|Trust|Association|Society|Club|Hotel|Restaurant|Bakery|Brewery|Library|Construction|Housing|"
    r"Centre|Center|Airlines|Railways|Press|Publishers|Publishing|Studio|Studios|Logistics|Shipping|Ventures|Architects|Dairy|Farm|Winery|Surgery|Pharmacy)"
)
_CAPITALS = r"(?:St\.? )?[^\W\d_a-z][\w'’-]+(?: (?:& |and )?[^\W\d_a-z][\w'’-]+)*?"
_INSTITUTION = re.compile(
    rf"\b(?:{_INSTITUTES} (?:of|for) (?:the )?[^\W\d_a-z][\w'’-]+(?: [^\W\d_a-z][\w'’-]+)*|(?P<before>{_CAPITALS}) {_INSTITUTES}\b)"
)
_STREET = re.compile(r"(?: (?:Street|Road|Avenue|Square|Valley|Island|Beach)|straße|strasse|platz)$")
_THING_AFTER = re.compile(
    "^ (?:projects?|office|team|branch|shop|store|plant|site|account|deal|offer|launch|programme|"
    "program|conference|report|"
    r"region|market|trip|marathon|role|position|job|merger|contract|case|group)\b"
)
_OPENING = 20_000  # characters within which the person coached is named, if at all
TITLES = frozenset("Dr Mr Mrs Ms Miss Prof Professor Sir Madam Herr Frau Mme Mlle".split())
_NO_ROLE = frozenset(
    "and or is was to for in on at with from of by when that against about after before over than as into between because where what while if near without".split()
)
SUBJECT_ROLES = ("client", "coachee", "person", "customer", "participant")


@dataclass(frozen=True)
class Role:
    """A name with what the text calls its bearer: ("Tom", "her manager"), and the apposition as it stands."""

    name: str
    phrase: str
    span: str


def roles(text: str) -> list[Role]:
    """Return the appositions of `text`, in the order of their patterns."""
    known = {fact.text for fact in names(text)}
    found: list[Role] = []
    for pattern in _APPOSITIONS:
        for match in pattern.finditer(text):
            name = match["name"].strip()
            phrase = match["role"].strip()
            bare = " ".join(word for word in name.split() if word.lower() not in NO_NAMES)
            name = bare if name not in known and bare in known else name
            if name not in known and name.split()[0] not in {part for item in known for part in item.split()}:
                continue
            if (
                not name[0].isupper()
                or phrase.split()[-1][0].isupper()
                or any(word in _NO_ROLE for word in phrase.lower().split())
            ):
                continue
            if any(role.name == name for role in found):
                continue
            found.append(Role(name, phrase, match.group()))
    return found


def name_of_role(document: Document, role: str) -> Role | None:
    """Return who the text introduces as `role` ("manager", "the client"); None when it introduces nobody so."""
    wanted = [
        stem(word)
        for word in re.findall(r"[^\W\d_]+", role.lower())
        if word not in ("the", "her", "his", "their", "my", "our", "a", "an", "s", "name", "of")
    ]
    if not wanted:
        return None
    best: tuple[float, Role] | None = None
    for found in roles(document.text):
        own = [stem(word) for word in found.phrase.lower().split()]
        score = max((related(wanted[-1], word) for word in own), default=0.0)
        if score > 0.5 and (best is None or score > best[0]):
            best = (score, found)
    if best is not None:
        return best[1]
    person = main_person(document)
    if wanted[-1] in {stem(word) for word in SUBJECT_ROLES} and person:
        return Role(person, "the client", person)
    if wanted[-1] in {stem(word) for word in _ORG_ROLES}:
        organisations = [name for name in distinct_names(document.text) if is_organisation(name, document.text)]
        if len(organisations) == 1:
            return Role(organisations[0], "the company", organisations[0])
    return None


def distinct_names(text: str) -> list[str]:
    """Return each name once, in order of its first appearance."""
    return list(dict.fromkeys(fact.text for fact in names(text)))


def is_organisation(name: str, text: str) -> bool:
    """Tell whether `name` looks like a company's: by its last word, its apposition, or "at Acme", "leave Acme"."""
    if _STREET.search(name):
        return False
    if _ORG_WORD.search(name) or _RUN_TOGETHER.search(name) or _beside_one(name, text):
        return True
    if any(
        set(name.split()) <= {re.sub(r"['’]s$", "", word) for word in whole.split()} for whole in institutions(text)
    ):
        return True
    if any(
        role.name == name and stem(role.phrase.split()[-1]) in {stem(word) for word in _ORG_ROLES}
        for role in roles(text)
    ):
        return True
    spots = list(re.finditer(rf"\b{re.escape(name)}\b", text))
    at = sum(
        bool(
            re.search(
                r"\b(?:[Aa]t|join|joins|joined|leave|leaving|left|works? for|worked for|(?:CEO|CFO|CTO|COO|CIO|director|founder|co-founder|chair|chairman|president|partner|head|owner|manager|employee|board|shares?) (?:of|at|in))\s+$",
                text[max(0, spot.start() - 20) : spot.start()],
            )
        )
        for spot in spots
    )
    human = sum(bool(_HUMAN_AFTER.match(text[spot.end() : spot.end() + 20])) for spot in spots)
    return at > 0 and human == 0 and at >= len(spots) / 2 and not _IN_A_PLACE.search(text.replace(name, "\0"))


# "regional manager in Verona" works in a town.
_IN_A_PLACE = re.compile(
    r"\b(?:manager|director|head|partner|owner|employee|founder) in \0|\b(?:move|moves|moving|moved|fly|flies|travel\w*|drive\w*) to \0"
)


def _beside_one(name: str, text: str) -> bool:
    """Tell whether `name` stands beside what is spelled as no person is: "Arcadis or Royal HaskoningDHV"."""
    found = re.search(rf"\b{re.escape(name)},? (?:or|and) (?P<other>{_NAME})", text)
    return found is not None and bool(_RUN_TOGETHER.search(found["other"]) or _ORG_WORD.search(found["other"]))


def institutions(text: str) -> list[str]:
    """Return names such as "University of Bergen", each once."""
    found = []
    for hit in _INSTITUTION.finditer(text):
        name = hit.group()
        if hit["before"] is not None:
            words = name.split()
            while len(words) > 1 and words[0].lower() in NO_NAMES:
                words = words[1:]
            name = " ".join(words) if len(words) > 1 else ""
        if name:
            found.append(name)
    return list(dict.fromkeys(found))


def is_thing(name: str, text: str) -> bool:
    """Tell whether `name` only ever says which one a thing is: "the Rotterdam project"."""
    spots = list(re.finditer(rf"\b{re.escape(name)}\b", text))
    named = [
        re.search(r"\b(?:the|a|an|her|his|their|our) $", text[max(0, spot.start() - 6) : spot.start()])
        and _THING_AFTER.match(text[spot.end() : spot.end() + 16])
        for spot in spots
    ]
    return bool(spots) and all(named)


def is_place(name: str, text: str) -> bool:
    """Tell whether `name` only ever stands where a place does: "in Oslo", "to Bern"."""
    if _STREET.search(name):
        return True
    spots = list(re.finditer(rf"\b{re.escape(name)}\b", text))
    placed = sum(
        bool(_PLACE_BEFORE.search(text[max(0, spot.start() - 8) : spot.start()]))
        and not _HUMAN_BEFORE.search(text[max(0, spot.start() - 24) : spot.start()])
        for spot in spots
    )
    human = sum(bool(_HUMAN_AFTER.match(text[spot.end() : spot.end() + 20])) for spot in spots)
    things = sum(bool(_THING_AFTER.match(text[spot.end() : spot.end() + 16])) for spot in spots)
    return placed > 0 and human == 0 and placed > (len(spots) - things) / 2


def people(text: str) -> list[str]:
    """Return the names that are neither places nor organisations nor say which project is meant."""
    inside = {re.sub(r"['’]s$", "", word) for name in institutions(text) for word in name.split()}
    return [
        name
        for name in distinct_names(text)
        if not is_organisation(name, text)
        and not is_place(name, text)
        and not is_thing(name, text)
        and not set(name.split()) <= inside
    ]


_GERMAN = 6  # small German words from which on a summary is German, where every noun has a capital
_GERMAN_NAME = re.compile(
    r"(?<![a-zäöüß] )(?<!\w)[A-ZÄÖÜ][a-zäöüß]{2,}(?:-[A-ZÄÖÜ][a-zäöüß]+)? [A-ZÄÖÜ][a-zäöüß]{2,}(?=,| [a-zäöüß]+t\b| ist\b| hat\b| will\b| möchte\b)"
)


def main_person(document: Document) -> str | None:
    """Return the name of the person coached: whom the first section begins with or speaks of, else the commonest."""
    text = document.text[:_OPENING]
    if len(re.findall(r"\b(?:und|der|die|das|ist|mit|nicht|ein|eine|im|zu)\b", text)) >= _GERMAN:
        named = _GERMAN_NAME.search("\n".join(section.body for section in document.sections)[:_OPENING])
        if named is not None:
            return named.group()
    known = people(text)
    if not known:
        return None
    introduced = {
        role.name
        for role in roles(text)
        if stem(role.phrase.split()[-1]) not in {stem(word) for word in ("client", "coachee")}
    }
    for section in document.sections:
        body = section.body[:_OPENING]
        places = [(found.start(), name) for name in known if (found := re.search(rf"\b{re.escape(name)}\b", body))]
        for _, name in sorted(places, key=lambda place: (place[0], -len(place[1]))):
            if name not in introduced:
                return name
        if section.body.strip() and section.heading:
            break
    counted = Counter(fact.text for fact in names(text) if fact.text in known and fact.text not in introduced)
    return counted.most_common(1)[0][0] if counted else known[0]


def gender(document: Document) -> str:
    """Return "she", "he" or "they", whichever pronoun the text uses most."""
    text = document.text.lower()
    counts = {
        "she": len(re.findall(r"\b(?:she|her|hers|herself)\b", text)),
        "he": len(re.findall(r"\b(?:he|him|his|himself)\b", text)),
        "they": len(re.findall(r"\b(?:they|them|their|themselves)\b", text)) / 2,
    }
    return max(counts, key=lambda word: counts[word]) if any(counts.values()) else "they"
