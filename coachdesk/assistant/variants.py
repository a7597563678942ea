"""This file puts requests that are worded as wishes or remarks into the plain commands that the rules read.

"The numbers can go" is "remove the numbers"; "Agreements should come first" is "put Agreements first". A remark that
gives a reason, before or behind the request, is taken off.
"""

# ruff: noqa: E501 - a pattern reads best on one line

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterator

from coachdesk.assistant.document import Document
from coachdesk.assistant.lexicon import NO_NAMES
from coachdesk.assistant.people import TITLES, distinct_names
from coachdesk.assistant.spelling import spelled_so

_MUST = (
    r"(?:should|must|has to|have to|needs? to|ought to|can|could|may|might|shall|is to|are to|had better|would better)"
)
_NOT = (
    r"(?:should not|shouldn't|must not|mustn't|may not|can't|cannot|can not|doesn't|does not|do not|don't|is not to|are not to|"
    r"isn't to|isn't supposed to|is not supposed to|need not|needn't|ought not to|won't|will not)"
)
_WANT = r"(?:i|we|she|he|they)(?:'d| would|'ll)?\s+(?:really |just |also |rather |only )?"
_NO_VERB = r"(?!(?:it|this|that|there|she|he|they|we|i|you)\b(?! all\b))"
_GONE = r"(?:removed|deleted|dropped|cut|erased|omitted|taken out|left out|crossed out|struck(?: out)?|stripped(?: out)?|thrown out|discarded|kicked out|scrapped)"
_AT = r"(?:first|last|at the (?:very )?(?:top|bottom|end|beginning|start)(?: of (?:the |her |his )?[\w' -]+)?|to the (?:very )?(?:top|bottom|end|beginning|start)|on top|(?:right )?(?:before|after|above|below|behind|under|ahead of) .+)"
_PROSE = r"(?:(?:a |one |an )?(?:single |short |flowing |continuous |running |coherent )?(?:paragraph|text|prose|block of text)|running text|continuous text|flowing text|full sentences)"
_BULLETS = r"(?:(?:a )?(?:bullet(?:ed)?[ -]?)?(?:list|points?)|bullets|bullet ?points?|(?:a )?(?:numbered|ordered) list|(?:a )?check ?list|check ?boxes|numbers|keywords)"
_SHIFT = r"(?:(?:by )?(?:a|an|one|two|three|four|five|six|seven|\d+) (?:hours?|days?|weeks?|months?|minutes?|quarter(?:s)? of an hour)|half an hour)"
_SO_PUT = (
    r"(?P<x>(?!(?:it|this|that|there|she|he|they|we|i|you)\b)[^,;:]{3,60}?) (?:is|are|matters?|counts?|comes?)\b[^,;:]{0,40}?(?:[,;–—-]+\s*|\band )"
    r"(?:so |and |therefore |that's why )+(?:please )?(?:list|put|move|place|make|have|bring|write) (?:it|that|this|them)(?: up| to)?(?: as)? "
)

