"""This file puts the many verbs with which coaches begin a request into the few that the rules read."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re

# The verbs with which a request to change something begins.
EDIT_VERBS = (
    "add|insert|append|include|remove|delete|drop|cut|erase|strip|omit|take|strike|throw|leave|cross out|get rid of|lose|scrap|"
    "discard|exclude|eliminate|rename|retitle|replace|substitute|swap|exchange|change|correct|fix|update|edit|amend|"
    "shorten|condense|trim|compress|tighten|abbreviate|reduce|summarise|summarize|simplify|make|turn|convert|transform|"
    "rewrite|rephrase|reword|reformat|format|merge|combine|join|fuse|split|break|divide|separate|number|renumber|bullet|"
    "enumerate|list|sort|order|reorder|arrange|rearrange|reverse|move|put|place|shift|bring|push|postpone|reschedule|"
    "delay|start with|end with|keep|retain|preserve|anonymise|anonymize|hide|mask|redact|pseudonymise|pseudonymize|"
    "bold|italicise|italicize|highlight|underline|capitalise|capitalize|write|draft|compose|email|e-mail|send|prepare|"
    "translate|call|use|refer|mention|note|tell|show|explain|answer|undo|revert|restore|mark|tick|check off|expand|say|"
    "address|set|give|pull|get|let|clean|polish|improve|proofread|spell|insert|create|advance|transfer|begin with"
)
VERB_START = re.compile(rf"^(?:{EDIT_VERBS})\b", re.IGNORECASE)
# The verb that rules read, whole phrases that stand for it at the start of a request, and verbs that take their
# object in the middle: "pop this in".
_SAME: tuple[tuple[str, str, str], ...] = (
    (
        "add",
        r"(?:pop|squeeze|slip|stick|throw|chuck|work|drop|bung|fit|weave|slot|sneak|type|tuck) in|tack on|tag on|stick on|put down|put in(?= (?:that|the fact|a |an |another|one))|jot|attach|supplement(?: it)? with|complement(?: it)? with",
        r"(?:pop|squeeze|slip|stick|throw|chuck|work|bung|fit|weave|slot|sneak|tuck) (?P<x>.+?) in(?:to (?P<y>.+))?",
    ),
    (
        "remove",
        r"scratch|kill(?: off)?(?=\s+(?:the |that |this |all |those |her |his )*(?:[\w-]+ ){0,2}(?:insights?|commitments?|points?|bullets?|sections?|sentences?|lines?|bits?|parts?|paragraphs?|headings?|items?|tasks?|figures?|numbers?|dates?|names?)\b)|bin|chuck(?: out| away)?|axe|nix|dump|toss(?: out| away)?|weed out|kick out|purge|wipe(?: out)?|excise|scrub|forget about|dispense with|rub out|get shot of|edit out|x out|spare (?:us|me|them)|expunge|withdraw|yank|pull out|do without|deduct|trash|junk|discount|blot out|chop(?: out| off)?|ignore|zap",
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
