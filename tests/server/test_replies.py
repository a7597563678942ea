"""This file tests how the platform answers questions: streamed, stored once, stopped, failed, and after a restart."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from coachdesk.errors import ModelFault
from coachdesk.server.platform import ASKED
from coachdesk.server.refine import Question, Reply
from tests.server.running import AT, Device, ScriptedReplier, connected, running

SUMMARY = "## Focus\n\nTwo offers.\n\n## Insights\n\n- One\n"


class Gate:
    """A model that waits until it is let go."""

    def __init__(self) -> None:
        self.reached = asyncio.Event()
        self.open = asyncio.Event()

    async def __call__(self, question: Question, on_piece: Callable[[str], None]) -> Reply:
        on_piece("Well")
        self.reached.set()
        await self.open.wait()
        return Reply("Well, done.", question.summary + "- More\n")


async def with_summary(device: Device, session: str = "s") -> None:
    await device.push(
        device.operation("session.put", session, {"title": "First"}),
        device.operation("summary.revise", f"r of {session}", {"text": SUMMARY, "origin": "coach"}, session),
    )


def asked(device: Device, id: str, content: str = "More", session: str = "s") -> dict[str, object]:
    return device.operation("refine.request", id, {"content": content}, session, base=f"r of {session}") | {"id": id}


async def test_a_coach_who_asks_too_much_at_once_has_to_wait(tmp_path: Path) -> None:
    async with running(tmp_path, replier=ScriptedReplier(Gate())) as platform, connected(platform) as device:
        await with_summary(device)
        async with connected(platform, None, session="s") as web:
            question = {"sessionId": "s", "content": "More", "timestamp": AT}
            for _ in range(ASKED):
                assert (await web.call("refine", question))["ok"] is True
            ack = await web.call("refine", question)
            assert (ack["ok"], ack["code"]) == (False, "too-many")
            assert (await web.heard("error"))["code"] == "too-many"


async def test_questions_that_waited_in_a_queue_are_not_refused_for_their_number(tmp_path: Path) -> None:
    async with running(tmp_path, replier=ScriptedReplier(Gate())) as platform, connected(platform) as device:
        await with_summary(device)
        results = await device.push(*(asked(device, f"q{n}") for n in range(2 * ASKED)))
        assert {result["status"] for result in results} == {"applied"}


async def test_a_web_client_gets_the_seeds_events_in_order(tmp_path: Path) -> None:
    async def shorter(question: Question, on_piece: Callable[[str], None]) -> Reply:
        on_piece("Sho")
        on_piece("rter.")
        return Reply("Shorter.", question.summary.replace("Two offers.", "Offers."))

    async with (
        running(tmp_path, replier=ScriptedReplier(shorter)) as platform,
        connected(platform) as device,
        connected(platform, "tablet", protocol=None) as without_protocol,
    ):
        await with_summary(device)
        async with connected(platform, None, session="s") as web:
            ack = await web.call("refine", {"sessionId": "s", "content": "Shorter, please", "timestamp": AT})
            await web.heard("summary-update")
            await device.heard("summary-update")
            await without_protocol.heard("summary-update")
        assert [name for name, _ in web.events if name != "disconnect"] == [
            "message",
            "typing",
            "typing",
            "message",
            "summary-update",
        ]
        user, reply = web.of("message")
        assert ack == {"ok": True, "id": user["id"]}
        assert (user["role"], user["content"], user["timestamp"]) == ("user", "Shorter, please", AT)
        assert (reply["role"], reply["content"], reply["replyTo"]) == ("assistant", "Shorter.", user["id"])
        assert reply["origin"] == "platform"
        assert [typing["isTyping"] for typing in web.of("typing")] == [True, False]
        (update,) = web.of("summary-update")
        assert update["summary"] == SUMMARY.replace("Two offers.", "Offers.")
        assert update["parents"] == ["r of s"]
        assert [(delta["index"], delta["delta"]) for delta in device.of("message-delta")] == [(0, "Sho"), (1, "rter.")]
        assert {delta["id"] for delta in device.of("message-delta")} == {reply["id"]}
        assert without_protocol.of("message-delta") == []
        rows = await device.rows()
        assert rows["session", "s"]["head"] == update["revision"]
        assert rows["message", reply["id"]]["replyTo"] == user["id"]
        assert platform.replier.questions[0].summary == SUMMARY


async def test_a_reply_without_a_change_sends_the_summary_all_the_same(tmp_path: Path) -> None:
    async with running(tmp_path) as platform, connected(platform) as device:
        await with_summary(device)
        await device.push(asked(device, "q", "Who is it?"))
        update = await device.heard("summary-update")
        assert update["summary"] == SUMMARY
        assert update["revision"] == "r of s"
        assert update["replyTo"] == "q"
        assert len(await device.texts("s")) == 1


async def test_the_conversation_so_far_is_shown_to_the_model(tmp_path: Path) -> None:
    async with running(tmp_path) as platform, connected(platform) as device:
        await with_summary(device)
        await device.push(asked(device, "q1", "First question"), asked(device, "q2", "Second question"))
        await device.heard("summary-update", times=2)
        first, second = platform.replier.questions
        assert (first.instruction, first.conversation) == ("First question", ())
        assert second.instruction == "Second question"
        assert [turn.text for turn in second.conversation] == ["First question", "As you wish."]


async def test_an_edit_during_the_reply_is_merged_with_it(tmp_path: Path) -> None:
    gate = Gate()
    async with running(tmp_path, replier=ScriptedReplier(gate)) as platform, connected(platform) as device:
        await with_summary(device)
        await device.push(asked(device, "q"))
        await gate.reached.wait()
        edited = SUMMARY.replace("Two offers", "Three offers")
        await device.push_one("summary.revise", "edit", {"text": edited, "origin": "coach"}, "s", parents=["r of s"])
        gate.open.set()
        update = await device.heard("summary-update")
        assert update["summary"] == edited + "- More\n"
        assert update["parents"][0] == "edit"


async def test_an_edit_of_the_same_block_during_the_reply_keeps_the_head_and_both_texts(tmp_path: Path) -> None:
    gate = Gate()
    async with running(tmp_path, replier=ScriptedReplier(gate)) as platform, connected(platform) as device:
        await with_summary(device)
        await device.push(asked(device, "q"))
        await gate.reached.wait()
        edited = SUMMARY + "- Mine\n"
        await device.push_one("summary.revise", "edit", {"text": edited, "origin": "coach"}, "s", parents=["r of s"])
        gate.open.set()
        update = await device.heard("summary-update")
        assert (update["summary"], update["revision"]) == (edited, "edit")
        assert SUMMARY + "- More\n" in (await device.texts("s")).values()


async def test_stop_ends_the_reply_and_says_so(tmp_path: Path) -> None:
    gate = Gate()
    async with running(tmp_path, replier=ScriptedReplier(gate)) as platform, connected(platform) as device:
        await with_summary(device)
        await device.push(asked(device, "q"))
        await gate.reached.wait()
        assert await device.call("stop", {"sessionId": "s", "id": "q"}) == {"ok": True}
        message = await device.heard("message", times=2)
        assert (message["role"], message["replyTo"]) == ("system", "q")
        assert [typing["isTyping"] for typing in device.of("typing")] == [True, False]
        assert list((await device.texts("s")).values()) == [SUMMARY]
        # The next question is answered.
        gate.open.set()
        await device.push(asked(device, "q2"))
        assert (await device.heard("message", times=4))["content"] == "Well, done."


async def test_a_question_that_waits_can_be_stopped(tmp_path: Path) -> None:
    gate = Gate()
    async with running(tmp_path, replier=ScriptedReplier(gate)) as platform, connected(platform) as device:
        await with_summary(device)
        await device.push(asked(device, "q1"), asked(device, "q2"))
        await gate.reached.wait()
        await device.call("stop", {"sessionId": "s", "id": "q2"})
        await device.until(lambda: any(message.get("replyTo") == "q2" for message in device.of("message")))
        gate.open.set()
        await device.until(lambda: any(message.get("replyTo") == "q1" for message in device.of("message")))
        assert len(platform.replier.questions) == 1


async def test_a_failure_is_stored_and_told(tmp_path: Path) -> None:
    async def fail(_question: Question, _on_piece: Callable[[str], None]) -> Reply:
        raise ModelFault("The model is ill.")

    async with running(tmp_path, replier=ScriptedReplier(fail)) as platform, connected(platform) as device:
        await with_summary(device)
        await device.push(asked(device, "q"))
        error = await device.heard("error")
        assert error == {"code": "failed", "message": "The model is ill.", "sessionId": "s", "replyTo": "q"}
        rows = await device.rows()
        assert [row["role"] for (kind, _), row in rows.items() if kind == "message"] == ["user", "system"]


async def test_a_reply_to_a_deleted_session_is_dropped(tmp_path: Path) -> None:
    gate = Gate()
    async with running(tmp_path, replier=ScriptedReplier(gate)) as platform, connected(platform) as device:
        await with_summary(device)
        await device.push(asked(device, "q"))
        await gate.reached.wait()
        _, cursor = await device.pull()
        await device.push_one("session.delete", "s", base=cursor)
        await device.until(lambda: [typing["isTyping"] for typing in device.of("typing")] == [True, False])
        changes, _ = await device.pull()
        assert [(change["kind"], change["data"]) for change in changes] == [("session", None)]
        assert device.of("summary-update") == []


async def test_an_unanswered_question_goes_on_after_a_restart(tmp_path: Path) -> None:
    gate = Gate()
    async with running(tmp_path, replier=ScriptedReplier(gate)) as platform, connected(platform) as device:
        await with_summary(device)
        await device.push(asked(device, "q"), asked(device, "q2"))
        await gate.reached.wait()
    async with running(tmp_path) as platform, connected(platform) as device:
        await _until_answered(device, 2)
        rows = await device.rows()
        replies = [
            row["replyTo"] for (kind, _), row in rows.items() if kind == "message" and row["role"] == "assistant"
        ]
        assert replies == ["q", "q2"]
        assert [question.instruction for question in platform.replier.questions] == ["More", "More"]


async def _until_answered(device: Device, times: int) -> None:
    """The reply may have been stored before the socket connected, so look at the rows as well as at the events."""
    async with asyncio.timeout(20):
        while True:
            rows = await device.rows()
            if sum(kind == "message" and row["role"] == "assistant" for (kind, _), row in rows.items()) >= times:
                return


async def test_a_policy_that_changed_while_a_question_waited_keeps_the_model_away(tmp_path: Path) -> None:
    gate = Gate()
    async with running(tmp_path, replier=ScriptedReplier(gate)) as platform, connected(platform) as device:
        await with_summary(device)
        await device.push(
            device.operation("client.put", "c", {"name": "Ada"}),
            device.operation("session.put", "s", {"client": "c"}),
            asked(device, "q1"),
            asked(device, "q2"),
        )
        await gate.reached.wait()
        await device.push_one("client.put", "c", {"policy": "none"})
        gate.open.set()
        error = await device.heard("error")
        assert (error["replyTo"], "policy" in error["message"]) == ("q2", True)
        assert len(platform.replier.questions) == 1


async def test_whoever_asks_is_told_to_pull_its_own_question(tmp_path: Path) -> None:
    gate = Gate()
    async with running(tmp_path, replier=ScriptedReplier(gate)) as platform, connected(platform) as device:
        await with_summary(device)
        await device.call("refine", {"sessionId": "s", "content": "x", "timestamp": AT})
        assert (await device.heard("sync-changed"))["seq"] == (await device.heard("message"))["seq"]
        gate.open.set()
        await device.heard("summary-update")


async def test_sessions_are_answered_side_by_side_and_questions_of_one_in_order(tmp_path: Path) -> None:
    gate = Gate()

    async def script(question: Question, on_piece: Callable[[str], None]) -> Reply:
        if question.instruction == "slow":
            return await gate(question, on_piece)
        return Reply(question.instruction, question.summary)

    async with running(tmp_path, replier=ScriptedReplier(script)) as platform, connected(platform) as device:
        await with_summary(device, "s")
        await with_summary(device, "t")
        await device.push(asked(device, "1", "slow"), asked(device, "2", "after"), asked(device, "3", "beside", "t"))
        await device.until(lambda: any(message.get("replyTo") == "3" for message in device.of("message")))
        assert not any(message.get("replyTo") == "2" for message in device.of("message"))
        gate.open.set()
        await device.until(lambda: any(message.get("replyTo") == "2" for message in device.of("message")))
        order = [message["replyTo"] for message in device.of("message") if "replyTo" in message]
        assert order == ["3", "1", "2"]


async def test_a_web_client_is_told_of_edits_made_elsewhere(tmp_path: Path) -> None:
    async with running(tmp_path) as platform, connected(platform) as device:
        await with_summary(device)
        async with connected(platform, None, session="s") as web:
            text = SUMMARY + "- New\n"
            await device.push_one("summary.revise", "r2", {"text": text, "origin": "coach"}, "s", parents=["r of s"])
            assert (await web.heard("summary-update"))["summary"] == text
            await device.push_one("message.add", "m", {"role": "user", "content": "Hi", "origin": "coach"}, "s")
            assert (await web.heard("message"))["content"] == "Hi"


@pytest.mark.parametrize("session", ["nobody", "s of another coach"])
async def test_questions_about_unknown_sessions_are_refused_alike(tmp_path: Path, session: str) -> None:
    async with running(tmp_path) as platform, connected(platform) as device:
        ack = await device.call("refine", {"sessionId": session, "content": "x", "timestamp": AT})
        assert ack == {
            "ok": False,
            "code": "not-found",
            "message": "The platform does not know what this edit is about.",
        }
        assert (await device.heard("error"))["code"] == "not-found"


async def test_the_same_refine_sent_twice_is_asked_once(tmp_path: Path) -> None:
    async with running(tmp_path) as platform, connected(platform) as device:
        await with_summary(device)
        payload = {"sessionId": "s", "content": "x", "timestamp": AT, "id": "q"}
        assert await device.call("refine", payload) == await device.call("refine", payload) == {"ok": True, "id": "q"}
        await device.heard("summary-update")
        assert len(platform.replier.questions) == 1
