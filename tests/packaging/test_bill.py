"""This file compares the bundle's bill of materials and licences with the files that are in the bundle."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import pytest
from PyInstaller.archive.readers import CArchiveReader

BUNDLE = Path(__file__).parents[2] / "dist" / "coachdesk"
INSIDE = BUNDLE / "_internal"
OURS = {"coachdesk", "entry"}

pytestmark = pytest.mark.skipif(not (BUNDLE / "sbom.cdx.json").exists(), reason="dist/ holds no bundle")


@pytest.fixture(scope="module")
def components() -> dict[str, dict[str, Any]]:
    """Give the components of the bill by their names."""
    listed = json.loads((BUNDLE / "sbom.cdx.json").read_text("utf-8"))["components"]
    found = {component["name"]: component for component in listed}
    assert len(found) == len(listed)
    return found


def modules_inside() -> set[str]:
    """Return the packages and modules at the top that are in the archive or lie beside it."""
    archive = CArchiveReader(str(BUNDLE / "coachdesk"))
    (pyz,) = [name for name in archive.toc if name.endswith(".pyz")]
    names = {name.partition(".")[0] for name in archive.open_embedded_archive(pyz).toc}
    return names | {file.name.partition(".")[0] for file in INSIDE.iterdir()}


def told_by(*command: str) -> str:
    """Return what a command printed; dpkg-query fails for those names among many that it does not know."""
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60).stdout


def test_each_python_package_with_a_file_in_the_bundle_is_in_the_bill(components: dict[str, Any]) -> None:
    known = packages_distributions()
    inside = {name: known[name] for name in modules_inside() - OURS if name in known}
    assert {"PySide6", "llama_cpp", "merge3", "aiohttp"} <= set(inside)
    listed = {name.replace("-", "").lower() for name in components}
    missing = {
        name: owners
        for name, owners in inside.items()
        if not [owner for owner in owners if owner.translate({ord(c): None for c in "-_."}).lower() in listed]
    }
    assert not missing


@pytest.mark.skipif(shutil.which("dpkg-query") is None, reason="this system's packages are not dpkg's")
def test_each_library_that_the_system_gave_is_in_the_bill(components: dict[str, Any]) -> None:
    given = {file.name for file in INSIDE.glob("lib*.so*") if not (file.is_symlink() or "python" in file.name)}
    known = dict(re.findall(r"^\s*(\S+) \(.*\) => (\S+)$", told_by("/sbin/ldconfig", "-p"), re.MULTILINE))
    files = {str(Path(known[name]).resolve()): name for name in given & set(known)}
    either = [name for file in files for name in (file, file.removeprefix("/usr"))]  # /lib is a link to /usr/lib
    owners: dict[str, set[str]] = {}
    for line in told_by("dpkg-query", "--search", *either).splitlines():
        package, _, path = line.partition(": ")
        name = files.get(path) or files[f"/usr{path}"]
        owners.setdefault(name, set()).add(package.partition(":")[0])
    assert any(name.startswith("libglib2.0-0") for name in owners["libglib-2.0.so.0"])
    assert not {name: found for name, found in owners.items() if not found & set(components)}
    assert not [name for name, component in components.items() if component["type"] == "file"]


def test_the_bill_lists_nothing_that_is_left_out(components: dict[str, Any]) -> None:
    assert not {"numpy", "jinja2", "markupsafe", "pytest", "ruff", "pyyaml", "setuptools"} & set(components)


def test_each_part_has_the_text_of_its_licence(components: dict[str, Any]) -> None:
    listed = (BUNDLE / "licences" / "README.txt").read_text("utf-8")
    assert not [name for name in components if f"\n{name} " not in listed]
    assert not [name for name in components if not list((BUNDLE / "licences" / name).glob("*"))]


def test_what_the_bundle_leaves_out_is_not_in_it() -> None:
    qt = {file.name for file in (INSIDE / "PySide6").rglob("*")}
    assert "libqxcb.so" in qt
    unwanted = ("Quick", "Qml", "WebEngine", "Designer", "Sql", "Multimedia", "Pdf", "gtk3")
    assert not [name for name in qt if any(word in name for word in unwanted)]
