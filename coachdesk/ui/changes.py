"""This file finds the change of a session that waits for the coach: a proposal, a branch, or a reply to look at."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from coachdesk.desk.settling import lay_beside
from coachdesk.desk.views import SessionView
from coachdesk.domain.merge import Hunk, hunks
from coachdesk.domain.summary import parse
from coachdesk.ui.diff_view import Change, Kind
from coachdesk.ui.sentences import told
from coachdesk.ui.wording import RULES, origin_in_words, time_in_words

_MOST_LEFT = 6


def compare_ahead(view: SessionView) -> None:
    """Compare the texts of which `change_of` tells, so that it finds that done: for large texts, in a thread."""
    if view.proposal is not None:
        hunks(view.proposal.base_text, view.proposal.text)
    elif view.branches:
        compared = lay_beside(view, view.branches[0])
        hunks(compared.mine, compared.theirs)
    elif view.last_reply is not None and view.last_reply_base is not None:
        hunks(view.last_reply_base, view.summary)


def change_of(view: SessionView) -> Change | None:
    """Return the change to decide on next, or None."""
    translate = QCoreApplication.translate
    if view.proposal is not None:
        proposal = view.proposal
        who = origin_in_words(proposal.origin)
        if proposal.origin == f"local:{RULES}":
            who = translate("Changes", "rules on this laptop — no model saw it")
        title = translate("Changes", "{changes} suggested by {who}").replace("{who}", who)
        note = left_in_words(proposal.rejected)
        if proposal.passed_on:
            asked = translate("Changes", "The platform was asked the same. This stays here until it has answered.")
            note = "\n".join(filter(None, (asked, note)))
        return _change(Kind.PROPOSAL, proposal.base_text, proposal.text, title, note)
    if view.branches:
        branch = view.branches[0]
        title = translate("Changes", "{changes} in another text of this summary, {time}")
        title = title.replace("{time}", time_in_words(branch.at))
        if len(view.branches) > 1:
            more = translate("Changes", "{title} (1 of {n})")
            title = more.format(title=title, n=len(view.branches))
        note = translate(
            "Changes", "Both changed the same lines; what only one changed is united. Both texts are kept as revisions."
        )
        compared = lay_beside(view, branch)
        change = _change(Kind.BRANCH, compared.mine, compared.theirs, title, note)
        return replace(change, bases=compared.bases) if change else None
    if view.last_reply is not None and view.last_reply_base is not None:
        title = translate("Changes", "{changes} made by the platform")
        return _change(Kind.REPLY, view.last_reply_base, view.summary, title, "")
    return None


def left_in_words(rejected: Iterable[tuple[str, str]]) -> str:
    """Return what a model was not allowed to change, and why, one line for each; "" when there is nothing."""
    translate = QCoreApplication.translate
    lines = [
        translate("Changes", "“{text}”: {reason}").format(text=text[:120], reason=told(reason[:200]))
        for text, reason in list(rejected)[:_MOST_LEFT]
    ]
    return "\n".join([translate("Changes", "Left as it was:"), *lines]) if lines else ""


def _change(kind: Kind, old: str, new: str, title: str, note: str) -> Change | None:
    found = hunks(old, new)
    if not found:
        return None
    count = len(found)
    translate = QCoreApplication.translate
    words = translate("Changes", "One change") if count == 1 else translate("Changes", "{n} changes").format(n=count)
    return Change(kind, old, new, found, _sections(old, new, found), title.replace("{changes}", words), note)


def _sections(old: str, new: str, found: tuple[Hunk, ...]) -> tuple[str, ...]:
    """Return for each hunk the name of the section that it stands in."""

    def headings(text: str) -> tuple[list[int], list[str]]:
        named = [(place, block.heading[1]) for place, block in enumerate(parse(text).blocks) if block.heading[0]]
        return [place for place, _ in named], [name for _, name in named]

    before, after = headings(old), headings(new)
    names = []
    for hunk in found:
        (places, words), place = (before, hunk.old[0]) if hunk.old[1] > hunk.old[0] else (after, hunk.new[0])
        position = bisect_right(places, place)
        names.append(words[position - 1] if position else "")
    return tuple(names)
