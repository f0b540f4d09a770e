"""What an event's words do with a plan."""

import pytest

from dateline.model.moving import Move, Moving, moving_of
from dateline.model.text import Span

PUT_OFF, FORWARD, OFF = (Moving(move) for move in Move)
OWN = Moving(Move.PUT_OFF, own=True)


def told(marked: str, *, already: bool = False) -> Moving | None:
    """Return what is done with the [event] of a text."""
    begin, end = marked.index("["), marked.index("]") - 1
    plain = marked.replace("[", "").replace("]", "")
    return moving_of(plain, Span(begin, end), plain[begin:end], "CONSULT", already=already)


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
        ("[Визит], запланированный на 14 марта, был перенесён на 21 марта.", PUT_OFF),
        ("[Визит], который был намечен на 14 марта, отложили.", PUT_OFF),
        ("[Визит], который завершился 14 марта, сорвал переговоры, их отложили.", None),
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
    assert told(text) == expected


def test_an_event_of_turning_down_is_such_an_act_whatever_its_words() -> None:
    text = "Lima declined, and talks were postponed."
    assert moving_of(text, Span(5, 13), "declined", "REJECT") == Moving(Move.OFF, own=True)
    text = "Lima said no to the visit being delayed."
    assert moving_of(text, Span(10, 12), "no", "Reject") == OWN


@pytest.mark.parametrize(
    "text",
    [
        "The [visit] was postponed until 20 June.",
        "The [visit] to Rome, planned for 14 May, was put off.",
        "The [talks] between Koval and Petrov have been delayed.",
        "The [summit] will be rescheduled.",
        "The [summit], which was delayed, is on 20 June.",
        "The [summit] moved to June.",
        "Koval postponed his planned [visit] to Rome.",
        "Koval cancelled on Friday a [visit] to Rome.",
        "A delay in the [talks] was announced.",
        "Koval put off plans to [meet] Petrov.",
        "Koval [postponed] his trip.",
        "The postponed [visit] begins on May 8.",
        "[Визит] перенесён на 20 сентября.",
        "Коваль отложил [визит] в Рим.",
        "Коваль сообщил о переносе [визита].",
        "[Ziyaret] ertelendi.",
        "Ertelenen [zirve] 20 Haziran'da.",
        "[Кездесу] кейінге шегерілді.",
    ],
)
def test_what_was_done_already_is_said_of_the_event(text: str) -> None:
    assert told(text, already=True)


@pytest.mark.parametrize(
    "text",
    [
        "Koval will [meet] Petrov again on 20 June to discuss the cancelled pipeline.",
        "Koval will [meet] Petrov again on 20 June after a delay in the budget talks.",
        "Koval, a suspended minister, will [meet] Petrov again on 20 June.",
        "The [meeting] of Koval with the suspended minister is on 20 June.",
        "Koval plans a [visit] after the debate was postponed.",
        "Koval cancelled a debate before his [visit].",
        "The [visit] of Koval follows a delay in the budget talks.",
        "The [talks] are on 20 June, and the debate was cancelled.",
        "Коваль [встретится] с Петровым, чтобы обсудить отложенный проект.",
        "Koval, ertelenen bütçeden sonra Petrov ile [görüşecek].",
    ],
)
def test_what_is_moved_is_something_else(text: str) -> None:
    assert told(text, already=True) is None
