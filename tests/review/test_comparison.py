"""Reports of one happening side by side."""

from dateline.chronology.quantity import may_be_one
from dateline.review.comparison import Field, compare
from tests.review.reports import filler, report


def test_amounts_in_other_words_are_no_disagreement() -> None:
    told = [report(w, filler("Amount", w, "MONEY", linked=False)) for w in ("$5 million", "5 млн долларов")]
    assert {r.field: r.apart for r in compare(told, may_be_one=may_be_one).rows}[Field.AMOUNT] == frozenset()
    assert {r.field: r.apart for r in compare(told).rows}[Field.AMOUNT] == {0, 1}
