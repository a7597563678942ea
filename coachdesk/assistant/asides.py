"""This file takes off what a coach says about a request: how a name is spelled, that she misheard, what stood there.

"Declan's surname is Moor, without e" is "Declan's surname is Moor"; "three times, I think I wrote twice" is "three
times, not twice".
"""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re

from coachdesk.assistant.lexicon import FUNCTION_WORDS

_LETTER = r"[\"'“‘]?(?:[^\W\d_]|[^\W\d_]{2}(?=['’]s\b)|([^\W\d_])\1)[\"'”’]?(?:['’]?s)?"
_MARK = r"(?:accents?|umlauts?|hyphens?|dash(?:es)?|apostrophes?|cedillas?|tildes?|letters?|spaces?|capitals?)"
_SPELLED = re.compile(
    rf"(?i)(?:\s*[,;(–—-]+\s*|\s+)(?:(?:that|it)(?:['’]s| is) |spel(?:led|t) |written |and )?(?:with(?:out)?|no|minus)(?: (?:an?|the|one|only|just|two|double|single|extra|silent|capital|small))*[ -]"
    rf"(?:{_MARK}|(?:letter )?(?-i:{_LETTER}))(?:,? (?:at|in|on|over|and|not|instead of|rather than|between)\b [^,;.]{{1,30}})?\)?(?=\s*(?:[,;.!]|$))"
)
_OF_A_NAME = re.compile(r"(?i)\b(?:names?|called|named|spel(?:led|t)|surname|written|rename|is|it's|not)\b|->|→|=")
_STOOD = re.compile(
    r"(?i)\s*[,;.(–—-]+\s*(?:but |and |sorry,? )*(?:i (?:think |believe |guess )?(?:i )?(?:wrote|put|typed|noted|had(?: written| put)?)|it (?:now )?says|you (?:wrote|put|have)|the (?:summary|text) says)(?: down)? "
    r"(?P<old>(?!it\b|that\b|this\b|so\b|the wrong|wrong|something)[\"'“‘]?[^\s,;.()]+(?: [^\s,;.()]+){0,2}?[\"'”’]?)(?: there| instead| by mistake)?\)?[.!]*$"
)
_BLAME = re.compile(
    r"(?i)(?:\s*[,;.(–—-]+\s*|\s+)(?:(?:and|but|sorry|as|because|since|i think|i guess),? )*(?:i (?:must have |had |have |just |think i |probably |simply )*(?:misheard|mis-heard|mistyped|misread|misspel(?:led|t)|miswrote|misunderstood|"
    r"got (?:it|that|this|her|him|them|the \w+) wrong|(?:mixed|muddled|messed) (?:it|that|this|them|those|something|the \w+) up|mixed up the \w+|was wrong|wrote (?:it|that|this) wrong|confused (?:it|that|them|the \w+)|noted it wrong\w*)\b[^,;.]*|"
    r"(?:that was |it was )?(?:my (?:mistake|bad|fault|error|typo|slip)|a typo|a slip|autocorrect)\b[^,;.]*)\)?(?=\s*(?:[,;.!]|$))"
)


_UNSAID = re.compile(
    r"(?i)\b(?:is|was|are|has|be|spel(?:led|t)|written|called)$"
)  # how it is written is all that is said


def without_asides(text: str) -> str:
    """Return a request without what is said about it: nothing inside quotation marks is touched."""
    if re.search(r"[\"“„«]", text):
        return text
    stood = _STOOD.search(text)
    if stood is not None and stood.start() > 8 and not re.search(r"(?i)\b(?:not|instead of)\b", text):
        text = f"{text[: stood.start()]}, not {stood['old']}"
    shorter = _BLAME.sub("", text)
    text = shorter if len(shorter.split()) >= 3 else text
    if _OF_A_NAME.search(text):
        shorter = _SPELLED.sub("", text)
        text = shorter if len(shorter.split()) >= 2 and not _UNSAID.search(shorter) else text
    return text


_LEAD = re.compile(
    r"(?i)^(?:(?:please|so|and|then) )*(?:use|write|put|say) (?:(?=[\"'“‘])|(?=(?:that|this|it|him|her|them|those)$))|^[\w' ]*\b(?:correct|change|fix|write|put|say|use|rename|replace|should be|spell)\w*\s*[:–—-]\s*(?=\S)"
)
_AFTER = re.compile(
    r"(?i)\s+(?:everywhere|throughout|wherever\b.*)$|\s*(?:[,;(]|\s[–—-])\s*(?:i(?! mean)|i'm|i've|we|it|it's|she|he|they|that|that's|this|sorry|please|pls|my|as|because|since|so|thanks|thank|both|everywhere|throughout|wherever|"
    r"of course|but|for)\b.*$"
)


def instead(words: str) -> str:
    """Return the words that are to be written, without those around them; "" where they can stand for nothing."""
    words = words.strip()
    quoted = re.match(r"[\"“](?P<words>[^\"”]+)[\"”]", words)
    if quoted is not None:
        return quoted["words"].strip() if _AFTER.match(words[quoted.end() :]) else words
    words = _AFTER.sub("", _LEAD.sub("", words)).strip()
    if re.search(r"\w['”’\"] (?:and|or|by|for|instead)\b", words):
        return ""
    bare = re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", words.lower())
    return "" if bare and all(word in FUNCTION_WORDS for word in bare) and words != words.upper() else words
