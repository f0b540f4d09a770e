"""What is on the screen: scrolled, changed in part or drawn anew, it looks the same."""

import random

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication

from dateline.gui.reader import sheet, typeset
from dateline.gui.reader.picture import Look, PictureTooTall, render_page, render_svg, save_page
from dateline.gui.reader.scene import Suggestion
from dateline.gui.reader.styles import HIT, HIT_WORDS
from dateline.gui.reader.typeset import Setting
from dateline.gui.reader.view import ReaderView
from dateline.gui.theme import contrast, theme
from dateline.model.annotation import Argument, Layer, Mention
from dateline.model.article import Region, RegionKind
from dateline.model.changes import Changes, Kind
from dateline.model.text import Span
from tests.gui.reader.conftest import LABELS, PageMaker

SENTENCE = "The envoys met officials of وزارة الصحة 🚨 in Çankaya on Monday and left Қазақстан at noon. "
TEXT = "\r\n".join(SENTENCE * (1 + i % 4) for i in range(40))


def on_screen(view: ReaderView) -> QImage:
    """What stands in the window now, not what painting anew would give."""
    QApplication.processEvents()
    place = QRect(view.viewport().mapTo(view.window(), QPoint(0, 0)), view.viewport().size())
    shown = view.screen().grabWindow(view.window().winId()).toImage().convertToFormat(QImage.Format.Format_RGB32)
    ratio = shown.devicePixelRatio()  # not 1 in what test_ratios.py starts
    corner, size = place.topLeft() * ratio, place.size() * ratio
    return shown.copy(QRect(corner, size))


def anew(view: ReaderView) -> QImage:
    view.viewport().update()
    return on_screen(view)


def differs(one: QImage, other: QImage) -> list[int]:
    """The first rows in which two pictures differ."""
    if one == other:
        return []
    row = one.bytesPerLine()
    a, b = bytes(one.constBits()), bytes(other.constBits())
    return [y for y in range(one.height()) if a[y * row : (y + 1) * row] != b[y * row : (y + 1) * row]][:5] or [-1]


def mentioned(seed: int, times: int = 120, text: str = TEXT) -> PageMaker:
    made = PageMaker(text, title="The envoys", published="2024-03-12", source="Wire")
    rng = random.Random(seed)
    for i in range(times):
        layer, label, _ = LABELS[rng.randrange(5)]
        begin = rng.randrange(len(TEXT) - 60)
        spans = [Span(begin, begin + rng.randint(1, 40))]
        if i % 9 == 0:
            spans.append(Span(spans[0].end + 3, spans[0].end + 9))
        mention = Mention(f"m{i}", "article", "me", layer, label, tuple(spans))
        made.page.mentions[mention.id] = mention
    events = [m.id for m in made.page.mentions.values() if m.layer is Layer.EVENT]
    for i in range(20):
        made.page.arguments[f"a{i}"] = Argument(f"a{i}", rng.choice(events), "Place", f"m{rng.randrange(times)}")
    return made


@pytest.fixture
def long(request, monkeypatch) -> str:
    """The text as it is, or all of it one paragraph that is composed three lines at a time."""
    if not getattr(request, "param", False):
        return TEXT
    for module in (typeset, sheet):
        monkeypatch.setattr(module, "PORTION", 3)
    return TEXT.replace("\r\n", "  ")


def wheel(view: ReaderView, delta: int) -> None:
    point = QPointF(300, 300)
    none = Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        point, point, QPoint(), QPoint(0, delta), Qt.MouseButton.NoButton, none, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(view.viewport(), event)


@pytest.mark.parametrize("long", [False, True], indirect=True)
@pytest.mark.parametrize("leading", [1.0, 0.8])
@pytest.mark.parametrize("arcs", [False, True])
@pytest.mark.parametrize("focus", [False, True])
def test_a_scrolled_view_equals_one_painted_anew(reader, schema, arcs, focus, leading, long):
    made = mentioned(1, 400, long)
    reader.set_leading(leading)
    reader.set_page(made.page, schema)
    reader.set_show_arcs(arcs)
    reader.set_selection([Span(300, 420)])
    if focus:
        reader.select_mention(made.page.arguments["a3"].event_id)
    reader.set_hits([Span(200, 210), Span(900, 930)], Span(900, 930))
    for delta in (-120, -120, -33, 7, 240, -600, -1, 1, -120, 77):
        wheel(reader, delta)
        shown = on_screen(reader)
        assert not differs(shown, anew(reader)), (delta, reader.scroll_offset())


