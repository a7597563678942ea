"""This file notes which key a replica was made with, so that a wrong key is told from a damaged database."""

from __future__ import annotations

import hmac
import os
from pathlib import Path

from coachdesk.errors import WrongPassphrase
from coachdesk.storage.database import connect


def check_key(folder: Path, key: bytes) -> None:
    """Raise WrongPassphrase if the database in `folder` was made with another key; note the key of a new one.

    Without this a wrong key and a damaged first page look the same, and a sound database would be set aside.
    """
    proof = hmac.digest(key, b"CoachDesk replica key check", "sha256")[:16].hex()
    note = folder / "key.check"
    if note.exists():
        if not hmac.compare_digest(note.read_text(encoding="ascii", errors="replace").strip(), proof):
            raise WrongPassphrase("This key does not open the data on this disk; use the one it was made with.")
        return
    database = folder / "replica.db"
    if database.exists() and database.stat().st_size:
        connection = connect(database, key)
        connection.close()
    partial = note.with_suffix(".part")
    handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        os.write(handle, proof.encode())
        os.fsync(handle)
    finally:
        os.close(handle)
    partial.replace(note)
