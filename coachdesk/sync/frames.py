"""This file reads and writes what Socket.IO carries, and knows an event that is too large before it is read."""

from __future__ import annotations

import re

import msgspec

from coachdesk.domain.protocol import EVENT_MOST

_EVENT = re.compile(r'[25](?:\d+-)?(?:/[^,]*,)?\d*\["([^"]{0,64})"')
_SMALL = min(EVENT_MOST.values())


class WireJson:
    """JSON for socketio: msgspec, which refuses NaN and lone surrogates.

    What an acknowledgement brings is left as it came: who asked reads it straight into the form that is expected.
    """

    @staticmethod
    def dumps(value: object, **_options: object) -> str:
        return msgspec.json.encode(value).decode()

    @staticmethod
    def loads(text: str | bytes, **_options: object) -> object:
        if text[:1] in ("[", b"["):
            values = msgspec.json.decode(text, type=list[msgspec.Raw])
            if not values or bytes(values[0])[:1] != b'"':  # an event begins with its name
                return values
        return msgspec.json.decode(text)


def too_large(frame: str) -> bool:
    """Return whether a Socket.IO frame is an event larger than its kind may be; it is refused before it is parsed."""
    if len(frame) <= _SMALL:
        return False
    found = _EVENT.match(frame)
    return found is not None and len(frame) > EVENT_MOST.get(found[1], _SMALL)
