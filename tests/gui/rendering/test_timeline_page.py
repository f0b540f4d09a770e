"""The timeline's web page: what stands in it, and how a real browser takes it, offline, by key, mouse and finger."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from dateline.chronology.quantity import Quantity
from dateline.editing.articles import ensure_annotator
from dateline.editing.sample import make_sample
from dateline.gui.rendering import Wish, render_project
from dateline.gui.rendering.timeline_html import Story, timeline_html
from dateline.gui.theme import theme
from dateline.gui.timeline.links import Link
from dateline.gui.timeline.marks import Publication, Reported, TimelineMark
from dateline.gui.timeline.measures import Point, Series
from dateline.model.annotation import Annotations, Argument, Layer, Mention, TimeValue
from dateline.model.article import Article
from dateline.model.page import Page
from dateline.model.schema import Schema
from dateline.model.temporal import Order
from dateline.model.text import Span
from dateline.model.when import Granularity, When, from_iso
from dateline.store.project import Project
from tests.gui.rendering.browser import Browser, found
from tests.gui.rendering.test_html import Reading, mention

BOTH = theme("light"), theme("dark")
EVIL = "</script><script>document.title='bad'</script><img src=x onerror=\"document.title='bad'\">&amp;\u2028"


def day(text: str) -> When:
    return When(from_iso(text), from_iso(text) + 86_400, Granularity.DAY)


def mark(mark_id: str, when: When | None, **more: Any) -> TimelineMark:
    more = {"title": f"Title {mark_id}", "type": "CONSULT", "event_ids": (f"{mark_id}-e",)} | more
    return TimelineMark(id=mark_id, when=when, **more)


def data_of(page: str) -> Any:
    begin = page.index('id="told">') + len('id="told">')
    return json.loads(page[begin : page.index("</script>", begin)])


def made(schema: Schema, *marks: TimelineMark, **more: Any) -> str:
    return timeline_html(Story("Talks", marks, more.pop("publications", ()), **more), schema, BOTH)


def test_the_list_is_sorted_and_escaped_and_says_what_is_planned_and_wrong(schema: Schema) -> None:
    page = made(
        schema,
        mark("1", None, title="undated <one>"),
        mark("2", day("2018-04-17"), planned=True),
        mark("3", day("2018-04-16"), type="GONE", badge="a < b", negated=True, participants=("Ü & Ö",)),
    )
    read = Reading(page)
    dates = [t for tag, t in read.words if tag == "td" and (t == "undated" or "2018" in t)]
    assert dates == ["16 Apr 2018", "17 Apr 2018", "undated"]
    assert ("span", "a < b") in read.words
    assert ("span", "Ü & Ö, did not happen") in read.words
    assert ("a", "undated <one>") in read.words
    told = data_of(page)
    assert [m["d"] for m in told["marks"]] == dates
    assert "x" not in told["marks"][2]


def test_nothing_can_break_out_of_the_page(schema: Schema) -> None:
    text = f"He met {EVIL} there."
    event = mention(schema, "CONSULT", (3, 6))
    article = Page.of(Article("a", text, EVIL, source=EVIL), "n", Annotations(mentions=(event,)))
    page = made(
        schema,
        mark("m", day("2018-04-16"), title=EVIL, badge=EVIL, place=EVIL, participants=(EVIL,), amounts=(EVIL,),
             event_ids=(event.id,), article_ids=("a",), sources=(EVIL,), articles=(EVIL,)),
        publications=(Publication("a", EVIL, from_iso("2018-04-17")),),
        series=(Series(EVIL, (EVIL,), EVIL, (
            Point(Quantity(1, 1), day("2018-04-16"), False, True, "m", EVIL, (), ()),
            Point(Quantity(2, 2), day("2019-04-16"), True, True, "m", EVIL, (), ()),
        )),),
        pages=(article,),
    )  # fmt: skip
    read = Reading(page)
    assert sum(tag == "script" for tag, _ in read.seen) == 2
    assert not [tag for tag, _ in read.seen if tag == "img"]
    told = data_of(page)
    assert told["marks"][0]["t"] == EVIL
    assert told["series"][0]["unit"] == EVIL


def test_no_address_is_asked_and_a_seal_lies_on_the_script(schema: Schema) -> None:
    read = Reading(made(schema, mark("m", day("2018-04-16"))))
    assert not [a for _, attrs in read.seen for a in attrs if a in ("src", "srcset", "action")]
    assert {str(a["href"])[0] for _, a in read.seen if a.get("href")} == {"#"}
    policy = next(str(a["content"]) for _, a in read.seen if a.get("http-equiv") == "Content-Security-Policy")
    assert "default-src 'none'" in policy
    assert "script-src 'sha256-" in policy


def test_an_empty_timeline_says_so(schema: Schema) -> None:
    assert ("p", "There are no events yet.") in Reading(made(schema)).words


def test_what_the_checks_find_stands_on_the_page_as_in_the_window(qapp: QApplication, tmp_path: Path) -> None:
    with Project.create(tmp_path / "p.dateline", Schema("none")) as project:
        who = ensure_annotator(project, "ada")[0].id
        with project.step("Two times") as step:
            step.put(Article("a", "They met on 17 April, 18 April.", "One", published="2018-05-01"))
            step.put(Mention("e", "a", who, Layer.EVENT, "CONSULT", (Span(5, 8),)))
            for n, begin in enumerate((12, 22)):
                step.put(Mention(f"t{n}", "a", who, Layer.TIME, "DATE", (Span(begin, begin + 8),)))
                step.put(TimeValue(f"t{n}", f"2018-04-{17 + n}", day(f"2018-04-{17 + n}")))
                step.put(Argument(f"x{n}", "e", "Time", f"t{n}"))
        render_project(project, Wish(tmp_path / "t.html"))
    (told,) = data_of((tmp_path / "t.html").read_text(encoding="utf-8"))["marks"]
    assert told["q"].startswith("“met” has 17 Apr 2018 and 18 Apr 2018 as Time")


def test_a_named_theme_fixes_the_look(qapp: QApplication, path: Path, tmp_path: Path) -> None:
    pages = {}
    for name in ("dark", None):
        with Project.open(path, readonly=True) as project:
            render_project(project, Wish(tmp_path / "t.html", None, name))
        pages[name] = (tmp_path / "t.html").read_text(encoding="utf-8")
    assert f"--page:{theme('light').page.name()}" not in pages["dark"]
    assert f"--page:{theme('light').page.name()}" in (pages[None] or "")


# In a browser


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    if found() is None:
        pytest.skip("no Chromium on this machine")
    with Browser(tmp_path_factory.mktemp("chromium")) as running:
        yield running


@pytest.fixture(scope="module")
def sample(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the sample project."""
    folder = tmp_path_factory.mktemp("page")
    with Project.open(make_sample(folder / "sample.dateline"), readonly=True) as project:
        render_project(project, Wish(folder / "timeline.html"))
    return folder / "timeline.html"