# Each pair is a way to say something, and the plain command; \g<…> are its parts. First those that are certain.
_CERTAIN: tuple[tuple[str, str], ...] = (
    # Who somebody is
    (r"who (?:is )?(?P<x>(?-i:[A-Z])[\w'’-]+)(?: is)? (?:doesn't|does not|is not|isn't|needn't|must not|should not|shouldn't)\b.*?, (?:just |please |simply )*(?:write|say|put|call (?:him|her|them)) (?P<y>.+)", r"replace \g<x> by \g<y>"),
    (r"(?:there is |there's )?no need (?:for|to (?:keep|mention|have|include|show)) (?P<x>.+)", r"remove \g<x>"),
    (r"who (?P<x>.+?) (?:is|are|was) (?:must|should|may|can)(?: not|n't)\b.*?, write (?P<y>.+)", r"replace the name of \g<x> by \g<y>"),
    (r"(?:nobody (?:must|should|may|can) know |it (?:must|should|may) not be clear |keep (?:it )?secret )?who (?P<x>(?:the|her|his) .+?) (?:is|are|was)(?: (?:must|should|may|can)(?: not|n't)\b.*)?", r"anonymise \g<x>"),
    (r"(?:nobody|no one|no-one|none of them|they|HR|the \w+) (?:should|must|may|can|ought to|is to|needs? to|has to)(?: not|n't)?(?: be able to| be allowed to)? (?:recogni[sz]e|identify|know|tell|see|find out|guess|work out) (?:who )?(?P<x>(?:(?:the|her|his|their) [\w' -]+?|(?-i:[A-Z])[\w'’-]+(?: (?-i:[A-Z])[\w'’-]+)*))(?: (?:is|are|was|works at|works for))?", r"anonymise \g<x>"),
    # Something about it first, then what to do with it
    (r"(?P<x>(?:the|her|his|their|all|both) (?:\w+ )?(?:bit|part|point|bullet|line|sentence|mention|remark|passage|item|insight|commitment|section|paragraph|heading|title|to-?do|task|action|step|observation|question|row|thing|one)s?\b.*?),? (?:is|are|was|were|seems?|sounds?|looks?|has|have|takes?|doesn't|does not|don't)\b.*?(?:[,;.–—-]+|\band\b|\bso\b)\s*(?:so |and |please |then |you (?:can|may) |we can |(?:can|could|would|will) you (?:please )?)*(?P<v>put|move|take|remove|delete|drop|shorten|cut|rename|call|make|turn|keep|leave|number|split|merge|bring|scrap|get rid of) (?:it|them|that|this|that one|this one)\b(?P<r>.*)", r"\g<v> \g<x> \g<r>"),
    # Something that matters, and so comes first
    (rf"{_SO_PUT}(?:the )?(?:very )?(?P<y>first|last|top) (?P<z>commitment|insight|task|action|step|observation|agreement)", r"put \g<x> \g<y> in the \g<z>s"),
    (rf"{_SO_PUT}(?P<y>(?:the )?(?:very )?(?:first|last)(?: of all)?|(?:at|to|on) the (?:very )?(?:top|end|bottom|beginning|start).*)", r"put \g<x> \g<y>"),
    (rf"(?P<x>{_NO_VERB}.+?)\s+{_MUST}\s+(?:be|come|stand)\s+(?:the |our |her |his )?(?:very )?(?P<y>first|last|top) (?P<z>commitment|insight|task|action|step|observation|agreement)", r"put \g<x> \g<y> in the \g<z>s"),
    (r"(?:in|within|under|to|at) (?P<s>(?:the |her |his |my )?[\w'&-]+(?: [\w'&-]+){0,2}?),? (?:please )?(?:say|write|note|mention|put|add|state)(?: down)? that (?P<x>.+)", r"add to \g<s>: \g<x>"),
    (r"(?P<x>(?:the|her|his|their|my) [\w' -]{2,40}?|(?-i:[A-Z])[\w'’-]+(?: (?-i:[A-Z])[\w'’-]+)?) (?:has |have )?(?:asked|wants?|wanted|prefers?|preferred|wishes|would like|would rather|insists on|begged)(?: to)? not (?:to )?(?:be(?:ing)?|appear|be) (?:named|mentioned by name|identified|identifiable|recogni[sz]able|recogni[sz]ed)(?: .*)?", r"anonymise \g<x>"),
    # Both places
    (r"(?P<x>(?:take|leave|remove|delete|drop|cut|strike|erase)\s.+?)(?: altogether| completely| entirely)?,? (?:both|in both|from both|i mean both) (?:the |in the |from the )?[\w ]+? and (?:the |in the |from the )?[\w ]+", r"\g<x>"),
    (r"(?:i|we)(?:'d rather| would rather)? (?:don't|do not|not) (?:want|need|like)(?: to (?:see|have|read))? (?P<x>(?:any |the |all )?[^,;]{3,50}?) in (?:this|it|there|here)", r"remove \g<x>"),
    # To stay
    (r"(?:all|the only (?:thing|part|section)s?)(?: that| which)? (?:(?:should|is to|are to|must|may|can|needs? to|has to|have to) (?:remain|stay|survive|be (?:left|kept))|(?:i|we) (?:want|need)(?: to (?:keep|see|have))?|remains?|stays?|is left|matters?)(?: in (?:it|there|here))? (?:is|are) (?P<x>.+)", r"keep only \g<x>"),
    (r"(?P<x>.+?),? (?:is|are) (?:all|the only (?:thing|part|section)s?|everything)(?: that| which)? (?:(?:should|is to|are to|must|may|can) (?:remain|stay|survive|be (?:left|kept))|(?:i|we) (?:want|need)(?: to (?:keep|see|have))?|remains?|stays?)(?: in (?:it|there|here))?", r"keep only \g<x>"),
    (r"(?:in|within|under|from|of|out of|among) (?P<s>(?:all )?(?:the |her |his |my )[\w'&-]+(?: [\w'&-]+){0,2}?),? (?:please )?(?:only|just) (?P<x>.+?) (?:should |can |may |must |are to |is to )?(?:stays?|remains?|survives?|counts?|be kept|be left)(?:[,;.].*)?", r"keep only \g<x> in \g<s>"),
    (r"(?:in|within|under|from|of|out of|among|amongst|for) (?P<s>(?:the |her |his |my )?[\w'&-]+(?: [\w'&-]+){0,2}),? (?:please )?(?:(?:just|only) (?:keep|leave|retain)|(?:keep|leave|retain) (?:in )?(?:only|just|nothing but|nothing except)) (?P<x>.+)", r"keep only \g<x> in \g<s>"),
    (r"(?:in|within|under|from|of|out of|among|for) (?P<s>(?:all )?(?:the |her |his |my )[\w'&-]+(?: [\w'&-]+){0,2}),? (?:i|we|she|he)(?:'d| would)? (?:only|just) (?:need|want|keep|care about|like)(?: to keep| to see)? (?P<x>.+)", r"keep only \g<x> in \g<s>"),
    (r"(?P<s>(?:the |her |his |my )?[\w' -]{3,30}?)[:,] (?:please )?(?:keep )?(?:only|just) (?:keep )?(?P<x>.+)", r"keep only \g<x> in \g<s>"),
    (r"(?:in|within|from|of|out of|among) (?P<s>(?:all )?(?:the |her |his |my )[\w'&-]+(?: [\w'&-]+){0,2}),? (?:please )?(?:only|just) (?P<x>(?:the (?:one|ones|points?|parts?|bits?|first|last|second)\b).+)", r"keep only \g<x> in \g<s>"),
    (r"(?:please )?keep (?:only |just )?(?:the )?(?:\d+|one|two|three|four|five|these|those|the following) (?P<s>[\w' -]{3,30}?)\s*[:–—]\s*(?P<x>.+)", r"keep only the points on \g<x> in the \g<s>"),
    # Another one in its place
    (r"(?:remove|delete|drop|anonymise|hide|mask|redact|take out|leave out|cut|no)\s+(?P<x>[^,;:.]{2,50}?)(?:\s+out)?\s*(?:[,;.:–—-]+|\band\b)\s*(?:and |but |please |just |rather )*(?:write|put|say|use|call (?:it|him|her|them|that)|make it)\s+(?P<y>[^,;:.]{2,50}?)(?: instead| there| in (?:its|his|her|their) place)*", r"replace \g<x> by \g<y>"),
    (r"(?:take|get) (?:the )?(?P<k>numbers|numbering|bullets|bullet points|dashes|boxes|check ?boxes) (?:off|away from|out of|from) (?P<x>.+?)(?:[,;].*)?", r"remove the \g<k> from \g<x>"),
    # To go
    (r"(?:(?:if|that) )?(?P<x>(?:the|her|his|their|all|any|my)\s.{2,60}?)\s+(?:(?:were|was|is|are)(?:n't| not)|not be) (?:mentioned|named|included|listed|in (?:there|it|the summary)|written down|on paper|visible|readable)(?: at all| any ?more| anywhere)?", r"remove \g<x>"),
    (r"(?P<x>(?:the|her|his|their|all|any|that|what|everything|anything)\s.{2,70}?)\s+(?:isn't|is not|aren't|are not|wasn't|was not)\s+(?:meant |intended |really |something |suitable |fit |right |good )*(?:for|to go (?:in|on)|to be (?:in|on)|part of|something for)\s+(?:the|my|our|this|her|his|their|anyone|anybody|everyone|other|HR)\b.*", r"remove \g<x>"),
    (r"(?P<x>(?:the|her|his|their|all|any|that|what|everything|anything)\s.{2,70}?)\s+(?:is|are|was|were)\s+(?:nobody's|none of (?:their|anyone's|anybody's)|no one's|not their|her own|his own)\s+business.*", r"remove \g<x>"),
    (r"(?P<x>(?:the|her|his|their|all|any|that|what|everything|anything)\s.{2,70}?)\s+(?:(?:is|are|was|were)\s+(?:strictly |rather |too |very |clearly )*(?:confidential|off the record|between us|between the two of us)|(?:stays?|should stay|must stay|remains?) (?:between us|private|out|out of (?:it|this|here|the (?:summary|notes)))).*", r"remove \g<x>"),
    (r"(?:(?-i:[A-Z])[\w'’-]+|she|he|they|(?:the|my|her|his) \w+) (?:does not|doesn't|did not|didn't|do not|don't) want (?P<x>.+?) (?:to be )?(?:mentioned|named|included|listed|in (?:there|it|the (?:summary|text|notes)))(?: (?:there|in it|any ?more|at all))?", r"remove \g<x>"),
    (rf"(?P<x>{_NO_VERB}.+?)\s+{_MUST}\s+(?:also |all |now |just |please |better )*(?:go(?: away| out)?|come (?:off|out|away)|be (?:binned|axed|chucked|ditched)|disappear|vanish|be {_GONE})(?:\s+(?:from|again|now|completely|entirely)\b.*)?", r"remove \g<x>"),
    (rf"(?:the )?(?:word|term|expression|name|phrase)s?\s+(?P<x>(?!of\b).+?)\s+{_NOT}\s+(?:be (?:in (?:there|it|the summary)|mentioned|used|there|written)|appear|occur|show up|stand|belong)\b.*", r"remove the word \g<x>"),
    (rf"(?P<x>{_NO_VERB}.+?)\s+{_NOT}\s+(?:be (?:in (?:there|it|here|(?:the|this|that|my) (?:summary|text|notes|version|copy|file))|mentioned|included|there|listed|named)|appear|belong|show up|occur|stay|remain|stand)\b.*", r"remove \g<x>"),
    (r"(?:the (?:bit|part|point|bullet|line|sentence|one|mention|thing|remark|passage|item|insight|commitment)\s+)(?P<x>(?:about|on|with|regarding|concerning|of|that|where)\s.+?)\s+(?:is|was|are)\s+(?:\w+\s+){0,3}?\w+[.,;!:–-]*\s*(?:so |and |please )*(?:out with it|(?:take|leave|cut|cross) it out|(?:remove|delete|drop|cut|erase|scrap) (?:it|that|this)|away with it|it (?:can|must|should|has to) go|get rid of it)\b.*", r"remove the point \g<x>"),
    (r"(?P<x>(?:the|her|his|their|all|that|any)\s.+?)\s+(?:is|was|are|were)\s+(?:\w+\s+){0,3}?\w+[.,;!:–-]+\s*(?:so |and |please )*(?:out with (?:it|them)|(?:take|leave|cut|cross) (?:it|them) out|(?:remove|delete|drop|cut|erase|scrap) (?:it|that|this|them)|away with (?:it|them)|(?:it|they) (?:can|must|should|has to|have to) go|get rid of (?:it|them))\b.*", r"remove \g<x>"),
    (r"(?:out|away) with (?P<x>.+)", r"remove \g<x>"),
    (r"(?:take|leave|cut|cross|strike|strip|throw|kick|edit|keep)\s+(?P<x>(?!out\b).+?)\s+out(?: of (?:it|there|here|this|the (?:summary|text|notes|document)))?(?:\s+(?:again|completely|entirely|altogether))?", r"remove \g<x>"),
    (rf"(?:{_WANT})?(?:do not|don't|no longer) (?:need|want|like|wish) (?:to (?:see|have|read|mention) )?(?P<x>.+?)(?:\s+(?:in (?:there|it|here|the (?:summary|text|notes))|any ?more|any longer|at all|mentioned|to be mentioned|to appear))*", r"remove \g<x>"),
    (r"(?:do not|don't|never|please don't) (?:mention|include|name|show|list) (?P<x>.+?)(?:\s+(?:any ?more|any longer|at all|in (?:there|it|here|the (?:summary|text|notes))))*", r"remove \g<x>"),
    (r"there (?:should|must|may|can) (?:be no|not be (?:any|a)) (?P<x>.+?)(?:\s+in (?:there|it|here|the (?:summary|text|notes)))?", r"remove all \g<x>"),
    (r"(?:no more|no) (?P<x>(?:percentages?|figures?|numbers?|dates?|names?|money|amounts?|sums?|prices?|salar\w+|times?|deadlines?|emojis?|quotes?|links?)\b(?! (?:in|for|on|before|at the) the (?:list|commitments|insights|bullets|tasks|action)).*)", r"remove all \g<x>"),
    (r"(?:everything|all|anything|the rest) (?:but|except(?: for)?|other than|apart from|besides) (?P<x>.+?)\s+(?:can|must|should|may|has to|is to) (?:go|be (?:removed|deleted|dropped|cut)|disappear).*", r"keep only \g<x>"),
    # Everything but
    (r"(?:remove|delete|drop|cut|erase|throw (?:away|out)|discard|scrap|lose|take out|get rid of|kick out|clear|strip)(?: out)? (?:everything|all|anything|(?:all )?(?:the )?(?:other |rest of the )?(?:sections|parts)|the rest)(?: else)? (?:but|except(?: for)?|other than|apart from|besides|save(?: for)?) (?P<x>.+)", r"keep only \g<x>"),
    (r"(?:throw|chuck|toss) (?:away|out) (?P<x>.+)", r"remove \g<x>"),
    (r"(?:(?:just|only) leave|leave (?:just|only)|keep (?:just )?) ?(?P<x>.+?) in(?: there| it)?", r"keep only \g<x>"),
    (r"(?:just|only) (?:leave|give me|show me|show|send me) (?P<x>.+)", r"keep only \g<x>"),
    (r"leave (?:just|only|nothing but) (?P<x>.+)", r"keep only \g<x>"),
    (r"no (?P<x>[\w' -]{3,40}?) (?:in (?:there|it|here|the (?:summary|text|notes))|mentioned)(?: at all)?", r"remove all \g<x>"),
    (r"(?P<x>(?:the |all |her |his |any )?[\w' -]{3,40}?) out(?:[,;].*)?", r"remove \g<x>"),
    # One more
    (r"(?:don't|do not) forget (?:her|his|their|the) (?:promise|commitment|agreement|plan|intention|resolution) to (?P<x>.+)", r"add a commitment: \g<x>"),
    (r"(?:don't|do not) forget (?:to (?:mention|add|say|include|note) )?that (?P<x>.+)", r"add that \g<x>"),
    (r"(?:we|i|you|one) (?:can|could) (?:easily |well |happily )?(?:do without|live without|spare|lose|miss out) (?P<x>.+)", r"remove \g<x>"),
    (r"(?P<x>(?:the|that|this) (?:bit|part|point|bullet|line|sentence|remark|passage|item|story|thing|comment) (?:about|on|with|of|where|that) .+?) (?:doesn't|does not|won't|will not) (?:help|add|bring|matter|interest|lead|serve|tell)\b.*", r"remove \g<x>"),
    # To tick
    (r"(?:be able to|so (?:that )?(?:i|she|he|they) can|can) (?:tick|check|cross) (?P<x>.+?) off", r"turn \g<x> into checkboxes"),
    (r"(?:put|write|set) (?P<x>.+?) (?:into |in )?one (?:sentence )?after (?:the other|another)(?:,.*)?", r"turn \g<x> into a paragraph"),
    (r"(?P<n>[2-9]|two|three|four|five|some|a few)(?: more| further| new| additional| extra)* (?P<x>commitments|insights|bullets|points|tasks|actions|to-?dos|steps|observations|items)(?: (?:for|in|under|to) (?P<y>[\w' ]+?))?\s*[:–—-]\s*(?P<z>.+)", r"add these \g<x>: \g<z>"),
    (r"(?:one|another|a|an)(?: more| further| new| additional| extra)* (?P<x>commitment|insight|bullet(?: point)?|point|task|action(?: item)?|to-?do|step|observation|goal|question|topic|item)(?: (?:for|in|under|to) (?P<y>[\w' ]+?))?(?: please)?\s*[:–—-]\s*(?P<z>.+)", r"add a \g<x>: \g<z>"),
    # To stay
    (rf"(?:{_WANT})?(?:only|just) (?:need|want|keep|would like|like) (?P<x>.+?)(?:,? (?:nothing (?:else|more)|(?:and )?the rest can go).*)?", r"keep only \g<x>"),
    (r"(?:i|we) (?:need|want|would like) (?:only|just|nothing but) (?P<x>.+)", r"keep only \g<x>"),
    (r"(?:only|just|nothing but) (?P<x>(?:the |her |his |their |my )?[\w' &-]{3,60}?)(?:,? (?:and )?(?:nothing (?:else|more|but that)|no(?:thing)? other\w*|the rest (?:can|must|should) go|that's (?:all|it|enough)|is enough|are enough|please))*", r"keep only \g<x>"),
    (r"(?P<x>(?:the |her |his |my )?[\w' &-]{3,60}?) (?:is|are) (?:all (?:that )?(?:i|we) need|enough|sufficient)\b.*", r"keep only \g<x>"),
    (r"(?:all (?:that )?(?:i|we) (?:need|want) (?:is|are)) (?P<x>.+)", r"keep only \g<x>"),
    (r"(?:reduce|limit|restrict|strip|cut|boil) (?:it|this|the (?:summary|text|whole thing))(?: down)? to (?P<x>(?:the |her |his |my )(?!(?:half|point|essential\w*|minimum|bone|core|most|key|main|length|point)\b)[A-Za-z' &-]+)", r"keep only \g<x>"),
    (r"(?:keep|leave)(?: only)? (?P<x>.+?),? (?:and )?(?:the rest|everything else|all else|all the rest|the others?(?: \w+)?) (?:can|must|should|may|has to|have to|is to|are to) (?:go|be (?:removed|deleted|dropped|cut|left out)|disappear)\b.*", r"keep only \g<x>"),
    # Order
    (r"(?P<x>(?:the |her |his |my )?[\w' &-]{3,40}?),? (?:should|could|can|must|may|is to|needs to|has to|ought to|shall) (?:open|begin|start|lead|head|kick off|top)(?: off| up)?(?: the (?:summary|text|page|document|whole thing|list)| it| everything)?", r"put \g<x> first"),
    (r"(?P<x>(?:the |her |his |my )?[\w' &-]{3,40}?),? (?:should|could|can|must|may|is to|needs to|has to|ought to|shall) (?:close|end|conclude|finish|round off)(?: off)?(?: the (?:summary|text|page|document|whole thing|list)| it| everything)?", r"put \g<x> last"),
    (rf"(?P<x>{_NO_VERB}.+?)\s+(?:{_MUST}|belongs?|goes|go)\s+(?:(?:come|be|go|stand|appear|move|be (?:moved|put|placed|shown|listed))\s+)?(?:right |all the way |up |directly |straight )*(?P<y>{_AT})(?:,? (?:right |just )?(?:at|on|to) (?:the )?(?:very )?(?:top|end|bottom|beginning))?", r"put \g<x> \g<y>"),
    (r"(?P<x>(?:the |her |his |my )?[\w' &-]{3,40}?),? (?P<y>first|last|at the (?:very )?(?:top|bottom|end|beginning)|to the (?:very )?(?:top|bottom|end|front))(?:,? (?:and )?then (?:the )?(?:rest|others?|everything else|remaining)\b.*)?(?:(?:,? please)?[,;] ?(?:please,? ?)?(?:right |just )?(?:after|before|behind|above|below) .+)?", r"put \g<x> \g<y>"),
    (rf"(?:i'd|i would|we'd|we would|let's|i) (?:rather |prefer to )?(?:put|place|move|have|see) (?P<x>.+?) (?P<y>{_AT})", r"put \g<x> \g<y>"),
    (r"(?:i'd|i would|we'd|we would) (?:rather )?(?P<x>(?:put|move|place|rename|remove|delete|drop|shorten|merge|number|swap|replace|call|cut|split|keep|turn|make|change|add|write)\s.+)", r"\g<x>"),
    (r"(?:bring|put|get|place|list|arrange|sort) (?P<x>.+?) (?:in|into|to) (?:a |the )?(?:proper |right |correct )?(?P<y>chronological|alphabetical|reverse|reversed|opposite|date)(?: order| sequence)?(?: by (?:date|deadline))?", r"sort \g<x> in \g<y> order"),
    (r"(?:move|put|bring|make|place|set|shift) (?P<x>.+?)(?: up| down| forward)?,? so (?:that )?(?:it|they) (?:is|are|comes?|becomes?|stands?|goes|will be) (?:right |at )*(?:the )?(?P<y>first|last|top|bottom|end|beginning|start)(?: (?:section|one|part|point|item))?", r"put \g<x> \g<y>"),
    (r"make (?P<x>.+?) the (?:very )?(?P<y>first|last) (?:section|one|part|point|item|bullet)", r"put \g<x> \g<y>"),
    (r"(?:i|we)(?:'d| would)? (?:like|prefer|want|love)(?: to have)? (?:the )?(?:numbers|numbering|digits) (?:better |more |rather )?(?:than|to|over|instead of) (?:the )?(?:dots|bullets|bullet ?points|dashes)(?: (?:in front of|before|for|in|on|with|at) (?P<x>.+))?", r"number \g<x>"),
    (r"(?:i|we)(?:'d| would)? (?:like|prefer|want|love)(?: to have)? (?:the )?(?:bullets|dots|bullet ?points|dashes) (?:better |more |rather )?(?:than|to|over|instead of) (?:the )?(?:numbers|numbering|digits)(?: (?:in front of|before|for|in|on|with|at) (?P<x>.+))?", r"turn \g<x> into bullet points"),
    # Form
    (r"(?:(?:can|could|should|may|might|shall) )?(?P<x>(?:the |her |his |both )?[\w' -]{3,40}?) (?:(?:could|should|can|may|might|must) )?(?:become|be|go into|fit into) (?:one|a single one|one (?:bullet|point|item))(?: bullet| point| item)?\??", r"merge \g<x> into one"),
    (rf"(?:instead of|rather than) (?:the |a |these )?(?:bullets?(?: ?points?)?|list(?:s)?|bullet list|numbers|numbered list|paragraphs?|text|prose),? (?:{_WANT})?(?:like|want|need|prefer|have|love|please (?:make|write)|make|write|put|turn|use)\s+(?P<x>.+?) (?:as|into|in) (?P<y>{_PROSE}|{_BULLETS})", r"turn \g<x> into \g<y>"),
    (rf"(?:{_WANT})?(?:like|want|need|prefer|have|love|see|get|show(?: me)?|write|put|format|give me|present|style|display|render) (?P<x>.+?) (?:as|in(?: the form of)?|in form of) (?P<y>{_PROSE}|{_BULLETS})(?: (?:instead(?: of .+)?|rather than .+))?", r"turn \g<x> into \g<y>"),
    (rf"(?P<x>(?:the |her |his |all |my )?[\w' -]{{3,40}}?) (?:as|in|in the form of|should be|must be|shall be) (?P<y>{_PROSE}|{_BULLETS})(?: (?:instead(?: of .+)?|rather than .+))?", r"turn \g<x> into \g<y>"),
    (rf"make (?P<y>{_PROSE}|{_BULLETS}) (?:out )?of (?P<x>.+)", r"turn \g<x> into \g<y>"),
    (r"(?:no|without|not) (?:more )?(?:numbers|numbering|numerals) (?:in|for|on|before|with) (?P<x>.+?)(?:[,;].*)?", r"turn \g<x> into bullet points"),
    (r"(?:no|without|not) (?:more )?(?:bullets|bullet ?points|list) (?:in|for|on|with) (?P<x>.+?)(?:[,;].*)?", r"turn \g<x> into a paragraph"),
    (r"(?P<x>(?:the |her |his )?[\w' -]{3,40}?) (?:without|with no) (?:bullets|bullet ?points)(?:[,;].*)?", r"turn \g<x> into a paragraph"),
    (r"(?P<x>(?:the |her |his )?[\w' -]{3,40}?) (?:without|with no) (?:numbers|numbering)(?:[,;].*)?", r"turn \g<x> into bullet points"),
    (r"(?:numbers|digits|numerals|1,? ?2,? ?3|figures) (?:instead of|rather than|not) (?:bullets?(?: ?points?)?|dots|dashes)(?: (?:in|for|on) (?P<x>.+))?", r"number \g<x>"),
    (r"(?:use|put|give|set|add) (?:numbers|numbering|digits) (?:for|to|on|before|in front of|in|next to) (?P<x>.+?)(?: instead of .+)?", r"number \g<x>"),
    (r"give (?P<x>(?:the |her |his )[\w' -]+?) numbers", r"number \g<x>"),
    (rf"(?:write|put|set|draw|sum|type|format|word|phrase|summari[sz]e)(?: up)? (?P<x>.+?)(?: up)? (?:as|into|in(?: the form of)?) (?P<y>{_PROSE})(?:[,;] ?(?:no|without|not|instead|rather).*)?", r"turn \g<x> into \g<y>"),
    (rf"(?P<y>{_BULLETS}|{_PROSE}) for (?P<x>.+)", r"turn \g<x> into \g<y>"),
    (rf"(?P<y>{_BULLETS}|{_PROSE}) (?:instead of|rather than) (?P<x>.+)", r"turn \g<x> into \g<y>"),
    (r"(?P<x>(?:number|enumerate) .+?)[,:;(]* ?\(?1[.)]?[,;]? ?2[.)]?[,;]? ?3.*", r"\g<x>"),
    (rf"(?:can|could|should|may|might|shall) (?P<x>(?:the |all |her |his |my )?(?!you\b|we\b|she\b|he\b|they\b|it\b)[\w' -]{{3,40}}?) be (?:turned into |made into |written as |put into |in )?(?P<y>{_PROSE}|{_BULLETS})(?: (?:instead(?: of .+)?|rather than .+|and not .+))?\??", r"turn \g<x> into \g<y>"),
    (r"(?:can|could|should|may|might|shall) (?P<x>(?:the |all |her |his |my )(?!you\b|we\b|she\b|he\b|they\b|it\b)[\w' -]{3,40}?) (?:be|get) (?P<y>numbered|shortened|removed|deleted|anonymi[sz]ed|merged|sorted|reversed)(?P<z>.*?)\??", r"\g<x> should be \g<y> \g<z>"),
    # Length
    (r"(?P<x>(?:the |her |his |that |this )[\w' -]{3,60}?) (?:should|could|must|needs to|has to|ought to) (?:lose|shed|drop) (?:some|a bit of|a little|a few pounds of)? ?(?:weight|fat|words|text|length|ballast)", r"shorten \g<x>"),
    (r"(?:get|bring|cut|take|have) (?P<x>.+?) down to (?:about |around |roughly |some )?(?P<y>half|a (?:half|third|quarter)|one (?:half|third)|\d+ ?%|(?:\w+) (?:words|sentences|bullets|lines|points))\b.*", r"shorten \g<x> to \g<y>"),
    (r"(?:each|every|all|any) (?P<x>.+?) (?:in|with|to|should have|should be|must have|may have|within)\s+(?:at )?(?P<y>(?:max(?:imum)?\.?(?: of)?|most|no more than|not more than|under|less than|up to|only|at most)?\s*\w+ (?:words|sentences?))(?:[,;].*)?", r"shorten each \g<x> to \g<y>"),
    (r"(?:it|this|that|the (?:summary|text|whole thing|whole))(?:'s| is| was| seems| got| looks)? (?:way |far |much |a bit |a little |still |really |just |clearly )*(?:too (?:long|wordy|detailed|verbose|lengthy)|long-winded|wordy|lengthy|verbose)[\s.!,;-]*", r"make it shorter"),
    (r"(?:the |her |his )(?P<x>[\w' -]{3,60}?) (?:is|are|seems?|got|rambles?|drags?|goes on|go on)(?: on)? ?(?:for ever|forever|and on|way |far |much |a bit |a little |still |really |just |clearly )*(?:too (?:long|wordy|detailed|verbose|lengthy)|long-winded|wordy|lengthy|verbose)?(?:[,;.–—-]+\s*(?:please |so |can you |could you |and )*(?:shorten|condense|trim|tighten|cut|prune)(?: it| that| this| them)?(?: down| up| a bit| a little)*)?[\s.!,;-]*", r"shorten the \g<x>"),
    (r"(?:cut|reduce|trim|narrow|bring|boil|condense|shorten|shrink|limit|get|pare|whittle|break)(?: down)? (?P<x>.+?) (?:down )?to (?:the |only |just |at most |max\.? )*(?P<y>(?!the\b)\w+) (?:\w+ )?(?:key|most important|main|best|essential|central|top|strongest|crucial|important|core|(?:that|which) (?:really )?(?:matter|count|stand out)(?: most| the most)?)(?: (?:ones|points|bullets|items|bullet points|insights|commitments|statements))?", r"shorten \g<x> to \g<y> bullets"),
    (r"(?P<x>(?:the |each |every )?(?![\w ]*\b(?:is|are|was|were|will|has|had|can)\b)[\"'“‘]?[\w' -]{3,40}?[\"'”’]?) (?:in|with|within) (?:at most |max\.? |maximum |only |just |no more than |about |around |up to )*(?P<y>\w+) (?P<s>short |brief |concise |crisp )?(?P<z>sentences?|words|lines|bullets|bullet points)(?: (?:at (?:the )?most|max\.?|maximum|or less|or fewer|please))*", r"shorten \g<x> to \g<y> \g<s>\g<z>"),
    # Names
    (r"(?:nobody|no one|no-one|it (?:must|should) not)\b.*\bwho (?:this|it|she|he|they) (?:is|are)\b.*", r"anonymise all names"),
    (r"(?:it|one) (?:must|should) not be (?:clear|obvious|possible to (?:see|tell)|visible|recogni[sz]able)\b.*\bwho\b.*", r"anonymise all names"),
    (r"(?:we|i|she|he|they)(?: always| usually| would)? (?:say|call (?:it|them|that)|use|write|prefer|have) (?P<y>[\"'“‘][^\"'”’]+[\"'”’])(?: [^,]{0,40})?,? (?:and )?(?:not|rather than|instead of|over) (?P<x>[\"'“‘][^\"'”’]+[\"'”’])(?:[,;].*)?", r"rename \g<x> to \g<y>"),
    (r"(?:(?:her|his|their|my client's|the \w+'s|(?-i:[A-Z])[\w'’-]+'s) (?:real |first |last |actual |right |correct |full )?name (?:is|should be|must be)|(?:she|he|it)(?: is|'s)(?: really| actually)?(?: called| named)?) (?P<y>(?-i:[A-Z])[\w'’-]+),? (?:and )?not (?P<x>(?-i:[A-Z])[\w'’-]+)(?:[,;.].*)?", r"rename \g<x> to \g<y>"),
    (r"(?P<x>(?-i:[A-Z])[\w'’-]+(?: (?-i:[A-Z])[\w'’-]+)?)(?: now| actually| really| always)? (?:goes by|is known as|uses the name|prefers to be called|prefers|spells (?:her|him|them)self|writes (?:her|him|them)self|calls (?:her|him|them)self|is spelt|is spelled|is written|spells (?:her|his) name|writes (?:her|his) name)(?: as| like this:?| now| really)?:? (?P<y>(?-i:[A-Z])[\w'’-]+(?: (?-i:[A-Z])[\w'’-]+)?)(?:[,;(].*)?", r"rename \g<x> to \g<y>"),
    (r"(?:.{3,40}: ?)?(?:nobody|no one|no-one|none of them)(?:'s (?:real )?(?:name|identity)| (?:at|in|from|of) (?:the |her |his )?[\w -]{3,30}?)? (?:should|must|may|can|ought to) be (?:recogni[sz]able|identifiable|recogni[sz]ed|identified|traceable|named|visible|readable|mentioned by name|in there|in it)(?:[ ,].*)?", r"anonymise all names"),
    (r"call (?:(?:her|him|them|it) |(?:(?:the|her|his|my|their) )?[\w-]+ )??(?P<y>(?-i:(?:(?:Dr|Mr|Mrs|Ms|Prof)\.? )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)) (?:instead of|rather than|not) (?P<x>(?-i:(?:(?:Dr|Mr|Mrs|Ms|Prof)\.? )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?))(?: .*)?", r"rename \g<x> to \g<y>"),
    (r"(?P<x>(?:the (?:section|heading) )?(?-i:[A-Z\"'“‘])[^,:]*?) (?:must|has to|should|needs to|ought to|shall) (?:now |really |actually )?be (?:called|named|titled|headed|renamed(?: to| as)?) (?P<y>.+)", r"rename \g<x> to \g<y>"),
    (r"(?P<x>(?-i:[A-Z])[\w'’-]+(?: (?:& )?(?-i:[A-Z])[\w'’-]+)*) (?:is|was) (?:now|really|actually|in fact|correctly) (?:called|named) (?P<y>(?-i:[A-Z]).+)", r"rename \g<x> to \g<y>"),
    (r"(?P<x>(?-i:[A-Z])[\w'’-]+(?: (?-i:[A-Z])[\w'’-]+)*)(?:'s)? (?:real |correct |right |full |first |last |actual )?name is (?:really |actually |in fact )?(?P<y>(?-i:[A-Z]).+)", r"rename \g<x> to \g<y>"),
    (r"(?P<x>(?-i:[A-Z])[\w'’& -]*?) (?:has|have) (?:been )?(?:renamed|rebranded|changed)(?: itself| themselves)?(?: its name| her name| his name| their name| the name)? (?:in)?to (?P<y>(?-i:[A-Z])[\w'’&. -]*?)(?:[,;].*)?", r"rename \g<x> to \g<y>"),
    (r"(?:give|let) (?P<x>.+?) (?:the|have the) (?:title|heading|headline|name) (?P<y>.+)", r"rename the section \g<x> to \g<y>"),
    (r"(?:give|find) (?P<x>.+?) (?:an?|the) (?:new|other|different|better) (?:title|heading|headline|name|header)\s*[:,–-]\s*(?P<y>.+)", r"rename the section \g<x> to \g<y>"),
    (r"(?P<x>[\w' -]{3,40}?) (?:heading|title|headline|header)\s*[:,–-]\s*(?:please |can you )?(?:change|rename|turn)(?: it| that)? (?:in)?to (?P<y>.+)", r"rename the section \g<x> to \g<y>"),
    (r"(?:i|we)(?:'d| would)? (?:prefer|like|want|rather have) (?P<y>[\"'“‘].+?[\"'”’]|(?-i:[A-Z])\w+) as (?:the |a )?(?:title|heading|headline|name|header) (?:for|of) (?P<x>.+)", r"rename the section \g<x> to \g<y>"),
    (r"(?P<x>[\"'“‘]?[\w' -]{3,40}?[\"'”’]?) (?:isn't|is not|is the wrong|is a bad|is no good|doesn't fit as a|is not really)(?: the)?(?: right| good| best| fitting)? ?(?:title|heading|headline|name|header|word)\b[^,;.]*[,;.–-]+ ?(?:please |so |better )?(?:call|name) (?:it|the section|that one) (?P<y>.+)", r"rename \g<x> to \g<y>"),
    (r"(?:over|above|for|instead of|in place of|as (?:the |a )?heading (?:for|of)) (?P<x>[\"'“‘][^\"”]+?[\"'”’]),? (?:please )?(?:write|put|use|say|have|i'd (?:say|write|put)) (?P<y>[\"'“‘][^\"”]+?[\"'”’])(?: instead| there| please)*(?:[,;.–(].*|\s[:;]\W+)?", r"rename \g<x> to \g<y>"),
    (r"(?:as (?:a |the )?(?:heading|title),? )?(?:i|we)(?:'d| would) (?:say|write|put|use|prefer|rather (?:say|have|use)) (?P<y>[\"'“‘][^\"'”’]+[\"'”’]) (?:rather than|instead of|not|over) (?P<x>[\"'“‘][^\"'”’]+[\"'”’])(?:[,;].*)?", r"rename \g<x> to \g<y>"),
    (r"(?:a |the )?(?:new|other|different|better) (?:title|heading|headline|name|header) (?:for|of) (?P<x>.+?)(?: section| part)?(?::| is| should be) (?P<y>.+)", r"rename the section \g<x> to \g<y>"),
    (r"use (?P<y>[\"'“‘].+?[\"'”’]|(?-i:[A-Z])\w+) as (?:the |a )?(?:title|heading|headline|name|header) (?:for|of) (?P<x>.+)", r"rename the section \g<x> to \g<y>"),
    (r"(?:the )?(?:title|heading|headline|header|name) (?:of|for) (?P<x>.+?) (?:should|must|shall|has to|needs to|ought to) (?:be|read|say) (?P<y>.+)", r"rename the section \g<x> to \g<y>"),
    # Time
    (r"(?:(?-i:[A-Z])[\w'’.-]+(?: (?-i:[A-Z])[\w'’-]+)?|she|he|they|we|i|(?:the|her|his|their|our|my) \w+(?: \w+)?) (?:has |have |had |just )*(?:changed|moved|shifted|postponed|rescheduled|put back|pushed back|brought forward|put off|set) (?P<x>(?:the |our |her |his |their )[\w' -]{2,40}?) (?:on|back|forward)?\s?to (?P<y>.+)", r"move \g<x> to \g<y>"),
    (rf"(?P<x>(?:the |our |her |his )?[\w' -]{{3,40}}?) (?:has been|was|is|got|will be|had to be|has to be|must be|needs to be|should be) (?:put back|pushed back|postponed|delayed|deferred|moved back|shifted back) (?P<y>{_SHIFT})\b.*", r"postpone \g<x> by \g<y>"),
    (rf"(?P<x>(?:the |our |her |his )?[\w' -]{{3,40}}?) (?:has been|was|is|got|will be|had to be|has to be|must be|needs to be|should be) (?:brought forward|moved forward|moved up|pulled forward) (?P<y>{_SHIFT})\b.*", r"bring \g<x> forward \g<y>"),
    (r"(?P<x>(?:the |our |her |his )?[\w' -]{3,40}?) (?:has been|was|is|got|will be|had to be|has to be|must be|needs to be|should be) (?:put back|pushed back|postponed|delayed|moved|rescheduled|shifted|put off|brought forward) (?:on)?to (?P<y>.+)", r"move \g<x> to \g<y>"),
    (rf"(?:shift|move|push|put|set|make)? ?(?P<x>(?:all |both |the |our |her |his )[\w' -]{{3,40}}?) (?P<y>{_SHIFT}) (?P<z>later|earlier)\b.*", r"move \g<x> \g<y> \g<z>"),
    (rf"(?:we|i|she|he|they) (?:have to|must|need to|will|want to|would like to|can only|could)? ?(?:start|begin|meet|talk|see each other) (?P<y>{_SHIFT}|(?:an? )?(?:\w+ )?(?:hours?|days?|weeks?|minutes?)) (?P<z>later|earlier)(?: (?:on|than) .+)?", r"move the next session \g<y> \g<z>"),
    (r"[^,;]{3,60}[,;–-]+ (?:so |and |therefore )?we(?:'ll| will|'re| are)?(?: now| instead)?(?: going to| have to| agreed to)? (?:meet|see each other|talk|speak|meeting)(?: again| instead)? (?P<y>(?:on|at) [^,;]*\d[^,;]*)(?:[,;] (?:at )?(?:the )?same .+)?", r"move the next session to \g<y>"),
    (r"(?:we|i|she|he|they)(?:'ll| will| are going to|'re going to| are| have agreed to| agreed to| want to| would like to| have to| can only)? ?(?:meet|meeting|see each other|talk|speak)(?: again| next| each other)* (?P<y>(?:on|at|in)\s.+?) instead(?: of .+)?", r"move the next session to \g<y>"),
)  # fmt: skip
_LATE_REASON = re.compile(
    r"(?i)(?:\s+please)?\s*(?:[,;–—-]\s+|\s+)(?:(?:because|since|so that|otherwise|(?<=[,;–—-] )as|(?<=[,;–—-] )for)\s+(?:i|we|she|he|they|it|that|this|the|there|my|her|his|their)\b.*|"
    r"(?<=[,;–—-] )(?:all )?(?:the )?(?:others?|rest)(?: ones| of (?:it|them))? (?:is|are|was|were|has|have|had|can|do|does|no longer)\b.*|"
    r"(?<=[,;–—-] )(?:she|he|they|we|i|it|that|this|these|those|there|which|nobody|everybody)(?:'s|'re|'d|'ve|'ll)?\s+(?:\w+\s+){0,2}?(?:is|are|was|were|has|have|had|want\w*|need\w*|settled|agreed|"
    r"know\w*|asked?|does|do|did|will|would|can|could|should|must|seems?|looks?|sounds?|feels?|takes?|don't|doesn't|didn't|isn't|aren't|"
    r"wasn't|won't|prefer\w*|like\w*|makes?|goes|belong\w*|told|said|already|no longer|'s|'re|'d|\w+ed)\b.*)$"
)
_AFTER_PRONOUN = re.compile(
    r"(?i)(?:\s+please)?\s*[,;–—-]+\s+(?:she|he|they|we|i|it|that|this|these|those|nobody|everybody|the rest|there)(?:'s|'re|'d|'ve|'ll)\s+.*$"
)
# What happens to the others: "…, the third stays on its own".
_OTHERS_STAY = re.compile(
    r"(?i)\s*[,;–—-]+\s*(?:and |but |while )?(?:the (?:first|second|third|fourth|fifth|last|others?|other (?:one|two|ones))|the rest)(?: \w+)? (?:stays?|remains?|(?:is|are) (?:fine|left)|(?:can|should|may) (?:stay|remain|be left))\b[^,;]*$"
)
_EARLY_REASON = re.compile(
    r"(?i)^(?:(?:she|he|they|we|i|it|this|that|there|nobody|everybody|everyone|(?:the|her|his|my|our) \w+)(?:'\w+)?\b[^,;:.]{3,90}? so (?=(?:please|the|her|his|all|can|could|would|let's|take|put|cut|remove|delete|drop|move|add|change|make|leave)\b)|(?:since|because|as|given that|now that|if)\s+[^,]{3,90},\s+(?:so\s+)?|[^,]{3,90}?[,;]\s+(?:so|therefore|that's why|hence)\s+|"
    r"[^,.:;]{2,60}?\b(?:is|are|was|were|'s|looks|seems) (?:\w+ )?(?:wrong|incorrect|not right|not correct|off|out of date|outdated|no longer (?:true|right|correct))[,;.]\s+|[^,.:]{3,80}?[:–—-]\s+)(?:please |could you |can you |can u |would you )*(?=\w)"
)


