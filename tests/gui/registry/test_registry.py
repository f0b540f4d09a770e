"""The registry panel: found, sorted, changed, joined and parted, each change one step; linked with the reader."""

import threading
from collections.abc import Callable, Sequence

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from dateline.assist.merging import MergeProposal, propose_merges
from dateline.editing import things
from dateline.gui.annotating import Annotating
from dateline.gui.registry import merging
from dateline.gui.registry.comparison import ComparisonDialog
from dateline.gui.registry.panel import RegistryPanel
from dateline.gui.registry.rows import Column
from dateline.gui.session import Session
from dateline.gui.theme import theme
from dateline.model.annotation import Argument, Layer, Mention, TimeValue
from dateline.model.changes import Changes, Kind
from dateline.model.registry import Entity, Happening
from dateline.model.report import ThingSummary
from dateline.model.text import Span
from dateline.model.when import when_from_value
from dateline.store.errors import ProjectError
from dateline.store.project import Project
from tests.gui.registry.conftest import chosen
from tests.store.dump import content

ENTITY, HAPPENING = Kind.ENTITY, Kind.HAPPENING
Names = Callable[[], list[str]]
DOWN, UP = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder


def _entity(project: Project, entity_id: str) -> Entity:
    found = project.registry.entity(entity_id)
    assert found
    return found


def _typed(field: QLineEdit, text: str, qtbot: QtBot) -> None:
    """Write into a field as a person does, and press Enter."""
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def _one_step(project: Project, do: Callable[[], object]) -> None:
    """Do something that is one step, which undo takes back whole."""
    before, last = content(project), project.next_undo()
    do()
    step = project.next_undo()
    assert step != last
    after = content(project)
    project.undo()
    assert content(project) == before
    assert project.next_undo() == last
    project.redo()
    assert content(project) == after


def test_entities_are_listed_by_name_and_found_by_alias_id_or_folded_spelling(
    panel: RegistryPanel, names: Names
) -> None:
    assert names() == ["Astana", "Cavusoglu", "Kassym-Jomart Tokayev", "Çavuşoğlu"]
    for words, found in {
        "cavus": ["Cavusoglu", "Çavuşoğlu"],
        "NUR sul": ["Astana"],
        "q1": ["Kassym-Jomart Tokayev"],
        "nobody": [],
    }.items():
        panel.list.field.setText(words)
        assert names() == found
    assert panel.list.count.text() == "0 of 4"


def test_the_list_is_narrowed_to_a_type_and_sorted(panel: RegistryPanel, names: Names) -> None:
    box = panel.list.type
    assert [box.itemText(i) for i in range(box.count())] == ["All types", "Person", "Country or city"]
    box.setCurrentIndex(2)
    box.activated.emit(2)
    assert names() == ["Astana"]
    box.setCurrentIndex(0)
    box.activated.emit(0)
    panel.list.view.sortByColumn(Column.MENTIONS, DOWN)
    assert names()[0] == "Astana"
    panel.list.view.sortByColumn(Column.DATE, UP)
    assert names()[-1] == "Cavusoglu"  # mentioned nowhere: last, whichever way
    panel.list.view.sortByColumn(Column.DATE, DOWN)
    assert names()[-1] == "Cavusoglu"


def test_one_thing_is_shown_in_full_and_leads_to_its_mentions(panel: RegistryPanel, session: Session) -> None:
    panel.show_thing(ENTITY, "tok")
    details = panel.details
    assert (details.name.text(), details.type.currentText()) == ("Kassym-Jomart Tokayev", "Person")
    assert (details.aliases.text(), details.external_id.text()) == ("Tokayev", "Q1")
    assert details.note.toPlainText() == "President"
    panel.show_thing(ENTITY, "ast")
    assert details.mentions.count() == 3
    ids = session.project.articles.ids() if session.project else []
    for expected, article in (("m3", 0), ("m5", 0), ("m4", 1), ("m3", 0)):  # Enter goes on to the next, round
        panel.list.activated.emit("ast")
        assert session.mention_id == expected
        assert session.page
        assert session.page.article.id == ids[article]


