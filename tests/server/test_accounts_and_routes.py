"""This file tests signing in, tokens that rotate, and the HTTP routes."""

from __future__ import annotations

import asyncio
import hashlib
import io
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import socketio

from coachdesk.domain.clock import SystemClock
from coachdesk.domain.protocol import BLOB_BYTES
from coachdesk.errors import NotSignedIn
from coachdesk.server.auth import ACCESS_MS, ATTEMPTS_AT_ONE_NAME, ATTEMPTS_IN_S, HASHED_AT_ONCE, REFRESH_MS, Auth
from coachdesk.server.limits import TooMany
from coachdesk.server.notes import Ended
from coachdesk.server.sqlite_store import SqliteStore
from tests.server.running import Running, connected, running


class MovedClock(SystemClock):
    """A clock that tests move."""

    def __init__(self) -> None:
        self.later_ms = 0
        self.later_s = 0.0

    def monotonic(self) -> float:
        return super().monotonic() + self.later_s

    def wall_ms(self) -> int:
        return super().wall_ms() + self.later_ms


@pytest.fixture
async def auth(tmp_path: Path) -> AsyncIterator[tuple[Auth, MovedClock]]:
    clock = MovedClock()
    store = SqliteStore(tmp_path / "platform.db")
    await store.open()
    auth = Auth(store, clock)
    await auth.open()
    await auth.create_coach("ada", "a long password")
    yield auth, clock
    await store.close()


async def test_an_access_token_is_good_for_a_quarter_of_an_hour(auth: tuple[Auth, MovedClock]) -> None:
    accounts, clock = auth
    granted = await accounts.login("ada", "a long password", "d")
    assert (await accounts.caller_of(granted.access)).coach.public == granted.coach
    clock.later_ms = ACCESS_MS + 1000
    with pytest.raises(NotSignedIn):
        await accounts.caller_of(granted.access)
    renewed = await accounts.refresh(granted.refresh)
    assert (await accounts.caller_of(renewed.access)).coach.public == granted.coach


async def test_the_previous_refresh_token_works_until_the_new_one_was_used(auth: tuple[Auth, MovedClock]) -> None:
    accounts, _ = auth
    first = await accounts.login("ada", "a long password", "d")
    await accounts.refresh(first.refresh)
    second = await accounts.refresh(first.refresh)  # the device crashed before it stored the answer
    assert second.refresh == (await accounts.refresh(first.refresh)).refresh  # and so did two processes at once
    third = await accounts.refresh(second.refresh)
    with pytest.raises(NotSignedIn):
        await accounts.refresh(first.refresh)
    with pytest.raises(NotSignedIn):  # the reuse ended the family
        await accounts.refresh(third.refresh)


async def test_a_refresh_token_that_was_not_used_for_long_is_refused(auth: tuple[Auth, MovedClock]) -> None:
    accounts, clock = auth
    granted = await accounts.login("ada", "a long password", "d")
    clock.later_ms = REFRESH_MS + 1000
    with pytest.raises(NotSignedIn):
        await accounts.refresh(granted.refresh)


async def test_a_forged_refresh_token_ends_nothing(auth: tuple[Auth, MovedClock]) -> None:
    accounts, _ = auth
    granted = await accounts.login("ada", "a long password", "d")
    login, number, signature = granted.refresh.split(".")
    for forged in (f"{login}.{number}.{'0' * 64}", f"{login}.9.{signature}", f"{login}.{number}", f"{login}.x.y"):
        with pytest.raises(NotSignedIn):
            await accounts.refresh(forged)
    assert (await accounts.refresh(granted.refresh)).coach == granted.coach


async def test_reuse_ends_the_login_with_its_access_tokens_and_no_other(auth: tuple[Auth, MovedClock]) -> None:
    accounts, _ = auth
    ended: list[Ended] = []
    await accounts.open(ended.append)
    other = await accounts.login("ada", "a long password", "tablet")
    first = await accounts.login("ada", "a long password", "laptop")
    second = await accounts.refresh(first.refresh)
    third = await accounts.refresh(second.refresh)
    with pytest.raises(NotSignedIn):
        await accounts.refresh(first.refresh)
    assert [one.logins for one in ended] == [frozenset({first.refresh.split(".")[0]})]
    with pytest.raises(NotSignedIn):
        await accounts.caller_of(third.access)
    assert (await accounts.caller_of(other.access)).coach.name == "ada"


