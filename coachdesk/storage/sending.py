"""This file decides which operations of the outbox may be sent now, in which order, and in which batches."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import apsw

from coachdesk.domain.operation import State
from coachdesk.domain.session import Policy
from coachdesk.storage.database import each, first, select
from coachdesk.storage.flags import FLAGGED

WAITING = "state IN ('queued', 'sent', 'parked')"
"""The condition on the outbox for what the platform has not answered or has refused."""


class Outgoing(NamedTuple):
    """An operation on its way to the platform. `body` is its JSON, of `bytes` bytes; `blob` names the file it needs."""

    number: int
    id: str
    session: str | None
    state: str
    blob: str | None
    bytes: int
    body: str

    def __repr__(self) -> str:
        return f"Outgoing({self.id!r})"


_OUTGOING = ", ".join(Outgoing._fields)


@dataclass(frozen=True)
class Questions:
    """Which questions may go to the platform's model: `most` is the most that the organisation lets models see.

    `held` gets (number, session, reason) of those that may not go any more.
    """

    most: Policy
    held: list[tuple[int, str, str]] = field(default_factory=list)


def sendable(connection: apsw.Connection, busy: Collection[str | None], questions: Questions) -> Iterator[Outgoing]:
    """Yield what may be sent, client operations first, then session by session.

    Questions that the client's AI policy or the organisation keeps from the platform by now are held. One that was sent
    already may have arrived: it goes again, since the platform holds to the client's policy itself. Of the
    organisation's it knows nothing: against that no question goes again.
    """
    # The state says so too; no byte of what is flagged leaves, whatever the state says.
    flagged = first(connection, "SELECT 1 FROM kept LIMIT 1") is not None
    may_leave = f"{WAITING} AND NOT {FLAGGED}" if flagged else WAITING
    held_clients: set[str] = set()
    ahead: list[Outgoing] = []
    stuck: set[str] = set()
    for *fields, kind, client in select(
        connection,
        f"SELECT {_OUTGOING}, kind, entity FROM outbox WHERE session IS NULL AND {may_leave} ORDER BY number",
    ):
        outgoing = Outgoing._make(fields)
        if outgoing.state == State.PARKED or client in stuck or None in busy or client in busy:
            stuck.add(client)
        elif kind == "client.delete" and _sessions_wait(connection, client, outgoing.number):
            stuck.add(client)
            continue
        else:
            ahead.append(outgoing)
        held_clients.add(client)
    yield from ahead
    for session, _first in select(
        connection,
        f"SELECT session, min(number) FROM outbox WHERE session IS NOT NULL AND {may_leave}"
        " GROUP BY session ORDER BY min(number)",
    ):
        if session not in busy:
            yield from _of_session(connection, session, may_leave, held_clients, questions)


def batches(found: Iterable[Outgoing], most: int, bytes_aim: int, count: int) -> tuple[tuple[Outgoing, ...], ...]:
    """Cut what `sendable` yields into at most `count` batches.

    Each has at most `most` operations of together about `bytes_aim` bytes, but at least one. No session is in two of
    them, nor are operations on clients: what did not find room beside the others of its session is left out.
    """
    made: list[list[Outgoing]] = []
    taken: set[str | None] = set()
    size = 0
    for one in found:
        if one.session in taken:
            continue
        if not made or len(made[-1]) >= most or size + one.bytes > bytes_aim:
            if len(made) == count:
                break
            taken.update(other.session for other in (made[-1] if made else ()))
            if one.session in taken:
                continue
            made.append([])
            size = 0
        made[-1].append(one)
        size += one.bytes
    return tuple(map(tuple, made))


def _of_session(
    connection: apsw.Connection,
    session: str,
    may_leave: str,
    held_clients: set[str],
    questions: Questions,
) -> Iterator[Outgoing]:
    """Yield what may be sent of one session, up to the first operation that has to wait."""
    for *fields, kind, client in each(
        connection,
        f"SELECT {_OUTGOING}, kind, client FROM outbox WHERE session = ? AND {may_leave} ORDER BY number",
        (session,),
    ):
        outgoing = Outgoing._make(fields)
        if outgoing.state == State.PARKED or client in held_clients:
            return
        if kind == "refine.request":
            reason = why_not_asked(connection, session, questions.most, sent=outgoing.state == State.SENT)
            if reason:
                questions.held.append((outgoing.number, session, reason))
                return
        yield outgoing


def why_not_asked(connection: apsw.Connection, session: str, most: Policy, *, sent: bool = False) -> str:
    """Return the code of what keeps the platform's model from seeing a session, "" where nothing does.

    That is the AI policy of the client, as it is shown here, for a question that was not `sent` yet; or `most`.
    """
    if most is not Policy.PLATFORM:
        return "organisation"
    row = first(
        connection, "SELECT policy FROM shown JOIN person ON person.id = shown.client WHERE shown.id = ?", (session,)
    )
    return "" if sent or row is None or row[0] == Policy.PLATFORM else "policy"


def _sessions_wait(connection: apsw.Connection, client: str, number: int) -> bool:
    """Whether operations of the client's sessions from before `number` wait that are not held by a parked one."""
    parked: set[str] = set()
    for session, state in each(
        connection,
        f"SELECT session, state FROM outbox WHERE client = ? AND session IS NOT NULL AND number < ? AND {WAITING}"
        " ORDER BY number",
        (client, number),
    ):
        if state == State.PARKED:
            parked.add(session)
        elif session not in parked:
            return True
    return False
