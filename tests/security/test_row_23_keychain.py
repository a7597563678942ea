"""This file opens replicas without a keychain, and with another one than last time: no plain text, and a way back."""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from coachdesk.errors import KeyLost, Locked, NoKeychain, NotFound, UserFault, WrongPassphrase
from coachdesk.settings import Settings
from coachdesk.storage import keys
from coachdesk.storage.keychain import find_keychain
from coachdesk.storage.keys import holder, keep_key, key_from_recovery, open_key, recovery_key
from tests.bench import secret_service


def _plain() -> type[object]:
    from keyring.backend import KeyringBackend

    class Plain(KeyringBackend):
        """Writes secrets as they are, as some back ends do."""

        priority = 1

        def get_password(self, service: str, username: str) -> str | None:
            return None

        def set_password(self, service: str, username: str, password: str) -> None:
            pass

        def delete_password(self, service: str, username: str) -> None:
            pass

    return Plain


class Chain:
    """A keychain in memory, with the faults that real ones have."""

    name = "test"

    def __init__(self, *, forgets: bool = False, locked: bool = False) -> None:
        self.held: dict[str, str] = {}
        self.forgets = forgets
        self.locked = locked

    def get(self, profile: str) -> str | None:
        if self.locked:
            raise RuntimeError("locked")
        return self.held.get(profile)

    def set(self, profile: str, secret: str) -> None:
        if self.locked:
            raise RuntimeError("locked")
        if not self.forgets:
            self.held[profile] = secret

    def forget(self, profile: str) -> None:
        if self.locked:
            raise RuntimeError("locked")
        self.held.pop(profile, None)


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "MEMORY_KIB", 64)
    monkeypatch.setattr(keys, "ITERATIONS", 1)


def with_passphrase(home: Path, passphrase: str | None = "a horse on a train") -> Settings:
    return Settings(home=home, passphrase=passphrase)


def test_the_keychain_holds_a_key_made_once(tmp_path: Path) -> None:
    chain = Chain()
    key = open_key(tmp_path / "p", Settings(home=tmp_path), create=True, keychain=chain)
    assert len(key) == 32
    assert open_key(tmp_path / "p", Settings(home=tmp_path), create=False, keychain=chain) == key
    assert open_key(tmp_path / "q", Settings(home=tmp_path), create=True, keychain=chain) != key
    note = (tmp_path / "p" / "key.json").read_text()
    assert key.hex() not in note
    assert chain.held["p"] not in note
    assert json.loads(note)["keychain"] == "test"
    assert stat.S_IMODE((tmp_path / "p" / "key.json").stat().st_mode) == 0o600


def test_without_a_keychain_a_passphrase_wraps_the_key(tmp_path: Path) -> None:
    key = open_key(tmp_path, with_passphrase(tmp_path), create=True)
    assert open_key(tmp_path, with_passphrase(tmp_path), create=False) == key
    with pytest.raises(WrongPassphrase):
        open_key(tmp_path, with_passphrase(tmp_path, "a donkey on a train"), create=True)
    with pytest.raises(Locked, match="COACHDESK_PASSPHRASE"):
        open_key(tmp_path, Settings(home=tmp_path), create=True)


@pytest.mark.parametrize("chain", [None, Chain(forgets=True), Chain(locked=True)])
def test_there_is_no_fallback_to_plain_text(tmp_path: Path, chain: Chain | None) -> None:
    with pytest.raises(UserFault if chain else NoKeychain):
        open_key(tmp_path, Settings(home=tmp_path), create=True, keychain=chain)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", ["fail", "null", "plain text"])
def test_back_ends_that_keep_nothing_or_plain_text_count_as_none(kind: str) -> None:
    import keyring
    from keyring.backends import fail, null

    backend = {"fail": fail.Keyring, "null": null.Keyring, "plain text": _plain()}[kind]
    before = keyring.get_keyring()
    try:
        keyring.set_keyring(backend())
        assert find_keychain() is None
    finally:
        keyring.set_keyring(before)


def test_a_keychain_that_lost_the_key_or_holds_another_offers_the_recovery_key(tmp_path: Path) -> None:
    chain = Chain()
    key = open_key(tmp_path, Settings(home=tmp_path), create=True, keychain=chain)
    other = Chain()
    open_key(tmp_path / "other", Settings(home=tmp_path), create=True, keychain=other)
    other.held[tmp_path.name] = other.held["other"]
    for now in (Chain(), Chain(locked=True), other):
        with pytest.raises(KeyLost, match="recovery key"):
            open_key(tmp_path, Settings(home=tmp_path), create=True, keychain=now)
    recovered = key_from_recovery(recovery_key(key))
    fresh = Chain()
    keep_key(tmp_path, recovered, Settings(home=tmp_path), keychain=fresh)
    assert open_key(tmp_path, Settings(home=tmp_path), create=False, keychain=fresh) == key


