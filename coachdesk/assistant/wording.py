"""This file writes a spoken sentence as a statement of a summary that says who said it.

"I think the case should be soft" becomes "Anna thinks the case should be soft." where nothing in it depends on who
speaks; a sentence about "me" or "you" stays a quotation, `Anna: "…"`, because turning it round would be a guess at
who is meant.
"""

from __future__ import annotations

import re

from coachdesk.assistant.spoken import Sentence
from coachdesk.assistant.vocabulary import SPEAKING, words_of

_OPINION = re.compile(
    r"^I (?:(?:really|just|also|still|do|certainly|definitely|personally) )*"
    r"(?P<verb>think|believe|feel|hope|suspect|know|understand|agree|suppose)(?: that)? (?P<rest>\S.*)$"
)
_WISH = re.compile(
    r"^I (?:(?:really|just|also|still) )*(?P<verb>want|need|plan|hope|wanted|needed|decided|agreed"
    r"|tried|would like|would love)"
    r" to (?P<rest>\S.*)$"
)
_SHORT_WISH = re.compile(r"^I'd (?P<verb>like|love) to (?P<rest>\S.*)$")
_TITLE = re.compile(r"^(?:(?:the )?(?:right )?hon(?:ourable)?\.? )(?=\S)", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s*\(.*$", re.DOTALL)
_UNCLEAR = frozenset(("to", "it", "this", "that", "these", "those", "so", "they", "he", "she", "about", "of", "with"))


def short_name(speaker: str) -> str:
    """Return a speaker's label without what stands in brackets behind it or a parliament's title before it."""
    return _TITLE.sub("", _IN_BRACKETS.sub("", speaker).strip()) or speaker.strip()


def statement(sentence: Sentence, english: bool = True) -> str:
    """Return `sentence` as one line of a summary, with its speaker where there is one."""
    text = " ".join(sentence.text.split())
    name = short_name(sentence.speaker)
    if not name:
        return text
    if not english:
        return f"{name}: {_quoted(text)}"
    told = _told(name, text)
    if told:
        return told
    own = any(word in SPEAKING for word in words_of(text)) or text.endswith("?")
    return f"{name}: {_quoted(text) if own else text}"


def _told(name: str, text: str) -> str:
    """Return "Anna thinks …" for "I think …" if the rest is the same whoever says it, else ""."""
    for pattern in (_OPINION, _WISH, _SHORT_WISH):
        found = pattern.match(text)
        if found is None:
            continue
        rest = words_of(found["rest"])
        if len(rest) < 3 or rest[0] in _UNCLEAR or any(word in SPEAKING for word in rest):
            continue
        verb = found["verb"]
        if pattern is _SHORT_WISH:
            verb = f"would {verb}"
        elif not verb.endswith("ed") and not verb.startswith("would"):
            verb += "s"
        to = "" if pattern is _OPINION else "to "
        return f"{name} {verb} {to}{found['rest']}"
    return ""


def _quoted(text: str) -> str:
    return '"' + text.replace('"', "'").replace("“", "‘").replace("”", "’") + '"'
