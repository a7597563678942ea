"""This file activates hostile links: none is opened without a question that shows the host it truly leads to."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QTextDocument
from PySide6.QtWidgets import QLabel, QWidget

from coachdesk.ui.rich_text import write_markdown
from coachdesk.ui.theme import LIGHT, Theme
from tests.gui import Gui
from tests.ui.conftest import Coach, coach, desk, only_our_loop_turns  # noqa: F401  fixtures

NEVER = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "data:text/html,<script>1</script>",
    "vbscript:x", "file:///etc/passwd", "file://host/share/x.exe", "FILE:///c:/windows/system32/calc.exe",
    "\\\\host\\share\\x.exe", "//host/share/x", "smb://host/x", "ftp://example.org/x", "ssh://example.org",
    "mailto:a@example.org", "tel:0190", "ms-settings:x", "ms-msdt:/id", "search-ms:query=x", "about:blank", "chrome://x",
    "qrc:/x", "http:", "https:", "http:///x", "https://", "x", "", "#x", "?x", "blob:https://example.org/x",
    "view-source:https://example.org", "jar:file:///x", "res://x", "intent://x#Intent;end", "callto:x",
)  # fmt: skip
ASKED = {
    "https://example.org/a?b=c": "example.org",
    "http://example.org:8080/": "example.org",
    "https://www.paypal.com@evil.example/": "evil.example",
    "https://www.paypal.com%2f@evil.example/": "evil.example",
    "https://user:password@evil.example/www.paypal.com": "evil.example",
    "https://www.paypal.com.evil.example/": "www.paypal.com.evil.example",
    "https://p\u0430ypal.com/": "xn--pypal-4ve.com",
    "https://\u0440\u0430\u0443\u0440\u0430l.com/": "xn--l-7sba6dbr.com",
    "https://goog\u217ce.com/": "google.com",
    "https://127.0.0.1/": "127.0.0.1",
    "https://2130706433/": "127.0.0.1",
    "https://[::1]/": "::1",
    "https://EXAMPLE.org/": "example.org",
    "https://xn--80ak6aa92e.com/": "xn--80ak6aa92e.com",
    "https://b\u00fccher.example/": "xn--bcher-kva.example",
}


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that were handed to the browser."""
    seen: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: seen.append(url.toString()) or True)
    return seen


def test_there_are_fifty_links() -> None:
    assert len(NEVER) + len(ASKED) == 50


def test_what_is_no_web_page_is_never_opened(coach: Coach, opened: list[str]) -> None:  # noqa: F811  a fixture
    coach.open("s1")
    for link in NEVER:
        coach.gui.do(lambda link=link: coach.window.commands.ask_link(QUrl(link)))
        assert not coach.sees("question"), f"{link!r} is asked about"
    assert opened == []


def test_a_web_page_is_opened_only_after_a_question_that_shows_its_true_host(
    coach: Coach,  # noqa: F811  a fixture
    opened: list[str],
) -> None:
    coach.open("s1")
    for link, host in ASKED.items():
        coach.gui.do(lambda link=link: coach.window.commands.ask_link(QUrl(link)))
        coach.until(lambda: coach.sees("question"), link)
        words = coach.find(QLabel, "questionText").text().split()
        assert host in words, f"{link!r} is asked about with {words}"
        assert opened == [], f"{link!r} was opened before the answer"
        dialog = coach.find(QWidget, "questionText").window()
        coach.gui.do(dialog.close)
        coach.until(lambda: not coach.sees("question"))
    assert opened == []


def test_a_yes_opens_the_link_once(coach: Coach, opened: list[str]) -> None:  # noqa: F811  a fixture
    coach.open("s1")
    coach.gui.do(lambda: coach.window.commands.ask_link(QUrl("https://example.org/a")))
    coach.until(lambda: coach.sees("question"))
    coach.click("dialogYes")
    coach.until(lambda: opened)
    assert opened == ["https://example.org/a"]


def test_a_text_offers_only_web_pages_as_links(gui: Gui) -> None:
    document = QTextDocument()
    write_markdown(document, "\n".join(f"[x]({link}) <a href='{link}'>y</a>" for link in NEVER), Theme(LIGHT))
    links = {one.toCharFormat().anchorHref() for one in document.allFormats() if one.isCharFormat()} - {""}
    assert {QUrl(link).host() for link in links} <= {"example.org", ""}, "without a host it is refused above"
    assert all(link.startswith(("http://", "https://")) for link in links)
