"""This file takes the second thought of a coach for the first: "shorten it, no wait, number it", "on 5 May, sorry, 6 May"."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re

from coachdesk.assistant.facts import values
from coachdesk.assistant.verbs import VERB_START

_THOUGHT = re.compile(
    r"(?i)[\s,.;?!…–—-]+(?:no,? wait|wait,? no|no,? sorry|oh no|scratch that|on second thoughts?|(?:sorry,? |or |no,? )?i mean(?:t)?|or rather|actually,? no|correction|wait|make that)\s*[,:;…–—-]*\s+(?=\S)"
)
_SORRY = re.compile(r"(?i)\s*[,;.!–—-]+\s*(?:(?:sorry|oops|rather|er+m?|uh)[\s,:;–—-]+|no[,:;]\s*)(?=\S)")
_MAKE = re.compile(r"(?i)^(?:make (?:it|that)|it's|it is|that's) ")


def last_thought(text: str) -> str:
    """Return a message as the coach put it at last; unchanged where she did not think again or it cannot be told."""
    thoughts = list(_THOUGHT.finditer(text)) or list(_SORRY.finditer(text))
    found = thoughts[-1] if thoughts else None
    if found is None or re.search(r"[\"“„«]", text):
        return text
    first, second = text[: found.start()], text[found.end() :]
    if re.match(r"(?i)(?:that|it)['’]?s? (?:is )?(?:fine|ok|good|wrong|all)\b", second):
        return text
    old, new = values(first), values(_MAKE.sub("", second))
    if len(new) == 1 and old and old[-1].kind == new[0].kind and len(second.split()) <= len(new[0].text.split()) + 3:
        at = old[-1]
        return f"{first[: at.start]}{new[0].text}{first[at.end :]}"
    return (
        second
        if _THOUGHT.search(text) and VERB_START.match(second) and len(second.split()) > 1 and VERB_START.match(first)
        else text
    )
