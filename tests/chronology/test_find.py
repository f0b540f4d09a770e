"""Time expressions found in running text, with spans to the character."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.chronology import find, find_over, resolve
from dateline.chronology.resolver import NEEDS_DATE

PUBLISHED = "2018-04-19"


def _found(text: str, published: str = PUBLISHED, language: str = "") -> list[tuple[str, str]]:
    return [(f.span.of(text), f.reading.value) for f in find(text, published, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister said on Thursday.", [("Thursday", "2018-04-19")]),
        ("Talks will be held between May 14 and 15 in Astana.", [("May 14 and 15", "2018-05-14/2018-05-15")]),
        ("The visit is on Oct. 12-13, officials said.", [("Oct. 12-13", "2018-10-12/2018-10-13")]),
        ("At war since 2011, the country split.", [("2011", "2011")]),
        ("He left in March. She stayed.", [("March", "2018-03")]),
        ("The coup of July 15, 2016, failed.", [("July 15, 2016", "2016-07-15")]),
        ("They met on Monday (16 April).", [("Monday (16 April)", "2018-04-16")]),
        ("Later on Friday, he will be received.", [("Later on Friday", "2018-04-20")]),
        ("Trade may reach $10 billion by the end of next year.", [("the end of next year", "2019")]),
        ("It struck at 5:04 p.m. Tuesday.", [("5:04 p.m. Tuesday", "2018-04-17T17:04")]),
        ("Elections are due next June, after 70 years.", [("next June", "2018-06"), ("70 years", "P70Y")]),
        ("He was head of the firm from 1999 to 2003.", [("1999 to 2003", "1999/2003")]),
        ("Monday's session fell.", [("Monday", "2018-04-16")]),
        ("Prices doubled in the 1980's.", [("the 1980's", "198")]),
        ("The 45-year-old driver died.", [("45-year-old", "P45Y")]),
        ("The pact could last six months.", [("six months", "P6M")]),
        (
            "Now a new\u00a0era begins; on\u00a0May\u00a014 he left.",
            [("Now", "PRESENT_REF"), ("May\u00a014", "2018-05-14")],
        ),
        ("He won 🏆 on Monday.", [("Monday", "2018-04-16")]),
        ("Rain fell daily for two weeks.", [("daily", "P1D"), ("two weeks", "P2W")]),
        ("Within two days of the vote", [("two days", "P2D")]),
    ],
)
def test_finds(text: str, expected: list[tuple[str, str]]) -> None:
    assert _found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "We may march in the sun; he sat and wed.",
        "The second man was quick, the first was not.",
        "About 2,000 people and 1500 workers came; it cost $2018.",
        "This was the 30th anniversary of the 12th session.",
        "He scored 3.14 points, or 7/8 of them.",
        "A quarter of the seats; half a loaf; one more time.",
        "The vote was 10 to 6, and ten to one he wins; bread costs 16.20 there.",
        "Flight TK1978 and the No. 2001 bus, room 1984-B.",
        "He lives on the 15th floor; on the 18th he made a birdie at the last hole; it is the 3rd of ten.",
        "The plan of 2023/25 is a ratio of 2000/50.",
        "",
        "\n\n",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Theresa May arrived in Rome. Mrs. May's plan failed; May said so.", []),
        ("April Ryan, June Carter and August Wilson met Jan Fischer.", []),
        ("Protesters March for Life; the Women's March; the March on Rome.", []),
        ("In April Ryan left; China May exports rose; May was hot.", ["April", "May", "May"]),
        ("A prayer was said for April Ryan; he read a song by August Darnell.", []),
        ("The memoir of May Sarton is with June Tabor.", []),
        ("The Million Man March changed him. A film about the Salt March won the prize.", []),
        ("The Women's March filled the square; the Long March is taught in schools.", []),
        ("The Brussels March summit failed. Prices from March to April Russia said.", ["March", "March to April"]),
        ("Exports for May China said rose; the Jarrow March is a legend.", ["May"]),
        ("By May Greece must pay, and sales for May, Athens said, fell.", ["May", "May"]),
        ("The June Paris summit is on May 3 and in June.", ["June", "May 3", "June"]),
        ("Prices in March for Russian oil fell. Late in May Macron said no.", ["March", "Late in May"]),
        ("He left on Monday. April Friday 13 is the day.", ["Monday", "April", "Friday"]),
        ("The House of May fell; beware the Ides of March, said the Queen of May.", []),
        ("The congress of March 2018; the end of May is near.", ["March 2018", "the end of May"]),
        ("Augusta April sang; Brian May played; Prime Minister May left; her friend Ellis August died.", []),
        ("In Russia April was cold; Tesla April sales rose.", ["April", "April"]),
        ("Her daughter June is ten, her sister April said; Aunt May and Auntie June baked.", []),
        ("His wife, June, died in April. His mother June 3 was told.", ["April", "June 3"]),
        ("Cyclone June hit the coast; Hurricane April weakened; Mr. Monday, Ms Friday and Rabbi Sunday spoke.", []),
        ("The Sun said so; Sat Nav is on; Mon ami, Wed in white.", []),
        ("Sun 3 May; Sat. and Sun; on Mon, Fri 10:00.", ["Sun 3 May", "Sat. and Sun", "Mon", "Fri 10:00"]),
        ("The Sunday Times, the Daily Mail and The Evening Standard reported on Monday.", ["Monday"]),
        (
            "The Sunday World Cup final and Monday Business leaders; daily News; On Sun he left.",
            ["Sunday", "Monday", "daily", "Sun"],
        ),
        ("The Good Friday Agreement; Good Friday is near.", ["Good Friday"]),
        (
            "In May Berg said so; March saw prices rise; May saw a vote; April has been cold.",
            ["May", "March", "May", "April"],
        ),
        ("Bloody Sunday was told of; the Girl Friday and Man Friday sang.", []),
        ("It was a mid night; May Day is near.", ["May Day"]),
        ("March Madness begins; Frederic March acted; her friend June sang; Operation May ended.", []),
        ("Mar del Plata; Dec Donnelly; in Dec Berlin froze; Dec 2016, Jan sales rose.", ["Dec", "Dec 2016", "Jan"]),
        ("The Saturday Night Live host sang on Saturday night.", ["Saturday night"]),
        ("In May, June and July he was ill.", ["May, June and July"]),
    ],
)
def test_months_that_are_names_are_no_dates(text: str, expected: list[str]) -> None:
    assert [words for words, _ in _found(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kasım Cömert Tokayev Ankara'da konuştu, Bakan Mayıs Yılmaz ile görüştü.", []),
        ("Eylül Demir yarışı kazandı ve Kasım Bey geldi.", []),
        ("Toplantı 8 Nisan Salı günü yapıldı.", ["8 Nisan Salı günü"]),
        ("Toplantı Kasım 2017'de yapıldı.", ["Kasım 2017"]),
        ("Zirve Kasım'da Astana'da düzenlendi.", ["Kasım"]),
        ("Toplantı Kasım ayında Ankara'da yapıldı.", ["Kasım ayında"]),
        ("Ziyaret 8 Nisan'a ertelendi, Nisan'ın sonunda değil.", ["8 Nisan", "Nisan'ın sonunda"]),
        ("Köprü 1990'larda yapıldı ve 2011'den beri kapalıdır.", ["1990'larda", "2011"]),
    ],
)
def test_turkish_names_and_endings_stay_outside(text: str, expected: list[str]) -> None:
    assert [words for words, _ in _found(text, language="tr")] == expected


@pytest.mark.parametrize("ending", ["'da", "’de", "'a", "'e kadar", "'den", "'in", ""])
@pytest.mark.parametrize("verb", ["gelecek", "geldi", "ertelendi"])
def test_an_expression_reads_alike_with_its_ending_inside_or_outside(ending: str, verb: str) -> None:
    case, _, rest = ending.partition(" ")
    for month in ("Ekim", "Mart", "3 Mart"):
        inside = resolve(f"{month}{case}", PUBLISHED, "Heyet ", f" {rest} {verb}.", language="tr")
        outside = resolve(month, PUBLISHED, "Heyet ", f"{case} {rest} {verb}.", language="tr")
        assert outside.value == inside.value


@pytest.mark.parametrize(
    "text",
    [
        "The pipeline carries 2 billion cubic metres a year.",
        "They live on $5 a day, or 2,000 euros a month.",
        "Prices rose 3 percent a year; output is 1.2 million barrels per day.",
        "Half a million tourists a year come, and two trains a day run.",
        "It produces 30 tonnes of gold a year and 10 terawatt hours a year.",
    ],
)
def test_a_rate_is_no_time(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was jailed for a year.", [("a year", "P1Y")]),
        ("Two men spent a year in jail.", [("a year", "P1Y")]),
        ("The deal of 2015 lasts a year.", [("2015", "2015"), ("a year", "P1Y")]),
        ("The inspectors come twice a month.", [("twice a month", "P1M")]),
        ("It fell 5 percent a year ago.", [("a year ago", "2017")]),
        ("It grew by 5 percent in a year.", [("a year", "P1Y")]),
        ("Moscow proposed one two years ago.", [("two years ago", "2016")]),
        # what a range opens with stays outside, as "since" and "until" do
        ("It runs between 2026 and 2030.", [("2026 and 2030", "2026/2030")]),
        ("It runs from 2026 to 2030.", [("2026 to 2030", "2026/2030")]),
        # nothing lasts from the day something is put off from to its new one
        (
            "She put off the tour of the northern coast from 8 May to 30 May.",
            [("8 May", "2018-05-08"), ("30 May", "2018-05-30")],
        ),
    ],
)
def test_lengths_and_ranges_beside_numbers(text: str, expected: list[tuple[str, str]]) -> None:
    assert _found(text) == expected


def test_dates_found_before_are_counted_from() -> None:
    text = "The fire broke out on March 2, 2017.\nTwo days later it was out. The same year he left."
    assert _found(text) == [
        ("March 2, 2017", "2017-03-02"),
        ("Two days later", "2017-03-04"),
        ("The same year", "2017"),
    ]


def test_without_publication_date_relative_expressions_are_found_without_value() -> None:
    (found,) = find("The summit takes place later this year.", "")
    assert found.reading.value == ""
    assert found.reading.rule == NEEDS_DATE


def test_an_expression_crosses_a_line_end_that_only_wraps_a_paragraph() -> None:
    text = (
        "The foreign ministers of Lorvia and Sarnia will meet on the 5th of\n"
        "March 2018, and the treaty on the transit of grain was signed on\n"
        "the border between the two countries."
    )
    assert ("5th of\nMarch 2018", "2018-03-05") in [(w.removeprefix("the "), v) for w, v in _found(text)]


def test_an_expression_does_not_cross_a_line() -> None:
    assert _found("The year was 2011\n12 May is a holiday") == [("2011", "2011"), ("12 May", "2018-05-12")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Zirve 12-13 Ekim'de yapılacak. Bakan geçen yıl geldi, cuma günü saat 14.30'da dönecek; 2000 kişi katıldı.",
            [("12-13 Ekim", "2018-10-12/2018-10-13"), ("geçen yıl", "2017"),
             ("cuma günü saat 14.30", "2018-04-20T14:30")],
        ),
        (
            "Саммит пройдёт 12-13 октября. С 2011 года идёт война; в прошлом году погибли 2000 человек.",
            [("12-13 октября", "2018-10-12/2018-10-13"), ("2011 года", "2011"), ("прошлом году", "2017")],
        ),
        (
            "Президент сәрсенбіде мәлімдеме жасады. Қазақстан 1991 жылғы 16 желтоқсанда тәуелсіздік алды.",
            [("сәрсенбіде", "2018-04-18"), ("1991 жылғы 16 желтоқсанда", "1991-12-16")],
        ),
    ],
)  # fmt: skip
def test_finds_in_other_languages(text: str, expected: list[tuple[str, str]]) -> None:
    assert _found(text) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Он вышел после полудня; ждали до полуночи.", "ru",
         [("полудня", "2018-04-19T12:00"), ("полуночи", "2018-04-19T24:00")]),
        ("Суд начался в 15.20, цена выросла до 15.20 рубля, к 16.40 упала; продали в 15.20 раза больше.", "ru",
         [("15.20", "2018-04-19T15:20")]),
        ("Во вторник 18 часов подряд шёл дождь.", "ru", [("вторник", "2018-04-17"), ("18 часов", "PT18H")]),
        ("Gece yarısına kadar süre var, öğleyin geldi. Yarı final gece oynandı.", "tr",
         [("Gece yarısına", "2018-04-19T24:00"), ("öğleyin", "2018-04-19T12:00")]),
        ("Көйлек ақ түсте болды. Ол түсінде көрді. Түсте салынған үй; бүгін түсте жауды.", "kk",
         [("бүгін түсте", "2018-04-19T12:00")]),
        ("Мәжіліс үш сағатқа созылды, түнжарымда аяқталды.", "kk",
         [("үш сағатқа", "PT3H"), ("түнжарымда", "2018-04-19T24:00")]),
    ],
)  # fmt: skip
def test_finds_hours_in_other_languages(text: str, language: str, expected: list[tuple[str, str]]) -> None:
    assert _found(text, language=language) == expected


def test_in_russian_too_what_came_later_counts_from_what_was_told() -> None:
    text = "5 мая 2009 года он упал со скалы. Через два дня он умер. Через два дня пройдут торги."
    assert [value for _, value in _found(text, language="ru")] == ["2009-05-05", "2009-05-07", "2018-04-21"]


def test_since_opens_a_date_in_other_languages_too() -> None:
    (found,) = find("Savaş 2011'den beri sürüyor ve bitmiyor.", PUBLISHED, "tr")
    assert (found.reading.value, found.reading.mod) == ("2011", "ON_OR_AFTER")
    assert [(o.value, o.mod) for o in found.reading.alternatives] == [("2011", "")]


PIECES = st.sampled_from(
    [
        "On",
        "Monday",
        ",",
        "he",
        "said",
        "12",
        "May",
        "2018",
        "and",
        "2019",
        ".",
        "\n",
        "The",
        "1990s",
        "last",
        "week",
        "9:30",
        "a.m.",
        "(",
        ")",
        "—",
        "two",
        "years",
        "ago",
        "since",
        "until",
        "😀",
        "é",
        "yesterday's",
        "may",
        "second",
        "quarter",
        "of",
        "Oct.",
        "12-13",
        "New York time",
        "(0300 GMT)",
        "between",
        "14",
        "15",
        "$2000",
        "people",
        "now",
        "then",
        "the",
        "end",
        "next",
        "year's",
    ]
)


@given(st.lists(PIECES, max_size=40), st.sampled_from(["", PUBLISHED]))
def test_spans_are_in_order_apart_and_not_blank(pieces: list[str], published: str) -> None:
    text = " ".join(pieces)
    spans = [f.span for f in find(text, published)]
    assert all(a.end <= b.begin for a, b in pairwise(spans))
    assert all(s.of(text).strip() == s.of(text) and "\n" not in s.of(text) for s in spans)


@given(st.text(max_size=200))
def test_no_text_breaks_it(text: str) -> None:
    assert all(0 <= f.span.begin < f.span.end <= len(text) for f in find(text, PUBLISHED))


FOREIGN = st.sampled_from(
    [
        "Встреча",
        "прошла",
        "12",
        "сентября",
        "2012",
        "года",
        ".",
        "в",
        "прошлом",
        "году",
        "geçen",
        "perşembe",
        "günü",
        "12",
        "Eylül",
        "2012'de",
        "ve",
        "gelecek",
        "yıl",
        "Кездесу",
        "2012",
        "жылғы",
        "11",
        "қыркүйекте",
        "өтті",
        "өткен",
        "жылы",
    ]
)


@given(st.lists(st.one_of(PIECES, FOREIGN), max_size=12), st.sampled_from([" ", " ", "\n", "  "]), st.data())
def test_what_goes_over_a_place_is_what_is_found_there(pieces: list[str], gap: str, data: st.DataObject) -> None:
    text = gap.join(pieces)
    at = data.draw(st.integers(0, len(text)))
    for language in ("", "en", "ru", "tr", "kk"):
        there = next((f for f in find(text, PUBLISHED, language) if f.span.begin < at < f.span.end), None)
        assert find_over(text, at, PUBLISHED, language) == there


@pytest.mark.parametrize("at", [4, 5, 8, 9, 13, 14])
def test_a_place_in_a_zone_behind_an_hour_lies_in_its_expression(at: int) -> None:
    text = "2012 New York time"
    assert find_over(text, at, PUBLISHED) == find(text, PUBLISHED)[0]


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("It was signed on April 31, 2019 there.", "April 31, 2019", "April has 30 days"),
        ("It was signed on February 29, 2023.", "February 29, 2023", "February of 2023 has 28 days"),
        ("It was signed on 30 February.", "30 February", "February has at most 29 days"),
        ("The record gives 2023-02-30 there.", "2023-02-30", "February of 2023 has 28 days"),
        ("The record gives 2023-13-05 there.", "2023-13-05", "there are 12 months"),
        ("Anlaşma 31 Nisan 2019 tarihinde imzalandı.", "31 Nisan 2019", "April has 30 days"),
        ("Anlaşma 30 Şubat'ta imzalandı.", "30 Şubat", "February has at most 29 days"),
        ("Договор подписан 31 апреля 2019 года в Москве.", "31 апреля 2019 года", "April has 30 days"),
        ("Договор подписали 30 февраля.", "30 февраля", "February has at most 29 days"),
        ("Келісімге 2019 жылғы 31 сәуірде қол қойылды.", "2019 жылғы 31 сәуірде", "April has 30 days"),
        ("Келісімге 30 ақпанда қол қойылды.", "30 ақпанда", "February has at most 29 days"),
    ],
)
def test_a_day_on_no_calendar_is_found_whole_and_says_so(text: str, words: str, why: str) -> None:
    (found,) = find(text, "2023-05-20")
    assert found.span.of(text) == words
    assert (found.reading.value, found.reading.when) == ("", None)
    assert found.reading.rule.endswith(f"there is no such day: {why}")


def test_letters_of_a_quarter_are_no_model_of_a_car():
    assert not list(find("He drives an Audi Q3 past the H1 bus to the Q4-building.", "2024-03-13"))


def test_how_often_is_told_in_the_words_of_the_text():
    assert resolve("twice a week", "2024-03-13").rule == "twice a week"
    assert resolve("once a week", "2024-03-13").rule == "once a week"


def test_a_timetable_is_read_piece_by_piece():
    table = " ".join(f"{hour:02}:30-{hour + 1:02}:15" for hour in range(8, 20))
    found = [f.span.of(table) for f in find(table, "2024-03-13")]
    assert all(words.count(":") <= 4 for words in found)
    assert sum(words.count(":") for words in found) == table.count(":")


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Snow delayed flights from 3 March to 5 March.", "3 March to 5 March", "2024-03-03/2024-03-05"),
        ("The delayed service ran from 3 May to 5 May.", "3 May to 5 May", "2024-05-03/2024-05-05"),
    ],
)
def test_what_is_late_or_put_back_may_last_from_one_day_to_another(text: str, words: str, value: str) -> None:
    assert _found(text, "2024-06-10") == [(words, value)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The deferred tax for January to March rose.", "January to March"),
        ("The store was put back in order from Monday to Friday.", "Monday to Friday"),
    ],
)
def test_what_was_deferred_or_put_back_has_one_range(text: str, words: str) -> None:
    assert [found for found, _ in _found(text, "2024-06-10")] == [words]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The trial was adjourned on Monday until January 13.",
            [("Monday", "2024-06-10"), ("January 13", "2025-01-13")],
        ),
        ("They began vaccinating the over-70s on 3 June.", [("3 June", "2024-06-03")]),
    ],
)
def test_what_is_put_off_on_a_day_until_another_is_two_dates_and_an_age_is_none(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert _found(text, "2024-06-10") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("At present the mine employs 200 people.", ["At present"]),
        ("The mine employs 200 people at present.", ["at present"]),
        ("At present prices the mine pays.", []),
        ("The law took effect on 2019-05-01. Every year a report is due.", ["2019-05-01", "Every year"]),
        ("Friday Smith, 34, was jailed on Monday.", ["Monday"]),
        ("On Friday Smith resigned.", ["Friday"]),
    ],
)
def test_at_present_how_often_behind_a_date_and_somebody_called_friday(text: str, found: list[str]) -> None:
    assert [words for words, _ in _found(text, "2024-06-10")] == found


@pytest.mark.parametrize(
    "text",
    [
        "The strike began on 2 October. Buses stood idle for the third day.",
        "He was born on 2 October. On the third day nothing happened.",
        "Переговоры начались 12 сентября. Третий день подряд бастуют водители.",
    ],
)
def test_a_day_is_counted_only_from_what_began(text: str) -> None:
    assert len(_found(text, "2024-10-10")) == 1
