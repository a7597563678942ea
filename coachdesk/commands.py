"""This file holds the commands that use a desk: what each takes, what it does, and how its result reads."""

from __future__ import annotations

import argparse
import asyncio
import datetime
import getpass
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coachdesk.desk import findings, models, opening, profiles, reports, settling
from coachdesk.desk.laptop import Laptop
from coachdesk.desk.listed import ListQuery
from coachdesk.domain.clock import SystemClock
from coachdesk.errors import NotFound, NotSignedIn, Refused, Unreadable, UserFault, WrongUse
from coachdesk.settings import Settings

if TYPE_CHECKING:
    from coachdesk.desk.desk import Desk

Output = dict[str, Any]
PROGRESS_S = 60.0
REPLY_S = 300.0
CONNECT_S = 15.0


@dataclass(frozen=True)
class Command:
    """One word of the command line: its arguments, what it does, and how its result reads without `--json`."""

    help: str
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace, Settings], Awaitable[Output]]
    read: Callable[[Output], str]


@asynccontextmanager
async def _desk(settings: Settings, *, online: bool = False) -> AsyncIterator[Desk]:
    """Open the desk for one command; `online` lets it sync meanwhile."""
    desk = opening.open_desk(settings, SystemClock())
    try:
        if online:
            await desk.start()
        yield desk
    finally:
        await desk.close()


# What each command does.


