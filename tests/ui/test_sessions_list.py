"""This file checks the list of sessions: a million rows, a stable selection, rows fetched when they are looked at."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from time import perf_counter

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from coachdesk.desk.listed import SessionRow
from coachdesk.ui.icons import Icons
from coachdesk.ui.photos import Photos
from coachdesk.ui.row_places import RowPlaces
from coachdesk.ui.sessions_delegate import SessionsDelegate
from coachdesk.ui.sessions_model import KEPT_PAGES, KEY, PAGE, SessionsModel
from coachdesk.ui.sessions_view import SessionsView
from coachdesk.ui.tasks import Tasks
from coachdesk.ui.theme import LIGHT, Theme
from tests.gui import Gui
from tests.ui.conftest import Coach

MILLION = 1_000_000


class Rows:
    """Gives rows of any key, and counts how often it was asked."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def __call__(self, keys: Sequence[int]) -> tuple[SessionRow, ...]:
        self.asked.append(len(keys))
        return tuple(
            SessionRow(f"s{key}", f"Client {key}", "2026-05-12", "", f"Title {key}", "open", "", 0, 0) for key in keys
        )


@pytest.fixture
def rows() -> Rows:
    return Rows()


@pytest.fixture
def model(qapp: QApplication, rows: Rows) -> SessionsModel:
    return SessionsModel(rows)


async def nothing(photo: str) -> bytes | None:
    """Return no photo: these rows have none."""
    return None


@pytest.fixture
def view(gui: Gui, model: SessionsModel) -> Iterator[SessionsView]:
    theme = Theme(LIGHT)
    view = SessionsView()
    delegate = SessionsDelegate(Icons(theme, theme), view)
    delegate.photos = Photos(nothing, Tasks(print))
    view.setItemDelegate(delegate)
    view.setModel(model)
    view.resize(300, 640)
    gui.do(view.show)
    yield view
    gui.do(view.close)


def test_qts_own_tester_finds_nothing_wrong_with_the_model(gui: Gui, model: SessionsModel) -> None:
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    tester.setUseFetchMore(False)
    gui.do(lambda: model.show_keys(range(300)))
    gui.do(lambda: model.show_keys(range(100, 500)))
    gui.do(lambda: model.refresh([120]))
    gui.do(lambda: model.show_keys(()))


def test_the_first_page_is_there_before_the_first_paint(model: SessionsModel, rows: Rows) -> None:
    model.show_keys(range(MILLION))
    assert model.index(0).data() == "Title 0"
    assert rows.asked == [PAGE]


def test_a_row_that_is_not_there_yet_is_a_placeholder_and_then_comes(gui: Gui, model: SessionsModel) -> None:
    gui.do(lambda: model.show_keys(range(MILLION)))
    assert gui.do(lambda: model.index(700_000).data()) is None
    gui.until(lambda: model.index(700_000).data() == "Title 700000", what="the row")


def test_only_the_pages_looked_at_last_are_fetched(gui: Gui, model: SessionsModel, rows: Rows) -> None:
    gui.do(lambda: model.show_keys(range(MILLION)))
    rows.asked.clear()
    gui.do(lambda: [model.index(place).data() for place in range(0, MILLION, 10_000)])
    gui.until(lambda: model.index(990_000).data() is not None)
    assert len(rows.asked) <= 5


def test_rows_that_were_looked_at_long_ago_are_forgotten(gui: Gui, model: SessionsModel, rows: Rows) -> None:
    gui.do(lambda: model.show_keys(range(MILLION)))
    for page in range(KEPT_PAGES + 5):
        gui.do(lambda page=page: model.index(page * PAGE).data())
        gui.until(lambda page=page: model.index(page * PAGE).data() is not None)
    assert len(model._pages) <= KEPT_PAGES


def test_the_scroll_bar_is_true_at_once_for_a_million_rows(gui: Gui, view: SessionsView, model: SessionsModel) -> None:
    gui.do(lambda: view.show_keys(array("q", range(MILLION)), model))
    bar = view.verticalScrollBar()
    gui.do(lambda: bar.setValue(bar.maximum()))
    last = view.indexAt(view.viewport().rect().bottomLeft())
    assert last.row() == MILLION - 1
    assert view.visualRect(last).bottom() == view.viewport().height() - 1


def test_a_million_rows_paint_first_as_fast_as_a_thousand(gui: Gui, view: SessionsView, model: SessionsModel) -> None:
    def first_paint(count: int) -> float:
        keys = array("q", range(count))
        began = perf_counter()
        view.show_keys(keys, model)
        view.grab()
        return perf_counter() - began

    gui.do(lambda: first_paint(1_000))
    small = min(gui.do(lambda: first_paint(1_000)) for _ in range(5))
    large = min(gui.do(lambda: first_paint(MILLION)) for _ in range(5))
    assert large <= 2 * small + 0.002


def test_the_selection_stays_with_its_session_when_others_come(
    gui: Gui, view: SessionsView, model: SessionsModel
) -> None:
    gui.do(lambda: view.show_keys(list(range(1000, 2000)), model))
    gui.do(lambda: view.setCurrentIndex(model.index(500)))
    gui.do(lambda: view.show_keys([5, 6, 7, *range(1000, 2000)], model))
    assert view.currentIndex().row() == 503
    assert [index.data(KEY) for index in view.few_selected()] == [1500]


