"""This file does what a coach does around an upgrade: edits wait in the old version, and the new one sends them all."""

from __future__ import annotations

import json
from typing import NamedTuple

from tests.packaging.bare_root import BareRoot

TRANSCRIPT = "Anna: I will call Petra on Monday.\nCoach: What would make that easier?\nAnna: A short list of points.\n"
COACH = {"COACHDESK_SERVER": "http://127.0.0.1:8123", "COACHDESK_PASSPHRASE": "a long passphrase for the test"}


class Waiting(NamedTuple):
    """The edits that wait in a root: whose environment, of which session, and how the outbox lists them."""

    offline: dict[str, str]
    session: str
    queue: str


def edits_that_wait(root: BareRoot) -> Waiting:
    """Have a coach meet the platform once, then import a transcript and write a summary without it."""
    root.path("/tmp/talk.txt").write_text(TRANSCRIPT, "utf-8")
    root.path("/tmp/summary.md").write_text("## Focus\n\nCalling Petra, written on a train.\n", "utf-8")
    listed, _ = with_platform(root, "coachdesk list --json --limit 1", "coachdesk sync --json")
    assert json.loads(listed)["sessions"] == []
    offline = {**COACH, "COACHDESK_TOKEN": root.path("/tmp/token").read_text()}
    made = root.run("coachdesk", "import", "/tmp/talk.txt", "--client", "Anna", "--json", environment=offline)
    session = json.loads(made.stdout)["sessions"][0]["id"]
    root.run("coachdesk", "edit", session, "--summary", "/tmp/summary.md", environment=offline)
    queue = root.run("coachdesk", "queue", "--json", environment=offline).stdout
    assert len(json.loads(queue)["operations"]) >= 3
    return Waiting(offline, session, queue)


def all_is_there_and_sent(root: BareRoot, waiting: Waiting) -> None:
    """Require that the same edits wait, and that the platform gets them once it is back."""
    assert root.run("coachdesk", "queue", "--json", environment=waiting.offline).stdout == waiting.queue
    synced, shown = with_platform(root, "coachdesk sync --json", f"coachdesk show {waiting.session} --json")
    assert json.loads(synced)["synced"] is True
    assert json.loads(synced)["pending"] == 0
    assert "written on a train" in json.loads(shown)["summary"]


def only_the_data_stays(root: BareRoot, said: str) -> None:
    """Require that what was `said` at the removal tells where the data lies, and that nothing else is left."""
    assert ".local/share/CoachDesk" in said
    assert not root.path("/usr/bin/coachdesk").exists()
    assert not root.path("/usr/lib/coachdesk").exists()
    assert list(root.path("/root/.local/share/CoachDesk").rglob("replica.db"))


def with_platform(root: BareRoot, *lines: str) -> list[str]:
    """Start `coachdesk serve --demo` beside shell `lines` with its token, stop it; return what each line printed."""
    script = [
        "coachdesk serve --demo --port 8123 >/tmp/serve.out 2>/tmp/serve.err & server=$!",
        "for _ in $(seq 300); do grep -q ^token /tmp/serve.out && break; sleep 0.1; done",
        "COACHDESK_TOKEN=$(sed -n 's/^token //p' /tmp/serve.out); export COACHDESK_TOKEN",
        'printf %s "$COACHDESK_TOKEN" >/tmp/token',
        *(f"{line}; echo '--end--'" for line in lines),
        "kill $server; wait $server || true",
    ]
    done = root.run("sh", "-ec", "\n".join(script), environment=COACH)
    return [part.strip() for part in done.stdout.split("--end--")[:-1]]
