"""The normalisers and finders put together: English by our rules, other languages by their word tables."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache, partial

from dateline.chronology import rules
from dateline.chronology.fallback import fallback
from dateline.chronology.faults import guarded
from dateline.chronology.finder import Finder
from dateline.chronology.foreign import ForeignReader
from dateline.chronology.reading import Dates, Found, Reading, TimeType, unknown
from dateline.chronology.resolver import NO_RULE, Resolver
from dateline.chronology.rules.rule import RuleTable
from dateline.model.calendar import from_iso
from dateline.model.language import CYRILLIC, KAZAKH, code_of, language_of
from dateline.model.text import Span
from dateline.model.wrapping import unwrapped

_AROUND = 60  # characters beside an expression without letters that tell its language
_KEPT = 64  # texts before an expression whose dates are kept, as it is read more than once; nothing changes the lists


@cache
def _table() -> RuleTable:
    return RuleTable(rules.ALL)


@cache
def _english() -> tuple[Resolver, Finder]:
    """Return the English normaliser and the finder that tells it which dates stand before an expression."""

    @lru_cache(maxsize=_KEPT)
    def values(text: str, published: str) -> list[str]:
        return [f.reading.value for f in finder.find(text, published) if f.reading.when]

    @lru_cache(maxsize=_KEPT)
    def days(text: str, published: str) -> list[Span]:
        return [f.span for f in inner.find(text, published) if _is_on_calendar(f)]

    inner = Finder(Resolver(_table(), _no_values, _no_values, _no_days).resolve)
    finder = Finder(Resolver(_table(), _no_values, values, days).resolve)
    return Resolver(_table(), values, values, days), finder


def _no_values(_text: str, _published: str) -> list[str]:
    return []


def _no_days(_text: str, _published: str) -> list[Span]:
    return []


def _is_on_calendar(found: Found) -> bool:
    return found.reading.when is not None and found.reading.type in (TimeType.DATE, TimeType.TIME)


@cache
def _foreign(code: str) -> tuple[ForeignReader, ForeignReader]:
    """Return the reader of "tr", "ru" or "kk", and its finder, which knows the dates before by itself."""
    if code == "tr":
        from dateline.chronology.languages.turkish import TURKISH as LANGUAGE
    elif code == "ru":
        from dateline.chronology.languages.russian import RUSSIAN as LANGUAGE
    else:
        from dateline.chronology.languages.kazakh import KAZAKH as LANGUAGE

    @lru_cache(maxsize=_KEPT)
    def values(text: str, published: str) -> list[str]:
        return [f.reading.value for f in inner.find(text, published) if f.reading.when]

    @lru_cache(maxsize=_KEPT)
    def days(text: str, published: str) -> list[Span]:
        return [f.span for f in inner.find(text, published) if _is_on_calendar(f)]

    inner = ForeignReader(LANGUAGE, Resolver(_table(), _no_values, _no_values, _no_days))
    finder = ForeignReader(LANGUAGE, Resolver(_table(), _no_values, values, days))
    return ForeignReader(LANGUAGE, Resolver(_table(), values, values, days)), finder


def read(
    text: str,
    published: str,
    left: str,
    right: str,
    earlier: Sequence[str],
    language: str,
    dates: Dates | None = None,
) -> Reading:
    """Return the reading of an expression; see `dateline.chronology.resolve`."""
    published = _known(published)
    codes = _candidates(text, code_of(language))
    if not any(c.isalpha() for c in text):  # the words beside it tell its language; figures alone any can read
        around = f"{left[-_AROUND:]} {right[:_AROUND]}"
        hint = code_of(language) or ("tr" if language_of("", around) == "tr" else "")
        codes = tuple(dict.fromkeys((*_candidates(around, hint), "en")))
    for code in codes:
        reader = _english()[0] if code == "en" else _foreign(code)[0]
        resolved = partial(reader.resolve, text, published, left, right, earlier, dates=dates)
        if reading := guarded(resolved, text, None):
            return reading
    return fallback(text, published, code_of(language)) or unknown(NO_RULE)


@lru_cache(maxsize=256)  # the expressions of an article share it
def _known(published: str) -> str:
    """Return the publication date if it is one ("2018" and free text are not), else ""."""
    try:
        from_iso(published)
    except ValueError:
        return ""
    return published.strip()


def _candidates(text: str, hint: str) -> tuple[str, ...]:
    """Return the languages to try, the likeliest first."""
    if CYRILLIC.search(text):
        kazakh_first = hint == "kk" or (hint != "ru" and KAZAKH.search(text))
        return ("kk", "ru") if kazakh_first else ("ru", "kk")
    return ("tr", "en") if hint == "tr" else ("en", "tr") if not hint else ("en",)


def find_all(text: str, published: str, language: str) -> list[Found]:
    """Return the time expressions of a text; see `dateline.chronology.find`."""
    return list(_unbroken(_finder(text, language).find(unwrapped(text), _known(published)), text))


def find_over(text: str, at: int, published: str, language: str) -> Found | None:
    """Return the time expression that goes over a place in a text; see `dateline.chronology.find_over`."""
    finder = _finder(text, language)
    if not finder.may_lie_over(text, at):
        return None
    found = _unbroken(finder.find(text, _known(published)), text)
    return next((f for f in found if f.span.begin < at < f.span.end), None)


def _unbroken(found: Iterator[Found], text: str) -> Iterator[Found]:
    """Yield what is found, as far as it comes."""
    while one := guarded(lambda: next(found, None), text, None):
        yield one


def _finder(text: str, language: str) -> Finder | ForeignReader:
    code = language_of(language, text)
    return _foreign(code)[1] if code in ("tr", "ru", "kk") else _english()[1]
