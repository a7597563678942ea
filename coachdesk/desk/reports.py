"""This file puts what the desk shows into the documents and lines that the command line prints."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from coachdesk.desk.listed import SessionRow
from coachdesk.desk.views import OutboxRow, RevisionView, SessionView, Status
from coachdesk.domain.session import Role
from coachdesk.errors import EnvironmentFault

if TYPE_CHECKING:
    from coachdesk.desk.desk import Desk

Output = dict[str, Any]


def row(session: SessionRow) -> Output:
    """Return one line of `list` and `import`."""
    return {
        "id": session.id,
        "client": session.client,
        "date": session.date,
        "title": session.title,
        "status": session.status,
        "pending": session.pending,
    }


def session(view: SessionView) -> Output:
    """Return what `show` prints."""
    return {
        "id": view.id,
        "client": view.client_name,
        "date": view.date,
        "title": view.title,
        "status": view.status,
        "summary": view.summary,
        "revision": view.revision,
        "approved": view.approved,
        "messages": [
            {
                "id": message.id,
                "role": message.role.value,
                "content": message.content,
                "origin": message.origin,
                "at": message.at,
                "replyTo": message.reply_to,
            }
            for message in view.messages
        ],
        "proposal": view.proposal.text if view.proposal else None,
        "branches": [branch.revision for branch in view.branches],
        "pending": view.pending,
    }


def revision(view: RevisionView) -> Output:
    """Return one entry of `revisions`."""
    return {"id": view.id, "parents": list(view.parents), "origin": view.origin, "at": view.at, "text": view.text}


def operation(waiting: OutboxRow) -> Output:
    """Return one entry of `queue`."""
    return {
        "id": waiting.id,
        "kind": waiting.kind,
        "session": waiting.session,
        "state": waiting.state.value,
        "reason": waiting.reason or None,
    }


def status(now: Status) -> Output:
    """Return what `status` and `sync` print."""
    return {
        "server": now.server,
        "online": now.online,
        "synced": now.synced,
        "pending": now.pending,
        "parked": now.parked,
        "cursor": now.cursor,
    }


async def turn(desk: Desk, id: str, text: str, engine: str, *, propose: bool, deadline_s: float) -> Output:
    """Make one turn of the chat and return what came of it; a local proposal is accepted unless `propose`.

    Raises EnvironmentFault when no reply came within `deadline_s`; the question stays in the session.
    """
    before = desk.view(id).summary
    happened = asyncio.Event()
    end = desk.subscribe(lambda _event: happened.set())
    try:
        asked = await desk.send(id, text, engine=engine)
        await desk.reply_written(id)
        async with asyncio.timeout(deadline_s):
            while (reply := _reply_to(desk, id, asked)) is None:
                happened.clear()
                if refused := desk.refusal(asked):
                    raise EnvironmentFault(f"{refused} The question waits in the queue.")
                await happened.wait()
        await desk.reply_whole(id, asked)
    except TimeoutError as fault:
        raise EnvironmentFault("No reply came. The question stays in the session; ask again when online.") from fault
    finally:
        end()
    mine = reply.origin.startswith("local:") and reply.role is Role.ASSISTANT
    proposal = desk.view(id).proposal if mine else None
    if proposal is not None and not propose:
        await desk.accept(id)
    view = desk.view(id)
    shown = proposal.text if proposal and propose else view.summary
    failed = {"failed": reply.content} if reply.role is Role.SYSTEM else {}
    return {
        "session": id,
        "message": asked,
        "reply": reply.content,
        "summary": shown,
        "changed": shown != before,
        "rejected": [{"text": text, "reason": why} for text, why in (proposal.rejected if proposal else ())],
        "engine": reply.origin,
        "revision": view.revision,
        "proposed": bool(proposal and propose),
        "pending": view.pending,
        **failed,
    }


def _reply_to(desk: Desk, id: str, asked: str) -> Any:
    for message in desk.view(id).messages:
        if message.reply_to == asked and message.role is not Role.USER:
            return message
    return None


def read_status(output: Output) -> str:
    """Return the status in words."""
    if output["server"] is None:
        return "On this laptop only; no platform is known."
    parts = ["Online" if output["online"] else "Offline", "synced" if output["synced"] else "not synced"]
    parts.append(f"{output['pending']} waiting, {output['parked']} refused")
    return f"{output['server']}: " + ", ".join(parts)


def read_queue(output: Output) -> str:
    """Return the outbox as lines, or the text of the one operation that was asked for."""
    if "text" in output:
        return str(output["text"])
    lines = [f"{o['id']}  {o['kind']:<16} {o['state']}  {o['reason'] or ''}".rstrip() for o in output["operations"]]
    return "\n".join(lines) or "Nothing waits."


def read_rows(output: Output) -> str:
    """Return sessions as lines."""
    lines = [
        f"{o['id']}  {o['date'][:10]:<10}  {o['client'] or '-'}  {o['title']}".rstrip() for o in output["sessions"]
    ]
    return "\n".join(lines) or "No sessions."


def read_session(output: Output) -> str:
    """Return one session as text."""
    chat = [f"{message['role']}: {message['content']}" for message in output["messages"]]
    waits = [
        f"Another text of this summary, revision {branch}, could not be merged. "
        f"See both: coachdesk settle {output['id']}"
        for branch in output["branches"]
    ]
    if output["proposal"] is not None:
        waits.append("A suggestion of this laptop waits for your decision in the window.")
    head = f"{output['client'] or '-'}, {output['date'][:10]}, {output['status']}"
    return "\n".join([head, *waits, "", output["summary"], *chat])


def read_revisions(output: Output) -> str:
    """Return revisions as lines."""
    return "\n".join(f"{o['id']}  {o['at']}  {o['origin']}" for o in output["revisions"]) or "No summary yet."


def read_refined(output: Output) -> str:
    """Return a reply, the summary, and what was left as it was."""
    left = [f"Left as it was: {o['text']} ({o['reason']})" for o in output["rejected"]]
    return "\n".join([output["reply"], "", output["summary"].rstrip(), *left])


def read_models(output: Output) -> str:
    """Return the models as lines."""
    lines = [f"{'*' if m.get('used') else ' '} {m['name']}  {m.get('note', '')}".rstrip() for m in output["models"]]
    if "trial" in output:
        lines.append(str(output["trial"]["sentence"]))
    return "\n".join(lines)
