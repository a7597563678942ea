"""This file changes how words are written: contractions in full, without emojis, without exclamation marks."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re
from collections.abc import Callable

from coachdesk.assistant.edits import Edit, Plan, SetHeading, SetText
from coachdesk.assistant.request import Request
from coachdesk.assistant.targets import find_sections

_AWAY = (
    r"(?:(?:please )?(?:no|without|remove|delete|drop|lose|avoid|strip(?: out)?|take out|leave out|get rid of|skip|cut|kill|ditch|omit|clear out|"
    r"(?:don't|do not|never) (?:use|want|like|need)|(?:i |we )?(?:don't|do not) (?:want|like|need)|(?:could|can) do without|instead of|there should be no|have no))"
)
_FULL = r"(?:spell out|write out|expand|resolve|undo|unfold|write (?:all )?(?:the )?(?:full|long) forms?|use (?:the )?(?:full|long) forms?|replace|unpack|turn)"
_CONTRACTIONS = re.compile(
    rf"(?i)^(?:.*\b(?:{_AWAY}|{_FULL})\s+(?:[\w'’-]+ ){{0,3}}?(?:contractions?|contracted forms?|short(?:ened)? forms?|apostrophes)\b.*|"
    r"(?:the |all )?(?:contractions?|contracted forms?|short forms?)\s+(?:(?:should|must|can|need to|have to) (?:go|be (?:written|spelled|spelt|spelled out|written out|expanded|removed|resolved).*)|out|written out|spelled out).*|"
    r".*\b(?:use|write) (?:only )?(?:the )?(?:full|long|uncontracted) forms?\b.*|.*\buncontracted\b.*)$"
)
_EMOJIS = re.compile(
    rf"(?i)^(?:.*\b{_AWAY}\s+(?:[\w'’-]+ ){{0,3}}?(?:emojis?|emoticons?|smileys?|icons|pictograms?|little pictures)\b.*|(?:the |all )?(?:emojis?|emoticons?|smileys?|icons)\b.*\b(?:out|go|removed|away|off|disappear|childish|unprofessional|silly|delete|remove)\b.*)$"
)
_EXCLAMATIONS = re.compile(
    rf"(?i)^(?:.*\b{_AWAY}\s+(?:[\w'’-]+ ){{0,3}}?exclamation (?:marks?|points?)\b.*|(?:the |all )?exclamation (?:marks?|points?)\b.*\b(?:out|go|removed|away|off|disappear)\b.*)$"
)
_SCOPE = re.compile(
    r"(?i)\b(?:in|from|of|under|within) (?:the |all |every |each )*(?P<what>[\w' &-]{3,40}?)(?:[,;.!].*| section| please)*$"
)
_PICTURE = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u2190-\u21ff\ufe0f\u200d\u20e3]+")
_WHOLE = {
    "can't": "cannot", "won't": "will not", "shan't": "shall not", "ain't": "is not", "let's": "let us", "i'm": "I am", "y'all": "you all",
}  # fmt: skip
_ENDINGS = {"'re": " are", "'ve": " have", "'ll": " will", "'d": " would", "'m": " am"}
_DONE_AFTER = re.compile(
    r"\s+(?:(?:not|never|always|also|already|just|only|often|since|now|recently|really|even|still)\s+)*(?:been|had|got|gone|done|seen|said|told|taken|made|come|become|begun|left|lost|felt|"
    r"kept|found|known|given|written|spoken|[a-z]{3,}(?:ed|en|wn))\b"
)
_SUBJECTS = r"(?:he|she|it|that|there|who|what|where|here|how|when|everyone|everybody|nobody|somebody|one)"


def write_plainly(request: Request) -> Plan | None:
    """Write contractions in full or take emojis or exclamation marks out; None where the clause asks for neither."""
    clause = request.clause.strip().rstrip(".!")
    for form, change, said, none in (
        (_CONTRACTIONS, in_full, "I wrote the contractions in full.", "There are no contractions in the summary."),
        (_EMOJIS, without_pictures, "I took the emojis out.", "There are no emojis in the summary."),
        (
            _EXCLAMATIONS,
            _calm,
            "I put full stops for the exclamation marks.",
            "There are no exclamation marks in the summary.",
        ),
    ):
        if form.match(clause):
            return _changed(request, clause, change, said, none)
    return None


def _changed(request: Request, clause: str, change: Callable[[str], str], said: str, none: str) -> Plan:
    document = request.document
    scope = _SCOPE.search(clause)
    headings = bool(re.search(r"(?i)\b(?:headings?|headlines?|titles?|headers?|section names)\b", clause))
    named = find_sections(request, scope["what"]) if scope is not None and not headings else []
    numbers = [number for index in named for number in document.subtree(index)] or list(range(len(document.sections)))
    edits: list[Edit] = []
    for number in numbers:
        section = document.sections[number]
        if section.name in request.spared:
            continue
        if section.heading and change(section.name) != section.name and change(section.name):
            edits.append(SetHeading(number, change(section.name)))
        for index in () if headings else section.prose:
            text = section.blocks[index].text
            if change(text) != text:
                edits.append(SetText(number, index, change(text)))
    return Plan(said, tuple(edits)) if edits else Plan(none, done=False)


def without_pictures(text: str) -> str:
    """Return `text` without emojis and the spaces around them."""
    return re.sub(r"\s{2,}", " ", _PICTURE.sub("", text)).strip() if _PICTURE.search(text) else text


def _calm(text: str) -> str:
    return re.sub(r"!+", ".", text)


def in_full(text: str) -> str:
    """Return `text` with "do not" for "don't", except inside quotation marks, where somebody's words stand."""

    def put(found: re.Match[str]) -> str:
        word = found.group()
        plain = word.lower().replace("’", "'")
        full = _WHOLE.get(plain)
        if full is None and plain.endswith("n't"):
            full = plain[:-3] + " not"
        if full is None:
            ending = next((one for one in _ENDINGS if plain.endswith(one)), "")
            if ending == "'d" and re.match(r"\s+(?:better|been|had|gone|\w+ed)\b", text[found.end() :]):
                full = plain[:-2] + " had"
            elif ending:
                full = plain[: -len(ending)] + _ENDINGS[ending]
        if full is None and re.fullmatch(rf"{_SUBJECTS}'s", plain):
            full = plain[:-2] + (" has" if _DONE_AFTER.match(text[found.end() :]) else " is")
        if full is None:
            return word
        if plain.startswith("i'"):
            return "I" + full[1:]
        return full[:1].upper() + full[1:] if word[:1].isupper() else full

    quoted = re.split(r"(\"[^\"]*\"|“[^”]*”|‘[^’]*’(?!\w)|«[^»]*»)", text)
    if len(quoted) > 1:
        return "".join(part if number % 2 else in_full(part) for number, part in enumerate(quoted))
    return re.sub(r"\b[^\W\d_]+(?:n['’]t|['’](?:s|re|ve|ll|d|m))\b", put, text)
