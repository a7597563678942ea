"""This file checks what is shown on top of the platform's state, and which operations may become one."""

from __future__ import annotations

from coachdesk.domain.operation import coalesced, shown_client, shown_session
from coachdesk.domain.protocol import (
    ClientDelete,
    ClientFields,
    ClientPut,
    Nothing,
    SessionDelete,
    SessionFields,
    SessionPut,
    SummaryApprove,
    SummaryRevise,
    SummaryText,
)
from coachdesk.domain.session import Client, Policy, Session

AT = "2026-05-12T09:30:00.000Z"


def put(number: int, **fields: object) -> SessionPut:
    return SessionPut(
        id=f"o{number}",
        number=number,
        session="s",
        entity="s",
        base=1,
        at=AT,
        data=SessionFields(**fields),  # type: ignore[arg-type]
    )


def revise(number: int, entity: str, parent: str | None, origin: str = "coach") -> SummaryRevise:
    data = SummaryText(text=f"text {number}", origin=origin)
    parents = (parent,) if parent else ()
    return SummaryRevise(id=f"o{number}", number=number, session="s", entity=entity, parents=parents, at=AT, data=data)


def test_only_the_changed_fields_of_a_session_are_replaced() -> None:
    shown = shown_session(Session(title="old", minutes=50), [put(1, title="new"), put(2, tags=("a",))])
    assert shown == Session(title="new", minutes=50, tags=("a",))


def test_an_own_revision_is_shown_instead_of_the_head() -> None:
    shown = shown_session(Session(head="r1"), [revise(1, "r2", "r1"), revise(2, "r3", "r2")])
    assert shown is not None
    assert shown.head == "r3"


def test_a_deleted_session_is_not_shown() -> None:
    delete = SessionDelete(id="o", number=3, session="s", entity="s", base=1, at=AT, data=Nothing())
    assert shown_session(Session(), [put(1, title="x"), delete]) is None


def test_an_approval_names_its_revision() -> None:
    approve = SummaryApprove(id="o", number=3, session="s", entity="r1", at=AT)
    assert shown_session(Session(head="r1"), [approve]) == Session(head="r1", approved="r1")


def test_a_client_made_offline_is_shown() -> None:
    make = ClientPut(id="o", number=1, entity="c", base=0, at=AT, data=ClientFields(name="Ana", policy=Policy.NONE))
    assert shown_client(None, [make]) == Client(name="Ana", policy=Policy.NONE)
    delete = ClientDelete(id="p", number=2, entity="c", base=0, at=AT)
    assert shown_client(Client(name="Ana"), [delete]) is None


def test_two_edits_of_one_session_become_one_under_the_first_id() -> None:
    both = coalesced(put(1, title="a", minutes=5), put(2, title="b"))
    assert isinstance(both, SessionPut)
    assert (both.id, both.number, both.data.title, both.data.minutes) == ("o1", 1, "b", 5)


def test_a_text_that_follows_its_own_draft_replaces_it_under_the_first_revision_id() -> None:
    both = coalesced(revise(1, "r2", "r1"), revise(2, "r3", "r2"))
    assert isinstance(both, SummaryRevise)
    assert (both.id, both.entity, both.parents, both.data.text) == ("o1", "r2", ("r1",), "text 2")


def test_texts_stay_two_where_a_model_wrote_one_or_the_chain_is_broken() -> None:
    assert coalesced(revise(1, "r2", "r1", "local:m"), revise(2, "r3", "r2")) is None
    assert coalesced(revise(1, "r2", "r1"), revise(2, "r3", "r1")) is None
    assert coalesced(put(1, title="a"), revise(2, "r3", "r1")) is None
