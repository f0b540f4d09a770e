"""What endings and prepositions say of a name in Turkish, Kazakh and Russian: where, to whom, whom, with whom.

They are put into the English words that the rules know: "in", "to", "from", "with", "about", "between".
"""

import re
from collections.abc import Sequence

from msgspec import Struct

from dateline.model.annotation import Mention
from dateline.model.language import language_of
from dateline.model.occurrence import PERSONS
from dateline.model.page import Page


class Case(Struct, frozen=True):
    """The word an ending stands for; whether it says to whom or what something is done; whether the verb comes last.

    An `owner` says more of the name behind it: "Norveç'in başkenti Oslo".
    """

    word: str = ""
    aimed: bool = False
    verb_last: bool = False
    owner: bool = False


VERB_LAST = ("tr", "kk")

_RUSSIAN = {
    "в": "in", "во": "in", "на": "in", "из": "from", "от": "from", "к": "to", "ко": "to", "с": "with", "со": "with",
    "под": "near", "возле": "near", "около": "near", "о": "about", "об": "about", "обо": "about", "между": "between",
}  # fmt: skip
_WHITHER_RUSSIAN = re.compile(r"\w+[ую]")  # "напал на Норвегию", but "в Норвегию" is where one goes
_TURKISH_ENDING = re.compile(r"(?:\w*)['’](?P<end>[^\W\d_]+)")
_TURKISH = (
    (re.compile(r"n?[dt][ae](?:ki)?"), Case("in", verb_last=True)),
    (re.compile(r"n?[dt][ae]n"), Case("from", aimed=True, verb_last=True)),
    (re.compile(r"[yn]?[ae]"), Case("to", aimed=True, verb_last=True)),
    (re.compile(r"[yn]?[ıiuü]"), Case("", aimed=True, verb_last=True)),
    (re.compile(r"y?l[ae]"), Case("with", verb_last=True)),
)
_KAZAKH = (
    (re.compile(r".{2,}[дт][ае](?:ғы|гі)?"), Case("in", verb_last=True)),
    (re.compile(r".{2,}(?:[дн][ае]н|(?<!с)т[ае]н)"), Case("from", aimed=True, verb_last=True)),
    (re.compile(r".{2,}(?:[ғқ]а|[гк]е)"), Case("to", aimed=True, verb_last=True)),
    (re.compile(r".{2,}[ндт][ыі]"), Case("", aimed=True, verb_last=True)),
    (re.compile(r".{2,}[мбп]ен"), Case("with", verb_last=True)),
)
_SENDS = re.compile(
    r"(?:\w+ )?(?:направ|отправ|посла|пошл|достав|постав|выдел|переброс|переда)(?!\w*с[ья]\b)\w*", re.IGNORECASE
)
_SENT_TO = re.compile(r"\s[^,;:]*\w\s+(?:в|во|на)\s+")
_KAZAKH_BARE = re.compile(r"канада|уганда|руанда|ялта|алматы|мальта|йемен|вьетнам|.*(?:стан|иран|судан|тайван|ливан)")
_PLAIN = Case(verb_last=True)
# "Oslo kentinde", "Осло қаласына": the ending stands on the word that says what it is.
_TURKISH_PLACE = re.compile(
    r"\s+(?:şehri|kenti|ili|ilçesi|bölgesi|başkenti|kasabası|adası)n(?P<end>[dt][ae]n?|[ae]|[ıiuü])\b"
)
_KAZAKH_PLACE = re.compile(
    r"\s+(?P<noun>(?:қала|облыс|аудан|ауыл|астана|республика)\w*(?:[нғ]а|[нг]е|[дн]ан|[дн]ен|[дт][ае]))\b"
)
_KAZAKH_DATIVE = re.compile(r"(?<=[ыі])н[ае]$")  # behind a possessive, "қаласына"
_TURKISH_GENITIVE = re.compile(r"n?[ıiuü]n")
_KAZAKH_GENITIVE = re.compile(r".{2,}[ндт][ыі]ң")
# What an owner has: what the verb is done to, "kararını", or what says who or where the name behind it is, "başkenti".
_TURKISH_OWNS = (
    re.compile(r"\s+(?:\w+\s+)?\w+[ıiuü]n[ıiuü]\b"),
    re.compile(r"\s+(?:\w+\s+){0,2}?\w*[ıiuü]\s+(?=[A-ZÇĞİÖŞÜ])"),
)
_KAZAKH_OWNS = (
    re.compile(r"\s+(?:\w+\s+)?\w+[ыі]н\b"),
    re.compile(r"\s+(?:\w+\s+){0,2}?\w*[ыі]\s+(?=[А-ЯЁӘҒҚҢӨҰҮҺІ])"),
)
_WITH = re.compile(r"(?:['’]\w+)?\s+(?:ile|мен|бен|пен)\s+(?!\w+ (?:arasında|арасында))", re.IGNORECASE)
_AND = re.compile(r"(?:['’]\w+)?\s+(?:ve|және)\s+")
_LISTED = re.compile(r"(?:['’]\w+)?(?:\s*,\s+(?:(?:ve|және|и|или)\s+)??|\s+(?:ve|және|и|или)\s+)")


