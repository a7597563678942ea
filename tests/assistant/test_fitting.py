"""This file holds what is said of memory to what the system says, and the choice of a smaller model to what is here."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from coachdesk.assistant.catalogue import Models, catalogue
from coachdesk.assistant.fitting import has_room, need_of, smaller_here, title_of
from coachdesk.assistant.memory import available_bytes, read_vm_stat, resident_bytes
from coachdesk.assistant.model import starter_model
from coachdesk.settings import Settings

VM_STAT = """Mach Virtual Memory Statistics: (page size of 16384 bytes)
Pages free:                               10000.
Pages active:                            300000.
Pages inactive:                           20000.
Pages speculative:                         5000.
"""


def put(models: Models, file: str) -> Path:
    path = models.folder() / file
    path.write_bytes(b"GGUF" + (3).to_bytes(4, "little") + bytes(16))
    return path


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_the_system_tells_free_memory_and_what_a_process_takes() -> None:
    free = available_bytes()
    own = resident_bytes(os.getpid())
    assert free is not None
    assert own is not None
    assert 1 << 20 < own < 64 << 30
    assert 1 << 20 < free < 64 << 40
    assert resident_bytes(2**22 + 1) is None


def test_what_macos_says_is_read_and_what_it_does_not_say_is_unknown() -> None:
    assert read_vm_stat(VM_STAT) == 35000 * 16384
    assert read_vm_stat("vm_stat: not permitted") is None


def test_a_model_has_room_with_a_tenth_to_spare_or_where_nobody_can_say() -> None:
    need = need_of(starter_model())
    assert need == catalogue()[0].memory
    assert has_room(starter_model(), int(need * 1.11))
    assert not has_room(starter_model(), need)
    assert has_room(starter_model(), None)


def test_the_next_smaller_model_is_one_that_is_on_this_laptop(tmp_path: Path) -> None:
    models = Models(Settings(home=tmp_path / "home"))
    files = {known.name: known.file for known in catalogue()}
    large, small = put(models, files["qwen3-4b"]), put(models, files["qwen2.5-0.5b"])
    assert smaller_here(models, large) == small
    assert smaller_here(models, small) == starter_model()
    assert smaller_here(models, starter_model()) is None
    assert title_of(large) == "Qwen3-4B"
    assert title_of(tmp_path / "own.gguf") == "own"
