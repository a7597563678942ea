"""This file keeps two libraries from reading what nobody here needs while CoachDesk starts: a third of a bare window.

Both are what the libraries themselves do without where it is missing, so nothing behaves otherwise.
"""

from __future__ import annotations

import builtins
import sys


def import_msgspec() -> None:
    """Import msgspec without typing_extensions, whose 4,000 lines it prefers to the same functions of `typing`.

    Whoever else wants typing_extensions imports it afterwards as ever.
    """
    if "msgspec" in sys.modules or "typing_extensions" in sys.modules:
        return
    sys.modules["typing_extensions"] = None  # type: ignore[assignment]  # which makes its import fail
    try:
        import msgspec  # noqa: F401
    finally:
        del sys.modules["typing_extensions"]


def leave_sources_unread() -> None:
    """Have PySide6, once it is imported, read no more sources.

    It replaces `__import__` and looks into the source of each module that is imported from then on, for the sake of
    `from __feature__ import …` (shibokensupport/feature.py), which is not used here.
    """
    original = getattr(builtins, "__orig_import__", None)
    if original is not None:
        builtins.__import__ = original
