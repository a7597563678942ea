"""This file tests that plain text becomes speakers and words in every layout, and that prose stays prose."""

from __future__ import annotations

import pytest

from coachdesk.transcripts import Imported, read_transcript_bytes


def read(text: str, name: str = "talk.txt") -> Imported:
    return read_transcript_bytes(name, text.encode())


def said(imported: Imported) -> list[tuple[str, str]]:
    return [(line.speaker, line.text) for line in imported.transcript.lines]


def timed(imported: Imported) -> list[tuple[str, str, float | None]]:
    return [(line.speaker, line.text, line.start) for line in imported.transcript.lines]


def test_a_line_without_a_speaker_continues_the_turn_before_it() -> None:
    assert said(read("Anna: Hello.\nHow are you?\nBen: Fine.\n")) == [("Anna", "Hello. How are you?"), ("Ben", "Fine.")]


def test_a_speaker_alone_on_a_line_speaks_the_lines_below() -> None:
    assert said(read("ANNA:\nI slept well.\n\nBEN:\nGood.\n\nANNA:\nYes.\n")) == [
        ("ANNA", "I slept well."),
        ("BEN", "Good."),
        ("ANNA", "Yes."),
    ]


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_encodings_marks_and_line_breaks_do_not_matter(encoding: str, line_break: str) -> None:
    data = line_break.join(["Anna: Grüß Gott, wie geht es Ihnen heute?", "Ben: Schön.", "Anna: Ja."]).encode(encoding)
    imported = read_transcript_bytes("talk.txt", data)
    assert said(imported) == [("Anna", "Grüß Gott, wie geht es Ihnen heute?"), ("Ben", "Schön."), ("Anna", "Ja.")]


def test_text_of_before_unicode_is_read_with_a_warning() -> None:
    (warning,) = read_transcript_bytes("talk.txt", "Anna: Grüß\nBen: Gott\n".encode("cp1252")).warnings
    assert "Windows-1252" in warning


def test_cyrillic_of_before_unicode_is_recognised() -> None:
    text = "Анна: Здравствуйте, как ваши дела сегодня?\nБорис: Хорошо, спасибо, а у вас?\n" * 20
    imported = read_transcript_bytes("talk.txt", text.encode("cp1251"))
    assert said(imported)[:2] == [
        ("Анна", "Здравствуйте, как ваши дела сегодня?"),
        ("Борис", "Хорошо, спасибо, а у вас?"),
    ]


def test_noise_goes_and_every_word_stays() -> None:
    text = "Grad A: to {disfmarker} to handle {vocalsound} .\nGrad B: {gap}\nGrad A: [Laughter.] {brace} Yes {pause}.\n"
    assert said(read(text)) == [
        ("Grad A", "to to handle ."),
        ("Grad B", ""),
        ("Grad A", "[Laughter.] {brace} Yes ."),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "[00:01:02] Anna: I see.",
        "(00:01:02) Anna: I see.",
        "00:01:02 Anna: I see.",
        "00:01:02 - Anna: I see.",
        "00:01:02.000 Anna: I see.",
        "[00:01:02 - 00:01:05] Anna: I see.",
        "[1:02] Anna: I see.",
        "Anna [00:01:02]: I see.",
        "Anna (00:01:02): I see.",
        "Anna 00:01:02: I see.",
        "**Anna** [00:01:02]: I see.",
        "- [00:01:02] Anna: I see.",
        "Anna  1:02\nI see.",
        "Anna (01:02)\nI see.",
        "Anna (01:02):\nI see.",
        "Anna - 01:02\nI see.",
        "[Anna] 00:01:02\nI see.",
        "00:01:02 Anna\nI see.",
        "00:01:02\nAnna: I see.",
    ],
)
def test_common_forms_of_a_time_give_its_seconds(line: str) -> None:
    second = line.replace("00:01:02", "00:01:09").replace("1:02", "1:09").replace("Anna", "Ben").replace("see", "know")
    assert timed(read(f"{line}\n{second}\n")) == [("Anna", "I see.", 62.0), ("Ben", "I know.", 69.0)]


def test_a_range_gives_the_end_too() -> None:
    (first, _) = read("[00:00.000 --> 00:04.500]  Hello there.\n[00:04.500 --> 00:06.000]  And you?\n").transcript.lines
    assert (first.speaker, first.text, first.start, first.end) == ("", "Hello there.", 0.0, 4.5)


def test_times_of_day_become_seconds_since_the_first_even_past_midnight() -> None:
    text = "[Anna Lang] 11:59:50 PM\nHello.\n[Ben Koch] 12:00:05 AM\nHi.\n"
    assert timed(read(text)) == [("Anna Lang", "Hello.", 0.0), ("Ben Koch", "Hi.", 15.0)]


def test_a_zoom_chat_names_its_senders() -> None:
    text = "10:01:22\t From  Anna Lang : Hello\n10:02:22\t From  Ben Koch  to  Everyone : Yes: now\n"
    assert timed(read(text)) == [("Anna Lang", "Hello", 0.0), ("Ben Koch", "Yes: now", 60.0)]


def test_a_teams_transcript_tells_title_and_date_above_its_turns() -> None:
    text = (
        "Weekly call\n\nMay 12, 2026, 9:03AM\n\n45m 12s\n\nAnna Lang started transcription\n\n"
        "Anna Lang   0:03\nHello.\n\nBen Koch   0:10\nNote: it is raining.\n\nAnna Lang stopped transcription\n"
    )
    imported = read(text)
    assert timed(imported) == [("Anna Lang", "Hello.", 3.0), ("Ben Koch", "Note: it is raining.", 10.0)]
    assert (imported.title, imported.date, imported.participants) == (
        "Weekly call",
        "2026-05-12",
        ("Anna Lang", "Ben Koch"),
    )


