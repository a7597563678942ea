"""This file hides who is meant: names become roles ("her manager"), initials, or the coach's own words."""

from __future__ import annotations

import re

from coachdesk.assistant.document import Document, read_document
from coachdesk.assistant.edits import Edit, Plan, SetHeading, SetText, apply_edits
from coachdesk.assistant.facts_kept import names_stay
from coachdesk.assistant.people import main_person
from coachdesk.assistant.request import Request, unquoted
from coachdesk.assistant.rules.identities import NAMES, initials, meant_names, roles_apart, with_parts
from coachdesk.assistant.rules.substituting import substitute_name

_HIDE = (
    r"(?:anonymi[sz]e|pseudonymi[sz]e|hide|mask|redact|conceal|disguise|de-?identify|obscure|black out|blank out|"
    r"protect)"
)
_OUT = (
    r"(?:remove|delete|strip(?: out)?|take out|leave out|cut out|drop|omit|get rid of|no|without|"
    r"(?:don't|do not|never) (?:use|mention|say|give|show))"
)
_WHO = r"(?:the|her|his|their|my|our|all|both)\s+[\w -]+?"
_PERSON = r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*"
_BEARERS = (
    r"(?:(?:the |their |her |his )?(?:real |full |first |last |sur)?names? (?:of )?)?"
    rf"(?-i:{_PERSON}(?:(?:, | and |, and | & ){_PERSON})*)(?:'s names?)?"
)
_ONE = r"(?:the )?(?:client|company|coachee|employer|manager|boss|firm|customer|organi[sz]ation)"
_NAMES_OF = (
    rf"(?:(?:all )?(?:the )?(?:real |full |first |last )?names? of (?:{_WHO}|{_PERSON}|[a-z]+)|(?:{_WHO}|{_PERSON})"
    rf"['’]s? (?:real |full |first |last |sur)?names?|{_ONE} names?)"
)
_WHO_THEY_ARE = r"who (?:they|these people|the people|people|everyone|everybody) (?:all )?(?:are|is)(?: all)?"
_STAND_IN = (
    r"(?:the |her |his |their )?(?:initials?|roles?|job titles?|first letters?|letters|pseudonyms?|placeholders?)"
)
_HIDDEN = r"(?:anonymous|anonymi[sz]ed|unidentifiable|unrecogni[sz]able|hidden|incognito|nameless|unnamed)"
_GONE = (
    r"(?:(?:be )?(?:removed|deleted|dropped|cut|hidden|anonymi[sz]ed|taken out|left out|redacted|masked)|go|disappear)"
)
_ALSO = r"(?:,? (?:and )?(?P<also>(?:the|her|his|their|all) [\w' -]+?)(?:,? (?:too|as well|also))?)?"
_FORMS = tuple(
    re.compile(f"^{pattern}$", re.IGNORECASE)
    for pattern in (
        rf"{_HIDE}(?:\s+(?P<what>.+?))??(?:\s+(?:by|with|to|through|as|into|using|for)\s+(?P<new>.+))?",
        (
            rf"(?:replace|substitute|change|swap|turn|shorten|abbreviate|reduce|cut)\s+"
            rf"(?P<what>{NAMES}|{_NAMES_OF}|{_ONE}(?:'s)? names?|{_BEARERS})\s+"
            r"(?:by|with|to|into|through|for)\s+(?P<new>.+)"
        ),
        (
            rf"(?:(?:use|write|put|show|give|have)\s+)?(?:only |just )?(?P<new>{_STAND_IN})\s*(?:only)?"
            r"(?:\s+(?:instead of|rather than|in place of|for|not)\s+(?P<what>.+?))?(?:\s+only)?"
        ),
        (
            rf"(?:make|keep|leave|render)\s+(?P<what>it|this|everything|everyone|{_WHO}|(?-i:{_PERSON}))\s+"
            rf"(?:fully |completely )?(?P<new>{_HIDDEN})"
        ),
        rf"(?:{_OUT}|{_HIDE})\s+(?P<what>{NAMES}|{_NAMES_OF}|{_WHO_THEY_ARE}){_ALSO}(?P<new>)",
        rf"(?:take|leave|cut|strip|keep)\s+(?P<what>{NAMES}|{_NAMES_OF}){_ALSO} out(?P<new>)(?:,? .*)?",
        rf"(?P<what>{NAMES}|{_NAMES_OF}) out(?:,? please)?{_ALSO}(?P<new>)",
        (
            f"(?P<what>{NAMES}|{_NAMES_OF}) (?:must|should|can|may|has to|have to|needs? to|"
            f"ought to) {_GONE}{_ALSO}(?P<new>)"
        ),
        (
            f"(?P<what>{NAMES}|{_NAMES_OF}) (?:(?:must|should|may|do|does|can)(?: not|n't)|cannot) (?:appear|"
            "stand|show up|be "
            r"(?:visible|in (?:it|there|here)|there|shown|mentioned|used|given))(?: there| in it)?(?P<new>)"
        ),
        (
            r"(?:no one|nobody|noone|(?P<what>(?-i:[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?))) (?:should|must|may|"
            "can)(?: not|n't)? be "
            r"(?:identified|identifiable|recogni[sz]ed|recogni[sz]able|named|anonymi[sz]ed|anonymous)(?P<new>)"
        ),
        (
            f"(?P<what>{_WHO}|(?-i:{_PERSON})) (?:wants?|would like|prefers?|wishe?s?|asked?|has|have|needs?|"
            "must|should|ought) "
            rf"?(?:to )?(?:stay|remain|be|be kept) {_HIDDEN}(?P<new>)"
        ),
        (
            r"(?:refer to|call|name)\s+(?P<what>(?:the |her |his )?(?:client|company|coachee|employer|manager|"
            "boss|customer)|"
            rf"(?-i:{_PERSON})|everyone|everybody|all people|people)\s+(?:only )?(?:by|as|with)\s+(?P<new>.+)"
        ),
        rf"(?:call|name)\s+(?P<what>{_WHO}|(?-i:{_PERSON}))\s+(?:just|only|simply|merely)\s+(?:by |as )?(?P<new>.+)",
        rf"(?:call|name)\s+(?P<what>{_WHO}|(?-i:{_PERSON}))\s+(?P<new>[\"'“‘]?(?:the|her|his) [a-z -]+[\"'”’]?)",
    )
)
_SPARED = re.compile(
    r"(?i)\s*[,;(–-]*\s*(?:(?:except|but not|apart from|other than|(?:but |please )*(?:keep|leave|"
    r"not))(?: for)?\s+(?P<name>.+?)"
    "(?: alone| in| there| as (?:it|they) (?:is|are))?|(?:but |only )?(?P<fine>(?:(?:her|his) name|"
    r"[\w'’ -]+?))(?: (?:is|are) (?:ok(?:ay)?|fine|allowed)|"
    r" (?:can|may|should|must) (?:stay|remain|be (?:kept|named|mentioned))))\)?$"
)
_NEUTRAL = re.compile(
    r"(?i)\b(?:roles?|job titles?|functions?|anonym\w*|pseudonyms?|placeholders?|something|neutral|"
    "generic|descriptions?|"
    r"unidentifiable|unrecogni[sz]able|hidden|incognito|nameless|unnamed)\b"
)


