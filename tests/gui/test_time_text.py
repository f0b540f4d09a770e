"""Dates in words, for narrow places."""

import pytest

from dateline.gui.time_text import short_value


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("2018-04-19", "2018-04-19"),
        ("2018-W17", "2018-W17"),
        ("199", "1990s"),
        ("198/199", "1980s–1990s"),
        ("BC05", "6th century BC"),
        ("BC0044-03-15", "15 Mar 44 BC"),
        ("P3D", "P3D"),
        ("PRESENT_REF", "PRESENT_REF"),
        ("", ""),
    ],
)
def test_a_value_that_is_no_year_to_the_eye_is_shown_in_words(value: str, shown: str) -> None:
    assert short_value(value) == shown
