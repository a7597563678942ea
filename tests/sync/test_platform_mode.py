"""This file talks with a platform that knows only the seed's events, through a whole desk and real sockets."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

import pytest

from coachdesk.desk.desk import Desk
from coachdesk.desk.opening import open_desk
from coachdesk.desk.profiles import Account, Profile
from coachdesk.desk.views import StatusChanged
from coachdesk.domain.clock import SystemClock
from coachdesk.domain.operation import State
from coachdesk.domain.session import Policy, Role
from coachdesk.settings import read_settings
from coachdesk.storage.keys import open_key
from coachdesk.storage.replica import Replica
from coachdesk.sync.platform_mode import SPEAKS
from tests.faults.proxy import proxying
from tests.server.running import running
from tests.sync.platforms import answering, is_a_captive_portal
from tests.sync.seed_platform import SeedPlatform, seed_platform

pytestmark = pytest.mark.leaves("tasks", reason="python-socketio's server does not end its ping tasks")
OURS = "# Focus\n\nDelegate more.\n\n# Insights\n\nShe enjoys teaching.\n"


class Sitting:
    """A desk at work, with ways to wait for what it shows."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.session = ""
        self._moved = asyncio.Event()
        desk.subscribe(lambda _event: self._moved.set())

    async def until(self, condition: Callable[[], object], deadline_s: float = 10.0) -> None:
        async with asyncio.timeout(deadline_s):
            while not condition():
                self._moved.clear()
                await self._moved.wait()

    async def ask(self, text: str) -> str:
        await self.until(lambda: self.desk.status.online)
        return await self.desk.send(self.session, text, engine="platform")

    def answer_to(self, asked: str) -> list[str]:
        return [message.content for message in self.desk.view(self.session).messages if message.reply_to == asked]

    @property
    def summary(self) -> str:
        return self.desk.view(self.session).summary

    def said(self) -> list[tuple[str, str]]:
        return [(message.role.value, message.content) for message in self.desk.view(self.session).messages]

    def states(self, kind: str) -> list[tuple[State, str]]:
        return [(row.state, row.reason) for row in self.desk.outbox() if row.kind == kind]


@asynccontextmanager
async def sitting(
    folder: Path, address: str, monkeypatch: pytest.MonkeyPatch, session: str | None = None, token: str = "good"
) -> AsyncIterator[Sitting]:
    """A desk of one coach at `address`, with a session open: a new one, or `session`."""
    monkeypatch.setenv("COACHDESK_PASSPHRASE", "quite a secret")
    settings = read_settings()
    profile = Profile(folder, Account(address, "anna"), token)
    open_key(folder, settings, create=True)
    desk = open_desk(settings, SystemClock(), profile=profile)
    one = Sitting(desk)
    try:
        await desk.start()
        one.session = session or await desk.create_session(await desk.create_client("Ada"), title="First")
        desk.opened(one.session)
        yield one
    finally:
        await desk.close()


async def test_a_question_is_asked_and_answered_in_the_seeds_own_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with seed_platform() as platform, sitting(tmp_path, platform.address, monkeypatch) as one:
        asked = await one.ask("Shorter, please.")
        await one.until(lambda: one.answer_to(asked) == ["Answer 1."])
        assert [set(payload) for payload in platform.asked] == [{"sessionId", "content", "timestamp"}]
        assert platform.asked[0]["sessionId"] == one.session
        assert platform.auths[-1] == {"token": "good"}
        assert list(platform.sessions.values()) == [one.session]
        await platform.text("# Focus\n\nDelegate.\n")
        await one.until(lambda: one.summary == "# Focus\n\nDelegate.\n")
        view = one.desk.view(one.session)
        assert (view.origin, view.last_reply, view.last_reply_base) == ("platform", view.revision, "")
        assert view.messages[-1].at == "2026-05-19T12:00:00.000Z"
        assert (view.pending, one.desk.status.pending, one.desk.status.synced) == (0, 0, False)
        assert one.desk.status.sentence == "On this laptop · the platform answers in the chat"
        assert one.states("refine.request") == []


