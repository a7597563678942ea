"""This file says what a request that no exact rule understands is after, as plain commands which the rules read.

It goes by the words that show an intent, wherever they stand, and by what the request speaks of: sections, names,
figures, quotations. Of its commands the first one that a rule can carry out is taken, under the same checks.
"""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from coachdesk.assistant.dates import units_of
from coachdesk.assistant.facts import values
from coachdesk.assistant.gist import cues
from coachdesk.assistant.gist.abroad import asked
from coachdesk.assistant.gist.adding import added
from coachdesk.assistant.gist.naming import THEN, corrected, hidden, respelled
from coachdesk.assistant.gist.order import ordered
from coachdesk.assistant.gist.said import Said, quoted_names, read_said
from coachdesk.assistant.gist.topics import topics_of
from coachdesk.assistant.lexicon import NUMBER_VALUES
from coachdesk.assistant.people import main_person
from coachdesk.assistant.request import Request
from coachdesk.assistant.rules.identities import ABOUT_A_NAME
from coachdesk.assistant.targets import section_of_kind

_N = rf"(?:\d+|{'|'.join(NUMBER_VALUES)})"
_WH = re.compile(r"(?i)(?:what|when|who|whom|where|why|how|which)(?:'s)?\b")
_ASKED = re.compile(
    r"(?i)(?:wann|wer|wo|wie|wozu|worum|warum|was|welche\w*|quand|qui|où|comment|pourquoi|combien|quel\w*|à quoi|à qui|de quoi|qu'|what|when|who|whom|where|why|how|which|does|did|is|are|was|were|has|do)\b"
)


def gists(request: Request) -> Iterator[tuple[str, ...]]:
    """Yield what a request may stand for, the likeliest first: one command, or a few to be carried out together."""
    said = read_said(request)
    if not said.text or len(said.text) > 600:
        return
    question = bool(_WH.match(said.text)) or (request.clause.rstrip().endswith("?") and bool(_ASKED.match(said.text)))
    if _is_mail(said):
        yield from ((command,) for command in _mail(said))
        return
    if question:
        yield from ((command,) for command in asked(said))
    readings: tuple[Callable[[Said], Iterator[str]], ...] = () if question else (
        _heading, corrected, respelled, hidden, _prose_or_numbers, _length, _form, _moved_in_time, ordered, _only, _ticked, added, _gone
    )  # fmt: skip
    if readings and (values_first := next(corrected(said), "")) and (names_then := next(respelled(said), "")):
        yield (values_first, *names_then.split(THEN))
    for reading in readings:
        for commands in reading(said):
            yield tuple(commands.split(THEN))


def _is_mail(said: Said) -> bool:
    """Tell whether a mail is to be written, not one that is spoken of."""
    found = cues.MAIL.search(said.text)
    if found is None or cues.GONE.match(said.text) or cues.ADDING.match(said.text):
        return False
    before, after = said.text[: found.start()], said.text[found.end() :]
    first = re.fullmatch(r"(?i)(?:(?:a|an|one|another|short|quick|brief|friendly|warm|ein\w*|une?|kurze?) )*", before)
    return bool(cues.COMPOSE.search(before) or (first and re.match(r"(?i)\s+(?:to|for|an|für|pour|à)\b", after)))


