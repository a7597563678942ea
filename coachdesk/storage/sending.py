"""This file decides which operations of the outbox may be sent now, in which order, and in which batches."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

import apsw

from coachdesk.domain.operation import State
from coachdesk.domain.protocol import Operation
from coachdesk.domain.session import Policy
from coachdesk.storage.database import each, first, select
from coachdesk.storage.flags import FLAGGED
from coachdesk.storage.overlay import operation_of

WAITING = "state IN ('queued', 'sent', 'parked')"
"""The condition on the outbox for what the platform has not answered or has refused."""


@dataclass(frozen=True)
class Questions:
    """Which questions may go to the platform's model: `most` is the most that the organisation lets models see.

    `held` gets (number, session, reason) of those that may not go any more.
    """

    most: Policy
    held: list[tuple[int, str, str]] = field(default_factory=list)


def sendable(
    connection: apsw.Connection, busy: Collection[str | None], questions: Questions
) -> Iterator[tuple[int, str, int, str]]:
    """Yield (number, state, bytes, body) of what may be sent, client operations first, then session by session.

    Questions that the client's AI policy or the organisation keeps from the platform by now are held. One that was sent
    already may have arrived: it goes again, since the platform holds to the client's policy itself. Of the
    organisation's it knows nothing: against that no question goes again.
    """
    # The state says so too; no byte of what is flagged leaves, whatever the state says.
    flagged = first(connection, "SELECT 1 FROM kept LIMIT 1") is not None
    may_leave = f"{WAITING} AND NOT {FLAGGED}" if flagged else WAITING
    held_clients: set[str] = set()
    ahead: list[tuple[int, str, int, str]] = []
    stuck: set[str] = set()
    for number, state, length, body, kind, client in select(
        connection,
        "SELECT number, state, bytes, body, kind, entity FROM outbox"
        f" WHERE session IS NULL AND {may_leave} ORDER BY number",
    ):
        if state == State.PARKED or client in stuck or None in busy or client in busy:
            stuck.add(client)
        elif kind == "client.delete" and _sessions_wait(connection, client, number):
            stuck.add(client)
            continue
        else:
            ahead.append((number, state, length, body))
        held_clients.add(client)
    yield from ahead
    for session, _first in select(
        connection,
        f"SELECT session, min(number) FROM outbox WHERE session IS NOT NULL AND {may_leave}"
        " GROUP BY session ORDER BY min(number)",
    ):
        if session not in busy:
            yield from _of_session(connection, session, may_leave, held_clients, questions)


def batches(
    rows: Iterable[tuple[int, str, int, str]], most: int, bytes_aim: int, count: int
) -> list[list[tuple[int, str, Operation]]]:
    """Cut what `sendable` yields into at most `count` batches of (number, state, operation).

    Each has at most `most` operations of together about `bytes_aim` bytes, but at least one. No session is in two of
    them, nor are operations on clients: what did not find room beside the others of its session is left out.
    """
    found: list[list[tuple[int, str, Operation]]] = []
    taken: set[str | None] = set()
    inside: set[str | None] = set()
    size = 0
    for number, state, length, body in rows:
        operation = operation_of(body)
        if not found or len(found[-1]) >= most or size + length > bytes_aim:
            if len(found) == count:
                break
            taken |= inside
            inside.clear()
            if operation.session in taken:
                continue
            found.append([])
            size = 0
        elif operation.session in taken:
            continue
        found[-1].append((number, state, operation))
        inside.add(operation.session)
        size += length
    return found


def _of_session(
    connection: apsw.Connection,
    session: str,
    may_leave: str,
    held_clients: set[str],
    questions: Questions,
) -> Iterator[tuple[int, str, int, str]]:
    """Yield what may be sent of one session, up to the first operation that has to wait."""
    for number, state, length, body, kind, client in each(
        connection,
        f"SELECT number, state, bytes, body, kind, client FROM outbox WHERE session = ? AND {may_leave}"
        " ORDER BY number",
        (session,),
    ):
        if state == State.PARKED or client in held_clients:
            return
        if kind == "refine.request":
            reason = why_not_asked(connection, session, questions.most, sent=state == State.SENT)
            if reason:
                questions.held.append((number, session, reason))
                return
        yield number, state, length, body


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
