"""Words of time in names of newspapers, shows, films, wars and people: "China Daily", "USA Today", "Summer Olympics".

What tells is that they are capitalised where English writes them small; in a headline, where all is, it tells nothing.
"""

import re

from dateline.chronology.headlines import is_headline
from dateline.chronology.lexicon import DAYPARTS, SEASONS, WEEKDAYS

_OFTEN = "daily|weekly|monthly|quarterly|annual|hourly|nightly|fortnightly|biweekly|biennial"
_NEAR = "today|tonight|tomorrow|yesterday|now|soon|recently|currently"
_OFTEN_ALONE = re.compile(rf"(?:the |an? )?(?:{_OFTEN})", re.IGNORECASE)
_NEAR_ALONE = re.compile(rf"(?:{_NEAR})", re.IGNORECASE)
_SEASON_ALONE = re.compile(rf"(?:the )?(?:{'|'.join(SEASONS)})", re.IGNORECASE)
_DAY_AND_PART = re.compile(
    rf"(?:the )?(?:{'|'.join(d.title() for d in WEEKDAYS)}) (?:{'|'.join(p.title() for p in DAYPARTS)})"
)
_MEASURED = re.compile(
    r"(?!(?:The )?(?:Next|Last|Past|This|That|Each|Every)\b).*"
    r"\b(?:Days?|Years?|Weeks?|Months?|Hours?|Minutes?|Century|Day'?s?|Years')['’]?"
)
_SMALL_CAPITALISED = re.compile(r" (?:After|Before|Of|The|And|In|To|From|Until)\b")
_CAPITAL_BEFORE = re.compile(r"(?:^|[\s(\"“‘'«–—-])(?!(?:I|A)\b)(?P<word>[A-Z](?:[\w’'.&-]*\w)?) $")
_SENTENCE_BEGINS = re.compile(r"(?:^|[.!?:;\n\"“”‘«»(–—|]\s*|(?:^|\s)[-*•]\s|[A-Z]{3} )$")
_NAME_NEXT = re.compile(r"[ -](?P<word>[A-Z][a-z’'.&-]+|[A-Z]{2,})")
_OF_A_PEOPLE = re.compile(r"[ -][A-Z][a-z]+(?:an|ese|ish|[nt]ch)\b")
_OF_A_NAME = re.compile(r" of [A-Z]")
_PLACED = re.compile(r"\b(?:in|since|until|till|by|from|to|last|this|next|of|during|before|after|for)(?: the)? $", re.I)
_NOUN = re.compile(r"\s*[,.;:)]|\s+(?:newspaper|paper|magazine|journal|tabloid|broadsheet)\b")
_BESIDE_A_NAME = re.compile(r"[A-Z][\w’'.]*, (?:an? )?(?:[a-z-]+ )?$")
_ACTS_NEXT = re.compile(
    r" (?:will|would|has|have|had|is|are|was|were|met|meets?|says|faces?|to|the|a|an|he|she|they|it)\b", re.I
)
_PERSON_OR_PLACE = re.compile(
    r"\b(?:[Ii]n|[Ff]rom|[Aa]t|[Nn]ear|Mr|Mrs|Ms|Dr|President|Minister|King|Queen|Prince|Pope|Chancellor|Senator|General)"
    r"\.?(?: [A-Z][\w’'-]*){1,2} $"
)
_SHOWN_SO = re.compile(
    r" (?:Live|Post|Football|Fever|Show|News|Lights|Standard|Massacre|Club|Magazine|Raw|Baseball|Hockey|Wars?|Herald|"
    r"Takeaway|Kitchen|Tribune|Mass|Service)\b"
)
_NAMED_SO = re.compile(
    r"['’]?s?[ -](?:War|Wars|Fox|Plan|Creek|Inn|Hotel|Festival|Club|Theat(?:er|re)|Review|Magazine|Journal|Grace|"
    r"Insurance|Campaign|Movement|Programme|Program|Battle|Siege|Revolt|Regulations)\b"
)
_THING_NEXT = re.compile(r" (?:newspaper|magazine|website|show|film|movie|album|song|series|programme)\b")
_SUN = re.compile(r"midnight sun", re.IGNORECASE)


def is_title(words: str, left: str, right: str) -> bool:
    """Say whether an English stretch that reads as a time is a part of a name; `words` are as they stand."""
    if _SUN.fullmatch(words):
        return True
    capital = next((c for c in words.removeprefix("The ").removeprefix("the ") if c.isalpha()), "").isupper()
    if _OFTEN_ALONE.fullmatch(words):
        return (_is_often_named if capital else _is_a_daily)(words, left, right)
    if _MEASURED.fullmatch(words) and (_NAMED_SO.match(right) or _THING_NEXT.match(right)):
        return not is_headline(words, left, right)
    if not capital or is_headline(words, left, right):
        return False
    if _NEAR_ALONE.fullmatch(words):
        return _is_behind_a_name(left) and not _ACTS_NEXT.match(right) and not _PERSON_OR_PLACE.search(left[-60:])
    if _SEASON_ALONE.fullmatch(words):
        return bool(_NAME_NEXT.match(right)) and not _PLACED.search(left[-12:])
    if _DAY_AND_PART.fullmatch(words):
        return bool(_SHOWN_SO.match(right) or _is_behind_a_name(left)) and not _PLACED.search(left[-12:])
    if _SMALL_CAPITALISED.search(words):
        return bool(re.fullmatch(r"[A-Z][\w’']*(?:[ -][A-Z][\w’']*)*[ -]?", words))
    return False


