"""The English words of time, as tables from which the patterns are made."""


def listed(text: str) -> frozenset[str]:
    """Return the words of a text as a set, for tables that read better as prose."""
    return frozenset(text.split())


MONTHS = {
    "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5,
    "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9,
    "october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
}  # fmt: skip

WEEKDAYS = {
    "monday": 1, "mon": 1, "tuesday": 2, "tues": 2, "tue": 2, "wednesday": 3, "wed": 3, "thursday": 4, "thurs": 4,
    "thur": 4, "thu": 4, "friday": 5, "fri": 5, "saturday": 6, "sat": 6, "sunday": 7, "sun": 7,
}  # fmt: skip

SEASONS = {"spring": "SP", "springtime": "SP", "summer": "SU", "summertime": "SU", "autumn": "FA", "fall": "FA",
           "winter": "WI", "wintertime": "WI"}  # fmt: skip

DAYPARTS = {
    "morning": "MO", "dawn": "MO", "daybreak": "MO", "sunrise": "MO", "midday": "MI", "lunchtime": "MI",
    "afternoon": "AF", "evening": "EV", "dusk": "EV", "sunset": "EV", "night": "NI", "nighttime": "NI",
    "nightfall": "NI", "overnight": "NI", "daytime": "DT", "predawn": "MO",
    "pre-dawn": "MO", "mid-day": "MI",
}  # fmt: skip

# A unit's TIMEX3 letter, how many of it the word stands for, and whether it is one of the clock.
UNITS: dict[str, tuple[str, int, bool]] = {
    "second": ("S", 1, True), "sec": ("S", 1, True), "minute": ("M", 1, True), "min": ("M", 1, True),
    "hour": ("H", 1, True), "hr": ("H", 1, True), "day": ("D", 1, False), "night": ("D", 1, False),
    "weekend": ("WE", 1, False), "week": ("W", 1, False), "wk": ("W", 1, False), "fortnight": ("W", 2, False),
    "month": ("M", 1, False), "quarter": ("Q", 1, False), "semester": ("M", 6, False), "year": ("Y", 1, False),
    "yr": ("Y", 1, False), "decade": ("Y", 10, False), "century": ("Y", 100, False), "centurie": ("Y", 100, False),
    "millennium": ("Y", 1000, False), "millennia": ("Y", 1000, False),
}  # fmt: skip

ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
    "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21,
    "twenty-second": 22, "twenty-third": 23, "twenty-fourth": 24, "twenty-fifth": 25, "twenty-sixth": 26,
    "twenty-seventh": 27, "twenty-eighth": 28, "twenty-ninth": 29, "thirtieth": 30, "thirty-first": 31,
}  # fmt: skip

DECADES = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
           "nineties": 9}  # fmt: skip

ZONES = (
    "utc", "gmt", "z", "est", "edt", "et", "eastern", "cst", "cdt", "ct", "central", "mst", "mdt", "mt", "pst", "pdt",
    "pt", "pacific", "bst", "cet", "cest", "eet", "eest", "msk", "ist", "jst", "aest", "aedt", "hkt", "sgt", "trt",
    "almt",
)  # fmt: skip

# How much a number word leaves open: TIMEX3 modifiers of durations and dates.
AMOUNT_MODS = {
    "about": "APPROX", "around": "APPROX", "approximately": "APPROX", "roughly": "APPROX", "some": "APPROX",
    "approx": "APPROX", "an estimated": "APPROX", "circa": "APPROX", "more than": "MORE_THAN", "over": "MORE_THAN",
    "well over": "MORE_THAN", "longer than": "MORE_THAN", "just over": "MORE_THAN", "a little over": "MORE_THAN",
    "slightly more than": "MORE_THAN", "a little more than": "MORE_THAN", "just more than": "MORE_THAN",
    "slightly over": "MORE_THAN", "much more than": "MORE_THAN", "well under": "LESS_THAN",
    "slightly less than": "LESS_THAN", "a little less than": "LESS_THAN", "just less than": "LESS_THAN",
    "much less than": "LESS_THAN", "a little under": "LESS_THAN", "slightly under": "LESS_THAN",
    "upwards of": "EQUAL_OR_MORE", "upward of": "EQUAL_OR_MORE", "no longer than": "EQUAL_OR_LESS",
    "at least": "EQUAL_OR_MORE", "no less than": "EQUAL_OR_MORE", "no fewer than": "EQUAL_OR_MORE",
    "a minimum of": "EQUAL_OR_MORE", "less than": "LESS_THAN", "fewer than": "LESS_THAN", "under": "LESS_THAN",
    "nearly": "LESS_THAN", "almost": "LESS_THAN", "just under": "LESS_THAN", "not quite": "LESS_THAN",
    "close to": "APPROX", "up to": "EQUAL_OR_LESS", "at most": "EQUAL_OR_LESS", "no more than": "EQUAL_OR_LESS",
    "as many as": "EQUAL_OR_LESS", "as much as": "EQUAL_OR_LESS", "a maximum of": "EQUAL_OR_LESS",
    "within": "EQUAL_OR_LESS", "as little as": "EQUAL_OR_MORE", "as long as": "EQUAL_OR_LESS", "just": "", "only": "",
    "exactly": "", "another": "", "an additional": "", "a full": "", "a total of": "", "for": "", "the": "",
    "these": "", "those": "", "his": "", "her": "", "its": "", "their": "", "all": "", "the other": "",
}  # fmt: skip

