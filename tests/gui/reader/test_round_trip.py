"""Selection, span, what is drawn of it, and what a pointer meets there: the same, whatever script, line or lane."""

from collections.abc import Iterator

from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF

from dateline.gui.reader.hits import mentions_at
from dateline.gui.reader.sheet import LineAt
from dateline.gui.reader.units import grapheme_at, words_in
from dateline.model.annotation import Layer, Mention
from dateline.model.text import Span
from tests.gui.reader.conftest import LABELS, PageMaker
from tests.gui.reader.hand import ALT, Hand
from tests.gui.reader.test_geometry import texts

articles = st.lists(texts, min_size=1, max_size=3).map("\r\n".join)
widths = st.sampled_from([230, 330, 520, 900])
slow = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


def lay_out(hand: Hand, schema, made: PageMaker, width: int) -> list[LineAt]:
    """Show a page so high that all of it is in view, and so narrow that lines wrap; return its lines."""
    hand.made = made
    hand.reader.resize(width, 6000)
    hand.reader.set_page(made.page, schema)
    return hand.reader.visible_lines()


def stretches(at: LineAt, begin: int, end: int) -> list[tuple[int, int]]:
    return at.cell.set.extents(at.line, begin, end)


def characters(text: str, at: LineAt) -> Iterator[tuple[Span, float]]:
    """The perceived characters of a line that have ink or space, each with its middle's x."""
    position = at.line.begin
    while position < at.line.end:
        found = grapheme_at(text, position)
        extents = stretches(at, position, min(found.end, at.line.end))
        if len(extents) == 1 and extents[0][1] - extents[0][0] >= 3 and found.begin == position:
            yield found, sum(extents[0]) / 2
        position = max(found.end, position + 1)


def place(hand: Hand, at: LineAt, x: float) -> QPoint:
    """A point in the view, on the words of a line."""
    return hand.reader.to_viewport(x, at.base + at.cell.set.grid.text_top + 6)


def met(hand: Hand, at: LineAt, x: float) -> tuple[str, ...]:
    found = hand.reader.hit(QPointF(place(hand, at, x)))
    assert found is not None
    sheet = hand.reader.sheet()
    assert sheet is not None
    return mentions_at(sheet, found)


@given(text=articles, width=widths, data=st.data())
@slow
@example(text="قال UN إن 12 شخصا (two) أصيبوا. ", width=230, data=None)
@example(text="The ministry وزارة الصحة said 👩🏽‍⚕️ so in לילה שלום today. ", width=230, data=None)
def test_what_is_dragged_over_is_selected_from_its_first_word_to_its_last(hand, schema, text, width, data):
    """Over lines, paragraphs and directions: from a character of the first word to one of the last."""
    lines = lay_out(hand, schema, PageMaker(text), width)
    words = list(words_in(text, 0, len(text)))
    assume(words)
    one = data.draw(st.integers(0, len(words) - 1)) if data else 0
    other = data.draw(st.integers(one, len(words) - 1)) if data else len(words) - 1
    span = Span(words[one].begin, words[other].end)
    inside = [(at, c, x) for at in lines for c, x in characters(text, at) if span.begin <= c.begin < span.end]
    assume(inside)
    (start, first, low), (stop, last, high) = inside[0], inside[-1]
    assume(first.begin < words[one].end and last.end > words[other].begin)
    begin, end = place(hand, start, low), place(hand, stop, high)
    assume((end - begin).manhattanLength() >= 12)
    hand.drag(begin, end)
    (selected,) = hand.reader.selection()
    if one == other and "-" in span.of(text):
        assert span.covers(selected)  # a drag inside a hyphenated word takes the parts it touches
    else:
        assert selected == span
    assert hand.reader.selection() == (selected,)


