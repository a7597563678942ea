"""This file tests what each operation does on the platform, and when it is refused, over real sockets."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from coachdesk.domain.protocol import TEXT_BYTES
from tests.server.running import Device, Running, connected, running

SUMMARY = "## Focus\n\nTwo offers.\n\n## Insights\n\n- One\n- Two\n"


@pytest.fixture
async def platform(tmp_path: Path) -> AsyncIterator[Running]:
    async with running(tmp_path) as platform:
        yield platform


@pytest.fixture
async def one(platform: Running) -> AsyncIterator[Device]:
    async with connected(platform, "one") as device:
        await device.push(
            device.operation("client.put", "c", {"name": "Ada"}),
            device.operation("session.put", "s", {"client": "c", "title": "First"}),
            revise(device, "r1", SUMMARY),
        )
        yield device


@pytest.fixture
async def other(platform: Running, one: Device) -> AsyncIterator[Device]:
    async with connected(platform, "other") as device:
        yield device


def revise(device: Device, id: str, text: str, *parents: str, session: str = "s") -> dict[str, Any]:
    return device.operation("summary.revise", id, {"text": text, "origin": "coach"}, session, parents=list(parents))


async def test_a_repeated_id_gets_its_stored_answer_and_has_one_effect(one: Device) -> None:
    operation = one.operation("session.put", "s", {"title": "Second"})
    (first,) = await one.push(operation)
    await one.push_one("session.put", "s", {"title": "Third"})
    again = await one.push(operation, operation)
    assert again == [first, first]
    rows = await one.rows()
    assert rows["session", "s"]["title"] == "Third"


async def test_a_rejected_id_may_be_sent_again(one: Device) -> None:
    operation = one.operation("session.put", "s", {"client": "c2"})
    (refused,) = await one.push(operation)
    assert refused == {"id": operation["id"], "status": "rejected", "seq": None, "reason": "not-found"}
    await one.push_one("client.put", "c2", {"name": "Grace"})
    (accepted,) = await one.push(operation)
    assert accepted["status"] == "applied"


async def test_fields_that_are_not_named_stay(one: Device, other: Device) -> None:
    await other.push_one("session.put", "s", {"tags": ["new"]})
    await one.push_one("session.put", "s", {"title": "Other"})
    rows = await one.rows()
    assert rows["session", "s"] | {"title": "Other", "tags": ["new"], "client": "c"} == rows["session", "s"]


async def test_a_revision_of_the_head_becomes_the_head(one: Device) -> None:
    result = await one.push(revise(one, "r2", SUMMARY + "- Three\n", "r1"))
    assert result[0]["status"] == "applied"
    assert (await one.rows())["session", "s"]["head"] == "r2"


async def test_revisions_that_do_not_touch_are_merged(one: Device, other: Device) -> None:
    await one.push(revise(one, "r2", SUMMARY.replace("Two offers", "Three offers"), "r1"))
    (result,) = await other.push(revise(other, "r3", SUMMARY.replace("- Two", "- Second"), "r1"))
    assert result["status"] == "merged"
    rows = await other.rows()
    head = rows["session", "s"]["head"]
    assert rows["revision", head]["parents"] == ["r2", "r3"]
    assert rows["revision", head]["text"] == SUMMARY.replace("Two offers", "Three offers").replace("- Two", "- Second")
    assert rows["revision", "r3"]["text"] == SUMMARY.replace("- Two", "- Second")


async def test_revisions_that_touch_branch_and_two_parents_settle_them(one: Device, other: Device) -> None:
    await one.push(revise(one, "r2", SUMMARY.replace("offers", "apples"), "r1"))
    (result,) = await other.push(revise(other, "r3", SUMMARY.replace("offers", "pears"), "r1"))
    assert result["status"] == "branched"
    rows = await other.rows()
    assert rows["session", "s"]["head"] == "r2"
    assert rows["revision", "r3"]["text"] == SUMMARY.replace("offers", "pears")
    (settled,) = await other.push(revise(other, "r4", SUMMARY.replace("offers", "fruits"), "r2", "r3"))
    assert settled["status"] == "applied"
    assert (await other.rows())["session", "s"]["head"] == "r4"


async def test_a_settlement_is_merged_when_the_head_moved_meanwhile(one: Device, other: Device) -> None:
    await one.push(revise(one, "r2", SUMMARY.replace("offers", "apples"), "r1"))
    await other.push(revise(other, "r3", SUMMARY.replace("offers", "pears"), "r1"))
    await one.push(revise(one, "r5", SUMMARY.replace("offers", "apples") + "- Three\n", "r2"))
    (settled,) = await other.push(revise(other, "r4", SUMMARY.replace("offers", "fruits"), "r2", "r3"))
    assert settled["status"] == "merged"
    rows = await other.rows()
    assert rows["revision", rows["session", "s"]["head"]]["text"] == SUMMARY.replace("offers", "fruits") + "- Three\n"


async def test_a_chain_of_own_revisions_is_merged_link_by_link(one: Device, other: Device) -> None:
    await one.push(revise(one, "h", SUMMARY.replace("Two offers", "Three offers"), "r1"))
    second = SUMMARY.replace("- Two", "- Second")
    results = await other.push(
        revise(other, "o1", second, "r1"), revise(other, "o2", second.replace("Second", "Last"), "o1")
    )
    assert [result["status"] for result in results] == ["merged", "merged"]
    rows = await other.rows()
    assert rows["revision", rows["session", "s"]["head"]]["text"] == SUMMARY.replace(
        "Two offers", "Three offers"
    ).replace("- Two", "- Last")


async def test_a_revision_names_parents_of_its_own_session(one: Device) -> None:
    await one.push(one.operation("session.put", "s2", {"title": "x"}), revise(one, "elsewhere", SUMMARY, session="s2"))
    for parent in ("nobody", "elsewhere"):
        (result,) = await one.push(revise(one, f"child of {parent}", "text", parent))
        assert (result["status"], result["reason"]) == ("rejected", "not-found")


async def test_deleting_a_session_takes_all_in_it_and_later_operations_are_gone(one: Device) -> None:
    await one.push_one("message.add", "m", {"role": "user", "content": "Hi", "origin": "coach"}, "s")
    _, cursor = await one.pull()
    result = await one.push_one("session.delete", "s", base=cursor)
    assert result["status"] == "applied"
    rows = await one.rows()
    assert rows["session", "s"] is None
    assert {kind for kind, _ in rows} == {"client", "session"}
    for operation in (revise(one, "r9", "x"), one.operation("session.put", "s", {"title": "x"})):
        (refused,) = await one.push(operation)
        assert refused["reason"] == "gone"


async def test_deleting_a_client_takes_its_sessions(one: Device) -> None:
    _, cursor = await one.pull()
    await one.push_one("client.delete", "c", base=cursor)
    rows = await one.rows()
    assert rows == {("client", "c"): None, ("session", "s"): None}


@pytest.mark.parametrize("deletion", [("session.delete", "s"), ("client.delete", "c")])
async def test_a_deletion_is_refused_after_another_device_changed_what_it_takes(
    one: Device, other: Device, deletion: tuple[str, str]
) -> None:
    _, cursor = await one.pull()
    await other.push(revise(other, "r2", SUMMARY + "- Three\n", "r1"))
    result = await one.push_one(*deletion, base=cursor)
    assert result["reason"] == "changed"
    _, cursor = await one.pull()
    result = await one.push_one(*deletion, base=cursor)
    assert result["status"] == "applied"


async def test_own_changes_do_not_stand_in_the_way_of_a_deletion(one: Device) -> None:
    result = await one.push_one("session.delete", "s", base=None)
    assert result["status"] == "applied"


async def test_a_change_in_the_same_batch_counts_for_a_deletion_by_its_device_only(one: Device) -> None:
    results = await one.push(
        one.operation("session.put", "new", {"title": "x"}), one.operation("session.delete", "new", base=0)
    )
    assert [result["status"] for result in results] == ["applied", "applied"]
    assert (await one.rows())["session", "new"] is None


async def test_a_transcript_needs_its_blob_and_gives_way_to_another_devices(
    platform: Running, one: Device, other: Device
) -> None:
    blob = b'{"lines":[]}'
    missing = {"blob": "0" * 64, "bytes": 1, "lines": 1}
    assert (await one.push_one("transcript.put", "s", missing, "s"))["reason"] == "blob"
    there = {"blob": await platform.put_blob(blob), "bytes": len(blob), "lines": 0}
    assert (await one.push_one("transcript.put", "s", there, "s"))["status"] == "applied"
    assert (await other.push_one("transcript.put", "s", there, "s", base=1))["reason"] == "changed"
    assert (await one.push_one("transcript.put", "s", there, "s", base=1))["status"] == "applied"


async def test_an_erased_transcripts_blob_is_erased(platform: Running, one: Device, tmp_path: Path) -> None:
    sha = await platform.put_blob(b"what was said")
    await one.push_one("transcript.put", "s", {"blob": sha, "bytes": 13, "lines": 0}, "s")
    assert (await platform.request("GET", f"/v1/blobs/{sha}"))[0] == 200
    await one.push_one("session.delete", "s")
    assert (await platform.request("GET", f"/v1/blobs/{sha}"))[0] == 404
    assert not (tmp_path / "platform.db.blobs" / sha[:2] / sha).exists()


async def test_approving_names_a_revision(one: Device) -> None:
    assert (await one.push_one("summary.approve", "r1", session="s"))["status"] == "applied"
    assert (await one.push_one("summary.approve", "nobody", session="s"))["reason"] == "not-found"
    assert (await one.rows())["session", "s"]["approved"] == "r1"


async def test_a_policy_keeps_the_platforms_model_away(one: Device) -> None:
    await one.push_one("client.put", "c", {"policy": "local"})
    result = await one.push_one("refine.request", "q", {"content": "Shorter"}, "s", base="r1")
    assert (result["status"], result["reason"]) == ("rejected", "policy")
    assert ("message", "q") not in await one.rows()


@pytest.mark.parametrize("text", ["x" * (TEXT_BYTES + 1), "ü" * (TEXT_BYTES // 2 + 1)])
async def test_a_text_that_is_too_long_is_too_large(one: Device, text: str) -> None:
    (result,) = await one.push(revise(one, "long", text, "r1"))
    assert result["reason"] == "too-large"


async def test_a_refused_operation_holds_its_own_session_only(one: Device) -> None:
    results = await one.push(
        revise(one, "bad", "x", "nobody"),
        one.operation("session.put", "s", {"title": "held"}),
        one.operation("session.put", "s2", {"title": "free"}),
    )
    assert [(result["status"], result.get("reason")) for result in results] == [
        ("rejected", "not-found"),
        ("skipped", "held"),
        ("applied", None),
    ]


async def test_a_refused_client_holds_its_sessions(one: Device) -> None:
    results = await one.push(
        one.operation("client.put", "new", {"name": "x", "photo": "0" * 64}),
        one.operation("session.put", "of new", {"client": "new"}),
        one.operation("client.put", "c", {"photo": "0" * 64}),
        one.operation("session.put", "s", {"title": "held"}),
        one.operation("session.put", "s2", {"title": "free"}),
    )
    assert [result.get("reason") for result in results] == ["blob", "held", "blob", "held", None]


async def test_an_unreadable_operation_spoils_no_other(one: Device) -> None:
    results = await one.push(
        {"id": "broken", "kind": "session.put", "entity": "s"},
        "not even an object",  # type: ignore[arg-type]  # on purpose
        one.operation("session.put", "s", {"title": "held"}),
        one.operation("session.put", "s2", {"title": "free", "extra": 1}),
        one.operation("session.put", "s3", {"title": "free"}),
    )
    assert [(result["id"] and True, result["status"], result.get("reason")) for result in results] == [
        (True, "rejected", "invalid"),
        ("", "rejected", "invalid"),
        (True, "skipped", "held"),
        (True, "rejected", "invalid"),
        (True, "applied", None),
    ]


async def test_a_session_is_on_a_day_or_on_none(one: Device) -> None:
    for date, status in (
        ("next Monday", "rejected"),
        ("2026-02-30", "rejected"),
        ("2026-02-28", "applied"),
        ("", "applied"),
    ):
        assert (await one.push_one("session.put", "s", {"date": date}))["status"] == status


async def test_a_time_that_is_none_is_invalid(one: Device) -> None:
    for at in ("yesterday", 10**20):
        result = await one.push_one(
            "message.add", f"m{at}", {"role": "user", "content": "x", "origin": "coach"}, "s", at=at
        )
        assert result["reason"] == "invalid"


async def test_what_failed_in_a_batch_leaves_no_gap_for_a_pull(one: Device) -> None:
    await one.push(
        revise(one, "bad", "x", "nobody"),
        one.operation("session.put", "s4", {"title": "x"}),
        one.operation("session.put", "s4", {"title": "y"}),
    )
    changes, cursor = await one.pull(limit=1)
    assert changes[-1]["seq"] == cursor
    assert [change["seq"] for change in changes] == sorted({change["seq"] for change in changes})
    assert (await one.rows())["session", "s4"]["title"] == "y"


@pytest.mark.logs("operation failed")
async def test_an_operation_that_fails_in_the_middle_leaves_nothing(
    one: Device, other: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_texts: str) -> None:
        raise RecursionError

    await one.push(revise(one, "r2", SUMMARY + "- Three\n", "r1"))
    before = await one.pull()
    monkeypatch.setattr("coachdesk.server.revising.merge", fail)
    results = await other.push(
        revise(other, "r3", SUMMARY.replace("Two", "2"), "r1"), other.operation("session.put", "s2", {"title": "x"})
    )
    assert [(result["status"], result.get("reason")) for result in results] == [
        ("rejected", "invalid"),
        ("applied", None),
    ]
    changes, cursor = await one.pull(before[1])
    assert [change["id"] for change in changes] == ["s2"]
    assert cursor == before[1] + 1
