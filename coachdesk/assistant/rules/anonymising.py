"""This file hides who is meant: names become roles ("the client", "her manager"), initials, or the words that the coach gives."""

from __future__ import annotations

import re

from coachdesk.assistant.document import Document, read_document
from coachdesk.assistant.edits import Edit, Plan, SetHeading, SetText, apply_edits
from coachdesk.assistant.people import (
    distinct_names,
    is_organisation,
    is_place,
    main_person,
    name_of_role,
    people,
    roles,
)
from coachdesk.assistant.request import Request, unquoted
from coachdesk.assistant.rules.replacing import substitute_name

_HIDE = r"(?:anonymi[sz]e|pseudonymi[sz]e|hide|mask|redact|conceal|disguise|de-?identify|obscure|black out|blank out|protect)"
_NAMES = r"(?:(?:the|all|any|every|each|real|actual|full|personal|people's|persons'|client|her|his|their|of)\s+)*(?:names?|identit(?:y|ies)|identifying (?:details|names|information)|personal (?:names|data|details|information))(?: of (?:the )?(?:people|persons|everyone|everybody|all(?: people| persons)?))?"
_WAY = r"(?:\s+(?:by|with|to|through|as|into|using|for)\s+(?P<new>.+))?"
_FORMS = (
    re.compile(rf"(?i)^(?:{_HIDE})(?:\s+(?P<what>.+?))??{_WAY}$"),
    re.compile(rf"(?i)^(?:replace|substitute|change|swap|turn|shorten|abbreviate|reduce|cut)\s+(?P<what>{_NAMES}|(?:the|her|his|their|my) [\w -]+?['’]s? names?|(?:the )?(?:client|company|coachee|employer|manager|boss|firm|customer|organi[sz]ation)(?:'s)? names?|(?:the )?names? of .+?|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*(?:'s name)?)\s+(?:by|with|to|into|through|for)\s+(?P<new>.+)$"),
    re.compile(r"(?i)^(?:use|write|put|show|give|have)\s+(?:only |just )?(?P<new>(?:the |her |his |their )?(?:initials?|roles?|job titles?|first letters?|letters|pseudonyms?|placeholders?))\s*(?:only)?(?:\s+(?:instead of|rather than|in place of|for|not)\s+(?P<what>.+?))?(?:\s+only)?$"),
    re.compile(r"(?i)^(?:make|keep)\s+(?P<what>it|this|the (?:whole )?(?:summary|text)|everything|everyone|[A-Z][\w'’-]+)\s+(?:fully |completely )?(?P<new>anonymous|anonymi[sz]ed|unidentifiable)$"),
    re.compile(rf"(?i)^(?:remove|delete|strip(?: out)?|take out|leave out|drop|omit|get rid of|no|don't (?:use|mention)|do not (?:use|mention)|without)\s+(?P<what>{_NAMES})(?P<new>)$"),
    re.compile(r"(?i)^(?:no one|nobody|noone|(?P<what>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)) (?:should|must|may|can)(?: not|n't)? be (?:identified|identifiable|recogni[sz]ed|recogni[sz]able|named|anonymi[sz]ed|anonymous)(?P<new>)$"),
    re.compile(r"(?i)^(?:refer to|call|name)\s+(?P<what>(?:the |her |his )?(?:client|company|coachee|employer|manager|boss|customer)|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*|everyone|everybody|all people|people)\s+(?:only )?(?:by|as|with)\s+(?P<new>.+)$"),
)  # fmt: skip


_TOOLS = frozenset(
    "Zoom Teams Skype WhatsApp Slack Excel LinkedIn Outlook Google FaceTime PhD MBA MSc BSc PowerPoint Word Notion Trello Instagram Facebook YouTube".split()
)


def anonymise(request: Request) -> Plan | None:
    """Put roles, initials or given words for the names that the clause means; None where it means none."""
    clause = re.sub(
        r"(?i)\s+(?:everywhere|throughout|in (?:the|this) (?:summary|text))$", "", request.clause.strip().rstrip(".!")
    )
    for form in _FORMS:
        found = form.match(clause)
        if found is None:
            continue
        what, new = found["what"] or "", unquoted(found["new"] or "")
        what, spared = _spared(what)
        new, spared = (new, spared) if spared else _spared(new)
        plan = _hidden(request, unquoted(what), new, spared)
        if plan is not None:
            return plan
    return None


def _spared(text: str) -> tuple[str, str]:
    found = re.search(
        r"(?i)\s*,?\s*(?:except|but not|apart from|other than|but keep|but leave)(?: for)?\s+(?P<name>.+)$", text
    )
    return (text[: found.start()], found["name"]) if found else (text, "")


