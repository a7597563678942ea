"""This file joins the parts of a message that belong together, and drops those that ask for nothing.

"The choir is private. Take it out." is one request; "Delete that. Also the one about Tom." are two of one kind; "keep the
names" only says how to shorten; "Joost is away on the 29th" is a reason.
"""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re

from coachdesk.assistant.anaphora import spoken_of, taken_up, used
from coachdesk.assistant.courtesies import tidy
from coachdesk.assistant.facts import facts
from coachdesk.assistant.facts_kept import keeps_facts
from coachdesk.assistant.gist import cues
from coachdesk.assistant.other_days import days_compared
from coachdesk.assistant.verbs import VERB_START

CHATTER = re.compile(
    r"(?i)(?:oh|oops|hm+|well|ah|sorry|so|and|but|also)?[\s,]*(?:"
    r"there(?:'s| is| was| seems to be) (?:a|an|one|some) (?:small |little |stupid )?(?:mistake|error|typo|slip|mix-up)\b.*|"
    r"(?:who+ps|silly me|stupid me|daft of me|my apologies|apologies|oh dear|argh|ugh|blast|damn|gosh)[\s,.!]*(?:(?:silly|stupid|daft|clumsy) me|my (?:mistake|bad|fault|error)|sorry)?|"
    r"i (?:must have |had |have )?(?:misheard|misread|mistyped|misspoke|erred|made (?:a|an) (?:mistake|error)|was wrong|got (?:it|that) wrong|"
    r"(?:mixed|messed|muddled|swapped|switched) (?:it|that|this|them|something|the two|those)? ?(?:up)?)\b.*|(?:it was |that was |that's )?my (?:mistake|bad|fault|error)\b.*|"
    r"(?:that|this|it)(?:'s| is| was) (?:(?:a bit|very|quite|rather|really|all) )?(?:delicate|sensitive|confidential|private|urgent|important)\b[^\d,;]*|"
    r"(?:that|this|it)(?:'s| is| was| goes| will go)(?: meant)? (?:for|to) (?:my|our|the|her|his|HR|a)\b[^\d,;]*|"
    r"(?:that|this|it)(?:'s| is| was) (?:wrong|not right|incorrect|not correct|a mistake|an error|all|it)|sorry\b.*|thanks?\b.*|thank you\b.*|"
    r"(?:please )?(?:correct|fix|change|update|adjust|adapt|amend|do|use) (?:it|that|this|the (?:pronouns?|names?|spelling|wording|text|dates?|figures?|summary))(?: for me| accordingly| everywhere| throughout| wherever .*| in all places| (?:all over|across) .*| in the .*| and nothing else)?(?: please)?|please (?:correct|fix|update)|"
    r"(?:can|could|would) you (?:please )?(?:correct|fix|change|update) (?:it|that|this)(?: please)?|"
    r"(?:the )?(?:times?|places?|days?|rooms?|hours?)(?: and (?:the )?\w+)? (?:don't|doesn't|do not|does not|won't) change|(?:the )?(?:rest|other\w*|everything else) is (?:right|correct|true|fine)|"
    r"(?:(?:the|all the) (?:rest|others?)(?: of (?:it|the (?:summary|text|document)))?|everything(?: else)?|all else|otherwise(?: everything| all)?|no(?:thing)? (?:else|more|other)[\w ]*?) ?(?:(?:can |should |must |may |is to |please )*(?:stays?|remains?|is|be|left|keep|kept|goes unchanged|unchanged|untouched|as)\b.*)?"
    r")[\s.!?]*$"
)
# What follows a correction and asks for nothing else: "Noor should be Nora. Fix that everywhere, would you?"
_URGES = re.compile(
    r"(?i)(?:so |and |please |kindly |then |just |(?:can|could|would|will) you (?:please |just )?)*(?:correct|fix|change|update|adjust|adapt|amend|edit|rectify|reflect|sort(?: out)?|put|set|make|note) "
    r"(?:it|that|this|them|those|the (?:summary|text|notes?|document)|that one)(?: right| straight| out| so)?(?: for me| accordingly| everywhere| throughout| wherever .*| in all places| all (?:over|through|the way through)\b.*| in the (?:text|summary|notes?))*"
    r"(?:,? please|,? (?:would|will|could|can) you)*[.!?]*|"
    r"(?i:(?:please |kindly |so )*(?:correct|fix|change|update|adjust|adapt|amend|rectify)(?: accordingly| everywhere| throughout)*(?: please)?)[.!?]*"
)
_REASON = re.compile(
    r"(?i)(?:as |because |since )?(?:she|he|they|i|we|(?-i:[A-Z])[\w'’-]+(?: (?-i:[A-Z])[\w'’-]+)?|the (?:client|board|hospital|team|boss|company|school|manager|insurer|funder)|(?:my|her|his|their) \w+|HR|nobody|everybody)(?:'s|'m|'re)?\s+"
    r"(?:(?:is|am|are|was|were|will be)?\s*(?:away|ill|sick|on (?:holiday|leave|vacation)|not available|unavailable|busy|travelling|traveling|abroad|out of (?:office|town))\b[^,;]*|"
    r"(?:can't|cannot|couldn't|won't be able to|is not able to|isn't able to) (?:make it|come|do (?:it|that)|attend|manage)\b[^,;]*|"
    r"(?:might|may|could|will|is going to|wants? to|wanted to|needs? to|has to|have to|would) (?:see|read|get|receive|look at|share|be reading)\b (?:this|it|that)\b.*|"
    r"(?:(?:really |just )?(?:doesn't|does not|don't|do not|doesnt|dont|can't) (?:like|want|need|read|stand|care for)|hates?|dislikes?|likes?|finds?|loves?)\b[^,;]*|"
    r"(?:asked|told|said|insists?|begged)(?: me| us| so)?(?: (?:to|for|so|that|it).*)?|(?:wants?|prefers?|needs?) (?:it|this|that|them|so)\b.*)[.!]*$"
)
_INCOMPLETE = re.compile(
    r"(?i)(?:oh |also |and |but |sorry,? )?(?:(?:there(?:'s| is)|i see) (?:a|an|one|another) [\w -]{3,30} missing|(?:you|i|we) (?:forgot|missed|left) (?:something|one thing|one|a [\w -]{3,20})(?: out)?|"
    r"(?:add|put in|insert|include|append|write|note|put)(?: in| down)? (?:a|an|one|another|one more|this|the following|two|two more|these|some)(?: \w+)? (?:insight|commitment|task|action|point|bullet|item|to-?do|step|observation|question|row|line|sentence|thing|decision|goal|option|note)s?(?: (?:to|in|into|under|for) (?:the |her |his )?[\w' ]{3,30})?(?: please)?\??|"
    r"(?:a|an|one|another) [\w -]{3,30} is missing|(?:one|another) (?:more )?(?:commitment|insight|thing)(?: to add| for the \w+)?|something(?:'s| is) missing)[.!]*"
)
_ESPECIALLY = re.compile(
    r"(?i)(?:esp\.?|especially|above all|in particular|mainly|mostly|particularly) [^.;]{3,60}[.!]*$"
)
_JUST_SHORTER = re.compile(
    r"(?i)(?:please |can you |could you |so )*(?:shorten|condense|trim|tighten|cut|prune|compress|shorter)(?: it| this| that| the (?:summary|text)| everything)?(?: down| up| back)?(?: a (?:bit|little|lot))?(?: please)?[.!?]*"
)
_INSTEAD = re.compile(
    r"(?i)(?:and |but |just |only |simply |please |rather |there )*(?:write|put|say|use|call (?:it|him|her|them)|make it) (?P<new>[\"'“‘][^\"'”’]+[\"'”’]|(?:the|her|his|their|a|an) [a-z][\w '-]{2,30}?)(?: instead| there| everywhere| throughout| in (?:its|his|her|their) place)*[.!]*"
)
_QUOTED = re.compile(r"\"[^\"]+\"|“[^”]+”|‘[^’]+’|(?<!\w)'[^']+'(?!\w)")
_EACH_INSTEAD = re.compile(
    rf"(?i)(?:and |but |just |only |simply |please |rather |there |instead )*(?:(?:write|put|say|use) )?(?:just |only )?(?:{_QUOTED.pattern})(?:(?:,| and|, and) (?:{_QUOTED.pattern}))+(?: (?:instead|will do|is enough|are enough|is fine|are fine|suffices?|respectively|there))*[.!]*"
)
_NOT_EVEN = re.compile(
    r"(?i)(?:(?:not|neither|nor|no) (?:even )?(?:her|his|the|their|my)? ?[\w' ]{2,30}(?:, (?:and )?(?:not|nor|no) (?:even )?(?:the |her |his |their )?[\w' ]{2,30})*)[.!]*"
)
_HIDES = re.compile(
    r"(?i)\b(?:take|leave|remove|delete|drop|anonymi[sz]e|hide|mask|blank|no|without|cut|cross|strike|black|don't want|do not want|don't mention|must not|mustn't|should not|shouldn't|may not|can't|cannot|can not)\b"
)
_ALSO_ONE = re.compile(
    r"(?i)(?:(?:and|also|plus|likewise|same (?:for|with|goes for)|ditto(?: for)?|as well as)\s+)+(?P<what>(?:the|her|his|their|all|that|both|any)\s[^,;:]{3,70}?)(?: too| as well| also| please)*[.!]*"
)
_ONE_TOO = re.compile(
    r"(?i)(?:and )?(?P<what>(?:the|her|his|their|all|that|both)\s[^,;:]{3,60}?),? (?:too|as well|also)[.!]*"
)
_VERBS_AGAIN = re.compile(
    r"(?i)^(?:please |can you |could you )*(?P<verb>remove|delete|drop|cut|erase|strip|omit|take out|leave out|get rid of|scrap|strike|shorten|condense|trim|tighten|number|anonymi[sz]e|hide|bold|highlight|sort|reverse|capitali[sz]e|renumber|simplify)\b|"
    r"^(?:please )?(?P<apart>take|leave|cut|cross|strike) .+ (?:out|away|off)[.!]*$|"
    r"\b(?P<late>delete|remove|drop|cut|strike|take|leave|cross)\b (?:it|that|this|them)(?: out| off)?[.!]*$"
)
# "Tighten it. It should be half as long.": the second says how much, and is the same request.
_HOW_SHORT = re.compile(
    r"(?i)(?:it|this|that|the (?:summary|text|result|whole thing)) (?:should|must|has to|needs to|ought to|can|could|may)(?: not|n't)? .*\b(?:short\w*|half|third|quarter|words|sentences|lines|long|brief\w*|length|per ?cent|\d+ ?%)"
)
_TOO_LONG = re.compile(
    r"(?i)(?:(?:is |(?:it|this|that|the (?:summary|text|whole thing)|(?:this|it) all)(?:'s| is| was| seems| got)? .{0,20}\b)?"
    r"(?:far |way |much |still |a bit )?too (?:long|wordy|detailed|verbose|much|lengthy)\b.*|"
    r"(?:\w+,? )?(?:it|this|that|the (?:summary|text|whole thing)|(?:this|it) all|there|what)\b[^;:]{0,40}?"
    r"\b(?:long(?:ish|-winded)?|wordy|verbose|lengthy|essay|novel|book|epic|saga|wall of text|waffl\w+|rambl\w*|mouthful|bloated|padded|padding|fluff|go(?:es)? on|a lot (?:of text|to read|to take in)|heavy going|dense)\b[^;:]*)$"
)


