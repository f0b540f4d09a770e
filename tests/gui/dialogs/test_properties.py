import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from dateline.editing.articles import ensure_annotator
from dateline.editing.redating import Redating
from dateline.editing.tagging import tag
from dateline.editing.times import set_date
from dateline.gui.dialogs import properties
from dateline.gui.dialogs.properties import PropertiesDialog
from dateline.gui.session import Session
from dateline.gui.theme import theme
from dateline.gui.theme_style import style_sheet
from dateline.model.article import Article
from dateline.model.ids import new_id
from dateline.model.text import Span
from dateline.store.project import Project

TEXT = "Ministers met in Ankara on Thursday and meet again on May 14."


@pytest.fixture
def dated(empty: Session) -> Session:
    """An article of 19 April 2018 with two dates by rule."""
    project = empty.project
    assert project is not None
    article = Article(new_id(), TEXT, "Talks", "2018-04-19", meta={"desk": "world"}, origin="talks.txt")
    with project.step("Article") as step:
        step.put(article)
    assert empty.open_article(article.id)
    label = empty.schema.by_name["DATE"]
    for words in ("Thursday", "May 14"):
        at = TEXT.index(words)
        page = empty.page
        assert page is not None
        empty.do(lambda p=page, a=at, w=words: tag(project, p, [Span(a, a + len(w))], label))
    return empty


def opened(session: Session, window: QWidget) -> PropertiesDialog:
    dialog = PropertiesDialog(session, window)
    dialog.open()
    return dialog


def rows(dialog: PropertiesDialog) -> list[list[str]]:
    dialog.dates_later.hurry()
    items = [dialog.dates.topLevelItem(i) for i in range(dialog.dates.topLevelItemCount())]
    columns = [c for c in range(4) if not dialog.dates.isColumnHidden(c)]
    return [[item.text(c) for c in columns] for item in items if item]


def test_a_new_day_of_publication_lists_the_dates_that_change(dated: Session, window: QWidget) -> None:
    dialog = opened(dated, window)
    assert not dialog.dates.isVisible()
    dialog.fields["published"].setText("27 April 2018")
    assert rows(dialog) == [["Thursday", "2018-04-19", "2018-04-26"]]
    assert dialog.caption.text() == "1 date found by rule changes with it:"
    said: list[str] = []
    dated.message.connect(said.append)
    dialog.apply.click()
    assert said == ["Properties of “Talks”: published 2018-04-19 → 2018-04-27, 1 date counted anew"]
    page = dated.page
    assert page is not None
    assert page.article.published == "2018-04-27"
    assert sorted(v.value for v in page.times.values()) == ["2018-04-26", "2018-05-14"]
    dated.undo()
    assert dated.page is not None
    assert dated.page.article.published == "2018-04-19"
    assert sorted(v.value for v in dated.page.times.values()) == ["2018-04-19", "2018-05-14"]


