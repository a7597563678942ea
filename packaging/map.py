"""This file draws the map of the code in README.md from the first sentence of each module."""

from __future__ import annotations

import argparse
import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BEGIN = "<!-- The map begins: `sh packaging/dev.sh map` writes it. -->"
END = "<!-- The map ends. -->"


class Unmapped(Exception):
    """A module does not say what it is, or README.md has no place for the map."""


def draw(package: Path) -> str:
    """Return a Markdown table with a row for each package and module under the folder `package`.

    Raises Unmapped for a module whose docstring does not begin with "This file …" (a package: "This package …").
    """
    rows = ["| where | what it does |", "|---|---|"]
    for path in _in_order(package):
        name = path.relative_to(package.parent).as_posix()
        if path.name == "__init__.py":
            rows.append(f"| **`{name.removesuffix('__init__.py')}`** | **{_sentence(path, 'This package')}** |")
        else:
            rows.append(f"| `{name}` | {_sentence(path, 'This file')} |")
    return "\n".join(rows)


def with_map(readme: str, drawing: str) -> str:
    """Return the text of README.md with `drawing` between its marks; Unmapped when it lacks them."""
    before, begin, rest = readme.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise Unmapped(f"README.md lacks the lines {BEGIN} and {END}.")
    return f"{before}{BEGIN}\n\n{drawing}\n\n{END}{after}"


def _in_order(folder: Path) -> Iterator[Path]:
    yield folder / "__init__.py"
    yield from sorted(path for path in folder.glob("*.py") if path.name != "__init__.py")
    for inner in sorted(path for path in folder.iterdir() if (path / "__init__.py").is_file()):
        yield from _in_order(inner)


def _sentence(path: Path, opening: str) -> str:
    words = " ".join((ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "").split("\n\n")[0].split())
    if not words.startswith(opening + " "):
        raise Unmapped(f"{path} must open with a docstring that begins “{opening} …”.")
    sentence = re.split(r"\.(?=\s|$)", words, maxsplit=1)[0]
    return sentence.removeprefix(opening + " ").replace("|", "\\|")


def main() -> int:
    """Print the map, write it into README.md, or check that it is there; return the exit code."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--write", action="store_true")
    choice.add_argument("--check", action="store_true")
    asked = parser.parse_args()
    readme = ROOT / "README.md"
    try:
        drawing = draw(ROOT / "coachdesk")
        if not (asked.write or asked.check):
            print(drawing)
            return 0
        now = readme.read_text("utf-8")
        fresh = with_map(now, drawing)
    except Unmapped as reason:
        print(reason, file=sys.stderr)
        return 1
    if asked.write:
        readme.write_text(fresh, "utf-8")
    elif fresh != now:
        print("The map of the code in README.md is old. Run: sh packaging/dev.sh map", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
