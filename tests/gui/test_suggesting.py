"""Suggestions in the whole window: outlined, walked, accepted, rejected for good, off the key path."""

from pathlib import Path
from time import thread_time

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from dateline.assist.lexicon import Lexicon
from dateline.editing import lessons
from dateline.editing.importing import import_sources
from dateline.editing.things import create
from dateline.exchange.options import ReadOptions
from dateline.gui.hover_text import of_mention, of_suggestion
from dateline.model.article import Article, State
from dateline.model.changes import Kind
from dateline.model.ids import new_id
from dateline.model.page import Page
from dateline.model.registry import Entity
from dateline.model.text import Span
from dateline.store.project import Project
from tests.gui.conftest import TEXT
from tests.gui.whole import Whole

TAB, ENTER, DELETE, ESCAPE = Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_Escape
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def proposed(whole: Whole) -> list[tuple[str, str]]:
    """Wait until all is looked through; return what stands outlined in the reader."""
    whole.bot.waitUntil(lambda: not whole.window.suggesting.busy, timeout=10_000)
    whole.settle()
    return [(s.label, s.span.of(whole.page.text)) for s in whole.window.pane.reader.suggestions()]


def current(whole: Whole) -> str:
    """Return the words that are walked to."""
    reader = whole.window.pane.reader
    return next((s.span.of(whole.page.text) for s in reader.suggestions() if s.id == reader.current_suggestion()), "")


def test_dates_are_proposed_at_once_and_names_once_they_were_tagged_elsewhere(whole: Whole) -> None:
    assert proposed(whole) == [("DATE", "Thursday"), ("DATE", "next week")]
    whole.tag("Astana", "g")
    whole.do("next_article")
    assert proposed(whole) == [("GPE", "Astana")]
    whole.do("previous_article")
    whole.do("undo")
    whole.do("next_article")
    assert proposed(whole) == []


def test_after_an_import_suggestions_are_walked_and_learned_from_as_before(whole: Whole, tmp_path: Path) -> None:
    """They stood outlined and no key reached them: one that marks an article done passed them over."""
    proposed(whole)
    (tmp_path / "more.txt").write_text("Envoys met in Astana on Friday.", "utf-8")
    session = whole.session
    assert session.project is not None
    with session.project.sibling() as own:
        report = import_sources(own, [tmp_path / "more.txt"], ReadOptions())
    assert report.changes is not None
    session.broadcast(replace(report.changes, articles=None), "import")
    assert proposed(whole) == [("DATE", "Thursday"), ("DATE", "next week")]
    assert len(whole.window.suggesting.shown) == 2
    whole.key(TAB)
    assert current(whole) == "Thursday"
    whole.do("done_next")
    assert whole.labels() == [("DATE", "Thursday"), ("DATE", "next week")]
    whole.tag("Astana", "g")
    whole.do("next_article")
    assert ("GPE", "Astana") in proposed(whole)


def test_tab_and_enter_in_a_row_past_the_last_change_nothing(whole: Whole) -> None:
    """A person who answers in a rhythm is not led into a panel where Enter means something else."""
    proposed(whole)
    reader, said = whole.window.pane.reader, list[str]()
    whole.session.message.connect(said.append)
    whole.key(TAB)
    whole.key(ENTER)
    whole.key(ENTER)
    assert proposed(whole) == []
    labels = [m.label for m in whole.page.mentions.values()]
    whole.key(TAB)
    assert QApplication.focusWidget() is reader
    assert said[-1] == "All suggestions are answered. Tab once more goes on to the panels."
    whole.key(TAB)
    assert QApplication.focusWidget() is not reader
    reader.setFocus()
    for _ in range(25):  # once round the window
        for key in (TAB, ENTER):
            whole.bot.keyClick(QApplication.focusWidget() or reader, key)
        whole.settle()
    assert [m.label for m in whole.page.mentions.values()] == labels


def test_tab_walks_enter_accepts_and_goes_on(whole: Whole) -> None:
    proposed(whole)
    whole.key(TAB)
    assert current(whole) == "Thursday"
    assert [s.of(whole.page.text) for s in whole.session.selection] == ["Thursday"]
    whole.key(TAB)
    assert current(whole) == "next week"
    whole.key(Qt.Key.Key_Backtab, SHIFT)
    assert current(whole) == "Thursday"
    whole.key(ENTER)
    assert whole.labels() == [("DATE", "Thursday")]
    assert current(whole) == "next week"
    whole.key(ENTER)
    assert whole.labels() == [("DATE", "Thursday"), ("DATE", "next week")]
    assert whole.verbs.selected
    assert proposed(whole) == []


