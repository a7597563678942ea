"""This file says in the coach's language what the assistant's rules reply in English: fixed sentences with places.

Only a reply that consists of such sentences from end to end is said in another language. What a model wrote in its own
words, and what a summary says, stays as it is: that is the summary's language, not the window's.
"""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import QCoreApplication, QTranslator

_CONTEXT = "Replies"
SENTENCES: tuple[str, ...] = (
    "I added “{0}”.",
    "I added “{0}” to {1}.",
    "I added a section “{0}”.",
    "I added a section “{0}” with “{1}”.",
    "I changed “{0}” to “{1}”.",
    "I corrected “{0}” to “{1}”.",
    "I removed “{0}”.",
    "I removed the section “{0}”.",
    "I renamed {0} to {1} (once).",
    "I renamed {0} to {1} (twice).",
    "I renamed {0} to {1} ({2} times).",
    "I renamed the section “{0}” to “{1}”.",
    "I replaced “{0}” by “{1}”.",
    "I replaced “{0}” by “{1}” (once).",
    "I replaced “{0}” by “{1}” (twice).",
    "I replaced “{0}” by “{1}” ({2} times).",
    "I shortened the summary: from {0} to {1} words.",
    "I shortened {0}: from {1} to {2} words.",
    "I shortened “{0}”.",
    "I numbered {0}.",
    "I gave checkboxes to {0}.",
    "I put into bullets: {0}.",
    "I merged into one paragraph: {0}.",
    "I marked “{0}” as done.",
    "I marked “{0}” as open.",
    "I split it into {0} items.",
    "I moved “{0}”.",
    "I swapped the two items.",
    "I put the sections in that order.",
    "I sorted the list.",
    "I sorted the sections.",
    "I reversed the order.",
    "I emphasised the headings.",
    "I took the emphasis out.",
    "The summary has {0} words.",
    "The summary has {0} bullets.",
    "The summary already reads that way.",
    "It has that form already, so I left it as it was.",
    "It stands in that order already.",
    "No longer in the summary: {0}.",
    "That is not in the summary: it does not mention {0}.",
    "That is not in the summary: it does not say anything about it.",
    "There is a section “{0}” already, so I left the summary as it was.",
    "There is no emphasis in the summary.",
    "There is nothing of that kind in the summary.",
    "There is nothing of that kind in the summary, so I left it as it was.",
    "I found no such name in the summary, so I left it as it was.",
    "I found nothing in the summary that “{0}” names, so I left it as it was.",
    "I found nothing that could go without losing something, so I left it as it was.",
    "I wrote no e-mail: the summary holds no commitments and no next session.",
    "I did not understand “{0}” and did nothing about it.",
    (
        "I did not understand “{0}”, so I left the summary as it was. Try one change at a time, such as “make it"
        " shorter”, “rename Anna to Anne” or “add a commitment: call Tom on Monday”."
    ),
    "I did not find the selected words any more, so I worked on the whole summary.",
    "Tell me what to change in the summary, or ask me something about it.",
    "The model on this laptop failed, so I used the rules alone.",
    "I left the summary as it was: every change that this asked for failed a check.",
    "I left the summary as it was: this would leave nothing of it. Delete the session if you want it gone.",
    "I left the summary as it was: I only edit this summary and answer questions about it.",
    "I left the summary as it was: I edit this summary and answer questions about it; I cannot do this.",
    (
        "I left the summary as it was: I add only what the transcript, the summary or you say is so, and nothing"
        " invented."
    ),
    "I left the summary as it was: I do not write what insults or harms people.",
    (
        "I left the summary as it was: I make no diagnosis and give no medical advice. It does not say anything of the"
        " kind."
    ),
    (
        "I left this as it was: the summary before the last change is in its list of revisions, and Undo in the window"
        " brings it back."
    ),
)
"""What is said in other languages: the sentences that coaches meet most. A test finds each in the assistant."""

_PLACE = re.compile(r"\{\d\}")
_MOST = 1_000


def said(reply: str) -> str:
    """Return `reply` in the language of the window where it is made of SENTENCES alone, else as it is."""
    application = QCoreApplication.instance()
    if application is None or application.findChild(QTranslator) is None or not 0 < len(reply) <= _MOST:
        return reply
    parts = []
    rest = reply
    while rest:
        read = next((found for shape in _shapes() if (found := _read(shape, rest)) is not None), None)
        if read is None:
            return reply
        part, rest = read
        parts.append(part)
    return "".join(parts)


def _read(shape: tuple[re.Pattern[str], str], text: str) -> tuple[str, str] | None:
    """Return the sentence with which `text` begins, said in the window's language, and what follows it."""
    pattern, template = shape
    found = pattern.match(text)
    if found is None:
        return None
    *values, gap = found.groups()
    return QCoreApplication.translate(_CONTEXT, template).format(*values) + gap, text[found.end() :]


@cache
def _shapes() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return what each sentence looks like, those that say most first."""
    shaped = []
    for template in SENTENCES:
        words = _PLACE.split(template)
        body = "(.+?)".join(map(re.escape, words))
        shaped.append((len("".join(words)), re.compile(rf"{body}(\s+|$)", re.DOTALL), template))
    shaped.sort(key=lambda entry: -entry[0])
    return tuple((shape, template) for _, shape, template in shaped)
