"""This file walks through every screen without a mouse, by ear, in longer words and from right to left."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QTextEdit,
    QWidget,
)

from coachdesk.ui.languages import ACCENTED, MIRRORED
from coachdesk.ui.theme import contrast
from tests.gui import Gui
from tests.ui.conftest import Coach
from tests.ui.desk_stand_in import PEOPLE, TOPICS
from tests.ui.languages import spoken
from tests.ui.screens import dialogs, door_pages, inner, pages

_CONTROLS = (QAbstractButton, QComboBox, QLineEdit, QTextEdit, QPlainTextEdit, QAbstractItemView, QAbstractSpinBox)
_MOST_TABS = 90


@pytest.fixture
def lengthened(gui: Gui) -> Iterator[None]:
    """Speak the language of longer words, before a window is built."""
    with spoken(ACCENTED):
        yield


@pytest.fixture
def mirrored(gui: Gui) -> Iterator[None]:
    """Be read from right to left, before a window is built."""
    with spoken(MIRRORED):
        yield


def _controls(top: QWidget) -> list[QWidget]:
    kinds = (*_CONTROLS, QTabBar)
    return [w for w in top.findChildren(QWidget) if isinstance(w, kinds) and w.isVisible() and not inner(w)]


def _called(widget: QWidget) -> str:
    return f"{widget.objectName() or type(widget).__name__} “{_name(widget)[:30]}”"


def _name(widget: QWidget) -> str:
    """Return what a screen reader says of `widget`."""
    spoken_of = QAccessible.queryAccessibleInterface(widget)
    return str(spoken_of.text(QAccessible.Text.Name)) if spoken_of is not None else ""


# By ear and without a mouse.


def test_every_control_of_every_screen_has_a_name_for_screen_readers(coach: Coach) -> None:
    nameless = []
    for screen, top in _all(coach):
        nameless += [(screen, _called(control)) for control in _controls(top) if not _name(control).strip()]
    assert nameless == []


def test_every_control_of_every_screen_is_reached_with_the_tab_key_and_shows_that_it_has_the_focus(
    coach: Coach,
) -> None:
    missed, unseen = [], []
    for screen, top in _all(coach):
        coach.gui.do(lambda top=top: (top.activateWindow(), top.setFocus()))
        reached, silent = _walk(coach, top)
        wanted = [control for control in _controls(top) if control.isEnabled() and not _waits(control)]
        missed += [(screen, _called(control)) for control in wanted if control not in reached]
        unseen += [(screen, name) for name in silent]
    assert missed == []
    assert unseen == []


def _waits(control: QWidget) -> bool:
    """Say whether `control` has nothing that a key could do: a bar of one tab, an empty list."""
    return isinstance(control, QTabBar) and control.count() < 2


def _walk(coach: Coach, top: QWidget) -> tuple[set[QWidget], set[str]]:
    """Press Tab until the focus comes round; return what had it, and what did not show it."""
    reached: dict[QWidget, None] = {}
    silent: set[str] = set()
    for _ in range(_MOST_TABS):
        before = _picture(coach, top)
        coach.gui.do(lambda: QTest.keyClick(QApplication.focusWidget() or top, Qt.Key.Key_Tab))
        focus = QApplication.focusWidget()
        if focus is None or (len(reached) > 1 and focus is next(iter(reached))):
            break
        if focus not in reached and focus.window() is top:
            corner = focus.mapTo(top, focus.rect().topLeft())
            place = QRect(corner, focus.size()).adjusted(-14, -14, 14, 14).intersected(top.rect())
            if before.copy(place) == _picture(coach, top).copy(place):
                silent.add(_called(focus))
        reached[focus] = None
    return set(reached), silent


def _picture(coach: Coach, top: QWidget) -> QImage:
    return coach.gui.do(top.grab).toImage()


def _all(coach: Coach) -> Iterator[tuple[str, QWidget]]:
    yield from pages(coach)
    coach.gui.do(lambda: coach.window.do("clear_filters"))
    yield from dialogs(coach)
    yield from door_pages()


# In longer words.


def test_no_text_of_any_screen_is_left_unmarked_or_clipped_in_a_language_of_longer_words(
    lengthened: None, coach: Coach
) -> None:
    unmarked, clipped = [], []
    for screen, top in _all(coach):
        unmarked += [(screen, text) for text in _texts(top) if _is_plain(text)]
        clipped += [(screen, *found) for found in _clipped(top)]
    menus = [action.text() for action in coach.window.actions_.by_name.values()]
    unmarked += [("menus", text) for text in menus if _is_plain(text)]
    assert sorted(set(unmarked)) == []
    assert sorted(set(clipped)) == []


_DATA = sorted(
    {
        *(PEOPLE + tuple(part for topic in TOPICS for part in topic)),
        *(
            "CoachDesk",
            "SmolLM2-135M",
            "https://platform.example",
            "ABCD-EFGH-",
            "ABCD",
            "14 May",
            "Last year's interview",
            "notes.txt",
            "a.coachdesk",
            "zebra",
            "Ruth",
        ),
        *("Focus", "Next session", "Insights", "Commitments", "spring", "English", "Deutsch", "Français", "Español"),
        *("January February March April May June July August September October November December".split()),
        *("Jan Feb Mar Apr Jun Jul Aug Sep Oct Nov Dec".split()),
    },
    key=len,
    reverse=True,
)
"""What stands in the window and is nobody's to translate."""


