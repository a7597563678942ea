"""This file gives a test a window over a desk, on a loop of its own, and closes it as the composition root does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from tests.ui.desk_stand_in import DeskStandIn

if TYPE_CHECKING:
    from coachdesk.ui.main_window import MainWindow
    from tests.gui import Gui

Found = TypeVar("Found", bound=QObject)


class Coach:
    """A coach at the window: sees what is visible, presses keys, clicks."""

    def __init__(self, gui: Gui, window: MainWindow, desk: DeskStandIn) -> None:
        self.gui, self.window, self.desk = gui, window, desk

    def find(self, kind: type[Found], name: str) -> Found:
        """Return the visible widget called `name`, in the open dialog if there is one."""
        dialog = QApplication.activeModalWidget()
        found = list((dialog or self.window).findChildren(kind, name))
        shown = [child for child in found if not isinstance(child, QWidget) or child.isVisible()]
        assert shown, f"no {name} to be seen ({len(found)} hidden)"
        return cast(Found, shown[0])

    def sees(self, name: str) -> bool:
        """Say whether a widget called `name` is visible."""
        top = QApplication.activeModalWidget() or self.window
        return top.objectName() == name or any(child.isVisible() for child in top.findChildren(QWidget, name))

    def click(self, name: str) -> None:
        """Click the middle of the widget called `name`."""
        widget = self.find(QWidget, name)
        assert widget.isEnabled(), f"{name} cannot be clicked"
        self.gui.do(lambda: QTest.mouseClick(widget, Qt.MouseButton.LeftButton))

    def type(self, name: str, text: str) -> None:
        """Click the widget called `name` and type."""
        widget = self.find(QWidget, name)
        self.gui.do(lambda: (widget.setFocus(), QTest.keyClicks(widget, text)))

    def press(self, name: str, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key on the widget called `name`."""
        widget = self.find(QWidget, name)
        self.gui.do(lambda: QTest.keyClick(widget, key, modifier))

    def does(self, action: str) -> None:
        """Trigger an action of the registry, which must be enabled, as its menu entry would."""
        entry = self.window.actions_.by_name[action]
        assert entry.isEnabled(), f"{action} cannot be done now"
        self.gui.do(entry.trigger)

    def until(self, condition: Callable[[], object], what: str = "") -> None:
        """Wait for a condition, 10 s at most."""
        self.gui.until(condition, what=what)

    def asked(self, name: str) -> list[tuple[object, ...]]:
        """Return with what the window called the desk's method `name`."""
        return [arguments for called, arguments in self.desk.calls if called == name]

    def open(self, session: str = "s0") -> None:
        """Open a session from the list and wait until its text is there."""
        self.gui.do(lambda: self.window.go_to_session(session))
        editor = self.window.page.summary.editor
        self.until(lambda: editor.whole and editor.text() == self.desk.view(session).summary, "the summary")


@pytest.fixture(autouse=True, scope="session")
def only_our_loop_turns() -> Iterator[None]:
    """Keep pytest-qt from turning Qt's events between a test and its teardown: tasks would step without a loop."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pytestqt.plugin._process_events", lambda: None)
        yield


@pytest.fixture
def desk() -> DeskStandIn:
    return DeskStandIn()


@pytest.fixture
def coach(gui: Gui, desk: DeskStandIn, home: Path) -> Iterator[Coach]:
    """Show a window over `desk`; at the end it is closed as the composition root closes it."""
    from coachdesk.ui.main_window import MainWindow

    def build() -> MainWindow:
        window = MainWindow(cast(Any, desk), home, check=desk.check)
        window.do("light")
        window.resize(1280, 800)
        window.show()
        return window

    window = gui.do(build)
    gui.run(window.painted())
    coach = Coach(gui, window, desk)
    yield coach
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        gui.do(dialog.close)
    if isValid(window):  # A test may have closed it itself.
        gui.do(window.close)
        gui.run(window.shut_down())
    gui.do(lambda: QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete))
