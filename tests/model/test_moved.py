"""An event told with two days: which of them is given up."""

import re

import pytest

from dateline.model.annotation import Layer, Mention
from dateline.model.moved import LikelyOld, Moved, are_one_list, given_up, likely_old, moved_between, moved_of, new_days
from dateline.model.moving import Move
from dateline.model.text import Span
from dateline.model.when import When, when_from_value

MONTHS = {"March": "03", "June": "06", "May": "05", "марта": "03", "Mart": "03", "наурыз": "03"}


def _day(value: str) -> When:
    when = when_from_value(value)
    assert when
    return when


def _times(text: str) -> list[tuple[Span, When]]:
    found = []
    for match in re.finditer(r"(\d+)(?: (March|June|May|марта|Mart|наурыз))?(?![0-9])", text):
        month = MONTHS[match[2] or "March"]
        found.append((Span(match.start(), match.end()), _day(f"2025-{month}-{int(match[1]):02}")))
    return found


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("The visit of X to Y, planned for 14 March, was postponed to 21 March.", "2025-03-14", "2025-03-21"),
        ("The visit, planned for 14 March, was postponed until 10 June.", "2025-03-14", "2025-06-10"),
        ("The visit was moved from 14 to 21 March.", "2025-03-14", "2025-03-21"),
        ("The visit was moved to 21 March from 14 March.", "2025-03-14", "2025-03-21"),
        ("The talks, set for 21 March, were brought forward to 14 March.", "2025-03-21", "2025-03-14"),
        ("Norway brought the summit forward from 21 March to 14 March.", "2025-03-21", "2025-03-14"),
        ("X postponed his visit planned for 14 March until 10 June.", "2025-03-14", "2025-06-10"),
        ("The visit on 14 March was put off until late 10 June.", "2025-03-14", "2025-06-10"),
        ("The visit will take place on 21 March instead of 14 March.", "2025-03-14", "2025-03-21"),
        ("The meeting, originally due on 14 March, will now be held on 21 March.", "2025-03-14", "2025-03-21"),
        ("The visit was planned for 14 March. It has been rescheduled for 21 March.", "2025-03-14", "2025-03-21"),
        ("Planned for 14 March, it was postponed on 3 March to 21 March.", "2025-03-14", "2025-03-21"),
        ("It was first put off from 14 March to 21 March and then to 10 June.", "2025-03-14", "2025-06-10"),
        ("Визит перенесли с 14 марта на 21 марта.", "2025-03-14", "2025-03-21"),
        ("Визит сдвинули с 14 марта на 21 марта.", "2025-03-14", "2025-03-21"),
        ("14 Mart'taki ziyaret 21 Mart'a ertelendi.", "2025-03-14", "2025-03-21"),
        ("14 Mart'ta yapılacak ziyaret 21 Mart'a ötelendi.", "2025-03-14", "2025-03-21"),
        ("14 наурыздағы сапар 21 наурызға кейінге шегерілді.", "2025-03-14", "2025-03-21"),
        ("The visit was deferred from 14 March to 21 March.", "2025-03-14", "2025-03-21"),
        (
            "The visit of X to Y, planned for 14 March, was postponed to 21 March, officials said.",
            "2025-03-14",
            "2025-03-21",
        ),
        ("The visit, planned for 14 March, was postponed to 21 March, said the ministry.", "2025-03-14", "2025-03-21"),
        (
            "The visit planned for 14 March had been pushed back to 21 March, the agency reported.",
            "2025-03-14",
            "2025-03-21",
        ),
        (
            "The ministry on 10 March announced that the visit planned for 14 March was postponed to 21 March.",
            "2025-03-14",
            "2025-03-21",
        ),
        (
            "The visit, which had been planned for 14 March, will take place on 21 March, officials said.",
            "2025-03-14",
            "2025-03-21",
        ),
        ("The visit was postponed to 21 March from the 14 March announced earlier.", "2025-03-14", "2025-03-21"),
        (
            "14 Mart'ta yapılması planlanan ziyareti 21 Mart'a ertelendi, yetkililer açıkladı.",
            "2025-03-14",
            "2025-03-21",
        ),
        (
            "In a letter of 2 March she said the visit planned for 14 March was postponed to 21 March.",
            "2025-03-14",
            "2025-03-21",
        ),
        ("Ziyareti 14 Mart'tan 21 Mart'a alındı.", "2025-03-14", "2025-03-21"),
        ("Ziyaret 14 Mart yerine 21 Mart'ta yapılacak.", "2025-03-14", "2025-03-21"),
        ("Запланированный на 14 марта визит перенесён на 21 марта, сообщили в МИД.", "2025-03-14", "2025-03-21"),
        ("Визит, назначенный на 14 марта, отложили до 21 марта.", "2025-03-14", "2025-03-21"),
        ("На 21 марта перенесён визит, запланированный на 14 марта.", "2025-03-14", "2025-03-21"),
        ("Перенесён на 21 марта визит, запланированный на 14 марта.", "2025-03-14", "2025-03-21"),
        ("Визит состоится 21 марта вместо 14 марта.", "2025-03-14", "2025-03-21"),
        (
            "14 наурызға жоспарланған сапары 21 наурызға шегерілді, деп хабарлады министрлік.",
            "2025-03-14",
            "2025-03-21",
        ),
        ("Сапар 14 наурыздан 21 наурызға ауыстырылды.", "2025-03-14", "2025-03-21"),
        ("Сапар 14 наурыздың орнына 21 наурызда өтеді.", "2025-03-14", "2025-03-21"),
    ],
)
def test_the_words_beside_the_days_say_which_is_given_up(text: str, old: str, new: str) -> None:
    assert moved_between(text, _times(text), None) == Moved(_day(old), _day(new))
    assert moved_between(text, _times(text)[::-1], None)


