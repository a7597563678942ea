"""This file says in the coach's language what the parts below the window say in English: errors, notices, findings.

Those parts know no Qt. Their sentences are found in the source by `packaging/translations.py`, which writes a list of
them, "{0}" standing for what varies; a sentence is looked up whole, or by the shape that it fits.
"""

from __future__ import annotations

import json
import re
from functools import cache

from PySide6.QtCore import QCoreApplication, QTranslator

from coachdesk.resources import resource

_PLACE = re.compile(r"\{\d+\}")
_VALUE = "((?:(?! · ).)*?)"
"""A value is within one part of a line: "Offline · 2 edits waiting" has two."""

_LEAST_LETTERS = 6
_MOST = 2_000


def told(sentence: str) -> str:
    """Return `sentence` in the language of the window; as it is where that is English or nobody translated it."""
    application = QCoreApplication.instance()
    if application is None or not sentence or application.findChild(QTranslator) is None:
        return sentence
    whole, shapes = _known()
    if sentence in whole:
        return QCoreApplication.translate("Sentences", sentence)
    for shape, template in shapes if len(sentence) <= _MOST else ():
        found = shape.fullmatch(sentence)
        if found is not None:
            values = [told(value) for value in found.groups()]
            return QCoreApplication.translate("Sentences", template).format(*values)
    return sentence


@cache
def _known() -> tuple[frozenset[str], tuple[tuple[re.Pattern[str], str], ...]]:
    """Return the sentences without values, and the shapes of the others; shapes that say most come first."""
    known = json.loads(resource("translations/sentences.json").read_text("utf-8"))
    shaped = []
    for template in known:
        words = _PLACE.split(template)
        letters = sum(map(str.isalpha, "".join(words)))
        if len(words) > 1 and letters >= _LEAST_LETTERS:
            shaped.append((letters, re.compile(_VALUE.join(map(re.escape, words)), re.DOTALL), template))
    shaped.sort(key=lambda entry: -entry[0])
    return frozenset(known), tuple((shape, template) for _, shape, template in shaped)