async def test_too_many_wrong_passwords_have_to_wait_and_the_right_one_too(auth: tuple[Auth, MovedClock]) -> None:
    accounts, clock = auth
    for _ in range(ATTEMPTS_AT_ONE_NAME):
        with pytest.raises(NotSignedIn):
            await accounts.login("ada", "wrong password", "d", "198.51.100.7")
    with pytest.raises(TooMany):
        await accounts.login("ada", "a long password", "d", "198.51.100.7")
    assert await accounts.login("ada", "a long password", "d", "198.51.100.8")
    clock.later_s = ATTEMPTS_IN_S
    assert await accounts.login("ada", "a long password", "d", "198.51.100.7")


async def test_of_wrong_passwords_at_the_same_moment_no_more_are_tried(auth: tuple[Auth, MovedClock]) -> None:
    accounts, _ = auth
    trying = [accounts.login("ada", "wrong password", "d", "198.51.100.7") for _ in range(3 * ATTEMPTS_AT_ONE_NAME)]
    told = [type(one) for one in await asyncio.gather(*trying, return_exceptions=True)]
    assert told.count(NotSignedIn) <= ATTEMPTS_AT_ONE_NAME + HASHED_AT_ONCE
    assert told.count(TooMany) == len(told) - told.count(NotSignedIn)


async def test_a_revoked_device_is_disconnected_at_once_and_stays_out(tmp_path: Path) -> None:
    async with running(tmp_path) as platform:
        auth = platform.auth
        await auth.create_coach("ada", "a long password")
        await auth.create_coach("eve", "a long password")
        laptop = await auth.login("ada", "a long password", "laptop")
        tablet = await auth.login("ada", "a long password", "tablet")
        eve = await auth.login("eve", "a long password", "laptop")
        async with (
            connected(platform, "laptop", token=laptop.access) as lost,
            connected(platform, None, token=laptop.access) as web,
            connected(platform, "tablet", token=tablet.access) as kept,
            connected(platform, "laptop", token=eve.access) as eves,
        ):
            _, listed = await platform.request("GET", "/v1/devices", token=tablet.access)
            assert {item["id"] for item in listed["items"]} == {"laptop", "tablet"}
            for token, status in ((tablet.access, 204), (tablet.access, 404)):
                assert (await platform.request("DELETE", "/v1/devices/laptop", token=token))[0] == status
            assert (await platform.request("DELETE", "/v1/devices/tablet", token=eve.access))[0] == 404
            await lost.heard("disconnect")
            await web.heard("disconnect")
            assert (await kept.call("sync-digest", {}))["seq"] == (await eves.call("sync-digest", {}))["seq"] == 0
            _, listed = await platform.request("GET", "/v1/devices", token=tablet.access)
            assert [item["id"] for item in listed["items"]] == ["tablet"]
        assert (await platform.request("GET", "/v1/sessions", token=laptop.access))[0] == 401
        assert (await platform.request("POST", "/v1/auth/refresh", json={"refresh": laptop.refresh}))[0] == 401
        with pytest.raises(socketio.exceptions.ConnectionError):
            async with connected(platform, "laptop", token=laptop.access):
                pass


@pytest.mark.parametrize("token", ["", "x", "a.b.c", "ünï.code", "x.1.y"])
async def test_what_is_no_token_is_refused(auth: tuple[Auth, MovedClock], token: str) -> None:
    accounts, _ = auth
    with pytest.raises(NotSignedIn):
        await accounts.caller_of(token)
    with pytest.raises(NotSignedIn):
        await accounts.refresh(token)


