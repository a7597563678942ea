"""This file tests that a coach's question tells what the client's answer is: focus, insight or commitment."""

from __future__ import annotations

from coachdesk.assistant.answers import Asked, answers
from coachdesk.assistant.evidence import evidence_for, statements_of
from coachdesk.assistant.spoken import sentences
from coachdesk.assistant.summarising import roles, summarise
from tests.assistant.conversations import transcript

HOUSE = transcript("""
Coach: Good morning, Rita. What brings you?
Rita: My sister and I inherited a house. We have not spoken since the funeral.
Coach: What makes you silent?
Rita: I am afraid that she laughs at me, as our father did.
Coach: What is a first step?
Rita: I write her a postcard. Before Sunday.
Coach: And then?
Rita: I could ask our neighbour, Mrs. Bell, for the key.
""")


def test_a_question_tells_what_the_answer_is() -> None:
    said = list(sentences(HOUSE))
    found = answers(said, *roles(said))
    texts = {kind: [[sentence.text for sentence in answer] for answer in found[kind]] for kind in Asked}
    assert texts[Asked.FOCUS] == [["My sister and I inherited a house.", "We have not spoken since the funeral."]]
    assert texts[Asked.INSIGHT] == [["I am afraid that she laughs at me, as our father did."]]
    assert texts[Asked.ACTION] == [["I write her a postcard.", "Before Sunday."]]


def test_a_meeting_has_neither_coach_nor_client() -> None:
    said = list(sentences(transcript("Ann: What brings you?\nBob: The car.\nCleo: The train.\nAnn: I see.")))
    assert roles(said) == ("", "")
    assert answers(said, "", "") == {kind: [] for kind in Asked}


def test_the_client_is_who_bears_the_name_or_asks_less() -> None:
    said = list(sentences(HOUSE))
    assert roles(said) == ("Coach", "Rita")
    swapped = list(
        sentences(transcript("Max: How are you?\nEva: Well. I slept.\nMax: What helped?\nEva: The lake did."))
    )
    assert roles(swapped) == ("Max", "Eva")
    assert roles(swapped, "Max Berg") == ("Eva", "Max")


async def test_answers_become_the_focus_and_dated_tasks() -> None:
    made = await summarise(HOUSE, engine=None)
    assert '## Focus\nRita: "My sister and I inherited a house. We have not spoken since the funeral."' in made.summary
    assert "- [ ] Rita: write her a postcard, before Sunday\n" in made.summary
    assert 'Rita: "I am afraid that she laughs at me, as our father did."' in made.summary
    assert "Coach:" not in made.summary
    assert [one.statement for one in evidence_for(made.summary, HOUSE)] == list(statements_of(made.summary))
