"""This file takes words out of a sentence so that the rest still reads well: asides, clauses, phrases around a figure."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re
from dataclasses import dataclass

from coachdesk.assistant.facts import Fact, values

_PREPOSITION = (
    r"by|in|on|at|for|with|from|of|until|till|before|after|since|during|about|around|to|per|within|over|under|between|"
    r"than|above|below|beyond|against|as of|starting|up to|at least|without|into|towards?|near|next to|beside|through|via"
)
_HEDGE = (
    r"(?:(?:about|around|roughly|nearly|almost|over|more than|less than|fewer than|at least|at most|up to|only|just|another|"
    r"approximately|exactly|some|the|a|an|another|every|each|all|her|his|their|early|late|mid|end of|beginning of)\s+)*"
)
_RATE = r"(?:\s+(?:a|an|per|each|every)\s+(?:hour|day|week|month|quarter|year|session|night|person|head)|\s+(?:monthly|yearly|annually|weekly|net|gross|in total))*"
_SUBORDINATE = (
    r"which|who|whose|where|although|though|even though|because|since|so that|so|while|whereas|as|even if|unless|if|when|"
    r"after|before|until|despite|in spite of|ahead of|including|such as|especially|particularly|mainly|mostly|for example|"
    r"for instance|not|rather than|instead of|with|without|apart from|except|thanks to|due to|in order to|"
    r"[a-z]{2,}ing"
)
_BARE_SUBORDINATE = r"because|although|even though|though|so that|while|whereas|when|if|unless|in order to|even if|since (?=she|he|they|it|the|her|his)"
_SUBJECT = r"(?:she|he|they|it|we|I|there|this|that|nobody|everyone|somebody|(?:the|her|his|their|its|a|an|my|our)\s+\w+(?:\s+\w+){0,3}?|[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?)"
_VERB = r"(?:is|was|are|were|has|had|have|will|would|can|could|does|did|wants?|feels?|felt|needs?|says?|said|thinks?|got|went|made|took|gave|found|kept|left|knows?|finds?|[a-z]+(?:s|ed))"
_LEAD = re.compile(
    r"^(?:When|If|Although|Though|Because|After|Before|While|Since|As|Despite|In|On|At|By|During|For|With|Even though|Last|This|However|Overall|Whenever|Once|Until|Unless|Instead of|Apart from|According to|Next)\b[^,.;]*,\s+(?=\S)"
)
_COORDINATE = re.compile(
    rf"(?:;\s*(?:and |but )?|(?:,\s+|\s+)(?:but|yet|and|so|or)\s+)(?=(?:(?:also|then|now|still|often|that)\s+)?(?:{_SUBJECT}\s+(?:(?:also|still|often|never|already|now|only|usually|always|even|really)\s+)?{_VERB}\b))|\s+(?:but|and)\s+(?=(?:also |still |often |now |never )?(?:wants|has|had|is|was|will|plans|feels|felt|would|can|could|does|did|fears|hopes|thinks|says|knows|needs|likes|avoids|finds|[a-z]{{3,}}ed|[a-z]{{3,}}s)\s+(?:to|the|a|an|her|his|their|that|it|about|in|with|on|for|not|[a-z]+)\b)|\s+[–—]\s+(?=\S)"
)
_DANGLING = re.compile(
    r"(?i)(?:[,;]?\s+(?:but|and|or|so|yet|because|mainly|mostly|partly|especially|particularly|above all|that|which|who|"
    r"when|while|if|as|than|although|even|not only|both|either))+$"
)


@dataclass(frozen=True)
class Part:
    """A stretch of a sentence that can go, and its kind: "aside", "lead", "tail", "first" or "second"."""

    start: int
    end: int
    kind: str


def parts(sentence: str) -> list[Part]:
    """Return what can go from `sentence`, the shortest first; what is left is a sentence still."""
    found = [Part(m.start(), m.end(), "aside") for m in re.finditer(r"\s*\([^()]*\)|\s*\[[^\[\]]{3,}\]", sentence)]
    found += [Part(m.start(), m.end(), "aside") for m in re.finditer(r"\s[–—-]\s[^–—]+?\s[–—-](?=\s)", sentence)]
    body = len(sentence.rstrip(" .!?…"))
    found += [
        Part(m.start(), m.end(), "aside")
        for m in re.finditer(
            r",\s(?:which|who|where|whose|although|though|as|if|when|especially|including|such as|like|for example|however)\b[^,;.]*,(?=\s)",
            sentence,
        )
    ]
    lead = _LEAD.match(sentence)
    if lead and len(sentence[lead.end() :].split()) >= 3:
        found.append(Part(0, lead.end(), "lead"))
    for m in _COORDINATE.finditer(sentence):
        if len(sentence[: m.start()].split()) >= 2 and len(sentence[m.end() :].split()) >= 2:
            found.append(Part(m.start(), body, "second"))
            if re.match(rf"(?!that\b)(?:also |then |still )?{_SUBJECT}\s", sentence[m.end() :]) or ";" in m.group():
                found.append(Part(0, m.end(), "first"))
    for m in re.finditer(rf",\s+(?:{_SUBORDINATE})\b|\s+(?:{_BARE_SUBORDINATE})\b", sentence):
        if m.start() >= 8 and len(sentence[: m.start()].split()) >= 2:
            follows = next(
                (c.start() for c in _COORDINATE.finditer(sentence, m.end()) if sentence[c.start()] in ",;"), body
            )
            if lead is None or m.start() > lead.end():
                found.append(Part(m.start(), follows, "tail"))
    return sorted(dict.fromkeys(found), key=lambda part: part.end - part.start)


def cut(sentence: str, start: int, end: int) -> str:
    """Return `sentence` without the stretch from `start` to `end`, its marks, spaces and capital put right."""
    before, after = sentence[:start].rstrip(), sentence[end:].lstrip()
    if not before:
        return smooth(after[:1].upper() + after[1:] if not sentence[:1].islower() else after)
    if not after or after[0] in ".!?;":
        before = _DANGLING.sub("", before)
    if before.endswith((",", ";", ":", " –", " —", " -")) and (not after or after[0] in ".!?,;:"):
        before = before.rstrip(" ,;:–—-")
    joined = before + ("" if not after or after[0] in ".,;:!?)…" else " ") + after
    return smooth(joined)


def smooth(text: str) -> str:
    """Return `text` without doubled spaces and marks, with "a" and "an" where they belong."""
    text = re.sub(r"\(\s*\)|\[\s+\]", "", text)
    text = re.sub(r"[ \t]{2,}", " ", text)
    text = re.sub(r"\s+([,.;:!?)])", r"\1", text)
    text = re.sub(r",\s*(?=[,.;!?])", "", text)
    text = re.sub(r"([;:–—-])\s*(?=\.)", "", text) if re.search(r"\s[;:–—-]\s*\.", text) else text
    text = re.sub(r"^[\s,;–—]+", "", text)
    text = re.sub(
        r"\b([Aa])n?(?= (\w))",
        lambda m: m[0] if m[0] not in ("a", "an", "A", "An") else m[1] + ("n" if m[2].lower() in "aeio" else ""),
        text,
    )
    return text.strip()


def without_span(sentence: str, start: int, end: int, least: int = 3) -> str | None:
    """Return `sentence` without the smallest part that holds the stretch and can go, or None."""
    for part in parts(sentence):
        if part.start <= start and end <= part.end + 1:
            rest = cut(sentence, part.start, part.end)
            if len(rest.split()) >= least and re.search(r"[^\W\d_]{2,}", rest):
                return rest
    return None


def without_fact(sentence: str, fact: Fact) -> str | None:  # noqa: C901, PLR0911 - each branch is a place in a sentence where a fact can stand
    """Return `sentence` without one figure, date, time or name, by the lightest cut that leaves it whole; None if none does."""
    start, end = fact.start, fact.end
    words = len(sentence.split())
    inside = next((m for m in re.finditer(r"\s*\([^()]*\)", sentence) if m.start() <= start and end <= m.end()), None)
    if inside is not None:
        return cut(sentence, inside.start(), inside.end())
    rate = re.match(_RATE, sentence[end:])
    if rate and fact.kind in ("money", "percent", "number", "multiple"):
        end += rate.end()
    listed = _list_element(sentence, start, end)
    if listed is not None:
        return listed if re.search(r"\w", listed) else None
    share = re.match(r"\s+of\s+(?=(?:the|her|his|their|its|what|all|my|our|those|these|every)\b)", sentence[end:])
    if share and fact.kind in ("percent", "multiple", "number"):
        head = re.sub(rf"(?i)\b{_HEDGE}$", "", sentence[:start])
        return smooth(
            f"{head}{'Part' if not head.strip() else 'part' if fact.kind != 'number' else 'some'}{sentence[end:]}"
        )
    if fact.kind == "multiple":
        return _without_multiple(sentence, start, end)
    if re.match(r"[’']s\s", sentence[end:]):
        return smooth(sentence[:start] + ("The" if start == 0 else "the") + sentence[end + 2 :])
    phrase = re.search(rf"(?i)(?:,?\s+|^)(?:{_PREPOSITION})\s+{_HEDGE}$", sentence[:start])
    joined = re.match(r"\s*(?:and|or|to|until|-|–)\s*(?=[€£$]?\d)", sentence[end:])
    second = next((other for other in values(sentence) if joined and other.start == end + joined.end()), None)
    if joined and second is not None:
        end = second.end
    tail = _phrase_end(sentence, end)
    if phrase and tail is not None:
        rest = cut(sentence, phrase.start(), tail)
        if len(rest.split()) >= 2:
            return rest
    attribute = re.match(
        r"[- ](?=[a-zà-ÿ])(?!(?:and|or|but|is|was|to|a|an|the|in|on|at|by|for|from|with|per|of|than|as|when|if|because|so|until)\b)",
        sentence[end:],
    )
    if attribute and fact.kind != "name":
        head = re.sub(
            r"(?i)\b(?:about|around|roughly|nearly|almost|over|more than|less than|only|at least|up to)\s+$",
            "",
            sentence[:start],
        )
        unit = re.match(r"[- ](?:hours?|days?|weeks?|months?|years?|minutes?|times)\b", sentence[end:])
        some = (
            "several "
            if unit
            and fact.kind == "number"
            and not re.search(r"(?i)\b(?:the|her|his|their|a|an|these|those|first|last|next)\s+$", head)
            else ""
        )
        rest = smooth(head + some + sentence[end + 1 :])
        return rest[:1].upper() + rest[1:] if sentence[:1].isupper() else rest
    smaller = without_span(sentence, start, end)
    if smaller is not None and len(smaller.split()) < words:
        return smaller
    adverb = fact.day_kind or fact.kind == "time"
    if (
        adverb
        and tail == fact.end
        and len(sentence[:start].split()) >= 2
        and not re.search(r"(?i)\b(?:is|was|be|are|and|or|the)\s+$", sentence[:start])
    ):
        return cut(sentence, start, end)
    return None


def _phrase_end(sentence: str, end: int) -> int | None:
    """Return where the phrase of a value ends: at the value, or after the noun that it counts; None where a verb follows."""
    after = sentence[end:]
    if re.match(
        r"(?:\s*$|[.,;:!?)]|\s+(?:herself|himself|themselves|itself|personally|alone|last|next|this|every|each|and|or|but|so|because|when|if|while|although|that|which|to|who|as|than|without|instead|then|rather|[–—-])\b|\s+[–—]|\s+(?:"
        + _PREPOSITION
        + r")\b)",
        after,
    ):
        return end
    noun = re.match(
        r"(?:(?![- ](?:last|next|this|every|each|a|an|the|is|was|are|were|has|had|will|would|can|could|should|may|might|does|did|feels?|seems?)\b)[- ][a-zà-ÿ'’-]+){1,3}?(?=\s*$|[.,;:!?)]|\s+(?:and|or|but|because|when|if|while|although|that|which|who|"
        + _PREPOSITION
        + r")\b)",
        after,
    )
    return end + noun.end() if noun else end if re.match(r"\s+[a-z]", after) and len(after.split()) > 1 else None


def _list_element(sentence: str, start: int, end: int) -> str | None:
    """Take out a value that stands between commas, alone or with its preposition: "6 May, 10:00, by video"."""
    opened = max(sentence.rfind(",", 0, start), sentence.rfind(";", 0, start), sentence.rfind(":", 0, start))
    before = sentence[opened + 1 : start].strip()
    closed = re.match(r"\s*(?:[,;.]|$)", sentence[end:])
    if closed is None or not re.fullmatch(
        rf"(?i)(?:(?:{_PREPOSITION})\s+)?{_HEDGE.replace('(?:', '(?:', 1)}", before + " " if before else ""
    ):
        return None
    if opened >= 0:
        return cut(sentence, opened + (1 if sentence[opened] == ":" else 0), end)
    mark = closed.group().strip()
    return cut(sentence, 0, end + len(closed.group()) if mark != "." else end) if mark in (",", ";") else None


def _without_multiple(sentence: str, start: int, end: int) -> str:
    if sentence[start:end].lower().endswith(" of"):  # "a third of it comes from the bank"
        return smooth(f"{sentence[:start]}{'part' if start else 'Part'} of{sentence[end:]}")
    word = sentence[start:end].lower()
    after = re.match(r"\s+as\s+(\w+)(?:\s+as\b)?", sentence[end:])
    if after and word in ("twice", "thrice", "half"):
        adjective = after[1].lower()
        fixed = {"much": "more", "many": "more", "good": "better", "bad": "worse", "far": "further", "big": "bigger"}
        short = len(adjective) <= 6 and not adjective.endswith(("ful", "ous"))
        comparative = fixed.get(adjective) or (
            (adjective + "r" if adjective.endswith("e") else adjective[:-1] + "ier" if adjective.endswith("y") else adjective + "er") if short else "more " + adjective)  # fmt: skip
        if word == "half":
            comparative = "less" if adjective in ("much", "many") else "less " + adjective
        than = " than" if after.group().endswith(" as") and len(after.group().split()) > 2 else ""
        return smooth(sentence[:start] + comparative + than + sentence[end + after.end() :])
    grown = {
        "doubled": "grown",
        "tripled": "grown",
        "double": "more than",
        "triple": "more than",
        "doubles": "grows",
        "twice": "more than once",
        "thrice": "more than once",
    }
    if word in ("doubled", "tripled") and not re.search(r"(?i)\b(?:has|have|had|is|was|been|be)\s+$", sentence[:start]):
        return smooth(sentence[:start] + "grew" + sentence[end:])
    put = grown.get(word)
    if put is None:
        return smooth(
            sentence[:start]
            + ("part of" if re.match(r"\s+(?:the|her|his|their|a)\b", sentence[end:]) else "part")
            + sentence[end:]
        )
    return smooth(sentence[:start] + put + sentence[end:])
