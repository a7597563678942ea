"""This file turns what was said into sentences that can be read, each with the transcript lines that it comes from.

People who speak stumble: they say "um", begin again, repeat a word, and are interrupted by a "yeah" in the middle of a
sentence. Cleaning only ever leaves words out and mends spacing; it adds none, so that no fact can appear by it. The
English lists apply to English transcripts only: "um" and "er" are words in other languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from coachdesk.assistant.lexicon import NUMBER_VALUES
from coachdesk.assistant.vocabulary import FILLERS, OPENERS, STOP_WORDS, content_words
from coachdesk.domain.session import Line, Transcript

_TAG = re.compile(
    r"\{[^{}]{0,60}\}|\[[^\[\]]{0,60}\]|<[^<>]{0,60}>"
    r"|\((?:laugh|cough|sigh|pause|inaudible|silence|applause|crosstalk|chuckle)[^()]{0,30}\)",
    re.IGNORECASE,
)
_SPELLED = re.compile(r"\b(?:[A-Z]_)+(?:[A-Z]\b)?")
_CLITIC = re.compile(r"(\w) ('|’)(s|m|d|ve|re|ll|em|t)\b", re.IGNORECASE)
_NOT_CLITIC = re.compile(r"(\w) n('|’)t\b", re.IGNORECASE)
_SPACE_BEFORE_MARK = re.compile(r"\s+([,.;:!?…])(?=\s|$)")
_SPACED_HYPHEN = re.compile(r"(?<=\w) - (?=\w)")
_SPACED_QUOTES = re.compile(r'" ([^"]{1,200}?) "')
_ASIDE = re.compile(r", (?:you know|I mean|like|sort of|kind of|I guess),", re.IGNORECASE)
_MONTH = re.compile(r"(?:Jan|Feb|M[äa]r|Apr|Ma[iy]|Jun|Jul|Aug|Sep|O[kc]t|Nov|De[zc])")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof hon st vs etc e.g i.e a.m p.m sr jr inc ltd co fig approx bzw z.b d.h ca".split()
)
_ENDING = re.compile(r"[.!?…。！？؟।]+[\"'”’»)\]]*(?=\s|$)|[。！？]")
_NEW_BEGINNING = re.compile(
    r"(?<=[a-z]) (?=(?:We|So|Well|They|You|And|But|Maybe|Yeah|Then|If|It|That|Because|We're|It's|That's|There's)"
    r" [a-z])"
)
_SPACE = re.compile(r"\s*")
_LONGEST_ABBREVIATION = 12
_MARKS = ",.;:!?…\"'“”‘’()"
_PATIENCE_LINES = 4  # how many lines may lie between the parts of one sentence
_MURMUR_WORDS = 4  # so short is an interjection that does not end another's sentence


class Sentence(msgspec.Struct, frozen=True):
    """One sentence as it can be read. `lines` are the transcript lines it stands in, 1-based and inclusive."""

    speaker: str
    text: str
    lines: tuple[int, int]
    whole: bool  # False when the speaker broke off

    @property
    def words(self) -> tuple[str, ...]:
        """The stems of its content words, in order."""
        return content_words(self.text)


def is_english(transcript: Transcript) -> bool:
    """Tell whether English function words make up a fifth of the first 2,000 words or more."""
    words: list[str] = []
    for line in transcript.lines:
        words += re.findall(r"[^\W\d_]+", line.text.lower())
        if len(words) >= 2000:
            break
    common = ("the", "and", "to", "of", "that", "it", "you", "is", "we", "i", "have", "with", "this", "what", "for")
    return bool(words) and sum(word in common for word in words) >= 0.15 * len(words)


def cleaned(text: str, english: bool = True) -> str:
    """Return `text` without noise, fillers and stutter, its spacing mended; may be empty."""
    text = _TAG.sub(" ", text)
    tokenised = " ." in text or " ," in text or " ?" in text
    text = _SPELLED.sub(lambda found: found.group().replace("_", ""), text)
    text = _NOT_CLITIC.sub(r"\1n\2t", _CLITIC.sub(r"\1\2\3", text))
    if tokenised:
        text = _SPACED_QUOTES.sub(r'"\1"', _SPACED_HYPHEN.sub("-", text))
    text = _SPACE_BEFORE_MARK.sub(r"\1", text)
    tokens = text.split()
    if english:
        tokens = _without_stutter(_without_fillers(tokens))
    text = " ".join(tokens)
    text = _ASIDE.sub("", text) if english else text
    return re.sub(r"^[\s,;:.–—-]+", "", _SPACE_BEFORE_MARK.sub(r"\1", text)).strip()


def sentences(transcript: Transcript) -> Iterator[Sentence]:
    """Yield the sentences of `transcript` in order, joining those that an interjection cut in two."""
    english = is_english(transcript)
    opened: dict[str, _Utterance] = {}
    waiting: list[_Utterance] = []
    for number, line in enumerate(transcript.lines, 1):
        text = cleaned(line.text, english)
        if not text:
            continue
        before = opened.get(line.speaker)
        murmur = len(text.split()) <= _MURMUR_WORDS
        if before is not None and not before.ended and number - before.last <= _PATIENCE_LINES:
            before.add(number, text)
        else:
            utterance = _Utterance(line, number, text)
            waiting.append(utterance)
            opened[line.speaker] = utterance
        if not murmur:
            opened = {line.speaker: opened[line.speaker]}
        while len(waiting) > 2 * _PATIENCE_LINES:
            yield from waiting.pop(0).sentences(english)
    for utterance in waiting:
        yield from utterance.sentences(english)


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Return the (start, end) of each sentence of `text`, by the marks that end one in any script."""
    spans: list[tuple[int, int]] = []
    start = 0
    for found in _ENDING.finditer(text):
        near = text[max(start, found.start() - _LONGEST_ABBREVIATION) : found.start()]
        word = near.rsplit(None, 1)[-1:] or [""]
        following = _SPACE.match(text, found.end()).end()  # type: ignore[union-attr]  # it matches nothing, too
        if (
            found.group() == "."
            and (word[0].lower().strip("(\"'") in _ABBREVIATIONS or _initial(word[0]))
            and following < len(text)
        ):
            continue
        if found.group() == "." and word[0].isdigit() and _MONTH.match(text, following):
            continue
        spans.append((start, found.end()))
        start = following
    if text[start:].strip():
        spans.append((start, len(text)))
    return spans