# What a text to be shortened must still say.
TOPIC_KEPT = re.compile(
    r"(?i)(?:but |and |just |please |only )*(?:keep|leave|don't (?:touch|cut|lose|drop|shorten)|do not (?:touch|cut|lose|drop|shorten)|make sure (?:to keep|you keep))(?: in)? "
    r"(?P<what>(?:what (?:she|he|they|we|i|[A-Z]\w+) (?:say|says|said|told|learnt|learned|noticed|writes|wrote) about|(?:the|that|her|his) (?:points?|parts?|bits?|sentences?|bullets?|lines?|insights?|ones?|statements?|things?|commitments?) (?:about|on|with|of|where|that))\s.+?)(?: in| there| as it is| though)?"
)


def joined_parts(parts: list[str]) -> list[str]:
    """Return the requests among the parts of a message, each with what it needs from those beside it."""
    joined: list[str] = []
    for part in _without_kept_facts([_named_first(part) for part in days_compared(parts)]):
        whole = _completed(joined[-1], part) if joined else None
        if whole is not None:
            joined[-1] = whole
            continue
        again = _said_again(joined[-1], part) if joined else ""
        joined.append(again or part)
    return _asking(joined)


# "“Where things stand” is clumsy. How about “Situation”?"
_ON_WORDS = re.compile(
    r"(?i)(?:the )?(?:heading |title )?[\"'“‘]?[A-Z][^.!?]{1,40}?[\"'”’]? (?:is|sounds?|looks?|reads?|feels?|seems?)\b[^.!?\d]{3,40}[.!]*$"
)
_OTHER_WORDS = re.compile(
    r"(?i)(?:(?:how|what) about|why not|maybe|rather|better|i'd (?:say|prefer|call it)|call it|make it|(?:could|can) (?:we|you) (?:say|call it|make it)) [\"'“‘]?(?-i:[A-Z])[\w' &-]{2,40}[\"'”’]?(?: instead| maybe)?[.!?]*"
)


