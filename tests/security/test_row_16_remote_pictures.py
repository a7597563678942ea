"""This file has messages and summaries name pictures and files elsewhere: nothing is asked for, nothing is opened."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QTextDocument

from coachdesk.desk.views import MessageView, Proposal
from coachdesk.domain.session import Role
from coachdesk.ui.rich_text import write_markdown
from coachdesk.ui.theme import LIGHT, Theme
from tests.gui import Gui
from tests.security.listener import listening
from tests.ui.conftest import Coach, coach, desk, only_our_loop_turns  # noqa: F401  fixtures
from tests.ui.desk_stand_in import NOW

FORMS = (
    "![x]({address})",
    "![x][r]\n\n[r]: {address}",
    "<img src='{address}'>",
    "<table background='{address}'><tr><td>x</table>",
    "<style>@import url({address}); body {{ background: url({address}) }}</style>",
    "<link rel=stylesheet href='{address}'><script src='{address}'></script>",
    "<iframe src='{address}'></iframe><object data='{address}'></object><video src='{address}' autoplay></video>",
    "<meta http-equiv=refresh content='0;url={address}'>",
)


def naming(address: str) -> str:
    """Return one text that names `address` in every form in which a text can name a picture or a page."""
    return "## Focus\n" + "\n\n".join(form.format(address=address) for form in FORMS)


def shown_everywhere(coach: Coach, text: str) -> None:  # noqa: F811  a fixture's name
    """Show `text` as a message, a proposal and a summary, and have all of it painted."""
    coach.open("s1")
    message = MessageView("m1", Role.ASSISTANT, text, "platform", NOW, None, False)
    proposal = Proposal("r1", "## Focus\nx\n", text, "local:x", "", "", ((text, text),))
    coach.gui.do(lambda: coach.desk.change("s1", messages=(message,), proposal=proposal))
    coach.until(lambda: coach.sees("bubble"))
    coach.gui.do(coach.window.grab)
    coach.gui.do(lambda: coach.desk.change("s2", summary=text))
    coach.open("s2")
    coach.gui.do(coach.window.grab)


def test_pictures_named_by_a_text_are_not_asked_for(coach: Coach) -> None:  # noqa: F811  a fixture
    with listening() as listener:
        addresses = (f"http://127.0.0.1:{listener.port}/x.png", f"//127.0.0.1:{listener.port}/share/x.png")
        for address in addresses:
            shown_everywhere(coach, naming(address))
        assert listener.connections == 0
        listener.connect()
        assert listener.connections == 1, "the listener would not have noticed"


def test_no_text_becomes_a_picture_in_a_document(gui: Gui) -> None:
    for address in ("http://127.0.0.1:9/x.png", "file:///etc/passwd", "\\\\127.0.0.1\\share\\x.png"):
        document = QTextDocument()
        write_markdown(document, naming(address), Theme(LIGHT))
        assert not any(one.isImageFormat() for one in document.allFormats())


@pytest.mark.skipif(sys.platform != "linux" or shutil.which("strace") is None, reason="needs strace")
def test_files_named_by_a_text_are_not_opened(tmp_path: Path) -> None:
    """What the system was asked to open tells; `picture-canary` is a name that only the texts hold."""
    trace = tmp_path / "trace"
    command = ["strace", "-f", "-e", "trace=open,openat,stat,newfstatat,connect", "-o", str(trace), sys.executable]
    words = ["-m", "tests.security.shown_once", str(tmp_path / "picture-canary.png"), str(tmp_path / "opened-by-us")]
    (tmp_path / "picture-canary.png").write_bytes(b"no picture")
    (tmp_path / "opened-by-us").write_bytes(b"")
    subprocess.run([*command, *words], check=True, timeout=120, cwd=Path(__file__).resolve().parents[2])
    seen = trace.read_text(errors="replace")
    assert "opened-by-us" in seen, "the trace does not tell what is opened"
    assert "picture-canary" not in seen
