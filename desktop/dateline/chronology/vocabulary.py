"""Which words make the finder look closer, and which may stand within a time expression."""

from dateline.chronology import lexicon
from dateline.chronology.lexicon import listed
from dateline.chronology.numbers import NUMBER_WORDS

# Names that are ordinary words too when not capitalised ("may", "march", "sun", "fall").
CAPITALISED = frozenset([*lexicon.MONTHS, *lexicon.WEEKDAYS, *(f"{w}s" for w in lexicon.WEEKDAYS)])

_SHORT_UNITS = listed("sec min hr wk yr second")
_UNITS = frozenset(u for u in lexicon.UNITS if u not in _SHORT_UNITS)

TRIGGERS = (
    CAPITALISED
    | _UNITS
    | frozenset(f"{u}s" for u in _UNITS)
    | frozenset([*lexicon.SEASONS, *lexicon.DECADES, *lexicon.DAYPARTS, *(f"{p}s" for p in lexicon.DAYPARTS)])
    | listed(
        """
        seconds centuries today yesterday tomorrow tonight overnight noon midnight midday ago now currently presently
        nowadays recently lately soon shortly past future time period fy year-end
        daily weekly monthly quarterly yearly annually annual hourly nightly biweekly biennial weekdays weekends
        weeklong monthlong yearlong daylong intraday
        easter christmas xmas thanksgiving halloween nowruz nauryz epiphany pentecost juneteenth
        am pm a.m a.m. p.m p.m. utc gmt o'clock bc bce b.c b.c. b.c.e. ad a.d. ce c.e.
        """
    )
)

GLUE = (
    frozenset(lexicon.ORDINALS)
    | NUMBER_WORDS
    | listed(
        """
        the a an of in on at and or to into during thru through until till from between - – — , ( ) + s
        ' ’
        last next this that past same previous prior preceding following coming current upcoming recent first final
        latest most very early earlier late later mid beginning start middle end close turn half few several couple many
        some about around circa c. ca. nearly almost more than least over up less under just only well
        every each other once twice thrice times per before after within back hence
        fiscal calendar financial consecutive straight full whole entire trading business working academic fellow
        old long these those his her its their our year-ago year-earlier ended ending quarter
        foreseeable immediate near distant not too so number being
        rest remainder single small wee good palm holy ash whit maundy
        generation black new eve day st monday tuesday friday sunday labor memorial independence veterans victory
        season school tax another boxing bastille labour armistice anzac remembrance groundhog
        valentine's father's mother's women's local eastern standard greenwich moscow second minute
        """
    )
)

# A number after these, or before those, is no year.
MONEY = frozenset("$€£¥₺₸₽#")
COUNTED = listed(
    """
    people troops soldiers jobs workers employees dollars euros tenge lira rubles roubles tons tonnes km kilometers
    kilometres miles meters metres feet points votes seats members homes houses students refugees migrants civilians
    deaths cases barrels megawatts mw hectares acres percent per % times calories square pounds kilograms kg shares
    units vehicles cars aircraft patients doses companies families protesters demonstrators police officers fighters
    militants prisoners hostages yards other more
    """
)

# Of the words without a date only these are worth suggesting.
REFERENCES = frozenset(
    {
        "now", "right now", "at present", "currently", "presently",
        "nowadays", "these days", "recently", "most recently",
        "more recently", "lately", "soon", "very soon", "shortly", "the future", "the near future",
        "the foreseeable future", "the immediate future", "the distant future", "the past", "the recent past",
        "the time being", "that time", "the same time", "the other day",
        "a generation ago", "the upcoming period", "the coming period",
    }
)  # fmt: skip

# A rule reads these, but standing alone in a text they seldom are time expressions, or say nothing.
IDLE = frozenset(
    {
        "day", "week", "month", "year", "quarter", "time", "period", "hour", "season", "second",
        "minute", "century", "decade", "a time", "some time", "a second", "long time", "a period", "night", "all",
        "ages", "the ages", "one", "a while", "times", "term", "morning", "evening", "mid night",
    }
)  # fmt: skip

NO_START = listed(
    """
    of to into during and or on in at until till from between - – — , ( ) through thru than least by s ' ’ times after
    before within ago being standard ended ending eve per st back hence its their his her our your my most only well so
    long old close just small wee
    """
)
NO_END = listed(
    """
    the a an of in on at and or to into during - – — , ( from between this that every each about around last next first
    more than over up circa
    """
)
