"""This file lets a model reword a summary block by block; the old words stay wherever the new ones fail a check.

A larger model writes each block freely. The starter model, whose free text drops facts, chooses its words under a
grammar: the sentence is fixed but for the phrases that `styles` knows others for, so that it cannot lose a fact.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import aclosing
from dataclasses import dataclass, field

from coachdesk.assistant.checks import block_is_faithful
from coachdesk.assistant.document import Document
from coachdesk.assistant.edits import Edit, SetText, apply_edits
from coachdesk.assistant.engine import Engine, Turn
from coachdesk.assistant.lexicon import content_stems
from coachdesk.assistant.prompts import choosing, one_line, rewording, rewriting
from coachdesk.assistant.request import Request
from coachdesk.assistant.statements import sentence_spans
from coachdesk.assistant.styles import ONLY_AS_VERBS, Style, choices, style_of
from coachdesk.assistant.targets import all_sections, by_position, find_section

_QUOTED = re.compile(r"\"[^\"\n]*\"|“[^”\n]*”|„[^“”\n]*[“”]|«[^»\n]*»|`[^`\n]*`|https?://\S+")
_BEFORE_TARGET = re.compile(
    r"(?i)\b(?:make|rewrite|reword|rephrase|write|put|simplify|soften|polish|improve|the tone of|formali[sz]e)\s+"
)
_AFTER_TARGET = re.compile(
    r"\b(?:sounds?|reads?|more|less|a bit|a little|in (?:a|an|simple|plain|easy)|into|so|to|for|\w+er)\b"
)
_TONE_NOUN = re.compile(
    r"\b(?:tone|style|language|wordings?|voice|words?|text|summary|notes?|phras\w+|sentences?|whole|everything|this|it|english|"
    r"terms|writing|statements?)\b"
)
_VERB_PLACE = re.compile(r"(?i)(?:^\W*|[:,;]\s*|\b(?:to|and|or|will|would|can|could|should|then|not)\s+)$")


@dataclass(frozen=True)
class Reworded:
    """What the model made of a request. `tried` is False where nothing could be tried, `why`
    then says why; `asked` tells whether the model wrote anything."""

    text: str
    reply: str = ""
    rejected: tuple[tuple[str, str], ...] = ()
    tried: bool = True
    asked: bool = True
    why: str = ""


@dataclass
class _Progress:
    """The blocks done so far, and what is said about them."""

    edits: list[Edit] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    rejected: list[tuple[str, str]] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    asked: bool = False


async def reword(request: Request, engine: Engine | None, say: Callable[[str], None]) -> Reworded:
    """Return the summary with the blocks reworded that the request means; raises ModelFault.

    `say` is called with the reply so far after each block. Without a tone that is known here, only a model larger than
    the starter is asked. Without any model the first wording of each phrase is taken.
    """
    style = style_of(request.clause)
    if style is None and (engine is None or engine.starter):
        why = f"{engine.name} is too small for this request" if engine is not None else "no model is at hand"
        return Reworded(request.document.text, tried=False, why=why)
    places = _places(request)
    if places is None:
        return Reworded(request.document.text, tried=False, why="I did not find in the summary what this speaks of")
    if not places:
        return Reworded(request.document.text, tried=False, why="there is nothing in the summary to reword")
    progress = _Progress()
    opening = f"I went through {_where(request.document, places)}"
    say(f"{opening} …")
    for place in places:
        block = request.document.block(place)
        if style is not None and (engine is None or engine.starter):
            new = await _chosen(block.text, style, progress, engine)
        elif engine is not None:
            new = await _written(request, place, style, engine, progress)
        else:
            new = ""
        if new and new != block.text:
            progress.edits.append(SetText(place[0], place[1], new))
            name = request.document.sections[place[0]].name
            progress.sections += [name] if name not in progress.sections else []
            say(f"{opening} and reworded {len(progress.edits)} of {len(places)} statements …")
    if not progress.edits and not progress.rejected:
        progress.rejected.append((request.clause, "no other wording that says the same was found"))
    return Reworded(
        apply_edits(request.document, tuple(progress.edits)),
        _reply(opening, style, engine if progress.asked else None, progress, len(places)),
        tuple(progress.rejected),
        asked=progress.asked,
    )


def _reply(opening: str, style: Style | None, engine: Engine | None, progress: _Progress, total: int) -> str:
    done = len(progress.edits)
    if not done:
        wish = style.name if style is not None else "as you asked"
        return f"{opening}, but found no wording that is {wish} and says the same. The summary is as it was."
    how = f" {style.name}" if style is not None else ""
    where = ", ".join(name for name in progress.sections if name)
    text = f"{opening} and made {done} of {total} statements{how}{f' ({where})' if where else ''}."
    if progress.rejected:
        text += f" {len(progress.rejected)} kept their old words, because the new ones failed a check."
    return text + (f" {engine.name} chose the words: please check them." if engine is not None else "")


def _where(document: Document, places: list[tuple[int, int]]) -> str:
    names = list(dict.fromkeys(document.sections[section].name for section, _ in places))
    return f"“{names[0]}”" if len(names) == 1 and names[0] else "the summary"


def _places(request: Request) -> list[tuple[int, int]] | None:
    """Return the blocks that the request speaks of, all where it names no place; None where it names an unknown one."""
    document = request.document
    target = _BEFORE_TARGET.sub("", request.lowered)
    positions = _by_position(request, target)
    if positions:
        return positions
    named = [
        index
        for index in document.named
        if re.search(rf"\b{re.escape(document.sections[index].name.lower().rstrip('s'))}", request.lowered)
    ]
    phrase = _AFTER_TARGET.split(target)[0].strip(" ,.")
    if not named and phrase and target != request.lowered and not all_sections(phrase):
        index = find_section(document, phrase, request.focus)
        if index is None and not _TONE_NOUN.search(phrase) and not _holds_words(document, phrase):
            return None
        named = [index] if index is not None else []
    numbers = [number for index in named for number in document.subtree(index)] or None
    return [place for place in document.places(numbers) if document.sections[place[0]].name not in request.spared]


def _holds_words(document: Document, phrase: str) -> bool:
    """Tell whether the summary holds every word with meaning of `phrase`."""
    wanted = content_stems(phrase)
    return not wanted or set(wanted) <= set(content_stems(document.text))


def _by_position(request: Request, target: str) -> list[tuple[int, int]]:
    words = _AFTER_TARGET.split(target)[0].strip()
    return (by_position(request, words) or []) if words else []


async def _chosen(text: str, style: Style, progress: _Progress, engine: Engine | None) -> str:
    """Return `text` in the words that the model chose for it, itself where the tone knows no others.

    The model writes each sentence up to its last choice; where there is but one other wording nobody need be asked.
    """
    result = ""
    end = 0
    for start, stop in sentence_spans(text):
        parts = _parts(text[start:stop], style, progress.used)
        last = max((index for index, part in enumerate(parts) if len(part) > 1), default=-1)
        said = "".join(part[0] for part in parts[: last + 1])
        if last >= 0 and engine is not None:
            open_parts = parts[: last + 1]
            most = sum(max(map(len, part)) for part in open_parts) // 2 + 16
            answer = await _said(engine, rewording(style.wish, text[start:stop]), most, choosing(open_parts))
            progress.asked = True
            said = answer if _is_choice(answer, open_parts) else said
        new = said + "".join(part[0] for part in parts[last + 1 :])
        progress.used.update(option.lower() for part in parts for option in part if style.sparing and option in new)
        result += text[end:start] + new
        end = stop
    return result + text[end:]


def _parts(sentence: str, style: Style, used: set[str]) -> list[tuple[str, ...]]:
    """Return a sentence as fixed words and phrases to choose; what stands in quotation marks is fixed."""
    table = choices(style)
    spared = [found.span() for found in _QUOTED.finditer(sentence)]
    phrases = "|".join(re.escape(phrase) for phrase in sorted(table, key=len, reverse=True))
    parts: list[tuple[str, ...]] = []
    end = 0
    for found in re.finditer(rf"(?<![\w'’-])(?:{phrases})(?![\w'’-])", sentence.replace("’", "'"), re.IGNORECASE):
        if any(start <= found.start() < stop for start, stop in spared):
            continue
        start, stop = found.span()
        phrase = found.group().lower()
        options = [option for option in table[phrase] if not (style.sparing and option.lower() in used)]
        if not options or (phrase in ONLY_AS_VERBS and not _VERB_PLACE.search(sentence[:start])):
            continue
        if "" in options:
            stop += len(sentence[stop:]) - len(sentence[stop:].lstrip(" "))
        parts.append((sentence[end:start],))
        parts.append(tuple(_cased(option, sentence[start:stop]) for option in options))
        end = stop
    parts.append((sentence[end:],))
    return [part for part in parts if part != ("",)] or [("",)]


def _cased(option: str, old: str) -> str:
    return option[:1].upper() + option[1:] if old[:1].isupper() else option


def _is_choice(said: str, parts: list[tuple[str, ...]]) -> bool:
    pattern = "".join("(?:" + "|".join(re.escape(option) for option in part) + ")" for part in parts)
    return re.fullmatch(pattern, said) is not None


async def _written(
    request: Request, place: tuple[int, int], style: Style | None, engine: Engine, progress: _Progress
) -> str:
    """Return what a larger model writes for a block, or "" with the reason in `progress` where that fails a check."""
    old = request.document.block(place).text
    wish = request.clause if style is None else f"Write this {style.wish}. ({request.clause})"
    turns = rewriting(wish, request.document.sections[place[0]].name, old)
    progress.asked = True
    said = await _said(engine, turns, len(old) + 40, one_line(4 * len(old) + 80))
    new = said.strip().strip('"“”').strip()
    reason = block_is_faithful(old, new, [request.clause])
    if reason:
        progress.rejected.append((old, reason))
        return ""
    return new


async def _said(engine: Engine, turns: tuple[Turn, ...], most: int, grammar: str) -> str:
    pieces: list[str] = []
    async with aclosing(engine.generate(turns, max_tokens=most, grammar=grammar)) as answer:  # type: ignore[type-var]  # an async generator in every engine
        pieces += [piece async for piece in answer]
    return "".join(pieces)
