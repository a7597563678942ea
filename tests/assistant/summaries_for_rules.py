"""This file holds summaries for the tests of the rules, and carries out a request on one of them."""

from __future__ import annotations

from coachdesk.assistant.document import read_document
from coachdesk.assistant.edits import apply_edits
from coachdesk.assistant.planner import make_plan
from coachdesk.assistant.request import Request

PLAIN = """## Focus
Petra wants to hand over the spring catalogue before her leave on 2 June.

## Insights
- She checks every page twice because she mistrusts the printer.
- Her deputy, Oskar, has run the last two issues without her.
- Reprints cost £1,200 last year, and the budget is 10 % smaller now.

## Commitments
- Give Oskar the file by Monday.
- Talk to the printer about proofs before 20 May.

## Next session
26 May, 15:00, by phone.
"""
NUMBERED = """# Session with Rosa, 3 March

Rosa runs a bakery with 14 staff.

## Key takeaways
1. Her accountant, Victor Hale, says the margin fell.
2. She works 70 hours a week.
   - Her sister Bea could cover two Saturdays.
3. She is afraid that the loan of £85,000 is too much.

## Action items
- [ ] Rosa: call Victor about the lease, by Thursday
- [x] Rosa: send the menu to Bea

## Next meeting
Tuesday 17 March at 4.30 pm, in her shop.
"""


def after(summary: str, clause: str) -> str:
    """Return the summary after the plan that the rules make for `clause`; it fails where they make none."""
    document = read_document(summary)
    plan = make_plan(Request(clause, clause, document))
    assert plan is not None, f"not understood: {clause}"
    assert plan.done, plan.reply
    return apply_edits(document, plan.edits)


def sections(summary: str) -> dict[str, str]:
    """Return the bodies of a summary by the names of their sections, in order."""
    return {section.name: section.body.strip() for section in read_document(summary).sections if section.heading}
