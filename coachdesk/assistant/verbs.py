"""This file puts the many verbs with which coaches begin a request into the few that the rules read."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re

# The verb that rules read, whole phrases that stand for it at the start of a request, and verbs that take their
# object in the middle: "pop this in".
_SAME: tuple[tuple[str, str, str], ...] = (
    (
        "add",
        r"(?:pop|squeeze|slip|stick|throw|chuck|work|drop|bung|fit|weave|slot|sneak|type|tuck) in|tack on|tag on|stick on|put down|jot|supplement(?: it)? with|complement(?: it)? with",
        r"(?:pop|squeeze|slip|stick|throw|chuck|work|bung|fit|weave|slot|sneak|tuck) (?P<x>.+?) in(?:to (?P<y>.+))?",
    ),
    (
        "remove",
        r"scratch|bin|chuck(?: out| away)?|axe|nix|dump|toss(?: out| away)?|weed out|kick out|purge|wipe(?: out)?|excise|scrub|forget about|dispense with|rub out|get shot of|edit out|x out|spare (?:us|me|them)|expunge|withdraw|yank|pull out|do without|deduct|trash|junk|discount|blot out|chop(?: out| off)?|ignore|zap",
        r"(?:bin|chuck|toss|kick|weed|wipe|rub|edit|pull|chop|blot|sort|yank|filter|screen) (?P<x>.+?) (?:out|away|off)",
    ),
    (
        "shorten",
        r"prune(?: back)?|pare(?: down| back)|whittle(?: down)?|slim(?: down)?|squash|thin out|scale (?:down|back)|cut back(?: on)?|compact|crunch(?: down)?|truncate|de-?clutter|sharpen up|strip down",
        r"(?:pare|whittle|slim|boil|thin|scale|strip|trim|cut|bring|get|break) (?P<x>it|this|that|them|the whole thing|everything) (?:down|back)(?! to)",
    ),
    ("rename", r"re-?label|re-?title|re-?christen|re-?brand", ""),
    ("anonymise", r"blank out|black out|cover up|blur|camouflage|veil|scramble|de-?personali[sz]e", ""),
    ("replace", r"sub|swop|trade|exchange", ""),
    ("merge", r"lump(?: together)?|roll(?: together)?|blend|unite|bundle(?: up)?|fold|melt|pool|bring together", ""),
)
_OPENING = re.compile(
    r"(?i)^(?:"
    + "|".join(f"(?P<{new}>{phrases})" for new, phrases, _ in _SAME)
    + r")\b(?=\s+\S)(?!\s*(?:is|are|was|were|->)\b)"
)
_AROUND = tuple((new, re.compile(rf"(?i)^{form}(?P<r>\s*[,.;:!–-].*)?$")) for new, _, form in _SAME if form)


def plain_verb(clause: str) -> str:
    """Return a request with its first verb put plainly: "scratch the choir" is "remove the choir"."""
    for new, form in _AROUND:
        found = form.match(clause)
        if found is not None:
            groups = found.groupdict()
            where = f" to {groups['y']}" if groups.get("y") else ""
            return f"{new} {groups['x']}{where}{groups.get('r') or ''}"
    found = _OPENING.match(clause)
    if found is None or not found.lastgroup:
        return clause
    return f"{found.lastgroup}{clause[found.end() :]}"