def _hidden(request: Request, what: str, new: str, spared: str) -> Plan | None:
    document = request.document
    text = document.text
    found = _meant(document, what)
    if found is None:
        return None
    found = [name for name in found if not spared or name.lower() not in spared.lower()]
    if not found:
        return Plan("I found no such name in the summary, so I left it as it was.", done=False)
    way = (
        "initials"
        if re.search(r"(?i)\b(?:initials?|first letters?|letters?)\b", new)
        else "words"
        if new
        and not re.search(
            r"(?i)\b(?:roles?|job titles?|functions?|anonym\w*|pseudonyms?|placeholders?|something|neutral|generic|descriptions?|unidentifiable)\b",
            new,
        )
        else "roles"
    )
    if way == "words" and len(found) > 1:
        return None
    if (
        way == "words"
        and len(found) == 1
        and re.fullmatch(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*", what)
        and new[:1].isupper()
    ):
        return None
    put = {
        name: _initials(name) if way == "initials" else new if way == "words" else _role(document, name)
        for name in found
    }
    if way == "roles":
        used: dict[str, str] = {}
        for name, role in put.items():
            if (
                role in used
                and name.split()[0] not in used[role].split()
                and used[role].split()[-1] not in name.split()
            ):
                put[name] = "the coachee" if name == main_person(document) else _initials(name)
            used.setdefault(role, name)
    edits = _composed(document, put)
    if not edits:
        return None
    told = ", ".join(f"{name} became “{role}”" for name, role in put.items())
    return Plan(
        f"I took the names out: {told}." if len(put) > 1 else f"I wrote {put[found[0]]} for {found[0]}.",
        edits,
        asked=(*found, *(part for name in found for part in name.split())),
        made=(*put.values(), text),
    )


def _meant(document: Document, what: str) -> list[str] | None:
    """Return the names that a phrase means, the longest first; None if it means something else than names."""
    text = "".join(section.body for section in document.sections)
    known = [name for name in distinct_names(text) if name not in _TOOLS]
    bare = re.sub(r"(?i)['’]s?\s+(?:real |full |last |first )?names?$|^(?:the )?names? of ", "", what).strip()
    people_there = [name for name in people(text) if name not in _TOOLS]
    organisations = [name for name in known if is_organisation(name, text)]
    if re.fullmatch(
        rf"(?i)(?:{_NAMES}|it|this|everything|everyone|everybody|(?:the |this |my )?(?:whole |entire )?(?:summary|text|notes|document)|all(?: of it)?|people|all people|persons|who is (?:meant|who)|)",
        what.strip(),
    ):
        if re.search(r"(?i)\bpeople|person|everyone|everybody", what):
            return sorted(people_there, key=lambda name: -len(name))
        return sorted([*people_there, *organisations], key=lambda name: -len(name))
    if re.search(r"(?i)\b(?:compan(?:y|ies)|organi[sz]ations?|employers?|firms?|business(?:es)?)\b", bare):
        role = name_of_role(document, bare)
        chosen = (
            organisations
            if re.search(r"(?i)(?:companies|organi[sz]ations|firms|all|names$)", what) or role is None
            else [role.name]
        )
        return sorted(chosen, key=lambda name: -len(name)) or None
    if re.search(r"(?i)\b(?:places?|cit(?:y|ies)|locations?|towns?)\b", bare):
        return [name for name in known if is_place(name, text)]
    for name in known:
        if bare.lower() == name.lower() or (bare.lower() in name.lower().split() and len(bare) > 2):
            return [bare if bare in text else name] + [
                other for other in known if bare in other.split() and other != bare
            ]
    if re.match(r"(?i)(?:the|her|his|their|my|our)\s|(?:client|coachee|manager|boss|company)\b", bare) and re.search(
        r"(?i)\bnames?\b|client|coachee", what
    ):
        role = name_of_role(document, bare)
        return [role.name] if role is not None else []
    return None


def _initials(name: str) -> str:
    words = [
        word
        for word in re.findall(r"[^\W\d_][\w'’-]*", name)
        if word.rstrip(".") not in ("Dr", "Mr", "Mrs", "Ms", "Prof") and word[0].isupper()
    ]
    return " ".join(f"{word[0]}." for word in words) or f"{name[0]}."


def _role(document: Document, name: str) -> str:
    """Return what the text calls the bearer of a name, else "the client", "the company" or the initials."""
    text = document.text
    for role in roles(text):
        if role.name == name or name in role.name.split():
            phrase = role.phrase
            return re.sub(r"(?i)^an?\s", "the ", phrase[:1].lower() + phrase[1:])
    person = main_person(document)
    if person and (name == person or name in person.split() or person in name.split()):
        return "the client"
    if is_organisation(name, text):
        return "the company"
    return _initials(name)


def _composed(document: Document, put: dict[str, str]) -> tuple[Edit, ...]:
    """Return the edits of all substitutions, made one after the other."""
    current = document
    for old, new in sorted(put.items(), key=lambda pair: -len(pair[0])):
        current = read_document(apply_edits(current, substitute_name(current, old, new).edits))
    edits: list[Edit] = []
    if [len(section.blocks) for section in current.sections] != [len(section.blocks) for section in document.sections]:
        return ()
    for number, (before, after) in enumerate(zip(document.sections, current.sections, strict=True)):
        if before.name != after.name:
            edits.append(SetHeading(number, after.name))
        for index, (old_block, new_block) in enumerate(zip(before.blocks, after.blocks, strict=True)):
            text = re.sub(r"(\b[^\W\d_]\.)\.(?=\s|$)", r"\1", new_block.text)
            if text != old_block.text:
                edits.append(SetText(number, index, text))
    return tuple(edits)
