"""This file is the app without its window, killed again and again: its parent forks a child for each life.

Standard input brings one line for each life, "HOME ADDRESS TOKEN SEED MODE". In the mode "edit" the child edits until
it is killed and says "saved KIND WORD" for each edit that is durable; "drain" syncs, says "synced" and ends; "idle"
syncs, says "synced", then "status MOMENT online|offline synced|behind" until it is killed. "alone" works without a
platform, says "done" and ends; "adopt" signs in as the coach whom TOKEN names, says "step NAME" before each step of
taking along what was written alone, syncs, says "synced" and ends.
"""

from __future__ import annotations

import asyncio
import importlib
import os
import random
import sys
import time
from pathlib import Path

from coachdesk.desk.desk import Desk
from coachdesk.desk.laptop import Laptop
from coachdesk.desk.listed import ListQuery
from coachdesk.desk.opening import open_desk
from coachdesk.domain.clock import SystemClock
from coachdesk.errors import Refused
from coachdesk.settings import Settings
from coachdesk.storage import keys
from coachdesk.storage.adopting import Adopting
from coachdesk.storage.replica import Replica

SESSIONS = 3
ALONE = 3
"""How many sessions "alone" writes, each with a summary, a question and a draft."""
STEPS = ((Adopting, "pack"), (Replica, "put_blob"), (Adopting, "take"), (Adopting, "let_go"), (Replica, "close"))


def tell(*words: object) -> None:
    # The line end before it ends what a killed child began to write.
    os.write(1, ("\n" + " ".join(str(word) for word in words) + "\n").encode())


async def edit(desk: Desk, rng: random.Random, seed: str) -> None:
    """Edit without end. Each word is in exactly one edit: a title, a line of a summary, or a question."""
    number = 0
    while True:
        number += 1
        word = f"w{seed}-{number}"
        rows = desk.rows(desk.keys(ListQuery()))
        if len(rows) < SESSIONS:
            await desk.create_session(None, title=word)
            tell("saved", "title", word)
            continue
        session = rng.choice(sorted(row.id for row in rows))
        if rng.random() < 0.7:
            await desk.edit_summary(session, desk.view(session).summary + f"- {word}\n")
            tell("saved", "line", word)
        else:
            try:
                await desk.send(session, word, engine="platform")
            except Refused:
                continue  # offline
            tell("saved", "question", word)
        await asyncio.sleep(rng.random() * 0.01)  # the pace of the typing is part of the fault


async def write_alone(home: str) -> None:
    desk = open_desk(Settings(home=Path(home), passphrase="a passphrase"), SystemClock())
    await desk.start()
    talk = Path(home).with_suffix(".txt")
    talk.write_text("Anna: Tom is ready.\nCoach: When?\nAnna: On Monday.\n")
    client = await desk.create_client("Anna")
    for number in range(ALONE):
        session = await desk.create_session(client, title=f"title {number}")
        await desk.edit_summary(session, f"## Focus\nSummary {number}.\n")
        await desk.import_file(talk, session=session)
        await desk.save_draft(session, "chat", f"draft {number}")
    await desk.close()
    tell("done")


async def adopt(home: str, address: str, name: str) -> None:
    """Sign in and sync; say "synced PENDING PARKED DRAFTS"."""
    for owner, step in STEPS:
        _tell_before(owner, step)
    laptop = Laptop(Settings(home=Path(home), passphrase="a passphrase"), SystemClock())
    await laptop.enter(await laptop.sign_in(address, name, "a password"))
    desk = laptop.open()
    await desk.start()
    status = await desk.until_synced(20)
    drafts = [desk.draft(row.id, "chat") for row in desk.rows(desk.keys(ListQuery()))]
    tell("synced" if status.synced else "not-synced", status.pending, status.parked, len(set(filter(None, drafts))))
    await desk.close()


def _tell_before(owner: type, step: str) -> None:
    original = getattr(owner, step)

    def told(self: object, *given: object, **named: object) -> object:
        tell("step", step)
        return original(self, *given, **named)

    setattr(owner, step, told)


async def live(home: str, address: str, token: str, seed: str, mode: str) -> None:
    if mode in {"alone", "adopt"}:
        keys.MEMORY_KIB, keys.ITERATIONS = 64, 1  # what a key costs is not the question
    if mode == "alone":
        await write_alone(home)
        return
    if mode == "adopt":
        await adopt(home, address, token)
        return
    settings = Settings(home=Path(home), server=address, token=token, passphrase="a passphrase")
    desk = open_desk(settings, SystemClock())
    await desk.start()
    if mode == "edit":
        await edit(desk, random.Random(seed), seed)
    status = await desk.until_synced(20)
    tell("synced" if status.synced else "not-synced", status.pending, status.parked)
    if mode == "idle":
        while True:
            status = desk.status
            how = "online" if status.online else "offline", "synced" if status.synced else "behind"
            tell("status", time.monotonic(), *how)
            await asyncio.sleep(0.05)
    await desk.close()


def main() -> None:
    for late in ("socketio", "aiohttp", "argon2", "coachdesk.assistant.refining"):
        importlib.import_module(late)
    for line in iter(sys.stdin.readline, ""):
        child = os.fork()
        if child == 0:
            asyncio.run(live(*line.split()))
            os._exit(0)
        tell("pid", child)
        os.waitpid(child, 0)
        tell("ended")


if __name__ == "__main__":
    main()
