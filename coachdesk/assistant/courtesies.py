"""This file takes greetings, courtesies and haste off what a coach typed: "Could you pls make it shorter?" is a command."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import difflib
import re

from coachdesk.assistant.asides import without_asides
from coachdesk.assistant.lexicon import NO_NAMES
from coachdesk.assistant.verbs import EDIT_VERBS, VERB_START, plain_verb

_POLITE = re.compile(
    r"^(?:(?:hi|hello|hey|honestly|frankly|to be honest|first of all|for starters|one (?:more )?thing|listen|look|ok|okay|so|well|right|great|thanks(?! (?:note|card|mail|e-?mail))|thank you(?! (?:note|card|mail|e-?mail|letter|message))|perfect|good|nice|sorry|oh|ah|hmm|no(?=\s*[,.!;:–-])|yes|yeah|actually|"
    r"and|also|then|now|next(?=\s*[,:;])|finally|(?:wh)?o+ps|ooh|oh dear|argh|ugh|gosh|blast|damn|silly me|my (?:mistake|bad|fault|apologies)(?=[,;.!:–—-])|apologies|wait|um|cool|alright|first(?=\s*[,:])|secondly|lastly|but|by the way|btw)\b[\s,.!:;–-]*(?!$)|"
    r"(?:please|pls|plz|kindly|just(?!\s+(?:leave|keep|the|her|his|give|show|send)\b)|simply|quickly|maybe|perhaps)\b[\s,]*|"
    r"(?:can|could|would|will|might) (?:you|we) (?:please |kindly |just |perhaps |maybe |possibly |also |quickly |be so kind as to |be able to )*(?:(?:mind|like to|care to) )?(?=\w)|"
    r"(?:i(?:['’]d| would)|we(?:['’]d| would)) (?:really |also |just )?(?:like|love|want|prefer|appreciate it if|be grateful if|need) (?:(?:it if |if )?you (?:to |could |would )|to (?:see |have )?(?:the )?(?=\w)|it if )?|"
    r"(?:i|we) (?:want|need|wish) (?:you )?to (?:please )?|(?:i|we) (?:think|guess|suggest|believe|feel)(?: that)? (?:we|you) (?:should |could |can |ought to )?|(?:i|we) (?:just |really )?(?:think|guess|believe|find|feel)(?: that)? (?=(?:the|her|his|that|this|it|all)\b)|"
    r"(?:let['’]?s|let us|shall we|should we|we should|you should|why don['’]?t (?:you|we)|why not|you can|you could|feel free to|go ahead and|try to|be sure to|make sure (?:to |you )|i need you to|do me a favou?r and|"
    r"is it possible to|would it be possible to|is there (?:a|any) way to|any chance you (?:can|could)|how about (?:we )?|what about|(?:it |that )?(?:would|might|could) be (?:very |really |so |quite )?(?:nice|great|good|better|best|helpful|lovely|wonderful|kind|perfect|useful|fine) (?:of you )?(?:if (?:you|we) (?:could |would |can |might )?|to )|"
    r"(?:if (?:possible|you can|you could|you don['’]?t mind))[\s,]*)(?=\s*\w)\s*|(?:she|he|they|[A-Z]\w+|the client|my client) (?:just |has just |have just |has |have )?(?:wrote|written|told|called|texted|e-?mailed|informed|let me know|confirmed|says?|said)(?: to)?(?: me| us)?(?: by \w+)? that (?=(?:the|her|his|our|it|she|he|they|we|[A-Z]\w+)\b)|(?:i|we) (?:just )?(?:checked|looked at|went through|compared) (?:my|the|our|it in my) notes[^,]*?(?:,| and|:) |my (?:client|coachee) (?:asked|asks|wants) (?:me |us |you )?to |(?:she|he|they) (?:asked|asks|wants|would like) (?:me|us|you) to )",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"(?:[\s,;.–-]+(?:wherever (?:she|he|it|they|that|the name|this) (?:turns? up|appears?|occurs?|stands?|comes? up|shows? up|is (?:mentioned|named|written|used))|(?:and )?(?:can|could|would|will) (?:you|we) (?:please )?(?:do|change|fix|correct|update|adjust|adapt|amend|arrange|manage|make|handle) (?:that|it|this|so)(?: for me)?|is that (?:possible|ok(?:ay)?)|(?:is|would) that (?:be )?(?:ok(?:ay)?|possible|doable)|right|from now on|please (?:fix|correct|change|update|adjust|adapt|amend|edit|rectify)(?: it| that| this| accordingly)*|the (?:time|place|day|date) (?:is|stays|remains) (?:the same|unchanged)|that would be (?:great|nice|perfect|good)|please|pls|plz|thanks(?: a lot| so much)?|thank you(?: very much| so much)?|thx|cheers|ok(?:ay)?|for me|if (?:you can|possible|you could|that['’]s ok(?:ay)?)|"
    r"if you (?:don['’]?t mind|would)|will you|would you|could you|can you|right away|asap|now|(?:for |due to |because of )?(?:the sake of )?(?:confidentiality|privacy|gdpr|data protection|"
    r"(?:privacy|confidentiality|data protection) reasons)(?: first| matters)?|from (?:the|this|my) summary|in (?:the|this|my) (?:whole |entire )?summary|in (?:the|this) (?:whole |entire )?(?:text|document|notes?)|from (?:the|this) (?:text|document|notes?)))+[\s.!?]*$",
    re.IGNORECASE,
)
# Whom a coach addresses, and a sigh: only behind a comma, since both are words of summaries too.
_ADDRESSED = re.compile(
    r"(?i),\s*(?:my (?:dear|love|friend)|dear|love|darling|mate|pal|buddy|hon(?:ey)?|sweetie|petal|folks|bless (?:her|him|them|you)(?: heart)?)\b(?=\s*(?:[.!?,;]|$))"
)
_PREFACE = re.compile(
    r"^[^:\"“]{0,90}?\b(?:(?:fix|correct|change|do|note|remember|update)(?: just| only)? (?:this|that|these|the following|it|one thing|something|one detail)|"
    r"wrong|incorrect|not right|mistakes?|errors?|typos?|correction|corrections|(?:one|another|a|small|quick|tiny|minor|two|three|a few|some) (?:\w+ )?(?:things|changes|corrections|mistakes|errors|points|fix|change|correction|thing|detail|more thing|request|edit|update|headings?|titles?|names?|dates?|facts|details|spellings?)(?: (?:to (?:change|correct|fix|do|note|adjust|rename|mend)|about [\w' ]{2,30}|that (?:is|are) wrong|wrong|please))?|"
    r"question(?: [^:]{0,40})?|update|fyi|instruction|request|task|edit|please|nb|note to (?:you|self)|instead|following)\s*[:–—]\s+(?=\S)",
    re.IGNORECASE,
)
_LATE_WISH = re.compile(
    r"(?i)^[^\"“:]{4,160}?(?:[,;…–—-]|\.\.\.?|\bso\b|\band\b)\s*(?:so |and |then )?(?:please |(?:can|could|would|will) (?:you|we) (?:please |just |maybe |perhaps )*)(?P<wish>\w.+)$"
)
# A reason before the wish; that somebody is to see the summary is a reason too.
_SO_PLEASE = re.compile(
    r"(?is)^(?P<why>[^:\"“.!?]{4,160}?)(?:\s*[,;–—-]+\s*(?:and )?(?:so|therefore|hence|thus|that's why)|\s+so)\s+(?:now |then )?(?:please |(?=(?:write|rename|change|replace|remove|delete|call|use|put|number|shorten|move|take|drop|add)\s)|(?:can|could|would|will) you (?:please |just |kindly )?|i(?:'d| would) like you to |i need you to )(?P<wish>\w.+)$"
)
_TAKEN_UP = re.compile(r"(?i)\w+ (?:down |up |out |in )?(?:it|that|this|them|those|these|both|accordingly)\b")
_NUMBERED = re.compile(r"(?i)(?:re)?number\b|enumerate\b")
_FROM_ONE = re.compile(
    r"(?i),? (?:each )?(?:from|(?:starting|beginning) (?:at|with|from)) (?:1|one)(?: (?:to|through|-) \w+)?\b"
)
# "…, so put that first" speaks of what stands before it.
_TAKES_UP = re.compile(
    r"(?i)\w+(?: up| out| down| off)? (?:it|that|this|them|those|these)\b(?! (?:section|part|summary|list|point|heading|name|word|file|document|text))"
)
_SHARING = re.compile(
    r"(?i)(?:i|we)(?:'d| would|'ll| will)? (?:like|want|need|have|am going|plan|must|love)? ?(?:to )?(?:show|share|send|give|use|forward|print|present|read|discuss|hand|pass|post|publish|take|put|need|bring)\b"
)
_NAMED_FIRST = re.compile(
    r"(?i)(?:the|her|his|their|all|both)\b.*?\b(?:is|are|was|were|seems?|sounds?|looks?|has|have)\b.*\b(?:it|them|that)\b"
)
_OWN_TEXT = r"(?i)(?:add|insert|include|rename|write|note)\b"
_NEW_ITEM = re.compile(
    r"(?i)\b(?:commitment|insight|bullet|point|task|action|to-?do|step|observation|goal|topic|item|section)s?\b"
)


def tidy(text: str) -> str:
    """Return a request without greeting, courtesies and wrappers: "Could you please make it shorter?" is "make it shorter"."""
    text = (
        re.sub(r"\s+", " ", text).strip().replace("’", "'")
        if "\n" not in text.strip()
        else text.strip().replace("’", "'")
    )
    text = without_asides(_without_slips(_ADDRESSED.sub("", text)))
    text = (
        re.sub(
            r"(?i),? (?:i (?:think|believe|guess|suppose|reckon)|if i remember (?:rightly|correctly|well))\b(?: it was)?,?(?= |[.!]|$)",
            "",
            text,
        )
        if not re.match(r"(?i)i (?:think|believe|guess)\b", text)
        else text
    )
    text = re.sub(r"(?i)\s*[–—-]+\s*yes\b,? [^.;]{0,40}([.!]?)$", r"\1", text)
    text = re.sub(r"(?i)\s*\((?:first|last|full|both|sur|all|every|i\.e|e\.g|incl)[^()=]{0,60}\)", "", text)
    text = re.sub(r"\s*\((?:and )?(not [^()]{1,60})\)", r", \1", spelled_out(text))
    text = re.sub(
        r"(?i),?\s+(?:whatever|whichever|however) (?:reads|looks|sounds|works|is|you|fits|suits)\b[^.]*\.?$", "", text
    )
    why = _SO_PLEASE.match(text)
    if (
        why is not None
        and VERB_START.match(why["wish"])
        and not _TAKES_UP.match(why["wish"])
        and not (VERB_START.match(why["why"]) and not _SHARING.match(why["why"]))
    ):
        text = why["wish"]
    asked = text.endswith("?")
    before = None
    stripped = False
    told = False
    while before != text:
        before = text
        shorter = _POLITE.sub("", text, count=1).lstrip(" ,–-")
        if shorter and shorter != text:
            told = told or bool(re.match(r"(?i)(?:can|could|would|will) (?:you|we)\b", text))
            stripped = stripped or bool(
                re.match(r"(?i)(?:can|could|would|will|is|any|how|what|why|shall|should|let)\b", text)
            )
            text = shorter
        shorter = _TAIL.sub("", text)
        if shorter.strip() and shorter != text:
            if re.search(r"(?i)\b(?:can|could|would|will|is) (?:you|we|that)\b", text[len(shorter) :]):
                asked = False
            text = shorter + ("?" if asked and not shorter.endswith("?") else "")
        preface = _PREFACE.match(text)
        if (
            preface
            and not _NEW_ITEM.search(preface.group())
            and not re.match(_OWN_TEXT, text)
            and not _A_REQUEST.search(preface.group())
        ):
            text = text[preface.end() :]
    text = _FROM_ONE.sub("", text) if _NUMBERED.match(text) else text
    text = _infinitive(_from_the_wish(text))
    plain = plain_verb(text)
    late = re.search(
        r"(?i)[,;.–—-]\s*(?:so |and )?(?:can|could|would|will) you (?:please )?(?P<verb>[a-z]+)\b[^?]*\?$", text
    )
    if late and VERB_START.match(late["verb"]) and not _TELL.match(late["verb"]):
        plain = plain.rstrip("? ")
    if asked and (
        plain != text or VERB_START.match(text) or (told and not _TELL.match(text)) or (stripped and text == "")
    ):
        plain = plain.rstrip("? ")
    return plain.strip()


_A_REQUEST = re.compile(r"(?i)\b(?:e-?mail|mail|message|letter|anonymi[sz]e|number|shorten|remove|delete|rename)\b")
_TELL = re.compile(
    r"(?i)(?:tell|say|remind|explain|show|answer|remember|find|know|see|look|check|confirm|what|who|when|where|why|how|which)\b"
)
_HASTE = (
    (r"\bw/\s?(?=\w)", "with "),
    (r"\bw/o\b", "without"),
    (r"\bb/c\b", "because"),
    (r"(?<!\ba )(?<!\ban )(?<!\bone )(?<!\bno )(?<!ouble )(?<!etter )(?<!ith )(?<!hout )\bu\b(?!\.)", "you"),
    (r"\bur\b", "your"),
    (r"\b(?:pls|plz|plse|plese|plaese|pleas|pleease|pelase)\b", "please"),
    (r"\b(do|does|did|is|are|was|were|has|have|had|wo|ca|would|could|should|must|need)nt\b", r"\1n't"),
    (r"\b(i)m\b(?= )", r"\1'm"),
    (r"^its (?=[A-Z\d])", "it's "),
    (r"^its (?=\S+ \S+,? (?:not|and not|instead of) )", "it's "),
    (r"\b(that|there|what|who)s\b", r"\1's"),
)


_COMMANDS = tuple(
    "shorten shorter remove delete rename replace number numbered bullets paragraph anonymise anonymize commitments insights summary heading headings section "
    "instead everywhere throughout appointment sections names dates figures sentence sentences condense rewrite translate change correct please commitment insight".split()
)


_ALWAYS = tuple("instead everywhere throughout commitments insights please section heading appointment".split())
_SHORT = 12  # words, up to which a message is hardly more than its request


def _without_slips(text: str) -> str:
    """Return `text` with the slips in words that requests are made of put right: "numbr the comitments"."""
    known = _COMMANDS if len(text.split()) <= _SHORT else _ALWAYS

    for found in reversed(list(re.finditer(r"(?<![\w'’-])[a-z]{5,}(?![\w'’-])", shield(text)))):
        word = found.group()
        near = difflib.get_close_matches(word, known, 1, 0.84)
        if (
            near
            and near[0] != word
            and near[0][0] == word[0]
            and abs(len(near[0]) - len(word)) <= 2
            and not _known_word(word)
        ):
            text = text[: found.start()] + near[0] + text[found.end() :]
    return text


def _known_word(word: str) -> bool:
    forms = {word, *(word.removesuffix(end) for end in ("s", "d", "ed", "er", "ing"))}
    return any(form in NO_NAMES or form in _COMMANDS or VERB_START.fullmatch(form) for form in forms)


_DAYS = re.compile(
    r"(?<![\w'’])(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|april|june|july|august|september|october|november|december|"
    r"(?:(?<=\d )|(?<=\dth )|(?<=\dst )|(?<=\dnd )|(?<=\drd )|(?<= of ))(?:march|may)|(?:march|may)(?= \d))\b"
)


def spelled_out(text: str) -> str:
    """Return `text` with the apostrophes and letters that haste leaves out, but as it is inside quotation marks."""
    shielded = shield(text)
    for pattern, full in _HASTE:
        for found in reversed(list(re.finditer(pattern, shielded, re.IGNORECASE if "A-Z" not in pattern else 0))):
            new = found.expand(full)
            text = text[: found.start()] + new + text[found.end() :]
            shielded = shielded[: found.start()] + new + shielded[found.end() :]
    for found in _DAYS.finditer(shielded):
        text = text[: found.start()] + found[0].capitalize() + text[found.end() :]
    return text


def _from_the_wish(text: str) -> str:
    """Return "get them down to half" for "Nobody reads that much … could you get them down to half"."""
    found = _LATE_WISH.match(text)
    if found is None or VERB_START.match(text) or not VERB_START.match(found["wish"]):
        return text
    if len(found["wish"].split()) < 2 or _NAMED_FIRST.match(text):
        return text
    return found["wish"]


def _infinitive(text: str) -> str:
    """Turn "making it shorter" into "make it shorter"."""
    found = re.match(r"^([a-z]+)ing\b", text, re.IGNORECASE)
    if not found:
        return text
    base = found[1].lower()
    for candidate in (base, base + "e", base[:-1] if len(base) > 2 and base[-1:] == base[-2:-1] else base):
        if re.fullmatch(EDIT_VERBS, candidate):
            return candidate + text[found.end() :]
    return text


def shield(text: str) -> str:
    """Return `text` with everything inside quotation marks replaced by "x", of the same length."""
    return re.sub(
        r"\"[^\"]*\"|“[^”]*”|‘[^’]*’|«[^»]*»|„[^“”]*[“”]|(?<!\w)'[^']*'(?!\w)",
        lambda m: '"' + "x" * (len(m[0]) - 2) + '"' if len(m[0]) > 1 else m[0],
        text,
    )