changes = st.lists(
    st.tuples(
        st.sampled_from(["add", "remove", "move", "relabel", "argue", "dispute", "grey", "verify", "clear"]),
        st.integers(0, 119),
        st.integers(0, 1500),
        st.integers(1, 60),
        st.integers(0, 4),
    ),
    min_size=1,
    max_size=6,
)


def change(made: PageMaker, how: str, number: int, place: int, length: int, label: int) -> Changes:
    """Make one change to a page and say what it was."""
    page, mention_id = made.page, f"m{number}"
    parts: dict[str, dict[Kind, frozenset[str]]] = {"added": {}, "altered": {}, "removed": {}}
    if how in ("argue", "dispute"):
        name = f"a{number}"
        if how == "dispute" and page.arguments.pop(name, None):
            parts["removed"] = {Kind.ARGUMENT: frozenset({name})}
        elif how == "argue" and name not in page.arguments:
            event = next((m.id for m in page.mentions.values() if m.layer is Layer.EVENT), "")
            page.arguments[name] = Argument(name, event, "Agent", mention_id)
            parts["added"] = {Kind.ARGUMENT: frozenset({name})}
    elif how in ("grey", "verify", "clear"):
        name, kind = f"r{number}", RegionKind.BOILERPLATE if how == "grey" else RegionKind.NEGATIVE
        if how == "clear" and page.regions.pop(name, None):
            parts["removed"] = {Kind.REGION: frozenset({name})}
        elif how != "clear":
            fresh = name not in page.regions
            page.regions[name] = Region(name, "article", kind, Span(place, place + length), "me")
            parts["added" if fresh else "altered"] = {Kind.REGION: frozenset({name})}
    elif how == "remove":
        if page.mentions.pop(mention_id, None):
            parts["removed"] = {Kind.MENTION: frozenset({mention_id})}
    else:
        layer, name, _ = LABELS[label]
        fresh = mention_id not in page.mentions
        page.mentions[mention_id] = Mention(mention_id, "article", "me", layer, name, (Span(place, place + length),))
        parts["added" if fresh else "altered"] = {Kind.MENTION: frozenset({mention_id})}
    return Changes(**parts, articles=frozenset({"article"}))


@pytest.mark.parametrize("long", [False, True], indirect=True)
@given(steps=changes, arcs=st.booleans(), focused=st.booleans(), scroll=st.sampled_from([0, 40, 333]))
@example(steps=[("add", 1, 1, 1, 0), ("add", 0, 1, 1, 0)], arcs=False, focused=True, scroll=0)  # twins
@example(steps=[("grey", 1, 50, 40, 0), ("verify", 2, 50, 40, 0)], arcs=False, focused=False, scroll=0)
@example(steps=[("verify", 1, 50, 40, 0), ("grey", 1, 50, 40, 0)], arcs=False, focused=False, scroll=0)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_changes_applied_equal_a_page_shown_anew(reader, schema, long, steps, arcs, focused, scroll):
    made = mentioned(2, 60, long)
    reader.set_show_arcs(arcs)
    reader.set_page(made.page, schema)
    reader.verticalScrollBar().setValue(scroll)
    if focused:
        reader.select_mention(made.page.arguments["a1"].event_id, reveal=False)
    QApplication.processEvents()
    for step in steps:
        reader.apply(change(made, *step))
    shown = on_screen(reader)
    assert not differs(shown, anew(reader)), "a stale part was left on the screen"
    state, selected, selection = reader.scroll_state(), reader.selected_mention(), reader.selection()
    reader.set_page(made.page, schema)
    reader.restore_scroll(state)
    if selected:
        reader.select_mention(selected, reveal=False)
    else:
        reader.set_selection(selection)
    assert not differs(shown, on_screen(reader))


moves = st.lists(
    st.tuples(st.sampled_from(["words", "pieces", "mention", "none", "down", "remove"]), st.integers(0, 1500)),
    min_size=1,
    max_size=8,
)


