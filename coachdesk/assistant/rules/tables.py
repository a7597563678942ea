"""This file corrects a cell of a table, where "the podcast takes 7 hours" names row and column, and takes rows and tables out."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from coachdesk.assistant.document import Document
from coachdesk.assistant.edits import Edit, Plan, RemoveBlock, RemoveSection, SetText
from coachdesk.assistant.facts import Fact, values
from coachdesk.assistant.lexicon import content_stems, related
from coachdesk.assistant.request import Request

_CELL = re.compile(r"[^|\n]+")
_RULE_LINE = re.compile(r"[\s|:+-]*")


@dataclass(frozen=True)
class _Row:
    """A line of a table: its block, and (start, end) of each cell within the block's text."""

    place: tuple[int, int]
    cells: tuple[tuple[int, int], ...]


def rows_of(document: Document, section: int) -> list[list[str]]:
    """Return the cells of the first table of a section, row by row, its head first; empty where it has none."""
    for table in _tables(document):
        if table[0].place[0] == section:
            text = document.block(table[0].place).text
            return [[_cell(text, cell) for cell in row.cells] for row in table]
    return []


def correct_cell(request: Request, clause: str) -> Plan | None:
    """Put the one value of the clause into the cell whose row and column its other words name."""
    keys = {
        request.document.block(row.place).text[slice(*row.cells[0])].strip()
        for table in _tables(request.document)
        for row in table
    }
    found = [value for value in values(clause) if value.text not in keys]
    if len(found) != 1:
        return None
    value = found[0]
    wanted = content_stems(clause[: value.start] + " " + clause[value.end :])
    for head, *rows in _tables(request.document):
        text = request.document.block(head.place).text
        labelled = [row for row in rows if re.search(rf"(?<!\w){re.escape(_cell(text, row.cells[0]))}(?!\w)", clause)]
        if len(labelled) == 1 and _cell(text, labelled[0].cells[0]).isdigit():
            wanted = [*wanted, *content_stems(_cell(text, labelled[0].cells[0]))]
        scored = sorted(((_share(text, row.cells[0], wanted), index) for index, row in enumerate(rows)), reverse=True)
        if not scored or scored[0][0] < 0.5 or (len(scored) > 1 and scored[1][0] == scored[0][0]):
            continue
        cells = rows[scored[0][1]].cells
        fitting = [number for number in range(1, len(cells)) if _is_like(_cell(text, cells[number]), value.kind)]
        named = [
            number for number in fitting if number < len(head.cells) and _share(text, head.cells[number], wanted) > 0
        ]
        if not fitting and value.kind == "number":  # "15,000" for "12,000 euros": the unit stays
            fitting = [
                number
                for number in range(1, len(cells))
                if [fact.kind for fact in values(_cell(text, cells[number]))] in (["money"], ["percent"])
            ]
            named = [n for n in fitting if n < len(head.cells) and _share(text, head.cells[n], wanted) > 0]
        chosen = named or fitting
        if len(chosen) != 1:
            continue
        start, end = cells[chosen[0]]
        old = _cell(text, (start, end))
        at = text.index(old, start)
        value = _in_its_unit(value, old)
        changed = text[:at] + value.text + text[at + len(old) :]
        if old == value.text:
            return None
        return Plan(
            f"I corrected “{old}” to “{value.text}” in the row “{_cell(text, cells[0])}”.",
            (SetText(*head.place, changed),),
            asked=(old,),
            made=(value.text,),
        )
    return None


def remove_table(request: Request, phrase: str) -> Plan | None:
    """Remove the table, the code or the rules between sections; a section that held nothing else goes too."""
    found = re.fullmatch(
        "(?i)(?:(?:the|all|this|that|any|whole) )*(?P<kind>tables?|code(?: blocks?)?|"
        "(?:horizontal )?rules|separators?)",
        phrase,
    )
    if found is None:
        return None
    kind = next(kind for kind in ("table", "code", "rule") if kind in found["kind"].lower() or kind == "rule")
    document = request.document
    edits: list[Edit] = []
    for number, section in enumerate(document.sections):
        gone = [index for index, block in enumerate(section.blocks) if block.kind == kind]
        whole = section.heading and kind == "table" and all(block.kind in (kind, "gap") for block in section.blocks)
        if gone:
            edits += [RemoveSection(number)] if whole else [RemoveBlock(number, index) for index in gone]
    gone_text = tuple(block.raw for section in document.sections for block in section.blocks if block.kind == kind)
    told = re.sub(r"[\s|-]{2,}", " | ", "".join(gone_text)).strip(" |")
    held = f" It held: {told}." if kind == "table" and len(told) < 600 else ""
    return Plan(f"I removed the {found['kind']}.{held}", tuple(edits), asked=gone_text) if edits else None


