"""What an event's words do with a plan."""

import pytest

from dateline.model.moving import Move, Moving, moving_of
from dateline.model.text import Span

PUT_OFF, FORWARD, OFF = (Moving(move) for move in Move)
OWN = Moving(Move.PUT_OFF, own=True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orhan has postponed his [visit] to Lima, which had been planned for Thursday.", PUT_OFF),
        ("The [visit], planned for Thursday, has been put off.", PUT_OFF),
        ("Orhan put his [visit] to Lima off until May.", PUT_OFF),
        ("The [talks] were brought forward to Monday.", FORWARD),
        ("Lima called the [talks] off.", OFF),
        ("The [summit] was cancelled on Monday.", OFF),
        ("Встреча отложена: [визит] отложен на май.", PUT_OFF),
        ("Bakan [ziyaret]ini erteledi.", PUT_OFF),
        ("Orhan [postponed] his visit.", OWN),
        ("The postponed [visit] will begin on May 8.", None),
        ("Orhan did not postpone his [visit].", None),
        ("Orhan will [visit] Lima on Thursday.", None),
        ("He will [travel] to Lima in May, after a delayed flight.", None),
        ("The trade talks were cancelled, but the [visit] will go ahead.", None),
        ("Trade talks were cancelled and will resume; the [visit] goes ahead.", None),
        ("The talks were cancelled. The [visit] goes ahead.", None),
    ],
)
def test_words_near_an_event_move_it(text: str, expected: Moving | None) -> None:
    begin, end = text.index("["), text.index("]") - 1
    plain = text.replace("[", "").replace("]", "")
    assert moving_of(plain, Span(begin, end), plain[begin:end], "CONSULT") == expected


def test_an_event_of_turning_down_is_such_an_act_whatever_its_words() -> None:
    text = "Lima declined, and talks were postponed."
    assert moving_of(text, Span(5, 13), "declined", "REJECT") == Moving(Move.OFF, own=True)
    text = "Lima said no to the visit being delayed."
    assert moving_of(text, Span(10, 12), "no", "Reject") == OWN