@pytest.fixture
def opened(browser: Browser, sample: Path) -> Browser:
    browser.asked_for.clear()
    browser.errors.clear()
    browser.open(sample)
    return browser


def selected(browser: Browser) -> str:
    return str(browser.run("selected === null ? '' : marks[selected].t"))


def place_of(browser: Browser, title: str) -> tuple[float, float]:
    """Bring a mark into view and return where it is."""
    browser.run(f"reveal(marks.findIndex(m => m.t.startsWith({title!r})))")
    box = browser.run(
        f"(() => {{ const i = marks.findIndex(m => m.t.startsWith({title!r})); const b = "
        "document.querySelector(`#all [data-mark='${i}'] .rim`).getBoundingClientRect();"
        "return [b.x + b.width / 2, b.y + b.height / 2] })()"
    )
    return round(box[0]), round(box[1])


def test_it_loads_nothing_and_complains_of_nothing(opened: Browser, sample: Path) -> None:
    assert opened.run("document.querySelectorAll('#all .mark').length") > 30
    assert opened.run("document.querySelectorAll('#all .value').length") >= 4
    assert opened.asked_for == [sample.as_uri()]
    assert opened.errors == []
    assert opened.run("fetch('https://example.org').then(() => 1, () => 2) && 1") == 1
    opened.wait(lambda: opened.errors)
    assert "Content Security Policy" in opened.errors[0]