def anonymise(request: Request) -> Plan | None:
    """Put roles, initials or given words for the names that the clause means; None where it means none."""
    clause = request.clause.strip().rstrip(".!")
    if names_stay(clause):
        return None
    spared = ""
    aside = _SPARED.search(clause)
    if aside and re.search(r"[,;(–]|\b(?:except|apart|other than|but)\b", aside.group()):
        clause, spared = clause[: aside.start()], aside["name"] or aside["fine"] or ""
    if re.search(r"(?i)\bby (?:her |his |their |the |first |full )*names?\b", clause):
        return None
    clause = re.sub(r"(?i)\s+(?:everywhere|anywhere|throughout|at all|in (?:the|this) (?:summary|text))$", "", clause)
    for form in _FORMS:
        found = form.match(clause)
        if found is None:
            continue
        groups = found.groupdict()
        plan = _hidden(
            request, (unquoted(found["what"] or ""), groups.get("also") or ""), unquoted(found["new"] or ""), spared
        )
        if plan is not None:
            return plan
    return None


def _hidden(request: Request, whose: tuple[str, str], new: str, spared: str) -> Plan | None:
    document = request.document
    what, also = whose
    found = meant_names(document, what, request.original)
    if found is None:
        return None
    if also:
        found = [*found, *(name for name in meant_names(document, also) or [] if name not in found)]
    found = [name for name in found if not _is_spared(document, name, spared)]
    if not found:
        return Plan("I found no such name in the summary, so I left it as it was.", done=False)
    new = re.sub(r"(?i),? (?:only|alone|instead|please)$", "", new)
    short = bool(re.search(r"(?i)\b(?:initials?|first letters?|letters?)\b", new))
    given = bool(new) and not short and not _NEUTRAL.search(new)
    if given and (len(found) > 1 and len({name.split()[0] for name in found}) > 1 and not _one_bearer(found)):
        return None
    if given and re.fullmatch(_PERSON, what) and new[:1].isupper():
        return None
    put = {name: initials(name) if short else new for name in found} if short or given else roles_apart(document, found)
    return substituted(request, put, short)


