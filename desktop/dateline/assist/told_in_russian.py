"""How Russian words tell of an event."""

import re
from collections.abc import Sequence

from dateline.assist.told_around import Around, Saying, says
from dateline.assist.told_as import Told


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_DID = r"(?:л|ла|ло|ли)"
_DID_ITSELF = r"(?:лся|лась|лось|лись)"
_DONE = r"(?:ан|ен|ён|ят|ут)[аоы]?"
# What an event does itself, or what is done with it, in the order in which they are looked for.
_OWN = {
    "past": _words(
        rf"состоя{_DID_ITSELF}|прош(?:[её]л|ла|ло|ли)|(?:заверши|закончи|продолжи|нача|дли|продли){_DID_ITSELF}|"
        rf"произош(?:[её]л|ла|ло|ли)|подпис{_DONE}|прин{_DONE}|достигн{_DONE}|проведен[аоы]?|заверш{_DONE}|"
        rf"заключ{_DONE}|вступи{_DID}|ста{_DID}|был[аои]?"
    ),
    "planned": _words(
        r"состо(?:ится|ятся)|пройд(?:[её]т|ут)|начн(?:[её]тся|утся)|завершится|завершатся|"
        r"(?:запланирован|намечен|назначен)[аоы]?|ожида(?:ется|ются)|планиру(?:ется|ются)|предсто(?:ит|ят)|"
        r"готов(?:ится|ятся)|буд(?:ет|ут)"
    ),
    "possible": _words(r"возмож(?:ен|н[аоы])|вероят(?:ен|н[аоы])"),
    "off": _words(rf"отмен[её]н[аоы]?|сорван[аоы]?|сорва{_DID_ITSELF}"),
    "put_off": _words(r"отложен[аоы]?|перенес[её]н[аоы]?"),
}
_CALLS_OFF = _words(rf"отмени{_DID}|сорва{_DID}")
_PUTS_OFF = _words(rf"отложи{_DID}|перен[её]с(?:ла|ло|ли)?")
# What somebody does with it.
_DOES = {
    "past": _words(
        rf"пров(?:[её]л|ела|ели)|подписа{_DID}|заверши{_DID}|нача{_DID}|заключи{_DID}|соверши{_DID}|"
        rf"нан[её]с(?:ла|ли)?|откры{_DID}"
    ),
    "planned": _words(
        r"провед(?:[её]т|ут)|подпиш(?:ет|ут)|соверш(?:ит|ат)|начн(?:[её]т|ут)|нанес(?:[её]т|ут)|заключ(?:ит|ат)|"
        r"планиру(?:ет|ют)|готов(?:ит|ят)"
    ),
    "possible": _words(rf"предложи{_DID}|предлага(?:ет|ют)|потребова{_DID}|требу(?:ет|ют)"),
    "negated": _words(r"отверг(?:ла|ли)?|отверга(?:ет|ют)|исключи(?:л|ла|ли)|исключа(?:ет|ют)"),
    "off": _CALLS_OFF,
    "put_off": _PUTS_OFF,
}
_TO_DO = _words(r"провести|проводить|подписать|совершить|нанести|начать|организовать|возобновить|продолжить|заключить")
_GOVERNS = {
    "planned": _words(
        r"планиру(?:ет|ют)|намерен[аы]?|собира(?:ется|ются)|готов(?:ится|ятся)|договори(?:лись)|реши(?:л|ла|ли)|"
        r"обеща(?:ет|ют|л|ла|ли)|буд(?:ет|ут)|долж(?:ен|на|ны)"
    ),
    "possible": _words(
        r"мо(?:жет|гут)|хо(?:чет|тят|тел|тела|тели)|призва(?:л|ла|ли)|призыва(?:ет|ют)|предложи(?:л|ла|ли)|"
        r"предлага(?:ет|ют)|потребова(?:л|ла|ли)|требу(?:ет|ют)|попроси(?:л|ла|ли)|наде(?:ется|ются)|готов[аы]?"
    ),
    "negated": _words(r"отказа(?:лся|лась|лись)|отказыва(?:ется|ются)"),
    "past": _words(r"смог(?:ла|ли)?|удалось"),
}
_TO_COME_ABOUT = _words(r"состояться|пройти|начаться|быть|завершиться")
_MAY = _words(r"мо(?:жет|гут)")
_MUST = _words(r"долж(?:ен|на|но|ны)")
_WILL_DO = _words(
    r"(?:посет|встрет|отправ|обсуд|выступ|вруч|утверд|объяв|прилет|вылет|соверш|заключ|подтверд|продл)"
    r"(?:ит|ят|ат)(?:ся)?|(?:прибуд|подпиш|провед|прим|приед|поед|начн|откро|верн|введ|вывед|состо|пройд)"
    r"(?:[её]т|ут|ют|ит|ят)(?:ся)?"
)
# Right before the noun, with its endings.
_ATTRIBUTES = {
    "planned": _words(r"(?:запланированн|намеченн|предстоящ|ожидаем|готовящ|планируем)\w+"),
    "possible": _words(r"возможн(?:ый|ая|ое|ые|ого|ой|ом|ую|ых|ыми|ому|ым)"),
    "off": _words(r"отменен?н\w{2,}"),
    "put_off": _words(r"(?:отложенн|перенесенн)\w+"),
    "negated": _words(r"несостоявш\w+"),
    "past": _words(r"(?:состоявш|прошедш|завершивш)\w+"),
}
_MODIFIER = _words(
    r"\w+(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ую|юю|ых|их|ым|им|ому|ему|ом|ем)|"
    r"\d\S*|его|ее|её|их|свой|свою"
)
_PREPOSITION = _words(
    r"в|во|на|о|об|обо|к|ко|по|с|со|до|от|из|за|для|при|про|после|перед|около|накануне|против|между|ради|без|у|над|под"
)
_SETTING = _words(r"на|после|ходе|время|итогам|полях|завершении|рамках|результате|по")
_MONTHS = _words(
    r"января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|"
    r"понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье|сегодня|завтра|вчера|также|уже|еще|ещё|года?"
)
_NOT_SUBJECT = _words(r"\w+(?:у|ю|ой|ом|ем|ами|ями|ах|ях|ам|ям|[^иь]е)")
_NO_VERB = _words(
    r"(?:кана|за|генера|фина|журна|материа|капита|отде|разде|уг?о|сто|арсена|потенциа|сканда|сигна|обстре|раско|"
    r"разва|прова|обва|трибуна|персона|филиа|мета|расстре|переде|преде|футбо|протоко|посо|горо|бо)л\w*|"
    r"школа|хвала|скала|дело|село|число|тело|начало|правила|земли|роли|цели|недели|модели|торговли|доли|"
    r"воли|мысли|соли|дали|если|или|сила|силы|отрасли|ли|около|тепло|стекло|масло|кресло|зло|ремесло|мало|было"
)
_PAST_VERB = re.compile(rf"[а-яё]{{2,}}(?:{_DID}|{_DID_ITSELF})")
_VERB = re.compile(
    r"[а-яё]{2,}(?:л|ла|ло|ли|лся|лась|лось|лись|ет|ёт|ют|ут|ит|ят|ат|ется|ются|утся|ится|ятся|ать|ять|ить|еть|ти|ться)"
)
_FURTHER = 9  # words from a noun to its verb
_BACK = 6
_MEETINGS = _words(
    r"(?:встреч|визит|поездк|переговор|саммит|заседани|конференци|консультаци|выбор|форум|концерт|матч|церемони|"
    r"голосовани|учени|совещани|подписани|пресс|брифинг|турне|митинг|раунд|приезд|прием|приём|собрани|референдум|"
    r"съезд|марш|парад|фестивал|запуск|турнир|вылет|рейс)\w*"
)


