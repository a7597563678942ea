"""This file measures from the start of the bundle to its painted list, against a bare window of the same bundle.

`sh packaging/dev.sh bundle` runs it: the bundle in dist/ and the program that tells of its first paint must be there.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from coachdesk.settings import Settings
from tests.bench.first_paint import seconds_to_paint
from tests.bench.homes import temporary_folder
from tests.bench.measured import Measured, pairs, report
from tests.bench.secret_service import running
from tests.bench.stocks import stock

ROOT = Path(__file__).resolve().parents[2]
SESSIONS, ROUNDS = 1_000, 11
MOST = 1.5


def measure() -> Measured:
    """Start both in turn."""
    with temporary_folder() as folder, running(folder) as own:
        os.environ.update(own)  # for `stock`, which has the keychain hold the key
        program = folder / "bundle" / "coachdesk-start"
        program.parent.mkdir()
        shutil.copy(ROOT / "build" / "coachdesk" / "coachdesk-start", program)
        (program.parent / "_internal").symlink_to(ROOT / "dist" / "coachdesk" / "_internal")
        settings = Settings(home=folder / "home")
        stock(settings, SESSIONS)
        environment = {**os.environ, "COACHDESK_HOME": str(settings.home)}

        def ours() -> float:
            return seconds_to_paint([str(program)], environment)

        def bare() -> float:
            return seconds_to_paint([str(program), "bare"], environment)

        ours(), bare()  # the disk's cache is there from now on
        ours_s, theirs, ratio = pairs(ours, bare, ROUNDS)
    return Measured(
        name="bundle-start",
        value=round(ours_s, 3),
        unit="s",
        versus=f"a bare Qt window of the bundle: {theirs:.3f} s; {os.environ.get('QT_QPA_PLATFORM', 'a display')}",
        ratio=round(ratio, 2),
        goal=f"<= {MOST} x",
        held=ratio <= MOST,
    )


if __name__ == "__main__":
    report(measure)
