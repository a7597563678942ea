"""This file imports and exports under hostile names and from hostile archives: nothing leaves the chosen folder."""

from __future__ import annotations

import io
import random
import struct
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from coachdesk.errors import Unreadable
from coachdesk.export import Exported, ExportFormat, export_session
from coachdesk.transcripts.reader import read_transcript_bytes

PARTS_OF_NAMES = (
    "..", "../", "..\\", "/", "\\", "/etc/passwd", "C:\\", "C:", "\\\\host\\share\\", "~", "~/", "$HOME", "%TEMP%",
    "\0", "\n", "\r", "\u202e", "\u2024\u2024/", "\uff0e\uff0e\uff0f", "\u2215", "\u2044", ":stream", "NUL", "CON.txt",
    "COM¹", " ", ".", "...", "-rf", "--help", "|", ">", "<", "?", "*", '"', "'", ";", "`id`", "a" * 300, "é" * 150,
    "名" * 120, "👩‍💻", "\ud7ff", "Anna", "notes.md", ".bashrc", "..;/", "%2e%2e%2f", "....//",
)  # fmt: skip
MOST_MEMORY_KIB = 700 * 1024
"""What reading may take beyond what was taken before; 100 MB unpacked make about 500 MB of elements."""
BOMB = 120 * 1024 * 1024
CANARY = "canary-of-a-file-outside"


def hostile_name(rng: random.Random) -> str:
    return "".join(rng.choices(PARTS_OF_NAMES, k=rng.randrange(1, 7)))


