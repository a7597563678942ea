"""This file checks that text from outside can neither hang the window nor make it fetch, open or run anything."""

from __future__ import annotations

from time import process_time

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument, QTextFormat
from PySide6.QtWidgets import QApplication, QLabel

from coachdesk.desk.views import MessageView, Proposal
from coachdesk.domain.session import Role
from coachdesk.ui.reading_pane import ReadingPane
from coachdesk.ui.rich_text import MOST_CHARACTERS, MOST_UNBROKEN, harmless, write_markdown
from coachdesk.ui.theme import LIGHT, Theme
from tests.ui.conftest import Coach
from tests.ui.desk_stand_in import NOW

HOSTILE = {
    "tables": "<table>" * 3_000 + "x",
    "line": "x" * 1_000_000,
    "stars": "*a_" * 100_000,
    "brackets": "[" * 50_000 + "](" * 50_000,
    "quotes": "> " * 20_000,
    "list": "".join(" " * (n % 40) + "- x\n" for n in range(20_000)),
    "headings": "# x\n" * 20_000,
    "fence": "```\n" * 20_001,
    "combining": "a" + "\u0301" * 100_000,
    "bidi": "\u202e\u2066" * 20_000 + "x",
    "controls": "\0\ufffc\ufdd0\ufdd1\ufffe" * 5_000,
    "image": "![x](https://127.0.0.1:9/x.png) <img src='file:///etc/passwd'>\n" * 500,
}
STALL_S = 0.2


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(LIGHT)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_laid_out_within_the_time_of_a_stall(theme: Theme, name: str) -> None:
    pane = ReadingPane(theme)
    pane.resize(300, 100)
    pane.show_markdown("warm the fonts up")
    began = process_time()
    pane.show_markdown(HOSTILE[name])
    took = process_time() - began
    pane.deleteLater()
    assert took < STALL_S  # processor time, so that neighbours on the machine do not count


def test_a_text_is_cut_and_words_without_end_are_broken() -> None:
    shown = harmless("x" * 1_000_000)
    assert len(shown) <= MOST_CHARACTERS * 1.01 + 2
    assert max(len(word) for word in shown.split()) <= MOST_UNBROKEN
    assert harmless("short and plain") == "short and plain"


def test_markup_is_shown_as_text_and_no_picture_is_named(theme: Theme) -> None:
    document = QTextDocument()
    write_markdown(document, "<b>bold</b> ![x](https://example.org/x.png) <script>1</script>", theme)
    assert "<b>bold</b>" in document.toPlainText()
    formats = document.allFormats()
    assert not any(one.objectType() == QTextFormat.ObjectTypes.ImageObject.value for one in formats)
    assert not any(one.isImageFormat() for one in formats)


def test_a_pane_loads_nothing_whatever_is_named(theme: Theme) -> None:
    pane = ReadingPane(theme)
    for address in ("https://example.org/x.png", "file:///etc/passwd", "qrc:/x", "//host/share"):
        assert pane.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl(address)) is None
    assert not pane.openLinks()


def test_only_web_links_become_links(theme: Theme) -> None:
    document = QTextDocument()
    text = "[a](javascript:x) [b](file:///x) [c](https://example.org/c) data:text/html,x https://example.org/d"
    write_markdown(document, text, theme)
    links = {one.toCharFormat().anchorHref() for one in document.allFormats() if one.isCharFormat()}
    assert links - {""} == {"https://example.org/c", "https://example.org/d"}


def test_markdown_is_shown_with_weight_marks_and_boxes(theme: Theme) -> None:
    document = QTextDocument()
    write_markdown(document, "## Next\n- [ ] Anna: **call** Tom\n- [x] done\n1. one\n\nplain `code`", theme)
    assert document.toPlainText().split("\n") == ["Next", "☐ Anna: call Tom", "☑ done", "1. one", "plain code"]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_chat_and_proposal_leave_the_window_alive(coach: Coach, name: str) -> None:
    text = HOSTILE[name][:262_144]
    coach.open("s1")
    message = MessageView("m1", Role.ASSISTANT, text, "platform", NOW, None, False)
    proposal = Proposal("r1", "## Focus\nx\n", text, "local:x", "", "", ((text, text),))
    coach.gui.do(lambda: coach.desk.change("s1", messages=(message,), proposal=proposal, title=text, client_name=text))
    coach.until(lambda: coach.sees("bubble"))
    coach.gui.do(coach.window.grab)
    assert coach.window.minimumSizeHint().width() <= 1024, "no text widens the window"


def test_labels_show_outside_text_as_it_is(coach: Coach) -> None:
    coach.open()
    coach.gui.do(lambda: coach.desk.change("s0", title="<h1>x</h1><img src='file:///x'>", tags=("<b>t</b>",)))
    coach.until(lambda: coach.find(QLabel, "sessionTitle").text() == "<h1>x</h1><img src='file:///x'>")
    shown = [label for label in coach.window.findChildren(QLabel) if "<" in label.text()]
    assert shown
    assert all(label.textFormat().name == "PlainText" for label in shown)
