"""This file checks packaging/compose.yaml as far as that goes without Docker: what it copies, and what it runs."""

from __future__ import annotations

import asyncio
import contextlib
import re
import signal
import tomllib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import yaml  # pre-commit brings it

from tests import engines
from tests.server.running import connected
from tests.server.test_serving_process import start

ROOT = Path(__file__).parents[2]
READY_S = 60.0
PASSWORD = "a long password"


def services() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((ROOT / "packaging" / "compose.yaml").read_text("utf-8"))["services"]
    return found


def words(service: str, database: str, redis: str) -> list[str]:
    """Return a service's command with the addresses that it has here."""
    shown = " ".join(services()[service]["command"])
    asked = "postgresql://coachdesk:${POSTGRES_PASSWORD}@postgres/coachdesk"
    for there, here in ((asked, database), ("redis://redis", redis), ("0.0.0.0", "127.0.0.1"), ("=8000", "=0")):
        assert there in shown
        shown = shown.replace(there, here)
    serve, *rest = shown.split()
    assert serve == "serve"
    return rest


@contextlib.asynccontextmanager
async def serving(*given: str) -> AsyncIterator[str]:
    process = await start(*given)
    assert process.stdout is not None
    try:
        yield (await asyncio.wait_for(process.stdout.readline(), READY_S)).decode().split()[1]
    finally:
        process.send_signal(signal.SIGTERM)
        await process.communicate()


def test_the_image_is_made_of_what_there_is() -> None:
    recipe = services()["one"]["build"]["dockerfile_inline"]
    copied = [name for line in re.findall(r"^COPY (.+) \S+$", recipe, re.MULTILINE) for name in line.split()]
    assert {"pyproject.toml", "coachdesk", "resources"} <= set(copied)
    assert all((ROOT / name).exists() for name in copied)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    (extras,) = re.findall(r"/source\[([\w,]+)\]", recipe)
    assert set(extras.split(",")) <= set(project["optional-dependencies"])
    assert {project["readme"], *project["license-files"]} <= set(copied)


async def test_both_services_are_one_platform(
    postgres_url: str, redis_engine: engines.Engine | engines.Missing
) -> None:
    redis = f"redis://127.0.0.1:{engines.needed(redis_engine).port}"
    adding = await start("--create-coach", "ada", "--database", postgres_url)
    await asyncio.wait_for(adding.communicate(PASSWORD.encode() + b"\n"), READY_S)
    assert adding.returncode == 0
    async with (
        serving(*words("one", postgres_url, redis)) as one,
        serving(*words("other", postgres_url, redis)) as other,
        aiohttp.ClientSession() as session,
    ):
        login = {"name": "ada", "password": PASSWORD, "device": "laptop"}
        async with session.post(f"{one}/v1/auth/login", json=login) as answer:
            token = (await answer.json())["access"]
        async with connected(other, "laptop", token=token) as laptop, connected(one, "tablet", token=token) as tablet:
            await laptop.push_one("session.put", "s", {"title": "x"})
            await tablet.heard("sync-changed")
