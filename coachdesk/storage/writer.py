"""This file runs the one thread that writes to the replica: each job happens whole or not at all, in their order.

Jobs that wait when the thread is free share one commit, since a commit costs more than most jobs do: each runs in a
savepoint, so that one that fails takes back only itself. Where the database itself fails, each is tried alone. Durable
jobs share with durable ones only, so that none of them waits for what need not be forced to the disk.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, TypeVar

import apsw

from coachdesk.errors import CoachDeskError, StorageFault
from coachdesk.storage.database import DAMAGE, fault_of, flush

T = TypeVar("T")
IDLE_S = 0.2
"""How long nothing is to be written before idle work begins, in seconds."""
TOGETHER = 32
"""How many jobs share one commit at most."""
TOGETHER_S = 0.02
"""A transaction that is older takes in no further job, in seconds: the first one is not to wait for many others."""

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
    counted: set[str] = field(default_factory=set)
    """Sessions of which only the number of waiting operations changed."""
    stored: dict[tuple[str, str], Any] = field(default_factory=dict)
    """What was stored of the platform's rows by kind and id, so that it need not be read and decoded again."""
    came: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)
    """The parents of the revisions among what was stored, by session and revision."""
    rows: bool = False
    outbox: bool = False

    def take_in(self, other: Transaction) -> None:
        """Count what `other`, a part of this transaction, has touched as touched here."""
        self.sessions |= other.sessions
        self.clients |= other.clients
        self.counted |= other.counted
        self.stored |= other.stored
        for session, parents in other.came.items():
            self.came.setdefault(session, {}).update(parents)
        self.rows |= other.rows
        self.outbox |= other.outbox

    @property
    def committed(self) -> Committed:
        """What is announced once the transaction is durable."""
        return Committed(frozenset(self.sessions | self.counted), frozenset(self.clients), self.rows, self.outbox)


@dataclass(frozen=True, slots=True)
class _Job:
    """What is to be done, and the future that gets its result once it is durable."""

    work: Callable[[Transaction], Any]
    future: Future[Any]
    durable: bool


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
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._held: deque[_Job | None] = deque()
        self._closing = threading.Lock()
        self._closed = False
        self._tight = False
        self._thread = threading.Thread(target=self._run, name="coachdesk-replica-writer", daemon=True)
        self._thread.start()

    def submit(self, job: Callable[[Transaction], T], *, durable: bool = True) -> Future[T]:
        """Return the result of `job` once its transaction is committed; on any error nothing of it stays.

        With `durable` False the commit is not forced to the disk, only the next durable one is, and it with it: for
        what can be computed or fetched again. The future cannot be cancelled: what was handed over is written, even if
        nobody waits for it any more.
        """
        future: Future[T] = Future()
        future.set_running_or_notify_cancel()
        with self._closing:
            if self._closed:
                future.set_exception(StorageFault("CoachDesk is closing, so this was not saved; start it again."))
            else:
                self._jobs.put(_Job(job, future, durable))
        return future

    @property
    def waiting(self) -> bool:
        """Whether a job waits."""
        return bool(self._held) or not self._jobs.empty()

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
                job = self._next(IDLE_S if more else None)
            except queue.Empty:
                more = self._idle_once()
                continue
            if job is None:
                break
            if self.waiting and not self._tight:
                self._do_together(job)
            else:
                self._do(job)
            del job
            more = True

    def _next(self, timeout_s: float | None) -> _Job | None:
        """Return the next job, None once there are no more; raises queue.Empty after `timeout_s` seconds."""
        return self._held.popleft() if self._held else self._jobs.get(timeout=timeout_s)

    def _do(self, job: _Job) -> None:
        try:
            result = self.transact(job.work, durable=job.durable)
        except BaseException as fault:  # noqa: BLE001  # the caller gets it, this thread lives on
            job.future.set_exception(fault)
        else:
            job.future.set_result(result)

    def _do_together(self, first: _Job) -> None:
        """Do `first` and the jobs behind it with one commit."""
        jobs: list[_Job] = []
        results: list[tuple[Any, BaseException | None]] = []
        try:
            committed = self._attempt_together(first, jobs, results)
        except BaseException as fault:  # noqa: BLE001  # each job meets it again by itself, where it is its own
            _log.info("jobs are done one by one: %s", type(fault).__name__)
            for job in jobs:
                self._do(job)
            return
        if committed != Committed():
            self._after_commit(committed)
        for job, (result, fault_) in zip(jobs, results, strict=True):
            if fault_ is None:
                job.future.set_result(result)
            else:
                job.future.set_exception(fault_)

    def _attempt_together(
        self, first: _Job, jobs: list[_Job], results: list[tuple[Any, BaseException | None]]
    ) -> Committed:
        """Do jobs from `first` on in one transaction; fill `jobs` and `results`. Raises what the database raises."""
        transaction = Transaction(self._connection)
        until = time.monotonic() + TOGETHER_S
        jobs.append(first)
        with self._committing(transaction, first.durable):
            results.append(self._part(first, transaction))
            while (job := self._companion(first, len(jobs), until)) is not None:
                jobs.append(job)
                results.append(self._part(job, transaction))
        return transaction.committed

    def _companion(self, first: _Job, number: int, until: float) -> _Job | None:
        """Return a job that shares the commit with `first`, in all `number` by now; None if it is time to commit."""
        if number == TOGETHER or time.monotonic() > until or not self.waiting:
            return None
        job = self._next(None)
        if job is None or job.durable != first.durable:
            self._held.append(job)
            return None
        return job

    def _part(self, job: _Job, whole: Transaction) -> tuple[Any, BaseException | None]:
        """Do one job as a part of `whole`; return its result, or its own fault with nothing of it left."""
        connection = self._connection
        part = Transaction(connection)
        connection.execute("SAVEPOINT job")
        try:
            result = job.work(part)
        except (apsw.Error, OSError):
            raise
        except BaseException as fault:  # noqa: BLE001  # the caller gets it, this thread lives on
            connection.execute("ROLLBACK TO job")
            connection.execute("RELEASE job")
            return None, fault
        connection.execute("RELEASE job")
        whole.take_in(part)
        return result, None

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
        transaction = Transaction(self._connection)
        with self._committing(transaction, durable):
            result = job(transaction)
        return result, transaction.committed

    @contextmanager
    def _committing(self, transaction: Transaction, durable: bool) -> Iterator[None]:
        """Begin, and commit what was done within, or take it back and raise what went wrong."""
        connection = self._connection
        try:
            if not durable:
                connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("BEGIN IMMEDIATE")
            yield
            self._before_commit(transaction)
            connection.execute("COMMIT")
        except BaseException:
            self._roll_back()
            raise
        finally:
            if not durable:
                connection.execute("PRAGMA synchronous = FULL")

    def _roll_back(self) -> None:
        """Leave the connection outside a transaction, whatever the disk says."""
        if self._connection.in_transaction:
            try:
                self._connection.execute("ROLLBACK")
            except apsw.Error as fault:
                _log.warning("rollback failed: %s", type(fault).__name__)