def test_an_otter_transcript_loses_only_its_last_line() -> None:
    text = "Anna Lang  0:03\nHello.\n\nBen Koch  0:09\nHi.\n\nTranscribed by https://otter.ai\n"
    assert said(read(text)) == [("Anna Lang", "Hello."), ("Ben Koch", "Hi.")]


@pytest.mark.parametrize(
    "text",
    [
        "Note: we met at 10:30.\nWe talked about: sleep.\nReminder: bring cake.\n",
        "10:30 suits me. She agreed.\nThe plan: go home.\n",
        "Goal: run more\nReality: always tired\nOptions: sleep, or coffee\nWill: sleep\n",
        "She slept badly.\nImportant: she will call on Monday.\nShe said this: I am done.\nNote: bring the form.\n",
        "Note: a\nNote: b\nNote: c\nNote: d\n",
        "See https://example.org and http://example.com\nhttps://example.net is better.\n",
        "There are three things I want: rest.\nThere are three things I need: rest.\nAnd one more: rest.\n",
    ],
)
def test_a_colon_in_prose_makes_no_speaker(text: str) -> None:
    assert said(read(text)) == [("", row) for row in text.splitlines()]


def test_a_colon_in_a_turn_makes_no_speaker() -> None:
    text = "Anna: Hello.\nBen: Hi.\nNote: bring cake.\nAnna: At 10:30: yes.\nOne thing: tea.\nBen: Right: tea.\n"
    assert said(read(text)) == [
        ("Anna", "Hello."),
        ("Ben", "Hi. Note: bring cake."),
        ("Anna", "At 10:30: yes. One thing: tea."),
        ("Ben", "Right: tea."),
    ]


def test_turns_wrapped_over_many_lines_keep_their_speakers() -> None:
    wrapped = "\n".join(f"and so it went on for a while, line {number}," for number in range(12))
    text = f"Anna: First {wrapped}\nBen: Then {wrapped}\nAnna: Second {wrapped}\nBen: Last {wrapped}\n"
    assert [line.speaker for line in read(text).transcript.lines] == ["Anna", "Ben", "Anna", "Ben"]


def test_paragraphs_of_prose_are_lines_without_speaker() -> None:
    text = "I felt better today.\nSleep was good.\n\nThen we went out:\nwalking, running.\n"
    assert said(read(text)) == [
        ("", "I felt better today. Sleep was good."),
        ("", "Then we went out: walking, running."),
    ]
    assert read(text).participants == ()


@pytest.mark.parametrize(
    "name",
    [
        "The Chair (Hon. Anthony Rota (Nipissing—Timiskaming, Lib.))",
        "Right Hon. Justin Trudeau (Prime Minister)",
        "Mr. Chris d'Entremont",
        "Ludwig van der Berg",
        "Jean-Luc O'Neill",
        "Dr. med. Anna Müller-Lüdenscheidt",
        "SPEAKER_00",
        "Speaker 2",
        "Will Smith",
        "Project manager",
        "anna",
        "A",
        "李明",
    ],
)
def test_names_as_people_write_them_are_speakers(name: str) -> None:
    text = "".join(f"{name}: I think so, {number}.\nCoach: Why {number}?\n" for number in range(4))
    assert [line.speaker for line in read(text).transcript.lines] == [name, "Coach"] * 4


def test_a_remark_beside_the_name_belongs_to_the_words() -> None:
    text = "Anna: Yes.\nBen (laughing): No.\nAnna: Really.\nBen: Yes.\n"
    assert said(read(text))[1] == ("Ben", "(laughing) No.")


def test_fields_at_the_top_tell_title_date_and_people() -> None:
    text = (
        "Title: Third talk\nDate: 12.05.2026\nCoach: Maria Lang\nClient: Anna Schmidt\n\nCoach: Hello.\nClient: Hi.\n"
    )
    imported = read(text)
    assert (imported.title, imported.date) == ("Third talk", "2026-05-12")
    assert imported.participants == ("Maria Lang", "Anna Schmidt")
    assert said(imported) == [("Coach", "Hello."), ("Client", "Hi.")]


@pytest.mark.parametrize(
    ("name", "title", "date"),
    [
        ("2026-05-12 Anna, first talk.txt", "Anna, first talk", "2026-05-12"),
        ("Anna_20260512.txt", "Anna", "2026-05-12"),
        ("Anna 12.5.2026.txt", "Anna", "2026-05-12"),
        ("12 May 2026 - Anna.txt", "Anna", "2026-05-12"),
        ("GMT20260512-093000_Recording.transcript.txt", "Recording", "2026-05-12"),
        ("Anna 2026-13-45.txt", "Anna 2026-13-45", None),
        ("2026-05-12.txt", "2026-05-12", "2026-05-12"),
        ("../../etc/passwd.txt", "passwd", None),
        ("C:\\Users\\x\\Anna.txt", "Anna", None),
    ],
)
def test_the_file_name_gives_title_and_date(name: str, title: str, date: str | None) -> None:
    imported = read("Anna: Hello.\nBen: Hi.\n", name)
    assert (imported.title, imported.date) == (title, date)


def test_what_was_said_is_not_in_the_repr() -> None:
    assert "secret" not in repr(read("Anna: my secret\nBen: yes\n", "secret.txt"))