def test_keys_lead_all_the_way(opened: Browser) -> None:
    opened.run("chart.focus()")
    opened.press("Home")
    first = selected(opened)
    opened.press("ArrowRight", "ArrowRight")
    assert selected(opened) not in ("", first)
    assert opened.run("card.hidden") is False
    assert opened.run("document.getElementById('say').textContent")
    span = opened.run("view[1] - view[0]")
    opened.press("+")
    assert opened.run("view[1] - view[0]") < span
    opened.press("f")
    assert opened.run("view[1] - view[0]") == pytest.approx(span)
    opened.press("ArrowDown")
    below = selected(opened)
    opened.press("ArrowUp", "Enter")
    assert selected(opened) != below
    assert opened.run("document.activeElement.classList.contains('event')") is True
    opened.press("Enter")
    assert opened.run("document.activeElement.id") == "chart"
    opened.press("Escape", "Escape")
    assert selected(opened) == ""


def test_from_an_undated_event_keys_lead_on(opened: Browser) -> None:
    opened.errors.clear()
    opened.run("chart.focus()")
    for key in ("ArrowRight", "ArrowDown", "+", "Enter"):
        opened.run("choose(marks.findIndex(m => !m.x), true)")
        assert opened.run("card.hidden") is False
        opened.run("chart.focus()")
        opened.press(key)
    opened.run("choose(-1)")
    assert opened.run("selected") is not None
    assert opened.errors == []


def test_a_click_tells_and_leads_to_the_words(opened: Browser) -> None:
    opened.click(place_of(opened, "Fidan visits Astana"))
    assert selected(opened) == "Fidan visits Astana"
    card = opened.run("card.textContent")
    assert "11 Sep 2023" in card
    assert "Hakan Fidan" in card
    opened.run("card.querySelector('a').click()")
    opened.wait(lambda: opened.run("document.activeElement.classList.contains('event')"))
    top = opened.run("document.activeElement.getBoundingClientRect().top")
    assert opened.run("chart.getBoundingClientRect().bottom") < top < 900


def test_the_words_lead_to_the_mark(opened: Browser) -> None:
    opened.run("document.querySelector('.mention.event[data-mark]').click()")
    assert opened.run("selected") == int(opened.run("document.querySelector('.mention.event[data-mark]').dataset.mark"))


def test_the_wheel_zooms_about_the_pointer_from_decades_to_minutes(opened: Browser) -> None:
    at = place_of(opened, "Fidan visits Astana")
    moment = opened.run(f"momentAt({at[0]})")
    for _ in range(60):
        opened.wheel(at, -480)
    assert 600 <= opened.run("view[1] - view[0]") < 3600
    assert opened.run(f"momentAt({at[0]})") == pytest.approx(moment, abs=60)
    assert ":" in opened.run("document.querySelector('#axis .small').textContent")


def test_what_several_articles_tell_stands_in_the_lane_of_each(
    browser: Browser, schema: Schema, tmp_path: Path
) -> None:
    path = tmp_path / "t.html"
    told = mark("m", day("2018-04-16"), sources=("Reuters", "AA"), articles=("One", "Two", "Three"))
    path.write_text(made(schema, told, mark("n", day("2018-04-17"), sources=("AA",))), encoding="utf-8")
    browser.open(path)
    lanes = "group().map(([key, members]) => [key, members.length])"
    assert browser.run(f"by = 'source', {lanes}") == [["AA", 2], ["Reuters", 1]]
    assert browser.run(f"by = 'article', {lanes}") == [["One", 1], ["Three", 1], ["Two", 1], ["", 1]]


