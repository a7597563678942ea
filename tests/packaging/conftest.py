"""This file gives tests the packages of the last bundle, and a bare Debian to install them in."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.packaging.bare_root import BareRoot

DIST = Path(__file__).parents[2] / "dist"


@pytest.fixture(scope="session")
def deb() -> Path:
    """Give the deb of the last bundle."""
    return last("coachdesk_*.deb")


@pytest.fixture(scope="session")
def rpm() -> Path:
    """Give the rpm of the last bundle."""
    return last("coachdesk-*.rpm")


def last(name: str) -> Path:
    """Return the package of this name in dist/; skips the test where there is none."""
    found = sorted(DIST.glob(name))
    if not found:
        pytest.skip(f"dist/ holds no {name}; `sh packaging/dev.sh bundle` makes it")
    return found[-1]


@pytest.fixture(scope="session")
def bare(tmp_path_factory: pytest.TempPathFactory, deb: Path) -> Iterator[BareRoot]:
    """Give a Debian with nothing in it."""
    del deb  # without one, no Debian is made
    folder = tmp_path_factory.mktemp("bare")
    yield BareRoot.made_in(folder / "root")
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def installed(bare: BareRoot, deb: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BareRoot]:
    """Give a Debian in which the deb was installed."""
    folder = tmp_path_factory.mktemp("installed")
    root = bare.copied_to(folder / "root")
    root.install(deb)
    yield root
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Path]:
    """Give a folder for a root of the test's own, and take that away: each is most of a gigabyte."""
    yield tmp_path / "root"
    shutil.rmtree(tmp_path / "root", ignore_errors=True)