async def test_a_wrong_password_and_an_unknown_name_are_answered_alike(tmp_path: Path) -> None:
    async with running(tmp_path) as platform:
        for name in ("demo", "nobody"):
            login = {"name": name, "password": "wrong password", "device": "d"}
            status, answer = await platform.request("POST", "/v1/auth/login", json=login)
            assert (status, answer["code"]) == (401, "auth")


@pytest.mark.parametrize("body", [b"", b"[]", b'{"name": 1}', b'{"name": "a", "password": "b", "admin": true}'])
async def test_a_sign_in_that_cannot_be_read_is_refused(tmp_path: Path, body: bytes) -> None:
    async with running(tmp_path) as platform:
        status, answer = await platform.request("POST", "/v1/auth/login", data=body)
        assert (status, answer["code"]) == (400, "invalid")


async def test_a_socket_with_a_wrong_token_is_told_so(tmp_path: Path) -> None:
    async with running(tmp_path) as platform:
        client = socketio.AsyncClient(reconnection=False, handle_sigint=False)
        refusals: list[object] = []
        client.on("connect_error", refusals.append)
        with pytest.raises(socketio.exceptions.ConnectionError):
            await client.connect(platform.address, auth={"token": "wrong"}, transports=["websocket"])
        await client.disconnect()
        assert isinstance(refusals[0], dict)
        assert refusals[0]["data"]["code"] == "auth"


async def test_routes_ask_for_a_token(tmp_path: Path) -> None:
    async with running(tmp_path) as platform:
        for path in ("/v1/sessions", "/v1/sessions/x", "/v1/sessions/x/summaries", f"/v1/blobs/{'0' * 64}"):
            status, answer = await platform.request("GET", path, token="wrong")
            assert (status, answer["code"]) == (401, "auth")
        assert (await platform.request("PUT", f"/v1/blobs/{'0' * 64}", token="wrong", data=b"x"))[0] == 401


async def test_sessions_come_newest_first_page_by_page_within_dates(tmp_path: Path) -> None:
    async with running(tmp_path) as platform, connected(platform) as device:
        await device.push(
            *(
                device.operation("session.put", f"s{day}", {"date": f"2026-05-{day:02d}", "title": f"{day}"})
                for day in range(1, 21)
            ),
            device.operation("session.put", "moment", {"date": "2026-05-20T18:30:00Z"}),
            device.operation("session.put", "deleted", {"date": "2026-05-21"}),
        )
        await device.push_one("session.delete", "deleted")
        status, page = await platform.request("GET", "/v1/sessions?page=1&limit=3")
        assert (status, page["total"], page["page"], page["limit"]) == (200, 21, 1, 3)
        assert [item["id"] for item in page["items"]] == ["moment", "s20", "s19"]
        _, page = await platform.request("GET", "/v1/sessions?page=7&limit=3")
        assert [item["id"] for item in page["items"]] == ["s3", "s2", "s1"]
        _, page = await platform.request("GET", "/v1/sessions?dateFrom=2026-05-19&dateTo=2026-05-20")
        assert [item["id"] for item in page["items"]] == ["moment", "s20", "s19"]
        _, page = await platform.request("GET", "/v1/sessions?dateFrom=2026-05-20T00:00:00.000Z")
        assert [item["id"] for item in page["items"]] == ["moment", "s20"]
        for query in ("page=0", "limit=0", "limit=1000", "page=x", "dateFrom=soon", "dateTo=2026-13-01"):
            assert (await platform.request("GET", f"/v1/sessions?{query}"))[0] == 400


async def test_a_session_and_its_summaries_are_told(tmp_path: Path) -> None:
    async with running(tmp_path) as platform, connected(platform) as device:
        await device.push(
            device.operation("session.put", "s", {"title": "x"}),
            device.operation("summary.revise", "r", {"text": "# A\n", "origin": "coach"}, "s"),
        )
        status, session = await platform.request("GET", "/v1/sessions/s")
        assert (status, session["id"], session["title"], session["head"]) == (200, "s", "x", "r")
        _, summaries = await platform.request("GET", "/v1/sessions/s/summaries")
        assert summaries["head"] == "r"
        assert [(item["id"], item["text"]) for item in summaries["items"]] == [("r", "# A\n")]
        assert (await platform.request("GET", "/v1/sessions/nobody"))[0] == 404


