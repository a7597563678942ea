"""This file holds the words that the rules go by: numbers, editing verbs, ordinary words that are no names, synonyms."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re
from functools import lru_cache

NUMBER_VALUES = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split()
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
     "thousand": 1000, "million": 1_000_000, "dozen": 12}  # fmt: skip
ORDINALS = {
    "first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3, "fifth": 4, "5th": 4,
    "sixth": 5, "6th": 5, "seventh": 6, "7th": 6, "eighth": 7, "ninth": 8, "tenth": 9, "last": -1, "final": -1,
    "top": 0, "opening": 0, "bottom": -1,
}  # fmt: skip

PRONOUNS = frozenset(
    "i me my mine we us our ours you your yours he him his she her hers it its they them their theirs himself herself "
    "itself themselves myself yourself ourselves who whom whose this that these those".split()
)
FUNCTION_WORDS = PRONOUNS | frozenset(
    """
a an the and or but nor so yet for of in on at by to from with without about into onto over under after before until
till since during through between among against within across behind beyond near per than as if when while where why
how what which because although though unless whether is are was were be been being am has have had having do does did
done doing will would shall should can could may might must not no yes there here then now just also too very really
only even still already again ever never always often sometimes more most less least much many few some any each every
all both either neither one ones other another such same own out up down off away back please it's i'm don't doesn't
didn't isn't aren't wasn't won't can't he's she's they're that's there's let's s t
""".split()
)
_COMMON = """
ask draft call write send let talk speak book read find make get give take keep put set try start stop plan prepare
practise practice finish complete review check discuss share meet schedule arrange organise organize list note tell
explain show bring buy sell join leave move run walk sleep rest work learn study train apply sign cancel confirm contact
email mail phone text message visit go come see look watch listen think decide choose pick define clarify identify
create build develop design test explore research reflect journal block reserve reach follow submit update agree
continue begin end drop add remove delete use say spend save reduce increase limit avoid delegate hand pass offer
propose suggest request invite remind thank celebrate praise collect gather compare consider estimate measure track
record print publish present pitch negotiate hire fire lead manage support help coach mentor teach protect open close
turn change replace rename correct fix shorten merge combine split sort number order swap translate summarise summarize
last next first second third early late recently currently today tomorrow yesterday soon later once twice half
focus insights insight commitments commitment session sessions summary goals goal actions action items item next steps
step notes note topics topic observations observation key main points point background context results progress
decisions decision risks risk questions question appointment meeting agenda follow-up outlook themes theme strengths
obstacles resources feelings situation challenge challenges learnings takeaways to-do todo tasks task plan homework
client coach manager boss team colleague colleagues partner husband wife son daughter mother father brother sister
friend friends people person company business project report interview meeting work job role career health money salary
time week weeks month day days year years morning evening afternoon weekend feedback confidence stress sleep energy
sport family home office life things something nothing everything everyone nobody somebody anyone good great new old big
small long short high low better best worse clear strong ready able happy proud tired afraid anxious nervous confident
however therefore meanwhile finally instead otherwise overall especially usually mostly maybe perhaps hello hi dear
thanks regards subject part section since despite regarding according given whenever wherever whoever whatever
being having going doing getting making saying knowing feeling seeing working leading managing taking giving
two three four five six seven eight nine ten eleven twelve hundred thousand several
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
october november december english german french spanish italian dutch ok okay pdf ceo hr it cv ai q1 q2 q3 q4 uk us eu
am pm tl;dr done doing prices price budget costs cost rent revenue sales marketing exercise breathing delegation
wants wanted feels felt needs needed has had is was avoids fears leads works said says thinks hopes plans agreed
decided found got made went took gave came saw told asked mentioned noticed realised realized learned learnt
limits boundaries wins values motivation priorities priority time-management relationship relationships communication
leadership balance performance growth vision mission purpose strategy tools methods method exercise exercises
sell stretch walk run swim cook eat drink breathe meditate block hold tidy clean pay order return fill renew register
attend present prepare shadow interview quit resign postpone weigh map sketch outline rehearse role-play observe
bullet bullets heading headings paragraph sentence word words name names date dates deadline deadlines
captain lieutenant sergeant inspector colonel corporal constable officer judge pastor maestro chief superintendent
commissioner commander admiral ambassador senator mayor minister bishop rabbi imam reverend
ring text message nudge remind greet host welcome introduce interview brief debrief update inform notify warn alert
raise lower swap switch rotate trade borrow lend donate collect fetch pick deliver post mail forward copy scan print file
archive label tag count weigh log chart draw paint photograph film rehearse recite sing hum dance ride cycle drive row climb
hike jog lift rest nap wake rise dress wear wash brush comb cut trim mow water plant weed rake sweep dust mop vacuum iron fold
mend repair paint decorate install uninstall download upload search browse google compare shortlist rank rate score grade
assess evaluate audit inspect examine analyse analyze investigate explore probe question challenge debate argue defend
apologise apologize forgive admit confess disclose reveal announce declare state clarify specify define describe detail
outline summarise draft redraft edit proofread translate transcribe record dictate narrate recount
accept decline refuse reject deny approve authorise authorize permit allow forbid ban veto appoint nominate elect vote
resume pause postpone delay hurry speed slow extend shorten skip miss attend enrol enroll register subscribe unsubscribe
sign withdraw transfer deposit invest budget price quote invoice charge refund claim insure tax calculate compute
divide multiply add subtract double halve
swim ski skate surf sail box fence bowl golf garden bake roast fry grill boil chop peel taste serve
pray worship volunteer foster adopt babysit feed bathe cuddle hug kiss date marry propose
enjoy savour notice observe spot catch hear smell touch feel name picture imagine visualise visualize breathe stretch relax
unplug disconnect mute silence block unblock unfollow close lock unlock open clear empty fill pack unpack move
whether either neither both none another each every such same other certain
because therefore thus hence besides moreover furthermore nevertheless nonetheless still yet
today's tomorrow's yesterday's
bring drop pull push hang throw aim point lay set stick pin tape glue
insist demand require request beg urge persuade convince encourage motivate inspire reassure comfort console soothe calm
secure obtain acquire gain earn win lose spend waste save store reserve recommend refer consult hire fire recruit onboard
train retrain upskill teach tutor coach mentor guide advise counsel steer direct command order instruct
launch pilot trial test prototype ship release roll scale grow shrink restructure reorganise reorganize
reconnect reconsider rethink revisit revise rework rewrite reread replay review renew renegotiate return restart
thinking planning being meeting asking telling writing reading sleeping eating drinking walking running driving
""".split()
NO_NAMES = FUNCTION_WORDS | frozenset(_COMMON)
VERB_AFTER_NAME = frozenset(
    "is was has had will would can could wants wanted needs needed feels felt says said leads led works worked and "
    "fears feared avoids named thinks thought believes hopes plans planned agreed decided asked told does did must "
    "should may might likes loves hates finds found sees saw knows knew gets got goes went takes took makes made "
    "gave gives keeps kept lives lived moved left became remains seems tends struggles prefers reports reported who "
    "also still never often always already now really".split()
)
STOP_STEMS = FUNCTION_WORDS | frozenset(
    "thing things point points bullet bullets item items part bit section sentence sentences mention mentions mentioned "
    "statement statements line lines note notes paragraph text summary anything everything something stuff say says said "
    "reference references fact entry detail details information info remark comment actually really just rather instead "
    "please whole entire get got".split()
)

_GROUPS = """
ill illness sick sickness unwell disease flu
manager boss supervisor superior
partner husband wife spouse
money salary pay wage wages income earnings compensation earn
job post position role
company employer firm organisation organization business
kid kids child children son daughter
afraid fear fearful scared anxious anxiety worry worried nervous dread
meeting session appointment call
house home flat apartment
holiday vacation leave
talk speak conversation discuss discussion chat
hear tell inform
fired dismissed redundancy redundant laid
sad unhappy depressed depression
angry anger furious
doctor physician gp
university college studies degree
car vehicle drive
drink alcohol wine beer drunk
sport exercise gym running training workout jog jogging
tired exhausted exhaustion fatigue
argue argument fight quarrel conflict row
divorce divorced separation separated
test exam examination
mum mom mother
dad father
client customer
colleague coworker teammate peer
deadline due closing
turnover takings revenue sales
apply application
begin start
finish complete end
buy purchase
presentation talk speech slides
employee staff report
sleep insomnia nights
promotion promoted
travel trip journey commute
weight diet
therapy therapist counsellor
rent renting landlord
writing write written
remote remotely
"""
_SYNONYM: dict[str, set[int]] = {}

_IRREGULAR = {
    "went": "go", "gone": "go", "felt": "feel", "said": "say", "told": "tell", "thought": "think", "left": "leave",
    "led": "lead", "met": "meet", "kept": "keep", "slept": "sleep", "wrote": "write", "written": "write",
    "spoke": "speak", "spoken": "speak", "took": "take", "taken": "take", "gave": "give", "given": "give",
    "sent": "send", "spent": "spend", "lost": "lose", "found": "find", "bought": "buy", "sold": "sell",
    "began": "begin", "begun": "begin", "chose": "choose", "chosen": "choose", "paid": "pay", "ran": "run",
    "drove": "drive", "driven": "drive", "knew": "know", "known": "know", "grew": "grow", "held": "hold",
    "built": "build", "taught": "teach", "caught": "catch", "children": "child", "people": "person", "saw": "see",
    "seen": "see", "made": "make", "came": "come", "had": "have", "has": "have", "rose": "rise", "risen": "rise",
    "fell": "fall", "fallen": "fall", "won": "win", "broke": "break", "broken": "break", "forgot": "forget",
    "loss": "lose", "choice": "choose", "sale": "sell", "death": "die", "dead": "die", "gift": "give", "belief": "believe",
    "quitting": "quit", "lying": "lie", "dying": "die", "agreed": "agree", "ate": "eat", "drank": "drink",
}  # fmt: skip
_ENDINGS = (
    "iness", "ations", "ation", "ments", "ment", "nesses", "ness", "ingly", "edly", "ings", "ing", "ions", "ion",
    "ities", "ity", "ies", "ied", "ers", "er", "ors", "or", "ed", "ly", "es", "ful", "less", "al", "ence", "ance", "s", "e", "y",
)  # fmt: skip


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return what remains of a word without English endings: "illness" and "ill", "delegation" and "delegates" meet."""
    word = word.lower().replace("’", "'")
    if word.endswith(("'s", "s'")):
        word = word[:-2]
    word = _IRREGULAR.get(word, word)
    if not word.isascii():
        return word
    for _ in range(2):
        for ending in _ENDINGS:
            least = 3 if ending not in ("ly", "e", "y", "al", "er", "or") else 4
            if ending == "ness":
                least = 3
            if word.endswith(ending) and len(word) - len(ending) >= least and not word.endswith("ss"):
                word = word[: -len(ending)]
                break
        else:
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls":
        word = word[:-1]
    return word


