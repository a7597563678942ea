"""This file keeps the key of a replica: in the keychain of the machine, or wrapped with a passphrase; never as it is.

`key.json` in the profile's folder says which of the two holds it, so that a keychain that changed is noticed and not
mistaken for a new start. It holds a check value, never the key. Where the keychain lost the key, the recovery key that
the coach wrote down opens the data again (`key_from_recovery`, then `keep_key`).
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import os
import secrets
from pathlib import Path

import msgspec

from coachdesk.errors import KeyLost, Locked, NoKeychain, NotFound, StorageFault, UserFault, WrongPassphrase
from coachdesk.settings import Settings
from coachdesk.storage.keychain import SERVICE, Ahead, Keychain, find_keychain

ITERATIONS, LANES, MEMORY_KIB = 3, 4, 65_536
"""Argon2id, the second choice of RFC 9106, section 4."""


class _Note(msgspec.Struct, kw_only=True, omit_defaults=True):
    """What `key.json` holds; bytes are base64."""

    holder: str
    keychain: str = ""
    check: bytes
    salt: bytes = b""
    nonce: bytes = b""
    wrapped: bytes = b""
    iterations: int = 0
    lanes: int = 0
    memory_kib: int = 0


def ask_ahead(profile: Path) -> Ahead | None:
    """Begin to ask the keychain for the key of the replica in the folder `profile`; None where it does not hold it."""
    try:
        note = _read(profile)
    except (KeyLost, StorageFault):
        return None
    return Ahead(note.keychain, profile.name) if note is not None and note.holder == "keychain" else None


def open_key(
    profile: Path, settings: Settings, *, create: bool, keychain: Keychain | None = None, ahead: Ahead | None = None
) -> bytes:
    """Return the 32 bytes that open the replica in the folder `profile`; with `create` make them the first time.

    `keychain` replaces the machine's; `ahead` is what `ask_ahead` gave. Raises WrongPassphrase; NotFound if there is no
    key and `create` is False; Locked where a passphrase is needed; NoKeychain where neither a keychain nor a passphrase
    is there to hold a new key; KeyLost where the keychain no longer holds the key, or the note about it is missing or
    damaged.
    """
    note = _read(profile)
    if note is None:
        if (profile / "replica.db").exists():
            raise KeyLost("The note about the key of this data is missing; enter the recovery key to open it.")
        if not create:
            raise NotFound("There is no data here yet; sign in or start CoachDesk once.")
        return _make(profile, settings, keychain or find_keychain())
    if note.holder == "passphrase":
        if not settings.passphrase:
            raise Locked("This data is locked with a passphrase; type it, or set COACHDESK_PASSPHRASE to it.")
        return _unwrapped(note, settings.passphrase)
    secret = ahead.secret() if ahead is not None else None
    if secret is not None and (key := _key_of(note, secret)) is not None:
        return key
    return _from_keychain(note, profile, keychain or find_keychain(note.keychain))


def keep_key(profile: Path, key: bytes, settings: Settings, *, keychain: Keychain | None = None) -> None:
    """Have this machine hold `key`, after a recovery or a change of passphrase.

    With a passphrase in `settings` that wraps it, and the keychain forgets it; otherwise the keychain holds it. A
    damaged note is replaced: whoever has one must know by other means that the key is right. Raises NoKeychain where
    neither is there, WrongPassphrase if the replica in `profile` was made with another key.
    """
    try:
        note = _read(profile)
    except KeyLost:
        note = None
    if note is not None and not hmac.compare_digest(note.check, _check(key)):
        raise WrongPassphrase("This recovery key belongs to other data; look for the one shown when this was set up.")
    if settings.passphrase:
        _write(profile, _wrapped(key, settings.passphrase))
        if note is not None and note.holder == "keychain":
            _forget(profile, keychain or find_keychain())
    else:
        _store(profile, key, keychain or find_keychain())


def holder(profile: Path) -> str:
    """Return what holds the key of `profile`: "keychain", "passphrase", or "" where nothing says so."""
    try:
        note = _read(profile)
    except KeyLost:
        return ""
    return note.holder if note is not None else ""


def note_for_passphrase(key: bytes, passphrase: str) -> bytes:
    """Return `key` wrapped by `passphrase`, as JSON that may lie beside what it opens."""
    return msgspec.json.encode(_wrapped(key, passphrase))


def open_note(note: bytes, passphrase: str) -> bytes:
    """Return the key that `note_for_passphrase` wrapped; raises WrongPassphrase, or msgspec.DecodeError."""
    return _unwrapped(msgspec.json.decode(note, type=_Note), passphrase)


def recovery_key(key: bytes) -> str:
    """Return `key` for paper: 35 bytes (the key and three of its SHA-256) as 14 groups of four letters and digits."""
    letters = base64.b32encode(key + hashlib.sha256(key).digest()[:3]).decode()
    return "-".join(letters[start : start + 4] for start in range(0, len(letters), 4))


def key_from_recovery(text: str) -> bytes:
    """Return the key that was written down; case, spaces, dashes and 0, 1, 8 for O, I, B do not matter.

    Raises WrongPassphrase for a slip of the pen.
    """
    letters = "".join(text.upper().split()).replace("-", "").translate(str.maketrans("018", "OIB"))
    try:
        data = base64.b32decode(letters)
    except (binascii.Error, ValueError):
        data = b""
    if len(data) != 35 or hashlib.sha256(data[:32]).digest()[:3] != data[32:]:
        raise WrongPassphrase("This is not a recovery key as it was shown; compare it letter by letter.")
    return data[:32]


def _make(profile: Path, settings: Settings, keychain: Keychain | None) -> bytes:
    key = secrets.token_bytes(32)
    if keychain is not None:
        try:
            _store(profile, key, keychain)
        except UserFault:
            if not settings.passphrase:
                raise
        else:
            return key
    if not settings.passphrase:
        raise NoKeychain("This machine has no keychain to hold the key of your data; set COACHDESK_PASSPHRASE instead.")
    _write(profile, _wrapped(key, settings.passphrase))
    return key


def _store(profile: Path, key: bytes, keychain: Keychain | None) -> None:
    if keychain is None:
        raise NoKeychain("This machine has no keychain to hold the key of your data; set COACHDESK_PASSPHRASE instead.")
    secret = base64.b64encode(key).decode()
    try:
        keychain.set(profile.name, secret)
        kept = keychain.get(profile.name)
    except Exception as fault:  # each back end has errors of its own
        raise UserFault("The keychain refused to hold the key of your data; unlock it and try again.") from fault
    if kept != secret:
        raise UserFault("The keychain did not hold the key of your data; set COACHDESK_PASSPHRASE instead.")
    _write(profile, _Note(holder="keychain", keychain=keychain.name, check=_check(key)))


def _forget(profile: Path, keychain: Keychain | None) -> None:
    """Have the keychain forget a key that the passphrase wraps from now on."""
    try:
        if keychain is not None:
            keychain.forget(profile.name)
    except Exception as fault:  # each back end has errors of its own
        raise UserFault(
            "The passphrase is set, but the keychain did not forget the old key; remove “CoachDesk” there by hand."
        ) from fault


def _from_keychain(note: _Note, profile: Path, keychain: Keychain | None) -> bytes:
    again = "enter the recovery key to open your data again"
    if keychain is None:
        raise KeyLost(f"The keychain that holds the key of your data is not there; unlock it, or {again}.")
    try:
        secret = keychain.get(profile.name)
    except Exception as fault:  # each back end has errors of its own
        raise KeyLost(f"The keychain does not answer; unlock it, or {again}.") from fault
    key = _key_of(note, secret or "")
    if key is None:
        raise KeyLost(f"The keychain of this machine no longer holds the key of your data; {again}.")
    return key


def _key_of(note: _Note, secret: str) -> bytes | None:
    """Return the key that a keychain's `secret` holds, or None where it is not the one of `note`."""
    try:
        key = base64.b64decode(secret, validate=True)
    except (binascii.Error, ValueError):
        return None
    return key if len(key) == 32 and hmac.compare_digest(note.check, _check(key)) else None


