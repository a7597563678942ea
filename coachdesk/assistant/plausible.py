"""This file tells a plan that fits what the coach said from one that a rule took out of half of it.

A rule goes by a pattern, and a pattern may match where something else is meant: "write 'her son' where his name
appears" is no statement to be added. So each plan is held against the words that the coach typed; one that does not fit
is dropped, and another reading gets its turn.
"""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import difflib
import re
from collections import Counter

from coachdesk.assistant.document import Document
from coachdesk.assistant.edits import InsertBlock, OrderSections, Plan, RemoveSection, SetText, apply_edits
from coachdesk.assistant.facts import facts, names, values
from coachdesk.assistant.facts_kept import kinds_kept
from coachdesk.assistant.gist import cues
from coachdesk.assistant.lexicon import content_stems, related
from coachdesk.assistant.people import TITLES
from coachdesk.assistant.request import Request

# Words with which a coach speaks to the assistant: nobody writes them into a summary.
_ASKING = re.compile(
    r"(?i)\b(?:please|pls|plz|(?:can|could|would) you|instead of|rather than|where (?:it|the \w+) (?:says|stands|reads)|"
    r"(?:put|write|use|say) (?:that|this|it)|not the other way|wherever|every ?where|as a heading|it belongs|(?:i|we)(?:'d| would) (?:say|prefer|like)|"
    r"i (?:\w+ )?(?:said|wrote|typed|meant|think)|"
    r"(?:that|this|it)(?:'s| is) (?:a|an|the|another|one more) (?:\w+ )?(?:commitment|insight|task|point|bullet))\b"
)
_QUOTATION = re.compile(r"\"([^\"]+)\"|“([^”]+)”|‘([^’]+)’|(?<!\w)'([^']+)'(?!\w)")
_ANNOUNCED = re.compile(r"(?i)(?:add|insert|append|include|note|new|another|one more)\b[^:]{0,60}:\s")
_MARKED_HEADING = re.compile(r"(?m)^#+ .*(?:[\"“”]|(?<!\w)'|'(?!\w))")
_EXAMPLES = re.compile(r"(?i)\b(?:and so on|and the like|etc|such as|for example|for instance|e\.g|like)\b")
_PLACED = re.compile(
    r"(?i)\bthe (?:very )?(?:first|second|third|last|top) (?:commitment|insight|point|bullet|item|task|action|section)\b"
)
_OF_A_MEETING = re.compile(r"(?i)\b(?:meet\w*|sessions?|appointments?|calls?|see (?:her|him|them|each other)|start)\b")
# No sentence says a word twice, or two prepositions of time: "ten times times", "by in autumn".
_STUMBLE = re.compile(
    r"(?i)\b(?!that\b|had\b)([a-z]{2,}) \1\b|\b(?:by|on|at|until) (?:in|on|at|by|until)\b(?! (?:the )?(?:latest|once|least|most|all|home|work|night))"
)
# "numbered from 1 to 4" speaks of marks, not of a figure in the text.
_COUNTED = re.compile(r"(?i)\b(?:number(?:ed|ing)|count(?:ed|ing))\b.{0,30}\b(?:from|with|starting|1)\b|\bnumber the\b")
# "21,000, not eighteen" names what goes, and so does "48 Stunden, nicht 52".
_NOT_THAT = re.compile(
    r"(?i)\b(?:not|instead of|rather than|nicht|statt|anstatt|pas|no|au lieu de|en vez de)\s+"
    r"(?:on |at |by |in |the |for |am |um |de |le |el )*$"
)
_PRONOUN = re.compile(r"(?i)(?:it|this|that|these|those|them|him|her|one|ones)")
_REST_STAYS = re.compile(
    r"(?i)\bnothing else (?:changes|is to change|should change|moves)\b|"
    r"\b(?:everything else|all else|the rest|the others?|the other sections?)(?: of (?:it|the \w+))?"
    r"(?: (?:can|should|must|may|is to|are to))?,? (?:stays?|remains?|is (?:fine|ok|okay|good)|as (?:it )?(?:is|was)|unchanged|untouched)\b"
)


