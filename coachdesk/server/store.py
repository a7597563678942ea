"""This file fixes what the platform asks of a database: one coach's rows in a change feed, accounts, and nothing else.

Each client, session, transcript, revision and message is one row. A change gives its row the coach's next `seq`, so a
pull is "rows after the cursor, in order", and a row that changes often is sent once. All of a coach's data is found
only under that coach: another coach's id is an unknown one by construction.

Work comes as a function that runs on the database's side in one transaction, so that a batch of operations costs one
round trip to the store's thread and one commit.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol, TypeVar

import msgspec

T = TypeVar("T")

KINDS = ("client", "session", "transcript", "revision", "message")


class Row(NamedTuple):
    """One entity as it is stored. `body` is the change as canonical JSON; `hash` its SHA-256, b"" once deleted.

    `device` made the last change; `foreign_seq` is the last change by any other device (0: none). `client` and `date`
    are set for sessions only, `blob` for what names one. Reading omits the body (b"") of revisions and messages, unless
    bodies are asked for.
    """

    kind: str
    id: str
    session: str | None
    seq: int
    version: int
    hash: bytes
    device: str
    foreign_seq: int
    client: str | None
    date: str | None
    blob: str | None
    body: bytes
    key: int = 0
    """What the store itself calls a row that it gave; 0 for a new one."""


class Feed(NamedTuple):
    """The end of a coach's feed: its last `seq`, live rows by kind, and the sum of their hashes modulo 2^256."""

    seq: int
    counts: Mapping[str, int]
    total: int


class Answer(NamedTuple):
    """The answer that was given to an operation which took effect."""

    status: str
    seq: int


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """A `refine.request` without a reply yet. `id` is the user message's; `device` asked."""

    coach: int
    id: str
    session: str
    base: str | None
    selection: str | None
    device: str

    def __repr__(self) -> str:
        return f"Request(coach={self.coach}, id={self.id!r}, session={self.session!r})"


class Coach(msgspec.Struct, frozen=True, kw_only=True):
    """An account. `public` is the id in tokens; `password` an argon2id hash, or None: nobody can log in."""

    id: int
    public: str
    name: str
    password: str | None = None

    def __repr__(self) -> str:
        return f"Coach(id={self.id})"


class Login(msgspec.Struct, frozen=True, kw_only=True):
    """One sign-in of a device. `used` is the number of the last refresh token that was used, 0 before the first."""

    id: str
    coach: int
    device: str
    used: int
    since_ms: int
    seen_ms: int
    expires_ms: int


class CoachReader(Protocol):
    """What may be read of one coach, within one transaction."""

    def feed(self) -> Feed: ...

    def page(self, cursor: int, limit: int, size_aim: int) -> tuple[list[bytes], int, bool]:
        """Return the bodies of at most `limit` rows after `cursor`, about `size_aim` bytes; the new cursor; if more."""

    def rows(self, ids: Collection[str]) -> Iterable[Row]:
        """Return all rows with these ids, of whatever kind."""

    def bodies(self, kind: str, ids: Collection[str]) -> Mapping[str, bytes]:
        """Return bodies by id, where there are such rows."""

    def within(self, session: str, kind: str) -> list[bytes]:
        """Return the bodies of a session's live rows of one kind, by seq."""

    def answers(self, ids: Collection[str]) -> Mapping[str, Answer]: ...

    def graph(self, session: str) -> dict[str, tuple[tuple[str, ...], int]]:
        """Return the parents and seq of each revision of a session."""

    def sessions_of(self, client: str) -> list[str]: ...

    def changed_within(self, session: str, base: int, device: str) -> bool:
        """Return whether a device other than `device` changed the session or anything in it after `base`."""

    def hashes_within(self, session: str) -> list[tuple[str, bytes]]:
        """Return kind and hash of all rows of a session but the session's own."""

    def has_blob(self, sha: str) -> bool: ...

    def sessions(self, date_from: str, date_to: str, offset: int, limit: int) -> tuple[list[bytes], int]:
        """Return session bodies, newest first, of dates in the closed range ("": open), and how many there are."""


class CoachWriter(CoachReader, Protocol):
    """What may be changed of one coach, within one transaction."""

    def save(self, added: Sequence[Row], moved: Sequence[Row], erased: Collection[str], feed: Feed) -> None:
        """Write new rows and rows that changed, remove what is in the `erased` sessions, and set the feed's end."""

    def record(self, answers: Sequence[tuple[str, Answer]], at: str) -> None: ...

    def add_request(self, request: Request) -> None: ...

    def claim(self, session: str, holder: str, for_ms: int) -> Request | None:
        """Return the oldest request of a session, held by `holder` for `for_ms` from now on.

        None where there is none, or where another one holds one of this session.
        """

    def drop_waiting(self, session: str, id: str) -> Request | None:
        """Remove a request of a session that nobody holds, and return it."""

    def drop_request(self, id: str) -> bool:
        """Remove a request; returns whether it was there."""

    def add_blob(self, sha: str, size: int) -> None: ...

    def drop_loose_blobs(self, candidates: Collection[str]) -> list[str]:
        """Forget those blobs that no row of this coach names; returns the forgotten ones."""


class Accounts(Protocol):
    """What is not of one coach: accounts, logins, the server's own settings; within one transaction."""

    def coach_named(self, name: str) -> Coach | None: ...

    def coach_with(self, public: str) -> Coach | None: ...

    def coach_by_id(self, id: int) -> Coach | None: ...

    def add_coach(self, public: str, name: str, password: str | None) -> Coach | None:
        """Add an account; returns None, and changes nothing, where the name is taken."""

    def login(self, id: str) -> Login | None:
        """Return a login, which no other transaction can change before this one ends."""

    def logins(self, coach: int) -> list[Login]: ...

    def put_login(self, login: Login) -> None: ...

    def drop_login(self, id: str) -> None: ...

    def drop_expired_logins(self, coach: int, now_ms: int) -> None: ...

    def meta_or(self, key: str, value: bytes) -> bytes:
        """Return a setting; `value` becomes it where there is none."""

    def blob_is_kept(self, sha: str) -> bool:
        """Return whether any coach has this blob."""

    def requests(self) -> list[Request]:
        """Return all requests without a reply that nobody holds, oldest first."""

    def renew(self, holder: str, ids: Collection[str], for_ms: int) -> None:
        """Let `holder` hold these requests, as far as it still does, for `for_ms` from now on."""

    def release(self, holder: str | None) -> None:
        """Let go of all that `holder` holds; None: of all that anybody does."""


class Store(Protocol):
    """A database. Each call is one transaction; a write is durable when it returns.

    Work may be run again where the database went away under it, so it changes nothing but what it is given.
    """

    async def open(self) -> None:
        """Make the database where it is missing; raises StorageFault."""

    async def read(self, coach: int, work: Callable[[CoachReader], T]) -> T: ...

    async def write(self, coach: int, work: Callable[[CoachWriter], T]) -> T:
        """Run `work` alone on this coach's data; if it raises, nothing of it is kept."""

    async def accounts(self, work: Callable[[Accounts], T]) -> T: ...

    async def close(self) -> None: ...