def _wrapped(key: bytes, passphrase: str) -> _Note:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # not loaded where the keychain holds the key

    salt, nonce = os.urandom(16), os.urandom(12)
    note = _Note(
        holder="passphrase",
        check=_check(key),
        salt=salt,
        nonce=nonce,
        iterations=ITERATIONS,
        lanes=LANES,
        memory_kib=MEMORY_KIB,
    )
    note.wrapped = AESGCM(_derived(note, passphrase)).encrypt(nonce, key, SERVICE.encode())
    return note


def _unwrapped(note: _Note, passphrase: str) -> bytes:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(_derived(note, passphrase)).decrypt(note.nonce, note.wrapped, SERVICE.encode())
    except (InvalidTag, ValueError) as fault:
        raise WrongPassphrase("This passphrase does not open your data; try again, or use the recovery key.") from fault


def _derived(note: _Note, passphrase: str) -> bytes:
    if note.memory_kib > 1 << 21 or note.iterations > 100:
        raise KeyLost("The note about the key of this data is damaged; enter the recovery key to open it.")
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    kdf = Argon2id(salt=note.salt, length=32, iterations=note.iterations, lanes=note.lanes, memory_cost=note.memory_kib)
    return kdf.derive(passphrase.encode())


def _check(key: bytes) -> bytes:
    """Return what tells this key from another without giving it away."""
    return hmac.digest(key, b"CoachDesk key check", "sha256")[:16]


def _read(profile: Path) -> _Note | None:
    try:
        return msgspec.json.decode((profile / "key.json").read_bytes(), type=_Note)
    except FileNotFoundError:
        return None
    except (msgspec.MsgspecError, UnicodeDecodeError) as fault:
        raise KeyLost("The note about the key of this data is damaged; enter the recovery key to open it.") from fault
    except OSError as fault:
        raise StorageFault("The key of your data cannot be read from the disk; check its permissions.") from fault


def _write(profile: Path, note: _Note) -> None:
    """Replace `key.json` so that after a crash it is the old or the new one."""
    try:
        profile.mkdir(mode=0o700, parents=True, exist_ok=True)
        partial = profile / "key.json.part"
        handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            os.write(handle, msgspec.json.encode(note))
            os.fsync(handle)
        finally:
            os.close(handle)
        partial.replace(profile / "key.json")
    except OSError as fault:
        raise StorageFault("The note about the key could not be saved; check the disk and try again.") from fault
