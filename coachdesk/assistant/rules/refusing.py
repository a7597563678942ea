"""This file declines what no summary should be made to say, and points to where undo is."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re

from coachdesk.assistant.edits import Plan
from coachdesk.assistant.request import Request

_UNDO = re.compile(
    r"(?i)^(?:undo|revert|roll ?back|go back|take (?:that|it) back|step back|restore|bring back|reset|cancel)\b"
    r"(?:\s+(?:it|that|this|all|everything|to|the|my|your|last|previous|earlier|old|older|original|first|change|changes|edit|edits|step|version|versions|text|"
    r"summary|one|as|was|were|before|again|state|of|back|please|what|you|did|just|made|have|done))*[.!?]*$"
)
_INVENT = re.compile(
    r"(?i)^(?:(?:please )?(?:invent|make up|fabricate|fake|forge|imagine|falsify|manipulate|fantasi[sz]e|embellish|exaggerate|lie)\b|"
    r"(?:add|write|insert|include|put in|create|come up with)\b.{0,60}\b(?:made[- ]up|invented|fictional|fictitious|fake|false|untrue|imaginary|bogus)\b|"
    r"(?:pretend|claim|act as if)\b|(?:say|write|claim|state|note|add|put in|mention)\b.{0,120}(?:[.,;]|\b)\s*(?:although|even though|even if|though|but)\b.{0,40}\b(?:not true|untrue|didn't|did not|never|"
    r"isn't true|is false|wasn't|was not|it (?:sounds|looks|reads) better|(?:have|got) no proof|can't prove|nobody (?:said|told)|no one (?:said|told)|without (?:her|him|them|anyone) saying)\b)|\b(?:that (?:never happened|is not true|isn't true|she never said|he never said|they never said))\b"
)
_INSULT_WORD = (
    r"(?:idiot\w*|stupid|moron\w*|dumb|loser|useless|worthless|pathetic|incompetent|ugly|fat|crazy|insane|liar|bitch|bastard|asshole|jerk|"
    r"psycho\w*|hysterical|retard\w*|lazy cow|scum|trash|creep|imbecile|fool|coward)"
)
_HARM = re.compile(
    r"(?i)^(?:insult|mock|ridicule|make fun of|humiliate|threaten|blackmail|bully|harass|shame|offend|curse|defame|slander|intimidate|manipulate|stalk|"
    r"seduce|extort|discriminate|gossip)\b|"
    r"\b(?:threaten(?:ing)?|blackmail(?:ing)?|insulting|offensive|abusive|racist|sexist|hateful|defamatory|humiliating|threats?)\b.{0,40}\b(?:e-?mail|message|"
    r"letter|note|text|remarks?|comments?|jokes?|words?|summary|section|about)\b|"
    rf"^(?:call|describe|say|write|add|note|portray|label|tell|present|make|refer to)\b.{{0,80}}\b(?:is|are|as|an?|her|him|them|[A-Z]\w+|that)\s+(?:an? |such an? |complete(?:ly)? |total(?:ly)? |so |very )*{_INSULT_WORD}\b|"
    r"\b(?:build|make|buy|get|find) (?:a |an |some )?(?:bombs?|weapons?|guns?|drugs|poison|explosives?)\b|"
    r"\b(?:kill|murder|poison|hurt|harm|stab|shoot|beat up)\s+(?:her|him|them|herself|himself|myself|someone|somebody|people|tom|the)\b|\bcommit suicide\b|"
    r"\b(?:something|anything|evidence|ammunition|dirt) (?:against|on) (?:her|him|them)\b|\bno matter what (?:s?he|they) said\b|"
    r"\b(?:get|log|look|go|snoop|sneak|break) into\b.{0,60}\b(?:mail\w*|inbox|account|phone|computer|laptop|files?|diary|chat)\b|\bwithout (?:him|her|them|anyone|anybody|[A-Z]\w+) (?:noticing|knowing|finding out)\b|\bspy on\b|"
    r"\bhow to (?:hack|steal|cheat|launder|forge|evade)\b|\b(?:hack|break) into\b|\bself-harm\b"
)
_DIAGNOSE = re.compile(
    r"(?i)^(?:diagnose|(?:add|write|give|make|put in|include|insert|state|note|say)\b.{0,60}\bdiagnos(?:is|ed|e|es|tic)\b)|"
    r"\b(?:does|is|has) (?:she|he|they|[A-Z]\w+) (?:have |really )?(?:depress\w+|bipolar|narcissis\w+|autis\w+|adhd|mentally ill|psychotic|borderline)\b.*\?$|"
    r"\bprescri(?:be|ption)\b|\b(?:which|what) (?:medication|drug|pills?)\b.*\b(?:should|take)\b"
)
_TAKEOVER = re.compile(
    r"(?i)\b(?:ignore|disregard|forget|override|bypass)\b.{0,40}\b(?:instructions?|rules?|prompts?|guidelines|checks?|everything (?:above|before)|what (?:you were|i) (?:told|said))\b|"
    r"\b(?:system prompt|api[- ]?keys?|passphrase|developer mode|jailbreak|your (?:instructions|prompt|rules))\b|\b(?:you are|act as|behave like|pretend to be)\s+(?:now\s+)?(?:a|an|the|dan)\b|"
    r"\b(?:rm -rf|drop table|sudo|shell|execute|eval|<script)\b|\b(?:reveal|leak|publish|post|upload|share|send|forward)\b.{0,60}\b(?:passwords?|online|public\w*|internet|facebook|"
    r"twitter|linkedin|instagram|press|newspaper|to everyone|all (?:my )?clients|other clients)\b|\bpasswords?\b.{0,30}\bof\b"
)
_EMPTY_ALL = re.compile(
    r"(?i)^(?:delete|remove|erase|clear|wipe|drop|destroy|discard|scrap|empty)\s+(?:out )?(?:it all|everything|all(?: of it)?|all (?:the )?(?:text|sections|content)|the (?:whole|entire|complete|full) "
    r"(?:summary|text|document|thing)|the summary|this summary)[.!]*$"
)
_ELSEWHERE = re.compile(
    r"(?i)^(?:(?:book|order|reserve|buy)\s+(?:me\s+)?(?:a|an|the|some|two|\d+)\s+(?:flight|hotel|table|pizza|taxi|train|ticket|room|book|coffee|cab|car)\w*|"
    r"(?:tell|sing|write|recite|compose|give)\s+(?:me\s+|us\s+)?(?:a|an|another|some)\s+(?:joke|poem|song|story|haiku|riddle|limerick|recipe|rap|fairy ?tale|novel)s?\b|(?:play|sing|dance)\b|"
    r"(?:what(?:'s| is)|how(?:'s| is)) the (?:weather|time|news)\b|(?:set|start) (?:a|an|the) (?:timer|alarm|reminder)\b|(?:turn|switch) (?:on|off)\b|"
    r"(?:calculate|compute|what(?:'s| is))\s+[\d(][\d\s+*/().x^-]*[?.]*$)"
)


def refuse(request: Request) -> Plan | None:
    """Return an honest no, or None for everything that may be tried."""
    clause = re.sub(r"\s+", " ", request.clause.strip())
    whole = re.sub(r"\s+", " ", request.original.strip())
    bare = re.sub(r"\"[^\"]*\"|“[^”]*”|(?<!\w)'[^']*'(?!\w)", "“…”", clause)
    if _UNDO.match(clause):
        return _no(
            "I left this as it was: the summary before the last change is in its list of revisions, and Undo in the window brings it back."
        )
    if _EMPTY_ALL.match(clause):
        return _no(
            "I left the summary as it was: this would leave nothing of it. Delete the session if you want it gone."
        )
    if _TAKEOVER.search(bare) and not re.match(r"(?i)(?:replace|rename|change|remove|delete|correct)\b", bare):
        return _no("I left the summary as it was: I only edit this summary and answer questions about it.")
    if _INVENT.search(bare) or (
        _INVENT.search(whole) and len(whole) < 200 and not re.match(r"(?i)(?:remove|delete|drop|correct)\b", bare)
    ):
        return _no(
            "I left the summary as it was: I add only what the transcript, the summary or you say is so, and nothing invented."
        )
    if _HARM.search(bare) or re.search(r"(?i)\b(?:something|evidence|ammunition) against (?:her|him|them)\b", whole):
        return _no("I left the summary as it was: I do not write what insults or harms people.")
    if _DIAGNOSE.search(bare):
        return _no(
            "I left the summary as it was: I make no diagnosis and give no medical advice. It does not say anything of the kind."
        )
    if _ELSEWHERE.match(bare):
        return _no("I left the summary as it was: I edit this summary and answer questions about it; I cannot do this.")
    return None


def _no(reply: str) -> Plan:
    return Plan(reply, done=False)
