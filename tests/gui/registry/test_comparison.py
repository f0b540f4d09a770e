"""What articles say of one happening, side by side."""

import re
from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from dateline.editing.registry import remove_thing
from dateline.editing.things import link_mentions
from dateline.gui.registry.comparison import ComparisonDialog
from dateline.gui.session import Session
from dateline.gui.theme import theme
from dateline.model.annotation import Argument, Layer, Mention, TimeValue
from dateline.model.article import Article
from dateline.model.changes import Kind
from dateline.model.registry import Happening
from dateline.model.text import Span
from dateline.model.when import when_from_value
from dateline.store.project import Project


@pytest.fixture
def dialog(session: Session, project: Project) -> Iterator[ComparisonDialog]:
    made = ComparisonDialog(session, theme("light"), "met")
    made.show()
    yield made
    if isValid(made):
        made.close()


def _rows(dialog: ComparisonDialog) -> dict[str, list[str]]:
    table = dialog.table
    found: dict[str, list[str]] = {}
    for row in range(table.rowCount()):
        head = table.verticalHeaderItem(row)
        cells = [table.item(row, column) for column in range(table.columnCount())]
        found[head.text() if head else ""] = [c.text() if c else "" for c in cells]
    return found


def _dated(project: Project, session: Session, event: str, day: str) -> None:
    article = project.annotations.records(Kind.MENTION, [event])[0].article_id
    assert session.annotator
    with project.step("Date") as step:
        mention = Mention(f"t-{event}", article, session.annotator.id, Layer.TIME, "DATE", (Span(1, 2),))
        step.put(mention)
        step.put(TimeValue(mention.id, day, when_from_value(day)))
        step.put(Argument(f"g-{event}", event, "Time", mention.id))
    session.broadcast(step.changes)


def test_each_report_has_a_column_and_each_field_a_row(dialog: ComparisonDialog, session: Session) -> None:
    rows = _rows(dialog)
    assert rows["Told as"] == ["took place", "announced"]
    assert rows["Sentence"][0] == "“Çavuşoğlu met Tokayev in Astana on Thursday.”"
    assert [dialog.table.horizontalHeaderItem(i).text() for i in range(2)] == ["2018-04-19", "2018-04-20"]
    dialog.table.cellActivated.emit(1, 1)
    assert session.mention_id == "v2"


def test_disagreement_is_marked_and_a_date_by_hand_is_said(
    dialog: ComparisonDialog, session: Session, project: Project, qtbot: QtBot
) -> None:
    _dated(project, session, "v1", "2018-04-19")
    _dated(project, session, "v2", "2018-04-25")  # planned after it took place
    qtbot.waitUntil(lambda: "Date  ≠" in _rows(dialog))
    assert _rows(dialog)["Date  ≠"] == ["19 Apr 2018", "25 Apr 2018"]
    assert dialog.story.text() == "19 Apr 2018 · took place → announced"
    assert list(_rows(dialog))[:3] == ["Article", "Date  ≠", "Sentence"]  # what is in dispute is read first
    with project.step("By hand") as step:
        step.put(Happening("met", "The meeting", "CONSULT", when_from_value("2018-04-25")))
    session.broadcast(step.changes)
    qtbot.waitUntil(lambda: "date set by hand" in dialog.story.text())


def test_a_date_by_hand_stands_against_what_the_reports_say(
    dialog: ComparisonDialog, session: Session, project: Project, qtbot: QtBot
) -> None:
    _dated(project, session, "v1", "2018-04-19")
    with project.step("By hand") as step:
        step.put(Happening("met", "The meeting", "CONSULT", when_from_value("2018-05-25")))
    session.broadcast(step.changes)
    qtbot.waitUntil(lambda: "25 May" in dialog.apart.text())
    assert re.sub("<[^>]*>", "", dialog.apart.text()) == "≠ Date: 25 May 2018, set by hand · 19 Apr 2018"
    assert _rows(dialog)["Date  ≠"] == ["19 Apr 2018", "—"]
    cells = [c for i in range(2) if (c := dialog.table.item(1, i))]
    assert [c.font().bold() for c in cells] == [True, False]
    assert cells[0].data(Qt.ItemDataRole.AccessibleDescriptionRole) == "differs from the date set by hand"
    with project.step("In an article that gives no date, before that day") as step:
        step.delete(Kind.ARGUMENT, "g-v1")
    session.broadcast(step.changes)
    qtbot.waitUntil(lambda: "19 Apr 2018" not in dialog.apart.text())
    said = "≠ Date: 25 May 2018, set by hand · took place (2018-04-19)"
    assert re.sub("<[^>]*>", "", dialog.apart.text()) == said


