"""This file holds the words by which a request shows what it wants done, in English, German and French."""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import re


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile(r"(?i)(?<!\w)(?:" + "|".join(patterns) + r")(?!\w)")


MAIL = _any(
    r"e-?mails?|mails?|messages?|letters?|follow-?ups?|(?:thank[- ]you )?notes?(?= (?:to|for)\b)|nachricht|brief|courriels?|courrier|lettre|message|correo|mensaje"
)
COURTESY = _any(
    r"please|pls|kindly|could|can|would|you|the|a|an|is|are|be|we|i|it|this|that|section|part|whole|entire|bitte|den|die|das|der|le|la|les|s'il|te|plaît|stp|svp|don't|need|want|to|for|me|any|more|should|must|now|all|my|her|his|in|here|there|of|from|summary|und|et|and|also|too"
)
COMPOSE = _any(
    r"write|draft|send|compose|prepare|do|need|make|get|want|give|have|put together|come up with|type|"
    r"schreib\w*|entwirf|verfass\w*|formulier\w*|erstell\w*|écri\w*|rédige\w*|prépare\w*|fai[ts]\w*|envoie|escrib\w*|redacta\w*|prepara\w*"
)

SHORTER = _any(
    r"short(?:er|en|ened|ly)?|brief(?:er|ly)?|concise\w*|condens\w+|compact\w*|tight(?:er|en|ened|ly)?|trim\w*|snapp(?:y|ier)|crisp\w*|succinct\w*|terse\w*|pith(?:y|ier)|"
    r"lean(?:er)?|(?:fewer|less|too many|so many|too much) (?:words|text|detail|details|fluff|padding)|boil\w*|essentials?|gist|nutshell|bare bones|main points|key points|"
    r"half(?! past| an hour| a day| (?:a )?(?:hundred|thousand|million))|halve\w*|halving|(?:a|one|by a|two)[ -]thirds?|third(?: shorter| off| less)|wordy|wordiness|long-?winded|verbose|rambl\w+|too long|far too long|waffl\w*|fluff|padding|the fat|"
    r"(?:bare |absolute )?minimum|bare essentials|(?:twice|double|three times) (?:as long|the length|too long)(?: as)?|fits? (?:on|onto|into|in) (?:a|one|half a) (?:post ?card|page|sheet|slide|screen|tweet|index card)|slim\w*|shrink\w*|compress\w*|abridg\w*|tl;?dr|quick(?:er)? read|prun\w+|(?:\d+|fifty|sixty|eighty|hundred|forty|thirty) words|cut\w*(?: (?:it|this|that|them|things))? (?:back|down)(?! (?:on|to the commitments))|"
    r"(?:to|in|into|within|at most|max\.?|maximum|not more than|no more than) (?:about |at most |max\.? |maximum )?(?:one|two|three|four|five|six|a few|\d+) (?:short |brief )?(?:sentences?|lines)|a few (?:lines|sentences|words)|less long|lengthy|"
    r"reduc\w+|squeez\w+|distil\w*|summar(?:y|i[sz]e)(?= of (?:it|this|that)\b)|"
    r"kürz\w*|gekürzt|kurz(?:e|er|em|en|es|fassung)?|knapp\w*|straff\w*|fass\w* .{0,40}\bzusammen|zusammenfass\w*|halb\w*|hälfte|zu lang\w*|weniger (?:text|wörter)|wesentliche\w*|"
    r"court\w*|raccourci\w*|bref|brève|brièv\w*|concis\w*|résum(?:e|er|ez)|condens\w*|moitié|trop long\w*|abrèg\w*|acorta\w*|resum\w*|reduce|corto|breve|demasiado larg\w*|mitad"
)
BIT = _any(r"a (?:bit|little|touch|tad)|slightly|somewhat|etwas|ein wenig|ein bisschen|un peu")
MUCH = _any(
    r"much|way|far|a lot|loads|drastic\w*|radical\w*|really short|very short|as (?:short|brief) as (?:possible|you can)|"
    r"minimum|twice as long|double the length|essentials?|gist|nutshell|bare bones|main points|key points|a few (?:lines|sentences|words)|viel|deutlich|stark|beaucoup|nettement|wesentliche\w*"
)

