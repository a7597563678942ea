"""This file checks the merge by block: nothing is invented, nothing is lost, edits that do not touch are united."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coachdesk.domain.merge import BLOCKS_MOST, LINES_MOST, accept, compare, hunks, merge, word_diff
from coachdesk.domain.summary import parse

BASE = "## Focus\nMaria prepares.\n\n## Insights\n- one\n- two\n- three\n\n## Next session\n6 May\n"

_LINES = st.sampled_from(["# Focus", "- one", "- two", "- three", "A paragraph.", "Another one.", "1. first"])
TEXTS = st.lists(_LINES, min_size=1, max_size=12).map(lambda lines: "\n\n".join(lines) + "\n")
_APART = st.sampled_from(["\n", "\n\n", "\r\n\r\n"])
LOOSE_TEXTS = st.lists(st.tuples(_LINES, _APART), min_size=1, max_size=6).map(
    lambda pieces: "".join(line + apart for line, apart in pieces)
)


def blocks_of(text: str) -> list[str]:
    return [block.text for block in parse(text).blocks]


def test_edits_of_different_sections_are_united() -> None:
    ours = BASE.replace("6 May", "7 May")
    theirs = BASE.replace("- two", "- two and a half")
    assert merge(BASE, ours, theirs).text == BASE.replace("6 May", "7 May").replace("- two", "- two and a half")


def test_edits_of_neighbouring_items_are_united() -> None:
    ours, theirs = BASE.replace("- one", "- ONE"), BASE.replace("- two", "- TWO")
    assert merge(BASE, ours, theirs).text == BASE.replace("- one", "- ONE").replace("- two", "- TWO")


def test_an_edit_and_a_removal_elsewhere_are_united() -> None:
    merged = merge(BASE, BASE.replace("- three\n", ""), BASE.replace("Maria", "Marie"))
    assert merged.text == BASE.replace("- three\n", "").replace("Maria", "Marie")


def test_edits_of_the_same_block_are_a_conflict_that_holds_all_three_texts() -> None:
    merged = merge(BASE, BASE.replace("- two", "- mine"), BASE.replace("- two", "- theirs"))
    assert not merged.clean
    (conflict,) = merged.conflicts
    assert (conflict.base.strip(), conflict.ours.strip(), conflict.theirs.strip()) == ("- two", "- mine", "- theirs")


def test_an_edit_against_a_removal_of_the_same_block_is_a_conflict() -> None:
    assert not merge(BASE, BASE.replace("- two\n", ""), BASE.replace("- two", "- theirs")).clean


def test_the_limits_count_what_was_changed_and_not_how_long_a_summary_is() -> None:
    lines = [f"- item {number}\n" for number in range(LINES_MOST)]
    base = "".join(lines)
    near = lines[:5_000] + lines[5_001:]
    ours, theirs = "".join(near), base.replace("item 5100\n", "item of theirs\n")
    assert merge(base, ours, theirs).text == ours.replace("item 5100\n", "item of theirs\n")
    assert len(hunks(ours, theirs)) == 2


def test_edits_too_far_apart_in_a_huge_text_are_left_to_the_coach_with_both_sides_whole() -> None:
    lines = [f"- item {number}\n" for number in range(BLOCKS_MOST + 2)]
    base, ours, theirs = "".join(lines), "".join(lines[1:]), "".join([*lines[:-1], "- theirs\n"])
    merged = merge(base, ours, theirs)
    assert [(conflict.ours, conflict.theirs) for conflict in merged.conflicts] == [(ours, theirs)]
    found = hunks(ours, theirs)
    assert len(found) == 1
    assert (accept(ours, theirs, {0}), accept(ours, theirs, ())) == (theirs, ours)


def test_a_text_of_more_lines_than_any_summary_is_not_merged() -> None:
    base = "".join(f"- item {number}\n" for number in range(LINES_MOST + 1))
    ours, theirs = base.replace("item 5\n", "item of ours\n"), base.replace("item 9\n", "item of theirs\n")
    assert [(conflict.ours, conflict.theirs) for conflict in merge(base, ours, theirs).conflicts] == [(ours, theirs)]
    assert merge(base, base, theirs).text == theirs


@given(TEXTS, TEXTS)
def test_one_changed_side_is_taken_as_it_is(base: str, changed: str) -> None:
    assert merge(base, changed, base).text == changed
    assert merge(base, base, changed).text == changed
    assert merge(base, changed, changed).text == changed


@given(LOOSE_TEXTS, LOOSE_TEXTS, LOOSE_TEXTS, st.booleans())
def test_a_clean_merge_holds_only_blocks_of_its_sides_and_is_symmetric(
    base: str, ours: str, theirs: str, trimmed: bool
) -> None:
    ours = ours.rstrip() if trimmed else ours
    merged, mirrored = merge(base, ours, theirs), merge(base, theirs, ours)
    assert merged.clean == mirrored.clean
    if merged.text is not None:
        assert set(blocks_of(merged.text)) <= {block for text in (base, ours, theirs) for block in blocks_of(text)}


def test_a_paragraph_that_is_added_stays_apart_where_the_other_side_took_the_space_away() -> None:
    merged = merge("- one\n\n", "- one", "- one\n\nA paragraph.\n")
    assert merged.text is not None
    assert blocks_of(merged.text) == ["- one", "A paragraph."]


def test_space_at_the_end_that_one_side_changed_is_changed() -> None:
    assert merge("one\n\ntwo", "ONE\n\ntwo", "one\n\ntwo\n").text == "ONE\n\ntwo\n"


@given(TEXTS, TEXTS)
def test_accepting_all_hunks_gives_the_new_text_and_none_the_old(old: str, new: str) -> None:
    assert accept(old, new, set(range(len(hunks(old, new))))) == new
    assert accept(old, new, set()) == old


@given(TEXTS, TEXTS, st.data())
def test_accepting_some_hunks_and_then_the_rest_gives_the_new_text(old: str, new: str, data: st.DataObject) -> None:
    changes = hunks(old, new)
    chosen = data.draw(st.sets(st.sampled_from(range(len(changes))))) if changes else set()
    part = accept(old, new, chosen)
    assert accept(part, new, set(range(len(hunks(part, new))))) == new


@pytest.mark.parametrize("chosen", [{0}, {1}, {2}])
def test_one_accepted_hunk_leaves_every_other_block_as_it_was(chosen: set[int]) -> None:
    new = BASE.replace("- one", "- ONE").replace("- three", "- THREE").replace("6 May", "7 May")
    part = accept(BASE, new, chosen)
    changed = [(a, b) for a, b in zip(BASE.split("\n"), part.split("\n"), strict=True) if a != b]
    assert len(changed) == 1


@pytest.mark.timeout(60)  # matching each "a" with each "a" takes many minutes
def test_texts_that_repeat_themselves_are_compared_all_the_same() -> None:
    old, new = "a b " * 4_000, "b a a " * 3_000
    pieces = word_diff(old, new)
    assert "".join(text for kind, text in pieces if kind != "added") == old
    assert "".join(text for kind, text in pieces if kind != "removed") == new
    old, new = (
        "\n".join("- same" if number % step else f"- {number} {step}" for number in range(BLOCKS_MOST))
        for step in (2, 3)
    )
    assert accept(old, new, set(range(len(hunks(old, new))))) == new


@given(st.text(max_size=60), st.text(max_size=60))
def test_a_word_diff_holds_both_texts(old: str, new: str) -> None:
    pieces = word_diff(old, new)
    assert "".join(text for kind, text in pieces if kind != "added") == old
    assert "".join(text for kind, text in pieces if kind != "removed") == new


def test_only_what_both_sides_changed_is_left_to_decide() -> None:
    base = "# A\n\none\n\ntwo\n\nthree\n"
    compared = compare(base, base.replace("one", "mine").replace("three", "3"), base.replace("one", "theirs"))
    assert (compared.mine, compared.theirs) == ("# A\n\nmine\n\ntwo\n\n3\n", "# A\n\ntheirs\n\ntwo\n\n3\n")
    assert ([hunk.new_text for hunk in compared.hunks], compared.bases) == (["theirs"], ("one",))


@given(LOOSE_TEXTS, LOOSE_TEXTS, LOOSE_TEXTS)
def test_a_comparison_has_hunks_exactly_where_the_merge_is_not_clean(base: str, ours: str, theirs: str) -> None:
    compared = compare(base, ours, theirs)
    merged = merge(base, ours, theirs)
    if merged.text is not None and base not in (ours, theirs):
        assert (compared.mine, compared.hunks) == (merged.text, ())
    if merged.text is None:
        assert compared.hunks
    assert len(compared.bases) == len(compared.hunks)
    assert accept(compared.mine, compared.theirs, set(range(len(compared.hunks)))) == compared.theirs
