"""Places of something else in an event's sentence: of the quake that is discussed, of what one is accused of."""

import re
from collections.abc import Sequence

from dateline.assist.role_cases import VERB_LAST
from dateline.assist.told_words import is_finite
from dateline.model.annotation import Layer, Mention
from dateline.model.language import language_of
from dateline.model.page import Page

_IN = r"(?:in|at|near|outside|inside|off|around|along|across|within|throughout)"
_ARTICLE = r"(?:(?:the|an?|its|his|her|their)\s+)?"
# What befalls people or is done to them, and has a place of its own.
_BEFALLS = (
    r"(?:(?:earth)?quakes?|tremors?|floods?|flooding|landslides?|mudslides?|avalanches?|hurricanes?|cyclones?|typhoons?|"
    r"tornado(?:e?s)?|storms?|wildfires?|fires?|blazes?|eruptions?|tsunamis?|droughts?|famines?|epidemics?|outbreaks?|"
    r"explosions?|blasts?|spills?|leaks?|accidents?|crash(?:es)?|collapses?|disasters?|wars?|conflicts?|fighting|"
    r"clashes|unrest|violence|riots?|crisis|crises|coups?|massacres?|sieges?|attacks?|bombings?|shootings?|killings?|"
    r"murders?|executions?|arrests?|elections?|protests?|shelling|strikes?|abuses|atrocities|genocide|deaths?|"
    r"situation|developments|events)"
)
# "The collapse of a dam near".
_OF_IT = r"(?:\s+(?:of|on|at)\s+(?:the\s+|an?\s+)?(?-i:[a-z])[\w-]*(?:\s+(?-i:[a-z])[\w-]*)?)?"
_REACH, _NEAR = 160, 40  # characters back from a place to what it belongs to, and to what leads to it
_WORDS = r"(?:[\w’'-]+\s+){0,4}?"
_WHERE_AT = rf"\s+{_IN}\s+{_ARTICLE}"
_LED = re.compile(rf"{_WHERE_AT}(?:\w+\s+)?$", re.IGNORECASE)
# Behind the event's words: "… after the quake in", "… about the war in"; "killed in a fire in" is where it was.
_AFTER_IT = re.compile(
    rf".*\b(?:after|following|since|before|amid|despite|over|about|regarding|on|for|of|against|into|to|by|from)\s+"
    rf"(?:discuss\s+)?{_WORDS}{_BEFALLS}{_OF_IT}{_WHERE_AT}(?:\w+\s+)?",
    re.IGNORECASE | re.DOTALL,
)
_OBJECT = re.compile(rf"\s+{_WORDS}{_BEFALLS}{_OF_IT}{_WHERE_AT}", re.IGNORECASE)  # "discussed the quake in"
_HOW_LONG = (
    r"(?:[\w-]+\s+){0,3}?(?:years?|months?|weeks?|days?|hours?|life|times?|dinner|lunch|breakfast|(?:tele)?phone)\b"
)
# What somebody is blamed, praised or punished for: "over a prison near", "of polluting rivers near".
_REASON = re.compile(
    rf"[^,;:]*?\b(?:(?:for|over|about)\s+(?!talks\b|{_HOW_LONG})|"
    r"(?:of|against|from|on (?:charges|suspicion) of)\s+(?=[a-z]+ing\b))"
    rf"[^,;:]*?{_WHERE_AT}",
    re.IGNORECASE,
)
_DOING = re.compile(
    rf".*\b(?:of|for|over|from|against|about|with)\s+(?:\w+ly\s+|not\s+|repeatedly\s+)?[a-z]{{2,}}ing\b"
    rf"(?!\s+(?:to|of)\b)[^,;:]*?{_WHERE_AT}",
    re.IGNORECASE | re.DOTALL,
)
_NO_DOING = re.compile(
    r"\b(?:of|for|over|from|against|about|with)\s+(?:meeting|building|training|funding|housing|banking|broadcasting|"
    r"morning|evening|spring|fighting|being|king|anything|something|everything|nothing)\b",
    re.IGNORECASE,
)
_PLAN = re.compile(
    rf"[^,;:]*\b(?:plans?|proposals?|projects?|bids?|efforts?|attempts?|calls?|requests?|demands?|ideas?|moves?|"
    rf"decisions?)\s+to\s+[a-z]+\b[^,;:]*?{_WHERE_AT}",
    re.IGNORECASE,
)
_OPINION = re.compile(
    r"(?:accus|blam|condemn|denounc|critici|slam|blast|rebuk|reprimand|prais|applaud|hail|thank|congratulat|commend|"
    r"charg|fin(?:ed?|es|ing)\b|sanction|punish|jail|sentenc|convict|sued?\b|indict|warn|apologi[sz]|reject|"
    r"oppos|deplor|regret|mourn|lament)",
    re.IGNORECASE,
)
_TALKS = re.compile(r"(?:discuss|debat|call|phon|sp[eo]a?k|address|review|rais|tackl)", re.IGNORECASE)
# Where it is told of who was hurt, or goes there, the place of what befell is the event's own.
_THERE = re.compile(
    r"\b(?:kill|die|dead|death|injur|wound|hurt|missing|rescu|evacuat|displac|destroy|damag|hit|struck|strik|trap|"
    r"visit|tour|travel|trip|fl(?:y|ies|ew|own)\b|go(?:es|ing|ne)?\b|went\b|arriv|c[ao]m(?:e|es|ing)\b|inspect|deploy|"
    r"fight|fought|fighting|protest|rall(?:y|ied)|march)",
    re.IGNORECASE,
)