def _put_together(before: str, part: str) -> str:
    """Return one request for two parts of which the second says how, or what instead; "" where they are two."""
    if _HOW_SHORT.match(tidy(part)) and all(cues.SHORTER.search(one) for one in (part, before)):
        return part
    if _OTHER_WORDS.fullmatch(part.strip()) and _ON_WORDS.match(before.strip()):
        return f"{before.strip(' .!')}, {part.strip(' .!?')}"
    return ""


def _says_what_stays(before: str, part: str) -> bool:
    """Tell whether a part only spares something of the request before: "not even the dates", "keep the point on rent"."""
    if _NOT_EVEN.fullmatch(part.strip()) and _HIDES.search(before):
        return True
    # Shortening reads the whole message for what is to stay.
    return bool(TOPIC_KEPT.fullmatch(part.strip(" .!")) and cues.SHORTER.search(before))


def _completed(before: str, part: str) -> str | None:  # noqa: C901, PLR0911 - each return is a way to say more
    """Return the request before with a part that says more about it; None where the part is a request of its own."""
    bare = part.strip()
    if _INCOMPLETE.fullmatch(tidy(before).strip()):
        return f"{tidy(before).strip(' .!?,;')}: {part}"
    if re.match(r"[A-Z][\w ]{0,20}: \S", bare) and re.search(r"(?i)\b(?:table|row)\b.*:", before):
        return f"{before.rstrip(' .')}; {bare}"
    if keeps_facts(part) or _ESPECIALLY.match(bare):
        if re.search(r"(?i)\b(?:touch|keep|leave)\b.*\bcommitments?\b", part) and not _ESPECIALLY.match(bare):
            return f"{before.rstrip(' .!?')}, but leave the commitments alone"
        return before
    if _HIDES.search(before):
        if _EACH_INSTEAD.fullmatch(bare):
            return f"{before.rstrip(' .!?')}, write {' and '.join(_QUOTED.findall(bare))}"
        new = _INSTEAD.fullmatch(bare)
        if new is not None:
            return f"{before.rstrip(' .!?')}, write {new['new']}"
    if _says_what_stays(before, part) or (_URGES.fullmatch(bare) and facts(f"{before} .")):
        return before
    both = _put_together(before, part)
    if both:
        return both
    if _said_again(before, part):
        return None
    if _JUST_SHORTER.fullmatch(bare) and (long := spoken_of(before)):
        return f"shorten {long}"
    if put := used(tidy(part), before):
        return put
    what = spoken_of(before) if not VERB_START.match(before.strip()) else ""
    return (taken_up(tidy(part), what) or None) if what and not CHATTER.match(part) else None


