"""This file puts into the bundle what it is made of: a CycloneDX bill of materials and the licences of all parts.

    python packaging/notices.py BILL FOLDER

BILL is what `uv export --format cyclonedx1.5` wrote: the Python packages that are locked for an installation. Only
those that are installed here, and so may be in the bundle, are kept. What is no Python package is added: the
interpreter and the starter model; Qt and llama.cpp come inside theirs. SOURCE_DATE_EPOCH is the bill's time, so that
two are alike.
"""

from __future__ import annotations

import json
import os
import platform
import shutil
import sys
import uuid
from datetime import UTC, datetime
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path, PurePosixPath
from typing import Any

TEXTS = Path(__file__).parent / "licences"
LEFT_OUT = {"numpy", "jinja2", "markupsafe"}
"""What coachdesk.spec keeps out of the bundle though a package asks for it."""

WITHOUT_FILES = {"pyside6-essentials": ("LGPL-3.0.txt", "GPL-3.0.txt"), "shiboken6": ("LGPL-3.0.txt", "GPL-3.0.txt")}
"""Packages that state a licence and do not carry its text; the texts lie in packaging/licences."""

FOREWORD = (
    "CoachDesk's own code is under Apache-2.0. It contains these works of others, whose licences are in this folder.",
    "merge3 is under GPL-2.0-or-later, so that the whole may be passed on under GPL-3.0, with which Apache-2.0 agrees.",
    "Qt is used as separate libraries under LGPL-3.0, which may be replaced in the folder PySide6.",
)

LICENCE_NAMES = ("licen", "copying", "notice", "authors")
OTHERS = (
    {"type": "application", "name": "cpython", "version": platform.python_version(), "licence": "PSF-2.0"},
    {
        "type": "machine-learning-model",
        "name": "SmolLM2-135M-Instruct",
        "version": "Q4_1",
        "licence": "Apache-2.0",
    },
)


def installed(name: str) -> Distribution | None:
    """Return the installed package of this name, or None."""
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def licence_of(package: Distribution) -> str:
    """Return the licence as the package states it: an SPDX expression, a short text or its classifier."""
    stated = package.metadata.get("License-Expression") or package.metadata.get("License") or ""
    if stated and "\n" not in stated and len(stated) < 80:
        return stated
    classifiers = [line for line in package.metadata.get_all("Classifier") or [] if line.startswith("License ::")]
    return classifiers[0].rpartition(":: ")[2] if classifiers else "see its licence file"


def licence_files(package: Distribution) -> list[Path]:
    """Return the files of an installed package that hold its licence or name its authors."""
    return sorted(
        Path(str(package.locate_file(file)))
        for file in package.files or ()
        if ".dist-info" in file.parts[0] and PurePosixPath(file).name.lower().startswith(LICENCE_NAMES)
    )


def bill(exported: dict[str, Any], when: datetime) -> dict[str, Any]:
    """Return the bill of materials: the installed ones of the exported packages with their licences, and the others."""
    components = []
    for component in exported["components"]:
        package = installed(component["name"])
        if package is not None and package.version == component["version"] and component["name"] not in LEFT_OUT:
            components.append({**component, "licenses": [{"license": {"name": licence_of(package)}}]})
    for other in OTHERS:
        plain = {key: value for key, value in other.items() if key != "licence"}
        components.append({**plain, "licenses": [{"license": {"name": other["licence"]}}]})
    components.sort(key=lambda component: component["name"].lower())
    known = {component.get("bom-ref") for component in components} | {exported["metadata"]["component"]["bom-ref"]}
    contents = json.dumps(components, sort_keys=True)
    return {
        **exported,
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, contents)}",
        "metadata": {**exported["metadata"], "timestamp": when.isoformat().replace("+00:00", "Z")},
        "components": components,
        "dependencies": [entry for entry in exported.get("dependencies", []) if entry["ref"] in known],
    }


def main(exported: Path, folder: Path) -> None:
    """Write `sbom.cdx.json` and `licences/` into `folder`."""
    when = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH", "0")), UTC)
    made = bill(json.loads(exported.read_text("utf-8")), when)
    (folder / "sbom.cdx.json").write_text(json.dumps(made, indent=1, ensure_ascii=False) + "\n", "utf-8")
    licences = folder / "licences"
    shutil.rmtree(licences, ignore_errors=True)
    lines = [*FOREWORD, ""]
    for component in made["components"]:
        lines.append(f"{component['name']} {component['version']}: {component['licenses'][0]['license']['name']}")
        package = installed(component["name"])
        files = licence_files(package) if package is not None else []
        files += [TEXTS / name for name in WITHOUT_FILES.get(component["name"], ())]
        for file in files:
            target = licences / component["name"] / file.name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)
    (licences / "README.txt").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
