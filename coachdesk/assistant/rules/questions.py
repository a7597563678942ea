"""This file reads a question: whether it is one, what kind of answer it wants, and which section it hints at."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re
from dataclasses import dataclass

from coachdesk.assistant.document import Document
from coachdesk.assistant.facts import names
from coachdesk.assistant.lexicon import STOP_STEMS, content_stems, stem
from coachdesk.assistant.people import main_person
from coachdesk.assistant.targets import section_of_kind

WH = r"(?:what|who|whom|whose|when|where|why|how|which)"
_AUX = (
    r"(?:is|are|was|were|am|did|does|do|has|have|had|will|would|can|could|should|shall|may|might|must|isn't|aren't|wasn't|"
    r"weren't|didn't|doesn't|don't|hasn't|haven't|won't|wouldn't|can't|couldn't|shouldn't)"
)
_IN_IT = r"(?: (?:in|from) (?:the (?:summary|text|notes)|it|there|here|my notes)| there| here| written| anywhere)*"
_ASKED_WORD = rf"(?={WH}\b|if\b|whether\b)"
_LEADS = (
    r"(?:before|while) (?:i|we) [^:,]{3,40}[:,]\s+",
    r"(?:hmm*|so|and|but|ok|right|quick one|one (?:more )?thing|one (?:more )?question|just (?:a )?(?:quick )?(?:question|check)|just checking|out of interest|out of curiosity|sorry)[,.:–-]*\s+",
    rf"(?:does|did|do|can) (?:it|the (?:summary|text|notes)|i|we|you|my notes) (?:say|mention|tell|see|note|write down|have|find)(?: us| me)?(?: anything| something| anywhere)?(?: in (?:it|there|here|the (?:summary|text|notes)))?(?: about| on)?\s+{_ASKED_WORD}",
    rf"(?:is|was) (?:there )?(?:anything|something){_IN_IT} (?:about|on|regarding|saying)\s+{_ASKED_WORD}",
    rf"is it (?:written|noted|mentioned|stated|said){_IN_IT}\s+{_ASKED_WORD}",
    r"(?:please )?(?:tell|remind|show|give|read|inform) me(?: again)?(?: about| of)?[,:]?\s+",
    r"(?:do|did) (?:you|we) (?:know|remember|recall)\s+",
    r"(?:i (?:forgot|forget|wonder|want to know|need to know|would like to know|don't (?:know|remember)|can't remember|have forgotten|need to check)|"
    r"(?:i'm|i am) (?:not sure|wondering)|any idea|quick question|question|remember|to know|know|check)\s*[,:]?\s+"
    + _ASKED_WORD,
)
LEAD = re.compile("(?i)^(?:" + "|".join(_LEADS) + ")+")
ASKING = re.compile(
    rf"(?i)^(?:(?:and|so|but|also|then|by|on|in|at|until|since|for|with|from|to|about|of)\s+)*{WH}(?:'s|'re|'d|'ll)?\b|^(?:if|whether)\b|"
    rf"^{_AUX}\s+(?:not\s+)?(?:she|he|they|it|there|we|i|you|the|her|his|their|my|this|that|any|anyone|anybody|some|both|all|[A-Z])"
)
SHOW = re.compile(
    r"(?i)^(?:(?:tell|remind|show|give|read|name|list)(?: me| us)?(?: of| about| out)?(?: again)?|list(?: me)?|name)\s+(?:all\s+|every\s+)?(?:of\s+)?(?:the\s+|her\s+|his\s+|their\s+|its\s+|my\s+)?"
    r"(?P<what>.+?)(?:\s+(?:that (?:are|is) )?(?:mentioned|named|listed|again|in it|in there|there are|we have))?[.?!]?$"
)
_FILLER = STOP_STEMS | frozenset(
    "commit committed name names called kind sort type many much long often old far big large high exactly happen happened mean "
    "meant tell told talk talked spoken discuss discussed know client coachee session exact currently person whole amount "
    "number figure date day time month year deadline people anyone anybody someone city town country place company "
    "organisation organization firm percentage percent share there word words mind whether according do does plan "
    "supposed allowed total value summary text reason cause role want most least need own two both together altogether at".split()
)
ABOUT_ALL = re.compile(
    r"(?i)\b(?:this|it|the (?:session|summary|conversation|coaching|meeting|talk)|that) (?:all )?about\b|main (?:topic|theme|point|subject)|in a nutshell|"
    r"\bgist\b"
)
_TYPES: tuple[tuple[str, str], ...] = (
    ("day", r"\bwhen\b|\b(?:what|which) (?:date|day|month|year|weekday|time|deadline)|\bhow soon|\bdeadline|\buntil when|\bby when|\bwhat's the date|\bhow long until"),
    ("contact", r"\b(?:phone|mobile|telephone|account) number\b|\be-?mail address\b|\b(?:home |postal |street )?address\b"),
    ("percent", r"\b(?:what|which|how (?:big|large|high)(?: a)?)(?:'s| is| was)?(?: the)? (?:percentage|percent|share|proportion|part of|portion)\b"),
    ("money", (r"\b(?:what|which|how (?:high|large|big))(?:'s| is| was| are| does| did| do)?\b.{0,40}\b(?:price|costs?|fees?|salary|rent|budget|turnover|revenue|wages?|earn|debts?|loan|mortgage|gap)\b|"
              r"\bhow much (?:money|does (?:it|that|she|he|they|the \w+|a \w+) (?:cost|earn|pay|owe|charge)|is the (?:rent|salary|fee|price|debt|loan|budget))")),
    ("age", r"\bhow old\b|\bwhat age\b|\b(?:her|his|their) age\b"),
    ("figure", r"\bhow (?:many|much|often|far|big|large|high|long)\b|\b(?:what|which) (?:percentage|percent|amount|number|share|sum|price|figure|size|rate)"),
    ("person", r"\bwho(?:m|se)?\b|\b(?:what|which) (?:person|people|colleague|friend)"),
    ("place", r"\bwhere\b|\b(?:what|which) (?:city|town|country|place|location|room)"),
    ("organisation", r"\b(?:what|which) (?:company|companies|organi[sz]ation|organi[sz]ations|firm|firms|employer|business)\b"),
    ("obstacle", r"\bwhat(?:'s| is| was| are| were| has| does| might| could| would)?\b.{0,30}\b(?:stop\w*|hold\w* (?:\w+ )?back|keep\w* (?:\w+ ){1,3}from|prevent\w*|block\w*|(?:stands? |is |gets? )?in (?:the|her|his|their) way|hinder\w*|obstacles?)\b"),
    ("reason", r"\bwhy\b|\bfor what reason|\bwhat (?:is|was) the (?:reason|cause)|\bhow come"),
)  # fmt: skip
LISTS: tuple[tuple[str, str], ...] = (
    ("day", r"^(?:dates?|deadlines?|days|times|dates and (?:times|deadlines)|appointments?)$"),
    ("figure", r"^(?:figures?|numbers?|amounts?|percentages?|money figures)$"),
    ("person", r"^(?:people|persons?|names?|participants|names? of (?:the )?people)$"),
    ("place", r"^(?:places?|cities|towns|countries|locations?)$"),
    ("organisation", r"^(?:companies|company|organi[sz]ations?|firms?|employers?)$"),
)  # fmt: skip
_SECTION_HINTS: tuple[tuple[str, str], ...] = (
    ("next session", (r"\bnext (?:session|meeting|appointment|call|time|coaching|date)\b|\b(?:meet|see (?:each other|her|him|them)|talk|speak)(?:ing)? (?:again|next)\b|"
                     r"\bfollow-up (?:session|meeting)\b")),
    ("commitments", (r"\bcommit\w*|\bpromis\w+|\bagree\w*(?: (?:to|on)\b)|\baction (?:items?|points?)|\bactions\b|\bhomework\b|\bto-?dos?\b|\bnext steps?\b|\btasks?\b|"
                    r"\b(?:going|plan\w*|supposed|needs?|has|have) to do\b|\bpledg\w+|\bundert(?:ake|ook)")),
    ("insights", r"\binsights?\b|\blearn(?:ed|t|ings?)?\b|\breali[sz]ed?\b|\bobservations?\b|\btake-?aways?\b|\bfind out\b|\bdiscover\w*"),
    ("focus", r"\bfocus\w*\b|\bgoals?\b|\baims?\b|\btopics?\b|\bthemes?\b|\bobjectives?\b|\bmain (?:subject|issue)\b"),
)  # fmt: skip


# "before we meet again" says until when something is to be done, not that the meeting is asked for.
_UNTIL_THEN = re.compile(
    r"(?i)\b(?:before|until|till|by(?: the time(?: of)?)?|for|ahead of) (?:we (?:meet|see|talk|speak)|(?:the |our )?next (?:session|meeting|appointment|call|time|one))\b.*$"
)


@dataclass(frozen=True)
class Question:
    """A question: its words, the kind of answer it wants ("day", "figure", … or ""), and what it is about."""

    text: str
    kind: str
    stems: tuple[str, ...]


def is_question(text: str) -> bool:
    found = ASKING.match(text)
    if found is None or re.search(
        r"(?i)\b(?:doesn't|does not|don't|needn't) matter\b|\b(?:must|should) not be\b|, write\b", text
    ):
        return False
    if text.rstrip().endswith("?"):
        return True
    opening = text.lower().split()
    if re.match(rf"(?i){_AUX}\b", text):
        return (
            len(opening) > 2
            and opening[1] in ("she", "he", "they", "there", "it")
            and opening[0] not in ("do", "have", "had", "may")
        )
    return len(opening) > 1 and bool(
        re.match(
            rf"(?i)(?:by |on |at |in |until |for |with )?{WH}(?:'s|'re|'d|'ll)?\s+(?:{_AUX}\b|many\b|much\b|long\b|often\b|old\b|far\b|time\b|date\b|day\b)",
            text,
        )
        or re.match(rf"(?i)(?:which|what|whose)\s+\w+(?:\s\w+)?\s+{_AUX}\b", text)
        or (re.match(r"(?i)who\s+\w+s?\b", text) and len(opening) <= 8)
        or "'s" in opening[0]
    )


def read_question(document: Document, text: str) -> Question:
    kind = next((kind for kind, pattern in _TYPES if re.search(pattern, text, re.IGNORECASE)), "")
    person = main_person(document)
    own = {stem(word) for word in person.lower().split()} if person else set()
    text = re.sub(
        r"(?i)\bhow many people (?=(?:work|are employed|does \S+ employ|are on)\b)",
        "how many employees people staff ",
        text,
    )
    bare = re.sub(rf"(?i)\b(?:{WH}|{_AUX})(?:'s|'re|'d|'ll)?\b", " ", text)
    stems = tuple(
        one
        for word in re.findall(r"[^\W_]+(?:[-'’][^\W_]+)*", bare)
        if word.lower() not in _FILLER and word.lower().removesuffix("s") not in _FILLER
        for one in content_stems(word)
        if one not in own
    )
    return Question(text, kind, tuple(dict.fromkeys(stems)))


def unknown_names(document: Document, text: str) -> list[str]:
    """Return names in the question that the summary does not hold."""
    known = document.text.lower()
    return [
        fact.text
        for fact in names(text + " .")
        if not any(word in known for word in fact.text.lower().replace("’", "'").removesuffix("'s").split())
    ]


def hinted_section(document: Document, text: str) -> int | None:
    if _UNTIL_THEN.sub("", text) != text and any(
        re.search(pattern, _UNTIL_THEN.sub("", text), re.IGNORECASE) for _, pattern in _SECTION_HINTS
    ):
        text = _UNTIL_THEN.sub("", text)
    for name, pattern in _SECTION_HINTS:
        if re.search(pattern, text, re.IGNORECASE):
            section = section_of_kind(document, name)
            if section is not None:
                return section
    for section in document.named:
        name = document.sections[section].name.lower()
        if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text.lower()):
            return section
    return None


def stems_without_hint(question: Question, text: str) -> list[str]:
    """Return the stems of a question that no hint at a section accounts for."""
    hints = set(
        content_stems(
            " ".join(
                found.group() for _, pattern in _SECTION_HINTS for found in re.finditer(pattern, text, re.IGNORECASE)
            )
        )
    )
    return [one for one in question.stems if one not in hints]


def wanted_state(text: str) -> str:
    """Return "open" or "done" where only such tasks are asked for."""
    if re.search(
        r"(?i)\b(?:open|outstanding|pending|unfinished|remaining|still to do|not (?:yet )?(?:done|finished))\b", text
    ):
        return "open"
    return "done" if re.search(r"(?i)\b(?:done|completed|finished|ticked|closed)\b", text) else ""
