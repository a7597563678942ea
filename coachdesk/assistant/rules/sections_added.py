"""This file adds whole sections, and brings the words to be added into the style of where they go."""

from __future__ import annotations

import re

from coachdesk.assistant.document import Section
from coachdesk.assistant.edits import AddSection, Plan
from coachdesk.assistant.request import Request, unquoted
from coachdesk.assistant.targets import find_section

_SECTION = re.compile(
    "(?i)^(?:a |an |another |one more |the )?(?:new |extra |additional |short |further |empty |"
    r"final |separate )*(?:(?P<first>[\w '&/-]+?) )?(?:section|heading|chapter|part|"
    r"headline)\b\s*(?P<rest>.*)$",
    re.DOTALL,
)
_CALLED = re.compile(
    "(?i)^(?:called|named|titled|entitled|headed|with the (?:title|heading|name)|by the name of|on|"
    r"about|for|:)?\s*(?P<name>[\"“'‘][^\"”'’]+[\"”'’]|.+?)(?=$|\s*[,;]?\s+(?:with|saying|that says|"
    "which says|containing|and (?:put|write|add|note|list)|where|listing|before|after|at the|above|"
    r"below|under|between|in between|right|as the|to the end)\b|\s*:\s)(?P<rest>.*)$",
    re.DOTALL,
)
_BODY = re.compile(
    r"(?i)(?:with(?=:?\s):?|saying|that says|which says|containing|and (?:put|write|add|note|list)|"
    r"listing)\s+(?:(?:the|a|an|one|two|three|single|following|this|these|only|"
    r"just)\s+)*(?P<kind>bullet(?: ?point)?s?|points?|items?|sentences?|text|content|paragraph|line|"
    r"words?|lines|note)?\s*(?:in it|there)?\s*(?:saying(?: that)?|that says|:|-)?\s*(?P<text>.+)$|"
    r"^\s*:\s*(?P<plain>.+)$",
    re.DOTALL,
)


def cleaned(text: str, imperative: bool) -> str:
    """Return the words to add: without "that", an infinitive's "to", and quotation marks."""
    text = text.strip()
    text = unquoted(text) if re.match(r"[\"“'‘«]", text) else text.strip().rstrip(",;")
    text = re.sub(r"(?i)^(?:the fact |something like |this |a note |a reminder )?that\s+", "", text)
    text = re.sub(r"(?i)^(?:the fact|something like|a note|a mention of)\s*:?\s+", "", text)
    if imperative:
        text = re.sub(r"(?i)^(?:for (?:her|him|them) )?to\s+(?=[a-z])", "", text)
    text = re.sub(r"(?i),?\s+(?:too|as well|please)[.!]?$", "", text)
    return text.strip().lstrip("-*• ").strip()


def styled(section: Section, text: str) -> str:
    """Return `text` with the capital and the last mark that the section's statements have."""
    own = [section.blocks[index].text for index in section.prose]
    if not own or sum(words[:1].islower() for words in own) <= len(own) / 2:
        text = text[:1].upper() + text[1:]
    pointed = sum(words.rstrip("*_ ").endswith((".", "!", "?")) for words in own)
    bare = text.rstrip(" .")
    if text.endswith(("!", "?", "…", ":")):
        return text
    return bare + "." if not own or pointed * 2 >= len(own) else bare


def pieces_of(text: str, several: bool) -> list[str]:
    lines = [line.strip() for line in re.split(r"\n+", text) if line.strip()]
    if len(lines) > 1:
        return [re.sub(r"^(?:[-*•]|\d+[.)])\s*", "", line) for line in lines]
    numbered = re.split(r"\s*(?:^|[\s,;])(?:\(?\d\)|\d\.)\s+", text)
    if len(numbered) > 2:
        return [part.strip(" ,;") for part in numbered if part.strip(" ,;")]
    if not several:
        return [text]
    parts = [part for part in re.split(r"\s*;\s*(?:and\s+)?", text) if part]
    if len(parts) == 1:
        parts = re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+", text)
    return [part.strip(" .") for part in parts if part.strip(" .")]


def add_section(request: Request, rest: str) -> Plan | None:
    """Read "a section called Risks with …, before the commitments"; None where no section is meant."""
    found = _SECTION.match(rest)
    if not found:
        return None
    first, tail = found["first"] or "", found["rest"].strip()
    if first and (
        re.search(r"(?i)\b(?:to|in|under|into|for|that|:)\b", first)
        or find_section(request.document, first) is not None
    ):
        return None
    if first and not re.match(r"[\"“']", tail) and not re.match(r"(?i)(?:called|named|titled|entitled|headed)\b", tail):
        name = first
    else:
        called = _CALLED.match(tail)
        if not called:
            return None
        name, tail = called["name"], called["rest"]
    name = unquoted(name).strip(" .,:").strip("'\"")
    name = re.sub(r"(?i)^(?:the|a|an)\s+(?=\S)", "", name)
    if not name or len(name.split()) > 7:
        return None
    name = name[:1].upper() + name[1:]
    document = request.document
    before, tail = _section_place(request, tail)
    if (
        find_section(document, name) is not None
        and document.sections[find_section(document, name) or 0].name.lower() == name.lower()
    ):
        return Plan(f"There is a section “{name}” already, so I left the summary as it was.", done=False)
    body_found = _BODY.search(tail.strip(" ,;"))
    text = (body_found["text"] or body_found["plain"] or "") if body_found else ""
    several = bool(body_found and body_found["kind"] and re.search(r"(?i)(?:bullet|point|item)", body_found["kind"]))
    parts = [
        cleaned(part, False)
        for part in pieces_of(
            text.strip(), several and bool(re.search(r"(?i)s$", (body_found and body_found["kind"]) or ""))
        )
    ]
    parts = [styled(Section("", "", 0, ()), part) for part in parts if part]
    body = (
        "".join(f"- {part}\n" for part in parts)
        if several or len(parts) > 1
        else "".join(f"{part}\n" for part in parts)
    )
    note = "" if parts else " It is empty so far."
    return Plan(
        f"I added a section “{name}”.{note}", (AddSection(before, name, body),), made=(name, *parts), focus=name
    )


def _section_place(request: Request, tail: str) -> tuple[int, str]:
    """Return (index before which a new section goes, the rest of the words)."""
    document = request.document
    end = len(document.sections)
    beside = re.search(
        r"(?i)[,;]?\s*\b(?:right |directly |just )?(?P<side>before|after|above|below|"
        r"under)\s+(?P<what>(?:the\s+)?[\w '&-]+?)(?=$|[.,;:]|\s+(?:with|saying|and|that))",
        tail,
    )
    if beside:
        index = find_section(document, beside["what"])
        if index is not None:
            rest = tail[: beside.start()] + tail[beside.end() :]
            return (
                (index, rest) if beside["side"].lower() in ("before", "above") else (document.subtree(index).stop, rest)
            )
    first = re.search(
        r"(?i)[,;]?\s*(?:at the (?:very )?(?:top|beginning|start)|"
        "as (?:the )?first(?: section)?)(?: of (?:the|this) (?:summary|text))?",
        tail,
    )
    if first:
        return (document.named[0] if document.named else 0), tail[: first.start()] + tail[first.end() :]
    last = re.search(
        r"(?i)[,;]?\s*(?:at the (?:very )?(?:end|bottom)|as (?:the )?last(?: section)?|"
        "to the end)(?: of (?:the|this) (?:summary|text))?",
        tail,
    )
    return end, tail[: last.start()] + tail[last.end() :] if last else tail
