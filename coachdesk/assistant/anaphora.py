"""This file puts for "it" and "that one" what the words before speak of: "The choir is private. Take it out."."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re

_FINITE = (
    r"(?:is|are|was|were|isn't|aren't|wasn't|weren't|seems?|sounds?|looks?|feels?|reads?|rambles?|drags?|goes|go|belongs?|doesn't|don't|didn't|does|needs?|"
    r"has|have|takes?|could|should|can|must|may|might|would|makes?|bothers?|annoys?|gets?|runs?|got|hurts?|gives?|says?|matters?|contains?|jars?|irritates?|repeats?|bores?|shows?|reveals?|'s)"
)
# Who or what a remark speaks of stands before its verb.
_REMARK = re.compile(
    rf"(?i)^(?:(?:i|we) (?:really |just )?(?:think|find|feel|believe|guess|fear|would say|noticed|see)(?: that)?,? |(?:to be honest|honestly|frankly|sorry|actually|as for|about|regarding|concerning),? )*"
    rf"(?P<what>(?:the|her|his|their|my|our|that|those|these|this|all|both)\s[\w'’“”\"-]+(?:\s[\w'’“”\",/%€£$.-]+?){{0,9}}?|[\"'“‘][^\"'”’]+[\"'”’]|(?!(?:he|she|it|they|we|i|you|there|this|that|what|who|nobody|everybody)\b)(?-i:[A-Z])[\w'’-]+(?:\s(?-i:[A-Z])[\w'’-]+){{0,2}}(?:['’]s?\s[\w-]+){{0,2}})"
    rf"(?:\s+(?:(?:still|just|also|now|really|simply|only|both|all)\s+)*{_FINITE}\b|,).*$"
)
_OF_ONE = re.compile(
    r"(?i)^(?:(?:i|we|she|he|they) (?:don't|do not|doesn't|didn't|never|dropped|cancelled|gave up|changed|no longer|am not|are not|aren't|isn't) (?:want |like |need |think |see |happy with |sure about |so sure about )?)(?P<what>(?:the|her|his|their|my|our) [\w' -]{2,40}?)(?: any ?more| idea| after all| in (?:there|it))*[.!]*$"
)
_IT = r"(?:it|that(?: one)?|them|this(?: one)?|those|these|that (?:bit|part|point|section|one|item|sentence|line|paragraph)|this (?:bit|part|point|section|item|sentence|line|paragraph)|the (?:whole )?thing|both(?: of them)?)"
_VERB = (
    r"(?:put|move|take|remove|delete|drop|erase|shorten|cut|trim|tighten|condense|rename|call|make|turn|keep|leave|number|split|merge|bring|scrap|get rid of|strike|cross|"
    r"simplify|soften|rewrite|rephrase|reword|anonymi[sz]e|hide|mask|replace|change|name|title|retitle|swap|mark|tick|bold|format|convert|combine|omit|ditch|bin|scratch|compress|push|postpone|place|lose|halve|reduce|boil|give|prune|fix|sort|reverse|throw|edit|blank)"
)
_TAKES_UP = re.compile(
    rf"(?i)^(?P<verb>{_VERB}(?: up| out| down| off| away)?)\s+(?:just |only )?(?P<it>{_IT})\b(?P<rest>.*)$"
)
_GOES = re.compile(
    r"(?i)^(?P<it>it|that|they|that one|both)(?P<rest>\s+(?:can|could|should|must|may|has to|have to|needs? to|ought to)\s+(?:please )?(?:go|come|be|stand|disappear|stay|move|have|read)\b.*)$"
)
_OF_THE_WHOLE = re.compile(r"(?i)(?:the |this |my )?(?:whole |entire )?(?:summary|text|thing|document|notes?|rest)$")
_NO_TOPIC = re.compile(
    r"(?i)^(?:the )?(?:(?:rest|client|coach|board|boss|others?|team|group|meeting|session|reason|idea|same|way|problem|fact|truth|thing)$|[\w ]+ (?:said|wants?|asked|told))"
)


def spoken_of(remark: str) -> str:
    """Return the phrase that a remark speaks of: "the first part" for "The first part rambles on"; "" if it is none."""
    found = _REMARK.match(remark.strip()) or _OF_ONE.match(remark.strip())
    if found is None:
        return ""
    what = re.sub(r"(?i)\s+(?:still|just|also|now|really|simply|only|both|all|i think)$", "", found["what"].strip(" ,"))
    return (
        ""
        if _OF_THE_WHOLE.match(what) or _NO_TOPIC.match(what)
        else what[:1].lower() + what[1:]
        if what.startswith(("The ", "Her ", "His ", "Their ", "That ", "My ", "All ", "Both "))
        else what
    )


_SAID = re.compile(
    r"(?:\b(?:say|says|said|is|it's|reads?|writes?|wrote|has|shows?|calls? (?:him|her|it|them)|called|named|spell(?:s|ed)?|spelt|as|goes by|prefers)\b|:)\s+(?P<new>[\"“‘][^\"”’]+[\"”’]|[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)[.!]*$"
)
_USES = re.compile(
    r"(?i)^(?:please |so |and )*(?:use|write|put|take|say|go with) (?:that|this|it)(?: one| name| version| spelling)? (?P<rest>(?:in (?:the )?place of|instead of|rather than|for|where(?:ver)? (?:it|you|we|i) (?:says?|wrote|have|put)) .+)$"
)


def used(clause: str, before: str) -> str:
    """Return "write William instead of Liam" for "Use that instead of Liam" after "The register says William"; "" else."""
    found, said = _USES.match(clause), _SAID.search(before.strip())
    if found is None or said is None:
        return ""
    old = re.sub(r"(?i)^(?:in (?:the )?place of|instead of|rather than|for|where\w* \w+ \w+) ", "", found["rest"])
    old = re.sub(
        r"(?i),? (?:please|everywhere|throughout(?: the \w+)?|all (?:the way )?(?:through|over)(?: the \w+)?|in (?:the|this) \w+)[.!]*$",
        "",
        old.strip(" .!"),
    )
    return f"replace {old} by {said['new']}"


def taken_up(clause: str, what: str) -> str:
    """Return `clause` with `what` for its pronoun; "" where the clause takes up nothing."""
    found = _TAKES_UP.match(clause)
    if found is not None:
        return f"{found['verb']} {what}{found['rest']}"
    found = _GOES.match(clause)
    return f"{what}{found['rest']}" if found is not None else ""
