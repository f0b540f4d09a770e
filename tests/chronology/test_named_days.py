"""Each country's day is reached by the country's own name."""

import pytest

from dateline.chronology.named_days import OF_COUNTRIES, country_of


@pytest.mark.parametrize(("name", "stem"), [(n, s) for n, days in OF_COUNTRIES.items() for s in days if s])
def test_a_country_reaches_its_own_day(name: str, stem: str) -> None:
    assert country_of(name, f"{stem.title()}'s ", " parade") == stem


def test_two_countries_to_which_it_is_not_attached_give_none() -> None:
    assert country_of("constitution day", "Poland's and Ukraine's leaders met on ", "") is None
    assert country_of("independence day", "Indian soldiers fired at Pakistan on ", "") is None
    assert country_of("victory day", "Russian and Turkish officials met on ", "") == ""
