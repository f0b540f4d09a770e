"""When and where a text appeared: one that did on two days, such as a report of the weather, is two articles."""

import re
from urllib.parse import urlsplit

from msgspec import Struct

from dateline.model.calendar import publication_order

_ZONE = re.compile(r"[T ].*(?:Z|[+-]\d\d:?\d\d)$")


class Occasion(Struct, frozen=True, gc=False):
    """A publication date or moment (ISO 8601) and an address, "" where not known.

    Two are one where their addresses are, whatever their dates say; where a day is, as it is written, or a moment, in
    whatever zones; and where of one no date is known.
    """

    published: str = ""
    url: str = ""

    def signs(self) -> tuple[str, ...]:
        """Return by what it is known again, the surest first; none where neither date nor address says anything."""
        found = (f"@{self.url}",) if self.url and not is_of_a_site(self.url) else ()
        return (*found, *_signs_of_date(self.published)) if self.published else found


ANY_OCCASION = Occasion()


def same_day(one: str, other: str) -> bool:
    """Say whether two dates of publication are of one day as they are written, or are one moment."""
    return not set(_signs_of_date(one)).isdisjoint(_signs_of_date(other))


def same_moment(one: str, other: str) -> bool:
    """Say whether two dates of publication are one moment, in whatever zones they are written."""
    return bool(_ZONE.search(one) and _ZONE.search(other)) and publication_order(one) == publication_order(other)


def is_of_a_site(url: str) -> bool:
    """Say whether an address is a site's, of no article: "https://example.org/"; one that is none is."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return True
    return not parts.query and parts.path.rstrip("/").rpartition("/")[2].partition(".")[0] in ("", "index", "home")


def _signs_of_date(published: str) -> tuple[str, ...]:
    day = published.replace(" ", "T").partition("T")[0]
    return (day, f"={publication_order(published)}") if _ZONE.search(published) else (day,)
