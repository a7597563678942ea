"""This file tells whose the files in a bundle are: a Python package's, Python's own, the system's, or CoachDesk's.

`coachdesk.spec` writes from where it took each of them; a bill of materials lists whom they belong to.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from importlib.metadata import Distribution, distributions
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
ENGINE = str(ROOT / "build" / "engine") + os.sep
"""Where `dev.sh bundle` has llama-cpp-python's other build."""


class SystemPart(NamedTuple):
    """A package of the system, as its package manager knows it; `licence` is the file that holds its terms."""

    name: str
    version: str
    architecture: str
    licence: Path


class Origins(NamedTuple):
    """Whose the files are. `unknown` are those that nobody owns up to."""

    packages: dict[str, Distribution]
    system: list[SystemPart]
    unknown: list[str]


def plain(name: str) -> str:
    """Return a Python package's name as lock files write it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def origins(sources: list[str]) -> Origins:
    """Return whose these files are, but for those of CoachDesk and of Python itself."""
    known = {plain(found.metadata["Name"]): found for found in distributions()}
    owner = {
        os.path.normpath(found.locate_file(file)): name for name, found in known.items() for file in found.files or ()
    }
    names, others = set(), []
    for source in map(os.path.normpath, sources):
        if source in owner:
            names.add(owner[source])
        elif source.startswith(ENGINE):
            names.add("llama-cpp-python")
        elif not (is_python(source) or source.startswith(str(ROOT) + os.sep)):
            others.append(source)
    system, unknown = of_the_system(others)
    return Origins({name: known[name] for name in sorted(names - {"coachdesk"})}, system, unknown)


def is_python(source: str) -> bool:
    """Return whether a file came with the interpreter."""
    places = {sysconfig.get_path("stdlib"), sysconfig.get_path("platstdlib")}
    places |= {os.path.realpath(place) for place in places}
    inside = any(source.startswith(place + os.sep) for place in places)
    return inside or bool(re.match(r"(lib)?python3", Path(source).name)) or Path(source) == Path(sys.executable)


def of_the_system(files: list[str]) -> tuple[list[SystemPart], list[str]]:
    """Return the packages of dpkg that own these files, and the files that it does not know."""
    if not files or shutil.which("dpkg-query") is None:
        return [], files
    # The same file goes by two names where /lib is a link to /usr/lib.
    asked = {
        name: file
        for file in files
        for path in (file, os.path.realpath(file))
        for name in (path, path.removeprefix("/usr"))
    }
    told = subprocess.run(["dpkg-query", "--search", *asked], capture_output=True, text=True, check=False).stdout
    owners, found = set(), set()
    for line in told.splitlines():
        package, _, path = line.partition(": ")
        if path in asked:
            owners.add(package)
            found.add(asked[path])
    form = "${Package}\t${Version}\t${Architecture}\n"
    listed = subprocess.run(
        ["dpkg-query", "--show", "--showformat", form, *sorted(owners)],
        capture_output=True,
        text=True,
        check=bool(owners),
    ).stdout
    parts = [
        SystemPart(name, version, architecture, Path("/usr/share/doc") / name / "copyright")
        for name, version, architecture in (line.split("\t") for line in listed.splitlines())
    ]
    return sorted(parts), sorted(set(files) - found)
