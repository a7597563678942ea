"""This file says what a request is after that corrects a value or a name, or hides who is meant."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from coachdesk.assistant.facts import values
from coachdesk.assistant.facts_kept import names_stay
from coachdesk.assistant.gist import cues
from coachdesk.assistant.gist.said import Said, language
from coachdesk.assistant.people import TITLES, distinct_names, main_person, name_of_role, people, roles
from coachdesk.assistant.rules.identities import ANYBODY, meant_names

THEN = "\n"  # between commands that are to be carried out together


_DENIED = re.compile(
    r"(?i)\b(?:not|instead of|rather than|(?:i|it|you|we|summary|text) (?:said|says?|wrote|have|had)|nicht|statt|anstatt|pas|no|au lieu de|en vez de)\s+(?:\w+\s+)?$"
)


def corrected(said: Said) -> Iterator[str]:
    """Read "Es sind 19 Leute, nicht 17": a value that the summary has not, and one after "not" that it has."""
    text = said.document.text
    found = values(said.text)
    old = [
        fact
        for fact in found
        if _DENIED.search(said.text[: fact.start]) and re.search(rf"(?<!\w){re.escape(fact.text)}(?!\w)", text)
    ]
    new = [fact for fact in found if fact.text not in text and not _DENIED.search(said.text[: fact.start])]
    if len(old) == 1 and len(new) == 1:
        yield f"replace “{old[0].text}” by “{new[0].text}”"
    elif (
        not old
        and len(found) == 1
        and len(new) == 1
        and new[0].kind in ("money", "percent")
        and not cues.ADDING.search(said.text)
    ):
        # The only sum of a summary is the one that is meant, whatever it is called.
        like = [fact for fact in values(text) if fact.kind == new[0].kind]
        if len(like) == 1:
            yield f"replace “{like[0].text}” by “{new[0].text}”"


def respelled(said: Said) -> Iterator[str]:
    """Another spelling of a name: one that the summary knows, one that it does not, and a word of spelling."""
    if not said.fresh or not cues.SPELLING.search(said.text) or cues.ADDING.match(said.text):
        return
    spoken = " ".join(said.text[one.start : one.end] for one in said.mentions)
    if any(fresh in spoken for fresh in said.fresh):
        return
    known = [name for name in said.known if name not in said.sections]
    english = language(said.text) == "en"
    if len(said.fresh) == 1 and len(known) >= 1:
        near = [name for name in known if _near(name, said.fresh[0]) >= (0.6 if english else 0.5)]
        if near or (
            len(known) == 1 and english and not _ELSEWHERE.search(_between(said.text, known[0], said.fresh[0]))
        ):
            yield f"rename {near[0] if near else known[0]} to {said.fresh[0]}"
            return
    wholes = distinct_names(said.document.text)
    there = [
        *wholes,
        *(part for name in wholes for part in name.split() if len(part) > 2 and part.rstrip(".") not in TITLES),
    ]
    pairs = []
    for fresh in said.fresh:
        best = max(there, key=lambda name: _near(name, fresh), default="")
        if best and _near(best, fresh) >= (0.6 if english else 0.72):
            pairs.append(f"{best} to {fresh}")
    if pairs and len(pairs) == len(said.fresh):
        yield THEN.join(f"rename {pair}" for pair in pairs)


# "… Chiara all right, but the post is in Padua" gives nobody another name.
_ELSEWHERE = re.compile(r"(?i)\bbut\b|\b(?:in|at|from|near|with|by)\s*$")


def _between(text: str, one: str, other: str) -> str:
    first, second = sorted((text.find(one), text.find(other)))
    return text[first:second] if first >= 0 else ""


def _near(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one.lower(), other.lower()).ratio()


_ALL_NAMES = re.compile(
    r"(?i)\b(?:anonym\w*|pseudonym\w*)\b|\b(?:all|any|every|everyone's|everybody's|people's|personal|real|no|the|of|alle|keine|tous|les|aucun)(?: (?:of )?the)?(?: (?:personal|real|proper))? (?:names?|namen|noms?|nombres?)\b|\b(?:who is who|everyone|everybody)\b"
)
_PUT = re.compile(
    r"(?i)(?:\b(?:as|by|with|write|say|call (?:him|her|them|it|\w+)|just say|use|into|durch|als|par)\b)\s*[\"'“‘„«]?\s*(?P<new>(?:the|her|his|their|a|an|another|one of (?:the|her|his)) [a-z][\w' -]{1,40}?)\s*[\"'”’“»]?(?=[,;.]|$| (?:instead|everywhere|throughout|for|in)\b)"
)


_SOMEBODY = re.compile(
    r"(?i)\bnames? of (?!(?:the |all |any |these |those )?(?:people|persons?|everyone|everybody|all|towns?|places?|cit(?:y|ies)|compan(?:y|ies)|anyone|anybody)\b)|"
    r"^(?:the|her|his|their) (?!(?:summary|text|names?|notes?|people|whole|document|rest|persons?|places?|towns?|client|person)\b)[a-z-]+ (?:must|should|has to|needs to|is to|may|can|wants to|would like to|stays?|remains?)\b"
)


def hidden(said: Said) -> Iterator[str]:
    quoted = [text for text in said.quoted if re.match(r"(?i)(?:the|her|his|their|a|an|my|our|another)\b", text)]
    if not (
        quoted or cues.HIDDEN.search(said.text) or (cues.HIDING.search(said.text) and _TAKES_OUT.search(said.text))
    ) or _hides_nobody(said):
        return
    aside = cues.EXCEPT.search(said.text)
    if aside and _ALL_NAMES.search(said.text[: aside.end()]):
        spared = [name for name in said.known if said.text.find(name) > aside.start()]
        how = "replace all names by initials" if cues.INITIALS.search(said.text) else "anonymise all names"
        yield f"{how}, except {' and '.join(spared)}" if spared else how
        return
    of_him = bool(quoted) and _HIM.search(said.text) is not None
    if not of_him and _ALL_NAMES.search(said.text) and not [name for name in said.known if name not in said.sections]:
        how = "replace all names by initials" if cues.INITIALS.search(said.text) else "anonymise all names"
        places = re.search(
            r"(?i)\b(?:no|nor|or|and|without) (?:the |any )?(?:towns?|cit(?:y|ies)|places?|locations?)\b", said.text
        )
        if places and meant_names(said.document, "places"):
            yield f"{how}{THEN}anonymise the places"
        yield how
        return
    put = _PUT.search(said.text)
    new = quoted[0] if quoted else put["new"] if put else ""
    whom = [name for name in said.known if name not in said.sections]
    if quoted and len(quoted) == len(whom) > 1:
        yield THEN.join(f"replace {name} by “{text}”" for name, text in zip(whom, quoted, strict=True))
        return
    whom = whom or _circumscribed(said, new)
    if whom:
        if new:
            yield THEN.join(f"replace {name} by “{new}”" for name in _whole_names(said, whom))
        elif cues.INITIALS.search(said.text):
            yield f"replace {' and '.join(whom)} by initials"
            return
        yield f"anonymise {' and '.join(whom)}"
    elif _ALL_NAMES.search(said.text) and not new:
        how = " by initials" if cues.INITIALS.search(said.text) else ""
        yield f"replace all names{how}" if how else "anonymise all names"


_TAKES_OUT = re.compile(
    rf"{cues.GONE.pattern}|(?i:\b(?:no|not|without|don't|never|hide|hidden|private|confidential|instead|replace\w*|secret|black|mask\w*|only|just|nobody|kein\w*|nicht|ohne|statt|pas|aucun|nur|ersetz\w*|remplac\w*)\b)"
)


def _hides_nobody(said: Said) -> bool:
    """Tell whether names are to stay, or somebody is meant of whom the summary does not say who that is."""
    if "(" in said.text or names_stay(said.text):
        return True
    new = said.quoted[0] if said.quoted else ""
    return not said.known and bool(_SOMEBODY.search(_unquoted_text(said))) and not _circumscribed(said, new)


def _circumscribed(said: Said, new: str) -> list[str]:
    """Return the names of those whom the request means without naming them: by a role, by what is new, or as "him"."""
    found = _by_role(said)
    if found or not new:
        return found
    unnamed = _without_role(said, new)
    person = main_person(said.document) if _HIM.search(said.text) else ""
    return [name for name in (unnamed or person,) if name]


# "her" before a noun is no person: "her little boy".
_HIM = re.compile(r"(?i)\b(?:him|he|she|her(?! [a-z]))\b")
_RELATIVE = re.compile(
    r"(?i)(?:the|her|his|their|a|an|one of (?:her|his|their)) (?:\w+ )?(?:son|daughter|child|boy|girl|kid|baby|partner|wife|husband|brother|sister|friend|"
    r"mother|father|boss|manager|colleague|cousin|uncle|aunt|neighbou?r|assistant|deputy|mentor|teacher|employee|ex)"
)


def _without_role(said: Said, new: str) -> str:
    """Return the one person, besides the person coached, of whom the summary does not say who it is to her; else ""."""
    if not _RELATIVE.fullmatch(new):
        return ""
    told = {role.name for role in roles(said.document.text)}
    others = [
        name
        for name in people(said.document.text)
        if name not in told and name != main_person(said.document) and len(name.split()) == 1
    ]
    return others[0] if len(others) == 1 else ""


def _whole_names(said: Said, whom: list[str]) -> list[str]:
    """Return the names as they stand in full, for a given word stands for all of a name."""
    wholes = distinct_names(said.document.text)
    return list(dict.fromkeys(next((whole for whole in wholes if name in whole.split()), name) for name in whom))


def _unquoted_text(said: Said) -> str:
    return re.sub(r"[\"“‘][^\"”’]*[\"”’]|(?<!\w)'[^']*'(?!\w)", " ", said.text)


def _by_role(said: Said) -> list[str]:
    """Return the names of those whom the request means by what they are: "the school", "his boss"."""
    found: list[str] = []
    for whose, phrase in re.findall(
        r"(?i)\b(the|her|his|their|my|both|ihr\w*|sein\w*|der|die|das|son|sa|ses|le|la) ((?:[a-zà-ÿß]+ )?[a-zà-ÿß]+)\b",
        _unquoted_text(said),
    ):
        for words in (phrase, phrase.split()[-1], phrase.split()[0]):
            if whose.lower() != "the" and ANYBODY.fullmatch(f"the {words}"):
                continue  # "her little boy" is not the person coached
            if cues.HIDING.fullmatch(words) or words in ("summary", "text", "notes", "whole"):
                continue
            role = name_of_role(said.document, f"the {words}")
            named = [role.name] if role is not None else meant_names(said.document, f"the {words}") or []
            if named:
                found += named
                break
    if not found and re.search(
        r"(?i)\b(?:places?|towns?|cit(?:y|ies)|where (?:she|he|they) (?:lives?|works?|is|are)|locations?|orte?|villes?)\b",
        said.text,
    ):
        found += meant_names(said.document, "places") or []
    if not found and re.search(
        r"(?i)\b(?:employers?|compan(?:y|ies)|firms?|arbeitgeber|firma|entreprise)\b", said.text
    ):
        found += meant_names(said.document, "the company") or []
    return list(dict.fromkeys(found))
