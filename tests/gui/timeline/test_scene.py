"""The scene: lanes, changes one by one, what is under a point."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from dateline.gui.timeline.layout import Layout, Scale, hit, lay_out
from dateline.gui.timeline.marks import Grouping, Publication, TimelineMark
from dateline.gui.timeline.rows import Row, coverage
from dateline.gui.timeline.scene import NEAR, Packing, Scene
from dateline.model.calendar import DAY, from_iso
from dateline.model.when import Granularity, When
from tests.gui.timeline.conftest import MARKS, SCHEMA, day, mark


def laid_out(scene: Scene, scale: Scale, room: float = 400) -> Layout:
    packing = scene.packing(scale.begin, scale.end, scale.per_pixel)
    return lay_out(scene, sorted(scene.lanes), packing, room, lambda m: 7.0 * len(m.title), lambda _: 16.0)


@pytest.mark.parametrize(
    ("by", "lanes"),
    [
        (Grouping.TYPE, {"CONSULT", "AGREE", "AID"}),
        (Grouping.PARTICIPANT, {"Çavuşoğlu", "Tokayev", ""}),
        (Grouping.PLACE, {"Astana", ""}),
        (Grouping.NONE, {""}),
    ],
)
def test_lanes(by: Grouping, lanes: set[str]) -> None:
    assert set(Scene(MARKS, by).lanes) == lanes


def test_lanes_by_article_come_by_date_of_publication_those_without_behind_them() -> None:
    told = [mark(t, day("2018-04-16"), articles=(t,)) for t in ("New", "Many", "Old", "Oldest", "Undated", "Noted")]
    more = [mark(t, day("2018-04-17"), articles=("Many",)) for t in "xyz"]
    days = {"New": "2020-01-01", "Old": "2019-01-01", "Oldest": "-0043-03-15", "Many": "2021-01-01"}
    publications = [Publication(t, t, from_iso(d)) for t, d in days.items()]
    scene = Scene([*told, *more, mark("none", day("2018-04-16"))], Grouping.ARTICLE)
    order = ["Oldest", "Old", "New", "Many", "Noted", "Undated", ""]
    assert scene.lanes_in_order(SCHEMA, publications) == order


def test_several_participants_stand_in_several_lanes() -> None:
    scene = Scene(MARKS, Grouping.PARTICIPANT)
    visit = scene.index["visit"]
    assert visit in scene.lanes["Çavuşoğlu"]
    assert visit in scene.lanes["Tokayev"]


def test_the_undated_are_set_apart_and_come_in() -> None:
    scene = Scene(MARKS)
    assert set(scene.undated) == {"target"}
    scene.update([mark("target", day("2020-01-01"), "AGREE")])
    assert not scene.undated
    assert len(scene.lanes["AGREE"]) == 2
    scene.update([mark("target", None, "AGREE")])
    assert set(scene.undated) == {"target"}
    assert "target" not in scene.index


_DAYS = st.none() | st.integers(0, 60)
_CHANGES = st.lists(
    st.tuples(st.sampled_from("abcdef"), _DAYS, st.sampled_from(["CONSULT", "AGREE"]), st.booleans()), max_size=25
)


def _by_row(scene: Scene, scale: Scale) -> dict[tuple[str, int], list[str]]:
    """Return whose marks stand in each row of each lane."""
    layout = laid_out(scene, scale)
    return {
        (lane.key, n): [scene.mark(int(i)).id for i in layout.rows[lane.first_row + n].marks]
        for lane in layout.lanes
        for n in range(lane.rows)
    }


@given(_CHANGES)
@settings(max_examples=60)
def test_changes_one_by_one_come_to_what_loading_gives(changes: list[tuple[str, int | None, str, bool]]) -> None:
    scale = Scale(0, 100 * DAY, 1000)
    scene, held = Scene(), dict[str, TimelineMark]()
    for name, at, kind, gone in changes:
        if gone:
            held.pop(name, None)
            scene.update([], [name])
        else:
            when = None if at is None else When(at * DAY, (at + 2) * DAY, Granularity.DAY)
            held[name] = mark(name, when, kind)
            scene.update([held[name]])
        laid_out(scene, scale)
    fresh = Scene(held.values())
    assert set(scene.index) == set(fresh.index)
    assert scene.undated == fresh.undated
    assert {k: {scene.mark(i).id for i in v} for k, v in scene.lanes.items()} == {
        k: {fresh.mark(i).id for i in v} for k, v in fresh.lanes.items()
    }
    assert _by_row(scene, scale) == _by_row(fresh, scale)
    for name, at in ((m.id, m.when.begin) for m in held.values() if m.when is not None):
        assert scene.shape.begin[scene.index[name]] == at


@pytest.mark.parametrize(("many", "other"), [(3, day("2018-07-01")), (3, None), (6_000, day("2018-07-01"))])
def test_what_was_moved_and_put_back_stands_in_its_row_again(many: int, other: When | None) -> None:
    marks = [mark(f"m{i:04}", day("2018-04-19")) for i in range(many)]
    scene, scale = Scene(marks), Scale(from_iso("2018-01-01"), from_iso("2019-01-01"), 1000)
    before = _by_row(scene, scale)
    scene.update([replace(marks[1], when=other)])
    scene.update([marks[1]])
    assert _by_row(scene, scale) == before


@given(st.lists(st.tuples(st.integers(0, 3000), st.integers(1, 200)), min_size=1, max_size=80), st.integers(1, 400))
@settings(max_examples=60)
def test_rows_never_overlap_on_screen_and_labels_are_hit_where_drawn(
    spans: list[tuple[int, int]], per_pixel_hours: int
) -> None:
    marks = [mark(f"m{i}", When(b * DAY, (b + n) * DAY, Granularity.DAY)) for i, (b, n) in enumerate(spans)]
    scene, scale = Scene(marks), Scale(0, per_pixel_hours * 3600 * 1000, 1000)
    layout = laid_out(scene, scale)
    for row, top in zip(layout.rows, layout.tops, strict=True):
        assert np.all(row.right[:-1] <= row.left[1:])
        middle = scene.shape.middle[row.marks]
        for index, moment in zip(row.marks.tolist(), middle.tolist(), strict=True):
            assert hit(scene, layout, scale, scale.x(moment), top + layout.row_height / 2) == index
    assert layout.row_at(layout.height + 1) is None


def test_nothing_is_hit_beside_a_mark() -> None:
    scene, scale = Scene([mark("a", day("2018-04-19"))]), Scale(from_iso("2018-01-01"), from_iso("2019-01-01"), 1000)
    layout = laid_out(scene, scale)
    x, y = scale.x(from_iso("2018-04-19T12:00")), layout.tops[0] + 10
    assert hit(scene, layout, scale, x + 8, y) == 0
    assert hit(scene, layout, scale, x + 14, y) is None
    assert hit(scene, layout, scale, x, layout.height + 5) is None


def test_many_marks_keep_to_few_rows_and_count_as_density() -> None:
    marks = [mark(f"m{i}", When((i % 50) * DAY, (i % 50 + 1) * DAY, Granularity.DAY)) for i in range(NEAR + 1)]
    scene = Scene(marks)
    layout = laid_out(scene, Scale(0, 50 * DAY, 500))
    assert layout.rows[-1].crowded
    edges = np.arange(51, dtype=np.float64) * DAY
    assert sum(int(row.coverage(edges).sum()) for row in layout.rows) == NEAR + 1


@given(st.integers(0, 2**32 - 1), st.integers(1, 400), st.sampled_from([2, 300]))
@settings(max_examples=12)
def test_one_great_lane_is_packed_in_pieces_as_at_once(seed: int, longest: int, stretch: int) -> None:
    rng = np.random.default_rng(seed)
    begins, lengths = rng.integers(0, stretch * 30, NEAR + 200), rng.integers(1, longest + 1, NEAR + 200)
    marks = [
        mark(f"m{i}", When(int(b) * DAY, int(b + n) * DAY, Granularity.DAY))
        for i, (b, n) in enumerate(zip(begins, lengths, strict=True))
    ]
    scene, whole = Scene(), Scene(marks)
    pieces = sum(1 for _ in scene.fill(marks))
    packing = whole.packing(*whole.span(), 1e5)  # type: ignore[misc]
    mine, theirs = (s.rows("CONSULT", packing, packing.most, lambda _: 0.0, 0.0) for s in (scene, whole))
    assert pieces > 2 * len(mine)  # a turn for each row to be found, and one for each to be made
    assert [row.marks.tolist() for row in mine] == [row.marks.tolist() for row in theirs]
    assert all(np.all(row.right[:-1] <= row.left[1:]) for row in mine if not row.crowded)


_SPANS = st.lists(st.tuples(st.integers(-3, 12), st.integers(0, 9)), min_size=1, max_size=12)


@given(st.lists(_SPANS, min_size=1, max_size=4), st.integers(1, 30))
def test_rows_are_counted_together_as_each_by_itself(rows: list[list[tuple[int, int]]], columns: int) -> None:
    made = []
    for spans in rows:
        begins = np.sort(np.array([b for b, _ in spans], np.float64))
        ends = np.sort(np.array([b + n for b, n in spans], np.float64))
        made.append(Row(np.arange(len(spans)), begins, ends, begins, ends, True))
    edges = np.linspace(0, 10, columns + 1)
    counted = coverage(made, edges)
    assert counted.tolist() == [row.coverage(edges).tolist() for row in made]


@given(st.floats(-1e10, 1e10), st.floats(600, 1e10))
def test_rows_are_packed_for_more_than_is_in_view(begin: float, span: float) -> None:
    marks = [mark(f"m{i}", When(i * DAY, (i + 1) * DAY, Granularity.DAY)) for i in range(20)]
    window = Scene(marks).packing(begin, begin + span, span / 1000).window
    assert window is not None
    assert window[0] <= begin - span / 4.1
    assert window[1] >= begin + span * 1.2
    assert window[1] - window[0] <= 4.1 * span


def test_a_folded_lane_is_one_row() -> None:
    marks = [mark(f"m{i}", day("2018-04-19")) for i in range(6)]
    scene, packing = Scene(marks), Packing(86_400.0, None)
    open_ = lay_out(scene, ["CONSULT"], packing, 400, lambda _: 50.0, lambda _: 16.0)
    folded = lay_out(scene, ["CONSULT"], packing, 400, lambda _: 50.0, lambda _: 16.0, {"CONSULT"})
    assert len(open_.rows) == 6
    assert len(folded.rows) == 1
    assert folded.lanes[0].folded


def test_a_changed_mark_leaves_other_lanes_rows_as_they_are() -> None:
    scene, scale = Scene(MARKS), Scale(from_iso("2018-01-01"), from_iso("2019-01-01"), 1000)
    before = laid_out(scene, scale).rows
    scene.update([replace(MARKS[0], title="Another")])
    after = laid_out(scene, scale).rows
    assert [any(row is old for old in before) for row in after] == [True, True, False]