def test_a_word_typed_reads_the_dates_once_and_a_date_that_is_none_never(
    dated: Session, window: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    real = properties.redating_as

    def counted(project: Project, old: Article, new: Article) -> Redating:
        asked.append(new.language)
        return real(project, old, new)

    monkeypatch.setattr(properties, "redating_as", counted)
    dialog = opened(dated, window)
    for letters in ("d", "de", "deu"):
        dialog.fields["language"].setText(letters)
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == ["deu"]
    dialog.fields["language"].setText("en")
    dialog.fields["published"].setText("2018-02-30")
    assert not dialog.dates_later.waiting


def test_dates_set_by_hand_stay_and_are_told_of(dated: Session, window: QWidget) -> None:
    project, page = dated.project, dated.page
    assert project is not None
    assert page is not None
    thursday = next(m.id for m in page.mentions.values() if m.text_of(page.text) == "Thursday")
    dated.do(lambda: set_date(project, page, thursday, "2018-04-12"))
    dialog = opened(dated, window)
    dialog.fields["published"].setText("2018-04-27")
    assert rows(dialog) == []
    assert dialog.caption.isVisible()
    assert dialog.caption.text() == "No date found by rule changes with it; 1 date set by hand stays."
    dialog.fields["published"].setText("2020-04-27")
    assert rows(dialog) == [["May 14", "2018-05-14", "2020-05-14"]]
    assert dialog.caption.text() == "1 date found by rule changes with it; 1 date set by hand stays:"
    dialog.apply.click()
    assert dated.page is not None
    assert sorted(v.value for v in dated.page.times.values()) == ["2018-04-12", "2020-05-14"]


def test_another_annotators_dates_are_listed_and_changed_too(dated: Session, window: QWidget) -> None:
    project, page = dated.project, dated.page
    assert project is not None
    assert page is not None
    other, _ = ensure_annotator(project, "Second reader")
    at = TEXT.index("Thursday")
    theirs = project.annotations.page(page.article.id, other.id)
    tag(project, theirs, [Span(at, at + 8)], dated.schema.by_name["DATE"])
    dialog = opened(dated, window)
    dialog.fields["published"].setText("2018-04-27")
    assert [(row[0], row[2]) for row in rows(dialog)] == [("Thursday", "2018-04-26")] * 2
    assert {row[3] for row in rows(dialog)} == {"Second reader", *(a.name for a in project.annotations.annotators())}
    dialog.apply.click()
    theirs = project.annotations.page(page.article.id, other.id)
    assert [v.value for v in theirs.times.values()] == ["2018-04-26"]


def test_another_language_lists_what_reads_otherwise(empty: Session, window: QWidget) -> None:
    text = "Bakanlar perşembe günü Ankara'da görüştü."
    article = Article(new_id(), text, "Görüşme", "2018-04-20", language="en")
    assert empty.project is not None
    with empty.project.step("Article") as step:
        step.put(article)
    assert empty.open_article(article.id)
    project, page, at = empty.project, empty.page, text.index("perşembe")
    assert page is not None
    empty.do(lambda: tag(project, page, [Span(at, at + len("perşembe günü"))], empty.schema.by_name["DATE"]))
    dialog = opened(empty, window)
    dialog.fields["language"].setText("tr")
    assert rows(dialog) == [["perşembe günü", "—", "2018-04-19"]]
    dialog.apply.click()
    assert empty.page is not None
    assert [v.value for v in empty.page.times.values()] == ["2018-04-19"]


def test_a_date_that_is_none_is_named_while_typing(dated: Session, window: QWidget) -> None:
    dialog = opened(dated, window)
    dialog.fields["published"].setText("2018-02-30")
    assert "not a date on the calendar" in dialog.problem.text()
    assert not dialog.apply.isEnabled()
    dialog.fields["published"].setText("Feb 28, 2018")
    dialog.fields["published"].editingFinished.emit()
    assert dialog.fields["published"].text() == "2018-02-28"
    dialog.fields["published"].setText("28 Şubat 2018")
    dialog.fields["published"].editingFinished.emit()
    assert dialog.fields["published"].text() == "2018-02-28"
    assert dialog.apply.isEnabled()


def test_everything_known_is_changed_in_one_step(dated: Session, window: QWidget) -> None:
    dialog = opened(dated, window)
    for name, text in {"title": "Other", "source": "Wire", "url": "https://example.org", "language": "en"}.items():
        dialog.fields[name].setText(f" {text} ")
    dialog.note.setPlainText("seen")
    dialog.apply.click()
    assert dated.page is not None
    article = dated.page.article
    found = (article.title, article.source, article.url, article.language, article.note, article.text)
    assert found == ("Other", "Wire", "https://example.org", "en", "seen", TEXT)
    dated.undo()
    assert dated.page.article.title == "Talks"


def test_cancelling_changes_nothing(dated: Session, window: QWidget) -> None:
    dialog = opened(dated, window)
    dialog.fields["title"].setText("Other")
    dialog.reject()
    assert dated.page is not None
    assert dated.page.article.title == "Talks"


def test_while_a_long_job_runs_it_only_shows(dated: Session, window: QWidget) -> None:
    dated.locked = True
    dialog = opened(dated, window)
    assert dialog.fields["title"].isReadOnly()
    assert not dialog.apply.isVisible()


@pytest.mark.parametrize(("there", "shown"), [(True, "newer version: Talks (2018-04-20)"), (False, "")])
def test_the_newer_version_is_called_by_its_title_and_date(
    dated: Session, window: QWidget, there: bool, shown: str
) -> None:
    project, page = dated.project, dated.page
    assert project is not None
    assert page is not None
    newer = Article(new_id(), TEXT + " So they said.", "Talks", "2018-04-20")
    with project.step("Newer") as step:
        if there:
            step.put(newer)
        step.put(replace(page.article, meta={"newer_version": newer.id}))
    assert dated.open_article(page.article.id, again=True)
    texts = [label.text() for label in opened(dated, window).findChildren(QLabel)]
    assert not any(newer.id in text for text in texts)
    assert any(shown in text for text in texts)


def test_columns_are_changed_added_and_taken_away_in_one_step(dated: Session, window: QWidget) -> None:
    project, page = dated.project, dated.page
    assert project is not None
    assert page is not None
    meta = {"desk": "world", "author": "Ada", "_view_id": "ner"}
    with project.step("Columns") as step:
        step.put(replace(page.article, meta=meta))
    assert dated.open_article(page.article.id, again=True)
    dialog = opened(dated, window)
    assert dialog.columns.rows() == [("desk", "world"), ("author", "Ada")]
    dialog.columns.set_cell(0, 1, "home")
    dialog.columns.set_cell(1, 1, "")
    dialog.columns.add.click()
    dialog.columns.set_cell(2, 0, "title")
    assert dialog.problem.text() == "title is no further column: it has a field of its own here."
    assert not dialog.apply.isEnabled()
    dialog.columns.set_cell(2, 0, "rubric")
    dialog.columns.set_cell(2, 1, "Talks")
    dialog.apply.click()
    assert dated.page is not None
    assert dated.page.article.meta == {"desk": "home", "rubric": "Talks", "_view_id": "ner"}
    dated.undo()
    assert dated.page.article.meta == meta


ODD = {" author ": "x", "author": " y\n", "": "v", "source": "Reuters feed 3", "empty": "", "newer_version": "n"}


@pytest.fixture
def odd(dated: Session) -> Session:
    """An article as files bring them: white space at edges, columns called as fields or not at all."""
    project, page = dated.project, dated.page
    assert project is not None
    assert page is not None
    note = "seen\u00a0twice \r\n"
    article = replace(page.article, title=" Talks\n", source="A\u00a0B ", url="\t", note=note, meta=ODD)
    with project.step("As it came") as step:
        step.put(article)
    assert dated.open_article(article.id, again=True)
    return dated


def test_applying_without_a_change_makes_no_step(odd: Session, window: QWidget) -> None:
    project, page = odd.project, odd.page
    assert project is not None
    assert page is not None
    steps, before = project.next_undo(), page.article
    dialog = opened(odd, window)
    for field in dialog.fields.values():
        field.editingFinished.emit()
    assert dialog.problem.text() == ""
    dialog.apply.click()
    assert not dialog.isVisible()
    assert project.next_undo() == steps
    assert project.articles.get(before.id) == before


@pytest.mark.parametrize(
    "said",
    [
        {"published": "2018-04-27"},
        {"title": "Other"},
        {"source": "B"},
        {"url": "https://example.org"},
        {"language": "en"},
        {"note": "read"},
    ],
)
def test_what_nobody_touched_stays_as_it_came(odd: Session, window: QWidget, said: dict[str, str]) -> None:
    assert odd.page is not None
    before = odd.page.article
    dialog = opened(odd, window)
    for name, text in said.items():
        if name == "note":
            dialog.note.setPlainText(text)
        else:
            dialog.fields[name].setText(text)
    assert dialog.problem.text() == ""
    assert dialog.apply.isEnabled()
    dialog.apply.click()
    assert odd.page.article == replace(before, **said)


def test_beside_columns_with_odd_names_others_are_changed_and_added(odd: Session, window: QWidget) -> None:
    dialog = opened(odd, window)
    table = dialog.columns
    assert table.rows() == [("author", "x"), ("author", "y"), ("", "v"), ("source", "Reuters feed 3")]
    table.table.setCurrentCell(1, 0)
    table.remove.click()
    table.set_cell(2, 1, "Reuters feed 4")
    table.add.click()
    table.set_cell(3, 0, "author")
    table.set_cell(3, 1, "Ada")
    assert dialog.problem.text() == "The column author is there twice."
    table.set_cell(3, 0, "byline")
    dialog.apply.click()
    assert odd.page is not None
    kept = {name: value for name, value in ODD.items() if name != "author"}
    assert odd.page.article.meta == kept | {"source": "Reuters feed 4", "byline": "Ada"}


def test_a_cell_that_is_opened_and_left_stays_as_it_was(odd: Session, window: QWidget, qtbot: QtBot) -> None:
    assert odd.page is not None
    meta = odd.page.article.meta
    dialog = opened(odd, window)
    table = dialog.columns.table
    for row in range(table.rowCount()):
        for column in (0, 1):
            table.setCurrentCell(row, column)
            table.editItem(table.item(row, column))
            editor = table.findChild(QLineEdit)
            assert isinstance(editor, QLineEdit)
            qtbot.keyClick(editor, Qt.Key.Key_Return)
            qtbot.waitUntil(lambda: table.findChild(QLineEdit) is None)
    dialog.apply.click()
    assert odd.page.article.meta == meta


def test_columns_are_only_shown_while_a_long_job_runs(dated: Session, window: QWidget) -> None:
    dated.locked = True
    table = opened(dated, window).columns
    assert table.table.editTriggers() == table.table.EditTrigger.NoEditTriggers
    assert not table.add.isVisible()
    assert table.rows() == [("desk", "world")]


def test_the_keys_go_through_the_columns_and_on(dated: Session, window: QWidget, qtbot: QtBot) -> None:
    dialog = opened(dated, window)
    qtbot.waitUntil(dialog.isVisible)
    table = dialog.columns.table
    dialog.note.setFocus()
    met: list[QWidget | None] = []
    for _ in range(4):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        met.append(dialog.focusWidget())
    assert met[:3] == [dialog.columns.add, dialog.columns.remove, table]
    assert met[3] not in {table, *table.findChildren(QWidget)}, "Tab stays in the table"


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_the_cell_that_typing_would_change_is_seen(dated: Session, window: QWidget, qtbot: QtBot, name: str) -> None:
    dialog = opened(dated, window)
    dialog.setStyleSheet(style_sheet(theme(name)))
    qtbot.waitUntil(dialog.isVisible)
    table = dialog.columns.table
    dialog.activateWindow()
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    pictures = []
    for column in (0, 1):
        table.setCurrentCell(0, column)
        pictures.append(table.grab().toImage())
    assert pictures[0] != pictures[1]


def test_enter_on_the_button_that_adds_a_column_adds_one(dated: Session, window: QWidget, qtbot: QtBot) -> None:
    dialog = opened(dated, window)
    qtbot.waitUntil(dialog.isVisible)
    dialog.columns.add.setFocus()
    qtbot.keyClick(dialog.columns.add, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.columns.table.rowCount() == 2


def test_the_name_of_a_column_is_completed_with_those_of_other_articles(dated: Session, window: QWidget) -> None:
    project = dated.project
    assert project is not None
    with project.step("Others") as step:
        step.put(Article(new_id(), "x", meta={"byline": "Bo", "_view_id": "ner"}))
    table = opened(dated, window).columns
    table.add.click()
    editor = table.table.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    completer = editor.completer()
    model = completer.model()
    assert [model.index(n, 0).data() for n in range(model.rowCount())] == ["byline", "desk"]
    completer.setCompletionPrefix("BY")
    assert completer.currentCompletion() == "byline"
