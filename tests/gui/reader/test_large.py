"""Very long and very odd texts open, scroll, take clicks and can be tagged."""

from time import thread_time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from dateline.gui.reader.view import ReaderView
from dateline.model.annotation import Layer, Mention
from dateline.model.article import Article
from dateline.model.changes import Changes, Kind
from dateline.model.page import Page
from dateline.model.schema import Schema
from dateline.model.text import Span
from tests.gui.reader.conftest import PageMaker
from tests.gui.reader.hand import Hand

PATIENCE = 1.5  # seconds of work on the GUI thread: many times what it takes, far below what annoys for long


def page_of(text: str, spans: int = 0) -> Page:
    made = {}
    for i in range(spans):
        begin = i * (len(text) - 20) // spans
        made[f"m{i}"] = Mention(f"m{i}", "article", "me", Layer.ENTITY, "Person", (Span(begin, begin + 12),))
    return Page(Article("article", text), "me", made)


def at_work(view: ReaderView, page: Page, schema: Schema, qtbot) -> None:
    """Open a page, go through it, click, tag and untag; fail when the thread works too long at a time."""
    start = thread_time()
    view.set_page(page, schema)
    QApplication.processEvents()
    assert thread_time() - start < PATIENCE
    bar = view.verticalScrollBar()
    for place in (0.5, 1.0, 0.1):
        start = thread_time()
        bar.setValue(int(bar.maximum() * place))
        QApplication.processEvents()
        qtbot.keyClick(view, Qt.Key.Key_PageDown)
        qtbot.keyClick(view, Qt.Key.Key_Right)
        QApplication.processEvents()
        assert thread_time() - start < PATIENCE
    start = thread_time()
    begin = min(view.scroll_state()[0], max(0, len(page.text) - 2))
    if page.text:
        page.mentions["new"] = Mention("new", "article", "me", Layer.ENTITY, "Place", (Span(begin, begin + 1),))
        for part in ("added", "removed"):
            if part == "removed":
                del page.mentions["new"]
            view.apply(Changes(**{part: {Kind.MENTION: frozenset({"new"})}}, articles=frozenset({"article"})))
            QApplication.processEvents()
    assert thread_time() - start < PATIENCE


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("Officials met the envoys in Astana on Monday.\n" * 220_000, 100_000),
        ("Officials met the envoys in Astana on Monday. " * 110_000, 50_000),
        ("Officials met the envoys in Astana on Monday. " * 400, 8000),
        ("x" * 1_000_000, 1000),
        ("\n" * 1_000_000, 0),
        ("وقالت وزارة الصحة في بورتسودان. " * 30_000, 3000),
        ("👩🏽‍⚕️ ü " * 60_000, 3000),
        ("", 0),
    ],
    ids=[
        "10 MB",
        "paragraph of 5 MB",
        "dense paragraph of 18 kB",
        "word of 1 MB",
        "a million empty lines",
        "Arabic",
        "emoji",
        "empty",
    ],
)
def test_it_opens_scrolls_and_is_tagged(reader, schema, qtbot, text, spans):
    at_work(reader, page_of(text, spans), schema, qtbot)


def test_no_line_of_a_long_paragraph_ends_early(reader, schema):
    """After “… café Zoë.” a new line began, although the text has none."""
    sentence = "Officials of the ministry met the envoys at the café Zoë. "
    reader.set_page(page_of(sentence * 340), schema)
    sheet = reader.sheet()
    lines = sheet.lines(0, sheet.height)
    assert len(lines) > 200
    assert all(at.line.right > sheet.width * 0.8 for at in lines[:-1])


def test_twelve_spans_on_a_character(hand, schema):
    ids = [hand.made.mention("Person", "Ministry of Foreign Affairs"[: 8 + i]) for i in range(12)]
    hand.reader.set_page(hand.made.page, schema)
    at = hand.reader.line_of(hand.made.span("Ministry").begin)
    assert at.shape.more == 8
    assert len({p.lane for p in at.shape.pieces}) == 4
    seen = set()
    for _ in range(13):
        hand.click("Ministry")
        seen.add(hand.reader.selected_mention())
    assert seen == {*ids, None}


def test_the_last_word_of_a_paragraph_of_a_megabyte_is_clicked_where_it_stands(reader, schema, qtbot):
    made = PageMaker("Officials met the envoys. " * 40_000 + "This is Samarkand.")
    reader.set_page(made.page, schema)
    reader.reveal(made.span("Samarkand"), flash=False)
    hand = Hand(reader, made, qtbot)
    hand.click("Samarkand")
    assert hand.words == ["Samarkand"]
    reader.set_selection([Span(0, 9)], reveal=True)
    assert reader.scroll_offset() <= reader.sheet().body_top
    hand.click(QPoint(hand.middle("Officials")))
    assert hand.words == ["Officials"]