for _number, _line in enumerate(_GROUPS.strip().splitlines()):
    for _word in _line.split():
        _SYNONYM.setdefault(stem(_word), set()).add(_number)

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


def words(text: str) -> list[str]:
    """Return the words of `text` as they stand."""
    return _WORD.findall(text)


def content_stems(text: str) -> list[str]:
    """Return the stems of the words that carry meaning, in order, hyphenated words in parts too."""
    result = []
    for word in _WORD.findall(text.lower()):
        bare = word.replace("’", "'")
        bare = bare.removesuffix("'s")
        if bare in STOP_STEMS:
            continue
        result.append(stem(bare))
        if "-" in bare:
            result += [stem(part) for part in bare.split("-") if part not in STOP_STEMS and len(part) > 2]
    return result


def related(one: str, other: str) -> float:
    """Return how near two stems are: 1.0 the same, 0.7 synonyms, 0.8 a shared long beginning, else 0."""
    if one == other:
        return 1.0
    mine, theirs = _SYNONYM.get(one), _SYNONYM.get(other)
    if mine and theirs and mine & theirs:
        return 0.7
    if len(one) >= 4 and len(other) >= 4 and (one.startswith(other) or other.startswith(one)):
        return 0.8
    if len(one) >= 6 and len(other) >= 6 and one[:5] == other[:5] and abs(len(one) - len(other)) <= 4:
        return 0.6
    return 0.0
