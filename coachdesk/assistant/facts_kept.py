"""This file reads which facts a coach wants kept while all else may change: "leave the dates in", "no name may be lost"."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re

from coachdesk.assistant.facts import DAY_KINDS, FIGURE_KINDS

_KINDS: tuple[tuple[str, frozenset[str]], ...] = (
    (r"(?:due )?dates?|deadlines?|days?|times?", DAY_KINDS | {"time"}),
    (r"figures?|numbers?|amounts?|percentages?|facts?|data", FIGURE_KINDS),
    (r"money|sums?|prices?|budgets?|salar(?:y|ies)|costs?|pounds|euros|dollars", frozenset(("money",))),
    (r"names?|people|persons?|facts?", frozenset(("name",))),
)
_PARTS = r"headings?|structure|sections?|commitments?|essentials?|order|format|layout|bullets?|promises|tasks|points|items|insights|observations|statements"
_KIND = re.compile(rf"(?i)(?:{'|'.join(words for words, _ in _KINDS)}|{_PARTS})")
_STAY = r"keep(?:ing|s)?|kept|leav(?:e|ing)(?! out)|left|preserv\w+|retain\w*|stay(?:s|ing)?|remain\w*|surviv\w+|hold(?:ing)? on(?:to)?|hang(?:ing)? on(?:to)?|intact|untouched|unchanged|(?:be|still|should be|must be) (?:in )?there|with (?=all\b|every\b)"
_GO = r"los[et]\w*|losing|drop\w*|cut\w*|touch\w*|go(?: missing)?|get lost|miss\w*|disappear\w*|vanish\w*|remov\w+|delet\w+|chang\w+|alter\w*|(?:leave|leaving|left|take|taking|taken) out"
_NEGATED = r"nobody(?:'s)?|no one(?:'s)?|not|\w+n't|cannot|never|without|no|none|nor"
_KEEPS = re.compile(rf"(?i)\b(?:{_STAY})\b")
_SPARES = re.compile(rf"(?i)\b(?:{_NEGATED})\b.*?\b(?:{_GO})\b")
_DENIED = re.compile(rf"(?i)\b(?:{_NEGATED})\b")
_SMALL = frozenset(
    "the a an all any every each both of in on to too as is are it them they be been must should have has need needs ought can could may "
    "might will would please pls still also but and or yet while though tho just make sure that i we i'd i'll you want like us me my our her his their "
    "its these those there everyone's everybody's people's two three four five six seven eight nine ten well exactly absolutely however real full".split()
)
# From the word that keeps to the end of its sentence, or from its beginning where what stays comes first.
_ACTIVE = re.compile(rf"(?i)\b(?:{_STAY}|(?:{_NEGATED}) (?:\w+ ){{0,3}}?(?:{_GO}))\b[^.;!?]*")
_PASSIVE = re.compile(
    rf"(?i)(?:^|(?<=[.;!?,]))(?P<what>[^.;!?]*?)\b(?:(?:all |please |still |be )*(?:{_STAY})|(?:{_NEGATED})\b[^.;!?]*?\b(?:{_GO}))\b"
)

_PUT_OUT = re.compile(r"(?i)^(?:leav\w+|keep\w*) [^,]*\bout\b")


def keeps_facts(part: str) -> bool:
    """Tell whether a part of a message only says which kinds of facts are to stay."""
    text = part.strip(" .!?,;").replace("’", "'")
    found = (_SPARES if _DENIED.search(text) else _KEEPS).search(text)
    if found is None:
        return False
    words = re.findall(r"[^\W_]+(?:'[^\W_]+)*", text)
    spent = set(re.findall(r"[^\W_]+(?:'[^\W_]+)*", _KEEPS.sub(" ", _SPARES.sub(" ", text))))
    spent |= {word for word in re.findall(r"[^\W_]+", found.group()) if _KIND.fullmatch(word)}
    named = False
    for number, word in enumerate(words):
        after = words[number + 1] if number + 1 < len(words) else ""
        if _KIND.fullmatch(word):
            named = True
        elif word in spent and word.lower() not in _SMALL and not _KIND.fullmatch(after):
            return False  # "the market date" is a date, "the market" is something else
    return named


_NAMES_ACTIVE = re.compile(
    r"(?i)\b(?:keep\w*|leav\w+|retain\w*|preserv\w*|gard\w+|conserv\w*|behalt\w*|mit|with|avec|con) (?:in )?(?:all )?(?:the |all |les |los |die |alle |tous |her |his |everyone's |everybody's |people's |real )*(?:names?|namen|noms|nombres)\b(?! out| of)"
)
_NAMES_PASSIVE = re.compile(
    rf"(?i)\bnames?\b[\w ,']{{0,40}}?\b(?:stays?|remains?|(?:be )?(?:kept|preserved|retained|left (?:in|alone|as))|intact|untouched|unchanged|(?:{_NEGATED}) (?:\w+ ){{0,2}}?(?:lost|dropped|go missing|changed|touched))\b(?! (?:out|secret|private|confidential|hidden|between))"
)


def names_stay(text: str) -> bool:
    """Tell whether a request wants the names kept, in English, German, French or Spanish."""
    return bool(_NAMES_ACTIVE.search(text) or _NAMES_PASSIVE.search(text))


def kinds_kept(said: str) -> frozenset[str]:
    """Return the kinds of facts that a request wants kept: "but keep all the dates"."""
    wanted = _wanted(said)
    return frozenset(kind for words, kinds in _KINDS if re.search(rf"(?i)\b(?:{words})\b", wanted) for kind in kinds)


def _wanted(said: str) -> str:
    active = (one.group() for one in _ACTIVE.finditer(said))
    return " ".join(
        [*(one for one in active if not _PUT_OUT.search(one)), *(one["what"] for one in _PASSIVE.finditer(said))]
    )