def commands(clause: str) -> Iterator[str]:
    """Yield the plain commands that a wish or a remark certainly stands for, without reasons given before or behind it."""
    text = clause.strip().rstrip(".!")
    for form, command in _PATTERNS:
        found = form.fullmatch(text)
        if found is not None:
            plain = " ".join(found.expand(command).split()).rstrip("? ")
            yield re.sub(r"(?<= )(?:The|Her|His|Their|All|Both|My)\b", lambda word: word[0].lower(), plain, count=1)


def with_known_names(clause: str, document: Document) -> str:
    """Return a request with the capitals that the summary gives to names: "write tom a mail" is "write Tom a mail"."""
    owners = re.findall(r"(?m)^[ \t]*[-*+] (?:\[[ xX]\] )?\**([A-Z][\w'’-]+)\**:", document.text)
    names = [part for name in distinct_names(document.text) for part in name.split()]
    known = {part.lower(): part for part in (*owners, *names) if len(part) > 2}
    small = set(re.findall(r"(?<![\w'’-])[^\W\dA-Z_]{3,}(?![\w])", document.text)) & known.keys()
    known = {low: part for low, part in known.items() if low not in small or part in owners}
    quoted = _IN_MARKS.split(clause)
    if len(quoted) > 1:  # what stands in quotation marks stays as the coach wrote it
        return "".join(part if number % 2 else with_known_names(part, document) for number, part in enumerate(quoted))
    if not _OF_SPELLING.search(clause):
        bare = {_unaccented(part): part for part in known.values() if not part.isascii()}
        clause = re.sub(
            r"(?<![\w'’-])[^\W\d_]{3,}(?![\w-])",
            lambda found: found[0] if found[0].lower() in known else bare.get(_unaccented(found[0]), found[0]),
            clause,
        )
    return re.sub(
        r"(?<![\w'’-])[^\W\dA-Z_]{3,}(?![\w-])",
        lambda found: known.get(found[0], found[0]) if found[0] not in NO_NAMES else found[0],
        clause,
    )


