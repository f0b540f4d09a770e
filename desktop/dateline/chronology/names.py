"""Months that are names of people, and verbs: "Theresa May", "Kasım Cömert Tokayev", "Protesters March for Life"."""

import re

from dateline.chronology.lexicon import DAYPARTS, MONTHS, SEASONS, WEEKDAYS, listed

# Names before which no preposition stands: "In April Ryan left" has a month in it, "April Ryan left" has none.
_FIRST_NAMES = listed("april may june august jan mar")
_LAST_NAMES = listed("may august march june april")
_SURNAMES = _LAST_NAMES - {"april"}  # "Tesla April was": only a verb of doing makes that one a name
_PLACED = re.compile(
    r"(?:\b(?:in|since|until|till|by|of|from|to|through|during|before|after|between|for|on|as|at|late|early|mid|next|last|"
    r"this|the|every|each|ended|ending|begun|beginning|starting|due|around|about|\d[\w.,]*)|[-–—/(])\s*$",
    re.IGNORECASE,
)
# "for April Ryan", "by August Darnell": after these a month is hardly followed by a name, unless a range ends with it.
_OF_SOMEBODY = re.compile(r"(?:\b(?:for|of|with|to|than|like)|(?<!^)(?<=[a-z,] )by)\s*$")
_FROM_ON = re.compile(
    r"\b(?:data|figures?|sales|exports?|imports?|output|inflation|orders|forecasts?|targets?|deliveries|from|between|"
    r"early|late|mid|end|beginning|start|middle|month|half|days?|weeks?)\b",
    re.IGNORECASE,
)
_SHORT_DAYS = frozenset(["mon", "tue", "wed", "thu", "fri", "sat", "sun"])
_SHORT = "[Mm]on|[Tt]ues?|[Ww]ed|[Tt]hu|[Tt]hurs?|[Ff]ri|[Ss]at|[Ss]un"
_DAY_AFTER = re.compile(
    rf",? (?:the )?\d|,? (?:{'|'.join(MONTHS)})\b|,? at \d| ?[-–/&] ?(?:{_SHORT})|,? (?:and |to |or )?(?:{_SHORT})\b|"
    r" (?:morning|afternoon|evening|night)\b|\)",
    re.IGNORECASE,
)
_ON_SHORT = re.compile(
    rf"(?:\b(?:on|until|till|by|since|last|next|this|every|from|to|through|before|after)\s|\(|[-–/])$"
    rf"|\b(?:{_SHORT})\.?(?: and|,| to| or)? $",
    re.IGNORECASE,
)
# "The Sunday Times", "the Daily Mail", "Friday Night Lights", "the Good Friday Agreement".
_TITLE_NEXT = re.compile(
    r" (?:Times|Mail|Telegraph|Express|Mirror|Herald|Post|Independent|Tribune|Standard|Journal|Record|Observer|Globe|"
    r"Chronicle|Gazette|Mercury|Echo|Argus)\b"
)
_SHOW_NEXT = re.compile(r" (?:Live|Lights|Fever)\b")
_PACT_NEXT = re.compile(r" (?:Agreement|Accords?|Peace)\b")
_SHORT_MONTHS = frozenset(["jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"])
_NAME_NEXT = re.compile(rf" (?:de|del|van|von|al|(?!(?:{_SHORT})\b)[A-Z][a-z]+)\b")
# A sentence that begins with somebody so called: "Friday Smith, 34, was", "Friday Smith said"; newswire has "on".
_BEGINS = re.compile(r"(?:^|[.!?\n][\"”’)]*\s*)$")
_WHO_DID = re.compile(
    rf" (?!(?:{'|'.join(m.title() for m in MONTHS)}|Night|Morning|Evening|Afternoon|Mass)\b)[A-Z][a-z]+"
    r"(?:, (?:\d\d|who),? | (?:said|told|was|is|has|had|scored|won|lost|denied|resigned|added)\b)"
)
_CALLED_SO = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sir|Rabbi|Judge|Justice|Senator|Captain|Girl|Man|Bloody|Ruby)\.? )$"
)
# "The House of May", "the Ides of March", "Queen of May"; not "the Congress of March", which was held then.
_OF_A_NAME = re.compile(
    r"\b(?:House|Ides|Queen|King|Duke|Duchess|Lord|Lady|Prince|Princess|Earl|Church|Isle|Cape|Port|Bay|City|Town|Castle|"
    r"Mists|Children|Sons|Daughters|Song|Songs|Ballad|Legend|Tale|Bank|University|Kingdom|Bride|Guns|Winds) of $"
)
_OF_KIN = re.compile(
    r"\b(?:daughters?|sisters?|wife|mother|niece|cousin|girlfriend|granddaughter|grandmother|widow|fianc[ée]e|partner|"
    r"[Aa]unt|[Aa]untie|[Gg]randma|[Ss]ister|[Cc]yclone|friend|Operation|Project|[Hh]urricane|[Tt]yphoon|[Ss]torm|Little|Miss|Ms|Mrs|Lady|Dame)"
    r",? $"
)
_OF_CALLING = re.compile(r"\b(?:actor|actress|singer|star|author|writer|poet|model|dancer|player|character|baby) $")
_ACTS = re.compile(
    r"[ \u00a0](?:acted|acts|sang|sings|played|plays|wrote|writes|spoke|speaks|died|married|left|scored|ran|"
    r"joined|smiled|laughed|thinks|believes|leads|led|told|refused|promised|apologi[sz]ed|replied|answered|denied|called|tweeted|walked|"
    r"returned|travelled|traveled|flew|signed|met|visited|arrived|said|says|insisted|resigned|retired)\b"
)
_IN_A_PLACE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Ff]or|[Ff]rom|[Tt]o|[Oo]f|[Nn]ear|[Bb]y|[Oo]n|[Ss]ince|[Tt]hat) (?:[A-Z][\w’'-]+ ?){1,2}$"
)
_CAPITAL_NEXT = re.compile(r"[ \u00a0](?P<next>[^\W\d_]\S*)")
_NAME_BEFORE = re.compile(r"(?:^|[\s(\"“‘'])(?P<name>[A-Z][a-z]+|[A-Z]\.|M(?:rs|r|s)\.)[ \u00a0]$")
_TIME_WORDS = frozenset([*MONTHS, *WEEKDAYS, *SEASONS, *DAYPARTS, "easter", "christmas"])
_OPENING = frozenset(["the", "a", "an", "i", "he", "she", "it", "they", "we", "and", "but", "in", "as"])
_SPEECH = "said|says|told|tells|asked|added|insisted|warned|urged|argued|vowed|resigned|admitted|replied|explained"
_OF_SPEECH = re.compile(rf"[ \u00a0](?:{_SPEECH})\b")
# "Theresa May's", "May has", but "China May exports".
_OF_A_PERSON = re.compile(
    rf"(?:['’]s\b|[ \u00a0](?:{_SPEECH}|announced|arrived|met|visited|won|lost|wants|has|had|is|was|will|would|who)"
    r"\b|[.,;:!?\"”)]|$)"
)
# "The Million Man March", "the Women's March", but "the Early March deadline", "the Brussels March summit".
_TITLED = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hat|[Hh]is|[Hh]er|[Tt]heir)(?: [A-Z][\w’'-]+){0,3} (?P<last>[A-Z][\w’'-]+) $"
)
_NO_TITLE = frozenset(
    ["early", "late", "mid", "next", "last", "this", "until", "since", "in", "by", "past", "previous"]
)
_MONTHLY = re.compile(
    r"[\s-](?:\d|summit|meeting|talks|conference|figures?|data|report|results?|sales|exports?|imports?|election|elections|"
    r"vote|polls?|deadline|referendum|deal|agreement|accord|session|hearing|issue|edition|budget|attacks?|bombings?|"
    r"uprising|coup|quarter|contract|futures|price|prices|number|numbers|inflation|survey|release|unemployment)"
)
# A march goes for something or on a place.
_MARCHES = re.compile(r"[ \u00a0](?:for|on|against|to|through|towards?) ", re.IGNORECASE)


