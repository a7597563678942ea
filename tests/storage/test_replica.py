"""This file checks the replica: pages, digest, list, search, drafts, and what a coach sees of a session."""

from __future__ import annotations

import random
import threading
from collections.abc import Iterator
from concurrent.futures import wait
from pathlib import Path

import pytest

from coachdesk.domain.protocol import canonical, digest_hex, row_hash
from coachdesk.domain.session import Role
from coachdesk.errors import Unreadable, WrongPassphrase
from coachdesk.storage.listing import Query
from coachdesk.storage.relisting import preview_of, sort_of
from coachdesk.storage.replica import Replica
from coachdesk.storage.search import match_of
from coachdesk.storage.writer import Committed
from tests.storage.edits import (
    AT,
    KEY,
    change,
    client_put,
    fresh,
    opened,
    revise,
    revision_data,
    say,
    session_data,
    session_put,
    text_of,
)
from tests.storage.platform_model import Platform


@pytest.fixture
def replica(tmp_path: Path) -> Iterator[Replica]:
    replica = opened(tmp_path / "profile")
    yield replica
    replica.close()


def pulled(replica: Replica, platform: Platform, limit: int = 500) -> None:
    more = True
    while more:
        after = replica.cursor
        page, cursor, more = platform.page(after, limit)
        assert replica.apply_page(page, cursor, more=more, after=after).result(10)


def indexed(replica: Replica) -> None:
    while replica.index_slice().result(10):
        pass


