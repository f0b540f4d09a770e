"""Nothing in view: the edges say how much lies before and after, and lead there."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from dateline.gui.timeline import spoken
from dateline.gui.timeline.beyond import Way, beyond_view, nearest, signposts
from dateline.gui.timeline.hint_places import clear_of
from dateline.gui.timeline.layout import STRIP, Scale
from dateline.gui.timeline.marks import Publication
from dateline.gui.timeline.panel import TimelinePanel
from dateline.gui.timeline.rows import HALF_MARK
from dateline.gui.timeline.scene import Scene
from dateline.model.calendar import DAY, from_iso
from dateline.model.when import Granularity, When
from tests.gui.timeline.conftest import day, mark

GAP = from_iso("2018-05-10"), from_iso("2018-05-20")  # between the visit and the talks


@pytest.fixture
def gap(panel: TimelinePanel) -> TimelinePanel:
    """A panel that looks where nothing is: one event is before, two are after."""
    panel.update_marks([], ["base"])
    panel.set_visible_range(*GAP)
    return panel


def words(panel: TimelinePanel) -> list[str]:
    return [post.words for post in panel.plot.picture().posts]


def test_the_edges_say_how_much_lies_where(gap: TimelinePanel) -> None:
    assert words(gap) == ["1 event earlier", "2 events later"]
    first, second = (post.box for post in gap.plot.picture().posts)
    assert first.left() >= 0
    assert first.right() < second.left()
    assert second.right() <= gap.plot.time_scale.width
    before = gap.plot.grab().toImage()
    gap.plot.picture().posts = ()
    assert gap.plot.grab().toImage() != before


def test_only_what_there_is_is_words(gap: TimelinePanel) -> None:
    gap.set_visible_range(from_iso("2020-01-01"), from_iso("2021-01-01"))
    assert words(gap) == ["3 events earlier"]
    gap.set_visible_range(from_iso("2000-01-01"), from_iso("2001-01-01"))
    assert words(gap) == ["3 events later"]


def test_where_something_is_in_view_it_is_said_in_few_words(panel: TimelinePanel) -> None:
    assert words(panel) == []
    panel.set_visible_range(*GAP)
    assert words(panel) == ["1 earlier", "2 later"], "the year's bar is there"
    panel.set_visible_range(GAP[0], from_iso("2018-11-01"))
    assert words(panel) == ["1 earlier"]
    panel.set_marks([], (), panel.plot.ink.schema)
    assert words(panel) == []


@pytest.mark.parametrize(("post", "reached"), [(0, "visit"), (1, "talks")])
def test_a_click_on_how_many_more_goes_to_the_nearest_and_drags_nothing(
    panel: TimelinePanel, qtbot: QtBot, post: int, reached: str
) -> None:
    panel.set_visible_range(*GAP)
    middle = panel.plot.picture().posts[post].box.center()
    at = panel.plot.from_box(middle.x(), middle.y()).toPoint()
    qtbot.mouseClick(panel.plot.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert panel.selected == reached


def test_keys_lead_on_to_what_is_outside_the_view(panel: TimelinePanel, qtbot: QtBot) -> None:
    shift = Qt.KeyboardModifier.ShiftModifier
    panel.set_visible_range(*GAP)
    qtbot.keyClick(panel.plot, Qt.Key.Key_N)
    assert panel.selected == "talks"
    panel.set_visible_range(*GAP)
    qtbot.keyClick(panel.plot, Qt.Key.Key_N, shift)
    assert panel.selected == "visit"
    panel.set_visible_range(from_iso("2018-12-01"), from_iso("2018-12-20"))
    assert words(panel) == ["3 earlier"]
    qtbot.keyClick(panel.plot, Qt.Key.Key_N)
    assert panel.selected == "deal", "nothing is later"
    panel.fit()
    panel.plot.select(None)
    qtbot.keyClick(panel.plot, Qt.Key.Key_N)
    assert panel.selected is None, "all is in view"


def test_a_mark_under_a_hint_is_what_a_click_selects(panel: TimelinePanel, qtbot: QtBot) -> None:
    """Where lanes and strip are full, a hint has no other place."""
    full_panel(panel, 1000, 180, 4)
    begin = from_iso("2018-01-01")
    sheets = [Publication(f"a{i}", "", begin + i * DAY) for i in range(365)]
    panel.set_marks(panel.plot.scene_marks.everything(), sheets, panel.plot.ink.schema)
    panel.plot.just_dated.clear()
    for way in (Way.EARLIER, Way.LATER):
        panel.set_visible_range(begin, begin + 365 * DAY)
        panel.plot.select(None)
        panel.plot.grab()
        box = next(post.box for post in panel.plot.picture().posts if post.way is way)
        points = [
            (x, y)
            for x in range(round(box.left()) + 2, round(box.right()) - 2)
            for y in range(round(box.top()) + 2, round(box.bottom()) - 2)
        ]
        found = {at: panel.plot.mark_at(*at) for at in points}
        at, under = next((at, index) for at, index in found.items() if index is not None)
        point = panel.plot.from_box(*at).toPoint()
        qtbot.mouseClick(panel.plot.viewport(), Qt.MouseButton.LeftButton, pos=point)
        assert panel.selected == panel.plot.scene_marks.mark(under).id


def test_small_hints_make_way_for_labels(panel: TimelinePanel) -> None:
    said = {Way.EARLIER: "9 earlier", Way.LATER: "7 later", Way.BELOW: "3 days below"}
    posts = signposts(said, panel.plot.ink, 700, 220, low=True)
    assert clear_of(posts, ()) == (posts[2], *posts[:2])
    labels = [posts[0].box.adjusted(20, 3, 80, 3), posts[1].box.translated(0, -6)]
    made = {post.way: post for post in clear_of(posts, labels)}
    assert not [p for p in made.values() for label in labels if p.box.intersects(label)]
    assert {way: post.box.left() for way, post in made.items()} == {post.way: post.box.left() for post in posts}
    full = [QRectF(0, 0, 700, 300)]
    assert {p.way: p.box for p in clear_of(posts, full)} == {p.way: p.box for p in posts}, "there is nowhere else"


def full_panel(panel: TimelinePanel, width: int, height: int, rows: int, *, lanes: str = "place") -> None:
    """Marks in all rows at both edges, and some beyond each."""
    begin = from_iso("2018-01-01")
    days = [d for d in range(365) if d < 60 or d > 300]
    marks = [
        mark(f"m{r}-{d}", When(begin + d * DAY, begin + (d + 1) * DAY, Granularity.DAY), place=f"P{r:02d}")
        for r in range(rows)
        for d in days[r % 3 :: 3]
    ]
    panel.resize(width, height)
    panel.set_group(lanes)
    far = [mark("before", day("2016-06-01")), mark("far", day("2020-06-01"))]
    panel.set_marks([*marks, *far], (), panel.plot.ink.schema)
    panel.plot.just_dated.clear()
    panel.plot.settle()
    panel.set_visible_range(begin, begin + 365 * DAY)


@pytest.mark.parametrize(
    ("width", "height", "rows"), [(1000, 300, 30), (1000, 180, 4), (1000, 420, 60), (600, 240, 12)]
)
def test_small_hints_cover_no_mark_where_lanes_are_full(
    panel: TimelinePanel, width: int, height: int, rows: int
) -> None:
    full_panel(panel, width, height, rows)
    for scrolled in (0.0, 37.0, 1e9):
        panel.plot.scroll_to(scrolled)
        panel.plot.grab()
        picture = panel.plot.picture()
        assert [post.way for post in picture.posts] == [Way.EARLIER, Way.LATER]
        for post in picture.posts:
            for x in range(round(post.box.left()), round(post.box.right()), 3):
                for y in range(round(post.box.top()), round(post.box.bottom()), 2):
                    assert panel.plot.mark_at(x, y) is None, (scrolled, post)


def test_lanes_that_are_scrolled_leave_their_end_free_for_hints(panel: TimelinePanel) -> None:
    full_panel(panel, 1000, 300, 30)
    panel.plot.scroll_to(1e9)
    panel.plot.grab()
    picture = panel.plot.picture()
    foot = STRIP + picture.layout.height - picture.scroll
    assert picture.posts
    assert all(post.box.top() >= foot for post in picture.posts)
    assert all(post.box.bottom() <= STRIP + picture.lanes_height for post in picture.posts)


def test_in_the_strip_hints_lie_on_no_publication(panel: TimelinePanel) -> None:
    full_panel(panel, 1000, 180, 4)
    panel.plot.grab()
    low = {post.way: post.box for post in panel.plot.picture().posts}
    at = panel.plot.time_scale.moment(low[Way.LATER].center().x())
    marks = panel.plot.scene_marks.everything()
    panel.set_marks(marks, [Publication("a1", "One", round(at))], panel.plot.ink.schema)
    panel.plot.just_dated.clear()
    panel.plot.grab()
    now = {post.way: post.box for post in panel.plot.picture().posts}
    assert low[Way.LATER].bottom() <= STRIP
    assert now[Way.EARLIER] == low[Way.EARLIER]
    assert now[Way.LATER].top() > STRIP, "there is nowhere else"


@pytest.mark.parametrize("width", [260, 400, 1000])
def test_hints_never_lie_over_each_other(panel: TimelinePanel, width: int) -> None:
    panel.resize(width, 300)
    panel.plot.settle()
    panel.plot.grab()
    for low in (False, True):
        said = {Way.EARLIER: "1,200 earlier", Way.LATER: "7 later", Way.ABOVE: "2 days above", Way.BELOW: "3 below"}
        posts = signposts(said, panel.plot.ink, width, 220, low=low)
        assert not [(a, b) for a, b in combinations(posts, 2) if a.box.intersects(b.box)]


def test_a_narrow_view_puts_one_above_the_other(gap: TimelinePanel) -> None:
    gap.resize(300, 400)
    gap.plot.settle()
    gap.plot.grab()
    first, second = (post.box for post in gap.plot.picture().posts)
    assert not first.intersects(second)


@pytest.mark.parametrize(
    ("post", "reached", "left"), [(0, "visit", ["2 later"]), (1, "talks", ["1 earlier", "1 later"])]
)
def test_a_click_on_a_hint_goes_to_the_nearest_event(
    gap: TimelinePanel, qtbot: QtBot, post: int, reached: str, left: list[str]
) -> None:
    middle = gap.plot.picture().posts[post].box.center()
    at = gap.plot.from_box(middle.x(), middle.y()).toPoint()
    view = gap.plot.viewport()
    qtbot.mouseMove(view, at + QPoint(1, 0))
    assert view.cursor().shape() is Qt.CursorShape.PointingHandCursor
    assert gap.plot.picture().pointed_post == gap.plot.picture().posts[post].way
    with qtbot.waitSignal(gap.mark_stepped) as stepped:
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    assert stepped.args == [reached]
    assert gap.selected == reached
    assert words(gap) == left


def test_a_hint_no_longer_pointed_at_stands_out_no_longer(gap: TimelinePanel, qtbot: QtBot) -> None:
    middle = gap.plot.picture().posts[0].box.center()
    at = gap.plot.from_box(middle.x(), middle.y()).toPoint()
    qtbot.mouseMove(gap.plot.viewport(), at + QPoint(1, 0))
    assert gap.plot.picture().pointed_post is Way.EARLIER
    gap.plot.leaveEvent(QEvent(QEvent.Type.Leave))
    assert gap.plot.picture().pointed_post is None


def test_a_second_click_on_a_hint_does_not_zoom_in_on_what_it_led_to(gap: TimelinePanel, qtbot: QtBot) -> None:
    middle = gap.plot.picture().posts[1].box.center()
    at, view = gap.plot.from_box(middle.x(), middle.y()).toPoint(), gap.plot.viewport()
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)
    there = gap.visible_range()
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=at)
    assert gap.visible_range() == there


@pytest.mark.parametrize(
    ("key", "reached", "left"),
    [(Qt.Key.Key_Left, "visit", ["2 later"]), (Qt.Key.Key_Right, "talks", ["1 earlier", "1 later"])],
)
def test_an_arrow_goes_to_the_nearest_event_on_its_side(
    gap: TimelinePanel, qtbot: QtBot, key: Qt.Key, reached: str, left: list[str]
) -> None:
    qtbot.keyClick(gap.plot, key)
    assert gap.selected == reached
    assert words(gap) == left


def test_an_arrow_towards_nothing_goes_to_what_there_is(gap: TimelinePanel, qtbot: QtBot) -> None:
    gap.set_visible_range(from_iso("2020-01-01"), from_iso("2021-01-01"))
    qtbot.keyClick(gap.plot, Qt.Key.Key_Right)
    assert gap.selected == "deal"


@pytest.mark.parametrize(("lane", "scrolled", "said"), [("Z", 0, "below"), ("A", 10_000, "above")])
def test_lanes_that_are_scrolled_out_of_view_are_told_of_too(
    panel: TimelinePanel, qtbot: QtBot, lane: str, scrolled: int, said: str
) -> None:
    marks = [mark(f"P{i:02d}", day("2018-02-01"), participants=(f"P{i:02d}",)) for i in range(40)]
    panel.set_group("participant")
    panel.set_marks([*marks, mark("far", day("2018-06-01"), participants=(lane,))], (), panel.plot.ink.schema)
    panel.set_visible_range(from_iso("2018-05-01"), from_iso("2018-07-01"))
    panel.plot.scroll_to(scrolled)
    posts = panel.plot.picture().posts
    assert [post.words for post in posts] == ["40 events earlier", f"1 event {said}"]
    panel.plot.grab()
    middle = posts[1].box.center()
    qtbot.mouseClick(
        panel.plot.viewport(), Qt.MouseButton.LeftButton, pos=panel.plot.from_box(middle.x(), middle.y()).toPoint()
    )
    assert panel.selected == "far"
    assert words(panel) == ["40 earlier"]
    assert panel.plot.lane_scroll != scrolled


def test_the_lag_view_says_it_too(gap: TimelinePanel) -> None:
    gap.show_lag(True)
    before = gap.plot.grab().toImage()
    gap.plot.picture().posts = ()
    assert gap.plot.grab().toImage() != before


def test_it_is_said_aloud_once_when_the_view_becomes_empty(
    panel: TimelinePanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: said.append(event.message()))
    assert spoken.QAccessible is QAccessible
    panel.update_marks([], ["base"])
    panel.set_visible_range(from_iso("2018-04-15"), from_iso("2018-06-20"))
    for _ in range(8):
        qtbot.keyClicks(panel.plot, "+")
    assert said == ["Nothing in view: 1 event earlier, 2 events later"]
    panel.fit()
    panel.set_visible_range(from_iso("2000-01-01"), from_iso("2001-01-01"))
    assert said[1:] == ["Nothing in view: 3 events later"]


days = st.lists(st.tuples(st.integers(0, 400), st.integers(1, 30)), max_size=12)


@given(days, st.floats(-10, 410), st.floats(0.01, 200))
def test_it_counts_what_looking_at_each_counts(made: list[tuple[int, int]], begin: float, span: float) -> None:
    marks = [
        mark(f"m{i}", When(from_iso("2018-01-01") + a * DAY, from_iso("2018-01-01") + (a + n) * DAY, Granularity.DAY))
        for i, (a, n) in enumerate(made)
    ]
    scene = Scene(marks)
    scale = Scale(from_iso("2018-01-01") + begin * DAY, from_iso("2018-01-01") + (begin + span) * DAY, 800.0)
    reach = HALF_MARK * scale.per_pixel
    before = [i for i in range(len(marks)) if scene.shape.end[i] <= scale.begin - reach]
    after = [i for i in range(len(marks)) if scene.shape.begin[i] >= scale.end + reach]
    empty = len(before) + len(after) == len(marks)
    counted = {way: len(there) for way, there in ((Way.EARLIER, before), (Way.LATER, after)) if there}
    assert beyond_view(scene, scale) == (counted if empty else {})
    if empty and before:
        found = nearest(scene, scale, Way.EARLIER)
        assert found is not None
        assert scene.shape.end[found] == max(scene.shape.end[before])
    if empty and after:
        found = nearest(scene, scale, Way.LATER)
        assert found is not None
        assert scene.shape.begin[found] == min(scene.shape.begin[after])


def test_what_is_dated_outside_a_chosen_view_is_told_until_it_is_seen(panel: TimelinePanel, qtbot: QtBot) -> None:
    panel.set_visible_range(from_iso("2018-03-01"), from_iso("2018-10-01"))
    chosen = panel.visible_range()
    panel.update_marks([mark("jubilee", day("2031-05-01")), mark("founding", day("1923-10-29"))])
    panel.update_marks([mark("sequel", day("2032-05-01")), mark("visit", day("2018-04-19"))])
    assert panel.visible_range() == chosen, "a view that somebody chose stays"
    assert words(panel) == ["1 event just dated, earlier", "2 events just dated, later"]
    later = panel.plot.picture().posts[1].box.center()
    qtbot.mouseClick(
        panel.plot.viewport(), Qt.MouseButton.LeftButton, pos=panel.plot.from_box(later.x(), later.y()).toPoint()
    )
    assert panel.selected == "jubilee"
    assert words(panel) == ["1 event just dated, earlier", "1 event just dated, later"], "the nearest is seen"
    panel.set_visible_range(*chosen)
    assert words(panel) == ["1 event just dated, earlier", "1 event just dated, later"]
    qtbot.keyClick(panel.plot, Qt.Key.Key_N)
    assert panel.selected == "sequel"
    panel.set_visible_range(*chosen)
    assert words(panel) == ["1 event just dated, earlier", "2 later"], "both of them have been seen"
    panel.update_marks([], ["founding"])
    assert words(panel) == ["2 later"]


def test_the_key_goes_to_what_was_dated_just_now_where_nothing_is_in_view(gap: TimelinePanel, qtbot: QtBot) -> None:
    gap.update_marks([mark("jubilee", day("2031-05-01"))])
    assert words(gap) == ["1 event earlier", "3 events later"], "all of them, as nothing is in view"
    qtbot.keyClick(gap.plot, Qt.Key.Key_N)
    assert gap.selected == "jubilee", "not the nearest of all"


def test_what_is_told_at_the_edges_is_put_away_with_escape_or_by_fit(panel: TimelinePanel, qtbot: QtBot) -> None:
    panel.set_visible_range(from_iso("2018-03-01"), from_iso("2018-10-01"))
    chosen = panel.visible_range()
    panel.update_marks([mark("jubilee", day("2031-05-01"))])
    assert words(panel) == ["1 event just dated, later"]
    qtbot.keyClick(panel.plot, Qt.Key.Key_Escape)
    assert words(panel) == ["1 later"]
    panel.update_marks([mark("jubilee", day("2031-05-01"))])
    assert words(panel) == ["1 later"], "it has been dated so before"
    panel.update_marks([mark("jubilee", day("2033-05-01"))])
    assert words(panel) == ["1 event just dated, later"]
    panel.fit()
    panel.set_visible_range(*chosen)
    assert words(panel) == ["1 later"]


def test_what_an_import_brings_outside_a_chosen_view_is_words(panel: TimelinePanel) -> None:
    panel.set_visible_range(from_iso("2018-03-01"), from_iso("2018-10-01"))
    marks = panel.plot.scene_marks.everything()
    panel.set_marks(marks, (), panel.plot.ink.schema)
    assert words(panel) == [], "other colours are no other dates"
    panel.set_marks([*marks, mark("jubilee", day("2031-05-01"))], (), panel.plot.ink.schema)
    assert words(panel) == ["1 event just dated, later"]
    panel.forget_view()
    panel.set_marks([mark("other", day("1999-01-01"))], (), panel.plot.ink.schema)
    assert words(panel) == []


def test_what_is_told_at_the_edges_is_said_aloud_once(panel: TimelinePanel, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(spoken.Spoken, "_say", lambda _, words: said.append(words))
    panel.set_visible_range(from_iso("2018-03-01"), from_iso("2018-10-01"))
    panel.update_marks([mark("jubilee", day("2031-05-01"))])
    panel.update_marks([mark("visit", day("2018-04-19"))])
    assert said == ["1 event just dated, later"]
