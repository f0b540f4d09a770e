"""What a headline is, and which look ahead."""

import pytest

from dateline.chronology.headlines import is_headline, looks_ahead


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Senate to Vote on Bill ", True),
        ("PRESIDENT TO ADDRESS NATION ", True),
        ("It was over.\nLondon to Host Summit Talks ", True),
        ("Scotland to Vote in ", True),
        ("Senate Votes to Extend Aid to Farms ", False),
        ("Decision to Close Embassy in ", False),
        ("Failure to Pay Workers in ", False),
        ("Plan to Visit Moscow in ", False),
        ("Move to Cut Rates in ", False),
        ("Right to Vote in ", False),
        ("Woman First to Fly Solo in ", False),
        ("Road to Open Trade With China Blocked in ", False),
        ("Ready to Talk, Kim Told Moon in ", False),
        ("Pope Flies to Rome After Visit ", False),
        ("The senate is to vote on the bill ", False),
    ],
)
def test_looks_ahead(line: str, *, expected: bool) -> None:
    assert looks_ahead(line, "") is expected


def test_what_was_told_of_does_not_lie_ahead() -> None:
    assert looks_ahead("Bank to Cut Rates in ", ", Minutes Show")
    assert not looks_ahead("Bank to Cut Rates in ", ", Minutes Showed")
    assert not looks_ahead("Minister: Bank to Close Branch in ", " Failed")


def test_a_line_with_a_full_stop_is_none() -> None:
    assert is_headline("Today", "Ministers Meet ", " In Rome")
    assert not is_headline("Today", "Ministers Meet ", " In Rome.")
    assert not is_headline("today", "Ministers of the two countries meet ", " in Rome")