def test_an_article_without_a_title_is_called_by_words_that_say_they_go_on(
    session: Session, project: Project, qtbot: QtBot
) -> None:
    """Also in a project of an older program, which cut them without a word."""
    assert session.annotator
    text = "They met " + "and talked about trade and rails " * 8
    with project.step("Article") as step:
        step.put(Article("long", text, published="2025-03-10"))
        step.put(Happening("late", "The talks", "CONSULT"))
        who = session.annotator.id
        step.put(Mention("vl", "long", who, Layer.EVENT, "CONSULT", (Span(5, 8),), {}, None, "late"))
    project._conn.execute("UPDATE article SET name = substr(name, 1, 100) WHERE id = 'long'")
    dialog = ComparisonDialog(session, theme("light"), "late")
    qtbot.addWidget(dialog)
    assert _rows(dialog)["Article"] == [Article("long", text).name]
    assert _rows(dialog)["Article"][0].endswith("…")


def test_a_day_that_was_put_off_is_struck_through(
    dialog: ComparisonDialog, session: Session, project: Project, qtbot: QtBot
) -> None:
    assert session.annotator
    article = project.annotations.records(Kind.MENTION, ["v2"])[0].article_id
    says = {"modality": "planned"}
    with project.step("Planned") as step:
        (first,) = project.annotations.records(Kind.MENTION, ["v1"])
        step.put(replace(first, attributes=says))
        spans = (Span(26, 29),)
        step.put(Mention("v3", article, session.annotator.id, Layer.EVENT, "CONSULT", spans, says, None, "met"))
    for event, day in (("v1", "2018-04-25"), ("v2", "2018-04-25"), ("v3", "2018-05-02")):
        _dated(project, session, event, day)
    qtbot.waitUntil(lambda: _rows(dialog).get("Date") == ["25 Apr 2018", "25 Apr 2018", "2 May 2018"])
    table = dialog.table
    row = next(i for i in range(table.rowCount()) if (h := table.verticalHeaderItem(i)) and h.text() == "Date")
    cells = [c for i in range(3) if (c := table.item(row, i))]
    assert [c.font().strikeOut() for c in cells] == [False, True, False]
    assert cells[1].toolTip() == "25 Apr 2018: put off"
    assert dialog.story.text() == "2 May 2018 · announced → postponed"


def test_what_one_article_says_twice_stands_under_its_name(
    dialog: ComparisonDialog, session: Session, project: Project, qtbot: QtBot
) -> None:
    assert session.annotator
    table = dialog.table
    heads = [table.horizontalHeaderItem(i) for i in range(2)]
    assert [h.text() for h in heads if h] == ["2018-04-19", "2018-04-20"]
    article = project.annotations.records(Kind.MENTION, ["v2"])[0].article_id
    with project.step("Twice") as step:
        spans = (Span(26, 29),)
        says = {"modality": "planned"}
        step.put(Mention("v3", article, session.annotator.id, Layer.EVENT, "CONSULT", spans, says, None, "met"))
    session.broadcast(step.changes)
    qtbot.waitUntil(lambda: table.columnCount() == 3)
    heads = [table.horizontalHeaderItem(i) for i in range(3)]
    assert [h.text() for h in heads if h] == [
        "2018-04-19", "2018-04-20 · 1 of 2", "2018-04-20 · 2 of 2",
    ]  # fmt: skip
    assert [table.columnSpan(0, i) for i in range(2)] == [1, 2]
    assert _rows(dialog)["Told as"] == ["took place", "announced", "announced"]
    session.do(lambda: link_mentions(project, Kind.HAPPENING, None, ["v3"]))
    qtbot.waitUntil(lambda: table.columnCount() == 2)
    assert [table.columnSpan(0, i) for i in range(2)] == [1, 1]


