"""This file holds the colours of the window, light, dark and high contrast, and follows the system between them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from coachdesk.resources import resource

SYSTEM, LIGHT, DARK, CONTRAST = "system", "light", "dark", "contrast"


class Colours(msgspec.Struct, frozen=True):
    """Every colour of the window as #rrggbb; `x` and `on_x` belong together as ground and text."""

    dark: bool
    window: str
    surface: str
    sunken: str
    hover: str
    border: str
    control: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_text: str
    selection: str
    on_selection: str
    neutral: str
    on_neutral: str
    added: str
    on_added: str
    removed: str
    on_removed: str
    warning: str
    on_warning: str
    success: str
    on_success: str

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Yield the names (text, ground) of all colours that the window ever puts on one another as text."""
        for ground in ("window", "surface", "sunken", "hover"):
            for text in ("text", "muted", "accent_text"):
                yield text, ground
        yield "muted", "selection"
        yield "accent_text", "selection"
        yield "on_accent", "accent_hover"
        for ground in ("accent", "selection", "neutral", "added", "removed", "warning", "success"):
            yield f"on_{ground}", ground


LIGHT_COLOURS = Colours(
    dark=False,
    window="#f6f7f5",
    surface="#ffffff",
    sunken="#eef1ee",
    hover="#e9eeeb",
    border="#dce2de",
    control="#7d8a84",
    text="#18211d",
    muted="#55625c",
    accent="#0f6e63",
    accent_hover="#0b5c53",
    on_accent="#ffffff",
    accent_text="#0d655b",
    selection="#d9ece8",
    on_selection="#0c2f2a",
    neutral="#e6ebe8",
    on_neutral="#3d4a44",
    added="#d9f2e0",
    on_added="#0f4d29",
    removed="#fbe3e0",
    on_removed="#8a1f14",
    warning="#fcefd0",
    on_warning="#6b4700",
    success="#d9f0e3",
    on_success="#145233",
)

DARK_COLOURS = Colours(
    dark=True,
    window="#151918",
    surface="#1c2120",
    sunken="#121615",
    hover="#252c2a",
    border="#2e3634",
    control="#74827c",
    text="#e6ebe9",
    muted="#a3b0aa",
    accent="#57c7b6",
    accent_hover="#74d6c7",
    on_accent="#06231f",
    accent_text="#6fd3c4",
    selection="#1f3f3a",
    on_selection="#e4f5f1",
    neutral="#2b3331",
    on_neutral="#c2ccc7",
    added="#173d29",
    on_added="#a9e5bf",
    removed="#4a221e",
    on_removed="#ffb9af",
    warning="#443512",
    on_warning="#f4d694",
    success="#1a3f2c",
    on_success="#a4e2bf",
)

CONTRAST_COLOURS = Colours(
    dark=True,
    window="#000000",
    surface="#000000",
    sunken="#000000",
    hover="#262626",
    border="#ffffff",
    control="#ffffff",
    text="#ffffff",
    muted="#e0e0e0",
    accent="#ffe14d",
    accent_hover="#fff0a0",
    on_accent="#000000",
    accent_text="#ffe14d",
    selection="#1a3a5c",
    on_selection="#ffffff",
    neutral="#333333",
    on_neutral="#ffffff",
    added="#003d14",
    on_added="#b8ffcc",
    removed="#520000",
    on_removed="#ffd0d0",
    warning="#4d3d00",
    on_warning="#fff0b3",
    success="#003d14",
    on_success="#b8ffcc",
)


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two #rrggbb colours, 1 to 21 (WCAG 2.2, relative luminance)."""

    def luminance(colour: str) -> float:
        parts = [int(colour[position : position + 2], 16) / 255 for position in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def palette_of(colours: Colours) -> QPalette:
    """Return `colours` as Qt's palette, so that what no style rule names fits too."""
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, name in (
        (roles.Window, "window"),
        (roles.WindowText, "text"),
        (roles.Base, "surface"),
        (roles.AlternateBase, "sunken"),
        (roles.Text, "text"),
        (roles.PlaceholderText, "muted"),
        (roles.Button, "surface"),
        (roles.ButtonText, "text"),
        (roles.BrightText, "on_accent"),
        (roles.Highlight, "selection"),
        (roles.HighlightedText, "on_selection"),
        (roles.Link, "accent_text"),
        (roles.LinkVisited, "accent_text"),
        (roles.ToolTipBase, "surface"),
        (roles.ToolTipText, "text"),
        (roles.Mid, "border"),
        (roles.Midlight, "hover"),
        (roles.Dark, "control"),
        (roles.Light, "surface"),
        (roles.Accent, "accent"),
    ):
        palette.setColor(role, QColor(getattr(colours, name)))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.muted))
    return palette


class Theme(QObject):
    """The colours in force. `changed` is emitted after palette and style sheet were replaced."""

    changed = Signal()

    def __init__(self, choice: str = SYSTEM, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._choice = choice
        self.colours = LIGHT_COLOURS
        self._template = resource("styles/coachdesk.qss").read_text(encoding="utf-8")
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)
        self._follow()

    @property
    def choice(self) -> str:
        """One of "system", "light", "dark", "contrast"."""
        return self._choice

    def choose(self, choice: str) -> None:
        """Use `choice` from now on."""
        self._choice = choice if choice in {LIGHT, DARK, CONTRAST} else SYSTEM
        self._follow()

    def colour(self, name: str) -> QColor:
        """Return the colour `name` of `Colours`."""
        return QColor(getattr(self.colours, name))

    def _follow(self) -> None:
        application = QApplication.instance()
        if not isinstance(application, QApplication):
            return
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        chosen = {LIGHT: LIGHT_COLOURS, DARK: DARK_COLOURS, CONTRAST: CONTRAST_COLOURS}
        self.colours = chosen.get(self._choice, DARK_COLOURS if dark else LIGHT_COLOURS)
        sheet = self.style_sheet()
        # Setting a style sheet visits every widget, so an equal one is not set again.
        if sheet != application.styleSheet():
            if not application.styleSheet():
                application.setStyle("Fusion")
            application.setPalette(palette_of(self.colours))
            application.setStyleSheet(sheet)
            self.changed.emit()

    def style_sheet(self) -> str:
        """Return the style sheet with this theme's colours in the places of its `@names`."""
        values = {name: str(value) for name, value in msgspec.structs.asdict(self.colours).items()}
        values["icons"] = resource("icons").as_posix()
        values["shade"] = "dark" if self.colours.dark else "light"
        return re.sub(r"@([a-z_]+)", lambda found: values[found[1]], self._template)


def apply_theme() -> None:
    """Give the application the colours of the system before its first window, so that nothing flashes."""
    Theme()