@pytest.mark.parametrize(
    "text",
    [
        "The talks will be held on 14 March and 21 March.",
        "The visit lasted from 14 March to 21 March.",
        "The visit planned for 14 March was postponed on 3 March.",
        "He came on 14 March. The summit of 21 March went well.",
        "The visit was postponed to 21 March.",
        "The talks are planned for 14 March and 21 March.",
        "It was postponed to 21 March, 21 March at the latest.",
        "Flights were suspended from 3 May to 7 May.",
        "On 3 May the hearing was suspended until 7 May.",
        "The plan of 3 May was shelved until 7 May.",
    ],
)
def test_two_days_need_not_be_an_old_and_a_new_one(text: str) -> None:
    assert moved_between(text, _times(text), None) is None


@pytest.mark.parametrize(
    "text",
    [
        "The visit on 14 March was not postponed to 21 March.",
        "The minister denied that the vote on 14 March had been moved to 21 March.",
        "It may be postponed to 21 March if talks on 14 March fail.",
        "On 10 March it was announced that the vote would be moved to 21 March.",
        "On 10 March, the ministry said the vote would be moved to 21 March.",
        "The ministry on 10 March said the vote would be moved to 21 March.",
        "Сапар 14 наурыздан 21 наурызға ауыстырылмайды.",
        "The visit, first announced on 2 March, will now take place on 21 March.",
        "Визит 14 марта не перенесли на 21 марта.",
        "14 Mart'taki ziyaret 21 Mart'a ertelenmedi.",
        "14 наурыздағы сапар 21 наурызға шегерілмейді.",
        "Сайлау 14 наурызда өтеді, 21 наурызға шегерілген жоқ.",
        "14 наурыздағы сайлау 21 наурызға шегерілмеген.",
        "14 наурыздағы сайлау 21 наурызға кейінге қалдырылмаған.",
        "14 наурыздағы сайлау 21 наурызға шегерілуі мүмкін.",
        "14 Mart'taki seçim 21 Mart'a ertelenmiyor.",
        "14 Mart'taki seçim 21 Mart'a ertelenmeyecek.",
        "14 Mart'taki seçim 21 Mart'a ertelenebilir.",
    ],
)
def test_what_is_denied_or_possible_moves_nothing_nor_does_the_day_of_telling(text: str) -> None:
    assert moved_between(text, _times(text), None) is None
    if len(_times(text)) == 2 and any(w in text for w in ("denied", "сайлау", "Сайлау", "seçim")):
        assert moved_between(text, _times(text), Move.PUT_OFF) is None


def test_the_day_to_which_it_was_not_moved_is_not_the_new_one() -> None:
    text = "The visit was moved from 14 March to 18 March, not to 25 March."
    moved = moved_between(text, _times(text), None)
    assert moved
    assert moved.new == _day("2025-03-18")


def test_where_the_words_beside_the_days_do_not_tell_what_is_done_does() -> None:
    text = "14 Mart'taki ziyaret 21 Mart'a alındı."
    one, other = (when for _, when in _times(text))
    assert moved_between(text, _times(text), Move.PUT_OFF) == Moved(one, other)
    assert moved_between(text, _times(text), Move.FORWARD) == Moved(other, one)
    assert moved_between(text, _times(text), Move.OFF) is None
    off = "The visit planned for 14 March was postponed on 3 March."
    assert moved_between(off, _times(off), Move.PUT_OFF) is None


@pytest.mark.parametrize(
    ("text", "words", "moved"),
    [
        ("Flights were suspended from 3 May to 7 May.", "suspended", False),
        ("Flights were suspended from 3 May to 7 May.", "Flights", False),
        ("On 3 May the hearing was suspended until 7 May.", "suspended", False),
        ("The plan of 3 May was shelved until 7 May.", "shelved", False),
        ("The visit was postponed from 3 May to 7 May.", "postponed", True),
    ],
)
def test_what_is_suspended_has_no_other_day_whatever_the_event_is(text: str, words: str, *, moved: bool) -> None:
    begin = text.index(words)
    event = Mention("e", "a", "w", Layer.EVENT, "ACT", (Span(begin, begin + len(words)),))
    assert (moved_of(text, event, _times(text)) is not None) is moved


