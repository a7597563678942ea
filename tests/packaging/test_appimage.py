"""This file makes an AppImage of the bundle and starts it, with a script for the runtime that only GitHub has."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LENGTH = 512
# As the runtime does where it may not mount: unpack what lies behind itself, start it, take it away.
SCRIPT = f"""#!/bin/sh
folder=$(mktemp -d)
unsquashfs -quiet -no-progress -offset {LENGTH} -dest "$folder/root" "$0" >/dev/null
"$folder/root/AppRun" "$@"
code=$?
rm -rf "$folder"
exit $code
"""

pytestmark = [
    pytest.mark.skipif(not (ROOT / "dist/coachdesk/coachdesk").exists(), reason="dist/ holds no bundle for Linux"),
    pytest.mark.skipif(shutil.which("mksquashfs") is None, reason="squashfs-tools are not installed"),
    pytest.mark.timeout(900),
]


def test_an_appimage_tests_itself_and_is_made_alike_twice(tmp_path: Path) -> None:
    runtime = tmp_path / "runtime"
    runtime.write_text(SCRIPT.ljust(LENGTH, "\n"))
    made = []
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        words = ["sh", "packaging/linux/appimage.sh", str(tmp_path / name)]
        env = {**os.environ, "APPIMAGE_RUNTIME": str(runtime)}
        done = subprocess.run(words, cwd=ROOT, env=env, capture_output=True, text=True, check=False, timeout=400)
        assert done.returncode == 0, done.stdout + done.stderr
        assert done.stdout.count("window    painted") == 2  # in the folder, and in what was made of it
        made.append(next((tmp_path / name).glob("coachdesk-*.AppImage")).read_bytes())
    assert made[0] == made[1]
