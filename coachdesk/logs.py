"""This file writes the log: one JSON line for each event, with fields from an allow-list, so that no text gets in.

Libraries log what they handle: the loop its results, Engine.IO the packet with the token. So of a record from outside
CoachDesk only its logger and level are kept, of ours the event's name and the fields named here too. A traceback is
kept as the places it went through, without its message, because messages quote values.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import MutableMapping
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Any

import structlog

FIELDS = frozenset("state why fault event code ours theirs kind count bytes ms seq attempt pid status version".split())
BYTES = 1_000_000
_OURS = "coachdesk"


def keep_allowed(event: MutableMapping[str, Any]) -> dict[str, Any]:
    """Return what may be written of one log record."""
    record: logging.LogRecord = event["_record"]
    kept: dict[str, Any] = {"logger": record.name, "level": record.levelname.lower()}
    if record.name.partition(".")[0] == _OURS:
        kept["event"] = record.msg
        kept |= {name: value for name, value in record.__dict__.items() if name in FIELDS and _is_plain(value)}
    fault = event.get("exc_info") or record.exc_info
    if isinstance(fault, tuple) and fault[0] is not None:
        kept["fault"] = fault[0].__name__
        frames = traceback.extract_tb(fault[2])
        kept["places"] = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in frames[-12:]]
    return kept


def writes_log() -> bool:
    """Whether this process writes its log already."""
    return any(isinstance(handler, RotatingFileHandler) for handler in logging.getLogger().handlers)


def write_log(folder: Path) -> None:
    """Write the log of this process to `folder` from now on, at most twice BYTES; the file is the owner's alone."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = folder / "coachdesk.log"
    file.touch(mode=0o600)
    handler = RotatingFileHandler(file, maxBytes=BYTES, backupCount=1, encoding="utf-8")
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[structlog.processors.TimeStamper(fmt="iso", utc=True)],
            processors=[_with_time, structlog.processors.JSONRenderer()],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    logging.getLogger(_OURS).setLevel(logging.INFO)


def _with_time(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> dict[str, Any]:
    return {"at": event.get("timestamp"), **keep_allowed(event)}


def _is_plain(value: object) -> bool:
    return isinstance(value, int | float) or (isinstance(value, str) and len(value) <= 40)
