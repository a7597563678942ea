"""This file knows the tones that a coach asks for, and for each the phrases that may stand in place of others.

A phrase here never holds a name, a figure or a date, and says the same as what it replaces: a model that chooses among
them, however small, cannot change a fact.
"""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re
from dataclasses import dataclass

_FORMAL = """
don't = do not
doesn't = does not
didn't = did not
isn't = is not
aren't = are not
wasn't = was not
weren't = were not
won't = will not
wouldn't = would not
can't = cannot
couldn't = could not
shouldn't = should not
hasn't = has not
haven't = have not
hadn't = had not
it's = it is
that's = that is
there's = there is
she'll = she will
he'll = he will
they'll = they will
they're = they are
we're = we are
I'm = I am
I'll = I will
I've = I have
wants to = wishes to | intends to
want to = wish to | intend to
wanted to = wished to | intended to
to tell = to inform
will tell = will inform
tells = informs
told = informed
gets better = improves
get better = improve
a lot of = a great deal of | considerable
lots of = numerous | many
kids = children
boss = manager | superior
really = particularly
ok = acceptable
okay = acceptable
needs to = is required to | must
find out = determine | establish
found out = established | determined
think about = consider
thinks about = considers
thought about = considered
speak with = confer with | hold a discussion with
talk with = confer with | hold a discussion with
talk to = speak with | confer with
talked to = spoke with | conferred with
talked with = spoke with | conferred with
set up = arrange | establish
put off = postpone
puts off = postpones
go over = review
start = commence | begin
starts = commences | begins
started = commenced | began
helps = assists | supports
helped = assisted | supported
shows = demonstrates | indicates
show = demonstrate | indicate
showed = demonstrated | indicated
also = additionally
made the decision = reached the decision
is still to come = has yet to take place | remains outstanding
went badly = proved unsatisfactory
went well = proceeded well
is scared of = is apprehensive about
is afraid of = is apprehensive about
fears that = is concerned that
worries that = is concerned that
write down = record | document
wrote down = recorded | documented
note the = record the | document the
draft = prepare | compose
cost her = deprived her of
take on = accept
cannot keep = is unable to keep
help = support
takes on = assumes
buy = purchase
try to = endeavour to | seek to
tries to = endeavours to | seeks to
tried to = endeavoured to | sought to
has to = is obliged to | must
send = forward | submit
sends = forwards | submits
look at = examine
looks at = examines
deal with = address
deals with = addresses
her aim is = her objective is
his aim is = his objective is
their aim is = their objective is
"""
_SIMPLE = """
in addition to = on top of | besides
additionally = also
additional = more | extra
furthermore = also
moreover = also
utilise = use
utilises = uses
utilised = used
utilize = use
utilizes = uses
utilized = used
commence = start | begin
commences = starts | begins
commenced = started | began
approximately = about
regarding = about
concerning = about
prior to = before
subsequently = later | then
subsequent to = after
obtain = get
obtains = gets
obtained = got
assist = help
assists = helps
assisted = helped
assistance = help
demonstrate = show
demonstrates = shows
demonstrated = showed
sufficient = enough
numerous = many
in order to = to
due to = because of
however = but
therefore = so
consequently = so
nevertheless = still
purchase = buy
purchased = bought
requires = needs
require = need
required = needed
attempt to = try to
attempts to = tries to
attempted to = tried to
implement = carry out | set up
implements = carries out | sets up
implemented = carried out | set up
facilitate = help with | ease
facilitates = helps with | eases
delegate = hand over
delegates = hands over
delegating = handing over
prioritise = put first
prioritises = puts first
prioritize = put first
responsibility = duty
responsibilities = duties
perceives = sees
perceived = saw
identified = found
identify = find
identifies = finds
discussed = talked about
discuss = talk about
discusses = talks about
conversation = talk
appointment = meeting
considers = thinks about
considered = thought about
consider = think about
intends to = wants to
intend to = want to
intended to = wanted to
wishes to = wants to
is apprehensive about = is afraid of
established = set up
establish = set up
maintain = keep
maintains = keeps
concerned = worried
anxious = worried
postpone = put off
postponed = put off
autonomy = freedom to decide
remotely = from home
supervisor = boss
director = boss
colleagues = workmates
made the decision = decided
is still to come = comes later | has not happened yet
"""
_WARM = """
wants to = would love to | hopes to | is keen to
want to = would love to | hope to
wanted to = was hoping to | had hoped to
will not take on = has chosen not to take on
decided to = has chosen to
avoids asking = still finds it hard to ask
avoids = still finds it hard to face
fears that = quietly worries that
is afraid of = finds it hard to face
is afraid that = quietly worries that
failed to = did not manage to
went badly = did not go as hoped
problem = challenge
problems = challenges
weakness = area to grow in
weaknesses = areas to grow in
is still to come = is still ahead | lies ahead
feels confident = feels at her best
her aim is = what she is hoping for is
his aim is = what he is hoping for is
was stronger than = carried more weight than
speak with = have an open talk with | have a good talk with
talk with = have an open talk with | have a good talk with
talk to = have an open talk with | have a good talk with
ask = gently ask | warmly ask
call = give a friendly call to | ring
write down = take a quiet moment to write down
write = take a quiet moment to write | sit down and write
draft = take the time to draft
prepare = take the time to prepare
note the = take a moment to note the | gently note the
plans to = hopes to
send = gladly send
offer to = warmly offer to | gladly offer to
protects = looks after
"""
_DIRECT = """
would like to = wants to
would love to = wants to
is hoping to = wants to
hopes to = plans to
is trying to = works to
tries to = works to
might = may
perhaps = -
maybe = -
possibly = -
somewhat = -
quite = -
a bit = -
a little = -
kind of = -
sort of = -
basically = -
actually = -
really = -
just = -
it seems that = -
seems to be = is
tends to avoid = avoids
made the decision = decided
made a decision = decided
has a discussion with = talks with
have a discussion with = talk with
have a conversation with = talk with
is still to come = comes next
in addition to = besides
in order to = to
due to the fact that = because
at this point in time = now
"""  # "-" drops the phrase
_CASUAL = """
do not = don't
does not = doesn't
did not = didn't
is not = isn't
are not = aren't
was not = wasn't
will not = won't
would not = wouldn't
cannot = can't
could not = couldn't
should not = shouldn't
has not = hasn't
it is = it's
that is = that's
wishes to = wants to
intends to = wants to
inform = tell
manager = boss
children = kids
many = lots of
additionally = also
commence = start
begin = start
purchase = buy
obtain = get
consider = think about
speak with = talk to | have a chat with
talk with = have a chat with | talk to
discuss = chat about
postpone = put off
assist = help
receive = get
appointment = get-together
conversation = chat
is still to come = is still on the way
in addition to = on top of
write down = jot down
note the = jot down the
"""
_CLEAR = _DIRECT + _SIMPLE
# Words that are nouns too: they are replaced only where a verb stands.
ONLY_AS_VERBS = frozenset(
    "ask call write draft prepare send help show start buy require obtain purchase commence begin assist".split()
)


