"""This file does what an action's name says: it asks in a dialog where it must, and starts a task of the desk."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QWidget

from coachdesk.desk.desk import Desk
from coachdesk.desk.listed import ClientRow
from coachdesk.desk.views import SessionView
from coachdesk.domain.session import Policy
from coachdesk.ui.client_dialog import ClientDialog
from coachdesk.ui.exports import Exports, file_name
from coachdesk.ui.file_dialog import FileDialog
from coachdesk.ui.imports import Imports
from coachdesk.ui.keeping import Keeping
from coachdesk.ui.photos import Photos
from coachdesk.ui.question import Question
from coachdesk.ui.session_dialog import SessionDialog, SessionFields
from coachdesk.ui.tasks import Tasks
from coachdesk.ui.theme import Theme
from coachdesk.ui.undoing import Undoing


class Commands(QObject):
    """What the coach can do with clients, sessions and files. `said` carries a sentence for the notice bar."""

    said = Signal(str, bool)
    session_made = Signal(str)
    session_left = Signal()

    def __init__(
        self, desk: Desk, tasks: Tasks, photos: Photos, theme: Theme, undoing: Undoing, window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk, self._tasks, self._photos, self._window = desk, tasks, photos, window
        self.keeping = Keeping(desk, self)
        self.keeping.moved.connect(self.session_made)
        self._undoing = undoing
        self.exports = Exports(desk, tasks, window)
        self.exports.said.connect(self.said)
        self.imports = Imports(desk, tasks, theme, undoing, window)
        self.imports.said.connect(self.said)
        self.imports.made.connect(self.session_made)
        self.imports.unmaking.connect(self._unmade)
        self.view: SessionView | None = None
        """The session that is open."""
        self._deleted_here: set[str] = set()
        self.deeds: dict[str, Callable[[], None]] = {
            "new_session": self.new_session,
            "new_client": self.new_client,
            "import": self.choose_files,
            "export": self.export,
            "sync_now": self.sync_now,
            "summarise": self.summarise,
            "approve": self.approve,
            "edit_session": self.edit_session,
            "edit_client": self.edit_client,
            "delete_session": self.delete_session,
            "delete_client": self.delete_client,
            "stop": self.stop,
        }

    def _open(self, dialog: QDialog) -> None:
        # Never exec(): a nested loop inside a task is the end of all others.
        dialog.open()

    def _start(self, name: str, work: Coroutine[object, object, object]) -> None:
        self._tasks.start(name, work)

    # Clients.

    def new_client(self) -> None:
        """Ask for a client and add it."""
        dialog = ClientDialog(None, self._photos, self._tasks, self._window)
        dialog.entered.connect(lambda *entered: self._start("add client", self._add(dialog.photo.content, *entered)))
        self._open(dialog)

    async def _add(self, photo: bytes | None, name: str, email: str, policy: Policy, kept: bool) -> None:
        client = await self._desk.create_client(name, email, policy, kept=kept)
        if photo is not None:
            await self._desk.set_photo(client, photo)
        self.said.emit(self.tr("{name} was added.").format(name=name), False)

    def edit_client(self) -> None:
        """Ask for changes of the open session's client."""
        view = self.view
        client = next((row for row in self._desk.clients() if view and row.id == view.client), None)
        if view is None or client is None:
            return
        dialog = ClientDialog(client, self._photos, self._tasks, self._window, kept=view.client_kept)

        def entered(name: str, email: str, policy: Policy, kept: bool) -> None:
            fields: dict[str, object] = {"name": name, "email": email, "policy": policy}
            changed = {field: value for field, value in fields.items() if getattr(client, field) != value}
            photo = (dialog.photo.content,) if dialog.photo.changed else ()
            self._start("edit client", self._edit_client(view, client, changed, photo, kept))

        dialog.entered.connect(entered)
        self._open(dialog)

    async def _edit_client(
        self,
        view: SessionView,
        client: ClientRow,
        changed: dict[str, object],
        photo: tuple[bytes | None, ...],
        kept: bool,
    ) -> None:
        id = client.id
        if kept and not view.client_kept:  # first, so that nothing of what was entered is sent
            id = await self.keeping.client(view, id, True)
        if changed:
            await self._desk.edit_client(id, **changed)
        for content in photo:
            await self._desk.set_photo(id, content)
        if view.client_kept and not kept:
            await self.keeping.client(view, id, False)
        if changed:
            old = {field: getattr(client, field) for field in changed}
            sentence = self.tr("{name} was changed.").format(name=changed.get("name", client.name))
            self._undoing.offer(sentence, lambda: self._desk.edit_client(id, **old))

    def delete_client(self) -> None:
        """Ask, then delete the open session's client with all sessions."""
        view = self.view
        if view is None or view.client is None:
            return
        client = view.client
        count = next((row.sessions for row in self._desk.clients() if row.id == client), 0)
        text = self.tr(
            "{name} and %n sessions, with transcripts, summaries and chats, go from all your devices.", "", count
        )
        self._open(
            Question(
                self.tr("Delete this client?"),
                text.format(name=view.client_name),
                self.tr("Delete client"),
                lambda: self._start("delete client", self._delete_client(client, view)),
                self._window,
            )
        )

    async def _delete_client(self, client: str, view: SessionView) -> None:
        self._deleted_here.add(view.id)
        self.session_left.emit()
        deletion = await self._desk.delete_client(client, held=True)
        self._deleted(deletion, view, self.tr("{name} was deleted.").format(name=view.client_name))

    def _deleted(self, deletion: str, view: SessionView, sentence: str) -> None:
        """Say that something was deleted, and offer to have it again."""

        async def have_again() -> None:
            await self._desk.deleting.take_back(deletion)
            self._deleted_here.discard(view.id)
            self.session_made.emit(view.id)

        self._undoing.offer(sentence, have_again, lambda: self._desk.deleting.let_go(deletion))

    # Sessions.

    def new_session(self) -> None:
        """Ask for a session and add it."""
        client = self.view.client if self.view else None
        dialog = SessionDialog(self._desk.clients(), None, client, self._window)
        dialog.entered.connect(lambda fields: self._start("add session", self._add_session(fields)))
        self._open(dialog)

    async def _add_session(self, fields: SessionFields) -> None:
        client = fields.client
        if fields.new_client:
            client = await self._desk.create_client(fields.new_client, kept=fields.kept)
        session = await self._desk.create_session(
            client,
            date=fields.date,
            title=fields.title,
            minutes=fields.minutes,
            type=fields.type,
            participants=fields.participants,
            tags=fields.tags,
            kept=fields.kept,
        )
        self.session_made.emit(session)

    def edit_session(self) -> None:
        """Ask for changes of the open session's details."""
        view = self.view
        if view is None:
            return
        dialog = SessionDialog(self._desk.clients(), view, None, self._window)
        dialog.entered.connect(lambda fields: self._start("edit session", self._edit_session(view, fields)))
        self._open(dialog)

    async def _edit_session(self, before: SessionView, fields: SessionFields) -> None:
        client, session = fields.client, before.id
        if fields.kept and not before.kept:  # first, so that nothing of what was entered is sent
            session = await self.keeping.session(before, True)
        if fields.new_client:
            client = await self._desk.create_client(fields.new_client, kept=fields.kept)
        wanted: dict[str, object] = {
            "client": client,
            "date": before.date if before.date[:10] == fields.date else fields.date,
            "title": fields.title,
            "minutes": fields.minutes,
            "type": fields.type,
            "participants": fields.participants,
            "tags": fields.tags,
        }
        # Only what was changed is sent: for other fields, another device's later change stays.
        changed = {name: value for name, value in wanted.items() if getattr(before, name) != value}
        if changed:
            await self._desk.edit_session(session, **changed)
        if before.kept and not fields.kept:
            await self.keeping.session(before, False)
        if changed and "client" not in changed:  # with another client it may have another id now
            old = {name: getattr(before, name) for name in changed}
            self._undoing.offer(self.tr("The details were changed."), lambda: self._desk.edit_session(session, **old))

    def delete_session(self) -> None:
        """Ask, then delete the open session."""
        view = self.view
        if view is None:
            return
        self._open(
            Question(
                self.tr("Delete this session?"),
                self.tr("Its transcript, summary with all revisions, and chat go from all your devices."),
                self.tr("Delete session"),
                lambda: self._start("delete session", self._delete_session(view)),
                self._window,
            )
        )

    async def _delete_session(self, view: SessionView) -> None:
        self._deleted_here.add(view.id)
        self.session_left.emit()
        deletion = await self._desk.delete_session(view.id, held=True)
        self._deleted(deletion, view, self.tr("The session was deleted."))

    def _unmade(self, sessions: tuple[str, ...]) -> None:
        """Leave the open session if it is among `sessions`, whose import the coach has undone."""
        self._deleted_here.update(sessions)
        if self.view is not None and self.view.id in sessions:
            self.session_left.emit()

    def tell_gone(self, session: str) -> None:
        """Say that the open `session` was deleted, unless that was said when it was done here, and where words are."""
        waiting = {row.kind for row in self._desk.outbox() if row.session in (session, None)}
        if session in self._deleted_here:
            return
        if "summary.revise" in waiting and not waiting & {"session.delete", "client.delete"}:
            self.said.emit(self.tr("This session was deleted. What you wrote in it is in the outbox."), True)
        else:
            self.said.emit(self.tr("This session was deleted."), False)

    def summarise(self) -> None:
        """Let the transcript of the open session be summarised."""
        if self.view is not None:
            self._start("summarise", self._desk.summarise(self.view.id))

    def approve(self) -> None:
        """Approve the summary of the open session."""
        if self.view is not None:
            self._start("approve", self._desk.approve(self.view.id))

    def stop(self) -> None:
        """Stop what is being written in the open session."""
        if self.view is not None:
            self._start("stop reply", self._desk.stop(self.view.id))

    def discard(self, operation: str) -> None:
        """Ask, then give up an edit that the platform refused."""
        row = next((row for row in self._desk.outbox() if row.id == operation), None)
        if row is None:
            return
        text = self.tr("“{what}” will not be sent. Later texts of the session are kept.")
        if row.kind.endswith(".put"):
            text = self.tr("“{what}” will not be sent. If it made a client or a session, all within goes with it.")
        self._open(
            Question(
                self.tr("Discard this edit?"),
                text.format(what=row.what[:120]),
                self.tr("Discard"),
                lambda: self._start("discard", self._desk.discard(operation)),
                self._window,
            )
        )

    def sync_now(self) -> None:
        """Try the platform now."""
        self._start("sync now", self._desk.sync_now())

    # Files.

    def choose_files(self) -> None:
        """Ask for transcripts to import."""
        self.imports.choose(self.view)

    def ask_import(self, paths: tuple[Path, ...]) -> None:
        """Show what `paths` would become, and import them if the coach wants that."""
        self.imports.ask(paths, self.view)

    def export(self) -> None:
        """Ask where to, then export the open session."""
        view = self.view
        if view is None:
            return
        forms = {
            "md": self.tr("Markdown (*.md)"),
            "docx": self.tr("Word (*.docx)"),
            "pdf": self.tr("PDF (*.pdf)"),
            "vtt": self.tr("WebVTT (*.vtt)"),
            "eml": self.tr("E-mail (*.eml)"),
        }

        def ending(name_filter: str) -> str:
            return next((suffix for suffix, text in forms.items() if text == name_filter), "md")

        dialog = FileDialog(self._window, self.tr("Export"))
        dialog.setAcceptMode(FileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(forms.values()))
        dialog.selectFile(file_name(view))
        dialog.setDefaultSuffix("md")
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(ending(chosen)))

        def chosen(name: str) -> None:
            path = Path(name)
            format_ = path.suffix[1:] if path.suffix[1:] in forms else ending(dialog.selectedNameFilter())
            self._start("export", self._export(view.id, format_, path))

        dialog.fileSelected.connect(chosen)
        self._open(dialog)

    async def _export(self, session: str, format_: str, path: Path) -> None:
        await self.exports.write(session, format_, path)
        self.said.emit(self.tr("Saved as {name}.").format(name=path.name), False)

    def ask_link(self, url: QUrl) -> None:
        """Ask before a link is opened, showing where it leads; only web addresses are."""
        if url.scheme() not in {"http", "https"} or not url.host():
            self.said.emit(self.tr("This link does not lead to a web page, so it is not opened."), True)
            return
        host = bytes(QUrl.toAce(url.host()).data()).decode("ascii", "replace") or url.host()
        self._open(
            Question(
                self.tr("Open this link?"),
                self.tr("It leads to {host} and opens in your browser.").format(host=host),
                self.tr("Open {host}").format(host=host[:40]),
                lambda: self._open_in_browser(url),
                self._window,
                harmful=False,
            )
        )

    def _open_in_browser(self, url: QUrl) -> None:
        if not QDesktopServices.openUrl(url):
            self.said.emit(self.tr("No browser could be opened."), True)