def told_in_russian(given: Around) -> tuple[Told, bool]:
    """Return how a clause tells of an event, and whether as of what is past."""
    first = given.words[0] if given.words else ""
    found = _of_a_verb(given, first) or _of_a_noun(given, first)
    return dict(found.told), found.past


def _is_past_verb(word: str) -> bool:
    return word.islower() and bool(_PAST_VERB.fullmatch(word)) and not _NO_VERB.fullmatch(word)


def _kind(table: dict[str, re.Pattern[str]], word: str) -> str:
    return next((kind for kind, pattern in table.items() if pattern.fullmatch(word)), "")


def _is_not(words: Sequence[str], at: int) -> bool:
    return at > 0 and words[at - 1].lower() == "не"


def _denied(kind: str, words: str) -> Saying:
    """What "не" makes of it: of what is merely wished or called off, or not, nothing is known."""
    kinds = {"past": "not_past", "planned": "not_ahead"}
    return says(kinds[kind], f"не {words}") if kind in kinds else Saying()


def _of_a_verb(given: Around, first: str) -> Saying | None:
    """What a verb that is the trigger says itself, or the one that governs it; None where the trigger is a noun."""
    left, n = given.left, len(given.left)
    low = first.lower()
    infinitive = bool(re.fullmatch(r"[а-яё]+(?:ть|ти|ться|тись)", low)) and not low.endswith(("сть", "нать"))
    kind = "planned" if _WILL_DO.fullmatch(low) else ""
    if not kind and _PAST_VERB.fullmatch(low) and not _NO_VERB.fullmatch(low):
        kind = "past"
    if not kind and _OWN["past"].fullmatch(low) and low.endswith(("н", "на", "но", "ны", "т", "та", "то", "ты")):
        kind = "planned" if n and left[-1].lower() in ("будет", "будут") else "past"
    if not kind and not infinitive:
        return None
    if kind and _is_not([*left, first], n):
        return _denied(kind, first)
    if kind:
        condition = next((w for w in (*left[-1:], *given.right[:1]) if w.lower() == "бы"), "")
        condition = condition or next((w for w in left if w.lower() == "если"), "")
        return says("possible", condition) if condition else says(kind, first)
    return _governed(left)


