"""This file puts words in place of others wherever they stand: a name with its parts, a term with its plural."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re
from collections.abc import Callable

from coachdesk.assistant.document import Document
from coachdesk.assistant.edits import Edit, Plan, SetHeading, SetText
from coachdesk.assistant.facts import values
from coachdesk.assistant.people import TITLES, distinct_names


def literal(document: Document, phrase: str) -> str | None:
    """Return `phrase` as the summary spells it, exactly or else whatever the capitals, or None."""
    for flags in (0, re.IGNORECASE):
        found = _word_pattern(phrase, flags).search(document.text)
        if found:
            return found.group()
    shorter = re.sub(r"(?i)^(?:the|a|an)\s+", "", phrase)
    return literal(document, shorter) if shorter != phrase and shorter else None


def _word_pattern(phrase: str, flags: int = 0) -> re.Pattern[str]:
    inner = r"\s+".join(re.escape(word) for word in phrase.split())
    before = r"(?<!\w)" if phrase[:1].isalnum() else ""
    after = r"(?!\w)" if phrase[-1:].isalnum() else ""
    return re.compile(before + inner + after, flags)


def substitute_name(document: Document, old: str, new: str, sections: list[int] | None = None) -> Plan:
    """Return the plan that calls whoever is `old` by `new` everywhere, parts of a full name included."""
    quoted = re.fullmatch(r"[\"“‘'](.+)[\"”’']", new)
    new = quoted[1] if quoted else new
    if old.rstrip(".") in TITLES:
        return Plan("I found no such name in the summary, so I left it as it was.", done=False)
    old = _whole(document, re.sub(r"['’]s?$", "", old) if literal(document, old) is None else old, new)
    pairs = [(old, new)]
    if len(old.split()) == len(new.split()) > 1 and new[:1].isupper():
        titled = new.split()[0].rstrip(".") in TITLES
        pairs += [
            (a, new if titled else b)
            for a, b in zip(old.split(), new.split(), strict=True)
            if a != b and a.rstrip(".") not in TITLES
        ]
    elif new and new[0].isupper() and len(old.split()) > 1 and len(new.split()) == 1:
        pairs += [(part, new) for part in old.split()[:1] if part.rstrip(".") not in TITLES]
    edits: tuple[Edit, ...] = ()
    count = 0
    for one, other in pairs:
        edits, more = _name_edits(document, one, other, sections, edits)
        count += more
    wholes = [whole for whole in distinct_names(document.text) if old != whole and old in whole.split()]
    told = "".join(
        f" {whole} is now {' '.join(new if part == old else part for part in whole.split())}."
        for whole in wholes
        if new[:1].isupper()
    )
    return Plan(
        f"I renamed {old} to {new} ({times(count)}).{told}", edits, asked=(old, *wholes), made=(new,), done=bool(count)
    )


def _whole(document: Document, old: str, new: str) -> str:
    """Return "Ann Moor" for "Ann" where "Ann Moore" is to stand instead: part of a name is not made the whole twice."""
    words = new.split()
    if len(words) < 2 or not new[:1].isupper():
        return old
    wholes = [
        name
        for name in distinct_names(document.text)
        if old in name.split() and len(name.split()) == len(words) and set(name.split()) & set(words)
    ]
    return wholes[0] if len(wholes) == 1 else old


def _name_edits(
    document: Document, old: str, new: str, sections: list[int] | None, before: tuple[Edit, ...]
) -> tuple[tuple[Edit, ...], int]:
    texts = {(edit.section, edit.block): edit.text for edit in before if isinstance(edit, SetText)}
    headings = {edit.section: edit.name for edit in before if isinstance(edit, SetHeading)}
    pattern = re.compile(
        rf"(?<![\w@/.-])(?:{re.escape(old)}|{re.escape(old.upper())})(?P<own>[’']s(?!\w)|[’'](?=\s|"
        r"[.,;])(?<=s[’']))?(?![\w@])"
    )
    longer = new[len(old) :] if new.startswith(old + " ") else ""
    count = 0

    def put(match: re.Match[str]) -> str:
        nonlocal count
        if any(fact.start <= match.start() < fact.end for fact in values(match.string) if _dated(fact.text)):
            return match.group()
        if longer and match.string[match.end() :].startswith(longer):
            return match.group()
        count += 1
        own = match["own"] or ""
        word = new.upper() if match.group().isupper() and len(old) > 1 and new[:1].isupper() else new
        if own:
            own = "'s" if "’" not in own else "’s"
        return _fit(match.string, match.start(), word) + own

    for number, section in enumerate(document.sections):
        if sections is not None and number not in sections:
            continue
        if section.heading:
            name = headings.get(number, section.name)
            changed = pattern.sub(put, name)
            if changed != name:
                headings[number] = changed
        for index, block in enumerate(section.blocks):
            text = texts.get((number, index), block.text)
            if old.lower() not in text.lower():
                continue
            changed = _without_doubled_apposition(pattern.sub(put, text), new)
            if changed != text:
                texts[number, index] = changed
    edits: list[Edit] = [SetHeading(section, name) for section, name in headings.items()]
    edits += [SetText(section, block, text) for (section, block), text in texts.items()]
    return tuple(edits), count


def _dated(text: str) -> bool:
    """Tell whether a value is a day with its number, in which "May" is a month whoever else bears that name."""
    return bool(re.search(r"\d", text)) and bool(re.search(r"[^\W\d_]{3}", text))


def _fit(text: str, start: int, word: str) -> str:
    """Return `word` with a capital where a sentence begins."""
    before = text[:start].rstrip()
    opens = (
        not before
        or (before[-1] in ".!?:" and not re.search(r"\b(?:Dr|Mr|Mrs|Ms|Prof|e\.g|i\.e|vs|[A-Z])\.$", before))
        or (before.endswith(("**", "__")) and len(before) <= 2)
    )
    if before.endswith(":") and not re.search(r"[.!?]\s*\S+(?:\s+\S+){0,2}:$|^[\w* ]{0,30}:$", before):
        opens = False
    return word[:1].upper() + word[1:] if opens else word


def _without_doubled_apposition(text: str, new: str) -> str:
    """Turn "the client, the client, will notice" into "the client will notice"."""
    new_pattern = re.escape(new)
    text = re.sub(rf"(?i)\b({new_pattern}),\s+{new_pattern}\b,?", r"\1", text)
    text = re.sub(rf"(?i)\b({new_pattern})\s+\({new_pattern}\)", r"\1", text)
    text = re.sub(rf"(?i)\b({new_pattern})\s+{new_pattern}\b", r"\1", text)
    noun = re.match(r"(?i)(?:the|her|his|their) ([a-z -]+)$", new)
    if noun:
        text = re.sub(
            rf"(?i)\b((?:the|her|his|their|our|my|an?) (?:\w+ )?{re.escape(noun[1])}), "
            rf"(?:the|her|his|their) {re.escape(noun[1])}\b,?(?=[ .;])",
            r"\1",
            text,
        )
        text = re.sub(
            rf"(?i)\b((?:the|her|his|their|our|my|an?) (?:\w+ )?{re.escape(noun[1])} (?:for|of|at|in|from|on|with) (?:(?:the|her|his|their|an?) )?[\w'’-]+), "
            rf"{new_pattern}\b,?(?=[ .;])",
            r"\1",
            text,
        )
    if re.match(r"(?i)(?:the|her|his|their|a|an|my|our)\s", new):
        text = re.sub(rf"(?i)\b(?:the|her|his|their|our|my)\s+(?=(?:{new_pattern})\b)", "", text)
    return text


def substitute(
    document: Document,
    old: str,
    new: str,
    sections: list[int] | None = None,
    only: Callable[[tuple[int, int]], bool] | None = None,
) -> tuple[tuple[Edit, ...], int]:
    """Return the edits that put `new` for the words `old`, with plurals, capitals and a or an, and their number."""
    plain_word = bool(re.fullmatch(r"[a-z][a-z '-]*", old)) and bool(re.fullmatch(r"[a-zA-Z][a-zA-Z '-]*", new))
    plural = r"(?P<plural>s)?" if plain_word and not old.endswith("s") else r"(?P<plural>)"
    inner = r"\s+".join(re.escape(word) for word in old.split())
    before = r"(?<!\w)" if old[:1].isalnum() else ""
    after = r"(?!\w)" if old[-1:].isalnum() else ""
    article = r"(?P<article>\b[Aa]n?\s+)?" if plain_word else r"(?P<article>)"
    pattern = re.compile(f"{article}{before}{inner}{plural}{after}", re.IGNORECASE)
    count = 0

    def put(match: re.Match[str]) -> str:
        nonlocal count
        count += 1
        body = match.group()[len(match["article"] or "") :]
        word = _plural(new) if match["plural"] else new
        if body[:1].isupper() and not old[:1].isupper():
            word = word[:1].upper() + word[1:]
        elif not match["article"]:
            word = _fit(match.string, match.start(), word) if match.start() == 0 and body[:1].isupper() else word
        article_word = match["article"] or ""
        if article_word:
            vowel = word[:1].lower() in "aeiou"
            article_word = ("An " if vowel else "A ") if article_word[0] == "A" else ("an " if vowel else "a ")
        return article_word + word

    edits: list[Edit] = []
    for number, section in enumerate(document.sections):
        if sections is not None and number not in sections:
            continue
        for index, block in enumerate(section.blocks):
            if only is not None and not only((number, index)):
                continue
            changed = pattern.sub(put, block.text)
            if changed != block.text:
                edits.append(SetText(number, index, changed))
    return tuple(edits), count


def _plural(word: str) -> str:
    if word.endswith("s"):
        return word + "es" if word.endswith("ss") else word
    if re.search(r"(?:x|ch|sh)$", word):
        return word + "es"
    return word[:-1] + "ies" if re.search(r"[^aeiou]y$", word) else word + "s"


def times(count: int) -> str:
    """Return "once", "twice" or "3 times"."""
    return "once" if count == 1 else "twice" if count == 2 else f"{count} times"