async def test_the_coachs_own_edits_stay_on_this_laptop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with seed_platform() as platform, sitting(tmp_path, platform.address, monkeypatch) as one:
        await one.until(lambda: one.desk.status.online)
        await one.desk.edit_summary(one.session, OURS)
        await one.until(lambda: {state for state, _ in one.states("summary.revise")} == {State.KEPT})
        assert {row.state for row in one.desk.outbox()} == {State.KEPT}


async def test_the_users_echo_is_not_a_second_turn_and_a_turn_from_elsewhere_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with seed_platform() as platform, sitting(tmp_path, platform.address, monkeypatch) as one:
        platform.answers = False
        await one.ask("Shorter.")
        await platform.until(lambda: platform.asked)
        await platform.answer("Shorter.", "user")
        await platform.answer("Typed in the browser.", "user")
        await platform.answer("Done.")
        await one.until(lambda: ("assistant", "Done.") in one.said())
        assert one.said() == [("user", "Shorter."), ("user", "Typed in the browser."), ("assistant", "Done.")]
        await platform.say("message", {"id": 1, "content": "Shorter.", "role": "user", "timestamp": "2026-05-19"})
        await platform.answer("Still there?")
        await one.until(lambda: one.said()[-1] == ("assistant", "Still there?"))
        assert [role for role, _ in one.said()].count("user") == 2, "a replay of the echo is the same turn"


@pytest.mark.logs("event refused")
async def test_what_is_for_another_session_or_of_a_wrong_type_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with seed_platform() as platform, sitting(tmp_path, platform.address, monkeypatch) as one:
        platform.answers = False
        asked = await one.ask("Shorter.")
        await platform.until(lambda: platform.asked)
        await platform.answer("Secret of another.", sessionId="other")
        await platform.text("Secret of another.", sessionId=17)
        await platform.text(["no", "text"])
        await platform.say("message", {"id": True, "content": "x", "role": "assistant", "timestamp": 1})
        await platform.say("message", {"id": 5, "content": "x", "role": "emperor", "timestamp": 1})
        await platform.say("typing", {"isTyping": "yes"})
        await platform.say("message", "not even an object")
        await platform.answer("Mine.", sessionId=one.session, unknown={"a": 1})
        await one.until(lambda: one.answer_to(asked) == ["Mine."])
        assert one.said() == [("user", "Shorter."), ("assistant", "Mine.")]
        assert one.summary == ""


async def test_a_text_before_the_message_belongs_to_it_and_one_of_another_moment_does_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with seed_platform() as platform, sitting(tmp_path, platform.address, monkeypatch) as one:
        platform.answers = False
        asked = await one.ask("Shorter.")
        await platform.until(lambda: platform.asked)
        await platform.text("Short.")
        await platform.answer("Done.")
        await one.until(lambda: one.answer_to(asked))
        await one.desk.reply_whole(one.session, asked)
        assert one.desk.view(one.session).last_reply_base == ""
        asked = await one.ask("A question only.")
        await platform.until(lambda: len(platform.asked) == 2)
        await platform.answer("An answer without a text.")
        await one.until(lambda: one.answer_to(asked))
        await asyncio.wait_for(one.desk.reply_whole(one.session, asked), 5)  # never comes: ends by itself
        await platform.text("Changed in the browser, later.")
        await one.until(lambda: one.summary == "Changed in the browser, later.")
        assert one.desk.view(one.session).last_reply is None


async def test_both_texts_are_merged_where_they_do_not_touch_and_branch_where_they_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with seed_platform() as platform, sitting(tmp_path, platform.address, monkeypatch) as one:
        await platform.until(lambda: one.session in platform.sessions.values())
        await platform.text(OURS)
        await one.until(lambda: one.summary == OURS)
        await one.desk.edit_summary(one.session, OURS.replace("more", "more to Ben"))
        await platform.text(OURS.replace("enjoys", "loves"))
        both = OURS.replace("more", "more to Ben").replace("enjoys", "loves")
        await one.until(lambda: one.summary == both)
        assert len(one.desk.revisions(one.session)[0].parents) == 2
        await one.desk.edit_summary(one.session, both.replace("loves", "likes"))
        await platform.text(OURS.replace("enjoys", "adores"))
        await one.until(lambda: one.desk.view(one.session).branches)
        view = one.desk.view(one.session)
        assert view.summary == both.replace("loves", "likes"), "the head stays"
        assert [(branch.text, branch.base_text) for branch in view.branches] == [
            (OURS.replace("enjoys", "adores"), OURS.replace("enjoys", "loves"))
        ]
        assert one.desk.row(one.session).branched
        await one.desk.settle_branch(one.session, view.branches[0].revision, "Settled.")
        assert one.desk.view(one.session).branches == ()
        assert not one.desk.row(one.session).branched
        assert one.summary == "Settled."