_FACTS = {"travelFinding", "travelFix", "aboutFact"}
"""The labels of what was found on this machine: paths, versions, addresses."""


def _is_plain(text: str) -> bool:
    """Say whether `text` holds a vowel that no accent was put on, and so a word that nobody marked."""
    text = text.replace("\u00a0", " ")
    for data in _DATA:
        text = text.replace(data, "")
    return re.search(r"[aeiouAEIOU]", re.sub(r"&\w", "", text)) is not None


def _texts(top: QWidget) -> Iterable[str]:
    """Return what a coach reads or hears on `top`, except what is typed or imported."""
    yield top.windowTitle()
    for widget in top.findChildren(QWidget):
        if not widget.isVisible() or inner(widget):
            continue
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        if isinstance(widget, QLabel | QAbstractButton) and widget.objectName() not in _FACTS:
            yield widget.text()
        if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
            yield widget.placeholderText()
        if isinstance(widget, QComboBox):
            yield from (widget.itemText(place) for place in range(widget.count()))
        if isinstance(widget, QTabBar):
            yield from (widget.tabText(place) for place in range(widget.count()))
        if isinstance(widget, QAbstractSpinBox):
            yield widget.text()


def _clipped(top: QWidget) -> Iterator[tuple[str, str]]:
    """Yield name and text of what has less room than it needs."""
    for widget in top.findChildren(QWidget):
        if not widget.isVisible() or inner(widget) or _scrolls(widget):
            continue
        if isinstance(widget, QTabBar):
            if widget.sizeHint().width() > widget.width() + 1:
                yield widget.objectName(), widget.tabText(0)
        elif isinstance(widget, QLabel | QAbstractButton) and widget.text():
            if isinstance(widget, QLabel) and widget.wordWrap():
                short = widget.height() + 1 < widget.heightForWidth(widget.width())
            else:
                needed = widget.minimumSizeHint() if isinstance(widget, QAbstractButton) else widget.sizeHint()
                short = widget.width() + 1 < needed.width() or widget.height() + 1 < needed.height()
            if short or not _within(widget):
                yield widget.objectName(), widget.text()[:40]


def _scrolls(widget: QWidget) -> bool:
    """Say whether `widget` is within what can be scrolled, where nothing is lost."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent.parentWidget(), QScrollArea):
            return True
        parent = parent.parentWidget()
    return False


def _within(widget: QWidget) -> bool:
    """Say whether `widget` lies within its parent, so that no edge cuts it."""
    parent = widget.parentWidget()
    return parent is None or parent.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry())


# From right to left.


def test_the_window_is_turned_over_where_it_is_read_from_right_to_left(mirrored: None, coach: Coach) -> None:
    coach.open()
    window = coach.window
    places = [part.mapTo(window, part.rect().center()).x() for part in (window.sidebar, window.page, window.chat)]
    assert places == sorted(places, reverse=True)
    chips = [coach.find(QWidget, name).geometry().center() for name in ("openFilter", "approvedFilter")]
    assert chips[0].x() > chips[1].x()
    view = window.sidebar.view
    row = view.visualRect(view.model().index(0, 0))
    picture = coach.gui.do(view.viewport().grab).toImage()
    ratio = picture.devicePixelRatio()
    ground = picture.pixelColor(round(row.center().x() * ratio), round((row.bottom() - 1) * ratio))

    def disc_at(x: int) -> bool:
        colour = picture.pixelColor(round(x * ratio), round((row.center().y() - 6) * ratio))
        return contrast(colour.name(), ground.name()) > 1.05

    assert disc_at(row.right() - 30)
    assert window.page.summary.editor.textCursor().block().textDirection() is Qt.LayoutDirection.LeftToRight


def test_no_text_is_clipped_where_the_window_is_read_from_right_to_left(mirrored: None, coach: Coach) -> None:
    clipped = [(screen, *found) for screen, top in _all(coach) for found in _clipped(top)]
    assert clipped == []