def _mail(said: Said) -> Iterator[str]:
    to = re.findall(r"(?:\bto|\bfor|\ban|\bà|\bfür|\bpour) ([^\W\d_a-z][\w'’-]+)", said.text)
    him = re.search(r"(?i)(?:\bno wait\b|\bsorry\b|\bi mean\b|\brather\b).{0,20}\bto (?:her|him|them)\b", said.text)
    person = main_person(said.document) or ""
    whom = person.split()[0] if him or not to else to[-1]
    short = "short " if re.search(r"(?i)\b(?:short|brief|quick|kurz\w*|court\w*)\b", said.text) else ""
    parts = [] if not said.sections else [f"the {name}" for name in said.sections]
    agreed = re.search(
        r"(?i)\b(?:agreed|promised|committ?\w*|wanted to do|to do|tasks?|actions?|homework|vereinbar\w*|aufgaben|engage\w*|remind\w*)\b",
        said.text,
    )
    if agreed:
        parts.append("the commitments")
    if cues.TIMES.search(said.text) and re.search(r"(?i)next|nächst|prochain", said.text):
        parts.append("the next session")
    wanted = " and ".join(dict.fromkeys(parts)) or "the commitments and the next session"
    only = "only " if re.search(r"(?i)\b(?:only|just|nothing else|nur|seulement)\b", said.text) and parts else ""
    reminded = re.search(
        r"(?i)\bremind(?:ing)? (?:her|him|them|[A-Z]\w+) (?:of|about) (?P<what>(?:the |her |his )?[\w '-]+?)(?= and\b|[.,;]|$)",
        said.text,
    )
    of = f" and remind {whom} of {reminded['what']}" if reminded else ""
    yield f"write a {short}e-mail to {whom or 'her'} with {only}{wanted}{of}"


def _prose_or_numbers(said: Said) -> Iterator[str]:
    if said.sections and _wanted_form(said) in ("prose", "numbers"):
        yield from _form(said)


def _length(said: Said) -> Iterator[str]:
    if not cues.SHORTER.search(said.text) or cues.HALF_OF.search(said.text):
        return
    if _ONE_OF_THEM.search(said.text):
        for topic in topics_of(said, cues.SHORTER)[:1]:
            yield f"shorten the point about {topic} {_how_short(said)}".strip()
        return
    if cues.MAIL.search(said.request.original):  # "warm but short" says how the mail is to be
        return
    if _CONTRAST.search(said.text) and any(
        fact.kind not in ("number", "multiple", "percent") for fact in values(said.text)
    ):
        return  # "5,400 euros, not four and a half thousand" corrects a value
    spared = re.search(r"(?i)\b(?:but|except|without)\b", said.text)
    stay = [one.section for one in said.mentions if spared and one.start > spared.start()]
    if stay and not [one for one in said.mentions if one.section not in stay]:
        others = tuple(said.document.sections[index].name for index in said.document.named if index not in stay)
        yield f"shorten {quoted_names(others)} {_how_short(said)}".strip()
        return
    if cues.ADDING.match(said.text) or re.search(
        r"(?i)\b(?:session|meeting|call|appointment)s? (?:will|is|should) be shorter\b", said.text
    ):
        return
    what = (
        f"the section {quoted_names(said.sections)}" if len(said.sections) == 1 else quoted_names(said.sections) or "it"
    )
    yield f"shorten {what} {_how_short(said)}".strip()


_CONTRAST = re.compile(r"(?i)[,;–—-] (?:and )?not\b|\binstead of\b|\brather than\b")
_ONE_OF_THEM = re.compile(
    r"(?i)\b(?:paragraph|point|bullet|bit|part|sentence|insight|commitment|item) (?:on|about|with|where)\b|"
    r"\b(?:first|second|third|last) (?:insight|commitment|point|bullet|sentence|item)\b"
)


def _how_short(said: Said) -> str:
    low = said.low
    counted = re.search(rf"\b({_N}) (?:\w+ )?(words|sentences?|lines|bullets?|bullet points|points)\b", low)
    percent = re.search(r"(\bby\b|\bum\b|\bde\b)?[^\d]{0,12}\b(\d{1,2}) ?(?:%|per ?cent|prozent)", low)
    if counted:
        return f"to {counted[1]} {counted[2]}"
    if percent:
        return f"{'by' if percent[1] else 'to'} {percent[2]}%"
    if re.search(r"\btwo[- ]thirds?\b", low):
        return "to 66%"
    if re.search(r"\bthird\b|\bdrittel\b|\btiers\b", low):
        return (
            "to a third"
            if re.search(r"\b(?:to|auf|in|into) (?:about |around |roughly )?(?:a|one|ein|the) ", low)
            else "by a third"
        )
    if re.search(r"\bhal(?:f|ve|ving)|\bhälfte|\bhalb|\bmoitié", low):
        return "to half"
    if cues.BIT.search(low):
        return "a bit"
    return "to half" if cues.MUCH.search(low) else ""