def is_name(word: str, left: str, right: str) -> bool:
    """Say whether a bare month or weekday of an English text is a name or a verb there; `word` is as it stands."""
    low = word.lower().removeprefix("the ").removesuffix(".")
    if low in _SHORT_DAYS:
        return not _is_short_day(left, right)
    if low in WEEKDAYS:
        pact = left.endswith("Good ") and _PACT_NEXT.match(right)
        show = right.startswith(" Night ") and _SHOW_NEXT.match(right, len(" Night"))
        someone = _OF_CALLING.search(left[-24:]) and _NAME_NEXT.match(right)
        someone = someone or (_BEGINS.search(left[-4:]) and _WHO_DID.match(right))
        return bool(pact or show or someone or _TITLE_NEXT.match(right) or _CALLED_SO.search(left[-24:]))
    if word in ("Evening", "Morning", "The Evening", "the Evening"):
        return bool(_TITLE_NEXT.match(right))
    if low == "good friday":
        return bool(_PACT_NEXT.match(right))
    if low in _SHORT_MONTHS and _NAME_NEXT.match(right) and not _PLACED.search(left[-24:]):
        return True  # "Dec Donnelly", "Mar del Plata"
    if low in ("saturday night", "friday night"):
        return bool(_SHOW_NEXT.match(right))
    if low not in _FIRST_NAMES | _LAST_NAMES or word.endswith("."):
        return False
    if _OF_A_NAME.search(left[-40:]) and not re.match(r",? \d", right):
        return True
    placed = _PLACED.search(left[-24:])
    if low == "march":
        return _is_march(left, right, placed=bool(placed))
    return _is_person(low, left, right, placed=bool(placed))