def readable(text: str, english: bool = True) -> str:
    """Return one spoken sentence without the words that people open with ("So, well, …"), capitalised and ended."""
    text = text.strip(" ,;:–—-")
    while english and (found := OPENERS.match(text)) and len(text) > found.end():
        text = text[found.end() :].lstrip(" ,;:–—-")
    text = text[:1].upper() + text[1:]
    return text if not text or text[-1] in '.!?…。！？؟।"”»' else text + "."


class _Utterance:
    """What one speaker says until a sentence ends, over several lines where others murmur in between."""

    def __init__(self, line: Line, number: int, text: str) -> None:
        self.speaker = line.speaker
        self.last = number
        self._parts = [(number, 0)]
        self._text = text

    @property
    def ended(self) -> bool:
        return bool(re.search(r"[.!?…。！？؟।][\"'”’»)]*$", self._text))

    def add(self, number: int, text: str) -> None:
        self._parts.append((number, len(self._text) + 1))
        self._text += " " + text
        self.last = number

    def sentences(self, english: bool) -> Iterator[Sentence]:
        for start, end in _begun_anew(self._text, split_sentences(self._text)):
            raw = self._text[start:end]
            first = max(number for number, offset in self._parts if offset <= start)
            last = max(number for number, offset in self._parts if offset < end)
            broken = raw.rstrip(" .")[-1:] in "—–-," or not _ENDING.search(raw[-3:])
            text = readable(raw, english)
            if text:
                yield Sentence(self.speaker, text, (first, last), not broken)


def _begun_anew(text: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield `spans`, divided where a capital shows that a speaker left a sentence and began another."""
    for start, end in spans:
        at = start
        for found in _NEW_BEGINNING.finditer(text, start, end):
            yield at, found.start()
            at = found.end()
        yield at, end


def _initial(word: str) -> bool:
    return len(word) == 1 and word.isupper() and word != "I"


def _plain(token: str) -> str:
    return token.strip(_MARKS).lower()


def _without_fillers(tokens: list[str]) -> list[str]:
    kept: list[str] = []
    for token in tokens:
        if _plain(token) not in FILLERS:
            kept.append(token)
            continue
        if token[-1] in ".!?" and kept and kept[-1][-1] not in ".!?":
            kept[-1] = kept[-1].rstrip(",") + token[-1]
        elif token.endswith(",") and kept and kept[-1].endswith(","):
            kept[-1] = kept[-1][:-1]
    return kept


def _without_stutter(tokens: list[str]) -> list[str]:
    """Drop fragments of the next word and repetitions of up to four words, the first of them."""
    kept: list[str] = []
    for index, token in enumerate(tokens):
        ahead = [_plain(later) for later in tokens[index + 1 : index + 3]]
        word = _plain(token)
        fragment = 0 < len(word) <= 4 and word not in STOP_WORDS and token == word and word.isalpha()
        if fragment and any(later.startswith(word) and later != word for later in ahead):
            continue
        kept.append(token)
        for length in range(min(4, len(kept) // 2), 0, -1):
            again = [_plain(word) for word in kept[-length:]]
            if again == [_plain(word) for word in kept[-2 * length : -length]] and not _counts(again):
                ended = kept[-length - 1][-1:] in ".!?"
                if not ended:
                    del kept[-2 * length : -length]
                break
    return kept


def _counts(words: list[str]) -> bool:
    return any(word in NUMBER_VALUES or any(letter.isdigit() for letter in word) for word in words) or not all(words)