async def _login(parsed: argparse.Namespace, settings: Settings) -> Output:
    server = parsed.server or settings.server
    if not server:
        raise WrongUse("Say where: coachdesk login --server https://platform.example --name YOU.")
    name = parsed.name or await asyncio.to_thread(input, "Name: ")
    password = getpass.getpass("Password: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    account = await opening.sign_in(settings, SystemClock(), server, name, password)
    return {"server": account.server, "coach": account.coach}


async def _logout(parsed: argparse.Namespace, settings: Settings) -> Output:
    if profiles.read_account(settings) is None:
        raise NotSignedIn("Nobody is signed in on this laptop.")
    async with _desk(settings) as desk:
        waiting = desk.status.pending
    if waiting and not parsed.force:
        raise Refused(
            f"{waiting} edits have not reached the platform. Run `coachdesk sync` first, or `logout --force`; "
            "they stay on this laptop."
        )
    await opening.sign_out(settings, SystemClock())
    return {"waiting": waiting}


def _check_certificates(settings: Settings) -> None:
    """Raise UserFault where COACHDESK_CA names no file; the window goes on offline, a command says why at once."""
    if settings.ca is not None and not settings.ca.is_file():
        raise UserFault(
            f"COACHDESK_CA names “{settings.ca}”, which is not there. Correct it; your edits wait on this laptop."
        )


async def _status(_parsed: argparse.Namespace, settings: Settings) -> Output:
    _check_certificates(settings)
    async with _desk(settings) as desk:
        status = await desk.look(CONNECT_S)
    return {**reports.status(status), **({"failed": status.problem} if status.problem else {})}


async def _sync(parsed: argparse.Namespace, settings: Settings) -> Output:
    _check_certificates(settings)
    async with _desk(settings, online=True) as desk:
        if desk.status.server is None:
            raise UserFault("No platform is known. Sign in with `coachdesk login`; everything is on this laptop.")
        status = await desk.until_synced(PROGRESS_S if parsed.patience is None else parsed.patience)
    output = reports.status(status)
    if not status.synced:
        output["failed"] = status.problem or f"Not synced: {status.sentence}. Your edits wait on this laptop."
    return output


async def _queue(parsed: argparse.Namespace, settings: Settings) -> Output:
    if parsed.words and (len(parsed.words) != 2 or parsed.words[0] not in ("retry", "copy", "discard")):
        raise WrongUse("Use: coachdesk queue, coachdesk queue retry ID, queue copy ID, or queue discard ID.")
    async with _desk(settings) as desk:
        if parsed.words:
            verb, id = parsed.words
            if verb == "copy":
                return {"id": id, "text": desk.waiting_text(id)}
            await (desk.retry(id) if verb == "retry" else desk.discard(id))
        return {"operations": [reports.operation(row) for row in desk.outbox()]}


async def _import(parsed: argparse.Namespace, settings: Settings) -> Output:
    sessions, faults = [], []
    async with _desk(settings) as desk:
        for file in parsed.files:
            try:
                id = await desk.import_file(Path(file), client_name=parsed.client, date=parsed.date)
                sessions.append(reports.row(desk.row(id)))
            except (Unreadable, NotFound) as fault:
                faults.append(str(fault))
    return {"sessions": sessions, **({"failed": "\n".join(faults)} if faults else {})}


async def _list(parsed: argparse.Namespace, settings: Settings) -> Output:
    async with _desk(settings) as desk:
        await desk.index_all()
        today = datetime.datetime.now().astimezone().date()
        query = desk.list.understand(ListQuery(text=parsed.search or ""), today).query
        keys = desk.keys(query)[: parsed.limit]
        return {"sessions": [reports.row(row) for row in desk.rows(keys) if row.id]}


async def _show(parsed: argparse.Namespace, settings: Settings) -> Output:
    async with _desk(settings) as desk:
        return reports.session(desk.view(parsed.id))


async def _revisions(parsed: argparse.Namespace, settings: Settings) -> Output:
    async with _desk(settings) as desk:
        return {"revisions": [reports.revision(view) for view in desk.revisions(parsed.id)]}


async def _edit(parsed: argparse.Namespace, settings: Settings) -> Output:
    text = _read_text(parsed.summary)
    async with _desk(settings) as desk:
        revision = await desk.edit_summary(parsed.id, text)
        return {"session": parsed.id, "changed": revision is not None, "pending": desk.status.pending}


async def _approve(parsed: argparse.Namespace, settings: Settings) -> Output:
    async with _desk(settings) as desk:
        await desk.approve(parsed.id)
        return {"session": parsed.id, "pending": desk.status.pending}


async def _settle(parsed: argparse.Namespace, settings: Settings) -> Output:
    text = _read_text(parsed.summary) if parsed.summary else None
    async with _desk(settings) as desk:
        return await settling.settle(desk, parsed.id, parsed.branch, parsed.take, text)


async def _export(parsed: argparse.Namespace, settings: Settings) -> Output:
    async with _desk(settings, online=True) as desk:
        if desk.view(parsed.id).transcript_lines and await desk.transcript(parsed.id) is None:
            await desk.until_online(CONNECT_S)
        await desk.export(parsed.id, parsed.format, Path(parsed.output))
    return {"output": parsed.output}


async def _refine(parsed: argparse.Namespace, settings: Settings) -> Output:
    if parsed.summary:
        if len(parsed.words) != 1 or parsed.platform:
            raise WrongUse("Use: coachdesk refine --summary FILE [--transcript FILE] TEXT --local.")
        summary = _read_text(parsed.summary)
        models.check(settings)
        transcript = Path(parsed.transcript) if parsed.transcript else None
        return await opening.refine_text(settings, summary, transcript, parsed.words[0])
    if len(parsed.words) != 2:
        raise WrongUse("Use: coachdesk refine ID TEXT [--local or --platform] [--propose].")
    id, text = parsed.words
    if parsed.local:
        models.check(settings)
    async with _desk(settings, online=not parsed.local) as desk:
        desk.view(id)
        if not parsed.local and desk.status.server is not None:
            desk.opened(id)
            await desk.until_online(CONNECT_S)
        engine = "local" if parsed.local else "platform" if parsed.platform else "auto"
        return await reports.turn(desk, id, text, engine, propose=parsed.propose, deadline_s=REPLY_S)


async def _summarise(parsed: argparse.Namespace, settings: Settings) -> Output:
    def progress(done: int, total: int) -> None:
        if sys.stderr.isatty():
            print(f"\r{100 * done // max(total, 1)} %", end="", file=sys.stderr)

    models.check(settings)
    return await opening.summarise_file(settings, Path(parsed.transcript), progress)


async def _model(parsed: argparse.Namespace, settings: Settings) -> Output:
    verb, *rest = parsed.words
    if verb not in ("list", "add", "download", "use") or len(rest) != (verb != "list"):
        raise WrongUse("Use: coachdesk model list, add FILE, download NAME, or use NAME.")
    return await models.carry_out(settings, verb, *rest, trust=parsed.trust, anyway=parsed.anyway)


async def _travel_check(_parsed: argparse.Namespace, settings: Settings) -> Output:
    from coachdesk.desk.travel import travel_check

    async with _desk(settings, online=True) as desk:
        if desk.status.server is not None and await desk.until_online(CONNECT_S):
            await desk.until_synced(CONNECT_S)
        return findings.document(await travel_check(settings, desk, datetime.datetime.now().astimezone().date()))


async def _doctor(_parsed: argparse.Namespace, settings: Settings) -> Output:
    from coachdesk.desk.doctor import examine

    return findings.document(await examine(settings, SystemClock()))


async def _backup(parsed: argparse.Namespace, settings: Settings) -> Output:
    size = await opening.back_up(settings, SystemClock(), Path(parsed.file), _passphrase(settings, "new"))
    return {"file": parsed.file, "bytes": size}


async def _restore(parsed: argparse.Namespace, settings: Settings) -> Output:
    folder = await opening.restore(settings, SystemClock(), Path(parsed.file), _passphrase(settings, "its"))
    return {"file": parsed.file, "profile": folder.name}


async def _recovery_key(_parsed: argparse.Namespace, settings: Settings) -> Output:
    return {"recovery_key": opening.shown_key(settings)}


async def _recover(_parsed: argparse.Namespace, settings: Settings) -> Output:
    said = getpass.getpass("Recovery key: ") if sys.stdin.isatty() else sys.stdin.read()
    await Laptop(settings, SystemClock()).recover(said, settings.passphrase)
    return {"recovered": True}


def _passphrase(settings: Settings, whose: str) -> str:
    """Return the passphrase of a backup: COACHDESK_PASSPHRASE, or asked for, or read from standard input."""
    if settings.passphrase:
        return settings.passphrase
    prompt = "A new passphrase for the backup: " if whose == "new" else "The backup's passphrase: "
    said = getpass.getpass(prompt) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    if not said:
        raise UserFault("A backup needs a passphrase. Type one, or set COACHDESK_PASSPHRASE.")
    return said


def _read_text(name: str) -> str:
    """Return the text of a file, or of standard input for "-"; raises NotFound or Unreadable."""
    try:
        return sys.stdin.read() if name == "-" else Path(name).read_bytes().decode("utf-8-sig")
    except FileNotFoundError as fault:
        raise NotFound(f"There is no file “{name}”. Check the path.") from fault
    except UnicodeDecodeError as fault:
        raise Unreadable(f"“{name}” is not text in UTF-8. Save it as UTF-8 and try again.") from fault
    except OSError as fault:
        raise Unreadable(f"“{name}” cannot be read: {fault.strerror or 'the disk refused'}.") from fault


def _no_arguments(parser: argparse.ArgumentParser) -> None:
    del parser


def _takes_id(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="a session's id")


def _takes_file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE")


def _login_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--server", help="the platform's address; else COACHDESK_SERVER")
    parser.add_argument("--name", help="the coach's name; the password is asked for, or read from standard input")


def _logout_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--force", action="store_true", help="also with edits that still wait")


def _sync_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--patience", type=float, help="seconds without progress before giving up; 60 if not given")


def _queue_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "words", nargs="*", metavar="retry|copy|discard ID", help="what to do with a refused edit; copy prints its text"
    )


