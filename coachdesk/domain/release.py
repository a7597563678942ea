"""This file reads what the makers say of a newer release: a manifest that they signed, and nobody can change.

The file on the web is JSON, `{"manifest": TEXT, "signature": BASE64}`. The signature (Ed25519, RFC 8032) is that of the
bytes of TEXT, which is JSON again: `{"version": "1.2.0", "published": "2027-01-31", "page": "https://…", "news": […]}`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec

from coachdesk.errors import Unreadable

BYTES = 64 << 10
"""The most that a manifest may take; no more is read."""
_VERSION = re.compile(r"\d{1,4}(\.\d{1,5}){1,3}")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Signed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file as it comes: the manifest's text and the signature of its bytes."""

    manifest: str
    signature: bytes


class Release(msgspec.Struct, frozen=True):
    """One release: its number, the day on which it was published, a page to read more, and what is new in it."""

    version: str
    published: str
    page: str
    news: tuple[str, ...] = ()


def read_release(content: bytes, is_signed: Callable[[bytes, bytes], bool]) -> Release:
    """Return the release that a file tells of. `is_signed` gets the signature (64 bytes) and what it signs.

    Raises Unreadable where the file is none of ours: not signed by the makers, changed, too large or in another form.
    """
    refusal = "What was said of a newer version does not come from the makers of CoachDesk. It was ignored."
    try:
        if len(content) > BYTES:
            raise Unreadable(refusal)
        signed = msgspec.json.decode(content, type=Signed)
        if not is_signed(signed.signature, signed.manifest.encode()):
            raise Unreadable(refusal)
        release = msgspec.json.decode(signed.manifest, type=Release)
    except (msgspec.DecodeError, UnicodeEncodeError) as fault:
        raise Unreadable(refusal) from fault
    safe = release.page.startswith("https://")
    if not (safe and _VERSION.fullmatch(release.version) and _DAY.fullmatch(release.published)):
        raise Unreadable(refusal)
    return release


def is_newer(version: str, than: str) -> bool:
    """Return whether one version number comes after another; what follows the numbers (".dev1") does not count."""
    return _numbers(version) > _numbers(than)


def _numbers(version: str) -> tuple[int, ...]:
    numbers = [int(part) for part in re.findall(r"\d+", re.split(r"[^\d.]|\.\D", version, maxsplit=1)[0])]
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)