def test_it_closes_with_its_happening(
    dialog: ComparisonDialog, session: Session, project: Project, qtbot: QtBot
) -> None:

    session.do(lambda: remove_thing(project, Kind.HAPPENING, "met"))
    qtbot.waitUntil(lambda: not isValid(dialog))


def test_a_day_given_up_in_the_same_article_stands_beside_the_new_one(
    session: Session, project: Project, qtbot: QtBot
) -> None:
    assert session.annotator
    text = "The visit, planned for 14 March, was postponed to 21 March."
    who, times = session.annotator.id, (("14 March", "2025-03-14"), ("21 March", "2025-03-21"))
    with project.step("Article") as step:
        step.put(Article("moved", text, "Put off", published="2025-03-10"))
        step.put(Happening("late", "The visit", "CONSULT"))
        planned = {"modality": "planned"}
        step.put(Mention("vm", "moved", who, Layer.EVENT, "CONSULT", (Span(4, 9),), planned, None, "late"))
        for words, value in times:
            at = Span(text.index(words), text.index(words) + len(words))
            step.put(Mention(value, "moved", who, Layer.TIME, "DATE", (at,)))
            step.put(TimeValue(value, value, when_from_value(value)))
            step.put(Argument(f"g-{value}", "vm", "Time", value))
    session.broadcast(step.changes)
    dialog = ComparisonDialog(session, theme("light"), "late")
    qtbot.addWidget(dialog)
    assert _rows(dialog)["Date"] == ["21 Mar 2025, instead of 14 Mar 2025"]
    assert dialog.story.text() == "21 Mar 2025 · announced for 14 Mar 2025 → postponed"
    with project.step("Others") as step:
        for name, published, says in (("early", "2025-03-09", {}), ("again", "2025-03-12", planned)):
            step.put(Article(name, "The visit lasts a day.", name, published=published))
            event = (Span(4, 9),)
            step.put(Mention(f"v-{name}", name, who, Layer.EVENT, "CONSULT", event, says, None, "late"))
    session.broadcast(step.changes)
    _dated(project, session, "v-early", "2025-03-28")
    _dated(project, session, "v-again", "2025-03-21")
    qtbot.waitUntil(lambda: "28 Mar" in dialog.apart.text())
    assert re.sub("<[^>]*>", "", dialog.apart.text()) == "≠ Date: 28 Mar 2025 · 21 Mar 2025 (2 reports)"


def test_what_reports_disagree_about_is_in_view_however_many_there_are(
    dialog: ComparisonDialog, session: Session, project: Project, qtbot: QtBot
) -> None:
    assert session.annotator
    assert not dialog.apart.isVisible()
    text = "They <met>."
    with project.step("More") as step:
        for n in range(8):
            step.put(Article(f"more{n}", text, f"Report {n}", published="2018-05-01"))
            spans = (Span(6, 9),)
            step.put(Mention(f"w{n}", f"more{n}", session.annotator.id, Layer.EVENT, "CONSULT", spans, {}, None, "met"))
    session.broadcast(step.changes)
    _dated(project, session, "v1", "2018-04-19")
    _dated(project, session, "v2", "2018-04-25")
    for n in range(8):
        _dated(project, session, f"w{n}", "2018-04-25")
    qtbot.waitUntil(lambda: "25 Apr" in dialog.apart.text())
    assert re.sub("<[^>]*>", "", dialog.apart.text()) == "≠ Date: 19 Apr 2018 · 25 Apr 2018 (9 reports)"
    dialog.apart.linkActivated.emit("1 9")
    assert session.mention_id == "w7"
    assert (dialog.table.currentRow(), dialog.table.currentColumn()) == (1, 9)


def test_one_that_is_gone_hears_of_nothing_any_more(session: Session, project: Project, qtbot: QtBot) -> None:
    gone = ComparisonDialog(session, theme("light"), "met")
    gone.close()
    qtbot.waitUntil(lambda: not isValid(gone))
    session.annotator_changed.emit(session.annotator)
    with project.step("Rename") as step:
        step.put(replace(project.registry.happening("met"), name="Other"))
    session.broadcast(step.changes)
