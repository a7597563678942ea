"""This file asks the system how full the battery is."""

from __future__ import annotations

import ctypes
import platform
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

_SUPPLIES = Path("/sys/class/power_supply")
_UNKNOWN = 255  # what Windows says for a percentage that it does not know
_ASKING_S = 5


@dataclass(frozen=True)
class Battery:
    """How full it is, 0 to 100, and whether it is being charged or the machine runs from the mains."""

    percent: int
    plugged: bool


def battery() -> Battery | None:
    """Return the battery's state; None without a battery, or where the system does not tell."""
    ask = {"Linux": lambda: read_supplies(_SUPPLIES), "Darwin": _mac, "Windows": _windows}.get(platform.system())
    return ask() if ask is not None else None


def read_supplies(folder: Path) -> Battery | None:
    """Return what Linux tells in /sys/class/power_supply; of several batteries the fullest counts."""
    found = []
    for supply in folder.glob("*"):
        try:
            if (supply / "type").read_text().strip() == "Battery" and not _is_a_peripheral(supply):
                status = (supply / "status").read_text().strip()
                found.append(Battery(int((supply / "capacity").read_text()), status != "Discharging"))
        except (OSError, ValueError):
            continue
    return max(found, key=lambda one: one.percent, default=None)


def _is_a_peripheral(supply: Path) -> bool:
    scope = supply / "scope"
    return scope.exists() and scope.read_text().strip() == "Device"  # such as a mouse


def read_pmset(said: str) -> Battery | None:
    """Return what macOS tells with `pmset -g batt`."""
    percent = re.search(r"(\d+)%", said)
    return Battery(int(percent[1]), "AC Power" in said) if percent else None


def _mac() -> Battery | None:
    try:
        said = subprocess.run(
            ["/usr/bin/pmset", "-g", "batt"], capture_output=True, check=False, text=True, timeout=_ASKING_S
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return read_pmset(said.stdout)


def _windows() -> Battery | None:
    # SYSTEM_POWER_STATUS: line status, flag, percent, saver, then two counts of seconds.
    status = (ctypes.c_ubyte * 12)()
    if not getattr(ctypes, "windll").kernel32.GetSystemPowerStatus(ctypes.byref(status)):  # noqa: B009  # Windows only
        return None
    return None if status[2] == _UNKNOWN else Battery(status[2], status[0] == 1)
