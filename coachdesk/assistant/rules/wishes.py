"""This file reads what is to be added, and where, from what follows "add"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coachdesk.assistant.lexicon import FUNCTION_WORDS, NUMBER_VALUES, ORDINALS
from coachdesk.assistant.request import Request
from coachdesk.assistant.targets import ITEM_WORDS, find_section

_ORDINAL = "|".join(sorted(ORDINALS, key=len, reverse=True))


_COUNT = "|".join(NUMBER_VALUES)


_ARTICLE = (
    "(?:(?:a|an|the|this|these|following|new|another|additional|extra|further|one|more|also|short|"
    rf"brief|final|{_COUNT}|\d+|{_ORDINAL})\s+)*"
)


_SAYING = (
    "(?:which says|that says|that reads|which reads|saying|stating|reading|about the fact|"
    "with the text|to say|to the effect)"
)


_INTRODUCED = re.compile(
    rf"(?is)^(?P<head>[^:*\"“]{{2,110}}?)\s*(?:,?\s{_SAYING}(?:\s+that\b)?\s*:?|:(?!\d)|\s[–—-]{{1,2}}\s)\s*(?P<text>.+)$"
)


_QUOTED = re.compile(
    r"(?s)^(?P<head>[^\"“]*?)[\"“](?P<text>.+?)[\"”](?P<tail>[^\"”]*)$|"
    r"^(?P<head1>[^']*?)(?<!\w)'(?P<text1>.+?)'(?!\w)(?P<tail1>[^']*)$"
)


_INTO = (
    r"(?:to|under|in|into|within|as|among|amongst|for|on|at the (?:end|bottom|top|start|beginning) of|below|beneath)"
)


_LEADING = re.compile(
    rf"(?i)^(?:{_INTO}\s+(?P<place>(?:the |my |her |his |their )?[\w '&/-]+?)|"
    rf"(?P<kind>{_ARTICLE}[\w-]+(?: [\w-]+)?))(?:\s*,)?\s+(?:that|to|:)\s+(?P<text>.+)$"
)


@dataclass(frozen=True)
class Wish:
    """What is to be added: the text, the section's name as said, the words for the place, whether several are meant."""

    text: str
    section: str = ""
    place: str = ""
    several: bool = False


def items_word(text: str) -> bool:
    return bool(re.fullmatch(ITEM_WORDS, text.strip().lower()))


def _introduced(request: Request, rest: str) -> Wish | None:
    """Read what a place, a kind or "the following" announces: "a bullet to the insights: …"."""
    labelled = re.match(r"(?P<head>[^*:]{2,60}?)[,:]?\s+(?P<text>(?:\*\*|__)[^*_]+:?(?:\*\*|__):?\s+\S.+)$", rest)
    introduced = labelled or _INTRODUCED.match(rest)
    if introduced is None:
        return None
    section = _section_in(request, introduced["head"])
    if re.match(r"(?i)(?:right |directly |just )?(?:before|after|above|below) (?:the |her |his )", introduced["head"]):
        return Wish(introduced["text"], section, introduced["head"])
    if section or re.search(
        rf"(?i)\b(?:{ITEM_WORDS}|following|this|these)\s*(?:\w+\s*)?$|^{_ARTICLE}{ITEM_WORDS}\b", introduced["head"]
    ):
        return Wish(introduced["text"], section, introduced["head"], _plural(introduced["head"]))
    return None


