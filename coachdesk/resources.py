"""This file finds the files that travel with CoachDesk: icons, translations, the catalogue of models."""

from __future__ import annotations

import sys
from pathlib import Path


def resource(name: str) -> Path:
    """Return the path of `name` ("models.json", "models/…") in a frozen app, an installed wheel or a checkout.

    The path may not exist: where nothing has it, the place in which it was last looked for is returned.
    """
    package = Path(__file__).resolve().parent
    folders = [package / "_resources", package.parent / "resources"]
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is not None:
        folders.insert(0, Path(bundle) / "resources")
    found = [folder / name for folder in folders]
    return next((path for path in found if path.exists()), found[-1])
