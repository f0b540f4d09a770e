"""Tokens cover a text, spans find theirs, and tags come back as the spans they were made of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.exchange.bio import Scheme, TokenSpan, decoded_tags, encoded, flat
from dateline.exchange.tokens import Aligned, aligned, rebuilt, tokenised, tokens
from dateline.model.text import Span
from tests.exchange.bundles import TEXTS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Turkey's minister, Mr. Çavuşoğlu, met U.S. envoys.",
         ["Turkey", "'s", "minister", ",", "Mr", ".", "Çavuşoğlu", ",", "met", "U.S", ".", "envoys", "."]),
        ("a cease-fire at 12:30 for $1,000", ["a", "cease", "-", "fire", "at", "12:30", "for", "$", "1,000"]),
        ("UN-backed talks of pro‑Kurdish MPs, 2018-04-19", ["UN", "-", "backed", "talks", "of", "pro", "‑", "Kurdish",
         "MPs", ",", "2018", "-", "04", "-", "19"]),
        ("2018'de BM’de, AB'nin 15.30'da", ["2018", "'de", "BM", "’de", ",", "AB", "'nin", "15.30", "'da"]),
        ("O'Neill and Li'l L'Aquila", ["O'Neill", "and", "Li'l", "L'Aquila"]),
        ("Ankara'da (2018)", ["Ankara", "'da", "(", "2018", ")"]),
        ("👩\u200d👧 and 👍🏽!", ["👩\u200d👧", "and", "👍🏽", "!"]),
        ("x_y", ["x", "_", "y"]),
    ],
)  # fmt: skip
def test_words_and_signs(text, expected):
    assert [t.of(text) for t in tokens(text)] == expected


@given(TEXTS)
def test_every_character_that_is_no_white_space_is_in_one_token(text):
    found = [t for sentence in tokenised(text) for t in sentence.tokens]
    covered = [i for t in found for i in range(t.begin, t.end)]
    assert covered == [i for i, c in enumerate(text) if not c.isspace()]


def test_spans_find_their_tokens():
    text = "The ministers met  in Ankara."
    of = list(tokens(text))
    assert aligned(Span(4, 17), of) == Aligned(1, 3, exact=True)
    assert aligned(Span(4, 19), of) == Aligned(1, 3, exact=True)  # the white space behind it
    assert aligned(Span(5, 12), of) == Aligned(1, 2, exact=False)
    assert aligned(Span(17, 19), of) is None


def test_a_text_is_made_of_tokens():
    text, places = rebuilt([["Ankara", "agreed"], ["Yes"]])
    assert text == "Ankara agreed\nYes"
    assert [[p.of(text) for p in line] for line in places] == [["Ankara", "agreed"], ["Yes"]]


@st.composite
def flat_spans(draw):
    edges = draw(st.lists(st.integers(0, 12), max_size=8).map(sorted))
    pairs = zip(edges[0::2], edges[1::2], strict=False)
    return [TokenSpan(a, b, draw(st.sampled_from(["PER", "ORG", "B-X"]))) for a, b in pairs if a < b]


@given(flat_spans(), st.sampled_from(Scheme))
def test_tags_come_back_as_spans(spans, scheme):
    assert decoded_tags(encoded(12, spans, scheme)) == spans


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ("I-PER I-PER B-PER I-ORG O", [(0, 2, "PER"), (2, 3, "PER"), (3, 4, "ORG")]),
        ("B-PER I-PER B-PER O I-PER", [(0, 2, "PER"), (2, 3, "PER"), (4, 5, "PER")]),
        ("S-PER B-PER E-PER I-PER", [(0, 1, "PER"), (1, 3, "PER"), (3, 4, "PER")]),
        ("U-PER B-PER L-PER _ B-A-B", [(0, 1, "PER"), (1, 3, "PER"), (4, 5, "A-B")]),
        ("PER PER O ORG", [(0, 2, "PER"), (3, 4, "ORG")]),
        ("I-PER E-ORG", [(0, 1, "PER"), (1, 2, "ORG")]),
    ],
)
def test_tags_of_all_schemes_are_read(tags, expected):
    assert decoded_tags(tags.split()) == [TokenSpan(*e) for e in expected]


def test_of_nested_spans_the_longest_stays():
    outer, inner, apart = TokenSpan(0, 4, "ORG"), TokenSpan(2, 3, "GPE"), TokenSpan(4, 5, "GPE")
    assert flat([inner, outer, apart]) == ([outer, apart], [inner])
