"""Values built unchecked are the same values."""

from dataclasses import FrozenInstanceError, fields

import pytest

from dateline.model.annotation import Argument, Layer, Mention
from dateline.model.text import Span
from dateline.model.trusted import trusted

MENTION = Mention("m", "a", "w", Layer.ENTITY, "PERSON", (Span(1, 3), Span(5, 6)), {"x": "y"}, "e", None)


@pytest.mark.parametrize("value", [Span(3, 9), MENTION, Argument("a", "e", "Agent", "m")])
def test_a_trusted_value_is_the_value(value):
    values = [getattr(value, f.name) for f in fields(value)]
    made = trusted(type(value))(*values)
    assert made == value
    assert type(made) is type(value)
    assert repr(made) == repr(value)
    with pytest.raises(FrozenInstanceError):
        setattr(made, fields(value)[0].name, "other")


def test_a_trusted_span_hashes_and_sorts_like_any():
    span = trusted(Span)(1, 2)
    assert hash(span) == hash(Span(1, 2))
    assert sorted([Span(2, 3), span])[0] is span
