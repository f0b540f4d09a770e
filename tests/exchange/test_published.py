"""Publication dates are read in the ways people write them, and never guessed."""

import pytest

from dateline.exchange.published import Dates, TwoReadings, normalised_published

MONTHS = {
    "tr": "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "kk": "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
}


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("", ""),
        ("  ", ""),
        ("2018-04-19", "2018-04-19"),
        (" 2018-04-19 ", "2018-04-19"),
        ("2018-04-19T10:00", "2018-04-19T10:00"),
        ("2018-04-19 10:00", "2018-04-19T10:00"),
        ("2018-04-19T10:00:30", "2018-04-19T10:00:30"),
        ("2018-04-19T10:00:00Z", "2018-04-19T10:00+00:00"),
        ("Thu, 19 Apr 2018 01:30:00 +0300", "2018-04-19T01:30+03:00"),
        ("19 Apr 2018 10:00 GMT", "2018-04-19T10:00+00:00"),
        ("Thu, 19 Apr 2018 23:00:05 EST", "2018-04-19T23:00:05-05:00"),
        ("2018-04-19T10:00:00.123+06:00", "2018-04-19T10:00:00+06:00"),
        ("-0043-03-15", "-0043-03-15"),
        ("2018/4/9", "2018-04-09"),
        ("19.04.2018", "2018-04-19"),
        ("5.4.2018", "2018-04-05"),
        ("19/04/2018", "2018-04-19"),
        ("04/19/2018", "2018-04-19"),
        ("5/5/2018", "2018-05-05"),
        ("19 April 2018", "2018-04-19"),
        ("19th Apr. 2018", "2018-04-19"),
        ("April 19, 2018", "2018-04-19"),
        ("SEPT 3 2018", "2018-09-03"),
        ("6 Mayıs 2024", "2024-05-06"),
        ("7 HAZİRAN 2024", "2024-06-07"),
        ("31 ARALIK 2024", "2024-12-31"),
        ("18 Kas. 2024", "2024-11-18"),
        ("19 Ağu 2018 10:00", "2018-08-19T10:00"),
        ("Salı, 17 Nisan 2018 10:00 +0300", "2018-04-17T10:00+03:00"),  # whatever its weekday is called
        ("Perşembe, 19 Nis 2018 10:00", "2018-04-19T10:00"),
        ("Чт, 19 апр 2018 10:00", "2018-04-19T10:00"),
        ("19 Apr 2018 10:00 MART", "2018-04-19T10:00"),  # a zone nobody knows
        ("19 April 2018 3:00 PM", "2018-04-19T15:00"),
        ("Thu, 20 Sept 2018 11:30:05 AM", "2018-09-20T11:30:05"),
        ("Sal, 17 Nis 2018 12:00 PM", "2018-04-17T12:00"),
        ("19 апреля 2018 12:05 AM", "2018-04-19T00:05"),
        ("6 мая 2024", "2024-05-06"),
        ("12 Сентября 2024", "2024-09-12"),
        ("6 мамыр 2024", "2024-05-06"),
    ],
)
def test_dates_are_understood(written, expected):
    assert normalised_published(written) == expected


@pytest.mark.parametrize(
    "written",
    [
        *("2018", "2018-04", "05/04/2018", "19.13.2018", "2018-02-29", "31/31/2018", "Thursday", "1 Brumaire 1800"),
        *("2018-04-19T25:00", "April 31, 2018", "19.04.18", "20180419", "0000-01-01", "2018-04-19Tx", "-0043-13-15"),
        *("31 Nisan 2018", "6 Mayısta 2024", "6 Salı 2024"),
        *("Updated 19 Apr 2018 10:00", "Version 1 Mar 18 10:00", "19 Apr 2018 15:00 PM", "19 Apr 2018 0:30 AM"),
    ],
)
def test_everything_else_is_refused(written):
    with pytest.raises(ValueError, match=r"date|ways"):
        normalised_published(written)


@pytest.mark.parametrize(
    ("text", "day_first", "month_first"),
    [
        ("03/04/2024", "2024-04-03", "2024-03-04"),
        ("3-4-2024", "2024-04-03", "2024-03-04"),
        ("05/05/2024", "2024-05-05", "2024-05-05"),
        ("19/04/2024", "2024-04-19", None),  # the other way it is no date: the order was told wrong
        ("04/19/2024", None, "2024-04-19"),
        ("31/04/2024", None, None),
        ("03.04.2024", "2024-04-03", "2024-04-03"),  # with dots nobody writes the month first
        ("2024/04/03", "2024-04-03", "2024-04-03"),
    ],
)
def test_dates_are_read_in_the_order_that_was_said(text, day_first, month_first):
    for dates, read in ((Dates.DAY_FIRST, day_first), (Dates.MONTH_FIRST, month_first)):
        if read is None:
            with pytest.raises(ValueError, match="is no"):
                normalised_published(text, dates)
        else:
            assert normalised_published(text, dates) == read


def test_without_an_order_two_readings_are_refused_and_a_wrong_order_is_named():
    with pytest.raises(TwoReadings, match="two ways"):
        normalised_published("03/04/2024")
    with pytest.raises(ValueError, match="day-first or month-first, not 'us'"):
        Dates("us")


def test_every_month_has_its_name_in_the_languages_that_are_read_for_dates():
    for code, months in MONTHS.items():
        for number, month in enumerate(months.split(), 1):
            for written in (month, month.capitalize(), month.upper()):
                assert normalised_published(f"5 {written} 2024") == f"2024-{number:02d}-05", (code, written)


def test_a_day_that_is_not_on_the_calendar_is_named_as_it_was_written():
    with pytest.raises(ValueError, match="'31 Nisan 2018 10:00' is not"):
        normalised_published("31 Nisan 2018 10:00")
