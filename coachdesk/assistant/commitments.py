"""This file finds what people undertook in a conversation, as Markdown tasks, and reads tasks out of a summary.

A commitment is a sentence in which somebody says that they will do something ("I'll call her on Monday", "let's …"), or
a request that the next speaker agrees to ("Can you send me the list by Friday?" "Sure."). Only verbs of doing count:
"I'll just show you the next slide" is talk. A task is one line: `- [ ] who: what, by when`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from coachdesk.assistant.spoken import Sentence
from coachdesk.assistant.vocabulary import STOP_WORDS, words_of

_DOING = frozenset(
    """
agree announce answer apply approach arrange ask attend avoid block book bring buy call cancel change check choose
circulate clean collect complete confirm contact continue copy create deliver design discuss distribute document do
download draft edit email e-mail exercise explain explore figure fill find finish fix follow forward gather get give
hand hire implement improve inform install interview introduce investigate invite join journal keep learn leave list
look mail make measure meditate meet message move negotiate note offer order organise organize outline pay phone
pick plan post practice practise prepare present print produce propose provide publish put read record reduce
register rehearse remove repair reply report request research reserve reply revise review rewrite ring run save
schedule see send set share sign sleep sort speak spend start stop study submit suggest summarise summarize swim
take talk tell test text think train transfer transcribe try turn update upload visit walk work write
""".split()
)
_MEETING = frozenset("see meet speak talk do try look think go come".split())
_TALK = re.compile(
    r"^(?:(?:just|quickly|briefly|also|now|then|try to|have to|need to)\s+)*(?:(?:start|go|move|talk"
    r"|look|take|put|give|turn"
    r"|run|see|try|get|leave|stop|keep|ask|tell|explain|read|pick|do|make|think|hand|find|call|figure"
    r"|say|share|note"
    r"|discuss|present|introduce|offer|continue|come)\b)",
    re.IGNORECASE,
)
_WHO = (
    re.compile(
        r"\b(?P<who>I)(?:'ll| will| am going to|'m going to|'m gonna| am gonna| promise to| commit to"
        r"| plan to| agreed to)"
        r" (?P<not>not |never )?(?:(?:definitely|certainly|probably|also|just|then|try to"
        r"|make sure (?:to|I|that I))\s+)*(?P<what>.+)"
    ),
    re.compile(
        r"\b(?P<who>[Ww]e)(?:'ll| will| are going to|'re going to| agreed to| decided to) (?P<not>not |never )?"
        r"(?:(?:definitely|also|just|then|both)\s+)*(?P<what>.+)"
    ),
    re.compile(r"^(?P<who>[Ll]et's|[Ll]et us) (?P<not>not )?(?:(?:also|then|both)\s+)*(?P<what>.+)"),
)
_PRESENT = re.compile(r"^I (?:(?P<could>could|can|would) )?(?P<what>\S.*)$")
_DEADLINE = re.compile(r"^(?:by|before|until|next|starting|from|tomorrow|this|every|on|no later)\b", re.IGNORECASE)
_REQUEST = re.compile(
    r"\b(?:(?:can|could|will|would) you (?:please )?|would you mind (?=\w+ing)|I(?:'d"
    r"| would) like you to |I want you to "
    r"|I need you to |your (?:homework|task|job) is to |please )(?P<what>.+)",
    re.IGNORECASE,
)
_YES = re.compile(
    r"^(?:yes|yeah|yep|sure|of course|okay|ok|will do|absolutely|definitely|certainly|i will|i can|i'll"
    r"|fine|alright|all "
    r"right|no problem|happy to|gladly|deal|agreed|good idea|sounds good|i'd love to)\b",
    re.IGNORECASE,
)
_DEPENDENT = re.compile(r"\b(?:if|when|unless|whether|think|said|that|what|where) $", re.IGNORECASE)
_UNSURE = re.compile(
    r"\b(?:might|maybe|not sure|if I (?:can|could)|I don't know|would have|could have)\b", re.IGNORECASE
)
_DAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?(?: (?:morning|afternoon|evening|night))?"
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
)
_DATE = (
    rf"(?:(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}|{_MONTH} (?:the )?\d{{1,2}}(?:st|nd|rd"
    rf"|th)?|the \d{{1,2}}(?:st|nd|rd|th)"
    rf"|the (?:\w+t[yi][- ]?\w*(?:st|nd|rd|th)|\w+teenth|first|second|third|fourth|fifth|sixth|seventh"
    rf"|eighth|ninth|tenth"
    rf"|eleventh|twelfth)(?: of {_MONTH}| (?=of next))|\d{{4}}-\d{{2}}-\d{{2}}|(?:0?[1-9]|[12]\d"
    rf"|3[01])(?:/(?:0?[1-9]|1[0-2])(?:/\d{{2,4}})?|\.(?:0?[1-9]|1[0-2])\.(?:\d{{2,4}})?))"
    r"(?:,? (?:19|20)\d{2})?"
)
_CLOCK = (
    r"(?:(?:\d{1,2}(?:[:.]\d{2})?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon"
    r"|half past \w+|quarter"
    r" (?:past|to) \w+)(?: ?(?:a\.?m\.?|p\.?m\.?|o'clock))?)"
)
_PERIOD = (
    rf"(?:(?:the )?end of (?:(?:the|this|next) (?:day|week|month|year|quarter)|{_MONTH})|(?:this|next"
    rf"|the coming) (?:week(?:end)?|month|year"
    r"|quarter|spring|summer|autumn|winter|morning|afternoon|evening)|next (?:session|meeting|time)"
    r"|tonight|tomorrow"
    r"(?: (?:morning|afternoon|evening))?|today)"
)
_MOMENT = r"(?:our next (?:session|meeting|call)|then|lunch|christmas|easter)"
_ONE_TIME = (
    rf"(?:(?:by|before|until|till|on|no later than|after|from|starting) (?:(?:this|next|the|coming) )*(?:{_DAY}"
    rf"|{_DATE}|{_PERIOD}|{_MONTH}|{_MOMENT})"
    rf"|(?:this|next) {_DAY}|{_PERIOD}|(?:in|within) (?:the next )?(?:a|an|one|two|three|four|five|six"
    rf"|\d+) (?:day|week|month)s?(?:' time)?"
    rf"|every (?:day|week|morning|evening|night|other day|{_DAY})|(?:once|twice|three times) a (?:day"
    rf"|week|month)|{_DAY}|{_DATE}"
    r"|in the (?:morning|afternoon|evening))"
)
_TIME = re.compile(
    rf"\b{_ONE_TIME}(?:,? (?:at|around|about|by|before) {_CLOCK}\b)?(?:,? {_ONE_TIME})?|\b(?:at|by"
    rf"|before) {_CLOCK}\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"(?:[;:?!]|, (?:which|who|hoping|by which|seems|and (?:we|I|you|they|then)|or|I|you)\b"
    r"|,? (?:because|so that I|but|although|since|if|unless|so I|so we|so you|and I'll|and I will"
    r"|and then|right|okay)\b|(?<!\.m)\.\s)"
)
_TASK = re.compile(r"^\s*(?:[-*+•–]|\d{1,3}[.)])\s+(?:\[(?P<box>[ xX])\]\s+)?(?P<text>\S.*)$")
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+(?P<name>.*?)\s*#*$")
_COMMITMENTS = re.compile(
    r"commitment|action|next step|task|to-?do|homework|agreed|maßnahmen|aufgaben|vereinbar", re.IGNORECASE
)
_PERSON = re.compile(r"^(?P<who>[^\W\d_a-z][\w.'’-]*(?: [^\s:]+){0,3}): (?P<what>.+)$")
_SMALL_WORDS = frozenset("by before until on next this in within every from after at tomorrow today tonight".split())
_LEAST, _MOST = 2, 22  # words of a task


class Commitment(msgspec.Struct, frozen=True):
    """Somebody's undertaking: `who` in the transcript's words, `what` as an infinitive, `when` or ""; its lines."""

    who: str
    what: str
    when: str
    lines: tuple[int, int]
    weight: float = 0.0

    @property
    def task(self) -> str:
        """The text of the Markdown task, `who: what, by when`."""
        return f"{self.who}: {self.what}" + (f", {self.when}" if self.when else "")


class Task(msgspec.Struct, frozen=True):
    """One task of a summary. `line` is its line in the summary, 0-based; `who` and `when` are "" where not said."""

    who: str
    what: str
    when: str
    done: bool
    line: int


def parse_tasks(summary: str) -> tuple[Task, ...]:
    """Return the Markdown tasks of `summary`, and the list items of a section about commitments, in order."""
    found: list[Task] = []
    within = fenced = False
    for number, line in enumerate(summary.splitlines()):
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        if fenced:
            continue
        if heading := _HEADING.match(line):
            within = bool(_COMMITMENTS.search(heading["name"]))
            continue
        item = _TASK.match(line)
        if item is None or (item["box"] is None and not within):
            continue
        text = re.sub(r"[*_]{2}", "", item["text"]).strip()
        person = _PERSON.match(text)
        who, text = (person["who"], person["what"]) if person else ("", text)
        what, when = without_time(text.rstrip(" ."))
        found.append(Task(who, what or text.rstrip(" ."), when if what else "", (item["box"] or " ") in "xX", number))
    return tuple(found)


def times_in(text: str) -> list[str]:
    """Return the expressions of a day, date, time or deadline in `text`."""
    return [match.group() for match in _TIME.finditer(text)]


def without_time(text: str) -> tuple[str, str]:
    """Split a task's words into (what, when); `when` is the deadline at its end or beginning, or ""."""
    found = list(_TIME.finditer(text))
    last = found[-1] if found else None
    if last is not None and not re.search(r"\w", text[last.end() :]):
        return text[: last.start()].rstrip(" ,.;–—-("), last.group()
    first = _TIME.match(text)
    if first is not None and text[first.end() : first.end() + 1] in (",", " "):
        return text[first.end() :].strip(" ,"), first.group()
    return text, ""