def _form(said: Said) -> Iterator[str]:
    """Prose, bullets, numbers or boxes: what is named after "instead of" or "no" is what it is now."""
    wanted = _wanted_form(said)
    if not wanted:
        return
    whole = re.search(
        r"(?i)\b(?:(?<!to )(?<!about )(?<!with )it|this|everything|all|whole|the (?:summary|text)|alles|tout)\b",
        said.text,
    )
    focus = said.request.focus
    where = quoted_names(said.sections) or (f"“{focus}”" if focus else "everything" if whole else "")
    if not where:
        return
    listed = [
        one for one in said.document.sections if one.items and (f"“{one.name}”" in where or where == "everything")
    ]
    if wanted == "prose" and not listed:
        return
    if wanted == "numbers":
        yield f"number {where}"
    else:
        yield f"turn {where} into {'a paragraph' if wanted == 'prose' else 'checkboxes' if wanted == 'boxes' else 'bullet points'}"


def _named_so(said: Said, before: str, word: str) -> bool:
    """Tell whether a word of form is part of something that the summary names: "the publication list"."""
    last = re.search(r"(?i)(?!(?:the|a|an|my|her|his|their|this|that|and|or|as|in|to|into|no)\b)\b([\w'’-]+) $", before)
    return last is not None and f"{last[1]} {word}".lower() in said.document.text.lower()


def _wanted_form(said: Said) -> str:
    forms = (("boxes", cues.BOXES), ("numbers", cues.NUMBERED), ("prose", cues.PROSE), ("bullets", cues.LISTED))
    there: dict[str, int] = {}
    unwanted: set[str] = set()
    text = re.sub(r"(?i)\b(?:phone|telephone|account|room|house) numbers?\b", "", said.text)
    for name, cue in forms:
        for found in cue.finditer(text):
            before = text[: found.start()]
            if _named_so(said, before, found.group()):
                continue
            if re.search(
                r"(?i)\b(?:instead of|rather than|in place of|not|no|without|no more|nicht|statt|anstatt|ohne|keine?|plutôt que|au lieu de|sans|pas de)\s+(?:\w+\s+){0,2}$",
                before,
            ):
                unwanted.add(name)
            elif not re.search(
                r"(?i)\b(?:remove|delete|drop|first|second|third|last|that|this)\s+(?:the\s+)?$", before
            ):
                there.setdefault(name, found.start())
    wanted = [name for name in there if name not in unwanted]
    if len(wanted) > 1 and "numbers" in wanted and "bullets" in wanted:
        return "numbers"
    if len(wanted) > 1:
        # "the bulleted insights as a paragraph": what comes last is what it is to be.
        return max(wanted, key=lambda name: there[name])
    if wanted:
        return (
            wanted[0]
            if said.sections or wanted[0] != "prose" or re.search(r"(?i)\b(?:into|as|to|in|als|en)\b", said.text)
            else ""
        )
    if unwanted == {"bullets"}:
        return "prose"
    return "bullets" if unwanted == {"numbers"} or unwanted == {"prose"} else ""


_EDGE = re.compile(
    r"(?i)^(?:[\s|,;:.–—-]|\b(?:the|a|an|please|pls|to|as|be|is|it|its|should|must|could|can|i|i'd|i'll|would|we|prefer|like|want|rather|instead|of|for|in|into|by|with|now|"
    r"say|read|reads|bit|one|there|let's|have|use|change|changed|turn|make|put|write|from|that|this|your|my|her|his|not|no|than|better|new|du|de|la|le|les|en|der|die|das|den|bitte|"
    r"in|zu|soll|sollte|stattdessen|et|und|and|s'il|te|plaît|plait|stp|svp)\b)+"
)
_EDGE_END = re.compile(
    r"(?i)(?:[\s|,;:.–—-]|\b(?:the|a|an|please|pls|to|as|instead|of|for|in|into|now|rather|than|would|be|is|section|part|better|um|stattdessen|stp|svp)\b)+$"
)


