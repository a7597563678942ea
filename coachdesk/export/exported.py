"""This file defines what may leave CoachDesk: one session's texts, and the forms in which they can be written."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from coachdesk.domain.session import Transcript
from coachdesk.errors import UserFault


class ExportFormat(StrEnum):
    """The forms of an exported session; the value is also the file's ending."""

    MARKDOWN = "md"
    DOCX = "docx"
    VTT = "vtt"
    EMAIL = "eml"
    JSON = "json"


_ALIASES = {"markdown": "md", "word": "docx", "webvtt": "vtt", "email": "eml", "e-mail": "eml", "mail": "eml"}


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Exported:
    """One session as it is written to a file.

    `date` is ISO 8601 or empty, `summary` Markdown. An empty `transcript` leaves that part out. `sender` and
    `recipient` are e-mail addresses, used by the e-mail alone, and may be empty.
    """

    title: str
    client: str = ""
    date: str = ""
    participants: tuple[str, ...] = ()
    summary: str = ""
    transcript: Transcript = field(default_factory=Transcript)
    sender: str = ""
    recipient: str = ""

    def __repr__(self) -> str:
        return f"Exported(characters={len(self.summary)}, lines={len(self.transcript.lines)})"

    @property
    def heading(self) -> str:
        """The title, or the client and day where there is none."""
        return line_of(self.title) or line_of(f"{self.client} {self.date[:10]}") or "Session"

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """What is known about the session, as pairs of a word and its value, in the order of reading."""
        pairs = (
            ("Client", line_of(self.client)),
            ("Date", line_of(self.date)),
            ("Participants", ", ".join(line_of(name) for name in self.participants)),
        )
        return tuple((word, value) for word, value in pairs if value)


def format_of(name: str) -> ExportFormat:
    """Return the form that `name` means ("md", "Markdown", "e-mail", ".docx"); raises UserFault for any other name."""
    plain = name.casefold().strip().lstrip(".")
    try:
        return ExportFormat(_ALIASES.get(plain, plain))
    except ValueError as error:
        known = ", ".join(ExportFormat)
        raise UserFault(f"A session cannot be exported in that format: choose one of {known}.") from error


def text_of(text: str) -> str:
    """Return `text` with line breaks as \\n, without control characters and surrogates, which no format holds."""
    joined = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in joined if sign in "\n\t" or not _is_unwritable(sign))


def line_of(text: str) -> str:
    """Return `text` as one line with single spaces."""
    return " ".join(text_of(text).split())


def _is_unwritable(sign: str) -> bool:
    code = ord(sign)
    return code < 0x20 or 0x7F <= code <= 0x9F or 0xD800 <= code <= 0xDFFF or code & 0xFFFE == 0xFFFE
