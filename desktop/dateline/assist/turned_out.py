"""What a sentence tells of an event that was to be: that it came about after all, or did not, or still will.

"The talks were due on Monday but took place on Wednesday": they were held, and on Wednesday.
"""

import re
from itertools import chain

from msgspec import Struct

from dateline.assist.told_as import Manner
from dateline.assist.told_words import is_finite
from dateline.model.regex import lazy
from dateline.model.text import Span, sentence_at
from dateline.model.wrapping import unwrapped_near


class Outcome(Struct, frozen=True):
    """What came of a plan, as `told` tells it; the times before that are those of the plan."""

    told: Span
    manners: tuple[Manner, ...]  # none: it came about
    cue: str


_ON_THE_WAY = r"(?: (?:in|with|of|between|at|for|from|to|on|by|over|about)\b[^,;:]{0,60}?)?"
_FIRST = r"(?: (?:\w+ly|first|once|also|then|long))*"
_PLANNED = (
    r"(?:due|scheduled|planned|expected|slated|set|supposed|meant|fixed|announced|"
    r"to (?:be held|take place|start|begin|open|happen))\b"
)
_WAS = r"(?: (?:was|were|had been|is|are|has been|have been))"
_THEN = (
    r"(?: (?:only|then|later|finally|still|actually|in the end|after all|at last|instead|also|now|yet|already|"
    r"\w+ly))*"
)
_COMES = (
    r"(?:took place|(?:was|were){then} (?:held|conducted|signed|opened|made|paid|staged)|(?:has|have|had){then} "
    r"(?:taken place|been held|begun|started|happened)|happened|occurred|went ahead|began|started|opened|got under way|"
    r"kicked off|came(?! (?:to|under|after|amid|as)\b))\b"
).replace("{then}", _THEN)
_COMES_NOT = (
    r"(?:(?:did|was|were|has|have|had)(?: not|n['’]t| never)(?: yet)? (?:take place|taken place|held|been held|happen|"
    r"go ahead|gone ahead|begin|materiali[sz]e)|never (?:took place|happened|began|materiali[sz]ed)|"
    r"fell through|(?:was|were){then} (?:called off|cancell?ed|scrapped))\b"
).replace("{then}", _THEN)
_WILL_COME = (
    r"(?:will|is to|are to|is now to|are now to)(?: now| instead)? (?:be held|take place|start|begin|open|happen)\b"
)
_OF_WHICH = rf"(?P<came>{_THEN} {_COMES})|(?P<not>{_THEN} {_COMES_NOT})|(?P<will>{_THEN} {_WILL_COME})"
_ENGLISH = lazy(
    rf"(?i){_ON_THE_WAY}(?:(?:,? (?:which|that))?{_WAS}{_FIRST} {_PLANNED}(?P<plan>[^;:]{{0,80}}?),? "
    rf"(?:but|and|yet|though)(?: (?:it|they))?|"
    rf"(?:,(?: (?:which|that){_WAS})?|)(?:{_FIRST}) {_PLANNED}(?P<aside>[^,;:]{{0,60}}?),?)(?P<told>{_OF_WHICH})"
)

