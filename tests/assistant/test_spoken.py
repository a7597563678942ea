"""This file tests that speech becomes sentences: noise and stutter go, facts and lines stay."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachdesk.assistant.spoken import cleaned, is_english, readable, sentences, split_sentences
from coachdesk.domain.session import Line, Transcript
from tests.assistant.conversations import GERMAN, PROMOTION


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("Yeah , I 've have never handled them .", "Yeah, I've have never handled them."),
        ("{vocalsound} So um the the price is uh fifty Euro .", "So the price is fifty Euro."),
        ("I think I think we should s say no .", "I think we should say no."),
        ("We had , um , three calls .", "We had three calls."),
        ("the T_V_ and the L_C_D_ screen", "the TV and the LCD screen"),
        ("a front - end , twenty - five percent", "a front-end, twenty-five percent"),
        ("It was fun [Laughter.] today.", "It was fun today."),
        ("Room two two one, please.", "Room two two one, please."),
        ("It 's 3 3 9 .", "It's 3 3 9."),
        ("Was, you know, hard.", "Was hard."),
        ("{vocalsound}", ""),
    ],
)
def test_noise_fillers_and_stutter_go_and_numbers_stay(said: str, read: str) -> None:
    assert cleaned(said) == read


def test_german_um_and_er_are_words() -> None:
    assert not is_english(GERMAN)
    assert is_english(PROMOTION)
    assert any("Um ehrlich zu sein, er" in one.text for one in sentences(GERMAN))


def test_a_sentence_cut_by_a_murmur_is_one_sentence_over_its_lines() -> None:
    spoken = [
        Line("Ann", "We decided that the budget ,"),
        Line("Bob", "Mm-hmm ."),
        Line("Ann", "is fifty Euro ."),
        Line("Bob", "Fine by me , that is what I thought too ."),
    ]
    first, *_ = (one for one in sentences(Transcript(tuple(spoken))) if one.speaker == "Ann")
    assert (first.text, first.lines) == ("We decided that the budget, is fifty Euro.", (1, 3))


def test_what_a_speaker_left_unfinished_is_not_whole() -> None:
    broken, whole = sentences(Transcript((Line("Ann", "the missing We had a big problem there ."),)))
    assert (broken.whole, whole.whole, whole.text) == (False, True, "We had a big problem there.")


def test_openers_go_and_a_sentence_begins_with_a_capital() -> None:
    assert readable("So, well, yeah, the case is soft") == "The case is soft."


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Dr. Lee came at 10.30 a.m. on Monday. She left.", 2),
        ("今日は面接の準備です。来週また会います。", 2),
        ("هل أنت مستعد؟ نعم.", 2),
        ("No. It was $3.50!", 2),
        ("", 0),
    ],
)
def test_sentences_end_where_any_script_ends_them(text: str, count: int) -> None:
    assert len(split_sentences(text)) == count


@given(st.text(max_size=300))
def test_cleaning_adds_no_letter_and_never_fails(text: str) -> None:
    left = list(text)
    for letter in cleaned(text):
        if not letter.isspace() and letter not in "'\"-":
            left.remove(letter)


def test_one_endless_line_is_read_in_time() -> None:
    began = time.monotonic()
    text = "We talked about the house and the price. " * 6000 + "x" * 200_000
    assert len(list(sentences(Transcript((Line("Ann", text),))))) > 5_000
    assert time.monotonic() - began < 30
