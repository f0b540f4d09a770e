"""Temporal relations between events: which labels are such, and when two dates cannot both be with one.

Labels are those of TimeML's TLINK and of the schemas that ship; a schema's own label counts by its name, whatever
its case and whether its words are joined by "_", "-" or a space.
"""

from enum import StrEnum

from dateline.model.when import When, overlaps


class Order(StrEnum):
    """What a relation says of the order of its source and its target."""

    BEFORE = "before"
    AFTER = "after"
    TOGETHER = "together"  # they share some time: included, overlapping, simultaneous


_BEFORE = "before ibefore precedes immediately_before just_before"
_AFTER = "after iafter follows immediately_after just_after"
_TOGETHER = (
    "includes is_included included_in contains within during during_inv simultaneous same_time identity overlaps "
    "overlap overlapped_by begins begun_by starts started_by ends ended_by finishes finished_by subevent_of "
    "has_subevent part_of_event equals"
)
_ORDERS = {
    name: order
    for order, names in ((Order.BEFORE, _BEFORE), (Order.AFTER, _AFTER), (Order.TOGETHER, _TOGETHER))
    for name in names.split()
}


def order_of(label: str) -> Order | None:
    """Return what a relation's label says of time, None where it says nothing of it."""
    return _ORDERS.get(label.strip().casefold().replace("-", "_").replace(" ", "_"))


def contradicts(order: Order, source: When, target: When) -> bool:
    """Say whether two dates rule a relation out, whatever is left open by how exact they are.

    On one day either may come first; in overlapping stretches either may lie in the other.
    """
    if order is Order.TOGETHER:
        return not overlaps(source, target)
    first, second = (source, target) if order is Order.BEFORE else (target, source)
    return first.begin is not None and second.end is not None and first.begin >= second.end