# Between a "but" and the verb: when and where, no other subject.
_RUSSIAN_WHEN = (
    r"(?: (?:\d\S*|(?:в|во|на) \w+|лишь|только|уже|вс[её]|же|конце|концов|потом|затем|позже|позднее|\w+(?:ября|реля)|"
    r"января|февраля|марта|мая|июня|июля|августа|\d{4} года|вчера|сегодня))*"
)
_RUSSIAN_CAME = (
    r"(?:состоял(?:ся|ась|ось|ись)|прош(?:[её]л|ла|ло|ли)|начал(?:ся|ась|ось|ись)|открыл(?:ся|ась|ось|ись)|"
    r"произош(?:[её]л|ла|ло|ли)|был[аои]? (?:провед[её]н|подписан|открыт)[аоы]?)\b"
)
_RUSSIAN_SO = (
    rf"(?P<not>(?:так и )?не {_RUSSIAN_CAME}|(?:был[аои]? )?отмен[её]н[аоы]?\b|сорвал(?:ся|ась|ось|ись)\b)|"
    rf"(?P<came>{_RUSSIAN_CAME})|(?P<will>(?:состо(?:ится|ятся)|пройд(?:[её]т|ут)|начн(?:[её]тся|утся))\b)"
)
_RUSSIAN_PLANNED = (
    r"\b(?:(?:был[аои]? )?(?:запланирован|намечен|назначен)[аоы]?\b|(?:планировал|ожидал)(?:ся|ась|ось|ись)\b|"
    r"долж(?:ен|на|но|ны) был[аои]? (?:состояться|пройти|начаться|быть)\b)"
)
_RUSSIAN_ASIDE = r", (?:\w+о )?(?:запланированн|намеченн|назначенн)\w+[^,;:]{0,60},(?: \w+){0,5}?"
_RUSSIAN = lazy(
    rf"(?i)(?:[^,;:.]{{0,60}}?{_RUSSIAN_PLANNED}[^;:]{{0,60}}?,? (?:но|однако|а|и|хотя)\b(?P<told>{_RUSSIAN_WHEN} "
    rf"(?:{_RUSSIAN_SO})))"
)
_RUSSIAN_SET_APART = lazy(rf"(?i)(?:{_RUSSIAN_ASIDE}(?P<told> (?:{_RUSSIAN_SO})))")
_RUSSIAN_AHEAD = lazy(r"(?i)\b(?:запланированн|намеченн|назначенн)\w+[^,;:.]{0,40} $")
_RUSSIAN_THEN = lazy(rf"(?i)(?P<told>[^,;:]{{0,40}}? (?:{_RUSSIAN_SO}))")

_TURKISH_WHEN = (
    r"(?: (?:\d\S*|\w+['’]?[dt][ae]|ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık|"
    r"pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar|günü|sabahı|akşamı|gecesi|nihayet|yine|dün|bugün|geçen|"
    r"bu|hafta|ay|yıl|daha|sonra|önce|gün|iki|üç|bir|saat))*"
)
_TURKISH_STEMS = r"(?:yapıl|gerçekleş|gerçekleştiril|düzenlen|başla|imzalan|toplan|açıl)"
_TURKISH_PAST = r"(?:d[ıiuü]|t[ıiuü]|m[ıiuü]şt[ıiuü]r?)(?:lar|ler)?\b"
_TURKISH_SO = (
    rf"(?:(?P<not>{_TURKISH_STEMS}m[ae]{_TURKISH_PAST}|iptal edildi\b)|"
    rf"(?P<came>{_TURKISH_STEMS}{_TURKISH_PAST})|(?P<will>{_TURKISH_STEMS}y?(?:acak|ecek)\b))"
)
_TURKISH = lazy(
    r"(?i)[^;:.]{0,60}?\b(?:\w+(?:acakt[ıi]|ecekti)(?:lar|ler)?|(?:planlan|beklen|öngörül)(?:m[ıiuü]şt[ıiuü]|"
    r"[ıiuü]yordu|d[ıiuü])(?:lar|ler)?|gerekiyordu),? (?:ancak|fakat|ama|oysa|lakin)\b"
    rf"(?P<told>{_TURKISH_WHEN} {_TURKISH_SO})"
)
_TURKISH_AHEAD = lazy(r"(?i)\b(?:planlanan|öngörülen|beklenen)(?: \w+){0,3} $")
_TURKISH_THEN = lazy(rf"(?i)(?P<told>[^,;:]{{0,60}}? {_TURKISH_SO})")

