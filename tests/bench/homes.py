"""This file makes homes for benchmarks: settings, encrypted replicas and operations in temporary folders."""

from __future__ import annotations

import os
import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from coachdesk.demo import Stage
from coachdesk.domain.clock import SystemClock, iso, new_id
from coachdesk.domain.protocol import (
    ClientFields,
    ClientPut,
    MessageAdd,
    MessageText,
    Operation,
    SessionFields,
    SessionPut,
    SummaryRevise,
    SummaryText,
)
from coachdesk.domain.session import Role
from coachdesk.settings import Settings, read_settings

CLOCK = SystemClock()
PASSPHRASE = "a passphrase for benchmarks only"
KEY_NOTE = "key from a passphrase, no keychain here"
_LETTERS = "etaoinshrdlcumwfgypbvk"


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """Give a folder that is gone afterwards, in the run's own where there is one."""
    with tempfile.TemporaryDirectory(
        prefix="home-", dir=os.environ.get("COACHDESK_BENCH_FOLDER"), ignore_cleanup_errors=True
    ) as folder:
        yield Path(folder)


def settings_in(folder: Path) -> Settings:
    """Return settings for a home in `folder`, without a platform; the key comes from a passphrase."""
    return Settings(home=folder / "home", passphrase=PASSPHRASE)


@contextmanager
def stage(*words: str) -> Iterator[Settings]:
    """Give settings for a home of its own and a server in a process of its own; `words` are added to its command."""
    made = Stage(*words)
    try:
        yield made.set(read_settings({}))
    finally:
        made.strike()


class Words:
    """Text of made-up words, the same for the same seed; a few words are common, as in a language."""

    def __init__(self, seed: int = 7, vocabulary: int = 20_000) -> None:
        self._random = random.Random(seed)
        self.known = [self._word() for _ in range(vocabulary)]
        self._weights = [1 / (rank + 10) for rank in range(vocabulary)]

    def _word(self) -> str:
        return "".join(self._random.choices(_LETTERS, k=self._random.choice((3, 4, 5, 6, 7, 8, 9))))

    def text(self, words: int) -> str:
        """Return a text of so many words."""
        return " ".join(self._random.choices(self.known, self._weights, k=words))

    def texts(self, count: int, words: int) -> Iterator[str]:
        """Yield `count` texts; they share pieces, since drawing each word of a million costs minutes."""
        pieces = [self.text(10) for _ in range(4096)]
        for _ in range(count):
            yield " ".join(self._random.choices(pieces, k=words // 10))


def fresh() -> str:
    """Return a new id."""
    return new_id(CLOCK)


def now() -> str:
    """Return the time as the wire has it."""
    return iso(CLOCK.wall_ms())


def client_put(client: str, name: str) -> ClientPut:
    """Return the operation that adds a client."""
    return ClientPut(id=fresh(), number=1, entity=client, base=0, at=now(), data=ClientFields(name=name))


def session_put(session: str, *, base: int = 0, **fields: object) -> SessionPut:
    """Return the operation that adds a session or changes fields of it."""
    return SessionPut(
        id=fresh(), number=1, session=session, entity=session, base=base, at=now(), data=SessionFields(**fields)
    )


def revise(session: str, text: str, parents: tuple[str, ...] = ()) -> SummaryRevise:
    """Return a coach's edit of a summary."""
    data = SummaryText(text=text, origin="coach")
    return SummaryRevise(id=fresh(), number=1, session=session, entity=fresh(), parents=parents, at=now(), data=data)


def say(session: str, content: str) -> MessageAdd:
    """Return a turn of the chat that was answered on the laptop."""
    data = MessageText(role=Role.USER, content=content, origin="coach")
    return MessageAdd(id=fresh(), number=1, session=session, entity=fresh(), at=now(), data=data)


def edits(session: str, head: str | None, texts: Iterator[str], count: int) -> list[Operation]:
    """Return `count` edits of a session that do not coalesce: texts of the summary and turns of the chat in turn."""
    made: list[Operation] = []
    for number in range(count):
        if number % 2:
            made.append(say(session, next(texts)))
        else:
            made.append(revise(session, next(texts), (head,) if head else ()))
            head = made[-1].entity
    return made