def everything_in(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


def names(rng: random.Random) -> list[str]:
    return [*PARTS_OF_NAMES, *(hostile_name(rng) for _ in range(200 - len(PARTS_OF_NAMES)))]


def test_an_export_stays_in_its_folder_whatever_the_session_is_called(tmp_path: Path, rng: random.Random) -> None:
    folder = tmp_path / "a" / "b" / "chosen"
    folder.mkdir(parents=True)
    before = everything_in(tmp_path)
    for title in names(rng):
        path = export_session(Exported(title=title, summary="x"), ExportFormat.MARKDOWN, folder)
        assert path.parent == folder
        assert path.is_file()
        assert len(path.name.encode()) <= 255
        path.unlink()
        assert everything_in(tmp_path) == before, f"{title!r} left something elsewhere"


def test_an_export_does_not_write_through_a_link(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_text("as it was")
    folder = tmp_path / "chosen"
    folder.mkdir()
    view = Exported(title="Anna", summary="x")
    (folder / "Anna.md").symlink_to(outside)
    path = export_session(view, ExportFormat.MARKDOWN, folder)
    assert not path.is_symlink()
    assert outside.read_text() == "as it was"


def test_an_imported_file_is_called_by_its_last_part_only(tmp_path: Path, rng: random.Random) -> None:
    before = everything_in(tmp_path)
    for name in names(rng):
        imported = read_transcript_bytes(name + ".txt", b"Anna: Hello there.\nRuth: How are you?\n")
        assert len(imported.transcript.lines) == 2
        assert "\0" not in imported.title
    assert everything_in(tmp_path) == before


def word_file(document: bytes | None = None, more: dict[str, bytes] | None = None) -> bytes:
    """Return a .docx file, with another main part or more parts, deflated."""
    plain, changed = io.BytesIO(), io.BytesIO()
    words = Document()
    words.add_paragraph("Anna: I want to delegate.")
    words.add_paragraph("Ruth: What holds you back?")
    words.save(plain)
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.infolist():
            content = source.read(part)
            target.writestr(part.filename, document if document and part.filename == MAIN else content)
        for name, content in (more or {}).items():
            target.writestr(name, content)
    return changed.getvalue()


MAIN = "word/document.xml"
SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def body(text: str, head: str = "") -> bytes:
    return f"{head}<w:document {SPACE}><w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>".encode()


def laughs() -> bytes:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return body("&l9;", f'<!DOCTYPE x [<!ENTITY l0 "ha">{entities}]>')


def linked(name: str, target: str) -> bytes:
    """Return a .docx file with a part that is a symbolic link."""
    source, changed = io.BytesIO(word_file()), io.BytesIO()
    link = zipfile.ZipInfo(name)
    link.create_system, link.external_attr = 3, 0o120777 << 16
    with zipfile.ZipFile(source) as plain, zipfile.ZipFile(changed, "w") as archive:
        for part in plain.infolist():
            if part.filename != name:
                archive.writestr(part, plain.read(part))
        archive.writestr(link, target)
    return changed.getvalue()


def lying(size: int) -> bytes:
    """Return a .docx file whose directory gives `size` as the unpacked size of its main part."""
    data = bytearray(word_file(body("Anna: " + "word " * 100_000)))
    at = data.rindex(MAIN.encode()) - 46
    assert data[at : at + 4] == b"PK\x01\x02"
    data[at + 24 : at + 28] = struct.pack("<I", size)
    return bytes(data)


def archives(outside: Path) -> dict[str, Callable[[], bytes]]:
    """Return hostile archives by what is wrong with them; each is made when it is called."""
    return {
        "a part above": lambda: word_file(more={"../../escaped.txt": b"x"}),
        "a part above, as Windows writes it": lambda: word_file(more={"..\\..\\escaped.txt": b"x"}),
        "an absolute part": lambda: word_file(more={str(outside.with_name("escaped.txt")): b"x"}),
        "a part on a drive": lambda: word_file(more={"C:\\escaped.txt": b"x"}),
        "a part with a nul": lambda: word_file(more={"a\0b": b"x"}),
        "a part like a folder": lambda: word_file(more={"word/": b""}),
        "a link to a file outside": lambda: linked("word/link.xml", str(outside)),
        "a link instead of the text": lambda: linked(MAIN, str(outside)),
        "a part that unpacks to 120 MB": lambda: word_file(more={"word/media/x.png": b"\0" * BOMB}),
        "a text that unpacks to 120 MB": lambda: word_file(body("x" * BOMB)),
        "6,000 parts": lambda: word_file(more={f"word/x{n}.xml": b"" for n in range(6_000)}),
        "an archive in an archive": lambda: word_file(more={"word/x.docx": word_file(more={"x": b"x"})}),
        "a billion laughs": lambda: word_file(laughs()),
        "a file named by the text": lambda: word_file(
            body("&f;", f'<!DOCTYPE x [<!ENTITY f SYSTEM "file://{outside}">]>')
        ),
        "a definition elsewhere": lambda: word_file(body("x", '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">')),
        "a size that lies low": lambda: lying(10),
        "a size that lies high": lambda: lying(1 << 31),
        "half of it": lambda: word_file()[:-900],
        "noise in the middle": lambda: word_file()[:2000] + b"\xff" * 500 + word_file()[2500:],
        "elements within elements": lambda: word_file(b"<w:p>" * 500_000),
    }


ARCHIVES = tuple(archives(Path("/nowhere")))


def test_there_are_two_hundred_names_and_twenty_archives(rng: random.Random) -> None:
    assert (len(names(rng)), len(ARCHIVES)) == (200, 20)


def memory_taken_kib() -> int:
    """Return the most memory that this process has taken so far, where the system says so (Linux), else 0."""
    if sys.platform != "linux":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


@pytest.mark.parametrize("kind", ARCHIVES)
def test_an_archive_is_read_within_limits_or_refused_and_unpacks_nothing(tmp_path: Path, kind: str) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text(CANARY)
    data = archives(outside)[kind]()
    folder = tmp_path / "here"
    folder.mkdir()
    before = everything_in(tmp_path)
    taken_kib = memory_taken_kib()
    try:
        text = " ".join(line.text for line in read_transcript_bytes("talk.docx", data).transcript.lines)
    except Unreadable as refusal:
        text = str(refusal)
    assert CANARY not in text
    assert len(text) < 1_000_000
    assert everything_in(tmp_path) == before
    assert memory_taken_kib() - taken_kib < MOST_MEMORY_KIB
