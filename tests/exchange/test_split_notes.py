"""What is said of a division by date where dates are missing, and what to do about it."""

import pytest

from dateline.exchange.split import ArticleLinks, Order, Split, plan_split
from dateline.exchange.split_notes import notes_of_split


@pytest.mark.parametrize(
    ("undated", "dated", "said"),
    [
        (5, 0, "no article that is exported has a publication date: there is nothing to divide by; give them their"
               " dates first, or divide by lot"),
        (1, 0, "no article that is exported has a publication date"),
        (1, 9, "1 article has no publication date to be divided by (train 1); give it its date first, or divide by"
               " lot"),
        (3, 9, "3 articles have no publication date to be divided by (train 3); give them their dates first, or divide"
               " by lot"),
    ],
)  # fmt: skip
def test_missing_dates_are_told_with_what_to_do(undated: int, dated: int, said: str) -> None:
    days = ["", *[""] * (undated - 1), *(f"2020-01-{n + 1:02}" for n in range(dated))]
    links = [ArticleLinks(f"a{n}", f"{n:064x}", frozenset(), day) for n, day in enumerate(days)]
    split = Split.parse("60/20/20", order=Order.DATE)
    told = [str(note) for note in notes_of_split(plan_split(links, split), split)]
    assert any(said in note for note in told), told
    assert not any("seed" in note for note in told)


@pytest.mark.parametrize(
    ("order", "alike"), [(Order.LOT, "in the same parts with seed 7"), (Order.DATE, "in the same parts by date")]
)
def test_what_is_promised_of_other_exports_is_what_holds(order: Order, alike: str) -> None:
    """A later article, a link or another seed brings what was trained on into a test set (`test_split_stays`)."""
    days = [f"2020-01-{n // 4 + 1:02}" for n in range(100)]
    links = [ArticleLinks(f"a{n}", f"{n:064x}", frozenset(), day, chosen=n < 30) for n, day in enumerate(days)]
    split = Split.parse("50/50", 7, order)
    told = [str(note) for note in notes_of_split(plan_split(links, split), split)]
    (said,) = (note for note in told if "of the project were divided" in note)
    assert f"another export {alike} tests on nothing that this one trains on" in said
    assert "until articles, dates or happenings change" in said


def test_a_part_that_stays_empty_for_want_of_dates_says_so() -> None:
    """Nine without a date fill the first part; what is exported of the others is too little."""
    days = [""] * 9 + ["2020-01-01"]
    links = [ArticleLinks(f"a{n}", f"{n:064x}", frozenset(), day, chosen=n < 5) for n, day in enumerate(days)]
    split = Split.parse("80/10/10", order=Order.DATE)
    told = [str(note) for note in notes_of_split(plan_split(links, split), split)]
    assert any("nothing is left for" in note and "without a date theirs, or divide by lot" in note for note in told), (
        told
    )
