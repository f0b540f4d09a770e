"""Temporal relations between marks: before, after, at the same time. Free of Qt and numpy."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from msgspec import Struct

from dateline.model.annotation import Relation
from dateline.model.schema import Schema
from dateline.model.temporal import Order, contradicts, order_of
from dateline.model.when import When


class Link(Struct, frozen=True):
    """What a text says of the order of two marks; `label` is the relation's."""

    source: str
    target: str
    label: str
    order: Order

    def other(self, mark_id: str) -> str:
        """Return the other mark."""
        return self.target if mark_id == self.source else self.source


class Tie(Struct, frozen=True):
    """A link that is drawn: its marks' indices, the one said to be earlier first; `broken` if the dates exclude it."""

    link: Link
    first: int
    second: int
    broken: bool


def links_from(relations: Iterable[Relation], mark_of: Mapping[str, str]) -> list[Link]:
    """Return the temporal ones of some relations between events, once each; `mark_of` an event is its mark."""
    found = {}
    for relation in relations:
        order = order_of(relation.label)
        ends = mark_of.get(relation.source_id), mark_of.get(relation.target_id)
        if order and ends[0] and ends[1] and ends[0] != ends[1]:
            found[*ends, relation.label] = Link(ends[0], ends[1], relation.label, order)
    return list(found.values())


def broken(link: Link, mark_id: str, when: When, other: When | None) -> bool:
    """Say whether a link cannot be if one of its marks has the date `when` and the other one `other`."""
    if other is None:
        return False
    ends = (when, other) if mark_id == link.source else (other, when)
    return contradicts(link.order, *ends)


def orders_of(
    links: Iterable[Link], mark_id: str, when: When | None, mark_of: Callable[[str], tuple[str, When | None] | None]
) -> Iterator[tuple[Link, str, bool]]:
    """Yield the links of a mark dated `when`, with the other mark's title and whether their dates exclude it.

    `mark_of` returns a mark's title and date by its id, None for one that is gone.
    """
    for link in links:
        if mark_id in (link.source, link.target):
            other = mark_of(link.other(mark_id))
            if other is not None:
                yield link, other[0], when is not None and broken(link, mark_id, when, other[1])


def told_order(link: Link, mark_id: str, other: str, schema: Schema) -> str:
    """Return a link as words, seen from one of its marks: "before “Talks”", or "“Talks” before"."""
    known = schema.by_name.get(link.label)
    words = known.shown if known else link.label
    return f"{words} “{other}”" if mark_id == link.source else f"“{other}” {words}"