def test_the_passphrase_can_be_changed_and_another_replicas_key_is_not_taken(tmp_path: Path) -> None:
    key = open_key(tmp_path, with_passphrase(tmp_path), create=True)
    keep_key(tmp_path, key, with_passphrase(tmp_path, "new"))
    assert open_key(tmp_path, with_passphrase(tmp_path, "new"), create=False) == key
    with pytest.raises(WrongPassphrase):
        keep_key(tmp_path, bytes(32), with_passphrase(tmp_path, "new"))


def test_a_passphrase_takes_the_key_out_of_the_keychain_and_gives_it_back(tmp_path: Path) -> None:
    chain = Chain()
    key = open_key(tmp_path, Settings(home=tmp_path), create=True, keychain=chain)
    keep_key(tmp_path, key, with_passphrase(tmp_path), keychain=chain)
    assert (holder(tmp_path), chain.held) == ("passphrase", {})
    with pytest.raises(Locked):
        open_key(tmp_path, Settings(home=tmp_path), create=True, keychain=chain)
    keep_key(tmp_path, key, Settings(home=tmp_path), keychain=chain)
    assert holder(tmp_path) == "keychain"
    assert open_key(tmp_path, Settings(home=tmp_path), create=True, keychain=chain) == key
    chain.locked = True
    with pytest.raises(UserFault, match="by hand"):
        keep_key(tmp_path, key, with_passphrase(tmp_path), keychain=chain)
    assert holder(tmp_path) == "passphrase"


def test_the_recovery_key_forgives_a_hand_and_notices_a_slip() -> None:
    key = bytes(range(32))
    written = recovery_key(key)
    assert re.fullmatch(r"([A-Z2-7]{4}-){13}[A-Z2-7]{4}", written)
    assert key_from_recovery(written.lower().replace("-", " ").replace("o", "0").replace("i", "1")) == key
    for slip in (written[:-1], written.replace(written[0], "7" if written[0] != "7" else "6", 1), "", "ä" * 56):
        with pytest.raises(WrongPassphrase):
            key_from_recovery(slip)


def test_a_missing_or_damaged_note_never_makes_a_new_key_over_data(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        open_key(tmp_path, with_passphrase(tmp_path), create=False)
    (tmp_path / "replica.db").write_bytes(b"data")
    with pytest.raises(KeyLost, match="recovery key"):
        open_key(tmp_path, with_passphrase(tmp_path), create=True)
    (tmp_path / "key.json").write_bytes(b"{")
    with pytest.raises(KeyLost, match="recovery key"):
        open_key(tmp_path, with_passphrase(tmp_path), create=True)


ASKED = """
import sys
from pathlib import Path
from coachdesk.errors import KeyLost
from coachdesk.settings import Settings
from coachdesk.storage.keys import ask_ahead, open_key
profile = Path(sys.argv[1]) / "profile"
settings = Settings(home=profile.parent)
if sys.argv[2] == "make":
    made = open_key(profile, settings, create=True)
    assert open_key(profile, settings, create=False) == made
    assert ask_ahead(profile).secret() is not None
    assert open_key(profile, settings, create=False, ahead=ask_ahead(profile)) == made
else:
    try:
        open_key(profile, settings, create=False, ahead=ask_ahead(profile))
    except KeyLost as fault:
        print(fault)
"""


@pytest.mark.timeout(120)
@pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="there is no session bus on this machine")
def test_a_desktops_own_keychain_is_asked_ahead_and_says_so_when_it_is_gone(tmp_path: Path) -> None:
    def said(step: str, environment: dict[str, str]) -> str:
        command = [sys.executable, "-c", ASKED, str(tmp_path), step]
        theirs = {name: value for name, value in os.environ.items() if name != "PYTHON_KEYRING_BACKEND"} | environment
        done = subprocess.run(command, env=theirs, capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    with secret_service.running(tmp_path) as own:
        said("make", own)
    note = json.loads((tmp_path / "profile" / "key.json").read_text())
    assert note["keychain"] == "keyring.backends.SecretService.Keyring"
    assert "recovery key" in said("ask", own)
