"""Which labels order events, and which dates rule such an order out."""

import tomllib

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dateline.assets import resources
from dateline.model.annotation import Layer
from dateline.model.schema import schema_from_toml
from dateline.model.temporal import Order, contradicts, order_of
from dateline.model.when import Granularity, When, from_iso


def when(begin: str | None, end: str | None) -> When:
    return When(begin and from_iso(begin), end and from_iso(end), Granularity.DAY)  # type: ignore[arg-type]


MONDAY, TUESDAY = when("2018-04-16", "2018-04-17"), when("2018-04-17", "2018-04-18")
WEEK = when("2018-04-16", "2018-04-23")
SINCE, UNTIL = when("2018-04-17", None), when(None, "2018-04-17")


@pytest.mark.parametrize(
    ("order", "source", "target", "expected"),
    [
        (Order.BEFORE, MONDAY, TUESDAY, False),
        (Order.BEFORE, TUESDAY, MONDAY, True),
        (Order.BEFORE, MONDAY, MONDAY, False),
        (Order.BEFORE, TUESDAY, WEEK, False),
        (Order.BEFORE, SINCE, MONDAY, True),
        (Order.BEFORE, UNTIL, MONDAY, False),
        (Order.AFTER, MONDAY, TUESDAY, True),
        (Order.AFTER, TUESDAY, MONDAY, False),
        (Order.AFTER, MONDAY, SINCE, True),
        (Order.TOGETHER, MONDAY, TUESDAY, True),
        (Order.TOGETHER, MONDAY, WEEK, False),
        (Order.TOGETHER, UNTIL, SINCE, True),
        (Order.TOGETHER, SINCE, WEEK, False),
    ],
)
def test_contradicts(order: Order, source: When, target: When, expected: bool) -> None:
    assert contradicts(order, source, target) is expected


@pytest.mark.parametrize(
    ("label", "order"),
    [
        ("BEFORE", Order.BEFORE), ("IAFTER", Order.AFTER),
        ("Is Included", Order.TOGETHER), ("ended-by", Order.TOGETHER),
        ("SUBEVENT_OF", Order.TOGETHER), ("HOLDS", None), ("PART_OF", None), ("", None),
    ],
)  # fmt: skip
def test_order_of(label: str, order: Order | None) -> None:
    assert order_of(label) is order


def test_every_tlink_of_the_timeml_schema_is_known() -> None:
    schema = schema_from_toml(tomllib.loads(resources("schemas", "timeml.toml").read_text("utf-8")), "timeml")
    tlinks = [t for t in schema.layer(Layer.RELATION) if t.description.startswith("TLINK")]
    assert len(tlinks) == 14
    assert all(order_of(t.name) for t in tlinks)


moments = st.integers(-(10**10), 10**10)
dates = st.one_of(
    st.tuples(moments, st.integers(1, 10**8)).map(lambda t: When(t[0], t[0] + t[1], Granularity.SECOND)),
    moments.map(lambda t: When(t, None, Granularity.SECOND)),
    moments.map(lambda t: When(None, t, Granularity.SECOND)),
)


@given(dates, dates)
def test_before_and_after_mirror_each_other_and_nothing_contradicts_itself(a: When, b: When) -> None:
    assert contradicts(Order.BEFORE, a, b) == contradicts(Order.AFTER, b, a)
    assert contradicts(Order.TOGETHER, a, b) == contradicts(Order.TOGETHER, b, a)
    assert not any(contradicts(order, a, a) for order in Order)


@given(dates, dates)
def test_two_dates_always_leave_some_order_open(a: When, b: When) -> None:
    assert not all(contradicts(order, a, b) for order in Order)


@given(st.lists(st.tuples(moments, st.integers(1, 10**6)), min_size=2, max_size=2))
def test_what_really_was_in_order_is_never_a_contradiction(real: list[tuple[int, int]]) -> None:
    """Any widening of true moments still allows the true order."""
    (a, slack_a), (b, slack_b) = real
    assume(a < b)
    one, other = When(a - slack_a, a + slack_a, Granularity.SECOND), When(b - slack_b, b + slack_b, Granularity.SECOND)
    assert not contradicts(Order.BEFORE, one, other)
    assert not contradicts(Order.AFTER, other, one)
