"""This file keeps README.md true: its map, its links and its commands."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAP = ROOT / "packaging" / "map.py"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a small project with a map of its own."""
    root = tmp_path / "project"
    (root / "packaging").mkdir(parents=True)
    (root / "coachdesk" / "inner").mkdir(parents=True)
    (root / "packaging" / "map.py").write_text(MAP.read_text("utf-8"), "utf-8")
    (root / "coachdesk" / "__init__.py").write_text('"""This package is small."""')
    (root / "coachdesk" / "one.py").write_text('"""This file says a | b,\nover two lines. And more."""')
    (root / "coachdesk" / "inner" / "__init__.py").write_text('"""This package lies within."""')
    marks = re.findall(r"^<!-- The map .*-->$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    (root / "README.md").write_text("\n".join(["before", *marks, "after"]))
    return root


def test_the_map_in_the_readme_is_that_of_the_code() -> None:
    result = _map(ROOT, "--check")
    assert result.returncode == 0, result.stderr


def test_every_file_the_readme_links_to_exists() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", readme) if "://" not in link]
    assert "coachdesk/domain/protocol.py" in links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_the_readme_names_only_commands_that_exist() -> None:
    script = (ROOT / "packaging" / "dev.sh").read_text("utf-8")
    named = set(re.findall(r"sh packaging/dev\.sh (\w+)", (ROOT / "README.md").read_text("utf-8")))
    assert {"demo", "test", "check"} <= named
    assert named <= set(re.findall(r"^ +(\w+)(?= .*  )", script, re.MULTILINE))


def test_the_map_is_written_once_and_then_found_fresh(project: Path) -> None:
    assert _map(project, "--check").returncode == 1
    assert _map(project, "--write").returncode == 0
    assert _map(project, "--check").returncode == 0
    readme = (project / "README.md").read_text("utf-8")
    assert "| `coachdesk/one.py` | says a \\| b, over two lines |" in readme
    assert "| **`coachdesk/inner/`** | **lies within** |" in readme
    assert readme.startswith("before")
    assert readme.endswith("after")


def test_a_new_module_makes_the_map_old(project: Path) -> None:
    _map(project, "--write")
    (project / "coachdesk" / "two.py").write_text('"""This file is new."""')
    result = _map(project, "--check")
    assert (result.returncode, "dev.sh map" in result.stderr) == (1, True)


def test_a_module_that_does_not_say_what_it_is_fails_the_map(project: Path) -> None:
    (project / "coachdesk" / "two.py").write_text('"""Things."""')
    result = _map(project, "--write")
    assert result.returncode == 1
    assert "two.py must open with a docstring" in result.stderr


def _map(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(root / "packaging" / "map.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