PROSE = _any(
    r"(?:into|as|in|to) (?:a|one|a single|just one|only one) (?:long |single |short )?sentence|paragraphs?|prose|flowing|continuous(?: text)?|running text|full sentences|connected text|narrative|one (?:piece|block) of text|ordinary text|plain text|"
    r"absatz|absätze|fließtext|fliesstext|zusammenhängend\w*|paragraphes?|texte (?:continu|suivi)|prose|párrafos?|texto (?:corrido|seguido)"
)
LISTED = _any(
    r"bullets?|bullet ?points?|bulleted|bullet list|a list|list form|lists?(?! (?:it|that|this|them|as)\b)|point form|dots|dashes|stichpunkt\w*|stichwort\w*|aufzählung\w*|liste|puces|tirets"
)
NUMBERED = _any(
    r"count(?:ed|ing)?(?: up| through)?(?: starting| beginning)?(?: from| at| with) (?:1|one)|number(?:ed|ing|s)?(?! (?:of|is|was|are)\b)|enumerat\w+|numerals|1[.,)]? ?[-–/]?2[.,)]? ?[-–/]?3(?:[.,)]+)?|nummerier\w*|durchnummerier\w*|nummern|numérot\w*|numéros|numera\w*|enumera\w*"
)
BOXES = _any(r"check ?box(?:es)?|tick ?box(?:es)?|check ?lists?|kästchen|cases à cocher")
INSTEAD = _any(
    r"instead of|rather than|in place of|not|no|without|no more|nicht|statt|anstatt|anstelle|ohne|kein\w*|plutôt que|au lieu de|sans|pas de"
)

HEADING = _any(
    r"heading|headline|header|headed|headings|titles?|titled|entitled|(?<!next )(?<!the )(?<!a )call(?:ed)?|rename\w*|retitle\w*|name(?:d)?|label(?:led|ed)?|relabel|überschrift|titel|nenn\w*|heißen|heissen|umbenenn\w*|benenn\w*|titre|appelle\w*|renomm\w*|intitul\w*|título|titula\w*|renombra\w*"
)

SPELLING = _any(
    r"it's|it is|spell\w*|spelt|mis-?spel\w*|mis-?heard|misread|typos?|rename\w*|called|(?:sur|last |first |family )?name(?:'s| is| was| has| ends| begins| starts| should| must)|is named|named|wrong name|correct\w*|not|instead of|rather than|schreibt|geschrieben|heißt|heisst|heissen|nicht|statt|umbenenn\w*|renomm\w*|s'appelle|s'écrit|pas|orthographe|se llama|se escribe"
)

HIDING = _any(
    r"names?|nameless|anonym\w*|pseudonym\w*|identif\w*|recogni[sz]\w*|initials?|incognito|unrecogni[sz]\w*|who (?:it|this|she|he) is|traceable|traced|namen?|namens|anonymisier\w*|erkennbar|erkennt|kürzel|noms?|anonymis\w*|reconnaître|initiales?|nombres?|iniciales"
)
# These ask for it without any other word.
HIDDEN = _any(
    r"nameless|anonym\w*|pseudonym\w*|identif\w*|recogni[sz]\w*|initials?|incognito|unrecogni[sz]\w*|who (?:it|this|she|he) is|traceable|traced|erkennbar|erkennt|kürzel|anonymisier\w*|anonymis\w*|reconnaître|initiales?|iniciales"
)
INITIALS = _any(r"initials?|first letters?|anfangsbuchstaben|initialen|initiales?")

FIRST = _any(
    r"first(?! (?:person|name))|(?:at|to|on) (?:the )?(?:very )?(?:top|beginning|start)|on top|top|begin\w* with|start\w* with|open\w* with|lead with|up front|comes? before everything|zuerst|an den anfang|nach oben|als erstes|en premier|au début|d'abord|en tête|primero|arriba|al principio"
)
LAST = _any(
    r"last(?! (?:year|week|month|session|time))|(?:at|to) (?:the )?(?:very )?(?:end|bottom)|end\w* with|clos\w+ with|finish\w* with|bottom|zuletzt|ans ende|nach unten|am schluss|zum schluss|à la fin|en dernier"
)
BEFORE = _any(r"before|above|ahead of|in front of|over|vor|über|oberhalb|avant|au-dessus")
AFTER = _any(
    r"after|below|behind|beneath|under|underneath|following|right after|nach|hinter|unter|après|au-dessous|derrière"
)
SWAP = _any(
    r"swap\w*|switch\w*|exchange|trade places|the other way round|tausch\w*|vertausch\w*|échang\w*|inters?ver\w*|inverse\w*"
)
REVERSE = _any(r"revers\w*|opposite order|backwards|upside down|other way (?:a)?round|umgekehrt\w*|inverse\w*")
BY_DATE = _any(
    r"chronolog\w*|(?:by|in order of|according to|sorted by|order of) (?:the )?(?:date|dates|deadline|deadlines|due date|time|urgency)|earliest|soonest|most urgent|nach (?:datum|termin)|par date"
)
SORT = _any(
    r"sort\w*|order\w*|arrang\w*|rearrang\w*|reorder\w*|put|list|sortier\w*|ordne\w*|tri\w*|class\w*|first|up|top"
)

