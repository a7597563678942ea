"""This file writes the golden database of the newest schema version; run once for each version, never again.

python -m tests.storage.make_golden
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from coachdesk.domain.protocol import Result
from coachdesk.storage.schema import MIGRATIONS
from tests.storage.edits import change, client_put, opened, revise, say, session_data, session_put


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        replica = opened(Path(place))
        (put, *_) = replica.outbox.add(
            client_put("c", name="Zoë"),
            session_put("s1", client="c", title="Delegation", date="2026-05-12"),
            revise("s1", "# Focus\n\n- her own text\n", revision="r1"),
            say("s1", "shorter"),
            session_put("s2"),
        ).result(10)
        replica.outbox.next_batches((), 1, 1).result(10)
        replica.outbox.settle([Result(id=put.id, status="rejected", reason="policy")]).result(10)
        second = replica.outbox.list()[-1].operation
        replica.apply_page([change(1, "session", "s2", "s2", session_data(title="Second", date="2026-01-01"))], 1)
        replica.outbox.settle([Result(id=second.id, status="applied", seq=1)]).result(10)
        replica.save_draft("s1", "chat", "half a sentence").result(10)
        while replica.index_slice().result(10):
            pass
        replica._writer.submit(lambda _: None).result(10)
        replica.close()
        golden = Path(__file__).parent / "golden" / f"replica-v{len(MIGRATIONS)}.db"
        shutil.copy(Path(place) / "replica.db", golden)
        print(golden, golden.stat().st_size)


if __name__ == "__main__":
    main()
