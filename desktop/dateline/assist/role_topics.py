"""What is spoken of, where no "about" says so: what is discussed, in the four languages, and what talks dealt with."""

import re

from dateline.assist.role_cases import Case
from dateline.model.annotation import Mention
from dateline.model.language import language_of
from dateline.model.page import Page

_ENDS = r"(?=\s*(?:[.,;:!?()—–]|$|ve\b|және\b))"
# Verbs of discussing as the event's own words, with what they discuss in the accusative.
_DISCUSSES = {
    "ru": re.compile(r"(?:обсу[дж]|рассм(?:отр|атрив)|затр(?:он|аг))\w*", re.IGNORECASE),
    "tr": re.compile(r"(?:ele al|görüş|tartış|değerlendir|müzakere et|masaya yatır|konuş)\w*", re.IGNORECASE),
    "kk": re.compile(r"(?:талқыла|қарастыр|әңгімеле|сөз ет)\w*", re.IGNORECASE),
}
# And of being discussed, behind what is.
_DISCUSSED = {
    "en": re.compile(
        r"\s+(?:(?:was|were|is|are|will be|has been|have been|had been|being|be)\s+)(?:also\s+)?(?:discuss|debat)ed\b"
    ),
    "ru": re.compile(r"\s+(?:(?:также|тоже)\s+)?(?:обсужда\w+с[ья]|(?:был[аои]?\s+)?обсужд[её]н\w*)\b", re.IGNORECASE),
    "tr": re.compile(
        r"\s+(?:de\s+|da\s+)?(?:ele alın|görüşül|tartışıl|değerlendiril|müzakere edil|masaya yatırıl|konuşul)\w*"
        rf"{_ENDS}"
    ),
    "kk": re.compile(rf"\s+(?:да\s+|де\s+)?(?:талқылан|қарастырыл|қарал|сөз бол)\w*{_ENDS}"),
}
_RUSSIAN_BEFORE = re.compile(
    r"\b(?:обсу[дж]\w+|рассмотре\w+|затрон\w+|речь шла о|говорили о)\s+(?:(?:также|в том числе)\s+)?$", re.IGNORECASE
)
_LED = ("in", "at", "near", "to", "from", "with", "about", "between", "of", "by", "for")
_WAY = 60


def is_spoken_of(page: Page, event: Mention, mention: Mention, case: Case) -> bool:
    """Say whether the event's words, or a verb beside a mention, tell that it is discussed; `case` is its ending."""
    text, language = page.text, language_of(page.article.language, page.text)
    discussed = _DISCUSSED.get(language)
    if case.word not in _LED and discussed is not None and discussed.match(text, mention.span.end):
        return True
    own = _DISCUSSES.get(language)
    if own is None:
        return False
    if language == "ru":
        before = text[max(0, mention.span.begin - _WAY) : mention.span.begin]
        return bool(_RUSSIAN_BEFORE.search(before))
    return case.aimed and not case.word and bool(own.match(event.text_of(text)))
