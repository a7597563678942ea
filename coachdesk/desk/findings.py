"""This file is what a check of this laptop finds: what was looked at, whether it is in order, what to do if not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at. `fix` says what to do; it is "" where all is in order.

    `action` names the action of the window that does it or leads there, if one does; there `advice` stands for `fix`,
    which may name a command.
    """

    name: str
    sentence: str
    fix: str = ""
    action: str = ""
    advice: str = ""

    @property
    def ok(self) -> bool:
        return not self.fix


def document(findings: Sequence[Finding]) -> dict[str, Any]:
    """Return what `travel-check` and `doctor` print."""
    wrong = [finding for finding in findings if not finding.ok]
    rows = [{"name": f.name, "ok": f.ok, "finding": f.sentence, "fix": f.fix or None} for f in findings]
    failed = " ".join(f"{finding.sentence} {finding.fix}" for finding in wrong)
    return {"ok": not wrong, "findings": rows, **({"failed": failed} if wrong else {})}


def read(output: dict[str, Any]) -> str:
    """Return the findings as lines."""
    lines = []
    for row in output["findings"]:
        lines.append(f"{'ok ' if row['ok'] else '!! '} {row['name']}: {row['finding']}")
        lines += [f"    {row['fix']}"] if row["fix"] else []
    return "\n".join(lines)
