"""When and where a text appeared: one that did on two days, such as a report of the weather, is two articles."""

import re
from functools import lru_cache
from urllib.parse import parse_qsl, urlsplit

from msgspec import Struct

from dateline.model.calendar import publication_order
from dateline.model.language import is_tag

_ZONE = re.compile(r"[T ].*(?:Z|[+-]\d\d:?\d\d)$")
_HOUR = re.compile(r"T\d\d:?\d\d(?::?\d\d)?")
# A site as people write it, without "https://": "ria.ru", "www.ria.ru:8080"; a file's name, "0418.html", is none.
_HOST = re.compile(
    r"(?:\w[\w-]*\.)+(?!(?:html?|xhtml|shtml|php\d?|aspx?|jsp|xml|json|txt|pdf|docx?)$)[^\W\d_]{2,}(?::\d+)?", re.I
)
_FRONT_PAGES = frozenset({"index", "home", "default"})
_OF_NO_ARTICLE = re.compile(r"(?:utm_\w+|lang|language|locale|hl)", re.I)  # what may be asked of any page


class Occasion(Struct, frozen=True, gc=False):
    """A publication date or moment (ISO 8601) and an address, "" where not known.

    Two are one where their addresses are, whatever their dates say; where a day is, as it is written, or a moment, in
    whatever zones; and where of one no date is known.
    """

    published: str = ""
    url: str = ""

    def signs(self) -> tuple[str, ...]:
        """Return by what it is known again, the surest first; none where neither date nor address says anything.

        That is its address, its moment, the hour as it is written, and the day.
        """
        found = (f"@{self.url}",) if self.url and not is_of_a_site(self.url) else ()
        return (*found, *_signs_of_date(self.published)) if self.published else found


ANY_OCCASION = Occasion()


def same_day(one: str, other: str) -> bool:
    """Say whether two dates of publication are of one day as they are written, or are one moment."""
    return not set(_signs_of_date(one)).isdisjoint(_signs_of_date(other))


def same_moment(one: str, other: str) -> bool:
    """Say whether two dates of publication are one moment, in whatever zones they are written."""
    return bool(_ZONE.search(one) and _ZONE.search(other)) and publication_order(one) == publication_order(other)


@lru_cache(maxsize=256)
def is_of_a_site(url: str) -> bool:
    """Say whether an address is a site's, of no article: "https://example.org/", "example.org/en"; one that is none is.

    A path of languages alone, or to a front page, is the site's as well.
    """
    try:
        parts = urlsplit(f"//{url}" if _HOST.fullmatch(re.split("[/?#]", url, maxsplit=1)[0]) else url)
        asked = parse_qsl(parts.query, keep_blank_values=True)
    except ValueError:
        return True
    if any(not _OF_NO_ARTICLE.fullmatch(name) for name, _ in asked) or (parts.query and not asked):
        return False
    *above, last = [part for part in parts.path.split("/") if part] or [""]
    if last and last.partition(".")[0].casefold() not in _FRONT_PAGES:
        above.append(last)
    return all(is_tag(part) for part in above)


def _signs_of_date(published: str) -> tuple[str, ...]:
    written = published.replace(" ", "T")
    day, hour = written.partition("T")[0], _HOUR.search(written)
    moment = (f"={publication_order(published)}",) if _ZONE.search(published) else ()
    return (*moment, *((f"{day}{hour.group()}",) if hour else ()), day)