# Which part of a stretch of time is meant.
PART_MODS = {
    "early": "START", "earlier": "", "the early hours of": "START", "the small hours of": "START",
    "the wee hours of": "START", "the pre-dawn hours of": "START", "the predawn hours of": "START",
    "the early part of": "START", "the beginning of": "START", "beginning of": "START",
    "the very beginning of": "START", "the start of": "START", "start of": "START", "the opening of": "START",
    "the early days of": "START", "the early months of": "START", "the outset of": "START", "the onset of": "START",
    "the first days of": "START", "the first weeks of": "START", "the first months of": "START", "the dawn of": "START",
    "early in": "START", "mid": "MID", "the middle of": "MID", "middle of": "MID", "the midst of": "MID",
    "midway through": "MID", "the mid": "MID", "the early": "START", "the late": "END", "late": "END", "late in": "END",
    "later in": "", "later": "", "earlier in": "", "later on": "", "the end of": "END", "end of": "END",
    "the very end of": "END", "the close of": "END", "the late part of": "END", "the latter part of": "END",
    "the last days of": "END", "the last weeks of": "END", "the last months of": "END", "the final days of": "END",
    "the final weeks of": "END", "the final months of": "END", "the closing days of": "END", "the tail end of": "END",
 "very early": "START", "very late": "END", "the rest of": "", "the remainder of": "",
    "the course of": "", "the whole of": "", "the entirety of": "", "sometime": "", "some time": "",
    "much of": "", "most of": "", "the bulk of": "", "the better part of": "", "the best part of": "",
    "a good part of": "", "a large part of": "", "part of": "",
}  # fmt: skip

# Words that open an end: the modifier and how it reads in the rule.
OPENERS = {
    "since": "ON_OR_AFTER", "ever since": "ON_OR_AFTER", "from": "ON_OR_AFTER", "starting": "ON_OR_AFTER",
    "starting in": "ON_OR_AFTER", "starting on": "ON_OR_AFTER", "beginning": "ON_OR_AFTER",
    "beginning in": "ON_OR_AFTER", "beginning on": "ON_OR_AFTER", "effective": "ON_OR_AFTER", "after": "AFTER",
    "as from": "ON_OR_AFTER", "until": "ON_OR_BEFORE", "till": "ON_OR_BEFORE", "til": "ON_OR_BEFORE",
    "up to": "ON_OR_BEFORE", "up until": "ON_OR_BEFORE", "through": "ON_OR_BEFORE", "up through": "ON_OR_BEFORE",
    "no later than": "ON_OR_BEFORE", "not later than": "ON_OR_BEFORE", "at the latest by": "ON_OR_BEFORE",
    "by": "ON_OR_BEFORE", "on or before": "ON_OR_BEFORE", "before": "BEFORE", "prior to": "BEFORE",
    "ahead of": "BEFORE", "no earlier than": "ON_OR_AFTER", "not earlier than": "ON_OR_AFTER",
    "no sooner than": "ON_OR_AFTER", "not before": "ON_OR_AFTER", "not until": "ON_OR_AFTER",
    "on or after": "ON_OR_AFTER",
}  # fmt: skip

PRESENT = (
    "now", "right now", "just now", "even now", "currently", "current", "the current", "present", "the present",
    "at present", "the present day", "present-day", "presently", "nowadays", "these days", "the moment", "this moment",
    "at the moment", "at this moment", "at this time", "this time", "at this point", "this point", "at this stage",
    "the time being", "for the time being", "today's world", "ongoing", "to date", "this day and age", "existing",
    "so far", "thus far", "until now", "up to now", "our time", "modern times", "our recent history", "as of now",
    "at the present time", "the present time", "this day", "to this day", "the current period", "contemporary",
)  # fmt: skip

PAST = (
    "recently", "recent", "most recently", "more recently", "very recently", "until recently", "lately", "of late",
    "the past", "past", "in the past", "the recent past", "the not-too-distant past", "the distant past", "formerly",
    "former", "previously", "previous", "once", "long ago", "not long ago", "some time ago", "earlier", "a while ago",
    "a long time ago", "historically", "history", "recent history", "the old days", "the good old days",
    "in those days", "those days", "back then", "then", "at the time", "the time", "at that point", "the other day",
    "ago", "ancient times", "antiquity", "shortly before", "in recent memory", "recent memory", "the near past",
    "one time", "at one time", "one point", "at one point", "recent times", "olden days", "yesteryear",
    "just recently", "prior", "moments ago", "a generation ago", "generations ago", "a moment ago", "ages ago",
)  # fmt: skip

FUTURE = (
    "soon", "very soon", "as soon as possible", "the future", "future", "in the future", "the near future",
    "in the near future", "the foreseeable future", "the not-too-distant future", "the distant future", "shortly",
    "upcoming", "coming", "forthcoming", "eventually", "someday", "some day", "one day soon", "sooner or later",
    "in due course", "due course", "the long term", "long term", "long-term", "the long run", "the longer term",
    "longer-term", "longer term", "the short term", "short term", "short-term", "the short run", "the near term",
    "near-term", "near term", "the medium term", "medium-term", "medium term", "the immediate future", "a later date",
    "a later time", "later", "later on", "the days ahead", "the weeks ahead", "the months ahead", "the years ahead",
    "any day now", "imminent", "any time soon", "anytime soon", "before long", "in time", "the years to come",
    "years to come", "months to come", "the coming period", "the upcoming period", "the period ahead",
    "the next period", "afterwards", "in a while",
)  # fmt: skip
