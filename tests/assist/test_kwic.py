"""Lines of a concordance."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.assist.kwic import AROUND, Line, Order, line, matching, ordered
from dateline.model.text import Span


def lines(*parts: tuple[str, str, str]) -> list[Line]:
    return [Line("a", f"Article {i}", "2018-04-19", (Span(0, 1),), *p) for i, p in enumerate(parts)]


def test_a_line_has_whole_words_around_it_and_single_spaces() -> None:
    text = "word " * 60 + "the\r\n city\u00a0of   dreams" + " word" * 60
    begin = text.index("city")
    made = line("a", "Title", "2018", text, (Span(begin, begin + 4),))
    assert made.hit == "city"
    assert made.before.endswith("word word the ")
    assert made.before.startswith("word")
    assert made.after.startswith(" of dreams word")
    assert made.after.endswith("word")
    assert len(made.before) <= AROUND >= len(made.after)


def test_the_ends_of_a_text_and_words_without_end_are_no_trouble() -> None:
    assert line("a", "", "", "city", (Span(0, 4),)).before == ""
    endless = line("a", "", "", "x" * 900, (Span(400, 404),))
    assert (endless.before, endless.after) == ("x" * AROUND, "x" * AROUND)
    parts = line("a", "", "", "one two three", (Span(0, 3), Span(8, 13)))
    assert (parts.hit, parts.span) == ("one two three", Span(0, 13))


def test_lines_are_ordered_by_the_words_around() -> None:
    found = lines(
        ("the new ", "city", " of Ankara"), ("an old ", "City", " in Asia"), ("a New ", "cities", ", in Çorum")
    )
    every = range(3)
    assert ordered(found, [2, 0, 1], Order.TEXT, 3) == [0, 1, 2]
    assert ordered(found, every, Order.HIT, 3) == [2, 1, 0]
    assert ordered(found, every, Order.AFTER, 1) == [1, 2, 0]
    assert ordered(found, every, Order.AFTER, 2) == [1, 2, 0]
    assert ordered(found, every, Order.BEFORE, 1) == [0, 2, 1]
    assert ordered(found, every, Order.BEFORE, 2) == [2, 0, 1]


def test_a_filter_wants_every_word_accents_aside() -> None:
    found = lines(("the new ", "city", " of Çorum"), ("an old ", "city", " in Asia"))
    assert matching(found, "") == [0, 1]
    assert matching(found, "corum NEW") == [0]
    assert matching(found, "city article") == [0, 1]
    assert matching(found, "new asia") == []


WORDS = st.lists(st.sampled_from(["a", "B", "ç", "b,", "—"]), max_size=4).map(" ".join)


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), max_size=8), st.sampled_from(list(Order)), st.integers(1, 5))
def test_every_order_keeps_all_lines(parts: list[tuple[str, str, str]], order: Order, words: int) -> None:
    found = lines(*parts)
    assert sorted(ordered(found, range(len(found)), order, words)) == list(range(len(found)))


@given(st.text(min_size=1, max_size=300), st.data())
def test_a_line_tells_what_stands_there(text: str, data: st.DataObject) -> None:
    begin = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(begin + 1, len(text)))
    made = line("a", "", "", text, (Span(begin, end),))
    squeezed = "".join(text.split())
    assert "".join(made.hit.split()) == "".join(text[begin:end].split())
    assert squeezed.find("".join(f"{made.before}{made.hit}{made.after}".split())) >= 0
