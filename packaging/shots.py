"""This file takes pictures of every screen: light, dark, high contrast, in other languages, small and enlarged.

    python packaging/shots.py DIR [VARIANT...]

Each variant is a process of its own, since Qt reads its scale factor at the start. The window is the real one over a
real desk in a temporary home without a platform, with the sample sessions that travel with CoachDesk.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STEP_S = 60.0


@dataclass(frozen=True)
class Variant:
    """How the screens of one set look; `size` in device-independent pixels."""

    colours: str = "light"
    language: str = "en"
    size: tuple[int, int] = (1280, 800)
    scale: str = "1"


SMALL = (1024, 700)
VARIANTS = {
    "light": Variant(),
    "dark": Variant(colours="dark"),
    "contrast": Variant(colours="contrast", size=SMALL),
    "small": Variant(size=SMALL),
    "enlarged": Variant(size=SMALL, scale="2"),
    "german": Variant(language="de", size=SMALL),
    "french": Variant(colours="dark", language="fr", size=SMALL),
    "spanish": Variant(language="es", size=SMALL),
    "mirrored": Variant(language="ar-XB", size=SMALL),
    "lengthened": Variant(language="en-XA", size=SMALL),
    "german-enlarged": Variant(colours="dark", language="de", size=SMALL, scale="2"),
    "mirrored-enlarged": Variant(colours="dark", language="ar-XB", size=SMALL, scale="2"),
}


class Shots:
    """One set of pictures in `folder`."""

    def __init__(self, folder: Path, variant: Variant) -> None:
        self._folder, self._variant = folder, variant

    async def take(self, desk: object, window: object) -> int:
        """Go through the screens, and save a picture of each."""
        self._desk, self._window = desk, window
        window.do(self._variant.colours)
        window.resize(*self._variant.size)
        await self._shot("welcome")
        await self._fill()
        newest = await self._open()
        await self._shot("summary")
        await self._pages(newest)
        await self._menus()
        await self._dialogs()
        await self._door()
        return 0

    async def _fill(self) -> None:
        from coachdesk.resources import resource
        from coachdesk.server.demo import read_index

        folder = resource("demo")
        index = read_index(folder)
        clients = {}
        for client in index.clients:
            policy = "none" if client.key == "priya-raman" else client.policy
            clients[client.key] = await self._desk.create_client(client.name, client.email, policy)
        for session in index.sessions:
            id = await self._desk.create_session(
                clients[session.client],
                date=session.date,
                minutes=session.minutes,
                title=session.title,
                type=session.type,
                status=session.status,
                tags=session.tags,
            )
            await self._desk.import_file(folder / f"{session.key}.txt", session=id)
            summary = folder / f"{session.key}.md"
            if summary.exists():
                await self._desk.edit_summary(id, summary.read_text("utf-8"))
                if session.status == "done":
                    await self._desk.approve(id)

    async def _open(self) -> str:
        from coachdesk.desk.listed import ListQuery

        keys = await self._until(lambda: self._desk.keys(ListQuery()), "sessions")
        newest = self._desk.rows(keys[:1])[0].id
        self._window.go_to_session(newest)
        await self._until(lambda: self._window.page.summary.evidence.marks, "the summary with its marks")
        return newest

    async def _pages(self, session: str) -> None:
        await self._desk.edit_summary(
            session, self._desk.view(session).summary + "\n\nPriya was calm today, and slept five nights.\n"
        )
        for page in ("transcript", "revisions"):
            self._window.do(f"show_{page}")
            await self._shot(page)
        self._window.do("show_summary")
        await self._desk.send(session, "Number the commitments.", engine="local")
        await self._until(lambda: self._desk.view(session).proposal is not None, "a proposal")
        await self._shot("proposal")
        self._window.do("outbox")
        await self._shot("outbox")
        self._window.do("back")
        await self._compared()
        self._window.go_to_session(session)
        self._window.sidebar.search.setText("manager")
        await asyncio.sleep(0.6)
        await self._shot("search")
        self._window.sidebar.search.setText("zebra")
        await asyncio.sleep(0.6)
        await self._shot("nothing-found")
        self._window.do("clear_filters")
        await asyncio.sleep(0.6)
        self._window.sidebar.view.selectAll()

    async def _compared(self) -> None:
        """Have a page arrive as from a platform, with a summary that another device changed too, and show it."""
        client = self._desk.clients()[0].id
        texts = {
            "base": "## Focus\n\nTom wants his evenings back.\n\n## Commitments\n\n- Tom: leave at six on Tuesdays\n",
            "mine": "## Focus\n\nTom wants two evenings back.\n\n## Commitments\n\n- Tom: leave at six on Tuesdays\n",
            "head": "## Focus\n\nTom wants his weekends back.\n\n## Commitments\n\n- Tom: leave at six on Tuesdays\n",
        }
        at, session = "2026-11-20T09:30:00.000Z", "compared"
        row = {"client": client, "date": "2026-11-20", "minutes": 50, "title": "Leaving on time", "head": "head"}
        row |= {"type": "", "participants": [], "status": "open", "tags": [], "approved": None}
        changes = [
            {"kind": "revision", "id": id, "data": {"parents": parents, "origin": "coach", "at": at, "text": texts[id]}}
            for id, parents in (("base", []), ("head", ["base"]), ("mine", ["base"]))
        ]
        changes.append({"kind": "session", "id": session, "data": row})
        page = [{"seq": n, "session": session, "version": 1, **change} for n, change in enumerate(changes, start=1)]
        await asyncio.wrap_future(self._desk._replica.apply_page(page, len(page)))
        shown = self._window.sidebar.model
        await self._until(lambda: self._desk.key_of(session) in shown.keys, "the session that two devices changed")
        self._window.go_to_session(session)
        await self._until(lambda: self._window.page.summary.diff.change, "the texts to compare")
        await self._shot("compare")

    async def _menus(self) -> None:
        for number, entry in enumerate(self._window.menuBar().actions()):
            entry.menu().popup(self._window.pos())
            await self._shot(f"menu-{number}", entry.menu())
            entry.menu().close()

    async def _dialogs(self) -> None:
        """Take whatever an action opens in front of the window, and the import of files."""
        from coachdesk.resources import resource
        from coachdesk.ui.actions import SPECS

        asks = {spec.name for spec in SPECS if spec.text.endswith("…")} - ASK_FOR_A_FILE
        for name in sorted(asks | {"about", "handbook"}):
            self._window.do("show_transcript" if name == "correct_line" else "show_summary")
            if name == "correct_line":
                await self._until(self._window.page.transcript.pane.toPlainText, "the transcript")
            entry = self._window.actions_.by_name[name]
            if entry.isEnabled() and entry.isVisible():
                await self._in_front(name.replace("_", "-"), entry.trigger)
            else:
                print(f"not now: {name}", file=sys.stderr)
        files = tuple(sorted(resource("demo").glob("*.txt"))[:2])
        await self._in_front("import", lambda: self._window.commands.ask_import(files))
        self._window.say("The platform cannot be reached. Your edits wait on this laptop.", True)
        await self._shot("notice")

    async def _in_front(self, name: str, begin: Callable[[], object]) -> None:
        from PySide6.QtWidgets import QApplication, QDialog

        def opened() -> list[QDialog]:
            return [top for top in QApplication.topLevelWidgets() if isinstance(top, QDialog) and top.isVisible()]

        asyncio.get_running_loop().call_soon(begin)
        dialog = (await self._until(opened, f"what {name} opens"))[0]
        await self._until(lambda: not self._window.tasks.running(WORKS.get(name, "")), f"{name} at rest")
        await self._shot(name, dialog)
        asyncio.get_running_loop().call_soon(dialog.close)
        await self._until(lambda: not opened(), f"{name} closed")

    async def _door(self) -> None:
        """Take the pages that come before a desk is open."""
        from coachdesk.ui.door_pages import FirstRunPage, LockPage, RecoverPage, RecoveryKeyPage

        locked = "The keychain does not answer; unlock it, or enter the recovery key to open your data again."
        for page in (FirstRunPage(""), LockPage(), RecoverPage(locked), RecoveryKeyPage("-".join(["ABCD"] * 13))):
            page.resize(*self._variant.size)
            page.show()
            await self._shot(f"door-{page.objectName()}", page)
            page.close()

    async def _shot(self, name: str, widget: object = None) -> None:
        from coachdesk.ui.pictures import picture

        await asyncio.sleep(0.35)  # Layouts and notices come to rest.
        picture(widget or self._window, self._folder / f"{name}.png")

    async def _until(self, condition: Callable[[], object], what: str) -> object:
        deadline = time.monotonic() + STEP_S
        while not (found := condition()):
            if time.monotonic() > deadline:
                raise TimeoutError(f"not seen within {STEP_S:.0f} s: {what}")
            await asyncio.sleep(0.02)
        return found


WORKS = {"travel": "travel check", "import": "import"}
"""What goes on in the background of a dialog once it is open."""
ASK_FOR_A_FILE = {"import", "export", "print", "backup", "restore"}
"""The actions that open a dialog of the system's own."""


def one(folder: Path, variant: Variant) -> int:
    """Take the pictures of one variant in this process."""
    from coachdesk.app import open_window
    from coachdesk.settings import Settings

    with tempfile.TemporaryDirectory(prefix="coachdesk-", ignore_cleanup_errors=True) as home:
        settings = Settings(
            home=Path(home),
            passphrase="pictures only",  # noqa: S106 - a home of a minute
            language=variant.language,
        )
        return open_window(settings, Shots(folder, variant).take)


def main() -> int:
    """Take the pictures of the variants that the command names, or of all."""
    if sys.argv[1:2] == ["--one"]:
        sys.path.insert(0, str(ROOT))
        return one(Path(sys.argv[3]), VARIANTS[sys.argv[2]])
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "shots")
    failed = 0
    for name in sys.argv[2:] or VARIANTS:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": VARIANTS[name].scale}
        command = [sys.executable, __file__, "--one", name, str(folder / name)]
        failed |= subprocess.run(command, env=environment, check=False, timeout=300).returncode
    print(f"The pictures are in {folder.resolve()}.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
