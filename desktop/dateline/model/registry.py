"""The real-world things and events behind mentions in many articles."""

import re

from msgspec import Struct

from dateline.model.when import When


class Entity(Struct, frozen=True):
    """One person, place or body behind mentions. `type` is an entity label; `external_id` a QID or free text."""

    id: str
    name: str
    type: str = ""
    aliases: tuple[str, ...] = ()
    external_id: str = ""
    note: str = ""


class Happening(Struct, frozen=True):
    """One real event behind event mentions. `when` is set only by hand; it overrides what the mentions say."""

    id: str
    name: str
    type: str = ""
    when: When | None = None
    external_id: str = ""
    note: str = ""


_WIKIDATA = (  # what stands before a QID in an address, however that was copied
    r"(?:https?:)?(?://)?(?:www\.|m\.)*wikidata\.org/(?:wiki/(?:special:entitydata/)?|entity/|w/index\.php\?title=)"
)
_QID = re.compile(rf"(?:{_WIKIDATA}|wikidata:|wd:)?q ?(\d*)(.*)", re.IGNORECASE)
_BEHIND = re.compile(r"(?:\.(?:json|jsonld|ttl|rdf|nt|n3|php|html))?(?:[#/?&].*)?", re.IGNORECASE)

_WORLDWIDE = re.compile(r"Q[1-9]\d*|[a-z][a-z0-9+.-]*://\S+", re.IGNORECASE)


def tidy_external_id(text: str) -> str:
    """Return an external id as it is kept: a Wikidata QID as "Q42", whatever way it was given; else the text.

    Raises ValueError where it looks like a QID and is none.
    """
    value = " ".join(text.split())
    match = _QID.fullmatch(value)
    if match is None:
        return value
    number, rest = match.groups()
    if number and not number.startswith("0") and _BEHIND.fullmatch(rest):
        return f"Q{number}"
    if number or "wikidata" in value.casefold():
        raise ValueError(f"{value!r} is no Wikidata number: these are a Q and digits, as Q42")
    return value


def is_worldwide_id(external_id: str) -> bool:
    """Say whether a tidy external id means the same wherever it is met: a Wikidata number or an address."""
    return _WORLDWIDE.fullmatch(external_id) is not None
