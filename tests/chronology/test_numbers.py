"""Numbers in words."""

import pytest

from dateline.chronology.named_days import easter
from dateline.chronology.numbers import Amount, amount, figure
from dateline.model.calendar import civil


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a", 1), ("an", 1), ("one", 1), ("seven", 7), ("twelve", 12), ("twenty-five", 25), ("ninety nine", 99),
        ("a hundred", 100), ("one hundred and five", 105), ("two thousand", 2000), ("a dozen", 12), ("2,500", 2500),
        ("2.5", 2.5), ("two and a half", 2.5), ("two-and-a-half", 2.5), ("1 1/2", 1.5), ("half an", 0.5), ("30", 30),
    ],
)  # fmt: skip
def test_counts(text: str, expected: float) -> None:
    assert amount(text) == Amount(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two hundred and fifty", 250), ("one thousand two hundred", 1200), ("a hundred thousand", 100_000),
        ("two thousand and five", 2005), ("nineteen hundred", 1900), ("two dozen", 24), ("a hundred and two", 102),
        ("three hundred thousand four hundred", 300_400), ("one two", None), ("two four", None), ("ten five", None),
        ("twenty thirty", None), ("twenty twelve", None), ("five and twenty", None), ("one a", None),
        ("dozen two", None),
    ],
)  # fmt: skip
def test_words_that_form_no_number_are_none(text: str, expected: float | None) -> None:
    assert amount(text) == (Amount(expected) if expected is not None else None)


def test_what_is_loose_or_open() -> None:
    assert amount("several") == Amount(None)
    assert amount("a few") == Amount(None)
    assert amount("a couple of") == Amount(2, rough=True)
    assert amount("some bread") is None


def test_figures_are_written_short() -> None:
    assert [figure(n) for n in (2.0, 2.5, 1000.0)] == ["2", "2.5", "1000"]


@pytest.mark.parametrize(
    "date", [(1818, 3, 22), (1943, 4, 25), (2000, 4, 23), (2018, 4, 1), (2024, 3, 31), (2038, 4, 25), (2285, 3, 22)]
)
def test_easter(date: tuple[int, int, int]) -> None:
    assert civil(easter(date[0])) == date
