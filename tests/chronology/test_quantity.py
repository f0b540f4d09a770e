"""Sums and counts in words, with unit and scale."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.chronology.quantity import Quantity, may_be_one, quantity, short_number


@pytest.mark.parametrize(
    ("text", "value", "unit", "mod"),
    [
        ("$5 billion", 5e9, "USD", ""),
        ("$6.3\u00a0billion", 6.3e9, "USD", ""),
        ("US$10bn", 1e10, "USD", ""),
        ("10 billion US dollars", 1e10, "USD", ""),
        ("USD 2,800,000", 2.8e6, "USD", ""),
        ("more than $2.8 billion", 2.8e9, "USD", ">"),
        ("300 million euros", 3e8, "EUR", ""),
        ("€1.5m", 1.5e6, "EUR", ""),
        ("£40k", 4e4, "GBP", ""),
        ("a million dollars", 1e6, "USD", ""),
        ("two and a half million tenge", 2.5e6, "KZT", ""),
        ("8 trillion rubles", 8e12, "RUB", ""),
        ("A$12 million", 1.2e7, "AUD", ""),
        ("54%", 54, "%", ""),
        ("54 percent", 54, "%", ""),
        ("3.5 per cent", 3.5, "%", ""),
        ("almost 2,200", 2200, "", "≈"),
        ("some 12,000 people", 12000, "people", "≈"),
        ("~40", 40, "", "≈"),
        ("at least 250", 250, "", ">"),
        ("100 or more", 100, "", ">"),
        ("up to 30 ships", 30, "ships", "<"),
        ("fewer than five", 5, "", "<"),
        ("11", 11, "", ""),
        ("Thirty-six", 36, "", ""),
        ("thirty-six projects", 36, "projects", ""),
        ("six", 6, "", ""),
        ("two hundred thousand barrels", 200_000, "barrels", ""),
        ("1 000 000", 1e6, "", ""),
        ("1'250.50", 1250.5, "", ""),
        ("-3.2%", -3.2, "%", ""),
        ("15 million tonnes", 1.5e7, "tonnes", ""),
        ("millions", None, "", ""),
        ("several", None, "", ""),
        ("a minister", None, "", ""),
        ("the sum", None, "", ""),
        ("", None, "", ""),
        ("$", None, "", ""),
        ("1.2.3", None, "", ""),
        ("5 dollars and 3 euros", None, "", ""),
    ],
)
def test_english(text: str, value: float | None, unit: str, mod: str) -> None:
    found = quantity(text)
    if value is None:
        assert found is None
    else:
        assert found is not None
        assert found.low == found.high == pytest.approx(value)
        assert (found.unit, found.mod) == (unit, mod)


@pytest.mark.parametrize(
    ("text", "language", "value", "unit", "mod"),
    [
        ("10 milyar dolar", "tr", 1e10, "USD", ""),
        ("6,3 milyar ABD doları", "tr", 6.3e9, "USD", ""),
        ("10 milyar dolar'ı", "tr", 1e10, "USD", ""),
        ("1.500 lira", "tr", 1500, "TRY", ""),
        ("yüzde 54", "tr", 54, "%", ""),
        ("%54", "tr", 54, "%", ""),
        ("yaklaşık 20 bin", "tr", 20_000, "", "≈"),
        ("6,3 млрд долларов", "ru", 6.3e9, "USD", ""),
        ("более 5 миллиардов рублей", "ru", 5e9, "RUB", ">"),
        ("около 40 тыс. тенге", "ru", 40_000, "KZT", "≈"),
        ("54 процента", "ru", 54, "%", ""),
        ("300 миллион теңге", "kk", 3e8, "KZT", ""),
        ("12 мың", "kk", 12_000, "", ""),
        ("54 пайыз", "kk", 54, "%", ""),
        ("1.500", "en", 1.5, "", ""),
    ],
)
def test_other_languages(text: str, language: str, value: float, unit: str, mod: str) -> None:
    found = quantity(text, language)
    assert found == Quantity(pytest.approx(value), pytest.approx(value), unit, mod)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("5-6 billion dollars", 5e9, 6e9, "USD"),
        ("between $5 billion and $10 billion", 5e9, 1e10, "USD"),
        ("$5 to $6 million", 5e6, 6e6, "USD"),
        ("10–15%", 10, 15, "%"),
        ("500 thousand to 2 million", 5e5, 2e6, ""),
        ("20 to 30 people", 20, 30, "people"),
    ],
)
def test_ranges(text: str, low: float, high: float, unit: str) -> None:
    assert quantity(text) == Quantity(low, high, unit)


@pytest.mark.parametrize(
    ("number", "shown"),
    [(5e9, "5 bn"), (6.3e9, "6.3 bn"), (2200, "2,200"), (54, "54"), (0.5, "0.5"), (1.25e6, "1.25 m"), (2e12, "2 tn")],
)
def test_short_number(number: float, shown: str) -> None:
    assert short_number(number) == shown


def test_shown() -> None:
    assert Quantity(5e9, 6e9, "USD", "≈").shown == "≈ 5 bn–6 bn USD"
    assert Quantity(54, 54, "%").shown == "54 %"


@given(st.integers(0, 10**15))
def test_every_whole_number_is_read_back(number: int) -> None:
    assert quantity(f"{number:,}") == quantity(str(number)) == Quantity(float(number), float(number))


@given(st.text(max_size=40), st.sampled_from(["en", "tr", "ru", "kk", ""]))
def test_any_text_is_a_quantity_or_none(text: str, language: str) -> None:
    found = quantity(text, language)
    assert found is None or found.low <= found.high


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("$5 million", "5,000,000 dollars", True),
        ("$5 million", "5 млн долларов", True),
        ("$5 million", "5 milyon dolar", True),
        ("$5 million", "€5 million", False),
        ("$5 million", "5 million", True),
        ("12", "12 человек", True),
        ("12", "20", False),
        ("more than 20", "23", True),
        ("more than 20", "19", False),
        ("at most 20", "23", False),
        ("about 2,200", "2,187", True),
        ("about 2,200", "3,000", False),
        ("20-25", "23", True),
        ("300,000", "300.000", True),
        ("dozens", "dozens", False),
    ],
)
def test_two_wordings_that_may_name_one_quantity(one: str, other: str, *, same: bool) -> None:
    assert may_be_one(one, other) is same
    assert may_be_one(other, one) is same
