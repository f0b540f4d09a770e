"""The normalisers and finders put together: English by our rules, other languages by theirs."""

from collections.abc import Sequence
from functools import cache

from dateline.chronology import rules
from dateline.chronology.finder import Finder
from dateline.chronology.reading import Found, Reading, unknown
from dateline.chronology.resolver import NO_RULE, Resolver, compiled


@cache
def _english() -> tuple[Resolver, Finder]:
    """Return the English normaliser and the finder that tells it which dates stand before an expression."""
    table = compiled(rules.ALL)
    finder = Finder(Resolver(table, lambda _text, _published: []).resolve)

    def values(text: str, published: str) -> list[str]:
        return [f.reading.value for f in finder.find(text, published) if f.reading.when]

    return Resolver(table, values), finder


def read(text: str, published: str, left: str, right: str, earlier: Sequence[str], language: str) -> Reading:
    """Return the reading of an expression; see `dateline.chronology.resolve`."""
    return _english()[0].resolve(text, published, left, right, earlier) or unknown(NO_RULE)


def find_all(text: str, published: str, language: str) -> list[Found]:
    """Return the time expressions of a text; see `dateline.chronology.find`."""
    return list(_english()[1].find(text, published))
