"""When texts appeared: by what an occasion is known again."""

import pytest

from dateline.model.occasion import Occasion, same_day, same_moment


@pytest.mark.parametrize(
    ("one", "other", "day", "moment"),
    [
        ("2018-04-20", "2018-04-20T10:00", True, False),
        ("2018-04-20T09:00", "2018-04-20T10:00", True, False),
        ("2018-04-20T01:30+06:00", "2018-04-19T19:30+00:00", True, True),
        ("2018-04-20T01:30+06:00", "2018-04-19T19:30Z", True, True),
        ("2018-04-20T01:30+06:00", "2018-04-19T19:31Z", False, False),
        ("2018-04-20T01:30+06:00", "2018-04-19T19:30", False, False),
        ("2018-04-20", "2018-04-19T22:00Z", False, False),
        ("-0043-03-15", "-0043-03-16", False, False),
        ("+12026-01-01", "+12026-01-02", False, False),
    ],
)
def test_moments_are_compared_in_whatever_zone(one: str, other: str, *, day: bool, moment: bool) -> None:
    assert (same_day(one, other), same_day(other, one)) == (day, day)
    assert (same_moment(one, other), same_moment(other, one)) == (moment, moment)


def test_an_address_is_a_sign_unless_it_is_that_of_a_site() -> None:
    assert Occasion("2018-04-20", "https://a.b/c/1").signs() == ("@https://a.b/c/1", "2018-04-20")
    assert Occasion("2018-04-20", "https://a.b/index.html").signs() == ("2018-04-20",)
    assert Occasion("", "https://a.b/c/1").signs() == ("@https://a.b/c/1",)
    assert Occasion("2018-04-20", "http://[a").signs() == ("2018-04-20",)
    assert Occasion().signs() == ()