def commitments(
    said: Sequence[Sentence],
    *,
    pair: tuple[str, str] | None = None,
    asked: frozenset[Sentence] = frozenset(),
    most: int = 6,
    least: float = 1.5,
) -> list[Commitment]:
    """Return at most `most` commitments of the English sentences `said`, in spoken order, the surest kept.

    Weights go from 1 to about 3.9: a deadline counts 1, an action that is no part of the talk itself 0.5, an end of the
    conversation 1. Those below `least` are left out. Where only a `pair` of people speaks, "you" in a promise is the
    other one's name, and "I ask Ines on Monday" is a promise too; so is "I could ask Ines" among `asked`, the answers
    to a question for action.
    """
    found: list[Commitment] = []
    last = max((sentence.lines[1] for sentence in said), default=1)
    for index, sentence in enumerate(said):
        made = _promise(sentence, pair) or _intent(sentence, pair, sentence in asked) or _granted_request(said, index)
        if made is None:
            continue
        made = _dated(made, said[index + 1 : index + 2])
        place = sentence.lines[0] / last
        made = msgspec.structs.replace(made, weight=made.weight + place)
        again = [other for other in found if _same(made, other)]
        if again and (again[0].when or not made.when):
            continue
        found = [other for other in found if other not in again]
        found.append(made)
    surest = sorted((item for item in found if item.weight >= least), key=lambda item: -item.weight)[:most]
    return [item for item in found if item in surest]