def test_fields_change_it_each_in_one_step(panel: RegistryPanel, project: Project, qtbot: QtBot) -> None:
    panel.show_thing(ENTITY, "tok")
    details = panel.details
    _one_step(project, lambda: _typed(details.name, "K.-J. Tokayev", qtbot))
    assert _entity(project, "tok").aliases == ("Tokayev", "Kassym-Jomart Tokayev")
    panel.catch_up()
    _one_step(project, lambda: _typed(details.aliases, "Tokaev; Tokayev;; ", qtbot))
    assert _entity(project, "tok").aliases == ("Tokaev", "Tokayev")
    _one_step(project, lambda: _typed(details.external_id, "https://www.wikidata.org/wiki/Q19660", qtbot))
    assert _entity(project, "tok").external_id == "Q19660"
    details.type.setCurrentIndex(details.type.findData("ORG"))
    _one_step(project, lambda: details.type.activated.emit(details.type.currentIndex()))
    assert _entity(project, "tok").type == "ORG"
    details.note.setPlainText("Since 2019")
    _one_step(project, details.note.flush)
    assert _entity(project, "tok").note == "Since 2019"


def test_a_happening_is_dated_by_hand_and_goes_back_to_its_articles(
    panel: RegistryPanel, session: Session, project: Project, qtbot: QtBot
) -> None:
    panel.show_thing(HAPPENING, "met")
    field = panel.details.date
    assert (field.text(), field.placeholderText()) == ("", "no article says when")
    _one_step(project, lambda: _typed(field, "19 April 2018", qtbot))
    panel.catch_up()
    assert field.text() == "19 Apr 2018"
    thing = panel.list.rows.thing("met")
    assert thing
    assert thing.when == when_from_value("2018-04-19")
    said: list[str] = []
    session.message.connect(said.append)
    _typed(field, "some day", qtbot)
    assert said
    panel.details.pages.setCurrentIndex(1)
    field.clear()
    field.setModified(True)
    _one_step(project, field.flush)
    happening = project.registry.happening("met")
    assert happening
    assert happening.when is None


def test_what_a_date_shows_in_turkish_can_be_typed(turkish: None, panel: RegistryPanel, project: Project) -> None:
    panel.show_thing(HAPPENING, "met")
    field = panel.details.date
    for typed, value in (("19 Nisan 2018, sabah", "2018-04-19TMO"), ("2018 ilkbaharı", "2018-SP")):
        field.setText(typed)  # no key of the test's keyboard has an ı
        field.setModified(True)
        _one_step(project, field.flush)
        panel.catch_up()
        happening = project.registry.happening("met")
        assert happening
        assert happening.when == when_from_value(value)
    assert field.text() == "2018 ilkbaharı"


def test_half_a_qid_is_refused_in_words_and_the_field_shows_what_is_kept(
    panel: RegistryPanel, session: Session, project: Project, qtbot: QtBot
) -> None:
    said: list[str] = []
    session.message.connect(said.append)
    panel.show_thing(ENTITY, "tok")
    _typed(panel.details.external_id, "Q12x", qtbot)
    assert "no Wikidata number" in said[-1]
    assert _entity(project, "tok").external_id == "Q1"
    qtbot.waitUntil(lambda: panel.details.external_id.text() == "Q1")


def test_merge_split_unlink_remove(panel: RegistryPanel, session: Session, project: Project) -> None:
    chosen(panel, ENTITY, "cav", "cav2")
    _one_step(project, panel.merge_chosen)
    assert project.registry.entity("cav2") is None
    assert _entity(project, "cav").aliases == ("Cavusoglu",)
    panel._all_stale()
    panel.catch_up()
    panel.show_thing(ENTITY, "ast")
    for row in (1, 2):
        item = panel.details.mentions.item(row)
        assert item
        item.setSelected(True)
    panel.split()
    new = panel.list.current()
    assert new != "ast"
    assert panel.details.name.text() == "Ankara"  # by its words
    assert panel.details.mentions.count() == 2
    session.undo()
    assert project.registry.entity(new) is None
    panel.catch_up()
    panel.show_thing(ENTITY, "ast")
    first = panel.details.mentions.item(0)
    assert first
    first.setSelected(True)
    _one_step(project, panel.unlink_chosen)
    assert {m.id for m in project.registry.all_mentions(ENTITY, "ast")} == {"m4", "m5"}
    _one_step(project, panel.remove)
    assert project.registry.entity("ast") is None


