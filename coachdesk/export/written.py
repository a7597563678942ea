"""This file writes a session as Markdown, as JSON and as an e-mail."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import msgspec

from coachdesk.export.captions import clock_time
from coachdesk.export.exported import Exported, line_of, text_of
from coachdesk.export.markup import Block, blocks_of

_SPECIAL = re.compile(r"([\\`*_\[\]<>&|~!#])")
# RFC 5322 asks for an author; .invalid (RFC 2606) is nobody's address. The mail program puts in the real one.
_NO_SENDER = "coach@coachdesk.invalid"


def markdown_of(session: Exported) -> bytes:
    """Return `session` as Markdown: title, facts, the summary as it is, the transcript with nothing active."""
    parts = [f"# {_inert(session.heading)}"]
    if session.facts:
        parts.append("\n".join(f"- {word}: {_inert(value)}" for word, value in session.facts))
    if session.summary.strip():
        parts.append(text_of(session.summary).strip())
    if session.transcript.lines:
        parts.append("## Transcript")
    for line in session.transcript.lines:
        stamp = "" if line.start is None else f" [{clock_time(line.start)}]"
        name = f"**{_inert(line_of(line.speaker))}**" if line.speaker else ""
        before = f"{name}{stamp}".strip()
        parts.append(f"{before}: {_inert(line_of(line.text))}" if before else _inert(line_of(line.text)))
    return ("\n\n".join(parts) + "\n").encode()


def json_of(session: Exported) -> bytes:
    """Return `session` as a JSON object that a transcript's import reads back: `lines` are those of the transcript."""
    document = {
        "coachdesk": 1,
        "title": session.heading,
        "client": line_of(session.client),
        "date": line_of(session.date),
        "participants": [line_of(name) for name in session.participants],
        "summary": text_of(session.summary),
        "lines": [
            msgspec.structs.replace(line, speaker=text_of(line.speaker), text=text_of(line.text))
            for line in session.transcript.lines
        ],
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def email_of(session: Exported, at_ms: int, message_id: str) -> bytes:
    """Return `session` as an unsent e-mail (RFC 5322, plain text): the summary for the client, never the transcript.

    `at_ms` (ms since 1970) dates it; `message_id` is unique, without brackets.
    """
    # Here and not above: only this export needs the package, which takes 30 ms to import.
    from email.message import EmailMessage
    from email.policy import SMTP
    from email.utils import format_datetime

    message = EmailMessage(policy=SMTP)
    message["Subject"] = session.heading
    message["From"] = _address(session.sender) or _NO_SENDER
    recipient = _address(session.recipient)
    if recipient:
        message["To"] = recipient
    message["Date"] = format_datetime(datetime.fromtimestamp(at_ms // 1000, UTC))
    message["Message-ID"] = f"<{message_id}>"
    # Mail programs open a message with this field as a draft.
    message["X-Unsent"] = "1"
    message.set_content(plain_text_of(session.summary), charset="utf-8", cte="quoted-printable")
    return message.as_bytes()


def plain_text_of(markdown: str) -> str:
    """Return `markdown` as text to read without a renderer: headings in a line of their own, lists with their marks."""
    parts, before = list[str](), None
    for block in blocks_of(text_of(markdown)):
        close = before is not None and block.kind == before and block.kind in ("item", "row")
        parts.append(("\n" if close else "\n\n") + _shown(block))
        before = block.kind
    return "".join(parts).strip() + "\n"


def _shown(block: Block) -> str:
    match block.kind:
        case "heading":
            return block.text.upper() if block.level <= 2 else block.text
        case "item":
            mark = {"☐": "[ ]", "☑": "[x]", "•": "-"}.get(block.mark, block.mark)
            indent = "  " * block.level
            return f"{indent}{mark} {block.text}" if mark else f"{indent}  {block.text}"
        case "quote":
            return "\n".join(f"> {row}" for row in block.text.split("\n"))
        case "rule":
            return "----"
        case _:
            return block.text


def _inert(text: str) -> str:
    """Return `text` so that Markdown shows it as it is: no images, links, tags or headings come to life."""
    return _SPECIAL.sub(r"\\\1", text)


def _address(written: str) -> str:
    """Return the address in `written` if it is one, else nothing; a header can hold no second line."""
    from email.utils import parseaddr

    _, address = parseaddr(line_of(written))
    return (
        address if re.fullmatch(r"[^\s@<>,;:\"()\[\]\\]+@[^\s@<>,;:\"()\[\]\\]+", address) and address.isascii() else ""
    )
