"""This file adds the sample sessions: invented clients, transcripts and summaries for whoever tries CoachDesk.

They come as operations with fixed ids, so adding them again changes nothing, also after the coach deleted some.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import msgspec

from coachdesk.domain.protocol import BATCH
from coachdesk.domain.session import Line, Transcript
from coachdesk.errors import OurFault
from coachdesk.resources import resource
from coachdesk.server.auth import Auth
from coachdesk.server.blobs import Blobs
from coachdesk.server.platform import Platform

_NAMESPACE = uuid.UUID("5f0c0a0e-7f0b-4d8e-9a51-6d3d2f0c5a11")
_DEVICE = "demo"


class DemoClient(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A client of the sample; `key` names it in sessions."""

    key: str
    name: str
    email: str = ""
    policy: str = "platform"


class DemoSession(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A session of the sample; `<key>.txt` is its transcript, `<key>.md` its summary if there is one."""

    key: str
    client: str
    date: str
    minutes: int
    title: str
    type: str = "coaching"
    status: str = "open"
    tags: tuple[str, ...] = ()


class DemoIndex(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What `sessions.json` holds."""

    clients: tuple[DemoClient, ...]
    sessions: tuple[DemoSession, ...]


async def add_demo(auth: Auth, platform: Platform, blobs: Blobs) -> str:
    """Add the coach and the sessions where they are missing; returns the coach's token."""
    coach, token = await auth.demo_coach()
    folder = resource("demo")
    index = read_index(folder)
    operations: list[dict[str, Any]] = [
        _operation(
            "client.put",
            client.key,
            None,
            index.sessions[-1].date,
            {"name": client.name, "email": client.email, "policy": client.policy},
        )
        for client in index.clients
    ]
    contents = []
    for session in index.sessions:
        transcript = read_transcript(folder / f"{session.key}.txt")
        operations += _session_operations(folder, session, transcript)
        contents.append(transcript.blob())
    if await _refused(platform, coach.id, operations) == "blob":
        # Only now: a transcript that the coach deleted is not to come back as a blob that nobody names.
        for content in contents:
            await blobs.put(coach.id, hashlib.sha256(content).hexdigest(), _once(content))
        reason = await _refused(platform, coach.id, operations)
        if reason is not None:
            raise OurFault(f"The sample sessions were refused: {reason}.")
    return token


async def _refused(platform: Platform, coach: int, operations: list[dict[str, Any]]) -> str | None:
    """Push what is not there yet; returns why something was refused."""
    for start in range(0, len(operations), BATCH):
        for result in await platform.push(coach, operations[start : start + BATCH], _DEVICE, None):
            if result.status == "rejected" and result.reason != "gone":
                return result.reason
    return None


def read_index(folder: Path) -> DemoIndex:
    """Return what the sample in `folder` consists of."""
    return msgspec.json.decode((folder / "sessions.json").read_bytes(), type=DemoIndex)


def read_transcript(file: Path) -> Transcript:
    """Return the lines "Speaker: text" of a sample."""
    lines = []
    for written in file.read_text("utf-8").splitlines():
        speaker, colon, text = written.partition(": ")
        if colon:
            lines.append(Line(speaker, text))
    return Transcript(tuple(lines))


def _session_operations(folder: Path, session: DemoSession, transcript: Transcript) -> list[dict[str, Any]]:
    id, blob = _id(session.key), transcript.blob()
    fields = {
        "client": _id(session.client),
        "date": session.date,
        "minutes": session.minutes,
        "type": session.type,
        "participants": sorted({line.speaker for line in transcript.lines}),
        "status": session.status,
        "tags": session.tags,
        "title": session.title,
    }
    named = {"blob": hashlib.sha256(blob).hexdigest(), "bytes": len(blob), "lines": len(transcript.lines)}
    made = [
        _operation("session.put", session.key, id, session.date, fields),
        _operation("transcript.put", session.key, id, session.date, named),
    ]
    summary = folder / f"{session.key}.md"
    if summary.exists():
        text = {"text": summary.read_text("utf-8"), "origin": "coach"}
        made.append(_operation("summary.revise", f"{session.key}.md", id, session.date, text))
    return made


def _operation(kind: str, key: str, session: str | None, at: str, data: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": _id(f"{kind} {key}"),
        "number": 1,
        "kind": kind,
        "session": session,
        "entity": _id(key),
        "at": at,
        "data": data,
    }


def _id(key: str) -> str:
    return str(uuid.uuid5(_NAMESPACE, key))


async def _once(content: bytes) -> AsyncIterator[bytes]:
    yield content
