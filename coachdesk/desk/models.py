"""This file does what a coach does with models on this laptop: see them, add one, download one, choose one."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coachdesk.errors import NotFound
from coachdesk.settings import Settings

if TYPE_CHECKING:
    from coachdesk.assistant.catalogue import Listed, Models


async def carry_out(settings: Settings, verb: str, name: str = "", *, trust: bool = False) -> dict[str, Any]:
    """Do "list", "add" FILE, "download" NAME or "use" NAME, and return the document that `model` prints.

    Raises NotFound, Refused or ModelFault.
    """
    from coachdesk.assistant.catalogue import Models

    models = Models(settings)
    if verb == "add":
        await asyncio.to_thread(_add, models, Path(name), trust)
    elif verb == "use":
        models.use(name)
    elif verb == "download":
        await _download(models, name)
    return {"models": [_document(listed) for listed in models.listed()]}


def check(settings: Settings) -> None:
    """Raise ModelFault unless the model of this laptop can be loaded: there, whole, and known or trusted.

    The window goes on without a model and says so; a command that was to use it ends with the sentence.
    """
    from coachdesk.assistant.catalogue import Models, known_hashes
    from coachdesk.assistant.model_file import Fingerprints, vetted

    models = Models(settings)
    vetted(models.chosen(), known_hashes() | models.trusted(), Fingerprints())


def _add(models: Models, file: Path, trust: bool) -> None:
    if not file.is_file():
        raise NotFound(f"There is no file “{file}”. Check the path.")
    models.add(file, trust=trust)


async def _download(models: Models, name: str) -> None:
    from coachdesk.assistant.catalogue import catalogue
    from coachdesk.assistant.download import Downloads

    known = {model.name: model for model in catalogue()}.get(name)
    if known is None:
        raise NotFound(f"There is no model “{name}” in the catalogue. See: coachdesk model list")
    await Downloads(models).run(known)


def _document(listed: Listed) -> dict[str, Any]:
    known = listed.known
    note = "on this laptop" if listed.path else "not downloaded"
    if known is not None:
        note += f", {known.parameters} million parameters, {known.licence}"
    return {
        "name": listed.name,
        "title": listed.title,
        "path": str(listed.path) if listed.path else None,
        "used": listed.chosen,
        "recommended": bool(known and known.recommended),
        "note": note,
    }
