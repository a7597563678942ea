"""This file lays a text that could not be merged beside the summary, place by place, and settles the two."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coachdesk.desk.views import Branch, SessionView
from coachdesk.domain.merge import Compared, accept, compare, hunks
from coachdesk.errors import NotFound, WrongUse

if TYPE_CHECKING:
    from coachdesk.desk.desk import Desk

Output = dict[str, Any]
SIDES = ("mine", "theirs")


def lay_beside(view: SessionView, branch: Branch) -> Compared:
    """Return mine and theirs of a branch: what was written on this laptop, or stands now, is mine.

    What only one side changed is united already, unless the two differ in nothing else: then all of it is a choice.
    """
    mine, theirs = (branch.text, view.summary) if branch.own else (view.summary, branch.text)
    compared = compare(branch.base_text, mine, theirs)
    return compared if compared.hunks else Compared(mine, theirs, hunks(mine, theirs), ())


async def settle(desk: Desk, id: str, branch: str | None, take: str | None, text: str | None) -> Output:
    """Settle the session's first branch, or `branch`, and return how the session stands; look only, without a choice.

    The choice is `text`, or `take`: "mine" or "theirs" for all places, or one of them for each ("mine,theirs").
    Raises NotFound without a branch to settle, WrongUse where `take` does not fit the places.
    """
    view = desk.view(id)
    settled = None
    if take is not None or text is not None:
        chosen = next((found for found in view.branches if branch in (None, found.revision)), None)
        if chosen is None:
            raise NotFound("No other text of this summary waits to be settled. `coachdesk show` names those that do.")
        settled = chosen.revision
        if text is None:
            text = _taken(lay_beside(view, chosen), take or "")
        await desk.settle_branch(id, settled, text, base=view.revision)
        view = desk.view(id)
    return {
        "session": id,
        "revision": view.revision,
        "summary": view.summary,
        "settled": settled,
        "branches": [_branch(view, found) for found in view.branches if settled or branch in (None, found.revision)],
        "pending": view.pending,
    }


def read_settled(output: Output) -> str:
    """Return what was settled, and what waits to be, as text."""
    lines = ["Settled; both texts are kept as revisions."] if output["settled"] else []
    for branch in output["branches"]:
        lines.append(f"Revision {branch['revision']}, {branch['at']}, could not be merged. Before, mine, theirs:")
        for number, place in enumerate(branch["places"], 1):
            lines += [f"{number}. {place[side].strip() or '-'}" for side in ("before", *SIDES)]
    if output["branches"]:
        lines.append("Settle it with --take mine, --take theirs, one of them for each place, or --summary FILE.")
    return "\n".join(lines) or "No other text of this summary waits to be settled."


def _taken(compared: Compared, take: str) -> str:
    """Return the text in which each place is as `take` says."""
    words = [word.strip() for word in take.split(",")]
    places = len(compared.hunks)
    if any(word not in SIDES for word in words) or len(words) not in (1, places):
        raise WrongUse(f"Say mine or theirs once for all, or for each of the {places} places, as in mine,theirs.")
    if len(words) == 1:
        return compared.mine if words == ["mine"] else compared.theirs
    return accept(compared.mine, compared.theirs, [place for place, word in enumerate(words) if word == "theirs"])


def _branch(view: SessionView, branch: Branch) -> Output:
    compared = lay_beside(view, branch)
    bases = compared.bases or ("",) * len(compared.hunks)
    places = [
        {"before": base, "mine": hunk.old_text, "theirs": hunk.new_text}
        for base, hunk in zip(bases, compared.hunks, strict=True)
    ]
    return {"revision": branch.revision, "origin": branch.origin, "at": branch.at, "places": places}
