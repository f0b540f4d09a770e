"""The inspector: what is known of the selection, and changing it."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from dateline.assist.things import ThingProposal
from dateline.chronology import resolve
from dateline.editing.events import relate
from dateline.editing.tagging import set_attribute
from dateline.editing.times import value_of
from dateline.gui.annotating import Annotating
from dateline.gui.inspector.panel import InspectorPanel
from dateline.gui.inspector.time_card import TimeCard
from dateline.gui.session import Session
from dateline.model.annotation import Layer, Mention, TimeValue
from dateline.model.article import Article
from dateline.model.changes import Changes, Kind
from dateline.model.registry import Entity, Happening
from dateline.model.text import Span
from dateline.store.errors import ProjectError
from tests.gui.conftest import span
from tests.gui.test_session import Tag


@pytest.fixture
def panel(qtbot: QtBot, session: Session, verbs: Annotating) -> InspectorPanel:
    made = InspectorPanel(session, verbs)
    qtbot.addWidget(made)
    made.resize(330, 900)
    made.show()
    return made


def words(widget: QWidget) -> str:
    """Return all that is to be read in a widget."""
    there = [w for w in widget.findChildren(QWidget) if w.isVisibleTo(widget)]
    return "\n".join(w.text() for w in there if isinstance(w, QLabel | QAbstractButton))


def button(widget: QWidget, text: str) -> QAbstractButton:
    """Return the visible button whose text begins so."""
    return next(b for b in widget.findChildren(QAbstractButton) if b.isVisibleTo(widget) and b.text().startswith(text))


def test_without_a_selection_it_shows_the_article(panel: InspectorPanel) -> None:
    assert panel.article_card.isVisibleTo(panel)
    assert not panel.mention_card.isVisibleTo(panel)
    assert "2018-04-19" in panel.article_card.facts.text()
    assert panel.article_card.counts.text() == "0 entities, 0 times, 0 events"


def test_the_articles_own_note_is_shown_beside_that_of_who_works_on_it(panel: InspectorPanel, session: Session) -> None:
    assert not panel.article_card.note.isVisibleTo(panel)
    page, project = session.page, session.project
    assert page is not None
    assert project is not None
    with project.step("Note") as step:
        step.put(replace(page.article, note="Replaced by a newer version."))
    session.broadcast(step.changes)
    panel.refresh()
    assert panel.article_card.note.text() == "Note under Properties: Replaced by a newer version."
    assert panel.article_card.note.isVisibleTo(panel)
    assert panel.note.toPlainText() == "", "nobody's own note says it"


def test_the_label_and_attributes_are_changed(panel: InspectorPanel, session: Session, tag: Tag) -> None:
    event = tag("met", "CONSULT")
    panel.refresh()
    box = panel.mention_card.label
    assert box.currentData() == "CONSULT"
    modality = next(b for b in panel.mention_card.findChildren(QComboBox) if b.accessibleName() == "modality")
    modality.activated.emit(modality.findText("planned"))
    assert session.page
    assert session.page.mentions[event].attributes == {"modality": "planned"}
    box.activated.emit(box.findData("ACCUSE"))
    assert session.page.mentions[event].label == "ACCUSE"


def test_what_shows_the_same_is_not_made_anew(panel: InspectorPanel, session: Session, tag: Tag) -> None:
    """Whoever has the keys in an attribute keeps them when something else of the page changes."""

    def modality() -> QComboBox:
        return next(b for b in panel.mention_card.findChildren(QComboBox) if b.accessibleName() == "modality")

    event = tag("met", "CONSULT")
    panel.refresh()
    box = modality()
    panel.refresh()
    assert modality() is box
    box.activated.emit(box.findData("planned"))
    panel.refresh()
    assert modality().currentData() == "planned"
    assert session.project
    assert session.page
    session.do(lambda: set_attribute(session.project, session.page, event, "modality", ""))
    panel.refresh()
    assert modality().currentData() != "planned"


def test_a_date_its_readings_and_one_set_by_hand(panel: InspectorPanel, session: Session, tag: Tag) -> None:
    mention = tag("Thursday", "DATE")
    panel.refresh()
    card, page = panel.time_card, session.page
    assert page
    assert card.shown.text() == "19 Apr 2018  ·  2018-04-19"
    assert "from “Thursday” · published 2018-04-19" in card.reason.text()
    assert card.back.isHidden()
    button(card, "1").click()
    assert page.times[mention].source == "hand"
    card.field.setText("2020-02-01")
    card.field.returnPressed.emit()
    panel.refresh()
    assert page.times[mention].value == "2020-02-01"
    assert "the rule said 2018-04-19" in card.reason.text()
    card.back.click()
    panel.refresh()
    assert page.times[mention].source == "rule"
    assert card.back.isHidden()


def test_a_day_on_no_calendar_says_that_there_is_none(qtbot: QtBot) -> None:
    card = TimeCard()
    qtbot.addWidget(card)
    value = value_of("t1", resolve("April 31, 2018", "2018-04-19"))
    card.show_value("t1", value, "April 31, 2018", "2018-04-19", ())
    assert card.shown.text() == "there is no such day"
    assert card.reason.text().endswith("there is no such day: April has 30 days")


def test_a_date_that_cannot_be_read_is_told_and_kept_to_mend(panel: InspectorPanel, session: Session, tag: Tag) -> None:
    tag("Thursday", "DATE")
    panel.refresh()
    said: list[str] = []
    session.message.connect(said.append)
    panel.time_card.field.setText("someday soon")
    panel.time_card.field.returnPressed.emit()
    assert len(said) == 1
    assert panel.time_card.field.text() == "someday soon"


def test_proposals_are_taken_and_fillers_taken_out(
    panel: InspectorPanel, session: Session, verbs: Annotating, tag: Tag
) -> None:
    tag("Astana", "GPE")
    tag("Thursday", "DATE")
    event = tag("met", "CONSULT")
    panel.refresh()
    card, page = panel.event_card, session.page
    assert page
    button(card, "Thursday").click()
    panel.refresh()
    assert [a.role for a in page.arguments_of(event)] == ["Time"]
    assert "Thursday · 19 Apr 2018" in words(card)
    card.take_all.click()
    panel.refresh()
    assert {a.role for a in page.arguments_of(event)} == {"Time", "Place"}
    assert not card.take_all.isVisibleTo(card)
    button(card, "×").click()
    assert len(page.arguments_of(event)) == 1


def test_a_role_waits_for_a_click(panel: InspectorPanel, verbs: Annotating, session: Session, tag: Tag) -> None:
    place = tag("Astana", "GPE")
    event = tag("met", "CONSULT")
    panel.refresh()
    button(panel.event_card, "Place").click()
    panel.refresh()
    assert "click a mention, or Enter on it" in words(panel.event_card) or button(panel.event_card, "Place").isChecked()
    verbs.pick((place,), None)
    assert session.page
    assert [a.filler_id for a in session.page.arguments_of(event)] == [place]


def test_a_filler_leads_to_its_words(panel: InspectorPanel, verbs: Annotating, session: Session, tag: Tag) -> None:
    place = tag("Astana", "GPE")
    event = tag("met", "CONSULT")
    verbs.fill(event, "Place", place)
    panel.refresh()
    button(panel.event_card, "Astana").click()
    assert session.mention_id == place


def test_an_entity_is_made_renamed_found_elsewhere_and_unlinked(
    panel: InspectorPanel, session: Session, tag: Tag
) -> None:
    one = tag("Ankara", "GPE")
    two = tag("Ankara", "GPE", 1)
    panel.refresh()
    card = panel.link_card
    card.new_button.click()
    panel.refresh()
    assert session.page
    assert session.project
    entity = session.page.mentions[one].entity_id
    assert entity == session.page.mentions[two].entity_id is not None
    assert "2018-04-19  Ankara · Talks" in words(card)
    card.name.setText("City of Ankara")
    card.name.setModified(True)
    card.name.editingFinished.emit()
    panel.refresh()
    found = session.project.registry.entity(entity or "")
    assert found
    assert (found.name, found.aliases) == ("City of Ankara", ("Ankara",))
    card.unlink.click()
    panel.refresh()
    assert session.page.mentions[two].entity_id is None
    assert card.proposal.text().startswith("Link to City of Ankara")
    card.proposal.click()
    assert session.page.mentions[two].entity_id == entity


def test_an_entity_is_looked_for_without_diacritics(panel: InspectorPanel, session: Session, tag: Tag) -> None:
    first = tag("Çavuşoğlu", "PERSON")
    panel.refresh()
    panel.link_card.new_button.click()
    other = tag("Tokayev", "PERSON")
    panel.refresh()
    panel.link_card.field.setText("cavusoglu")
    panel.link_card.field.returnPressed.emit()
    assert session.page
    assert session.page.mentions[other].entity_id == session.page.mentions[first].entity_id


def test_all_of_a_mentions_words_mean_a_thing_of_that_name(panel: InspectorPanel, session: Session, tag: Tag) -> None:
    assert session.project
    with session.project.step("A longer name") as step:
        step.put(Entity("long", "Astana Opera", "GPE"))
    mention = tag("Astana", "GPE")
    panel.refresh()
    panel.link_card.field.setText("astana")
    panel.link_card.field.returnPressed.emit()
    assert session.page
    assert session.page.mentions[mention].entity_id not in (None, "long")
    other = tag("Tokayev", "PERSON")
    panel.refresh()
    panel.link_card.field.setText("opera")
    panel.link_card.field.returnPressed.emit()
    assert session.page.mentions[other].entity_id == "long"


def test_a_note_is_kept_where_it_was_written(qtbot: QtBot, panel: InspectorPanel, session: Session, tag: Tag) -> None:
    mention = tag("Astana", "GPE")
    panel.edit_note()
    panel.note.setPlainText("really Nur-Sultan?")
    qtbot.keyClick(panel.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert session.page
    [comment] = session.page.comments.values()
    assert (comment.text, comment.mention_id) == ("really Nur-Sultan?", mention)
    panel.note.setPlainText("no, Astana")
    qtbot.keyClick(panel.note, Qt.Key.Key_Escape)
    assert [c.text for c in session.page.comments.values()] == ["no, Astana"]
    session.undo()
    assert [c.text for c in session.page.comments.values()] == ["really Nur-Sultan?"]


def test_a_note_half_written_is_kept_when_the_article_changes_or_the_project_is_closed(
    panel: InspectorPanel, session: Session, path: Path, tag: Tag
) -> None:
    mention = tag("Astana", "GPE")
    panel.edit_note()
    panel.note.setPlainText("half a thought")
    assert session.project
    assert session.page
    first, second = session.project.articles.ids()
    session.open_article(second)
    panel.refresh()
    panel.note.setPlainText("on the article")
    session.close_project()
    assert session.open_project(path)
    assert [c.text for c in session.page.comments.values()] == ["on the article"]
    session.open_article(first)
    assert [(c.text, c.mention_id) for c in session.page.comments.values()] == [("half a thought", mention)]


def test_the_keys_that_leave_the_note_are_not_the_windows(panel: InspectorPanel, qapp: QApplication) -> None:
    for key, held in (
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
    ):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, held)
        event.ignore()
        qapp.sendEvent(panel.note, event)
        assert event.isAccepted()


def test_a_new_thing_gets_the_name_that_was_typed(
    panel: InspectorPanel, session: Session, tag: Tag, qtbot: QtBot
) -> None:
    tag("met", "CONSULT")
    panel.refresh()
    panel.link_card.field.setText("Talks in Astana, April 2018")
    qtbot.keyClick(panel.link_card.field, Qt.Key.Key_Return)
    assert session.project
    assert [h.name for h in session.project.registry.happenings()] == ["Talks in Astana, April 2018"]


def test_looking_for_a_link_from_bare_words_takes_the_mention_on_them(
    panel: InspectorPanel, session: Session, tag: Tag
) -> None:
    mention = tag("Astana", "GPE")
    session.select_mention(None)
    session.select_text((span("Astana"),))
    panel.seek_link()
    assert session.mention_id == mention


def test_the_history_tells_each_step(panel: InspectorPanel, session: Session, verbs: Annotating, tag: Tag) -> None:
    tag("Astana", "GPE")
    verbs.tag("LOC")
    panel.refresh()
    told = words(panel.history_card)
    assert told.index("from Country or city to Place") < told.index("Tag")


def test_what_a_name_may_mean_is_listed_with_reasons(panel: InspectorPanel, session: Session, tag: Tag) -> None:
    """Of two as likely none is on the key; a click takes either."""
    assert session.project
    with session.project.step("Two of a name") as step:
        step.put(Entity("e1", "Kassym-Jomart Tokayev", "PERSON"))
        step.put(Entity("e2", "Nurlan Tokayev", "PERSON"))
    mention = tag("Tokayev", "PERSON")
    panel.refresh()
    card = panel.link_card
    assert not card.proposal.isVisibleTo(panel)
    assert "part of the name" in button(card, "Kassym-Jomart Tokayev").toolTip()
    button(card, "Nurlan Tokayev").click()
    assert session.page
    assert session.page.mentions[mention].entity_id == "e2"
    other = tag("Tokayev", "PERSON", 1)
    panel.refresh()
    assert session.page.mentions[other].entity_id is None
    assert card.proposal.text() == "Link to Nurlan Tokayev   ="
    assert card.why.text() == "also called so"


def test_an_event_is_proposed_the_happening_of_its_day_and_people(
    panel: InspectorPanel, session: Session, verbs: Annotating, tag: Tag
) -> None:
    events = []
    for words, day in (("met", "Thursday"), ("visit", "next week")):
        event, date, who = tag(words, "CONSULT"), tag(day, "DATE"), tag("Tokayev", "PERSON", len(events))
        verbs.set_date(date, "2018-04-19")
        verbs.fill(event, "Time", date)
        verbs.fill(event, "Participant", who)
        events.append(event)
    verbs.link_new(events[0], "The talks")
    session.select_mention(events[1])
    panel.refresh()
    assert panel.link_card.proposal.text() == "Link to The talks   ="
    assert panel.link_card.why.text() == "the same type · the same date · both with Tokayev"
    panel.link_card.proposal.click()
    assert session.page
    assert session.page.mentions[events[0]].happening_id == session.page.mentions[events[1]].happening_id


def test_a_relation_reads_as_a_sentence_from_both_ends(
    panel: InspectorPanel, session: Session, verbs: Annotating, tag: Tag
) -> None:
    first, second = tag("met", "CONSULT"), tag("visit", "CONSULT")
    before = session.schema.by_name["BEFORE"]
    project, page = session.project, session.page
    assert project
    assert page
    session.do(lambda: relate(project, page, first, second, before))
    for mention, text in ((first, "before “visit”"), (second, "“met” before this")):
        session.select_mention(mention)
        panel.refresh()
        assert text in words(panel.mention_card).splitlines()
    button(panel.mention_card, "“met”").click()
    assert session.mention_id == first
    panel.refresh()
    button(panel.mention_card, "×").click()
    assert not page.relations


def test_roles_that_nothing_is_said_of_stand_side_by_side_and_still_wait_for_a_click(
    panel: InspectorPanel, verbs: Annotating, tag: Tag
) -> None:
    tag("met", "CONSULT")
    panel.refresh()
    rows = {b.mapTo(panel, b.rect().center()).y() for b in (button(panel.event_card, n) for n in ("Agent", "Target"))}
    assert len(rows) == 1
    waiting: list[object] = []
    verbs.pending_role_changed.connect(waiting.append)
    button(panel.event_card, "Target").click()
    panel.refresh()
    assert waiting
    assert "click a mention, or Enter on it" in words(panel.event_card)


def test_on_a_small_screen_a_line_names_what_lies_below_and_leads_there(
    panel: InspectorPanel, session: Session, verbs: Annotating, tag: Tag, qtbot: QtBot
) -> None:
    event = tag("met", "CONSULT")
    verbs.link_new(event, "Talks in Astana")
    assert session.page
    verbs.set_note("who began?", session.page.article.id, session.page.annotator_id, event)
    panel.resize(330, 200)
    panel.refresh()
    qtbot.wait(50)
    assert panel.below.texts == ["Happening: Talks in Astana", "Note: who began?"]
    assert panel.viewport().height() <= panel.height() - panel.below.height()  # nothing lies under the line
    button(panel.below, "Happening").click()
    qtbot.wait(20)
    top = panel.link_card.mapTo(panel.viewport(), panel.link_card.rect().topLeft()).y()
    assert 0 <= top < 30
    panel.resize(330, 1600)
    qtbot.wait(50)
    assert panel.below.texts == []
    assert not panel.below.isVisibleTo(panel)


def test_a_card_that_the_edge_cuts_is_named_below_and_shown_whole(
    panel: InspectorPanel, session: Session, verbs: Annotating, tag: Tag, qtbot: QtBot
) -> None:
    event = tag("met", "CONSULT")
    verbs.link_new(event, "Talks in Astana")
    panel.resize(330, 900)
    panel.refresh()
    qtbot.wait(50)
    card = panel.link_card
    for seen in (card.height() - 12, card.height() // 2):
        panel.resize(330, card.y() + seen)
        qtbot.wait(50)
        assert panel.below.texts[0] == "Happening: Talks in Astana", seen
    button(panel.below, "Happening").click()
    qtbot.wait(20)
    top = card.mapTo(panel.viewport(), card.rect().topLeft()).y()
    assert top >= 0
    assert top + card.height() <= panel.viewport().height()
    assert "Happening: Talks in Astana" not in panel.below.texts


def test_a_long_name_makes_nothing_wider_than_the_panel(
    panel: InspectorPanel, session: Session, verbs: Annotating, tag: Tag, qtbot: QtBot
) -> None:
    event = tag("met", "CONSULT")
    verbs.link_new(event, "An intergovernmental commission of unusual length " * 3)
    tag("Thursday", "DATE")
    session.select_mention(event)
    verbs.accept_proposals()
    panel.resize(300, 500)
    panel.refresh()
    qtbot.wait(50)
    assert panel.widget().width() <= panel.viewport().width()
    assert panel.widget().minimumSizeHint().width() <= panel.viewport().width()
    image = panel.grab().toImage()
    assert not image.isNull()


def test_a_date_that_is_being_typed_is_not_taken_away(qtbot: QtBot) -> None:
    card = TimeCard()
    qtbot.addWidget(card)
    card.show()
    qtbot.waitExposed(card)
    value = TimeValue("m", "2018-04-19")
    card.show_value(value.id, value, "Thursday", "2018-04-19", ())
    card.field.setFocus()
    qtbot.waitUntil(card.field.hasFocus)
    qtbot.keyClicks(card.field, "2018-05")
    card.show_value(value.id, value, "Thursday", "2018-04-19", ())  # the inspector is filled anew by something else
    assert card.field.text() == "2018-05"
    card.show_value("m", TimeValue("m", "2018-05"), "Thursday", "2018-04-19", ())
    assert card.field.text() == ""


def _free(session: Session, mention_id: str) -> None:
    """Give a mention an attribute that is written, not chosen."""
    assert session.page
    assert session.project
    project, page = session.project, session.page
    session.do(lambda: set_attribute(project, page, mention_id, "remark", "x"))


def test_what_is_being_written_outlasts_the_cards_being_filled_anew(
    panel: InspectorPanel, session: Session, verbs: Annotating, tag: Tag, qtbot: QtBot
) -> None:
    """The checks have ended, or a model has learned: that fills the cards while a person writes."""
    assert session.project
    person = tag("Tokayev", "PERSON")
    _free(session, person)
    verbs.link_new(person, "Tokayev")
    panel.refresh()
    for named in ("remark", "Name"):
        there = (f for f in panel.findChildren(QLineEdit) if f.accessibleName() == named and f.isVisibleTo(panel))
        field = next(there)
        field.setFocus()
        qtbot.keyClick(field, Qt.Key.Key_End)
        qtbot.keyClicks(field, "ab")
        last = session.project.next_undo()
        panel.set_problems({person: field.accessibleName()})
        panel.hurry()
        assert session.project.next_undo() == last  # half a name is none
        assert field.hasFocus()
        assert field.text().endswith("ab")
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert session.project.next_undo() != last
        panel.hurry()
    date = tag("Thursday", "DATE")
    panel.hurry()
    field = panel.time_card.field
    field.setFocus()
    qtbot.keyClicks(field, "2018-0")
    panel.set_problems({})
    panel.hurry()
    assert field.text() == "2018-0"
    session.select_mention(person, "keys")
    panel.hurry()
    session.select_mention(date, "keys")
    panel.hurry()
    assert not field.text()


def test_what_was_being_written_belongs_to_the_annotation_it_was_written_about(
    panel: InspectorPanel, session: Session, tag: Tag, qtbot: QtBot
) -> None:
    other, person = tag("Astana", "GPE"), tag("Tokayev", "PERSON")
    _free(session, other)
    _free(session, person)
    panel.refresh()
    remark = next(f for f in panel.mention_card.findChildren(QLineEdit) if f.accessibleName() == "remark")
    remark.setFocus()
    remark.selectAll()
    qtbot.keyClicks(remark, "of this one")
    session.select_mention(other, "keys")
    panel.hurry()
    assert session.page
    said = [session.page.mentions[i].attributes["remark"] for i in (person, other)]
    assert said == ["of this one", "x"]


def test_an_event_shows_its_roles_first_even_on_a_small_screen_and_with_a_problem(
    panel: InspectorPanel, session: Session, tag: Tag, qtbot: QtBot
) -> None:
    tag("Astana", "GPE")
    tag("Thursday", "DATE")
    event = tag("met", "CONSULT")
    problem = "told as past, but dated after the article was published; " * 4
    panel.set_problems({event: problem})
    panel.resize(300, 170)
    panel.refresh()
    qtbot.wait(50)
    card, seen = panel.event_card, panel.viewport().rect()
    for part in (card.take_all, button(card, "Astana"), button(card, "Thursday")):
        assert seen.contains(part.rect().translated(part.mapTo(panel.viewport(), part.rect().topLeft())))
    line = panel.mention_card.problem
    assert line.height() < 2 * line.fontMetrics().height()
    assert line.toolTip().split() == ["!", *problem.split()]
    panel.resize(300, 600)
    qtbot.wait(50)
    assert line.text().split() == ["!", *problem.split()]
    assert line.height() >= 2 * line.fontMetrics().height()
    panel.resize(300, 170)
    qtbot.wait(50)
    assert line.height() < 2 * line.fontMetrics().height()


def test_what_cannot_be_read_is_said_and_the_panel_can_be_used_on(
    panel: InspectorPanel, session: Session, tag: Tag, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ProjectError("The drive reported an error", "p.dateline", "Check the drive.")

    tag("met", "CONSULT")
    told: list[ProjectError] = []
    session.failed.connect(told.append)
    with monkeypatch.context() as broken:
        broken.setattr(panel, "_fill_cards", fail)
        panel.refresh()
    assert [e.what for e in told] == ["The drive reported an error"]
    assert panel.updatesEnabled()
    panel.refresh()
    assert panel.mention_card.isVisibleTo(panel)


def test_places_of_one_thing_are_told_apart_by_their_articles_and_never_repeat(
    panel: InspectorPanel, session: Session, tag: Tag
) -> None:
    project = session.project
    assert project
    assert session.page
    who = session.page.annotator_id
    with project.step("Elsewhere") as step:
        step.put(Entity("k", "Kazakhstan", "GPE", note="the state"))
        for name in ("First", "Second"):
            step.put(Article(name, "Kazakhstan, Kazakhstan and Kazakhstan", name))
            for begin in (0, 12, 27):
                step.put(Mention(f"{name}{begin}", name, who, Layer.ENTITY, "GPE", (Span(begin, begin + 10),), {}, "k"))
    here = tag("Astana", "GPE")
    with project.step("Link") as step:
        step.put(replace(session.page.mentions[here], entity_id="k"))
    session.broadcast(step.changes)
    panel.refresh()
    lines = [b.text() for b in panel.link_card.findChildren(QToolButton) if b.text().startswith("no date")]
    assert lines == ["no date  Kazakhstan ×3 · First", "no date  Kazakhstan ×3 · Second"]
    assert panel.link_card.facts.text() == "Country or city · the state"
    assert "more" not in words(panel.link_card)


def test_things_of_one_name_are_told_apart(panel: InspectorPanel, session: Session, tag: Tag) -> None:
    assert session.project
    with session.project.step("Of a name") as step:
        step.put(Entity("e1", "Tokayev", "PERSON", external_id="Q1"))
        step.put(Entity("e2", "Tokayev", "PERSON", external_id="Q2"))
        step.put(Entity("e3", "Tokayev", "PERSON", external_id="Q2"))
    tag("Tokayev", "PERSON")
    panel.refresh()
    card = panel.link_card
    offered = [card.proposal.text()] + [b.text() for b in card.findChildren(QToolButton) if "Tokayev · " in b.text()]
    assert [text.split(" · ")[:3] for text in offered] == [
        ["Link to Tokayev", "Person", "Q1"],
        ["or Tokayev", "Person", "Q2"],
    ]


def test_what_the_text_says_of_an_event_stands_in_grey_till_it_is_taken_or_refused(
    panel: InspectorPanel, session: Session, tag: Tag
) -> None:
    event = tag("visit", "CONSULT")  # "The minister will visit Ankara"
    panel.refresh()
    card, page = panel.event_card, session.page
    assert page
    ghost = button(card, "planned")
    assert (ghost.text(), ghost.property("role")) == ("planned · “will”", "ghost")
    assert card.take_all.isVisibleTo(panel)
    assert button(card, "modality").text() == "modality  j"
    button(card, "×").click()
    panel.refresh()
    assert "planned" not in words(card)
    assert not card.take_all.isVisibleTo(panel)
    assert page.mentions[event].attributes == {}
    again = tag("Tokayev thanked", "CONSULT")
    session.select_mention(event)
    panel.refresh()
    assert "planned" not in words(card)
    assert again != event


def test_a_click_takes_what_the_text_says(panel: InspectorPanel, session: Session, tag: Tag) -> None:
    event = tag("visit", "CONSULT")
    panel.refresh()
    button(panel.event_card, "planned").click()
    assert session.page
    assert session.page.mentions[event].attributes == {"modality": "planned"}
    panel.refresh()
    assert "planned" not in words(panel.event_card)


def test_what_is_proposed_along_with_another_event_is_looked_at_again_when_that_one_changes(
    panel: InspectorPanel, session: Session, verbs: Annotating, tag: Tag, monkeypatch: pytest.MonkeyPatch
) -> None:
    other, event = tag("visit", "CONSULT"), tag("met", "CONSULT")
    offered = [ThingProposal(Happening(other, "visit", "CONSULT"), 0.9, (), other)]
    monkeypatch.setattr(verbs, "thing_proposals", lambda _: list(offered))
    panel.refresh()
    clickable = button(panel.link_card, "Link to")
    offered.clear()
    changes = Changes(altered={Kind.MENTION: frozenset({other})}, articles=frozenset({"elsewhere"}))
    session.changed.emit(changes, "articles")
    panel.hurry()
    assert not clickable.isVisibleTo(panel)
    offered.append(ThingProposal(Happening(other, "visit", "CONSULT"), 0.9, (), other))
    panel.refresh()
    offered.clear()  # a click on what is shown still
    button(panel.link_card, "Link to").click()
    assert session.project
    (made,) = session.project.registry.happenings()
    assert session.page
    assert {session.page.mentions[i].happening_id for i in (other, event)} == {made.id}
