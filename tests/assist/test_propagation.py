"""Where the same words stand elsewhere."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.assist.propagation import identical_occurrences
from dateline.model.text import Span


@pytest.mark.parametrize(
    ("text", "words", "folded", "found"),
    [
        ("Astana, then Astana.", "Astana", False, ["Astana"]),
        ("Astana, then ASTANA.", "Astana", False, []),
        ("Astana, then ASTANA.", "Astana", True, ["ASTANA"]),
        ("Çavuşoğlu met; Cavusoglu said", "Çavuşoğlu", True, ["Cavusoglu"]),
        ("Çavuşoğlu met; Cavusoglu said", "Çavuşoğlu", False, []),
        ("Turkey and Türkiye", "Turkey", True, []),
        ("Iran and Iranian", "Iran", True, []),
        ("Iran and Iranian", "Iran", False, []),
        ("Ankara'da kaldı, Ankara sustu", "Ankara", True, ["Ankara"]),
        ("Ankara sustu. Ankara’da kaldı", "Ankara", True, ["Ankara"]),
        ("Turkey. Turkey's role", "Turkey", True, ["Turkey"]),
        ("Black Sea, Black\u00a0Sea, Black\nSea", "Black Sea", False, ["Black\u00a0Sea", "Black\nSea"]),
        ("Black Sea, black  sea", "Black Sea", True, ["black  sea"]),
        ("Black Sea. Black, Sea", "Black Sea", True, []),
        ("Black Sea. Black\n\nSea", "Black Sea", True, []),
        ("🤝 Astana 🤝 Astana", "Astana", True, ["Astana"]),
        ("a.b a.b axb", "a.b", False, ["a.b"]),
        ("$5 billion, then $5 Billion, not 5 billion", "$5 billion", True, ["$5 Billion"]),
        ("5% here, 5% there, 5 days", "5%", True, ["5%"]),
        ("5 billion, $5 billion", "5 billion", True, ["5 billion"]),
        ("Peru. The Peru-Chile talks, a Chile‑Peru pact", "Peru", True, ["Peru", "Peru"]),
        ("Peru. The Peru-Chile talks, a Chile‑Peru pact", "Peru", False, ["Peru", "Peru"]),
        ("The Peru-Chile talks. Perú", "Peru", True, ["Perú"]),
        ("Al-Farabi, AL-FARABI, Al Farabi's", "Al-Farabi", True, ["AL-FARABI", "Al Farabi"]),
    ],
)
def test_the_same_words_are_found(text: str, words: str, folded: bool, found: list[str]) -> None:
    begin = text.index(words)
    span = Span(begin, begin + len(words))
    there = list(identical_occurrences(text, span, folded=folded))
    assert [s.of(text) for s in there] == found
    assert span not in there


@given(
    st.lists(st.sampled_from(["Astana", "astana", "Ankara", "ve", "ile", "Astana'da", "—"]), min_size=1, max_size=12),
    st.booleans(),
)
def test_what_is_found_is_in_order_apart_and_on_word_bounds(words: list[str], folded: bool) -> None:
    text = " ".join(words)
    span = Span(0, len(words[0]))
    found = list(identical_occurrences(text, span, folded=folded))
    assert found == sorted(found)
    for one, other in pairwise(found):
        assert one.end <= other.begin
    for there in found:
        assert there.begin == 0 or not text[there.begin - 1].isalnum()
        assert there.end == len(text) or not text[there.end].isalnum()
        if not folded:
            assert there.of(text) == span.of(text)


@given(st.text("aAb.- \n&1'", max_size=40), st.integers(0, 39), st.integers(1, 12))
def test_ascii_is_searched_another_way_with_the_same_result(text: str, begin: int, length: int) -> None:
    span = Span(min(begin, len(text)), min(begin, len(text)) + length)
    if span.end > len(text):
        return
    plain = list(identical_occurrences(text, span, folded=True))
    # A letter beyond ASCII at the end takes the other way; it touches nothing before it.
    assert plain == [s for s in identical_occurrences(text + "\n\né", span, folded=True) if s.end <= len(text)]