def _governed(left: Sequence[str]) -> Saying:
    """What the verb says that leads to an infinitive: "намерен посетить"."""
    for at in range(len(left) - 1, max(-1, len(left) - 1 - _BACK), -1):
        word = left[at]
        if kind := _kind(_GOVERNS, word):
            if kind == "past":
                return says("not_past", f"не {word}") if _is_not(left, at) else says("past", word)
            if _is_not(left, at):
                return says("not_ahead", f"не {word}") if word.lower() in ("будет", "будут") else Saying()
            return says(kind, word)
        if word.lower() == "бы" and at and re.fullmatch(r"мог(?:ла|ло|ли)?|хоте(?:л|ла|ли)", left[at - 1]):
            return says("possible", f"{left[at - 1]} бы")
        if _VERB.fullmatch(word):
            break
    return Saying()


def _of_a_noun(given: Around, first: str) -> Saying:
    """What is said of a noun: by its own words, by the verb it is the subject of, or by what is done with it."""
    left = given.left
    at = len(left) - 1
    attribute = Saying()
    while at >= 0 and len(left) - at <= 4 and (_MODIFIER.fullmatch(left[at]) or _kind(_ATTRIBUTES, left[at])):
        if kind := _kind(_ATTRIBUTES, left[at]):
            attribute = says(kind, left[at])
        if _kind(_OWN, left[at]) or _kind(_DOES, left[at]):
            break
        at -= 1
    before = left[at].lower() if at >= 0 else ""
    aside = next((w for w in given.aside[:2] if _ATTRIBUTES["planned"].fullmatch(w)), "")
    if not aside and given.right and re.fullmatch(r"(?:запланированн|намеченн|назначенн)\w+", given.right[0]):
        aside = given.right[0]
    planned = says("planned", aside) if aside else attribute
    if before == "без":
        return says("negated", left[at])
    if _PREPOSITION.fullmatch(before) or _SETTING.fullmatch(before):
        return _after_preposition(given, left[: at + 1], first) or planned
    before_it = left[: at + 1]
    found = _done_with_it(before_it, first) or _verb_before(before_it, first) or _verb_behind(given, at, first)
    if found and not found.past and planned.told:
        return Saying({**planned.told, **found.told})
    return found or planned


def _after_preposition(given: Around, left: Sequence[str], first: str) -> Saying | None:
    word = left[-1].lower()
    leads = [(at, w) for at, w in enumerate(left[:-1]) if at >= len(left) - 4]
    for at, lead in reversed(leads):
        if word == "от" and re.fullmatch(r"отказа(?:лся|лась|лись)|отказыва(?:ется|ются)|отказ\w{0,2}", lead.lower()):
            return None if _is_not(left, at) else says("negated", f"{lead} от")
        if word in ("к", "ко") and re.fullmatch(r"призва(?:л|ла|ли)|призыва(?:ет|ют)|призыв\w{0,2}", lead.lower()):
            return None if _is_not(left, at) else says("possible", f"{lead} {word}")
        if word in ("к", "ко") and re.fullmatch(r"готов(?:ится|ятся)|подготовк\w+", lead.lower()):
            return None if _is_not(left, at) else says("planned", f"{lead} {word}")
    setting = _SETTING.fullmatch(word) and not (word == "на" and first.lower().endswith(("у", "ю")))
    if setting and any(_is_past_verb(w) for w in (*given.left, *given.right)):
        return Saying(past=True)  # what was done at it was done when it took place
    return None