def read_wish(request: Request, rest: str) -> Wish | None:
    """Return what "a commitment: call Ana", "'call Ana' to the commitments" or "to the insights that …" wants added."""
    quoted = _QUOTED.match(rest)
    if quoted:
        head, text, tail = (
            (quoted["head"], quoted["text"], quoted["tail"])
            if quoted["text"]
            else (quoted["head1"], quoted["text1"], quoted["tail1"])
        )
        around = re.sub(rf"(?i){_SAYING}(?: that)?\s*:?\s*$|:\s*$", "", head).strip() + " " + tail
        if len(text.split()) > 1 or _section_in(request, around):
            return Wish(text, _section_in(request, around), around, _plural(around))
    introduced = _introduced(request, rest)
    if introduced is not None:
        return introduced
    for found in list(re.finditer(rf"(?i)\s+{_INTO}\s+(?=[\w\"“'])", rest))[::-1]:
        tail = rest[found.start() :].strip(" .")
        bare = re.sub(rf"(?i)^{_INTO}\s+", "", tail)
        bare = re.sub(r"(?i)^(?:the |my |her |his |their |our )?(?:end|bottom|top|start|beginning) of\s+", "", bare)
        if position(tail) is not None and items_word(re.sub(rf"(?i)^{_ARTICLE}", "", bare)):
            return Wish(rest[: found.start()], "", tail)
        if find_section(request.document, re.sub(rf"(?i)^{_ARTICLE}", "", bare)) is not None and _close(bare):
            return Wish(rest[: found.start()], re.sub(rf"(?i)^{_ARTICLE}", "", bare), tail)
    leading = _LEADING.match(rest)
    if leading:
        section = _section_in(request, leading["place"] or leading["kind"])
        if section or items_word(re.sub(rf"(?i)^{_ARTICLE}", "", leading["kind"] or "")):
            return Wish(leading["text"], section, leading["place"] or leading["kind"])
    for length in (4, 3, 2):
        words = rest.split()
        head = re.sub(rf"(?i)^{_ARTICLE}", "", " ".join(words[:length]))
        if (
            len(words) > length
            and head
            and re.match(rf"(?i){_ARTICLE}\S", rest)
            and words[0].lower() in ("a", "an", "another", "one")
            and find_section(request.document, head) is not None
            and _close(head)
        ):
            about = re.sub(r"(?i)^(?:about|on|regarding)\s+", "", " ".join(words[length:]))
            return Wish(about, head, " ".join(words[:length]))
    return None


def _close(phrase: str) -> bool:
    return len(phrase.split()) <= 5


def _plural(head: str) -> bool:
    return bool(
        re.search(
            rf"(?i)\b(?:{'|'.join(word for word in NUMBER_VALUES if word not in ('zero', 'one'))}|[2-9]|these|"
            r"following|some)\b",
            head,
        )
    ) and bool(re.search(r"(?i)s\b", head))


def _section_in(request: Request, phrase: str) -> str:
    """Return the words of a phrase that name a section: "a third bullet to the insights" says "insights"."""
    phrase = re.sub(r"(?i)\b(?:at the )?(?:end|bottom|top|start|beginning) of\b", "to", phrase)
    phrase = re.sub(r"(?i)\b(?:before|after|above|below)\s.*$", "", phrase)
    parts = re.split(rf"(?i)(?:^|\s+)(?:{_INTO}|of)\s+", " " + phrase.strip())
    for part in reversed(parts):
        bare = re.sub(rf"(?i)^{_ARTICLE}", "", part.strip()).strip(" ,:.")
        bare = re.sub(rf"(?i)\s*\b{ITEM_WORDS}$", "", bare) or bare
        if (
            bare
            and not items_word(bare)
            and bare.lower() not in FUNCTION_WORDS
            and (
                find_section(request.document, bare) is not None
                or re.fullmatch(r"(?i)(?:commitment|insight|action item|next step|task)s?", bare)
            )
        ):
            return bare
    return ""


def position(place: str) -> str | None:
    """Return "first", an ordinal, "last", "before" or "after" as a phrase says it, or None."""
    lowered = place.lower()
    if re.search(r"\b(?:at|to) the (?:very )?(?:top|beginning|start)\b|\bas the (?:top|opening)\b", lowered):
        return "first"
    if re.search(r"\b(?:at|to) the (?:very )?(?:end|bottom)\b", lowered):
        return "last"
    found = re.search(rf"\b(?:as|a|the)\s+(?:the\s+|a\s+)?(?:new\s+)?({_ORDINAL})\b", lowered)
    return found[1] if found else None