def _import_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="FILE")
    parser.add_argument("--client", metavar="NAME", help="whose sessions they are; a new name makes a new client")
    parser.add_argument("--date", help="when they took place, as YYYY-MM-DD")


def _list_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--search", metavar="TEXT")
    parser.add_argument("--limit", type=_number, default=100, metavar="N", help="at most so many; 100 if not given")


def _number(word: str) -> int:
    """Return `word` as a number of sessions; argparse says what is wrong with any other."""
    if not word.isdecimal():
        raise argparse.ArgumentTypeError("a number of sessions is 0 or more")
    return int(word)


def _edit_arguments(parser: argparse.ArgumentParser) -> None:
    _takes_id(parser)
    parser.add_argument("--summary", required=True, metavar="FILE", help="Markdown; - for standard input")


def _settle_arguments(parser: argparse.ArgumentParser) -> None:
    _takes_id(parser)
    parser.add_argument("--branch", metavar="REVISION", help="which text, where several wait; the first if not given")
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--take", metavar="SIDE", help="mine or theirs, or one for each place: mine,theirs")
    choice.add_argument("--summary", metavar="FILE", help="the text that both become; - for standard input")


def _export_arguments(parser: argparse.ArgumentParser) -> None:
    _takes_id(parser)
    parser.add_argument("--format", required=True, metavar="F", help="md, docx, vtt, eml or json")
    parser.add_argument("--output", required=True, metavar="PATH")


