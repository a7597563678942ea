"""This file puts a German or French question about a summary into English, where it is after a section."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coachdesk.assistant.gist.said import Said, language


def asked(said: Said) -> Iterator[str]:
    """The question in English, where it is in another language and after a section."""
    if language(said.text) == "en":
        return
    if re.match(r"(?i)(?:wann|quand|um wie ?viel uhr|à quelle heure|wo|où)\b", said.text) and (
        said.sections or _SESSION.search(said.text)
    ):
        yield "When is the next session?"
    elif _PROMISED.search(said.text):
        yield "What did she commit to?"
    elif said.sections:
        yield f"What are the {said.sections[0]}?"


_SESSION = re.compile(
    r"(?i)\b(?:termin|sitzung|gespräch|treffen|séance|rendez-vous|rencontre|nous revoyons|sehen wir)\b"
)
_PROMISED = re.compile(
    r"(?i)\b(?:vereinbar\w*|verpflicht\w*|vorgenommen|zugesagt|versprochen|engag\w*|promis\w*|aufgaben|tâches)\b"
)
