"""This file reads filters out of the words of a search: "last month with Anna interview" looks for "interview" only.

What is understood, in English, German, French and Spanish: days ("today", "last week", "in May", "since June 2025",
"2026-05"), "with" and a client's name, "tag:…" or "#…", and what is open, approved, not synced or needs the coach. A
word is a filter only where all of it fits; "with confidence" stays a search for both words, since no client is called
so.
"""

from __future__ import annotations

import calendar
import datetime
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from coachdesk.desk.listed import ClientRow, ListQuery

_DAY = datetime.timedelta(days=1)
_PIECE = re.compile(r"\S+")
Range = tuple[datetime.date, datetime.date]


@dataclass(frozen=True, slots=True, repr=False)
class Understood:
    """`query` with the words that are left; `filters` by field of the query; `phrases` as they were typed."""

    query: ListQuery
    filters: dict[str, Any] = field(default_factory=dict)
    phrases: tuple[str, ...] = ()


def _month(year: int, month: int) -> Range:
    return datetime.date(year, month, 1), datetime.date(year, month, calendar.monthrange(year, month)[1])


def _week(day: datetime.date) -> Range:
    monday = day - day.weekday() * _DAY
    return monday, monday + 6 * _DAY


def _before(day: datetime.date) -> Range:
    last = day.replace(day=1) - _DAY
    return _month(last.year, last.month)


_RANGES: tuple[tuple[str, Callable[[datetime.date], Range]], ...] = (
    ("today|heute|aujourd'hui|hoy", lambda day: (day, day)),
    ("yesterday|gestern|hier|ayer", lambda day: (day - _DAY, day - _DAY)),
    ("this week|diese woche|cette semaine|esta semana", _week),
    ("last week|letzte woche|la semaine dernière|semaine dernière|la semana pasada|semana pasada",
     lambda day: _week(day - 7 * _DAY)),
    ("this month|diesen monat|dieser monat|ce mois|este mes", lambda day: _month(day.year, day.month)),
    ("last month|letzten monat|letzter monat|le mois dernier|mois dernier|el mes pasado|mes pasado", _before),
    ("this year|dieses jahr|cette année|este año", lambda day: (day.replace(month=1, day=1), _month(day.year, 12)[1])),
    ("last year|letztes jahr|l'année dernière|année dernière|el año pasado|año pasado",
     lambda day: (datetime.date(day.year - 1, 1, 1), datetime.date(day.year - 1, 12, 31))),
)  # fmt: skip
_MONTHS = (
    "january|jan|januar|janvier|enero",
    "february|feb|februar|février|febrero",
    "march|mar|märz|mars|marzo",
    "april|apr|avril|abril",
    "may|mai|mayo",
    "june|jun|juni|juin|junio",
    "july|jul|juli|juillet|julio",
    "august|aug|août|agosto",
    "september|sep|sept|septembre|septiembre",
    "october|oct|oktober|okt|octobre|octubre",
    "november|nov|novembre|noviembre",
    "december|dec|dezember|dez|décembre|diciembre",
)
_WITH = "with|mit|avec|con"
_IN = "in|im|en"
_SINCE = "since|seit|depuis|desde"
_STATES: tuple[tuple[str, dict[str, Any]], ...] = (
    ("not synced|unsynced|nicht synchronisiert|non synchronisé|non synchronisés|sin sincronizar", {"pending": True}),
    ("needs me|needs attention|needs you|braucht mich|à décider|me necesita", {"attention": True}),
    ("is approved|status:approved|freigegeben|approuvé|aprobado", {"status": "approved"}),
    ("is open|status:open|is:open", {"status": "open"}),
)


