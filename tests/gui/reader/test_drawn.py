"""What each kind of annotation looks like, told from the pixels: washes, greys, links, outlines, arcs, the head."""

from itertools import pairwise

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter

from dateline.gui.reader.head import in_lines
from dateline.gui.reader.painting import Overlay, PagePainter
from dateline.gui.reader.picture import Look, render_page
from dateline.gui.reader.scene import Suggestion
from dateline.gui.reader.styles import Mode
from dateline.gui.theme import contrast, theme
from dateline.model.annotation import Layer, Relation
from dateline.model.article import Region, RegionKind
from dateline.model.changes import Kind
from dateline.model.text import Span
from tests.gui.reader.conftest import added, removed
from tests.gui.reader.hand import TEXT, Hand, show
from tests.gui.reader.test_pixels import on_screen

LOOKS = pytest.mark.parametrize("look", ["light", "dark", "contrast"])


def colours(image: QImage, rect: QRect) -> set[int]:
    """All colours in a part of a picture."""
    lines = range(max(0, rect.top()), min(image.height(), rect.bottom()))
    return {image.pixel(x, y) for y in lines for x in range(max(0, rect.left()), min(image.width(), rect.right()))}


def strongest(image: QImage, rect: QRect, page: QColor) -> float:
    """How far the ink in a part of a picture stands out of the page at most."""
    return max(contrast(QColor(c), page) for c in colours(image, rect))


@pytest.fixture(params=["light", "dark", "contrast"])
def worn(request, hand: Hand, schema):
    hand.reader.set_theme(theme(request.param))
    return theme(request.param)


def test_boilerplate_is_grey_and_the_report_is_not(hand, schema, worn):
    before = strongest(on_screen(hand.reader), hand.reader.rect_of(hand.made.span("Officials")), worn.page)
    zone = Region("r", "article", RegionKind.BOILERPLATE, hand.made.span("Officials met the envoys"))
    hand.made.page.regions[zone.id] = zone
    show(hand, schema)
    shown = on_screen(hand.reader)
    greyed, kept = (
        strongest(shown, hand.reader.rect_of(hand.made.span(w)), worn.page) for w in ("Officials", "United")
    )
    assert greyed < 0.75 * before
    assert kept > 0.9 * before
    assert greyed >= 3  # it can still be read


def test_boilerplate_keeps_what_lies_under_its_words_and_pales_what_is_tagged_in_it(hand, schema, worn):
    person, met, past = (hand.made.mention(*m) for m in (("Person", "envoys"), ("Meet", "met"), ("Person", "United")))
    zone = Region("r", "article", RegionKind.BOILERPLATE, hand.made.span("met the envoys of"))
    show(hand, schema)
    hand.reader.set_selection((zone.span,))
    corner = hand.reader.rect_of(hand.made.span("the envoys")).topLeft() + QPoint(1, 3)
    before = on_screen(hand.reader)
    hand.made.page.regions[zone.id] = zone
    hand.reader.apply(added("r", kind=Kind.REGION))
    shown = on_screen(hand.reader)
    assert before.pixelColor(corner) == shown.pixelColor(corner) != worn.page
    modes = {p.mention: p.mode for at in hand.reader.visible_lines() for p in at.shape.pieces}
    assert modes == {person: Mode.DIM, met: Mode.DIM, past: Mode.NORMAL}
    tags = {t.owner: t.mode for at in hand.reader.visible_lines() for t in at.shape.tags}
    assert tags == modes
    hand.reader.select_mention(met)  # while it is worked on it is as everywhere
    assert Mode.LIT in {t.mode for at in hand.reader.visible_lines() for t in at.shape.tags}
    del hand.made.page.regions["r"]
    hand.reader.apply(removed("r", kind=Kind.REGION))
    hand.reader.move_to(None)
    assert {t.mode for at in hand.reader.visible_lines() for t in at.shape.tags} == {Mode.NORMAL}


def test_a_verified_negative_is_shaded_and_marked(hand, schema, worn):
    sentence = hand.made.span("They left at noon.")
    line = hand.reader.rect_of(sentence)
    before = on_screen(hand.reader)
    hand.made.page.regions["r"] = Region("r", "article", RegionKind.NEGATIVE, sentence, "me")
    show(hand, schema)
    shown, corner = on_screen(hand.reader), line.topLeft() + QPoint(1, 1)
    assert before.pixelColor(corner) == worn.page != shown.pixelColor(corner)
    mark = QRect(line.left(), line.top() - 13, 14, 12)
    assert colours(before, mark) == {worn.page.rgb()} != colours(shown, mark)


def test_a_negative_that_begins_in_the_space_over_a_line_end_is_marked_where_its_words_are(hand, schema):
    """Space that hangs over a line's end has no extent; painting a mark there ended in an error."""
    hand.reader.set_page(hand.made.page, schema)
    text = hand.made.page.text
    lines = [at.line for at in hand.reader.visible_lines()]
    wrapped = next(a.end for a, b in pairwise(lines) if a.end == b.begin and text[a.end - 1] == " ")
    for span, marks in ((Span(wrapped - 1, wrapped + 4), [wrapped]), (Span(wrapped - 1, wrapped), [])):
        hand.made.page.regions["r"] = Region("r", "article", RegionKind.NEGATIVE, span, "me")
        show(hand, schema)
        assert [at.line.begin for at in hand.reader.visible_lines() if at.shape.marked] == marks
        on_screen(hand.reader)


