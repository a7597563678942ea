"""This file has platforms with bad certificates: each is refused, and not one byte of the token reaches it."""

from __future__ import annotations

import asyncio
import ipaddress
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID

from coachdesk.errors import EnvironmentFault
from coachdesk.sync.platform_http import PlatformHttp
from tests.faults.laptops import Laptop

TOKEN = "the-token-that-stays-here"
Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey
NOW = datetime.now(UTC)


@dataclass
class Authority:
    """Somebody who signs certificates."""

    name: str
    key: Key
    certificate: x509.Certificate


def certificate(
    name: str,
    key: Key,
    signer: Authority | None,
    *,
    hosts: tuple[str, ...] = ("127.0.0.1",),
    begins: datetime = NOW - timedelta(days=1),
    ends: datetime = NOW + timedelta(days=30),
    is_authority: bool = False,
) -> x509.Certificate:
    """Return a certificate for `hosts`, signed by `signer` or by itself."""
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    issuer = signer.certificate.subject if signer else subject
    addresses = [x509.IPAddress(ipaddress.ip_address(h)) if h[0].isdigit() else x509.DNSName(h) for h in hosts]
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(ends)
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
    )
    if not is_authority:
        builder = builder.add_extension(x509.SubjectAlternativeName(addresses), critical=False)
    return builder.sign(signer.key if signer else key, hashes.SHA256())


def authority(name: str) -> Authority:
    key = ec.generate_private_key(ec.SECP256R1())
    return Authority(name, key, certificate(name, key, None, is_authority=True))


def served(folder: Path, key: Key, *chain: x509.Certificate) -> ssl.SSLContext:
    """Return what a server with this certificate needs."""
    encoding = serialization.Encoding.PEM
    (folder / "chain.pem").write_bytes(b"".join(one.public_bytes(encoding) for one in chain))
    (folder / "key.pem").write_bytes(
        key.private_bytes(encoding, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.set_ciphers("DEFAULT:@SECLEVEL=0")
    context.load_cert_chain(folder / "chain.pem", folder / "key.pem")
    return context


class Listening:
    """A server that keeps what it is told, decrypted."""

    def __init__(self) -> None:
        self.seen = b""
        self.port = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while piece := await reader.read(4096):
                self.seen += piece
                writer.write(b"HTTP/1.1 503 Busy\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        except (OSError, ssl.SSLError):
            pass
        finally:
            writer.transport.abort()


@asynccontextmanager
async def listening(context: ssl.SSLContext) -> AsyncIterator[Listening]:
    one = Listening()
    server = await asyncio.start_server(one.serve, "127.0.0.1", 0, ssl=context)
    one.port = server.sockets[0].getsockname()[1]
    try:
        yield one
    finally:
        server.close()
        await server.wait_closed()


def bad(kind: str, folder: Path, trusted: Authority) -> ssl.SSLContext:
    """Return a server's context whose certificate is bad in one way; whatever can be is signed by `trusted`."""
    key: Key = ec.generate_private_key(ec.SECP256R1())
    match kind:
        case "expired":
            long_ago = NOW - timedelta(days=60)
            chain = [certificate("p", key, trusted, begins=long_ago, ends=NOW - timedelta(hours=1))]
        case "not valid yet":
            chain = [certificate("p", key, trusted, begins=NOW + timedelta(days=1))]
        case "wrong host":
            chain = [certificate("127.0.0.1", key, trusted, hosts=("platform.example", "127.0.0.2"))]
        case "self-signed":
            chain = [certificate("p", key, None)]
        case "unknown authority":
            chain = [certificate("p", key, authority("somebody"))]
        case "signed by one that may not":
            middle_key = ec.generate_private_key(ec.SECP256R1())
            middle = Authority("m", middle_key, certificate("m", middle_key, trusted))
            chain = [certificate("p", key, middle), middle.certificate]
        case "weak key":
            key = rsa.generate_private_key(65537, 1024)
            chain = [certificate("p", key, trusted)]
        case _:
            chain = [certificate("p", key, trusted)]
    return served(folder, key, *chain)


KINDS = (
    "expired",
    "not valid yet",
    "wrong host",
    "self-signed",
    "unknown authority",
    "signed by one that may not",
    "weak key",
)


async def tried(folder: Path, kind: str) -> bytes:
    """Have a laptop connect to a platform with such a certificate; returns what the platform was told."""
    trusted = authority("trusted")
    ca = folder / "ca.pem"
    ca.write_bytes(trusted.certificate.public_bytes(serialization.Encoding.PEM))
    async with listening(bad(kind, folder, trusted)) as server:
        address = f"https://127.0.0.1:{server.port}"
        with pytest.raises(EnvironmentFault):  # Offline, or what a 503 becomes
            await PlatformHttp(address, ca).get_blob("ab" * 32, TOKEN)
        one = Laptop(folder / "laptop", address, TOKEN, ca=ca)
        states: list[bool] = []
        try:
            one.go()
            async with asyncio.timeout(10):
                while len(states) < 3:
                    one.engine.hurry()
                    await asyncio.sleep(0.1)  # several attempts are made meanwhile
                    states.append(one.engine.status.online)
        finally:
            await one.close()
        assert not any(states)
        return server.seen


@pytest.mark.logs("^asyncio: ")
@pytest.mark.parametrize("kind", KINDS)
async def test_a_platform_with_a_bad_certificate_is_told_nothing(kind: str, tmp_path: Path) -> None:
    assert await tried(tmp_path, kind) == b""


async def test_a_platform_with_a_good_certificate_is_told_the_token(tmp_path: Path) -> None:
    """Shows that the test above can fail: only the certificate differs."""
    assert TOKEN.encode() in await tried(tmp_path, "good")
