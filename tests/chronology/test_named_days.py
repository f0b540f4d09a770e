"""Each country's day is reached by the country's own name, the attacks of 2001 by their date."""

import pytest

from dateline.chronology import find, resolve
from dateline.chronology.named_days import OF_COUNTRIES, country_of


@pytest.mark.parametrize(("name", "stem"), [(n, s) for n, days in OF_COUNTRIES.items() for s in days if s])
def test_a_country_reaches_its_own_day(name: str, stem: str) -> None:
    assert country_of(name, f"{stem.title()}'s ", " parade") == stem


def test_two_countries_to_which_it_is_not_attached_give_none() -> None:
    assert country_of("constitution day", "Poland's and Ukraine's leaders met on ", "") is None
    assert country_of("independence day", "Indian soldiers fired at Pakistan on ", "") is None
    assert country_of("victory day", "Russian and Turkish officials met on ", "") == ""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rules were tightened after 9/11.", ["9/11"]),
        ("A 9/11 victim was named.", ["9/11"]),
        ("The film won 9/11 prizes.", []),
    ],
)
def test_the_attacks_are_known_by_their_date_where_it_is_no_count(text: str, found: list[str]) -> None:
    assert [f.span.of(text) for f in find(text, "2024-06-10")] == found


def test_before_the_attacks_their_date_was_any_day() -> None:
    assert resolve("9/11", "2001-06-01").rule != resolve("9/11", "2001-09-12").rule
