"""This file tests the reading of WebVTT and SRT, well-formed and as recorders really write them."""

from __future__ import annotations

from coachdesk.transcripts import read_transcript_bytes


def read(text: str, name: str = "call.vtt") -> list[tuple[str, str, float | None, float | None]]:
    lines = read_transcript_bytes(name, text.encode()).transcript.lines
    return [(line.speaker, line.text, line.start, line.end) for line in lines]


def test_voices_settings_tags_notes_and_styles_are_understood() -> None:
    text = (
        "\ufeffWEBVTT - Call\n\nNOTE\nno speech --\nhere\n\nSTYLE\n::cue { color: red }\n\n"
        "abc/1-0\n00:00:03.000 --> 00:00:05.000 align:start position:0%\n"
        "<v Anna Lang>Hello &amp; <i>welcome</i></v>\n\n"
        "abc/2-0\n00:06.500 --> 00:08.000\n"
        "<v.loud Ben>Hi,\n<00:07.000><c.x>you</c></v>\n<v Anna Lang>Yes: 1 &lt; 2</v>\n"
    )
    assert read(text) == [
        ("Anna Lang", "Hello & welcome", 3.0, 5.0),
        ("Ben", "Hi, you", 6.5, 8.0),
        ("Anna Lang", "Yes: 1 < 2", 6.5, 8.0),
    ]


def test_a_row_behind_the_end_of_a_voice_is_still_of_that_voice() -> None:
    text = (
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Anna>I asked him</v>\nand he said yes.\n\n"
        "00:02.000 --> 00:03.000\n<v Ben>Good.</v>\n<v Anna>Very</v> good.\n\n00:03.000 --> 00:04.000\nMusic.\n"
    )
    assert [(speaker, said) for speaker, said, _, _ in read(text)] == [
        ("Anna", "I asked him and he said yes."),
        ("Ben", "Good."),
        ("Anna", "Very good."),
        ("", "Music."),
    ]


def test_names_in_the_text_of_cues_are_speakers() -> None:
    text = (
        "WEBVTT\r\n\r\n1\r\n00:00:03.000 --> 00:00:05.000\r\nAnna Lang: Hello\r\n\r\n"
        "2\r\n00:00:06.000 --> 00:00:08.000\r\nBen Koch: Good morning\r\n\r\n"
        "3\r\n00:00:08.000 --> 00:00:09.000\r\nBen Koch: One thing: tea\r\n"
    )
    assert [(speaker, said) for speaker, said, _, _ in read(text)] == [
        ("Anna Lang", "Hello"),
        ("Ben Koch", "Good morning"),
        ("Ben Koch", "One thing: tea"),
    ]


def test_cues_of_prose_have_no_speaker() -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\nIt was at 10:30, note: early.\n\n00:02.000 --> 00:03.000\nNote: later.\n"
    assert [speaker for speaker, _, _, _ in read(text)] == ["", ""]


def test_srt_may_lack_blank_lines_and_hold_two_speakers_in_a_cue() -> None:
    text = (
        "1\n00:00:01,000 --> 00:00:02,000\n- Anna: hi\n- Ben: yo\n"
        "2\n00:00:03,250 --> 00:00:04,000\n{\\an8}<i>What?</i>\n"
        "3\n00:00:05,000 --> 00:00:06,000\n\n4\n00:00:07,000 --> 00:00:08,000\nAnna: 42\n"
    )
    assert read(text, "film.srt") == [
        ("Anna", "hi", 1.0, 2.0),
        ("Ben", "yo", 1.0, 2.0),
        ("Ben", "What?", 3.25, 4.0),
        ("Anna", "42", 7.0, 8.0),
    ]


def test_a_number_that_was_said_is_kept() -> None:
    assert read("1\n00:00:01,000 --> 00:00:02,000\n42 days\n7\n\n2\n00:00:03,000 --> 00:00:04,000\nyes\n", "a.srt") == [
        ("", "42 days 7", 1.0, 2.0),
        ("", "yes", 3.0, 4.0),
    ]


def test_rolling_captions_are_said_once() -> None:
    text = (
        "WEBVTT\nKind: captions\n\n00:00:00.030 --> 00:00:05.720 align:start\n \nwhat's<00:00:00.719><c> up</c>\n\n"
        "00:00:05.720 --> 00:00:05.730\nwhat's up\n \n\n00:00:05.730 --> 00:00:07.000\nwhat's up\nnew<c> line</c>\n\n"
        "00:00:07.000 --> 00:00:07.010\nnew line\n \n"
    )
    assert read(text) == [("", "what's up", 0.03, 5.72), ("", "new line", 5.73, 7.0)]


def test_the_same_word_said_again_is_kept() -> None:
    text = "WEBVTT\n\n" + "".join(f"00:0{second}.000 --> 00:0{second}.900\nYes.\n\n" for second in range(5))
    assert [said for _, said, _, _ in read(text)] == ["Yes."] * 5


def test_names_above_the_words_of_each_cue_are_speakers() -> None:
    text = "".join(
        f"0:0:{second}.0 --> 0:0:{second}.80\n{name}\nword {second}\n\n"
        for second, name in enumerate(["Anna Lang", "Ben Koch"] * 2)
    )
    assert [(speaker, said) for speaker, said, _, _ in read(text, "stream.txt")] == [
        ("Anna Lang", "word 0"),
        ("Ben Koch", "word 1"),
        ("Anna Lang", "word 2"),
        ("Ben Koch", "word 3"),
    ]


def test_an_end_before_the_start_is_dropped() -> None:
    assert read("WEBVTT\n\n00:05.000 --> 00:02.000\nodd\n") == [("", "odd", 5.0, None)]
