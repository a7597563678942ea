"""This file checks whether a coach can work on the way: model, transcripts, room on the disk, battery, queue."""

from __future__ import annotations

import asyncio
import datetime
import shutil
from collections.abc import Callable
from typing import TYPE_CHECKING

from coachdesk.desk.battery import Battery, battery
from coachdesk.desk.findings import Finding
from coachdesk.desk.listed import ListQuery
from coachdesk.errors import ModelFault
from coachdesk.settings import Settings

if TYPE_CHECKING:
    from coachdesk.desk.desk import Desk

DAYS = 30
SLOW_PER_S = 5.0
"""Tokens per second below which waiting for a reply is no fun."""
ROOM_BYTES = 1 << 30
LOW_PERCENT = 50


async def travel_check(
    settings: Settings, desk: Desk, today: datetime.date, *, ask_battery: Callable[[], Battery | None] = battery
) -> tuple[Finding, ...]:
    """Return what was found; transcripts of the last DAYS days that are not here are fetched while online."""
    return (
        await _model(settings),
        await _transcripts(desk, today),
        await asyncio.to_thread(_disk, settings),
        _battery(await asyncio.to_thread(ask_battery)),
        _queue(desk),
    )


async def _model(settings: Settings) -> Finding:
    from coachdesk.assistant.catalogue import Models
    from coachdesk.assistant.trial import try_model

    models = Models(settings)
    try:
        file = models.chosen()
        tried = await try_model(file, models.trusted())
    except ModelFault as fault:
        fix = "Choose another with: coachdesk model use NAME."
        return Finding("model", str(fault), fix, "choose_engine", "Choose another model.")
    slow = tried.tokens_per_s < SLOW_PER_S
    fix = "Close other programs, or choose a smaller model with: coachdesk model use NAME." if slow else ""
    advice = "Close other programs, or choose a smaller model." if slow else ""
    return Finding("model", tried.sentence(file), fix, "choose_engine" if slow else "", advice)


async def _transcripts(desk: Desk, today: datetime.date) -> Finding:
    since = (today - datetime.timedelta(days=DAYS)).isoformat()
    recent = [row.id for row in desk.rows(desk.keys(ListQuery(date_from=since))) if row.id]
    spoken = [id for id in recent if desk.view(id).transcript_lines]
    missing = [id for id in spoken if await desk.transcript(id) is None]
    if not spoken:
        return Finding("transcripts", f"There are no transcripts of the last {DAYS} days.")
    here = len(spoken) - len(missing)
    sentence = f"{here} of {len(spoken)} transcripts of the last {DAYS} days are on this laptop."
    if not missing:
        return Finding("transcripts", sentence)
    fix = "Go online and run: coachdesk travel-check."
    return Finding("transcripts", sentence, fix, "sync_now", "Go online, sync, and look again.")


def _disk(settings: Settings) -> Finding:
    folder = next(one for one in (settings.home, *settings.home.absolute().parents) if one.exists())
    free = shutil.disk_usage(folder).free
    fix = "" if free >= ROOM_BYTES else "Make room: CoachDesk wants 1 GB for what it keeps while offline."
    return Finding("disk", f"{free / 1e9:.1f} GB are free on the disk.", fix)


def _battery(state: Battery | None) -> Finding:
    if state is None:
        return Finding("battery", "This machine tells of no battery.")
    low = state.percent < LOW_PERCENT and not state.plugged
    return Finding("battery", f"The battery is at {state.percent} %.", "Charge it before you leave." if low else "")


def _queue(desk: Desk) -> Finding:
    status = desk.status
    if status.parked:
        sentence = f"{status.parked} edits were refused by the platform and wait for your decision."
        fix = "Look at them with: coachdesk queue."
        return Finding("queue", sentence, fix, "outbox", "Decide about each in the outbox.")
    if status.pending and status.server is not None:
        sentence = f"{status.pending} edits have not reached the platform; they are safe on this laptop."
        return Finding("queue", sentence, "Go online and run: coachdesk sync.", "sync_now", "Go online, and sync.")
    return Finding("queue", "Nothing waits to be sent.")
