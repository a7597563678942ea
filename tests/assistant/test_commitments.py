"""This file tests what counts as a commitment, how it becomes a task, and how tasks are read out of a summary."""

from __future__ import annotations

import pytest

from coachdesk.assistant.commitments import Task, commitments, parse_tasks, without_time
from coachdesk.assistant.spoken import sentences
from tests.assistant.conversations import PROMOTION, transcript


def found(text: str, pair: tuple[str, str] | None = None) -> list[str]:
    return [one.task for one in commitments(list(sentences(transcript(text))), pair=pair)]


def test_promises_and_granted_requests_become_tasks_with_who_what_and_when() -> None:
    made = commitments(list(sentences(PROMOTION)), pair=("Coach", "Anna"))
    assert [(one.task, one.lines) for one in made] == [
        ("Anna: ask Tom for feedback, by Friday", (6, 6)),
        ("Anna: draft three stories for the interview, before May", (6, 6)),
        ("Anna: send Coach the stories, by the 30th of April", (7, 8)),
        ("Coach: send Anna the worksheet, tomorrow", (9, 9)),
        ("Anna: not answer mails after eight p.m. again", (10, 10)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ann: I might call my sister on Monday.\nBob: Good.",
        "Ann: Will I call my sister on Monday?\nBob: No.",
        "Ann: If I will call my sister on Monday, she cries.\nBob: I see.",
        "Ann: Can you send me the list by Friday?\nBob: No, that is too early for me.",
        "Ann: I'll just show you.\nBob: Fine.",
        "Ann: I called my sister on Monday and wrote the list.\nBob: Good.",
    ],
)
def test_a_doubt_a_question_a_refusal_and_talk_are_no_commitments(text: str) -> None:
    assert found(text) == []


def test_said_twice_is_one_task_and_the_deadline_is_kept() -> None:
    assert found("Ann: I'll call my sister Rosa.\nBob: When?\nAnn: I'll call my sister Rosa on Monday evening.") == [
        "Ann: call my sister Rosa, on Monday evening"
    ]


def test_tasks_and_items_of_the_commitments_are_read_and_nothing_else() -> None:
    summary = (
        "## Insights\n- Anna is brave.\n\n## Commitments\n- [ ] Anna: ask Tom for feedback, by Friday\n"
        "* [X] Coach: send the worksheet, tomorrow.\n- Draft three stories by 30 April\n\n"
        "## Next session\n- 6 May\n```\n- [ ] not: this\n```\n"
    )
    assert parse_tasks(summary) == (
        Task("Anna", "ask Tom for feedback", "by Friday", False, 4),
        Task("Coach", "send the worksheet", "tomorrow", True, 5),
        Task("", "Draft three stories", "by 30 April", False, 6),
    )


@pytest.mark.parametrize(
    ("text", "what", "when"),
    [
        ("call Ana on Monday", "call Ana", "on Monday"),
        ("write to the bank before the end of next week", "write to the bank", "before the end of next week"),
        ("Next week, finish the plan", "finish the plan", "Next week"),
        ("walk to work every day", "walk to work", "every day"),
        ("ring the doctor tomorrow at 9:30", "ring the doctor", "tomorrow at 9:30"),
        ("read chapter 3 of the book", "read chapter 3 of the book", ""),
        ("by Friday", "", "by Friday"),
    ],
)
def test_a_deadline_stands_at_the_end_or_the_beginning(text: str, what: str, when: str) -> None:
    assert without_time(text) == (what, when)


def test_a_written_task_is_read_back_as_it_was() -> None:
    for one in commitments(list(sentences(PROMOTION)), pair=("Coach", "Anna")):
        (task,) = parse_tasks(f"- [ ] {one.task}\n")
        assert (task.who, task.what, task.when) == (one.who, one.what, one.when)
