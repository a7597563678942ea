"""This file says what a request is after that adds something, in whichever language it announces it."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re
from collections.abc import Iterator

from coachdesk.assistant.gist import cues
from coachdesk.assistant.gist.said import Said
from coachdesk.assistant.targets import section_of_kind

_CONTENT = re.compile(
    r"(?is)^(?P<head>(?:[^:]|(?<=\d):(?=\d)){2,120}?)(?:\s*(?<!\d):(?!\d)\s*|\s+[–—-]{1,2}\s+)(?P<text>\S.+)$|^(?P<head2>.{4,110}?)\b(?:that|dass|daß|que|qu')\s*(?P<text2>\S.+)$|"
    r"^(?P<head3>.{0,60}?\b(?:missing|forgotten|forgot|left out|lacking))[.!,;]+\s+(?P<text3>\S.+)$"
)
_COMMITMENT = re.compile(
    r"(?i)\b(?:commitments?|tasks?|to-?dos?|to-?do list|actions?|promis\w+|agreed|homework|next steps?|vereinbarung\w*|aufgabe\w*|engagements?|tâches?|maßnahme\w*)\b|\b(?:her|his|their|the) list\b"
)
_INSIGHT = re.compile(
    r"(?i)\b(?:insights?|observations?|findings?|reali[sz]\w+|learn\w+|noticed|erkenntnis\w*|einsicht\w*|constats?|prises? de conscience)\b"
)
# What announces something new, before a colon, a dash or "that".
_ANNOUNCED = re.compile(
    r"(?i)^(?:(?:please |and |also |oh |so |but )*(?:add|append|insert|include)\b|"
    r".{0,60}?\b(?:(?:one|two|three) more|another|(?:a|an|one) (?:further|additional|extra|new|missing)|missing|forg[oe]t\w*|left (?:it |this |one |something )?out|on (?:her|his|their|the) (?:list|plate|agenda)(?: too| as well)?|"
    r"(?:i'd|i would|we'd|we would) (?:also )?(?:like|want|love) (?:to see|to have|it to say|it to mention)|should also (?:say|mention|include)|in addition|on top of that|goes (?:in|into|under|to)|needs? to go (?:in|into|under))\b"
    r"[^:]{0,60}?(?::(?!\d)|\s[–—-]{1,2}\s|\bthat\b|[.!]\s))"
)


def adds_outright(clause: str) -> bool:
    """Tell whether a request announces something new, so that it corrects nothing."""
    return bool(_ANNOUNCED.match(clause))


def added(said: Said) -> Iterator[str]:
    if not cues.ADDING.search(said.text) and not adds_outright(said.text):
        return
    found = _CONTENT.match(said.request.clause.strip())
    head = (found["head"] or found["head2"] or found["head3"]) if found else ""
    text = (found["text"] or found["text2"] or found["text3"]) if found else ""
    long = [quoted for quoted in said.quoted if len(quoted.split()) > 2]
    if long:
        text, head = long[0], said.text.replace(long[0], "")
    if not text or not (cues.ADDING.search(head) or adds_outright(said.text) or said.mentions):
        return
    where = next((said.document.sections[one.section].name for one in said.mentions if one.start < len(head)), "")
    if not where:
        where = _kind_named(said, head) or (_kind_of(said, text) if adds_outright(said.text) else "")
    if where:
        yield f"add to {where}: {text}"


def _kind_named(said: Said, head: str) -> str:
    for pattern, kind in ((_COMMITMENT, "commitments"), (_INSIGHT, "insights")):
        if pattern.search(head) and (index := section_of_kind(said.document, kind)) is not None:
            return said.document.sections[index].name
    return ""


def _kind_of(said: Said, text: str) -> str:
    """Return the section that such a statement belongs to: what somebody will do is a commitment."""
    will = re.match(
        r"(?i)(?:\S+ ){1,3}?(?:will|wants? to|is going to|plans? to|intends to|(?:has |have )?(?:also )?(?:promised|agreed|committed|decided|vowed|offered)|has to|must)\b|(?:\S+ ){1,2}?\S+s\b.* (?:by|until|on|before) (?:the )?[A-Z\d]",
        text,
    )
    index = section_of_kind(said.document, "commitments" if will else "insights")
    return said.document.sections[index].name if index is not None else ""
