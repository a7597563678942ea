"""This file measures tokens per second from the model process to a widget, against a bare loop over the same model."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import time
from pathlib import Path

import qasync
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from coachdesk.assistant.engine import Turn
from coachdesk.assistant.model import ModelProcess, starter_model
from tests.bench.homes import Words
from tests.bench.measured import Measured, pairs, report

PROMPT_WORDS, TOKENS, ROUNDS = 250, 64, 5
LEAST = 0.95
REQUEST = "Write a long story about a lighthouse, a storm and a dog. Begin with the words: Once upon a time."


def measure() -> Measured:
    """Let both write the same text, in turn; reading the prompt is not counted."""
    application = QApplication([])
    loop = qasync.QEventLoop(application)
    asyncio.set_event_loop(loop)
    prompt = Words(vocabulary=2000).text(PROMPT_WORDS) + "\n\n" + REQUEST
    rival = Bare(starter_model())
    model = ModelProcess(starter_model(), context=4096)
    page = QPlainTextEdit()
    page.show()
    try:
        lengths: set[int] = set()

        def ours() -> float:
            tokens, seconds = loop.run_until_complete(_answer(model, prompt, page))
            lengths.add(tokens)
            return (tokens - 1) / seconds

        def theirs() -> float:
            tokens, seconds = rival.answer(prompt)
            lengths.add(tokens)
            return (tokens - 1) / seconds

        ours(), theirs()  # reads the prompt, which both remember
        value, other, ratio = pairs(ours, theirs, ROUNDS)
        prompt_tokens = model.last.prompt
    finally:
        rival.close()
        loop.run_until_complete(model.close())
        asyncio.set_event_loop(None)
        loop.close()
    assert len(lengths) == 1, lengths
    return Measured(
        name="decode",
        value=round(value, 1),
        unit="tokens/s",
        versus=f"a bare loop over llama.cpp in a process of its own: {other:.1f} tokens/s; SmolLM2-135M,"
        f" {prompt_tokens} tokens of prompt",
        ratio=round(ratio, 3),
        goal=f">= {LEAST} x",
        held=ratio >= LEAST,
    )


async def _answer(model: ModelProcess, prompt: str, page: QPlainTextEdit) -> tuple[int, float]:
    moments: list[float] = []
    async for piece in model.generate((Turn("user", prompt),), max_tokens=TOKENS):
        page.insertPlainText(piece)
        moments.append(time.perf_counter())
    return model.last.tokens, moments[-1] - moments[0]


class Bare:
    """The process with the bare loop."""

    def __init__(self, file: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.bench.bare_model", str(file)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def answer(self, prompt: str) -> tuple[int, float]:
        """Return how many tokens were written, and the seconds from the first to the last."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps({"prompt": prompt, "most": TOKENS}) + "\n")
        self._process.stdin.flush()
        found = json.loads(self._process.stdout.readline())
        return found["tokens"], found["seconds"]

    def close(self) -> None:
        """End it."""
        self._process.kill()
        self._process.communicate()


if __name__ == "__main__":
    report(measure)
