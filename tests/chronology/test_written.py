"""Values written into a text as words."""

import pytest

from dateline.chronology import find
from dateline.chronology.written import written
from dateline.model.timex import when_from_value

UNITS = ("Q1", "Q2", "Q3", "Q4", "H1", "H2", "SP", "SU", "FA", "WI", "W01", "W12", "W12-WE", "W52", "03", "03-20")


@pytest.mark.parametrize("language", ["en", "tr", "ru", "kk"])
def test_what_is_written_reads_as_what_it_was(language: str) -> None:
    values = [*(f"{year}-{unit}" for year in (1993, 2017, 2020) for unit in UNITS), "2017", "199", "201"]
    for value in values:
        found = [f.reading for f in find(written(value, language), "2018-04-19", language)]
        when = when_from_value(value)
        assert when
        if len(found) == 2:  # a week as its days
            begin, end = (reading.when for reading in found)
            assert begin
            assert end
            assert (begin.begin, end.end) == (when.begin, when.end)
        else:
            assert [reading.value for reading in found] == [value]


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("2017-03/2017-05", "2017-03 - 2017-05"), ("2017-03-20T10:30", "2017-03-20 10:30"), ("2017-W53", ""),
        ("P3D", ""), ("PRESENT_REF", ""), ("XXXX-WXX-1", ""), ("20", ""), ("2017-Q5", ""), ("", ""),
    ],
)  # fmt: skip
def test_what_is_written_of_other_values(value: str, said: str) -> None:
    assert written(value, "en") == said


def test_a_language_without_words_of_its_own_has_the_english_ones() -> None:
    assert written("2017-Q3", "de") == "Q3 2017"