def _folded(text: str) -> str:
    """Return `text` without marks on letters and without capitals, so that "Fevrier" is "février"."""
    apart = unicodedata.normalize("NFD", text.replace("’", "'"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).casefold()


def _table(rows: Sequence[tuple[str, Any]]) -> dict[tuple[str, ...], Any]:
    return {tuple(_folded(words).split()): meant for phrases, meant in rows for words in phrases.split("|")}


_RANGE_OF = _table(_RANGES)
_STATE_OF = _table(_STATES)
_MONTH_OF = {words[0]: number for words, number in _table([(names, n) for n, names in enumerate(_MONTHS, 1)]).items()}
_LONGEST = max(map(len, (*_RANGE_OF, *_STATE_OF)))


def understood(text: str, clients: Sequence[ClientRow], today: datetime.date) -> Understood:
    """Return what `text` asks for; `clients` are those whose names may follow "with"."""
    reader = _Reader(text, clients, today)
    while reader.place < len(reader.words):
        if not (reader.takes_phrase() or reader.takes_date() or reader.takes_client() or reader.takes_tag()):
            reader.leaves()
    return Understood(ListQuery(text=" ".join(reader.left)), reader.filters, tuple(reader.phrases))


class _Reader:
    """Goes through the words of one search from left to right; each `takes_…` says whether it took some."""

    def __init__(self, text: str, clients: Sequence[ClientRow], today: datetime.date) -> None:
        self.words = _PIECE.findall(text[:200])
        self._folded = [_folded(word).strip(",;") for word in self.words]
        self._clients, self._today = clients, today
        self.place = 0
        self.left: list[str] = []
        self.phrases: list[str] = []
        self.filters: dict[str, Any] = {}

    def leaves(self) -> None:
        """Leave the word at this place to be searched for."""
        self.left.append(self.words[self.place])
        self.place += 1

    def takes_phrase(self) -> bool:
        for count in range(min(_LONGEST, len(self.words) - self.place), 0, -1):
            phrase = tuple(self._folded[self.place : self.place + count])
            if phrase in _RANGE_OF:
                return self._between(_RANGE_OF[phrase](self._today), count)
            if phrase in _STATE_OF:
                return self._take(_STATE_OF[phrase], count)
        return False

    def takes_date(self) -> bool:
        """Take "in May", "in May 2025", "since June", "2026-05" or "2026-05-12"."""
        first = self._folded[self.place]
        if found := re.fullmatch(r"((?:19|20)\d\d)-(0[1-9]|1[0-2])(?:-(\d\d))?", first):
            return self._exactly(int(found[1]), int(found[2]), found[3])
        since = first in _SINCE.split("|")
        if not since and first not in _IN.split("|"):
            return False
        month = _MONTH_OF.get(self._word(1))
        year = re.fullmatch(r"(?:19|20)\d\d", self._word(2 if month else 1))
        if month is None and year is None:
            return False
        if month is None:
            span = datetime.date(int(self._word(1)), 1, 1), datetime.date(int(self._word(1)), 12, 31)
        else:
            # "In May" said in March is that of last year.
            last = self._today.year - (month > self._today.month)
            span = _month(int(year[0]) if year else last, month)
        count = 1 + (month is not None) + (year is not None)
        return self._take({"date_from": span[0].isoformat()}, count) if since else self._between(span, count)

    def takes_client(self) -> bool:
        """Take "with Anna" or "with Anna Becker", where just one client is called so."""
        if self._folded[self.place] not in _WITH.split("|"):
            return False
        for count in range(min(4, len(self.words) - self.place - 1), 0, -1):
            wanted = self._folded[self.place + 1 : self.place + 1 + count]
            found = [client for client in self._clients if _called(client.name, wanted)]
            exact = [client for client in found if _folded(client.name).split() == wanted]
            found = exact if len(exact) == 1 else found
            if len(found) == 1:
                return self._take({"client": found[0].id}, count + 1)
        return False

    def takes_tag(self) -> bool:
        found = re.fullmatch(r"(?:tag:|#)(.+)", self.words[self.place])
        return found is not None and self._take({"tag": found[1]}, 1)

    def _exactly(self, year: int, month: int, day: str | None) -> bool:
        try:
            span = _month(year, month) if day is None else (datetime.date(year, month, int(day)),) * 2
        except ValueError:
            return False
        return self._between(span, 1)

    def _word(self, further: int) -> str:
        place = self.place + further
        return self._folded[place] if place < len(self._folded) else ""

    def _between(self, span: Range, count: int) -> bool:
        return self._take({"date_from": span[0].isoformat(), "date_to": span[1].isoformat()}, count)

    def _take(self, filters: dict[str, Any], count: int) -> bool:
        self.filters |= filters
        self.phrases.append(" ".join(self.words[self.place : self.place + count]).strip(",;"))
        self.place += count
        return True


def _called(name: str, wanted: list[str]) -> bool:
    """Return whether `wanted` are words of `name` next to one another; the last may be a beginning of three letters."""
    words = _folded(name).split()
    for start in range(len(words) - len(wanted) + 1):
        part = words[start : start + len(wanted)]
        last = wanted[-1]
        if part[:-1] == wanted[:-1] and (part[-1] == last or (len(last) >= 3 and part[-1].startswith(last))):
            return True
    return False
