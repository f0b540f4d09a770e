"""Spans, words, sentences, UTF-16 offsets, folding."""

import hashlib
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dateline.model import text as t
from dateline.model.text import Span, Utf16Map

TEXTS = st.text(st.characters(codec="utf-8"), max_size=60)
MIXED = st.text(st.sampled_from("aé🤝𐐷\u0301\u200d\r\n ı."), max_size=40)
SPANS = st.builds(lambda b, n: Span(b, b + n), st.integers(0, 40), st.integers(1, 15))


# --- spans


@pytest.mark.parametrize(("begin", "end"), [(3, 3), (4, 3), (-1, 2), (0, 0)])
def test_no_span_is_empty_reversed_or_negative(begin: int, end: int) -> None:
    with pytest.raises(ValueError, match=f"not a span: {begin}..{end}"):
        Span(begin, end)


def test_spans_are_half_open() -> None:
    span = Span(2, 5)
    assert len(span) == 3
    assert span.of("abcdefg") == "cde"
    assert not span.overlaps(Span(5, 6))
    assert not span.overlaps(Span(0, 2))
    assert span.overlaps(Span(4, 9))
    assert span.covers(span)
    assert span.covers(Span(3, 5))
    assert not span.covers(Span(3, 6))


@given(st.lists(SPANS, max_size=20), st.lists(SPANS, max_size=20))
def test_of_spans_that_are_left_the_first_that_meets_another_is_found(spans: list[Span], others: list[Span]) -> None:
    spans = sorted(spans, key=lambda s: s.begin)
    left, found = dict(enumerate(spans)), t.SpansLeft(spans)
    for other in others:
        number = found.first_that_meets(other)
        assert number == next((n for n, span in left.items() if span.overlaps(other)), None)
        if number is not None:
            found.take(number)
            del left[number]


@given(SPANS, SPANS)
def test_span_predicates_agree_with_sets_of_characters(a: Span, b: Span) -> None:
    ones, others = set(range(a.begin, a.end)), set(range(b.begin, b.end))
    assert a.overlaps(b) == b.overlaps(a) == bool(ones & others)
    assert a.covers(b) == (others <= ones)


@given(st.lists(SPANS, max_size=8))
def test_merged_is_the_union_in_the_fewest_pieces(spans: list[Span]) -> None:
    union = t.merged(spans)
    assert {i for s in union for i in range(s.begin, s.end)} == {i for s in spans for i in range(s.begin, s.end)}
    assert all(a.end < b.begin for a, b in pairwise(union))


def test_hash_is_of_the_utf8_and_takes_any_string() -> None:
    assert t.text_sha256("ığ🤝") == hashlib.sha256("ığ🤝".encode()).hexdigest()
    assert t.text_sha256("\ud800") != t.text_sha256("?")


# --- UTF-16


@given(TEXTS | MIXED)
@example("")
@example("🤝")
@example("a🤝🤝b")
def test_utf16_offsets_are_those_of_the_encoding(text: str) -> None:
    mapping = Utf16Map(text)
    for position in range(len(text) + 1):
        offset = len(text[:position].encode("utf-16-le")) // 2
        assert mapping.to_utf16(position) == offset
        assert mapping.from_utf16(offset) == position