_KAZAKH_WHEN = (
    r"(?: (?:\d\S*|\w+[дт][ае]|дүйсенбі|сейсенбі|сәрсенбі|бейсенбі|жұма|сенбі|жексенбі|күні|кеше|бүгін|тек|ақыры|"
    r"осы|өткен|апта|ай|жыл|кейін|екі|үш|бір))*"
)
_KAZAKH_STEMS = r"(?:өт|өткізіл|бол|бастал|жүргізіл|ұйымдастырыл|ашыл)"
_KAZAKH_SO = (
    rf"(?:(?P<not>{_KAZAKH_STEMS}[мбп][ае][дғг]\w+|болдырылмады\b)|"
    rf"(?P<came>{_KAZAKH_STEMS}(?:[дт][ыі]|[ғқ]ан|[гк]ен)\b)|(?P<will>{_KAZAKH_STEMS}(?:[ае]ды|[ае]ді)\b))"
)
_KAZAKH = lazy(
    r"(?i)[^;:.]{0,60}?\b(?:(?:жоспарлан|күтіл|белгілен)(?:ған|ген)(?: еді| болатын)?|"
    r"(?:өтуі|болуы|басталуы|өткізілуі) (?:керек|тиіс)(?: еді| болатын| болған)?),? (?:бірақ|алайда|дегенмен)\b"
    rf"(?P<told>{_KAZAKH_WHEN} {_KAZAKH_SO})"
)
_KAZAKH_AHEAD = lazy(r"(?i)\b(?:жоспарланған|күтілген|белгіленген)(?: \w+){0,3} $")
_KAZAKH_THEN = lazy(rf"(?i)(?P<told>[^,;:]{{0,60}}? {_KAZAKH_SO})")
# Behind the event; and where what was planned stands before its words.
_BEHIND = {"en": (_ENGLISH,), "ru": (_RUSSIAN, _RUSSIAN_SET_APART), "tr": (_TURKISH,), "kk": (_KAZAKH,)}
_AHEAD = {
    "ru": (_RUSSIAN_AHEAD, _RUSSIAN_THEN),
    "tr": (_TURKISH_AHEAD, _TURKISH_THEN),
    "kk": (_KAZAKH_AHEAD, _KAZAKH_THEN),
}
_VERB_LAST = ("tr", "kk")
_ENDS = lazy(
    r"(?i)[,;:—]|\s(?:after|before|when|while|and|but|as|since|although|though|because|who|which|not|instead|"
    r"после|перед|когда|пока|и|но|а|который|которая|вместо)\b"
)


def outcome_of(text: str, event: Span, language: str) -> Outcome | None:
    """Return what the sentence of an event tells that came of it, where it also tells that it was to be."""
    text = unwrapped_near(text, event.begin, event.end)
    sentence = sentence_at(text, event.begin)
    match = _match(text, sentence, event, language) if sentence else None
    if match is None or sentence is None:
        return None
    begin, end = match.span("told")
    if language not in _VERB_LAST:
        more = _ENDS().search(text, end, sentence.end)
        end = more.start() if more else sentence.end
    kind = next(k for k in ("came", "not", "will") if match[k])
    manners = {"came": (), "not": (Manner.PLANNED, Manner.NEGATED), "will": (Manner.PLANNED,)}[kind]
    return Outcome(Span(begin, end), manners, " ".join(match[kind].split()))


def _match(text: str, sentence: Span, event: Span, language: str) -> re.Match[str] | None:
    patterns = _BEHIND.get(language, ())
    if language in _AHEAD:
        ahead, then = _AHEAD[language]
        if ahead().search(text[sentence.begin : event.begin]):
            patterns = (then,)
    found = next((m for p in patterns if (m := p().match(text, event.end, sentence.end))), None)
    plan = found and found.groupdict().get("plan")
    return None if plan and any(is_finite(w) for w in plan.split()) else found  # what came is of something else


def prepare() -> None:
    """Compile the patterns, so that the first event does not wait."""
    for pattern in (*chain(*_BEHIND.values()), *chain(*_AHEAD.values()), _ENDS):
        pattern()
