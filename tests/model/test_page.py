"""Pages, changes, occurrences, mentions: what panels look things up in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dateline.model.annotation import Annotations, Argument, Comment, Layer, Mention, TimeValue
from dateline.model.article import Article, Region, RegionKind
from dateline.model.changes import Changes, Kind, Place
from dateline.model.occurrence import Filler, Occurrence
from dateline.model.page import Page, without
from dateline.model.text import Span
from dateline.model.when import Granularity, When

TEXT = "Ministers of Iran met in Astana on Thursday and Friday."
DAY = When(0, 86_400, Granularity.DAY)


def _mention(mention_id: str, words: str, layer: Layer = Layer.ENTITY, **fields: object) -> Mention:
    begin = TEXT.index(words)
    return Mention(mention_id, "a", "w", layer, "X", (Span(begin, begin + len(words)),), **fields)  # type: ignore[arg-type]


OUTER = _mention("outer", "Ministers of Iran")
INNER = _mention("inner", "Iran")
SPLIT = Mention("split", "a", "w", Layer.EVENT, "MEET", (Span(0, 9), Span(18, 21)))
THURSDAY = _mention("thu", "Thursday", Layer.TIME)
FRIDAY = _mention("fri", "Friday", Layer.TIME)
PAGE = Page.of(
    Article("a", TEXT),
    "w",
    Annotations(
        (INNER, FRIDAY, OUTER, SPLIT, THURSDAY),
        (TimeValue("thu", "PXW"), TimeValue("fri", "1970-01-01", DAY)),
        (
            Argument("a3", "split", "Time", "fri"),
            Argument("a1", "split", "Agent", "outer"),
            Argument("a2", "split", "Time", "thu"),
        ),
        (),
        (Comment("c1", "a", "w", "on it", "inner"), Comment("c2", "a", "w", "on all")),
        (
            Region("r2", "a", RegionKind.BOILERPLATE, Span(50, 55)),
            Region("r1", "a", RegionKind.BOILERPLATE, Span(0, 3)),
            Region("n", "a", RegionKind.NEGATIVE, Span(10, 20), "w"),
        ),
    ),
)


def test_mentions_in_text_order_the_longer_first() -> None:
    assert [m.id for m in PAGE.in_order()] == ["split", "outer", "inner", "thu", "fri"]
    assert PAGE.events() == [SPLIT]


@pytest.mark.parametrize(
    ("position", "ids"),
    [(0, ["split", "outer"]), (14, ["outer", "inner"]), (17, []), (19, ["split"]), (21, []), (54, [])],
)
def test_mentions_at_a_character(position: int, ids: list[str]) -> None:
    assert [m.id for m in PAGE.at(position)] == ids


def test_mentions_on_just_these_words() -> None:
    assert PAGE.exactly(INNER.fragments) == [INNER]
    assert PAGE.exactly(INNER.fragments, Layer.TIME) == []
    assert PAGE.exactly((Span(0, 9),)) == []


def test_arguments_in_text_order() -> None:
    assert [a.id for a in PAGE.arguments_of("split")] == ["a1", "a2", "a3"]
    assert [a.id for a in PAGE.roles_of("thu")] == ["a2"]
    assert PAGE.arguments_of("inner") == []


def test_the_time_of_an_event_is_the_first_with_a_place_on_the_calendar() -> None:
    assert PAGE.time_of("split") == TimeValue("fri", "1970-01-01", DAY)
    undated = replace(PAGE, times={"thu": TimeValue("thu", "PXW")})
    assert undated.time_of("split") == TimeValue("thu", "PXW")
    assert PAGE.time_of("inner") is None


def test_comments_and_zones() -> None:
    assert PAGE.comment_on("inner") == Comment("c1", "a", "w", "on it", "inner")
    assert PAGE.comment_on(None) == Comment("c2", "a", "w", "on all")
    assert PAGE.comment_on("outer") is None
    assert PAGE.boilerplate() == [Span(0, 3), Span(50, 55)]
    assert [r.id for r in PAGE.negatives()] == ["n"]


SPANS = st.lists(st.builds(lambda b, n: Span(b, b + n), st.integers(0, 40), st.integers(1, 12)), max_size=6)


@given(SPANS, SPANS)
def test_without_leaves_just_the_characters_outside(spans: list[Span], zones: list[Span]) -> None:
    cut = {i for z in zones for i in range(z.begin, z.end)}
    for span in spans:
        left = list(without([span], zones))
        assert [i for s in left for i in range(s.begin, s.end)] == [
            i for i in range(span.begin, span.end) if i not in cut
        ]


# --- mentions


def test_a_mention_of_pieces() -> None:
    assert SPLIT.span == Span(0, 21)
    assert SPLIT.text_of(TEXT) == "Ministers met"
    assert INNER.text_of(TEXT) == "Iran"


@pytest.mark.parametrize("fragments", [(), (Span(3, 5), Span(0, 2)), (Span(0, 4), Span(3, 5))])
def test_pieces_are_in_order_and_apart(fragments: tuple[Span, ...]) -> None:
    with pytest.raises(ValueError, match="fragment"):
        Mention("m", "a", "w", Layer.ENTITY, "X", fragments)


# --- articles


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"title": "Title"}, "Title"),
        ({"text": "\r\n  First line \r\nSecond"}, "First line"),
        ({"text": "x" * 300}, "x" * 119 + "…"),
        ({"text": "word " * 30}, "word " * 22 + "word…"),
        ({"text": " \n ", "origin": "a.txt"}, "a.txt"),
        ({"text": ""}, "id"),
    ],
)
def test_what_an_article_is_called(fields: dict[str, str], name: str) -> None:
    assert Article(**{"id": "id", "text": "text"} | fields).name == name


# --- changes


def test_what_changes_touch() -> None:
    changes = Changes("x", altered={Kind.MENTION: frozenset({"m"})}, articles=frozenset({"a"}), place=Place("a"))
    assert changes
    assert changes.touches(Kind.MENTION)
    assert changes.touches(Kind.ENTITY, Kind.MENTION)
    assert not changes.touches(Kind.ENTITY)
    assert changes.touches_article("a")
    assert not changes.touches_article("b")


def test_after_a_bulk_step_everything_is_touched() -> None:
    changes = Changes(articles=None)
    assert changes
    assert changes.touches(Kind.SETTING)
    assert changes.touches_article("any")


def test_no_changes() -> None:
    assert not Changes()
    assert not Changes("label", place=Place("a"))


# --- occurrences


def test_an_occurrence_is_dated_by_its_first_dated_time() -> None:
    time = Filler("Time", THURSDAY, "Thursday", time=TimeValue("thu", "PXW"))
    date = Filler("Time", FRIDAY, "Friday", time=TimeValue("fri", "1970-01-01", DAY))
    agent = Filler("Agent", INNER, "Iran", "Islamic Republic of Iran")
    occurrence = Occurrence(SPLIT, "Ministers met", (agent, time, date))
    assert occurrence.when == DAY
    assert Occurrence(SPLIT, "Ministers met", (agent, time)).when is None
    assert (agent.shown, time.shown) == ("Islamic Republic of Iran", "Thursday")