@pytest.mark.parametrize("size", [(390, 800), (1280, 800)])
@pytest.mark.parametrize("by", ["type", "participant", "place", "source", "article"])
def test_names_of_lanes_and_measures_are_whole(browser: Browser, sample: Path, size: tuple[int, int], by: str) -> None:
    browser.open(sample, size, phone=size[0] < 500)
    browser.run(f"(() => {{ const s = byId('by'); s.value = '{by}'; s.dispatchEvent(new Event('change')) }})()")
    said = browser.run("[...document.querySelectorAll('#all .name')].map(n => n.textContent)")
    keys = browser.run("[...layout.lanes.map(l => l.key || words.unnamed), ...series.map(s => s.title)]")
    assert "".join("".join(said).split()) == "".join("".join(keys).split())
    rights = browser.run("[...document.querySelectorAll('#all .name')].map(n => n.getBBox()).map(b => b.x + b.width)")
    assert max(rights) <= browser.run("names")
    for top in (0, 23, 1e6):  # half a name at an edge is left out
        browser.run(f"lanesBox.scrollTop = {top}")
        halved = (
            "[...document.querySelectorAll('#all .name')].filter(n => getComputedStyle(n).visibility !== 'hidden')"
            ".map(n => n.getBoundingClientRect()).filter(b => { const s = lanesBox.getBoundingClientRect();"
            " return b.bottom > s.top && b.top < s.bottom && (b.top < s.top - 3 || b.bottom > s.bottom + 3) }).length"
        )
        browser.wait(lambda halved=halved: browser.run(halved) == 0)
    assert browser.run("document.documentElement.scrollWidth") <= size[0]


@pytest.mark.parametrize("size", [(390, 800), (1280, 800)])
def test_the_numbers_of_a_measure_lie_on_no_edge_and_no_other_words(
    browser: Browser, sample: Path, size: tuple[int, int]
) -> None:
    browser.open(sample, size, phone=size[0] < 500)
    browser.run("lanesBox.scrollTop = 1e6")
    top = browser.run("layout.measures[0].top")
    boxes = browser.run(
        f"[...document.querySelectorAll('#all text')].map(t => t.getBBox()).filter(b => b.y >= {top})"
        ".map(b => [b.x, b.y, b.x + b.width, b.y + b.height])"
    )
    edge, height = browser.run("names"), browser.run("layout.height")
    assert len(boxes) >= 8
    for n, (left, top_, right, low) in enumerate(boxes):
        assert right < edge or left > edge
        assert low <= height + 1
        for other in boxes[n + 1 :]:
            apart = right <= other[0] or left >= other[2] or low <= other[1] + 4 or top_ >= other[3] - 4
            assert apart, (boxes[n], other)


@pytest.mark.parametrize("by", ["participant", "place", "source", "article"])
def test_grouping_and_finding(opened: Browser, by: str) -> None:
    opened.run(f"(() => {{ const s = byId('by'); s.value = '{by}'; s.dispatchEvent(new Event('change')) }})()")
    keys = opened.run("layout.lanes.map(l => l.key)")
    assert len(keys) == len(set(keys)) > 1
    opened.run("(() => { const f = byId('find'); f.value = 'cavusoglu'; f.dispatchEvent(new Event('input')) })()")
    left = opened.run("layout.lanes.flatMap(l => l.members).length")
    assert 0 < left < len(keys) * 60
    assert opened.run("[...document.querySelectorAll('#list tbody tr')].filter(r => !r.hidden).length") < 83


def test_labels_and_marks_of_a_row_never_overlap(opened: Browser) -> None:
    for span in (1, 0.2, 0.04, 0.004):
        opened.run(f"zoom({span}, x(marks[inTime[inTime.length - 10]].x[1]))")
        boxes = opened.run(
            "[...document.querySelectorAll('#all g.mark > text')].map(t => { const b = t.getBoundingClientRect();"
            "return [b.left, b.top, b.right, b.bottom] })"
        )
        for n, (left, top, right, bottom) in enumerate(boxes):
            assert right <= 1201
            for a, b, c, d in boxes[:n]:
                assert right <= a + 1 or left >= c - 1 or bottom <= b + 2 or top >= d - 2
        opened.run("fit()")


def test_on_a_phone_fingers_pan_and_zoom_and_the_card_is_a_sheet(browser: Browser, sample: Path) -> None:
    browser.open(sample, (390, 800), phone=True)
    assert browser.run("document.documentElement.scrollWidth") <= 390
    before = browser.run("view")
    browser.touch([(300, 300)], [(280, 300)], [(200, 300)])
    after = browser.run("view")
    assert after[0] > before[0]
    assert after[1] - after[0] == pytest.approx(before[1] - before[0])
    browser.touch([(180, 300), (220, 300)], [(150, 300), (260, 300)], [(110, 300), (330, 300)])
    now = browser.run("view")
    assert now[1] - now[0] < (after[1] - after[0]) / 2
    browser.run("fit()")
    browser.run("choose(inTime[inTime.length - 1], [10, 10])")
    box = browser.run("(() => { const b = card.getBoundingClientRect(); return [b.left, b.right, b.bottom] })()")
    assert box == [0, 390, 800]


