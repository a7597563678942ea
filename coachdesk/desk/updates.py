"""This file looks once a day whether there is a newer CoachDesk, and says so; it installs nothing.

Asked is one address, which `resources/updates.json` names together with the makers' public key; nothing about the coach
or this laptop goes there. There is no look where the coach or the organisation does not want one, where a package
manager installed CoachDesk and brings newer ones itself (`resources/installed-by`), and in a build whose makers have
not put a key in. What was once told is not told again; a manifest older than one seen before is ignored, so that nobody
can hide a newer one behind it.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta

import msgspec

from coachdesk.domain.clock import Clock
from coachdesk.domain.release import BYTES, Release, is_newer, read_release
from coachdesk.errors import CoachDeskError, Offline
from coachdesk.resources import resource
from coachdesk.settings import Settings
from coachdesk.sync.platform_http import Trust, checked_address, new_session

PAUSE = timedelta(days=1)

_log = logging.getLogger(__name__)

Fetch = Callable[[str], Awaitable[bytes]]


class Source(msgspec.Struct, frozen=True):
    """Where the makers tell of releases: an https address, and their Ed25519 public key (32 bytes; empty: none yet)."""

    address: str
    key: bytes


class Memory(msgspec.Struct, omit_defaults=True):
    """What is remembered between looks: when (seconds since 1970), and what was seen and told last."""

    wanted: bool = True
    looked: float = 0.0
    published: str = ""
    told: str = ""


def releases_source() -> Source:
    """Return whom this build asks; one without the file, or without a key in it, asks nobody."""
    try:
        return msgspec.json.decode(resource("updates.json").read_bytes(), type=Source)
    except (OSError, msgspec.DecodeError):
        return Source("", b"")


class Updates:
    """The daily look of one home; `home/updates.json` remembers it."""

    def __init__(
        self, settings: Settings, clock: Clock, running: str, source: Source, fetch: Fetch | None = None
    ) -> None:
        """`running` is the version that runs; `fetch` gets an address and returns at most BYTES of it."""
        self._file = settings.home / "updates.json"
        self._allowed = settings.organisation.updates
        self._clock = clock
        self._running = running
        self._source = source
        self._fetch = fetch or _fetch

    @property
    def offered(self) -> bool:
        """Whether this installation could look at all, so that asking the coach makes sense."""
        return bool(self._source.key and self._source.address and self._allowed) and not installed_by()

    @property
    def wanted(self) -> bool:
        """Whether the coach wants the daily look."""
        return self._memory().wanted

    def want(self, wanted: bool) -> None:
        """Remember whether the coach wants the daily look."""
        memory = self._memory()
        memory.wanted = wanted
        self._remember(memory)

    async def look(self, *, now: bool = False) -> Release | None:
        """Return a release that the coach has not been told of; `now` looks again although today's look was made.

        Raises Offline, and Unreadable for a manifest that is not the makers'.
        """
        memory = self._memory()
        at = self._clock.wall_ms() / 1000
        since = at - memory.looked
        if not self.offered or not (now or (memory.wanted and not 0 <= since < PAUSE.total_seconds())):
            return None
        release = read_release(await self._fetch(self._source.address), self._is_signed)
        memory.looked = at
        known = release.published >= memory.published
        if known:
            memory.published = release.published
        news = known and is_newer(release.version, self._running) and (now or release.version != memory.told)
        if news:
            memory.told = release.version
        self._remember(memory)
        return release if news else None

    async def sentence(self) -> str:
        """Return today's news as a sentence, or ""; whatever is in the way is logged and waits for another day."""
        try:
            release = await self.look()
        except CoachDeskError as fault:
            _log.info("no look at releases", extra={"fault": type(fault).__name__})
            return ""
        return said(release) if release else ""

    def _is_signed(self, signature: bytes, content: bytes) -> bool:
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

        try:
            Ed25519PublicKey.from_public_bytes(self._source.key).verify(signature, content)
        except (InvalidSignature, ValueError):
            return False
        return True

    def _memory(self) -> Memory:
        try:
            return msgspec.json.decode(self._file.read_bytes(), type=Memory)
        except (OSError, msgspec.DecodeError):
            return Memory()

    def _remember(self, memory: Memory) -> None:
        self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = self._file.with_suffix(".new")
        draft.write_bytes(msgspec.json.encode(memory))
        draft.chmod(0o600)
        draft.replace(self._file)


def said(release: Release) -> str:
    """Return what the coach is told of a release."""
    news = f" {' '.join(release.news)}" if release.news else ""
    return f"CoachDesk {release.version} is there.{news} Read more and get it at {release.page}"


def installed_by() -> str:
    """Return the kind of package that installed this CoachDesk, such as "deb"; "" where none did."""
    try:
        return resource("installed-by").read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""


async def _fetch(address: str) -> bytes:
    """Return the first bytes of `address`; raises Offline. Redirects are refused."""
    import aiohttp

    context = await Trust(checked_address(address), None).context()
    try:
        async with new_session(context) as session, session.get(address) as answer:
            if answer.status != 200:
                raise Offline("Nothing can be said about newer versions at the moment.")
            content = bytearray()
            async for piece in answer.content.iter_chunked(4096):
                content += piece
                if len(content) > BYTES:
                    break
            return bytes(content)
    except (aiohttp.ClientError, TimeoutError, OSError) as fault:
        raise Offline("Nothing can be said about newer versions at the moment.") from fault
