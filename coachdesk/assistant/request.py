"""This file reads what a coach typed: without courtesies, cut into single requests, with what is to be left alone."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from coachdesk.assistant.courtesies import shield, spelled_out, tidy
from coachdesk.assistant.document import Document
from coachdesk.assistant.engine import Turn
from coachdesk.assistant.joining import joined_parts
from coachdesk.assistant.second_thoughts import last_thought
from coachdesk.assistant.verbs import VERB_START
from coachdesk.domain.session import Transcript

_STRONG = re.compile(
    r"(?:(?:also|then|please|finally|next|after that|and)\s+)*(?:"
    r"(?:remove|delete|drop|cut|erase|strip|omit|take out|leave out|get rid of|scrap|rename|retitle|replace|substitute|"
    r"shorten|condense|trim|tighten|anonymi[sz]e|renumber|capitali[sz]e|bold|translate|reorder|sort|merge|"
    r"reschedule|postpone)\b"
    r"|(?:take|leave|cut|cross|strike|throw)\s(?!up\b)[^,;.]{2,60}\s(?:out|away|off)\b"
    r"|(?:send|give|drop|e-?mail|mail|text|message)\s+(?:her|him|them|me|[A-Z]\w+)\b"
    r"|(?:do|apply) (?:exactly )?the same\b|the same (?:for|with|goes)\b"
    r"|(?:take|leave|cut|cross|strike) (?:it|that|this|them|these|those|that one|this one|both) (?:out|away|off)\b"
    r"|(?:the|her|his) \w+'s name is\b"
    r"|(?:change|correct|fix|move|put|swap|split|turn|convert|combine|number|keep|make|write|draft|add|insert|include|use|leave|"
    r"reverse|mark|call|shift|bring|list|tick|set|update|format|append|place)\s+(?:me\s+)?(?:up\s+)?(?:(?:a|an|the|all|each|every|everything|it|them|her|his|only|just|"
    r"both|one|two|my|this|that|down|another|bullet|numbers?|checkbox(?:es)?|section)\b|[\"'“‘]|[A-Z]|\d|insights?|commitments?))",
)
_LEAVE = re.compile(
    r"(?:[\s,;–-]|(?<!\b[A-Z])\.)*(?:(?:but|and|while|though)\s+)?(?:please\s+)?(?:(?:leave|leaving|keep|keeping)\s+(?:everything else|all else|the rest|the other(?: section)?s?|all (?:the )?other sections|everything|the remainder)"
    r"(?:\s+(?:as (?:it is|they are|is)|alone|unchanged|untouched|intact|the same|in place|exactly as (?:it is|they are)))?|"
    r"(?:do not|don['’]?t|without) (?:change|chang(?:e|ing)|touch(?:ing)?|alter(?:ing)?|edit(?:ing)?|rewrit(?:e|ing))\s+(?:anything(?: else)?|the rest|the others?|everything else|other sections)|"
    r"(?:and )?(?:nothing|no(?:thing)?) (?:else|more)|(?:otherwise|the rest|everything else|all else|our session) (?:is |stays? |remains? |as |doesn'?t |does not )?(?:change|before|it was|same)|(?:otherwise|the rest|everything else) (?:is |stays? |remains? )(?:fine|ok|good|as (?:it )?is|the same|unchanged)|"
    r"(?:and )?(?:the )?(?:rest|others?|other (?:ones|dates?|days|times|names?|figures|numbers|sections|points|tasks|deadlines|facts|things|lines)|remainder|everything else|all else)(?: of (?:it|them|the (?:summary|text|document|list)))?(?: (?:can|should|must|may|is to|are to))? ?(?:stays?|remains?|keeps?|follows?|as (?:it )?(?:is|was|are|they are)|untouched|unchanged|in (?:the|its|their) (?:same |old |present )?order)\b[^.;]*)[\s.!]*$",
    re.IGNORECASE,
)
# The same before the request: "Nothing else changes, but …".
_LEAVE_FIRST = re.compile(
    r"(?i)^(?:please )?(?:(?:leave|keep) (?:the (?:wording|text|rest|others?)|everything(?: else)?|all else)(?: (?:alone|as (?:it|they) (?:is|are)|unchanged|untouched|the same))?|"
    r"(?:nothing|no other \w+) (?:else )?(?:changes|is to change|should change)|(?:everything else|all else|the rest) (?:stays|remains)(?: (?:as it is|the same|unchanged|there))?|"
    r"(?:don't|do not) (?:change|touch) (?:the (?:wording|text|rest|others?)|anything(?: else)?))\s*[,;.:–-]+\s*(?:but |only |just |except that |and )+"
)
_SPARE = re.compile(
    r"[\s,;.–-]+(?:but|and|while|except(?: for)?|apart from|other than)\s+(?:please\s+)?(?:(?:leave|leaving|don['’]?t (?:touch|change|shorten|edit|alter)|do not (?:touch|change|shorten|edit|alter)|without (?:touching|changing)|not)\s+)?"
    r"(?:the\s+)?(?P<what>(?:(?!\b(?:but|leave|leaving)\b)[\w '’&,-]){3,70}?)(?:\s+(?:section|part))?(?:\s+(?:should|must|has to|have to|needs? to|ought to|can|may|is to|are to)\s+(?:stay|remain|be (?:left|kept)))?(?:\s+(?:alone|(?:exactly |just )?(?:as|the way) (?:it is|they are|is)|unchanged|untouched|intact|the same|in full|word for word|verbatim|complete))?[\s.!]*$",
    re.IGNORECASE,
)
_ALL_BUT = re.compile(
    r"(?i)(?:remove|delete|drop|cut|erase|strip|omit|take out|get rid of|clear|scrap|keep)\s+(?:everything|all|anything|the rest)"
    r"(?: the sections| sections)?(?: else)?(?: out)?\s+(?:except|but|apart from|other than|besides|save)\b"
)
_SHOULD_BE = re.compile(
    r"(?i)(?P<a>[\"'“‘]?[^,;:\"'“”‘’]{1,40}?[\"'”’]?) (?P<link>should be|must be|becomes?|should read|is to be|should be called|should become|as|to|into) (?P<b>[\"'“‘]?[^,;:\"'“”‘’]{1,40}?[\"'”’]?)(?:,\s*(?:and\s+)?|\s+and\s+)"
    r"(?P<c>[\"'“‘]?[^,;:\"'“”‘’]{1,40}?[\"'”’]?) (?P=link) (?P<d>[\"'“‘]?[^,;:\"'“”‘’]{1,40}?[\"'”’]?)"
)
_GAP = re.compile(
    r"(?i)(?P<verb>rename|replace|change|use|write|put|say|swap|call|move|correct|set)\s+(?P<a>[^,;:]{1,50}?)\s+(?P<link>to|as|with|by|instead of|->|→|=|"
    r"into)\s+(?P<b>[^;:]{1,50}?)(?:,\s*(?:and\s+)?|\s+and\s+)(?P<c>[^,;:]{1,50}?)\s+(?P=link)\s+(?P<d>[^,;:]{1,60})"
)
_CONTRAST = re.compile(
    r"(?i)(?:and |but )?(?:(?:not|instead of|rather than)\s+(?!so\b|too\b)|(?:at |in )?(?:the )?same (?:time|place|day|hour|room)\b)"
)
_KEPT = re.compile(
    r"(?i)(?:but |and )?(?:please )?(?:(?:leave|keep) (?P<what>.+?) (?:in|there|alone|unchanged|untouched|in place|(?:exactly |just )?as (?:it|they) (?:is|are|was|were))|"
    r"(?:don't|do not) (?:touch|change|alter|edit) (?P<else>.+?)|"
    r"(?!the rest|everything)(?P<stays>(?:her|his|the|their|all|text|wording|content|[A-Z])[\w'’ -]*?) (?:(?:can|may|should|must) (?:stay|remain|be kept)|stays?|remains?|(?:is|are) (?:fine|ok|okay|good))(?: in| there| (?:as|how|like|the way) (?:it|they|that) (?:is|are))?)[.!]*$"
)
_ITS_TEXT = re.compile(
    r"(?i)^(?:the |its )?(?:text|content|wording|body)(?: is| should be| should read)?\s*[:–-]\s*|^(?:it|there it) (?:says|reads|should (?:say|read|be))\s*:\s*"
)
_TAKEN_UP = re.compile(
    r"(?i)(?:please |and |so |can you |could you )*(?:(?:add|put|write|note|include|list|place) (?:that|this|it|them|these)(?: down| too| in)?|(?:that|this|it|they|these)(?:'s| is|'d| should| must| has to| can)? ?(?:belongs?|go(?:es)?|fits?|be(?: put| listed)?|part of|meant)?)"
    r"(?: (?P<where>(?:as|to|under|in|into|among|with|for|on)? ?(?:an? |the |another |my |her |his )[\w' -]+?))(?: too| as well| please)*[.!?]*$|"
    r"(?:please |and |so )*(?:add|put|pop|slip|stick|jot|squeeze|get|write|note|include) (?:that|this|it)(?: down| too| in)?(?: too| as well| please)*[.!?]*$"
)


_HER_LIST = re.compile(r"(?i)^on (?:the |her |his |their |my )?(?:[\w-]+ )?(?:list|agenda|plate)$")
# What somebody promised is a commitment in itself, so that "put that on his list" says it once more.
_PROMISED = re.compile(
    r"(?i)^(?:she|he|they|[A-Z][\w'’-]+) (?:has |have )?also (?:promised|agreed|committed|decided|undertook)\b"
)
_FORGOT = re.compile(
    r"(?i)^(?:oh,? |ah,? |sorry,? |and )*(?:(?:i|we) (?:forgot|missed|left out)(?: (?:one|something|this|one thing|to (?:mention|say|add|tell you)))?|one more(?: thing)?|something else|also)\s*[:,–-]\s*"
)


@dataclass(frozen=True)
class Request:
    """One request: `clause` is what the rules read, `original` the whole message as typed.

    `spared` are names of sections to leave alone; `focus` the section that the message spoke of before ("number them").
    `told` is the clause as the coach worded it, whichever plain command `clause` puts for it.
    """

    clause: str
    original: str
    document: Document
    transcript: Transcript | None = None
    conversation: tuple[Turn, ...] = ()
    spared: tuple[str, ...] = ()
    focus: str = ""
    confined: bool = False
    told: str = ""

    @property
    def lowered(self) -> str:
        """The clause in small letters, without marks at its end."""
        return self.clause.lower().replace("’", "'").strip().rstrip(".!")

    def on(self, document: Document, clause: str | None = None, focus: str | None = None) -> Request:
        """Return the same request for another state of the summary, or another clause of it."""
        return replace(self, document=document, clause=self.clause if clause is None else clause,
                       focus=self.focus if focus is None else focus)  # fmt: skip


@dataclass(frozen=True)
class Reading:
    """The clauses of a message, and the phrases that name what is to be left alone."""

    clauses: tuple[str, ...]
    spared: tuple[str, ...] = field(default=())


_OF_ALL = re.compile(
    r"(?i)(?:the |all |all the |after that (?:just |only )?)?(?:other (?:people|persons|names|ones|sections|parts|things|points|words)|text|rest|others?(?: in between| ones)?|contents?|wording|everything(?: else)?|bod(?:y|ies)|words)"
)


def read_instruction(text: str) -> Reading:
    """Return the requests that a message holds."""
    text = last_thought(spelled_out(text.strip()))
    spared: list[str] = []
    before = None
    while before != text:
        before = text
        cut = _LEAVE.sub("", text)
        text = cut if cut.strip() else text
    text = _LEAVE_FIRST.sub("", text)
    clauses: list[str] = []
    parts = joined_parts(_split(text))
    for part in parts:
        if clauses and _CONTRAST.match(part):
            clauses[-1] = f"{clauses[-1].rstrip(' .!')}, {part[:1].lower()}{part[1:]}"
            continue
        if clauses and _ITS_TEXT.match(part) and re.search(r"(?i)\b(?:add|insert|new|create)\b", clauses[-1]):
            clauses[-1] = f"{clauses[-1].rstrip(' .!')} with the text: {_ITS_TEXT.sub('', part)}"
            continue
        written = _TAKEN_UP.match(part)
        if clauses and written and not VERB_START.match(clauses[-1]):
            where = _HER_LIST.sub("to the commitments", written["where"] or "")
            if _PROMISED.search(clauses[-1]):
                continue
            where = re.sub(r"(?i)^(?:with|for|part of) ", "to ", where)
            where = f"to {where}" if re.match(r"(?:the|her|his|my) ", where) else where
            content = re.sub(r"(?i)^add (?:that |to [^:]{3,40}: )?", "", _FORGOT.sub("", clauses[-1])).rstrip(" .!,")
            clauses[-1] = f"add {where}: {content}" if where else f"add that {content}"
            continue
        spare = _KEPT.match(part)
        if clauses and spare and _OF_ALL.fullmatch((spare["what"] or spare["else"] or spare["stays"]).strip()):
            continue
        if clauses and spare:
            clauses[-1] = (
                f"{clauses[-1].rstrip(' .!?')}, but leave {spare['what'] or spare['else'] or spare['stays']} alone"
            )
            continue
        more = re.match(r"(?i)(?:and )?also\s*[:–-]\s+(?=[A-Z])", part)
        told = more is not None and not VERB_START.match(part[more.end() :])
        clause = tidy(f"add that {part[more.end() :]}" if more is not None and told else part)
        if not clause or re.fullmatch(
            r"(?i)(?:and|also|then|please|ok|okay|thanks?|thank you|hi|hello|hey|sorry|oops)?[\s.!,]*", clause
        ):
            continue
        clauses += _gap_filled(clause)
    return Reading(tuple(clauses), tuple(spared))


_FOR = re.compile(
    r"(?i)(?:(?:use|write|put|say)\s+)?(?P<a>[\"'“‘][^\"'”’]+[\"'”’]) for (?P<b>[^,;:]{1,40}?)(?:,\s*(?:and\s+)?|\s+and\s+)"
    r"(?P<c>[\"'“‘][^\"'”’]+[\"'”’]) for (?P<d>[^,;:]{1,40})"
)


def _headed(words: str) -> bool:
    """Tell whether words are quoted or begin with a capital, as names and headings do."""
    return bool(re.match(r"[\"'“‘A-Z]", re.sub(r"^(?:the|her|his) ", "", words.strip())))


def _gap_filled(clause: str) -> list[str]:
    """Return "rename A to B" and "rename C to D" for "rename A to B and C to D", else the clause alone."""
    pair = _FOR.fullmatch(clause.rstrip(" ."))
    if pair is not None:
        return [f"replace {pair['b']} by {pair['a']}", f"replace {pair['d']} by {pair['c']}"]
    arrows = [part for part in re.split(r"\s*(?:,|;|&|\band\b)\s*", clause.rstrip(" .")) if part]
    if len(arrows) > 1 and all(re.search(r"\S\s*(?:->|=>|→)\s*\S", part) for part in arrows):
        return arrows
    both = _SHOULD_BE.fullmatch(clause.rstrip(" ."))
    if (
        both is not None
        and both["link"].lower() not in ("as", "to", "into")
        and all(_headed(both[part]) for part in "abcd")
    ):
        return [f"{both['a']} {both['link']} {both['b']}", f"{both['c']} {both['link']} {both['d']}"]
    found = _GAP.fullmatch(re.sub(r"(?i),?\s+(?:so that|because|so it|since|then it)\b[^\"'“‘]*$", "", clause))
    if found is None or _STRONG.match(_bare(found["c"])) or VERB_START.match(found["c"]):
        return [clause]
    verb, link = found["verb"], found["link"]
    return [f"{verb} {found['a']} {link} {found['b']}", f"{verb} {found['c']} {link} {found['d']}"]


# "number the commitments, the insights not"
_NOT_THEM = re.compile(
    r"(?i)^(?P<head>.{6,80}?),? (?:and |but )?(?P<what>(?:the |her |his )[\w' &-]{3,30}?) (?:not|shouldn't|should not|don't|stay(?:s)? as (?:they are|it is)|are fine|is fine)(?: please)?[.!]*$"
)


def spare_clause(clause: str) -> tuple[str, str]:
    """Return (clause, phrase to be left alone): "shorten it, but leave the commitments alone"."""
    if _ALL_BUT.match(clause):
        return clause, ""
    denied = _NOT_THEM.match(clause)
    if (denied is not None and VERB_START.match(_bare(denied["head"]))) or (
        denied is not None and re.search(r"\b(?:should|must|to) be\b", denied["head"])
    ):
        return denied["head"], denied["what"]
    found = _SPARE.search(clause)
    if not found or not re.search(
        r"\b(?:leav|touch|chang|shorten|edit|alter|except|apart from|other than|not |alone|unchanged|untouched|intact|as (?:it|they|is)|in full|(?:to|should|must|can|may) (?:stay|remain|be kept|be left)|word for word|verbatim)",
        found[0],
        re.IGNORECASE,
    ):
        return clause, ""
    head = clause[: found.start()]
    return (head, found["what"]) if head.strip() else (clause, "")


_QUESTION = re.compile(r"(?i)\s*(?:(?:until|by|since|from) when|when|where|who|what|which|why|how)\b")
_ANOTHER_QUESTION = re.compile(
    r"(?i)(?:(?:(?:until|by|since|from) when|when|where|who|why|how (?:much|many|long|often|old))\s+(?:is|are|was|were|does|do|did|will|would|can|has|have|should|\w+s)\b|how (?:much|many|long|often)\b|(?:what|which|who)\s+(?:is|are|was|were|does|did|will|has)\b)"
)


def _split(text: str) -> list[str]:
    """Cut a message where a new request begins, never inside quotation marks."""
    shielded = shield(text)
    cuts = [0]
    for found in re.finditer(
        r"\n+\s*(?:[-*•]|\d+[.)])?\s*|;\s+|(?<=please)\s+(?=(?:her|his|my|the|she|he|they|we|i)\s(?:\w+\s)?(?:doesn't|don't|doesnt|dont|does|is|has|wants?|likes?|hates?|prefers?|said|will)\b)|(?<=[.!])\s+(?=[\"'“‘A-Z])|(?<=[?!])\s+|(?<=[a-z\d\"”’)])(?<!\bmax)(?<!\bmin)(?<!\betc)(?<!\bno)(?<!\bnr)(?<!\bca)(?<!\bst)(?<!\bvs)(?<!\bdr)(?<!\bmr)(?<!\bms)(?<!\bmrs)(?<!approx)(?<!\b[a-z])\.\s+(?=[a-z])|[,.]?\s+(?:and|then|also|plus|&)\s+(?:then\s+|also\s+|please\s+)*|,\s+so\s+(?:please\s+)?(?=[a-z]+\s+[\"'“‘A-Z])|,\s+",
        shielded,
    ):
        after = shielded[found.end() :]
        boundary = found.group()
        hard = "\n" in boundary or (
            bool(re.match(r"(?:;|\.?\s)", boundary)) and not re.search(r"\b(?:and|then|also|plus)\b|&", boundary)
        )
        if (
            hard
            and re.search(r"\d\.$", shielded[: found.start()])
            and re.match(r"(?:Jan|Feb|M[äa]r|Apr|Ma[iy]|Jun|Jul|Aug|Sep|O[kc]t|Nov|De[zc])", after)
        ):
            continue
        if hard and re.search(r"\b(?:Dr|Mr|Mrs|Ms|Prof|St|e\.g|i\.e)\.$", shielded[: found.start()]):
            continue
        if not hard and _SEVERAL.search(shielded[cuts[-1] : found.start()]):
            continue
        if hard and _list_content(text[: found.start()]) and not _STRONG.match(_bare(after)):
            continue
        if (
            _ANOTHER_QUESTION.match(after)
            and _QUESTION.match(shielded[cuts[-1] :])
            and re.search(r"\b(?:and|also|plus)\b|&", boundary)
        ):
            cuts.append(found.end())
            continue
        states = _STATES.match(_bare(after)) and VERB_START.match(tidy(shielded[cuts[-1] : found.start()]))
        if hard or ((_STRONG.match(_bare(after)) or states) and _complete(shielded[cuts[-1] : found.start()])):
            cuts.append(found.end())
    pieces = []
    for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        piece = text[start:end]
        pieces.append(re.sub(r"(?i)[\s,;]+(?:and|then|also|plus|so|&)?\s*$", "", piece))
    return pieces


_SEVERAL = re.compile(
    r"(?i)\b(?:[2-9]|two|three|four|five|some|these|the following|several|more) (?:more |new |further |additional )?(?:commitments|insights|points|bullets|tasks|actions|to-?dos|items|steps|observations|things(?! about| to))\b[^:]{0,30}:\s*\S"
)


# What is so, with its figure or day: "… and the interview is on the 19th".
_STATES = re.compile(
    r"(?i)(?:(?:the|her|his|their|our|my) (?:[a-z-]+ ){0,3}[a-z-]+|she|he|they|we) (?:is|are|was|were|has|have|starts?|takes place|moves?|moved|meets?|will be|should be) [^,;]*\d"
)


def _bare(text: str) -> str:
    """Return what follows a cut without "please" and the like, its first letter small so that verbs are recognised."""
    text = re.sub(r"(?i)^(?:(?:please|also|then|finally|just|could you|can you|i'd like you to)\s+)+", "", text)
    return text[:1].lower() + text[1:]


# "In the insights, keep only …": a place alone asks for nothing.
_SCOPE_ONLY = re.compile(
    r"(?i)(?:in|of|from|out of|under|among|within|for|as for|regarding|concerning)\s+(?:all )?(?:the |her |his |their |my |our )?[\w&'’“”\"-]+(?: [\w&'’“”\"-]+){0,2}[\s,:]*"
)


def _complete(text: str) -> bool:
    """Tell whether what stands before "and" is a request of its own: it has a verb with an object."""
    head = tidy(text)
    if _SCOPE_ONLY.fullmatch(head):
        return False
    return len(head.split()) >= 2 or bool(re.match(r"(?i)(?:shorten|shorter|condense)", head))


def _list_content(text: str) -> bool:
    """Tell whether a colon after "add …" opened content that goes on over the cut."""
    return bool(
        re.search(r"(?i)\b(?:add|insert|include|append|new|write|replace|with|say|saying|read)\b[^:]*:\s*\S", text)
    )


def unquoted(text: str) -> str:
    """Return `text` without quotation marks around it and spaces or a last mark outside them."""
    text = text.strip().strip(",;:").strip()
    found = re.fullmatch(r"[\"“”„‘'«»`*](.*?)[\"“”’'«»`*][.!]?", text, re.DOTALL)
    if found is None and re.fullmatch(r"[^\W\d_]\.(?: ?[^\W\d_]\.)*", text):
        return text  # initials keep their point
    return found[1].strip() if found else text.rstrip(" .!")
