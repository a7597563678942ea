"""This file knows the models: those of the catalogue, those on this laptop, and the one that was chosen."""

from __future__ import annotations

import asyncio
import contextlib
import os
import tempfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import msgspec

from coachdesk.assistant.model_file import Fingerprints, check_form, starter_model
from coachdesk.errors import ModelFault, NotFound, Refused
from coachdesk.resources import resource
from coachdesk.settings import Settings

_STARTER = "smollm2-135m"


class Known(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A model of the catalogue.

    `repository` is on the hub, None for the starter. `size` is the file's in bytes, `memory` what it takes when
    loaded, in bytes, estimated: file, context in 16 bits, and 0.3 GB. `parameters` are millions; `context` is the
    tokens that CoachDesk uses, `trained` what the model was made for. `sha256` None: the hub tells it, over TLS.
    `languages` are the ISO 639-1 codes that its makers name; empty: not looked up.
    """

    name: str
    title: str
    repository: str | None
    file: str
    size: int
    sha256: str | None
    licence: str
    parameters: int
    context: int
    trained: int
    memory: int
    family: str
    languages: tuple[str, ...] = ()
    recommended: bool = False


class Listed(msgspec.Struct, frozen=True):
    """A row of `coachdesk model list`. `path` is None where the model is not on this laptop."""

    name: str
    title: str
    path: Path | None
    chosen: bool
    known: Known | None


class _Choice(msgspec.Struct, frozen=True):
    chosen: str | None = None
    trusted: Mapping[str, str] = {}


@cache
def catalogue() -> tuple[Known, ...]:
    """Return the models of the catalogue, by size; the starter is the first."""
    return msgspec.json.decode(resource("models.json").read_bytes(), type=tuple[Known, ...])


def known_as(file: str) -> Known | None:
    """Return the model of the catalogue whose file has that name, or None."""
    return next((known for known in catalogue() if known.file == file), None)


def known_hashes() -> frozenset[str]:
    """Return the SHA-256 of all files of the catalogue for which it names one."""
    return frozenset(known.sha256 for known in catalogue() if known.sha256 is not None)


class Models:
    """The models of one profile: files in `settings.models`, the choice and what is trusted in `home/model.json`."""

    def __init__(self, settings: Settings, fingerprints: Fingerprints | None = None) -> None:
        self._settings = settings
        self._fingerprints = fingerprints or Fingerprints()

    def listed(self) -> tuple[Listed, ...]:
        """Return the catalogue's models, then the imported ones; `path` says which are on this laptop."""
        chosen = self._chosen_name()
        rows = [
            Listed(known.name, known.title, self._path_of(known.name), known.name == chosen, known)
            for known in catalogue()
        ]
        rows += [
            Listed(path.stem, path.stem, path, path.stem == chosen, None)
            for path in self._files()
            if known_as(path.name) is None
        ]
        return tuple(rows)

    def chosen(self) -> Path:
        """Return the file to load: that of COACHDESK_MODEL, else the chosen one, else the starter's.

        A chosen file that is gone gives way to the starter; raises ModelFault where that is missing too.
        """
        if self._settings.model is not None:
            return self._settings.model
        return self._path_of(self._chosen_name()) or starter_model()

    def trusted(self) -> frozenset[str]:
        """Return the SHA-256 that were verified by a download or trusted by the coach."""
        return frozenset(self._read().trusted)

    def use(self, name: str) -> Listed:
        """Choose a model that is on this laptop; raises NotFound."""
        if self._path_of(name) is None:
            raise NotFound(f"There is no model {name!r} on this laptop. See: coachdesk model list")
        self._write(_Choice(name, self._read().trusted))
        return next(row for row in self.listed() if row.name == name)

    def add(self, file: Path, *, trust: bool = False, progress: Callable[[int], None] | None = None) -> Listed:
        """Copy `file` to this laptop's models and return it; it is not chosen yet.

        An unlisted SHA-256 needs `trust`: raises Refused. `progress` gets the bytes copied. Raises ModelFault for what
        is no model, or when the disk refuses; the target is then as it was.
        """
        check_form(file)
        handle, part = tempfile.mkstemp(prefix=".import-", dir=self.folder())
        try:
            with os.fdopen(handle, "wb") as target, file.open("rb") as source:
                done = 0
                while data := source.read(1 << 20):
                    target.write(data)
                    done += len(data)
                    if progress is not None:
                        progress(done)
                target.flush()
                os.fsync(target.fileno())
            # What is checked is the copy, so that nothing can change between.
            return self._adopt(Path(part), file.name, trust=trust)
        except OSError as error:
            raise ModelFault(f"{file.name} could not be copied ({error.strerror}). Make room, or try again.") from error
        finally:
            Path(part).unlink(missing_ok=True)

    def folder(self) -> Path:
        """Return the folder of downloaded and imported models, made if need be."""
        self._settings.models.mkdir(mode=0o700, parents=True, exist_ok=True)
        return self._settings.models

    async def take(self, part: Path, known: Known, sha256: str) -> Listed:
        """Make the downloaded file `part` the model `known` if its SHA-256 is `sha256`, else remove it: ModelFault."""
        return await asyncio.to_thread(self._take, part, known, sha256)

    def _take(self, part: Path, known: Known, sha256: str) -> Listed:
        if self._fingerprints.sha256(part) != sha256:
            part.unlink()
            raise ModelFault(f"What arrived is not {known.title}: it was damaged on the way, and removed. Try again.")
        return self._adopt(part, known.file, trust=True)

    def _adopt(self, part: Path, name: str, *, trust: bool) -> Listed:
        found = self._fingerprints.sha256(part)
        known = next((known for known in catalogue() if known.sha256 == found), None)
        if known is not None:
            name = known.file
        elif found not in self.trusted() and not trust:
            raise Refused(
                f"{name} is not a model that CoachDesk knows. If you trust where it comes from, add --trust. "
                f"Its SHA-256 is {found}"
            )
        path = self._settings.models / _file_name(name)
        part.chmod(0o600)
        part.replace(path)
        if known is None:
            choice = self._read()
            self._write(_Choice(choice.chosen, {**choice.trusted, found: path.name}))
        listed_name = known.name if known is not None else _name_of(path)
        return next(row for row in self.listed() if row.name == listed_name)

    def _files(self) -> list[Path]:
        with contextlib.suppress(OSError):
            return sorted(path for path in self._settings.models.glob("*.gguf") if path.is_file())
        return []

    def _path_of(self, name: str | None) -> Path | None:
        if name == _STARTER:
            with contextlib.suppress(ModelFault):
                return starter_model()
        return next((path for path in self._files() if _name_of(path) == name), None)

    def _chosen_name(self) -> str:
        chosen = self._read().chosen
        return chosen if chosen is not None and self._path_of(chosen) is not None else _STARTER

    @property
    def _record(self) -> Path:
        return self._settings.home / "model.json"

    def _read(self) -> _Choice:
        try:
            return msgspec.json.decode(self._record.read_bytes(), type=_Choice)
        except (OSError, msgspec.DecodeError):
            # A damaged record trusts nothing and chooses the starter; the coach chooses again.
            return _Choice()

    def _write(self, choice: _Choice) -> None:
        self._settings.home.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, part = tempfile.mkstemp(prefix=".model-", dir=self._settings.home)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(msgspec.json.encode(choice))
                file.flush()
                os.fsync(file.fileno())
            Path(part).replace(self._record)
        except OSError as error:
            raise ModelFault(f"The choice of the model could not be stored ({error.strerror}).") from error
        finally:
            Path(part).unlink(missing_ok=True)


def fits(known: Known, available: int) -> bool:
    """Tell whether `known` can be loaded into `available` bytes of memory with a tenth to spare."""
    return known.memory * 1.1 <= available


def recommended(available: int) -> Known:
    """Return the best model of the catalogue for `available` bytes of free memory; at least the starter."""
    candidates = [known for known in catalogue() if known.recommended and fits(known, available)]
    return max(candidates, key=lambda known: known.parameters, default=catalogue()[0])


def smaller(known: Known) -> Known | None:
    """Return the next smaller model of the catalogue, None below the starter."""
    return max(
        (other for other in catalogue() if other.parameters < known.parameters),
        key=lambda other: other.parameters,
        default=None,
    )


def _name_of(path: Path) -> str:
    known = known_as(path.name)
    return known.name if known is not None else path.stem


def _file_name(name: str) -> str:
    safe = Path(name).name
    if not safe or safe.startswith("."):
        raise Refused(f"{name!r} is no name for a model file. Rename the file first.")
    return safe if safe.lower().endswith(".gguf") else f"{safe}.gguf"