def test_delete_rejects_and_that_is_remembered(whole: Whole, qapp: QApplication, qtbot: QtBot) -> None:
    proposed(whole)
    whole.key(TAB)
    whole.key(DELETE)
    assert current(whole) == "next week"
    assert "Thursday" in whole.said()
    assert proposed(whole) == [("DATE", "next week")]
    path = whole.window.session.project.path
    whole.window.session.close_project()
    assert whole.window.session.open_project(path)
    assert proposed(whole) == [("DATE", "next week")]
    assert whole.labels() == []


def test_undo_takes_a_rejection_back_before_what_was_done_earlier(whole: Whole) -> None:
    proposed(whole)
    whole.tag("Astana", "g")
    whole.key(TAB)
    words = current(whole)
    assert words == "Thursday"
    whole.key(DELETE)
    assert "“Thursday”; undo takes it back" in whole.said()
    whole.do("next_article")  # undo goes to where it was
    whole.do("undo")
    assert whole.said() == "Undone: Reject “Thursday”"
    assert whole.page.article.title == "Talks"
    assert proposed(whole) == [("DATE", "Thursday"), ("DATE", "next week")]
    assert whole.labels() == [("GPE", "Astana")]
    whole.do("redo")
    assert whole.said() == "Done again: Reject “Thursday”"
    assert proposed(whole) == [("DATE", "next week")]
    whole.do("undo")
    whole.settle()  # at once, before anything is looked for anew
    assert [p.span.of(TEXT) for p in whole.window.suggesting.shown] == ["Thursday", "next week"]
    whole.do("undo")
    assert whole.labels() == []
    assert not any("Reject" in s.label for s in whole.session.project.steps())


def test_a_label_key_on_a_suggestion_gives_another_label(whole: Whole) -> None:
    proposed(whole)
    whole.key(TAB)
    whole.keys("h")
    assert whole.labels() == [("TIME", "Thursday")]
    assert current(whole) == ""
    assert proposed(whole) == [("DATE", "next week")]


def test_ctrl_enter_accepts_all_shown_and_only_then_marks_done(whole: Whole) -> None:
    whole.window.resize(1500, 900)  # both are to be in view
    proposed(whole)
    whole.key(ENTER, CTRL)
    assert [label for label, _ in whole.labels()] == ["DATE", "DATE"]
    assert whole.page.article.title == "Talks"
    assert "2" in whole.said()
    whole.do("undo")
    assert whole.labels() == []
    assert len(proposed(whole)) == 2
    whole.key(ENTER, CTRL)
    whole.key(ENTER, CTRL)
    assert whole.page.article.title == "Later"


def test_what_refuses_a_told_attribute_stands_beside_it_in_a_narrow_inspector(whole: Whole) -> None:
    whole.tag("visit", "vc")
    whole.settle()
    card = whole.window.inspector.event_card
    for width in (180, 240, 400):
        card.setFixedWidth(width)
        whole.settle()
        refuse = next(b for b in card.findChildren(QToolButton) if b.accessibleName() == "It is not so")
        take = next(b for b in card.findChildren(QToolButton) if "planned" in b.text())
        assert refuse.mapTo(card, refuse.rect().center()).y() == take.mapTo(card, take.rect().center()).y()
        assert refuse.mapTo(card, refuse.rect().topRight()).x() < width


def test_the_context_menu_on_a_suggestion_takes_or_rejects_it(whole: Whole) -> None:
    proposed(whole)
    reader = whole.window.pane.reader
    for action, left, tagged in (("delete", ["next week"], []), ("accept", [], ["next week"])):
        words = "Thursday" if action == "delete" else "next week"
        point = whole.at(words)
        found = reader.hit(point)
        assert found
        reader.context_menu_requested.emit(reader.viewport().mapToGlobal(point), reader.target(found))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        whole.settle()
        assert current(whole) == words
        chosen = whole.window.actions_table[action]
        assert chosen in menu.actions()
        assert chosen.isEnabled()
        menu.close()
        chosen.trigger()
        assert [w for _, w in proposed(whole)] == left
        assert [w for _, w in whole.labels()] == tagged


