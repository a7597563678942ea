"""This file tells what kind of file bytes are, and refuses with a reason what is no transcript."""

from __future__ import annotations

import re

from coachdesk.transcripts.imported import READABLE, NoTranscript
from coachdesk.transcripts.noise import spoken

_OTHER_FORM = "cannot be read in this form: save it as docx or txt, and choose that."
_RECORDING = f"is a recording, not its transcript: have it transcribed first, then choose {READABLE}."
_SIGNATURES = (
    (
        re.compile(rb"\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\0\0\0\0|II\*\0|MM\0\*|RIFF.{4}WEBP", re.DOTALL),
        f"is a picture, not a transcript: choose {READABLE}.",
    ),
    (
        re.compile(
            rb"RIFF.{4}(?:WAVE|AVI )|OggS|ID3|fLaC|\xff[\xfb\xf3\xf2]|\x1aE\xdf\xa3|.{4}ftyp|FORM.{4}AIFF", re.DOTALL
        ),
        _RECORDING,
    ),
    (re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1|\{\\rtf"), _OTHER_FORM),
    (
        re.compile(rb"\x7fELF|MZ.{58,}?PE\0\0|\xca\xfe\xba\xbe|\xcf\xfa\xed\xfe|SQLite format 3|GGUF", re.DOTALL),
        f"is a program or its data, not a transcript: choose {READABLE}.",
    ),
    (
        re.compile(rb"\x1f\x8b|BZh|7z\xbc\xaf|Rar!|\xfd7zXZ|\x28\xb5\x2f\xfd"),
        "is an archive, not a transcript: unpack it and choose the transcript inside.",
    ),
)
_NO_TEXT_ENDINGS = re.compile(
    r"\.(?:py|pyi|js|mjs|jsx|ts|tsx|c|h|cc|cpp|hpp|cs|java|kt|go|rs|rb|php|pl|lua|swift|scala|sh|bash|ps1|bat|cmd|sql|r|css"
    r"|scss|html?|xml|svg|ya?ml|toml|ini|cfg|conf|lock|log|csv|tsv|tex|ipynb|eml|diff|patch|ics|vcf)",
    re.IGNORECASE,
)
_CODE = re.compile(
    r"""\s*(?:
        (?:import|from|using|package|namespace|include|require)\b[^.?!]*;?$
        | \#\s*(?:include|define|if|ifn?def|endif|pragma)\b
        | (?:def|class|func|fn|function|interface|struct|enum|impl|public|private|protected|static|const|let|var|async)
          \s.*[({:=;].*
        | (?:if|elif|for|while|with|switch|catch|try|except|else|return|yield|raise|throw|assert|await)\b.*[:{;()\[\]=]$
        | (?:return|raise|pass|break|continue|else:|try:|finally:|end|fi|done|esac)\b[^.?!,]*$
        | @\w[\w.]*(?:\(.*)?$ | [\w.\[\]\"']+\s*(?:[-+*/|&:]?=|=>|:=)\s*\S.* | [\w.>-]+\(.*\)?[;,:{]?$
        | .*[{};]$ | [)\]}]+[,;:]?$ | .*(?<!\d:\d\d)\)\s*(?:->.*)?:$ | //.* | /\*.* | \*/ | \#!.* | \"\"\".*
        | <[/!?a-zA-Z][^>]*>.* | [\"'][\w .-]+[\"']\s*[:,].*
    )""",
    re.VERBOSE,
)


def refuse_by_signature(data: bytes) -> None:
    """Raise NoTranscript if `data` begins as a picture, a recording, a program or an archive other than .docx does."""
    for signature, reason in _SIGNATURES:
        if signature.match(data[:4096]):
            raise NoTranscript(reason)


def refuse_by_ending(suffix: str) -> None:
    """Raise NoTranscript if a file that ends in `suffix` (".py") is a program, a table or a page of the web."""
    if _NO_TEXT_ENDINGS.fullmatch(suffix):
        raise NoTranscript(f"is not a kind of file that holds a transcript: choose {READABLE}.")


def refuse_source(text: str) -> None:
    """Raise NoTranscript if `text` is the source of a program or a web page: a third of its lines look like it."""
    start = text.lstrip()[:15].casefold()
    bare = _without_remarks(text[:200_000])
    rows = [row for whole in bare.splitlines() if (row := spoken(whole[:160]))][:1_000]
    markup = start.startswith(("<!doctype", "<html", "<?xml", "<?php", "<svg", "#!/"))
    if markup or (len(rows) >= 3 and sum(bool(_CODE.fullmatch(row)) for row in rows) > 0.33 * len(rows)):
        raise NoTranscript(f"is the source of a program or a web page, not a transcript: choose {READABLE}.")


def _without_remarks(text: str) -> str:
    """Return `text` with long remarks and docstrings cut to a mark, for they read like prose."""
    for opening, closing in (("/*", "*/"), ('"""', '"""')):
        kept, rest = list[str](), text
        while (begin := rest.find(opening)) >= 0 and (end := rest.find(closing, begin + len(opening))) >= 0:
            kept.append(rest[:begin] + "//")
            rest = rest[end + len(closing) :]
        text = "".join(kept) + rest
    return text
