"""This file checks exports from the window: many sessions with progress and a way out, PDF, and paper."""

from __future__ import annotations

import asyncio
from pathlib import Path
from types import SimpleNamespace

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog, QProgressBar
from shiboken6 import isValid

from coachdesk.domain.session import Transcript
from coachdesk.errors import StorageFault
from coachdesk.ui.exports import free_name
from coachdesk.ui.paper import paper_of, write_pdf
from tests.ui.conftest import Coach
from tests.ui.desk_stand_in import SUMMARY, DeskStandIn, example_transcript


def _choose_folder(coach: Coach, folder: Path) -> None:
    coach.click("dialogYes")
    chooser = coach.window.findChild(QFileDialog)
    assert chooser is not None
    coach.gui.do(lambda: chooser.fileSelected.emit(str(folder)))
    coach.gui.do(lambda: chooser.reject() if isValid(chooser) else None)


def test_the_selected_sessions_are_exported_each_to_a_file_of_its_own(coach: Coach, tmp_path: Path) -> None:
    coach.open()
    coach.gui.do(coach.window.sidebar.view.selectAll)
    coach.does("export_many")
    _choose_folder(coach, tmp_path)
    coach.until(lambda: coach.window.notices.text == "24 of 24 sessions were exported.", "the end")
    assert len(coach.asked("export")) == 24
    assert coach.asked("export")[0][1:] == (
        "md",
        tmp_path / "2026-12-28 Anna Becker Preparing for the promotion interview.md",
    )
    coach.until(lambda: QApplication.activeModalWidget() is None, "the dialog gone")


def test_an_export_of_many_is_cancelled_between_two_files(
    coach: Coach, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[object] = []

    async def slow(*arguments: object) -> None:
        written.append(arguments)
        await asyncio.sleep(0.01 if len(written) < 3 else 60)

    monkeypatch.setattr(coach.desk, "export", slow)
    coach.gui.do(coach.window.sidebar.view.selectAll)
    coach.does("export_many")
    _choose_folder(coach, tmp_path)
    coach.until(lambda: len(written) == 3, "the third file")
    assert coach.find(QProgressBar, "exportProgress").value() == 2
    coach.click("dialogNo")
    coach.until(lambda: not coach.window.tasks.running("export many"), "the end")
    assert len(written) == 3


def test_without_a_selection_the_coach_is_told_to_make_one(coach: Coach) -> None:
    coach.gui.do(coach.window.sidebar.view.clearSelection)
    coach.does("export_many")
    assert coach.window.notices.text.startswith("Select some sessions in the list first")


def test_a_session_becomes_a_pdf_file_or_nothing(coach: Coach, tmp_path: Path) -> None:
    coach.gui.run(coach.window.commands.exports.write("s0", "pdf", tmp_path / "one.pdf"))
    assert (tmp_path / "one.pdf").read_bytes().startswith(b"%PDF-")
    assert [file.name for file in tmp_path.glob("*one*")] == ["one.pdf"]


@pytest.mark.usefixtures("qapp")
def test_paper_holds_all_of_a_long_session(tmp_path: Path) -> None:
    view = DeskStandIn().view("s0")
    long = SUMMARY + "".join(f"\nParagraph {number} of many.\n" for number in range(2_000))
    text = paper_of(_with(view, long), example_transcript(50)).toPlainText()
    assert text.startswith("Preparing for the promotion interview")
    assert "Paragraph 1999 of many." in text
    assert text.count("it went badly") == 12
    with pytest.raises(StorageFault):
        write_pdf(view, Transcript(), tmp_path / "no folder" / "one.pdf")


def _with(view: object, summary: str) -> object:
    names = ("title", "type", "client_name", "date", "participants")
    return SimpleNamespace(**{name: getattr(view, name) for name in names}, summary=summary)


def _print_to(coach: Coach, file: Path) -> None:
    """Choose a printer that writes `file`, in the dialog that asks for one."""
    coach.until(lambda: coach.window.findChild(QPrintDialog, "printDialog") is not None, "the dialog")
    dialog = coach.window.findChild(QPrintDialog, "printDialog")
    assert dialog is not None
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(str(file))
    coach.gui.do(lambda: (dialog.accepted.emit(dialog.printer()), dialog.reject()))
    coach.until(lambda: coach.window.notices.text == "The pages are with the printer.", "the end")


@pytest.mark.parametrize("too", [False, True])
def test_the_session_is_printed_with_its_transcript_only_if_the_coach_wants_that(
    coach: Coach, tmp_path: Path, too: bool
) -> None:
    transcript = example_transcript(400)
    coach.desk._entry("s0").transcript = transcript
    coach.open()
    coach.does("print")
    coach.until(lambda: coach.sees("paperTranscript"), "the question")
    if too:
        coach.press("paperTranscript", Qt.Key.Key_Space)
    coach.click("dialogYes")
    _print_to(coach, tmp_path / "paper.pdf")
    assert (len(PdfReader(tmp_path / "paper.pdf").pages) > 5) == too


def test_a_session_without_a_transcript_is_printed_at_once(coach: Coach, tmp_path: Path) -> None:
    coach.open("s1")
    coach.does("print")
    _print_to(coach, tmp_path / "paper.pdf")
    text = PdfReader(tmp_path / "paper.pdf").pages[0].extract_text()
    assert "First ninety days" in " ".join(text.split())


def test_a_second_file_of_one_name_takes_nothings_place(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("")
    (tmp_path / "a 2.md").write_text("")
    assert free_name(tmp_path, "a", "md") == tmp_path / "a 3.md"