@pytest.mark.parametrize("dark", [False, True])
def test_it_follows_the_system_and_the_button(browser: Browser, sample: Path, dark: bool) -> None:
    browser.open(sample, dark=dark)
    page = "getComputedStyle(document.documentElement).backgroundColor"
    light, night = (f"rgb({c.red()}, {c.green()}, {c.blue()})" for c in (BOTH[0].page, BOTH[1].page))
    assert browser.run(page) == (night if dark else light)
    browser.run("byId('look').click()")
    assert browser.run(page) == light
    browser.run("byId('look').click()")
    assert browser.run(page) == night


@pytest.mark.parametrize("count", [0, 1, 5000])
def test_empty_one_and_very_many(browser: Browser, schema: Schema, tmp_path: Path, count: int) -> None:
    base = from_iso("-0044-03-15") if count == 1 else from_iso("1950-01-01")
    marks = [
        mark(f"m{i}", When(at, at + 86_400, Granularity.DAY), title=f"Long {i} " * 9)
        for i, at in enumerate(range(base, base + count * 5 * 86_400, 5 * 86_400))
    ]
    path = tmp_path / "t.html"
    path.write_text(made(schema, *marks), encoding="utf-8")
    browser.errors.clear()
    browser.open(path)
    assert browser.errors == []
    words = browser.run("document.getElementById('chart').textContent")
    if count == 0:
        assert "No dated events" in words
    elif count == 1:
        browser.run("zoom(8000, x(marks[0].x[1]))")
        assert "45 BC" in browser.run("document.body.textContent")
        assert "BC" in browser.run("svg.axis.textContent")
    else:
        assert browser.run("document.querySelectorAll('#all *').length") < 3000


def test_nothing_evil_runs(browser: Browser, schema: Schema, tmp_path: Path) -> None:
    marks = [mark("m", day("2018-04-16"), title=EVIL, participants=(EVIL,), type=EVIL, badge=EVIL)]
    path = tmp_path / "t.html"
    path.write_text(timeline_html(Story(EVIL, marks, ()), schema, BOTH), encoding="utf-8")
    browser.open(path)
    browser.run("choose(0, true)")
    assert browser.run("document.title") == EVIL
    assert browser.run("document.querySelectorAll('img').length") == 0


# Reporting lag and order


def two_reports(schema: Schema) -> str:
    """A visit told ahead, on the day and long after, the last with another date; and what must follow it."""
    pages, events = [], []
    for name, published in (("a", "2018-04-10"), ("b", "2018-04-20"), ("c", "2021-01-05")):
        event = mention(schema, "CONSULT", (3, 6))
        events.append(event)
        pages.append(Page.of(Article(name, "He met them.", name, published=published), "n", Annotations((event,))))
    other = When(from_iso("2018-05-01"), from_iso("2018-05-02"), Granularity.DAY)
    visit = mark(
        "visit", day("2018-04-19"), event_ids=tuple(e.id for e in events), article_ids=("a", "b", "c"),
        reports=(Reported("a", planned=True), Reported("b"), Reported("c", other, negated=True)),
    )  # fmt: skip
    talks = mark("talks", day("2018-04-17"), event_ids=(), article_ids=("b",))
    publications = [Publication(p.article.id, p.article.title, from_iso(p.article.published)) for p in pages]
    links = (Link("talks", "visit", "AFTER", Order.AFTER), Link("visit", "gone", "BEFORE", Order.BEFORE))
    return made(schema, visit, talks, publications=publications, pages=pages, links=links)


def test_what_stands_in_an_order_is_told_with_the_marks(schema: Schema) -> None:
    page = two_reports(schema)
    told = data_of(page)
    at = {m["t"]: i for i, m in enumerate(told["marks"])}
    (tie,) = told["ties"]
    assert (tie["a"], tie["b"]) == (at["Title visit"], at["Title talks"])
    assert (tie["s"], tie["e"]) == (at["Title talks"], at["Title visit"])
    assert tie["x"] is True
    *_, last = told["marks"][at["Title visit"]]["y"].values()
    dates = last["x"]
    assert (dates[0], dates[-1]) == (from_iso("2018-05-01"), from_iso("2018-05-02"))
    assert (last["p"], last["v"], last["o"]) == (True, False, 0)
    said = [t for tag, t in Reading(page).words if tag == "span" and "after" in t.casefold()]
    assert said


