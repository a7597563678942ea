"""This file tests that the twenty real meetings of the QMSum selection import whole, turn for turn."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest

from coachdesk.transcripts import read_transcript

FOLDER = Path(os.environ.get("COACHDESK_QMSUM") or Path(__file__).parents[2].parent / "shared" / "data" / "qmsum")
NOISE = re.compile(r"\{(?:vocalsound|disfmarker|pause|gap|comment|nonvocalsound)\}")


@pytest.fixture(scope="module")
def references() -> dict[str, Any]:
    path = FOLDER / "references.json"
    if not path.exists():
        pytest.skip(f"the QMSum selection is not at {FOLDER}; name its folder in COACHDESK_QMSUM")
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return found


def test_each_of_the_twenty_has_as_many_lines_as_turns(references: dict[str, Any]) -> None:
    assert len(references) == 20
    lines = {name: len(read_transcript(FOLDER / f"{name}.txt").transcript.lines) for name in references}
    assert lines == {name: reference["turns"] for name, reference in references.items()}


def test_speakers_are_those_before_the_colon_and_no_word_is_lost(references: dict[str, Any]) -> None:
    for name in references:
        written = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").split("\n")
        imported = read_transcript(FOLDER / f"{name}.txt")
        for row, line in zip(filter(None, written), imported.transcript.lines, strict=True):
            speaker, _, words = row.partition(": ")
            assert line.speaker == "".join(sign for sign in " ".join(speaker.split()) if sign.isprintable())
            assert line.text.split() == NOISE.sub(" ", words).split()
        assert set(imported.participants) == {line.speaker for line in imported.transcript.lines}
        assert imported.warnings == ()