def _promise(sentence: Sentence, pair: tuple[str, str] | None) -> Commitment | None:
    if sentence.text.endswith("?") or _UNSURE.search(sentence.text) or not sentence.whole:
        return None
    for pattern in _WHO:
        found = pattern.search(sentence.text)
        if found is None or _DEPENDENT.search(sentence.text[: found.start()]):
            continue
        who = sentence.speaker if found["who"] == "I" else "We"
        refusal = "not " if found["not"] else ""
        what = found["what"]
        if pair is not None and who in pair:
            other = pair[1 - pair.index(who)]
            what = re.sub(r"\byou\b", other, re.sub(r"\byour\b", f"{other}'s", what))
        made = _task(who, what, sentence.lines, refusal)
        if made is not None:
            return made if who != "We" else msgspec.structs.replace(made, weight=made.weight - 0.5)
    return None


def _intent(sentence: Sentence, pair: tuple[str, str] | None, asked: bool) -> Commitment | None:
    """Return what two people's talk tells in the present ("I ask Ines next Monday"), if dated or asked for."""
    found = _PRESENT.match(sentence.text)
    if pair is None or found is None or not sentence.whole or (found["could"] and not asked):
        return None
    made = _task(sentence.speaker, found["what"], sentence.lines, "")
    if made is None or not (asked or _DEADLINE.match(made.when)):
        return None
    return msgspec.structs.replace(made, weight=made.weight + (0.3 if asked else -0.2))


def _dated(made: Commitment, after: Sequence[Sentence]) -> Commitment:
    """Return `made` with the deadline that the same speaker adds as a sentence of its own: "Before the 20th."."""
    if made.when or not after or after[0].speaker != made.who or after[0].lines[0] - made.lines[1] > 1:
        return made
    what, when = without_time(after[0].text.rstrip(" ."))
    if what or not when:
        return made
    when = when[0].lower() + when[1:] if when.split()[0].lower() in _SMALL_WORDS else when
    return msgspec.structs.replace(
        made, when=when, weight=made.weight + 1, lines=(made.lines[0], max(made.lines[1], after[0].lines[1]))
    )


def _granted_request(said: Sequence[Sentence], index: int) -> Commitment | None:
    """Return the request at `index` as a commitment of the next other speaker, if that one agrees at once."""
    request = said[index]
    found = _REQUEST.search(request.text)
    if found is None:
        return None
    for answer in said[index + 1 : index + 4]:
        if answer.speaker == request.speaker:
            continue
        if not _YES.match(answer.text):
            return None
        what = re.sub(r"\bme\b", request.speaker, found["what"])
        lines = (request.lines[0], max(request.lines[1], answer.lines[1]))
        return _task(answer.speaker, what, lines, "")
    return None


def _task(who: str, words: str, lines: tuple[int, int], refusal: str) -> Commitment | None:
    what = _CLAUSE.split(words, maxsplit=1)[0].strip(" .,")
    what, when = without_time(what)
    verb = words_of(what)[:1]
    length = len(what.split())
    telling = [word for word in words_of(what)[1:] if word not in STOP_WORDS]
    if not verb or verb[0] not in _DOING or not _LEAST <= length <= _MOST:
        return None
    if not telling and (not when or verb[0] in _MEETING):
        return None
    weight = 1.0 + (1.0 if when else 0.0) + (0.0 if _TALK.match(what) else 0.5) + 0.1 * min(4, len(telling))
    return Commitment(who, refusal + what, when, lines, weight)


def _same(one: Commitment, other: Commitment) -> bool:
    mine, theirs = ({word for word in words_of(item.what) if word not in STOP_WORDS} for item in (one, other))
    return one.who == other.who and len(mine & theirs) >= 0.6 * min(len(mine), len(theirs))
