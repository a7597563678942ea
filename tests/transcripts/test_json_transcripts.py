"""This file tests the forms of JSON that hold a transcript."""

from __future__ import annotations

import json

import pytest

from coachdesk.domain.session import Line, Transcript
from coachdesk.errors import Unreadable
from coachdesk.transcripts import read_transcript_bytes

HELLO, WELL = Line("Anna", "Hello.", 1.5, 2.25), Line("Ben", "Well.", 2.5, 4.0)


def read(document: object) -> tuple[Line, ...]:
    return read_transcript_bytes("talk.json", json.dumps(document).encode()).transcript.lines


def test_our_own_blob_comes_back_as_it_was() -> None:
    transcript = Transcript((HELLO, WELL, Line("", "nobody")))
    assert read_transcript_bytes("talk.json", transcript.blob()).transcript == transcript


FORMS = {
    "a bare list": """[
        {"speaker": "Anna", "text": "Hello.", "start": 1.5, "end": 2.25},
        {"speaker": "Ben", "text": "Well.", "start": 2.5, "end": 4}]""",
    "times as text": """{"segments": [
        {"name": "Anna", "text": " Hello.", "start": "1.5", "end": "00:00:02.250"},
        {"name": "Ben", "text": "Well.", "start": "2.5", "end": "0:04"}]}""",
    "a list within an object": """{"results": {"utterances": [
        {"speaker": "Anna", "transcript": "Hello.", "start": 1.5, "end": 2.25},
        {"speaker": "Ben", "transcript": "Well.", "start": 2.5, "end": 4}]}}""",
    "whisper.cpp": """{"transcription": [
        {"speaker": "Anna", "offsets": {"from": 1500, "to": 2250}, "text": "Hello."},
        {"speaker": "Ben", "offsets": {"from": 2500, "to": 4000}, "text": "Well."}]}""",
    "milliseconds by name": """[
        {"speaker": {"name": "Anna"}, "text": "Hello.", "start_ms": 1500, "end_ms": 2250},
        {"speaker": {"name": "Ben"}, "text": "Well.", "start_ms": 2500, "end_ms": 4000}]""",
    "words one by one": """{"monologues": [
        {"speaker": "Anna", "start": 1.5, "end": 2.25, "elements": [{"value": "Hello"}, {"value": "."}]},
        {"speaker": "Ben", "start": 2.5, "end": 4, "elements": [{"value": "Well"}, {"value": "."}]}]}""",
}


@pytest.mark.parametrize("form", FORMS)
def test_lists_of_utterances_under_usual_names_are_lines(form: str) -> None:
    assert read(json.loads(FORMS[form])) == (HELLO, WELL)


def test_whisper_segments_have_times_and_no_speaker() -> None:
    document = {"text": " Hi. Yo.", "segments": [{"id": 0, "start": 0.0, "end": 1.5, "text": " Hi."}], "language": "en"}
    assert read(document) == (Line("", "Hi.", 0.0, 1.5),)


def test_text_without_segments_is_read_as_plain_text() -> None:
    assert read({"text": "Anna: Hi.\nBen: Yo.\nAnna: Well."})[1] == Line("Ben", "Yo.")


def test_whole_numbers_too_large_for_seconds_are_milliseconds() -> None:
    document = {"utterances": [{"speaker": "A", "text": "one two three", "start": 9000, "end": 61000}]}
    assert read(document) == (Line("A", "one two three", 9.0, 61.0),)


def test_numbered_speakers_get_a_name() -> None:
    assert read([{"speaker": 0, "text": "a"}, {"speaker": 1, "text": "b"}]) == (
        Line("Speaker 0", "a"),
        Line("Speaker 1", "b"),
    )


def test_title_date_and_people_are_taken_from_the_document() -> None:
    document = {
        "title": "Third",
        "date": "2026-05-12T09:00:00Z",
        "participants": ["Anna", {"name": "Ben"}],
        "lines": [{"text": "a"}],
    }
    imported = read_transcript_bytes("x.json", json.dumps(document).encode())
    assert (imported.title, imported.date, imported.participants) == ("Third", "2026-05-12", ("Anna", "Ben"))


@pytest.mark.parametrize("moment", [-1, True, "soon", None, [1], 1e300, 1_800_000_000_000])
def test_a_time_that_is_none_is_left_out(moment: object) -> None:
    (line,) = read([{"speaker": "A", "text": "b", "start": moment}])
    assert line.start is None


NO_TRANSCRIPTS = [
    b'{"a": 1}',
    b'{"a":',
    b"[]",
    b"[1, 2]",
    b'"text"',
    b"[" * 100_000,
    b'["\\ud800"]',
    b'[{"text": ""}]',
    b"NaN",
]


@pytest.mark.parametrize("data", NO_TRANSCRIPTS)
def test_other_json_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable, match=r"talk\.json"):
        read_transcript_bytes("talk.json", data)
