"""This file signs what the app is told of a newer release, and makes the key for it.

    python packaging/release.py new-key https://ADDRESS        once, by the makers
    RELEASE_KEY=… python packaging/release.py sign PAGE >releases.json

`new-key` prints the private key, to be kept in the release workflow's secrets and nowhere else, and writes the public
one with the address into resources/updates.json, to be committed. `sign` tells of the version in pyproject.toml. What
is new in it is said in one or two sentences between that version's heading in CHANGELOG.md and the next heading.
"""

from __future__ import annotations

import base64
import json
import os
import re
import sys
import tomllib
from datetime import UTC, datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

ROOT = Path(__file__).parent.parent
MOST = 300
"""How many characters of news fit into the notice above a coach's work."""


def new_key(address: str) -> str:
    """Write `address` and a new public key into the resources; return the private key in base64."""
    key = Ed25519PrivateKey.generate()
    public = base64.b64encode(key.public_key().public_bytes_raw()).decode()
    text = json.dumps({"address": address, "key": public})
    (ROOT / "resources" / "updates.json").write_text(text + "\n", "utf-8")
    return base64.b64encode(key.private_bytes_raw()).decode()


def news_of(version: str) -> str:
    """Return what CHANGELOG.md tells coaches of `version`, on one line; raises ValueError where it tells nothing."""
    changes = (ROOT / "CHANGELOG.md").read_text("utf-8")
    section = re.search(rf"^## \[{re.escape(version)}\].*\n([^#]*)", changes, re.MULTILINE)
    news = " ".join(section[1].split()) if section else ""
    if not 0 < len(news) <= MOST:
        raise ValueError(f"CHANGELOG.md needs a heading for {version} and under it what is new, in {MOST} characters.")
    return news


def sign(private: str, page: str) -> str:
    """Return the file that the app reads: the news of this version, signed with `private` (base64)."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    published = datetime.fromtimestamp(int(os.environ.get("SOURCE_DATE_EPOCH") or datetime.now(UTC).timestamp()), UTC)
    release = {"version": version, "published": f"{published:%Y-%m-%d}", "page": page, "news": [news_of(version)]}
    text = json.dumps(release, ensure_ascii=False)
    signature = Ed25519PrivateKey.from_private_bytes(base64.b64decode(private)).sign(text.encode())
    return json.dumps({"manifest": text, "signature": base64.b64encode(signature).decode()})


def main(words: list[str]) -> int:
    """Do what the command line says; return the exit code."""
    match words:
        case ["new-key", address] if address.startswith("https://"):
            print(new_key(address))
        case ["sign", page] if os.environ.get("RELEASE_KEY"):
            try:
                print(sign(os.environ["RELEASE_KEY"], page))
            except ValueError as fault:
                print(fault, file=sys.stderr)
                return 1
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