def _said_again(before: str, part: str) -> str:
    """Return "remove her age" for "and her age too" after "remove her name"; "" where nothing is said again."""
    bare = re.sub(r"(?i)^(?:everywhere|throughout|in all places),\s+", "", part).strip()
    along = _ALSO_ONE.fullmatch(bare) or _ONE_TOO.fullmatch(bare)
    verb = _VERBS_AGAIN.search(before) if along is not None else None
    if along is None or verb is None:
        return ""
    said = (verb["verb"] or verb["apart"] or verb["late"]).lower()
    return f"{'remove' if said in ('take', 'leave', 'cross', 'cut', 'strike') else said} {along['what']}"


_NAMED_FIRST = re.compile(
    r"(?i)(?P<what>(?:the |her |his )?(?:first|second|third|fourth|fifth|last|next to last) [a-z-]+(?: [a-z-]+)?)\s*[:,–-]\s*(?P<do>(?:please )?(?:say|put|write|make|rephrase|reword|shorten|cut|remove|delete|drop|move|word|phrase) (?:it|that|this)\b.*)"
)


def _named_first(part: str) -> str:
    """Return "make the first insight kinder" for "first insight: make it kinder"."""
    found = _NAMED_FIRST.fullmatch(part.strip())
    if found is None:
        return part
    what = found["what"] if found["what"].lower().startswith(("the ", "her ", "his ")) else f"the {found['what']}"
    verb = re.sub(r"(?i)^(?:please )?(?:say|put|word|phrase)\b", "make", found["do"])
    return re.sub(r"(?i)^(?P<verb>\w+) (?:it|that|this)\b", lambda hit: f"{hit['verb']} {what}", verb, count=1)