async def test_a_question_without_an_answer_is_parked_when_the_line_drops_and_asked_again_only_by_the_coach(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    platform = SeedPlatform()
    platform.answers = False
    async with seed_platform(platform), sitting(tmp_path, platform.address, monkeypatch) as one:
        asked = await one.ask("Shorter.")
        await platform.until(lambda: platform.asked)
        for sid in list(platform.sessions):
            await platform.server.disconnect(sid)
        await one.until(lambda: [state for state, _ in one.states("refine.request")] == [State.PARKED])
        assert "did not answer" in one.states("refine.request")[0][1]
        assert not one.desk.answering(one.session)
        platform.answers = True
        other = await one.ask("Another question.")
        await one.until(lambda: one.answer_to(other))
        assert [payload["content"] for payload in platform.asked] == ["Shorter.", "Another question."]
        await one.desk.retry(asked)
        await one.until(lambda: one.answer_to(asked) == ["Answer 3."])


async def test_a_line_that_went_dead_unnoticed_is_found_long_before_the_platforms_own_ping(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coachdesk.sync.connection.QUIET_S", 0.4)
    async with (
        seed_platform(SeedPlatform(ping_s=60)) as platform,
        proxying(platform.port) as proxy,
        sitting(tmp_path, proxy.address, monkeypatch) as one,
    ):
        await one.until(lambda: one.desk.status.online)
        proxy.stall()
        await one.until(lambda: not one.desk.status.online)
        proxy.flow()
        asked = await one.ask("Shorter.")
        await one.until(lambda: one.answer_to(asked))


async def test_a_question_under_way_when_coachdesk_ends_is_parked_at_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    platform = SeedPlatform()
    platform.answers = False
    async with seed_platform(platform):
        async with sitting(tmp_path, platform.address, monkeypatch) as one:
            await one.ask("Shorter.")
            await platform.until(lambda: platform.asked)
            session = one.session
        async with sitting(tmp_path, platform.address, monkeypatch, session) as one:
            await one.until(lambda: [state for state, _ in one.states("refine.request")] == [State.PARKED])
            await one.until(lambda: one.desk.status.online)
            assert len(platform.asked) == 1


async def test_questions_go_one_by_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with seed_platform() as platform, sitting(tmp_path, platform.address, monkeypatch) as one:
        platform.answers = False
        first = await one.ask("First.")
        second = await one.desk.send(one.session, "Second.", engine="platform")
        await platform.until(lambda: platform.asked)
        await platform.answer("To the first.")
        await platform.until(lambda: len(platform.asked) == 2)
        await platform.answer("To the second.")
        await one.until(lambda: one.answer_to(second))
        assert (one.answer_to(first), one.answer_to(second)) == (["To the first."], ["To the second."])


async def test_a_stop_ends_the_turn_at_once_although_the_seed_has_no_word_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with seed_platform() as platform, sitting(tmp_path, platform.address, monkeypatch) as one:
        platform.answers = False
        asked = await one.ask("Shorter.")
        await platform.until(lambda: platform.asked)
        await one.desk.stop(one.session)
        await one.until(lambda: one.answer_to(asked))
        assert one.desk.view(one.session).messages[-1].role is Role.SYSTEM


async def test_a_client_whose_policy_forbids_it_by_now_is_not_asked_about(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    platform = SeedPlatform()
    platform.answers = False
    async with seed_platform(platform), sitting(tmp_path, platform.address, monkeypatch) as one:
        asked = await one.ask("Shorter.")
        await platform.until(lambda: platform.asked)
        for sid in list(platform.sessions):
            await platform.server.disconnect(sid)
        await one.until(lambda: [state for state, _ in one.states("refine.request")] == [State.PARKED])
        await one.desk.edit_client(str(one.desk.view(one.session).client), policy=Policy.LOCAL)
        await one.desk.retry(asked)
        await one.until(lambda: "policy" in (one.states("refine.request") or [(State.KEPT, "")])[0][1])
        assert len(platform.asked) == 1


async def test_a_question_that_the_organisation_forbids_by_now_is_not_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    platform = SeedPlatform()
    async with seed_platform(platform), sitting(tmp_path, platform.address, monkeypatch) as one:
        await one.until(lambda: one.desk.status.online)
        one.desk._replica.hold_questions_to(Policy.LOCAL)
        await one.ask("Shorter.")
        await one.until(lambda: [state for state, _ in one.states("refine.request")] == [State.PARKED])
        assert "organisation" in one.states("refine.request")[0][1]
        assert platform.asked == []


async def test_a_captive_portal_is_offline_and_is_not_taken_for_a_platform(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    platform = SeedPlatform()
    portal = partial(answering, is_a_captive_portal, platform.port)
    async with portal(), sitting(tmp_path, platform.address, monkeypatch) as one:
        await one.until(lambda: one.desk.status.problem)
        assert (one.desk.status.online, one.desk.status.chat_only) == (False, False)
        session = one.session
    async with seed_platform(platform), sitting(tmp_path, platform.address, monkeypatch, session) as one:
        await one.until(lambda: one.desk.status.chat_only)
    async with portal(), sitting(tmp_path, platform.address, monkeypatch, session) as one:
        await one.until(lambda: one.desk.status.chat_only)  # remembered
        assert not one.desk.status.online


async def test_a_platform_that_learnt_our_protocol_gets_what_was_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with seed_platform() as platform, sitting(tmp_path / "a", platform.address, monkeypatch) as one:
        await one.ask("Shorter.")
        await platform.until(lambda: platform.asked)
        await platform.text(OURS)
        await one.until(lambda: one.summary == OURS and not one.states("refine.request"))
        session = one.session
    async with (
        running(tmp_path / "platform") as ours,
        sitting(tmp_path / "a", ours.address, monkeypatch, session, ours.token) as one,
    ):
        await one.until(lambda: one.desk.status.synced, 20)
        assert one.summary == OURS
        assert one.desk.outbox() == ()


async def test_the_platform_is_not_lost_from_sight_while_another_session_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with seed_platform() as platform, sitting(tmp_path, platform.address, monkeypatch) as one:
        await platform.until(lambda: one.session in platform.sessions.values())
        await one.until(lambda: one.desk.status.online)
        seen: list[bool] = []
        one.desk.subscribe(lambda event: seen.append(event.status.online) if isinstance(event, StatusChanged) else None)
        other = await one.desk.create_session(None, title="Second")
        one.desk.opened(other)
        await platform.until(lambda: list(platform.sessions.values()) == [other])
        assert one.desk.status.online
        assert False not in seen


@pytest.mark.logs("socketio|engineio|asyncio")
async def test_a_platform_that_no_longer_speaks_our_protocol_is_told_and_edits_go_on_waiting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coachdesk.sync.engine.ANSWER_S", 0.5)
    platform = SeedPlatform()
    async with seed_platform(platform), sitting(tmp_path, platform.address, monkeypatch) as one:
        session = one.session
    replica = Replica.open(tmp_path, open_key(tmp_path, read_settings(), create=False), SystemClock())
    await asyncio.wrap_future(replica.keeping.keep("platform", "", False))
    await asyncio.wrap_future(replica.set_meta(SPEAKS, "protocol"))
    replica.close()
    async with seed_platform(platform), sitting(tmp_path, platform.address, monkeypatch, session) as one:
        await one.until(lambda: "does not sync any more" in one.desk.status.problem)
        assert not one.desk.status.chat_only
        assert {row.state for row in one.desk.outbox()} <= {State.QUEUED, State.SENT}
        assert one.desk.status.pending
