"""Finding words and expressions."""

import multiprocessing
from itertools import pairwise
from multiprocessing.connection import Connection
from time import sleep

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.assist import bounded
from dateline.assist.bounded import BoundedSeeker, TooSlow
from dateline.assist.seeking import BadExpression, Seeker, Sought
from dateline.model.text import Span, fold_in_place

TEXT = "Çavuşoğlu met CAVUSOGLU in Türkiye.\u00a0🤝 Ilısu and the\ncity  of Ankara; cities. Cafe\u0301s, İzmir."


def found(text: str = TEXT, **sought: object) -> list[str]:
    return [s.of(text) for s in Seeker(Sought(**sought)).find(text)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sought", "there"),
    [
        ({"words": "cavusoglu"}, ["Çavuşoğlu", "CAVUSOGLU"]),
        ({"words": "Çavuşoğlu", "exact": True}, ["Çavuşoğlu"]),
        ({"words": "the city of"}, ["the\ncity  of"]),
        ({"words": "the city of", "exact": True}, ["the\ncity  of"]),
        ({"words": "cit"}, ["cit", "cit"]),
        ({"words": "cit", "whole": True}, []),
        ({"words": "city", "whole": True}, ["city"]),
        ({"words": "cafés"}, ["Cafe\u0301s"]),
        ({"words": "CAFE\u0301S", "whole": True}, ["Cafe\u0301s"]),
        ({"words": "cafe", "whole": True}, []),
        ({"words": "izmir"}, ["İzmir"]),
        ({"words": "🤝"}, ["🤝"]),
        ({"words": "("}, []),
        ({"words": "ankara", "others": ("Türkiye", " ")}, ["Türkiye", "Ankara"]),
        ({"words": "  "}, []),
        ({"words": r"cit(y|ies)", "regex": True}, ["city", "cities"]),
        ({"words": r"CIT(Y|IES)", "regex": True}, ["city", "cities"]),
        ({"words": r"CIT(Y|IES)", "regex": True, "exact": True}, []),
        ({"words": r"ç\w+u", "regex": True}, ["Çavuşoğlu", "CAVUSOGLU"]),
        ({"words": r"ç\w+u", "regex": True, "exact": True}, []),
        ({"words": r"[üı]\w+", "regex": True, "whole": True}, ["in", "Ilısu", "İzmir"]),
        ({"words": r"(?x) c i t", "regex": True, "whole": True}, []),
        ({"words": r"(?s)the.city", "regex": True, "whole": True}, ["the\ncity"]),
        ({"words": "x*", "regex": True}, []),
        ({"words": "（", "regex": True}, []),
        ({"words": "[[a]", "regex": True, "exact": True}, ["a"] * 5),
    ],
)
def test_it_is_found(sought: dict[str, object], there: list[str]) -> None:
    assert found(**sought)[: len(there) or None] == there


@pytest.mark.parametrize(
    ("words", "says"),
    [("ci(", "missing ), unterminated subpattern (at 3)"), ("*", "nothing to repeat (at 1)"), ("(" * 5000, "")],
)
@pytest.mark.parametrize("whole", [False, True])
def test_what_is_no_expression_says_why(words: str, says: str, whole: bool) -> None:
    with pytest.raises(BadExpression) as caught:
        Seeker(Sought(words, regex=True, whole=whole))
    assert says in str(caught.value)
    assert str(caught.value)


def test_no_more_than_asked_for() -> None:
    assert len(Seeker(Sought("a")).find("a" * 100, most=7)) == 7


@given(st.text(max_size=60), st.text(max_size=4), st.booleans(), st.booleans())
def test_literal_hits_are_in_order_apart_and_say_what_was_sought(
    text: str, words: str, whole: bool, exact: bool
) -> None:
    hits = Seeker(Sought(words, whole=whole, exact=exact)).find(text)
    for one, other in pairwise(hits):
        assert one.end <= other.begin
    for hit in hits:
        same = hit.of(text) if exact else fold_in_place(hit.of(text)).replace("\u0300", "")
        assert "".join(same.split())[:1] != ""


LETTERS = st.sampled_from(["a", "É", "e\u0301", "ç", " ", "u\u0308", "."])


@given(st.lists(LETTERS, min_size=1, max_size=8).map("".join), st.text("xyz .", max_size=6))
def test_what_stands_there_is_found(words: str, before: str) -> None:
    text = f"{before} {words} {before}"
    assert bool(Seeker(Sought(words)).find(text)) == bool(words.strip())


def test_the_process_finds_the_same_and_is_asked_again() -> None:
    with BoundedSeeker() as seeker:
        for sought in (Sought(r"cit\w+", regex=True), Sought("cavusoglu"), Sought("zz", regex=True)):
            assert seeker.find(sought, TEXT) == Seeker(sought).find(TEXT)
        other = "nothing \ud800 but a city"
        assert [s.of(other) for s in seeker.find(Sought("city"), other)] == ["city"]


def test_an_expression_without_end_is_stopped_and_the_next_is_answered() -> None:
    with BoundedSeeker(patience=0.3) as seeker:
        with pytest.raises(TooSlow):
            seeker.find(Sought("(a+)+b", regex=True), "a" * 60)
        assert not seeker.waiting
        assert seeker.find(Sought("a+b", regex=True), "aab") == [Span(0, 3)]


def answered(seeker: BoundedSeeker) -> list[Span]:
    while (hits := seeker.answer(0.05)) is None:
        pass
    return hits


def _deaf(_questions: Connection, answers: Connection) -> None:
    """Begin, and take nothing that is asked."""
    answers.send_bytes(b"")
    sleep(600)


def test_who_asks_never_waits_until_the_text_was_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounded, "_serve", _deaf)
    with BoundedSeeker(patience=0.2) as seeker:
        for _ in range(3):  # asked while it is begun, and while it waits
            seeker.ask(Sought("a", regex=True), "a b " * 1_000_000)
            assert seeker.waiting
        with pytest.raises(TooSlow):
            answered(seeker)
        assert not seeker.waiting


def test_a_process_that_was_ended_from_outside_is_begun_again() -> None:
    before = set(multiprocessing.active_children())
    with BoundedSeeker() as seeker:
        assert seeker.find(Sought("b", regex=True), "aab") == [Span(2, 3)]
        (process,) = set(multiprocessing.active_children()) - before
        process.kill()
        process.join()
        assert seeker.find(Sought("b", regex=True), "aab") == [Span(2, 3)]


def test_a_new_question_drops_the_old_one() -> None:
    with BoundedSeeker() as seeker:
        seeker.ask(Sought("(a+)+b", regex=True), "a" * 60)
        assert seeker.answer() is None
        seeker.ask(Sought("b", regex=True), "aab")
        assert answered(seeker) == [Span(2, 3)]


def test_who_waits_can_be_told_to_stop() -> None:
    class Stop(Exception):
        pass

    def stop() -> None:
        raise Stop

    with BoundedSeeker() as seeker, pytest.raises(Stop):
        seeker.find(Sought("(a+)+b", regex=True), "a" * 60, keep_on=stop)
