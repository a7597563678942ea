"""This file tries packaging/dev.sh on machines that lack something, played by a PATH of stand-ins."""

from __future__ import annotations

import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TOOLS = ("awk", "cat", "dirname", "find", "grep", "head", "sed", "tr")
MISSING = "libegl1 libgl1"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the script is for sh")


class Machine:
    """A checkout on a machine whose commands are the given ones and a few plain tools; what they are told is kept."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "checkout"
        self.commands = folder / "bin"
        self.told = folder / "told"
        (self.root / "packaging").mkdir(parents=True)
        # The one absolute path in it would reach the real machine.
        script = (ROOT / "packaging" / "dev.sh").read_text("utf-8").replace("/usr/bin/python3", "/nowhere/python3")
        (self.root / "packaging" / "dev.sh").write_text(script, "utf-8")
        self.commands.mkdir()
        for tool in TOOLS:
            (self.commands / tool).symlink_to(Path(shutil.which(tool) or tool))
        self.has("uname", "echo Linux")
        self.has("id", "echo 1000")
        self.has("uv", 'case $1 in --version) echo "uv 0.9.1" ;; cache) echo /nowhere ;; esac')

    def has(self, name: str, body: str) -> None:
        """Give the machine a command with this body of shell."""
        command = self.commands / name
        command.write_text(f'#!/bin/sh\necho "{name} $*" >> "{self.told}"\n{body}\n')
        command.chmod(command.stat().st_mode | stat.S_IXUSR)

    def has_python(self, packages: str = "", version_fits: bool = True) -> None:
        """Give it a Python that finds these Debian packages missing."""
        fits = "exit 0" if version_fits else "exit 1"
        self.has("python3", f'case $1 in -c) {fits} ;; -) cat >/dev/null; echo "{packages}" ;; -m) exit 1 ;; esac')

    def lacks(self, name: str) -> None:
        """Take a command away."""
        (self.commands / name).unlink(missing_ok=True)

    def runs(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run the script with these words; nothing of this machine's environment reaches it."""
        script = str(self.root / "packaging" / "dev.sh")
        return subprocess.run(
            ["/bin/sh", script, *words],
            env={"PATH": str(self.commands), **environment},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    def calls(self, name: str) -> list[str]:
        """Return what the command `name` was told, a line for each call."""
        lines = self.told.read_text().splitlines() if self.told.exists() else []
        return [line.partition(" ")[2] for line in lines if line.partition(" ")[0] == name]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """Give a machine with Python, uv and a compiler, on which nothing is missing and nobody is root."""
    machine = Machine(tmp_path)
    machine.has_python()
    machine.has("c++", "")
    return machine


@pytest.mark.parametrize("shell", ["dash", "bash", "busybox"])
def test_every_posix_shell_can_read_it(shell: str) -> None:
    if not shutil.which(shell):
        pytest.skip(f"no {shell} here")
    command = [shell, *(["sh"] if shell == "busybox" else []), "-n", str(ROOT / "packaging" / "dev.sh")]
    subprocess.run(command, check=True, timeout=60)


def test_an_unknown_word_prints_the_usage_and_exits_2(machine: Machine) -> None:
    result = machine.runs("dance")
    assert (result.returncode, result.stdout) == (2, "")
    assert "sh packaging/dev.sh COMMAND" in result.stderr
    assert machine.runs("help").returncode == 0


def test_without_a_fitting_python_it_says_which_one_to_install(machine: Machine) -> None:
    machine.has_python(version_fits=False)
    result = machine.runs("test")
    assert result.returncode == 1
    assert result.stderr.startswith("CoachDesk needs Python 3.11, 3.12 or 3.13.")


def test_without_pip_it_says_how_to_get_it(machine: Machine) -> None:
    machine.lacks("uv")
    result = machine.runs("test")
    assert result.returncode == 1
    assert "sudo apt-get install -y python3-pip" in result.stderr


def test_an_old_uv_is_not_used(machine: Machine) -> None:
    machine.has("uv", 'echo "uv 0.5.4"')
    assert "no pip to fetch uv" in machine.runs("test").stderr


def test_who_may_not_install_packages_gets_the_exact_line(machine: Machine) -> None:
    machine.has_python(MISSING)
    machine.has("apt-get", "")
    result = machine.runs("test")
    assert result.returncode == 1
    assert f"sudo apt-get install -y --no-install-recommends {MISSING}\n" in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert machine.calls("apt-get") == []


def test_root_gets_the_packages_and_the_command_runs(machine: Machine) -> None:
    machine.has_python(MISSING)
    machine.has("id", "echo 0")
    machine.has("env", 'shift; exec "$@"')
    machine.has("apt-get", "")
    result = machine.runs("test", "-k", "two words")
    assert result.returncode == 0, result.stderr
    assert machine.calls("apt-get") == ["update -q", f"install -y --no-install-recommends {MISSING}"]
    assert machine.calls("uv")[-2:] == [
        "sync --locked",
        "run --no-sync pytest --numprocesses auto --dist loadfile -k two words",
    ]


def test_sudo_is_used_only_when_it_asks_for_no_password(machine: Machine) -> None:
    machine.has_python(MISSING)
    machine.has("apt-get", "")
    machine.has("sudo", "exit 1")
    assert machine.runs("test").returncode == 1
    assert machine.calls("sudo") == ["-n true"]
    machine.has("sudo", 'case $1 in -n) exit 0 ;; env) shift 2 ;; esac; exec "$@"')
    assert machine.runs("test").returncode == 0
    assert machine.calls("apt-get")[-1] == f"install -y --no-install-recommends {MISSING}"


def test_a_missing_compiler_is_a_missing_package_and_the_compilation_is_announced(machine: Machine) -> None:
    machine.lacks("c++")
    machine.has("apt-get", "")
    assert "--no-install-recommends g++\n" in machine.runs("test").stderr
    machine.has("g++", "")
    assert "compiled once on this machine: 6 to 10 minutes" in machine.runs("test").stderr


def test_what_is_compiled_already_is_not_announced(machine: Machine) -> None:
    machine.lacks("c++")
    (machine.root / ".venv/lib/python3.11/site-packages/llama_cpp").mkdir(parents=True)
    result = machine.runs("test")
    assert (result.returncode, result.stderr) == (0, "")


def test_a_display_needs_more_libraries_than_none(machine: Machine) -> None:
    machine.runs("test")
    without = machine.calls("python3")
    machine.runs("test", DISPLAY=":0")
    with_display = machine.calls("python3")[len(without) :]
    assert not any("libxcb-cursor0" in call for call in without)
    assert any("libxcb-cursor0" in call for call in with_display)


def test_the_demo_plays_its_tour_without_a_display_and_says_where_the_pictures_are(machine: Machine) -> None:
    result = machine.runs("demo")
    assert machine.calls("uv")[-1] == "run --no-sync coachdesk demo --tour tour"
    assert f"The pictures are in {machine.root}/tour." in result.stderr
    machine.runs("demo", DISPLAY=":0")
    assert machine.calls("uv")[-1] == "run --no-sync coachdesk demo"
    machine.runs("demo", "--tour", "elsewhere")
    assert machine.calls("uv")[-1] == "run --no-sync coachdesk demo --tour elsewhere"


def test_a_failed_step_fails_the_check_but_not_before_the_others_ran(machine: Machine) -> None:
    machine.has("uv", 'case "$*" in --version) echo "uv 0.9.1" ;; *mypy*) exit 1 ;; esac')
    result = machine.runs("check")
    assert result.returncode == 1
    assert result.stderr.endswith("Not clean: mypy\n")
    assert machine.calls("uv")[-1] == "run --no-sync python packaging/map.py --check"


@pytest.mark.parametrize(("word", "call"), [("run", "coachdesk list"), ("bench", "coachdesk bench list")])
def test_arguments_and_exit_codes_pass_through(machine: Machine, word: str, call: str) -> None:
    machine.has("uv", 'case "$*" in --version) echo "uv 0.9.1" ;; run*) exit 3 ;; esac')
    assert machine.runs(word, "list").returncode == 3
    assert machine.calls("uv")[-1] == f"run --no-sync {call}"