async def test_a_blob_is_what_its_name_says_and_not_too_large(tmp_path: Path) -> None:
    async with running(tmp_path) as platform:
        sha = await platform.put_blob(b"content")
        assert await platform.request("GET", f"/v1/blobs/{sha}") == (200, b"content")
        assert (await platform.request("PUT", f"/v1/blobs/{'0' * 64}", data=b"content"))[0] == 400
        too_large = bytes(BLOB_BYTES + 1)
        name = hashlib.sha256(too_large).hexdigest()
        status, answer = await platform.request("PUT", f"/v1/blobs/{name}", data=io.BytesIO(too_large))
        assert (status, answer["code"]) == (413, "too-large")
        for name in ("0" * 64, "x", "..%2F..%2Fplatform.db", sha.upper()):
            assert (await platform.request("GET", f"/v1/blobs/{name}"))[0] == 404
        assert [file.name for file in sorted((tmp_path / "platform.db.blobs").rglob("*")) if file.is_file()] == [sha]


async def test_another_coachs_ids_are_answered_like_unknown_ones(tmp_path: Path) -> None:
    async with running(tmp_path) as platform, connected(platform) as device:
        await device.push(
            device.operation("client.put", "c", {"name": "Ada"}),
            device.operation("session.put", "s", {"title": "x", "client": "c"}),
            device.operation("summary.revise", "r", {"text": "# A\n", "origin": "coach"}, "s"),
        )
        sha = await platform.put_blob(b"what was said")
        token = await _second_coach(platform)
        async with connected(platform, "other", token=token) as other:
            for known, unknown in (("s", "u"),):
                for kind, entity, data in (
                    ("summary.revise", "r9", {"text": "x", "origin": "coach"}),
                    ("summary.approve", "r", {}),
                    ("message.add", "m", {"role": "user", "content": "x", "origin": "coach"}),
                    ("refine.request", "q", {"content": "x"}),
                ):
                    one = await other.push_one(kind, entity, data, known)
                    two = await other.push_one(kind, entity, data, unknown)
                    assert one | {"id": ""} == two | {"id": ""}
                    assert one["reason"] == "not-found"
                for kind in ("session.delete", "client.delete"):
                    one = await other.push_one(kind, "s" if kind == "session.delete" else "c")
                    two = await other.push_one(kind, unknown)
                    assert one | {"id": ""} == two | {"id": ""}
            assert (await other.push_one("session.put", "t", {"client": "c"}))["reason"] == "not-found"
            for event, payload in (
                ("refine", {"sessionId": "{}", "content": "x", "timestamp": 0}),
                ("stop", {"sessionId": "{}", "id": "q"}),
            ):
                answers = [await other.call(event, payload | {"sessionId": id}) for id in ("s", "u")]
                assert answers[0] == answers[1]
                assert answers[0]["ok"] is False
            for path in ("/v1/sessions/{}", "/v1/sessions/{}/summaries"):
                answers = [await platform.request("GET", path.format(id), token=token) for id in ("s", "u")]
                assert answers[0] == answers[1]
            assert (await platform.request("GET", f"/v1/blobs/{sha}", token=token))[0] == 404
            assert await other.rows() == {}
            for session in ("s", "u"):
                with pytest.raises(socketio.exceptions.ConnectionError):
                    async with connected(platform, None, token=token, session=session):
                        pass
            # An id of another coach may be used for one's own.
            assert (await other.push_one("session.put", "s", {"title": "mine"}))["status"] == "applied"
        assert (await device.rows())["session", "s"]["title"] == "x"
        assert device.of("sync-changed") == device.of("message") == []


async def _second_coach(platform: Running) -> str:
    await platform.auth.create_coach("second", "a long password")
    return (await platform.auth.login("second", "a long password", "d")).access
