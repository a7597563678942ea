"""This file finds figures, dates, times, money and names in a text: what a summary must neither lose nor invent."""

# ruff: noqa: E501, ISC004 - a pattern reads best on one line, or as a few that follow one another

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from coachdesk.assistant.lexicon import NO_NAMES, NUMBER_VALUES, VERB_AFTER_NAME

_MONTHS = (
    "january february march april may june july august september october november december "
    "januar februar märz mai juni juli oktober dezember janvier février mars avril juin juillet août septembre octobre "
    "novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre noviembre diciembre "
    "gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre"
).split()
_MONTH_NUMBER = {
    name: index % 12 + 1
    for index, name in enumerate(
        "january february march april may june july august september october november december "
        "januar februar märz april mai juni juli august september oktober november dezember".split()
    )
}
_SHORT_MONTHS = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10,
                 "nov": 11, "dec": 12}  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_FOREIGN_DAYS = (
    "montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche "
    "lunes martes miércoles jueves viernes sábado domingo"
).split()

_MONTH = (
    r"(?:"
    + "|".join(sorted({*_MONTHS}, key=len, reverse=True))
    + r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)"
)
_WORD_NUMBER = r"(?:" + "|".join(sorted(NUMBER_VALUES, key=len, reverse=True)) + r")"
_NUMERAL = r"\d+(?:[.,’' ]\d{3}(?!\d))*(?:[.,]\d+)?"
_ANY_NUMBER = rf"(?:{_NUMERAL}|{_WORD_NUMBER}(?:[ -]{_WORD_NUMBER})*)"
_SCALE = r"(?:\s?(?:k|m|bn|mio|million|thousand|billion|hundred)\b)?"
_CURRENCY = (
    r"(?:€|£|\$|¥|EUR|USD|GBP|CHF|NOK|SEK|DKK|AUD|CAD|euros?|pounds?(?: sterling)?|dollars?|francs?|pence|cents?|quid|"
    r"kron(?:er|or)|yen|rupees?)"
)
_ORDINAL = r"\d{1,2}(?:st|nd|rd|th)"
_PATTERNS: tuple[tuple[str, str], ...] = (
    ("date", r"\b\d{4}-\d{2}-\d{2}\b"),
    ("date", r"\b\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})\b|\b\d{1,2}/\d{1,2}\b|\b(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?!\d)"),
    ("date", rf"\b(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th|\.)?\s+(?:of\s+)?{_MONTH}(?:,?\s+\d{{4}}\b)?(?!\w)"),
    ("date", rf"\b{_MONTH}\s+(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\b(?![:.]\d)(?:,?\s+\d{{4}}\b)?"),
    ("time", r"\b(?:[01]?\d|2[0-3])[:.h][0-5]\d\s*(?:[ap]\.?m\.?(?!\w)|Uhr\b|h\b)|\b(?:[01]?\d|2[0-3])(?::|h)[0-5]\d\b"),
    ("time", r"\b(?:1[0-2]|0?[1-9])\s*(?:a\.?m\.?|p\.?m\.?)(?!\w)|\b\d{1,2}\s*(?:o[’']clock\b|Uhr\b)|\b(?:noon|midnight)\b"),
    ("time", rf"\b(?:half past|quarter (?:past|to))\s+{_ANY_NUMBER}\b"),
    ("time", r"(?<=\bat )(?:[01]?\d|2[0-3])\.[0-5]\d\b"),
    ("money", rf"[€£$¥]\s?{_NUMERAL}{_SCALE}|\b(?:EUR|USD|GBP|CHF|NOK|SEK|DKK)\s?{_NUMERAL}{_SCALE}"),
    ("money", rf"\b(?:{_NUMERAL}|(?:{_WORD_NUMBER}[ -])*{_WORD_NUMBER}){_SCALE}\s?{_CURRENCY}(?![\w])"),
    ("money", r"\b\d+(?:[.,]\d+)?\s?k\b"),
    ("percent", rf"(?:{_NUMERAL}|\b{_WORD_NUMBER}(?:[ -]{_WORD_NUMBER})*)[\s-]?(?:%|percentage points?\b|per\s?cent\b|Prozent\b)"),
    ("month", rf"\b{_MONTH}\s+\d{{4}}\b"),
    ("day", rf"\bthe\s+{_ORDINAL}\b(?!\s+(?:time|session|meeting|week|day|year|point|bullet|floor))"),
    ("weekday", r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b(?:" + "|".join(_FOREIGN_DAYS) + r")\b"),
    ("weekday", r"(?-i:\b(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat)\b(?!\s+[A-Z]))"),
    ("relative", r"\b(?:tomorrow|yesterday|tonight|today)\b|\b(?:next|last|this|coming)\s+(?:week|month|year|quarter|"
                 r"spring|summer|autumn|fall|winter|weekend)\b|\b(?:the\s+)?(?:end|beginning|start|middle) of (?:(?:the|this|next) (?:week|month|year)\b|" + _MONTH + r"(?!\w))"
                 r"|\bQ[1-4]\b|\bin (?:spring|summer|autumn|winter)\b"),
    ("relative", r"\b(?:Christmas(?: (?:Eve|Day))?|Easter(?: (?:Sunday|Monday))?|New Year(?:[’']s(?: (?:Eve|Day))?)?|Thanksgiving|Whitsun|Pentecost|"
                 r"Halloween|Hallowe'en|Ramadan|Diwali|Hanukkah|Passover|Carnival|Midsummer|Weihnachten|Ostern|Pfingsten|Noël|Pâques)\b(?! (?:party|market|card|present|tree))"),
    ("month", r"(?-i:\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Januar|"
              r"Februar|März|Mai|Juni|Juli|Oktober|Dezember)\b)|\b(?:january|february|april|june|july|august|september|"
              r"october|november|december)\b"),
    ("year", r"\b(?:19|20)\d{2}\b(?!\s?(?:%|people|words|hours))"),
    ("multiple", rf"\b(?:{_WORD_NUMBER}|\d+)(?: or (?:{_WORD_NUMBER}|\d+))? times(?=\s+(?:an?|per|each|every|in)\b)"),
    ("multiple", r"\b(?:once(?= an? | per | every | each )|twice|doubled?|tripled?|half|one[- ]third|two[- ]thirds|three[- ]quarters|a third of|a quarter of|thrice|"
                 r"\w+fold)\b"),
    ("number", rf"(?<![\w.,]){_NUMERAL}\s(?:hundred|thousand|million|billion)\b"),
    ("number", rf"(?<![\w.,]){_NUMERAL}(?:st|nd|rd|th)?\b(?![.,]?\d)|\b{_WORD_NUMBER}(?:[ -]{_WORD_NUMBER})*\b"),
)  # fmt: skip
_ALL = re.compile(
    "|".join(f"(?P<k{index}_{kind}>{pattern})" for index, (kind, pattern) in enumerate(_PATTERNS)), re.IGNORECASE
)
_TOKEN = re.compile(r"[^\W\d_]+|(?<![^\W_])\d|[€£$¥]")
_BEGINNINGS = frozenset(
    [
        *_MONTHS,
        *_SHORT_MONTHS,
        *WEEKDAYS,
        *_FOREIGN_DAYS,
        *(f"{day}s" for day in WEEKDAYS),
        *NUMBER_VALUES,
        *(
            "beginning start middle once mon tue tues wed thu thur thurs fri sat the half quarter next last this coming tomorrow yesterday tonight today end "
            "christmas easter new thanksgiving whitsun pentecost halloween hallowe ramadan diwali hanukkah passover carnival "
            "midsummer weihnachten ostern pfingsten noël pâques q in twice double doubled triple tripled one two three a thrice noon midnight eur usd gbp chf nok sek dkk".split()
        ),
    ]
)
_NAME_PART = r"[^\W\d_a-zß-öø-ÿ][^\W\d_]*(?:[’'](?!s\b)[^\W\d_]+)*(?:-[^\W\d_]+)*"
_NAME = re.compile(
    rf"\b(?:(?:Dr|Mr|Mrs|Ms|Prof)\.?[ \t]+)?{_NAME_PART}(?:[ \t]+(?:(?:van|von|de|der|da|di|del|la|bin)[ \t]+)*(?:&[ \t]+)?(?:(?:Dr|Mr|Mrs|Ms|Prof)\.[ \t]+)?{_NAME_PART})*"
)
_START = re.compile(
    r"(?:^|[.!?…:;]\s+|\n\s*|[\"“‘(]\s*|(?:^|\n)[ \t]*(?:[-*+•]|\d+[.)])\s+(?:\[[ xX]\]\s+)?|[*_|#>]\s*)$"
)
DAY_KINDS = frozenset(("date", "month", "day", "weekday", "relative", "year"))
FIGURE_KINDS = frozenset(("money", "percent", "multiple", "number"))


@dataclass(frozen=True)
class Fact:
    """One value in a text: `kind`, the words, and where they stand. Names have the kind "name"."""

    kind: str
    text: str
    start: int
    end: int

    @property
    def key(self) -> tuple[str, ...]:
        """What makes two facts the same: numbers by value, names by letters; "May 12th" is "12 May"."""
        return _key(self.kind, self.text)

    @property
    def day_kind(self) -> bool:
        """True for whatever says on which day something is."""
        return self.kind in DAY_KINDS


@lru_cache(maxsize=20_000)
def _key(kind: str, text: str) -> tuple[str, ...]:
    lowered = " ".join(text.lower().split())
    if kind == "name":
        return tuple(lowered.replace("’", "'").split())
    if kind == "weekday":
        return (lowered[:3],)
    parts: list[str] = []
    for token in re.findall(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[%€£$¥]", lowered):
        if token in ("the", "of", "and"):
            continue
        if token in ("st", "nd", "rd", "th") and parts:
            continue
        number = NUMBER_VALUES.get(token)
        if number is not None:
            parts.append(str(number))
        elif token[0].isdigit():
            parts.append(re.sub(r"[.,](?=\d{3}\b)", "", token).lstrip("0") or "0")
        else:
            month = _MONTH_NUMBER.get(token) or _SHORT_MONTHS.get(token)
            parts.append(f"month{month}" if month and kind in ("date", "month") else token)
    if kind == "percent":  # "70 percent" is "70 %"
        parts = [*(part for part in parts if part[0].isdigit()), "%"]
    return tuple(sorted(parts)) if kind == "date" else tuple(parts)


def values(text: str) -> list[Fact]:
    """Return figures, dates, times and money in the order in which they stand, without overlaps."""
    return list(_values(text))


@lru_cache(maxsize=4096)
def _values(text: str) -> tuple[Fact, ...]:
    found: list[Fact] = []
    end = 0
    for token in _TOKEN.finditer(text):
        start = token.start()
        if start < end or not _may_begin(token.group()):
            continue
        match = _ALL.match(text, start)
        if match is None:
            continue
        kind = (match.lastgroup or "_").rsplit("_", 1)[1]
        piece = match.group().rstrip()
        lowered = piece.lower()
        if (kind == "number" and lowered in ("one", "a")) or not piece:
            continue
        if lowered in ("march", "may", "mars", "mai") and _verb_like(text, match.start(), match.end()):
            continue
        end = start + len(piece)
        found.append(Fact(kind, piece, start, end))
    return tuple(found)


@lru_cache(maxsize=50_000)
def _may_begin(token: str) -> bool:
    """Tell whether a value can begin with this word: it spares most words the long pattern."""
    lowered = token.lower()
    return not lowered[0].isalpha() or lowered in _BEGINNINGS or lowered.endswith("fold")


def _verb_like(text: str, start: int, end: int) -> bool:
    """Tell whether "May" or "March" stands where a verb would: at a start, or before an infinitive."""
    if not text[start].isupper():
        return True
    named = re.match(r"\s+([A-Z][a-zà-ÿ]{2,})", text[end:])
    if named and named[1].lower() not in NO_NAMES and _START.search(text[max(0, start - 12) : start]):
        return True  # "May Lindqvist"
    return bool(_START.search(text[max(0, start - 12) : start])) and bool(re.match(r"\s+[a-z]", text[end:]))


@lru_cache(maxsize=64)
def names(text: str) -> tuple[Fact, ...]:
    """Return the proper names of `text`; a capitalised word at a start counts where it is used as a name."""
    taken = [(fact.start, fact.end) for fact in values(text) if fact.kind not in ("number", "multiple")]
    at_start: list[Fact] = []
    found: list[Fact] = []
    at = 0
    given = frozenset(
        hit[1]
        for hit in _FULL_NAME.finditer(text)
        if hit[1].lower() in _GIVEN and hit[2].lower() not in NO_NAMES and hit[2].lower() not in _MONTHS
    ) | frozenset(
        hit[1]
        for hit in re.finditer(r"(?m)^\W*([A-Z][a-z]+)", text)
        if hit[1].lower() in _GIVEN and _APPOSITION.match(text, hit.end())
    )
    for match in _NAME.finditer(text):
        while at < len(taken) and taken[at][1] <= match.start():
            at += 1
        if at < len(taken) and taken[at][0] < match.end():
            near = [span for span in taken[at : at + 8] if span[0] < match.end()]
            pieces = [m for m in re.finditer(_NAME_PART, match.group()) if not _inside(match.start() + m.start(), near)]
            spans = [(match.start() + m.start(), match.start() + m.end()) for m in pieces]
        else:
            spans = [match.span()]
        for start, end in spans:
            for fact in _name_at(text, start, end, given):
                first = bool(_START.search(text[max(0, start - 16) : start])) and fact.start == start
                (at_start if first else found).append(fact)
    known = {part for fact in found for part in fact.text.lower().split()}
    found += [fact for fact in at_start if _APPOSITION.match(text, fact.end)]
    stand = frozenset(_WORD.findall(text)) if at_start else frozenset()
    for fact in at_start:
        words = fact.text.split()
        if len(words) == 1 and words[0] not in given and _stands(words[0].lower(), stand, text):
            continue  # "Handover takes too long", where "the handover" stands too
        if len(words) == 1 and _HEADING_MARK.search(text, max(0, fact.start - 8), fact.start):
            continue  # a heading names what it is about
        after = _AFTER_NAME.match(text, fact.end)
        follows = after is not None and (
            (after[1] or "").lower() in VERB_AFTER_NAME or after.group().startswith(("'s", "’s"))
        )
        if (
            words[0].lower() in known
            or follows
            or (len(words) > 1 and words[-1].lower() not in NO_NAMES)
            or (after is not None and after[1] and re.fullmatch(r"\w{2,}(?:ed|[^s]s)", after[1].lower()))
        ):
            found.append(fact)
    known = {fact.text.lower() for fact in found}
    starts = {fact.start for fact in found}
    found += [fact for fact in at_start if fact.text.lower() in known and fact.start not in starts]
    return tuple(sorted(found, key=lambda fact: fact.start))


_WORD = re.compile(r"[\w'’]+")
_AFTER_NAME = re.compile(r"(?:[’']s)?\s+([^\W\d_]+)|[’']s\b|(,)")


def _stands(word: str, words: frozenset[str], text: str) -> bool:
    """Tell whether `word` stands in `text`, whose `words` are given: a text of 200 KB has thousands of names to ask for."""
    if _WORD.fullmatch(word):
        return word in words
    return re.search(rf"(?<![\w'’]){re.escape(word)}(?![\w'’])", text) is not None


def _inside(position: int, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in spans)


# First names that are words or months too: they count where a surname follows one of them somewhere.
_GIVEN = frozenset(
    "will mark may june april august grace hope faith rose joy bill art jack drew dean guy rich frank ernest pat sue dawn summer autumn gene chase sky max sandy ruby pearl lily iris ivy daisy christian".split()
)
_HEADING_MARK = re.compile(r"(?:^|\n)#+[ \t]*$")
# "Yusuf, a freelance illustrator, …" begins a sentence with a name.
_APPOSITION = re.compile(r", (?:(?:aged )?\d\d|(?:an?|the|her|his|my|who|whose|aged|\d\d)\b[^.\n]{2,80}?),")
_FULL_NAME = re.compile(rf"(?:^|(?<=[\s(\"“*]))([A-Z][a-z]+) (?=({_NAME_PART}))")
_OF_FIRMS = frozenset("energy partners company health sports marketing consulting business exercise".split())


def _name_at(text: str, start: int, end: int, given: frozenset[str] = frozenset()) -> list[Fact]:
    """Return the name within a run of capitalised words, without ordinary words at its start or end."""
    words = [(m.start() + start, m.end() + start, m.group()) for m in re.finditer(r"\S+", text[start:end])]
    while words and _ordinary(words[0][2]) and words[0][2] not in given:
        words.pop(0)
    while (
        words
        and _ordinary(words[-1][2])
        and words[-1][2] not in given
        and not (len(words) > 1 and words[-1][2].lower() in _OF_FIRMS)
    ):
        words.pop()
    if not words:
        return []
    if words[0][2].rstrip(".") in ("Dr", "Mr", "Mrs", "Ms", "Prof") and len(words) == 1:
        return []
    return [Fact("name", text[words[0][0] : words[-1][1]], words[0][0], words[-1][1])]


def _ordinary(word: str) -> bool:
    lowered = word.lower().replace("’", "'")
    return lowered in NO_NAMES or (lowered.split("'")[0] in NO_NAMES and "'" in lowered) or word == "&"


def facts(text: str) -> list[Fact]:
    """Return values and names together, in order."""
    return sorted([*values(text), *names(text)], key=lambda fact: (fact.start, fact.end))


def month_of(text: str) -> int | None:
    """Return the number of the month that `text` names, or None."""
    for token in re.findall(r"[^\W\d_]+", text.lower()):
        number = _MONTH_NUMBER.get(token) or _SHORT_MONTHS.get(token)
        if number:
            return number
    return None
