"""Lanes, rows and tags never overlap, whatever spans there are."""

from itertools import combinations, pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dateline.gui.reader.captions import Bow, Spot, place_captions
from dateline.gui.reader.lanes import LANES, pack_lanes, pack_rows
from dateline.gui.reader.styles import Mode, Styles, contrast_of, mix
from dateline.gui.reader.tags import GAP, Form, Want, place_between, place_tags
from dateline.gui.theme import theme
from dateline.model.annotation import Layer
from dateline.model.schema import LabelType, Schema

extents = st.lists(st.builds(lambda b, n: (b, b + n), st.integers(0, 200), st.integers(1, 60)), max_size=40)
wants = st.lists(
    st.builds(
        lambda left, size, code, more: Want(left, left + size, code + more, code),
        st.integers(0, 600),
        st.integers(1, 300),
        st.integers(8, 40),
        st.integers(0, 80),
    ),
    max_size=40,
).map(lambda found: sorted(found, key=lambda w: (w.left, -w.right)))
EDGE = 640


@given(extents)
def test_spans_that_overlap_never_share_a_lane(spans):
    lanes = pack_lanes(spans)
    assert len(lanes) == len(spans)
    assert all(-1 <= lane < LANES for lane in lanes)
    for (one, a), (other, b) in combinations(zip(spans, lanes, strict=True), 2):
        if a == b >= 0:
            assert one[1] <= other[0] or other[1] <= one[0]


@given(extents)
def test_a_span_is_left_out_only_where_all_lanes_are_taken(spans):
    lanes = pack_lanes(spans)
    for (begin, end), lane in zip(spans, lanes, strict=True):
        if lane < 0:
            others = [s for s, m in zip(spans, lanes, strict=True) if m >= 0 and s[0] < end and begin < s[1]]
            assert len(others) >= LANES


@given(st.integers(0, 50), st.integers(2, 9))
def test_what_encloses_steps_down(begin, size):
    assert pack_lanes([(begin, begin + size), (begin, begin + 1)]) == [1, 0]


@given(extents)
def test_arcs_in_one_row_keep_apart(spans):
    rows = pack_rows(spans, 2)
    for (one, a), (other, b) in combinations(zip(spans, rows, strict=True), 2):
        if a == b:
            assert one[1] + 2 <= other[0] or other[1] + 2 <= one[0]


@given(extents.filter(bool), st.integers(0, 30))
def test_an_arc_runs_above_every_shorter_one_it_spans_however_wide_captions_are(spans, wide):
    room = [(low - wide, high + wide * (i % 3)) for i, (low, high) in enumerate(spans)]
    rows = pack_rows(room, lengths=[high - low for low, high in spans])
    for (one, a), (other, b) in combinations(zip(spans, rows, strict=True), 2):
        if one[0] <= other[0] and other[1] <= one[1] and one != other:
            assert a > b
        if other[0] <= one[0] and one[1] <= other[1] and one != other:
            assert b > a
    for (one, a), (other, b) in combinations(zip(room, rows, strict=True), 2):
        assert a != b or one[1] <= other[0] or other[1] <= one[0]


bows = st.lists(
    st.builds(
        lambda left, size, feet, wide, short, before: Bow(
            left, left + size, tuple((left, left + size)[feet:]), (short + wide, short), before
        ),
        st.integers(0, 600),
        st.integers(1, 400),
        st.integers(0, 1),
        st.integers(0, 60),
        st.integers(10, 40),
        st.booleans(),
    ),
    max_size=12,
)


@given(bows, extents)
@example([Bow(600, 645, (600,), (70, 36)), Bow(600, 644, (600,), (60, 34))], [(560, 590)])
@example([Bow(100, 160, (100, 160), (90, 40)), Bow(0, 130, (0, 130), (30,))], [])
def test_no_arc_runs_through_a_caption_and_none_stands_over_what_is_not_its_own(found, taken):
    low, high = -14, 654
    spots = place_captions(found, taken, low, high)
    held = [(s.x, s.x + b.forms[s.form]) if s else (b.left, b.left) for b, s in zip(found, spots, strict=True)]
    room = [(min(b.left, h[0]), max(b.right, h[1])) for b, h in zip(found, held, strict=True)]
    rows = pack_rows(room, lengths=[b.right - b.left for b in found])
    for i, (bow, spot) in enumerate(zip(found, spots, strict=True)):
        if spot is None:
            continue
        begin, end = held[i]
        crossing = [f for j, other in enumerate(found) if rows[j] > rows[i] for f in other.feet if begin < f < end]
        assert not crossing
        if bow.left <= begin and end <= bow.right:
            assert begin - bow.left >= (7 if bow.left in bow.feet else 0)
            assert bow.right - end >= (7 if bow.right in bow.feet else 0)
        else:
            assert end < bow.left or bow.right < begin
            assert low <= begin
            assert end <= high
            mine = [e for e in taken if any(e[0] <= x <= e[1] for x in (bow.left, bow.right))]
            assert not any(a < end and begin < b for a, b in taken if (a, b) not in mine)


