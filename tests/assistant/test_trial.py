"""This file tries models before they are used, on this machine, by the command line's own way."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from coachdesk.assistant.catalogue import Known, Models, catalogue, recommended
from coachdesk.assistant.model import starter_model
from coachdesk.assistant.trial import try_model
from coachdesk.desk import models as commands
from coachdesk.desk.model_offer import ModelOffer
from coachdesk.errors import NotFound, Refused
from coachdesk.settings import Settings

LARGER = next(known for known in catalogue() if known.name == "qwen2.5-0.5b")
FREE = "coachdesk.assistant.memory.available_bytes"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A laptop on which the starter's file also stands in the place of a larger model."""
    settings = Settings(home=tmp_path / "home")
    shutil.copyfile(starter_model(), Models(settings).folder() / LARGER.file)
    return settings


async def test_a_trial_measures_pace_and_memory_and_leaves_no_process() -> None:
    tried = await try_model(starter_model(), frozenset())
    assert tried.tokens_per_s > 0.1
    assert tried.memory is None or 50_000_000 < tried.memory < 2_000_000_000
    assert tried.sentence(starter_model()).startswith("SmolLM2-135M writes ")


async def test_a_model_is_tried_then_used_and_the_list_says_what_is_recommended(settings: Settings) -> None:
    done = await commands.carry_out(settings, "use", LARGER.name)
    assert done["trial"]["fits"]
    assert "tokens a second" in done["trial"]["sentence"]
    assert [model["name"] for model in done["models"] if model["used"]] == [LARGER.name]
    assert sum(model["recommended"] for model in done["models"]) == 1
    with pytest.raises(NotFound):
        await commands.carry_out(settings, "use", "qwen3-4b")


async def test_a_model_that_the_memory_has_no_room_for_is_refused_unless_it_must_be(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FREE, lambda: 600_000_000)
    with pytest.raises(Refused, match=r"0\.9 GB of memory, and 0\.6 GB are free.*--anyway"):
        await commands.carry_out(settings, "use", LARGER.name)
    assert Models(settings).chosen() == starter_model()
    done = await commands.carry_out(settings, "use", LARGER.name, anyway=True)
    assert done["trial"]["fits"]
    assert Models(settings).chosen().name == LARGER.file


async def test_a_model_whose_trial_runs_out_of_memory_is_refused(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def limit(_size: int, _known: Known | None) -> int:
        return 60 << 20

    monkeypatch.setattr("coachdesk.assistant.model.memory_limit", limit)
    with pytest.raises(Refused, match="Memory is too short"):
        await commands.carry_out(settings, "use", LARGER.name)
    assert Models(settings).chosen() == starter_model()
    done = await commands.carry_out(settings, "use", LARGER.name, anyway=True)
    assert not done["trial"]["fits"]
    assert Models(settings).chosen().name == LARGER.file


def test_a_better_model_is_offered_once_and_only_where_it_fits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "coach"
    home.mkdir()
    offer = ModelOffer(Settings(home=home))
    monkeypatch.setattr(FREE, lambda: 500_000_000)
    assert offer.sentence() == ""
    monkeypatch.setattr(FREE, lambda: 3_000_000_000)
    best = recommended(3_000_000_000)
    assert best.title in offer.sentence()
    assert offer.sentence().endswith(f"coachdesk model download {best.name}")
    assert offer.open
    assert offer.made()
    assert not offer.made()
    assert not ModelOffer(Settings(home=home)).open
    assert not ModelOffer(Settings(home=tmp_path / "other", model=starter_model())).open


def test_nothing_is_offered_to_who_has_chosen_a_larger_model(settings: Settings) -> None:
    Models(settings).use(LARGER.name)
    assert ModelOffer(settings).sentence() == ""
