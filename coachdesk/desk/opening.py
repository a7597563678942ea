"""This file opens a desk: it takes a profile's key, replica, cache and model, and wires them together."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Callable
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from coachdesk.desk.adopting import clear_if_empty, laptop_has_data, take_along
from coachdesk.desk.background import Offers
from coachdesk.desk.desk import Desk
from coachdesk.desk.local_model import LocalModel, ModelChoice
from coachdesk.desk.model_offer import ModelOffer
from coachdesk.desk.preparing import Pace
from coachdesk.desk.profiles import Account, Profile, choose_profile, coach_of, read_account, write_account
from coachdesk.desk.updates import Updates, releases_source
from coachdesk.desk.views import ModelHere
from coachdesk.domain.clock import Clock
from coachdesk.domain.session import Policy
from coachdesk.errors import NotSignedIn, Refused
from coachdesk.settings import Settings
from coachdesk.storage.backup import read_backup, write_backup
from coachdesk.storage.cache import Cache
from coachdesk.storage.keys import keep_key, open_key, recovery_key
from coachdesk.storage.lock import SenderLock
from coachdesk.storage.profile import profile_folder
from coachdesk.storage.replica import Replica
from coachdesk.sync.blobs import Blobs
from coachdesk.sync.connection import Connection, ConnectionState, Joining
from coachdesk.sync.engine import SyncEngine
from coachdesk.sync.platform_http import PlatformHttp, Tokens, checked_address
from coachdesk.sync.platform_mode import PlatformMode
from coachdesk.sync.tokens import TokenSource

if TYPE_CHECKING:
    from coachdesk.assistant.model import ModelProcess

TOKENS = "tokens"
STATES_BYTES = 2 << 30
"""How much of what models computed for sessions is kept; the least recently used goes."""
ACCOUNT = "account"


def open_desk(
    settings: Settings,
    clock: Clock,
    *,
    profile: Profile | None = None,
    key: bytes | None = None,
    tokens: Tokens | None = None,
    pace: Pace | None = None,
    offer_s: float = 30.0,
    laptop_key: bytes | None = None,
) -> Desk:
    """Return a desk that is not yet started; nothing of the network or the model is imported or touched.

    `key` is the profile's, fetched if it is not given; `tokens` are those of a coach who has just signed in. `pace`
    says when sessions are read ahead, `offer_s` how long after the first one a better model is offered. `laptop_key`
    opens what was written here before the coach signed in, fetched if it is not given.

    Raises WrongPassphrase, UserFault (no key to be had) or StorageFault.
    """
    profile = profile or choose_profile(settings)
    key = key or open_key(profile.folder, settings, create=True)
    replica = Replica.open(profile.folder, key, clock)
    try:
        if tokens is not None:
            replica.set_meta(TOKENS, msgspec.json.encode(tokens).decode()).result()
        if profile.account is not None and profile.account.adopts and profile.token is None:
            _adopt(settings, clock, profile.account, replica, laptop_key)
        cache = Cache(profile.folder / "cache", key)
    except BaseException:
        replica.close()
        raise
    sync = _sync(settings, profile, profile.account, replica, cache, clock) if profile.account else None
    states = Cache(profile.folder / "states", key, limit_bytes=STATES_BYTES)
    updates = Updates(settings, clock, version("coachdesk"), releases_source())
    offers = Offers(ModelOffer(settings, offer_s), updates)
    most = Policy(settings.organisation.policy or Policy.PLATFORM)
    replica.hold_questions_to(most)
    return Desk(replica, cache, _local_model(settings, states), sync, clock, offers, pace or Pace(), most)


def _adopt(settings: Settings, clock: Clock, account: Account, replica: Replica, key: bytes | None) -> None:
    """Take along what was written before `account` signed in; where that cannot be opened, say so and try next time."""
    folder = profile_folder(settings, account.server, account.coach)
    if take_along(settings, clock, replica, folder.name, key):
        write_account(settings, msgspec.structs.replace(account, adopts=False))
    else:
        waits = (
            "What you wrote on this laptop before you signed in is still locked there. Sign out, unlock it, and sign in"
            " again to take it along."
        )
        replica.findings += (waits,)


def _sync(
    settings: Settings, profile: Profile, account: Account, replica: Replica, cache: Cache, clock: Clock
) -> SyncEngine:
    server = account.server
    http = PlatformHttp(server, settings.ca)

    def stored_tokens() -> Tokens | None:
        stored = replica.meta(TOKENS) if profile.token is None else None
        return msgspec.json.decode(stored, type=Tokens) if stored else None

    if profile.token is not None:
        tokens = Tokens(access=profile.token, refresh="")
    else:
        tokens = stored_tokens() or Tokens(access="", refresh="")

    async def save(renewed: Tokens) -> None:
        await asyncio.wrap_future(replica.set_meta(TOKENS, msgspec.json.encode(renewed).decode()))

    source = TokenSource(http, tokens, save, stored_tokens, profile.folder / "renew.lock")

    return engine_of(server, replica, cache, source, clock, profile.folder, settings.ca)


def engine_of(
    server: str, replica: Replica, cache: Cache, tokens: TokenSource, clock: Clock, folder: Path, ca: Path | None
) -> SyncEngine:
    """Return the sync of the replica in `folder` with the platform at `server`; it does not run yet."""
    http = PlatformHttp(server, ca)

    def line(
        who: str | Joining,
        on_event: Callable[[str, object], None],
        on_state: Callable[[ConnectionState], None],
    ) -> Connection:
        return Connection(server, tokens.current, tokens.renew, who, clock, on_event=on_event, on_state=on_state, ca=ca)

    mode = PlatformMode(replica, http, clock, lambda session, *heard: line(Joining(session), *heard))
    blobs = Blobs(replica, cache, http, tokens)
    lock = SenderLock(folder)
    return SyncEngine(server, replica, blobs, mode, tokens, lock, clock, partial(line, replica.device))


def _local_model(settings: Settings, states: Cache | None = None) -> LocalModel:
    def choose() -> Path:
        from coachdesk.assistant.catalogue import Models

        return Models(settings).chosen()

    def start(file: Path) -> ModelProcess:
        from coachdesk.assistant.catalogue import Models
        from coachdesk.assistant.model import ModelProcess

        return ModelProcess(file, trusted=Models(settings).trusted(), states=states)

    def fits(file: Path) -> bool:
        from coachdesk.assistant.fitting import has_room
        from coachdesk.assistant.memory import available_bytes

        return has_room(file, available_bytes())

    def smaller(file: Path) -> Path | None:
        from coachdesk.assistant.catalogue import Models
        from coachdesk.assistant.fitting import smaller_here

        return smaller_here(Models(settings), file)

    def title(file: Path) -> str:
        from coachdesk.assistant.fitting import title_of

        return title_of(file)

    def here() -> tuple[ModelHere, ...]:
        from coachdesk.assistant.catalogue import Models

        if settings.model is not None:
            return ()
        rows = Models(settings).listed()
        return tuple(ModelHere(row.name, row.title, row.chosen) for row in rows if row.path is not None)

    def use(name: str) -> None:
        from coachdesk.assistant.catalogue import Models

        Models(settings).use(name)

    choice = ModelChoice(choose, start, fits, smaller, title, here, use)
    return LocalModel(choice, states.close if states else None)


def account_of(settings: Settings, server: str, tokens: Tokens) -> Account:
    """Return the account that a platform gave `tokens` for."""
    coach = tokens.coach or coach_of(tokens.access)
    return Account(checked_address(server), coach, adopts=laptop_has_data(settings))


async def sign_in(settings: Settings, clock: Clock, server: str, name: str, password: str) -> Account:
    """Sign in and keep the tokens in that coach's replica; raises NotSignedIn, Offline or NoPlatform."""
    http = PlatformHttp(server, settings.ca)
    tokens = await http.login(name, password, "")
    account = account_of(settings, server, tokens)
    folder = profile_folder(settings, account.server, account.coach)
    await keep_tokens(folder, open_key(folder, settings, create=True), clock, tokens)
    write_account(settings, account)
    return account