_ROW = re.compile(
    r"(?i)^(?:the |that |her |his )?(?:(?P<a>[\w' -]+?) (?:row|line|entry)|(?:row|line|entry) (?:about|on|for|with|of|called|named) (?P<b>.+?))(?:\s+(?:in|from|of|out of) the (?:\w+ )?table)?$|"
    r"^(?P<c>.+?)\s+(?:in|from|out of) the (?:\w+ )?table$"
)


def remove_row(request: Request, phrase: str) -> Plan | None:
    """Remove "the investor row" or "the van from the table": the row whose first cell says so."""
    found = _ROW.match(phrase)
    if found is None:
        return None
    wanted = content_stems(next(part for part in found.groups() if part))
    document = request.document
    for head, *rows in _tables(document):
        text = document.block(head.place).text
        of_head = content_stems(text[head.cells[0][0] : head.cells[-1][1]])
        wanted = [one for one in wanted if one not in of_head] or wanted
        hits = [
            row
            for row in rows
            if wanted
            and all(
                any(related(one, own) >= 0.7 for own in content_stems(text[row.cells[0][0] : row.cells[-1][1]]))
                for one in wanted
            )
        ]
        first = [row for row in hits if _share(text, row.cells[0], wanted) > 0] or hits
        if len(first) != 1:
            continue
        start = text.rfind("\n", 0, first[0].cells[0][0]) + 1
        end = text.find("\n", first[0].cells[-1][1]) + 1 or len(text)
        gone = text[start:end]
        told = re.sub(r"[\s|]+\|[\s|]*", " | ", gone).strip(" |\n")
        return Plan(f"I removed the row “{told}”.", (SetText(*head.place, text[:start] + text[end:]),), asked=(gone,))
    return None


def columns_of(document: Document) -> list[tuple[tuple[int, int], list[str]]]:
    """Return the place of each table and the names of its columns."""
    return [
        (table[0].place, [_cell(document.block(table[0].place).text, cell) for cell in table[0].cells])
        for table in _tables(document)
    ]


def row_asked_for(document: Document, stems: tuple[str, ...], text: str) -> str:
    """Return the row of a table that a question names, with the head of each column: "Chapter: 4, Pages: 34"."""
    for head, *rows in _tables(document):
        table = document.block(head.place).text
        columns = [_cell(table, span) for span in head.cells]
        asked = any(related(one, own) >= 0.7 for name in columns for own in content_stems(name) for one in stems)
        scored = []
        for row in rows:
            first = _cell(table, row.cells[0])
            said = bool(re.search(rf"(?<!\w){re.escape(first)}(?!\w)", text)) if first.isdigit() else False
            scored.append((1.0 if said else _share(table, row.cells[0], list(stems)), row))
        best = max(score for score, _ in scored)
        hits = [row for score, row in scored if score == best]
        if best >= 0.5 and len(hits) == 1 and asked:
            cells = [_cell(table, span) for span in hits[0].cells]
            return ", ".join(f"{name}: {cell}" for name, cell in zip(columns, cells, strict=False))
    return ""


def _tables(document: Document) -> list[list[_Row]]:
    """Return the tables with at least a head and a row."""
    found = []
    for number, section in enumerate(document.sections):
        for index, block in enumerate(section.blocks):
            if block.kind != "table":
                continue
            rows = []
            at = 0
            for line in block.text.splitlines(keepends=True):
                if not _RULE_LINE.fullmatch(line):
                    spans = [(at + cell.start(), at + cell.end()) for cell in _CELL.finditer(line) if cell[0].strip()]
                    rows.append(_Row((number, index), tuple(spans)))
                at += len(line)
            if len(rows) > 1 and all(row.cells for row in rows):
                found.append(rows)
    return found


def _in_its_unit(value: Fact, old: str) -> Fact:
    """Return "15,000 euros" for "15,000" where the cell holds "12,000 euros"."""
    unit = re.search(r"\s*[^\d\s.,][^\d]*$", old)
    there = values(old)
    if value.kind != "number" or not there or there[0].kind == "number":
        return value
    before = re.match(r"[€£$¥]\s?", old)
    return replace(value, text=f"{before[0] if before else ''}{value.text}{unit[0] if unit else ''}")


def _cell(text: str, span: tuple[int, int]) -> str:
    return text[span[0] : span[1]].strip()


def _share(text: str, span: tuple[int, int], wanted: list[str]) -> float:
    """Return how much of a cell the wanted words cover."""
    own = content_stems(_cell(text, span))
    return sum(any(related(one, other) >= 0.7 for other in wanted) for one in own) / len(own) if own else 0.0


def _is_like(cell: str, kind: str) -> bool:
    """Tell whether a cell holds nothing but a value of that kind."""
    found = values(cell)
    return len(found) == 1 and found[0].kind == kind and len(cell) - len(found[0].text) <= 8
