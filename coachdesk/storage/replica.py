"""This file is the replica: the encrypted local database of one server and coach, as the rest of CoachDesk uses it.

One thread writes (`storage.writer`); what a write method returns is a future that is done once the write is on the
disk. Reads are plain calls on a connection of the calling thread, each in a snapshot of its own. Other processes may
write too: `data_version` tells.
"""

from __future__ import annotations

import hashlib
import logging
import threading
from array import array
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import apsw
from filelock import FileLock, Timeout

from coachdesk.domain.clock import Clock
from coachdesk.domain.protocol import TranscriptRow
from coachdesk.domain.session import Client, Policy
from coachdesk.domain.summary import Revision
from coachdesk.errors import StorageFault
from coachdesk.storage import listing, overlay, pages, relisting, salvage, search
from coachdesk.storage.adopting import Adopting
from coachdesk.storage.database import DAMAGE, DAMAGE_NOTE, connect, fault_of, first, plain_faults
from coachdesk.storage.keeping import Keeping
from coachdesk.storage.key_check import check_key
from coachdesk.storage.listing import ListedClient, ListRow, Query
from coachdesk.storage.meta import integer, put, text
from coachdesk.storage.outbox import Outbox, put_draft
from coachdesk.storage.overlay import Shown, ShownMessage
from coachdesk.storage.schema import migrate
from coachdesk.storage.turns import Turns
from coachdesk.storage.writer import Committed, Transaction, Writer

T = TypeVar("T")
OPEN_S = 30.0
"""How long opening waits for another process that is migrating or saving, in seconds."""

_log = logging.getLogger(__name__)


