"""This file reads who is to be called what, given in pairs: "Arjun = Partner A, Joost = Partner B"."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re

from coachdesk.assistant.gist.said import Said
from coachdesk.assistant.people import distinct_names

_OLD_NEW = r"(?:=|->|=>|→|\bbecomes?\b|\bshould be(?: called)?\b|\bis to be(?: called)?\b|\bas\b|\binto\b|:)"
_LEAD = re.compile(
    r"(?i)^.*?(?:\b(?:names?|people|persons|everyone|both|them|anonymi[sz]e|pseudonyms?|rename|call|replace|use|write|please)\b[^:=]{0,40}?(?::|\bwith\b|\bby\b|\bas\b|\binto\b)\s*|^(?:anonymi[sz]e|rename|call|replace)\s+)(?=\S)"
)
_NEW = r"[\"'“‘]?[\w'’.-]+(?: [\w'’.-]+){0,3}?[\"'”’]?"


def pairs_of(said: Said) -> list[tuple[str, str]]:
    """Return (name as it stands, what to write for it) of each pair; empty where fewer than two are given."""
    known = distinct_names(said.document.text)
    parts = sorted({part for name in known for part in (name, *name.split()) if len(part) > 1}, key=len, reverse=True)
    name = "|".join(re.escape(part) for part in parts) or "(?!)"
    text = said.text
    found: dict[str, str] = {}
    both = re.search(
        rf"(?i:replace|change|swap|turn|rename|call|anonymi[sz]e)\s+(?P<a>{name}),? (?:and|&) (?P<b>{name})\s+(?i:by|with|to|into|as|for)\s+(?P<x>[\"'“‘][^\"'”’]+[\"'”’]|[\w. -]+?),? (?:and|&) (?P<y>[\"'“‘][^\"'”’]+[\"'”’]|[\w. -]+?)(?: respectively)?$",
        text,
    )
    if both is not None:
        return [(both["a"], both["x"].strip("\"'“”‘’")), (both["b"], both["y"].strip("\"'“”‘’"))]
    piece_ends = r"(?=\s*(?:[,;&]|\band\b|$|\())"
    forms = (
        rf"(?P<old>{name})\s*{_OLD_NEW}\s*(?P<new>{_NEW}){piece_ends}",
        rf"(?P<new>(?:[A-Z]|the |her |his |a )[\w'’ -]{{0,24}}?)\s*\(\s*(?:=\s*)?(?P<old>{name})\s*\)",
        rf"(?P<new>[\"'“‘][^\"'”’]{{1,40}}[\"'”’])\s+for\s+(?P<old>{name}){piece_ends}",
    )
    for form in forms:
        for hit in re.finditer(form, text):
            new = re.sub(r"(?i)^(?:and|with|by|replace|both names with)\s+", "", hit["new"].strip()).strip("\"'“”‘’")
            if new and new not in parts:
                found.setdefault(hit["old"], new)
        if len(found) > 1:
            return list(found.items())
        found = {}
    return []


def paired(said: Said) -> str:
    """Return the commands that carry out the pairs of a request, and hide places where it asks for that too."""
    pairs = pairs_of(said)
    if not pairs:
        return ""
    commands = [f"replace {_whole(said, old)} by “{new}”" for old, new in pairs]
    if re.search(
        r"(?i)\b(?:no|without|hide|remove)\s+(?:the )?(?:towns?|cit(?:y|ies)|places?|locations?)\b", said.text
    ):
        commands.append("anonymise the places")
    out = re.search(
        r"(?i)(?:^|[,;]|\band\b)\s*(?P<what>(?:the |her |his |their )?[\w' -]{3,40}?(?:'s)? (?:name|surname)) (?:out|away|off)\b",
        said.text,
    )
    if out is not None:
        commands.append(f"remove {out['what'].strip()}")
    return "\n".join(commands)


def _whole(said: Said, old: str) -> str:
    return next((name for name in distinct_names(said.document.text) if old in name.split()), old)
