"""What a reading says beside its value: alternatives, anchor, rule, and honesty where something is not known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.chronology import TimeType, find, prepare, resolve, timex_value
from dateline.chronology.resolver import NEEDS_DATE, NO_RULE
from dateline.model.calendar import civil, day_number, to_iso
from dateline.model.calendar import weekday as day_of_week
from dateline.model.when import Granularity, label, when_from_value

PUBLISHED = "2018-04-19"  # a Thursday
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _others(text: str, published: str = PUBLISHED, left: str = "", right: str = "") -> list[str]:
    return [r.value for r in resolve(text, published, left, right).alternatives]


def test_a_weekday_offers_the_other_week_first() -> None:
    assert _others("Monday") == ["2018-04-23", "2018-04-09"]
    assert _others("Friday", left="will meet on ") == ["2018-04-13", "2018-04-27"]


def test_an_hour_behind_a_night_offers_the_other_day() -> None:
    night = "The ferry sank on Monday night. The search was broken off at "
    assert _others("9 a.m.", left=night, right=".") == ["2018-04-17T09:00"]
    assert _others("2 a.m.", left=night, right=".") == ["2018-04-16T02:00"]


def test_a_day_and_month_offers_the_other_years() -> None:
    assert _others("Jan. 11") == ["2019-01-11", "2017-01-11"]


def test_a_month_offers_the_side_it_did_not_take() -> None:
    assert _others("September")[0] == "2018-09"
    assert _others("September", left="will be held in ")[0] == "2017-09"


def test_figures_that_read_both_ways_offer_the_other() -> None:
    assert _others("7/8/2018") == ["2018-08-07"]
    assert _others("13/8/2018") == []


def test_a_length_offers_the_stretch_it_covers() -> None:
    reading = resolve("the past six months", PUBLISHED)
    assert (reading.type, reading.when) == (TimeType.DURATION, None)
    assert [r.value for r in reading.alternatives] == ["2017-10-19/2018-04-19"]


def test_since_before_the_expression_opens_it_and_offers_the_year_alone() -> None:
    reading = resolve("2011", PUBLISHED, left="locked in a civil war since ")
    assert (reading.value, reading.mod, label(reading.when)) == ("2011", "ON_OR_AFTER", "since 2011")  # type: ignore[arg-type]
    assert [(o.value, o.mod) for o in reading.alternatives] == [("2011", "")]


@pytest.mark.parametrize("word", ["by", "no later than", "until", "on or before"])
def test_up_to_the_end_of_a_year_is_open_and_offers_the_end_alone(word: str) -> None:
    reading = resolve(f"{word} the end of next year", PUBLISHED)
    assert (reading.value, reading.mod, label(reading.when)) == ("2019", "ON_OR_BEFORE", "until 2019")  # type: ignore[arg-type]
    other = reading.alternatives[0]
    assert (other.value, other.mod, label(other.when)) == ("2019", "END", "late 2019")  # type: ignore[arg-type]


@pytest.mark.parametrize("word", ["by", "no later than", "before", "ahead of", "on or before", "through"])
def test_what_opens_a_date_and_stands_outside_of_it_offers_the_open_reading(word: str) -> None:
    reading = resolve("the end of next year", PUBLISHED, left=f"It must be done {word} ")
    assert (reading.value, reading.mod) == ("2019", "END")
    other = reading.alternatives[0]
    assert other.mod == "ON_OR_BEFORE"
    assert label(other.when) == "until 2019"  # type: ignore[arg-type]


def test_a_deadline_keeps_the_other_readings_of_its_day() -> None:
    reading = resolve("by Friday", PUBLISHED)
    assert (reading.value, reading.mod) == ("2018-04-20", "ON_OR_BEFORE")
    assert [(o.value, o.mod) for o in reading.alternatives] == [
        ("2018-04-13", "ON_OR_BEFORE"),
        ("2018-04-20", ""),
        ("2018-04-27", "ON_OR_BEFORE"),
    ]


def test_in_some_weeks_is_a_date_where_the_sentence_looks_ahead() -> None:
    ahead = resolve("in two weeks", PUBLISHED, left="The trial will begin ")
    assert (ahead.value, ahead.alternatives[0].value) == ("2018-W18", "P2W")
    assert resolve("in two weeks", PUBLISHED, left="It was the third attack ").value == "P2W"


def test_anchor_and_rule_say_where_a_date_comes_from() -> None:
    reading = resolve("last week", PUBLISHED)
    assert (reading.anchor, reading.granularity) == (PUBLISHED, Granularity.WEEK)
    assert reading.rule == "week: the one before"
    later = resolve("two days later", PUBLISHED, left="It began on March 2, 2017. ")
    assert (later.value, later.anchor) == ("2017-03-04", "2017-03-02")


def test_earlier_dates_of_the_article_are_counted_from() -> None:
    assert resolve("the following year", PUBLISHED, earlier=("2009",)).value == "2010"
    assert resolve("the same day", PUBLISHED, earlier=("2017", "2017-03-02")).value == "2017-03-02"


@pytest.mark.parametrize("text", ["yesterday", "last week", "two years ago", "later this year", "dün", "вчера", "кеше"])
def test_without_publication_date_a_relative_expression_says_what_it_lacks(text: str) -> None:
    reading = resolve(text, "")
    assert (reading.value, reading.when) == ("", None)
    assert reading.rule.endswith(NEEDS_DATE)
    assert timex_value(text, "") is None


@pytest.mark.parametrize(
    "text", ["Thursday", "May 14", "January", "9 a.m.", "the third quarter", "summer", "Christmas"]
)
def test_without_publication_date_what_is_known_stays(text: str) -> None:
    reading = resolve(text, "")
    assert reading.value.startswith("XXXX")
    assert reading.when is None
    assert "needs" in reading.rule


@pytest.mark.parametrize("text", ["", "   ", "the committee", "x" * 500, "2", "????", "said", "May I", "12,5", "the"])
def test_what_is_no_time_expression_has_no_value(text: str) -> None:
    reading = resolve(text, PUBLISHED)
    assert (reading.value, reading.rule) == ("", NO_RULE)


def test_hours_are_told_only_where_the_hour_of_publication_is() -> None:
    assert resolve("two hours ago", "2018-04-19T00:30").value == "2018-04-18T22"
    vague = resolve("two hours ago", PUBLISHED)
    assert (vague.value, vague.mod) == (PUBLISHED, "APPROX")
    assert resolve("40 hours ago", PUBLISHED).value == ""


@pytest.mark.parametrize("published", ["2018", "April 2018", "2018-02-30", "yesterday", " "])
def test_a_publication_date_that_is_none_counts_as_not_known(published: str) -> None:
    assert resolve("last week", published).rule == NEEDS_DATE
    assert resolve("May 14, 2018", published).value == "2018-05-14"
    assert find("He left last week.", published)[0].reading.rule == NEEDS_DATE


def test_case_spacing_quotes_and_edges_do_not_matter() -> None:
    for text in ("MAY 14 AND 15", "may  14\u00a0and\n15", "“May 14 and 15,”", "(May 14 and 15)"):
        assert resolve(text, PUBLISHED).value == "2018-05-14/2018-05-15"
    assert resolve("New Year’s Day", PUBLISHED).value == "2018-01-01"
    assert resolve("Oct. 12–13", PUBLISHED).value == resolve("Oct. 12-13", PUBLISHED).value


def test_the_language_can_be_told() -> None:
    assert resolve("mart", PUBLISHED, language="tr").value == "2018-03"
    assert resolve("mart", PUBLISHED, language="en").value == ""
    assert resolve("geçen ay", PUBLISHED).rule.startswith("read as “last month”")


def test_prepare_only_warms_up() -> None:
    prepare()
    assert resolve("today", PUBLISHED).value == PUBLISHED


DATES = st.integers(day_number(1900), day_number(2100))


@given(DATES, DATES)
def test_every_way_to_write_a_day_gives_that_day(number: int, published: int) -> None:
    year, month, day = civil(number)
    name, of_week = MONTHS[month - 1], DAYS[day_of_week(number) - 1]
    expected = f"{year:04d}-{month:02d}-{day:02d}"
    for text in (
        f"{name} {day}, {year}",
        f"{day} {name} {year}",
        f"{name[:3]}. {day}, {year}" if month != 5 else f"May {day}, {year}",
        f"{of_week}, {name} {day}, {year}",
        f"the {day}th of {name} {year}",
        expected,
        f"{day}.{month}.{year}",
    ):
        assert timex_value(text, to_iso(published * 86_400)) == expected


@given(st.integers(day_number(1000), day_number(3000)), st.sampled_from(DAYS))
def test_weekdays_lie_within_a_week_of_publication(published: int, name: str) -> None:
    iso = to_iso(published * 86_400)
    past, future = timex_value(name, iso), timex_value(name, iso, "will meet on ")
    for value, lowest, highest in ((past, published - 6, published), (future, published, published + 6)):
        when = when_from_value(value or "")
        assert when is not None
        assert when.begin is not None
        number = when.begin // 86_400
        assert lowest <= number <= highest
        assert DAYS[day_of_week(number) - 1] == name


@given(DATES, st.integers(1, 12), st.integers(1, 28))
def test_a_day_without_year_is_the_nearest(published: int, month: int, day: int) -> None:
    value = timex_value(f"{MONTHS[month - 1]} {day}", to_iso(published * 86_400))
    when = when_from_value(value or "")
    assert when is not None
    assert when.begin is not None
    assert abs(when.begin // 86_400 - published) <= 183


WORDS = st.sampled_from(
    [
        "the",
        "a",
        "of",
        "in",
        "to",
        "and",
        "-",
        "–",
        ",",
        "(",
        ")",
        "last",
        "next",
        "this",
        "past",
        "year",
        "years",
        "day",
        "days",
        "week",
        "month",
        "May",
        "Monday",
        "2018",
        "14",
        "1990s",
        "two",
        "three",
        "several",
        "early",
        "late",
        "mid",
        "first",
        "second",
        "third",
        "quarter",
        "half",
        "ago",
        "later",
        "before",
        "after",
        "since",
        "until",
        "between",
        "from",
        "by",
        "end",
        "beginning",
        "morning",
        "p.m.",
        "9",
        "9:30",
        "fiscal",
        "summer",
        "century",
        "BC",
        "every",
        "each",
        "same",
        "that",
        "period",
        "time",
        "weekend",
        "few",
        "couple",
        "now",
        "recent",
        "today's",
        "yesterday",
        "Easter",
        "12-13",
        "00",
        "0",
        "9999",
        "99999",
        "Mayıs",
        "geçen",
        "gün",
        "года",
        "мая",
        "жылы",
        "'",
        "é",
        "😀",
    ]
)


@given(st.lists(WORDS, max_size=9), st.sampled_from([PUBLISHED, "", "0001-01-01", "9999-12-31", "2018-04-19T14:30"]))
def test_no_words_break_it(words: list[str], published: str) -> None:
    reading = resolve(" ".join(words), published, left="On 3 May he left. ", right=" before noon.")
    assert reading.rule
    assert not reading.value or reading.value.strip() == reading.value


@given(st.text(max_size=40), st.text(max_size=20), st.text(max_size=20))
def test_no_text_breaks_it(text: str, left: str, right: str) -> None:
    assert resolve(text, PUBLISHED, left, right).rule


@pytest.mark.parametrize(
    ("before", "others"),
    [
        ("The talks were held on 2 March, a spokesman said on Tuesday. ", ["2023-03-08", "2023-03-10"]),
        ("The talks were held on 2 March. A spokesman said on Tuesday they had failed. ", ["2023-03-03", "2023-03-10"]),
    ],
)
def test_the_day_of_what_is_told_and_that_of_saying_so_are_both_offered(before: str, others: list[str]) -> None:
    found = resolve("The following day", "2023-03-09", before, " the army attacked.")
    assert [r.value for r in found.alternatives] == others


@pytest.mark.parametrize(
    ("text", "left", "right", "others"),
    [
        ("the turn of the century", "In 1914 the war began. At ", " they had moved.", ["2000"]),
        ("the turn of the century", "At ", " they moved.", ["1900"]),
        ("5/4/2023", "On ", " a ceasefire was signed.", ["2023-05-04"]),
        ("25 October 1917", "It fell on ", " (Old Style).", ["1917-10-25"]),
        ("29 February 1900", "He was born on ", " (Old Style).", []),
    ],
)
def test_what_was_not_taken_is_offered(text: str, left: str, right: str, others: list[str]) -> None:
    assert _others(text, "2023-04-18", left, right) == others


def test_the_rule_says_that_a_day_is_of_the_julian_calendar() -> None:
    assert "13 days behind the Gregorian" in resolve("25 October 1917", "", "It fell on ", " (Old Style).").rule
