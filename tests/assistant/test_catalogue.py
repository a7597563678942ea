"""This file holds the catalogue, and the models of a profile, to what they promise."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from coachdesk.assistant.catalogue import Models, catalogue, fits, known_as, known_hashes, recommended, smaller
from coachdesk.assistant.model import starter_model
from coachdesk.assistant.prompt_format import FORMATS
from coachdesk.errors import ModelFault, NotFound, Refused
from coachdesk.settings import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path / "home")


def gguf(path: Path, rest: bytes = b"") -> Path:
    path.write_bytes(b"GGUF" + (3).to_bytes(4, "little") + bytes(16) + rest)
    return path


def test_the_catalogue_is_whole() -> None:
    starter, *others = catalogue()
    assert starter.file == starter_model().name
    assert starter.sha256 == hashlib.sha256(starter_model().read_bytes()).hexdigest()
    assert starter.size == starter_model().stat().st_size
    assert len({known.name for known in catalogue()}) == len({known.file for known in catalogue()}) == len(catalogue())
    for known in catalogue():
        assert known.family in FORMATS
        assert known.context <= known.trained
        assert known.memory > known.size
        assert known.licence == "Apache-2.0"
    for known in others:
        assert known.repository
        assert 450 <= known.parameters <= 4100


def test_a_model_is_recommended_for_the_memory_that_is_free() -> None:
    assert recommended(0) == catalogue()[0]
    best = recommended(64 << 30)
    assert best.parameters == max(known.parameters for known in catalogue())
    assert fits(recommended(2 << 30), 2 << 30)
    below = smaller(best)
    assert below is not None
    assert below.parameters < best.parameters
    assert smaller(catalogue()[0]) is None


def test_the_starter_is_chosen_until_another_is(settings: Settings, tmp_path: Path) -> None:
    models = Models(settings)
    assert models.chosen() == starter_model()
    added = models.add(gguf(tmp_path / "own.gguf"), trust=True)
    assert (added.name, added.chosen, added.known) == ("own", False, None)
    assert models.chosen() == starter_model()
    assert models.use("own").chosen
    assert Models(settings).chosen() == settings.models / "own.gguf"
    assert [row.name for row in models.listed() if row.chosen] == ["own"]


def test_an_unknown_file_is_refused_with_its_hash_unless_it_is_trusted(settings: Settings, tmp_path: Path) -> None:
    file = gguf(tmp_path / "own.gguf")
    models = Models(settings)
    with pytest.raises(Refused, match=hashlib.sha256(file.read_bytes()).hexdigest()):
        models.add(file)
    assert list(settings.models.iterdir()) == []
    assert models.trusted() == frozenset()
    models.add(file, trust=True)
    assert Models(settings).trusted() == {hashlib.sha256(file.read_bytes()).hexdigest()}
    models.add(file)


def test_a_known_file_is_known_by_its_hash_whatever_its_name(settings: Settings, tmp_path: Path) -> None:
    copy = tmp_path / "renamed.gguf"
    copy.write_bytes(starter_model().read_bytes())
    seen: list[int] = []
    added = Models(settings).add(copy, progress=seen.append)
    assert added.name == catalogue()[0].name
    assert seen[-1] == copy.stat().st_size
    assert Models(settings).trusted() == frozenset()


def test_what_is_no_model_is_not_added(settings: Settings, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("Dear Anna", encoding="utf-8")
    with pytest.raises(ModelFault, match="no model file"):
        Models(settings).add(notes, trust=True)
    with pytest.raises(ModelFault, match="no model file at"):
        Models(settings).add(tmp_path / "none.gguf")


def test_a_model_that_is_not_here_cannot_be_chosen(settings: Settings) -> None:
    with pytest.raises(NotFound):
        Models(settings).use("qwen3-4b")
    with pytest.raises(NotFound):
        Models(settings).use("../../etc/passwd")


def test_a_chosen_file_that_is_gone_gives_way_to_the_starter(settings: Settings, tmp_path: Path) -> None:
    models = Models(settings)
    models.add(gguf(tmp_path / "own.gguf"), trust=True)
    models.use("own")
    models.chosen().unlink()
    assert models.chosen() == starter_model()


def test_the_environment_decides_before_the_choice(settings: Settings, tmp_path: Path) -> None:
    named = Settings(home=settings.home, model=tmp_path / "named.gguf")
    assert Models(named).chosen() == tmp_path / "named.gguf"


def test_a_damaged_record_trusts_nothing(settings: Settings) -> None:
    settings.home.mkdir()
    (settings.home / "model.json").write_text('{"trusted": 7', encoding="utf-8")
    assert Models(settings).trusted() == frozenset()
    assert Models(settings).chosen() == starter_model()


def test_files_and_record_are_for_their_owner_only(settings: Settings, tmp_path: Path) -> None:
    models = Models(settings)
    models.add(gguf(tmp_path / "own.gguf"), trust=True)
    paths = [settings.models, settings.models / "own.gguf", settings.home / "model.json"]
    assert [path.stat().st_mode & 0o077 for path in paths] == [0, 0, 0]


def test_only_the_catalogues_hashes_are_known() -> None:
    assert known_as("no such file") is None
    assert len(known_hashes()) == len(catalogue())