async def sign_out(settings: Settings, clock: Clock) -> None:
    """Forget the tokens; the replica stays, so that edits which still wait are not lost. Raises NotSignedIn."""
    account = read_account(settings)
    if account is None:
        raise NotSignedIn("Nobody is signed in on this laptop.")
    folder = profile_folder(settings, account.server, account.coach)
    await keep_tokens(folder, open_key(folder, settings, create=True), clock, Tokens(access="", refresh=""))
    write_account(settings, None)


async def keep_tokens(folder: Path, key: bytes, clock: Clock, tokens: Tokens) -> None:
    """Store the tokens of a coach in the replica of a profile's `folder`."""
    replica = Replica.open(folder, key, clock, index_when_idle=False)
    try:
        await asyncio.wrap_future(replica.set_meta(TOKENS, msgspec.json.encode(tokens).decode()))
    finally:
        replica.close()


def shown_key(settings: Settings) -> str:
    """Return the recovery key of the chosen profile; raises NotFound, Locked, KeyLost or WrongPassphrase."""
    return recovery_key(open_key(choose_profile(settings).folder, settings, create=False))


async def refine_text(settings: Settings, summary: str, transcript: Path | None, instruction: str) -> dict[str, object]:
    """Return what the local assistant makes of a text without a session: the document that `refine` prints."""
    from coachdesk.assistant.refining import refine
    from coachdesk.transcripts import read_transcript

    model = _local_model(settings)
    read = read_transcript(transcript).transcript if transcript else None
    try:
        refined = await refine(summary, read, (), instruction, engine=model.engine())
    finally:
        await model.close()
    document: dict[str, object] = msgspec.to_builtins(refined)
    return document