def _is_person(low: str, left: str, right: str, *, placed: bool) -> bool:
    following = _CAPITAL_NEXT.match(right)
    followed = bool(following and following["next"][0].isupper())
    other = following["next"].lower().strip(".,;:'’s") if following else ""
    if low in _FIRST_NAMES and followed and _OF_SOMEBODY.search(left[-24:]) and not _FROM_ON.search(left[-40:]):
        return other not in _TIME_WORDS | _OPENING
    if placed:
        return False
    if low in _FIRST_NAMES and (followed or (_OF_KIN.search(left[-40:]) and not re.match(r",? \d", right))):
        return other not in _TIME_WORDS
    before = _NAME_BEFORE.search(left[-24:])
    if low in _LAST_NAMES and before and before["name"].lower() not in _TIME_WORDS:
        if _ACTS.match(right) and not _IN_A_PLACE.search(left[-40:]):
            return True
        return low in _SURNAMES and bool(_OF_A_PERSON.match(right))
    return low == "may" and bool(_OF_SPEECH.match(right))


def _is_short_day(left: str, right: str) -> bool:
    """Tell "Sun 3 May", "on Sat", "Mon-Fri" from "the Sun said", "Sat Nav"."""
    return bool(_DAY_AFTER.match(right) or _ON_SHORT.search(left[-24:])) and not re.search(r"\b[Tt]he $", left[-4:])


def _is_march(left: str, right: str, *, placed: bool) -> bool:
    """Tell "the March for Life", "Protesters March on", "the Salt March", "Women's March" from the month."""
    if right.startswith((" Madness", " Hare")):
        return True
    named = _NAME_BEFORE.search(left[-24:])
    if named and named["name"].lower() not in _TIME_WORDS and _ACTS.match(right) and not _IN_A_PLACE.search(left[-40:]):
        return True
    begins = re.search(r"(?:\b(?:the|a|this)|[A-Z]\w+(?:['’]s)?)\s$", left[-24:], re.IGNORECASE)
    if begins and _MARCHES.match(right) and re.match(r"\s\w+ (?:the )?[A-Z]", right):
        return not re.search(r"\b(?:in|since|until|by|of|from)\s$", left[-8:], re.IGNORECASE)
    titled = _TITLED.search(left[-60:])
    if titled and titled["last"].lower() not in _TIME_WORDS | _NO_TITLE and not _MONTHLY.match(right):
        return True
    return not placed and bool(re.search(r"\b[A-Z]\w+['’]s?\s$", left[-24:])) and not re.match(r"\s[a-z]", right)


_ON_A_DAY = re.compile(
    r"\b(?:on|since|until|till|by|from|before|after|between|through|"
    r"(?:night|morning|evening|afternoon|eve|week) of)\s+$"
    r"|\b(?:the \d\d?(?:st|nd|rd|th) (?:to|and|or|until|through)) $",
    re.IGNORECASE,
)
# What may follow a bare day of the month: no noun, which it would count ("on the 15th floor").
_NO_NOUN = re.compile(
    r"\s*(?:$|[.,;:!?)\]\"”’—–]|-\s)|\s+(?:and|or|to|until|till|through|in|at|when|as|but|for|with|because|after|before|"
    r"while|near|he|she|they|it|we|i|you|the|a|an|his|her|their|its|our|this|that|of (?:the|this|last|next) month|"
    r"was|were|is|are|had|has|have|will|would|said|came|went|left|about|during|by|from)\b",
    re.IGNORECASE,
)
_ORDERED = re.compile(
    r"\b(?:hole|holes|birdie\w*|bogey\w*|par|eagle\w*|fairway|tee|green|floors?|place|placed|ranked|inning|lap|lift|"
    r"century|centuries|parallel|street|avenue|grade)\b",
    re.IGNORECASE,
)
_COUNTS_ON = re.compile(
    r"(?:[\s,]+(?:and|to|or|until|through) (?:the )?|-)\d+(?:st|nd|rd|th)(?:[- ][a-z]+)? (?!and|or|of)[a-z]+",
    re.IGNORECASE,
)


def is_day_of_month(words: str, left: str, right: str) -> bool:
    """Say whether "the 15th" is a day of the month: "met on the 15th", not "on the 15th floor", "birdied the 15th"."""
    if not words.startswith("the "):
        return False
    if not _ON_A_DAY.search(left[-24:]) or not _NO_NOUN.match(right) or _COUNTS_ON.match(right):
        return False
    return not _ORDERED.search(left[-100:]) and not _ORDERED.search(right[:60].partition(".")[0])
