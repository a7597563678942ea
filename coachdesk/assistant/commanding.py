"""This file has a model put a request that no rule understands, in any language, into a plain command that rules read.

The model writes under a grammar of the commands, so that it makes a plan and no text; the command may hold only names,
figures and dates of the summary and the request. The starter model guesses here more often than it understands (an
edit that nobody asked for is worse than none), so it is not asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import aclosing

from coachdesk.assistant.checks import missing
from coachdesk.assistant.engine import Engine, Turn
from coachdesk.assistant.prompts import literal
from coachdesk.assistant.request import Request

REWRITE = "rewrite"
_NONE = "none"
_SYSTEM = (
    "You turn a coach's request about a summary into one plain English command. Answer with the command only. Use "
    f"“{REWRITE}” where the wording, tone or language of the text is to change, and “{_NONE}” where the request makes "
    "no sense or would harm somebody. Names, numbers and dates stay as they are written."
)
_EXAMPLES = (
    ("Kannst du es etwas kürzer machen?", "make it shorter"),
    ("Anna hat jetzt geheiratet und heißt Berg statt Roth.", "rename Roth to Berg"),
    ("Les engagements avant tout le reste !", "put Commitments first"),
    ("It would read better if the tone were kinder.", REWRITE),
    ("Bananas fly backwards on the moon.", _NONE),
)
_COMMANDS = (
    '"make it shorter"',
    '"shorten " section',
    '"remove " words',
    '"remove the section " section',
    '"keep only " section',
    '"rename " words " to " words',
    '"replace " words " with " words',
    '"add to " section ": " words',
    '"turn " section " into a paragraph"',
    '"turn " section " into bullet points"',
    '"number " section',
    '"put " section " first"',
    '"put " section " last"',
    '"rename the section " section " to " words',
    '"move the next session to " words',
    '"write a follow-up e-mail"',
    '"what does the summary say about " words "?"',
)
_TOKENS = 64


async def command_for(request: Request, engine: Engine) -> str:
    """Return the command that `engine` makes of a request, REWRITE, or "" where it makes none; raises ModelFault."""
    names = [request.document.sections[index].name for index in request.document.named]
    pieces: list[str] = []
    answer = engine.generate(_turns(request, names), max_tokens=_TOKENS, grammar=grammar(names))
    async with aclosing(answer):  # type: ignore[type-var]  # an async generator in every engine
        pieces += [piece async for piece in answer]
    command = "".join(pieces).strip()
    if command == _NONE or missing(command, [request.document.text, request.original, *names]):
        return ""
    return command


def grammar(names: Sequence[str]) -> str:
    """Return the GBNF grammar of the commands about a summary with sections of these names."""
    section = " | ".join(literal(name) for name in names) or '"it"'
    command = " | ".join((*_COMMANDS, literal(REWRITE), literal(_NONE)))
    return "\n".join((f"root ::= {command}", f"section ::= {section}", 'words ::= [^\\n\\r\\t"]{1,80}'))


def _turns(request: Request, names: Sequence[str]) -> tuple[Turn, ...]:
    turns = [Turn("system", _SYSTEM)]
    for asked, command in _EXAMPLES:
        turns += [Turn("user", asked), Turn("assistant", command)]
    turns.append(Turn("user", f"Sections: {', '.join(names)}\nRequest: {request.clause}"))
    return tuple(turns)
