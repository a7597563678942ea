"""This file checks that every text can be read on its ground, in all themes, and that the style sheet is whole."""

from __future__ import annotations

import re

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from coachdesk.ui.avatar import avatar_colours
from coachdesk.ui.theme import (
    CONTRAST_COLOURS,
    DARK,
    DARK_COLOURS,
    LIGHT,
    LIGHT_COLOURS,
    Colours,
    Theme,
    contrast,
)
from tests.ui.conftest import Coach
from tests.ui.desk_stand_in import PEOPLE

THEMES = [LIGHT_COLOURS, DARK_COLOURS, CONTRAST_COLOURS]


def test_contrast_is_21_for_black_on_white_and_1_for_equal_colours() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#888888", "#888888") == pytest.approx(1)


@pytest.mark.parametrize("colours", THEMES, ids=["light", "dark", "contrast"])
def test_every_pair_of_text_and_ground_has_a_contrast_of_4_5(colours: Colours) -> None:
    ratios = {
        (text, ground): contrast(getattr(colours, text), getattr(colours, ground)) for text, ground in colours.pairs()
    }
    assert len(ratios) > 15
    assert {pair: ratio for pair, ratio in ratios.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("colours", THEMES, ids=["light", "dark", "contrast"])
def test_borders_of_controls_and_the_focus_have_a_contrast_of_3(colours: Colours) -> None:
    for ground in ("window", "surface", "sunken"):
        assert contrast(colours.control, getattr(colours, ground)) >= 3
        assert contrast(colours.accent, getattr(colours, ground)) >= 3


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_initials_can_be_read_on_every_disc(dark: bool) -> None:
    for name in (*PEOPLE, "", "Ζωή Παπαδοπούλου", "李 伟"):
        ground, text = avatar_colours(name, dark=dark)
        assert contrast(text, ground) >= 4.5, name


def test_the_style_sheet_names_only_colours_that_exist(qapp: QApplication) -> None:
    sheet = Theme(LIGHT).style_sheet()
    assert "@" not in sheet
    assert re.search(r"#searchField", sheet)


def test_choosing_dark_changes_the_palette_and_tells_once(qapp: QApplication) -> None:
    theme = Theme(LIGHT)
    told: list[bool] = []
    theme.changed.connect(lambda: told.append(theme.colours.dark))
    theme.choose(DARK)
    theme.choose(DARK)
    assert told == [True]
    assert qapp.palette().window().color().name() == DARK_COLOURS.window
    theme.choose(LIGHT)


def test_an_icon_that_is_worn_follows_the_colours_of_the_theme(coach: Coach) -> None:
    coach.gui.do(lambda: coach.desk.park("s0", "Summary edited by you", "Changed."))
    coach.does("outbox")
    button = coach.find(QPushButton, "copyButton")

    def strongest() -> int:
        picture = button.icon().pixmap(20, 20).toImage()
        seen = [picture.pixelColor(x, y) for x in range(20) for y in range(20)]
        return max((colour.lightness() for colour in seen if colour.alpha() > 200), default=-1)

    light = strongest()
    coach.does("dark")
    assert light < 80 < strongest()