_OF_PARTS = re.compile(r"(?i)\b(?:commitments|tasks|promises|sections?)\b")


def _without_kept_facts(parts: list[str]) -> list[str]:
    """Return the parts without "… but keep the names", which only says how to shorten."""
    bare = []
    for part in parts:
        pieces = list(
            re.finditer(
                r"(?:[,;]|\s[–—-]+|(?<=\w)(?=\s(?:but|and|while|though|yet|with|without|preserving|keeping|leaving)\s))\s+(?:(?:but|and|while|though|yet)\s+)?",
                part,
            )
        )
        cut = next(
            (
                one.start()
                for one in pieces
                if one.start() > 3
                and ":" not in part[: one.start()]
                and keeps_facts(part[one.end() :])
                and not _OF_PARTS.search(part[one.end() :])
            ),
            None,
        )
        bare.append(part if cut is None or keeps_facts(part) else part[:cut])
    return bare


def _asking(parts: list[str]) -> list[str]:
    """Return the parts without chatter and reasons, where others ask for something."""
    if len(parts) < 2:
        return parts
    kept = [
        part
        for part in parts
        if not CHATTER.match(part)
        and not (keeps_facts(part) and not _OF_PARTS.search(part))
        and not _REASON.fullmatch(part.strip())
        and not (
            _JUST_SHORTER.fullmatch(tidy(part))
            and any(
                cues.SHORTER.search(one) and not _JUST_SHORTER.fullmatch(tidy(one)) and not _TOO_LONG.match(tidy(one))
                for one in parts
                if one is not part
            )
        )
        and not (_TOO_LONG.match(tidy(part)) and any(cues.SHORTER.search(one) for one in parts if one is not part))
    ]
    return kept or parts
