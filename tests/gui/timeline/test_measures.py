"""Numbers over time: what becomes a series and what does not."""

from collections.abc import Sequence

import pytest

from dateline.chronology.quantity import Quantity
from dateline.gui.timeline.measures import Series, readings_of, series_of
from dateline.model.annotation import Layer, Mention, TimeValue
from dateline.model.article import State
from dateline.model.occurrence import Filler, Occurrence
from dateline.model.text import Span
from dateline.model.when import Granularity, When, from_iso
from dateline.store.articles import ArticleSummary

ARTICLES = {
    a: ArticleSummary(a, f"Article {a}", published, "", "en", i, 100, State.DONE)
    for i, (a, published) in enumerate((("a", "2018-04-19"), ("b", "2022-02-24"), ("c", "2023-09-12"), ("d", "")))
}


def year(text: str) -> When:
    return When(from_iso(f"{text}-01-01"), from_iso(f"{int(text) + 1}-01-01"), Granularity.YEAR)


def told(
    article: str,
    *amounts: str,
    words: str = "trade",
    when: str | Sequence[str] = (),
    who: Sequence[str] = (),
    topic: str = "",
    **attributes: str,
) -> Occurrence:
    """An event, its words one after the other in the order amount, date, amount, date."""
    number = iter(range(0, 10_000, 10))

    def mention(layer: Layer, label: str) -> Mention:
        at = next(number)
        return Mention(f"{article}{words}{at}", article, "n", layer, label, (Span(at, at + 5),))

    event = mention(Layer.EVENT, "COOPERATE")
    fillers = [Filler("Participant", mention(Layer.ENTITY, "GPE"), w) for w in who]
    fillers += [Filler("Topic", mention(Layer.ENTITY, "ORG"), topic)] if topic else []
    dates = [when] if isinstance(when, str) else list(when)
    for i in range(max(len(amounts), len(dates))):
        if i < len(amounts):
            fillers.append(Filler("Amount", mention(Layer.ENTITY, "MONEY"), amounts[i]))
        if i < len(dates):
            date = mention(Layer.TIME, "DATE")
            fillers.append(Filler("Time", date, dates[i], time=TimeValue(date.id, dates[i], year(dates[i]))))
    held = Mention(event.id, article, "n", Layer.EVENT, "COOPERATE", event.fragments, attributes)
    return Occurrence(held, words, tuple(fillers))


def made(*occurrences: Occurrence) -> tuple[Series, ...]:
    return series_of(readings_of(occurrences, ARTICLES))


def usd(billions: float) -> Quantity:
    return Quantity(billions * 1e9, billions * 1e9, "USD")


def test_trade_over_the_years_is_one_series_with_its_targets() -> None:
    both = ("Türkiye", "Kazakhstan")
    (series,) = made(
        told("c", "$6.3\u00a0billion", words="Trade", when="2022", who=both[::-1]),
        told("a", "$10 billion", modality="hypothetical"),
        told("b", "$5 billion", when="2021", who=both),
        told("b", "$10 billion", words="aims", topic="trade", when="2030", who=both, modality="planned"),
    )
    assert series.title == "Trade: Kazakhstan, Türkiye"
    assert series.unit == "USD"
    assert [(p.amount, p.target, p.due) for p in series.points] == [
        (usd(10), True, False),
        (usd(5), False, True),
        (usd(6.3), False, True),
        (usd(10), True, True),
    ]
    assert series.points[0].when == When(from_iso("2018-04-19"), None, Granularity.DAY)
    assert series.range == (0.0, 1e10)
    assert series.before(2) == series.points[1]
    assert series.before(1) is None


def test_a_number_told_twice_is_one_point_with_both_reports() -> None:
    (series,) = made(
        told("a", "$5 billion", when="2021"), told("b", "5 billion dollars", when="2021"), told("b", "6%", when="2021"),
        told("c", "$6 billion", when="2022"),
    )  # fmt: skip
    assert [p.article_ids for p in series.points] == [("a", "b"), ("c",)]


def test_two_amounts_of_one_event_go_to_the_date_beside_them() -> None:
    (series,) = made(told("a", "$5 billion", "$6.3 billion", when=("2021", "2022")))
    assert [(p.amount, p.when) for p in series.points] == [(usd(5), year("2021")), (usd(6.3), year("2022"))]


def test_words_of_measure_make_no_other_measure() -> None:
    (series,) = made(
        told("a", "$5 billion", words="bilateral trade volume", when="2021"),
        told("b", "$6.3 billion", words="Trade", when="2022"),
        told("c", "$10 billion", words="total value of trade", when="2030", modality="planned"),
    )
    assert [p.amount for p in series.points] == [usd(5), usd(6.3), usd(10)]
    assert made(told("a", "5 tons", words="volume", when="2021"), told("a", "6 tons", words="value", when="2022")) == ()


@pytest.mark.parametrize(
    "occurrences",
    [
        [told("a", "$5 billion", when="2021")],
        [told("a", "$5 billion", when="2021"), told("b", "€6 billion", when="2022")],
        [told("a", "$5 billion", when="2021"), told("b", "$6 billion", words="aid", when="2022")],
        [told("a", "$5 billion", when="2021"), told("b", "$6 billion", when="2022", polarity="negative")],
        [told("a", "$5 billion", when="2021"), told("b", "$6 billion")],
        [told("a", "$5 billion", when="2021"), told("b", "several", when="2022")],
        [told("a", "six", when="2021"), told("b", "six", modality="planned")],
        [told("a", "$5 billion", when="2021"), told("d", "$6 billion", modality="planned")],
        [told("a", when="2021"), told("b", when="2022")],
    ],
    ids=["one", "units", "names", "negated", "undated", "no number", "says nothing", "never published", "no amount"],
)
def test_what_makes_no_series(occurrences: list[Occurrence]) -> None:
    assert made(*occurrences) == ()


def test_who_parts_series_and_nobody_joins_only_where_it_is_clear() -> None:
    occurrences = [told(a, f"{n} tons", when=y, who=[w]) for w in ("Peru", "Chile") for a, n, y in
                   (("a", 1, "2020"), ("b", 2, "2021"))]  # fmt: skip
    occurrences += [told("c", "3 tons", when=y) for y in ("2022", "2023")]
    assert sorted(s.title for s in made(*occurrences)) == ["Trade", "Trade: Chile", "Trade: Peru"]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [(("98", "100", "102"), (97.0, 102.4)), (("5", "10"), (0.0, 10.0)), (("-4%", "2%"), (-5.5, 2.6))],
)
def test_the_range_begins_at_nothing_unless_that_would_hide_the_change(
    numbers: Sequence[str], expected: tuple[float, float]
) -> None:
    (series,) = made(*(told("a", n, when=str(2000 + i)) for i, n in enumerate(numbers)))
    assert series.range == pytest.approx(expected)


@pytest.mark.parametrize("code", ["tr", "tur", "TR-tr"])
def test_a_point_parts_thousands_however_the_language_is_written(code: str) -> None:
    articles = {"a": ArticleSummary("a", "Ticaret", "2018-04-19", "", code, 0, 100, State.DONE)}
    (series,) = series_of(
        readings_of([told("a", f"{n}.234 dolar", when=when) for n, when in ((1, "2020"), (2, "2021"))], articles)
    )
    assert [p.amount.low for p in series.points] == [1234, 2234]