_IN_MARKS = re.compile(r"(\"[^\"]+\"|“[^”]+”|‘[^’]+’|(?<!\w)'[^']+'(?!\w))")


def _unaccented(word: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(letter))


_OF_SPELLING = re.compile(
    r"(?i)\b(?:spell\w*|spelt|rename|accents?|written|typo|called|replace|change|correct|write)\b|->|=>|→"
)
_SPELLED = re.compile(
    r"(?:(?:her|his|their|the (?:client|coachee|manager|boss|company|director|partner)(?:'s)?|it)(?:'s)? )?(?:(?:first |last |full |sur|family )?name )?(?:is |'s |was )?"
    r"(?:actually |really |in fact |correctly )?(?:(?:spelled|spelt|written)(?: as| like)?:?|(?:she|he|they|who) (?:actually |really )?(?:spells?|writes?) (?:her|his|their) (?:first |last |sur)?name(?: as| like this| so)?:?) (?P<new>(?-i:[A-Z])[\w'’-]+)(?:,? (?:with|without|by the way|and|but|not)\b.*)?",
    re.IGNORECASE,
)
_WISHES = re.compile(
    r"(?i)(?P<who>[\w'’-]+(?: [\w'’-]+)?) (?:wants|would like|likes|prefers|wishes|asked|has asked|asks)(?: me| us)? to be (?:called|named|known as|referred to as) (?P<new>[^\W\d_][\w'’-]+)(?=$|[\s,.;])"
)
_CALLED_NOW = re.compile(
    r"(?P<old>[A-Z][\w'’-]+(?: (?:& )?[A-Z][\w'’-]+)*) (?:is|was|are|has been) (?:now |really |actually |in fact |recently )*(?:called|named|known as|renamed(?: to| as)?) (?P<new>[a-z][\w'’-]+(?: [\w'’-]+){0,2})(?: now)?"
)
_SURNAME = re.compile(
    r"(?P<who>(?-i:[A-Z])[\w'’-]+?)(?:'s|’s|s')? (?:new |married |last |sur|family |maiden |actual |real )+name (?:is|was|should be|must be|reads) (?:now |really |actually |spel(?:led|t) )?(?P<new>(?-i:[A-Z])[\w'’-]+)(?: now)?",
    re.IGNORECASE,
)