_PLAIN = re.compile(r"\b[a-z]+\b")
_LISTED = re.compile(r",\s+|,?\s+(?:and|и|or|или)\s+(?:in\s+|в\s+)?")

_RUSSIAN_BEFELL = re.compile(
    r".*?(?:землетрясени|наводнени|паводк|пожар|взрыв|теракт|войн|конфликт|кризис|ураган|циклон|тайфун|шторм|цунами|"
    r"засух|оползн|лавин|авари|крушени|катастроф|беспорядк|протест|выбор|столкновени|обстрел|переворот|убийств|"
    r"эпидеми|извержени|обрушени|ситуаци|событи)\w*\s+(?:в|во|на|под|около|близ|возле|у)\s+",
    re.IGNORECASE | re.DOTALL,
)
_RUSSIAN_CHARGE = re.compile(
    r"[^,;:]*\bв(?:о)?\s+(?:\w+\s+)?[а-яё]+(?:ии|ах|ях|ке|ве|ости)\b[^,;:]*\s(?:в|во|на|под|около|близ|возле)\s+"
)
_RUSSIAN_ACCUSES = re.compile(r"обвин", re.IGNORECASE)
_RUSSIAN_THERE = re.compile(
    r"погиб|умер|убит|ранен|пострада|пропа|спас|эвакуир|посе[тщ]|визит|прибы|отправи|прилет|вылет|поех|приех|разруш",
    re.IGNORECASE,
)

# "Hatay'daki depremin ardından", "Атыраудағы су тасқынынан кейін": no locative, which would say where it took place.
_TURKISH_BEFELL = re.compile(
    r"['’]n?[dt][ae]ki\s+(?:\w+\s+){0,2}?(?:deprem|sel|taşkın|yangın|heyelan|çığ|patlama|saldırı|savaş|çatışma|kriz|"
    r"kaza|fırtına|kasırga|kuraklık|salgın|felaket|afet|darbe|olay|protesto|seçim|durum|gelişme|katliam)"
    r"(?P<end>\w*)(?=\s)",
    re.IGNORECASE,
)
_KAZAKH_KI = re.compile(r".{2,}[дт](?:ағы|егі)", re.IGNORECASE)
_KAZAKH_BEFELL = re.compile(
    r"\s+(?:\w+\s+){0,2}?(?:сілкініс|тасқын|өрт|жарылыс|соғыс|қақтығыс|дағдарыс|апат|дауыл|көшкін|шабуыл|қуаңшылық|"
    r"тәртіпсіздік|наразылық|сайлау|жағдай|оқиға|төңкеріс)(?P<end>\w*)(?=\s)",
    re.IGNORECASE,
)
_LOCATIVE = re.compile(r"\w*(?:[dt][ae]|[дт][ае])", re.IGNORECASE)
_TURKISH_THERE = re.compile(r"ziyaret|öl|yaralan|hayatını|kurtar|git|gel|incele|tahliye", re.IGNORECASE)
_KAZAKH_THERE = re.compile(r"сапар|бар|кел|қаза|жаралан|құтқар|көшір", re.IGNORECASE)


