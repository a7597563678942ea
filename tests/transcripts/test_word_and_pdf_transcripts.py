"""This file tests the reading of Word and PDF files: their turns, their limits, their damage."""

from __future__ import annotations

import io
import random
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence

import pytest

from coachdesk.errors import Unreadable
from coachdesk.transcripts import read_transcript_bytes
from coachdesk.transcripts.imported import NoTranscript
from coachdesk.transcripts.pages import read_pages
from coachdesk.transcripts.pages_process import pages_in

TURNS = [("Anna Lang", "Hello, how are you?"), ("Ben Koch", "Note: tired."), ("Anna Lang", "Since when?")]


def said(name: str, data: bytes) -> list[tuple[str, str]]:
    return [(line.speaker, line.text) for line in read_transcript_bytes(name, data).transcript.lines]


def word_file(paragraphs: Sequence[str] = (), rows: Sequence[Sequence[str]] = ()) -> bytes:
    from docx import Document

    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if rows:
        table = document.add_table(rows=0, cols=len(rows[0]))
        for row in rows:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = text
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def pdf_file(pages: Sequence[Sequence[str]], password: str | None = None) -> bytes:
    from pypdf import PdfWriter
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    writer = PdfWriter()
    font = DictionaryObject()
    for key, value in (("/Type", "/Font"), ("/Subtype", "/Type1"), ("/BaseFont", "/Helvetica")):
        font[NameObject(key)] = NameObject(value)
    for rows in pages:
        page = writer.add_blank_page(595, 842)
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
        )
        content = DecodedStreamObject()
        shown = "".join(f"({row}) Tj 0 -14 Td\n" for row in rows)
        content.set_data(f"BT /F1 11 Tf 50 800 Td\n{shown}ET".encode("latin-1"))
        page[NameObject("/Contents")] = writer._add_object(content)
    if password is not None:
        writer.encrypt(password, algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def test_paragraphs_of_a_word_document_are_turns() -> None:
    assert said("talk.docx", word_file([f"{speaker}: {text}" for speaker, text in TURNS])) == TURNS


def test_a_teams_document_with_a_name_and_time_above_the_words_is_read() -> None:
    data = word_file(["Call", "12 May 2026", "Anna Lang   0:03\nHello.", "Ben Koch   0:07\nHi: you."])
    imported = read_transcript_bytes("talk.docx", data)
    assert [(line.speaker, line.text, line.start) for line in imported.transcript.lines] == [
        ("Anna Lang", "Hello.", 3.0),
        ("Ben Koch", "Hi: you.", 7.0),
    ]
    assert (imported.title, imported.date, imported.format) == ("Call", "2026-05-12", "docx")


@pytest.mark.parametrize("with_times", [False, True])
def test_a_table_of_speakers_and_words_is_turns(with_times: bool) -> None:
    rows = [[*(["00:01"] if with_times else []), speaker, text] for speaker, text in TURNS]
    assert said("talk.docx", word_file(rows=rows)) == TURNS


def test_a_document_is_known_by_its_content_not_its_name() -> None:
    assert said("talk.txt", word_file([f"{speaker}: {text}" for speaker, text in TURNS])) == TURNS


def test_a_document_that_unpacks_to_more_than_100_mb_is_refused_before_it_is_unpacked() -> None:
    source, bomb = io.BytesIO(word_file(["Anna: Hello."])), io.BytesIO()
    with zipfile.ZipFile(source) as document, zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in document.infolist():
            archive.writestr(part, document.read(part))
        with archive.open("word/media/large.bin", "w") as large:
            for _ in range(101):
                large.write(bytes(2**20))
    assert len(bomb.getvalue()) < 2**20
    with pytest.raises(Unreadable, match="unpacks to more than 100 MB"):
        read_transcript_bytes("talk.docx", bomb.getvalue())


def test_a_document_whose_part_is_larger_than_it_says_is_refused() -> None:
    source, liar = io.BytesIO(word_file(["Anna: Hello."])), io.BytesIO()
    with zipfile.ZipFile(source) as document, zipfile.ZipFile(liar, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in document.infolist():
            archive.writestr(part.filename, document.read(part))
    size = zipfile.ZipFile(io.BytesIO(liar.getvalue())).getinfo("word/document.xml").file_size
    data = liar.getvalue().replace(size.to_bytes(4, "little"), (10).to_bytes(4, "little"))
    with pytest.raises(Unreadable, match="damaged"):
        read_transcript_bytes("talk.docx", data)


def test_entities_of_a_document_are_neither_expanded_nor_fetched() -> None:
    source, hostile = io.BytesIO(word_file(["Anna: Hello PLACE."])), io.BytesIO()
    entities = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY y "yyyyyyyyyy">]>'
    with zipfile.ZipFile(source) as document, zipfile.ZipFile(hostile, "w") as archive:
        for part in document.infolist():
            text = document.read(part)
            if part.filename == "word/document.xml":
                head, _, body = text.decode().partition("?>")
                text = f"{head}?>{entities}{body.replace('PLACE', '&x;&y;')}".encode()
            archive.writestr(part.filename, text)
    ((speaker, text),) = said("talk.docx", hostile.getvalue())
    assert (speaker, "yyyy" in text) == ("Anna", False)


def test_pages_of_a_pdf_are_turns_without_page_numbers_and_repeated_heads() -> None:
    pages = [
        ["Confidential notes", f"{speaker}: {text}", "went on", str(number)]
        for number, (speaker, text) in enumerate(TURNS)
    ]
    imported = read_transcript_bytes("talk.pdf", pdf_file(pages))
    assert [(line.speaker, line.text) for line in imported.transcript.lines] == [(s, f"{t} went on") for s, t in TURNS]
    assert imported.format == "pdf"


def test_prose_in_a_pdf_is_joined_to_sentences() -> None:
    data = pdf_file([["I slept badly and then", "I got up late.", "Then coffee."]])
    assert said("talk.pdf", data) == [("", "I slept badly and then I got up late."), ("", "Then coffee.")]


def test_a_locked_pdf_asks_for_one_without_a_password() -> None:
    with pytest.raises(Unreadable, match="password"):
        read_transcript_bytes("talk.pdf", pdf_file([["Anna: Hello."]], password="secret"))


def test_a_pdf_that_is_locked_only_against_change_is_read() -> None:
    assert said("talk.pdf", pdf_file([["Anna: Hello."]], password="")) == [("Anna", "Hello.")]


def test_a_pdf_of_pictures_says_so() -> None:
    with pytest.raises(Unreadable, match="pictures"):
        read_transcript_bytes("scan.pdf", pdf_file([[], []]))


def test_a_pdf_of_too_many_pages_is_refused() -> None:
    assert "2,000 pages" in pages_in(pdf_file([[]] * 2_001)).refused


def test_a_pdf_that_takes_too_long_is_given_up() -> None:
    begun = time.monotonic()
    with pytest.raises(NoTranscript, match="too long"):
        read_pages(pdf_file([["Anna: Hello."]]), seconds=0.001)
    assert time.monotonic() - begun < 5


def test_the_process_that_reads_a_pdf_may_die(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/bin/false")
    with pytest.raises(Unreadable, match="could not be read as a PDF"):
        read_transcript_bytes("talk.pdf", pdf_file([["Anna: Hello."]]))


def mutants(whole: bytes, rng: random.Random, many: int) -> Iterator[bytes]:
    for _ in range(many):
        data = bytearray(whole)
        for _ in range(rng.choice([1, 3, 30])):
            data[rng.randrange(len(data))] = rng.randrange(256)
        if rng.random() < 0.3:
            del data[rng.randrange(len(data)) :]
        yield bytes(data)


def test_damaged_word_files_are_read_or_refused_and_never_crash(
    rng: random.Random, count: Callable[[int], int]
) -> None:
    refused = 0
    for data in mutants(word_file(["Anna: Hello.", "Ben: Hi."]), rng, count(500)):
        try:
            read_transcript_bytes("talk.docx", data)
        except Unreadable:
            refused += 1
    assert refused


def test_damaged_pdf_files_are_read_or_refused_and_never_crash(rng: random.Random, count: Callable[[int], int]) -> None:
    found = [pages_in(data) for data in mutants(pdf_file([["Anna: Hello."]] * 2), rng, count(500))]
    assert any(pages.refused for pages in found)
    assert any(["Anna: Hello."] in pages.pages for pages in found)