def fits(plan: Plan, request: Request) -> bool:
    """Tell whether a plan may be what the coach meant by the request."""
    if not plan.edits:
        return True
    document, said = request.document, request.told or request.clause
    after = apply_edits(document, plan.edits)
    gone, come = _changed(document.text, after)
    return (
        not _asking_written(said, gone, come)
        and not _scrap_added(plan, said)
        and not _value_of_something_else(plan, said, document, gone, come)
        and _all_told_used(said, document, after)
        and not _rest_swept_away(plan, document, said, request.original)
        and not _wanted_removed(plan, document, said)
        and not _more_removed_than_named(plan, said, gone, come)
        and not _somebody_new_left_out(plan, said, document, come)
        and not _kept_facts_lost(request, gone, come)
        and not (cues.LAST.search(said) and _only_first_moved(plan, document, said))
    )


def _changed(before: str, after: str) -> tuple[str, str]:
    """Return the lines that go and the lines that come."""
    gone: list[str] = []
    come: list[str] = []
    # ndiff also compares the letters of lines that are alike, which takes minutes for 200 KB.
    old, new = before.splitlines(), after.splitlines()
    for tag, start, end, first, last in difflib.SequenceMatcher(None, old, new).get_opcodes():
        if tag != "equal":
            gone += old[start:end]
            come += new[first:last]
    return "\n".join(gone), "\n".join(come)


def _asking_written(said: str, gone: str, come: str) -> bool:
    """Tell whether words that speak to the assistant would be written into the summary."""
    quoted = " ".join(part for found in _QUOTATION.finditer(said) for part in found.groups() if part)
    announced = _ANNOUNCED.match(said)
    if announced is not None and not gone:  # "add an insight: she prefers calls rather than mails"
        quoted += said[announced.end() :]
    for found in _ASKING.finditer(come):
        if found[0].lower() in said.lower() and found[0] not in gone and found[0] not in quoted:
            return True
    if any(come.count(mark) % 2 > gone.count(mark) % 2 for mark in '"“”') or _quoted_heading(gone, come):
        return True
    stumbles = {found[0].lower() for found in _STUMBLE.finditer(come)} - {
        found[0].lower() for found in _STUMBLE.finditer(gone)
    }
    if any(one not in said.lower() for one in stumbles):
        return True
    placed = _PLACED.search(come)
    if placed and placed[0].lower() in said.lower() and placed[0] not in f"{gone} {quoted}":
        return True
    new = Counter(re.findall(r"[^\W_]+", come)) - Counter(re.findall(r"[^\W_]+", gone))
    there = set(re.findall(r"[^\W_]+", gone.lower()))  # "It" may be the "it" of a sentence that was cut before it
    return (
        bool(gone)
        and bool(new)
        and all(_PRONOUN.fullmatch(word) and word[0].isupper() and word.lower() not in there for word in new)
    )


def _quoted_heading(gone: str, come: str) -> bool:
    """Tell whether a heading would hold quotation marks, which only say where the new name begins and ends."""
    return bool(_MARKED_HEADING.search(come)) and not _MARKED_HEADING.search(gone)


def _scrap_added(plan: Plan, said: str) -> bool:
    """Tell whether what is added is no statement: "It.", "A e-mail."."""
    for edit in plan.edits:
        if isinstance(edit, InsertBlock) and edit.raw.strip():
            stems = content_stems(edit.raw)
            if not stems or (len(stems) == 1 and not values(edit.raw) and not cues.ADDING.search(said)):
                return True
    return False


def _value_of_something_else(plan: Plan, said: str, document: Document, gone: str, come: str) -> bool:
    """Tell whether a figure or date would change in a statement of which the request says nothing."""
    if not all(isinstance(edit, SetText) for edit in plan.edits):
        return False
    if _COUNTED.search(said):
        return True
    old, new = ({fact.key for fact in values(text)} for text in (gone, come))
    if len(new - old) != 1 or len(gone.splitlines()) != 1 or "|" in gone or _OF_A_MEETING.search(said):
        return False
    if any(_NOT_THAT.search(said[: fact.start]) for fact in values(said)):
        return False
    parts = {one for section in document.sections for one in content_stems(section.name)}
    told = [one for one in content_stems(_without_values(said)) if one not in parts]
    there = content_stems(gone)
    return len(told) > 1 and not any(related(one, other) >= 0.6 for one in told for other in there)


