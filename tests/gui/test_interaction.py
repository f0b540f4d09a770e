"""Every row of the interaction table (reading and tagging) is done once in the whole window by mouse and keys."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QToolButton

from dateline.gui.dialogs.shortcuts import sheet_sections
from dateline.gui.reader.units import Granularity
from dateline.model.annotation import Layer
from dateline.model.article import RegionKind
from dateline.model.ids import new_id
from dateline.model.registry import Entity
from dateline.model.text import Span
from tests.gui.conftest import span
from tests.gui.whole import Whole

TABLE = Path(__file__).parents[3] / "shared" / "design" / "interaction.md"
ROWS: dict[str, Callable[[Whole], None]] = {}

NONE, SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
K = Qt.Key


def row(name: str) -> Callable[[Callable[[Whole], None]], Callable[[Whole], None]]:
    def keep(done: Callable[[Whole], None]) -> Callable[[Whole], None]:
        ROWS[name] = done
        return done

    return keep


def drag(whole: Whole, start: str, stop: str, held: Qt.KeyboardModifier = NONE, *, inside: bool = False) -> None:
    """Drag from the middle of one word to the middle (`inside`) or the end of another."""
    reader = whole.window.pane.reader
    begin, end = whole.at(start), whole.at(stop)
    if not inside:
        end = QPoint(reader.rect_of(span(stop)).right() - 1, end.y())
    view = reader.viewport()

    def send(kind: QEvent.Type, point: QPoint, *, down: bool) -> None:
        button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
        buttons = Qt.MouseButton.LeftButton if down else Qt.MouseButton.NoButton
        place = QPointF(view.mapToGlobal(point))
        QApplication.sendEvent(view, QMouseEvent(kind, QPointF(point), place, button, buttons, held))

    send(QEvent.Type.MouseButtonPress, begin, down=True)
    for i in range(1, 5):
        send(QEvent.Type.MouseMove, begin + (end - begin) * i / 4, down=True)
    send(QEvent.Type.MouseButtonRelease, end, down=False)
    whole.settle()


def ctrl_click(whole: Whole, words: str) -> None:
    whole.bot.mouseClick(whole.window.pane.reader.viewport(), Qt.MouseButton.LeftButton, CTRL, whole.at(words))
    whole.settle()


def selected(whole: Whole) -> list[str]:
    return [s.of(whole.page.text) for s in whole.session.selection]


def arguments(whole: Whole) -> set[tuple[str, str]]:
    page = whole.page
    return {(a.role, page.mentions[a.filler_id].text_of(page.text)) for a in page.arguments.values()}


@row("select a word / a phrase")
def _select(whole: Whole) -> None:
    whole.click("Tokayev")
    assert selected(whole) == ["Tokayev"]
    drag(whole, "Astana", "Thursday")
    assert selected(whole) == ["Astana on Thursday"]
    drag(whole, "Astana", "Thursday", ALT)
    (words,) = selected(whole)
    assert words.endswith("on Thursday")
    assert not words.startswith("A")


@row("without the mouse")
def _keys_alone(whole: Whole) -> None:
    reader = whole.window.pane.reader
    whole.key(K.Key_Right)
    assert selected(whole) == ["Çavuşoğlu"]
    whole.key(K.Key_Right, SHIFT)
    assert selected(whole) == ["Çavuşoğlu met"]
    whole.key(K.Key_Right, CTRL)
    assert selected(whole) == ["The"]
    whole.key(K.Key_End)
    assert selected(whole) == ["Ankara"]
    whole.key(K.Key_Home)
    assert selected(whole) == ["The"]
    for key, grain in ((K.Key_1, 1), (K.Key_2, 2), (K.Key_3, 3), (K.Key_4, 4)):
        whole.key(key, ALT)
        assert reader.granularity() is Granularity(grain)
    assert selected(whole) == ["The minister will visit Ankara next week."]


@row("tag")
def _tag(whole: Whole) -> None:
    whole.tag("Astana", "g")
    whole.click("met")
    whole.keys("v")
    assert "V" in whole.window.palette_panel._state.text()
    whole.keys("c")
    assert whole.labels() == [("CONSULT", "met"), ("GPE", "Astana")]


@row("tag every identical occurrence in the article")
def _everywhere(whole: Whole) -> None:
    whole.click("Tokayev")
    whole.key(K.Key_P, SHIFT)
    assert whole.labels() == [("PERSON", "Tokayev")] * 2
    assert "2" in whole.said()
    whole.do("undo")
    assert whole.labels() == []


@row("stay armed")
def _armed(whole: Whole) -> None:
    whole.click("Astana")
    whole.keys("gg")
    whole.click("Ankara")
    whole.click("Ankara", 1)
    assert whole.labels() == [("GPE", "Astana"), ("GPE", "Ankara"), ("GPE", "Ankara")]
    whole.key(K.Key_Escape)
    whole.click("Tokayev")
    assert len(whole.labels()) == 3


@row("change a label")
def _relabel(whole: Whole) -> None:
    whole.tag("Astana", "g")
    whole.keys("l")
    assert whole.labels() == [("LOC", "Astana")]


@row("move an edge")
def _edge(whole: Whole) -> None:
    whole.tag("Astana", "g")
    whole.key(K.Key_Right, ALT | SHIFT)
    assert whole.labels() == [("GPE", "Astana on")]
    whole.key(K.Key_Left, ALT | SHIFT | CTRL)
    assert whole.labels() == [("GPE", "Astana o")]
    whole.do("undo")
    whole.do("undo")
    assert whole.verbs.selected
    reader = whole.window.pane.reader
    box, far = reader.rect_of(span("Astana")), whole.at("Thursday")
    view = reader.viewport()
    for kind, point, down in (
        (QEvent.Type.MouseButtonPress, QPoint(box.right(), far.y()), True),
        (QEvent.Type.MouseMove, QPoint(box.right() + 30, far.y()), True),
        (QEvent.Type.MouseMove, far, True),
        (QEvent.Type.MouseButtonRelease, far, False),
    ):
        button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
        buttons = Qt.MouseButton.LeftButton if down else Qt.MouseButton.NoButton
        event = QMouseEvent(kind, QPointF(point), QPointF(view.mapToGlobal(point)), button, buttons, NONE)
        QApplication.sendEvent(view, event)
    whole.settle()
    assert whole.labels() == [("GPE", "Astana on Thursday")]


@row("add a fragment (discontinuous)")
def _fragment(whole: Whole) -> None:
    whole.tag("Astana", "g")
    drag(whole, "Ankara", "Ankara", CTRL)
    assert whole.labels() == [("GPE", "Astana Ankara")]


@row("delete")
def _delete(whole: Whole) -> None:
    for key in (K.Key_Delete, K.Key_Backspace):
        whole.tag("Astana", "g")
        whole.key(key)
        assert whole.labels() == []


@row("overlapping spans under the cursor")
def _overlapping(whole: Whole) -> None:
    drag(whole, "Astana", "Thursday")
    whole.keys("o")
    inner = whole.tag("Astana", "gg")  # armed: a click takes the word, not the mention over it
    whole.key(K.Key_Escape)
    whole.key(K.Key_Escape)
    whole.session.select_mention(None)
    whole.click("Tokayev")
    seen = []
    for _ in range(3):
        whole.click("Astana")
        seen.append(whole.verbs.selected.label if whole.verbs.selected else "")
    assert seen == ["ORG", "GPE", ""]
    shown = whole.window.pane.cards.overlaps
    assert shown.isVisible()
    assert shown.rows() == ["Organisation: Astana on Thursday", "Country or city: Astana"]
    whole.bot.mouseClick(shown._rows[1], Qt.MouseButton.LeftButton)
    assert whole.session.mention_id == inner.id


@row("time expression")
def _time(whole: Whole) -> None:
    mention = whole.tag("Thursday", "d")
    card = whole.window.pane.cards.date_card
    whole.bot.waitUntil(card.isVisible)
    said = card.lines()
    assert "2018" in said
    assert "Thursday" in said
    assert "published 2018-04-19" in said
    first = whole.page.times[mention.id].value
    assert first == "2018-04-19"
    whole.key(K.Key_1)
    other = whole.page.times[mention.id].value
    assert other != first
    field = whole.window.inspector.time_card.field
    whole.key(K.Key_Return)
    whole.bot.waitUntil(field.hasFocus)
    whole.bot.keyClicks(field, "1 May 2018")
    whole.bot.keyClick(field, K.Key_Return)
    whole.settle()
    assert whole.page.times[mention.id].value == "2018-05-01"
    assert whole.page.times[mention.id].replaced == first
    whole.click("Tokayev")
    whole.settle()
    assert not card.isVisible()


@row("event")
def _event(whole: Whole) -> None:
    whole.tag("Tokayev", "p")
    whole.tag("Thursday", "d")
    event = whole.tag("met", "vc")
    assert whole.verbs.proposals
    whole.key(K.Key_Return)
    assert ("Time", "Thursday") in arguments(whole)
    whole.keys("i")
    whole.click("Astana")
    whole.settle()
    assert ("Place", "Astana") in arguments(whole)
    assert ("GPE", "Astana") in whole.labels()  # made on the way
    assert whole.session.mention_id == event.id
    whole.keys("j")
    assert whole.page.mentions[event.id].attributes == {"modality": "planned"}
    whole.tag("Ankara", "g")
    whole.click("met")
    ctrl_click(whole, "Ankara")
    assert "Ankara" in {words for _, words in arguments(whole)}


@row("same thing elsewhere")
def _elsewhere(whole: Whole) -> None:
    first = whole.tag("Astana", "g")
    whole.keys("=")
    entity = whole.page.mentions[first.id].entity_id
    assert entity
    whole.do("next_article")
    reader = whole.window.pane.reader
    at = whole.page.text.index("Astana")
    reader.set_selection((Span(at, at + 6),))
    whole.bot.wait(500)  # twice the same key at once would arm it
    whole.keys("g")
    whole.keys("=")
    assert whole.verbs.selected
    assert whole.verbs.selected.entity_id == entity
    card = whole.window.inspector.link_card
    (there,) = [b for b in card.findChildren(QToolButton) if b.isVisible() and "Astana" in b.text()]
    there.click()
    assert whole.page.article.title == "Talks"
    assert whole.session.mention_id == first.id
    whole.do("undo")
    assert whole.page.article.title == "Later"
    whole.key(K.Key_Equal, CTRL)
    whole.bot.waitUntil(card.field.hasFocus)
    assert not card.field.visibleRegion().isEmpty()


@row("suggestions")
def _suggestions(whole: Whole) -> None:
    whole.bot.waitUntil(lambda: len(whole.window.pane.reader.suggestions()) == 2 and not whole.window.suggesting.busy)
    assert whole.labels() == []
    whole.settle()
    whole.key(K.Key_Tab)
    whole.key(K.Key_Backtab, SHIFT)
    whole.key(K.Key_Tab)
    whole.key(K.Key_Delete)
    whole.key(K.Key_Return)
    assert whole.labels() == [("DATE", "next week")]


@row("nothing here")
def _nothing(whole: Whole) -> None:
    whole.click("thanked")
    whole.keys("0")
    (region,) = whole.page.regions.values()
    assert region.kind is RegionKind.NEGATIVE
    assert region.span.of(whole.page.text) == "🤝 Tokayev thanked Ankara."
    strip = whole.window.pane.reader.strip
    assert strip.isVisible()
    strip.set_read(())  # on a busy machine the whole text has been shown long enough by now
    unread = strip.grab().toImage()
    strip.set_read((Span(0, len(whole.page.text)),))  # what has been read is another colour on it
    assert strip.toolTip() == "100 % read"
    assert strip.grab().toImage() != unread


@row("done, next")
def _done(whole: Whole) -> None:
    whole.bot.waitUntil(lambda: len(whole.window.pane.reader.suggestions()) == 2 and not whole.window.suggesting.busy)
    whole.settle()
    whole.key(K.Key_Return, CTRL)
    assert whole.page.article.title == "Talks"
    whole.key(K.Key_Return, CTRL)
    assert whole.page.article.title == "Later"


@row("undo, redo")
def _undo(whole: Whole) -> None:
    whole.tag("Astana", "g")
    whole.do("next_article")
    whole.key(K.Key_Z, CTRL)
    assert whole.page.article.title == "Talks"
    assert whole.labels() == []
    assert "Astana" in whole.said()
    whole.key(K.Key_Z, CTRL | SHIFT)
    assert whole.labels() == [("GPE", "Astana")]


@row("anything")
def _anything(whole: Whole) -> None:
    whole.key(K.Key_K, CTRL)
    palette = whole.app.overlays.palette
    whole.bot.waitUntil(palette.isVisible)
    assert whole.session.project
    with whole.session.project.step("Entity") as step:
        step.put(Entity(new_id(), "Nur-Sultan", "GPE"))
    for typed, first in (
        ("undated tray", "Undated"),
        ("person", "Tag as Person"),
        ("Later", "Later"),
        ("nur-", "Nur-"),
    ):
        palette.popup(typed)
        assert [h.command.title for h in palette._hits.hits if h.command.title.startswith(first)], typed


@row("help")
def _help(whole: Whole) -> None:
    whole.key(K.Key_F1)
    whole.bot.waitUntil(lambda: whole.app.overlays._sheet is not None and whole.app.overlays._sheet.isVisible())
    sheet = whole.app.overlays._sheet
    assert sheet
    shown = {label.text() for label in sheet.findChildren(QLabel)}
    assert {row.text for section in sheet_sections(whole.session.schema) for row in section.rows} <= shown
    sheet.close()
    mention = whole.tag("Astana", "g")
    whole.click("Tokayev")
    card, view, point = whole.window.pane.cards.hover_card, whole.window.pane.reader.viewport(), whole.at("Astana")
    none, place = Qt.MouseButton.NoButton, QPointF(view.mapToGlobal(point))
    QApplication.sendEvent(view, QMouseEvent(QEvent.Type.MouseMove, QPointF(point), place, none, none, NONE))
    whole.bot.waitUntil(card.isVisible)
    assert card.lines().startswith("Country or city")
    guideline = [label.text() for label in card.findChildren(QLabel)][-1]
    assert "government" in guideline
    whole.session.select_mention(mention.id)
    whole.settle()
    assert "government" in whole.window.inspector.mention_card.guideline.text()


@pytest.mark.parametrize("name", list(ROWS))
def test_the_row_is_done_as_the_table_says(whole: Whole, name: str) -> None:
    whole.settle()
    ROWS[name](whole)


@pytest.mark.real
def test_no_row_of_the_table_is_forgotten() -> None:
    if not TABLE.is_file():
        pytest.skip("the design's table is not here")
    part = TABLE.read_text(encoding="utf-8").split("## Reading and tagging")[1].split("\n## ")[0]
    named = [m[1].strip() for m in re.finditer(r"^\| ([^|]+) \|", part, re.MULTILINE)]
    assert set(named) - {"do", "---"} == set(ROWS)


def test_a_role_is_filled_without_the_mouse(whole: Whole) -> None:
    event = whole.tag("met", "vc")
    whole.keys("i")
    assert whole.window.pane.reader.picking()
    for _ in range(3):
        whole.key(K.Key_Right)
    assert selected(whole) == ["Astana"]
    whole.key(K.Key_Return)
    assert arguments(whole) == {("Place", "Astana")}
    assert whole.session.mention_id == event.id
    assert not whole.window.pane.reader.picking()


def test_a_role_takes_all_pieces_that_are_selected(whole: Whole) -> None:
    whole.tag("met", "vc")
    whole.keys("i")
    whole.window.pane.reader.set_selection((span("Ankara"), span("Astana")))
    whole.key(K.Key_Return)
    assert arguments(whole) == {("Place", "Astana Ankara")}
    assert [m.fragments for m in whole.page.in_order() if m.label == "GPE"] == [(span("Astana"), span("Ankara"))]


def test_armed_labels_change_with_another_key_and_events_are_filled_while_armed(whole: Whole) -> None:
    whole.tag("Astana", "gg")
    whole.click("Thursday")
    whole.keys("d")
    assert whole.window.keys.armed_label == "DATE"
    whole.keys("vc")  # only held: no event is put on the date
    assert whole.labels() == [("GPE", "Astana"), ("DATE", "Thursday")]
    whole.click("met")
    ctrl_click(whole, "Thursday")
    assert whole.labels() == [("CONSULT", "met"), ("GPE", "Astana"), ("DATE", "Thursday")]
    assert arguments(whole) == {("Time", "Thursday")}


def test_shift_lets_what_was_clicked_fill_a_second_role(whole: Whole) -> None:
    place = whole.tag("Astana", "g")
    event = whole.tag("met", "vc")
    reader = whole.window.pane.reader

    def roles() -> list[str]:
        return sorted(a.role for a in whole.page.arguments_of(event.id) if a.filler_id == place.id)

    whole.keys("i")
    whole.click("Astana")
    assert roles() == ["Place"]
    whole.keys("c")
    whole.bot.mouseClick(
        reader.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, whole.at("Astana")
    )
    assert roles() == ["Participant", "Place"]
    whole.do("undo")
    whole.keys("c")
    whole.click("Astana")
    assert roles() == ["Participant"]


def test_a_date_that_is_only_proposed_says_where_it_comes_from_before_it_is_taken(whole: Whole) -> None:
    whole.bot.waitUntil(lambda: any(p.layer is Layer.TIME for p in whole.window.suggesting.shown))
    thursday = next(p for p in whole.window.suggesting.shown if p.span == span("Thursday"))
    reader, card = whole.window.pane.reader, whole.window.pane.cards.date_card
    reader.set_current_suggestion(thursday.id)
    whole.bot.waitUntil(card.isVisible)
    assert "2018" in card.lines()
    assert "published 2018-04-19" in card.lines()
    assert "\n1   " in card.lines()  # the other readings
    reader.set_current_suggestion(None)
    assert not card.isVisible()
