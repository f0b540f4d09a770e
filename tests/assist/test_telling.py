"""The day on which something was said is not the day on which it takes place."""

import pytest

from dateline.assist.telling import is_another_time
from dateline.model.text import Span


def _told(marked: str) -> bool:
    """Ask about the <time> and the {event} of a sentence."""
    plain = "".join(c for c in marked if c not in "<>{}")

    def span(opening: str, closing: str) -> Span:
        marks = [i for i, c in enumerate(marked) if c in "<>{}"]
        begin, end = marked.index(opening), marked.index(closing)
        return Span(begin - sum(m < begin for m in marks), end - sum(m < end for m in marks))

    return is_another_time(plain, Span(0, len(plain)), span("<", ">"), span("{", "}"))


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister said on <Thursday> that her {visit} will be on April 10.",
        "The ministry announced on <Monday> a {visit} next week.",
        "On <Tuesday>, the palace confirmed that the {summit} will open in May.",
        "The {talks}, announced <last month>, begin on Friday.",
        "The spokesman said <Wednesday> the {meeting} took place on Sunday.",
        "She told reporters on <Thursday> she would {meet} her counterpart.",
        "In an interview published on <Saturday>, he recalled his {visit} in 1994.",
        "The ministry on <Wednesday> said the {talks} would resume.",
        "They {signed} the deal, the agency reported on <Monday>.",
        "The minister said on <Thursday> in the capital that the {talks} had failed.",
        "The {signing} was put off from <Monday> to Thursday.",
        "A statement issued on <Monday> said the {talks} were useful.",
    ],
)
def test_the_day_of_an_announcement_is_not_the_events(sentence: str) -> None:
    assert _told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister said that her {visit} will be on <April 10>.",
        "The minister {met} envoys on <Tuesday>, the ministry said.",
        "On <Monday>, police said, rebels {attacked} a convoy.",
        "The ministry {announced} on <Monday> that it would close.",  # the saying is the event
        "The minister announced the {talks} on <Monday>.",
        "The minister said on <Thursday> at a news {conference} that all was well.",
        "She said <Thursday> after {talks} with the president.",
        "The president said <Thursday>'s {talks} had failed.",
        "The {signing} was put off from Monday to <Thursday>.",
        "The ship {sank} on <Monday>, officials said.",
        "Rebels attacked on <Monday> and officials said the {truce} was over.",
    ],
)
def test_what_takes_place_keeps_its_day(sentence: str) -> None:
    assert not _told(sentence)


@pytest.mark.parametrize(
    ("sentence", "another"),
    [
        ("The {visit} planned for <12 May> was postponed on 3 May.", False),
        ("The visit planned for <12 May> was {postponed} on 3 May.", True),
        ("The {visit} planned for 12 May was postponed on <3 May>.", True),
        ("The visit planned for 12 May was {postponed} on <3 May>.", False),
        ("On <3 May> Oslo {cancelled} the visit planned for 12 May.", False),
        ("On 3 May Oslo {cancelled} the visit planned for <12 May>.", True),
        ("On 3 May Oslo cancelled the {visit} planned for <12 May>.", False),
        ("The {talks}, due to begin on <Monday>, were called off on Friday.", False),
        ("The talks, due to begin on <Monday>, were {called off} on Friday.", True),
        ("The {talks} were called off on <Friday>.", True),
        ("The {talks} were put off to <Friday>.", False),
        ("The talks were {put off} to <Friday>.", True),
        ("Oslo will {postpone} the visit of the minister until <June>.", True),
        ("Oslo will postpone the {visit} of the minister until <June>.", False),
        ("Oslo postponed <Thursday>'s {talks}.", False),
        ("The two {met} as planned on <Monday>.", False),
    ],
)
def test_what_is_put_off_has_its_day_and_putting_it_off_another(sentence: str, another: bool) -> None:
    assert _told(sentence) is another


@pytest.mark.parametrize(
    ("sentence", "another"),
    [
        ("Koval is due on <Thursday> to {visit} Oslo.", False),
        ("Koval is scheduled on <Friday> to {meet} Petrov.", False),
        ("Oslo is expected in <May> to {host} the ministers.", False),
        ("Koval is due on <Monday> to hold {talks} with Petrov.", False),
        ("Koval is due on <Monday> in New York to hold two days of {talks}.", False),
        ("The ministers are expected in <June> for a {summit}.", False),
        ("At a summit planned for <12 May>, Koval will {meet} Petrov.", False),
        ("Ahead of a summit planned for <12 May>, Koval will {meet} Petrov.", True),
        ("At a summit planned for <12 May>, Koval is to speak of the {war}.", True),
        ("The envoy is due on <Monday> to discuss the {attack}.", True),
        ("The envoy is expected in <May> to sign a deal on the {war}.", True),
        ("A vote due on <Monday> and the {talks} are linked.", True),
        ("The summit planned for <12 May> followed the {attack}.", True),
    ],
)
def test_what_somebody_is_due_to_do_has_the_day_it_is_due(sentence: str, another: bool) -> None:
    assert _told(sentence) is another