class Replica:
    """The replica in one folder. `findings` are sentences for the coach about damage that was found on opening.

    Write methods return futures, read methods raise at once: StorageFault when the disk or another process is at fault.
    """

    def __init__(
        self, folder: Path, key: bytes, clock: Clock, findings: tuple[str, ...], *, index_when_idle: bool
    ) -> None:
        self._folder, self._path = folder, folder / "replica.db"
        self._key, self._clock = key, clock
        self.findings = findings
        self._local = threading.local()
        self._readers: list[tuple[apsw.Connection, threading.Lock]] = []
        self._closed = False
        self._guard = threading.Lock()
        self._callbacks: list[Callable[[Committed], None]] = []
        self._index_when_idle = self._behind = index_when_idle
        with plain_faults():
            self._writer = Writer(
                lambda: connect(self._path, key, cache_kib=16_384),
                relisting.refresh,
                self._announce,
                self._idle,
                lambda: salvage.note_damage(folder, clock),
            )
        self.outbox = Outbox(self._writer, self._reading)
        self.keeping = Keeping(self._writer, self._reading)
        self.adopting = Adopting(self._writer)
        self.turns = Turns(self._writer, self._reading, clock)
        with self._reading() as connection:
            self.device = text(connection, "device", "")
            relist = text(connection, "relist", "")
        if relist:
            salvage.list_again(self._writer, self._reading)

    def hold_questions_to(self, most: Policy) -> None:
        """Send no question that the organisation forbids: `most` is the most that it lets models see."""
        self.outbox.most = self.turns.most = most

    @classmethod
    def open(cls, folder: Path, key: bytes, clock: Clock, *, index_when_idle: bool = True) -> Replica:
        """Open the replica in `folder`, or make one; `key` has 32 bytes.

        A damaged database is set aside and what can be read is saved, see `findings`. With `index_when_idle` the writer
        fills the full-text index by itself. Raises WrongPassphrase for another key than it was made with, StorageFault
        where the disk does not allow it.
        """
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with FileLock(folder / "open.lock", timeout=OPEN_S, mode=0o600):
                check_key(folder, key)
                findings = cls._prepare(folder, key, clock)
            return cls(folder, key, clock, findings, index_when_idle=index_when_idle)
        except Timeout as fault:
            raise StorageFault("Another CoachDesk is busy opening this data; try again in a minute.") from fault
        except (apsw.Error, OSError) as fault:
            raise fault_of(fault) from fault

    @staticmethod
    def _prepare(folder: Path, key: bytes, clock: Clock) -> tuple[str, ...]:
        """Make, migrate or repair the database; return the findings."""
        path = folder / "replica.db"
        if (folder / DAMAGE_NOTE).exists():
            return salvage.set_aside_and_save(folder, key, clock)
        damaged = False
        try:
            connection = connect(path, key, create=True)
        except DAMAGE:
            damaged = True
        else:
            try:
                migrate(connection, path)
                damaged = not salvage.sound(connection)
            except DAMAGE:
                damaged = True
            finally:
                connection.close()
        return salvage.set_aside_and_save(folder, key, clock) if damaged else ()

    def close(self, deadline_s: float = 10.0) -> None:
        """Finish the writes that were handed over and close. Raises StorageFault after `deadline_s` seconds."""
        with self._guard:
            self._closed = True
            readers, self._readers = self._readers, []
        try:
            self._writer.stop(deadline_s)
        finally:
            for connection, reading in readers:
                connection.interrupt()
                if reading.acquire(timeout=deadline_s):
                    connection.close()
                    reading.release()
        self._writer.close()
        self._key = b""  # a locked CoachDesk holds no key

    def __repr__(self) -> str:
        return f"Replica({str(self._folder)!r})"

    def _reader(self) -> tuple[apsw.Connection, threading.Lock]:
        """Return this thread's read connection, and the lock that is held while it reads."""
        known: tuple[apsw.Connection, threading.Lock] | None = getattr(self._local, "reader", None)
        if known is not None:
            return known
        with self._guard:
            if self._closed:
                raise apsw.ConnectionClosedError
            connection = connect(self._path, self._key, cache_kib=8192)
            connection.pragma("query_only", True)
            reader = (connection, threading.Lock())
            self._readers.append(reader)
        self._local.reader = reader
        return reader

    @contextmanager
    def _reading(self) -> Iterator[apsw.Connection]:
        """Give this thread's read connection, in one snapshot."""
        try:
            connection, reading = self._reader()
            with reading:
                connection.execute("BEGIN")
                try:
                    yield connection
                finally:
                    connection.execute("COMMIT")
        except (apsw.ConnectionClosedError, apsw.InterruptError) as fault:
            raise StorageFault("CoachDesk is closing; start it again.") from fault
        except (apsw.Error, OSError) as fault:
            if isinstance(fault, DAMAGE):
                salvage.note_damage(self._folder, self._clock)
            raise fault_of(fault) from fault

    def _announce(self, committed: Committed) -> None:
        for callback in tuple(self._callbacks):
            try:
                callback(committed)
            except Exception as fault:  # noqa: BLE001  # one listener's defect must not stop the thread that writes
                _log.error("a listener failed: %s", type(fault).__name__)

    def _idle(self, writer: Writer) -> bool:
        more = self._index_when_idle and writer.transact(search.index_slice, durable=False) > 0
        if self._behind and not more:  # who searched meanwhile has not seen all hits
            self._behind = False
            self._announce(Committed(rows=True))
        return more

    # What the replica knows about itself.

    @property
    def cursor(self) -> int:
        """Up to where the platform's changes are stored."""
        with self._reading() as connection:
            return integer(connection, "cursor")

    @property
    def empty(self) -> bool:
        """Whether neither the platform nor the coach has put anything here."""
        with self._reading() as connection:
            tables = ("row", "outbox", "draft", "proposal", "blob", "kept")
            return not any(first(connection, f"SELECT 1 FROM {table} LIMIT 1") for table in tables)

    def meta(self, key: str) -> str | None:
        """Return what was stored under `key` with `set_meta`, or None."""
        with self._reading() as connection:
            return text(connection, "own." + key, "") or None

    def set_meta(self, key: str, value: str | None) -> Future[None]:
        """Store a short text under `key`; None removes it."""
        return self._writer.submit(lambda transaction: put(transaction.connection, "own." + key, value or ""))

    def on_commit(self, callback: Callable[[Committed], None]) -> Callable[[], None]:
        """Have `callback` called on the writer's thread after each commit; return what ends that."""
        self._callbacks.append(callback)
        return lambda: self._callbacks.remove(callback) if callback in self._callbacks else None

    def data_version(self) -> int:
        """Return a number, for this thread, that is another one once any connection has committed something."""
        with self._reading() as connection:
            return int(connection.pragma("data_version"))

    # What the platform says.

    def apply_page(
        self, changes: pages.Changes, cursor: int, *, more: bool = False, after: int | None = None
    ) -> Future[bool]:
        """Store a page of changes as they came, and the cursor behind it.

        The last page, with `more` False, ends a full refresh and is forced to the disk with all before it: what a power
        failure takes of a pull is asked for again. `after` is the cursor that was asked for: a page for another one is
        not stored, and the future gives False. Raises Unreadable (at once) for a wrong type in any change, then nothing
        is stored.
        """
        page = pages.read(changes)
        return self._writer.submit(
            lambda transaction: pages.apply(transaction, page, cursor, more=more, after=after), durable=not more
        )

    def digest(self) -> tuple[dict[str, int], str]:
        """Return how many rows each kind has (kinds without rows left out), and the sum of their hashes in hex."""
        with self._reading() as connection:
            return pages.Digest(connection).value

    def forget_platform(self) -> Future[None]:
        """Begin a full refresh from cursor 0. The outbox stays; rows are shown on until a page with `more` False."""
        return self._writer.submit(pages.forget)

    # The list.

    def keys(self, query: Query = Query(), most: int | None = None) -> array[int]:  # noqa: B008  # frozen
        """Return the keys of the rows for `query` in its order, at most `most`; with words in it as `search` does.

        Without `most` a search gives all hits: the newest 500 ranked, then the others, newest first.
        """
        with self._reading() as connection:
            if query.text.strip():
                return search.search(connection, query, most)
            return listing.keys(connection, query, most)

    def rows(self, keys: Sequence[int]) -> list[ListRow]:
        """Return the rows of `keys` in that order; those no longer shown are left out."""
        with self._reading() as connection:
            return listing.rows(connection, keys)

    def headings(self, query: Query) -> list[tuple[str, int]]:
        """Return the months or clients of the list for `query` (without words), and how many rows each has."""
        with self._reading() as connection:
            return listing.headings(connection, query)

    def tags(self, most: int) -> list[str]:
        """Return the tags that most sessions have, at most `most`, by alphabet."""
        with self._reading() as connection:
            return listing.tags(connection, most)

    def key_of(self, session: str) -> int | None:
        """Return the key of a session, or None if it is not shown."""
        with self._reading() as connection:
            return listing.key_of(connection, session)

    def index_slice(self) -> Future[int]:
        """Index some more rows for the search; gives how many, 0 once all are."""
        return self._writer.submit(search.index_slice, durable=False)

    def hear(self, session: str, blob: str, text: str) -> Future[None]:
        """Index what was said in a session for the search; `blob` names the transcript."""
        return self._writer.submit(lambda transaction: search.hear(transaction, session, blob, text), durable=False)

    def heard(self, session: str) -> str | None:
        """Return which transcript of a session the search knows, or None."""
        with self._reading() as connection:
            row = first(
                connection, "SELECT blob FROM heard JOIN shown ON shown.key = heard.key WHERE id = ?", (session,)
            )
        return str(row[0]) if row else None

    # One session, one client.

    def session(self, session: str) -> Shown | None:
        """Return a session with the outbox applied, or None."""
        with self._reading() as connection:
            return overlay.one_session(connection, session)

    def client(self, client: str) -> Client | None:
        """Return a client with the outbox applied, or None."""
        with self._reading() as connection:
            return overlay.shown_clients(connection, (client,)).get(client)

    def clients(self) -> list[ListedClient]:
        """Return all clients by name."""
        with self._reading() as connection:
            return listing.clients(connection)

    def revisions(self, session: str) -> dict[str, tuple[Revision, int | None]]:
        """Return the revisions of a session by id, oldest first, with their seq; None: only in the outbox."""
        with self._reading() as connection:
            return overlay.revisions(connection, session)

    def messages(self, session: str) -> list[ShownMessage]:
        """Return the chat of a session in order."""
        with self._reading() as connection:
            return overlay.messages(connection, session)

    def transcript_row(self, session: str) -> TranscriptRow | None:
        """Return which blob holds the transcript of a session, or None."""
        with self._reading() as connection:
            return overlay.transcript_row(connection, session)

    def transcript_is_newer(self, session: str, revision: str) -> bool:
        """Return whether the transcript of a session was stored after `revision` of its summary."""
        with self._reading() as connection:
            return overlay.transcript_is_newer(connection, session, revision)

    def summary(self, session: str) -> tuple[str | None, str] | None:
        """Return revision and text of the summary as it is shown, (None, "") without one; None without the session."""
        with self._reading() as connection:
            return overlay.summary(connection, session)

    # What exists nowhere else.

    def put_blob(self, data: bytes) -> Future[str]:
        """Store a file until the platform has it; gives its SHA-256 in hex."""
        sha = hashlib.sha256(data).hexdigest()

        def job(transaction: Transaction) -> str:
            transaction.connection.execute("INSERT OR IGNORE INTO blob VALUES (?, ?)", (sha, data))
            return sha

        return self._writer.submit(job)

    def blob(self, sha: str) -> bytes | None:
        """Return a file that the platform does not have yet, or None."""
        with self._reading() as connection:
            row = first(connection, "SELECT data FROM blob WHERE sha = ?", (sha,))
        return bytes(row[0]) if row else None

    def drop_blob(self, sha: str) -> Future[None]:
        """Delete a file that the platform has."""

        def job(transaction: Transaction) -> None:
            transaction.connection.execute("DELETE FROM blob WHERE sha = ?", (sha,))

        return self._writer.submit(job)

    def save_draft(self, session: str, kind: str, text: str) -> Future[None]:
        """Store what is being typed; "" removes it."""

        def job(transaction: Transaction) -> None:
            put_draft(transaction.connection, session, kind, text)

        return self._writer.submit(job)

    def draft(self, session: str, kind: str) -> str:
        """Return what was being typed, or ""."""
        with self._reading() as connection:
            row = first(connection, "SELECT text FROM draft WHERE session = ? AND kind = ?", (session, kind))
        return str(row[0]) if row else ""

    def save_proposal(self, session: str, proposal: bytes | None) -> Future[None]:
        """Store what a local model proposes (JSON of the desk's), or remove it with None."""

        def job(transaction: Transaction) -> None:
            if proposal is None:
                transaction.connection.execute("DELETE FROM proposal WHERE session = ?", (session,))
            else:
                transaction.connection.execute("INSERT OR REPLACE INTO proposal VALUES (?, ?)", (session, proposal))
            transaction.sessions.add(session)

        return self._writer.submit(job)

    def proposal(self, session: str) -> bytes | None:
        """Return the stored proposal, or None."""
        with self._reading() as connection:
            row = first(connection, "SELECT json FROM proposal WHERE session = ?", (session,))
        return bytes(row[0]) if row else None
