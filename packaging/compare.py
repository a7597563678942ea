"""This file compares two builds, folders or files, and says what differs: `python packaging/compare.py ONE OTHER`.

Names, contents, what may be run, and where links lead. Exit code 0: nothing differs, 1: something does.
"""

from __future__ import annotations

import sys
from pathlib import Path


def differences(one: Path, other: Path) -> list[str]:
    """Return a line for each difference between two files, or between two folders and all that is in them."""
    names = {""} | {str(file.relative_to(root)) for root in (one, other) if root.is_dir() for file in root.rglob("*")}
    found = []
    for name in sorted(names):
        here, there = one / name, other / name
        if not (exists(here) and exists(there)):
            found.append(f"{name}: only in {one if exists(here) else other}")
        elif why := difference(here, there):
            found.append(f"{name or one.name}: {why}")
    return found


def exists(file: Path) -> bool:
    """Return whether there is such a name, also that of a link that leads nowhere."""
    return file.is_symlink() or file.exists()


def difference(here: Path, there: Path) -> str:
    """Return what differs between two files, links or folders themselves, "" where nothing does."""
    if here.is_symlink() or there.is_symlink():
        leads = [file.readlink() if file.is_symlink() else None for file in (here, there)]
        return "" if leads[0] == leads[1] else "the link leads elsewhere"
    if here.is_dir() != there.is_dir():
        return "a folder in one of them"
    if here.stat().st_mode != there.stat().st_mode:
        return f"mode {here.stat().st_mode:o} and {there.stat().st_mode:o}"
    if here.is_dir():
        return ""
    contents = here.read_bytes(), there.read_bytes()
    if contents[0] == contents[1]:
        return ""
    same = next((at for at, pair in enumerate(zip(*contents, strict=False)) if pair[0] != pair[1]), None)
    sizes = " and ".join(str(len(content)) for content in contents)
    return f"{sizes} bytes, " + ("the one begins like the other" if same is None else f"the first to differ is {same}")


def main(words: list[str]) -> int:
    """Compare what the command line names; return the exit code."""
    if len(words) != 2 or not all(exists(Path(word)) for word in words):
        print(__doc__, file=sys.stderr)
        return 2
    found = differences(Path(words[0]), Path(words[1]))
    print("\n".join(found) or "Nothing differs.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
