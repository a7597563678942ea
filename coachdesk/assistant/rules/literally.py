"""This file removes words as they stand: quoted words, a phrase, a sentence by its number, somebody's quotation."""

from __future__ import annotations

import re

from coachdesk.assistant.clauses import cut
from coachdesk.assistant.document import Document
from coachdesk.assistant.edits import Plan
from coachdesk.assistant.lexicon import ORDINALS
from coachdesk.assistant.request import Request
from coachdesk.assistant.rules.gaps import removal, shown, text_edits
from coachdesk.assistant.rules.substituting import literal
from coachdesk.assistant.statements import statements
from coachdesk.assistant.targets import find_section

Place = tuple[int, int]


def quotation(request: Request, phrase: str) -> Plan | None:
    """Remove the items that hold somebody's words in quotation marks, for "the quote"."""
    if not re.fullmatch(
        r"(?i)(?:the |her |his |that |all |any )*(?:[\w-]+ )?(?:quotes?|quotations?|citations?)(?: in it| there)?",
        phrase,
    ):
        return None
    document = request.document
    places = [
        place
        for place in document.places()
        if re.search(r"[\"“„«](?:\S+ ){2,}\S+[\"”“»]", document.block(place).text)
        and document.block(place).kind == "item"
    ]
    return removal(request, places, f"I removed {shown(document, places)}.") if 0 < len(places) <= 2 else None


def said_literally(request: Request, what: str) -> Plan | None:
    """Remove words in quotation marks, "the word weekly", or a phrase that stands there and begins as phrases do."""
    quoted = re.fullmatch(
        r"(?i)(?:the )?(?:words?|phrase|expression|term|name|clause|part|bit|text)?\s*[\"“'‘](?P<words>.+)[\"”'’]",
        what.strip(),
    ) or re.fullmatch(r"(?i)(?:the )?(?:word|phrase|expression|term)s?\s+(?P<words>[^\"“'‘]+)", what.strip())
    if quoted:
        if find_section(request.document, quoted["words"]) is not None and _heading_only(
            request.document, quoted["words"]
        ):
            return None
        return _literally(request, quoted["words"])
    opens = re.match(
        r"(?i)(?:because|although|in|on|by|with|for|when|while|at|and|but|without|ahead of|which|who)\b", what
    )
    return _literally(request, what) if opens and len(what.split()) > 1 and literal(request.document, what) else None


def _heading_only(document: Document, words: str) -> bool:
    return all(words.lower() not in section.body.lower() for section in document.sections)


def sentence_by_order(request: Request, phrase: str) -> Plan | None:
    """Remove "the last sentence of the focus"."""
    document = request.document
    found = re.fullmatch(
        rf"(?i)(?:the )?(?P<which>{'|'.join(ORDINALS)}) sentence(?:\s+(?:of|in|under|from)\s+(?P<scope>.+))?", phrase
    )
    if found is None:
        return None
    scope = find_section(document, found["scope"] or "", request.focus)
    if found["scope"] and scope is None:
        return None
    there = statements(document, list(document.subtree(scope)) if scope is not None else None)
    at = ORDINALS[found["which"].lower()]
    if not -len(there) <= at < len(there):
        return None
    meant = there[at]
    text = document.block(meant.place).text
    rest = f"{text[: meant.start].rstrip()} {text[meant.end :].lstrip()}".strip()
    return Plan(f"I removed “{meant.text}”.", text_edits(document, {meant.place: rest}), asked=(meant.text,))


def _literally(request: Request, phrase: str) -> Plan | None:
    """Remove a phrase as it stands, wherever it stands."""
    document = request.document
    pattern = re.compile(
        r"(?<!\w)" + r"\s+".join(re.escape(word) for word in phrase.strip(" .").split()) + r"(?!\w)", re.IGNORECASE
    )
    texts: dict[Place, str] = {}
    for place in document.places():
        text = document.block(place).text
        while found := pattern.search(text):
            text = (
                cut(text, found.start(), found.end())
                if text[found.end() :].strip(" .!?") or text[: found.start()].strip()
                else ""
            )
        if text != document.block(place).text:
            texts[place] = text
    if not texts:
        return None
    return Plan(f"I removed “{phrase}”.", text_edits(document, texts), asked=(phrase,))
