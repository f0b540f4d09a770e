"""Events of the real reports stand on the timeline where a careful reader puts them; the words stay outside.

An event is named by its report and by where its trigger and its time expression begin and end, in code points. The
dates were read off the reports by hand, event by event; None is one that no reader can date: its report does not say
when it appeared.
"""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from dateline.chronology import find
from dateline.editing.importing import import_sources
from dateline.editing.times import set_date
from dateline.exchange.options import ReadOptions
from dateline.gui.annotating import Annotating
from dateline.gui.session import Session
from dateline.gui.theme import theme
from dateline.gui.timeline.feed import TimelineFeed
from dateline.gui.timeline.panel import TimelinePanel
from dateline.model.label import label
from dateline.model.schema import Schema
from dateline.model.text import Span
from dateline.store.project import Project
from tests.chronology.test_real import EXPECTED
from tests.gui.timeline.conftest import NOW

REPORTS = Path(__file__).resolve().parents[4] / "shared" / "seeds"
pytestmark = [pytest.mark.real, pytest.mark.skipif(not REPORTS.is_dir(), reason="no real reports here")]

At = tuple[int, int]
EVENTS: dict[str, list[tuple[At, At, str | None]]] = {
    "000": [
        ((272, 276), (280, 288), "19 Apr 2018"),
        ((1531, 1539), (1565, 1578), "Dec 2016"),
        ((1835, 1840), (1862, 1875), "14–15 May 2018"),
        ((2281, 2284), (2291, 2295), "since 2011"),
        ((2638, 2642), (2624, 2628), "2016"),
        ((3020, 3024), (3028, 3041), "15 Jul 2016"),
        ((3328, 3336), (3288, 3305), "19 Apr 2018"),
    ],
    "001": [
        ((34, 43), (25, 33), "24 Feb 2022"),
        ((578, 585), (676, 683), "11 Jan 2022"),
        ((836, 842), (823, 835), "Jan 2022"),
        ((1431, 1441), (1445, 1458), "2 Mar 2022"),
        ((2160, 2166), (2193, 2197), "2022"),
        ((2262, 2269), (2355, 2359), "2022"),
        ((2709, 2717), (2751, 2755), "2021"),
        ((4658, 4665), (4712, 4721), "week of 28 Feb 2022"),
        ((5022, 5030), (5034, 5038), "1991"),
    ],
    "002": [
        ((121, 125), (126, 135), "12 Oct 2022"),
        ((2726, 2731), (2750, 2760), "12–13 Oct 2022"),
        ((2844, 2855), (2907, 2910), "May 2022"),
        ((2933, 2938), (2942, 2946), "2017"),
        ((3395, 3406), (3444, 3454), "Mar 1992"),
        ((3700, 3706), (3732, 3745), "1992"),
        ((3798, 3804), (3750, 3754), "2009"),
        ((3901, 3907), (3870, 3878), "13 Oct 2022"),
        ((4174, 4178), (4182, 4188), "10 Oct 2022"),
        ((4284, 4295), (4299, 4303), "1992"),
        ((4631, 4635), (4639, 4647), "13 Oct 2022"),
        ((4704, 4708), (4712, 4719), "11 Oct 2022"),
        ((4740, 4746), (4732, 4739), "11 Oct 2022"),
        ((5110, 5117), (5126, 5134), "13 Oct 2022"),
        ((5545, 5548), (5558, 5566), "Feb 2022"),
        ((5646, 5651), (5709, 5714), "Mar 2022"),
        ((6076, 6080), (6102, 6110), "13 Oct 2022"),
        ((6424, 6427), (6486, 6496), "Sep 2022"),
        ((6595, 6604), (6605, 6614), "Jun 2023"),
        ((6627, 6636), (6640, 6647), "11 Oct 2022"),
    ],
    "003": [((685, 695), (696, 711), None)],
    "004": [
        ((306, 309), (364, 385), "11 Sep 2023"),
        ((595, 601), (658, 666), "Nov 2023"),
        ((1160, 1167), (1171, 1177), "11 Sep 2023"),
        ((2064, 2073), (2037, 2046), "2022"),
        ((2892, 2897), (2901, 2909), "Nov 2023"),
        ((3122, 3125), (3183, 3200), "11 Sep 2023"),
    ],
}


@pytest.fixture
def path(tmp_path: Path, schema: Schema) -> Path:
    """The five reports, with what their table says of them."""
    file = tmp_path / "real.dateline"
    with Project.create(file, schema) as project:
        import_sources(project, [REPORTS], ReadOptions(metadata=REPORTS / "articles.tsv"), "text")
        assert project.articles.count() == len(EVENTS)
    return file


def test_every_event_stands_on_its_date(session: Session, verbs: Annotating, qtbot: QtBot) -> None:
    panel, feed = TimelinePanel(theme("light"), now=lambda: NOW), TimelineFeed(session)
    qtbot.addWidget(panel)
    panel.resize(1200, 500)
    panel.show()
    feed.show_on(panel)
    expected: dict[str, str | None] = {}
    assert session.project
    for article, events in zip(session.project.articles.ids(), EVENTS.values(), strict=True):
        session.open_article(article)
        for trigger, time, date in events:
            ids = [_tagged(session, verbs, at, kind) for at, kind in ((trigger, "CONSULT"), (time, "DATE"))]
            verbs.fill(ids[0], "Time", ids[1])
            expected[ids[0]] = date
    dated = {i: d for i, d in expected.items() if d}
    qtbot.waitUntil(lambda: not feed.busy and set(dated) <= set(panel.plot.scene_marks.index), timeout=20_000)
    scene = panel.plot.scene_marks
    placed = {i: scene.mark(scene.index[i]).when for i in dated}
    assert {i: label(w) if w else "" for i, w in placed.items()} == dated
    (undated,) = set(expected) - set(dated)
    assert feed.marks[undated].when is None


@pytest.mark.parametrize("number", range(len(EVENTS)))
def test_every_suggested_time_expression_gets_its_date_when_it_is_tagged(
    session: Session, verbs: Annotating, number: int
) -> None:
    """What stands tagged above counts as read, so that the order of tagging must not change what a reader gives."""
    assert session.project
    (report, published), values = list(EXPECTED.items())[number]
    session.open_article(session.project.articles.ids()[number])
    assert session.page
    assert (report, session.page.article.published) == (list(EVENTS)[number], published)
    spans = [found.span for found in find(session.page.text, published)]
    for span in (*spans[::2], *spans[1::2]):
        _tagged(session, verbs, (span.begin, span.end), "DATE")
    for span in spans:  # once more in the order of the text, as its dates hang together
        mention = next(m for m in session.page.in_order() if m.span == span)
        session.do(lambda m=mention: set_date(session.project, session.page, m.id, ""))  # type: ignore[arg-type, misc]
    times = [session.page.times[m.id].value for m in session.page.in_order()]
    assert times == values


def _tagged(session: Session, verbs: Annotating, at: At, kind: str) -> str:
    """Tag words as a key press would; return the mention's id."""
    session.select_mention(None)
    session.select_text((Span(*at),))
    verbs.tag(session.schema.by_name[kind].name)
    assert session.page
    assert session.mention_id
    assert session.page.mentions[session.mention_id].span == Span(*at)
    return session.mention_id