async def summarise_file(settings: Settings, file: Path, progress: Callable[[int, int], None]) -> dict[str, object]:
    """Return the first summary of a transcript's file: the document that `summarise` prints."""
    from coachdesk.assistant.summarising import summarise
    from coachdesk.transcripts import read_transcript

    model = _local_model(settings)
    transcript = read_transcript(file).transcript
    try:
        made = await summarise(transcript, engine=model.engine(), progress=progress)
    finally:
        await model.close()
    document: dict[str, object] = msgspec.to_builtins(made)
    return document


async def back_up(settings: Settings, clock: Clock, target: Path, passphrase: str, *, key: bytes | None = None) -> int:
    """Write everything of the chosen profile to one encrypted file; returns its size in bytes. Raises StorageFault.

    `key` is the profile's, fetched if it is not given.
    """
    profile = choose_profile(settings)
    key = key or open_key(profile.folder, settings, create=True)
    replica = Replica.open(profile.folder, key, clock)
    try:
        account = msgspec.json.encode(profile.account).decode() if profile.account else None
        await asyncio.wrap_future(replica.set_meta(ACCOUNT, account))
        return await asyncio.to_thread(write_backup, profile.folder, key, target, passphrase)
    finally:
        replica.close()


async def restore(
    settings: Settings, clock: Clock, source: Path, passphrase: str, *, key_here: bytes | None = None
) -> Path:
    """Make the profile that a backup holds in this home, and return its folder.

    `key_here` opens the profile that is chosen now: if it is the same one and nothing was ever written in it, the
    backup takes its place. Raises Refused if that profile has data here already, NotFound, Unreadable or
    WrongPassphrase.
    """
    settings.replicas.mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=settings.replicas, prefix=".restoring-") as room:
        folder = Path(room)
        key = await asyncio.to_thread(read_backup, source, folder, passphrase, clock)
        replica = Replica.open(folder, key, clock)
        stored = replica.meta(ACCOUNT)
        replica.close()
        account = msgspec.json.decode(stored, type=Account) if stored else None
        home = profile_folder(settings, account.server, account.coach) if account else profile_folder(settings)
        chosen = choose_profile(settings).folder
        if (home / "replica.db").exists() and (
            key_here is None or home != chosen or not clear_if_empty(home, key_here, clock)
        ):
            raise Refused("This home holds data of the same coach already; nothing was overwritten. Use a fresh home.")
        keep_key(home, key, settings)
        (folder / "replica.db").replace(home / "replica.db")
    if account is not None and settings.token is None:
        write_account(settings, account)
    return home