def test_the_cursor_leaves_a_suggestion_by_going_elsewhere(whole: Whole) -> None:
    proposed(whole)
    whole.key(TAB)
    whole.click("Astana")
    assert current(whole) == ""
    whole.key(TAB)
    whole.key(ESCAPE)
    assert current(whole) == ""
    whole.click("Thursday")
    assert current(whole) == "Thursday"
    whole.key(Qt.Key.Key_Right)
    assert current(whole) == ""


def test_what_is_tagged_is_outlined_no_more_and_again_when_it_is_deleted(whole: Whole) -> None:
    proposed(whole)
    whole.tag("Thursday", "h")
    assert proposed(whole) == [("DATE", "next week")]
    whole.key(DELETE)
    assert proposed(whole) == [("DATE", "Thursday"), ("DATE", "next week")]


def test_what_was_deleted_does_not_come_back_as_a_suggestion_unless_that_is_undone(whole: Whole) -> None:
    proposed(whole)
    whole.key(TAB)
    whole.key(ENTER)
    whole.click("Thursday")
    whole.key(DELETE)
    assert proposed(whole) == [("DATE", "next week")]
    whole.do("next_article")
    whole.do("previous_article")
    assert proposed(whole) == [("DATE", "next week")]
    whole.do("undo")
    assert whole.labels() == [("DATE", "Thursday")]
    whole.do("undo")
    assert whole.labels() == []
    assert proposed(whole) == [("DATE", "Thursday"), ("DATE", "next week")]


def test_what_is_deleted_anew_stays_away_and_what_is_undone_after_a_restart_comes_back(whole: Whole) -> None:
    proposed(whole)
    whole.key(TAB)
    whole.key(ENTER)
    whole.click("Thursday")
    whole.key(DELETE)
    whole.do("undo")
    whole.do("redo")
    assert proposed(whole) == [("DATE", "next week")]
    session = whole.session
    assert session.project is not None
    path = session.project.path
    session.close_project()
    assert session.open_project(path)
    whole.settle()
    whole.do("undo")
    whole.do("undo")
    assert whole.labels() == []
    assert proposed(whole) == [("DATE", "Thursday"), ("DATE", "next week")]


@pytest.mark.parametrize("many", [False, True], ids=["few", "in a worker"])
def test_what_was_removed_in_bulk_is_not_suggested_either_until_that_is_undone(
    whole: Whole, monkeypatch: pytest.MonkeyPatch, *, many: bool
) -> None:
    if many:
        monkeypatch.setattr("dateline.gui.bulk.FEW", 0)
    both = proposed(whole)
    whole.key(TAB)
    whole.key(ENTER)
    whole.key(TAB)
    whole.key(ENTER)
    assert whole.labels() == both
    assert whole.session.project
    steps = len(whole.session.project.steps())
    assert whole.window.bulk.remove(list(whole.page.mentions), "all dates")
    whole.bot.waitUntil(lambda: not whole.labels(), timeout=10_000)
    assert len(whole.session.project.steps()) == steps + 1
    assert proposed(whole) == []
    whole.do("next_article")
    whole.do("previous_article")
    assert proposed(whole) == []
    whole.do("undo")
    assert whole.labels() == both
    whole.do("redo")
    assert proposed(whole) == []
    path = whole.session.project.path
    whole.session.close_project()
    assert whole.session.open_project(path)
    whole.settle()
    whole.do("undo")
    whole.do("undo")
    whole.do("undo")
    assert whole.labels() == []
    assert proposed(whole) == both


def test_a_piece_that_was_too_long_takes_no_suggestion_within_it_away(whole: Whole) -> None:
    proposed(whole)
    whole.window.pane.reader.set_selection((Span(TEXT.index("on Thursday"), TEXT.index("on Thursday") + 11),))
    whole.keys("d")
    whole.key(DELETE)
    assert whole.labels() == []
    assert proposed(whole) == [("DATE", "Thursday"), ("DATE", "next week")]


KOVAL = "Olena Koval and Ada Berg met. Koval left, from Koval Street. Olena Koval and Berg waved to KOVAL and to koval."


