"""This file runs commands in a bare Debian below a folder: no Python, no Qt, and a network only when asked for."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

SUITE = "bookworm"
BUILD_S = 900.0
COMMAND_S = 300.0

# Run inside the new namespaces: the loopback device of a network namespace is down at first.
_ENTER = """
import fcntl, os, socket, struct, subprocess, sys
root, offline, *words = sys.argv[1:]
if offline == "offline":
    with socket.socket() as any_socket:
        fcntl.ioctl(any_socket, 0x8914, struct.pack("16sH14s", b"lo", 0x1 | 0x40, b""))
subprocess.run(["mount", "-t", "proc", "proc", root + "/proc"], check=True)
subprocess.run(["mount", "--bind", "/dev", root + "/dev"], check=True)
os.chroot(root)
os.chdir("/")
os.execvp(words[0], words)
"""


def why_not() -> str:
    """Return what this machine lacks to make a bare root, or "" if it can."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return "a bare root needs Linux and root"
    missing = [tool for tool in ("debootstrap", "unshare", "dpkg-deb") if shutil.which(tool) is None]
    if missing:
        return f"a bare root needs {' and '.join(missing)}"
    namespaces = subprocess.run(["unshare", "--mount", "--net", "true"], capture_output=True, check=False, timeout=30)
    return "" if namespaces.returncode == 0 else "this machine allows no namespaces"


class BareRoot:
    """A Debian of its own in `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def made_in(cls, folder: Path) -> BareRoot:
        """Make the smallest Debian there is in `folder`."""
        command = ["debootstrap", "--variant=minbase", SUITE, str(folder)]
        subprocess.run(command, check=True, capture_output=True, timeout=BUILD_S)
        shutil.copyfile("/etc/resolv.conf", folder / "etc" / "resolv.conf")
        return cls(folder)

    def copied_to(self, folder: Path) -> BareRoot:
        """Return a copy, so that one test's installation is not another's."""
        subprocess.run(["cp", "-a", str(self.folder), str(folder)], check=True, timeout=COMMAND_S)
        return BareRoot(folder)

    def path(self, inside: str) -> Path:
        """Return where the file `inside` lies as seen from outside."""
        return self.folder / inside.lstrip("/")

    def start(
        self, *words: str, network: bool = False, environment: Mapping[str, str] | None = None
    ) -> subprocess.Popen[str]:
        """Start a command in the root; its network has nothing but loopback unless `network`."""
        namespaces = ["--mount", "--pid", "--fork", "--kill-child", *([] if network else ["--net"])]
        enter = [sys.executable, "-c", _ENTER, str(self.folder), "online" if network else "offline"]
        return subprocess.Popen(
            ["unshare", *namespaces, *enter, *words],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "LC_ALL": "C.UTF-8", **(environment or {})},
        )

    def run(
        self, *words: str, network: bool = False, environment: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run a command in the root to its end; fails the test when it does not exit with 0."""
        process = self.start(*words, network=network, environment=environment)
        try:
            output, errors = process.communicate(timeout=COMMAND_S)
        except subprocess.TimeoutExpired:
            process.kill()
            output, errors = process.communicate()
        assert process.returncode == 0, f"{' '.join(words)}: {process.returncode}\n{output[-2000:]}\n{errors[-2000:]}"
        return subprocess.CompletedProcess(words, process.returncode, output, errors)

    def install(self, package: Path) -> None:
        """Install a package from outside, with what it depends on from the network."""
        shutil.copyfile(package, self.path(f"/tmp/{package.name}"))
        quiet = {"DEBIAN_FRONTEND": "noninteractive"}
        words = ("apt-get", "install", "-y", "--no-install-recommends", f"/tmp/{package.name}")
        self.run(*words, network=True, environment=quiet)
