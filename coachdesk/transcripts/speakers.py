"""This file tells a speaker's name before a colon from a colon in running text, by looking at the whole file.

One line cannot tell: "Anna: I see" and "Important: I see" are built alike. So each line is first read for a *label*, a
possible name and a colon; then `speakers_of` looks at all lines together. Labels that come again and again, or that
open nearly every line, are speakers; in prose none is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from coachdesk.transcripts.timecodes import TIME, is_time_of_day, seconds_of


class Spelling(Enum):
    """How a possible name is written."""

    PROPER = "every word begins with a capital"
    MIXED = "the first word does"
    LOWER = "none does"


@dataclass(frozen=True, slots=True)
class Label:
    """A possible speaker at the beginning of a line, and what follows; `start` in seconds if a time stands between."""

    name: str
    said: str
    spelling: Spelling
    start: float | None = None
    of_day: bool = False


@dataclass(frozen=True, slots=True)
class Sighting:
    """One line as the decision sees it: its label if any, whether it opens a paragraph, whether it carries a time."""

    label: Label | None
    opens: bool
    stamped: bool


_COLON = re.compile(r"\s*[:：](?![\d/\\)(\]])")
_TIMED = re.compile(
    rf"(?P<name>[^:]{{1,150}}?)\s*(?:[\[(]\s*(?P<inside>{TIME})(?:\s*[-–]\s*{TIME})?\s*[\])]|\s(?P<bare>{TIME}))"
)
_EMPHASIS = re.compile(r"(\*\*|__|\*|_)([^*_]{1,150}?)(:?)\1(:?)")
_PARENTHESIS = re.compile(r"\([^()]*\)")
_ASIDE = re.compile(r"(?P<name>.+?)\s*(?P<aside>\([^\W\dA-Z_][^()]*\))")
_ELIDED = re.compile(r"(?:[dlo]|ad|al|el|mc|mac|von|van)['’-]?(?-i:[A-Z])", re.IGNORECASE)
_FOREIGN = re.compile(r"[?!;{}<>=|\"“”„«»\\$%^~`…\[\]*]")

_PARTICLES = frozenset(
    "von van der den de del della di da du dos la le el al bin ibn y e und and of the für zu zum zur ter & - –".split()
)
# A line that begins so is a sentence, unless every word has a capital ("Right Hon. Anna May").
_OPENERS = frozenset(
    """i i'm i've i'd we we're you you're he she it it's they this that these those there here my your our his her
    their its a an and but or so because if when while then what why how where which who whose one two three
    four five another first second third next finally also well yes yeah no okay ok right now just let let's
    like for from in on at to by with about after before as is are was were do does did have has had could would
    should must not please thanks remember maybe perhaps actually basically ich wir du er sie es ihr das die
    dies diese dieser ein eine und aber oder also wenn weil dann was warum wie wo welche mein meine dein unser
    ja nein gut nun nur bitte danke vielleicht je nous tu vous il elle ils ce cette et mais ou donc si oui non
    yo nosotros pero porque sí""".split()
)
_HEADINGS = frozenset(
    """note notes nb ps n.b p.s example examples warning caution important attention tip hint remark reminder summary
    agenda date datum time zeit uhrzeit duration dauer title titel subject betreff topic thema location ort
    place participants attendees teilnehmer present re fwd cc bcc to from figure fig table chapter section part
    step day week item point task tasks todo action actions decision decisions goal goals focus insight insights
    commitment commitments result results conclusion homework background context reality options option outcome
    outcomes observation observations question questions fact facts source sources link links url http https www
    email e-mail phone tel fax address version file recorded recording meeting session transcript language
    status priority deadline update hinweis beispiel wichtig achtung anmerkung notiz notizen zusammenfassung
    ziel ziele ergebnis fazit aufgabe aufgaben termin quelle abbildung tabelle kapitel teil schritt punkt frage
    fragen exemple remarque objectif ejemplo nota objetivo resumen""".split()
)
_PHRASES = frozenset(("next session", "next steps", "next step", "action items", "key points", "follow up", "to do"))


def label_of(line: str) -> Label | None:
    """Return the label that `line` begins with, or None. Only its first 200 characters are searched."""
    line = line.lstrip()
    if line[:1] in ("*", "_"):
        line = _without_emphasis(line)
    colon = _COLON.search(line[:200])
    if colon is None or colon.start() > 150:
        return None
    name, said, written = line[: colon.start()], line[colon.end() :].strip(), ""
    if ":" in name:
        match = _TIMED.fullmatch(name)
        if match is None:
            return None
        name, written = match["name"].strip(), match["inside"] or match["bare"]
    if name[:1] == "[" and name[-1:] == "]":
        name = name[1:-1].strip()
    aside = _ASIDE.fullmatch(name)
    if aside and aside["aside"].casefold() == aside["aside"]:
        name, said = aside["name"], f"{aside['aside']} {said}".strip()
    spelling = spelling_of(name)
    if spelling is None:
        return None
    return Label(" ".join(name.split()), said, spelling, seconds_of(written), bool(written) and is_time_of_day(written))


def _without_emphasis(line: str) -> str:
    """Return `line` with the Markdown stars around its label taken off."""
    match = _EMPHASIS.match(line)
    if match is None or not (match[3] or match[4] or line[match.end() : match.end() + 2].lstrip()[:1] in ("[", "(")):
        return line
    return match[2] + (":" if match[3] or match[4] else "") + line[match.end() :]


def spelling_of(name: str) -> Spelling | None:
    """Return how `name` is written, or None if it cannot be a person's, a role's or a microphone's name."""
    core, found = name, 1
    while found:
        core, found = _PARENTHESIS.subn(" ", core)
    words = core.replace(",", " ").split()
    if not _could_be_name(core, words):
        return None
    if any(sign.isalpha() and sign.lower() == sign.upper() for sign in core):
        # Scripts without capitals: only length tells a name from a sentence.
        return Spelling.PROPER if len(core.strip()) <= 20 else None
    capital = [word[0].isupper() or word[0].isdigit() or bool(_ELIDED.match(word)) for word in words]
    proper = any(capital) and all(great or word in _PARTICLES for great, word in zip(capital, words, strict=True))
    first = words[0].casefold().strip(".,")
    if first in _OPENERS and not (proper and (len(words) > 1 or words[0] == "A")):
        return None
    if proper:
        return Spelling.PROPER
    if capital[0]:
        return Spelling.MIXED
    return Spelling.LOWER if len(words) <= 2 else None


