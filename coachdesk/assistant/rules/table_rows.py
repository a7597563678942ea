"""This file adds a row to a table: "New row: Colin books the library by 18 September" fills each column it can tell."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re

from coachdesk.assistant.edits import Plan, SetText
from coachdesk.assistant.facts import values
from coachdesk.assistant.request import Request
from coachdesk.assistant.rules.mail_wishes import plain_form
from coachdesk.assistant.rules.tables import columns_of

_ORDER = r"(?:new |further |additional |another |fourth |third |fifth |second |last |extra |more )*"
_NEW_ROW = (
    re.compile(
        rf"(?i)^(?:add|put|insert|include|write|append)\s+(?:a |an |another |one more |the )?{_ORDER}(?:row|line|entry|option|item|\w+)?(?: (?:to|in|into|at the end of) the (?P<table>[\w ]+ )?table)(?: at the (?:end|bottom))?\s*[:,–-]\s*(?P<cells>.+)$"
    ),
    re.compile(
        rf"(?i)^(?:(?:add|put in|insert|include)\s+)?(?:an? |one )?{_ORDER}(?:row|line|entry)(?: (?:for|in|to|into|at the end of) (?:the )?(?P<table>[\w ]+?))?\s*[:,–-]\s*(?P<cells>.+)$"
    ),
    re.compile(
        rf"(?i)^(?:an? |one )?(?:new|another|further|additional|extra|one more|second|third|fourth|fifth) {_ORDER}(?:[\w-]+) (?:for|in|to|into) the (?P<table>[\w ]+ )?table\s*[:,–-]\s*(?P<cells>.+)$"
    ),
)
OWNERS = re.compile(r"(?i)\b(?:who|owner|responsible|person|name|by whom|assigned)\b")
_DAYS = re.compile(r"(?i)\b(?:when|dates?|deadline|due|until|by|day)\b")
_DOES = re.compile(
    r"(?P<who>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)(?::\s*| (?:will |should |has to |must |is to )(?=[a-z])| (?=[a-z]{2,}s\b))(?P<do>\S.*)$"
)


def add_row(request: Request) -> Plan | None:
    """Add the row that the clause gives to the table it names, or to the only one."""
    found = next((hit for form in _NEW_ROW if (hit := form.match(request.clause.strip()))), None)
    if found is None:
        return None
    named = (found["table"] or "").lower().removesuffix("table").strip()
    tables = columns_of(request.document)
    chosen = [table for table in tables if named and named in request.document.sections[table[0][0]].name.lower()]
    if not (chosen or tables) or (len(tables) > 1 and not chosen):
        return None
    return _with_row(request, (chosen or tables)[0], found["cells"])


def row_in_section(request: Request, section: int, said: str) -> Plan | None:
    """Add a row to the table of a section that holds nothing else."""
    own = [table for table in columns_of(request.document) if table[0][0] == section]
    if len(own) != 1 or request.document.sections[section].items:
        return None
    return _with_row(request, own[0], said)


def _with_row(request: Request, table: tuple[tuple[int, int], list[str]], said: str) -> Plan:
    place, columns = table
    text = request.document.block(place).text
    cells = [cell.strip(" .;,") for cell in _cells(columns, said.strip(" ."))]
    cells = [cell[:1].upper() + cell[1:] for cell in cells]
    new = "| " + " | ".join(cells) + " |\n"
    text = text if text.endswith("\n") else text + "\n"
    return Plan(
        f"I added the row “{' | '.join(cells)}”.",
        (SetText(*place, text + new),),
        made=(request.clause, *cells),
        focus=request.document.sections[place[0]].name,
    )


def _cells(columns: list[str], said: str) -> list[str]:
    """Return a cell for each column: by its label, by commas, else by what is a name, a day or neither."""
    cells = [""] * len(columns)
    labels = "|".join(re.escape(column) for column in columns)
    pieces = re.split(rf"(?i)(?:^|[.;,]\s*|\s+)({labels})\s*[:=]\s*", said)
    if len(pieces) > 1:
        cells[0] = pieces[0]
        for label, words in zip(pieces[1::2], pieces[2::2], strict=True):
            cells[next(number for number, column in enumerate(columns) if column.lower() == label.lower())] = words
        return cells
    parts = [re.sub(r"(?i)^(?:and|but) ", "", part) for part in re.split(r"\s*[,;|/]\s*", said)]
    if len(parts) == len(columns):
        return parts
    typed = _typed(columns, said)
    if typed is not None:
        return typed
    cells[: len(parts)] = parts[: len(columns)]
    return cells


def _typed(columns: list[str], said: str) -> list[str] | None:
    """Return the cells of "Colin books the library, by 18 September" under "Action", "Who" and "By when"."""
    whose = next((number for number, column in enumerate(columns) if number and OWNERS.search(column)), None)
    due = next((number for number, column in enumerate(columns) if number and _DAYS.search(column)), None)
    if whose is None and due is None:
        return None
    cells = [""] * len(columns)
    days = [fact for fact in values(said) if fact.day_kind]
    if due is not None and days:
        start, end = days[0].start, days[-1].end
        before = re.sub(r"(?i)[\s,;]*\b(?:by|until|on|before|due|till|in)?\s*(?:the\s+)?$", "", said[:start])
        cells[due], said = said[start:end], (before + said[end:]).strip(" ,;")
    does = _DOES.match(said)
    if whose is not None and does is not None:
        cells[whose] = does["who"]
        said = re.sub(r"^[a-z]+s\b", lambda verb: plain_form(verb[0]), does["do"])
    cells[0] = said
    return cells
