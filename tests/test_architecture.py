"""This file holds the code to the house: who may import whom, what a module opens with, how long it gets."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "coachdesk"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST = 400
# The wire is written once.
LONG_FOR_A_REASON = {
    PACKAGE / "domain" / "protocol.py",
}
NO_ROOMS = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "tools"}
DOMAIN_MAY_IMPORT = {"coachdesk", "msgspec", "merge3"}
DOMAIN_MUST_NOT_IMPORT = {
    *(
        "asyncio",
        "concurrent",
        "ctypes",
        "http",
        "io",
        "logging",
        "multiprocessing",
        "os",
        "pathlib",
        "queue",
        "select",
    ),
    *("selectors", "shutil", "socket", "sqlite3", "ssl", "subprocess", "tempfile", "threading", "urllib"),
}

QT = {"PySide6", "qasync"}
HEAVY = {"socketio", "aiohttp", "llama_cpp", "docx", "pypdf", "uvicorn"}

FORBIDDEN = {
    ("domain", "from coachdesk.storage import schema"): "Imports go one way",
    ("domain", "from coachdesk import settings"): "Imports go one way",
    ("assistant", "from coachdesk.storage import cache"): "Imports go one way",
    ("sync", "from coachdesk.desk import views"): "Imports go one way",
    ("ui", "from coachdesk import cli"): "Imports go one way",
    ("desk", "from coachdesk import app"): "Imports go one way",
    ("server", "from coachdesk.storage import schema"): "The server stands alone",
    ("server", "from coachdesk.sync import engine"): "The server stands alone",
    ("desk", "from PySide6.QtCore import QObject"): "Qt stays in the front room",
    ("desk", "import qasync"): "Qt stays in the front room",
    ("sync", "import socketio"): "Socket.IO has one door on each side",
    ("desk", "def late():\n    import socketio"): "Socket.IO has one door on each side",
    ("assistant", "import llama_cpp"): "One module touches the model",
    ("", "from coachdesk import errors"): "Imports go one way",
}


def test_the_import_contracts_hold() -> None:
    result = _lint_imports(ROOT)
    assert result.returncode == 0, result.stdout


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a copy of the code, into which a forbidden import may be put."""
    root = tmp_path_factory.mktemp("house")
    shutil.copytree(PACKAGE, root / "coachdesk", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", root)
    return root


@pytest.mark.parametrize(("room", "line"), FORBIDDEN)
def test_a_forbidden_import_is_found(copy: Path, room: str, line: str) -> None:
    planted = copy / "coachdesk" / room / "planted.py"
    planted.write_text(line + "\n", "utf-8")
    try:
        result = _lint_imports(copy)
    finally:
        planted.unlink()
    assert result.returncode == 1
    assert f"{FORBIDDEN[room, line]} BROKEN" in result.stdout


@pytest.mark.parametrize(("module", "heavy"), [("coachdesk.cli", HEAVY | QT), ("coachdesk.app", HEAVY)])
def test_the_start_imports_nothing_heavy(module: str, heavy: set[str]) -> None:
    program = f"import sys, {module}; print(*sys.modules)"
    result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    assert "coachdesk.errors" in result.stdout.split()
    assert heavy & set(result.stdout.split()) == set()


def test_the_domain_does_no_input_or_output() -> None:
    for path in (PACKAGE / "domain").rglob("*.py"):
        imported = set(_imports(ast.parse(path.read_text("utf-8"))))
        outside = imported - set(sys.stdlib_module_names) - DOMAIN_MAY_IMPORT
        assert not outside, f"{path.name} imports {outside}"
        assert not imported & DOMAIN_MUST_NOT_IMPORT, f"{path.name} imports {imported & DOMAIN_MUST_NOT_IMPORT}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_is_one_idea_and_says_which(path: Path) -> None:
    source = path.read_text("utf-8")
    opening = "This package " if path.name == "__init__.py" else "This file "
    assert (ast.get_docstring(ast.parse(source)) or "").startswith(opening)
    assert source.count("\n") <= LONGEST or path in LONG_FOR_A_REASON, "look for the second idea"
    assert not set(path.relative_to(PACKAGE).with_suffix("").parts) & NO_ROOMS


def test_no_attribute_shadows_a_method_of_qt() -> None:
    from PySide6 import QtCore, QtGui, QtWidgets

    found = []
    for path in [*(PACKAGE / "ui").rglob("*.py"), PACKAGE / "app.py"]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef):
                names = {base.id if isinstance(base, ast.Name) else getattr(base, "attr", "") for base in node.bases}
                known = [getattr(m, n) for n in names for m in (QtCore, QtGui, QtWidgets) if hasattr(m, n)]
                taken = {name for base in known for name in dir(base) if not name.startswith("__")}
                found += [f"{path.name}: {node.name}.{name}" for name in _own_attributes(node) if name in taken]
    assert found == []


def _lint_imports(root: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache", "--no-logo"]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=100, check=False)


def _imports(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


def _own_attributes(node: ast.ClassDef) -> Iterator[str]:
    for inner in ast.walk(node):
        if isinstance(inner, ast.Attribute) and isinstance(inner.ctx, ast.Store) and ast.unparse(inner.value) == "self":
            yield inner.attr