@pytest.mark.parametrize(
    ("text", "old", "is_moved"),
    [
        ("The visit was due on 14 March, but it was decided to postpone it; 21 March is the day.", 0, True),
        ("It was decided to postpone the visit: 21 March is the day, it was due on 14 March.", 1, True),
        ("They talked of 14 March and 21 March before bringing the visit forward.", 1, True),
        ("Говорят о 14 марта и 21 марта: визит перенесли.", 0, True),
        ("The visit is planned for 21 March, they met on 14 March.", 0, False),
        ("They met on 14 March and 21 March.", None, False),
        ("They did not postpone the visit: 14 March, 21 March.", None, False),
        ("14 наурыз, сапар 21 наурызға шегерілмейді.", None, False),
    ],
)
def test_the_likelier_of_two_days_to_be_given_up(text: str, old: int | None, *, is_moved: bool) -> None:
    one, other = _times(text)
    expected = None if old is None else LikelyOld((one, other)[old][0], is_moved)
    assert likely_old(text, one, other) == likely_old(text, other, one) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The talks had been planned for 14 and 16 March.",
        "The talks were originally set for 14 March and 16 March.",
        "The talks, initially planned for 14, 15 and 16 March, were welcomed.",
        "The talks had been scheduled for 14 or 16 March.",
        "The talks were postponed to 21 and 23 March.",
        "Görüşmeler 21 ve 23 Mart'a ertelendi.",
        "Келіссөздер 21 және 23 наурыз күндеріне шегерілді.",
        "Переговоры перенесены на 21 и 23 марта.",
    ],
)
def test_days_of_one_list_are_no_old_and_new_day(text: str) -> None:
    for move in (None, Move.PUT_OFF, Move.FORWARD):
        assert moved_between(text, _times(text), move) is None


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("The talks planned for 14 and 16 March were postponed to 21 March.", "2025-03-14", "2025-03-21"),
        ("The talks planned for 14 March were postponed to 21 and 23 March.", "2025-03-14", "2025-03-21"),
        ("The talks were moved from 14 and 16 March to 21 and 23 March.", "2025-03-14", "2025-03-21"),
        ("Görüşmeler 14 ve 16 Mart'tan 21 Mart'a ertelendi.", "2025-03-14", "2025-03-21"),
        ("Переговоры, намеченные на 14 и 16 марта, перенесены на 21 марта.", "2025-03-14", "2025-03-21"),
    ],
)
def test_days_of_one_list_are_moved_together(text: str, old: str, new: str) -> None:
    assert moved_between(text, _times(text), None) == Moved(_day(old), _day(new))


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("The vote was postponed from 14 March, and 16 March is now the day.", "2025-03-14", "2025-03-16"),
        ("The summit was moved to 21 March and 14 March was dropped.", "2025-03-14", "2025-03-21"),
        ("They moved the summit to 21 March and 14 March was dropped.", "2025-03-14", "2025-03-21"),
        ("It was postponed from 14 March and on 21 March leaders met.", "2025-03-14", "2025-03-21"),
        ("Визит перенесли с 14 марта, и 21 марта он состоится.", "2025-03-14", "2025-03-21"),
        ("Визит перенесли на 21 марта, и 14 марта отпало.", "2025-03-14", "2025-03-21"),
        ("Визит перенесён на 21 марта и 14 марта отменено.", "2025-03-14", "2025-03-21"),
        ("Görüşme 21 Mart'a ertelendi ve 14 Mart iptal edildi.", "2025-03-14", "2025-03-21"),
        ("Сапар 21 наурызға шегерілді және 14 наурыз күні болмайды.", "2025-03-14", "2025-03-21"),
    ],
)
def test_and_between_clauses_makes_no_list_of_their_days(text: str, old: str, new: str) -> None:
    assert moved_between(text, _times(text), None) == Moved(_day(old), _day(new))
    spans = [span for span, _ in _times(text)]
    assert not are_one_list(text, spans)
    assert len(new_days(text, spans)) < 2


def test_a_list_of_new_days_is_given_up_in_no_part() -> None:
    text = "The talks planned for 14 and 16 March were postponed to 21 and 23 March."
    spans = [span for span, _ in _times(text)]
    assert given_up(text, spans, moved=True) == spans[:2]


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("The talks are planned for 14 and 16 March.", True),
        ("The talks are planned for 14, 15 and 16 March.", True),
        ("Переговоры пройдут 14 и 16 марта.", True),
        ("Görüşmeler 14 ve 16 Mart tarihlerinde yapılacak.", True),
        ("The talks are planned for 14 or 16 March.", False),
        ("The talks are planned for 14 March, the signing for 16 March.", False),
        ("The talks are planned for 14 March.", False),
    ],
)
def test_days_of_one_list_are_all_its_own(text: str, *, listed: bool) -> None:
    assert are_one_list(text, [span for span, _ in _times(text)]) is listed