def test_a_new_thing_is_called_what_was_looked_for(panel: RegistryPanel, session: Session, names: Names) -> None:
    panel.list.field.setText("Vučić")
    assert names() == []
    panel.new_thing()
    assert panel.details.name.text() == "Vučić"
    panel.list.field.clear()
    assert "Vučić" in names()
    panel.list.set_kind(HAPPENING)
    panel.catch_up()
    panel.new_thing()
    assert panel.details.name.text() == "New happening"
    session.undo()
    session.undo()
    panel.catch_up()
    assert names() == ["The meeting", "The silence"]


def test_it_follows_the_reader_and_links_what_is_selected_there(
    panel: RegistryPanel, session: Session, verbs: Annotating, project: Project, tag: Callable[[str, str], str]
) -> None:
    session.select_mention("v1")
    assert (panel.list.kind, panel.list.current()) == (HAPPENING, "met")
    session.select_mention("m2")
    assert (panel.list.kind, panel.list.current()) == (ENTITY, "tok")
    panel.show_thing(ENTITY, "cav2")
    mention = tag("minister", "TITLE")
    panel.link_selected()
    (found,) = project.annotations.records(Kind.MENTION, [mention])
    assert found.entity_id == "cav2"


def test_hidden_it_reads_nothing_and_catches_up_when_shown(
    panel: RegistryPanel, session: Session, project: Project, names: Names, qtbot: QtBot
) -> None:
    panel.hide()
    with project.step("More") as step:
        step.put(Entity("bel", "Belgrade", "GPE"))
    session.broadcast(step.changes)
    assert "Belgrade" not in names()
    panel.show()
    qtbot.waitUntil(lambda: "Belgrade" in names())


def test_counts_and_dates_follow_what_is_tagged_linked_and_undone(
    panel: RegistryPanel, session: Session, verbs: Annotating, tag: Callable[[str, str], str]
) -> None:
    def mentions(thing_id: str) -> int:
        panel.catch_up()
        thing = panel.list.rows.thing(thing_id)
        assert thing
        return thing.mentions

    mention = tag("minister", "TITLE")
    assert panel._stale == set()  # linked to nothing: no row is read
    verbs.link(mention, session.project.registry.entity("tok") if session.project else None)
    assert mentions("tok") == 2
    verbs.link(mention, session.project.registry.entity("cav") if session.project else None)
    assert (mentions("tok"), mentions("cav")) == (1, 2)
    session.undo()
    assert (mentions("tok"), mentions("cav")) == (2, 1)
    session.select_mention(mention)
    verbs.delete()
    assert mentions("tok") == 1


def test_one_question_at_a_time_whether_two_are_one(
    panel: RegistryPanel, session: Session, project: Project, qtbot: QtBot
) -> None:
    strip = panel.merges
    qtbot.waitUntil(strip.isVisible)
    assert strip.question.text() == "Are “Cavusoglu” and “Çavuşoğlu” one?"
    assert strip.why.full_text == "another spelling of Çavuşoğlu"
    strip.no.click()
    assert not strip.isVisible()
    panel._all_stale()
    panel.catch_up()
    qtbot.wait(500)
    assert not strip.isVisible()  # the answer is remembered
    project.local.set("merges_declined", [])
    strip.ask_later(ENTITY, panel.list.rows.things)
    qtbot.waitUntil(strip.isVisible)
    tip = strip.yes.toolTip()
    gone = project.registry.entity("cav2")
    _one_step(project, strip.yes.click)
    assert project.registry.entity("cav2") is None
    (left,) = [e for e in project.registry.entities() if gone and gone.name in (e.name, *e.aliases)]
    assert f"becomes an alias of “{left.name}”" in tip  # as it then is


