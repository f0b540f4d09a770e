"""When texts appeared: by what an occasion is known again."""

import pytest

from dateline.model.occasion import Occasion, is_of_a_site, same_day, same_moment


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


def test_the_surest_sign_of_a_date_comes_first() -> None:
    moment = Occasion("2018-04-19T20:00+06:00").signs()
    assert moment[0].startswith("=")
    assert moment[1:] == ("2018-04-19T20:00", "2018-04-19")
    assert Occasion("2018-04-19 20:00").signs() == moment[1:]


@pytest.mark.parametrize("url", [
    "https://ria.ru", "https://ria.ru/", "ria.ru", "RIA.ru", "www.ria.ru/", "//ria.ru/", "ria.ru:8080/", "http://ria.ru/index.html",
    "https://ria.ru/en/", "https://ria.ru/en", "www.ria.ru/eng", "ria.ru/pt-BR/", "ria.ru/kz/ru/", "https://ria.ru/en/index.php",
    "https://ria.ru/?utm_source=rss", "https://ria.ru/?lang=en", "https://ria.ru/#top", "риа.рф", "http://[a", "",
])  # fmt: skip
def test_a_site_its_front_page_and_those_of_its_languages_are_no_articles(url: str) -> None:
    assert is_of_a_site(url)


@pytest.mark.parametrize("url", [
    "https://ria.ru/20180419/1.html", "ria.ru/20180419/1.html", "ria.ru/en/visit", "https://ria.ru/?p=17", "ria.ru/?17",
    "0418.html", "news/0418.html", "urn:uuid:5f0c", "tag:example.org,2018:17", "https://ria.ru/en?id=17", "a17",
])  # fmt: skip
def test_what_names_a_page_is_an_articles_address(url: str) -> None:
    assert not is_of_a_site(url)