def _without_values(text: str) -> str:
    for fact in reversed(values(text)):
        text = f"{text[: fact.start]} {text[fact.end :]}"
    return text


def _all_told_used(said: str, document: Document, after: str) -> bool:
    """Tell whether what the coach quoted, and each new figure or date, stands afterwards or stood in what went."""
    quoted = [next(part for part in found.groups() if part) for found in _QUOTATION.finditer(said)]
    everywhere = f"{document.text}\n{after}".lower()
    if not _EXAMPLES.search(said) and any(text.lower().strip(" .,") not in everywhere for text in quoted):
        return False
    told = [fact for fact in values(said) if fact.kind in ("date", "weekday", "time", "money")]
    if not told:
        return True
    there, made = ({fact.key for fact in values(text)} for text in (document.text, after))
    fresh = [fact for fact in told if fact.key not in there]
    return not fresh or any(fact.key in made or fact.text.lower() in after.lower() for fact in fresh)


def _rest_swept_away(plan: Plan, document: Document, said: str, message: str) -> bool:
    """Tell whether whole sections go of which nothing was said, although the rest was to stay."""
    if not _REST_STAYS.search(message):
        return False
    low = said.lower()
    swept = [edit for edit in plan.edits if isinstance(edit, RemoveSection)]
    return len(swept) > 1 and not any(document.sections[edit.section].name.lower() in low for edit in swept)


_WANTED = re.compile(r"(?i)^(?:please )?(?:only|just|nothing but|keep|leave)\b")


def _wanted_removed(plan: Plan, document: Document, said: str) -> bool:
    """Tell whether the very section goes that was to stay: "only the insights, the rest can go"."""
    if not _WANTED.match(said):
        return False
    named = said.lower().split(" except ")[0].split(" but ")[0]
    going = [document.sections[edit.section].name for edit in plan.edits if isinstance(edit, RemoveSection)]
    return len(going) == 1 and going[0].lower() in named


def _more_removed_than_named(plan: Plan, said: str, gone: str, come: str) -> bool:
    """Tell whether a section goes where its form is spoken of, or a statement where names alone are to go."""
    if any(isinstance(edit, RemoveSection) for edit in plan.edits):
        return bool(_OF_FORM.search(said))
    return bool(_NAMES_ALONE.search(said)) and len(gone.splitlines()) > len(come.splitlines())


_OF_FORM = re.compile(
    r"(?i)\b(?:no|without|instead of|not as) (?:more )?(?:bullets?|bullet[ -]points?|dashes|numbers)\b"
)
_NAMES_ALONE = re.compile(r"(?i)\b(?:remove|delete|take out|leave out|drop|strike) (?:all |both )?(?:the )?names?\b")


def _somebody_new_left_out(plan: Plan, said: str, document: Document, come: str) -> bool:
    """Tell whether a value alone would change although the request tells of somebody whom the summary does not know."""
    if not all(isinstance(edit, SetText) for edit in plan.edits) or not values(come):
        return False
    known = f"{document.text}\n{come}".lower()
    titled = [fact.text.split() for fact in names(f"{said} .")]
    return any(
        words[0].rstrip(".") in TITLES and re.sub(r"['’]s?$", "", words[-1]).lower() not in known for words in titled
    )


def _kept_facts_lost(request: Request, gone: str, come: str) -> bool:
    """Tell whether a fact goes of a kind that was to stay, where nothing is to be removed: "don't lose any dates"."""
    if cues.GONE.match(request.told or request.clause) or len(gone.splitlines()) != len(come.splitlines()):
        return False
    kinds = kinds_kept(request.original) - {"name"}
    if not kinds:
        return False
    before, after = (sum(fact.kind in kinds for fact in facts(text)) for text in (gone, come))
    return after < before


def _only_first_moved(plan: Plan, document: Document, said: str) -> bool:
    """Tell whether two sections that each got a place would not both get it: "commitments on top, insights last"."""
    if not cues.FIRST.search(said) or len(plan.edits) != 1 or not isinstance(plan.edits[0], OrderSections):
        return False
    low = said.lower()
    told = {index for index in document.named if document.sections[index].name.lower() in low}
    order = [index for index in plan.edits[0].order if index in document.named]
    return len(told) == 2 and {order[0], order[-1]} != told