def test_fragments_are_joined_by_a_thin_line_and_what_lies_between_is_bare(hand, schema, worn):
    hand.made.mention("Person", "Officials", "envoys")
    show(hand, schema)
    shown = on_screen(hand.reader)
    between = hand.made.span("the envoys").begin
    gap = hand.reader.rect_of(Span(between, between + 3))
    inside = gap.adjusted(4, 1, -4, -gap.height() // 2)
    assert shown.pixelColor(inside.topLeft()) == worn.page
    rows = [y for y in range(gap.bottom() - 2, gap.bottom() + 8) if shown.pixelColor(gap.center().x(), y) != worn.page]
    assert len(rows) in (1, 2)
    assert contrast(shown.pixelColor(gap.center().x(), rows[0]), worn.page) >= 2


@pytest.mark.parametrize("focused", [False, True])
def test_what_is_planned_is_hollow_and_what_is_denied_is_struck_in_its_words_and_its_tag(hand, schema, worn, focused):
    met = hand.made.mention("Meet", "met")
    box = hand.reader.rect_of(hand.made.span("met"))
    tag = QRect(box.left(), box.top() - 13, 20, 11)

    def told(**attributes):
        hand.made.page.mentions[met] = replace(hand.made.page.mentions[met], attributes=attributes)
        show(hand, schema)
        if focused:
            hand.reader.select_mention(met)
        image = on_screen(hand.reader)
        return image.copy(box), image.copy(tag)

    def ink(image: QImage) -> float:
        pixels = [image.pixelColor(x, y) for y in range(image.height()) for x in range(image.width())]
        return sum(contrast(p, worn.page) > 2 for p in pixels) / len(pixels)

    fact, planned = told(), told(modality="planned", polarity="positive")
    denied, both = told(polarity="negative"), told(modality="hypothetical", polarity="negative")
    assert len({bytes(part.constBits()) for part in (fact[0], planned[0], denied[0], both[0])}) == 4
    assert len({bytes(part.constBits()) for part in (fact[1], planned[1], denied[1], both[1])}) == 4
    for solid, hollow in zip(fact, planned, strict=True):
        assert ink(hollow) < 0.75 * ink(solid)
    assert told(modality="asserted", polarity="positive") == fact


def test_a_suggestion_is_an_outline_and_no_wash(hand, worn):
    hand.reader.set_suggestions([Suggestion("s", "Place", Layer.ENTITY, (hand.made.span("Astana"),))])
    shown, box = on_screen(hand.reader), hand.reader.rect_of(hand.made.span("Astana"))
    assert shown.pixelColor(box.topLeft() + QPoint(3, 3)) == worn.page
    rim = colours(shown, QRect(box.left() - 2, box.top() - 1, 3, box.height()))
    assert max(contrast(QColor(c), worn.page) for c in rim) >= 3


def test_nested_mentions_lay_wash_on_wash_and_step_their_lines_down(hand, schema, worn):
    hand.made.mention("Organization", "United Nations World Food Programme")
    hand.made.mention("Person", "United Nations")
    show(hand, schema)
    shown = on_screen(hand.reader)
    inner, outer = (hand.reader.rect_of(hand.made.span(w)) for w in ("Nations", "Food"))
    once = shown.pixelColor(outer.topLeft() + QPoint(0, 2))
    twice = shown.pixelColor(inner.topLeft() + QPoint(0, 2))
    assert len({once.rgb(), twice.rgb(), worn.page.rgb()}) == 3
    at = hand.reader.line_of(hand.made.span("Nations").begin)
    assert {p.style.name: p.lane for p in at.shape.pieces} == {"Organization": 1, "Person": 0}


def test_arcs_make_room_above_their_line_and_give_it_back(hand, schema):
    met, envoys, noon = (hand.made.mention(*each) for each in (("Meet", "met"), ("Person", "envoys"), ("Date", "noon")))
    hand.made.argument(met, "Partner", envoys)
    hand.made.argument(met, "Time", noon)
    hand.made.page.relations["r"] = Relation("r", "article", "me", "Part of", envoys, noon)
    show(hand, schema)
    place = hand.made.span("met").begin

    def height() -> int:
        at = hand.reader.line_of(place)
        return at.bottom - at.top

    plain = height()
    hand.reader.set_show_arcs(True)
    at = hand.reader.line_of(place)
    assert {a.caption.text: (a.relation, a.left_foot) for a in at.shape.arcs} == {
        "Partner": (False, True),
        "Time": (False, True),
        "Part of": (True, True),
    }
    assert at.base > at.top
    sheet = hand.reader.sheet()
    highest = at.base - 3 - (at.shape.rows - 0.5) * sheet.arc_row - sheet.styles.tag_height / 2
    assert highest >= at.top + 3  # its caption is clear of the underlines of the line above
    assert height() > plain + 20
    other = hand.reader.line_of(hand.made.span("Ministry").begin)
    assert other.base == other.top  # only where there are arcs
    hand.reader.set_show_arcs(False)
    assert height() == plain


@LOOKS
def test_title_and_metadata_are_a_head_above_the_text(make, schema, qapp, look):
    bare = render_page(make(TEXT).page, schema, theme(look), scale=1.0)
    told = {"title": "Talks go on in Astana", "published": "2024-03-12", "source": "Wire"}
    headed = render_page(make(TEXT, **told).page, schema, theme(look), scale=1.0)
    added, rest = headed.height() - bare.height(), QRect(0, 26, bare.width(), bare.height() - 26)
    assert added > 50
    assert headed.copy(rest.translated(0, added)) == bare.copy(rest)


@pytest.mark.parametrize("title", ["", "مبعوثون يجتمعون"])
def test_the_metadata_of_an_article_read_leftwards_stand_at_its_right(make, schema, qapp, title):
    text = "مبعوثون يجتمعون\nقالت وزارة الخارجية يوم الثلاثاء."
    image = render_page(make(text, title=title, published="2024-03-12").page, schema, theme("light"), scale=1.0)
    ours = theme("light").page.rgb()
    inked = {x for x in range(image.width()) for y in range(26, 100) if image.pixel(x, y) != ours}
    gutter = image.width() - max(inked)  # as wide as the margin at the right; the paragraph's number stands in it
    assert min(x for x in inked if x >= gutter) > image.width() / 2


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_tags_kept_as_pictures_are_as_crisp_as_tags_drawn(hand, schema, ratio):
    """On the screen each tag is drawn once and kept; at twice the pixels it is drawn for them, not enlarged."""
    hand.made.mention("Organization", "United Nations")
    hand.made.mention("Meet", "met")
    hand.made.argument("m2", "Partner", "m1")
    how = {"modality": "planned", "polarity": "negative"}
    hand.made.page.mentions["m2"] = replace(hand.made.page.mentions["m2"], attributes=how)
    show(hand, schema)
    sheet, lines = hand.reader.sheet(), hand.reader.visible_lines()
    pictures = []
    for kept in (True, False):
        image = QImage(round(700 * ratio), round(300 * ratio), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        image.fill(theme("light").page)
        painter = QPainter(image)
        PagePainter(sheet, tag_images=kept).paint(painter, lines, Overlay(), lines)
        painter.end()
        pictures.append(image)
    kept, drawn = (bytes(picture.constBits()) for picture in pictures)
    # Where a rim's soft edge lies on its own ground a shade may be rounded otherwise, by no more than nobody sees.
    assert max(abs(a - b) for a, b in zip(kept, drawn, strict=True)) <= 3


def test_a_type_with_a_picture_at_twice_the_pixels_shows_more_than_one_enlarged(make, schema, qapp):
    made = make("Çavuşoğlu Bey left Türkiye for Қазақстан.")
    made.mention("Person", "Çavuşoğlu")
    once, twice = (render_page(made.page, schema, theme("light"), scale=s, look=Look(width=500)) for s in (1.0, 2.0))
    blocks = sum(
        twice.pixel(x, y) == twice.pixel(x + 1, y) == twice.pixel(x, y + 1) == twice.pixel(x + 1, y + 1)
        for y in range(0, twice.height() - 1, 2)
        for x in range(0, twice.width() - 1, 2)
    )
    inked = sum(
        once.pixel(x, y) != theme("light").page.rgb() for y in range(once.height()) for x in range(once.width())
    )
    assert once.width() * once.height() - blocks > inked / 4  # an enlarged picture would be all such blocks


def test_spans_beyond_what_can_be_drawn_are_counted_at_the_margin(hand, schema, worn):
    for i in range(12):
        hand.made.mention("Person", "Ministry of Foreign Affairs"[: 8 + i])
    before = on_screen(hand.reader)
    show(hand, schema)
    shown, line = on_screen(hand.reader), hand.reader.rect_of(Span(0, 3))
    column = hand.reader.column_left() + hand.reader.sheet().width
    margin = QRect(column + 4, line.top(), 36, line.height())
    assert colours(before, margin) == {worn.page.rgb()} != colours(shown, margin)


def test_metadata_that_is_wider_than_the_column_goes_on_in_another_line(qapp):
    metrics = QFontMetricsF(QFont())
    parts = ["Thursday, 19 April 2018", "The Morning Wire", "A. Writer", "W" * 80]
    wide = metrics.horizontalAdvance("  ·  ".join(parts))
    assert in_lines(parts, int(wide) + 2, metrics) == ["  ·  ".join(parts)]
    narrow = int(metrics.horizontalAdvance(parts[0])) + 2
    lines = in_lines(parts, narrow, metrics)
    assert lines[0] == parts[0]
    assert "".join(lines).replace("  ·  ", "").startswith("".join(parts[:3]))
    assert all(metrics.horizontalAdvance(line) <= narrow for line in lines)
    assert lines[-1].endswith("…")
    assert in_lines([], narrow, metrics) == []
