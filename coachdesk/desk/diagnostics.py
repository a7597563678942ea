"""This file gathers what someone who helps a coach needs: versions, counts, state, log; never a client's text."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from coachdesk.desk.doctor import versions
from coachdesk.desk.listed import ListQuery

if TYPE_CHECKING:
    from coachdesk.desk.desk import Desk

LINES = 40
"""How many lines of the log are told; the log itself holds no texts."""
MOST_LINES = 300
"""How many are shown to a coach who looks at it."""
_TAIL_BYTES = 64_000
_LINE = 400


def counted(desk: Desk) -> str:
    """Return lines about the desk: how it stands, how much there is, what kinds of edits wait."""
    status = desk.status
    waiting = Counter(f"{row.kind} {row.state.value}" for row in desk.outbox())
    return "\n".join(
        (
            f"State: {status.sentence}",
            f"Online: {status.online}, synced: {status.synced}, cursor: {status.cursor}",
            f"Sessions: {len(desk.keys(ListQuery()))}, clients: {len(desk.clients())}",
            "Waiting: " + (", ".join(f"{count} {kind}" for kind, count in sorted(waiting.items())) or "nothing"),
        )
    )


def diagnostics(counts: str, logs: Path) -> str:
    """Return `counts` between the versions and the last LINES lines of the log in the folder `logs`; reads files."""
    return "\n".join((f"Versions: {versions().sentence}", counts, "", *_last_lines(logs / "coachdesk.log")))


def log_in_words(logs: Path) -> list[str]:
    """Return the end of the log in the folder `logs`, oldest first, one line for each event; reads a file."""
    return [_in_words(line) for line in _last_lines(logs / "coachdesk.log", MOST_LINES)]


def _in_words(line: str) -> str:
    try:
        told = msgspec.json.decode(line, type=dict[str, Any])
    except msgspec.DecodeError:
        return line[:_LINE]
    at, level = str(told.pop("at", ""))[:19].replace("T", " "), str(told.pop("level", ""))
    logger, event = str(told.pop("logger", "")), str(told.pop("event", ""))
    rest = " ".join(f"{name}={value}" for name, value in told.items())
    return f"{at}  {level:8}{logger}  {event}  {rest}".rstrip()[:_LINE]


def _last_lines(file: Path, most: int = LINES) -> list[str]:
    try:
        with file.open("rb") as log:
            log.seek(max(0, file.stat().st_size - _TAIL_BYTES))
            return log.read().decode("utf-8", "replace").splitlines()[-most:]
    except OSError:
        return ["There is no log."]
