"""This file holds the word lists of spoken English that summarising needs, and the stems that compare words."""

from __future__ import annotations

import re
from functools import lru_cache

STOP_WORDS = frozenset(
    """
a about above actually after again against ago ah all almost already alright also although always am an and another
any anybody anyone anything anyway anyways are aren't around as ask at away back basically be became because become
been before being below between bit both but by call came can can't cannot certainly come comes coming could
couldn't course d de did didn't different do does doesn't doing don't done down during each either else em enough et
even ever every everybody everyone everything exactly fact fair far few find fine first for from further gave get
gets getting give given go goes going gonna good got gotta great guess had hadn't happen happens has hasn't have
haven't having he he'd he'll he's hear heard hello help her here here's hers herself hi him himself his how how's
however i i'd i'll i'm i've idea if in indeed into is isn't it it'd it'll it's its itself just keep kind knew know
known last least less let let's like little ll long look looking looks lot lots made make makes making many may
maybe me mean means might mine moment more most much must my myself need needs never next nice no none nor not
nothing now o'clock of off often oh ok okay old on once one ones only onto or other others otherwise our ours
ourselves out over own part particular per perhaps person piece place please point possible pretty probably put
question quite rather re real really reason right said same saw say saying says second see seems seen sense shall
she she'd she'll she's should shouldn't show side since so some somebody somehow someone something sometimes
somewhere soon sorry sort start started still stuff such suppose sure take taken takes taking talk talked talking
tell than thank thanks that that'd that'll that's the their theirs them themselves then there there's these they
they'd they'll they're they've thing things think thinking third this those though thought three through time times
to together told too took top totally toward towards tried try trying turn two um under unless until up upon us use
used using usually ve very via wanna want wanted wants was wasn't way ways we we'd we'll we're we've well went were
weren't what what's whatever when where where's whether which while who who's whoever whole whom whose why will wish
with within without won't word words work would wouldn't yeah year years yep yes yet you you'd you'll you're you've
your yours yourself yourselves dunno cuz cause 'cause 'kay yup nope bye cool wow huh mm-hmm uh-huh uh hmm mm ahead
able oughta kinda sorta 'em gotten got hopefully obviously definitely absolutely anyhow mister
""".split()
)
FILLERS = frozenset("um umm uh uhh uhm er erm hm hmm mm mmm mm-hmm mhm uh-huh eh ehm ah ahh 'kay yep huh".split())
LOOSE_WORDS = frozenset(
    """
people prime agree allow answer apart area aspect assume bad base based basic basically beginning better best big
bigger body bring bringing build called care case cases change check choose clear comment completely concern
concerned consider continue couple current currently day days decide depend difference difficult easier easily easy
effect end example expect feel figure final finally follow forward full further future general guy guys half
happened happy hard high huge important include including interest interested interesting issue issues kinds large
late later lead learn leave level line listen live long longer love low main major matter member members meet
mention mentioned minute minutes moved name national normal note notice obvious okay opportunity option original
pass past pick plan play position presume problem problems process provide puts ran read ready receive record
recognize refer remember respect rest run set short shown simple simply single situation small sometime sound speak
speaking special specific split step stay stick stop story straight strange strong stuff suggest support system tend
thank thinks thought today together tomorrow tonight topic true type types understand useful view wait weird welcome
word worked working worry write wrong yesterday hey chair honourable hon mr mrs ms madam sir minister speaker
colleague colleagues gentleman lady afternoon morning evening week weeks month months hour hours second seconds
number numbers amount sense chance work works helpful perfect correct
""".split()
)
VERBS = frozenset(
    """
is are was were be been am isn't aren't wasn't weren't it's that's there's he's she's we're they're you're i'm has
have had hasn't haven't i've we've you've they've do does did don't doesn't didn't will would won't wouldn't i'll
we'll they'll can could can't couldn't should shouldn't must may might need needs want wants means makes make made
says said think thinks get gets got go goes went come comes came take takes took give gives gave know knows knew see
sees saw find finds found work works use uses used seems seem looks look feel feels felt keep keeps kept let lets
put puts show shows help helps avoid avoids try tries like likes love loves believe believes become becomes provide
provides allow allows include includes raises raise requires require remain remains leads lead lies lie rise rises
cost costs depends depend happen happens
""".split()
)
CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december mondays tuesdays wednesdays thursdays fridays saturdays sundays""".split()
)
SELF = frozenset("i i'm i've i'll i'd me my mine you you're you've you'll your".split())
SPEAKING = SELF | frozenset("we we're we've we'll we'd us our ours ourselves myself yourself yours here let's".split())
LEANING = SELF | frozenset(
    """we we're we've we'll us our he she it it's they them this that these those he's she's they're that's there's
    there""".split()
)
OPENERS = re.compile(
    r"(?:(?:okay|ok|alright|all right|right|so|well|yeah|yes|yep|and|but|now|oh|anyway|then|cuz|because|'cause|"
    r"I mean|you know|I guess|actually|basically|also|sure|great|fine|thank you|thanks|very good|"
    r"thank you very much|sorry|(?:mr\.?|mrs\.?|ms\.?|madame?|mister) ?(?:chair(?:man|woman|person)?"
    r"|speaker|president))\b(?:[,.;:!]|\s|$)+)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


def words_of(text: str) -> list[str]:
    """Return the words of `text` in small letters, apostrophes straightened."""
    return [word.replace("’", "'") for word in _WORD.findall(text.lower())]


def content_words(text: str) -> tuple[str, ...]:
    """Return the stems of the words of `text` that are not mere function words, in order."""
    return tuple(stem(word) for word in words_of(text) if word not in STOP_WORDS and len(word) > 1)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return `word` without the commonest English endings; "meetings" and "meeting" become one, names stay apart."""
    word = word.removesuffix("'s")
    if not word.isascii() or len(word) < 5:
        return word.rstrip("s") if len(word) == 4 and word.isascii() and not word.endswith("ss") else word
    for ending, instead in (
        ("ies", "y"),
        ("sses", "ss"),
        ("ing", ""),
        ("edly", ""),
        ("ed", ""),
        ("es", ""),
        ("ly", ""),
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)] + instead
            break
    else:
        if word.endswith("s") and not word.endswith("ss"):
            word = word[:-1]
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz":
        word = word[:-1]
    return word[:-1] if word.endswith("e") and len(word) > 4 else word