def test_who_was_named_in_full_is_suggested_under_the_last_name(whole: Whole, tmp_path: Path) -> None:
    (tmp_path / "more.txt").write_text(KOVAL, "utf-8")
    session = whole.session
    assert session.project is not None
    with session.project.sibling() as own:
        report = import_sources(own, [tmp_path / "more.txt"], ReadOptions())
    session.broadcast(report.changes or pytest.fail("nothing came"), "import")
    whole.do("next_article")
    whole.do("next_article")
    assert whole.page.text == KOVAL
    assert proposed(whole) == []
    session.select_text((Span(0, 11),))
    whole.verbs.tag("PERSON")
    koval, berg = ("PERSON", "Koval"), ("PERSON", "Berg")
    assert proposed(whole) == [koval, ("PERSON", "Olena Koval"), ("PERSON", "KOVAL")]
    session.select_mention(None)
    session.select_text((Span(16, 24),))
    whole.verbs.tag("PERSON")
    assert proposed(whole) == [koval, ("PERSON", "Olena Koval"), berg, ("PERSON", "KOVAL")]
    first = next(p for p in whole.window.suggesting.shown if p.span.begin == KOVAL.index("Koval left"))
    assert whole.window.suggesting.accept([first.id])
    linked = {m.entity_id for m in whole.page.mentions.values() if m.text_of(KOVAL).endswith("Koval")}
    assert len(linked) == 1
    whole.do("undo")
    whole.do("undo")
    assert berg not in proposed(whole)


def test_without_suggestions_tab_and_ctrl_enter_mean_what_they_always_do(whole: Whole) -> None:
    whole.do("show_suggestions")
    assert not whole.window.settings.show_suggestions
    assert proposed(whole) == []
    assert not whole.window.actions_table["next_suggestion"].isEnabled()
    whole.do("show_suggestions")
    assert len(proposed(whole)) == 2


def test_names_of_the_registry_are_linked_when_accepted(whole: Whole) -> None:
    project = whole.session.project
    assert project
    entity = Entity("0" * 32, "Kassym-Jomart Tokayev", "PERSON", ("Tokayev",))

    def edit():
        with project.step("Entity") as step:
            step.put(entity)
        return step.changes

    whole.session.do(edit)
    whole.do("next_article")
    whole.do("previous_article")
    assert ("PERSON", "Tokayev") in proposed(whole)
    whole.key(TAB)
    whole.key(ENTER)
    mention = next(m for m in whole.page.mentions.values() if m.label == "PERSON")
    assert mention.entity_id == entity.id


