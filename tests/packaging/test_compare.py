"""This file has two builds compared that differ in one thing each time."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "packaging" / "compare.py"


def build(folder: Path) -> Path:
    """Make a small folder of what a bundle has: programs, data, links."""
    (folder / "inside").mkdir(parents=True)
    (folder / "program").write_bytes(b"code")
    (folder / "program").chmod(0o755)
    (folder / "inside" / "library.so.0").write_bytes(b"library")
    (folder / "inside" / "library.so").symlink_to("library.so.0")
    return folder


def compared(one: Path, other: Path) -> tuple[int, str]:
    """Run the comparison; return its exit code and what it printed."""
    words = [sys.executable, str(SCRIPT), str(one), str(other)]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=60)
    return done.returncode, done.stdout


def test_two_builds_that_are_alike_differ_in_nothing(tmp_path: Path) -> None:
    one = build(tmp_path / "one")
    shutil.copytree(one, tmp_path / "other", symlinks=True)
    assert compared(one, tmp_path / "other") == (0, "Nothing differs.\n")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda other: (other / "program").write_bytes(b"core"), "program: 4 and 4 bytes, the first to differ is 2"),
        (lambda other: (other / "program").write_bytes(b"code."), "program: 4 and 5 bytes, the one begins like"),
        (lambda other: (other / "program").chmod(0o644), "program: mode 100755 and 100644"),
        (lambda other: (other / "inside" / "new").write_bytes(b""), "inside/new: only in "),
        (lambda other: (other / "inside" / "library.so.0").unlink(), "inside/library.so.0: only in "),
        (
            lambda other: ((other / "inside" / "library.so").unlink(), (other / "inside" / "library.so").mkdir()),
            "inside/library.so: the link leads elsewhere",
        ),
    ],
    ids=["content", "length", "mode", "more", "less", "link"],
)
def test_whatever_differs_between_two_builds_is_named(
    tmp_path: Path, change: Callable[[Path], object], said: str
) -> None:
    one, other = build(tmp_path / "one"), build(tmp_path / "other")
    change(other)
    code, output = compared(one, other)
    assert code == 1
    assert output.startswith(said)
    assert len(output.splitlines()) == 1