def substituted(request: Request, put: dict[str, str], short: bool = False) -> Plan | None:
    """Return the plan that writes for each name what `put` says, for its parts too; None where nothing changes."""
    document, found = request.document, list(put)
    edits = _composed(document, with_parts(document, put, short))
    if not edits:
        return None
    told = ", ".join(f"{name} became “{role}”" for name, role in put.items())
    return Plan(
        f"I took the names out: {told}." if len(put) > 1 else f"I wrote {put[found[0]]} for {found[0]}.",
        edits,
        asked=(*found, *(part for name in found for part in name.split())),
        made=(*put.values(), *(initials(part) for name in found for part in name.split()), document.text),
    )


def _one_bearer(found: list[str]) -> bool:
    longest = max(found, key=len).split()
    return all(set(name.split()) <= set(longest) for name in found)


def _is_spared(document: Document, name: str, spared: str) -> bool:
    if not spared:
        return False
    person = main_person(document)
    if (
        person
        and re.search(r"(?i)\b(?:her|his|client(?:'s)?|coachee(?:'s)?)\b", spared)
        and set(name.split()) & set(person.split())
    ):
        return True
    if any(set(name.split()) <= set(one.split()) for one in meant_names(document, spared) or []):
        return True
    return any(part.lower() in re.findall(r"[\w'’-]+", spared.lower()) for part in name.split())


def _composed(document: Document, put: dict[str, str]) -> tuple[Edit, ...]:
    """Return the edits of all substitutions, made one after the other."""
    current = document
    for old, new in sorted(put.items(), key=lambda pair: -len(pair[0])):
        current = read_document(apply_edits(current, substitute_name(current, old, new).edits))
    edits: list[Edit] = []
    if [len(section.blocks) for section in current.sections] != [len(section.blocks) for section in document.sections]:
        return ()
    for number, (before, after) in enumerate(zip(document.sections, current.sections, strict=True)):
        if before.name != after.name:
            edits.append(SetHeading(number, after.name))
        for index, (old_block, new_block) in enumerate(zip(before.blocks, after.blocks, strict=True)):
            text = re.sub(r"(\b[^\W\d_]\.)\.(?=\s|$)", r"\1", new_block.text)
            if text != old_block.text:
                edits.append(SetText(number, index, text))
    return tuple(edits)