@given(text=articles, width=widths, data=st.data())
@slow
def test_an_exact_drag_takes_the_characters_from_edge_to_edge(hand, schema, text, width, data):
    lines = lay_out(hand, schema, PageMaker(text), width)
    plain = [at for at in lines if not at.cell.set.bidi]
    shown = [(at, c, x) for at in plain for c, x in characters(text, at)]
    assume(len(shown) > 1)
    i = data.draw(st.integers(0, len(shown) - 2))
    j = data.draw(st.integers(i + 1, len(shown) - 1))
    (start, first, low), (stop, last, high) = shown[i], shown[j]
    begin, end = place(hand, start, low - 1), place(hand, stop, high + 1)
    assume((end - begin).manhattanLength() >= 12)
    hand.drag(begin, end, ALT)
    assert hand.reader.selection() == (Span(first.begin, last.end),)


@st.composite
def annotated(draw: st.DrawFn) -> PageMaker:
    """A text with nested, crossing, equal and discontinuous mentions."""
    made = PageMaker(draw(articles))
    words = list(words_in(made.page.text, 0, len(made.page.text)))
    if not words:
        return made
    picks = st.integers(0, len(words) - 1)
    for number in range(draw(st.integers(1, 7))):
        layer, label, _ = LABELS[draw(st.integers(0, 4))]
        begin = draw(picks)
        end = min(len(words) - 1, begin + draw(st.integers(0, 9)))
        fragments = [Span(words[begin].begin, words[end].end)]
        if end + 2 < len(words) and draw(st.booleans()):
            further = draw(st.integers(end + 2, min(len(words) - 1, end + 8)))
            fragments.append(words[further])
        mention = Mention(f"m{number}", "article", "me", layer, label, tuple(fragments))
        made.page.mentions[mention.id] = mention
    return made


@given(made=annotated(), width=widths)
@slow
def test_what_is_drawn_of_a_mention_is_where_it_is_met_and_nowhere_else(hand, schema, made, width):
    """Its rectangles hold every character of its fragments and no other, over wrapped lines and mixed directions."""
    text = made.page.text
    for at in lay_out(hand, schema, made, width):
        pieces: dict[str, list[tuple[int, int]]] = {}
        for piece in at.shape.pieces:
            pieces.setdefault(piece.mention, []).append((piece.left, piece.right))
        here = [m for m in made.page.mentions.values() if any(_on(at, f) for f in m.fragments)]
        hidden = {m.id for m in here if m.id not in pieces and any(stretches(at, *_ends(f)) for f in m.fragments)}
        assert at.shape.more >= len(hidden)  # no lane was left for them: they are counted beside the line
        for character, x in characters(text, at):
            over = {m.id for m in here if any(f.begin <= character.begin < f.end for f in m.fragments)}
            assert set(met(hand, at, x)) == over
            drawn = {m for m, found in pieces.items() if any(left <= x <= right for left, right in found)}
            assert drawn == over - hidden
        for mention, found in pieces.items():
            for left, right in found:
                for x in (left + 1, (left + right) / 2, right - 2):
                    if right - left > 4:
                        assert mention in met(hand, at, x)


def dash_alone() -> PageMaker:
    made = PageMaker("وزارة  report – \r\nreport ")
    made.page.mentions["m0"] = Mention("m0", "article", "me", Layer.ENTITY, "Person", (Span(0, 24),))
    return made


