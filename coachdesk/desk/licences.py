"""This file tells under which licences the works of others are that CoachDesk is made of."""

from __future__ import annotations

import contextlib
import sys
from importlib.metadata import Distribution, distributions
from pathlib import Path

_FILE = Path("licences") / "README.txt"


def licences() -> str:
    """Return a line for each part: from the file that travels with a bundle, else as the installed packages say."""
    programs = Path(sys.executable).parent
    for folder in (programs, programs.parent / "Resources"):  # the second is where a Mac's app has what is no program
        with contextlib.suppress(OSError):
            return (folder / _FILE).read_text("utf-8")
    named = {str(found.metadata["Name"]): found for found in distributions() if found.metadata["Name"]}
    return "\n".join(
        f"{name} {named[name].version}: {_stated(named[name])}" for name in sorted(named, key=str.casefold)
    )


def _stated(package: Distribution) -> str:
    told = package.metadata.json
    stated = str(told.get("license_expression") or told.get("license") or "")
    if stated and len(stated) < 60 and "\n" not in stated:
        return stated
    classifiers = [line for line in told.get("classifier", ()) if line.startswith("License ::")]
    return classifiers[0].rpartition(":: ")[2] if classifiers else "see its licence file"
