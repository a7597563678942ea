"""This file defines a plan: a list of edits in one schema, whoever makes it, and how they are applied to a summary.

Sections and blocks are named by their index in the document before the plan, so that edits never shift one another.
"""

from __future__ import annotations

import re
from dataclasses import replace

import msgspec

from coachdesk.assistant.document import Block, Document, Section, read_document


class SetText(msgspec.Struct, frozen=True, tag="set-text"):
    """Give a block other words; its marker stays. An empty `text` removes the block."""

    section: int
    block: int
    text: str


class SetPrefix(msgspec.Struct, frozen=True, tag="set-prefix"):
    """Give a block another marker, such as "1. " or "- [ ] "."""

    section: int
    block: int
    prefix: str


class RemoveBlock(msgspec.Struct, frozen=True, tag="remove-block"):
    """Remove a block with its line end."""

    section: int
    block: int


class InsertBlock(msgspec.Struct, frozen=True, tag="insert-block"):
    """Insert `raw` lines before the block of that index; an index past the last one appends."""

    section: int
    block: int
    raw: str


class SetBody(msgspec.Struct, frozen=True, tag="set-body"):
    """Replace all blocks of a section by `body`."""

    section: int
    body: str


class ReorderBlocks(msgspec.Struct, frozen=True, tag="reorder-blocks"):
    """Put the blocks of a section into another order: `order[n]` is the old index of what then stands n-th."""

    section: int
    order: tuple[int, ...]


class SetHeading(msgspec.Struct, frozen=True, tag="set-heading"):
    """Give a section another name, level (0 keeps it), or both."""

    section: int
    name: str
    level: int = 0


class RemoveSection(msgspec.Struct, frozen=True, tag="remove-section"):
    """Remove a heading and its blocks."""

    section: int


class OrderSections(msgspec.Struct, frozen=True, tag="order-sections"):
    """Put all sections into another order, by old index."""

    order: tuple[int, ...]


class AddSection(msgspec.Struct, frozen=True, tag="add-section"):
    """Insert a section before that of index `before`; an index past the last one appends."""

    before: int
    name: str
    body: str


Edit = (
    SetText
    | SetPrefix
    | RemoveBlock
    | InsertBlock
    | SetBody
    | ReorderBlocks
    | SetHeading
    | RemoveSection
    | OrderSections
    | AddSection
)


class Plan(msgspec.Struct, frozen=True):
    """What is to be done for one request.

    `edits` may be empty (a question, an e-mail, a refusal); `reply` is what the coach reads. `asked` holds texts whose
    facts the request itself wants gone, `made` texts whose facts it wants there. `done` is False where the
    request was understood but cannot be carried out; with `open_to_model` a model may then try. `rejected` are
    (text, reason) pairs to report.
    """

    reply: str
    edits: tuple[Edit, ...] = ()
    asked: tuple[str, ...] = ()
    made: tuple[str, ...] = ()
    rejected: tuple[tuple[str, str], ...] = ()
    done: bool = True
    focus: str = ""
    open_to_model: bool = False


def apply_edits(document: Document, edits: tuple[Edit, ...]) -> str:
    """Return the text after `edits`. What none of them names stays byte for byte, the newlines at the end too."""
    sections: dict[int, Section | None] = dict(enumerate(document.sections))
    added: dict[int, list[Section]] = {}
    order = list(range(len(document.sections)))
    for number, section in enumerate(document.sections):
        of_blocks = [edit for edit in edits if getattr(edit, "section", None) == number]
        if of_blocks:
            sections[number] = _edit_section(section, of_blocks)
    for edit in edits:
        if isinstance(edit, OrderSections):
            order = [index for index in edit.order if index in sections]
        elif isinstance(edit, AddSection):
            added.setdefault(edit.before, []).append(_new_section(document, edit))
    result: list[Section] = []
    for index in order:
        result.extend(added.pop(index, []))
        kept = sections[index]
        if kept is not None:
            result.append(kept)
    for rest in added.values():
        result.extend(rest)
    if tuple(result) == document.sections:
        return document.text
    return _join(document, result)


def _join(document: Document, sections: list[Section]) -> str:
    """Concatenate; where sections met anew, put one blank line between them, and end as the document ended."""
    old = document.text
    follows = {id(a): b for a, b in zip(document.sections, document.sections[1:], strict=False)}
    text = ""
    for number, section in enumerate(sections):
        before = sections[number - 1] if number else None
        met = before is None or (id(before) in follows and follows[id(before)] is section)
        if not met and text:
            text = text.rstrip("\r\n") + "\n\n"
        text += section.raw
    ending = old[len(old.rstrip("\r\n")) :]
    return text.rstrip("\r\n") + ending if text.strip() else ""