def _done_with_it(left: Sequence[str], first: str) -> Saying | None:
    """What somebody does with it, right before: "отменил визит", "намерен провести встречу"."""
    if not left:
        return None
    word, at = left[-1], len(left) - 1
    if _TO_DO.fullmatch(word):
        return _governed(left[:-1])
    if re.fullmatch(r"отменить|отложить|перенести", word) and at and re.fullmatch(r"реши(?:л|ла|ли)", left[-2]):
        kind = "off" if word == "отменить" else "put_off"
        return says(kind, f"{left[-2]} {word}") if _MEETINGS.fullmatch(first) else None
    kind = _kind(_DOES, word)
    if not kind or (kind in ("off", "put_off") and not _MEETINGS.fullmatch(first)):
        return None
    return _denied(kind, word) if _is_not(left, at) else says(kind, word)


def _verb_before(left: Sequence[str], first: str) -> Saying | None:
    """What an event does, where the verb comes first: "В Осло состоялась встреча"; a name and a day may lie between."""
    for at in range(len(left) - 1, max(-1, len(left) - 1 - _BACK), -1):
        word = left[at]
        if found := _own(left, at, first):
            return found
        skipped = word[0].isupper() or word[0].isdigit() or _MONTHS.fullmatch(word) or _PREPOSITION.fullmatch(word)
        if not skipped:
            break
    return None


def _verb_behind(given: Around, at: int, first: str) -> Saying | None:
    """What the verb says of which a noun is the subject: none does that hangs on another noun, or on a verb."""
    left, right = given.left[: at + 1], given.right
    called = right[0].lower() if right else ""
    if _MEETINGS.fullmatch(first) and (_CALLS_OFF.fullmatch(called) or _PUTS_OFF.fullmatch(called)):
        alone = len(right) == 1 or bool(_PREPOSITION.fullmatch(right[1])) or right[1] == "из-за"
        return says("off" if _CALLS_OFF.fullmatch(called) else "put_off", right[0]) if alone else None
    before = left[-1] if left else ""
    hangs = (
        (before[:1].islower() or len(left) == 1)
        and not _MONTHS.fullmatch(before)
        and before.lower() not in ("если", "что", "и", "а", "но")
    )
    if hangs or _NOT_SUBJECT.fullmatch(first) or any(_VERB.fullmatch(w) and not _NO_VERB.fullmatch(w) for w in left):
        return None
    for n, word in enumerate(right[:_FURTHER]):
        if found := _own(right, n, first):
            condition = next((w for w in left if w.lower() == "если"), "")
            return says("possible", condition) if condition else found
        if word.islower() and _VERB.fullmatch(word) and not _NO_VERB.fullmatch(word):
            break
    return None


def _own(words: Sequence[str], at: int, first: str) -> Saying | None:
    """What a word says as the verb of an event, with the one that follows it where it only helps."""
    word, following = words[at].lower(), words[at + 1 :]
    after = following[0].lower() if following else ""
    if _MAY.fullmatch(word) and not _is_not(words, at):
        comes = any(_TO_COME_ABOUT.fullmatch(w) for w in following[:4])
        return says("possible", words[at]) if comes else None
    if _MUST.fullmatch(word):
        return says("planned", words[at]) if _TO_COME_ABOUT.fullmatch(after) and not _is_not(words, at) else None
    kind = _kind(_OWN, word)
    if kind == "past" and re.fullmatch(r"был[аои]?", word) and (helped := _kind(_OWN, after)):
        kind, word = helped, after
    if word in ("будет", "будут") and (helped := _kind({k: _OWN[k] for k in ("off", "put_off")}, after)):
        kind, word = helped, after
    if not kind or (kind in ("off", "put_off") and not _MEETINGS.fullmatch(first)):
        return None
    return _denied(kind, word) if _is_not(words, at) else says(kind, word)
