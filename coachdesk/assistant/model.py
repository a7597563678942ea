"""This file is the app's side of the model on this laptop: an Engine whose work is done in a process of its own.

Nothing is started before the first use. One generation runs at a time, the others wait in order. The process is ended
when nothing was asked of it for a while, or memory is short, and replaced when it dies or hangs: a generation that had
not yet said anything begins again by itself, one that had raises ModelFault, and the next finds a new process. A stop
never waits: the caller is free at once, and what still arrives is dropped by its id.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

from coachdesk.assistant.catalogue import Known, known_as, known_hashes
from coachdesk.assistant.engine import Turn
from coachdesk.assistant.fitting import has_room
from coachdesk.assistant.frames import Count, Counted, Done, Failed, Generate, Load, Piece, Ready, Restore, Save, State
from coachdesk.assistant.idle_watch import Idle, IdleWatch
from coachdesk.assistant.memory import available_bytes
from coachdesk.assistant.model_file import STARTER_FILE, Fingerprints, starter_model, vetted
from coachdesk.assistant.model_life import Died, Exchange, LoadFailed, ModelLife, Start
from coachdesk.assistant.model_link import start_command
from coachdesk.assistant.prompt_state import PromptStates, StateCache
from coachdesk.assistant.thread_pace import usable_cores
from coachdesk.errors import MemoryShort, ModelFault, OurFault

__all__ = ["ContextFull", "ModelProcess", "Spoken", "StateCache", "default_threads", "starter_model"]

_DEFAULT_CONTEXT = 8192


class ContextFull(ModelFault):
    """Prompt and answer are more than the model can hold. All three are in tokens."""

    def __init__(self, prompt: int, answer: int, context: int) -> None:
        super().__init__(
            f"This is too long for the model on this laptop: {prompt} tokens and {answer} for the answer, "
            f"of {context}. Choose a part of it, or a larger model."
        )
        self.prompt = prompt
        self.answer = answer
        self.context = context


@dataclass(frozen=True)
class Spoken:
    """What a generation did, in tokens; `reused` of its prompt were remembered from before."""

    prompt: int = 0
    reused: int = 0
    tokens: int = 0


class ModelProcess:
    """The model in one file, an Engine. Use it on one event loop, and `close` it there."""

    def __init__(
        self,
        model: Path,
        *,
        trusted: frozenset[str] = frozenset(),
        threads: int | None = None,
        context: int | None = None,
        idle: Idle | None = None,
        hang_seconds: float = 1.25,
        states: StateCache | None = None,
        fingerprints: Fingerprints | None = None,
    ) -> None:
        """Describe the model; nothing is started.

        `trusted` holds SHA-256 (hexadecimal) that may be loaded besides the catalogue's. `threads` defaults to one
        fewer than the cores. `context` (tokens) defaults to the catalogue's. It ends as `idle` says when not used;
        silent for `hang_seconds` at work, it is replaced. `states` keeps what `prepare` computed.
        """
        known = known_as(model.name)
        self.name = known.title if known is not None else model.stem
        self.starter = model.name == STARTER_FILE
        self.context = context or (known.context if known is not None else _DEFAULT_CONTEXT)
        self.last = Spoken()
        self._model = model
        self._known = known
        self._threads = threads or default_threads()
        self._allowed = known_hashes() | trusted
        self._fingerprints = fingerprints or Fingerprints()
        self._sha256 = ""
        self._size = 0
        self._states = PromptStates(states) if states is not None else None
        self._life = ModelLife(Start(start_command(), self._vet, self._order_load), hang_seconds)
        self._turn = asyncio.Lock()
        self._held: tuple[Turn, ...] = ()
        self._idle = IdleWatch(self._life.retire, idle or Idle())
        self._users = 0
        self._closed = False

    @property
    def pid(self) -> int | None:
        """The id of the process, None while there is none."""
        return self._life.pid

    @property
    def loaded(self) -> bool:
        """Whether the model is in memory."""
        return self._life.loaded

    @property
    def in_use(self) -> bool:
        """Whether something is asked of it now, or waits to be."""
        return self._users > 0

    async def load(self) -> None:
        """Start the process and load the model, unless that is done; raises ModelFault."""
        self._enter()
        try:
            await self._loaded()
        finally:
            self._leave()

    async def count(self, text: str) -> int:
        """Return the number of tokens of `text`, during a generation too; raises ModelFault."""
        self._enter()
        try:
            for _attempt in range(2):
                await self._loaded()
                try:
                    report = await self._life.ask(Count(self._life.new_id(), text))
                except Died:
                    continue
                if isinstance(report, Counted):
                    return report.tokens
            raise self._died()
        finally:
            self._leave()

    async def generate(
        self,
        turns: tuple[Turn, ...],
        *,
        max_tokens: int,
        grammar: str | None = None,
        temperature: float = 0.0,
        seed: int = 0,
    ) -> AsyncIterator[str]:
        """Yield the answer piece by piece, whole characters only; see Engine.

        Raises ContextFull when prompt and `max_tokens` are more than `context`, else ModelFault.
        """
        self._enter()
        try:
            async with self._turn:
                said = False
                for _attempt in range(2):
                    ready = await self._loaded()
                    request = Generate(self._life.new_id(), turns, max_tokens, grammar, temperature, seed)
                    exchange = await self._begin(ready, request)
                    if exchange is None:
                        continue
                    # No generator within this one: closing must stop the model at once, on every event loop.
                    try:
                        while isinstance(report := await exchange.next(), Piece):
                            said = True
                            yield report.text
                        self._finished(report, turns)
                        return
                    except Died:
                        if said:
                            break
                    finally:
                        exchange.close()
                raise self._died()
        finally:
            self._leave()

    async def prepare(self, turns: tuple[Turn, ...]) -> None:
        """Read `turns` ahead, so that a generation which begins with them starts at once, after a restart too.

        Cancelling stops it. Raises as `generate` does.
        """
        self._enter()
        try:
            async with self._turn:
                ready = await self._loaded()
                if await self._recall(ready, turns) == len(turns):
                    return
                await self._read(turns)
                if self._states is not None:
                    saved = await self._life.ask(Save(self._life.new_id()))
                    if isinstance(saved, State) and saved.state:
                        await self._states.keep(self._state_model(ready), turns, saved.state)
        except Died:
            raise self._died() from None
        finally:
            self._leave()

    async def _begin(self, ready: Ready, request: Generate) -> Exchange | None:
        try:
            await self._recall(ready, request.turns)
            exchange = self._life.open(request)
        except Died:
            return None
        self._held = ()
        return exchange

    async def _read(self, turns: tuple[Turn, ...]) -> None:
        exchange = self._life.open(Generate(self._life.new_id(), turns, 0, None, 0.0, 0))
        self._held = ()
        try:
            self._finished(await exchange.next(), turns)
        finally:
            exchange.close()

    async def unload(self) -> None:
        """End the process, wherever it is, and give its memory back; the next use starts a new one."""
        await self._life.end()

    async def close(self) -> None:
        """End the process within a second, for good; a generation under way raises ModelFault."""
        self._closed = True
        self._idle.cancel()
        await self._life.end()

    def _enter(self) -> None:
        self._users += 1
        self._idle.cancel()

    def _leave(self) -> None:
        self._users -= 1
        if self._users == 0 and self._life.running and not self._closed:
            self._idle.begin()

    def _vet(self) -> None:
        self._sha256 = vetted(self._model, self._allowed, self._fingerprints)
        self._size = self._model.stat().st_size

    def _order_load(self) -> Load:
        family = self._known.family if self._known is not None else ""
        limit = memory_limit(self._size, self._known)
        return Load(str(self._model), family, self.context, self._threads, limit)

    async def _loaded(self) -> Ready:
        for _attempt in range(2):
            if self._closed:
                raise ModelFault("The model on this laptop was closed. Start CoachDesk again.")
            if not self._life.running:
                self._held = ()
            try:
                ready = await asyncio.shield(self._life.begin())
            except Died:
                continue
            except LoadFailed as failed:
                raise self._load_fault(failed.code) from None
            self.context = ready.context
            return ready
        raise self._load_fault("died")

    def _load_fault(self, code: str) -> ModelFault:
        name = self._model.name
        if code == "format":
            return ModelFault(f"{name} is not a chat model that CoachDesk can talk to. Choose another model.")
        # llama.cpp does not tell short memory from a bad file; a file of the catalogue, whose hash was right, is none.
        if code == "memory" or self._known is not None or not has_room(self._model, available_bytes()):
            return MemoryShort(f"Memory is too short for {name}. Close other programs, or choose a smaller model.")
        if code == "died":
            return ModelFault(f"The model process stopped while it was loading {name}. Choose another model.")
        return ModelFault(f"{name} is damaged or incomplete. Get the file again, or choose another model.")

    async def _recall(self, ready: Ready, turns: tuple[Turn, ...]) -> int:
        """Bring back the longest kept beginning of `turns`; return how many turns the process remembers now."""
        same = 0
        for old, new in zip(self._held, turns, strict=False):
            if old != new:
                break
            same += 1
        if self._states is None or same == len(turns):
            return same
        found = await self._states.longest(self._state_model(ready), turns, same)
        if found is None:
            return same
        count, state = found
        await self._life.ask(Restore(self._life.new_id(), state))
        self._held = turns[:count]
        return count

    def _state_model(self, ready: Ready) -> str:
        return f"{self._sha256}:{ready.build}:{ready.family}"

    def _finished(self, report: object, turns: tuple[Turn, ...]) -> None:
        self._held = ()
        if isinstance(report, Done):
            self._held = turns
            self.last = Spoken(report.prompt, report.reused, report.tokens)
        elif isinstance(report, Failed) and report.code == "full":
            raise ContextFull(*report.numbers)
        elif isinstance(report, Failed) and report.code == "grammar":
            raise OurFault("The grammar of this request cannot be read.")
        else:
            raise ModelFault("The model on this laptop could not go on. Please try again.")

    def _died(self) -> ModelFault:
        if self._closed:
            return ModelFault("The model on this laptop was closed before it had finished.")
        # The next request shall not have to wait for a new process.
        self._held = ()
        self._life.begin()
        return ModelFault(
            "The model on this laptop stopped unexpectedly and was started again; your text is kept. Please try again."
        )


def default_threads() -> int:
    """Return one fewer than the cores this process may use, at least one: a busy machine starves two of them."""
    return max(1, usable_cores() - 1)


def memory_limit(size: int, known: Known | None) -> int:
    """Return by how many bytes the process may grow for a file of `size` bytes.

    The file is mapped and in part laid out anew; the rest is the context, buffers, threads and libraries.
    """
    room = known.memory if known is not None else size + (3 << 30)
    return size + 2 * room + (1 << 30)
