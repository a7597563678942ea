"""This file runs the one thread that writes to the replica: each job is one transaction, in the order they came."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any, TypeVar

import apsw

from coachdesk.errors import CoachDeskError, StorageFault
from coachdesk.storage.database import DAMAGE, fault_of, flush

T = TypeVar("T")
IDLE_S = 0.2
"""How long nothing is to be written before idle work begins, in seconds."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Committed:
    """What one transaction changed. `rows`: lines of the list came, went or moved; `outbox`: the queue changed."""

    sessions: frozenset[str] = frozenset()
    clients: frozenset[str] = frozenset()
    rows: bool = False
    outbox: bool = False


@dataclass(slots=True)
class Transaction:
    """A transaction under way: its connection, and what it has touched so far."""

    connection: apsw.Connection
    sessions: set[str] = field(default_factory=set)
    clients: set[str] = field(default_factory=set)
    rows: bool = False
    outbox: bool = False

    @property
    def committed(self) -> Committed:
        """What is announced once the transaction is durable."""
        return Committed(frozenset(self.sessions), frozenset(self.clients), self.rows, self.outbox)


class Writer:
    """Does jobs one after another on a connection of its own.

    `before_commit` completes a transaction from what the job touched; `after_commit` hears of each that changed
    something; `idle` does a little work when nothing is waiting and returns whether there is more; `damaged` hears that
    a page could not be read.
    """

    def __init__(
        self,
        connect: Callable[[], apsw.Connection],
        before_commit: Callable[[Transaction], None],
        after_commit: Callable[[Committed], None],
        idle: Callable[[Writer], bool],
        damaged: Callable[[], None],
    ) -> None:
        self._connection = connect()
        self._before_commit = before_commit
        self._after_commit = after_commit
        self._idle = idle
        self._damaged = damaged
        self._jobs: queue.SimpleQueue[tuple[Callable[[Transaction], Any], Future[Any], bool] | None] = (
            queue.SimpleQueue()
        )
        self._closing = threading.Lock()
        self._closed = False
        self._tight = False
        self._thread = threading.Thread(target=self._run, name="coachdesk-replica-writer", daemon=True)
        self._thread.start()

    def submit(self, job: Callable[[Transaction], T], *, durable: bool = True) -> Future[T]:
        """Return the result of `job` once its transaction is committed; on any error nothing of it stays.

        With `durable` False the commit is not forced to the disk: for what can be computed again. The future cannot be
        cancelled: what was handed over is written, even if nobody waits for it any more.
        """
        future: Future[T] = Future()
        future.set_running_or_notify_cancel()
        with self._closing:
            if self._closed:
                future.set_exception(StorageFault("CoachDesk is closing, so this was not saved; start it again."))
            else:
                self._jobs.put((job, future, durable))
        return future

    @property
    def waiting(self) -> bool:
        """Whether a job waits."""
        return not self._jobs.empty()

    def stop(self, deadline_s: float = 10.0) -> None:
        """Do what was submitted, then stop; `close` closes the connection.

        Raises StorageFault if that takes longer than `deadline_s` seconds.
        """
        with self._closing:
            if not self._closed:
                self._closed = True
                self._jobs.put(None)
        self._thread.join(deadline_s)
        if self._thread.is_alive():
            raise StorageFault(
                "The disk is too slow to save the last edits; they are kept until CoachDesk starts again."
            )

    def close(self) -> None:
        """Close the connection, after `stop`; as the last one it moves all into the database file."""
        self._connection.close()

    def _run(self) -> None:
        more = True
        while True:
            try:
                item = self._jobs.get(timeout=IDLE_S) if more else self._jobs.get()
            except queue.Empty:
                more = self._idle_once()
                continue
            if item is None:
                break
            job, future, durable = item
            try:
                result = self.transact(job, durable=durable)
            except BaseException as fault:  # noqa: BLE001  # the caller gets it, this thread lives on
                future.set_exception(fault)
            else:
                future.set_result(result)
            del item, job, future
            more = True

    def _idle_once(self) -> bool:
        """Do idle work until something is waiting; return whether there is more of it."""
        try:
            while self._idle(self):
                if self.waiting:
                    return True
        except CoachDeskError as fault:
            _log.warning("idle work failed: %s", type(fault.__cause__ or fault).__name__)
        return False

    def transact(self, job: Callable[[Transaction], T], *, durable: bool = True) -> T:
        """Run `job` in one transaction on this thread and return its result. Raises CoachDeskError."""
        try:
            if self._tight:
                self._make_room()
            try:
                result, committed = self._attempt(job, durable)
            except apsw.FullError:
                self._make_room()
                result, committed = self._attempt(job, durable)
        except DAMAGE as fault:
            self._damaged()
            raise fault_of(fault) from fault
        except (apsw.Error, OSError) as fault:
            raise fault_of(fault) from fault
        if committed != Committed():
            self._after_commit(committed)
        return result

    def _make_room(self) -> None:
        """Empty the log, which may hold the room that is missing; that needs room too, so it may have to wait."""
        try:
            flush(self._connection)
        except apsw.Error as fault:
            self._tight = True
            _log.info("the log could not be emptied: %s", type(fault).__name__)
        else:
            self._tight = False

    def _attempt(self, job: Callable[[Transaction], T], durable: bool) -> tuple[T, Committed]:
        connection = self._connection
        transaction = Transaction(connection)
        try:
            if not durable:
                connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("BEGIN IMMEDIATE")
            result = job(transaction)
            self._before_commit(transaction)
            connection.execute("COMMIT")
        except BaseException:
            self._roll_back()
            raise
        finally:
            if not durable:
                connection.execute("PRAGMA synchronous = FULL")
        return result, transaction.committed

    def _roll_back(self) -> None:
        """Leave the connection outside a transaction, whatever the disk says."""
        if self._connection.in_transaction:
            try:
                self._connection.execute("ROLLBACK")
            except apsw.Error as fault:
                _log.warning("rollback failed: %s", type(fault).__name__)
