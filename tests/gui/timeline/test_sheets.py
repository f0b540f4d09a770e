"""The sheets of articles on the strip: near ones are one with a number, and all of them can be found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from dateline.gui.timeline import drawing
from dateline.gui.timeline.marks import Publication
from dateline.gui.timeline.panel import TimelinePanel
from dateline.gui.timeline.sheets import stacks
from dateline.model.calendar import DAY, from_iso
from tests.gui.timeline.conftest import MARKS, SCHEMA


@pytest.mark.parametrize(
    ("xs", "counts"),
    [
        ([], []),
        ([10], [1]),
        ([10, 10, 10], [3]),
        ([10, 18, 40], [2, 1]),
        ([10, 19], [1, 1]),
        ([0, 8, 16, 24, 32], [3, 2]),  # no stack is wider than it looks
    ],
)
def test_what_would_run_together_is_one_stack(xs: list[float], counts: list[int]) -> None:
    assert [len(s) for s in stacks(xs)] == counts


@given(st.lists(st.floats(0, 800), max_size=60).map(sorted))
def test_every_article_is_in_one_stack_near_its_place(xs: list[float]) -> None:
    made = list(stacks(xs))
    assert [i for stack in made for i in stack] == list(range(len(xs)))
    assert all(xs[s[-1]] - xs[s[0]] <= 16 for s in made)


def test_a_stack_is_drawn_otherwise_and_its_card_names_all(panel: TimelinePanel, qtbot: QtBot) -> None:
    at = from_iso("2018-07-01")
    one = [Publication("a1", "First story", at)]
    panel.set_marks(MARKS, one, SCHEMA)
    alone = panel.plot.grab().toImage()
    near = [*one, Publication("a2", "Second <story>", at + DAY), Publication("a3", "Third story", at + 2 * DAY)]
    panel.set_marks(MARKS, [*near, Publication("a4", "Far story", at + 90 * DAY)], SCHEMA)
    assert panel.plot.grab().toImage() != alone
    place = panel.plot.from_box(panel.plot.time_scale.x(at + DAY), 11).toPoint()
    qtbot.mouseMove(panel.plot.viewport(), place)
    qtbot.waitUntil(panel.card.isVisible)
    for words in ("First story", "Second &lt;story&gt;", "Third story", "2 articles beside it"):
        assert words in panel.card.text
    assert "Far story" not in panel.card.text


def test_an_article_alone_has_none_beside_it(panel: TimelinePanel) -> None:
    far = [Publication(f"a{i}", "", from_iso(f"2018-0{i}-01")) for i in range(1, 9)]
    panel.set_marks(MARKS, far, SCHEMA)
    assert [panel.plot.publications_beside(p) for p in far] == [[]] * 8


def test_among_thousands_only_the_open_article_and_those_of_the_selected_mark_are_drawn_by_themselves(
    panel: TimelinePanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[float] = []
    monkeypatch.setattr(drawing, "draw_sheets", lambda _painter, x, *_: drawn.append(x))
    begin = from_iso("2018-04-01")
    others = [Publication(f"o{i}", "", begin + i * 3600) for i in range(3000)]
    reports = sorted({a for m in MARKS for a in m.article_ids})
    told = [Publication(a, "", begin + 700 * 3600 + i * 3600) for i, a in enumerate(reports)]
    panel.set_marks(MARKS, [*others, *told], SCHEMA)
    marked = next(m for m in MARKS if m.article_ids and m.when)
    panel.show_article("o2000")
    panel.select(marked.id)
    drawn.clear()
    panel.plot.grab()
    wanted = [p for p in [*told, others[2000]] if p.article_id in {*marked.article_ids, "o2000"}]
    scale = panel.plot.time_scale
    assert len(others) > scale.width
    seen = sorted(scale.x(p.at_seconds) for p in wanted if scale.begin <= p.at_seconds < scale.end)
    assert sorted(set(drawn)) == pytest.approx(seen)
    assert seen
