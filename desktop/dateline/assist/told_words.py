"""The words that say whether what they lead to is planned, possible or denied in English."""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TOKEN = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*|\d[\d.,]*|\S")
CLOSES = _words(', ; : – — ( ) | “ ” " ! ?')
NEW_CLAUSE = _words("but because although though while when since who which where that as than so after before during")
IF = _words("if unless whether")
BE = _words("is are was were isn't aren't wasn't weren't")
HAVE = _words("has have had hasn't haven't hadn't having")
WILL = _words("will shall 'll won't")
MAY = _words("could would may might should can must cannot can't couldn't wouldn't shouldn't")
NOT = _words("not never neither nor cannot")
AUXILIARY = _words(
    "be been being have has also soon yet then now not never only still already just both jointly formally to "
    "do does did even again once more perhaps maybe probably indeed instead later thus therefore thereby together "
    "always often sometimes first next today tomorrow tonight finally likewise however"
)
# What else may stand between a helping verb and its own: "will in future meet", and "will, of course, meet".
_FAR_OFF = r"(?:next|this|in the (?:coming|next)) (?:\w+ )?(?:days?|weeks?|months?|years?|spring|summer|autumn|winter)"
BY_THE_WAY = re.compile(
    r"(?<!\S)(?:of course|in (?:the (?:near |not too distant )?)?future|in (?:turn|fact|all likelihood|the end)|"
    rf"at (?:last|least|once)|no doubt|after all|for the (?:first|second|third|last) time|{_FAR_OFF})(?!\S)"
)
SET_APART = re.compile(
    r"\b(will|shall|would|could|may|might|should|must), (?!(?:but|and|or|if|unless|not)\b)(?:[\w-]+ ){0,4}[\w-]+,(?= )"
)
# Before "to": what is fixed; what is only wished for, asked or offered; what is turned down.
FIXED = _words(
    "due set scheduled slated expected expects expect planned plans plan planning intends intend intended aims aim "
    "means mean prepares prepare preparing agreed agree agrees poised going about promised promises promise pledged "
    "pledges pledge vowed vows vow decided decides bound"
)
WISHED = _words(
    "wants want wanted wanting hopes hope hoped hoping wish wished wishes seeks seek sought seeking like asks ask "
    "asked urges urge urged invites invite invited proposes proposed suggested threatens threatened offers offer "
    "offered ready willing tries try tried called calls call calling likely unlikely need needs ought eager keen "
    "demanded demands"
)
WITH_OBJECT = (FIXED | WISHED) - _words(
    "due set slated going about bound poised ready likely unlikely able need needs like"
)
REFUSED = _words("refuses refused refuse refusing declined declines failed fails fail unable unwilling")
# Within the noun's own words, and right before them.
COMING = _words("planned upcoming forthcoming scheduled expected coming pending envisaged impending tomorrow's")
PERHAPS = _words("possible potential proposed hypothetical eventual conceivable would-be")
LEADS_AHEAD = re.compile(
    r"\b(?:ahead of|in the run-?up to|prepar(?:es?|ed|ing|ations?) (?:for|of)|arrangements? for(?: it, and for)?|"
    r"agenda (?:for|of)|look(?:s|ing)? forward to|plans?(?: for)?|planning|awaits?|schedules?|scheduled|expects?|"
    r"on the eve of|(?:is|are|was|were) due for|invit(?:ed|es|ation)\b[^,;.]{0,40}? (?:for|to))$",
    re.IGNORECASE,
)
LEADS_PERHAPS = re.compile(
    r"\b(?:(?:call|hope|ask|wish|request|appeal|demand|plead|push|press)(?:s|es|ed|ing)?(?: \w+){0,2}? for|"
    r"(?:chance|prospect|idea|possibility|threat|risk|need|goal|aim|offer)s? (?:of|for)|"
    r"urge[ds]?|seeks?|sought|wants?|demand(?:s|ed)?|propos(?:es|ed)|suggest(?:s|ed)|offer(?:s|ed)?|threaten(?:s|ed)?|"
    r"in (?:case|the event) of)$",
    re.IGNORECASE,
)
LEADS_AWAY = re.compile(
    r"\b(?:without|rul(?:e|es|ed|ing) out|no|(?:lack|absence) of|den(?:y|ies|ied)|instead of)$", re.IGNORECASE
)
NOT_JUST_BEFORE = re.compile(r"(?:\b(?:not|never)|n't)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
# What was planned and then came about.
CAME_ABOUT = re.compile(
    r"(?:\s+(?:in|at|on|with|of|between|for|about)\b[^.;]{0,40}?)?,?\s+(?:has |had )?"
    r"(?:took place|taken place|was held|were held|been held|began|begun|opened|ended|went ahead|was adopted|"
    r"were adopted|was signed|were signed|was approved|took effect|passed)\b",
    re.IGNORECASE,
)
CALLED_OFF = re.compile(
    r"\b(?:cancel(?:s|l?ed|l?ing)|call(?:s|ed|ing) off|scrap(?:s|ped|ping)|abandon(?:s|ed))$", re.IGNORECASE
)
# What has a name once it is there: what an agreement will do is done by one that was made.
THERE_ALREADY = _words("agreement deal accord treaty pact law ruling decision document declaration sanctions contract")
PUT_OFF = re.compile(r"\b(?:postpon(?:es|ed|ing)|put(?:s|ting)? off|delay(?:s|ed|ing))$", re.IGNORECASE)
# What somebody does with an event that is still ahead when he "will" do it: "will hold a summit".
BRINGS_ABOUT = _words(
    "hold holds held host pay make attend convene open start begin launch sign conclude join lead chair receive "
    "deliver conduct stage organise organize take go continue resume give face impose lift meet travel come fly "
    "arrive return visit gather sit follow followed see hosted signed co-host co-chair participate speak send "
    "provide offer grant reach"
)
MAKES = _words("hold held host hosted have make open start begin launch sign signed conclude give impose take go")
OF_SOMETHING_ELSE = _words("about over against from despite regarding concerning by")
FINITE = _words(
    "was were is are had has have did does do said says told became began came found gave got went kept knew left "
    "let lost made met paid put ran rose saw sent set shut sold spoke spent stood took thought won wrote fell broke "
    "brought built bought chose drew grew hit led sat held signed flew fled drove rode threw blew sank fought caught "
    "taught felt slept swept meant dealt bore wore swore tore froze woke rang sang shook forgot struck stuck hung "
    "sailed"
)
REPORTS = _words(
    "said says told announced announces confirmed confirms added stated declared reported reports noted stressed "
    "believes expects revealed trusts announcement decision"
)
NOT_VERBS = _words("united hundred red limited advanced need indeed seed speed feed bed sacred")
PREPOSITIONS = _words("of in on at for with to from by about into over under between among without within")
TO_A_NOUN = _words("run-up up prior due according thanks addition regard respect next close return")
DETERMINERS = _words("the a an his her its their our my this these those some any no each every another")
ADVERBS = _words("also not never soon then now only still already just both finally first recently yet")
_THERE = r"(?:(?:that|which|who) )?"
_BEEN = r"(?:was|were|has been|have been|had been|is|are)"
SEEN_AHEAD = re.compile(
    rf"{_THERE}(?:(?:will|shall)\b|(?:is|are|was|were|remains?)(?: \w+ly| also| now| still| first)? "
    r"(?:to [a-z]+|due|set|scheduled|slated|expected|planned|being (?:prepared|planned)|under preparation|ahead)\b|"
    r"(?:due(?! to (?!be|take|start|begin|open|meet|visit|arrive))|scheduled|planned|slated|expected|set (?:for|to))\b|"
    r"to (?:be|come|follow|take place|start|begin|open)\b|"
    r"looms?\b|approach(?:es|ing)?\b)",
    re.IGNORECASE,
)
# What says of a noun for when it is meant, before its verb comes: ", planned for 12 May, has been postponed".
PLANNED_ASIDE = re.compile(
    r"(?:, )?(?:(?:that|which) (?:is|are|was|were|has been|have been|had been) )?(?:\w+ly )?"
    r"(?P<cue>due|scheduled|planned|slated|expected|set|fixed) (?:for|on|in|at) "
    r"[^,;.]*?(?=,|$| (?:is|are|was|were|has|have|had|will|did|took|remains?)\b)",
    re.IGNORECASE,
)
_COMES_ABOUT = (
    r"(?:(?:yet|ever|actually|even) )?(?:be (?:held|signed)|been held|take place|taken place|happen(?:ed)?|"
    r"occur(?:red)?|go ahead|gone ahead|materiali[sz]ed?|held|proceed)\b"
)
COMES_ABOUT_NEXT = re.compile(rf"\w+(?: not)? (?:also )?{_COMES_ABOUT}", re.IGNORECASE)
SEEN_PERHAPS = re.compile(
    rf"{_THERE}(?:(?:could|would|may|might|should|can|must)(?: not)? (?:also )?(?:{_COMES_ABOUT}|be|begin|start|open|"
    r"resume|follow|come|continue|end|last|rise|grow|climb|reach|fall|bring|help|lead)\b|"
    r"(?:is|are|remains?) (?:\w+ )?(?:possible|likely|unlikely)\b)",
    re.IGNORECASE,
)
SEEN_NOT = re.compile(
    rf"{_THERE}(?:(?:(?:did|has|have|had|was|were|is|are|will|would|could|may|might) (?:not|never)|"
    rf"(?:did|has|have|had|was|were|is|are|wo|would|could)n['’]t|never|failed to) {_COMES_ABOUT}|"
    rf"{_BEEN} (?:cancell?ed|called off|scrapped|ruled out)\b)",
    re.IGNORECASE,
)
SEEN_AT_ONCE = re.compile(
    r"(?:that|which) |(?:due(?! to )|scheduled|planned|slated|expected|set for)\b|to (?:be|come|follow|take place)\b",
    re.IGNORECASE,
)
SEEN_OFF = re.compile(rf"{_THERE}{_BEEN} (?:cancell?ed|called off|scrapped|postponed|put off|delayed)\b", re.IGNORECASE)


def is_finite(word: str) -> bool:
    """Say whether a word, as it stands, looks like a verb that tells of something as past or present."""
    return word in FINITE or (len(word) > 4 and word.endswith("ed") and word.islower() and word not in NOT_VERBS)
