"""This file keeps a model process: starts and ends it, hands on its reports, and finds it dead or hung."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from coachdesk.assistant.frames import (
    Beat,
    Count,
    Done,
    Failed,
    Generate,
    Hello,
    Load,
    Ready,
    Report,
    Restore,
    Save,
    Stop,
)
from coachdesk.assistant.model_link import ModelLink
from coachdesk.assistant.model_watch import Watch
from coachdesk.errors import ModelFault

_STOP_S = 2.0
_END_S = 0.5

Request = Generate | Count | Save | Restore


class Died(Exception):
    """The process is gone, or was replaced, before it had answered."""


class LoadFailed(ModelFault):
    """The process lives, but cannot use the model's file. `code` is that of the report `Failed`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Start:
    """How a process is started.

    `vet` runs first, in a thread, and may raise ModelFault; `load` says what the process loads.
    """

    command: tuple[str, ...]
    vet: Callable[[], None]
    load: Callable[[], Load]


class Exchange:
    """A request and the reports that answer it. Close it; before its end that stops the process's work."""

    def __init__(self, life: ModelLife, request: Request) -> None:
        self._life = life
        self._request = request
        self._reports: asyncio.Queue[Report | None] = asyncio.Queue()
        self._ended = False

    @property
    def id(self) -> int:
        """The request's id."""
        return self._request.id

    def put(self, report: Report | None) -> None:
        """Take a report for this request; None: the process is gone."""
        self._reports.put_nowait(report)

    async def next(self) -> Report:
        """Return the next report; raises Died. After `Done` or `Failed` there is none."""
        report = await self._reports.get()
        if report is None:
            self._ended = True
            raise Died
        self._ended = isinstance(report, Done | Failed)
        return report

    def close(self) -> None:
        """Be done with it; never waits."""
        self._life.leave(self, unfinished=not self._ended and isinstance(self._request, Generate))


class ModelLife:
    """At most one process at a time. All methods belong to the loop."""

    def __init__(self, start: Start, hang_seconds: float) -> None:
        self._start = start
        self._hang_seconds = hang_seconds
        self._link: ModelLink | None = None
        self._watch: Watch | None = None
        self._ready: asyncio.Future[Ready] | None = None
        self._exchanges: dict[int, Exchange] = {}
        self._stopping: dict[int, asyncio.TimerHandle] = {}
        self._leaving: dict[ModelLink, asyncio.TimerHandle] = {}
        self._last_id = 0

    @property
    def pid(self) -> int | None:
        """The process's id, None while there is none."""
        return self._link.pid if self._link is not None else None

    @property
    def running(self) -> bool:
        """Whether there is a process, or one is on its way."""
        return self._link is not None

    @property
    def loaded(self) -> bool:
        """Whether the process has its model."""
        return self._ready is not None and self._ready.done() and self._ready.exception() is None

    def begin(self) -> asyncio.Future[Ready]:
        """Start a process unless there is one; the future raises Died, LoadFailed or what the vetting raised."""
        if self._ready is None:
            self._ready = asyncio.get_running_loop().create_future()
            # Nobody may be waiting for it when it fails.
            self._ready.add_done_callback(asyncio.Future.exception)
            self._link = ModelLink(self._start.command, self._start.vet, self)
            self._watch = Watch(self._link.kill, silent_s=self._hang_seconds)
            self._link.start()
        return self._ready

    def new_id(self) -> int:
        """Return an id for a request."""
        self._last_id += 1
        return self._last_id

    def open(self, request: Request) -> Exchange:
        """Send `request` to a loaded process; raises Died when there is none."""
        if self._link is None or not self.loaded:
            raise Died
        exchange = Exchange(self, request)
        self._exchanges[request.id] = exchange
        self._link.send(request)
        self._expect()
        return exchange

    async def ask(self, request: Count | Save | Restore) -> Report:
        """Return the one report that answers `request`; raises Died."""
        exchange = self.open(request)
        try:
            return await exchange.next()
        finally:
            exchange.close()

    def leave(self, exchange: Exchange, *, unfinished: bool) -> None:
        """Forget `exchange`; where it is unfinished, stop the work, and the process too if it does not stop soon."""
        if self._exchanges.pop(exchange.id, None) is not None and unfinished and self._link is not None:
            self._link.send(Stop(exchange.id))
            self._stopping[exchange.id] = asyncio.get_running_loop().call_later(_STOP_S, self._link.kill)
        self._expect()

    def retire(self) -> None:
        """Let the process go, without waiting for its end."""
        if self._link is not None:
            link = self._link
            link.finish()
            self._leaving[link] = asyncio.get_running_loop().call_later(_END_S, link.kill)
            self._forget()

    async def end(self) -> None:
        """End the process, wherever it is, and wait for that, a second at most."""
        self.retire()
        for link in list(self._leaving):
            if not await link.wait_ended(_END_S):
                link.kill()
                await link.wait_ended(_END_S)

    def started(self, link: ModelLink) -> None:
        """The process runs: what it should load goes to it, and it must let itself be heard."""
        if link is self._link:
            link.send(self._start.load())
            self._expect()

    def reported(self, link: ModelLink, report: Report) -> None:
        """Hand on one report; those of an earlier process or an abandoned request are dropped."""
        if link is not self._link or self._watch is None:
            return
        self._watch.heard(report.steps if isinstance(report, Beat) else None)
        if isinstance(report, Beat | Hello):
            return
        if isinstance(report, Ready):
            self._settle(report)
        elif isinstance(report, Failed) and report.id == 0:
            self._settle(LoadFailed(report.code))
            self.retire()
        elif report.id in self._exchanges:
            self._exchanges[report.id].put(report)
        elif isinstance(report, Done | Failed) and report.id in self._stopping:
            self._stopping.pop(report.id).cancel()
        self._expect()

    def ended(self, link: ModelLink, fault: ModelFault | None) -> None:
        """The process is gone."""
        if link in self._leaving:
            self._leaving.pop(link).cancel()
        if link is self._link:
            self._settle(fault or Died())
            self._forget()

    def _settle(self, outcome: Ready | Exception) -> None:
        if self._ready is None or self._ready.done():
            return
        if isinstance(outcome, Exception):
            self._ready.set_exception(outcome)
        else:
            self._ready.set_result(outcome)

    def _forget(self) -> None:
        self._settle(Died())
        exchanges = list(self._exchanges.values())
        self._exchanges.clear()
        for timer in self._stopping.values():
            timer.cancel()
        self._stopping.clear()
        if self._watch is not None:
            self._watch.expect(busy=False)
        self._link = self._watch = self._ready = None
        for exchange in exchanges:
            exchange.put(None)

    def _expect(self) -> None:
        if self._watch is not None:
            self._watch.expect(busy=not self.loaded or bool(self._exchanges))