class TestPages:
    def test_the_digest_is_the_sum_over_all_rows_after_changes_and_deletions(
        self, replica: Replica, rng: random.Random
    ) -> None:
        platform = Platform()
        sessions = [fresh() for _ in range(20)]
        for step in range(300):
            session = rng.choice(sessions)
            match rng.randrange(5):
                case 0:
                    platform.put("client", f"c{rng.randrange(4)}", None, {"name": f"n{step}", "unknown": step})
                case 1:
                    platform.put("session", session, session, session_data(title=f"t{step}"))
                case 2:
                    platform.put("revision", fresh(), session, revision_data(f"text {step}"))
                case 3:
                    platform.put("client", f"c{rng.randrange(4)}", None, None)
                case 4 if step % 3 == 0:
                    for key in [key for key, row in platform.rows.items() if row["session"] == session]:
                        del platform.rows[key]
                    platform.put("session", session, session, None)
            if step % 7 == 0:
                pulled(replica, platform, limit=rng.choice((1, 3, 500)))
                assert replica.digest() == platform.digest()
        pulled(replica, platform)
        assert replica.digest() == platform.digest()
        assert sum(platform.digest()[0].values()) > 20
        shown = {id for (kind, id), row in platform.rows.items() if kind == "session" and row["data"] is not None}
        assert {row.id for row in replica.rows(replica.keys())} == shown

    def test_the_hash_counts_what_came_unknown_keys_and_number_ids_included(self, replica: Replica) -> None:
        row = change(1, "client", "c", None, {"name": "Zoë", "shoe": 42}) | {"id": 7, "extra": [1]}
        replica.apply_page([row], 1).result(10)
        assert replica.digest() == ({"client": 1}, digest_hex(row_hash(canonical(row))))
        client = replica.client("7")
        assert client is not None
        assert client.name == "Zoë"

    def test_a_wrong_type_anywhere_in_a_page_is_refused_and_nothing_of_it_stored(self, replica: Replica) -> None:
        good = change(1, "client", "c", None, {"name": "Zoë"})
        for bad in (
            change(2, "session", "s", "s", {"title": 5}),
            change(2, "client", "d", None, {"name": "\ud800"}),
            change(-1, "client", "d", None, {"name": "x"}),
            {"seq": "2", "kind": "client"},
        ):
            with pytest.raises(Unreadable):
                replica.apply_page([good, bad], 2)
        assert replica.cursor == 0
        assert replica.digest()[0] == {}

    def test_an_unknown_kind_is_left_out(self, replica: Replica) -> None:
        replica.apply_page([change(1, "invoice", "i", None, {}), change(2, "client", "c", None, {"name": "Z"})], 2)
        assert replica.apply_page([], 2).result(10)
        assert replica.digest()[0] == {"client": 1}

    def test_a_page_that_was_asked_for_at_another_cursor_is_not_stored(self, replica: Replica) -> None:
        replica.apply_page([change(4, "client", "c", None, {"name": "new"})], 4).result(10)
        late = [change(2, "client", "c", None, {"name": "old"})]
        assert not replica.apply_page(late, 3, after=0).result(10)
        replica.apply_page(late, 3).result(10)
        client = replica.client("c")
        assert client is not None
        assert client.name == "new"
        assert replica.cursor == 4

    def test_a_pull_never_wipes_an_edit_that_was_not_sent(self, replica: Replica) -> None:
        replica.outbox.add(session_put("s", title="mine"), revise("s", "my text"), say("s", "my words")).result(10)
        rows = [
            change(1, "session", "s", "s", session_data(title="theirs", status="done", head="r")),
            change(2, "revision", "r", "s", revision_data("their text")),
            change(3, "message", "m", "s", {"role": "user", "content": "hi", "origin": "coach", "at": AT}),
        ]
        replica.apply_page(rows, 3).result(10)
        (row,) = replica.rows(replica.keys())
        assert (row.title, row.status, row.preview, row.pending) == ("mine", "done", "my text", 3)
        assert [message.content for message in replica.messages("s")] == ["hi", "my words"]
        assert [message.pending for message in replica.messages("s")] == [False, True]
        assert {text.text for text, _ in replica.revisions("s").values()} == {"my text", "their text"}

    def test_a_row_may_arrive_before_the_one_it_names(self, replica: Replica) -> None:
        replica.apply_page([change(1, "revision", "r", "s", revision_data("- early words"))], 1, more=True).result(10)
        assert len(replica.keys()) == 0
        replica.apply_page([change(2, "session", "s", "s", session_data(head="r", client="c"))], 2, more=True).result(
            10
        )
        assert replica.rows(replica.keys())[0].preview == "early words"
        replica.apply_page([change(3, "client", "c", None, {"name": "Zoë"})], 3).result(10)
        assert replica.rows(replica.keys())[0].client == "Zoë"
        replica.apply_page([change(4, "session", "s", "s", session_data(head="q"))], 4, more=True).result(10)
        replica.apply_page([change(5, "revision", "q", "s", revision_data("later"))], 5).result(10)
        assert replica.rows(replica.keys())[0].preview == "later"

    def test_a_full_refresh_keeps_the_outbox_shows_all_the_while_and_drops_what_is_gone(self, replica: Replica) -> None:
        platform = Platform()
        for name in ("a", "b", "c"):
            platform.put("session", name, name, session_data(title=name))
        pulled(replica, platform)
        replica.outbox.add(say("a", "mine")).result(10)
        replica.forget_platform().result(10)
        assert replica.cursor == 0
        assert replica.digest()[0] == {}
        assert len(replica.keys()) == 3
        del platform.rows["session", "b"]
        page, cursor, _ = platform.page(0, 1)
        replica.apply_page(page, cursor, more=True, after=0).result(10)
        assert len(replica.keys()) == 3
        pulled(replica, platform)
        assert {row.id for row in replica.rows(replica.keys())} == {"a", "c"}
        assert replica.digest() == platform.digest()
        assert replica.outbox.counts() == (1, 0)

    def test_a_deleted_session_takes_its_rows_along(self, replica: Replica) -> None:
        rows = [
            change(1, "session", "s", None, session_data(head="r")),
            change(2, "revision", "r", "s", revision_data("x")),
            change(3, "session", "s", None, None, version=2),
        ]
        replica.apply_page(rows[:2], 2).result(10)
        replica.apply_page(rows[2:], 3).result(10)
        assert replica.digest() == ({}, "0" * 64)
        assert replica.revisions("s") == {}
        assert len(replica.keys()) == 0
        again = opened_empty(replica)
        assert again