def case_of(page: Page, mention: Mention, near: Sequence[Mention], event: int, word: str) -> Case:
    """Return what leads to a mention in the language of its article; `word` is what stands before it.

    `event` is where the event's words begin.
    """
    language = language_of(page.article.language, page.text)
    if language == "ru":
        return _russian(page.text, mention, word)
    if language not in VERB_LAST:
        return Case(word)
    last = _last_of_list(page.text, mention, near)  # "Norveç ve İsveç'e": one ending for all
    if language == "tr":
        return _turkish(page.text, last, event)
    return _kazakh(page.text, last, event)


def is_sent_to(page: Page, event: Mention, mention: Mention) -> bool:
    """Say whether Russian words of sending lead to where it is sent: "направила спасателей в Турцию".

    Who "отправился в Турцию" goes there himself; what ends in "-е" or "-ии" is where something was.
    """
    if language_of(page.article.language, page.text) != "ru" or mention.span.begin <= event.span.end:
        return False
    words, way = event.text_of(page.text), page.text[event.span.end : mention.span.begin]
    name = mention.text_of(page.text)
    return bool(_SENDS.fullmatch(words) and _SENT_TO.fullmatch(way)) and not name.endswith(("е", "ии", "ах", "ях"))


def _russian(text: str, mention: Mention, word: str) -> Case:
    name = mention.text_of(text).split()[-1].casefold() if mention.text_of(text).split() else ""
    if word == "на" and _WHITHER_RUSSIAN.fullmatch(name):
        return Case("")
    return Case(_RUSSIAN.get(word, word))


def _last_of_list(text: str, mention: Mention, near: Sequence[Mention]) -> Mention:
    last, ends = mention, mention
    closed = any(
        m.span.end < mention.span.begin and _AND.fullmatch(text, m.span.end, mention.span.begin)
        for m in near
        if m.label == mention.label
    )
    for _ in range(12):
        after = (m for m in near if m.label == last.label and m.span.begin > last.span.end)
        further = next((m for m in after if _LISTED.fullmatch(text, last.span.end, m.span.begin)), None)
        if further is None:
            break
        comma = text[last.span.end : further.span.begin].endswith(", ")
        if comma and (closed or ends is not mention):
            break  # "A ve B, C ve D'ye"
        if not comma:
            ends = further  # a comma alone may part who does it from whom
        last = further
    return ends


def _turkish(text: str, mention: Mention, event: int) -> Case:
    """Names part their endings with an apostrophe, which may stand within what is tagged or behind it."""
    words = mention.text_of(text).split()
    inside = _TURKISH_ENDING.fullmatch(words[-1]) if words else None
    found = inside or _TURKISH_ENDING.match(text, mention.span.end)
    if found is None and (noun := _TURKISH_PLACE.match(text, mention.span.end)):
        found = noun
    if found is None:
        return Case("with", verb_last=True) if _WITH.match(text, mention.span.end) else _PLAIN
    if _TURKISH_GENITIVE.fullmatch(found["end"]):
        return _owns(text, max(mention.span.end, 0 if inside else found.end()), event, _TURKISH_OWNS)
    return next((case for ending, case in _TURKISH if ending.fullmatch(found["end"])), _PLAIN)


def _kazakh(text: str, mention: Mention, event: int) -> Case:
    words = mention.text_of(text).casefold().split()
    if words and _KAZAKH_GENITIVE.fullmatch(words[-1]):
        return _owns(text, mention.span.end, event, _KAZAKH_OWNS)
    if noun := _KAZAKH_PLACE.match(text, mention.span.end):
        words = [_KAZAKH_DATIVE.sub("ға", noun["noun"])]
    if not words or _KAZAKH_BARE.fullmatch(words[-1]):
        return Case("with", verb_last=True) if _WITH.match(text, mention.span.end) else _PLAIN
    found = next((case for ending, case in _KAZAKH if ending.fullmatch(words[-1])), _PLAIN)
    return _PLAIN if found.word == "in" and mention.label.upper() in PERSONS else found  # "Дуда": nobody is in him


def _owns(text: str, begin: int, event: int, owned: tuple[re.Pattern[str], re.Pattern[str]]) -> Case:
    """Return what a genitive says: that the verb is done to what is its own, or that another name is."""
    if begin > event:
        return _PLAIN
    if owned[0].match(text, begin, event):
        return Case(aimed=True, verb_last=True)
    return Case(verb_last=True, owner=bool(owned[1].match(text, begin, event)))
