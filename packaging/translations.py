"""This file brings the translations up to date with the source: it extracts what is to be said, and compiles it.

    python packaging/translations.py [FOLDER]

Qt's `lupdate` finds what `tr` and `translate` mark. What it cannot see is handed to it as a file of its own: the
registry of actions, and the sentences that parts without Qt raise, announce or reply. Texts that are new stand
unfinished in resources/translations/coachdesk_*.ts until somebody translates them, in Qt Linguist or by hand.
"""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("de", "fr", "es")

_SPEAKING = ("desk", "domain", "storage", "sync", "transcripts", "export", "errors.py", "settings.py", "ui", "demo.py")
_MODEL = ("catalogue.py", "download.py", "model.py", "model_file.py", "model_link.py", "model_process.py", "trial.py")
_CHECKS = "checks.py"
_SILENT = (
    "ui/replies.py",
    "desk/doctor.py",
    "desk/reports.py",
    "desk/settling.py",
    "desk/diagnostics.py",
    "ui/self_test.py",
)
_SILENT += ("ui/tour.py", "demo.py")
"""Modules whose sentences only the command line shows."""

_SENTENCE = re.compile(r"[A-Z“{].*[a-z]{3}.*[.!?…]”?", re.DOTALL)
_REASON = re.compile(r"(?:is|has|holds|takes|cannot|could|unpacks) .*: .*\.")
"""What a transcript that was refused is or does; the file's name comes before it."""

_PHRASE = re.compile(r"[A-Z{1][^.]*[a-z]{4}.*")
_PHRASES_FROM = ("desk/waiting.py", "desk/views.py", "desk/desk.py", "desk/first_summary.py", "desk/model_offer.py")
_RELEASE = "CoachDesk {0} is there.{1} Read more and get it at {2}"
_PARTS = {"name", "e-mail address", "photo", "AI policy", "client", "date", "title", "length", "type", "participants"}
_PARTS |= {"status", "tags"}
_PARTS |= {"enter the recovery key to open your data again", _RELEASE}
_PARTS |= {"a txt, vtt, srt, docx, json or pdf file", " and takes {0} GB of memory"}
_PARTS |= {"it lost {0}", "it brought in {0}", "it would have brought in {0}", "the new text was empty"}
_PARTS |= {"this section was to be left alone", "it grew to more than twice its length"}
_NOT_SAID = re.compile(r"(SELECT|UPDATE|DELETE|INSERT|CREATE|PRAGMA) |You help a coach|Tell in a few|[A-Z]\w+\(")
_MARKED = {"tr", "translate", "Spec"}


def sentences() -> list[str]:
    """Return what the parts below the window say to a coach, "{0}" for each value, sorted."""
    package = ROOT / "coachdesk"
    files = [file for name in _SPEAKING for file in sorted((package / name).rglob("*.py")) or [package / name]]
    files += [package / "assistant" / name for name in (*_MODEL, _CHECKS)]
    found = {said for file in files for said in _said_in(file, file.relative_to(package).as_posix())}
    if gone := _PARTS - found:
        raise SystemExit(f"No module says this any more; take it out of {Path(__file__).name}: {gone}")
    return sorted(found)


def _said_in(file: Path, name: str) -> Iterator[str]:
    if name in _SILENT:
        return
    for text in _texts(ast.parse(file.read_text("utf-8"))):
        if name.startswith("transcripts/") and _REASON.fullmatch(text):
            later = re.sub(r"\{(\d)\}", lambda found: f"{{{int(found[1]) + 1}}}", text)
            yield f"“{{0}}” {later}"
        elif _NOT_SAID.match(text) or (name.endswith(_CHECKS) and text not in _PARTS):
            continue
        elif (
            text in _PARTS
            or (name in _PHRASES_FROM and _PHRASE.fullmatch(text))
            or (_SENTENCE.fullmatch(text) and " " in text)
        ):
            yield text


def _texts(tree: ast.AST) -> Iterator[str]:
    """Yield the texts of a module that are neither docstrings nor marked for translation where they stand."""
    skipped: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            skipped.add(id(node.value))
        elif isinstance(node, ast.Call) and _called(node) in _MARKED:
            skipped.update(id(inner) for inner in ast.walk(node))
        elif isinstance(node, ast.JoinedStr):
            skipped.update(id(inner) for inner in ast.walk(node) if inner is not node)
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            yield _template(node)


def _called(node: ast.Call) -> str:
    return getattr(node.func, "attr", getattr(node.func, "id", ""))


def _template(node: ast.JoinedStr) -> str:
    parts, number = [], 0
    for part in node.values:
        if isinstance(part, ast.Constant):
            parts.append(str(part.value))
        else:
            parts.append(f"{{{number}}}")
            number += 1
    return "".join(parts)


def write(folder: Path) -> None:
    """Bring the files in `folder` up to date: the list of sentences, each language's texts, and what Qt loads."""
    known = sentences()
    (folder / "sentences.json").write_text(json.dumps(known, ensure_ascii=False, indent=0) + "\n", "utf-8")
    with tempfile.TemporaryDirectory() as scratch:
        unseen = Path(scratch) / "unseen.py"
        unseen.write_text(_unseen(known), "utf-8")
        sources = [str(file) for file in sorted((ROOT / "coachdesk" / "ui").glob("*.py"))]
        for language in LANGUAGES:
            texts = folder / f"coachdesk_{language}.ts"
            options = ["-silent", "-no-obsolete", "-locations", "none", "-source-language", "en"]
            _run("lupdate", *options, "-target-language", language, *sources, str(unseen), "-ts", str(texts))
            _run("lrelease", "-silent", str(texts), "-qm", str(texts.with_suffix(".qm")))


def _unseen(known: list[str]) -> str:
    """Return a source from which lupdate reads the registry of actions, the sentences and the replies."""
    sys.path.insert(0, str(ROOT))
    from coachdesk.ui.actions import MENUS, SPECS
    from coachdesk.ui.replies import SENTENCES

    marked = [("Actions", text) for text in dict.fromkeys((*MENUS, *(spec.text for spec in SPECS)))]
    marked += [("Sentences", text) for text in known] + [("Replies", text) for text in SENTENCES]
    return "\n".join(f"QT_TRANSLATE_NOOP({json.dumps(context)}, {_quoted(text)})" for context, text in marked)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _run(tool: str, *arguments: str) -> None:
    import PySide6

    subprocess.run([str(Path(PySide6.__file__).parent / tool), *arguments], check=True, timeout=60)


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
