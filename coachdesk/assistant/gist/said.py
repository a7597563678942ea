"""This file pulls a request apart: its language, the sections, names and quotations in it, and what else it speaks of."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from coachdesk.assistant.document import Document
from coachdesk.assistant.facts import names
from coachdesk.assistant.lexicon import NO_NAMES
from coachdesk.assistant.people import TITLES, distinct_names
from coachdesk.assistant.request import Request
from coachdesk.assistant.targets import find_section, is_synonym, section_of_kind

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_QUOTE = re.compile(r"\"([^\"]+)\"|“([^”]+)”|„([^“”]+)[“”]|«\s*([^»]+?)\s*»|‘([^’]+)’|(?<!\w)'([^']+)'(?!\w)")
_LANGUAGES: tuple[tuple[str, frozenset[str]], ...] = (
    ("de", frozenset(
        "der die das den dem des ein eine einen einem einer und oder nicht bitte ist sind war wann wer wie warum wo wozu worum was sie er "
        "ihr ihre ihren ihrem seine seinen seinem im in am um auf für mit ohne zum zur bis von vom aus alle alles nur noch auch "
        "kannst könntest mach mache füge ersetze ändere kürze streiche lösche entferne nenne schreib schreibe verschiebe setze "
        "hat haben wird soll sollte heißt dass kein keine doch mal wir ich du uns nächste nächsten termin sitzung zusammenfassung".split()
    )),
    ("fr", frozenset(
        "le la les un une des du de et ou est sont elle il elles ils son sa ses leur au aux pour avec sans dans sur que qui quoi "
        "quel quelle quand où comment pourquoi ce cet cette ces ne pas plus merci stp svp peux pourrais supprime enlève retire "
        "ajoute remplace change mets écris rédige raccourcis résume déplace renomme garde numérote tu je nous on séance prochaine résumé".split()
    )),
    ("es", frozenset(
        "el los las un una unos unas de del y o en con sin por para que qué quién cuándo cómo dónde es son está se su sus lo al también todo todos "
        "quita borra elimina numera cambia añade pon escribe resume acorta mueve reemplaza sustituye como más porfa favor nada él ella sesión compromisos resumen".split()
    )),
    ("en", frozenset(
        "the a an and or not is are was were it its that this these those she he they her his their please to of in on at for "
        "with without by from make put add remove keep change move rename write what when who how why where which can could you "
        "i we all only just do does did no as be has have will".split()
    )),
)  # fmt: skip
_AGREED = re.compile(
    r"(?i)\b(?:what|everything|(?:the (?:\w+ )?)?things|(?:one |another )?(?:more )?thing|all)(?: that)? (?:she|he|they|[A-Z][\w'’-]+)(?: |(?='))(?:has |have |had |'s |'d |'ll |would )?(?:still |also |now )?"
    r"(?:agreed|promised|committed|undertook|wants?|wanted|needs?|has|have|is going|are going|plans?|planned|intends?|said (?:she|he|they) would|will)"
    r"(?: (?:herself|himself|themselves))?(?: to)?(?: (?:still )?do)?\b|\b(?:her|his|their|the) (?:to-?dos?|tasks|homework|promises)\b"
)
# "each commitment" speaks of the section, as "the commitments" does.
_EACH = re.compile(
    r"(?i)\b(?:each|every)(?: one)?(?: of (?:the|her|his|their))? (?P<kind>insights?|commitments?|observations?|tasks?|actions?|findings?|agreements?|goals?|steps?|promises?|learnings?)\b"
)
_MEETING = re.compile(
    r"(?i)\b(?:when (?:and where )?)?we(?:'ll| will)? (?:meet|see each other|talk|speak) (?:again|next)\b|\b(?:the|our|her|his) next (?:one|time|session|meeting|appointment|date|call)\b"
)
_LEARNED = re.compile(
    r"(?i)\bwhat (?:we|she|he|they) (?:learn\w*|noticed|found out|reali[sz]ed|discovered|understood)\b"
)
# Words of these groups are too common to mean a section.
_COMMON = frozenset(
    "plan time note notes comment comments remark remarks state situation context values value question questions risk risks concern concerns "
    "problems resources resource wins progress feelings feeling emotions mood decisions decision priorities priority steps step actions action "
    "agreement promise goal topic subject theme aim task misc other strength strengths challenge challenges background appointment "
    "conclusion conclusions success successes highlights insight commitment finding observation learning".split()
)


_IN_A_STATE = re.compile(r"(?i)\b(?:finished|done|completed|ticked|unfinished|outstanding)\s$")


@dataclass(frozen=True)
class Mention:
    """A section of the summary that a request speaks of, and where it does."""

    section: int
    start: int
    end: int


@dataclass(frozen=True)
class Said:
    """A request, read once: `text` is its clause without marks at the end."""

    request: Request
    text: str

    @property
    def document(self) -> Document:
        """The summary."""
        return self.request.document

    @cached_property
    def low(self) -> str:
        """The clause in small letters."""
        return self.text.lower()

    @cached_property
    def quoted(self) -> tuple[str, ...]:
        """What stands in quotation marks."""
        return tuple(next(part for part in found.groups() if part) for found in _QUOTE.finditer(self.text))

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """The sections spoken of, in the order of the request."""
        return tuple(_mentions(self.document, self.text, self.request.spared))

    @cached_property
    def sections(self) -> tuple[str, ...]:
        """The names of the sections spoken of, each once."""
        found = (self.document.sections[mention.section].name for mention in self.mentions)
        return tuple(dict.fromkeys(name for name in found if name))

    @cached_property
    def known(self) -> tuple[str, ...]:
        """The names of the summary that the request speaks of, whole where it says them whole."""
        return tuple(_known(self.document, self.text))

    @cached_property
    def fresh(self) -> tuple[str, ...]:
        """Names and capitalised words of the request that the summary does not hold."""
        return tuple(_fresh(self.document, self.text))

    def rest(self, *patterns: re.Pattern[str]) -> str:
        """Return the request without the sections that it speaks of and without what `patterns` find."""
        text = self.text
        for mention in reversed(self.mentions):
            text = text[: mention.start] + " | " + text[mention.end :]
        for pattern in patterns:
            text = pattern.sub(" | ", text)
        return text


def read_said(request: Request) -> Said:
    """Return the request pulled apart."""
    return Said(request, request.clause.strip().rstrip(".!? ").strip())


def quoted_names(names: tuple[str, ...]) -> str:
    """Return names as commands hold them: each in quotation marks, joined by "and"."""
    return " and ".join(f"“{name}”" for name in names)


def language(text: str) -> str:
    """Return "en", "de", "fr" or "es", whose small words a text uses most; "en" where nothing speaks for another."""
    words = [word.lower() for word in re.findall(r"[^\W\d_]+", text)]
    counts = {name: sum(word in small for word in words) for name, small in _LANGUAGES}
    best = max(counts, key=lambda name: (counts[name], name == "en"))
    if best == "en" or counts[best] <= counts["en"]:
        return "en"
    return best if counts[best] >= max(2, len(words) // 4) or (len(words) <= 6 and counts["en"] == 0) else "en"


def _mentions(document: Document, text: str, spared: tuple[str, ...]) -> list[Mention]:
    words = [(found.start(), found.end()) for found in _WORD.finditer(text)]
    taken: list[Mention] = []

    def free(start: int, end: int) -> bool:
        return all(end <= mention.start or start >= mention.end for mention in taken)

    def take(section: int | None, start: int, end: int) -> None:
        if section is None or _IN_A_STATE.search(text[:start]):
            return  # "the finished to-do" is one of them
        if free(start, end) and document.sections[section].name not in spared:
            taken.append(Mention(section, start, end))

    for length in (6, 5, 4, 3, 2, 1):
        for at in range(len(words) - length + 1):
            start, end = words[at][0], words[at + length - 1][1]
            if free(start, end):
                take(_exactly(document, text[start:end]), start, end)
    for section, start, end in _circumscribed(document, text):
        take(section, start, end)
    for length in (4, 3, 2, 1):
        for at in range(len(words) - length + 1):
            start, end = words[at][0], words[at + length - 1][1]
            phrase = text[start:end].lower()
            if not free(start, end) or not is_synonym(phrase) or phrase in _COMMON:
                continue
            take(find_section(document, phrase), start, end)
    return sorted(taken, key=lambda mention: mention.start)


def _circumscribed(document: Document, text: str) -> Iterator[tuple[int | None, int, int]]:
    """Yield the sections that a request speaks of without their names: "each commitment", "what she promised"."""
    for found in _EACH.finditer(text):
        yield find_section(document, f"{found['kind'].removesuffix('s')}s"), found.start(), found.end()
    for pattern, kind in ((_AGREED, "commitments"), (_MEETING, "next session"), (_LEARNED, "insights")):
        for found in pattern.finditer(text):
            yield section_of_kind(document, kind), found.start(), found.end()


def _exactly(document: Document, phrase: str) -> int | None:
    """Return the section whose name is `phrase`, with a slip or another number of it."""
    low = phrase.lower()
    best = None
    for index in document.named:
        name = document.sections[index].name.lower()
        if low == name or (len(name) > 5 and low == name.removesuffix("s") and " " in name):
            return index
        if (
            len(low) >= 6
            and len(low.split()) == len(name.split())
            and low[0] == name[0]
            and low != name.removesuffix("s")
            and difflib.SequenceMatcher(None, low, name).ratio() >= 0.84
        ):
            best = index
    return best


def _known(document: Document, text: str) -> list[str]:
    found: list[tuple[int, str]] = []
    taken: list[tuple[int, int]] = []
    wholes = sorted(distinct_names(document.text), key=lambda name: -len(name))
    parts = sorted(
        {part for name in wholes for part in name.split() if len(part) > 2 and part.rstrip(".") not in TITLES},
        key=lambda part: -len(part),
    )
    for name in (*wholes, *parts):
        for hit in re.finditer(rf"(?<![\w-]){re.escape(name)}(?=['’]s|['’]|s?\b)(?![\w-])", text):
            if all(hit.end() <= start or hit.start() >= end for start, end in taken):
                taken.append(hit.span())
                found.append((hit.start(), name))
    return list(dict.fromkeys(name for _, name in sorted(found)))


def _fresh(document: Document, text: str) -> list[str]:
    there = document.text.lower()
    found = [re.sub(r"['’]s?$", "", fact.text) for fact in names(f"{text} .")]
    found = [name for name in found if name.lower() not in there]
    if not found:
        runs = re.findall(r"(?<![\w'’])[^\W\d_a-z][\w'’-]*(?:\s(?:&\s)?[^\W\d_a-z][\w'’-]*)*", text)
        runs = [re.sub(r"['’]s?$", "", run) for run in runs]
        found = [run for run in runs if run.lower() not in there and run.lower().split()[0] not in NO_NAMES]
    return list(dict.fromkeys(found))