@given(made=annotated(), width=widths)
@example(made=dash_alone(), width=230)
@slow
def test_clicks_on_what_is_drawn_go_through_all_that_lies_there(hand, schema, made, width):
    """The mention selected by a click is one that is drawn there, and its span is the selection."""
    lines = lay_out(hand, schema, made, width)
    found = [(at, p) for at in lines for p in at.shape.pieces if p.right - p.left > 8]
    assume(found)
    at, piece = found[len(found) // 2]
    x = (piece.left + piece.right) / 2
    expected = met(hand, at, x)
    seen = []
    for _ in range(len(expected)):
        hand.click(place(hand, at, x))
        selected = hand.reader.selected_mention()
        seen.append(selected)
        assert hand.reader.selection() == made.page.mentions[selected].fragments
    assert tuple(seen) == expected
    assert piece.mention in seen


def _on(at: LineAt, span: Span) -> bool:
    return span.begin < at.line.end and at.line.begin < span.end


def _ends(span: Span) -> tuple[int, int]:
    return span.begin, span.end


def test_the_layers_that_are_drawn_are_those_of_the_test_pages():
    assert {layer for layer, _, _ in LABELS[:5]} == {Layer.ENTITY, Layer.TIME, Layer.EVENT}


@given(text=articles, width=widths, data=st.data())
@slow
@example(text="The English summary names وزارة الصحة في أنقرة here. ", width=900, data=None)
@example(text="قالت وزارة الصحة United Nations إن. ", width=230, data=None)
def test_an_edge_is_caught_where_the_mention_begins_or_ends_as_it_is_read(hand, schema, text, width, data):
    """The end of an Arabic name is at its left, also inside a paragraph that reads to the right."""
    made = PageMaker(text)
    words = list(words_in(text, 0, len(text)))
    assume(len(words) > 2)
    begin = data.draw(st.integers(0, len(words) - 3)) if data else 4
    end = data.draw(st.integers(begin, len(words) - 2)) if data else 5
    if data is None:
        begin, end = (4, 5) if width == 900 else (1, 2)
    mention = Mention("m", "article", "me", Layer.ENTITY, "Person", (Span(words[begin].begin, words[end].end),))
    made.page.mentions["m"] = mention
    lay_out(hand, schema, made, width)
    hand.reader.select_mention("m")
    moved: list[tuple[Span, ...]] = []
    hand.reader.edge_drag_finished.connect(lambda _, fragments: moved.append(fragments))
    last, further = grapheme_at(text, words[end].end - 1), words[end + 1]
    start, stop = hand.reader.line_of(last.begin), hand.reader.line_of(further.begin)
    edge = start.cell.set.edge_x(start.line, last.begin, at_end=True)
    target = next(((at, x) for at in (stop,) for c, x in characters(text, at) if further.covers(c)), None)
    assume(edge and target and len(stretches(start, last.begin, last.end)) == 1)
    mine = {x for _, x in _edges(hand, mention)}
    assume(len(mine) == 2)  # else both edges stand in one place and either may be meant
    begin_at, end_at = place(hand, start, edge[0]), place(hand, *target)
    assume((end_at - begin_at).manhattanLength() >= 12)
    hand.drag(begin_at, end_at)
    hand.reader.edge_drag_finished.disconnect()
    assert moved == [(Span(mention.fragments[0].begin, further.end),)]


def _edges(hand: Hand, mention: Mention) -> Iterator[tuple[bool, tuple[int, int]]]:
    """Where each edge of a mention stands: line and x, rounded so that edges that touch are one."""
    for at_end, position in ((False, mention.fragments[0].begin), (True, mention.fragments[-1].end - 1)):
        at = hand.reader.line_of(position)
        if found := at.cell.set.edge_x(at.line, position, at_end=at_end):
            yield at_end, (at.base, found[0] // 12)


def test_a_name_that_reads_leftwards_and_wraps_is_open_at_the_left_of_its_first_line(hand, schema):
    """Its outline used to be closed where it goes on and open where it begins."""
    made = PageMaker("قالت وزارة الخارجية التركية إن مبعوثين من مصر وقطر اجتمعوا في أنقرة اليوم")
    lines = lay_out(hand, schema, made, 230)
    span = Span(5, len(made.page.text))
    closed = [[b[2:] for b in at.cell.set.bounded(at.line, span.begin, span.end)] for at in lines]
    assert len(lines) > 2
    assert closed[0] == [(False, True)]
    assert closed[-1] == [(True, False)]
    assert all(c == [(False, False)] for c in closed[1:-1])
