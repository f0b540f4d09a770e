"""What a headline is, and which look ahead."""

import pytest

from dateline.chronology.headlines import is_headline, looks_ahead


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Senate to Vote on Bill ", True),
        ("PRESIDENT TO ADDRESS NATION ", True),
        ("It was over.\nLondon to Host Summit Talks ", True),
        ("Senate Votes to Extend Aid to Farms ", False),
        ("Pope Flies to Rome After Visit ", False),
        ("The senate is to vote on the bill ", False),
    ],
)
def test_looks_ahead(line: str, *, expected: bool) -> None:
    assert looks_ahead(line, "") is expected


def test_a_line_with_a_full_stop_is_none() -> None:
    assert is_headline("Today", "Ministers Meet ", " In Rome")
    assert not is_headline("Today", "Ministers Meet ", " In Rome.")
    assert not is_headline("today", "Ministers of the two countries meet ", " in Rome")
