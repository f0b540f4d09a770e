"""Where the words around an expression point."""

import pytest

from dateline.chronology.cues import Direction, direction

PAST, FUTURE, NONE = Direction.PAST, Direction.FUTURE, Direction.NONE


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("the minister said on ", ".", PAST),
        ("The president will visit Ankara on ", ".", FUTURE),
        ("he said he would travel to China on ", ".", FUTURE),
        ("The president said he'll step down in ", ".", FUTURE),
        ("The trial is set to begin on ", ".", FUTURE),
        ("The deal should be completed in ", ".", FUTURE),
        ("licences won't be renewed after ", ".", FUTURE),
        ("It has been held in ", ".", PAST),
        ("a meeting set for ", " between the two", FUTURE),
        ("closed until ", ".", FUTURE),
        ("at war since ", ".", PAST),
        ("the lowest close since ", "", PAST),
        ("a programme begun in ", ", is scheduled to end", PAST),
        ("On ", ", shares fell.", PAST),
        ("On ", ", he will leave.", FUTURE),
        ("The envoy on ", " will take part", FUTURE),
        ("The summit is on ", ".", FUTURE),
        ("Markets to remain closed from ", "", FUTURE),
        ("He opposed the ", " ruling", NONE),
        ("its ", " hearing", NONE),
        ("", "", NONE),
        ("He left Paris. The talks in ", "", NONE),
        ("Prices fell. In ", " of that kind", NONE),
        ("The U.S. will act in ", "", FUTURE),
    ],
)
def test_direction(left: str, right: str, expected: Direction) -> None:
    assert direction(left, right) is expected
