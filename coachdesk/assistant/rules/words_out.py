"""This file takes figures, dates, names and topics out of sentences by the lightest cut that leaves them whole."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re
from collections.abc import Callable

from coachdesk.assistant.clauses import cut, smooth, without_fact, without_span
from coachdesk.assistant.document import Document
from coachdesk.assistant.edits import Plan
from coachdesk.assistant.facts import DAY_KINDS, Fact, facts, names, values
from coachdesk.assistant.lexicon import content_stems, related
from coachdesk.assistant.people import name_of_role, roles
from coachdesk.assistant.request import Request, unquoted
from coachdesk.assistant.rules.gaps import text_edits
from coachdesk.assistant.statements import Statement, best_statements, statements
from coachdesk.assistant.targets import split_scope

Place = tuple[int, int]
_KINDS: tuple[tuple[str, frozenset[str]], ...] = (
    (
        (
            "(?:figures?|numbers?|amounts?|values?) (?:about|of|on|for|regarding|concerning|"
            "related to) (?:the )?(?:money|salary|salaries|costs?|pay|finances?)|(?:money|monetary|financial|"
            "salary|cash) (?:figures?|amounts?|numbers?|values?|sums?|details?)|(?:amounts?|sums?|prices?|"
            "figures?) of money|amounts?(?: of money)?|prices|sums|"
            "(?:money|financial|finance|monetary) (?:stuff|things?|matters|bits?|parts?|information|facts|talk)|finances|money"
        ),
        frozenset(("money", "percent", "multiple")),
    ),
    (
        (
            "percentages?(?: figures?| numbers?| signs?| points?)?|per ?cents?|% ?(?:figures|values|signs)?|"
            "percent(?:age)? (?:figures|values|numbers)"
        ),
        frozenset(("percent",)),
    ),
    (
        ("(?:figures?|numbers?|numerical values|statistics|stats|numeric(?:al)? (?:data|figures|details)|quantities)"),
        frozenset(("money", "percent", "multiple", "number")),
    ),
    (r"(?:dates?|deadlines?|due dates?|calendar dates|days|dates? (?:and|or) (?:days|deadlines?))", DAY_KINDS),
    (r"(?:(?:any )?(?:clock )?times?(?: of (?:the )?day)?|hours)", frozenset(("time",))),
    (r"(?:dates? and times?|times? and dates?)", DAY_KINDS | {"time"}),
    (r"(?:years?)", frozenset(("year",))),
    (r"(?:weekdays?|days of the week)", frozenset(("weekday",))),
    (
        r"(?:figures?,? (?:and|or) dates?|dates?,? (?:and|or) (?:figures?|numbers?)|numbers? and dates?)",
        DAY_KINDS | {"money", "percent", "multiple", "number"},
    ),
)
_IN_CURRENCY = re.compile(
    r"(?i)(?:(?:amounts?|sums?|figures?|prices?|numbers?|values?)(?: of money)? in (?P<a>\w+|[€£$])|"
    r"(?P<b>\w+|[€£$])[ -]?"
    "(?:amounts?|sums?|figures?|prices?|values?|signs?)|(?P<c>euros?|pounds?|dollars?|francs?|kroner|"
    "kronor|yen|rupees?))"
)
_CURRENCIES: tuple[tuple[str, str], ...] = (
    (r"€|eur(?:os?)?", r"€|\beur(?:os?)?\b"),
    (r"£|gbp|pounds?|sterling", r"£|\bgbp\b|\bpounds?\b"),
    (r"\$|usd|dollars?", r"\$|\busd\b|\bdollars?\b"),
    (r"chf|francs?", r"\bchf\b|\bfrancs?\b"),
    (r"nok|sek|dkk|kron(?:er|or)", r"\b(?:nok|sek|dkk)\b|\bkron(?:er|or)\b"),
    (r"yen|rupees?|¥", r"\byen\b|\brupees?\b|¥"),
)
_MONEY_STEMS = frozenset(
    content_stems(
        "salary rent price cost pay budget revenue fee income margin savings raise loan wage bonus "
        "turnover profit debt mortgage money earnings expenses fees funding investment sales tax shares"
    )
)


def without_figures(request: Request, phrase: str) -> Plan | None:
    """Remove every value of the kind that a phrase names: "all money figures", "the dates in the insights"."""
    text, scope = split_scope(request, phrase)
    text = re.sub(
        "(?i)^(?:(?:all|any|every|each|the|of|those|these|her|his|their|specific|exact|concrete|"
        r"mentions? of|references? to)\s+)+",
        "",
        text,
    )
    text = re.sub(r"(?i)\s+(?:mentioned|given|there|in it)$", "", text)
    currency = _currency(text.strip())
    if currency:
        return _taken_out(
            request,
            lambda _statement, fact: fact.kind == "money" and bool(re.search(currency, fact.text, re.IGNORECASE)),
            [number for index in scope for number in request.document.subtree(index)] or None,
            f"I took out the {text.strip()}",
        )
    kinds = next((kinds for pattern, kinds in _KINDS if re.fullmatch(f"(?i){pattern}", text.strip())), None)
    if kinds is None or any(section.name.lower() == text.lower() for section in request.document.sections):
        return None
    money = "money" in kinds and "number" not in kinds

    def wanted(statement: Statement, fact: Fact) -> bool:
        if fact.kind not in kinds:
            return False
        return fact.kind == "money" or not money or any(stem in _MONEY_STEMS for stem in content_stems(statement.text))

    sections = [number for index in scope for number in request.document.subtree(index)] or None
    return _taken_out(request, wanted, sections, f"I took out the {text.strip()}")


_OF = re.compile(
    r"(?i)^(?:the |her |his |their )?(?:exact |precise |specific )?(?P<kind>amount|figure|number|sum|size|price|cost|date|deadline|percentage|share|value|time|age)s?(?: of money)? (?:of|for|about|on|in|that) (?P<what>.+)$|"
    r"^how (?:much|many|long|big|large|high|old) (?P<what2>.+)$"
)


def figure_of(request: Request, phrase: str) -> Plan | None:
    """Remove the value that belongs to a thing: "the amount of the debt"."""
    found = _OF.match(phrase)
    if found is None or re.fullmatch(
        r"(?i)(?:the )?(?:insights?|commitments?|money|people|summary|text|section)", found["what"] or ""
    ):
        return None
    kind = (found["kind"] or "amount").lower()
    kinds = (
        DAY_KINDS | {"time"}
        if kind in ("date", "deadline", "time")
        else frozenset(("money", "percent", "multiple", "number"))
    )
    about = found["what"] or found["what2"]
    ranked = best_statements(request.document, about)
    top = [statement for score, statement in ranked if score >= max(0.5, ranked[0][0] - 0.01)]
    holding = {(one.place, one.start) for one in top if any(fact.kind in kinds for fact in values(one.text))}
    if not holding:
        return None
    return _taken_out(
        request,
        lambda statement, fact: (statement.place, statement.start) in holding and fact.kind in kinds,
        None,
        f"I took out {phrase}",
    )


def _currency(text: str) -> str:
    """Return the pattern of the currency that "amounts in pounds" or "dollar figures" names, or ""."""
    found = _IN_CURRENCY.fullmatch(text)
    said = (found["a"] or found["b"] or found["c"]) if found else ""
    return (
        next((pattern for name, pattern in _CURRENCIES if re.fullmatch(name, said, re.IGNORECASE)), "") if said else ""
    )


def _taken_out(
    request: Request, wanted: Callable[[Statement, Fact], bool], sections: list[int] | None, said: str
) -> Plan:
    document = request.document
    texts: dict[Place, str] = {}
    gone: list[str] = []
    for statement in reversed(statements(document, sections)):
        sentence: str | None = statement.text
        while sentence:
            hit = next((fact for fact in values(sentence) if wanted(statement, fact)), None)
            if hit is None:
                break
            shorter = _without_amount(sentence, hit) or without_fact(sentence, hit)
            if shorter is None and hit.kind == "money" and len(facts(sentence)) > 1:
                shorter = f"{sentence[: hit.start]}a certain amount{sentence[hit.end :]}"
            kept = {fact.text for fact in values(shorter or "")}
            gone += [
                fact.text
                for fact in values(sentence)
                if fact == hit or (wanted(statement, fact) and fact.text not in kept)
            ]
            sentence = (
                shorter if shorter is not None and len(shorter) < len(sentence) + 12 and shorter != sentence else None
            )
        if sentence == statement.text:
            continue
        text = texts.get(statement.place, document.block(statement.place).text)
        before, after = text[: statement.start], text[statement.end :]
        new = (
            before + (sentence or "") + after
            if sentence
            else before.rstrip() + (" " if before.strip() and after.strip() else "") + after.lstrip()
        )
        texts[statement.place] = new.strip() if not sentence else new
    if not gone:
        return Plan("There is nothing of that kind in the summary, so I left it as it was.", done=False)
    listed = ", ".join(dict.fromkeys(f"“{text}”" for text in reversed(gone)))
    edits = text_edits(document, texts)
    return Plan(f"{said}: {listed}.", edits, asked=tuple(gone))


_MONEY_VERB = (
    "(?:rais|los|pay|earn|cost|sav|spend|invest|lend|borrow|ow|mak|bring|need|get|giv|charg|donat|"
    "collect|win|inherit|offer|sav)"
    r"(?:e|es|ed|s|ing)?|lost|paid|spent|lent|made|brought|got|gave|won"
)


def _without_amount(sentence: str, fact: Fact) -> str | None:
    """Return "lost money last year" for "lost £14,200 last year", where the verb needs its object; None elsewhere."""
    if fact.kind != "money":
        return None
    head = re.sub(r"(?i)\b(?:about|around|roughly|nearly|almost|only|another|some)\s+$", "", sentence[: fact.start])
    if re.search(rf"(?i)\b(?:{_MONEY_VERB})\s+(?:(?:her|him|them|it|us)\s+)?$", head):
        return f"{head}money{sentence[fact.end :]}"
    if re.search(
        r"(?i)\b(?:anything|something|everything|nothing|more|less)\s+(?:above|over|below|under|than|up to)\s+$", head
    ):
        return f"{head}a certain amount{sentence[fact.end :]}"
    return None


def without_topic(request: Request, found: list[Statement], topic: str, cut_clauses: bool) -> Plan:
    document = request.document
    wanted = content_stems(topic)
    texts: dict[Place, str] = {}
    told = []
    for statement in sorted(found, key=lambda one: (one.place, -one.start)):
        text = texts.get(statement.place, document.block(statement.place).text)
        rest = _without_stems(statement.text, wanted) if cut_clauses else None
        before, after = text[: statement.start], text[statement.end :]
        told.append(statement.text)
        if rest is not None:
            texts[statement.place] = before + rest + after
        else:
            texts[statement.place] = smooth(f"{before.rstrip()} {after.lstrip()}")
    shown = " and ".join(f"“{text}”" for text in told[:3])
    kept = any(re.search(r"\w", text) for text in texts.values())
    return Plan(
        f"I took that out of {shown}." if cut_clauses and kept else f"I removed {shown}.",
        text_edits(document, texts),
        asked=tuple(told),
    )


def _without_stems(sentence: str, wanted: list[str]) -> str | None:
    """Return the sentence without the one part that holds every word meant, if the rest says something else."""
    spans = [
        m.span()
        for m in re.finditer(r"[^\W_]+(?:['’-][^\W_]+)*", sentence)
        if any(related(stem, own) >= 0.6 for stem in wanted for own in content_stems(m.group()))
    ]
    if not spans:
        return None
    rest = without_span(sentence, spans[0][0], spans[-1][1], least=4) or _without_phrase(
        sentence, spans[0][0], spans[-1][1]
    )
    if rest is None or any(related(stem, own) >= 0.6 for stem in wanted for own in content_stems(rest)):
        return None
    return rest


def _without_phrase(sentence: str, start: int, end: int) -> str | None:
    """Return the sentence without the last phrase that a preposition opens, if that holds the words."""
    opens = [
        found
        for found in re.finditer(
            r",?\s+(?:about|on|over|regarding|concerning|because of|due to|with|without|"
            r"including|despite|for)\s",
            sentence[: start + 1],
        )
        if found.end() <= start
    ]
    closed = re.search(r"[,;.!?]|$", sentence[end:])
    if not opens or closed is None or re.search(r"[,;]", sentence[opens[-1].end() : start]):
        return None
    stop = end + closed.start()
    relative = re.match(r",\s(?:who|which|whose|whom|where)\b[^,.;]*,?", sentence[stop:])
    stop += relative.end() if relative else 0  # "his father, who ran a shop": what is said of him goes with him
    rest = cut(sentence, opens[-1].start(), stop)
    return rest if len(rest.split()) >= 4 else None


def person_named(document: Document, topic: str) -> str | None:
    """Return the name that a topic is, given as itself, as "Tom's name" or as "the manager's name"."""
    said = unquoted(topic)
    topic = unquoted(re.sub(r"(?i)(?:'s|s')? names?$|^(?:the )?names? (?:of )?", "", topic.strip())).strip()
    known = {fact.text for fact in names(document.text)}
    for name in known:
        if topic.lower() == name.lower() or topic.lower() in name.lower().split():
            return name if topic.lower() == name.lower() else topic[:1].upper() + topic[1:]
    if said != topic and re.match(r"(?i)(?:the|her|his|their|my) ", topic) and len(topic.split()) <= 4:
        role = name_of_role(document, topic)
        return role.name if role is not None else None
    return None


def without_name(request: Request, name: str) -> Plan:
    """Take a name out of each sentence: the apposition, the clause or the phrase around it, else the sentence."""
    document = request.document
    introduced = next((role.phrase for role in roles(document.text) if role.name == name), "")
    texts: dict[Place, str] = {}
    only_name = bool(re.search(r"(?i)\bnames?\b", request.clause))
    for statement in reversed(statements(document)):
        sentence: str | None = statement.text
        while sentence and (found := re.search(rf"(?<!\w){re.escape(name)}(?!\w)", sentence)):
            shorter = _nameless(sentence, found, introduced, only_name)
            sentence = shorter if shorter != sentence else None
        if sentence == statement.text:
            continue
        text = texts.get(statement.place, document.block(statement.place).text)
        before, after = text[: statement.start], text[statement.end :]
        texts[statement.place] = (
            before + sentence + after if sentence else smooth(f"{before.rstrip()} {after.lstrip()}")
        )
    return Plan(f"I took {name} out of the summary.", text_edits(document, texts), asked=(name,), made=(introduced,))


def _nameless(sentence: str, found: re.Match[str], introduced: str, only_name: bool) -> str | None:
    start, end = found.span()
    beside = re.match(r",", sentence[end:]) or re.match(r"\s*(?:[.;]|$)", sentence[end:])
    role = re.search(r"(?i)\b(?:her|his|their|the|my|our) [a-zà-ÿ -]+,?\s+$", sentence[:start])
    if beside and re.search(r",\s+$", sentence[:start]) and role:
        return cut(sentence, len(sentence[:start].rstrip(" ,")), end + (1 if sentence[end : end + 1] == "," else 0))
    if role and introduced and introduced.lower() in role.group().lower():
        return cut(sentence, start, end)
    if only_name and introduced:
        return smooth(
            sentence[:start] + (introduced if start else introduced[:1].upper() + introduced[1:]) + sentence[end:]
        )
    fact = Fact("name", found.group(), start, end)
    phrase = re.search(r"(?i)\s+(?:with|from|to|by|for|without|in|at|near|of)\s+$", sentence[:start])
    if phrase and len(sentence.split()) > 5:
        return without_fact(sentence, fact)
    return without_span(sentence, start, end, least=4)
