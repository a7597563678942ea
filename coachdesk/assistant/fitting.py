"""This file says which model this laptop's memory has room for, and which smaller one is at hand where it has not."""

from __future__ import annotations

from pathlib import Path

from coachdesk.assistant.catalogue import Models, fits, known_as

_OVERHEAD = 900_000_000


def need_of(file: Path) -> int:
    """Return the bytes that a model takes when loaded: the catalogue's estimate, else its file, context and overhead.

    A file that is not there needs nothing: loading it says what is wrong.
    """
    known = known_as(file.name)
    if known is not None:
        return known.memory
    try:
        return file.stat().st_size + _OVERHEAD
    except OSError:
        return 0


def has_room(file: Path, available: int | None) -> bool:
    """Tell whether `available` bytes (None: the system does not say) hold the model in `file`, a tenth to spare."""
    if available is None:
        return True
    known = known_as(file.name)
    return fits(known, available) if known is not None else need_of(file) * 1.1 <= available


def smaller_here(models: Models, file: Path) -> Path | None:
    """Return the next smaller model that is on this laptop, by the memory it needs; None below the smallest."""
    here = {listed.path for listed in models.listed() if listed.path is not None}
    return max((path for path in here if need_of(path) < need_of(file)), key=need_of, default=None)


def title_of(file: Path) -> str:
    """Return what the coach reads for the model in `file`."""
    known = known_as(file.name)
    return known.title if known is not None else file.stem