def _is_often_named(words: str, left: str, right: str) -> bool:
    """Say whether "Daily" belongs to a name: "China Daily", "Annual Report", "Quarterly Journal of"."""
    if is_headline(words, left, right):
        return False
    begins = words[0].isupper() and not words.startswith(("The ", "A ", "An ")) and _SENTENCE_BEGINS.search(left[-4:])
    if begins:
        name = _NAME_NEXT.match(right)  # "Annual US inflation" and "Annual Chinese exports" name nothing
        return (name is not None and not name["word"].isupper() and not _OF_A_PEOPLE.match(right)) or bool(
            _OF_A_NAME.match(right)
        )
    return True


def _is_a_daily(words: str, left: str, right: str) -> bool:
    """Say whether "daily" is a newspaper: "the daily Hürriyet", "the Jordan Times, a daily, wrote"."""
    low = words.lower()
    before = left[-24:] + low
    if re.search(r"\b(?:a|an) (?:[a-z-]+ )?\w+$", before) and not before.endswith(("a annual", "an annual")):
        if right.startswith(",") and not _BESIDE_A_NAME.search(left):
            return False  # "a weekly, later a monthly, event"
        return bool(_NOUN.match(right)) and low.endswith(("daily", "weekly", "monthly", "quarterly"))
    named = re.match(r" [A-ZÇĞİÖŞÜА-Я][^\W\d_]+", right)
    return bool(named and re.search(r"\b(?:the|[A-Z]\w+(?:an|ish|ese|ch)|business|financial|sports) \w+$", before))


def _is_behind_a_name(left: str) -> bool:
    """Say whether a capitalised word stands right before that does not just begin the sentence."""
    before = _CAPITAL_BEFORE.search(left[-40:])
    return before is not None and before["word"].lower() not in ("but", "and", "the", "until", "only", "by", "since")


# A name in quotes of a newspaper, a channel, a film: "газета «Сегодня»", "«Қазақстан бүгін» агенттігі".
_QUOTED = re.compile(r"[«“\"][^«»“”\"]{0,30}$")
_QUOTE_ENDS = re.compile(r"[^«»“”\".!?]{0,30}[»”\"]")
_CALLED_BEFORE = {
    "ru": re.compile(
        r"(?:газет|журнал|канал|издани|агентств|сайт|портал|радио|программ|передач|фильм|сериал|роман|книг|песн|группа|"
        r"ресторан|клуб|компани|премию|премия)\w*\s[«“\"][^«»“”\"]{0,30}$",
        re.IGNORECASE,
    ),
}
# A verb in the quotes: what somebody says is no name ("сказал радио «Он приехал вчера»").
_TELLS = re.compile(
    r"(?<![а-яё])(?!(?:канал|журнал|сигнал|портал|финал|начал[оа])\b)(?:[а-яё]{2,}[аиеыуяё]л(?:ся|[аои](?:сь)?)?"
    r"|[а-яё]{2,}[ёеиуюая]тся)(?![а-яё])",
    re.IGNORECASE,
)
_CALLED_BEHIND = {
    "kk": re.compile(
        r"[^«»]{0,30}[»”\"]\s(?:газет|журнал|агентті|арна|телеарна|сайт|портал|фильм|роман|радио)", re.IGNORECASE
    ),
    "tr": re.compile(r"[”\"]? (?:[Gg]azetesi|[Dd]ergisi|[Hh]aber [Aa]jansı|[Kk]analı)(?![a-zçğıöşü])"),
}


def is_titled(code: str, letters: str, left: str, right: str) -> bool:
    """Say whether what may be a time, of these letters, is a title in "tr", "ru" or "kk": "Bugün gazetesi"."""
    if letters[:1] not in ("R", "W", "S", "P") or len(letters) > 2:
        return False
    before, behind = _CALLED_BEFORE.get(code), _CALLED_BEHIND.get(code)
    named = (before and before.search(left[-60:])) or (behind and behind.match(right))
    if code == "tr" or not named:
        return bool(named)
    begin, end = _QUOTED.search(left[-40:]), _QUOTE_ENDS.match(right)
    return bool(begin and end) and not (code == "ru" and any(q and _TELLS.search(q[0]) for q in (begin, end)))
