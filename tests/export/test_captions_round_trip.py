"""This file tests that exported captions and JSON come back as they were, and that an independent reader takes them."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
import webvtt
from hypothesis import example, given
from hypothesis import strategies as st

from coachdesk.domain.session import Line, Transcript
from coachdesk.errors import Unreadable, UserFault
from coachdesk.export import Exported, export_session
from coachdesk.export.captions import captions_of
from coachdesk.export.written import json_of
from coachdesk.transcripts import read_transcript_bytes

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"], exclude_characters="{["), min_size=1)
PIECES = st.sampled_from(
    ["<v Ben>", "</v>", "&amp;", "-->", "Anna:", "10:30", "NOTE", "1", "<i>", "WEBVTT", "\\", "**x**", "{gap", "[x]"]
)
TEXT = st.lists(WORDS | PIECES, min_size=1, max_size=6).map(" ".join)
SPEAKER = st.just("") | st.lists(WORDS, min_size=1, max_size=3).map(" ".join)


@st.composite
def transcripts(draw: st.DrawFn, timed: bool) -> Transcript:
    lines, clock = list[Line](), 0
    for _ in range(draw(st.integers(1, 6))):
        begin, end = clock + draw(st.integers(0, 100_000)), draw(st.integers(0, 100_000))
        clock = begin
        span = (begin / 1000, (begin + end) / 1000) if timed else (None, None)
        lines.append(Line(draw(SPEAKER), draw(TEXT), *span))
    return Transcript(tuple(lines))


def back(name: str, data: bytes) -> Transcript | None:
    """Return the transcript that is read back, or None where it holds no word, as the reader demands one."""
    try:
        return read_transcript_bytes(name, data).transcript
    except Unreadable as refusal:
        if "no words" in str(refusal):
            return None
        raise


@given(transcripts(timed=True) | transcripts(timed=False))
@example(Transcript(tuple(Line("", text, 0.0, 0.0) for text in ("0", "0", "0", "<v Ben>"))))
def test_captions_come_back_as_they_were(transcript: Transcript) -> None:
    assert back("talk.vtt", captions_of(Exported(title="x", transcript=transcript))) in (transcript, None)


@given(transcripts(timed=True) | transcripts(timed=False))
def test_json_comes_back_as_it_was(transcript: Transcript) -> None:
    assert back("talk.json", json_of(Exported(title="x", transcript=transcript))) in (transcript, None)


@given(transcripts(timed=True))
def test_an_independent_reader_finds_the_same_cues(transcript: Transcript) -> None:
    captions = webvtt.from_buffer(io.BytesIO(captions_of(Exported(title="x", transcript=transcript))), format="vtt")
    assert len(captions) == len(transcript.lines)
    for caption, line in zip(captions, transcript.lines, strict=True):
        assert caption.start_in_seconds == int(line.start or 0)
        assert caption.voice == (line.speaker or None) or "&" in (caption.voice or "")


def test_lines_without_times_follow_one_another() -> None:
    transcript = Transcript((Line("A", "one two three four five"), Line("B", "x", 10.0), Line("A", "y")))
    assert captions_of(Exported(title="x", transcript=transcript)).decode().split("\n\n")[2:] == [
        "00:00:00.000 --> 00:00:02.000\n<v A>one two three four five</v>",
        "00:00:10.000 --> 00:00:10.500\n<v B>x</v>",
        "00:00:10.500 --> 00:00:11.000\n<v A>y</v>\n",
    ]


def test_a_session_without_a_transcript_has_no_captions(tmp_path: Path) -> None:
    with pytest.raises(UserFault, match="no transcript"):
        export_session(Exported(title="x"), "vtt", tmp_path / "x.vtt")
    assert list(tmp_path.glob("x*")) == []