def _heading(said: Said) -> Iterator[str]:
    """Another name for a section: what is left of the request once the section and the cues are gone."""
    if not said.mentions or not cues.HEADING.search(said.text):
        return
    old = said.document.sections[said.mentions[0].section].name
    new = next((text for text in said.quoted if text.lower() != old.lower()), "")
    exact = [one for one in said.mentions if said.text[one.start : one.end].lower() == _name(said, one.section).lower()]
    if exact and not new:  # "Goals to Focus as a heading": the one that is no heading yet is the new one
        old = _name(said, exact[0].section)
        other = [said.text[one.start : one.end] for one in said.mentions if one.section == exact[0].section]
        new = next((text for text in other if text.lower() != old.lower() and text[:1].isupper()), "")
    if not new:
        rest = re.sub(r"(?i)\bin (?:the )?place of\b|\binstead of\b", " | ", said.rest(cues.HEADING))
        pieces = [_trimmed(piece) for piece in rest.split("|")]
        pieces = [piece for piece in pieces if piece and len(piece.split()) <= 5]
        named = [piece for piece in pieces if piece[:1].isupper()]
        new = (named or pieces or [""])[-1]
        others = [name for name in said.sections if name != old]
        if not new and others and re.search(r"(?i)\b(?:rename|call|heading|title)", said.text):
            return
    if (
        new
        and new.lower() != old.lower()
        and not values(new)
        and not re.search(
            r"(?i)\b(?:remove|delete|add|first|last|before|after|short\w*|paragraph|number\w*|bullets?)\b", new
        )
    ):
        yield f"rename the section “{old}” to “{new}”"


def _name(said: Said, section: int) -> str:
    return said.document.sections[section].name


def _trimmed(text: str) -> str:
    before = None
    while before != text:
        before = text
        text = _EDGE_END.sub("", _EDGE.sub("", text)).strip(" |,;:.\"'“”‘’")
    return text


def _moved_in_time(said: Said) -> Iterator[str]:
    if not cues.TIMES.search(said.text) or cues.ADDING.match(said.text):
        return
    next_one = any(said.document.sections[one.section].name == _session_name(said) for one in said.mentions)
    meeting = next_one or re.search(
        r"(?i)\b(?:session|appointment|we(?:'ll| will)? (?:meet|see|speak|talk)|see (?:him|her|them)|meeting|termin|sitzung|treffen|séance|rendez-vous)\b",
        said.text,
    )
    shift = units_of(said.low)
    if shift and meeting:
        earlier = re.search(
            r"(?i)\b(?:earlier|sooner|forward|before|früher|vor(?:ziehen|verlegen)?|plus tôt|avanc\w*)\b", said.text
        )
        yield f"move the next session {shift} {'earlier' if earlier else 'later'}"
        return
    new = [fact for fact in values(said.text) if fact.day_kind or fact.kind == "time"]
    new = [
        fact
        for fact in new
        if not re.search(
            r"(?i)\b(?:not|instead of|rather than|from|statt|nicht|von|au lieu de|du)\s+(?:on |at |the |am |um )?$",
            said.text[: fact.start],
        )
    ]
    if len(new) > 1 and re.search(
        r"(?i)\b(?:is|was|are|will|expected)\b|[;,] and\b", said.text[new[0].end : new[1].start]
    ):
        new = new[:1]  # what follows is said of something else
    if new and meeting:
        days = " ".join(fact.text for fact in new[:3] if fact.day_kind)
        times = [f"at {fact.text}" for fact in new[:3] if fact.kind == "time"]
        on = " ".join([*([f"on {days}"] if days else []), *times[:1]])
        yield f"move the next session to {on.removeprefix('on ')}"
    elif new and not meeting:
        topics = [one for one in topics_of(said) if len(one.split()) <= 6]
        if topics:
            yield f"{topics[0]} is on {new[-1].text}"


def _session_name(said: Said) -> str:
    index = section_of_kind(said.document, "next session")
    return said.document.sections[index].name if index is not None else ""