def places_of_other_things(page: Page, event: Mention, near: Sequence[Mention]) -> set[str]:
    """Return the ids of places in an event's sentence that are those of something else that is told of there."""
    tells = {"en": _in_english, "ru": _in_russian, "tr": _in_turkish, "kk": _in_kazakh}.get(
        language_of(page.article.language, page.text)
    )
    if tells is None:
        return set()
    ahead = language_of(page.article.language, page.text) in VERB_LAST
    entities = [m for m in near if m.layer is Layer.ENTITY]
    placed = [m for m in entities if ahead or m.span.begin >= event.span.end]
    found = [m for m in placed if tells(page, event, m)]
    return {m.id for m in placed if m in found or any(_goes_on(page.text, f, m) for f in found)}


def _goes_on(text: str, found: Mention, mention: Mention) -> bool:
    """Say whether a place is listed behind one that is found: "the flood in Sindh, Pakistan"."""
    return found.span.end < mention.span.begin and bool(_LISTED.fullmatch(text, found.span.end, mention.span.begin))


def _in_english(page: Page, event: Mention, mention: Mention) -> bool:
    words, begin = event.text_of(page.text), max(event.span.end, mention.span.begin - _REACH)
    way = page.text[begin : mention.span.begin]
    if not _LED.search(way[-_NEAR:]):
        return False
    opinion = begin == event.span.end and bool(_OPINION.search(words))
    if opinion and (_REASON.fullmatch(way) or _OBJECT.fullmatch(way)):
        return True
    goes_on = any(is_finite(w) for w in _PLAIN.findall(way))  # "talks about ending the war opened in"
    if not goes_on and ((_DOING.fullmatch(way) and not _NO_DOING.search(way)) or _PLAN.fullmatch(way)):
        return True
    if _THERE.search(words):
        return False
    return bool(_AFTER_IT.fullmatch(way) or (_TALKS.match(words) and _OBJECT.fullmatch(way)))


def _in_russian(page: Page, event: Mention, mention: Mention) -> bool:
    words = event.text_of(page.text)
    way = page.text[max(event.span.end, mention.span.begin - _REACH) : mention.span.begin]
    if _RUSSIAN_ACCUSES.search(words) and _RUSSIAN_CHARGE.fullmatch(way):
        return True
    return not _RUSSIAN_THERE.search(words) and bool(_RUSSIAN_BEFELL.fullmatch(way))


def _end(text: str, event: Mention, mention: Mention) -> int:
    return event.span.begin if mention.span.end <= event.span.begin else len(text)


def _in_turkish(page: Page, event: Mention, mention: Mention) -> bool:
    found = _TURKISH_BEFELL.match(page.text, mention.span.end, _end(page.text, event, mention))
    if found is None or _TURKISH_THERE.search(event.text_of(page.text)):
        return False
    return not _LOCATIVE.fullmatch(found["end"])


def _in_kazakh(page: Page, event: Mention, mention: Mention) -> bool:
    if not _KAZAKH_KI.fullmatch(mention.text_of(page.text).split()[-1]):
        return False
    found = _KAZAKH_BEFELL.match(page.text, mention.span.end, _end(page.text, event, mention))
    if found is None or _KAZAKH_THERE.search(event.text_of(page.text)):
        return False
    return not _LOCATIVE.fullmatch(found["end"])
