"""This file turns a file's bytes into text, whatever encoding it was written in."""

from __future__ import annotations

import codecs
import re

from coachdesk.transcripts.imported import NoTranscript

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]")
_REPLACED = "\ufffd"
_BINARY = "is not text: choose a txt, vtt, srt, docx, json or pdf file."


def decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Return `data` as text without byte order mark, and warnings; raises NoTranscript if it is not text."""
    text, warnings = _decoded(data)
    head = text[:100_000]
    if "\x00" in head or len(_CONTROL.findall(head)) > 0.005 * len(head):
        raise NoTranscript(_BINARY)
    return text, warnings


def _decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, errors="replace")
            return text, _warning_about(text.count(_REPLACED))
    try:
        text = data.decode("utf-8")
        if "\x00" not in text[:4096]:
            return text, ()
    except UnicodeDecodeError:
        pass
    wide = _wide_encoding(data)
    if wide:
        return data.decode(wide, errors="replace"), ()
    text = data.decode("utf-8", errors="replace")
    broken = text.count(_REPLACED)
    if broken * 3 <= sum(sign > "\x7f" for sign in text) - broken:
        return text, _warning_about(broken)
    return _single_byte(data)


def _wide_encoding(data: bytes) -> str | None:
    """Return UTF-16's name if every second byte of `data` is mostly zero, as in Western text without a mark."""
    head = data[:4096]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) / 2
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * half and odd < 0.05 * half else None


def _single_byte(data: bytes) -> tuple[str, tuple[str, ...]]:
    """Decode text of before Unicode: Windows-1252 where accents are few, else what charset-normalizer recognises."""
    head = data[:100_000]
    letters = sum(byte > 0x7F or chr(byte).isalpha() for byte in head)
    if sum(byte > 0x7F for byte in head) > 0.25 * letters:
        # Here and not above: hardly any file needs it.
        from charset_normalizer import from_bytes

        best = from_bytes(head).best()
        if best is None:
            raise NoTranscript(_BINARY)
        text, encoding = data.decode(best.encoding, errors="replace"), best.encoding
    else:
        try:
            text, encoding = data.decode("cp1252"), "Windows-1252"
        except UnicodeDecodeError:
            text, encoding = data.decode("latin-1"), "Latin-1"
    return text, (f"The file was read as {encoding}; check letters with accents.",)


def _warning_about(broken: int) -> tuple[str, ...]:
    return (f"{broken} characters of the file could not be read.",) if broken else ()
