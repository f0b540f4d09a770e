"""Where text stands and what stands where: each is the other's inverse, in every script."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint

from dateline.gui.reader.blocks import Blocks
from dateline.gui.reader.caret import Caret, regrain
from dateline.gui.reader.typeset import Grid, SetBlock
from dateline.gui.reader.units import Granularity, grapheme_at, next_unit, snap, unit_at, words_in
from dateline.model.text import Span, Utf16Map
from tests.gui.reader.conftest import PageMaker

WORDS = [
    "report", "U.S.", "cease-fire", "1,000", "İstanbul'da", "Çavuşoğlu", "Қазақстан", "e\u0301te\u0301", "🚨", "👩🏽‍⚕️",
    "🇹🇷", "وزارة", "الصحة", "לילה", "中文字", "ไทย", "(left)", "«so»", "—", "a\u00a0b", "x",
]  # fmt: skip
SPACES = [" ", "  ", "\u00a0", ", ", ". ", " – "]
texts = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(SPACES)), min_size=1, max_size=30).map(
    lambda parts: "".join(w + s for w, s in parts)
)
quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def grid(qapp) -> Grid:
    return Grid.of(None, 18, 1.0)


def hits(block: SetBlock, line, extents) -> set[int]:
    """The characters that a pointer meets anywhere inside some extents, their very edges left out."""
    return {block.character_at(line, x + 0.5) for low, high in extents for x in range(low + 1, high - 1)}


@given(texts, st.integers(120, 700))
@example("قال UN إن 12 شخصا (two) أصيبوا.", 200)
@example("وزارة 👩🏽\u200d⚕️ ", 120)
@example("The ministry وزارة الصحة said 👩🏽‍⚕️ so", 300)
@quick
def test_what_is_drawn_for_a_word_is_hit_as_that_word(grid, text, width):
    block = SetBlock(text, 100, width, grid)
    for word in words_in(text, 0, len(text)):
        for line in block.lines:
            low, high = max(word.begin + 100, line.begin), min(word.end + 100, line.end)
            if low < high:
                met = hits(block, line, block.extents(line, low, high))
                assert all(low <= position < high for position in met), (word.of(text), met)


@given(texts, st.integers(120, 700))
@quick
def test_words_of_one_line_stand_beside_one_another(grid, text, width):
    block = SetBlock(text, 0, width, grid)
    for line in block.lines:
        drawn = sorted(
            extent for w in words_in(text, line.begin, line.end) for extent in block.extents(line, w.begin, w.end)
        )
        assert all(a[1] <= b[0] + 1 for a, b in pairwise(drawn))
        assert all(line.left - 1 <= a and b <= line.right + 1 for a, b in drawn)


@given(texts, st.integers(120, 700))
@quick
def test_lines_part_a_text_without_gaps(grid, text, width):
    block = SetBlock(text, 7, width, grid)
    assert block.lines[0].begin == 7
    assert block.lines[-1].end == 7 + len(text)
    assert all(a.end == b.begin for a, b in pairwise(block.lines))
    for position in range(7, 7 + len(text)):
        line = block.lines[block.line_at(position)]
        assert line.begin <= position < line.end


@given(texts, st.data())
@quick
def test_an_edge_drawn_is_the_edge_caught(grid, text, data):
    block = SetBlock(text, 0, 100_000, grid)
    if block.bidi:
        return
    at = grapheme_at(text, data.draw(st.integers(0, len(text) - 1))).begin
    (line,) = block.lines
    if extents := block.extents(line, 0, at):
        caught = block.edge_at(line, extents[-1][1])
        assert grapheme_at(text, min(caught, len(text) - 1)).begin in (at, grapheme_at(text, max(0, at - 1)).begin)
        assert abs((block.extents(line, 0, caught) or extents)[-1][1] - extents[-1][1]) <= 1


@given(st.text(max_size=80), st.data())
def test_positions_go_to_utf16_and_back(text, data):
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    to, position = Utf16Map(text), data.draw(st.integers(0, len(text)))
    assert to.from_utf16(to.to_utf16(position)) == position
    assert to.to_utf16(position) == len(text[:position].encode("utf-16-le")) // 2


# Snapping


@given(texts, st.data())
@quick
def test_snapping_takes_the_words_touched_and_no_others(text, data):
    begin = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(begin + 1, len(text)))
    touched = [w for w in words_in(text, 0, len(text)) if w.begin < end and begin < w.end]
    found = snap(text, begin, end)
    if not touched:
        assert found is None or (begin <= found.begin and found.end <= end)
        return
    assert found is not None
    assert all(found.covers(w) for w in touched)
    assert min(begin, touched[0].begin) <= found.begin
    assert found.end <= max(end, touched[-1].end)
    assert snap(text, found.begin, found.end) == found
    assert not text[found.begin].isspace()
    assert not text[found.end - 1].isspace()


@given(texts, st.sampled_from([Granularity.CHARACTER, Granularity.WORD]))
@quick
def test_steps_walk_all_of_a_text_and_back(text, granularity):
    blocks = Blocks(text)
    ahead, at = [], 0
    while unit := next_unit(blocks, at, granularity, 1):
        assert unit.begin >= at
        ahead.append(unit)
        at = unit.end
    back, at = [], len(text)
    while unit := next_unit(blocks, at, granularity, -1):
        back.append(unit)
        at = unit.begin
    assert back[::-1] == ahead
    if granularity is Granularity.CHARACTER:
        assert "".join(u.of(text) for u in ahead) == text


@given(texts, st.data())
@quick
def test_every_unit_holds_the_place_it_was_asked_at(text, data):
    position = data.draw(st.integers(0, len(text) - 1))
    blocks = Blocks(text)
    for granularity in (Granularity.CHARACTER, Granularity.WORD, Granularity.PHRASE):
        unit = unit_at(blocks, position, granularity)
        assert unit is None or unit.begin <= position < unit.end


@given(texts, st.data())
@quick
def test_another_granularity_loses_nothing_that_was_extended_over(text, data):
    blocks = Blocks(text)
    words = list(words_in(text, 0, len(text)))
    if not words:
        return
    before = Caret(data.draw(st.sampled_from(words)), data.draw(st.sampled_from(words)))
    after = regrain(blocks, before, data.draw(st.sampled_from([*Granularity])))
    if before.anchor != before.head:
        assert after.span.covers(before.span)
        assert (after.anchor <= after.head) == (before.anchor <= before.head) or after.anchor == after.head
    back = regrain(blocks, before, Granularity.CHARACTER)
    assert back.span == (before.span if before.anchor != before.head else grapheme_at(text, before.head.begin))


# The whole view


@given(text=st.lists(texts, min_size=1, max_size=4).map("\r\n".join), data=st.data())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_selection_is_drawn_where_a_click_finds_it_again(hand, schema, text, data):
    made = PageMaker(text)
    hand.made = made
    hand.reader.set_page(made.page, schema)
    found = list(words_in(text, 0, len(text)))
    if not found:
        return
    word: Span = data.draw(st.sampled_from(found))
    hand.reader.set_selection([word])
    drawn = hand.reader.rect_of(word)
    if drawn.width() < 3 or hand.reader.line_of(word.begin).line.end < word.end:
        return
    hand.reader.set_selection([])
    extents = hand.reader.line_of(word.begin).cell.set.extents(hand.reader.line_of(word.begin).line, *_ends(word))
    if len(extents) == 1:
        hand.click(QPoint(drawn.center().x(), drawn.center().y()))
        assert hand.reader.selection() == (word,)


def _ends(span: Span) -> tuple[int, int]:
    return span.begin, span.end


def test_each_of_a_thousand_flags_in_a_row_is_one_character():
    text = "a" + "🇹🇷🇰🇿" * 500 + "b"
    assert [(s.begin, s.end) for s in words_in(text, 1, len(text) - 1)] == [(i, i + 2) for i in range(1, 2001, 2)]
    assert grapheme_at(text, 1000) == grapheme_at(text, 999) == Span(999, 1001)
