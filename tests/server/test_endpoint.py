"""This file tests the replier behind `--llm` against a server that speaks as OpenAI-compatible endpoints do."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web

from coachdesk.domain.session import Line, Transcript
from coachdesk.errors import ModelFault
from coachdesk.server.endpoint import EndpointReplier, Splitter
from coachdesk.server.refine import Question

SUMMARY = "## Focus\n\nAnna wants to leave on 3 July.\n\n## Insights\n\n- She has 46 people\n- Tom helps\n"


def question(instruction: str = "Shorter") -> Question:
    return Question(
        instruction=instruction,
        selection=None,
        summary=SUMMARY,
        transcript=Transcript((Line("Anna", "I lead 46 people. I leave on 3 July."),)),
        conversation=(),
    )


@asynccontextmanager
async def endpoint(pieces: list[str], status: int = 200) -> AsyncIterator[tuple[str, list[Any]]]:
    """Serve `/v1/chat/completions`; gives the address and what was asked."""
    asked: list[Any] = []

    async def answer(request: web.Request) -> web.StreamResponse:
        asked.append(await request.json())
        response = web.StreamResponse(status=status, headers={"Content-Type": "text/event-stream"})
        await response.prepare(request)
        for piece in pieces:
            line = json.dumps({"choices": [{"delta": {"content": piece}}]})
            await response.write(f"data: {line}\n\n".encode())
        await response.write(b": a comment\n\ndata: [DONE]\n\n")
        return response

    application = web.Application()
    application.router.add_post("/v1/chat/completions", answer)
    runner = web.AppRunner(application, shutdown_timeout=0.2)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}", asked
    finally:
        await runner.cleanup()


def in_pieces(text: str, size: int = 7) -> list[str]:
    return [text[n : n + size] for n in range(0, len(text), size)]


async def test_the_summary_is_taken_out_of_the_answer_and_the_rest_streamed() -> None:
    shorter = SUMMARY.replace("Anna wants to leave on 3 July.", "Anna leaves on 3 July.")
    async with endpoint(in_pieces(f"Made it shorter.\n<summary>\n{shorter}</summary>\n")) as (address, asked):
        told: list[str] = []
        reply = await EndpointReplier(address).reply(question(), told.append)
    assert reply.summary == shorter
    assert reply.text == "Made it shorter."
    assert "".join(told).strip() == "Made it shorter."
    assert "I lead 46 people" in asked[0]["messages"][-1]["content"]
    assert asked[0]["stream"] is True


async def test_a_question_leaves_the_summary_alone() -> None:
    async with endpoint(in_pieces("She has 46 people.")) as (address, _):
        reply = await EndpointReplier(address + "/v1/").reply(question("How many?"), lambda _piece: None)
    assert (reply.text, reply.summary) == ("She has 46 people.", SUMMARY)


async def test_what_the_model_made_up_is_taken_back_and_told() -> None:
    made_up = SUMMARY.replace("- She has 46 people", "- She has 64 people").replace("Tom helps", "Tom will help")
    async with endpoint([f"Done.<summary>{made_up}</summary>"]) as (address, _):
        reply = await EndpointReplier(address).reply(question(), lambda _piece: None)
    assert reply.summary == SUMMARY.replace("Tom helps", "Tom will help")
    assert "64" in reply.text


async def test_a_fact_that_goes_missing_is_told() -> None:
    without = SUMMARY.replace(" on 3 July", "")
    async with endpoint([f"Done.<summary>{without}</summary>"]) as (address, _):
        reply = await EndpointReplier(address).reply(question(), lambda _piece: None)
    assert reply.summary == without
    assert "3 July" in reply.text


@pytest.mark.parametrize("pieces", [[], ["<summary>cut off"]])
async def test_no_answer_is_a_fault_with_a_sentence(pieces: list[str]) -> None:
    async with endpoint(pieces) as (address, _):
        with pytest.raises(ModelFault):
            await EndpointReplier(address).reply(question(), lambda _piece: None)


async def test_an_error_and_an_absent_endpoint_are_faults() -> None:
    async with endpoint(["x"], status=500) as (address, _):
        with pytest.raises(ModelFault):
            await EndpointReplier(address).reply(question(), lambda _piece: None)
    with pytest.raises(ModelFault):
        await EndpointReplier(address).reply(question(), lambda _piece: None)


async def test_stopping_closes_the_connection_to_the_model() -> None:
    closed = asyncio.Event()

    async def hold(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        begun.set()
        while await reader.read(1 << 16):
            pass
        closed.set()
        writer.close()

    begun = asyncio.Event()
    server = await asyncio.start_server(hold, "127.0.0.1", 0)
    address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    task = asyncio.create_task(EndpointReplier(address).reply(question(), lambda _piece: None))
    async with asyncio.timeout(10):
        await begun.wait()
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await closed.wait()
        server.close()
        await server.wait_closed()


@pytest.mark.parametrize("size", [1, 3, 50])
def test_a_tag_is_never_said_however_it_is_cut(size: int) -> None:
    splitter = Splitter()
    told = "".join(splitter.feed(piece) for piece in in_pieces("1 < 2 <sum> ok <summary>text</summary>", size))
    assert told == "1 < 2 <sum> ok "
    assert splitter.end() == ("1 < 2 <sum> ok", "text")