def _refine_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "words", nargs="+", metavar="ID TEXT", help="a session's id and the request; with --summary only the request"
    )
    parser.add_argument("--summary", metavar="FILE", help="work on this file instead of a session")
    parser.add_argument("--transcript", metavar="FILE")
    who = parser.add_mutually_exclusive_group()
    who.add_argument("--local", action="store_true", help="the laptop answers")
    who.add_argument("--platform", action="store_true", help="the platform answers")
    parser.add_argument("--propose", action="store_true", help="leave a local reply as a proposal")


def _summarise_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--transcript", required=True, metavar="FILE")
    parser.add_argument("--local", action="store_true", help="on this laptop; there is no other way yet")


def _model_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs="+", metavar="list | add FILE | download NAME | use NAME")
    parser.add_argument("--trust", action="store_true", help="add a file although its SHA-256 is not in the catalogue")
    parser.add_argument("--anyway", action="store_true", help="use a model although memory is short for it")


COMMANDS: dict[str, Command] = {
    "login": Command("sign in to a platform", _login_arguments, _login, lambda o: f"Signed in to {o['server']}."),
    "logout": Command("sign out; nothing is deleted", _logout_arguments, _logout, lambda _: "Signed out."),
    "status": Command("how laptop and platform stand", _no_arguments, _status, reports.read_status),
    "sync": Command("send and fetch until both sides are equal", _sync_arguments, _sync, reports.read_status),
    "queue": Command("the edits that wait", _queue_arguments, _queue, reports.read_queue),
    "import": Command("import transcripts", _import_arguments, _import, reports.read_rows),
    "list": Command("the sessions, newest first", _list_arguments, _list, reports.read_rows),
    "show": Command("one session", _takes_id, _show, reports.read_session),
    "revisions": Command("the texts of a summary, newest first", _takes_id, _revisions, reports.read_revisions),
    "edit": Command("replace a summary", _edit_arguments, _edit, lambda _: "Saved."),
    "approve": Command("approve a summary", _takes_id, _approve, lambda _: "Approved."),
    "settle": Command(
        "two texts that could not be merged: compare and decide", _settle_arguments, _settle, settling.read_settled
    ),
    "export": Command("write a session to a file", _export_arguments, _export, lambda o: f"Written to {o['output']}."),
    "backup": Command("everything in one encrypted file", _takes_file, _backup, lambda o: f"Written to {o['file']}."),
    "restore": Command("what a backup holds, into a fresh home", _takes_file, _restore, lambda _: "Restored."),
    "recovery-key": Command(
        "the key for paper that opens your data", _no_arguments, _recovery_key, lambda o: str(o["recovery_key"])
    ),
    "recover": Command(
        "open your data with the recovery key, from standard input",
        _no_arguments,
        _recover,
        lambda _: "Your data opens again.",
    ),
    "refine": Command("improve a summary by a request", _refine_arguments, _refine, reports.read_refined),
    "summarise": Command(
        "a first summary of a transcript", _summarise_arguments, _summarise, lambda o: str(o["summary"])
    ),
    "travel-check": Command("whether all is here to work offline", _no_arguments, _travel_check, findings.read),
    "doctor": Command("examine this installation", _no_arguments, _doctor, findings.read),
    "model": Command("the models on this laptop", _model_arguments, _model, reports.read_models),
}
