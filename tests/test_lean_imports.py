"""This file imports what is imported leanly, and looks that nothing else is missing afterwards."""

from __future__ import annotations

import subprocess
import sys


def said(program: str) -> str:
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    return done.stdout.strip()


def test_msgspec_does_without_typing_extensions_and_whoever_wants_it_has_it() -> None:
    program = (
        "import sys; from coachdesk.lean_imports import import_msgspec; import_msgspec()\n"
        "print('typing_extensions' in sys.modules)\n"
        "import msgspec, typing_extensions\n"
        "class One(msgspec.Struct):\n    name: typing_extensions.Annotated[str, msgspec.Meta(min_length=1)]\n"
        'print(msgspec.json.decode(b\'{"name":"Anna"}\', type=One).name)'
    )
    assert said(program).split() == ["False", "Anna"]


def test_qt_reads_no_source_of_what_is_imported_after_it() -> None:
    program = (
        "import linecache, PySide6.QtCore; from coachdesk.lean_imports import leave_sources_unread\n"
        "{}linecache.clearcache(); import wave; print(any('wave' in file for file in linecache.cache))"
    )
    assert said(program.format("")) == "True"
    assert said(program.format("leave_sources_unread(); ")) == "False"
