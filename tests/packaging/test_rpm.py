"""This file installs the rpm in a root where rpm alone knows what is there, upgrades it over an older one, removes it.

There is no Fedora here. A Debian has the libraries, and a package of nothing provides the names that rpm itself finds
in their files.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.packaging.bare_root import BareRoot, why_not
from tests.packaging.upgrade import all_is_there_and_sent, edits_that_wait, only_the_data_stays

ROOT = Path(__file__).parents[2]
PACKER = str(Path(sys.executable).parent / "nfpm")
FINDER = Path("/usr/lib/rpm/elfdeps")
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
OLDER = "0.0.1"

pytestmark = [
    pytest.mark.skipif(shutil.which("rpm") is None or not FINDER.exists(), reason="rpm is not installed"),
    pytest.mark.timeout(900),
]


def lines(*command: str, **environment: str) -> list[str]:
    """Run a command of this machine; return what it printed."""
    variables = {**os.environ, **environment}
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=300, env=variables)
    return done.stdout.splitlines()


@pytest.fixture(scope="module")
def needs() -> ModuleType:
    """Give the script that reads what a bundle needs of the system."""
    spec = importlib.util.spec_from_file_location("needs", ROOT / "packaging" / "linux" / "needs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def older(rpm: Path, tmp_path: Path) -> Path:
    """Give the same bundle as an rpm of an older version."""
    del rpm  # it was made of the bundle that is packed once more here
    config = str(ROOT / "packaging" / "linux" / "nfpm.yaml")
    words = [PACKER, "package", "--config", config, "--packager", "rpm", "--target", str(tmp_path)]
    variables = {"VERSION": OLDER, "ARCH": os.uname().machine, "LIBC": "2.34"}
    subprocess.run(words, check=True, capture_output=True, timeout=300, cwd=ROOT, env={**os.environ, **variables})
    return next(tmp_path.glob(f"coachdesk-{OLDER}*.rpm"))


def names_in(libraries: Path, asked: list[str]) -> list[str]:
    """Return what rpm finds provided by those of the `asked` libraries that lie in the folder."""
    sonames = {line.partition("(")[0] for line in asked if ".so." in line}
    return lines(str(FINDER), "--provides", *(str(libraries / name) for name in sonames if (libraries / name).exists()))


def package_of_nothing(provided: list[str], folder: Path) -> Path:
    """Make an rpm without files that provides these names."""
    listed = "".join(f'  - "{name}"\n' for name in dict.fromkeys(provided))
    (folder / "nothing.yaml").write_text(f"name: libraries\nversion: 1.0.0\narch: all\nprovides:\n{listed}")
    words = ["--config", str(folder / "nothing.yaml"), "--packager", "rpm", "--target", str(folder)]
    lines(PACKER, "package", *words)
    return next(folder.glob("libraries-*.rpm"))


def rpm_in(root: BareRoot, *words: str) -> subprocess.CompletedProcess[str]:
    """Run rpm on a database of the root's own."""
    command = ["rpm", "--root", str(root.folder), "--dbpath", "/var/lib/rpm", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)


@pytest.mark.skipif(bool(why_not()), reason=why_not() or "-")
def test_an_rpm_is_installed_upgraded_with_edits_that_wait_and_removed(
    installed: BareRoot, own: Path, older: Path, rpm: Path, tmp_path: Path
) -> None:
    root = installed.copied_to(own)
    root.run("dpkg", "--remove", "coachdesk")
    lacking = rpm_in(root, "--install", str(older))
    assert lacking.returncode != 0
    assert "libEGL.so.1()(64bit) is needed by" in lacking.stderr

    asked = lines("rpm", "--query", "--requires", "--package", str(rpm))
    provided = names_in(root.path("/usr/lib/x86_64-linux-gnu"), asked)
    nothing = package_of_nothing([*provided, "dejavu-sans-fonts"], tmp_path)
    for package in (nothing, older):
        done = rpm_in(root, "--install", str(package))
        assert done.returncode == 0, done.stderr
    waiting = edits_that_wait(root)

    upgraded = rpm_in(root, "--upgrade", str(rpm))
    assert upgraded.returncode == 0, upgraded.stderr
    assert "removed" not in upgraded.stdout
    assert OLDER not in rpm_in(root, "--query", "coachdesk").stdout
    assert rpm_in(root, "--verify", "coachdesk").stdout == ""
    root.run("coachdesk", "--self-test", environment=OFFSCREEN)
    assert root.path("/usr/lib/coachdesk/_internal/resources/installed-by").read_text("ascii") == "rpm\n"
    all_is_there_and_sent(root, waiting)

    removed = rpm_in(root, "--erase", "coachdesk")
    assert removed.returncode == 0, removed.stderr
    only_the_data_stays(root, removed.stdout)


def test_the_rpm_holds_the_files_that_the_deb_holds(rpm: Path, deb: Path) -> None:
    in_rpm = set(lines("rpm", "--query", "--list", "--package", str(rpm)))
    in_deb = {line.split()[5].lstrip(".").rstrip("/") for line in lines("dpkg-deb", "--contents", str(deb))}
    assert {"/usr/bin/coachdesk", "/usr/lib/coachdesk/coachdesk"} <= in_rpm
    assert {path for path in in_rpm if path.startswith("/usr/lib/")} <= in_deb


def test_the_rpm_asks_for_the_c_library_that_files_of_the_bundle_name(rpm: Path, needs: ModuleType) -> None:
    told = needs.headers(ROOT / "dist" / "coachdesk")
    asked = lines("rpm", "--query", "--requires", "--package", str(rpm))
    assert f"libc.so.6(GLIBC_{needs.oldest_libc(told)})(64bit)" in asked
