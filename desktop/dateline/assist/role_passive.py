"""Events told from the side of whom they are done to, where English "was … by" is an ending: Russian, Turkish, Kazakh.

In Turkish and Kazakh only verbs of what is done to somebody count: many others look alike ("katıldı", "joined").
"""

import re

from dateline.model.annotation import Mention
from dateline.model.language import language_of
from dateline.model.occurrence import PERSONS
from dateline.model.page import Page

_WAY = 30  # characters back to "был"
_WERE = re.compile(r"\b(?:был[аои]?|будет|будут|быть)(?: (?:не|также|вновь|снова|уже|\w+о))* $", re.IGNORECASE)
_RUSSIAN = re.compile(r"(?:был[аои]? |будет |будут )?\w{3,}(?:[аея]н|ён|бит|[зн]ят|крыт)[аоы]?", re.IGNORECASE)
# What needs no "был" to be told from a noun.
_RUSSIAN_ALONE = re.compile(
    r"(?:был[аои]? |будет |будут ).+|\w*(?:арестован|задержан|ранен|убит|избран|назначен|обвин[её]н|осужд[её]н|"
    r"освобожд[её]н|приглаш[её]н|похищен)[аоы]?",
    re.IGNORECASE,
)
_TURKISH = re.compile(
    r"(?:[\w’']+ ){0,2}?(?:edil|al[ıi]n|tutuklan|yakalan|öldürül|vurul|kaçırıl|yaralan|karşılan|ağırlan|suçlan|kınan|"
    r"cezalandırıl|seçil|atan|gönderil|çağ(?:ı)?rıl|uyarıl|sürül|kovul|bırakıl|eleştiril|kurtarıl|yargılan|hapsedil)"
    r"(?:d[ıiuü]|m[ıiuü]ş|acak|ecek|ıyor|iyor|uyor|üyor|ma|me)\w*",
    re.IGNORECASE,
)
_KAZAKH = re.compile(
    r"(?:\w+ ){0,2}?(?:алын|тұтқындал|өлтіріл|қабылдан|айыптал|шақырыл|сотталы?|жіберіл|тағайындал|сайлан|жаралан|"
    r"босатыл|ұрлан|сынал|марапаттал|ұстал)(?:[дт][ыі]|ған|ген|ады|еді|мақ|мек)\w*",
    re.IGNORECASE,
)
_NO_ENDING = re.compile(r".*жоу|(?:.* )?(?:Перу|Баку|Тувалу|Вануату|Палау|Науру|Катманду|Тому|Орджу|[А-ЯЁ]+)")
_THEY = re.compile(r"\w+ли", re.IGNORECASE)
_BY_BEHIND = re.compile(r"(?:['’]\w+)?\s+(?:tarafından|тарапынан)\b", re.IGNORECASE)
_BY_ENDING = re.compile(r".{2,}(?:ом|ем|ым|им|ой|ей|ами|ями)")


def is_done_to(page: Page, event: Mention) -> bool:
    """Say whether an event's verb tells what is done to somebody, in another language than English."""
    words = " ".join(event.text_of(page.text).split())
    language = language_of(page.article.language, page.text)
    if language == "ru":
        if not _RUSSIAN.fullmatch(words):
            return False
        before = page.text[max(0, event.span.begin - _WAY) : event.span.begin]
        return bool(_RUSSIAN_ALONE.fullmatch(words) or _WERE.search(before))
    known = {"tr": _TURKISH, "kk": _KAZAKH}.get(language)
    return known is not None and known.fullmatch(words) is not None


def is_object_ahead(page: Page, event: Mention, mention: Mention) -> bool:
    """Say whether a Russian verb in the plural says only what was done to who is before it: "Берга задержали".

    So it does of "Польшу обвинили"; "Перу" has no endings.
    """
    if mention.span.end > event.span.begin:
        return False
    if language_of(page.article.language, page.text) != "ru" or not _THEY.fullmatch(event.text_of(page.text)):
        return False
    words = mention.text_of(page.text)
    if mention.label.upper() in PERSONS:
        return words[-1:] in ("а", "я")
    return words[-1:] in ("у", "ю") and not _NO_ENDING.fullmatch(words)


def is_by_whom(page: Page, mention: Mention, word: str) -> bool:
    """Say whether a mention is the one by whom it is done; `word` is the preposition that leads to it."""
    if language_of(page.article.language, page.text) == "ru":
        return word not in ("in", "from", "to", "with", "about", "between", "near") and bool(
            _BY_ENDING.fullmatch(mention.text_of(page.text).casefold())
        )
    return _BY_BEHIND.match(page.text, mention.span.end) is not None
