"""This file runs the benchmarks that are named, each in a process of its own, and prints one JSON line for each.

Exit code 0: all were measured, whether or not their goals were held; 1: one failed or passed its deadline; 2: unknown.
What a benchmark needs more than once in a run, such as the rival's packages, lies in a folder that the run deletes.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DEADLINES_S = {
    "save": 120,
    "push": 420,
    "pull": 600,
    "decode": 300,
    "first-token": 420,
    "stall": 240,
    "list": 300,
    "search": 420,
    "start": 300,
    "idle": 180,
    "load": 300,
    "refine": 420,
    "summarise": 1200,
}
"""The benchmarks in their order, and how long each may take on a busy machine."""


def main(names: list[str]) -> int:
    """Run `names`, all of them where none is named; return the exit code."""
    unknown = [name for name in names if name not in DEADLINES_S]
    if unknown:
        print(f"There is no benchmark {unknown[0]}. There are: {', '.join(DEADLINES_S)}.", file=sys.stderr)
        return 2
    code = 0
    with tempfile.TemporaryDirectory(prefix="coachdesk-bench-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o711)  # Postgres, which is another user where this one is root, has its data within
        for name in names or DEADLINES_S:
            code |= run_one(name, DEADLINES_S[name], Path(folder))
    return code


def run_one(name: str, deadline_s: float, folder: Path) -> int:
    """Run one benchmark in a session of its own; after it nothing of that session is left."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("COACHDESK_")}
    own = {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
        "COACHDESK_BENCH_FOLDER": str(folder),
        "TMPDIR": str(folder),
    }
    module = f"tests.bench.bench_{name.replace('-', '_')}"
    process = subprocess.Popen(
        [sys.executable, "-m", module], cwd=ROOT, env=kept | own, stdin=subprocess.DEVNULL, start_new_session=True
    )
    try:
        code = process.wait(deadline_s)
    except subprocess.TimeoutExpired:
        print(f"{name} did not end within {deadline_s:.0f} s.", file=sys.stderr)
        code = 1
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    if code:
        print(f"{name} was not measured.", file=sys.stderr)
    return 1 if code else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
