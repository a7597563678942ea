"""This file measures the platform under 500 connected devices and 200 edits a second, alone and as two processes."""

from __future__ import annotations

from coachdesk.server.app import Options
from tests import engines
from tests.bench.homes import temporary_folder
from tests.bench.load import COACHES, DEVICES_EACH, EDITS_PER_S, SECONDS, load
from tests.bench.measured import Measured, report
from tests.bench.platforms import shared

MOST_MS = 100.0


def measure() -> Measured:
    """Load one process on SQLite, then one and two on Postgres and Redis where those are to be had."""
    with temporary_folder() as folder:
        alone = load([Options(port=0, database=str(folder / "platform.db"))], folder)
    return Measured(
        name="load",
        value=round(alone.p99_ms, 1),
        unit="ms to the acknowledgement, p99",
        versus=f"the goal; {COACHES * DEVICES_EACH} devices of {COACHES} coaches, {EDITS_PER_S} edits/s for"
        f" {SECONDS:.0f} s, one process on SQLite; the clients share the machine with it",
        ratio=None,
        goal=f"<= {MOST_MS:.0f} ms",
        held=alone.p99_ms <= MOST_MS,
        seen=alone.figures() | _on_shared(1) | _on_shared(2),
    )


def _on_shared(processes: int) -> dict[str, float | str]:
    """Return the figures of so many processes on a new Postgres and Redis."""
    try:
        with shared() as options, temporary_folder() as folder:
            figures = load([options] * processes, folder).figures()
    except engines.Missing as missing:
        return {"Postgres + Redis": str(missing)}
    name = f"Postgres + Redis, {processes} process{'es' if processes > 1 else ''}"
    return {f"{name}: {figure}": value for figure, value in figures.items()}


if __name__ == "__main__":
    report(measure)
