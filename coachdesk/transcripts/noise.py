"""This file takes a recogniser's marks out of what was said and leaves every word."""

from __future__ import annotations

import re

_MARK = re.compile(
    r"\{(?:vocalsound|disfmarker|nonvocalsound|pause|gap|comment|transformerror)\}"
    r"|\[(?:BLANK_AUDIO|NO_AUDIO|SOUND)\]"
    r"|\{\\[a-z]+\d*\}"
)
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\u200b\u2060\ufffe\uffff]")


def spoken(text: str) -> str:
    """Return `text` without recognisers' marks and control characters, its white space as single spaces.

    The marks are those of the AMI and ICSI corpora ({vocalsound}), of whisper.cpp ([BLANK_AUDIO]) and of styled
    subtitles. What a person noted, such as [Laughter.] or [Inaudible.], is kept.
    """
    if "{" in text or "[" in text:
        text = _MARK.sub(" ", text)
    return " ".join(_UNPRINTABLE.sub("", text).split())