def test_each_report_stands_at_its_day_of_publication(browser: Browser, schema: Schema, tmp_path: Path) -> None:
    path = tmp_path / "t.html"
    path.write_text(two_reports(schema), encoding="utf-8")
    browser.errors.clear()
    browser.open(path)
    browser.run("chart.focus()")
    browser.press("l")
    assert browser.run("layout.lanes.map(l => l.key)") == ["10 Apr 2018", "20 Apr 2018", "5 Jan 2021"]
    assert browser.run("byId('lag').getAttribute('aria-pressed')") == "true"
    assert browser.run("document.querySelector('#all .side.now').textContent").endswith(": 1")
    assert browser.run("[...document.querySelectorAll('#all .side')].at(-1).textContent").endswith(": 3")
    centre = "n => { const b = n.querySelector('.rim').getBoundingClientRect(); return (b.left + b.right) / 2 }"
    visits = "[...document.querySelectorAll('#all .mark')].filter(n => marks[n.dataset.mark].t === 'Title visit')"
    places = browser.run(f"{visits}.map({centre})")
    assert len(places) == 3
    assert places[0] == pytest.approx(places[1], abs=1)
    assert places[2] > places[1]  # that article gives another date
    looks = "n => [n.querySelector('.hollow') !== null, n.classList.contains('no')]"
    assert browser.run(f"{visits}.map({looks})") == [[True, False], [False, False], [False, True]]
    browser.press("ArrowRight", "ArrowDown")
    browser.press("l")
    assert browser.run("layout.lanes.map(l => l.key)") == ["Consult"]
    assert browser.errors == []


def test_the_order_is_drawn_when_asked_for_and_told_on_the_card(
    browser: Browser, schema: Schema, tmp_path: Path
) -> None:
    path = tmp_path / "t.html"
    path.write_text(two_reports(schema), encoding="utf-8")
    browser.errors.clear()
    browser.open(path)
    assert browser.run("document.querySelectorAll('#all .tie').length") == 0
    browser.run("chart.focus()")
    browser.press("o")
    assert browser.run("document.querySelectorAll('#all .tie.broken').length") == 1
    assert browser.run("document.querySelectorAll('#all .head').length") == 1
    browser.press("Home")
    assert browser.run("document.querySelectorAll('#all .tie.on').length") == 1
    assert browser.run("document.querySelectorAll('#all .tie-word').length") <= 1
    before = selected(browser)
    browser.run("card.querySelector('.orders button').click()")
    assert selected(browser) not in ("", before)
    assert browser.run("card.querySelector('.orders .bad') !== null") is True
    browser.run("byId('order').click()")
    assert browser.run("document.querySelectorAll('#all .tie').length") == 0
    assert browser.errors == []


def test_what_lies_on_the_day_of_publication_was_told_neither_ahead_nor_after(
    browser: Browser, schema: Schema, tmp_path: Path
) -> None:
    page = Page.of(Article("a", "He met them.", "a", published="2018-04-20"), "n", Annotations(()))
    hours = [(at, at + 3_600) for at in (from_iso("2018-04-20T10:00"), from_iso("2018-04-20T16:00"))]
    marks = [
        mark(f"m{i}", When(*ends, Granularity.HOUR), event_ids=(), article_ids=("a",)) for i, ends in enumerate(hours)
    ]
    published = (Publication("a", "a", from_iso("2018-04-20T12:00"), day=True),)
    path = tmp_path / "t.html"
    path.write_text(made(schema, *marks, publications=published, pages=[page]), encoding="utf-8")
    browser.open(path)
    browser.run("byId('lag').click()")
    sides = browser.run("[...document.querySelectorAll('#all .side')].map(n => n.textContent)")
    assert [side.rsplit(" ", 1)[1] for side in sides] == ["0", "0"]


