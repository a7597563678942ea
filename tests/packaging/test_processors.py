"""This file has the bundle's model answer on processors that this machine does not have, which qemu stands in for."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from coachdesk.assistant import model
from coachdesk.assistant.engine import Turn

BUNDLE = Path(__file__).parents[2] / "dist" / "coachdesk"
PROGRAM = BUNDLE / "coachdesk"
QEMU = shutil.which("qemu-x86_64")
# What PyInstaller's start sets before it starts itself again: that second start would not be qemu's.
STARTED_AGAIN = (
    "env",
    f"_PYI_ARCHIVE_FILE={PROGRAM}",
    "_PYI_LINUX_PROCESS_NAME=coachdesk",
    "_PYI_PARENT_PROCESS_LEVEL=-1",
    f"LD_LIBRARY_PATH={BUNDLE / '_internal'}",
)

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux" or not PROGRAM.exists(), reason="dist/ holds no bundle for Linux"),
    pytest.mark.timeout(600),
]
emulated = pytest.mark.skipif(QEMU is None, reason="qemu-user is not installed")


async def variant_that_answers(command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> str:
    """Have the model process of `command` say something; return the name of ggml's variant that it has in memory."""
    monkeypatch.setattr(model, "start_command", lambda: (*command, str(PROGRAM), "--model-process"))
    process = model.ModelProcess(model.starter_model(), threads=2, context=256, hang_seconds=300)
    try:
        said = [piece async for piece in process.generate((Turn("user", "Say hello."),), max_tokens=3, temperature=0)]
        assert "".join(said)
        (found,) = set(re.findall(r"libggml-cpu-(\w+)\.so", told_by_the_system(f"{process.pid}/maps")))
    finally:
        await process.close()
    return str(found)


def told_by_the_system(name: str) -> str:
    """Return a file of /proc."""
    return (Path("/proc") / name).read_text()


@emulated
@pytest.mark.parametrize(
    ("processor", "variant"),
    # Older ones are of no use: Qt needs what Nehalem brought in 2008.
    [("Nehalem", "sse42"), ("SandyBridge", "sandybridge"), ("Haswell", "haswell")],
)
async def test_the_model_answers_on_processors_of_many_ages(
    processor: str, variant: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert await variant_that_answers((*STARTED_AGAIN, str(QEMU), "-cpu", processor), monkeypatch) == variant


async def test_this_processor_gets_the_variant_that_uses_what_it_has(monkeypatch: pytest.MonkeyPatch) -> None:
    slow = {"x64", "sse42", "sandybridge", "ivybridge", "piledriver"}
    assert (await variant_that_answers((), monkeypatch) in slow) == (" avx2 " not in told_by_the_system("cpuinfo"))


@emulated
def test_the_bundle_tests_itself_on_a_processor_without_avx() -> None:
    # Its window, replica and cryptography; the processes that it starts run on this machine's own processor.
    words = [*STARTED_AGAIN, str(QEMU), "-cpu", "Nehalem", str(PROGRAM), "--self-test"]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=500)
    assert done.returncode == 0, done.stdout + done.stderr