def _only(said: Said) -> Iterator[str]:
    stripped = _STRIPPED.match(said.text) is not None and _NOTHING_ELSE.search(said.request.original) is not None
    if (
        not said.sections
        or not (stripped or cues.ONLY.search(said.text))
        or re.match(r"(?i)(?:of|out of|from|in|among|amongst|within) ", said.text)
    ):
        return
    if not stripped and set(topics_of(said, cues.ONLY, cues.KEEPING, cues.GONE, cues.EXCEPT)) - set(said.known):
        return  # it speaks of something within the section
    aside = cues.EXCEPT.search(said.text)
    if aside:
        keeps = re.search(r"(?i)\b(?:keep|leave|stay\w*|retain|behalt\w*|lass|garde\w*)\b", said.text[: aside.start()])
        goes = cues.GONE.search(said.text)
        kept = tuple(said.document.sections[one.section].name for one in said.mentions if one.start > aside.start())
        if kept and keeps and not goes:
            yield f"remove {quoted_names(kept)}"
        elif kept:
            yield f"keep only {quoted_names(kept)}"
        return
    if (
        cues.KEEPING.search(said.text)
        or cues.GONE.search(said.text)
        or re.match(r"(?i)(?:just|only|nothing but|nur|seulement|uniquement)\b", said.text)
    ):
        yield f"keep only {quoted_names(said.sections)}"


def _ticked(said: Said) -> Iterator[str]:
    if cues.TICKED.search(said.text) and "[ ]" in said.document.text:
        for topic in topics_of(said, cues.TICKED)[:1]:
            yield f"tick off the commitment about {topic}"


# As in "Strip it back to the Focus, nothing else".
_STRIPPED = re.compile(
    r"(?i)(?:strip|reduce|pare|cut|trim|boil|limit|bring|whittle|slim|get) (?:it|this|that|everything|the (?:summary|text|whole thing|lot))\b"
)
_NOTHING_ELSE = re.compile(r"(?i)\b(?:nothing|no(?:thing)?) (?:else|more)\b")
_MONEY = re.compile(
    r"(?i)\b(?:amounts?(?: of money)?|sums?|money|financial|prices?|figures in euros|geldbeträge|beträge|geld|montants?|argent)\b"
)
_DATES = re.compile(r"(?i)\b(?:dates?|deadlines?|daten|termine|dates? limites?)\b")
_PERCENT = re.compile(r"(?i)\b(?:percent\w*|per cents?|prozent\w*|pourcentages?)\b")


_PLACE = re.compile(
    r"(?i)\b(?:the )?(?:first|second|third|fourth|fifth|last) (?P<kind>insight|commitment|point|bullet|item|task|one)\b|"
    r"\b(?:point|punkt|nummer|number|item|bullet|no\.?) (?P<digit>\d)\b"
)
_THEM = re.compile(r"(?i)\b(?:it|them|this|both|these|those)\b")


def _much_else(said: Said) -> bool:
    """Tell whether a request says much besides its section and its wish: then it hardly means the whole section."""
    rest = re.findall(r"[^\W_]+", said.rest(cues.GONE, cues.COURTESY))
    return len(rest) > 4


def _gone(said: Said) -> Iterator[str]:
    if cues.SEARCH.match(said.text) or cues.HALF_OF.search(said.text) or ABOUT_A_NAME.search(said.text):
        return
    if not cues.GONE.search(said.text):
        return
    scope = f" in “{said.sections[0]}”" if len(said.sections) == 1 else ""
    for pattern, kind in ((_MONEY, "amounts of money"), (_PERCENT, "percentages"), (_DATES, "dates")):
        if pattern.search(said.text):
            yield f"remove all {kind}{scope}"
    place = _PLACE.search(said.text)
    if place:
        one = f"point {place['digit']}" if place["digit"] else place.group()
        yield f"remove {one}{scope if not place['kind'] or place['digit'] else ''}"
    topics = topics_of(said, cues.GONE)
    if topics:
        yield "remove " + ", ".join(f"everything about {topic}" for topic in topics)
        if len(topics) > 1:
            yield f"remove everything about {topics[0]}"
    elif said.sections and not cues.ONLY.search(said.text) and not _THEM.search(said.text) and not _much_else(said):
        yield f"remove {quoted_names(said.sections)}"
