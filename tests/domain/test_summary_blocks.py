"""This file checks that a summary is read in blocks without losing a byte, and that revisions find their ancestor."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coachdesk.domain.summary import BlockKind, common_ancestor, parse, sections

SUMMARY = """## Focus
Maria prepares for 12 May.

## Insights
- First point,
  over two lines.
- [ ] Tom: call, by Friday
1. numbered

| a | b |
|---|---|
| 1 | 2 |

```
# no heading
- no item
```
"""

_PIECES = st.sampled_from(
    [
        "# A",
        "## B ##",
        "- x",
        "* y",
        "1. z",
        "  cont",
        "text",
        "",
        " ",
        "```",
        "~~~",
        "| a |",
        "\t- n",
        "#no",
        "é 🙂",
        "\r",
    ]
)
MARKDOWN = st.lists(st.tuples(_PIECES, st.sampled_from(["\n", "\r\n", "\n\n", ""])), max_size=30).map(
    lambda parts: "".join(piece + end for piece, end in parts)
)


@given(st.one_of(MARKDOWN, st.text(max_size=200)))
def test_the_blocks_of_a_text_are_the_text_again(text: str) -> None:
    assert str(parse(text)) == text


def test_headings_items_tables_and_code_are_told_apart() -> None:
    kinds = [block.kind for block in parse(SUMMARY).blocks]
    assert kinds == [
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.HEADING,
        BlockKind.ITEM,
        BlockKind.ITEM,
        BlockKind.ITEM,
        BlockKind.TABLE,
        BlockKind.CODE,
    ]


def test_a_heading_within_code_begins_no_section() -> None:
    assert [section.name for section in sections(parse(SUMMARY))] == ["Focus", "Insights"]


def test_what_stands_before_the_first_heading_is_a_nameless_section() -> None:
    found = sections(parse("hello\n\n# Focus\nx"))
    assert [(section.name, section.body) for section in found] == [("", "hello\n\n"), ("Focus", "x")]


def test_the_common_ancestor_is_the_one_with_the_highest_seq() -> None:
    parents = {"a": (), "b": ("a",), "c": ("b",), "d": ("b",), "e": ("c", "d")}
    seq = {"a": 1, "b": 2, "c": 3, "d": 4, "e": 5}
    assert common_ancestor("c", "d", parents, seq) == "b"
    assert common_ancestor("e", "d", parents, seq) == "d"
    assert common_ancestor("e", "x", parents, seq) is None
