"""This file reads files that are to be imported, says what each would become, and makes a session of it.

Between the two the coach may say otherwise: whose transcript it is, and from which day.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from coachdesk.desk.listed import ClientRow
from coachdesk.desk.records import Records, check_date
from coachdesk.domain.clock import Clock, iso

if TYPE_CHECKING:
    from coachdesk.transcripts.imported import Imported


@dataclass(frozen=True, slots=True, repr=False)
class Candidate:
    """A file that was understood. `client` is the name of a known client who speaks in it, or "".

    `date` is a day; `dated` says that the file or its name tells it, otherwise it is today.
    """

    imported: Imported
    client: str
    date: str
    dated: bool

    @property
    def lines(self) -> int:
        """The number of lines."""
        return len(self.imported.transcript.lines)

    @property
    def speakers(self) -> tuple[str, ...]:
        """Who speaks, in the order of their first lines; at most 200."""
        return self.imported.participants[:200]


class Imports:
    """The files that become sessions at one desk; `heard` has the search know a session's transcript."""

    def __init__(
        self,
        records: Records,
        clients: Callable[[], tuple[ClientRow, ...]],
        clock: Clock,
        heard: Callable[[str], Awaitable[object]],
    ) -> None:
        self._records, self._clients, self._clock, self._heard = records, clients, clock, heard

    async def read(self, path: Path) -> Candidate:
        """Return what the file at `path` would become; raises NotFound or Unreadable with the reason."""
        from coachdesk.transcripts import read_transcript

        imported = await asyncio.to_thread(read_transcript, path)
        client = known_speaker(imported.participants, [row.name for row in self._clients()])
        today = iso(self._clock.wall_ms())[:10]
        return Candidate(imported, client, imported.date or today, dated=imported.date is not None)

    async def take(
        self, candidate: Candidate, *, client_name: str | None, date: str | None = None, session: str | None = None
    ) -> str:
        """Make a session of `candidate`, or give `session` its transcript; return the session's id.

        Without `date` it is the candidate's. Raises NotFound or Refused.
        """
        if date is not None:
            check_date(date)
        made = await self._records.add_transcript(
            candidate.imported, client_name=client_name, date=date or candidate.date, session=session
        )
        await self._heard(made)
        return made


def known_speaker(speakers: tuple[str, ...], clients: list[str]) -> str:
    """Return the client among `speakers`: by the whole name, else by a first name that only one client has; or ""."""
    names = {name.casefold(): name for name in clients}
    by_name = [names[speaker.casefold()] for speaker in speakers if speaker.casefold() in names]
    if by_name:
        return by_name[0]
    for speaker in speakers:
        found = [name for name in clients if name.casefold().split()[:1] == [speaker.casefold()]]
        if len(found) == 1:
            return found[0]
    return ""
