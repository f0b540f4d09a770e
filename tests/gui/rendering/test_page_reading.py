"""The timeline's web page as it is read: tags over the words, tools in a narrow window, the scale of measures."""

from pathlib import Path

import pytest

from dateline.gui.timeline.marks import Publication
from dateline.model.annotation import Annotations
from dateline.model.article import Article
from dateline.model.page import Page
from dateline.model.schema import Schema
from dateline.model.when import Granularity, When, from_iso
from tests.gui.rendering.browser import Browser
from tests.gui.rendering.test_html import mention
from tests.gui.rendering.test_timeline_page import browser, made, mark, sample

__all__ = ["browser", "sample"]  # fixtures

AT = ("2014-01-02", "2014-01-04", "2014-01-08", "2018-06-01")  # of publication: three of one week

TAGS = """(() => {
  const all = [...document.querySelectorAll('.mention[data-tag]:not(.under)')].map((n) => {
    const b = n.getClientRects()[0], back = getComputedStyle(n.closest('p')).direction === 'rtl';
    const long = wide(n.dataset.tag, '600 10px'), left = back ? b.right - long : b.left;
    const box = n.closest('article').getBoundingClientRect();
    return { tag: n.dataset.tag, top: b.top, left, right: left + long, from: box.left, to: box.right,
      p: n.closest('p') };
  });
  const over = (a, b) => a !== b && a.p === b.p && Math.abs(a.top - b.top) < 8 && a.left < b.right && b.left < a.right;
  return { over: all.filter((a) => all.some((b) => over(a, b))).map((a) => a.tag),
    out: all.filter((a) => a.left < a.from - 1 || a.right > a.to + 1).map((a) => a.tag),
    count: all.filter((a) => a.tag).length };
})()"""


def read_through(page: Browser) -> None:
    """Bring every paragraph into view and wait until its tags are set."""
    page.run("document.querySelectorAll('article p').forEach((p) => fitTags(p))")


@pytest.mark.parametrize("width", [390, 768, 1280])
def test_tags_lie_neither_over_each_other_nor_over_the_edge(browser: Browser, sample: Path, width: int) -> None:
    browser.open(sample, (width, 800), phone=width < 600)
    browser.wait(lambda: browser.run("document.querySelector('article p .mention').dataset.tag !== ''"))
    read_through(browser)
    told = browser.run(TAGS)
    assert told["count"] > 100
    assert (told["over"], told["out"]) == ([], [])


def test_tags_are_set_anew_where_lines_break_elsewhere(browser: Browser, sample: Path) -> None:
    browser.open(sample, (1280, 800))
    seen = "[...document.querySelectorAll('article p [data-tag]')].slice(0, 40)"
    tags = f"{seen}.map((n) => n.dataset.tag).join()"
    browser.wait(lambda: browser.run(f"{seen}.length > 5"))
    before = browser.run(tags)
    browser.call("Emulation.setDeviceMetricsOverride", width=390, height=800, mobile=False, deviceScaleFactor=1)
    browser.wait(lambda: browser.run(tags) != before)


def test_a_text_from_right_to_left_has_its_tags_at_the_right(browser: Browser, schema: Schema, tmp_path: Path) -> None:
    text = "التقى الوزير نظيره في أنقرة يوم الخميس"
    mentions = (mention(schema, "PERSON", (6, 12)), mention(schema, "GPE", (22, 27)), mention(schema, "DATE", (28, 31)))
    page = Page.of(Article("a", text, "x"), "n", Annotations(mentions=mentions))
    path = tmp_path / "page.html"
    path.write_text(made(schema, pages=(page,)), encoding="utf-8")
    browser.open(path, (500, 600))
    read_through(browser)
    told = browser.run(TAGS)
    assert (told["over"], told["out"]) == ([], [])
    tags = browser.run("[...document.querySelectorAll('[data-tag]')].map((n) => n.dataset.tag)")
    assert tags == ["Person", "GPE", "Date"], "the date begins where the longer name would end"
    right = "document.querySelector('[data-tag]').getBoundingClientRect().right"
    assert browser.run(f"{right} > document.querySelector('article').getBoundingClientRect().right - 80")


