"""This file does what a coach does with models on this laptop: see them, add one, download one, choose one."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from coachdesk.errors import MemoryShort, NotFound, Refused
from coachdesk.settings import Settings

if TYPE_CHECKING:
    from coachdesk.assistant.catalogue import Listed, Models


async def carry_out(
    settings: Settings, verb: str, name: str = "", *, trust: bool = False, anyway: bool = False
) -> dict[str, Any]:
    """Do "list", "add" FILE, "download" NAME or "use" NAME, and return the document that `model` prints.

    A model is tried before it is used; one that does not fit into memory is used only with `anyway`. Raises NotFound,
    Refused or ModelFault.
    """
    from coachdesk.assistant.catalogue import Models, recommended
    from coachdesk.assistant.memory import available_bytes

    models = Models(settings)
    trial: dict[str, Any] = {}
    if verb == "add":
        await asyncio.to_thread(_add, models, Path(name), trust)
    elif verb == "use":
        trial = await _use(models, name, anyway)
    elif verb == "download":
        await _download(models, name)
    free = await asyncio.to_thread(available_bytes)
    best = recommended(free).name if free is not None else ""
    return {"models": [_document(listed, best) for listed in models.listed()], **trial}


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


async def _use(models: Models, name: str, anyway: bool) -> dict[str, Any]:
    """Try the model and choose it; return what was measured. Raises NotFound, Refused where it does not fit."""
    from coachdesk.assistant.fitting import has_room, need_of, title_of
    from coachdesk.assistant.memory import available_bytes
    from coachdesk.assistant.trial import try_model

    file = next((listed.path for listed in models.listed() if listed.name == name), None)
    if file is None:
        raise NotFound(f"There is no model “{name}” on this laptop. See: coachdesk model list")
    free = await asyncio.to_thread(available_bytes)
    if not anyway and free is not None and not has_room(file, free):
        raise Refused(
            f"{title_of(file)} takes about {need_of(file) / 1e9:.1f} GB of memory, and {free / 1e9:.1f} GB are free. "
            "Close other programs, choose a smaller model, or add --anyway."
        )
    try:
        tried = await try_model(file, models.trusted())
    except MemoryShort as short:
        if not anyway:
            raise Refused(f"{short} To choose it all the same, add --anyway.") from short
        models.use(name)
        return {"trial": {"fits": False, "sentence": str(short)}}
    models.use(name)
    return {"trial": {"fits": True, **msgspec.to_builtins(tried), "sentence": tried.sentence(file)}}


async def _download(models: Models, name: str) -> None:
    from coachdesk.assistant.catalogue import catalogue
    from coachdesk.assistant.download import Downloads

    known = {model.name: model for model in catalogue()}.get(name)
    if known is None:
        raise NotFound(f"There is no model “{name}” in the catalogue. See: coachdesk model list")
    await Downloads(models).run(known)


def _document(listed: Listed, best: str) -> dict[str, Any]:
    known = listed.known
    note = "on this laptop" if listed.path else "not downloaded"
    if known is not None:
        note += f", {known.parameters} million parameters, {known.licence}"
    if listed.name == best:
        note += ", recommended for this laptop"
    return {
        "name": listed.name,
        "title": listed.title,
        "path": str(listed.path) if listed.path else None,
        "used": listed.chosen,
        "recommended": listed.name == best,
        "note": note,
    }