def opened_empty(replica: Replica) -> bool:
    """Whether nothing is left of any session in what can be read."""
    return replica.session("s") is None and replica.messages("s") == [] and text_of(replica, "s") == ""


class TestList:
    def test_sessions_come_newest_first_and_by_their_making_within_a_day(self, replica: Replica) -> None:
        ids = [f"0197a0b{n}-0000-7000-8000-000000000000" for n in range(4)]
        dates = ("2026-05-12", "2026-05-12", "2026-05-13T08:00:00Z", "2025-01-01")
        replica.outbox.add(*(session_put(i, date=d) for i, d in zip(ids, dates, strict=True))).result(10)
        newest = [row.id for row in replica.rows(replica.keys())]
        assert newest == [ids[2], ids[1], ids[0], ids[3]]
        assert [row.id for row in replica.rows(replica.keys(Query(order="oldest")))] == newest[::-1]

    def test_many_sessions_of_one_moment_all_have_a_place_of_their_own(self, replica: Replica) -> None:
        moment = "2026-05-12T09:30:00Z"
        rows = [change(n, "session", f"s{n}", f"s{n}", session_data(date=moment)) for n in range(1, 3001)]
        replica.apply_page(rows, 3000).result(30)
        assert len(set(replica.keys())) == 3000
        assert abs(sort_of("s1", moment, 9) - sort_of("s1", moment)) < 1 << 25

    @pytest.mark.parametrize("date", ["", "no date", "9999-12-31T23:59:59Z", "0001-01-01", "2026-05-12T09:30+14:00"])
    def test_any_date_has_a_place(self, replica: Replica, date: str) -> None:
        replica.outbox.add(session_put(fresh(), date=date)).result(10)
        assert len(replica.keys()) == 1

    def test_filters_and_orders(self, replica: Replica) -> None:
        replica.outbox.add(
            client_put("c", name="berta"),
            client_put("d", name="Anna"),
            session_put("s1", client="c", date="2026-01-01", tags=("goal", "work"), status="open"),
            session_put("s2", client="d", date="2026-02-01", tags=("go",), status="done"),
            session_put("s3", client="c", date="2026-03-01T10:00:00Z", status="done"),
        ).result(10)

        def found(**filters: object) -> list[str]:
            return [row.id for row in replica.rows(replica.keys(Query(**filters)))]  # type: ignore[arg-type]

        assert found(client="c") == ["s3", "s1"]
        assert found(status="done") == ["s3", "s2"]
        assert found(tag="go") == ["s2"]
        assert found(tag="goal") == ["s1"]
        assert found(date_from="2026-02-01", date_to="2026-03-01") == ["s3", "s2"]
        assert found(date_to="2026-01-31") == ["s1"]
        assert found(order="client") == ["s2", "s3", "s1"]
        assert found(pending=True) == ["s3", "s2", "s1"]
        assert found(client="c", status="done", pending=True) == ["s3"]
        assert list(replica.keys(most=2)) == list(replica.keys())[:2]
        assert [(client.name, client.sessions) for client in replica.clients()] == [("Anna", 1), ("berta", 2)]

    def test_a_changed_date_moves_a_session_and_its_key_stays(self, replica: Replica) -> None:
        replica.outbox.add(session_put("s1", date="2026-01-01"), session_put("s2", date="2026-02-01")).result(10)
        key = replica.key_of("s1")
        replica.outbox.add(session_put("s1", date="2026-03-01")).result(10)
        assert [row.id for row in replica.rows(replica.keys())] == ["s1", "s2"]
        assert replica.key_of("s1") == key

    def test_commits_are_announced_with_what_they_changed(self, replica: Replica) -> None:
        heard: list[Committed] = []
        stop = replica.on_commit(heard.append)
        replica.outbox.add(session_put("s", title="x")).result(10)
        replica.outbox.add(say("s", "hello")).result(10)
        replica.save_draft("s", "chat", "typing").result(10)
        stop()
        replica.outbox.add(say("s", "unheard")).result(10)
        assert [(sorted(one.sessions), one.rows, one.outbox) for one in heard] == [
            (["s"], True, True),
            (["s"], False, True),
        ]

    @pytest.mark.logs("a listener failed: ZeroDivisionError")
    def test_a_listener_that_fails_stops_neither_the_write_nor_the_thread(self, replica: Replica) -> None:
        replica.on_commit(lambda _: 1 // 0)  # type: ignore[arg-type,return-value]
        replica.outbox.add(session_put("s")).result(10)
        replica.outbox.add(session_put("t")).result(10)
        assert len(replica.keys()) == 2

    def test_the_preview_leaves_out_headings_and_marks(self) -> None:
        assert preview_of("# Focus\n\n- [ ] Ann: call, by Monday\n\n## Insights\n1. one\n> two\n") == (
            "Ann: call, by Monday one two"
        )


class TestSearch:
    def test_the_beginnings_of_all_words_are_found_in_title_client_tags_and_summary(self, replica: Replica) -> None:
        replica.outbox.add(
            client_put("c", name="Zoë Ångström"),
            session_put("s", client="c", title="Delegation", tags=("leadership",), date="2026-01-01"),
            session_put("t", title="Other", date="2026-02-01"),
        ).result(10)
        replica.outbox.add(revise("t", "# Focus\n\n- she will delegate more\n")).result(10)
        indexed(replica)

        def found(text: str) -> list[str]:
            return [row.id for row in replica.rows(replica.keys(Query(text=text)))]

        assert found("dele") == ["s", "t"]  # in the title before in the summary, although older
        assert found("zoe") == ["s"]
        assert found("angs lead") == ["s"]
        assert found("MORE dele") == ["t"]
        assert found("delegatex") == []
        assert found("?!") == []

    def test_sessions_in_whose_transcript_alone_the_words_stand_come_last_and_go_with_the_session(
        self, replica: Replica
    ) -> None:
        replica.outbox.add(
            session_put("s", title="Herons", date="2026-01-01"), session_put("t", title="Other", date="2026-02-01")
        ).result(10)
        indexed(replica)
        replica.hear("t", "1" * 64, "We saw a heron.\nAt the pond.").result(10)
        replica.hear("s", "2" * 64, "We saw a heron too.").result(10)

        def found(text: str, order: str = "newest") -> list[str]:
            return [row.id for row in replica.rows(replica.keys(Query(text=text, order=order)))]

        assert found("heron") == ["s", "t"]
        assert found("heron saw") == ["t", "s"]
        assert found("saw heron", "oldest") == ["s", "t"]
        assert found("pond") == ["t"]
        replica.hear("t", "3" * 64, "No bird at all.").result(10)
        assert replica.heard("t") == "3" * 64
        assert found("pond") == []
        replica.outbox.discard(replica.outbox.list()[0].operation.id).result(10)
        assert found("saw") == []

    def test_the_list_falls_into_months_or_clients_and_knows_its_tags(self, replica: Replica) -> None:
        replica.outbox.add(
            client_put("c", name="zoë"),
            client_put("d", name="Ann"),
            session_put("s", client="c", tags=("pond", "b"), date="2026-01-05"),
            session_put("t", client="d", tags=("b",), date="2026-03-01"),
            session_put("u", client="c", date="2026-01-31"),
        ).result(10)
        assert replica.headings(Query()) == [("2026-03", 1), ("2026-01", 2)]
        assert replica.headings(Query(order="oldest")) == [("2026-01", 2), ("2026-03", 1)]
        assert replica.headings(Query(order="client")) == [("Ann", 1), ("zoë", 2)]
        assert replica.headings(Query(tag="b")) == [("2026-03", 1), ("2026-01", 1)]
        assert replica.tags(10) == ["b", "pond"]
        assert replica.tags(1) == ["b"]

    def test_what_waits_for_the_coach_can_be_asked_for(self, replica: Replica) -> None:
        replica.outbox.add(session_put("s", title="One"), session_put("t", title="Two")).result(10)
        assert replica.keys(Query(attention=True)).tolist() == []
        replica.save_proposal("t", b"{}").result(10)
        assert [row.id for row in replica.rows(replica.keys(Query(attention=True)))] == ["t"]

    def test_a_client_has_a_photo_in_the_list(self, replica: Replica) -> None:
        replica.outbox.add(client_put("c", name="Zoë", photo="ab" * 32), session_put("s", client="c")).result(10)
        assert [row.photo for row in replica.rows(replica.keys())] == ["ab" * 32]
        assert [client.photo for client in replica.clients()] == ["ab" * 32]

    def test_what_a_coach_types_is_never_taken_for_syntax(self, replica: Replica) -> None:
        replica.outbox.add(session_put("s", title='say "no" NEAR AND OR NOT')).result(10)
        indexed(replica)
        for text in (
            '"',
            'no"',
            "AND",
            "NEAR(",
            "title:x",
            "a*b",
            "^say",
            "-no",
            "(",
            "'; DROP TABLE shown",
            "\x00",
            "*",
        ):
            replica.keys(Query(text=text))
        assert len(replica.keys(Query(text='"no" AND not'))) == 1
        assert match_of("  ") is None
        assert len((match_of("w " * 5000) or "").split(" AND ")) == 12

    def test_changes_and_renames_are_found_and_the_old_words_no_longer(self, replica: Replica) -> None:
        replica.outbox.add(client_put("c", name="Berta"), session_put("s", client="c", title="apples")).result(10)
        indexed(replica)
        replica.outbox.add(client_put("c", name="Carla"), session_put("s", title="pears", date="2020-01-01")).result(10)
        indexed(replica)
        for text, hits in (("berta", 0), ("carla", 1), ("apples", 0), ("pears", 1)):
            assert len(replica.keys(Query(text=text))) == hits, text
        replica.outbox.discard(replica.outbox.list()[0].operation.id).result(10)
        assert len(replica.keys(Query(text="pears"))) == 0

    def test_the_newest_500_are_ranked_and_older_ones_follow(self, replica: Replica) -> None:
        rows = [
            change(
                n, "session", f"s{n}", f"s{n}", session_data(date=f"20{n // 100:02}-01-{n % 28 + 1:02}", title=title)
            )
            for n in range(1, 700)
            for title in ["goal" if n % 50 == 0 else "other"]
        ]
        replica.apply_page(rows, 700).result(30)
        tags = [session_put(f"s{n}", tags=("goal",)) for n in range(1, 700)]
        replica.outbox.add(*tags).result(30)
        indexed(replica)
        keys = replica.keys(Query(text="goal"))
        assert len(set(keys)) == 699
        assert len(replica.keys(Query(text="goal"), 500)) == 500
        assert [row.title for row in replica.rows(keys[:11])] == ["goal"] * 10 + ["other"]
        older = [row.date for row in replica.rows(keys[500:])]
        assert older == sorted(older, reverse=True)
        assert len(replica.keys(Query(text="goal", order="oldest"))) == 699
        assert len(replica.keys(Query(text="goal", order="client"), 5)) == 5

    def test_the_writer_indexes_by_itself_when_nothing_is_to_be_written(self, tmp_path: Path) -> None:
        replica = Replica.open(tmp_path / "own", KEY, opened_clock())
        replica.outbox.add(session_put("s", title="by itself")).result(10)
        done = threading.Event()

        def look() -> None:
            while not done.is_set() and not len(replica.keys(Query(text="itself"))):
                done.wait(0.01)
            done.set()

        thread = threading.Thread(target=look)
        thread.start()
        assert done.wait(10)
        thread.join()
        replica.close()


def opened_clock() -> object:
    from tests.storage.edits import TestClock

    return TestClock()


class TestOneSession:
    def test_the_chat_shows_questions_and_answers_once_with_who_said_them(self, replica: Replica) -> None:
        replica.outbox.add(session_put("s"), say("s", "shorter"), say("s", "done", Role.ASSISTANT)).result(10)
        first = replica.messages("s")
        assert [(message.role, message.pending) for message in first] == [(Role.USER, True), (Role.ASSISTANT, True)]
        data = {"role": "user", "content": "shorter", "origin": "coach", "at": AT}
        replica.apply_page([change(1, "message", first[0].id, "s", data)], 1).result(10)
        assert [message.content for message in replica.messages("s")] == ["shorter", "done"]
        assert [message.pending for message in replica.messages("s")] == [False, True]

    def test_drafts_and_proposals_survive_closing(self, tmp_path: Path) -> None:
        replica = opened(tmp_path)
        replica.save_draft("s", "chat", "half a sen")
        replica.save_draft("s", "summary", "text")
        replica.save_proposal("s", b"{}")
        replica.set_meta("mode", "ours")
        replica.close()
        replica = opened(tmp_path)
        assert (replica.draft("s", "chat"), replica.draft("s", "summary")) == ("half a sen", "text")
        assert replica.proposal("s") == b"{}"
        assert replica.meta("mode") == "ours"
        replica.save_draft("s", "chat", "").result(10)
        replica.save_proposal("s", None).result(10)
        assert replica.draft("s", "chat") == ""
        assert replica.proposal("s") is None
        replica.close()


class TestSeveral:
    def test_the_device_and_the_key_stay_and_another_key_is_told_apart(self, tmp_path: Path) -> None:
        replica = opened(tmp_path)
        device = replica.device
        replica.outbox.add(session_put("s")).result(10)
        replica.close()
        with pytest.raises(WrongPassphrase):
            opened(tmp_path, bytes(32))
        replica = opened(tmp_path)
        assert replica.device == device
        assert len(device) == 32
        assert len(replica.keys()) == 1
        assert replica.findings == ()
        replica.close()

    def test_two_that_write_at_once_lose_nothing_and_share_the_numbers(self, tmp_path: Path) -> None:
        one, other = opened(tmp_path), opened(tmp_path)
        version = one.data_version()
        futures = [(one, other)[n % 2].outbox.add(say("s", f"{n}")) for n in range(60)]
        assert not wait(futures, 60).not_done
        numbers = [future.result()[0].number for future in futures]
        assert sorted(numbers) == list(range(1, 61))
        assert one.outbox.counts() == other.outbox.counts() == (60, 0)
        assert one.data_version() != version
        one.close()
        other.close()

    def test_readers_on_many_threads_see_whole_transactions(self, replica: Replica) -> None:
        replica.outbox.add(session_put("s"), revise("s", "0", origin="local:x")).result(10)
        wrong: list[str] = []
        stop = threading.Event()

        def read() -> None:
            while not stop.is_set():
                text, chat = text_of(replica, "s"), replica.messages("s")
                if not text or len(chat) > 80:
                    wrong.append(text)

        threads = [threading.Thread(target=read) for _ in range(4)]
        for thread in threads:
            thread.start()
        for n in range(80):
            replica.outbox.add(say("s", f"{n}")).result(10)
        stop.set()
        for thread in threads:
            thread.join()
        assert wrong == []

    def test_what_was_handed_over_is_written_before_closing_ends(self, tmp_path: Path) -> None:
        replica = opened(tmp_path)
        for n in range(100):
            replica.outbox.add(say("s", f"{n}")).cancel()
        replica.close()
        replica = opened(tmp_path)
        assert len(replica.outbox.list()) == 100
        replica.close()
