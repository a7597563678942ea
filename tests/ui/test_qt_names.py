"""This file is a lint: no attribute of a widget may shadow a method of Qt, and no dialog may run a loop of its own."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
from pathlib import Path

import PySide6.QtCore
import pytest

import coachdesk.ui

FOLDER = Path(coachdesk.ui.__file__).parent
MODULES = [module.name for module in pkgutil.iter_modules([str(FOLDER)])]


def _shadows(kind: type) -> list[str]:
    """Return the attributes that `kind` assigns to `self` although a Qt base has a method of that name."""
    tree = ast.parse(inspect.getsource(inspect.getmodule(kind) or coachdesk.ui))
    found = next(node for node in ast.walk(tree) if isinstance(node, ast.ClassDef) and node.name == kind.__name__)
    assigned = {
        target.attr
        for node in ast.walk(found)
        if isinstance(node, ast.Assign | ast.AnnAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name) and target.value.id == "self"
    }
    bases = [base for base in kind.__mro__ if base.__module__.startswith("PySide6")]
    return sorted(name for name in assigned if any(name in vars(base) for base in bases))


@pytest.mark.parametrize("name", MODULES)
def test_no_attribute_shadows_a_method_of_qt(name: str) -> None:
    module = importlib.import_module(f"coachdesk.ui.{name}")
    kinds = [kind for kind in vars(module).values() if inspect.isclass(kind) and kind.__module__ == module.__name__]
    bad = {kind.__name__: _shadows(kind) for kind in kinds if issubclass(kind, PySide6.QtCore.QObject)}
    assert {kind: names for kind, names in bad.items() if names} == {}


def test_the_lint_finds_an_attribute_that_shadows() -> None:
    class Wrong(PySide6.QtCore.QObject):
        def __init__(self) -> None:
            super().__init__()
            self.parent = 1  # type: ignore[assignment,method-assign]  # The very mistake.

    assert _shadows(Wrong) == ["parent"]


@pytest.mark.parametrize("name", MODULES)
def test_no_module_uses_html_or_a_nested_loop(name: str) -> None:
    tree = ast.parse((FOLDER / f"{name}.py").read_text(encoding="utf-8"))
    called = {
        (node.func.value.id if isinstance(node.func.value, ast.Name) else "", node.func.attr)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    # The one message before the window exists has no other loop to nest into; the handbook's pages are our own.
    allowed = {"notices": {("application", "exec")}, "handbook": {("document", "setMarkdown")}}.get(name, set())
    forbidden = {"setHtml", "insertHtml", "setMarkdown", "fromHtml", "exec", "exec_", "processEvents"}
    assert {call for call in called if call[1] in forbidden} - allowed == set()
