"""This file decides which operations of the outbox may be sent now, and in which order."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import apsw

from coachdesk.domain.operation import State
from coachdesk.domain.session import Policy
from coachdesk.storage.database import each, first, select
from coachdesk.storage.flags import FLAGGED

WAITING = "state IN ('queued', 'sent', 'parked')"
"""The condition on the outbox for what the platform has not answered or has refused."""


def sendable(
    connection: apsw.Connection, busy: Collection[str | None], forbidden: list[tuple[int, str]]
) -> Iterator[tuple[int, str, int, str]]:
    """Yield (number, state, bytes, body) of what may be sent, client operations first, then session by session.

    `forbidden` gets (number, session) of questions that the client's AI policy keeps from the platform by now. One that
    was sent already may have arrived: it goes again, and the platform holds to the policy itself.
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
        if state == State.PARKED or client in stuck or None in busy:
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
            yield from _of_session(connection, session, may_leave, held_clients, forbidden)


def _of_session(
    connection: apsw.Connection,
    session: str,
    may_leave: str,
    held_clients: set[str],
    forbidden: list[tuple[int, str]],
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
        if kind == "refine.request" and state == State.QUEUED and not _may_ask(connection, session):
            forbidden.append((number, session))
            return
        yield number, state, length, body


def _may_ask(connection: apsw.Connection, session: str) -> bool:
    """Whether the AI policy of the client, as it is shown here, lets the platform's model see the session."""
    row = first(
        connection, "SELECT policy FROM shown JOIN person ON person.id = shown.client WHERE shown.id = ?", (session,)
    )
    return row is None or row[0] == Policy.PLATFORM


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
