"""This file asks the system how much memory is free, and how much a process takes; None where it does not say."""

from __future__ import annotations

import ctypes
import platform
import re
import subprocess
from pathlib import Path

_ASK_S = 2.0


def available_bytes() -> int | None:
    """Return the bytes that a program may still take before this machine has to swap."""
    ask = {"Linux": _linux_available, "Windows": _windows_available, "Darwin": _mac_available}.get(platform.system())
    return ask() if ask is not None else None


def resident_bytes(pid: int) -> int | None:
    """Return the bytes of memory that process `pid` holds now, what it shares with files included (Linux)."""
    return _kibibytes(Path(f"/proc/{pid}/status"), "VmRSS")


def _linux_available() -> int | None:
    return _kibibytes(Path("/proc/meminfo"), "MemAvailable")


def _kibibytes(file: Path, name: str) -> int | None:
    try:
        found = re.search(rf"^{name}:\s+(\d+) kB$", file.read_text(encoding="ascii"), re.MULTILINE)
    except (OSError, UnicodeDecodeError):
        return None
    return int(found[1]) * 1024 if found else None


class _MemoryStatus(ctypes.Structure):
    """MEMORYSTATUSEX of the Windows interface."""

    _fields_ = (
        ("length", ctypes.c_uint32),
        ("load", ctypes.c_uint32),
        *((name, ctypes.c_uint64) for name in ("total", "available", "total_page", "available_page")),
        *((name, ctypes.c_uint64) for name in ("total_virtual", "available_virtual", "available_extended")),
    )


def _windows_available() -> int | None:
    library = getattr(ctypes, "windll", None)
    status = _MemoryStatus()
    status.length = ctypes.sizeof(status)
    if library is None or not library.kernel32.GlobalMemoryStatusEx(ctypes.byref(status)):
        return None
    return int(status.available)


def _mac_available() -> int | None:
    try:
        said = subprocess.run(["/usr/bin/vm_stat"], capture_output=True, text=True, timeout=_ASK_S, check=True).stdout
    except (OSError, subprocess.SubprocessError):
        return None
    return read_vm_stat(said)


def read_vm_stat(said: str) -> int | None:
    """Return the available bytes that the output of macOS's vm_stat tells."""
    size = re.search(r"page size of (\d+) bytes", said)
    pages = [re.search(rf"Pages {kind}:\s+(\d+)", said) for kind in ("free", "inactive", "speculative")]
    if size is None or not all(pages):
        return None
    return int(size[1]) * sum(int(found[1]) for found in pages if found)