ONLY = _any(
    r"only|just|nothing but|nothing else|no more than|solely|alone|all (?:i|we) (?:need|want)|everything else|all else|the rest|all the rest|the others?|except\w*|apart from|other than|but for|besides|nur|bloß|ausschließlich|außer|seulement|uniquement|que (?:les|la|le)|sauf|le reste|rest"
)
KEEPING = _any(
    r"keep|kept|retain\w*|preserve\w*|leave|left|need|want|show|stay\w*|remain\w*|enough|interest\w*|matters?|care about|reduce\w*|strip\w*|limit\w*|behalt\w*|lass\w*|zeig\w*|brauch\w*|garde\w*|conserv\w*"
)
EXCEPT = _any(r"except(?: for)?|apart from|other than|but(?: for)?|besides|save for|außer|bis auf|sauf|excepté|à part")
GONE = _any(
    r"remov\w*|delet\w*|dropp?\w*|cut\w*|eras\w*|strik\w*|struck|strip\w*|omit\w*|scrap\w*|ditch\w*|discard\w*|skip\w*|lose|los(?:e|ing)|kill|out(?! of (?:town|office|all|the (?:\w+ )?(?:commitments|agreements|insights|points|tasks|list)|her|his|their|my))|get rid of|rid of|away|leave(?= (?:\w+ ){0,4}out)|leave off|take(?= (?:\w+ ){0,4}(?:out|off|away))|"
    r"no longer|not (?:any ?more|relevant|needed|necessary)|(?:do not|don't|does not|doesn't) (?:need|want|belong|have to be)|needn't|not be (?:in|there|mentioned)|shouldn't (?:be|say|mention|contain)|should not (?:be|say|mention|contain)|mustn't|rather not|"
    r"have no|no mention|unmentioned|private|confidential|off the record|nothing about|(?:can|must|should|could|may|might|has to|have to|needs? to|ought to|better) (?:now |all |also |please )*go(?! (?:to|into|in|on|at|by|first|last|before|after|under|up|down)\b)|gone|disappear\w*|too personal|none of|instead leave|"
    r"streich\w*|lösch\w*|entfern\w*|weglass\w*|lass(?= .{1,60} weg)|raus\w*|weg|ohne|"
    r"quita\w*|borra\w*|elimina\w*|suprime|tacha\w*|saca|supprim\w*|enl[eè]v\w*|retir\w*|efface\w*|ôte\w*|sans"
)
ADDING = _any(
    r"add\w*|put in|include\w*|insert\w*|append\w*|not(?:e|ed|ing)(?: down)?|mention\w*|write (?:down|in)|jot|missing|forg[oe]t\w*|left out|also|another|one more|new|in addition|on top of that|"
    r"ergänz\w*|füg\w*|hinzu\w*|notier\w*|aufnehmen|nimm(?= .{1,80} auf)|fehlt|neue?[rsn]?|vermerk\w*|ajout\w*|not(?:e|ez|er)|mets|manque|nouve\w+|rajout\w*|añad\w*|agrega\w*|falta"
)
TICKED = _any(r"tick\w*|check\w* off|done|finished|completed|accomplished|erledigt|abgehakt|fait\w*|coch\w*")
TIMES = _any(
    r"move[ds]?|moving|shift\w*|postpon\w*|push\w*|reschedul\w*|delay\w*|bring|brought|put off|put back|later|earlier|sooner|forward|meet\w*|see (?:her|him|them|each other)|session|appointment|call|talk|date|time|termin\w*|sitzung|verschieb\w*|verschob\w*|verleg\w*|treffen|séance|rendez-vous|décal\w*|report\w*|repouss\w*|déplac\w*|avanc\w*"
)
# "Find out" and its like take nothing out, and half of a point is not half of the text.
SEARCH = re.compile(
    r"(?i)(?:find|figure|work|check|point|help|spell|print|reach|look|google|research|search|look up|try|test|call|ring|fill|carry|hand|give)\b(?: \w+){0,3}? out\b"
)
HALF_OF = _any(r"(?:first|second|last|latter|other) half of")