def test_a_plan_for_the_current_year_was_told_ahead(browser: Browser, schema: Schema, tmp_path: Path) -> None:
    page = Page.of(Article("a", "He met them.", "a", published="2022-02-24"), "n", Annotations(()))
    year = When(from_iso("2022-01-01"), from_iso("2023-01-01"), Granularity.YEAR)
    marks = [
        mark("plan", year, event_ids=(), article_ids=("a",), planned=True),
        mark("past", year, event_ids=(), article_ids=("a",)),
        mark("days", When(year.begin, year.end, Granularity.DAY), event_ids=(), article_ids=("a",)),
    ]
    published = (Publication("a", "a", from_iso("2022-02-24T12:00"), day=True),)
    path = tmp_path / "t.html"
    path.write_text(made(schema, *marks, publications=published, pages=[page]), encoding="utf-8")
    browser.open(path)
    browser.run("byId('lag').click()")
    sides = browser.run("[...document.querySelectorAll('#all .side')].map(n => n.textContent)")
    assert [side.rsplit(" ", 1)[1] for side in sides] == ["1", "1"]


def test_without_order_or_publications_there_is_no_button(browser: Browser, schema: Schema, tmp_path: Path) -> None:
    path = tmp_path / "t.html"
    path.write_text(made(schema, mark("m", day("2018-04-16"))), encoding="utf-8")
    browser.open(path)
    assert browser.run("byId('order').hidden && byId('lag').hidden && byId('measures').hidden") is True


def test_very_many_publications_share_bands(browser: Browser, schema: Schema, tmp_path: Path) -> None:
    days = [f"{1990 + i // 12}-{i % 12 + 1:02}-07" for i in range(300)]
    pages = [Page.of(Article(f"a{i}", "x", f"a{i}", published=d), "n", Annotations()) for i, d in enumerate(days)]
    publications = [Publication(f"a{i}", f"a{i}", from_iso(d)) for i, d in enumerate(days)]
    marks = [mark(f"m{i}", day(d), article_ids=(f"a{i}",)) for i, d in enumerate(days)]
    path = tmp_path / "t.html"
    path.write_text(made(schema, *marks, publications=publications, pages=pages), encoding="utf-8")
    browser.errors.clear()
    browser.open(path)
    browser.run("byId('lag').click()")
    assert browser.run("layout.lanes.length") == 25  # a year each
    assert browser.run("layout.lanes.flatMap(l => [...l.given.keys()]).length") == 300
    assert browser.errors == []


def test_the_sample_on_a_phone_keeps_its_width_in_every_view(browser: Browser, sample: Path) -> None:
    browser.open(sample, (390, 800), phone=True)
    for name in ("lag", "order"):
        browser.run(f"byId('{name}').click()")
        assert browser.run("document.documentElement.scrollWidth") <= 390
    boxes = "[...document.querySelectorAll('#all .side')].map(n => n.getBoundingClientRect())"
    sides = browser.run(f"{boxes}.map(b => [b.left, b.right])")
    right, left = sides
    assert left[1] < right[0]
    assert right[1] <= 390


def test_keys_work_before_anything_was_clicked(opened: Browser) -> None:
    before = opened.run("view[1] - view[0]")
    opened.press("+")
    assert opened.run("view[1] - view[0]") < before
    opened.press("l")
    assert opened.run("lag") is True
    opened.run("document.getElementById('find').focus()")
    opened.press("l")
    assert opened.run("lag") is True, "there it is a letter"


def test_keys_work_while_a_text_has_them(opened: Browser) -> None:
    opened.run("chart.focus()")
    opened.press("Home", "Enter")
    assert opened.run("document.activeElement.classList.contains('event')") is True
    first, span = selected(opened), opened.run("view[1] - view[0]")
    opened.press("l", "o", "+")
    assert opened.run("lag && order") is True
    assert opened.run("view[1] - view[0]") < span
    opened.press("l", "ArrowRight")
    assert selected(opened) not in ("", first)
    assert opened.run("document.activeElement.id") == "chart", "the keys go on from there"


