"""This file gives a section another form: numbers, bullets, checkboxes, one paragraph."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re

from coachdesk.assistant.document import Section
from coachdesk.assistant.edits import Edit, Plan, SetBody, SetPrefix
from coachdesk.assistant.lexicon import NUMBER_VALUES
from coachdesk.assistant.request import Request
from coachdesk.assistant.rules.items import merge_items, split_item, statement_pieces, tick
from coachdesk.assistant.targets import find_sections

Place = tuple[int, int]
_PARAGRAPH = (
    "(?:(?:one|a|an|the|single|short|coherent|flowing|continuous|running|normal|plain|full|proper|"
    r"simple|connected|small|two)\s+)*(?:paragraphs?|prose|running text|flowing text|continuous text|"
    "plain text|block|text block|full sentences|text|sentence|block of text)"
)
_NUMBERED = (
    r"(?:(?:a|an|the|one)\s+)?(?:(?:numbered|ordered|enumerated)(?: (?:list|items|bullets|points|"
    r"lists|steps))?|numbers|numbering|numerals|1,? ?2,? ?3(?: etc\.?)?|enumeration)"
)
_BULLETS = (
    "(?:(?:a|an|the|one|short|simple|separate|individual|single|normal|plain|unordered|"
    rf"bulleted|{'|'.join(NUMBER_VALUES)}|\d+|several|some|more)\s+)*(?:bullets?(?: ?points?| lists?)?|"
    "bulleted(?: list| form)?|list(?: of (?:points|bullets|items))?|lists|points|dashes|"
    "separate (?:lines|items|sentences)|items)"
)
_BOXES = (
    r"(?:(?:a|an|the|my|tickable|real|proper)\s+)*(?:check ?box(?:es)?|check ?lists?|tick ?box(?:es)?|"
    "tick ?lists?|to-?do(?:s| list| items)?|task list|tasks|boxes to tick|boxes)(?: (?:items|list|"
    "format))?"
)
_KINDS = (("numbers", _NUMBERED), ("boxes", _BOXES), ("paragraph", _PARAGRAPH), ("bullets", _BULLETS))
_DONE = {"numbers": "numbered", "bullets": "bulleted", "boxes": "tickable", "paragraph": "merged"}
_VERB = (
    "(?:turn|convert|make|change|transform|put|rewrite|reformat|format|write|show|present|merge|"
    "combine|join|fuse|list|break|split|render|display|condense|collapse|give|bring|rephrase|"
    "separate|divide|have|set|switch|restructure|arrange)"
)
_NOT_SO = re.compile(
    r"(?i)[,;(–-]+\s*(?:and |but |so |with )?(?:no|not|without|instead of|rather than) (?:any |more |"
    "as |the |a |these )*"
    "(?:bullets?(?: ?points?)?|numbers|numbering|lists?|dashes|check ?boxes|tick ?boxes|paragraphs?|"
    r"prose|text)(?: any ?more| please)?\)?$"
)
_INSTEAD = re.compile(
    r"(?i)\s+(?:instead of|rather than|and not|not|and no longer) (?:the |a |these |as |in )*"
    r"(?:bullets?(?: ?points?)?|numbers|numbering|(?:numbered |bullet |check ?)?lists?|dashes|check ?boxes|tick ?boxes|prose|text)"
    r"(?: please)?$|[,;]\s*(?:please )?(?:i|we)(?:'d| would)?(?: just| rather)? (?:want|need|like|prefer) (?:them |it )?(?:as )?(?=one|a|plain|running|flowing).*$"
)
_UNDO = re.compile(
    "(?i)^(?:remove|delete|drop|no|without|strip|take out|get rid of|undo|lose|stop using|don't use|"
    r"do not use)\s+(?:the |all |any |these )?(?:(?P<numbers>numbering|list numbers|"
    r"(?:bullet )?numbers(?=\s+(?:of|from|before|in front|on)\b))|(?P<boxes>check ?box(?:es)?|"
    "tick ?boxes|tasks? boxes)|(?P<bullets>bullets|bullet points|bullet marks|list marks|dashes|"
    r"list formatting|bullet formatting))\b\s*(?:(?:of|from|in|before|in front of|on|"
    r"for)\s+(?P<scope>.+))?$"
)


def change_form(request: Request) -> Plan | None:
    """Give the sections that a clause names another form, or change single items; None if it asks for neither."""
    clause = request.clause.strip().rstrip(".!")
    return (
        tick(request, clause) or merge_items(request, clause) or split_item(request, clause) or _formed(request, clause)
    )


def _formed(request: Request, clause: str) -> Plan | None:
    wish = _wish(clause)
    if wish is None:
        return None
    kind, scope_words = wish
    sections = _scope(request, scope_words, kind)
    if not sections:
        return None
    edits: list[Edit] = []
    changed: list[str] = []
    for index in sections:
        section = request.document.sections[index]
        if not section.prose:
            continue
        made = _form(index, section, kind)
        edits += made
        if made:
            changed.append(section.name or "the text")
    if not changed:
        taken = re.match(r"(?i)(?:remove|delete|drop|strip|take|get rid|no|without)\b", clause)
        return None if taken or kind == "paragraph" else Plan("It has that form already, so I left it as it was.")
    said = {
        "numbers": "numbered",
        "boxes": "gave checkboxes to",
        "paragraph": "merged into one paragraph:",
        "bullets": "put into bullets:",
    }[kind]
    made_numbers = tuple(str(number) for number in range(1, 60)) if kind == "numbers" else ()
    return Plan(f"I {said} {' and '.join(changed)}.", tuple(edits), made=made_numbers, focus=changed[0])


def _wish(clause: str) -> tuple[str, str] | None:
    """Return (form, words for what takes it): "turn the insights into prose" is ("paragraph", "the insights")."""
    clause = _INSTEAD.sub("", _NOT_SO.sub("", clause))
    clause = re.sub(
        r"(?i)\b(?:a |one )?(?:single )?sentence or (?:a |one )?(?=(?:short |single )?(?:paragraph|text))", "a ", clause
    )
    undo = _UNDO.match(clause)
    if undo:
        return ("paragraph" if undo["bullets"] else "bullets"), undo["scope"] or (
            "everything" if undo["bullets"] else ""
        )
    number = re.match(
        r"(?i)^(?:number|enumerate|renumber)\s+(?P<scope>.+?)(?: (?:from )?(?:1|one)(?: (?:to|onwards?|"
        "up).*)?| consecutively| in order)?$",
        clause,
    )
    if number:
        return "numbers", number["scope"]
    bullet = re.match(
        r"(?i)^(?:bullet(?:i[sz]e|-?point)?|itemi[sz]e|list)\s+(?P<scope>(?:the |my |her |his |all )?[\w ]+)$", clause
    )
    if bullet:
        return "bullets", bullet["scope"]
    for kind, form in _KINDS:
        patterns = (
            (
                rf"{_VERB}\s+(?P<scope>.+?)\s+(?:up |down )?(?:into|in|to|as|with|using|a|"
                rf"onto)\s+{form}(?:\s+(?:instead|each|please|format|form|style|as well|instead of .+|"
                "rather than .+|only|with .+))*"
            ),
            rf"make\s+(?P<scope>(?:the |all |my |her |his |their )?[\w' -]+?)\s+{form}",
            (
                "(?:use|add|put|apply|insert|i'?d? ?(?:want|like|prefer)|with|have|give me|"
                rf"need)\s+{form}\s*(?:(?:for|in|to|on|before|under|in front of|next to|"
                r"within)\s+(?P<scope>.+?))?(?:\s+(?:instead(?: of .+)?|rather than .+|not .+))?"
            ),
            rf"{form}\s+(?:for|in|under)\s+(?P<scope>.+?)(?:\s+instead(?: of .+)?)?",
            (
                r"(?P<scope>.+?)\s+(?:should|must|could|needs? to|ought to|has to|have to)\s+(?:be|become|have|"
                rf"use|read as)\s+(?:in |as |put into |turned into |written as |listed as )?{form}(?:\s+instead.*)?"
            ),
            rf"(?P<scope>.+?)\s+(?:to be|be|should be|must be)\s+(?:in |as )?{_DONE[kind]}",
            rf"(?P<scope>.+?)\s+(?:as|in)\s+{form}(?:\s+instead.*)?",
            (
                f"{form},? (?:instead of|rather than|not|in place of|and no|no) (?:the |a |these |"
                "those )?(?:bullets?(?: ?points?)?|numbers|dashes|(?:bullet |numbered |check ?)?lists?|"
                rf"{_BOXES}|prose|paragraphs?|text)(?:\s+(?:for|in|under)\s+(?P<scope>.+))?"
            ),
        )
        for pattern in patterns:
            found = re.fullmatch(rf"(?i){pattern}", clause)
            if found and not re.match(
                r"(?i)(?:summari[sz]e|shorten|reduce|cut|limit|sum up|boil|trim|squeeze)\b", clause
            ):
                scope = re.sub(
                    "(?i)^(?:all (?:of )?)?the (?:bullets|bullet points|points|items|sentences|paragraphs?|list|text|"
                    r"content|contents) (?:in|of|under|from)\s+",
                    "",
                    found["scope"] or "",
                )
                return kind, scope
    merged = re.fullmatch(r"(?i)(?:merge|combine|join|fuse)\s+(?P<scope>.+?)(?:\s+(?:together|into one))?", clause)
    if merged and not re.search(
        r"(?i)\b(?:bullets?|points?|insight|commitment|first|last|second|sections?|with|about)\b", clause
    ):
        return "paragraph", merged["scope"]
    return None


def _scope(request: Request, words: str, kind: str) -> list[int]:
    """Return the sections meant: those named, that spoken of before, or all that have such a form to change."""
    document = request.document
    bare = (
        re.sub(r"(?i)\s*\b(?:section|list|bullets|bullet points|points|items|text|paragraph)$", "", words.strip())
        or words
    )
    bare = re.sub(r"(?i)^(?:each|every) (?:of |item (?:in|of|under) |point (?:in|of|under) )?", "", bare)
    if re.fullmatch(r"(?i)(?:it|them|these|those|that|this|the|these ones)?", bare.strip()) and request.focus:
        return find_sections(request, request.focus)
    found = find_sections(request, bare) if bare.strip() else []
    if found:
        return [
            number
            for index in found
            for number in (document.subtree(index) if not document.sections[index].prose else [index])
        ]
    taken = _taken(request.clause, words, kind)
    if taken:
        return [
            number
            for number, section in enumerate(document.sections)
            if any(re.search(taken, section.blocks[item].prefix) for item in section.top_items)
        ]
    everything = re.fullmatch(
        "(?i)(?:it|this|everything|all(?: of it| sections| lists| items)?|the (?:whole )?(?:summary|text|"
        "thing|document)|(?:all |both )?(?:the )?(?:bullets|lists?|bullet points|points|items|paragraphs?|text|"
        "sections|sentences)|every section|each section|every list|them(?: all)?|)",
        words.strip(),
    )
    if not everything:
        return []
    listed = [index for index in range(len(document.sections)) if document.sections[index].items]
    prose = [index for index in range(len(document.sections)) if document.sections[index].prose and index not in listed]
    if kind == "bullets" and (re.search(r"(?i)paragraph|text|summary|sentences|section|it\b", words) or not listed):
        return prose + [
            index
            for index in listed
            if any(
                re.search(r"\d|\[", document.sections[index].blocks[item].prefix)
                for item in document.sections[index].top_items
            )
        ]
    return listed or (prose if kind != "paragraph" else [])


def _taken(clause: str, words: str, kind: str) -> str:
    """Return the mark that is to go, as a pattern: "numbers instead of the check boxes" means the lists with boxes."""
    if kind not in ("bullets", "numbers"):
        return ""
    replaced = re.search(
        r"(?i)\b(?:instead of|rather than|in place of|not|no|without|remove|drop|delete|strip)\b(?P<what>.+)$", clause
    )
    for text in (words, replaced["what"] if replaced else "", clause if kind == "bullets" else ""):
        if re.search(r"(?i)\b(?:check|tick) ?(?:box|list)", text):
            return r"\["
        if kind == "bullets" and re.search(r"(?i)\bnumber", text):
            return r"\d"
    return ""


def _form(index: int, section: Section, kind: str) -> list[Edit]:
    if kind == "paragraph":
        if not section.items:
            return []
        return [SetBody(index, _joined(section))]
    if not section.items:
        pieces = [piece for place in section.prose for piece in statement_pieces(section.blocks[place].text)]
        lines = [f"{_mark(kind, number, '')}{piece}" for number, piece in enumerate(pieces)]
        return [SetBody(index, "\n".join(lines))]
    edits: list[Edit] = []
    for number, item in enumerate(section.top_items):
        prefix = _mark(kind, number, section.blocks[item].prefix)
        if prefix != section.blocks[item].prefix:
            edits.append(SetPrefix(index, item, prefix))
    return edits


def _mark(kind: str, number: int, old: str) -> str:
    indent = old[: len(old) - len(old.lstrip())]
    box = re.search(r"\[[ xX]\]", old)
    bullet = next((mark for mark in "-*+•" if old.lstrip().startswith(mark)), "-")
    if kind == "numbers":
        return f"{indent}{number + 1}. "
    return f"{indent}{bullet} {box[0] if box else '[ ]'} " if kind == "boxes" else f"{indent}{bullet} "


def _joined(section: Section) -> str:
    """Return all statements of a section as one paragraph, each with a mark at its end."""
    sentences = []
    for place in section.prose:
        text = " ".join(section.blocks[place].text.split())
        sentences.append(text if text.endswith((".", "!", "?", "…", ":", "。")) else text.rstrip(",;") + ".")
    return " ".join(text[:1].upper() + text[1:] for text in sentences)
