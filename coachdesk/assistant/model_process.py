"""This file is the main of the model process, the only place that imports llama_cpp.

One thread works, one reads orders (a stop must come through in the middle of the work, a count too), one beats while
there is work, so that CoachDesk can tell a busy process from a hung one. The process ends when its standard input does:
a parent that was killed leaves no orphan.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import queue
import sys
import threading
import time
from pathlib import Path
from types import ModuleType
from typing import BinaryIO, NoReturn

import msgspec

from coachdesk.assistant.frames import (
    Beat,
    Count,
    Counted,
    Done,
    Failed,
    Generate,
    Hello,
    Load,
    Order,
    Piece,
    Ready,
    Report,
    Restore,
    Save,
    State,
    Stop,
    framed,
    read_order,
)
from coachdesk.assistant.native_model import NativeFault, NativeModel, Stopped, WholeCharacters
from coachdesk.assistant.process_limits import ignore_interrupts, leave_no_core, limit_memory

_BEAT_S = 0.2


def llama_library() -> ModuleType:
    """Return llama_cpp's C interface alone.

    The package's own __init__ also brings numpy, Jinja and a chat server, which cost a second at each start and would
    read the template inside the model's file.
    """
    spec = importlib.util.find_spec("llama_cpp")
    if spec is None:
        raise ModuleNotFoundError("llama_cpp")
    sys.modules.setdefault("llama_cpp", importlib.util.module_from_spec(spec))
    import llama_cpp.llama_cpp as library

    _choose_variant(Path(library.__file__).parent / "lib")
    return library


def _choose_variant(folder: Path) -> None:
    """Let ggml take the variant for this processor, where it was built with one for each kind (packaging/dev.sh)."""
    if not any(folder.glob("*ggml-cpu-*")):
        return
    from llama_cpp._ggml import libggml

    libggml.ggml_backend_load_all_from_path.argtypes = [ctypes.c_char_p]
    libggml.ggml_backend_load_all_from_path.restype = None
    libggml.ggml_backend_load_all_from_path(str(folder).encode())


class ModelService:
    """Answers orders from `orders` with reports on `reports` until the orders end."""

    def __init__(self, orders: BinaryIO, reports: BinaryIO) -> None:
        self._orders = orders
        self._reports = reports
        self._sending = threading.Lock()
        self._changing = threading.Lock()
        self._waiting: queue.SimpleQueue[Order] = queue.SimpleQueue()
        self._busy = threading.Event()
        self._model: NativeModel | None = None
        self._current = 0
        self._stopped: set[int] = set()

    def run(self) -> NoReturn:
        """Work until standard input ends, which ends the process, whatever it is doing."""
        self._busy.set()
        self._send(Hello())
        threading.Thread(target=self._read, name="orders", daemon=True).start()
        threading.Thread(target=self._beat, name="beat", daemon=True).start()
        while True:
            order = self._waiting.get()
            self._busy.set()
            self._work(order)
            self._busy.clear()

    def _send(self, report: Report) -> None:
        with self._sending:
            try:
                self._reports.write(framed(report))
                self._reports.flush()
            except OSError:
                os._exit(0)

    def _read(self) -> None:
        try:
            while (order := read_order(self._orders)) is not None:
                self._receive(order)
        except msgspec.DecodeError:
            os._exit(2)
        os._exit(0)

    def _receive(self, order: Order) -> None:
        if isinstance(order, Stop):
            with self._changing:
                self._stopped.add(order.id)
                if order.id == self._current and self._model is not None:
                    self._model.stop()
        elif isinstance(order, Count) and self._model is not None:
            self._send(Counted(order.id, len(self._model.tokens(order.text))))
        else:
            self._waiting.put(order)

    def _beat(self) -> None:
        while True:
            self._busy.wait()
            self._send(Beat(self._model.steps if self._model is not None else 0))
            time.sleep(_BEAT_S)

    def _work(self, order: Order) -> None:
        if isinstance(order, Load):
            self._load(order)
        elif self._model is not None:
            self._answer(self._model, order)

    def _load(self, order: Load) -> None:
        limit_memory(order.memory)
        llama = llama_library()
        # llama.cpp's own words go nowhere: they may quote a grammar, and nobody reads them.
        self._silence = llama.llama_log_callback(lambda _level, _text, _data: None)
        llama.llama_log_set(self._silence, None)
        try:
            self._model = NativeModel(
                llama, order.path, family=order.family, context=order.context, threads=order.threads
            )
        except NativeFault as fault:
            self._send(Failed(0, fault.code, fault.numbers))
            return
        build = llama.llama_version().decode(errors="replace")
        self._send(Ready(self._model.context, build, self._model.family))

    def _answer(self, model: NativeModel, order: Order) -> None:
        if isinstance(order, Generate):
            self._generate(model, order)
        elif isinstance(order, Count):
            self._send(Counted(order.id, len(model.tokens(order.text))))
        elif isinstance(order, Save):
            self._send(State(order.id, model.save()))
        elif isinstance(order, Restore):
            model.restore(order.state)
            self._send(Done(order.id))

    def _generate(self, model: NativeModel, order: Generate) -> None:
        with self._changing:
            self._current = order.id
            model.allow()
            if order.id in self._stopped:
                model.stop()
        done = Done(order.id)
        try:
            done = self._speak(model, order)
        except Stopped:
            pass
        except NativeFault as fault:
            self._send(Failed(order.id, fault.code, fault.numbers))
            return
        finally:
            with self._changing:
                self._current = 0
                self._stopped = {stopped for stopped in self._stopped if stopped > order.id}
        self._send(done)

    def _speak(self, model: NativeModel, order: Generate) -> Done:
        tokens = model.prompt(order.turns, answer=order.max_tokens > 0)
        if len(tokens) + order.max_tokens > model.context:
            raise NativeFault("full", len(tokens), order.max_tokens, model.context)
        reused = model.read(tokens)
        characters = WholeCharacters()
        count = 0
        for data in model.write(
            max_tokens=order.max_tokens, grammar=order.grammar, temperature=order.temperature, seed=order.seed
        ):
            count += 1
            if text := characters.text(data):
                self._send(Piece(order.id, text))
        return Done(order.id, len(tokens), reused, count)


def main() -> NoReturn:
    """Serve on standard input and output; never returns."""
    ignore_interrupts()
    leave_no_core()
    orders = os.fdopen(os.dup(0), "rb")
    reports = os.fdopen(os.dup(1), "wb")
    # Whatever a library prints must not get among the frames.
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    ModelService(orders, reports).run()


if __name__ == "__main__":
    main()