def _could_be_name(core: str, words: list[str]) -> bool:
    """Say whether these `words`, of a possible name without its parentheses, are neither a sentence nor a heading."""
    if (
        not 1 <= len(words) <= 6
        or len(core.strip()) > 60
        or core.count(",") > 1
        or _FOREIGN.search(core)
        or "(" in core
    ):
        return False
    whole = " ".join(words).casefold().strip(".")
    numbers = sum(word[0].isdigit() for word in words)
    if whole in _HEADINGS | _PHRASES or (words[0].casefold() in _HEADINGS and len(words) == 2 and numbers):
        return False
    return (
        numbers <= len(words) / 2
        and any(sign.isalpha() for sign in core)
        and not any(word[-1] == "." and len(word) > 6 for word in words)
    )


def speakers_of(sightings: Sequence[Sighting]) -> frozenset[str]:
    """Return the names that are speakers in a file of these non-blank lines; empty if it is not a dialogue."""
    counts = Counter(seen.label.name for seen in sightings if seen.label)
    every = len(sightings) > 3 and all(seen.label for seen in sightings)
    least = {Spelling.PROPER: 1, Spelling.MIXED: 1 if every else 2, Spelling.LOWER: 3}
    labelled = [
        (seen, seen.label) for seen in sightings if seen.label and counts[seen.label.name] >= least[seen.label.spelling]
    ]
    if not labelled:
        return frozenset()
    names = frozenset(label.name for _, label in labelled)
    recurring = frozenset(name for name in names if counts[name] > 1)
    share = len(labelled) / len(sightings)
    if share >= 0.9 and (recurring or len(sightings) <= 3 or all(seen.stamped for seen, _ in labelled)):
        return names
    if not recurring:
        return names if share >= 0.5 and len(sightings) <= 6 and len(names) > 1 and sightings[0].label else frozenset()
    if not _is_dialogue(sightings, labelled, recurring, share):
        return frozenset()
    return recurring | {
        label.name
        for seen, label in labelled
        if counts[label.name] == 1
        and label.spelling is Spelling.PROPER
        and (share >= 0.4 or _alike(seen, labelled, recurring))
    }


def _is_dialogue(
    sightings: Sequence[Sighting], labelled: list[tuple[Sighting, Label]], recurring: frozenset[str], share: float
) -> bool:
    """Say whether recurring labels that do not open nearly every line still make a dialogue of long turns."""
    turns = sum(label.name in recurring for _, label in labelled)
    if share >= 0.3 and turns >= 2:
        return True
    stamped = [seen for seen in sightings if seen.stamped]
    if len(stamped) >= 2 and sum(seen.label is not None for seen in stamped) >= 0.8 * len(stamped):
        return True
    openings = [seen for seen in sightings if seen.opens]
    if len(openings) >= 4 and sum(seen.label is not None for seen in openings) >= 0.5 * len(openings):
        return True
    early = any(seen.label and seen.label.name in recurring for seen in sightings[:3])
    return len(recurring) >= 2 and turns >= 4 and share >= 0.05 and early


def _alike(seen: Sighting, labelled: list[tuple[Sighting, Label]], recurring: frozenset[str]) -> bool:
    """Say whether a label seen once stands where the recurring ones stand: after a time, or after a blank line."""
    sure = [other for other, label in labelled if label.name in recurring]
    if sum(other.stamped for other in sure) >= 0.9 * len(sure):
        return seen.stamped
    if sum(other.opens for other in sure) >= 0.9 * len(sure):
        return seen.opens
    return seen.label is not None and len(seen.label.name.split()) > 1