def test_the_place_on_the_screen_stays_when_sessions_come_above(
    gui: Gui, view: SessionsView, model: SessionsModel
) -> None:
    gui.do(lambda: view.show_keys(list(range(1000, 2000)), model))
    gui.do(lambda: view.verticalScrollBar().setValue(7_013))
    top = view.indexAt(view.viewport().rect().topLeft())
    key, place = top.data(KEY), view.visualRect(top).top()
    gui.do(lambda: view.show_keys([*range(10), *range(1000, 2000)], model))
    top = view.indexAt(view.viewport().rect().topLeft())
    assert (top.data(KEY), view.visualRect(top).top()) == (key, place)


def test_a_selected_session_that_goes_leaves_nothing_selected(
    gui: Gui, view: SessionsView, model: SessionsModel
) -> None:
    gui.do(lambda: view.show_keys([1, 2, 3], model))
    gui.do(lambda: view.setCurrentIndex(model.index(1)))
    gui.do(lambda: view.show_keys([1, 3], model))
    assert not view.currentIndex().isValid()
    assert view.few_selected() == []


@pytest.mark.parametrize(
    ("key", "row"),
    [
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_End, 999),
        (Qt.Key.Key_PageDown, 9),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_Up, 0),
    ],
)
def test_keys_move_through_the_list(gui: Gui, view: SessionsView, model: SessionsModel, key: Qt.Key, row: int) -> None:
    gui.do(lambda: view.show_keys(list(range(1000)), model))
    gui.do(lambda: view.setCurrentIndex(model.index(0)))
    gui.do(lambda: QTest.keyClick(view, key))
    expected = (
        row if key is not Qt.Key.Key_PageDown else view.viewport().height() // view.visualRect(model.index(0)).height()
    )
    assert view.currentIndex().row() == expected
    assert view.viewport().rect().intersects(view.visualRect(view.currentIndex()))


def test_shift_and_control_select_several(gui: Gui, view: SessionsView, model: SessionsModel) -> None:
    gui.do(lambda: view.show_keys(list(range(50)), model))

    def click(row: int, modifier: Qt.KeyboardModifier) -> None:
        place = view.visualRect(model.index(row)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, place)

    gui.do(lambda: click(1, Qt.KeyboardModifier.NoModifier))
    gui.do(lambda: click(3, Qt.KeyboardModifier.ShiftModifier))
    gui.do(lambda: click(5, Qt.KeyboardModifier.ControlModifier))
    assert sorted(index.row() for index in view.few_selected()) == [1, 2, 3, 5]


def test_selecting_a_million_rows_does_not_stall(gui: Gui, view: SessionsView, model: SessionsModel) -> None:
    gui.do(lambda: view.show_keys(array("q", range(MILLION)), model))
    began = perf_counter()
    gui.do(view.selectAll)
    assert perf_counter() - began < 1
    assert view.selectionModel().isSelected(model.index(MILLION - 1))
    assert view.few_selected() == []


def test_rows_below_headings_have_their_places_by_arithmetic() -> None:
    places = RowPlaces(10, 50, (0, 3, 4), 20)
    tops = [20, 70, 120, 190, 260, 310, 360, 410, 460, 510]
    assert [places.top(row) for row in range(10)] == tops
    assert places.total == 560
    for y in range(560):
        row, inside = places.at(y)
        assert tops[row] - (0 if inside else 20) <= y < tops[row] + (50 if inside else 0)
    assert [places.begins(row) for row in range(5)] == [True, False, False, True, True]
    assert places.group(9) == 2
    assert RowPlaces(3, 50).at(149) == (2, True)


def test_headings_that_do_not_fit_the_rows_are_left_out(gui: Gui, view: SessionsView, model: SessionsModel) -> None:
    gui.do(lambda: view.show_keys(range(9), model, (("May", 4), ("June", 5))))
    assert view.headings == (("May", 4), ("June", 5))
    gui.do(lambda: view.show_keys(range(8), model))
    assert view.headings == ()


def test_the_focus_alone_chooses_no_session(gui: Gui, view: SessionsView, model: SessionsModel) -> None:
    gui.do(lambda: view.show_keys(list(range(50)), model))
    told: list[QModelIndex] = []
    view.selectionModel().currentChanged.connect(lambda now, _before: told.append(now))
    gui.do(view.setFocus)
    assert told == []


def test_letters_typed_on_the_list_go_to_the_search(gui: Gui, view: SessionsView, model: SessionsModel) -> None:
    gui.do(lambda: view.show_keys(list(range(50)), model))
    letters: list[str] = []
    view.letters_typed.connect(letters.append)
    gui.do(lambda: QTest.keyClicks(view, "an"))
    assert "".join(letters) == "an"


def test_a_session_is_spoken_with_client_title_date_and_state(model: SessionsModel) -> None:
    model.show_keys([7])
    spoken = model.index(0).data(int(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken.startswith("Client 7, Title 7, 12 May 2026, Open")


def test_a_session_that_is_still_to_come_does_not_take_the_coach_away_from_one_chosen_meanwhile(coach: Coach) -> None:
    sidebar = coach.window.sidebar
    coach.gui.do(lambda: sidebar.choose("to come"))
    coach.open("s2")
    coach.gui.do(lambda: coach.desk.change("s2", title="Still here"))
    assert sidebar._wanted is None
    coach.gui.do(lambda: sidebar.choose("to come"))
    coach.gui.do(lambda: sidebar.choose("s1"))
    assert sidebar._wanted is None
