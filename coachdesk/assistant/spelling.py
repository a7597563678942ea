"""This file spells a name as a coach describes it: "Haddad has only one d", "Clark with an e at the end"."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re

_Q = r"[\"'“”‘’]?"
_LETTER = rf"{_Q}(?P<a>[^\W\d_]){_Q}(?:['’]?s)?"
_HOW = re.compile(
    r"(?i)^(?P<name>(?-i:[A-Z])[\w'’-]+(?: (?-i:[A-Z])[\w'’-]+)?) (?:(?:is|has|should be|must be|should have|needs|takes|comes|gets|goes) )?(?:(?:actually|really|only|just|always) )*"
    r"(?:spel(?:led|t) |written )?(?P<how>with(?: only| just)?|without|has|(?:only )?(?=(?:an?|one|two|no|double)\b))? ?"
    rf"(?P<many>an? (?:extra|additional|second|single)|one|an?|a single|single|two|double|a double|no|any)?[ -]?(?:letter )?{_LETTER}"
    rf"(?:,? (?P<link>instead of|not|and not|rather than)(?: (?:an?|the|two|double|one))? {_Q}(?P<b>[^\W\d_]){_Q}(?:['’]?s)?|,? (?P<end>at the end|in the end|last)|,? (?P<begin>at the (?:beginning|start|front)|first))?$"
)


def spelled_so(clause: str) -> tuple[str, str] | None:
    """Return (name, name as it is described) where the description fits one place of the name alone, else None."""
    found = _HOW.match(clause.strip().rstrip(".!"))
    if found is None:
        return None
    name, letter, many = found["name"], found["a"].lower(), (found["many"] or "").lower()
    none = many in ("no", "any") or (found["how"] or "").lower() == "without"
    if found["b"]:
        new = _once(name, found["b"].lower(), letter)
    elif none:
        new = name[:-1] if found["end"] and name.lower().endswith(letter) else _once(name, letter, "")
    elif many in ("two", "double", "a double"):
        new = _once(name, letter, letter * 2) if letter * 2 not in name.lower() else ""
    elif many in ("one", "a single", "single") and letter * 2 in name.lower():
        new = _once(name, letter * 2, letter)
    elif found["end"]:
        new = name + letter if not name.lower().endswith(letter) else ""
    else:
        new = ""
    return (name, new) if new and new != name else None


def _once(name: str, old: str, new: str) -> str:
    """Return `name` with `new` for `old` where that stands there once, else ""."""
    if name.lower().count(old) != 1:
        return ""
    at = name.lower().index(old)
    put = new[:1].upper() + new[1:] if name[at].isupper() and new else new
    made = name[:at] + put + name[at + len(old) :]
    return made[:1].upper() + made[1:]
