"""This file tests what stands in exported Markdown, Word documents and e-mails, hostile texts included."""

from __future__ import annotations

import email
import email.policy
import io
import time

import pytest
from docx import Document

from coachdesk.domain.session import Line, Transcript
from coachdesk.export import Exported
from coachdesk.export.markup import blocks_of
from coachdesk.export.word import document_of
from coachdesk.export.written import email_of, json_of, markdown_of, plain_text_of

MAY_12 = 1_778_578_200_000
SUMMARY = (
    "## Focus\n\nShe **slept** *badly* and ~~ran~~ [here](https://x.org) `code`.\n\n"
    "## Commitments\n\n"
    "- [ ] Anna: run, by Friday\n- [x] Coach: mail\n  1. one\n  2. two\n\n> said so\n\n"
    "| a | b |\n|---|---|\n| 1 | 2 |\n"
)
SESSION = Exported(
    title="Third *talk*",
    client="Anna Lang",
    date="2026-05-12",
    participants=("Anna", "Maria"),
    summary=SUMMARY,
    transcript=Transcript((Line("Anna", "Hi ![x](http://evil.example/x.png) <b>", 61.0), Line("", "2 < 3 # no"))),
    recipient="Anna Lang <anna@example.org>",
)
HOSTILE = [
    "*a_" * 3_000,
    "[" * 5_000,
    "> " * 2_000 + "x",
    "- " * 2_000 + "x",
    "`" * 5_000,
    "<a " * 3_000,
    "|" * 5_000,
    "#" * 5_000,
]


def test_markdown_keeps_the_summary_and_disarms_the_transcript() -> None:
    text = markdown_of(SESSION).decode()
    assert SUMMARY.strip() in text
    assert text.startswith(
        "# Third \\*talk\\*\n\n- Client: Anna Lang\n- Date: 2026-05-12\n- Participants: Anna, Maria\n"
    )
    assert text.endswith(
        "## Transcript\n\n**Anna** [00:01:01]: Hi \\!\\[x\\](http://evil.example/x.png) \\<b\\>\n\n2 \\< 3 \\# no\n"
    )


def test_a_word_document_shows_headings_lists_tasks_and_turns() -> None:
    document = Document(io.BytesIO(document_of(SESSION, MAY_12)))
    paragraphs = [
        (paragraph.style.name if paragraph.style else "", paragraph.text) for paragraph in document.paragraphs
    ]
    assert paragraphs == [
        ("Title", "Third *talk*"),
        ("Normal", "Client: Anna Lang"),
        ("Normal", "Date: 2026-05-12"),
        ("Normal", "Participants: Anna, Maria"),
        ("Heading 2", "Focus"),
        ("Normal", "She slept badly and ran here (https://x.org) code."),
        ("Heading 2", "Commitments"),
        ("Normal", "☐\tAnna: run, by Friday"),
        ("Normal", "☑\tCoach: mail"),
        ("Normal", "1.\tone"),
        ("Normal", "2.\ttwo"),
        ("Quote", "said so"),
        ("Normal", "a | b"),
        ("Normal", "1 | 2"),
        ("Heading 1", "Transcript"),
        ("Normal", "Anna [00:01:01]: Hi ![x](http://evil.example/x.png) <b>"),
        ("Normal", "2 < 3 # no"),
    ]
    runs = {run.text: run for run in document.paragraphs[5].runs}
    assert (runs["slept"].bold, runs["badly"].italic, runs["ran"].font.strike) == (True, True, True)
    assert (document.core_properties.author, document.core_properties.title) == ("CoachDesk", "Third *talk*")


def test_a_word_document_links_to_nothing_outside() -> None:
    document = Document(io.BytesIO(document_of(SESSION, MAY_12)))
    assert not [relation for relation in document.part.rels.values() if relation.is_external]


def test_an_email_is_a_draft_with_the_summary_as_plain_text_and_no_transcript() -> None:
    data = email_of(SESSION, MAY_12, "1@coachdesk.invalid")
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert message["Subject"] == "Third *talk*"
    assert message["To"] == "anna@example.org"
    assert message["From"].addresses[0].domain == "coachdesk.invalid"
    assert message["Date"] == "Tue, 12 May 2026 09:30:00 +0000"
    assert message["X-Unsent"] == "1"
    assert message.get_content_type() == "text/plain"
    assert message.get_content().replace("\r\n", "\n") == plain_text_of(SUMMARY)
    assert b"evil" not in data
    assert not message.defects


def test_plain_text_reads_like_a_letter() -> None:
    assert plain_text_of(SUMMARY) == (
        "FOCUS\n\nShe slept badly and ran here (https://x.org) code.\n\nCOMMITMENTS\n\n[ ] Anna: run, by Friday\n"
        "[x] Coach: mail\n  1. one\n  2. two\n\n> said so\n\na | b\n1 | 2\n"
    )


def test_lines_of_an_email_are_short_and_seven_bit_whatever_the_text() -> None:
    session = Exported(title="Grüße " * 60, summary="ü" * 5_000 + "\n\n.\n\nFrom here\n", recipient="a@b.org")
    data = email_of(session, MAY_12, "1@x.invalid")
    assert max(len(row) for row in data.split(b"\r\n")) <= 998
    assert data.isascii()
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert message["Subject"] == ("Grüße " * 60).strip()
    assert message.get_content().replace("\r\n", "\n") == "ü" * 5_000 + "\n\n.\n\nFrom here\n"


@pytest.mark.parametrize(
    ("title", "recipient"),
    [
        ("a\r\nBcc: evil@example.org", "a@b.org"),
        ("a", "a@b.org\r\nBcc: evil@example.org"),
        ("a", "a@b.org, evil@example.org"),
    ],
)
def test_no_header_can_be_smuggled_in(title: str, recipient: str) -> None:
    message = email.message_from_bytes(email_of(Exported(title=title, recipient=recipient), MAY_12, "1@x.invalid"))
    assert message["Bcc"] is None
    assert "evil@example.org" not in (message["To"] or "")


def test_control_characters_and_surrogates_spoil_no_format() -> None:
    session = Exported(
        title="a\0b\ud800",
        summary="x\x1b\x0cy\ud800\n",
        participants=("\0",),
        transcript=Transcript((Line("\x01A", "b\ud800\0"),)),
    )
    assert b"\0" not in markdown_of(session) + json_of(session)
    assert "xy" in [paragraph.text for paragraph in Document(io.BytesIO(document_of(session, MAY_12))).paragraphs]
    assert email_of(session, MAY_12, "1@x.invalid").count(b"\x1b") == 0


@pytest.mark.parametrize("markdown", HOSTILE, ids=[text[:3] for text in HOSTILE])
def test_hostile_markdown_is_read_in_under_two_seconds(markdown: str) -> None:
    begun = time.monotonic()
    blocks_of(markdown)
    plain_text_of(markdown)
    assert time.monotonic() - begun < 2


def test_html_and_images_are_words_and_scripts_no_links() -> None:
    text = plain_text_of("<script>x</script> ![a](http://e.org/x.png) [b](javascript:x) [c](file:///etc)\n")
    assert text == "<script>x</script> a [b](javascript:x) [c](file:///etc)\n"