def test_a_new_name_in_the_registry_is_learned_without_reading_the_others_again(
    whole: Whole, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed(whole)
    project = whole.session.project
    assert project
    monkeypatch.setattr(type(project.registry), "entities", lambda _self: pytest.fail("all entities were read"))
    whole.session.do(lambda: create(project, Kind.ENTITY, "Ankara", "GPE")[1])
    whole.do("next_article")
    whole.do("previous_article")
    assert ("GPE", "Ankara") in proposed(whole)


def test_another_annotator_begins_without_what_the_first_taught(whole: Whole) -> None:
    whole.tag("Astana", "g")
    whole.do("next_article")
    assert ("GPE", "Astana") in proposed(whole)
    whole.session.set_annotator("berk")
    assert ("GPE", "Astana") not in proposed(whole)
    whole.session.set_annotator("ada")
    assert ("GPE", "Astana") in proposed(whole)


def test_nothing_is_proposed_while_nothing_can_be_changed(whole: Whole) -> None:
    assert len(proposed(whole)) == 2
    whole.session.locked = True
    assert proposed(whole) == []
    whole.session.locked = False
    assert len(proposed(whole)) == 2


@pytest.mark.parametrize("zone", ["boilerplate"])
def test_boilerplate_is_left_alone(whole: Whole, zone: str) -> None:
    whole.click("Thursday")
    whole.do(zone)
    assert proposed(whole) == [("DATE", "next week")]


def test_the_hover_card_says_who_and_when_and_why(whole: Whole) -> None:
    mention = whole.tag("Astana", "g")
    text = of_mention(whole.page, whole.session.schema, whole.session.project, mention)
    assert text.title == "Country or city"
    assert any(line.startswith("ada · ") for line in text.lines)
    assert "government" in text.guideline
    whole.do("next_article")
    proposed(whole)
    (proposal,) = whole.window.suggesting.shown
    said = of_suggestion(whole.session.schema, whole.session.project, proposal)
    assert said.title == "Country or city?"
    assert any("1" in line for line in said.lines)


def test_a_proposed_date_says_what_it_would_be(whole: Whole) -> None:
    assert ("DATE", "Thursday") in proposed(whole)
    reader = whole.window.pane.reader
    for proposal in whole.window.suggesting.shown:
        words = proposal.span.of(whole.page.text)
        assert proposal.says == {"Thursday": "2018-04-19", "next week": "2018-W17"}.get(words, ""), words
        text = of_suggestion(whole.session.schema, whole.session.project, proposal)
        assert proposal.says in text.lines
        tags = [t for line in reader.visible_lines() for t in line.shape.tags if t.owner == proposal.id]
        assert [t.caption.text.split(" ", 1)[1] for t in tags if t.caption] == [proposal.says]
        changes = whole.window.suggesting.accept([proposal.id])
        assert changes
        assert changes.place
        assert changes.place.record_id
        value = whole.page.times[changes.place.record_id]
        assert value.value == proposal.says


def test_nothing_is_proposed_before_what_it_takes_is_there(whole: Whole) -> None:
    ready: list[bool] = []
    whole.window.suggesting.wait_for(lambda: bool(ready))
    whole.do("next_article")
    whole.bot.wait(200)
    assert whole.window.suggesting.busy
    assert whole.window.pane.reader.suggestions() == ()
    ready.append(True)
    whole.do("previous_article")
    assert proposed(whole) == [("DATE", "Thursday"), ("DATE", "next week")]


def test_other_articles_teach_once_more_urgent_work_is_done(whole: Whole) -> None:
    """The open one is looked through at once."""
    busy: list[bool] = [True]
    whole.tag("Astana", "g")
    whole.window.suggesting.give_way_to(lambda: bool(busy))
    whole.session.annotator_changed.emit(whole.session.annotator)  # begin again
    whole.do("next_article")
    whole.do("previous_article")
    whole.bot.waitUntil(lambda: whole.window.pane.reader.suggestions() != ())
    whole.bot.wait(100)
    assert whole.window.suggesting.busy
    assert whole.window.suggesting._lessons.has_articles
    busy.clear()
    whole.do("next_article")
    assert proposed(whole) == [("GPE", "Astana")]
    assert not whole.window.suggesting._lessons.has_articles


def test_nothing_is_proposed_in_an_article_that_is_done(whole: Whole) -> None:
    assert len(proposed(whole)) == 2
    whole.verbs.done_and_next()
    whole.do("previous_article")
    assert proposed(whole) == []
    whole.do("reopen_article")
    assert len(proposed(whole)) == 2


def test_a_very_long_article_is_proposed_for_in_short_turns_and_not_without_end(whole: Whole) -> None:
    text = "Officials met the envoys in Astana on Monday.\n" * 60_000
    project = whole.session.project
    assert project
    with project.step("Article", kind="import") as step:
        step.put(Article(new_id(), text, "Long", published="2018-04-19", position=5))
    article = project.articles.ids()[-1]
    assert whole.session.open_article(article)
    suggesting = whole.window.suggesting
    longest = 0.0
    while not suggesting.shown or suggesting.busy:
        begin = thread_time()
        QApplication.processEvents()
        longest = max(longest, thread_time() - begin)
    assert 3_000 <= len(suggesting.shown) < 3_100
    assert len(whole.window.pane.reader.suggestions()) == len(suggesting.shown)
    assert longest < 1.0  # seconds of work at a time: many times what it takes


def test_what_a_key_changes_is_painted_before_the_article_is_looked_through_on(
    whole: Whole, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A turn of some milliseconds stood between a key and its answer, again and again while a long text was new."""
    text = "Officials met the envoys in Astana on Monday.\n" * 2_000
    project = whole.session.project
    assert project
    with project.step("Article", kind="import") as step:
        step.put(Article(new_id(), text, "Long", published="2018-04-19", position=5))
    suggesting = whole.window.suggesting
    assert whole.session.open_article(project.articles.ids()[-1])
    whole.bot.waitUntil(lambda: suggesting._breathed.waiting and suggesting._work is not None)
    order: list[str] = []
    turn, viewport = suggesting._breathed._work, whole.window.pane.reader.viewport()
    monkeypatch.setattr(suggesting._breathed, "_work", lambda: (order.append("turn"), turn()))
    monkeypatch.setattr(suggesting._rested, "_work", lambda: (order.append("turn"), turn()))

    class Paints(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                order.append("paint")
            return super().eventFilter(watched, event)

    paints = Paints()
    viewport.installEventFilter(paints)
    whole.window.pane.reader.set_selection((Span(0, 9),))
    whole.bot.keyClick(whole.window.pane.reader, "p")
    del order[:]
    whole.bot.waitUntil(lambda: "turn" in order)
    assert order[0] == "paint"
    viewport.removeEventFilter(paints)


def test_the_next_article_does_not_wait_for_what_the_last_one_teaches(
    whole: Whole, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed(whole)
    whole.tag("Astana", "g")
    learned: list[str] = []
    real = lessons.learn_page

    def learn(project: Project, lexicon: Lexicon, page: Page) -> None:
        learned.append(page.article.id)
        real(project, lexicon, page)

    monkeypatch.setattr(lessons, "learn_page", learn)
    left = whole.page.article.id
    whole.verbs.step_article(1)
    assert whole.page.article.id != left
    assert not learned
    assert not whole.window.suggesting.shown, "what was proposed for the article that was left"
    assert proposed(whole) == [("GPE", "Astana")]
    assert left in learned


def test_what_is_taken_back_is_proposed_no_more(whole: Whole) -> None:
    whole.tag("Astana", "g")
    whole.do("next_article")
    whole.do("previous_article")
    whole.do("undo")
    assert proposed(whole) == [("DATE", "Thursday"), ("DATE", "next week")]
    whole.tag("Astana", "g")
    whole.do("link")
    whole.do("undo")
    whole.do("undo")
    assert proposed(whole) == [("DATE", "Thursday"), ("DATE", "next week")]
    whole.tag("Astana", "g")
    whole.do("next_article")
    assert ("GPE", "Astana") in proposed(whole)
    whole.do("undo")
    assert ("GPE", "Astana") not in proposed(whole)


def selected(whole: Whole) -> list[str]:
    """Return the words that are selected."""
    return [s.of(whole.page.text) for s in whole.session.selection]


def test_a_click_takes_all_of_a_suggestion_and_enter_accepts_it(whole: Whole) -> None:
    proposed(whole)
    whole.click("week")
    assert (current(whole), selected(whole)) == ("next week", ["next week"])
    whole.settle()
    whole.key(ENTER)
    assert whole.labels() == [("DATE", "next week")]
    whole.click("Thursday")
    whole.settle()
    whole.key(DELETE)
    assert proposed(whole) == []
    assert whole.labels() == [("DATE", "next week")]


def test_a_second_click_and_a_double_click_take_words_of_a_suggestion(whole: Whole) -> None:
    proposed(whole)
    whole.click("week")
    whole.bot.wait(QApplication.doubleClickInterval() + 20)
    whole.click("week")
    assert (current(whole), selected(whole)) == ("", ["week"])
    whole.key(ESCAPE)
    viewport = whole.window.pane.reader.viewport()
    whole.click("next")
    whole.bot.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=whole.at("next"))
    whole.settle()
    assert "next" in selected(whole)[0]
    whole.bot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=whole.at("visit"))
    for words in ("Ankara", "next"):
        whole.bot.mouseMove(viewport, whole.at(words))
    whole.bot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=whole.at("next"))
    assert selected(whole)[0].endswith("next")


def test_an_armed_label_is_put_on_all_of_a_suggestion(whole: Whole) -> None:
    proposed(whole)
    whole.click("minister")
    whole.keys("dd")
    whole.click("week")
    whole.settle()
    assert ("DATE", "next week") in whole.labels()


def filled(whole: Whole) -> list[tuple[str, str, str]]:
    """Return role, label and words of all arguments of the open article."""
    page = whole.page
    found = ((a.role, page.mentions[a.filler_id]) for a in page.arguments.values())
    return [(role, m.label, m.text_of(page.text)) for role, m in found]


@pytest.mark.parametrize("way", ["click", "ctrl", "enter"])
def test_a_suggestion_fills_a_role_as_it_stands_in_one_step(whole: Whole, way: str) -> None:
    proposed(whole)
    event = whole.tag("visit", "vc")
    steps = len(whole.session.project.steps())
    if way == "ctrl":
        reader = whole.window.pane.reader
        whole.bot.mouseClick(reader.viewport(), Qt.MouseButton.LeftButton, CTRL, whole.at("week"))
    else:
        whole.keys("e")
        if way == "click":
            whole.click("week")
        else:
            for _ in range(3):
                whole.key(Qt.Key.Key_Right)
            whole.key(ENTER)
    whole.settle()
    assert filled(whole) == [("Time", "DATE", "next week")]
    [value] = whole.page.times.values()
    assert value.value == "2018-W17"
    assert whole.verbs.selected == whole.page.mentions[event.id]
    assert whole.said().startswith("Time of “visit”: “next week”, tagged as Date")
    assert len(whole.session.project.steps()) == steps + 1
    assert proposed(whole) == [("DATE", "Thursday")]
    whole.do("undo")
    assert whole.labels() == [("CONSULT", "visit")]
    assert proposed(whole) == [("DATE", "Thursday"), ("DATE", "next week")]


def test_a_link_drawn_to_a_suggestion_takes_all_of_it(whole: Whole) -> None:
    proposed(whole)
    whole.tag("visit", "vc")
    reader, held = whole.window.pane.reader, CTRL | Qt.KeyboardModifier.AltModifier
    view = reader.viewport()
    whole.bot.mousePress(view, Qt.MouseButton.LeftButton, held, whole.at("visit"))
    for words in ("Ankara", "week"):
        whole.bot.mouseMove(view, whole.at(words))
    whole.bot.mouseRelease(view, Qt.MouseButton.LeftButton, held, whole.at("week"))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(a for a in menu.actions() if a.text() == "Time").trigger()
    menu.close()
    whole.settle()
    assert filled(whole) == [("Time", "DATE", "next week")]
    assert proposed(whole) == [("DATE", "Thursday")]


def test_tab_in_another_article_says_nothing_of_what_was_answered_before(whole: Whole) -> None:
    proposed(whole)
    reader, said = whole.window.pane.reader, list[str]()
    whole.key(TAB)
    whole.key(ENTER)
    whole.key(ENTER)
    whole.do("next_article")
    assert proposed(whole) == []
    reader.setFocus()
    whole.session.message.connect(said.append)
    whole.key(TAB)
    assert said == []
    assert QApplication.focusWidget() is not reader


def test_what_untagged_words_in_a_role_were_tagged_as_is_said_with_the_keys_to_change_it(whole: Whole) -> None:
    whole.tag("visit", "vc")
    whole.keys("c")
    whole.click("Ankara")
    whole.settle()
    assert filled(whole) == [("Participant", "PERSON", "Ankara")]
    assert whole.said().startswith("Participant of “visit”: “Ankara”, tagged as Person. Something else? Click it, then")
    assert "G Country or city" in whole.said()
    whole.click("Ankara")
    whole.keys("g")
    assert filled(whole) == [("Participant", "GPE", "Ankara")]


def test_words_in_a_role_take_the_label_they_have_in_another_article(whole: Whole) -> None:
    whole.do("next_article")
    whole.bot.waitUntil(lambda: "Nothing yet" in whole.page.text)
    whole.session.select_text((Span(13, 19),))
    whole.verbs.tag("GPE")
    whole.do("previous_article")
    proposed(whole)
    whole.tag("met", "vc")
    whole.keys("c")
    whole.click("Astana")
    whole.settle()
    assert filled(whole) == [("Participant", "GPE", "Astana")]


def _another_article(whole: Whole, text: str) -> None:
    session = whole.session
    assert session.project is not None
    with session.project.step("Article", kind="import") as step:
        step.put(Article(new_id(), text, "More", published="2018-04-21", position=2))
    session.open_article(session.project.articles.ids()[-1])
    whole.settle()


def test_a_suggested_event_that_is_told_as_planned_says_so_when_it_is_accepted_on_the_way(whole: Whole) -> None:
    first = whole.page.article.id
    _another_article(whole, "A visit was paid. The visit pleased them. After the visit, no visit was missed.")
    begin = whole.page.text.index("visit")
    whole.window.pane.reader.set_selection((Span(begin, begin + 5),))
    whole.verbs.tag("CONSULT", everywhere=True)
    whole.session.open_article(first)
    assert ("CONSULT", "visit") in proposed(whole)
    while current(whole) != "visit":
        whole.key(TAB)
    whole.key(ENTER)
    assert ("CONSULT", "visit") in whole.labels()
    assert whole.said() == ("Accepted “visit” as Consult. “visit” – modality: planned (“will”)? Select it to answer.")
    assert current(whole) == "next week"


def test_an_outlined_date_is_offered_as_the_time_of_an_event_beside_it(whole: Whole) -> None:
    proposed(whole)
    event = whole.tag("met", "vc")
    ghosts = {p.role: p.suggestion for p in whole.verbs.proposals}
    assert ghosts["Time"]
    whole.key(ENTER)
    page = whole.page
    [argument] = page.arguments_of(event.id)
    assert page.times[argument.filler_id].value == "2018-04-19"
    assert ("DATE", "Thursday") not in proposed(whole)
    whole.do("undo")
    assert set(whole.page.mentions) == {event.id}
    assert ("DATE", "Thursday") in proposed(whole)
    whole.session.select_mention(event.id)
    assert [p.role for p in whole.verbs.proposals] == ["Time"]


@pytest.fixture
def unknown(whole: Whole) -> Whole:
    """A window in which nobody yet knows what there is to propose; `wait_for(lambda: True)` lets it be found."""
    whole.window.suggesting.wait_for(lambda: False)
    return whole


def known(whole: Whole) -> list[tuple[str, str]]:
    whole.window.suggesting.wait_for(lambda: True)
    return proposed(whole)


def state_of(whole: Whole, article_id: str) -> State:
    assert whole.session.project is not None
    summaries = whole.session.project.articles.summaries(whole.page.annotator_id)
    return next(s.state for s in summaries if s.id == article_id)


def test_ctrl_enter_before_it_is_known_what_is_suggested_marks_nothing_done_unseen(unknown: Whole) -> None:
    """Straight after an article was opened the key was taken for: nothing is left here."""
    article = unknown.page.article.id
    unknown.do("next_article")
    unknown.do("previous_article")
    assert unknown.window.suggesting.is_looking
    unknown.do("done_next")
    assert known(unknown) == [("DATE", "Thursday"), ("DATE", "next week")]
    assert unknown.page.article.id == article
    assert unknown.labels() == []
    assert "2 are suggested here" in unknown.said()
    unknown.do("done_next")
    assert unknown.labels() == [("DATE", "Thursday"), ("DATE", "next week")]
    assert state_of(unknown, article) is State.STARTED


def test_ctrl_enter_too_early_is_made_good_where_nothing_is_suggested(unknown: Whole) -> None:
    unknown.do("next_article")
    article = unknown.page.article.id
    unknown.do("done_next")
    assert (unknown.page.article.id, state_of(unknown, article)) == (article, State.NEW)
    known(unknown)
    assert state_of(unknown, article) is State.DONE
    assert unknown.page.article.id != article


def test_an_edit_in_between_takes_an_early_ctrl_enter_back(unknown: Whole) -> None:
    unknown.do("next_article")
    article = unknown.page.article.id
    unknown.do("done_next")
    unknown.tag("Astana", "g")
    known(unknown)
    assert (unknown.page.article.id, state_of(unknown, article)) == (article, State.STARTED)


def test_what_is_not_done_was_not_left_untagged_on_purpose_nor_when_that_is_undone(
    whole: Whole, tmp_path: Path
) -> None:
    """Of twenty the first three were tagged: the others were outlined no more once the article was left."""
    (tmp_path / "many.txt").write_text("Envoys parleyed. " * 20, "utf-8")
    session = whole.session
    assert session.project is not None
    with session.project.sibling() as own:
        report = import_sources(own, [tmp_path / "many.txt"], ReadOptions())
    assert report.changes is not None
    session.broadcast(replace(report.changes, articles=None), "import")
    (article,) = report.changes.added[Kind.ARTICLE]
    session.open_article(article)
    for n in range(3):
        whole.window.pane.reader.set_selection([Span(17 * n + 7, 17 * n + 15)])
        whole.keys("vc")
        whole.key(Qt.Key.Key_Right)  # else the second time is a double tap

    def outlined_after_a_visit_elsewhere() -> int:
        whole.do("previous_article")
        session.open_article(article)
        return proposed(whole).count(("CONSULT", "parleyed"))

    assert outlined_after_a_visit_elsewhere() == 17
    whole.verbs.done_and_next()
    assert state_of(whole, article) is State.DONE
    assert outlined_after_a_visit_elsewhere() == 0
    whole.do("undo")
    assert state_of(whole, article) is State.STARTED
    assert outlined_after_a_visit_elsewhere() == 17