@given(st.integers(0, 500), st.integers(1, 300), st.integers(10, 90), st.booleans())
def test_the_only_arc_has_its_caption_whole_in_its_middle_or_beside_it(left, size, width, before):
    (spot,) = place_captions([Bow(left, left + size, (left, left + size), (width, 8), before)], [], -14, 900)
    if size >= width + 14:
        assert spot == Spot(0, (2 * left + size - width) // 2)
    elif size >= 8 + 14:
        assert spot == Spot(1, (2 * left + size - 8) // 2)
    else:
        assert spot is not None
        assert spot.form == 0


@given(wants)
@example([Want(0, 180, 70, 30), Want(0, 110, 32, 27), Want(0, 60, 32, 27)])
def test_tags_never_overlap_and_never_pass_the_edge(found):
    placed = place_tags(found, EDGE)
    shown = [p for p in placed if p.form is not Form.HIDDEN]
    assert len(placed) == len(found)
    for one, other in pairwise(shown):
        assert one.x + one.width + GAP <= other.x
    for want, p in zip(found, placed, strict=True):
        assert p.x >= want.left
        if p.form is not Form.HIDDEN:
            assert p.width == {Form.FULL: want.full, Form.CODE: want.code, Form.DOT: 6}[p.form]
            assert p.x + p.width <= max(EDGE, want.right)


@given(wants, wants)
def test_tags_between_others_overlap_none_of_them(first, rest):
    taken = place_tags(first, EDGE)
    between = place_between(rest, taken, EDGE)
    assert len(between) == len(rest)
    shown = sorted((p for p in (*taken, *between) if p.form is not Form.HIDDEN), key=lambda p: p.x)
    for one, other in pairwise(shown):
        assert one.x + one.width + GAP <= other.x
    assert place_between(rest, (), EDGE) == place_tags(rest, EDGE)


@given(wants)
def test_the_same_tags_are_placed_the_same_way(found):
    assert place_tags(found, EDGE) == place_tags(list(found), EDGE)


@given(st.integers(0, 100), st.integers(0, 60), st.integers(8, 40))
def test_a_tag_alone_is_written_out(left, more, code):
    (placed,) = place_tags([Want(left, left + 5, code + more, code)], EDGE)
    assert (placed.form, placed.x) == (Form.FULL, left)


def test_nested_spans_that_begin_together_show_names_as_far_as_there_is_room():
    three = [Want(0, 180, 70, 30), Want(0, 110, 32, 27), Want(0, 60, 32, 27)]
    assert [p.form for p in place_tags(three, EDGE)] == [Form.FULL, Form.FULL, Form.DOT]


def test_a_suggested_date_says_its_name_where_the_date_has_no_room():
    date = Want(0, 40, 120, 27, 34)
    forms = [place_tags([date, Want(x, x + 60, 30, 27)], EDGE)[0].form for x in (130, 60, 31)]
    assert forms == [Form.FULL, Form.NAME, Form.CODE]


def test_a_relation_is_called_by_its_title_and_a_role_by_its_name(qapp):
    relation = LabelType("1", Layer.RELATION, "SUBEVENT_OF", "Subevent of")
    styles = Styles(theme("light"), Schema("s", types=(relation,)), 18.0)
    assert styles.link_name("SUBEVENT_OF") == "Subevent of"
    assert styles.link_name("Agent") == "Agent"


def test_tags_of_the_high_contrast_theme_stand_out_most(qapp):
    label = LabelType("1", Layer.ENTITY, "PERSON", "Person")
    ratios = {}
    for name in ("dark", "contrast"):
        styles = Styles(theme(name), Schema("s", types=(label,)), 18.0)
        shade = styles.label("PERSON").shades[Mode.NORMAL]
        ratios[name] = contrast_of(shade.tag, shade.tag_text)
    assert ratios["contrast"] >= 7.0
    assert ratios["dark"] >= 6.0


@pytest.mark.parametrize("worn", [theme("dark"), theme("light")], ids=["dark", "light"])
def test_tags_that_stand_back_are_still_read(qapp, worn):
    """A dark blue on near-black was 1.8 to 1, a yellow on white 1.5, an event's tag 2.4."""
    types = tuple(LabelType(str(n), Layer.ENTITY, f"L{n}", f"Label {n}") for n in range(len(worn.labels)))
    styles = Styles(worn, Schema("s", types=types), 18.0)
    for label in types:
        shades = styles.label(label.name).shades
        event = styles.label(label.name, trigger=True).shades[Mode.DIM]
        assert contrast_of(shades[Mode.DIM].tag, shades[Mode.DIM].tag_text) >= 4.5
        assert contrast_of(event.tag, event.tag_text) >= 4.5
        assert contrast_of(shades[Mode.NORMAL].tag, worn.page) > contrast_of(shades[Mode.DIM].tag, worn.page)


@pytest.mark.parametrize("colour", ["", "#101010", "#000080", "#808080", "#ffffff", "#7f3f00"])
def test_in_high_contrast_what_stands_back_is_still_read(qapp, colour):
    """Words, tags and underlines of what an event in focus dims; the tags were 2 to 1 on black."""
    label = LabelType("1", Layer.ENTITY, "PERSON", "Person", colour=colour)
    worn = theme("contrast")
    styles = Styles(worn, Schema("s", types=(label,)), 18.0)
    for trigger in (False, True):
        shade = styles.label("PERSON", trigger=trigger).shades[Mode.DIM]
        assert contrast_of(shade.tag, shade.tag_text) >= 4.5
        ground = shade.wash if trigger else mix(worn.page, shade.wash, shade.wash.alphaF())
        assert contrast_of(ground, shade.line if trigger else worn.text) >= 7
        if not trigger:
            assert contrast_of(shade.line, worn.page) >= 3
