"""This file moves what a laptop without a platform wrote into the replica of the coach who signs in.

Two databases are never committed as one, so the way is that of an edit to the platform:

    pack     on the laptop: everything is marked as sent, and whose it becomes. From then on no edit is united with one
             that may have been taken over already, and no other coach gets it
    take     in the coach's replica, in one transaction: the operations under their own ids, not sent yet, with flags,
             drafts and proposals, and up to which number of that laptop they came
    let_go   on the laptop: what was taken over is deleted

Killed between two of them, all three are done again: `take` passes over the numbers it has. Files go first, one by one;
one that is there twice is there once. The ids were made on this laptop and no platform has seen them, so they stay.
"""

from __future__ import annotations

from concurrent.futures import Future

import msgspec

from coachdesk.domain.protocol import Operation
from coachdesk.storage.adding import store
from coachdesk.storage.database import each, first, select
from coachdesk.storage.meta import integer, put, text
from coachdesk.storage.overlay import operation_of
from coachdesk.storage.touching import touch, touch_ids
from coachdesk.storage.writer import Transaction, Writer

_ADOPTER = "adopter"


class Baggage(msgspec.Struct, frozen=True):
    """All that one laptop's replica holds: `device` is its id, `through` the number of its last operation.

    `drafts` are (session, kind, text), `kept` the flags as (kind, id).
    """

    device: str
    through: int
    operations: tuple[Operation, ...]
    drafts: tuple[tuple[str, str, str], ...]
    proposals: tuple[tuple[str, bytes], ...]
    kept: tuple[tuple[str, str], ...]
    files: tuple[str, ...]

    def __repr__(self) -> str:
        return f"Baggage({len(self.operations)} operations)"


class Adopting:
    """One replica as the giving or the taking side. Methods return futures. Raises CoachDeskError."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def pack(self, adopter: str) -> Future[Baggage | None]:
        """Give all there is to the profile `adopter`; None if there is nothing, or it was given to another before."""

        def job(transaction: Transaction) -> Baggage | None:
            connection = transaction.connection
            if text(connection, _ADOPTER, "") not in ("", adopter):
                return None
            found = select(connection, "SELECT number, body FROM outbox ORDER BY number")
            drafts = tuple((row[0], row[1], row[2]) for row in select(connection, "SELECT * FROM draft"))
            if not found and not drafts:
                return None
            put(connection, _ADOPTER, adopter)
            connection.execute("UPDATE outbox SET sends = max(sends, 1), state = iif(state = 'queued', 'sent', state)")
            return Baggage(
                device=text(connection, "device", ""),
                through=found[-1][0] if found else 0,
                operations=tuple(operation_of(body) for _, body in found),
                drafts=drafts,
                proposals=tuple((row[0], bytes(row[1])) for row in select(connection, "SELECT * FROM proposal")),
                kept=tuple(
                    (row[0], row[1]) for row in select(connection, "SELECT * FROM kept WHERE kind <> 'platform'")
                ),
                files=tuple(row[0] for row in each(connection, "SELECT sha FROM blob")),
            )

        return self._writer.submit(job)

    def take(self, baggage: Baggage) -> Future[int]:
        """Take over what was packed, unless it was before; gives how many operations came. Its files are here."""

        def job(transaction: Transaction) -> int:
            connection = transaction.connection
            name = f"adopted.{baggage.device}"
            had = integer(connection, name)
            connection.executemany("INSERT OR IGNORE INTO kept VALUES (?, ?)", baggage.kept)
            taken = 0
            for operation in baggage.operations:
                known = first(connection, "SELECT 1 FROM outbox WHERE id = ?", (operation.id,)) is not None
                if operation.number > had and not known:
                    touch(transaction, store(connection, operation, {}, alone=True))
                    taken += 1
            connection.executemany("INSERT OR IGNORE INTO draft VALUES (?, ?, ?)", baggage.drafts)
            if baggage.through > had:
                connection.executemany("INSERT OR IGNORE INTO proposal VALUES (?, ?)", baggage.proposals)
                put(connection, name, str(baggage.through))
            transaction.outbox = True
            return taken

        return self._writer.submit(job)

    def let_go(self, baggage: Baggage) -> Future[None]:
        """Delete what another replica has taken over; what was written since then stays for the next time."""

        def job(transaction: Transaction) -> None:
            connection = transaction.connection
            gone = select(
                connection, "DELETE FROM outbox WHERE number <= ? RETURNING session, entity", (baggage.through,)
            )
            connection.executemany("DELETE FROM draft WHERE session = ? AND kind = ? AND text = ?", baggage.drafts)
            connection.executemany("DELETE FROM proposal WHERE session = ? AND json = ?", baggage.proposals)
            if first(connection, "SELECT 1 FROM outbox LIMIT 1") is None:
                connection.execute("DELETE FROM kept WHERE kind <> 'platform'")
                connection.execute("DELETE FROM blob")
                connection.execute("DELETE FROM meta WHERE key = ?", (_ADOPTER,))
            for session, entity in gone:
                touch_ids(transaction, session, entity)
            transaction.outbox = True

        return self._writer.submit(job)
