"""The date that "the same day", "a month earlier" or "the following year" count from."""

import re
from collections.abc import Collection, Iterator, Sequence

from dateline.chronology.context import Context
from dateline.chronology.cues import ENGLISH, Direction, is_up_to_now
from dateline.chronology.patterns import A_DAY, A_MONTH, MONTH_AND_DAY
from dateline.chronology.reported import sayings
from dateline.model.calendar import DAY
from dateline.model.moving_words import RESCHEDULED
from dateline.model.timex import unit_value
from dateline.model.when import Granularity, when_from_value

TOO_VAGUE = "counted from a date that is not exact enough"
# A unit can be counted from a date that is no coarser than these.
_FINE_ENOUGH = {
    "day": {"day", "daypart", "hour", "minute", "second"},
    "week": {"day", "daypart", "hour", "minute", "week", "weekend"},
    "weekend": {"day", "daypart", "week", "weekend"},
    "month": {"day", "daypart", "month", "week"},
    "quarter": {"day", "month", "quarter"},
    "year": {"day", "daypart", "hour", "minute", "week", "weekend", "month", "quarter", "half", "season", "year"},
}
_NARRATED = 260  # characters before an expression that can set its year
_OF_A_DATE = re.compile(rf"\b{A_MONTH}(?: {A_DAY})?(?:, | )$", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_GOES_ON = re.compile(
    r"\b(?:later|then|thereafter|subsequently|afterwards?|followed by|the same year)\b"
    r"|\b(?:went on|lasted|continued|dragged on|raged|ran)(?: \w+ly)? (?:until|till|to|through|into)\b",
    re.IGNORECASE,
)
# A sentence that begins with its year, and what takes it to another time.
_OPENED_WITH = re.compile(r"(?:^|[.;:]\s+)[\"'“‘(]?(?:In|By|During|Throughout|Back in|(?:Early|Late) in|As early as) $")
_ANOTHER_TIME = re.compile(
    r"\b(?:who|which|that|last|next|this year|now|today|is|are|will|ago|since|until now|says|said|shows?|showed|"
    r"according)\b|[’'](?:ll|re)\b"
)
# "They were to meet a day earlier", "the vote was moved a week earlier": counted from what is to come.
_WAS_TO = re.compile(
    r"\b(?:was|were|had been) (?:to|due|expected|supposed|scheduled|planned|set|meant)\b", re.IGNORECASE
)
_NIGHT_ONTO = re.compile(r"\b[Вв] ночь (?:на|со?)\b|\bbağlayan gece|қараған түн")
_CLAUSES = re.compile(r"[,;]| and | but ")
_MOVED_BY = re.compile(rf"\b(?:{RESCHEDULED}|moved|shifted|advanced|brought forward)\b[^.;,]{{0,30}}$", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(?:^|[.;!?]\s+)[\"“«(]?(?:(?:В|К|Весной|Летом|Осенью|Зимой) )?$")
# "2014'te kurulan şirket 15 Eylül'de iflas etti": the year is of the company; what began then goes on.
_DESCRIBED = re.compile(r"[^,;]{0,20}?\b(?!başla|süren|verilen|bastal|бастал)[^\W\d_]{3,}(?:[ae]n|[ғқгк][ае]н)\b")
_FOREIGN_OTHER_TIME = re.compile(
    r"\b(?:сегодня|вчера|завтра|сейчас|теперь|назад|котор\w+|эт(?:ого|ом) год\w*|прошл\w+|нынешн\w+|текущ\w+|"
    r"bugün|dün|yarın|şimdi|önce|bu yıl|geçen|geçtiğimiz|бүгін|кеше|ертең|қазір|биыл|былтыр|бұрын|өткен|осы)\b",
    re.IGNORECASE,
)
_FOREIGN_FRAME = re.compile(r"[\"«“]?(?:(?:А|Но|И|Уже|К|До|С|После|В)\s)*(?:(?:начал|середин|кон)\w+\s)?")
# What was founded or born then goes on to our days.
_FOUNDED = re.compile(
    r"\b(?:роди|основа|учрежд|создан|построе|откры|doğ|kurul|inşa|yapıl|açıl|туған|туды|дүниеге|құрыл|салын|ашыл)",
    re.IGNORECASE,
)
_GOING_ON = re.compile(
    r"\b[Tt]he (?:very )?next\b|\b(?:[Tt]he|its|his|her|their) last\b(?! (?:day|week|month|year|hour)s?\b)"
)
_DAY_OR_MONTH = re.compile(r"\d{4}-\d\d")
_YEAR_OR_MONTH = re.compile(r"(\d{4})(?:-(\d\d))?")
_COUNTED_ON = re.compile(
    r"\b(?:years?|months?|weeks?) (?:later|afterwards?)\b|\b(?:спустя|через)\b|\b(?:позже|позднее)\b|"
    r"\b(?:yıl|ay|hafta) sonra\b|\b(?:жылдан|айдан|аптадан|жыл|ай) (?:кейін|соң)\b",
    re.IGNORECASE,
)
# Sentences that begin with their date, one with its year and the next without: "On 22 June 1941 … By mid-July …".
_FRAME = re.compile(r"[\"'“‘(]?(?:In|On|By|During|Early in|Late in|Until|From|After)?(?: (?:early|mid|late)[ -]?)?\s*")
_FRAMED = re.compile(
    rf"(?:^|[.;:]\s+)[\"'“‘(]?(?:In|On|By|During|Early in|Late in|Until|After) (?:early |mid-|late )?"
    rf"(?:{MONTH_AND_DAY}|{A_MONTH}),? $",
    re.IGNORECASE,
)
_REACH = 3  # how many mentions back a date is still what is being spoken of


def anchor_day(context: Context, unit: str, but: Collection[str] = ()) -> tuple[int, str]:
    """Return the day that a unit is counted from, and its name: the last date mentioned, else publication.

    Values in `but` are passed over.
    Raises NeedsPublicationError where neither is known.
    """
    mentioned = [value for value in context.mentioned if value not in but] if but else context.mentioned
    return _last_fitting(mentioned[-_REACH:], unit) or (context.day, context.anchor)


def day_told_from(context: Context, unit: str, *, after: bool = False) -> tuple[int, str]:
    """Return the same of what is told: what came about already is not counted from a date that is to come.

    "The minister is due on March 17. The visit was agreed a week earlier", but "… His staff will come a week earlier".
    What comes `after` a stretch is counted from its end: "from 2010 until 2018 … the year after".
    """
    day, named = anchor_day(context, unit, but=not_counted_from(context, unit))
    if not after and named.endswith("TNI") and context.cues is not ENGLISH and _NIGHT_ONTO.search(context.left):
        day += 1  # "в ночь на 14 января … днём ранее": the day that the night leads to is spoken of
    when = when_from_value(named) if after and "/" in named else None
    return ((when.end - 1) // DAY if when and when.end is not None else day), named


def other_anchors(context: Context, unit: str, named: str) -> list[int]:
    """Return the days that a unit may be counted from, too: the last date mentioned, and publication.

    Where the last one is that of saying so, the one told of is another.
    """
    said = [saying.value for saying in sayings(context)]
    days = [anchor_day(context, unit)] + ([anchor_day(context, unit, but=said)] if said else [])
    days += [(context.day, context.anchor)] if context.published else []
    return [day for day, name in days if name != named]


def over_of_future(context: Context) -> Sequence[str]:
    """Return the dates told that are over, where the sentence looks ahead and another of them is not.

    "The appeal is on September 1. He has been in custody since August 2. He could be freed on the same day."
    """
    if not context.published or context.clause_direction is not Direction.FUTURE:
        return ()
    told = [(v, when) for v in context.mentioned[-3:] if (when := when_from_value(v)) and when.begin is not None]
    now = context.day * DAY
    over = [v for v, when in told if when.end is not None and when.end <= now and v not in context.sure]
    return over if any((when.begin or 0) > now for _, when in told) else ()


def not_counted_from(context: Context, unit: str) -> Collection[str]:
    """Return the dates told before that nothing in the clause counts from: its tense is against them, or its tale.

    "They met on 2 March, officials said on Monday. The next day …": the day of saying so is none of what is told.
    """
    against = (*_ahead_of_past(context), *over_of_future(context))
    return (*against, *only_said_on(context, unit, against))


def only_said_on(context: Context, unit: str, against: Collection[str] = ()) -> Iterator[str]:
    """Yield the days on which something was said, where a day is told that the clause may go on from.

    Of what is to come any day of saying so is passed over: "on 14 March, as was announced on Thursday".
    """
    if not context.published:
        return
    ahead, now = context.clause_direction is Direction.FUTURE, context.day * DAY
    for saying in sayings(context):
        fitting = [v for v in saying.told if v not in against and _last_fitting([v], unit)]
        told = [when for v in fitting if (when := when_from_value(v))]
        if ahead:
            told = [when for when in told if when.end is not None and when.end > now]
        if told and (saying.attributed or ahead) and saying.value not in context.sure:
            yield saying.value


def _ahead_of_past(context: Context) -> Sequence[str]:
    """Return the dates told that are to come, where the clause tells of what is over."""
    if not context.published:
        return ()
    now = context.day * DAY + DAY
    told = [(v, when_from_value(v)) for v in context.mentioned[-_REACH:]]
    ahead = [v for v, when in told if when and when.begin is not None and when.begin >= now and v not in context.sure]
    return ahead if ahead and _tells_past(context) else ()


def _tells_past(context: Context) -> bool:
    current, head = context.cues.sentences(context.left[-_NARRATED:])[1], context.right[:_NARRATED].partition(".")[0]
    if context.clause_direction is not Direction.PAST or _MOVED_BY.search(current):
        return False
    clause = _CLAUSES.split(current)[-1]
    return not context.cues.then_ahead(clause, "") and not _WAS_TO.search(f"{clause} {head}")


def edge_day(context: Context, *, after: bool) -> tuple[int, str]:
    """Return the day behind which, or before which, "the following May" or "the previous winter" lies, and its name.

    It is an edge of the last date mentioned, which may be as long as a year: "in 2011 … the following March".
    """
    first, named = anchor_day(context, "year", but=tuple(only_said_on(context, "year")))
    when = when_from_value(named) if after else None
    return (max(first, (when.end - 1) // DAY) if when and when.end is not None else first), named


def _last_fitting(values: Sequence[str], unit: str) -> tuple[int, str] | None:
    allowed = _FINE_ENOUGH.get(unit, _FINE_ENOUGH["year"] | {"decade", "century"})
    for value in reversed(values):
        when = when_from_value(value)
        if when and when.begin is not None and when.granularity.value in allowed:
            return (when.begin - ("T24" in value)) // DAY, value  # midnight is spoken of as the day it ends
    return None


def told_unit(context: Context, unit: str) -> tuple[int, str]:
    """Return the day that "the month" or "the year" counts from, and its name.

    It is a date of its own sentence, or of the one before where both are told of one time: "In 2016 the ban was
    lifted. By the end of the year trade had doubled", but "Built in 1998, it will be open until the end of the year".
    Else it is publication.
    """
    if not context.published:
        return anchor_day(context, unit)
    cues, way = context.cues, context.clause_direction
    before, current = cues.sentences(context.left[-_NARRATED:])
    head = context.right[:_NARRATED].partition(".")[0]
    here, prior = (_last_fitting(context.values_in(part), unit) for part in (current, before))
    if here and (way is not Direction.FUTURE or here[0] >= context.day or cues.then_ahead(current, head)):
        return here
    if here is None and prior and way is not Direction.NONE:
        ahead = way is Direction.FUTURE
        if ahead == (prior[0] > context.day) and not cues.up_to_now(current, head):
            return prior
    return context.day, context.anchor


def counted_from(context: Context, unit: str, *, back: bool) -> tuple[int, str] | None:
    """Return the day that "a week later" or "a week earlier" counts from, None where that date is too vague.

    What comes later follows the date told last; what came earlier may go by publication ("from 5% a day earlier").
    """
    over = not_counted_from(context, unit)
    told = [value for value in context.mentioned if value not in over]
    last = when_from_value(told[-1]) if told else None
    if not back and last and last.granularity.value not in _FINE_ENOUGH.get(unit, _FINE_ENOUGH["year"]):
        return None
    return day_told_from(context, unit, after=not back)


def narrated_year(context: Context, month: int = 0) -> tuple[int, bool] | None:
    """Return the year that the sentences just before tell of, and whether what follows surely belongs to it.

    "He resigned on July 3, 2005. In August he left": a month may be that year's. It surely is where the date before
    lies after publication, where "later" or "then" in the same sentence goes on from it, or where the sentence begins
    with the year: "In 2014 a congress had been planned for June", but "The firm, founded in 1998, left in June". Of
    a `month` it is, too, where both sentences begin with their dates: "On 22 June 1941 … By mid-July …".
    """
    before, current = context.cues.sentences(context.left[-_NARRATED:])
    told = current if _YEAR.search(current) else before
    years = list(_YEAR.finditer(told))
    if not context.published:
        return None
    if told is not current and (counted := _year_counted(context, month, before, current)):
        return counted, True
    if not years:
        return _year_of_chain(context, month, before, current)
    year, rest = context.year_in(told, years[-1]), told[years[-1].end() :]
    if year == context.year:
        return None
    goes_on = told is current or _goes_on_behind_semicolon(context, current)
    if _OPENED_WITH.search(told[: years[-1].start()]) or (goes_on and rest.startswith(", when ")):
        said = rest if told is current else f"{rest} {current}"
        around = said + " " + context.right[:_NARRATED].partition(".")[0]
        sure = goes_on and not _ANOTHER_TIME.search(around) and not is_up_to_now(around, "")
        if year > context.year and context.direction is Direction.PAST:
            sure = False  # "By 2030 all must go, a law passed in August says"
        return (year, True) if sure else None
    if told is current and _began_with_year(context, told, years[-1]):
        return year, True
    if not _OF_A_DATE.search(told[: years[-1].start()]):
        on = context.cues is not ENGLISH and told is before and _goes_on_by_days(context, before, current)
        return _year_of_chain(context, month, before, current) if on else None
    since = current[years[-1].end() :] if told is current else current
    framed = _FRAMED.search(told[: years[-1].start()]) and _FRAME.fullmatch(current)
    follows = bool(framed) and _is_told_on(context, f"{rest} {current}") and _is_after(context, month)
    planned = context.cues.looks(told[: years[-1].start()], rest) is Direction.FUTURE
    ahead = year > context.year and not (planned and context.direction is Direction.PAST)
    return year, ahead or follows or bool(_GOES_ON.search(since))


def _began_with_year(context: Context, told: str, said: re.Match[str]) -> bool:
    """Say whether a Turkish, Russian or Kazakh sentence begins with a year and goes on telling of it in the past.

    "1974 yazında başlayan harekât 16 Ağustos'ta sona erdi", "В 1974 году началась война, а 16 августа …".
    """
    if context.cues is ENGLISH or not _YEAR_FIRST.search(told[: said.start()]):
        return False
    around = f"{told[said.end() :]} {context.right[:_NARRATED].partition('.')[0]}"
    if _DESCRIBED.match(around) or _FOREIGN_OTHER_TIME.search(around):
        return False
    return context.direction is Direction.PAST


def _is_told_on(context: Context, said: str) -> bool:
    """Say whether a sentence goes on telling of what is over, with nothing that takes it to another time."""
    around = f"{_GOING_ON.sub('', said)} {context.right[:_NARRATED].partition('.')[0]}"
    if _ANOTHER_TIME.search(around) or is_up_to_now(around, ""):
        return False
    return context.direction is Direction.PAST


def _is_after(context: Context, month: int) -> bool:
    """Say whether a month does not come before that of the date told last: what is told goes on."""
    last = context.mentioned[-1:]
    return bool(last and _DAY_OR_MONTH.match(last[0])) and int(last[0][5:7]) <= month


def _year_counted(context: Context, month: int, before: str, current: str) -> int | None:
    """Return the year that was counted from another date just before, where what follows goes on from it.

    "The republic was proclaimed in 1949. Forty years later it held its last parade, and on 9 November the wall fell."
    """
    begins = (_FRAME if context.cues is ENGLISH else _FOREIGN_FRAME).fullmatch(current)
    if not _COUNTED_ON.search(before if begins else current):
        return None  # nearly always: what is mentioned need not be looked for
    last = _YEAR_OR_MONTH.fullmatch(context.mentioned[-1]) if context.mentioned else None
    if not last or int(last[1]) >= context.year:
        return None
    if _FOREIGN_OTHER_TIME.search(current) or not _is_told_on(context, current):
        return None
    year = int(last[1]) + bool(last[2] and month and month < int(last[2]))
    return year if year < context.year else None


def _year_of_chain(context: Context, month: int, before: str, current: str) -> tuple[int, bool] | None:
    """Return the year of a date counted from another, where what is told years back goes on by its days.

    "The siege began on 3 October 1935. Two days later the town fell, and on 6 December the king left."
    """
    last = context.mentioned[-1:]
    if not last or not _DAY_OR_MONTH.match(last[0]) or int(last[0][:4]) > context.year - 2:
        return None
    if not _is_after(context, month) or not context.values_of(before, current) or not _is_told_on(context, current):
        return None
    return int(last[0][:4]), True


def _goes_on_by_days(context: Context, before: str, current: str) -> bool:
    """Say whether a sentence goes on from the one day of the sentence before, by days of its own.

    "Antlaşma 24 Temmuz 1923'te imzalandı. Üç ay sonra, 29 Ekim'de …", "Город сдали 9 мая 1945 года. 24 июня …".
    """
    if _FOREIGN_OTHER_TIME.search(f"{current} {context.right[:_NARRATED].partition('.')[0]}"):
        return False
    if context.values_in(current):
        return True
    begins = _FOREIGN_FRAME.fullmatch(current) is not None and not _FOUNDED.search(before)
    return begins and len(context.values_in(before)) == 1


def _goes_on_behind_semicolon(context: Context, current: str) -> bool:
    """Say whether a clause behind a semicolon goes on telling: its own verb must look back, as no other is near it.

    "In 2018 the mine was shut; in May its owner fled", but "In 2023 they met in Rome; in October they gather again".
    """
    before = context.left[-_NARRATED:].removesuffix(current)
    return before.rstrip().endswith(";") and context.direction is Direction.PAST


def is_told_too_vaguely(context: Context, unit: str) -> bool:
    """Say whether the date told last is too coarse for a unit to be counted from it, in a clause of what is over.

    "In 44 BC he was killed. The next day they fled": that day is none of ours.
    """
    last = when_from_value(context.mentioned[-1]) if context.mentioned else None
    fine = _FINE_ENOUGH.get(unit, _FINE_ENOUGH["year"])
    return bool(last and last.granularity.value not in fine and context.clause_direction is Direction.PAST)


def unit_around(day: int, unit: str) -> str:
    """Return the unit that holds a day as a TIMEX3 value."""
    return unit_value(day * DAY, Granularity(unit))
