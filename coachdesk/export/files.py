"""This file names files safely and writes them whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import tempfile
import unicodedata
from pathlib import Path

from coachdesk.errors import NotFound, StorageFault

NAME_CHARACTERS = 100
NAME_BYTES = 200
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]+')
# Windows takes these names for devices, whatever ending follows.
_DEVICES = re.compile(r"(?:CON|PRN|AUX|NUL|COM[0-9¹²³]|LPT[0-9¹²³]|CONIN\$|CONOUT\$|CLOCK\$)(?:\..*)?", re.IGNORECASE)
_JOINERS = "\u200c\u200d"


def file_name(title: str, suffix: str = "") -> str:
    """Return a file name made of `title` and the ending `suffix` ("md"), valid on Linux, macOS and Windows.

    It has no folder in it, is no device of Windows, begins and ends with neither dot nor space, holds no invisible
    characters (which could hide the ending) and has at most 100 characters and 200 bytes before the ending.
    """
    text = unicodedata.normalize("NFC", " ".join(title.split()))
    shown = "".join(sign for sign in text if sign in _JOINERS or unicodedata.category(sign)[0] != "C")
    stem = _trimmed(_FORBIDDEN.sub("-", " ".join(shown.split())))
    stem = stem[:NAME_CHARACTERS].encode()[:NAME_BYTES].decode(errors="ignore")
    stem = _trimmed(stem)
    if _DEVICES.fullmatch(stem):
        stem = f"{stem.partition('.')[0]}-session"
    ending = re.sub(r"[^A-Za-z0-9]", "", suffix)
    return f"{stem or 'Session'}.{ending}" if ending else stem or "Session"


def _trimmed(stem: str) -> str:
    return stem.strip(" .-~" + _JOINERS)


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to `path` so that a crash at any time leaves the old file or the new one, for its owner alone.

    A symbolic link at `path` is replaced, not followed. Raises NotFound if the folder is missing, StorageFault if the
    disk or the folder's rights do not allow it.
    """
    folder = path.parent
    if not folder.is_dir():
        raise NotFound(f"There is no folder “{folder.name or folder}” to export into: create it first.")
    if path.is_dir():
        raise NotFound(f"“{path.name}” is a folder: choose a file name to export to.")
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=".export-", suffix=".part", dir=folder)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
        temporary = None
        _sync_folder(folder)
    except (OSError, ValueError) as error:
        raise StorageFault(_sentence(error, path)) from error
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink()


def _sync_folder(folder: Path) -> None:
    """Make the renaming durable where a folder can be opened, which Windows does not allow."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        # Some network file systems refuse to sync a folder; the file itself is safe by then.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(handle)


def _sentence(error: OSError | ValueError, path: Path) -> str:
    number = error.errno if isinstance(error, OSError) else None
    if number in (errno.ENOSPC, errno.EDQUOT):
        return f"The disk is full, so “{path.name}” was not written: make room and export again."
    if number in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"“{path.name}” may not be written there: choose another folder, and export again."
    return f"“{path.name}” could not be written: choose another name or folder, and export again."
