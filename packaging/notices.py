"""This file puts into the bundle what it is made of: a CycloneDX bill of materials and the licences of all parts.

    python packaging/notices.py BILL CONTENTS FOLDER

BILL is what `uv export --format cyclonedx1.5` wrote: the Python packages that are locked for an installation. CONTENTS
is what `coachdesk.spec` wrote: from where it took each file. The bill that comes of both lists what has a file in the
bundle: Python packages, the interpreter, libraries of the system that it was built on, and the starter model; Qt and
llama.cpp come inside their packages. SOURCE_DATE_EPOCH is the bill's time, so that two are alike.
"""

from __future__ import annotations

import json
import os
import platform
import re
import shutil
import sys
import sysconfig
import uuid
from datetime import UTC, datetime
from importlib.metadata import Distribution
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote

from origins import Origins, SystemPart, origins

TEXTS = Path(__file__).parent / "licences"
WITHOUT_FILES = {"pyside6-essentials": ("LGPL-3.0.txt", "GPL-3.0.txt"), "shiboken6": ("LGPL-3.0.txt", "GPL-3.0.txt")}
"""Packages that state a licence and do not carry its text; the texts lie in packaging/licences."""

FOREWORD = (
    "CoachDesk's own code is under Apache-2.0. Works of others are in it; their terms are in the folder licences.",
    "merge3 is under GPL-2.0-or-later, so that the whole may be passed on under GPL-3.0, with which Apache-2.0 agrees.",
    "The program that starts it all is PyInstaller's, whose licence lets it start works under any other.",
    "Qt is used as separate libraries under LGPL-3.0, which may be replaced in the folder _internal/PySide6.",
)

LICENCE_NAMES = ("licen", "copying", "notice", "authors")
OTHERS: tuple[tuple[dict[str, str], str, tuple[Path, ...]], ...] = (
    (
        {"type": "application", "name": "cpython", "version": platform.python_version()},
        "PSF-2.0",
        (Path(sysconfig.get_path("stdlib")) / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt"),
    ),
    (
        {"type": "machine-learning-model", "name": "SmolLM2-135M-Instruct", "version": "Q4_1"},
        "Apache-2.0",
        (TEXTS.parent.parent / "LICENSE",),
    ),
)
"""What is no Python package: what it is, under which licence, and where its text may lie on the building machine."""


def licence_of(package: Distribution) -> str:
    """Return the licence as the package states it: an SPDX expression, a short text or its classifier."""
    stated = package.metadata.get("License-Expression") or package.metadata.get("License") or ""
    if stated and "\n" not in stated and len(stated) < 80:
        return stated
    classifiers = [line for line in package.metadata.get_all("Classifier") or [] if line.startswith("License ::")]
    told = classifiers[0].rpartition(":: ")[2] if classifiers else "OSI Approved"
    return "see its licence file" if told == "OSI Approved" else told


def licence_files(package: Distribution) -> list[Path]:
    """Return the files of an installed package that hold its licence or name its authors."""
    return sorted(
        Path(str(package.locate_file(file)))
        for file in package.files or ()
        if ".dist-info" in file.parts[0] and PurePosixPath(file).name.lower().startswith(LICENCE_NAMES)
    )


def terms_of(part: SystemPart) -> str:
    """Return the licences that a Debian package's copyright file names."""
    text = part.licence.read_text("utf-8", "replace") if part.licence.exists() else ""
    named = dict.fromkeys(re.findall(r"^License: *(\S.*?) *$", text, re.MULTILINE))
    return ", ".join(named) or "see its licence file"


def components(exported: dict[str, Any], found: Origins) -> list[dict[str, Any]]:
    """Return all that is in the bundle, with its licences."""
    locked = {component["name"]: component for component in exported["components"]}
    made = []
    for name, package in found.packages.items():
        address = f"pkg:pypi/{name}@{package.version}"
        own = {"type": "library", "bom-ref": address, "name": name, "version": package.version, "purl": address}
        made.append({**locked.get(name, own), **licensed(licence_of(package))})
    for part in found.system:
        address = f"pkg:deb/{platform.freedesktop_os_release()['ID']}/{part.name}@{quote(part.version)}"
        address += f"?arch={part.architecture}"
        made.append(
            {
                "type": "library",
                "bom-ref": address,
                "name": part.name,
                "version": part.version,
                "purl": address,
                **licensed(terms_of(part)),
            }
        )
    made += [{"type": "file", "name": Path(file).name, **licensed("that of this system")} for file in found.unknown]
    made += [{**kind, **licensed(licence)} for kind, licence, _ in OTHERS]
    return sorted(made, key=lambda component: component["name"].lower())


def licensed(name: str) -> dict[str, Any]:
    """Return the part of a component that says under which licence it is."""
    return {"licenses": [{"license": {"name": name}}]}


def bill(exported: dict[str, Any], found: Origins, when: datetime) -> dict[str, Any]:
    """Return the bill of materials of what was `found` in the bundle."""
    made = components(exported, found)
    known = {component.get("bom-ref") for component in made} | {exported["metadata"]["component"]["bom-ref"]}
    contents = json.dumps(made, sort_keys=True)
    return {
        **exported,
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, contents)}",
        "metadata": {**exported["metadata"], "timestamp": when.isoformat().replace("+00:00", "Z")},
        "components": made,
        "dependencies": [
            {**entry, "dependsOn": [ref for ref in entry.get("dependsOn", []) if ref in known]}
            for entry in exported.get("dependencies", [])
            if entry["ref"] in known
        ],
    }


def texts(found: Origins) -> dict[str, list[Path]]:
    """Return the files that hold the terms of each part."""
    files = {name: licence_files(package) for name, package in found.packages.items()}
    for name, more in WITHOUT_FILES.items():
        files.setdefault(name, []).extend(TEXTS / text for text in more)
    files.update({part.name: [part.licence] for part in found.system})
    files.update({kind["name"]: [text for text in held if text.exists()] for kind, _, held in OTHERS})
    return files


def main(exported: Path, contents: Path, folder: Path) -> None:
    """Write `sbom.cdx.json` and `licences/` into `folder`."""
    when = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), UTC)
    found = origins(json.loads(contents.read_text("utf-8")))
    made = bill(json.loads(exported.read_text("utf-8")), found, when)
    (folder / "sbom.cdx.json").write_text(json.dumps(made, indent=1, ensure_ascii=False) + "\n", "utf-8")
    licences = folder / "licences"
    shutil.rmtree(licences, ignore_errors=True)
    held = texts(found)
    lines = [*FOREWORD, ""]
    for component in made["components"]:
        name = component["name"]
        lines.append(f"{name} {component.get('version', '')}: {component['licenses'][0]['license']['name']}")
        for file in held.get(name, []):
            (licences / name).mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, licences / name / file.name)
    (licences / "README.txt").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
