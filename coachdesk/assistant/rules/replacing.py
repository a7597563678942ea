"""This file reads which name, term or heading is to give way to which: "rename A to B", "A -> B", "say B instead of A"."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re

from coachdesk.assistant.asides import instead
from coachdesk.assistant.document import Document
from coachdesk.assistant.edits import Plan, SetHeading
from coachdesk.assistant.facts import names, values
from coachdesk.assistant.lexicon import PRONOUNS
from coachdesk.assistant.people import name_of_role
from coachdesk.assistant.request import Request, unquoted
from coachdesk.assistant.rules.substituting import literal, substitute, substitute_name, times
from coachdesk.assistant.targets import find_section, find_sections

_EVERY = re.compile(
    r"(?i)\s*,?\s*\b(?:everywhere|throughout(?: the (?:summary|text|document))?|in (?:all|"
    "every) (?:places?|sections?|mentions?)|wherever (?:it|she|he|the name) (?:appears|is mentioned|"
    "occurs)|all over|each time|every time|in every place|consistently|across the (?:summary|"
    r"board))\b"
)
_Q = r"[\"'“‘„]?"
_ARROW = r"\s*(?:->|=>|→|-->)\s*"
_FORMS = (
    re.compile(
        r"(?i)^(?:please )?(?:rename|retitle)\s+(?P<old>.+?)\s*(?:\bto\b|\binto\b|\bas\b|->|=>|" r"→)\s*(?P<new>.+)$"
    ),
    re.compile(
        r"(?i)^(?:use|write|put|say)\s+(?P<new>.+?)\s+(?:where|wherever|whenever|everywhere)(?: it says| you (?:see|find|read)| there is| it reads| we have)?\s+"
        r"(?P<old>(?!.*\bname\b).+?)(?: stands| appears| occurs| is written| is mentioned| is used)?$"
    ),
    re.compile(r"(?i)^substitute\s+(?P<new>.+?)\s+for\s+(?P<old>.+)$"),
    re.compile(
        r"^(?i:use|write|put)\s+(?P<new>[\"'“‘].+?[\"'”’]|[A-Z][\w.]*)\s+for\s+"
        r"(?P<old>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*)$"
    ),
    re.compile(
        "(?i)^(?:replace|substitute|exchange|swap(?: out)?|switch(?: out)?|"
        r"trade)\s+(?P<old>.+?)\s+(?:with|by|for|through|to|into)\s+(?P<new>.+)$"
    ),
    re.compile(
        r"(?i)^(?:change|correct|alter|turn|fix|update|amend|convert|modify)\s+(?P<old>.+?)\s+(?:to|into|"
        r"->)\s+(?P<new>.+)$"
    ),
    re.compile(
        r"(?i)^(?:use|write|say|put|have|take|prefer)\s+(?P<new>.+?)\s+(?:instead of|rather than|"
        r"in place of|not)\s+(?P<old>.+)$"
    ),
    re.compile(
        r"(?i)^(?:instead of|rather than)\s+(?P<old>.+?),?\s+(?:use|write|say|put|it should (?:say|be|"
        r"read))\s+(?P<new>.+)$"
    ),
    re.compile(
        r"(?i)^(?:everywhere|wherever|where|anywhere|whenever)\s+(?:it says|you (?:see|wrote|write|say|"
        r"have|find|read)|i (?:wrote|see)|there is|it reads)\s+(?P<old>.+?),?\s+(?:write|put|use|say|"
        "it should (?:be|say|read)|change (?:it|that) to|replace (?:it|that) (?:with|by)|make (?:it|"
        r"that)|should be|please (?:write|put|use))\s+(?P<new>.+)$"
    ),
    re.compile(
        r"(?i)^(?P<old>.+?)\s+(?:should|must|needs? to|has to|ought to)\s+(?:actually |really |"
        "rather )?(?:be (?:called|named|renamed(?: to)?|spelled|spelt|written(?: as)?|changed to|"
        r"replaced (?:by|with)|referred to as)|read|become|say)\s+(?P<new>.+)$"
    ),
    re.compile(
        r"(?i)^(?P<old>.+?)\s+(?:is|was)\s+(?:actually |really |in fact |correctly )?(?:spelled|spelt|"
        r"written|called|named)\s+(?P<new>.+)$"
    ),
    re.compile(r"(?i)^(?:refer to|call)\s+(?P<old>.+?)\s+as\s+(?P<new>.+)$"),
    re.compile(r"(?i)^call\s+(?P<old>the [\w ]+?|[A-Z][\w'-]+|[\"'].+?[\"'])\s+(?P<new>[\"'].+[\"']|[A-Z][\w-]+)$"),
    re.compile(rf"^(?P<old>[^:]+?){_ARROW}(?P<new>.+)$"),
    re.compile(r"^s/(?P<old>[^/]+)/(?P<new>[^/]*)/?g?i?$"),
)
_LABELS = re.compile(
    r"(?i)^(?:(?:all|every|each|any|the|both)\s+)*(?:(?:mentions?|instances?|occurrences?|uses?|"
    r"appearances?|references?)\s+(?:of|to)\s+|(?:name|word|term|expression|phrase|spelling|wording|"
    r"company|person|client|coachee|city|surname|first name)s?\s+(?:of\s+)?(?=[\"'“‘A-Z]))+"
)


# What says how a name is written is not the name.
_NO_NAME = re.compile(r"(?:with|without|in|on|not|to|for|as|and|or|but|so|if|no|by|at|from|of|like)\b")


# What is quoted is one piece: the "to" in "Change "still to come" to "over"" parts nothing.
_QUOTED = re.compile(r"\"[^\"\n]+\"|“[^”\n]+”|«[^»\n]+»")
_GLUE = "\ue000"


def replace_term(request: Request) -> Plan | None:
    """Rename or replace a name, word or heading that stands in the summary; None if the request has another form."""
    whole = _QUOTED.sub(lambda quoted: quoted.group().replace(" ", _GLUE), request.clause)
    clause, sections = _scoped(request, _EVERY.sub("", whole).strip())
    for form in _FORMS:
        found = form.match(clause.strip().rstrip("."))
        if found is None:
            continue
        raw_old, raw_new = (found[side].replace(_GLUE, " ") for side in ("old", "new"))
        old, new = unquoted(raw_old), unquoted(instead(raw_new))
        if not new or (old[:1].isupper() and _NO_NAME.match(new)):
            continue
        if re.fullmatch(r"(?i)(?:it|him|her|them|that)", old) and found.re is not _FORMS[10]:
            return None
        plan = _replacing(request, raw_old, old, new, sections)
        if plan is not None:
            return plan
    return None


def _scoped(request: Request, clause: str) -> tuple[str, list[int] | None]:
    found = re.search(
        r"(?i)\s+(?:only |just )?(?:in|within|under)\s+(?:the |my )?([\w '-]{3,40}?)(?:\s+(?:section|only|"
        r"part))*[.\s]*$",
        clause,
    )
    if found:
        sections = find_sections(request, found[1])
        if sections and not re.search(r"(?i)\b(?:heading|section)\b", clause[: found.start()]):
            return clause[: found.start()], [number for index in sections for number in request.document.subtree(index)]
    return clause, None


def _replacing(request: Request, raw_old: str, old: str, new: str, sections: list[int] | None) -> Plan | None:
    document = request.document
    heading_meant = bool(re.search(r"(?i)\b(?:section|heading|headline|header|title)\b", raw_old))
    section = find_section(document, raw_old) if heading_meant else _heading_named(document, old)
    if section is not None and not (values(new) and not heading_meant):
        return rename_heading(document, section, new)
    old = _LABELS.sub("", old).strip()
    old = unquoted(old)
    new = unquoted(re.sub(r"(?i)^(?:the (?:name|word|term|phrase) |just )(?=[\"'A-Z“])", "", new))
    role = re.fullmatch(
        "(?i)(?:the )?names? of (.+)|(.+?)'s? names?|(?:the )?(client|company|coachee|customer|employer|"
        "firm|manager|boss) names?",
        old,
    )
    if role:
        who = next(part for part in role.groups() if part)
        named = (
            name_of_role(document, who)
            if who[:1].islower() or who.lower().startswith(("the ", "her ", "his ", "my ", "their "))
            else None
        )
        if named is not None:
            return substitute_name(document, named.name, new, sections)
        old = who if who[0].isupper() else old
    if old.lower() in PRONOUNS or not old or not new:
        return None
    spelled = literal(document, old)
    if spelled is None:
        return None
    bearer = name_of_role(document, old) if re.match(r"(?i)(?:the|her|his|their) [a-z]", old) else None
    if bearer is not None and re.fullmatch(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?", new):
        return substitute_name(document, bearer.name, new, sections)
    if spelled in {part for fact in names(document.text) for part in (fact.text, *fact.text.split())} or (
        spelled[:1].isupper() and old[:1].isupper()
    ):
        return substitute_name(document, spelled, _cased_like(spelled, new), sections)
    edits, count = substitute(document, spelled, new, sections)
    if not count:
        return None
    return Plan(f"I replaced “{spelled}” by “{new}” ({times(count)}).", edits, asked=(spelled, old), made=(new,))


def _heading_named(document: Document, old: str) -> int | None:
    """Return the section whose heading is exactly `old`, unless its words stand in the text as a name too."""
    bare = re.sub(r"(?i)^(?:the|my)\s+", "", old).lower()
    for index, section in enumerate(document.sections):
        if section.heading and section.name.lower() == bare:
            return index
    singular = [
        index for index in document.named if document.sections[index].name.lower().rstrip("s") == bare.rstrip("s")
    ]
    return singular[0] if singular and literal(document, old) is None else None


def rename_heading(document: Document, section: int, new: str) -> Plan:
    """Return the plan that gives a section the name `new`, capitalised as headings are here."""
    old = document.sections[section].name
    new = re.sub(r"(?i)[\"'”’]?,? (?:so that|because|since) .*$", "", new)
    new = unquoted(re.sub(r"(?i)^(?:the )?(?:heading|title|section|name)\s+", "", new)).strip("#* ").rstrip(":")
    if old[:1].isupper() and new[:1].islower():
        new = new[:1].upper() + new[1:]
    return Plan(
        f"I renamed the section “{old}” to “{new}”.", (SetHeading(section, new),), asked=(old,), made=(new,), focus=new
    )


def _cased_like(old: str, new: str) -> str:
    return (
        new[:1].upper() + new[1:]
        if old[:1].isupper() and new.islower() and not re.match(r"(?:the|her|his|their|a|an|my)\b", new)
        else new
    )