@pytest.mark.parametrize("key", [True, False])
def test_measures_are_gone_to_and_hidden_by_key_and_button(opened: Browser, key: bool) -> None:
    def turn() -> None:
        opened.press("m") if key else opened.run("byId('measures').click()")

    seen = "layout.measures.length > 0 && layout.measures[0].top < lanesBox.scrollTop + lanesBox.clientHeight"
    opened.run("chart.style.maxHeight = '200px', lanesBox.scrollTop = 0, draw()")
    assert opened.run(seen) is False
    turn()
    assert opened.run(seen) is True
    turn()
    assert opened.run("document.querySelectorAll('#all .value').length") == 0
    assert opened.run("byId('measures').getAttribute('aria-pressed')") == "false"
    turn()
    assert opened.run(seen) is True
    assert opened.errors == []


def test_lanes_by_article_come_by_date_of_publication(browser: Browser, schema: Schema, tmp_path: Path) -> None:
    path = tmp_path / "t.html"
    told = [mark(t, day("2018-04-16"), articles=(t,)) for t in ("New", "Old", "Undated", "Oldest")]
    more = mark("m", day("2018-04-17"), articles=("New",))
    publications = [
        Publication(t, t, from_iso(d))
        for t, d in (("New", "2020-01-01"), ("Old", "2019-01-01"), ("Oldest", "1969-01-01"))
    ]
    path.write_text(made(schema, *told, more, publications=publications), encoding="utf-8")
    browser.open(path)
    assert browser.run("by = 'article', group().map(([key]) => key)") == ["Oldest", "Old", "New", "Undated"]


def test_the_card_goes_with_its_mark_and_goes_when_that_is_out_of_view(opened: Browser) -> None:
    opened.run("chart.focus()")
    opened.press("Home", "ArrowRight", "ArrowRight")
    rim = "document.querySelector(`#all [data-mark='${selected}'] .rim`).getBoundingClientRect()"
    apart = f"card.getBoundingClientRect().left - {rim}.right"
    before, left = opened.run(apart), opened.run("card.getBoundingClientRect().left")
    opened.run("pan(-160)")
    assert opened.run("card.hidden") is False
    assert opened.run("card.getBoundingClientRect().left") == pytest.approx(left + 160, abs=2)
    assert opened.run(apart) == pytest.approx(before, abs=2)
    opened.run("pan(5000)")
    assert opened.run("card.hidden") is True


def test_words_are_whole_in_the_lanes_and_stand_left_where_only_there_is_room(opened: Browser) -> None:
    labels = "[...document.querySelectorAll('#all .label')]"
    shown = f"{labels}.filter((w) => getComputedStyle(w).visibility !== 'hidden').map((w) => w.getBoundingClientRect())"
    seen = "lanesBox.getBoundingClientRect()"
    halved = (
        f"{shown}.filter((b) => b.bottom > {seen}.top && b.top < {seen}.bottom"
        f" && (b.top < {seen}.top - 2 || b.bottom > {seen}.bottom + 2)).length"
    )
    for top in (0, 7, 14, 60):
        opened.run(f"lanesBox.scrollTop = {top}")
        opened.wait(lambda: opened.run(halved) == 0)
    rim = "w.parentNode.querySelector('.rim').getBoundingClientRect().left"
    assert opened.run(f"{labels}.filter((w) => w.getBoundingClientRect().right <= {rim} + 5).length") > 5


def test_what_is_known_to_the_month_is_a_cloud(opened: Browser) -> None:
    clouds = "[...document.querySelectorAll('#all .mark')].filter((g) => g.querySelector('[mask*=mdense]'))"
    vague = opened.run(f"{clouds}.map((g) => [marks[g.dataset.mark].v, marks[g.dataset.mark].p])")
    assert vague
    assert all(v and not p for v, p in vague)


@pytest.mark.parametrize("dark", [False, True])
def test_what_is_planned_is_hollow_in_the_text(browser: Browser, sample: Path, dark: bool) -> None:
    browser.open(sample, dark=dark)
    look = "((n) => {{ const s = getComputedStyle(n); return [s.backgroundColor, s.color, s.boxShadow] }})({})"
    planned = browser.run(look.format("document.querySelector('.mention.event.planned')"))
    told = browser.run(look.format("document.querySelector('.mention.event:not(.planned, .denied)')"))
    assert planned[0] != told[0]
    assert planned[1] != told[1]
    assert "inset" in planned[2]
    assert told[2] == "none"