@given(steps=moves, arcs=st.booleans(), scroll=st.sampled_from([0, 333]))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_selection_that_moves_equals_a_page_shown_anew(reader, schema, steps, arcs, scroll):
    made = mentioned(6, 60)
    reader.set_show_arcs(arcs)
    reader.set_page(made.page, schema)
    reader.setFocus()
    reader.verticalScrollBar().setValue(scroll)
    QApplication.processEvents()
    for how, place in steps:
        if how == "words":
            reader.set_selection([Span(place, place + 30)], reveal=place % 2 == 0)
        elif how == "pieces":
            reader.set_selection([Span(place // 2, place // 2 + 4), Span(place + 20, place + 200)])
        elif how == "mention":
            reader.select_mention(next(iter(made.page.mentions)), reveal=place % 2 == 0)
        elif how == "remove":
            reader.apply(change(made, "remove", place % 60, 0, 0, 0))
        elif how == "down":
            reader.line_step(1, extend=place % 2 == 0)
        else:
            reader.set_selection([])
        if place % 3:
            QApplication.processEvents()
    assert not differs(on_screen(reader), anew(reader)), "a selection was left on the screen"


proposals = st.lists(st.tuples(st.integers(0, 1500), st.integers(1, 40)), max_size=8)


@given(rounds=st.lists(st.tuples(proposals, st.integers(-2, 2)), min_size=1, max_size=4), arcs=st.booleans())
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_suggestions_that_change_equal_a_page_shown_anew(reader, schema, rounds, arcs):
    made = mentioned(5, 40)
    reader.set_show_arcs(arcs)
    reader.set_page(made.page, schema)
    QApplication.processEvents()
    for found, step in rounds:
        reader.set_suggestions(
            Suggestion(f"{b}-{n}", "Person", Layer.ENTITY, (Span(b, b + n),)) for b, n in dict(found).items()
        )
        reader.next_suggestion(step or 1)
        QApplication.processEvents()
    assert not differs(on_screen(reader), anew(reader)), "a stale outline was left on the screen"
    walked = {s.id for s in reader.suggestions()} | {None}
    assert reader.current_suggestion() in walked


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_a_theme_changes_colours_and_nothing_else(reader, schema, name):
    made = mentioned(3)
    reader.set_page(made.page, schema)
    reader.restore_scroll((made.page.text.index("noon", 2000), 5.0))
    before = reader.scroll_state()
    reader.set_theme(theme(name))
    assert reader.scroll_state() == before
    there_and_back = anew(reader)
    assert there_and_back.pixelColor(3, 3) == theme(name).page
    reader.set_theme(theme("light"))
    reader.set_theme(theme(name))
    assert not differs(on_screen(reader), there_and_back)


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("pixels", [11.0, 18.0, 31.0])
def test_the_block_of_a_trigger_reaches_under_its_descenders(qapp, schema, look, scale, pixels):
    made, shown = PageMaker("görüştü jpqy,ç"), Look(width=500, setting=Setting(pixels=pixels, leading=0.8))
    plain = render_page(made.page, schema, theme(look), scale=scale, look=shown)
    made.mention("Meet", "görüştü jpqy,ç")
    block = render_page(made.page, schema, theme(look), scale=scale, look=shown)

    def lowest(image: QImage, x: int) -> int:
        page = theme(look).page.rgb()
        return max((y for y in range(image.height()) if image.pixel(x, y) != page), default=-1)

    left = round((62 + 3) * scale)
    inked = [x for x in range(left, left + round(3 * pixels * scale)) if lowest(plain, x) >= 0]
    assert len(inked) > 2 * pixels * scale
    assert all(lowest(plain, x) <= lowest(block, x) for x in inked)
    bottom = max(lowest(block, x) for x in inked)
    assert bottom > max(lowest(plain, x) for x in inked)  # a rim of the block is seen under every stroke


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_what_was_found_is_told_from_washes_and_the_current_hit_from_the_others(reader, schema, look):
    made = PageMaker("The envoys met in Astana and again in Astana, Astana and Astana.", title="")
    made.mention("Place", "Astana", nth=1)
    made.mention("Meet", "Astana", nth=2)
    reader.set_theme(theme(look))
    reader.set_page(made.page, schema)
    plain = on_screen(reader)
    hits = [made.span("Astana", n) for n in range(4)]
    reader.set_hits(hits, hits[3])
    found = on_screen(reader)
    page, marker = theme(look).page, HIT
    for n, hit in enumerate(hits):
        box = reader.rect_of(hit)
        left_edge = QPoint(box.left() - 1, box.center().y())
        assert plain.pixelColor(left_edge) != found.pixelColor(left_edge)
        if n < 3:  # a frame that stands out of the page, over washes and blocks alike
            assert contrast(found.pixelColor(left_edge), page) >= 2.9
        inside = [found.pixelColor(x, box.top() + 3) for x in range(box.left() + 2, box.right() - 2)]
        assert (max(inside.count(marker), 1) > len(inside) / 2) == (n == 3)
    assert contrast(HIT_WORDS, HIT) >= 7


def test_zooming_there_and_back_is_nothing(reader, schema):
    made = mentioned(4)
    reader.set_page(made.page, schema)
    reader.restore_scroll((made.page.text.index("noon", 2000), 0.0))
    state, before = reader.scroll_state(), on_screen(reader)
    reader.set_zoom(1.4)
    assert differs(on_screen(reader), before)
    reader.set_zoom(1.0)
    assert reader.scroll_state()[0] == state[0]
    reader.restore_scroll(state)
    assert not differs(on_screen(reader), before)


# Pictures


def test_a_picture_shows_the_whole_article(qapp, schema):
    made = mentioned(5)
    image = render_page(made.page, schema, theme("light"), width=800, scale=1.0)
    assert image.width() == 800
    row, pixels = image.bytesPerLine(), bytes(image.constBits())
    blank = pixels[-row:]
    inked = [y for y in range(image.height()) if pixels[y * row : (y + 1) * row] != blank]
    assert inked[0] < 60
    assert image.height() - inked[-1] < 120
    twice = render_page(made.page, schema, theme("light"), width=800, scale=2.0)
    assert (twice.width(), twice.height()) == (1600, 2 * image.height())


def test_a_picture_can_have_arcs_and_a_focus(qapp, schema):
    made = mentioned(5)
    plain = render_page(made.page, schema, theme("dark"), scale=1.0)
    arcs = render_page(made.page, schema, theme("dark"), scale=1.0, look=Look(arcs=True))
    event = made.page.arguments["a3"].event_id
    focus = render_page(made.page, schema, theme("dark"), scale=1.0, look=Look(select=event))
    assert arcs.height() > plain.height() == focus.height()
    assert plain != focus


def test_a_picture_is_not_made_too_tall(qapp, schema):
    made = PageMaker("A line.\n" * 2000)
    with pytest.raises(PictureTooTall, match="pixels high"):
        render_page(made.page, schema, theme("light"), scale=2.0)
    assert b"<svg" in render_svg(made.page, schema, theme("light"))


def test_pictures_are_written_as_png_and_svg(qapp, schema, tmp_path):
    made = mentioned(6, 20)
    save_page(tmp_path / "a.png", made.page, schema, theme("light"), 1.0)
    save_page(tmp_path / "a.svg", made.page, schema, theme("light"))
    assert QImage(str(tmp_path / "a.png")) == render_page(made.page, schema, theme("light"), scale=1.0)
    svg = (tmp_path / "a.svg").read_bytes()
    assert svg.startswith(b"<?xml")
    assert svg.count(b"<text") + svg.count(b"<path") > 100
    assert b'version="1.1"' in svg, "SVG Tiny knows no clipping: a trigger's light words would cover their whole line"
    assert b"clip-path=" in svg
    with pytest.raises(OSError, match="could not be written"):
        save_page(tmp_path / "nowhere" / "a.png", made.page, schema, theme("light"), 1.0)


def test_the_empty_article_has_a_picture(qapp, schema):
    made = PageMaker("")
    assert render_page(made.page, schema, theme("light"), look=Look(setting=Setting(pixels=30))).height() > 0


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
def test_an_underline_is_equally_strong_on_every_line_and_screen(qapp, schema, scale):
    """On screens of 1.25 and 1.5 the same double underline was thin here and solid there."""
    made = PageMaker("\n".join("Astana and Ankara on Monday" for _ in range(14)))
    for n in range(14):
        for label, quote in (("Person", "Astana"), ("Organization", "Ankara"), ("Date", "Monday")):
            made.mention(label, quote, nth=n)
    image = render_page(made.page, schema, theme("light"), scale=scale, look=Look(width=500))
    seen = {
        label: {tuple(found) for found in _stripes(image, theme("light").ink(schema, label).colour)}
        for label in ("Person", "Organization", "Date")
    }
    assert all(len(shapes) == 1 for shapes in seen.values()), seen
    assert {len(shape) for shapes in seen.values() for shape in shapes} == {round(2 * scale)}


def _stripes(image: QImage, colour: QColor) -> list[list[int]]:
    """How strong lines of exactly this colour are where they begin, from top to bottom: rows less than five apart."""
    height = range(image.height())
    left = next(x for x in range(image.width()) if any(image.pixel(x, y) == colour.rgb() for y in height))
    rows = [y for y in height if image.pixel(left, y) == colour.rgb()]
    found: list[list[int]] = []
    for y in rows:
        if not found or y - found[-1][-1] > 4:
            found.append([])
        found[-1].append(y)
    return [[y - run[0] for y in run] for run in found]
