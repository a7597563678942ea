"""This file tells what the programs and libraries of a bundle need of the system, as its files say themselves.

    python packaging/linux/needs.py FOLDER

prints the oldest C library that all of them run on, which `packages.sh` writes into the packages.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path


def headers(folder: Path) -> str:
    """Return what `objdump` tells of all ELF files below `folder`."""
    files = [file for file in sorted(folder.rglob("*")) if file.is_file() and not file.is_symlink()]
    programs = [str(file) for file in files if begins(file) == b"\x7fELF"]
    return subprocess.run(["objdump", "-p", *programs], check=True, capture_output=True, text=True).stdout


def begins(file: Path) -> bytes:
    """Return the first four bytes."""
    with file.open("rb") as opened:
        return opened.read(4)


def oldest_libc(told: str) -> str:
    """Return the version of glibc that has all that is asked of it, such as "2.36"."""
    asked = {(int(major), int(minor)) for major, minor in re.findall(r"\bGLIBC_(\d+)\.(\d+)", told)}
    return ".".join(map(str, max(asked)))


def libraries(told: str, folder: Path) -> set[str]:
    """Return the names of the libraries that are asked for and lie nowhere in the bundle."""
    here = {file.name for file in folder.rglob("*")}
    return set(re.findall(r"^ +NEEDED +(\S+)$", told, re.MULTILINE)) - here


if __name__ == "__main__":
    print(oldest_libc(headers(Path(sys.argv[1]))))