@pytest.mark.parametrize(("width", "most"), [(390, 104), (768, 88), (1280, 56)])
def test_the_tools_take_two_rows_at_most(browser: Browser, sample: Path, width: int, most: int) -> None:
    browser.open(sample, (width, 800), phone=width < 600)
    assert browser.run("document.querySelector('header').offsetHeight") <= most
    if width == 390:
        assert not browser.run("byId('lag').offsetParent")
        browser.run("byId('more').click()")
        assert browser.run("byId('more').getAttribute('aria-expanded')") == "true"
    for name in ("by", "find", "fit", "lag", "order", "tags", "look"):
        assert browser.run(f"byId('{name}').getBoundingClientRect().right") <= width
        assert browser.run(f"byId('{name}').offsetHeight") > 20


def test_measures_have_a_scale_and_nothing_empty_is_below_them(browser: Browser, sample: Path) -> None:
    browser.open(sample)
    words = browser.run("[...document.querySelectorAll('#all .scale')].map((n) => n.textContent)")
    assert {"0", "10 bn"} <= set(words)
    assert browser.run("byId('axis').clientHeight") == 22, "years need no second row"
    browser.run("look(at(2022), at(2024))")
    assert browser.run("byId('axis').clientHeight") == 40
    browser.run("fit(); byId('find').value = 'truce'; byId('find').dispatchEvent(new Event('input'))")
    assert browser.run("lanesBox.clientHeight - layout.height") <= 4
    browser.run("byId('find').value = ''; byId('find').dispatchEvent(new Event('input'))")
    assert browser.run("chart.clientHeight") > 300


def test_the_numbers_of_measures_lie_over_nothing(browser: Browser, sample: Path) -> None:
    browser.open(sample, (390, 800))
    boxes = "[...document.querySelectorAll('#all .scale')].map((n) => n.getBoundingClientRect())"
    over = "(a, b) => a.left < b.right && b.left < a.right && a.top + 3 < b.bottom - 3 && b.top + 3 < a.bottom - 3"
    for _ in range(3):
        assert browser.run(f"{boxes}.filter((a, i, all) => all.some((b, k) => i !== k && ({over})(a, b))).length") == 0
        browser.run("zoom(0.5)")


def test_articles_of_the_same_days_are_one_sheet_with_a_number(
    browser: Browser, schema: Schema, tmp_path: Path
) -> None:
    articles = [Article(f"a{i}", "Some words.", f"Story {i}") for i in range(4)]
    days = [Publication(f"a{i}", f"Story {i}", from_iso(at)) for i, at in enumerate(AT)]
    pages = tuple(Page.of(a, "n", Annotations()) for a in articles)
    path = tmp_path / "page.html"
    dated = When(from_iso("2010-01-01"), from_iso("2020-01-01"), Granularity.DECADE)
    path.write_text(made(schema, mark("m", dated), publications=days, pages=pages), encoding="utf-8")
    browser.open(path)
    assert browser.run("[...document.querySelectorAll('.sheet')].map((n) => n.textContent.slice(0, 1))") == ["3", "S"]
    told = browser.run("document.querySelector('.sheet title').textContent")
    assert [f"Story {i}" in told for i in range(4)] == [True, True, True, False]
    for number in (0, 1, 2, 0):
        box = browser.run(
            "(() => { const b = document.querySelector('.sheet').getBoundingClientRect();"
            "return [b.x + b.width / 2, b.y + b.height / 2] })()"
        )
        browser.call("Input.dispatchMouseEvent", type="mouseMoved", x=box[0], y=box[1])
        browser.wait(lambda: browser.run("lit !== null"))
        browser.click((box[0], box[1]))
        browser.wait(lambda number=number: browser.run("opened") == number)
    browser.run("look(at(2014, 0, 1), at(2014, 0, 10))")
    assert browser.run("document.querySelectorAll('.sheet').length") == 3


def test_the_words_of_an_order_lie_over_no_label_and_no_mark(browser: Browser, sample: Path) -> None:
    browser.open(sample)
    browser.run("showOrder(true)")
    over = (
        "(() => { const boxes = (q) => [...document.querySelectorAll(q)].map((n) => n.getBBox());"
        "const meet = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y + 2 < b.y + b.height - 2"
        " && b.y + 2 < a.y + a.height - 2; const words = boxes('#all .tie-word');"
        "const there = [...boxes('#all .label'), ...boxes('#all .mark path.full, #all .mark path.hollow')];"
        "return [words.length, words.filter((w) => there.some((b) => meet(w, b))).length] })()"
    )
    said = 0
    for begin, end in ((2017, 2025), (2018, 2019), (2021, 2024), (2022, 2023)):
        browser.run(f"look(at({begin}), at({end}))")
        for number in range(browser.run("ties.length")):
            browser.run(f"choose(ties[{number}].s)")
            words, covering = browser.run(over)
            said += words
            assert covering == 0
    assert said > 5
