"""Reading and tagging in the whole window: what is required, what was read, what is copied, how large it is."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu

from dateline.model.annotation import Layer
from dateline.model.article import Article, State
from dateline.model.ids import new_id
from dateline.model.schema import Schema
from dateline.model.text import Span
from dateline.store.project import Project
from tests.gui.conftest import TEXT
from tests.gui.whole import Whole

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
OTHER = (
    "قالت وزارة الصحة في أنقرة إن خمسة أشخاص أصيبوا.\r\n"
    + "Çavuşoğlu\u00a0Bey thanked 👩🏽\u200d⚕️ and e\u0301te\u0301 🇹🇷.\n"
)


@pytest.fixture
def path(tmp_path: Path, schema: Schema) -> Path:
    """A project whose consultations must have a participant, with an article in other scripts."""
    types = tuple(
        replace(t, roles=tuple(replace(r, required=r.name == "Participant") for r in t.roles))
        if t.name == "CONSULT"
        else t
        for t in schema.types
    )
    file = tmp_path / "talks.dateline"
    with Project.create(file, replace(schema, types=types)) as project, project.step("Articles", kind="import") as step:
        step.put(Article(new_id(), TEXT, "Talks", published="2018-04-19", position=0))
        step.put(Article(new_id(), OTHER, "Later", published="2018-04-20", position=1))
    return file


def in_card(whole: Whole) -> dict[str, str]:
    """Return how each slot of the event card is marked, by its role."""
    buttons = whole.window.inspector.event_card.findChildren(QAbstractButton)
    return {b.text().split()[0]: b.property("role") for b in buttons if b.property("role") in ("slot", "missing")}


def test_a_required_role_is_marked_and_blocks_nothing(whole: Whole) -> None:
    event = whole.tag("thanked", "vc")
    assert in_card(whole)["Participant"] == "missing"
    assert in_card(whole)["Target"] == "slot"
    card = whole.window.inspector.event_card
    assert "required" in {label.text() for label in card.findChildren(QLabel)}
    whole.keys("j")  # goes on with attributes,
    assert whole.page.mentions[event.id].attributes == {"modality": "planned"}
    whole.tag("Astana", "g")  # with other words,
    article = whole.page.article.id
    whole.do("show_suggestions")  # which Ctrl+Enter would take first
    whole.do("done_next")  # and with the next article
    assert whole.page.article.title == "Later"
    project, annotator = whole.session.project, whole.session.annotator
    assert project
    assert annotator
    summary = next(s for s in project.articles.summaries(annotator.id) if s.id == article)
    assert summary.state is State.DONE


def test_a_required_role_that_is_filled_is_marked_no_more(whole: Whole) -> None:
    whole.tag("thanked", "vc")
    whole.keys("c")
    whole.click("Ankara", 1)
    whole.settle()
    assert in_card(whole)["Participant"] == "slot"


def test_every_attribute_of_the_schema_has_a_key_of_its_own(whole: Whole) -> None:
    event = whole.tag("met", "vc")
    attributes = whole.session.schema.by_name["CONSULT"].attributes
    keys = [a.key for a in attributes]
    assert all(len(k) == 1 for k in keys)
    assert len(set(keys)) == len(keys) >= 2
    for attribute in attributes:
        seen = []
        for _ in range(len(attribute.values) + (not attribute.default)):  # without a default it can be left open
            whole.keys(attribute.key)
            seen.append(whole.page.mentions[event.id].attributes.get(attribute.name, attribute.default))
        assert set(seen) == {*attribute.values, attribute.default}  # once round, and back to where it began
        assert seen[-1] == attribute.default


def test_what_was_read_is_shown_beside_the_scroll_bar_and_known_after_a_restart(
    whole: Whole, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader, title = whole.window.pane.reader, whole.page.article.title
    monkeypatch.setattr(reader, "isActiveWindow", lambda: True)
    strip = reader.strip
    reader._progress.restart()  # on a slow machine something may count as read by now
    reader.strip.set_read(())
    assert strip.toolTip() == ""
    blank = strip.grab().toImage()
    for _ in range(2):
        reader._progress.look()
    assert strip.toolTip() == "100 % read"
    assert strip.grab().toImage() != blank
    assert strip.geometry().left() > reader.viewport().geometry().right()
    monkeypatch.setattr(reader, "isActiveWindow", lambda: False)
    whole.do("next_article")
    assert strip.toolTip() == ""
    whole.do("previous_article")
    assert (whole.page.article.title, strip.toolTip()) == (title, "100 % read")
    project = whole.session.project
    assert project
    file = project.path
    whole.session.close_project()
    assert whole.session.open_project(file)
    whole.settle()
    assert strip.toolTip() == "100 % read"


@pytest.mark.parametrize(
    ("first", "last", "copied"),
    [
        ("وزارة", "أنقرة", "وزارة الصحة في أنقرة"),
        ("أشخاص", "Çavuşoğlu", "أشخاص أصيبوا.\r\nÇavuşoğlu"),
        ("Çavuşoğlu", "thanked", "Çavuşoğlu\u00a0Bey thanked"),
        ("thanked", "🇹🇷", "thanked 👩🏽\u200d⚕️ and e\u0301te\u0301 🇹🇷"),
        ("👩🏽\u200d⚕️", "👩🏽\u200d⚕️", "👩🏽\u200d⚕️"),
    ],
)
def test_what_is_copied_is_the_text_of_record(whole: Whole, first: str, last: str, copied: str) -> None:
    """No space in the place of a no-break space, no other line end, no mark left out, no letter turned round."""
    whole.do("next_article")
    reader, text = whole.window.pane.reader, whole.page.text
    assert text == OTHER
    points = []
    for word in (first, last):
        at = text.index(word)
        box = reader.rect_of(Span(at, at + len(word)))
        points.append(QPoint(box.center().x(), box.bottom() - 3))
    view = reader.viewport()
    whole.bot.mouseClick(view, Qt.MouseButton.LeftButton, pos=points[0])
    if first != last:
        whole.bot.mouseClick(view, Qt.MouseButton.LeftButton, SHIFT, points[1])
    whole.key(Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == copied
    assert copied in text


def test_the_wheel_enlarges_the_text_and_ctrl_0_puts_it_back(whole: Whole) -> None:
    reader = whole.window.pane.reader
    pitch = reader.sheet().grid.pitch
    point, none = QPointF(200, 200), Qt.MouseButton.NoButton
    for turn, held in ((120, CTRL), (240, CTRL)):
        event = QWheelEvent(point, point, QPoint(), QPoint(0, turn), none, held, Qt.ScrollPhase.NoScrollPhase, False)
        QApplication.sendEvent(reader.viewport(), event)
    whole.settle()
    assert reader.sheet().grid.pitch > pitch
    whole.do("zoom_reset")
    assert (reader.zoom(), reader.sheet().grid.pitch) == (1.0, pitch)


def test_where_one_read_is_known_however_soon_one_goes_on(whole: Whole) -> None:
    """It used to be forgotten when the article was left within a second and a half."""
    reader = whole.window.pane.reader
    reader.set_zoom(4.0)
    whole.window.resize(700, 420)
    whole.settle()
    bar = reader.verticalScrollBar()
    bar.setValue(bar.maximum())
    left = reader.scroll_state()
    assert left[0] > 0
    whole.do("next_article")
    whole.do("previous_article")
    assert reader.scroll_state()[0] == left[0]
    bar.setValue(0)
    project = whole.session.project
    assert project
    file = project.path
    whole.session.close_project()
    assert whole.session.open_project(file)
    assert reader.scroll_state()[0] == 0


def drawn_to(whole: Whole, start: str, stop: str, nth: int = 0) -> QMenu:
    """Draw from one word to another as Ctrl+Alt+drag does; return the menu that comes up there."""
    view, held = whole.window.pane.reader.viewport(), CTRL | Qt.KeyboardModifier.AltModifier
    begin, end = whole.at(start), whole.at(stop, nth)
    for kind, point, down in (
        (QEvent.Type.MouseButtonPress, begin, True),
        (QEvent.Type.MouseMove, (begin + end) / 2, True),
        (QEvent.Type.MouseMove, end, True),
        (QEvent.Type.MouseButtonRelease, end, False),
    ):
        button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
        buttons = Qt.MouseButton.LeftButton if down else Qt.MouseButton.NoButton
        event = QMouseEvent(kind, QPointF(point), QPointF(view.mapToGlobal(point)), button, buttons, held)
        QApplication.sendEvent(view, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_a_drag_from_an_event_offers_the_fitting_roles_first_and_none_is_forbidden(whole: Whole) -> None:
    who, when = whole.tag("Tokayev", "p"), whole.tag("Thursday", "d")
    event = whole.tag("met", "vc")
    roles = {r.name: r for r in whole.session.schema.by_name["CONSULT"].roles}
    for mention, words, fit in ((who, "Tokayev", "PERSON"), (when, "Thursday", "DATE")):
        menu = drawn_to(whole, "met", words)
        offered = [a.text() for a in menu.actions() if a.text() in roles]
        assert set(offered) == set(roles)
        fits = [fit in roles[name].fillers for name in offered]
        assert fits == sorted(fits, reverse=True)
        assert fits[0]
        menu.actions()[0].trigger()
        menu.close()
        whole.settle()
        (made,) = [a for a in whole.page.arguments.values() if a.filler_id == mention.id]
        assert (made.event_id, made.role) == (event.id, offered[0])
    menu = drawn_to(whole, "met", "Ankara")  # words that nobody tagged
    place = next(a for a in menu.actions() if a.text() == "Place")
    place.trigger()
    menu.close()
    whole.settle()
    assert ("GPE", "Ankara") in whole.labels()


def test_a_drag_between_two_names_offers_the_relations_of_the_schema(whole: Whole) -> None:
    first, second = whole.tag("Tokayev", "p"), whole.tag("Astana", "g")
    menu = drawn_to(whole, "Tokayev", "Astana")
    relations = {t.shown: t.name for t in whole.session.schema.layer(Layer.RELATION)}
    assert relations
    assert {a.text() for a in menu.actions()} >= set(relations)
    chosen = next(a for a in menu.actions() if a.text() in relations)
    label = relations[chosen.text()]
    chosen.trigger()
    menu.close()
    whole.settle()
    (made,) = whole.page.relations.values()
    assert (made.source_id, made.target_id, made.label) == (first.id, second.id, label)


def test_between_two_events_their_order_is_offered_before_roles_that_take_none(whole: Whole) -> None:
    first, second = whole.tag("met", "vc"), whole.tag("visit", "vc")
    menu = drawn_to(whole, "met", "visit")
    offered = [a.text() for a in menu.actions() if a.text()]
    assert offered[:3] == ["Topic", "before", "part of event"]
    assert {r.name for r in whole.session.schema.by_name["CONSULT"].roles} < set(offered)
    assert len(offered) == len(set(offered))
    next(a for a in menu.actions() if a.text() == "before").trigger()
    menu.close()
    whole.settle()
    (made,) = whole.page.relations.values()
    assert (made.source_id, made.target_id, made.label) == (first.id, second.id, "BEFORE")
    whole.do("undo")
    assert not whole.page.relations
    whole.do("redo")
    assert [r.label for r in whole.page.relations.values()] == ["BEFORE"]


def test_the_next_page_is_set_while_nobody_does_anything(whole: Whole) -> None:
    project = whole.session.project
    assert project
    text = "".join(f"Paragraph {i} has words enough to be a line of its own.\n" for i in range(3000))
    with project.step("Long", kind="import") as step:
        step.put(long := Article(new_id(), text, "Long", published="2018-04-21", position=2))
    assert whole.session.open_article(long.id)
    reader = whole.window.pane.reader
    sheet, height = reader.sheet(), reader.viewport().height()
    last, next_page = sheet.block_at(height), sheet.block_at(2 * height)
    assert next_page > last + 3
    whole.bot.waitUntil(lambda: all(sheet.is_set(i) for i in range(next_page)))
    assert not sheet.is_set(len(sheet.blocks) // 2)  # and no more than that
