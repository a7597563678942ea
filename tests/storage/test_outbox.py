"""This file checks the outbox: what is stored, what may be sent, and what each answer does."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from coachdesk.domain.operation import State
from coachdesk.domain.protocol import ClientPut, Operation, RefineRequest, Result, SessionPut, SummaryRevise
from coachdesk.errors import NotFound, OurFault, Refused, StorageFault
from coachdesk.storage.overlay import operation_of
from coachdesk.storage.replica import Replica
from tests.storage.edits import (
    approve,
    ask,
    change,
    client_delete,
    client_put,
    opened,
    revise,
    revision_data,
    say,
    session_data,
    session_delete,
    session_put,
    text_of,
    transcript_put,
)

ALL = (500, 1 << 20)


@pytest.fixture
def replica(tmp_path: Path) -> Iterator[Replica]:
    replica = opened(tmp_path / "profile")
    yield replica
    replica.close()


def add(replica: Replica, *operations: Operation) -> tuple[Operation, ...]:
    return replica.outbox.add(*operations).result(10)


def batch(replica: Replica, *busy: str | None) -> tuple[Operation, ...]:
    found = replica.outbox.next_batches(frozenset(busy), *ALL).result(10)
    return tuple(operation_of(outgoing.body) for outgoing in found[0]) if found else ()


def settle(replica: Replica, *results: Result) -> None:
    replica.outbox.settle(results).result(10)


def states(replica: Replica) -> list[State]:
    return [waiting.state for waiting in replica.outbox.list()]


def applied(operation: Operation, seq: int) -> Result:
    return Result(id=operation.id, status="applied", seq=seq)


def rejected(operation: Operation, reason: str = "policy") -> Result:
    return Result(id=operation.id, status="rejected", reason=reason)


def test_an_edit_is_shown_and_pending_once_it_is_durable(replica: Replica) -> None:
    client, session = "c", "s"
    add(replica, client_put(client, name="Zoë"), session_put(session, client=client, title="First"))
    text = "# Focus\n\n- she wants to *delegate*\n"
    (revision,) = add(replica, revise(session, text))
    (row,) = replica.rows(replica.keys())
    assert (row.id, row.client, row.title, row.preview) == (session, "Zoë", "First", "she wants to *delegate*")
    assert (row.pending, row.parked) == (2, 0)
    shown = replica.session(session)
    assert shown is not None
    assert shown.session.head == revision.entity
    assert text_of(replica, session) == text
    assert replica.outbox.counts() == (3, 0)


def test_numbers_rise_and_are_not_used_again_after_all_were_discarded(tmp_path: Path) -> None:
    seen: list[int] = []
    for _ in range(3):
        replica = opened(tmp_path)
        stored = add(replica, session_put("s", title="x"), say("s", "one"), say("s", "two"))
        seen += [operation.number for operation in stored]
        replica.outbox.discard(stored[0].id).result(10)
        assert replica.outbox.list() == []
        replica.close()
    assert seen == sorted(set(seen))
    assert len(seen) == 9


def test_an_operation_that_no_session_names_is_our_fault(replica: Replica) -> None:
    with pytest.raises(OurFault):
        add(replica, say("s", "x"), revise(None, "text"))  # type: ignore[arg-type]
    assert replica.outbox.list() == []


def test_a_text_that_the_wire_does_not_carry_is_refused_with_a_sentence(replica: Replica) -> None:
    add(replica, session_put("s"))
    for text in ("x" * (256 * 1024 + 1), "a lone \ud800 surrogate"):
        with pytest.raises(Refused):
            add(replica, revise("s", text))
    assert len(replica.outbox.list()) == 1


class TestCoalescing:
    def test_texts_that_follow_each_other_become_one_with_the_earlier_revision(self, replica: Replica) -> None:
        add(replica, session_put("s"))
        (first,) = add(replica, revise("s", "one"))
        (second,) = add(replica, revise("s", "two", [first.entity]))
        assert isinstance(second, SummaryRevise)
        assert (second.id, second.entity, second.number, second.data.text) == (
            first.id,
            first.entity,
            first.number,
            "two",
        )
        assert text_of(replica, "s") == "two"
        assert len(replica.outbox.list()) == 2

    def test_a_text_that_another_process_stored_stays_beside_the_one_that_follows(
        self, replica: Replica, tmp_path: Path
    ) -> None:
        add(replica, session_put("s"))
        (first,) = add(replica, revise("s", "one"))
        other = opened(tmp_path / "profile")
        try:
            add(replica, revise("s", "two", [first.entity]))
            (third,) = add(other, revise("s", "three, written over one", [first.entity]))
        finally:
            other.close()
        assert third.id != first.id
        assert [w.operation.data.text for w in replica.outbox.list()[1:]] == ["two", "three, written over one"]

    def test_later_operations_of_the_same_call_name_the_revision_that_stayed(self, replica: Replica) -> None:
        add(replica, session_put("s"))
        (first,) = add(replica, revise("s", "one"))
        later = revise("s", "two", [first.entity])
        _, approved, asked = add(replica, later, approve("s", later.entity), ask("s", "shorter", later.entity))
        assert approved.entity == first.entity
        assert isinstance(asked, RefineRequest)
        assert asked.base == first.entity

    def test_what_was_sent_is_never_changed(self, replica: Replica) -> None:
        add(replica, session_put("s"))
        (first,) = add(replica, revise("s", "one"))
        batch(replica)
        (second,) = add(replica, revise("s", "two", [first.entity]))
        assert second.id != first.id

    def test_what_was_skipped_is_not_changed_either_for_a_copy_may_be_under_way(self, replica: Replica) -> None:
        put, first = add(replica, session_put("s"), revise("s", "one"))
        batch(replica)
        settle(replica, applied(put, 1), Result(id=first.id, status="skipped", reason="held"))
        (second,) = add(replica, revise("s", "two", [first.entity]))
        assert second.id != first.id

    def test_only_the_last_operation_of_a_session_takes_up_another(self, replica: Replica) -> None:
        add(replica, session_put("s", title="one"), say("s", "hello"))
        add(replica, session_put("s", title="two"))
        assert len(replica.outbox.list()) == 3

    def test_another_session_in_between_does_not_matter(self, replica: Replica) -> None:
        add(replica, session_put("s", title="one"), session_put("t"), session_put("s", status="done"))
        first = replica.outbox.list()[0].operation
        assert len(replica.outbox.list()) == 2
        assert isinstance(first, SessionPut)
        assert (first.data.title, first.data.status) == ("one", "done")

    def test_a_text_of_a_model_and_one_of_the_coach_stay_two(self, replica: Replica) -> None:
        add(replica, session_put("s"))
        (first,) = add(replica, revise("s", "one", origin="local:x"))
        add(replica, revise("s", "two", [first.entity]))
        assert len(replica.outbox.list()) == 3


class TestOrder:
    def test_client_operations_go_first_and_hold_only_their_sessions(self, replica: Replica) -> None:
        add(replica, session_put("t"), session_put("s", client="c"), client_put("c", name="Zoë"))
        first = batch(replica)
        assert [operation.entity for operation in first] == ["c", "t"]
        settle(replica, *(applied(operation, seq) for seq, operation in enumerate(first, 1)))
        assert [operation.entity for operation in batch(replica)] == ["s"]

    def test_a_busy_session_is_left_out_and_others_are_not(self, replica: Replica) -> None:
        add(replica, session_put("s"), session_put("t"), say("s", "x"), say("t", "y"))
        assert [operation.session for operation in batch(replica, "s")] == ["t", "t"]
        assert [operation.session for operation in batch(replica)] == ["s", "s", "t", "t"]

    def test_sessions_come_by_their_first_waiting_edit_each_with_all_that_waits(self, replica: Replica) -> None:
        first, *_ = add(
            replica, session_put("t"), session_put("s"), say("t", "one"), say("s", "two"), say("t", "three")
        )
        numbers = [operation.number for operation in batch(replica)]
        assert numbers == [first.number, first.number + 2, first.number + 4, first.number + 1, first.number + 3]

    def test_client_operations_in_flight_hold_their_sessions_too(self, replica: Replica) -> None:
        add(replica, client_put("c", name="Zoë"), session_put("s", client="c"), session_put("t"))
        batch(replica)
        assert [operation.session for operation in batch(replica, None, "t")] == []

    def test_what_was_sent_and_not_answered_goes_again_before_what_came_later(self, replica: Replica) -> None:
        add(replica, session_put("s"), say("s", "one"))
        before = batch(replica)
        add(replica, say("s", "two"))
        again = batch(replica)
        assert [operation.id for operation in again[:2]] == [operation.id for operation in before]
        assert len(again) == 3

    def test_a_batch_ends_at_its_count_and_its_bytes_but_takes_at_least_one(self, replica: Replica) -> None:
        add(replica, session_put("s"), say("s", "x" * 5000), say("s", "y" * 5000), say("s", "z"))
        for most, bytes_aim, taken in ((3, 1 << 20, 3), (100, 6000, 2), (100, 1, 1)):
            (found,) = replica.outbox.next_batches(frozenset(), most, bytes_aim).result(10)
            assert len(found) == taken

    def test_batches_that_go_together_share_no_session_and_all_are_marked_sent(self, replica: Replica) -> None:
        add(replica, *(operation for session in "abcd" for operation in (session_put(session), say(session, "hello"))))
        found = replica.outbox.next_batches(frozenset(), 3, 1 << 20, 3).result(10)
        assert [[outgoing.session for outgoing in one] for one in found] == [["a", "a", "b"], ["c", "c", "d"]]
        assert [waiting.state for waiting in replica.outbox.list()] == [State.SENT] * 3 + [State.QUEUED] + [
            State.SENT
        ] * 3 + [State.QUEUED]

    def test_operations_on_clients_are_in_one_batch_of_those_that_go_together(self, replica: Replica) -> None:
        add(replica, client_put("c1"), client_put("c2"), session_put("s"))
        found = replica.outbox.next_batches(frozenset(), 1, 1 << 20, 5).result(10)
        assert [[operation_of(outgoing.body).entity for outgoing in one] for one in found] == [["c1"], ["s"]]

    def test_what_is_in_a_batch_is_marked_sent_on_the_disk(self, tmp_path: Path) -> None:
        replica = opened(tmp_path)
        add(replica, session_put("s"))
        batch(replica)
        replica.close()
        replica = opened(tmp_path)
        assert states(replica) == [State.SENT]
        replica.close()

    def test_deleting_a_client_waits_for_what_its_sessions_still_send(self, replica: Replica) -> None:
        replica.apply_page(
            [
                change(1, "client", "c", None, {"name": "Zoë"}),
                change(2, "session", "s", "s", session_data(client="c")),
            ],
            2,
        ).result(10)
        (said,) = add(replica, say("s", "before"))
        add(replica, client_delete("c"))
        assert [operation.id for operation in batch(replica)] == [said.id]
        settle(replica, applied(said, 2))
        assert [operation.entity for operation in batch(replica)] == ["c"]


class TestAnswers:
    def test_an_acknowledged_edit_stays_on_top_until_the_page_that_reaches_it(self, replica: Replica) -> None:
        put, text = add(replica, session_put("s", title="mine"), revise("s", "mine", revision="r"))
        batch(replica)
        settle(replica, applied(put, 5), applied(text, 7))
        assert replica.outbox.counts() == (0, 0)
        assert not replica.outbox.empty()
        assert text_of(replica, "s") == "mine"
        replica.apply_page([change(5, "session", "s", "s", session_data(title="mine"))], 6, more=True).result(10)
        assert text_of(replica, "s") == "mine"
        rows = [
            change(7, "revision", "r", "s", revision_data("mine")),
            change(8, "session", "s", "s", session_data(title="mine", head="r")),
        ]
        replica.apply_page(rows, 8).result(10)
        assert text_of(replica, "s") == "mine"
        assert replica.outbox.empty()

    def test_an_answer_that_the_cursor_has_reached_already_lets_the_edit_go_at_once(self, replica: Replica) -> None:
        (put,) = add(replica, session_put("s", title="mine"))
        batch(replica)
        replica.apply_page([change(5, "session", "s", "s", session_data(title="theirs"))], 5).result(10)
        assert replica.rows(replica.keys())[0].title == "mine"
        settle(replica, applied(put, 3))
        assert replica.outbox.empty()
        assert replica.rows(replica.keys())[0].title == "theirs"

    def test_a_refused_edit_is_parked_with_its_reason_and_holds_its_session_only(self, replica: Replica) -> None:
        add(replica, session_put("s"), say("s", "one"), session_put("t"))
        first, second, other = batch(replica)
        settle(replica, rejected(first), Result(id=second.id, status="skipped", reason="held"), applied(other, 1))
        assert [(waiting.state, waiting.reason) for waiting in replica.outbox.list()] == [
            (State.PARKED, "policy"),
            (State.QUEUED, ""),
            # the other session's edit is acknowledged
        ]
        (later,) = add(replica, say("t", "later"))
        assert [operation.id for operation in batch(replica)] == [later.id]
        assert replica.outbox.counts() == (3, 1)

    def test_retry_sends_the_parked_and_what_it_held_in_order(self, replica: Replica) -> None:
        add(replica, session_put("s"), say("s", "one"))
        first, second = batch(replica)
        settle(replica, rejected(first), Result(id=second.id, status="skipped", reason="held"))
        replica.outbox.retry(first.id).result(10)
        assert [operation.id for operation in batch(replica)] == [first.id, second.id]
        with pytest.raises(NotFound):
            replica.outbox.retry(first.id).result(10)

    def test_late_and_doubled_answers_change_nothing_that_is_settled(self, replica: Replica) -> None:
        add(replica, session_put("s"))
        (put,) = batch(replica)
        settle(replica, applied(put, 9))
        settle(replica, rejected(put), Result(id=put.id, status="skipped"), applied(put, 9))
        assert replica.outbox.counts() == (0, 0)
        assert not replica.outbox.empty()
        replica.apply_page([], 9).result(10)
        settle(replica, applied(put, 9), rejected(put))
        assert replica.outbox.empty()

    def test_an_edit_that_was_applied_after_all_is_settled_even_if_it_was_parked(self, replica: Replica) -> None:
        add(replica, session_put("s"))
        (put,) = batch(replica)
        settle(replica, rejected(put))
        settle(replica, applied(put, 4))
        assert replica.outbox.counts() == (0, 0)

    def test_success_without_a_seq_settles_nothing(self, replica: Replica) -> None:
        add(replica, session_put("s"))
        (put,) = batch(replica)
        settle(replica, Result(id=put.id, status="applied"))
        assert states(replica) == [State.SENT]


class TestDiscarding:
    def test_later_texts_are_merged_without_the_discarded_one(self, replica: Replica) -> None:
        base = "# Focus\n\n- one\n- two\n- three\n"
        rows = [
            change(1, "session", "s", "s", session_data(head="r0")),
            change(2, "revision", "r0", "s", revision_data(base)),
        ]
        replica.apply_page(rows, 2).result(10)
        (bad,) = add(replica, revise("s", base.replace("one", "ONE"), ["r0"], origin="local:m"))
        (good,) = add(replica, revise("s", base.replace("one", "ONE").replace("three", "THREE"), [bad.entity]))
        batch(replica)
        settle(replica, rejected(bad), Result(id=good.id, status="skipped"))
        replica.outbox.discard(bad.id).result(10)
        (left,) = (waiting.operation for waiting in replica.outbox.list())
        assert left.parents == ("r0",)
        assert text_of(replica, "s") == base.replace("three", "THREE")

    def test_a_later_text_that_cannot_be_merged_is_kept_whole(self, replica: Replica) -> None:
        add(replica, session_put("s"))
        (bad,) = add(replica, revise("s", "- ONE\n", origin="local:m"))
        (good,) = add(replica, revise("s", "- ONE and more\n", [bad.entity]))
        replica.outbox.discard(bad.id).result(10)
        assert text_of(replica, "s") == "- ONE and more\n"
        last = replica.outbox.get(good.id)
        assert last is not None
        assert last.operation.parents == ()

    def test_the_approval_of_a_discarded_text_goes_with_it_and_questions_name_its_parent(
        self, replica: Replica
    ) -> None:
        add(replica, session_put("s"))
        (bad,) = add(replica, revise("s", "text"))
        _, asked = add(replica, approve("s", bad.entity), ask("s", "shorter", bad.entity))
        replica.outbox.discard(bad.id).result(10)
        kinds = [type(waiting.operation).__name__ for waiting in replica.outbox.list()]
        assert kinds == ["SessionPut", "RefineRequest"]
        left = replica.outbox.get(asked.id)
        assert left is not None
        assert left.operation.base is None

    def test_discarding_a_creation_takes_all_within_and_only_that(self, replica: Replica) -> None:
        add(replica, client_put("c", name="Zoë"), session_put("s", client="c"), say("s", "x"), session_put("t"))
        (put,) = [w.operation for w in replica.outbox.list() if isinstance(w.operation, ClientPut)]
        assert len(replica.outbox.within(put.id)) == 2
        replica.outbox.discard(put.id).result(10)
        assert [waiting.operation.session for waiting in replica.outbox.list()] == ["t"]
        assert [row.id for row in replica.rows(replica.keys())] == ["t"]
        assert replica.clients() == []

    def test_a_session_of_the_platform_only_leaves_the_client_that_never_came_to_be(self, replica: Replica) -> None:
        replica.apply_page([change(1, "session", "s", "s", session_data(client="old", title="T"))], 1).result(10)
        add(replica, client_put("c", name="Zoë"), session_put("s", client="c", status="done"))
        replica.outbox.discard(replica.outbox.list()[0].operation.id).result(10)
        shown = replica.session("s")
        assert shown is not None
        assert (shown.session.client, shown.session.status) == ("old", "done")

    def test_what_is_under_way_cannot_be_discarded(self, replica: Replica) -> None:
        add(replica, session_put("s"))
        (put,) = batch(replica)
        with pytest.raises(Refused):
            replica.outbox.discard(put.id).result(10)
        with pytest.raises(NotFound):
            replica.outbox.discard("no such id").result(10)
        assert states(replica) == [State.SENT]

    def test_a_discarded_deletion_brings_the_sessions_of_the_client_back(self, replica: Replica) -> None:
        rows = [change(1, "client", "c", None, {"name": "Zoë"})]
        rows.append(change(2, "session", "s", "s", session_data(client="c")))
        replica.apply_page(rows, 2).result(10)
        (gone,) = add(replica, client_delete("c"))
        assert not replica.rows(replica.keys())
        assert replica.clients() == []
        assert replica.session("s") is None
        replica.outbox.discard(gone.id).result(10)
        assert [row.client for row in replica.rows(replica.keys())] == ["Zoë"]
        assert [client.sessions for client in replica.clients()] == [1]


class TestKeptOnThisLaptop:
    def test_kept_operations_are_neither_sent_nor_pending_until_released(self, replica: Replica) -> None:
        replica.keeping.keep("client", "c", True).result(10)
        add(replica, client_put("c", name="Zoë"), session_put("s", client="c"), say("s", "secret"), session_put("t"))
        assert [operation.session for operation in batch(replica)] == ["t"]
        assert replica.outbox.counts() == (1, 0)
        assert replica.keeping.kept("client", "c")
        assert replica.rows(
            replica.keys(),
        )[0].pending in (0, 1)
        replica.keeping.keep("client", "c", False).result(10)
        assert [operation.entity for operation in batch(replica, "t")] == ["c"]
        assert replica.outbox.counts() == (4, 0)

    def test_keeping_holds_back_what_was_queued_before(self, replica: Replica) -> None:
        add(replica, session_put("s"), say("s", "secret"))
        replica.keeping.keep("session", "s", True).result(10)
        assert batch(replica) == ()
        assert states(replica) == [State.KEPT, State.KEPT]

    def test_a_session_kept_by_itself_stays_kept_when_its_client_is_released(self, replica: Replica) -> None:
        replica.keeping.keep("client", "c", True).result(10)
        replica.keeping.keep("session", "s", True).result(10)
        add(replica, session_put("s", client="c"))
        replica.keeping.keep("client", "c", False).result(10)
        assert states(replica) == [State.KEPT]


class TestBlobs:
    def test_a_file_is_stored_with_the_operation_that_names_it_and_asked_for_first(self, replica: Replica) -> None:
        data = b"the transcript"
        sha = hashlib.sha256(data).hexdigest()
        replica.outbox.add(session_put("s"), transcript_put("s", sha), blobs=[data]).result(10)
        assert replica.outbox.needs_blob() == (sha,)
        assert replica.blob(sha) == data
        row = replica.transcript_row("s")
        assert row is not None
        assert row.blob == sha
        replica.drop_blob(sha).result(10)
        assert replica.outbox.needs_blob() == ()
        assert replica.blob(sha) is None

    def test_a_file_that_nothing_names_goes_when_its_operation_is_discarded(self, replica: Replica) -> None:
        sha = replica.put_blob(b"x").result(10)
        (put, _) = add(replica, session_put("s"), transcript_put("s", sha))
        replica.outbox.discard(put.id).result(10)
        assert replica.blob(sha) is None


def test_a_deleted_session_is_hidden_at_once_and_back_when_that_is_discarded(replica: Replica) -> None:
    replica.apply_page([change(1, "session", "s", "s", session_data(title="T"))], 1).result(10)
    (gone,) = add(replica, session_delete("s"))
    assert len(replica.keys()) == 0
    replica.outbox.discard(gone.id).result(10)
    assert [row.title for row in replica.rows(replica.keys())] == ["T"]


def test_after_closing_a_write_says_so(tmp_path: Path) -> None:
    replica = opened(tmp_path)
    replica.close()
    with pytest.raises(StorageFault):
        add(replica, session_put("s"))
    with pytest.raises(StorageFault):
        replica.outbox.list()
