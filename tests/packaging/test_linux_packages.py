"""This file installs what the bundle was packed as in a bare Debian, uses it without a network, and removes it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.packaging.bare_root import BareRoot, why_not

DIST = Path(__file__).parents[2] / "dist"
TRANSCRIPT = "Anna: I will call Petra on Monday.\nCoach: What would make that easier?\nAnna: A short list of points.\n"
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}

pytestmark = [pytest.mark.skipif(bool(why_not()), reason=why_not() or "-"), pytest.mark.timeout(900)]


@pytest.fixture(scope="module")
def deb() -> Path:
    """Give the deb of the last bundle."""
    found = sorted(DIST.glob("coachdesk_*.deb"))
    if not found:
        pytest.skip("dist/ holds no deb; `sh packaging/dev.sh bundle` makes it")
    return found[-1]


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory, deb: Path) -> BareRoot:
    """Give a Debian with nothing in it."""
    del deb  # without one, no Debian is made
    return BareRoot.made_in(tmp_path_factory.mktemp("bare") / "root")


@pytest.fixture(scope="module")
def installed(bare: BareRoot, deb: Path, tmp_path_factory: pytest.TempPathFactory) -> BareRoot:
    """Give a Debian in which the deb was installed."""
    root = bare.copied_to(tmp_path_factory.mktemp("installed") / "root")
    root.install(deb)
    return root


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


class Platform:
    """The platform of an installed CoachDesk, in the network namespace that also holds the commands."""

    def __init__(self, root: BareRoot) -> None:
        self._root = root

    def with_commands(self, *lines: str) -> list[str]:
        """Start `coachdesk serve --demo`, run shell `lines` with its token, stop it; return what each line printed."""
        script = [
            "coachdesk serve --demo --port 8123 >/tmp/serve.out 2>/tmp/serve.err & server=$!",
            "for _ in $(seq 300); do grep -q ^token /tmp/serve.out && break; sleep 0.1; done",
            "COACHDESK_TOKEN=$(sed -n 's/^token //p' /tmp/serve.out); export COACHDESK_TOKEN",
            'printf %s "$COACHDESK_TOKEN" >/tmp/token',
            *(f"{line}; echo '--end--'" for line in lines),
            "kill $server; wait $server || true",
        ]
        done = self._root.run("sh", "-ec", "\n".join(script), environment=_COACH)
        return [part.strip() for part in done.stdout.split("--end--")[:-1]]


_COACH = {"COACHDESK_SERVER": "http://127.0.0.1:8123", "COACHDESK_PASSPHRASE": "a long passphrase for the test"}


def test_the_installed_app_tests_itself_without_a_network(installed: BareRoot) -> None:
    done = installed.run("coachdesk", "--self-test", environment=OFFSCREEN)
    names = re.findall(r"^(\w+)", done.stdout, re.MULTILINE)
    assert names == ["window", "handbook", "languages", "licences", "socket", "replica", "model"], done.stdout


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
    bare: BareRoot, older: Path, deb: Path, tmp_path: Path
) -> None:
    root = bare.copied_to(tmp_path / "root")
    root.install(older)
    root.path("/tmp/talk.txt").write_text(TRANSCRIPT, "utf-8")
    root.path("/tmp/summary.md").write_text("## Focus\n\nCalling Petra, written on a train.\n", "utf-8")
    listed, _ = Platform(root).with_commands("coachdesk list --json --limit 1", "coachdesk sync --json")
    assert json.loads(listed)["sessions"] == []
    offline = {**_COACH, "COACHDESK_TOKEN": root.path("/tmp/token").read_text()}
    made = root.run("coachdesk", "import", "/tmp/talk.txt", "--client", "Anna", "--json", environment=offline)
    session = json.loads(made.stdout)["sessions"][0]["id"]
    root.run("coachdesk", "edit", session, "--summary", "/tmp/summary.md", environment=offline)
    before = root.run("coachdesk", "queue", "--json", environment=offline).stdout
    assert len(json.loads(before)["operations"]) >= 3

    root.install(deb)

    assert root.run("coachdesk", "queue", "--json", environment=offline).stdout == before
    synced, shown = Platform(root).with_commands("coachdesk sync --json", f"coachdesk show {session} --json")
    assert json.loads(synced)["synced"] is True
    assert json.loads(synced)["pending"] == 0
    assert "written on a train" in json.loads(shown)["summary"]

    removed = root.run("apt-get", "remove", "-y", "coachdesk", environment={"DEBIAN_FRONTEND": "noninteractive"})
    assert ".local/share/CoachDesk" in removed.stdout
    assert not root.path("/usr/bin/coachdesk").exists()
    assert not root.path("/usr/lib/coachdesk").exists()
    assert list(root.path("/root/.local/share/CoachDesk").rglob("replica.db"))


def test_the_rpm_names_what_it_needs_and_holds_the_same_files(deb: Path) -> None:
    if shutil.which("rpm") is None:
        pytest.skip("no rpm here")
    package = next(DIST.glob("coachdesk-*.rpm"))
    in_rpm = _lines("rpm", "-qlp", str(package))
    in_deb = {line.split()[5].lstrip(".").rstrip("/") for line in _lines("dpkg-deb", "-c", str(deb))}
    assert {"/usr/bin/coachdesk", "/usr/lib/coachdesk/coachdesk"} <= in_rpm
    assert {path for path in in_rpm if path.startswith("/usr/lib/")} <= in_deb
    assert "libglvnd-egl" in " ".join(_lines("rpm", "-qp", "--requires", str(package)))


def _lines(*command: str) -> set[str]:
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=120)
    return set(done.stdout.splitlines())


@pytest.fixture(autouse=True)
def room(tmp_path: Path) -> Iterator[None]:
    """Take the roots away after each test: each is most of a gigabyte."""
    yield
    shutil.rmtree(tmp_path / "root", ignore_errors=True)
