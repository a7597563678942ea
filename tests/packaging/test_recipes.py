"""This file checks the recipes of systems that this machine is not: what can be read, compiled or looked up here."""

from __future__ import annotations

import plistlib
import re
import shutil
import struct
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml  # pre-commit brings it

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
SCRIPTS = [PACKAGING / "dev.sh", *sorted(PACKAGING.glob("*/*.sh"))]


def icon(target: Path) -> bytes:
    """Let packaging/icons.py write `target`; return what is in it."""
    subprocess.run([sys.executable, str(PACKAGING / "icons.py"), str(target)], check=True, timeout=60)
    return target.read_bytes()


def jobs(workflow: Path) -> dict[str, Any]:
    """Return the jobs of a workflow."""
    found = yaml.safe_load(workflow.read_text("utf-8"))["jobs"]
    assert isinstance(found, dict)
    return found


def commands(workflow: Path) -> list[str]:
    """Return the shell text of every step."""
    return [step["run"] for job in jobs(workflow).values() for step in job["steps"] if "run" in step]


@pytest.mark.skipif(shutil.which("makensis") is None, reason="makensis is not installed")
def test_the_setup_program_for_windows_compiles_without_a_warning(tmp_path: Path) -> None:
    bundle = tmp_path / "bundle"
    (bundle / "_internal").mkdir(parents=True)
    for name in ("coachdesk.exe", "coachdesk-window.exe", "_internal/LICENSE"):
        (bundle / name).write_text("a stand-in")
    icon(tmp_path / "coachdesk.ico")
    target = tmp_path / "coachdesk-setup.exe"
    defines = {"VERSION": "1.2.3", "BUNDLE": bundle, "ICON": tmp_path / "coachdesk.ico", "TARGET": target}
    words = ["makensis", "-V2", "-WX", *(f"-D{name}={value}" for name, value in defines.items())]
    done = subprocess.run(
        [*words, str(PACKAGING / "windows" / "coachdesk.nsi")], capture_output=True, text=True, check=False, timeout=100
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert target.read_bytes().startswith(b"MZ")


def test_removal_on_windows_touches_nothing_where_the_coach_s_sessions_are() -> None:
    script = (PACKAGING / "windows" / "coachdesk.nsi").read_text("utf-8")
    removed = re.findall(r"^\s*(?:RMDir|Delete) (?:/r )?\"(.*)\"", script, re.MULTILINE)
    assert len(removed) > 5
    assert not [path for path in removed if not path.startswith(("$INSTDIR", "$SMPROGRAMS"))]
    assert r'RMDir /r "$INSTDIR"' not in script  # the folder may be one with files of the user's own
    assert script.count(r"$LOCALAPPDATA\CoachDesk") == script.count("MUI_LANGUAGE ")  # said in every language


def test_setup_removes_every_part_of_the_bundle() -> None:
    script = (PACKAGING / "windows" / "coachdesk.nsi").read_text("utf-8")
    for part in ("_internal", "licences", "sbom.cdx.json", "coachdesk.exe", "${PROGRAM}", "uninstall.exe"):
        assert re.search(rf'(RMDir /r|Delete) "\$INSTDIR\\{re.escape(part)}"', script), part


@pytest.mark.parametrize("file", sorted(PACKAGING.glob("macos/*.plist")), ids=lambda file: file.name)
def test_property_lists_of_macos_can_be_read(file: Path) -> None:
    assert plistlib.loads(file.read_bytes())


def test_icons_of_windows_and_macos_hold_the_pictures_that_they_list(tmp_path: Path) -> None:
    windows = icon(tmp_path / "coachdesk.ico")
    for at in range(6, 6 + 16 * struct.unpack_from("<H", windows, 4)[0], 16):
        length, start = struct.unpack_from("<II", windows, at + 8)
        assert windows[start : start + 8] == b"\x89PNG\r\n\x1a\n"
        assert windows[start + length - 8 : start + length - 4] == b"IEND"
    macos = icon(tmp_path / "coachdesk.icns")
    assert macos[:4] == b"icns"
    at, sizes = 8, []
    while at < len(macos):
        sizes.append(struct.unpack_from(">I", macos, at + 8 + 16)[0])  # the width in the PNG's header
        at += struct.unpack_from(">I", macos, at + 4)[0]
    assert at == len(macos) == struct.unpack_from(">I", macos, 4)[0]
    assert sizes == [16, 32, 128, 256, 512, 1024]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda file: file.name)
def test_workflows_use_actions_of_one_commit_and_say_which_version_that_is(workflow: Path) -> None:
    used = re.findall(r"uses: *(.*)", workflow.read_text("utf-8"))
    assert used
    assert not [action for action in used if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action)]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda file: file.name)
def test_what_workflows_fetch_is_compared_with_its_check_sum(workflow: Path) -> None:
    for text in commands(workflow):
        assert text.count("curl ") == text.count("sha256sum --check"), text


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda file: file.name)
def test_jobs_wait_for_jobs_that_there_are_and_end_by_themselves(workflow: Path) -> None:
    found = jobs(workflow)
    for job in found.values():
        assert set(job.get("needs", [])) <= set(found)
        assert job["timeout-minutes"] <= 90


@pytest.mark.parametrize("file", [*WORKFLOWS, *SCRIPTS], ids=lambda file: file.name)
def test_recipes_name_only_files_of_this_project(file: Path) -> None:
    text = "\n".join(commands(file)) if file.suffix == ".yml" else file.read_text("utf-8")
    named = re.findall(r"(?<![\w/.])(?:packaging|tests|resources|\.ci)/[\w.-]+(?:/[\w.-]+)*", text)
    assert not [name for name in named if not (ROOT / name.rstrip(".")).exists()]


def test_recipes_give_dev_sh_only_commands_that_it_has() -> None:
    usage = (PACKAGING / "dev.sh").read_text("utf-8").partition("<<'END'")[2].partition("\nEND")[0]
    known = set(re.findall(r"^  (\w+)", usage, re.MULTILINE))
    texts = [text for workflow in WORKFLOWS for text in commands(workflow)]
    texts += [file.read_text("utf-8") for file in (ROOT / ".ci" / "run", *SCRIPTS)]
    given = {word for text in texts for word in re.findall(r"sh packaging/dev\.sh ([a-z]+)", text)}
    assert "bundle" in given
    assert given <= known


def test_the_secrets_that_sign_are_listed_and_can_be_missing() -> None:
    text = next(file for file in WORKFLOWS if file.name == "release.yml").read_text("utf-8")
    head = text.partition("\nname:")[0]
    used = set(re.findall(r"secrets\.(\w+)", text))
    assert used == set(re.findall(r"\b[A-Z]+_[A-Z_]+\b", head))
    scripts = text + "".join(file.read_text("utf-8") for file in SCRIPTS)
    for secret in ("MACOS_CERTIFICATE", "MACOS_IDENTITY", "APPLE_ID", "WINDOWS_CERTIFICATE"):
        assert f"${{{secret}:-}}" in scripts, secret
    assert '-z "$RELEASE_KEY"' in scripts
