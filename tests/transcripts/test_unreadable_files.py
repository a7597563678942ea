"""This file tests that what is no transcript is refused in one sentence, whatever it is, and that nothing crashes."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import coachdesk.settings
from coachdesk.errors import NotFound, Unreadable
from coachdesk.transcripts import Imported, read_transcript, read_transcript_bytes

HTML = b"<!DOCTYPE html><html><body><p>Anna: hello</p></body></html>"


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("photo.png", b"\x89PNG\r\n\x1a\n" + bytes(100), "picture"),
        ("photo.txt", b"\xff\xd8\xff\xe0" + bytes(100), "picture"),
        ("call.wav", b"RIFF\x00\x00\x00\x00WAVEfmt ", "recording"),
        ("call.mp4", b"\x00\x00\x00\x20ftypisom" + bytes(100), "recording"),
        ("call.mp3", b"ID3\x04" + bytes(100), "recording"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "save it as docx"),
        ("old.rtf", b"{\\rtf1 Anna: hello}", "save it as docx"),
        ("tool", b"\x7fELF\x02\x01\x01" + bytes(100), "program"),
        ("many.gz", b"\x1f\x8b\x08" + bytes(100), "archive"),
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \r\n\t\n", "empty"),
        ("numbers.txt", b"1 2 3\n4 5 6\n", "no words"),
        ("noise.txt", b"{vocalsound} {gap}\n", "no words"),
        ("bytes.txt", bytes(range(256)) * 20, "not text"),
        ("data.txt", b"Anna: hello\x00\x01\x02\nBen: hi\n" * 20, "not text"),
        ("page.html", HTML, "choose a txt"),
        ("page.txt", HTML, "web page"),
        ("settings.yaml", b"name: a\nkind: b\n", "choose a txt"),
        ("broken.pdf", b"%PDF-1.7\n" + bytes(200), "damaged"),
        ("broken.docx", b"PK\x03\x04" + bytes(200), "damaged"),
        ("cut.json", b'[{"text": "a"', "whole JSON"),
    ],
)
def test_a_file_that_is_no_transcript_is_refused_with_its_name_and_a_way_out(
    name: str, data: bytes, reason: str
) -> None:
    with pytest.raises(Unreadable, match=reason) as refusal:
        read_transcript_bytes(name, data)
    sentence = str(refusal.value)
    assert sentence.startswith(f"“{name}” ")
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert "choose" in sentence or "save" in sentence


@pytest.mark.parametrize("name", ["program.py", "program.txt", "program"])
def test_program_source_is_refused_whatever_it_is_called(name: str) -> None:
    source = Path(coachdesk.settings.__file__).read_bytes()
    with pytest.raises(Unreadable, match="choose a txt"):
        read_transcript_bytes(name, source)


def test_a_name_cannot_forge_the_sentence() -> None:
    with pytest.raises(Unreadable) as refusal:
        read_transcript_bytes("a\nb\u202egpj.\x1b[31mtxt" + "x" * 500, b"")
    assert not any(sign in str(refusal.value) for sign in "\n\u202e\x1b")
    assert len(str(refusal.value)) < 250


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"talk\.txt"):
        read_transcript(tmp_path / "talk.txt")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_folder_a_pipe_and_a_device_are_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    for path in (tmp_path, tmp_path / "pipe.txt", Path("/dev/zero")):
        with pytest.raises(Unreadable, match="not a file"):
            read_transcript(path)


def test_a_name_that_no_disk_takes_is_refused() -> None:
    with pytest.raises(Unreadable, match="cannot be opened"):
        read_transcript(Path("a\0b.txt"))


def test_a_file_of_more_than_50_mb_is_refused_before_it_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(10 * 2**30)
    with pytest.raises(Unreadable, match="50 MB"):
        read_transcript(path)


def test_a_file_of_a_million_blank_lines_is_refused() -> None:
    with pytest.raises(Unreadable, match="200,000 lines"):
        read_transcript_bytes("long.txt", b"a\n" * 1_100_000)


def test_a_zip_that_is_no_document_is_refused_with_advice() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("../../evil.txt", "Anna: hello")
    with pytest.raises(Unreadable, match="unpack it"):
        read_transcript_bytes("talks.zip", file.getvalue())


HEADS = [
    b"",
    b"WEBVTT\n\n",
    b"1\n00:00:01,000 --> 00:00:02,000\n",
    b"PK\x03\x04",
    b'{"lines": ',
    b"\xff\xfe",
]


@given(
    name=st.sampled_from(["a.txt", "a.vtt", "a.srt", "a.json", "a.docx", "a.pdf", "a", ""]),
    head=st.sampled_from(HEADS),
    data=st.binary(max_size=400),
)
@example(name="a.txt", head=b"", data=b"Anna: \xed\xa0\x80")
def test_arbitrary_bytes_are_read_or_refused_and_never_crash(name: str, head: bytes, data: bytes) -> None:
    try:
        imported = read_transcript_bytes(name, head + data)
    except Unreadable:
        return
    assert_storable(imported)


PIECES = (
    "Anna|Ben:|anna:|:|：| |\n|\n\n|\r\n|10:30|[00:01:02]|(1:02)|-->|00:00:01.000|<v Anna>|</v>|<|&amp;|NOTE|WEBVTT"
    "|{gap}|**|- |>>|Note:|1|.|?|word|é|李|\u2028|(|)|\x0b|From|to|Date: 2026-05-12|#"
).split("|")


@given(st.lists(st.sampled_from(PIECES), max_size=60), st.sampled_from(["a.txt", "a.vtt", "a.srt"]))
def test_arbitrary_layouts_are_read_or_refused_and_never_crash(pieces: list[str], name: str) -> None:
    try:
        imported = read_transcript_bytes(name, "".join(pieces).encode())
    except Unreadable:
        return
    assert_storable(imported)


def assert_storable(imported: Imported) -> None:
    """Assert that what was read can be stored and shown: it encodes, its texts are one line, its times are sane."""
    assert type(imported.transcript).from_blob(imported.transcript.blob()) == imported.transcript
    for line in imported.transcript.lines:
        assert line.text == " ".join(line.text.split())
        assert "\n" not in line.speaker
        assert line.start is None or line.start >= 0