@dataclass(frozen=True)
class Style:
    """A tone: `name` completes "I made it …", `wish` "Write it …", `sparing` uses each new phrase once in a summary."""

    name: str
    wish: str
    table: str
    sparing: bool = False


_STYLES: tuple[tuple[str, str, Style], ...] = (
    (
        "formal stiff official academic business-?like corporate technical clinical serious",
        "casual informal relaxed colloquial conversational laid-back chatty loose",
        Style("more relaxed", "in a relaxed, conversational tone", _CASUAL),
    ),
    (
        r"harsh cold blunt hard negative critical judg\w+ dry strict severe direct",
        (
            "warm kind friendl gentl soft empath encourag support compassion caring positiv optimis human tender heart uplift "
            "motivat apprec sympath nice"
        ),
        Style("warmer", "in a warm, encouraging tone", _WARM, sparing=True),
    ),
    (
        "casual informal chatty colloquial sloppy relaxed friendly emotional",
        "formal professional official business-?like corporate serious polite respectful academic neutral elegant",
        Style("more formal", "in a formal, professional tone", _FORMAL),
    ),
    (
        r"complicated complex difficult wordy jargon\w* abstract",
        "simple simpler simplif plain plainer easier easy everyday layman jargon accessib understandable child",
        Style("simpler", "in simple, everyday words", _SIMPLE),
    ),
    (
        r"vague hedg\w+ indirect wishy-?washy cautious tentative",
        "direct crisp assertive confident active decisive matter-of-fact punch clear-?cut firm",
        Style("more direct", "in a direct, confident tone", _DIRECT),
    ),
    (
        "unclear clumsy awkward choppy",
        (
            "clear clarity fluent fluency flow readab polish improve well-written smooth natural rephras reword refine "
            "wording style tone sound"
        ),
        Style("clearer", "in clear, natural words", _CLEAR),
    ),
)
_ABOUT_WORDS = re.compile(
    r"\b(?:make|sounds?|read|write|rewrite|rephrase|reword|tone|style|voice|words?|wordings?|language|phrase|phrasing|put|use|"
    r"express|say|more|less|too|bit|little|simplif\w+|soften|polish|improve|tweak|adjust|formali[sz]e|warm up|humani[sz]e)\b|"
    r"\w+er\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"\s*(?:what|who|when|where|why|how|did|does|is|was|has)\b")


def style_of(clause: str) -> Style | None:
    """Return the tone that a request asks for, None where it asks for no tone."""
    text = re.sub(r"\"[^\"]*\"|“[^”]*”|:.*$", " ", clause.lower(), flags=re.DOTALL)
    asked = text.rstrip().endswith("?") and _QUESTION.match(text)
    if asked or not _ABOUT_WORDS.search(text):
        return None
    for too_much, _, style in _STYLES:
        if re.search(rf"\b(?:less|too|not (?:so|as|that|too)) (?:{too_much.replace(' ', '|')})", text):
            return style
    for _, wanted, style in _STYLES:
        if re.search(rf"\b(?:{wanted.replace(' ', '|')})", text):
            return style
    return None


def choices(style: Style) -> dict[str, tuple[str, ...]]:
    """Return, for each phrase in small letters that the tone replaces, what may stand for it."""
    table: dict[str, tuple[str, ...]] = {}
    for line in style.table.strip().splitlines():
        old, _, new = line.partition("=")
        table.setdefault(
            old.strip().lower(), tuple("" if one.strip() == "-" else one.strip() for one in new.split("|"))
        )
    return table