def _edit_section(section: Section, edits: list[Edit]) -> Section | None:  # noqa: C901, PLR0912 - each branch is a kind of edit
    if any(isinstance(edit, RemoveSection) for edit in edits):
        return None
    blocks: dict[int, Block | None] = dict(enumerate(section.blocks))
    inserted: dict[int, list[str]] = {}
    order = list(range(len(section.blocks)))
    heading, name, level = section.heading, section.name, section.level
    body: str | None = None
    for edit in edits:
        if isinstance(edit, SetText | SetPrefix | RemoveBlock):
            block = blocks.get(edit.block)
            if block is None:
                continue
            if isinstance(edit, SetPrefix):
                blocks[edit.block] = replace(block, prefix=edit.prefix)
            elif isinstance(edit, RemoveBlock) or not edit.text.strip():
                blocks[edit.block] = None
            else:
                blocks[edit.block] = block.with_text(edit.text)
        elif isinstance(edit, InsertBlock):
            inserted.setdefault(edit.block, []).append(edit.raw)
        elif isinstance(edit, SetBody):
            body = edit.body
        elif isinstance(edit, ReorderBlocks):
            order = _reordered(section, edit.order)
        elif isinstance(edit, SetHeading):
            heading, name, level = _renamed(section, edit)
    if body is not None:
        tail = section.body[len(section.body.rstrip()) :]
        lead = section.body[: len(section.body) - len(section.body.lstrip("\r\n"))]
        if heading and not heading.endswith("\n") and re.match(r"[-*+]\s|\d+[.)]\s", body):
            heading = heading.rstrip() + "\n"
        return Section(heading, name, level, (Block("paragraph", "", lead + body.strip("\n") + tail, ""),))
    if not inserted and order == list(range(len(section.blocks))):
        kept = [block for block in (blocks[index] for index in order) if block is not None]
        return Section(heading, name, level, tuple(_without_double_gaps(section, kept)))
    parts: list[Block] = []
    for index in [*order, len(section.blocks)]:
        if index == len(section.blocks):
            late = [raw for at, raws in sorted(inserted.items()) for raw in raws]
            parts = _append(parts, late, section)
            break
        for raw in inserted.pop(index, []):
            parts.append(Block("paragraph", "", raw if raw.endswith("\n") else raw + "\n", ""))
        block = blocks[index]
        if block is not None:
            parts.append(block)
    parts = [
        replace(part, ending="\n") if part.prose and not part.raw.endswith("\n") and number < len(parts) - 1 else part
        for number, part in enumerate(parts)
    ]
    return Section(heading, name, level, tuple(_without_double_gaps(section, parts)))


def _append(parts: list[Block], raws: list[str], section: Section) -> list[Block]:
    """Put `raws` after the last block that is no gap, so that the blank line before the next heading stays there."""
    if not raws:
        return parts
    end = len(parts)
    while end and parts[end - 1].kind == "gap":
        end -= 1
    head, tail = parts[:end], parts[end:]
    if head and not head[-1].raw.endswith("\n"):
        head[-1] = replace(head[-1], ending=head[-1].ending + "\n")
    if not head and not tail and section.heading and not section.heading.endswith("\n"):
        raws = ["\n" + raws[0], *raws[1:]]
    new = [Block("paragraph", "", raw if raw.endswith("\n") else raw + "\n", "") for raw in raws]
    return head + new + tail if head else tail[:0] + new + tail


def _without_double_gaps(section: Section, blocks: list[Block]) -> list[Block]:
    """Drop a gap that now touches another one because what stood between them went."""
    if len(blocks) == len(section.blocks):
        return blocks
    result: list[Block] = []
    for block in blocks:
        if block.kind == "gap" and result and result[-1].kind == "gap":
            continue
        result.append(block)
    return result


def _reordered(section: Section, wanted: tuple[int, ...]) -> list[int]:
    """Return all block indices with those of `wanted` put, in that order, into the slots that they held."""
    slots = sorted(set(wanted))
    put = iter(wanted)
    return [next(put) if index in slots else index for index in range(len(section.blocks))]


def _renamed(section: Section, edit: SetHeading) -> tuple[str, str, int]:
    heading = section.heading
    if edit.level and heading.lstrip().startswith("#"):
        heading = re.sub(r"#+", "#" * edit.level, heading, count=1)
    if edit.name and edit.name != section.name:
        at = heading.find(section.name) if section.name else -1
        if at >= 0:
            heading = heading[:at] + edit.name + heading[at + len(section.name) :]
        else:
            heading = re.sub(r"(#+[ \t]+).*", lambda match: match[1] + edit.name, heading, count=1)
    return heading, edit.name or section.name, edit.level or section.level


def _new_section(document: Document, edit: AddSection) -> Section:
    levels = [document.sections[index].level for index in document.named]
    level = max(set(levels), key=levels.count) if levels else 2
    model = next((document.sections[i].heading for i in document.named if document.sections[i].level == level), "")
    if model.startswith(("**", "__")):
        mark = model[:2]
        heading = f"{mark}{edit.name}{':' if ':' in model else ''}{mark}\n"
    elif model and not model.lstrip().startswith("#") and ":" in model:
        heading = f"{edit.name}:\n"
    else:
        heading = f"{'#' * level} {edit.name}\n"
    first = document.sections[document.named[0]].body if document.named else ""
    gap = "\n" if first.startswith("\n") else ""
    made = read_document(gap + edit.body.strip("\n") + "\n\n").sections
    return Section(heading, edit.name, level, made[0].blocks if made else ())
