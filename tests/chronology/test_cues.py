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
        # the present tells of what is arranged …
        ("The bishop celebrates Mass on ", " in the cathedral.", FUTURE),
        ("The king visits the flooded valley on ", ", his office said.", FUTURE),
        ("The company reports earnings ", ".", FUTURE),
        ("The suspect, 34, appears in court on ", ".", FUTURE),
        ("The club play at home on ", ".", FUTURE),
        ("The side, unbeaten this year, face the leaders on ", ".", FUTURE),
        ("Leaders of the bloc meet ", " in Rome.", FUTURE),
        ("The film is released on ", ".", FUTURE),
        ("The trial continues on ", ".", FUTURE),
        ("The singer turns 80 on ", ".", FUTURE),
        # … not of what came about, as headlines have it, and its verbs are nouns elsewhere
        ("Storm leaves 12 dead on ", "", NONE),
        ("House votes to cut aid ", "", PAST),
        ("Market closes higher ", " on rate hopes", NONE),
        ("The agency reports nine deaths on ", "", NONE),
        ("The envoy's visits on ", " were short.", PAST),
        ("After visits to Rome on ", ", the envoy returned.", PAST),
        ("He is accused of theft on ", ".", PAST),
        ("The crisis continues on ", ".", NONE),
        # a deadline lies ahead, what was done by then behind
        ("The rebels agreed to leave by ", ".", FUTURE),
        ("Rescuers had found 40 bodies by ", ".", PAST),
        ("The two sides failed to agree by ", ".", PAST),
        ("They will wait until at least ", ".", FUTURE),
        ("The game, originally planned for ", ", was called off.", NONE),
        # when it was put off, and to when
        ("The visit had been postponed in ", " because of floods.", PAST),
        ("The visit has been rescheduled for ", ".", FUTURE),
        ("Adjourned on ", ", the trial will resume in May.", PAST),
        # what was promised comes after the promise, unless the day goes with the promise
        ("He promised to visit Ankara in ", ".", FUTURE),
        ("He promised in ", " to visit Ankara.", PAST),
        ("They agreed last week to meet in ", ".", FUTURE),
        ("The envoy announced a plan to return in ", ".", FUTURE),
        ("The general vowed to fight on, on ", ".", PAST),
        ("Lawmakers voted to cut aid in ", ".", PAST),
        ("He agreed to terms with the club in ", ".", PAST),
        ("He had promised to come in ", " but never came.", PAST),
        ("She hopes to be back in ", ".", FUTURE),
        # what was planned lies ahead of its being called off, and behind what came of it
        ("He has put off his trip, which had been planned for ", ", his office said.", FUTURE),
        ("A meeting that had been due on ", " has been called off.", FUTURE),
        ("The vote, which had been due on ", ", took two hours.", PAST),
        ("The bridge was scheduled to open on ", " but opened a day late.", PAST),
    ],
)
def test_direction(left: str, right: str, expected: Direction) -> None:
    assert direction(left, right) is expected
