"""This file is the process that is killed: it forks a child for each round, which edits and sends as the app does.

Standard input brings one line for each round ("go FOLDER SEED") and the platform's answers; standard output says what
was saved and what is sent, one JSON line each.
"""

from __future__ import annotations

import os
import random
import sys
from pathlib import Path
from typing import Any

import msgspec

from coachdesk.domain.clock import SystemClock
from coachdesk.domain.protocol import Result
from coachdesk.storage.replica import Replica
from tests.storage.edits import KEY, revise, say, session_put


def tell(**line: Any) -> None:
    # The line end before it ends what a killed child began to write.
    os.write(1, b"\n" + msgspec.json.encode(line) + b"\n")


def heard() -> bytes:
    """Return the next line of standard input, unbuffered, so that nothing stays behind in a dead child."""
    line = b""
    while not line.endswith(b"\n"):
        part = os.read(0, 1)
        if not part:
            os._exit(0)
        line += part
    return line


def work(folder: Path, seed: int, drain: bool) -> None:
    """Edit and send until killed, or with `drain` send until nothing is left."""
    rng = random.Random(seed)
    replica = Replica.open(folder, KEY, SystemClock())
    heads: dict[str, str] = {}
    while True:
        if not drain:
            session = f"s{rng.randrange(3)}"
            if rng.random() < 0.5:
                operation: Any = say(session, "words " * rng.randrange(1, 400))
            else:
                operation = revise(session, f"- {seed}\n", [heads[session]] if session in heads else [])
            stored = replica.outbox.add(session_put(session, status=f"{seed}"), operation).result(20)
            heads[session] = stored[1].entity if operation.entity == stored[1].entity else heads.get(session, "")
            tell(saved=[[one.id, one.number, one.session] for one in stored])
        if drain or rng.random() < 0.4:
            batches = replica.outbox.next_batches((), rng.randrange(1, 9), 1 << 20, rng.randrange(1, 4)).result(20)
            for batch in batches:
                tell(push=[msgspec.Raw(one.body) for one in batch])
                replica.outbox.settle(msgspec.json.decode(heard(), type=list[Result])).result(20)
            if drain and not batches:
                break
        if drain or rng.random() < 0.2:
            after = replica.cursor
            tell(pull=after)
            page, cursor, more = msgspec.json.decode(heard())
            replica.apply_page(page, cursor, more=more, after=after).result(20)
    counts, digest = replica.digest()
    tell(done=True, counts=counts, digest=digest, empty=replica.outbox.empty())
    replica.close()


def main() -> None:
    while True:
        line = heard()
        if not line.startswith(b"go\t"):
            continue  # an answer that a killed child left behind
        _, folder, seed, drain = line.decode().split("\t")
        child = os.fork()
        if child == 0:
            tell(pid=os.getpid())
            work(Path(folder), int(seed), drain.strip() == "drain")
            os._exit(0)
        os.waitpid(child, 0)
        tell(ended=True)


if __name__ == "__main__":
    sys.exit(main())
