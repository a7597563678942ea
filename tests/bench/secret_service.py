"""This file is a keychain for tests and benchmarks: a Secret Service on a session bus of its own, with empty hands.

It speaks what desktops speak (specifications.freedesktop.org/secret-service-spec 0.2), as far as keyring asks it, with
encrypted sessions; secrets are in its memory only. `running` gives the environment in which it is the keychain.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from jeepney import Message, MessageType, new_error, new_method_return
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection
from secretstorage.dhcrypto import Session
from secretstorage.util import format_secret

ROOT = Path(__file__).resolve().parents[2]
NAME, COLLECTION = "org.freedesktop.secrets", "/org/freedesktop/secrets/collection/login"
BUS = """<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen><auth>EXTERNAL</auth>
<policy context="default">
<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
</policy></busconfig>"""

Answer = tuple[str, tuple[Any, ...]]
"""The signature of a reply, and its body."""


class Service:
    """The secrets by the path of their item; one session at a time."""

    def __init__(self) -> None:
        self._items: dict[str, tuple[dict[str, str], bytes]] = {}
        self._session = Session()

    def answer(self, path: str, member: str, body: tuple[Any, ...]) -> Answer | None:
        """Return what `member` of the object at `path` answers; None for what is not known here."""
        known: dict[str, Callable[..., Answer]] = {
            "ReadAlias": lambda _name: ("o", (COLLECTION,)),
            "OpenSession": self._open,
            "SearchItems": self._search,
            "Unlock": lambda paths: ("aoo", (paths, "/")),
            "CreateItem": self._create,
            "GetSecret": lambda _session: self._secret(path),
            "Delete": lambda: self._delete(path),
            "Get": lambda _interface, name: ("v", (("b", False) if name == "Locked" else ("s", "Login"),)),
        }
        return known[member](*body) if member in known else None

    def _open(self, _algorithm: str, offered: tuple[str, bytes]) -> Answer:
        self._session = Session()
        self._session.object_path = "/org/freedesktop/secrets/session/1"
        self._session.set_server_public_key(int.from_bytes(offered[1], "big"))
        return "vo", (("ay", self._session.my_public_key.to_bytes(128, "big")), self._session.object_path)

    def _search(self, wanted: dict[str, str]) -> Answer:
        found = [path for path, (attributes, _) in self._items.items() if wanted.items() <= attributes.items()]
        return "ao", (found,)

    def _create(self, properties: dict[str, Any], secret: tuple[Any, ...], _replace: bool) -> Answer:
        attributes = dict(properties["org.freedesktop.Secret.Item.Attributes"][1])
        assert self._session.aes_key is not None
        decryptor = Cipher(algorithms.AES(self._session.aes_key), modes.CBC(bytes(secret[1]))).decryptor()
        padded = decryptor.update(bytes(secret[2])) + decryptor.finalize()
        same = next((path for path, (known, _) in self._items.items() if known == attributes), None)
        path = same or f"{COLLECTION}/{len(self._items) + 1}"
        self._items[path] = (attributes, padded[: -padded[-1]])
        return "oo", (path, "/")

    def _secret(self, path: str) -> Answer:
        return "(oayays)", (format_secret(self._session, self._items[path][1], "text/plain"),)

    def _delete(self, path: str) -> Answer:
        del self._items[path]
        return "o", ("/",)


def serve() -> None:
    """Answer on the session bus until the process is ended."""
    service = Service()
    with open_dbus_connection() as bus:
        bus.send_and_get_reply(message_bus.RequestName(NAME))
        print("ready", flush=True)
        while True:
            message: Message = bus.receive()
            if message.header.message_type is not MessageType.method_call:
                continue
            fields = {field.name: value for field, value in message.header.fields.items()}
            answer = service.answer(fields["path"], fields["member"], message.body)
            if answer is None:
                bus.send(new_error(message, "org.freedesktop.DBus.Error.UnknownMethod"))
            else:
                bus.send(new_method_return(message, *answer))


@contextlib.contextmanager
def running(folder: Path) -> Iterator[dict[str, str]]:
    """Give the environment in which a keychain is there, in processes that are gone afterwards."""
    config = folder / "bus.conf"
    config.write_text(BUS)
    daemon = ["dbus-daemon", f"--config-file={config}", "--nofork", "--print-address"]
    with subprocess.Popen(daemon, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as bus:
        try:
            assert bus.stdout is not None
            own = {"DBUS_SESSION_BUS_ADDRESS": bus.stdout.readline().strip(), "PYTHONPATH": str(ROOT)}
            program = [sys.executable, "-m", "tests.bench.secret_service"]
            with subprocess.Popen(program, env=os.environ | own, stdout=subprocess.PIPE, text=True) as keychain:
                try:
                    assert keychain.stdout is not None
                    assert keychain.stdout.readline().strip() == "ready"
                    yield own
                finally:
                    keychain.kill()
        finally:
            bus.kill()


if __name__ == "__main__":
    serve()
