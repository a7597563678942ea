"""This file plays the main job by itself in the real window, with real keys and clicks, and says what it saw.

Each step waits for what has to happen, with a deadline, and looks at it on the screen and in the desk; the first step
that does not hold ends the tour. A picture of each step is saved. What was seen is printed as one JSON document.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol, TypeVar

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QListView, QTextEdit, QWidget

from coachdesk.desk.desk import Desk
from coachdesk.desk.listed import ListQuery
from coachdesk.desk.views import SessionView
from coachdesk.domain.operation import State
from coachdesk.domain.session import Role
from coachdesk.ui.main_window import MainWindow
from coachdesk.ui.pictures import picture

ONLINE_REQUEST = "Add a commitment: Priya sends the page for Marcus to Samuel by Monday."
OFFLINE_REQUEST = "Make it more formal."
OWN_WORDS = "Priya was calm today."
SIZE = (1024, 700)
"""The smallest window that has to show everything."""
REPLY_S = 120.0
SYNC_S = 30.0
STEP_S = 10.0

W = TypeVar("W", bound=QWidget)


class Power(Protocol):
    """What the tour may do to the platform."""

    def start(self) -> None:
        """Start it again at the same address."""

    def kill(self) -> None:
        """End it as a power cut would."""


@dataclass
class Step:
    """One step: what it was, whether it held, what was seen."""

    name: str
    held: bool = False
    picture: str = ""
    seconds: float = 0.0
    saw: dict[str, Any] = field(default_factory=dict)
    fault: str = ""


class NotSeenError(Exception):
    """Something that had to happen did not."""


class Tour:
    """The main job, played once. Pictures go to `folder`."""

    def __init__(self, platform: Power, folder: Path) -> None:
        self._platform = platform
        self._folder = folder
        self._steps: list[Step] = []

    async def play(self, desk: Desk, window: MainWindow) -> int:
        """Play all steps and print what was seen; returns 0 only if all of it held."""
        self._desk, self._window = desk, window
        self._folder.mkdir(parents=True, exist_ok=True)
        window.resize(*SIZE)
        held = True
        for name, step in (
            ("sessions", self._sees_the_sessions),
            ("summary", self._opens_the_newest),
            ("online-refinement", self._refines_online),
            ("offline", self._loses_the_platform),
            ("offline-proposal", self._refines_offline),
            ("offline-accepted", self._accepts),
            ("manual-edit", self._edits_by_hand),
            ("queued", self._sees_the_queue),
            ("synced", self._gets_the_platform_back),
            ("dark", self._turns_the_light_off),
        ):
            held = held and await self._take(name, step)
        document = {"held": held, "steps": [msgspec.to_builtins(step) for step in self._steps]}
        print(msgspec.json.format(msgspec.json.encode(document), indent=1).decode(), flush=True)
        return 0 if held else 1

    async def _take(self, name: str, play: Callable[[Step], Any]) -> bool:
        step = Step(name)
        self._steps.append(step)
        began = time.monotonic()
        try:
            await play(step)
            step.held = True
        except NotSeenError as fault:
            step.fault = str(fault)
        step.seconds = round(time.monotonic() - began, 2)
        await asyncio.sleep(0.3)  # only for the picture: let animations and layouts come to rest
        file = self._folder / f"{len(self._steps)}-{name}.png"
        picture(self._window, file)
        step.picture = file.name
        return step.held

    # The steps.

    async def _sees_the_sessions(self, step: Step) -> None:
        model = self._child(QListView, "sessionsView").model()
        await self._until(lambda: model.rowCount() >= 3, SYNC_S, "the sample sessions in the list")
        await self._until(lambda: self._desk.status.synced, SYNC_S, "a first sync")
        step.saw = {"sessions": model.rowCount(), "status": self._status_text()}
        self._check("Synced" in self._status_text(), "the status bar says Synced")

    async def _opens_the_newest(self, step: Step) -> None:
        view = self._child(QListView, "sessionsView")
        view.setFocus()
        place = view.visualRect(view.model().index(0, 0)).center()
        await as_a_slot(lambda: QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place))
        self._session = self._desk.rows(self._desk.keys(ListQuery())[:1])[0].id
        editor = self._child(QTextEdit, "summaryEditor")
        await self._until(lambda: self._view.summary in editor.toPlainText() != "", STEP_S, "the summary in the editor")
        step.saw = {"session": self._session, "words": len(self._view.summary.split())}

    async def _refines_online(self, step: Step) -> None:
        before = self._view
        await self._type(ONLINE_REQUEST)
        await self._until(lambda: self._said(ONLINE_REQUEST) is not None, STEP_S, "the own message at once")
        await self._until(lambda: self._reply_to(ONLINE_REQUEST) is not None, REPLY_S, "the platform's reply")
        reply = self._reply_to(ONLINE_REQUEST)
        await self._until(lambda: self._view.revision != before.revision, STEP_S, "the platform's revision")
        self._check(reply.origin == "platform", "the platform is named as who answered")
        self._check(self._view.origin == "platform", "the new revision is the platform's")
        await self._until(lambda: self._desk.status.synced, SYNC_S, "synced after the reply")
        step.saw = {"reply": reply.content, "engine": reply.origin, "status": self._status_text()}

    async def _loses_the_platform(self, step: Step) -> None:
        self._platform.kill()
        await self._until(lambda: not self._desk.status.online, STEP_S, "the loss noticed")
        await self._until(lambda: "Offline" in self._status_text(), STEP_S, "the status bar says Offline")
        step.saw = {"status": self._status_text()}

    async def _refines_offline(self, step: Step) -> None:
        await self._type(OFFLINE_REQUEST)
        await self._until(lambda: self._reply_to(OFFLINE_REQUEST) is not None, REPLY_S, "the laptop's reply")
        reply = self._reply_to(OFFLINE_REQUEST)
        await self._until(lambda: self._view.proposal is not None, STEP_S, "a proposal")
        proposal = self._view.proposal
        if proposal is None:
            return
        self._check(reply.origin.startswith("local:"), "the local model is named as who answered")
        self._check(not reply.origin.endswith("rules"), "a model answered, not rules alone")
        self._check(proposal.text != proposal.base_text, "the proposal changes something")
        self._check(self._child(QAbstractButton, "acceptButton").isVisible(), "accept can be pressed")
        step.saw = {"reply": reply.content, "engine": reply.origin, "rejected": len(proposal.rejected)}

    async def _accepts(self, step: Step) -> None:
        proposal = self._view.proposal
        await self._click("acceptButton")
        await self._until(lambda: self._view.proposal is None, STEP_S, "the proposal taken")
        self._check(proposal is not None and self._view.summary == proposal.text, "the summary is the proposal's text")
        self._check(self._view.origin.startswith("local:"), "the revision names the local model")
        step.saw = {"pending": self._desk.status.pending, "origin": self._view.origin}

    async def _edits_by_hand(self, step: Step) -> None:
        editor = self._child(QTextEdit, "summaryEditor")
        await self._until(lambda: editor.isVisible() and editor.isEnabled(), STEP_S, "the editor")
        before = self._desk.status.pending
        editor.setFocus()
        await as_a_slot(lambda: QTest.keyClick(editor, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier))
        await as_a_slot(lambda: QTest.keyClicks(editor, OWN_WORDS))
        await self._until(lambda: OWN_WORDS in self._view.summary, STEP_S, "the edit saved by itself")
        await self._until(lambda: self._desk.status.pending > before, STEP_S, "the edit in the queue")
        step.saw = {"pending": self._desk.status.pending, "origin": self._view.origin}

    async def _sees_the_queue(self, step: Step) -> None:
        self._window.do("outbox")
        waiting = self._desk.outbox()
        kinds = [row.kind for row in waiting]
        self._check(kinds.count("summary.revise") >= 2, "the local refinement and the manual edit both wait")
        self._check(kinds.count("message.add") >= 2, "both turns of the offline chat wait")
        self._check(all(row.state is State.QUEUED for row in waiting), "nothing was sent yet")
        await self._until(self._child(QWidget, "outboxView").isVisible, STEP_S, "the outbox on the screen")
        step.saw = {"queued": kinds, "status": self._status_text()}

    async def _gets_the_platform_back(self, step: Step) -> None:
        mine = self._view.summary
        await asyncio.to_thread(self._platform.start)
        await self._until(lambda: self._desk.status.synced, SYNC_S, "synced after the replay")
        await self._until(lambda: "Synced" in self._status_text(), STEP_S, "the status bar says Synced")
        self._window.do("show_summary")
        self._check(not self._desk.outbox(), "nothing waits any more")
        self._check(self._view.summary == mine, "the summary is still the coach's")
        self._check(self._view.pending == 0, "the session is confirmed")
        texts = [message.content for message in self._view.messages]
        self._check(texts.count(OFFLINE_REQUEST) == 1, "the offline question is there once")
        step.saw = {"status": self._status_text(), "cursor": self._desk.status.cursor, "messages": len(texts)}

    async def _turns_the_light_off(self, step: Step) -> None:
        before = self._window.palette().window().color().lightness()
        self._window.do("dark")
        await self._until(lambda: self._window.palette().window().color().lightness() < 64, STEP_S, "a dark window")
        step.saw = {"lightness": [before, self._window.palette().window().color().lightness()]}

    # Eyes and hands.

    @property
    def _view(self) -> SessionView:
        return self._desk.view(self._session)

    def _said(self, text: str) -> Any:
        return next((message for message in self._view.messages if message.content == text), None)

    def _reply_to(self, text: str) -> Any:
        said = self._said(text)
        messages = self._view.messages if said else ()
        return next((m for m in messages if m.reply_to == said.id and m.role is not Role.USER), None)

    def _status_text(self) -> str:
        status = self._child(QWidget, "syncStatus")
        text = getattr(status, "text", None)
        return str(text()) if callable(text) else status.accessibleName()

    def _child(self, kind: type[W], name: str) -> W:
        found = self._window.findChild(kind, name)
        if found is None:
            raise NotSeenError(f"there is no {name} in the window")
        return found

    async def _type(self, text: str) -> None:
        box = self._child(QWidget, "chatInput")
        box.setFocus()
        await as_a_slot(lambda: QTest.keyClicks(box, text))
        await self._click("sendButton")

    async def _click(self, name: str) -> None:
        button = self._child(QAbstractButton, name)
        self._check(button.isEnabled() and button.isVisible(), f"{name} can be pressed")
        await as_a_slot(lambda: QTest.mouseClick(button, Qt.MouseButton.LeftButton))

    @staticmethod
    def _check(held: bool, what: str) -> None:
        if not held:
            raise NotSeenError(f"this did not hold: {what}")

    @staticmethod
    async def _until(condition: Callable[[], bool], deadline_s: float, what: str) -> None:
        deadline = time.monotonic() + deadline_s
        while not condition():
            if time.monotonic() > deadline:
                raise NotSeenError(f"within {deadline_s:.0f} s this was not seen: {what}")
            await asyncio.sleep(0.02)


async def as_a_slot(action: Callable[[], object]) -> None:
    """Call `action` from the loop as Qt would, outside any task, since it may let Qt process events."""
    done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def call() -> None:
        try:
            action()
        finally:
            done.set_result(None)

    asyncio.get_running_loop().call_soon(call)
    await done
