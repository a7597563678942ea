"""This file installs the deb in a bare Debian, uses it without a network, and removes it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.packaging.bare_root import BareRoot, why_not
from tests.packaging.upgrade import all_is_there_and_sent, edits_that_wait, only_the_data_stays

OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}

pytestmark = [pytest.mark.skipif(bool(why_not()), reason=why_not() or "-"), pytest.mark.timeout(900)]


@pytest.fixture
def older(deb: Path, tmp_path: Path) -> Path:
    """Give the same deb under an older version number."""
    content = tmp_path / "content"
    subprocess.run(["dpkg-deb", "--raw-extract", str(deb), str(content)], check=True, timeout=120)
    control = content / "DEBIAN" / "control"
    control.write_text(re.sub(r"(?m)^Version: .*$", "Version: 0.0.1", control.read_text()))
    target = tmp_path / "coachdesk_0.0.1.deb"
    subprocess.run(["dpkg-deb", "-Znone", "--build", str(content), str(target)], check=True, timeout=120)
    shutil.rmtree(content)
    return target


def test_the_installed_app_tests_itself_without_a_network(installed: BareRoot) -> None:
    done = installed.run("coachdesk", "--self-test", environment=OFFSCREEN)
    names = re.findall(r"^(\w+)", done.stdout, re.MULTILINE)
    assert names == ["window", "parts", "handbook", "languages", "licences", "socket", "replica", "model"], done.stdout


def test_the_installed_app_plays_its_tour_without_a_network(installed: BareRoot) -> None:
    done = installed.run("coachdesk", "demo", "--tour", "/tmp/tour", environment=OFFSCREEN)
    steps = json.loads(done.stdout)["steps"]
    assert all(step["held"] for step in steps), steps
    assert len(list(installed.path("/tmp/tour").glob("*.png"))) >= 5


def test_the_installed_app_opens_on_a_display(installed: BareRoot) -> None:
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    installed.run(
        "apt-get", "install", "-y", "--no-install-recommends", "xvfb", "xauth", network=True, environment=quiet
    )
    # Not as the first process of its namespace: xvfb-run waits for a signal, which such a process does not get.
    done = installed.run("sh", "-c", "xvfb-run -a coachdesk --self-test; exit $?")
    assert "painted" in done.stdout


def test_desktops_find_the_app_and_the_files_that_it_opens(installed: BareRoot) -> None:
    entry = installed.path("/usr/share/applications/coachdesk.desktop").read_text("utf-8")
    assert "text/vtt" in entry
    for size in ("48x48", "256x256"):
        assert installed.path(f"/usr/share/icons/hicolor/{size}/apps/coachdesk.png").stat().st_size > 500
    if shutil.which("desktop-file-validate"):
        file = installed.path("/usr/share/applications/coachdesk.desktop")
        subprocess.run(["desktop-file-validate", str(file)], check=True, timeout=60)
    if shutil.which("appstreamcli"):
        file = next(installed.path("/usr/share/metainfo").glob("*.xml"))
        subprocess.run(["appstreamcli", "validate", "--no-net", str(file)], check=True, timeout=60, capture_output=True)


def test_the_app_knows_that_a_package_manager_brings_newer_versions(installed: BareRoot) -> None:
    assert installed.path("/usr/lib/coachdesk/_internal/resources/installed-by").read_text("ascii") == "deb\n"


def test_edits_that_wait_survive_an_upgrade_and_removal_keeps_them(
    bare: BareRoot, own: Path, older: Path, deb: Path
) -> None:
    root = bare.copied_to(own)
    root.install(older)
    waiting = edits_that_wait(root)
    root.install(deb)
    all_is_there_and_sent(root, waiting)
    removed = root.run("apt-get", "remove", "-y", "coachdesk", environment={"DEBIAN_FRONTEND": "noninteractive"})
    only_the_data_stays(root, removed.stdout)