@given(MIXED)
def test_an_offset_inside_a_pair_belongs_to_its_character(text: str) -> None:
    mapping = Utf16Map(text)
    units = [i for i, c in enumerate(text) for _ in range(len(c.encode("utf-16-le")) // 2)]
    for offset, character in enumerate(units):
        inside = offset and units[offset - 1] == character
        assert mapping.from_utf16(offset) in ((character, character + 1) if inside else (character,))


# --- words


def _words(text: str) -> list[str]:
    return [s.of(text) for s in t.words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Turkey's cease-fire, signed.", ["Turkey", "cease-fire", "signed"]),
        ("U.S. troops", ["U.S", "troops"]),
        ("1,000 men; a,b", ["1,000", "men", "a", "b"]),
        ("at 12:30: yes", ["at", "12:30", "yes"]),
        ("Çavuşoğlu’nun ışığı", ["Çavuşoğlu", "ışığı"]),
        ("Türkiye'nin İstanbul", ["Türkiye", "İstanbul"]),
        ("Йошкар-Ола", ["Йошкар-Ола"]),
        ("no\u00a0break 🤝 snake_case", ["no", "break", "snake", "case"]),
        ("(2018)", ["2018"]),
        ("cafe\u0301s", ["cafe\u0301s"]),
        ("", []),
        ("… — !", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert _words(text) == expected


@given(TEXTS)
def test_words_are_in_order_and_apart(text: str) -> None:
    spans = list(t.words(text))
    assert all(a.end <= b.begin for a, b in pairwise(spans))
    assert all(any(c.isalnum() for c in s.of(text)) for s in spans)
    covered = {i for s in spans for i in range(s.begin, s.end)}
    assert all(i in covered for i, c in enumerate(text) if c.isalnum())


@given(TEXTS, st.data())
def test_the_word_at_a_character_is_the_word_that_holds_it(text: str, data: st.DataObject) -> None:
    if text:
        position = data.draw(st.integers(0, len(text) - 1))
        expected = next((s for s in t.words(text) if s.begin <= position < s.end), None)
        assert t.word_at(text, position) == expected


def test_the_word_at_a_place_in_a_long_text_is_found_from_near_it() -> None:
    text = "word " * 50_000 + "Turkey's end"
    assert t.word_at(text, text.index("Turkey") + 3) == Span(250_000, 250_006)
    assert t.word_at("x" * 5_000, 2_500) is not None


# --- trimming


@pytest.mark.parametrize(
    ("text", "selected", "expected"),
    [
        ("met in Astana today", " Astana ", "Astana"),
        ("met in Astana, today", "Astana,", "Astana"),
        ("the “Astana” talks", "“Astana”", "Astana"),
        ("in the U.S. today", "U.S.", "U.S."),
        ("paid $5 million.", "$5 million.", "$5 million"),
        ("rose 5% then", "5%", "5%"),
        ("one\u00a0two", "\u00a0two", "two"),
    ],
)
def test_a_selection_is_trimmed_to_words(text: str, selected: str, expected: str) -> None:
    begin = text.index(selected)
    span = t.trim(text, begin, begin + len(selected))
    assert span
    assert span.of(text) == expected


def test_of_a_selection_of_nothing_nothing_is_left() -> None:
    assert t.trim("a  , b", 1, 5) is None
    assert t.trim("  ", 0, 2) is None
    assert t.trim("", 0, 0) is None


@given(TEXTS, st.data())
def test_a_trimmed_selection_is_trimmed_to_itself(text: str, data: st.DataObject) -> None:
    if not text:
        return
    begin = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(begin + 1, len(text)))
    span = t.trim(text, begin, end)
    if span:
        assert span.end <= len(text)
        assert t.trim(text, span.begin, span.end) == span
        assert not span.of(text)[0].isspace()
        assert not span.of(text)[-1].isspace()


# --- paragraphs and sentences


def _sentences(text: str) -> list[str]:
    return [s.of(text) for s in t.sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("Mr. Smith met Gen. Lee. They left.", ["Mr. Smith met Gen. Lee.", "They left."]),
        ("The U.S. left. So did he.", ["The U.S. left.", "So did he."]),
        ("It was 3.5 million. Yes", ["It was 3.5 million.", "Yes"]),
        ("“Go.” He went.", ["“Go.”", "He went."]),
        ("Title without stop\nFirst line.\r\nSecond", ["Title without stop", "First line.", "Second"]),
        ("  padded \u00a0\n\n next ", ["padded", "next"]),
        ("一。二！", ["一。", "二！"]),
        ("on Jan. 5. Then", ["on Jan. 5.", "Then"]),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert _sentences(text) == expected


@given(TEXTS | st.text(st.sampled_from('aB. !?\n\r\u2028"”'), max_size=40))
def test_sentences_hold_every_visible_character_once(text: str) -> None:
    spans = list(t.sentences(text))
    assert all(a.end <= b.begin for a, b in pairwise(spans))
    covered = {i for s in spans for i in range(s.begin, s.end)}
    assert all(i in covered for i, c in enumerate(text) if not c.isspace())
    assert not any(c in "\r\n\u2028" for s in spans for c in s.of(text))


@given(st.text(st.sampled_from("aB. !?\n\r\u2028"), max_size=40), st.integers(0, 39))
def test_the_sentence_at_a_place_is_one_of_the_sentences(text: str, position: int) -> None:
    expected = next((s for s in t.sentences(text) if s.begin <= position < s.end), None)
    assert t.sentence_at(text, position) == expected


def test_sentences_of_a_part_are_counted_from_the_begin_of_the_text() -> None:
    text = "Skip. One. Two."
    assert [s.of(text) for s in t.sentences(text, 6)] == ["One.", "Two."]
    assert [s.of(text) for s in t.sentences(text, 6, 10)] == ["One."]


@given(TEXTS | MIXED)
def test_paragraphs_are_the_text_without_its_line_ends(text: str) -> None:
    spans = list(t.paragraphs(text))
    kept = "".join(s.of(text) for s in spans)
    assert kept == "".join(c for c in text if c not in "\r\n\x0b\x0c\x85\u2028\u2029")
    assert all(len(s) for s in spans)


# --- folding


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Çavuşoğlu", "cavusoglu"), ("DIYARBAKIR", "Diyarbakır"), ("İSTANBUL", "istanbul"), ("Łódź", "lodz"),
        ("Straße", "STRASSE"), ("Ærø", "aero"), ("ＮＡＴＯ", "nato"), ("cafe\u0301", "CAFÉ"), ("Đà Nẵng", "da nang"),
    ],
)  # fmt: skip
def test_spellings_that_are_one_when_folded(one: str, other: str) -> None:
    assert t.fold(one) == t.fold(other)


@given(TEXTS)
def test_folding_twice_is_folding_once_and_leaves_no_marks(text: str) -> None:
    folded = t.fold(text)
    assert not any(unicodedata.combining(c) for c in folded)
    assert t.fold(folded) == folded


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Turkey's fight", ["Turkey", "fight"]),
        ("Türkiye’nin ve Ankara'daki", ["Türkiye", "ve", "Ankara"]),
        ("2018'de BM’de, AB'nin 15.30'da", ["2018", "BM", "AB", "15.30"]),
        ("Li'l O'neill 5'6", ["Li'l", "O'neill", "5'6"]),
        ("O'Neill met D'Artagnan", ["O'Neill", "met", "D'Artagnan"]),
        ("don't", ["don't"]),
        ("al-Qa'ida’s men", ["al-Qa'ida", "men"]),
    ],
)
def test_a_suffix_behind_an_apostrophe_is_no_part_of_a_name(text: str, found: list[str]) -> None:
    assert [s.of(text) for s in t.words(text)] == found


def test_a_selection_drops_the_possessive() -> None:
    text = "Nursultan Nazarbayev's visit"
    found = t.trim(text, 0, text.index("'s") + 2)
    assert found
    assert found.of(text) == "Nursultan Nazarbayev"


def test_a_sentence_deep_in_a_paragraph_of_a_megabyte_is_found() -> None:
    text = "Mr. Smith met the envoys of the U.S. in Astana. They left. " * 18_000
    for n in (0, 9_000, 17_999):
        at = n * 59
        found = t.sentence_at(text, at + 10)
        assert found
        assert found.of(text) == "Mr. Smith met the envoys of the U.S. in Astana."
        last = t.sentence_at(text, at + 50)
        assert last
        assert last.of(text) == "They left."
    assert t.sentence_at("x" * 20_000, 10_000)