def _two_meetings(project: Project, who: str) -> None:
    """Put a second happening beside "met": each told of once, with the same person in the same place."""
    one, other = project.articles.ids()
    with project.step("Two of one") as step:
        step.put(Happening("again", "The meeting", "CONSULT"))
        step.put(Mention("v2", other, who, Layer.EVENT, "CONSULT", (Span(20, 23),), {}, None, "again"))
        step.put(Mention("m6", other, who, Layer.ENTITY, "PERSON", (Span(0, 4),), {}, "tok"))
        for number, (event, *fillers) in enumerate((("v1", "m2", "m3"), ("v2", "m6", "m4"))):
            for role, filler in zip(("Visitor", "Place"), fillers, strict=True):
                step.put(Argument(f"r{number}{role}", event, role, filler))
        for number, (article, event) in enumerate(((one, "v1"), (other, "v2"))):
            step.put(Mention(f"t{number}", article, who, Layer.TIME, "TIME", (Span(30, 35),)))
            step.put(TimeValue(f"t{number}", "2018-05-14", when_from_value("2018-05-14")))
            step.put(Argument(f"rt{number}", event, "Time", f"t{number}"))


def test_two_happenings_that_may_be_one_are_asked_about_too(
    panel: RegistryPanel, session: Session, project: Project, qtbot: QtBot
) -> None:
    assert session.annotator
    _two_meetings(project, session.annotator.id)
    panel.list.set_kind(HAPPENING)
    panel._all_stale()
    strip = panel.merges
    qtbot.waitUntil(lambda: strip.isVisible() and "meeting" in strip.question.text())
    assert strip.question.text() == "Are “The meeting, 14 May 2018” and “The meeting, 14 May 2018” one?"
    assert "both with Kassym-Jomart Tokayev" in strip.why.full_text
    assert "both in Astana" in strip.why.full_text
    strip.no.click()
    panel.catch_up()
    strip.ask_later(HAPPENING, panel.list.rows.things)
    qtbot.wait(600)
    assert not strip.isVisible()  # the answer is remembered
    project.local.set("merges_declined", [])
    strip.ask_later(HAPPENING, panel.list.rows.things, ["met"])
    qtbot.waitUntil(strip.isVisible)
    _one_step(project, strip.yes.click)
    happenings = project.registry.happenings()
    assert [h.id for h in happenings if h.name == "The meeting"] == ["again"] or project.registry.happening("met")
    assert len([h for h in happenings if h.name == "The meeting"]) == 1
    panel.list.set_kind(ENTITY)
    qtbot.waitUntil(lambda: "Cavusoglu" in strip.question.text())


def test_what_was_split_is_not_asked_to_be_merged(
    panel: RegistryPanel, session: Session, project: Project, qtbot: QtBot
) -> None:
    assert session.annotator
    _two_meetings(project, session.annotator.id)
    with project.step("One") as step:  # both told of as one happening
        (second,) = project.annotations.records(Kind.MENTION, ["v2"])
        step.put(replace(second, happening_id="met"))
        step.delete(HAPPENING, "again")
    panel.list.set_kind(HAPPENING)
    panel._all_stale()
    panel.catch_up()
    panel.show_thing(HAPPENING, "met")
    item = panel.details.mentions.item(1)
    assert item
    item.setSelected(True)
    panel.split()
    new = panel.list.current()
    qtbot.wait(700)
    assert not panel.merges.isVisible()
    session.undo()
    assert project.registry.happening(new) is None
    session.redo()
    assert project.registry.happening(new)
    panel.catch_up()
    qtbot.wait(700)
    assert not panel.merges.isVisible()
    project.local.set("merges_declined", [])  # it would have been asked, but for the split
    panel.merges.ask_later(HAPPENING, panel.list.rows.things)
    qtbot.waitUntil(panel.merges.isVisible)