def renamings(clause: str, document: Document) -> Iterator[str]:
    """Yield the renaming for "her name is spelled Puja" and "Ana's new surname is Moreau", from the names that stand."""
    text = clause.strip().rstrip(".!")
    described = spelled_so(text)
    if described is not None:
        yield f"rename {described[0]} to {described[1]}"
    found = _SPELLED.fullmatch(text)
    known = list(dict.fromkeys(part for name in distinct_names(document.text) for part in name.split()))
    if found is not None:
        near = [(difflib.SequenceMatcher(None, part.lower(), found["new"].lower()).ratio(), part) for part in known]
        score, part = max(near, default=(0.0, ""))
        if score >= 0.5 and part != found["new"]:
            yield f"rename {part} to {found['new']}"
    wish = _WISHES.match(text)
    if wish is not None:
        spelled = {part.lower(): part for name in distinct_names(document.text) for part in (name, *name.split())}
        who = spelled.get(wish["who"].lower(), "")
        titled = bool(who) and who.split(maxsplit=1)[0].rstrip(".") in TITLES
        own = (
            who
            if titled
            else max(
                who.split(),
                key=lambda part: difflib.SequenceMatcher(None, part.lower(), wish["new"].lower()).ratio(),
                default="",
            )
        )
        if own and own.lower() != wish["new"].lower():
            yield f"rename {own} to {wish['new'][:1].upper()}{wish['new'][1:]}"
    found = _CALLED_NOW.fullmatch(text)
    if found is not None and found["old"] in distinct_names(document.text):
        yield f"rename {found['old']} to {' '.join(word[:1].upper() + word[1:] for word in found['new'].split())}"
    found = _SURNAME.fullmatch(text)
    if found is not None:
        for name in distinct_names(document.text):
            parts = name.split()
            if len(parts) > 1 and parts[0].lower() == found["who"].lower():
                yield f"rename {parts[-1]} to {found['new']}"


# "… - that's a fourth commitment" says what it is, and gives no reason.
_SAYS_WHAT = re.compile(
    r"(?i)\b(?:that|this|it)(?:'s| is| counts as| goes (?:in|to|under)) (?:a|an|the|another|one more|one of)? ?(?:[\w-]+ ){0,2}(?:commitments?|insights?|tasks?|actions?|observations?|to-?dos?|focus)\b"
)


def without_reason(clause: str) -> Iterator[str]:
    """Yield a request without the reason that the coach gives for it; only for requests not understood as they stand."""
    text = clause.strip().rstrip(".!")
    for pattern in (_OTHERS_STAY, _LATE_REASON, _AFTER_PRONOUN, _EARLY_REASON):
        found = pattern.search(text)
        if found is not None and _SAYS_WHAT.search(found[0]):
            continue
        shorter = pattern.sub("", text).strip(" ,;")
        if shorter and shorter != text and len(shorter.split()) >= 2:
            yield shorter
    early = _EARLY_REASON.sub("", text)
    late = _LATE_REASON.sub("", early).strip(" ,;")
    if late not in (text, early) and len(late.split()) >= 2:
        yield late


_PATTERNS = tuple((re.compile(form, re.IGNORECASE), command) for form, command in _CERTAIN)