def test_a_question_stays_until_it_is_answered_and_is_looked_for_beside_the_window(
    panel: RegistryPanel, session: Session, project: Project, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []

    def looked(things: Sequence[ThingSummary]) -> list[MergeProposal]:
        threads.append(threading.current_thread())
        return propose_merges(things)

    monkeypatch.setattr(merging, "propose_merges", looked)
    strip = panel.merges
    qtbot.waitUntil(strip.isVisible)
    asked = strip.question.text()
    with project.step("Two of one id, which is surer") as step:
        step.put(Entity("p1", "Paris", "GPE", (), "Q90"))
        step.put(Entity("p2", "Lutetia", "GPE", (), "Q90"))
    session.broadcast(step.changes)
    qtbot.waitUntil(lambda: "1 more" in strip.more.text())
    assert strip.question.text() == asked
    assert threading.main_thread() not in threads
    session.close_project()
    assert not strip.isVisible()


def test_the_actions_know_what_can_be_done(panel: RegistryPanel) -> None:
    from dateline.gui.actions import When

    assert panel.state() & (When.THING | When.OF_THING) == When.ALWAYS
    chosen(panel, ENTITY, "ast", "tok")
    assert panel.state() & When.THINGS
    assert not panel.state() & When.REPORTED
    item = panel.details.mentions.item(0)
    assert item
    item.setSelected(True)
    assert panel.state() & When.SOME_OF_THING
    panel.show_thing(HAPPENING, "met")
    assert panel.state() & When.REPORTED
    panel.show_thing(HAPPENING, "none")
    assert not panel.state() & When.REPORTED


def test_keys_go_from_the_field_to_the_list(panel: RegistryPanel, qtbot: QtBot) -> None:
    panel.seek()
    qtbot.keyClicks(panel.list.field, "tok")
    qtbot.keyClick(panel.list.field, Qt.Key.Key_Down)
    assert panel.list.current() == "tok"
    assert panel.list.chosen() == ["tok"]
    left: list[None] = []
    panel.done.connect(lambda: left.append(None))
    qtbot.keyClick(panel.list.field, Qt.Key.Key_Escape)
    qtbot.keyClick(panel.list.field, Qt.Key.Key_Escape)
    assert left


def test_what_is_empty_says_how_it_fills(panel: RegistryPanel, session: Session) -> None:
    session.close_project()
    panel.catch_up()
    assert "press =" in panel.list._nothing.text()
    assert panel.list._nothing.isVisibleTo(panel)
    assert not panel.details.isVisibleTo(panel)


@pytest.mark.parametrize("name", ["x" * 300, "Ж" * 80 + " " + "ә" * 80])
def test_long_names_leave_the_panel_as_wide_as_it_is(
    panel: RegistryPanel, project: Project, session: Session, name: str
) -> None:
    with project.step("Long") as step:
        step.put(Entity("long", name, "PERSON", (name[::-1],)))
    session.broadcast(step.changes)
    panel.catch_up()
    panel.show_thing(ENTITY, "long")
    assert panel.minimumSizeHint().width() <= 340


def test_what_was_being_written_belongs_to_the_thing_it_was_written_about(
    panel: RegistryPanel, session: Session, project: Project, qtbot: QtBot
) -> None:
    panel.show_thing(ENTITY, "tok")
    details = panel.details
    details.name.setFocus()
    details.name.selectAll()
    qtbot.keyClicks(details.name, "K.-J. Tokayev")
    session.select_mention("m3", "keys")  # a key of the window goes on to Astana meanwhile
    assert details.name.text() == "Astana"
    qtbot.keyClick(details.name, Qt.Key.Key_Return)
    assert (_entity(project, "tok").name, _entity(project, "ast").name) == ("K.-J. Tokayev", "Astana")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_a_field_that_was_written_gives_the_keys_to_the_list_and_that_to_the_text(
    panel: RegistryPanel, project: Project, qtbot: QtBot, key: Qt.Key
) -> None:
    """Else Ctrl+Z undoes letters in the field and not the rename that was just made, and the next letter tags text."""
    panel.window().activateWindow()
    panel.show_thing(ENTITY, "tok")
    name = panel.details.name
    name.setFocus()
    name.selectAll()
    qtbot.keyClicks(name, "K.-J. Tokayev")
    qtbot.keyClick(name, key)
    assert _entity(project, "tok").name == "K.-J. Tokayev"
    qtbot.waitUntil(panel.list.view.hasFocus)
    assert panel.list.current() == "tok"
    with qtbot.waitSignal(panel.done, timeout=1000):
        qtbot.keyClick(panel.list.view, Qt.Key.Key_Escape)


def test_what_is_being_written_is_stored_before_the_project_is_closed(
    panel: RegistryPanel, session: Session, project: Project, qtbot: QtBot
) -> None:
    panel.show_thing(ENTITY, "tok")
    panel.details.pages.setCurrentIndex(1)
    panel.details.aliases.setFocus()
    qtbot.keyClick(panel.details.aliases, Qt.Key.Key_End)
    qtbot.keyClicks(panel.details.aliases, "; KJT")
    stored: list[Entity] = []
    session.page_changed.connect(lambda _: stored.append(_entity(project, "tok")))  # the file is still open then
    session.close_project()
    assert set(stored[0].aliases) == {"Tokayev", "KJT"}


class _Unreadable:
    """Any reading of a project whose drive has failed."""

    def __init__(self, *names: str) -> None:
        self._names = names

    def on(self, monkeypatch: pytest.MonkeyPatch, reader: object) -> None:
        for name in self._names:
            monkeypatch.setattr(reader, name, self._fail)

    def _fail(self, *_: object, **__: object) -> None:
        raise ProjectError("The drive reported an error", "p.dateline", "Check the drive.")


def test_what_cannot_be_read_is_said_and_read_when_it_can_be(
    panel: RegistryPanel, session: Session, project: Project, names: Names, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[ProjectError] = []
    session.failed.connect(told.append)
    before = names()
    with monkeypatch.context() as broken:
        _Unreadable("summaries", "links").on(broken, project.registry)
        panel._all_stale()
        panel.catch_up()
        assert [e.what for e in told] == ["The drive reported an error"]
        things.rename(project, ENTITY, "tok", "Tokayev himself")
    panel.catch_up()
    assert names() == sorted([*(n for n in before if n != "Kassym-Jomart Tokayev"), "Tokayev himself"])


def test_a_thing_that_cannot_be_read_is_said(
    panel: RegistryPanel, session: Session, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[ProjectError] = []
    session.failed.connect(told.append)
    with monkeypatch.context() as broken:
        _Unreadable("appearances").on(broken, project.registry)
        panel.show_thing(ENTITY, "tok")
    assert told
    with monkeypatch.context() as broken:
        _Unreadable("records").on(broken, project.annotations)
        changes = Changes(altered={Kind.MENTION: frozenset({"m1"})}, articles=frozenset({"a"}))
        session.changed.emit(changes, "")
    assert len(told) > 1
    assert panel._stale is None  # all of it is read next time


def test_reports_that_cannot_be_read_are_said(
    qtbot: QtBot, session: Session, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[ProjectError] = []
    session.failed.connect(told.append)
    dialog = ComparisonDialog(session, theme("light"), "met")
    qtbot.addWidget(dialog)
    with monkeypatch.context() as broken:
        _Unreadable("of_happening").on(broken, project.occurrences)
        dialog.refresh()
    assert [e.todo for e in told] == ["Check the drive."]
    dialog.refresh()
    assert dialog.table.columnCount() == 2


def test_in_a_low_panel_the_question_waits_and_no_row_is_covered(
    panel: RegistryPanel, session: Session, qtbot: QtBot
) -> None:
    strip = panel.merges
    qtbot.waitUntil(strip.isVisible)
    panel.show_thing(ENTITY, "tok")
    panel.resize(340, panel._splitter.minimumSizeHint().height() + strip.yes.height())
    qtbot.waitUntil(lambda: not strip.isVisible())
    assert panel.list.view.geometry().bottom() <= panel.list.count.geometry().top()
    panel.resize(340, 800)
    qtbot.waitUntil(strip.isVisible)
