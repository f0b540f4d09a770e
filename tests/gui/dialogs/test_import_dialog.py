import json
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QComboBox, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from dateline.editing.preview import ImportPreview, LabelFound
from dateline.editing.relabelling import LEFT_OUT
from dateline.editing.unknown_roles import RoleFound
from dateline.exchange.formats import all_formats
from dateline.exchange.formats.table.preview import TablePreview
from dateline.gui.dialogs.columns import ColumnsDialog
from dateline.gui.dialogs.import_dialog import ImportDialog
from dateline.gui.dialogs.import_preview import PreviewPage
from dateline.gui.dialogs.kept_choices import AS_IT_IS
from dateline.gui.dialogs.reading_question import ReadingQuestion
from dateline.gui.session import Session
from dateline.gui.tasks import Tasks
from dateline.gui.theme import theme
from dateline.gui.theme_style import style_sheet
from dateline.model.annotation import Layer
from dateline.model.changes import Changes
from dateline.model.schema import Schema


def opened(
    session: Session, tasks: Tasks, window: QWidget, folder: Path, sources: list[Path] | None = None
) -> ImportDialog:
    dialog = ImportDialog(session, tasks, folder, sources or [], window)
    dialog.open()
    return dialog


def run(qtbot: QtBot, dialog: ImportDialog, press: str = "start") -> None:
    getattr(dialog, press).click()
    qtbot.waitUntil(lambda: not dialog.work.running, timeout=10_000)


def texts(folder: Path) -> Path:
    made = folder / "texts"
    made.mkdir()
    (made / "one.txt").write_text("Ministers met in Ankara on Thursday.", encoding="utf-8")
    (made / "two.txt").write_bytes("Dışişleri Bakanı Çavuşoğlu görüştü.".encode("cp1254"))
    (made / "three.txt").write_text("Ministers met in Ankara on Thursday.", encoding="utf-8")
    return made


def spans(folder: Path, label: str, end: int = 9) -> Path:
    path = folder / "spans.jsonl"
    line = {"text": "Ministers met.", "spans": [{"start": 0, "end": end, "label": label}]}
    path.write_text(json.dumps(line) + "\n" + json.dumps({"text": "Nobody came.", "spans": []}) + "\n")
    return path


def test_a_folder_comes_in_with_defaults_and_what_is_worth_knowing_is_told(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(empty, tasks, window, tmp_path, [texts(tmp_path)])
    dialog.form.fields["published"].setText("19 April 2018")
    dialog.form.fields["source"].setText("Wire")
    heard: list[Changes] = []
    empty.changed.connect(lambda changes, _: heard.append(changes))
    run(qtbot, dialog)
    assert dialog.outcome.title.text() == "2 articles imported"
    listed = "\n".join(dialog.outcome.lines())
    assert "not UTF-8" in listed
    assert "same text" in listed
    assert [c.articles for c in heard] == [None]
    assert empty.page is not None
    assert (empty.page.article.published, empty.page.article.source) == ("2018-04-19", "Wire")
    assert not empty.locked
    assert not dialog.back.isVisible()
    empty.undo()
    assert empty.project is not None
    assert empty.project.articles.count() == 0


def test_the_same_folder_again_brings_nothing_new(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = texts(tmp_path)
    run(qtbot, opened(empty, tasks, window, tmp_path, [folder]))
    again = opened(empty, tasks, window, tmp_path, [folder])
    run(qtbot, again)
    assert again.outcome.title.text() == "Nothing new was found"
    assert empty.project is not None
    assert empty.project.articles.count() == 2


def test_the_fields_of_both_parts_begin_at_one_edge(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    window.setStyleSheet(style_sheet(theme("light")))
    dialog = opened(empty, tasks, window, tmp_path, [])
    qtbot.waitUntil(dialog.isVisible)
    form = dialog.form
    fields = (form.format, form.encoding, form.nearly, form.annotator, *form.fields.values())
    assert len({field.mapTo(dialog, QPoint()).x() for field in fields}) == 1


def test_enter_presses_the_button_that_has_the_focus(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(empty, tasks, window, tmp_path, [])
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(texts(tmp_path) / "one.txt")], ""))
    dialog.form.add_files.setFocus()
    qtbot.keyClick(dialog.form.add_files, Qt.Key.Key_Return)
    assert [p.name for p in dialog.form.sources.paths] == ["one.txt"]
    assert dialog.pages.currentWidget() is dialog.form
    dialog.form.fields["source"].setFocus()
    qtbot.keyClick(dialog.form.fields["source"], Qt.Key.Key_Return)
    assert dialog.pages.currentWidget() is not dialog.form
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.outcome)


def test_a_date_that_is_none_is_named_before_anything_runs(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path
) -> None:
    dialog = opened(empty, tasks, window, tmp_path, [texts(tmp_path)])
    assert dialog.start.isEnabled()
    dialog.form.fields["published"].setText("31.02.2018")
    assert not dialog.start.isEnabled()
    assert "not a date on the calendar" in dialog.problem.text()
    dialog.form.fields["published"].setText("5/4/2018")
    assert "two ways" in dialog.problem.text()
    dialog.form.fields["published"].setText("13/4/2018")
    assert dialog.start.isEnabled()
    dialog.form.fields["published"].editingFinished.emit()
    assert dialog.form.fields["published"].text() == "2018-04-13"


def test_encodings_and_tables_that_are_not_there_are_named(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path
) -> None:
    dialog = opened(empty, tasks, window, tmp_path, [texts(tmp_path)])
    dialog.form.encoding.setEditText("klingon")
    assert "klingon" in dialog.problem.text()
    dialog.form.encoding.setCurrentIndex(0)
    assert dialog.start.isEnabled()
    dialog.form.table.set_path(tmp_path / "gone.tsv")
    assert "gone.tsv" in dialog.problem.text()


def test_nothing_to_import_cannot_be_started(empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path) -> None:
    dialog = opened(empty, tasks, window, tmp_path)
    assert not dialog.start.isEnabled()
    assert not dialog.problem.isVisible()


def test_files_dropped_on_the_dialog_are_listed_once(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path
) -> None:
    folder = texts(tmp_path)
    dialog = opened(empty, tasks, window, tmp_path, [folder])
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(p)) for p in (folder, folder / "one.txt")] + [QUrl("https://example.org/a")])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    dialog.dropEvent(event)
    assert dialog.form.sources.paths == [folder, folder / "one.txt"]
    dialog.form.sources.selectAll()
    dialog.form.remove.click()
    assert dialog.form.sources.paths == []


def test_the_choosers_add_to_the_list(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = texts(tmp_path)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(folder / "one.txt")], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    dialog = opened(empty, tasks, window, tmp_path)
    dialog.form.add_files.click()
    dialog.form.add_folder.click()
    assert dialog.form.sources.paths == [folder / "one.txt", folder]
    assert "*.txt" in dialog.form.filters


def test_choosers_begin_where_the_last_one_was_used(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, begun, used = texts(tmp_path), [], []

    def choose(_: object, __: str, begin: str, ___: str) -> tuple[list[str], str]:
        begun.append(begin)
        return ([str(folder / "one.txt")] if len(begun) == 2 else []), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose)
    dialog = opened(empty, tasks, window, tmp_path)
    dialog.folder_used.connect(used.append)
    for _ in range(3):
        dialog.form.add_files.click()
    assert begun == [str(tmp_path), str(tmp_path), str(folder)]
    assert used == [folder], "given up is not used"


def test_unknown_labels_are_shown_and_added(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(empty, tasks, window, tmp_path, [spans(tmp_path, "DRAGON")])
    run(qtbot, dialog)
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.preview)
    assert dialog.preview.title.text() == "2 new articles, 1 annotation"
    row = [dialog.preview.labels.item(0, c).text() for c in range(3)]  # type: ignore[union-attr]
    assert row == ["DRAGON", "1", "Ministers"]
    assert empty.project is not None
    assert empty.project.articles.count() == 0
    run(qtbot, dialog, "go_on")
    assert dialog.outcome.title.text() == "2 articles imported"
    assert "DRAGON" in dialog.outcome.text.text()
    assert "DRAGON" in empty.schema.by_name


def test_a_label_is_taken_for_one_that_is_here(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(empty, tasks, window, tmp_path, [spans(tmp_path, "PER")])
    run(qtbot, dialog, "look")
    choice = dialog.preview.labels.findChild(QComboBox)
    assert isinstance(choice, QComboBox)
    assert choice.currentText() == "Person (PERSON)"  # as is proposed
    assert dialog.go_on.isDefault()
    run(qtbot, dialog, "go_on")
    assert empty.project is not None
    assert [m.label for b in empty.project.annotations.bundles() for m in b.annotations.mentions] == ["PERSON"]
    assert "PER" not in empty.schema.by_name


def _choose(dialog: ImportDialog, label: str, data: str) -> None:
    (choice,) = (c for c in dialog.preview.labels.findChildren(QComboBox) if label in c.accessibleName())
    choice.setCurrentIndex(choice.findData(data))


@pytest.mark.parametrize("last", ["look", "start"])
def test_what_labels_become_stays_chosen_when_going_back_and_changing_something_else(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot, last: str
) -> None:
    source = tmp_path / "spans.jsonl"
    found = [{"start": 0, "end": 6, "label": "Ort"}, {"start": 11, "end": 17, "label": "PER"}]
    source.write_text(json.dumps({"text": "Ankara and Astana.", "spans": found}), encoding="utf-8")
    dialog = opened(empty, tasks, window, tmp_path, [source])
    run(qtbot, dialog, "look")
    _choose(dialog, "Ort", "GPE")
    _choose(dialog, "PER", "ORG")
    for nearly in (2, 0):
        dialog.back.click()
        dialog.form.nearly.setCurrentIndex(nearly)
        run(qtbot, dialog, last if nearly == 0 else "look")
    if last == "look":
        assert dialog.preview.mapping() == {"Ort": "GPE", "PER": "ORG"}
        run(qtbot, dialog, "go_on")
    assert dialog.outcome.title.text() == "1 article imported"
    assert empty.project is not None
    (bundle,) = empty.project.annotations.bundles()
    assert [m.label for m in bundle.annotations.mentions] == ["GPE", "ORG"]
    assert "Ort" not in empty.schema.by_name


def test_preview_and_import_have_keys_that_no_field_has(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path
) -> None:
    dialog = opened(empty, tasks, window, tmp_path, [spans(tmp_path, "PERSON")])
    texts = [w.text() for w in dialog.form.findChildren(QWidget) if isinstance(w, QLabel | QAbstractButton)]
    keys = [t[t.index("&") + 1].casefold() for t in texts if "&" in t]
    own = [b.text()[b.text().index("&") + 1].casefold() for b in (dialog.look, dialog.start)]
    assert not set(own) & set(keys)
    assert len(set(own)) == 2


def test_a_preview_counts_what_is_wrong_and_the_rest_can_be_taken(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(empty, tasks, window, tmp_path, [spans(tmp_path, "PERSON", end=99)])
    run(qtbot, dialog, "look")
    assert dialog.preview.title.text() == "1 new article"
    assert dialog.preview.problems.topLevelItemCount() == 1
    assert dialog.go_on.text() == "&Import the rest"
    dialog.back.click()
    assert dialog.pages.currentWidget() is dialog.form
    run(qtbot, dialog, "look")
    run(qtbot, dialog, "go_on")
    assert dialog.outcome.title.text() == "1 article imported"


def test_short_cells_of_the_first_rows_are_not_cut_off(window: QWidget) -> None:
    rows = tuple((f"{n}", "Ministers met again and again. " * 9, f"2019-03-0{n}", "Almer Post") for n in range(1, 6))
    table = TablePreview(("no", "text", "day", "paper"), {"text": "text"}, rows)
    window.show()
    dialog = ColumnsDialog(Path("list.xlsx"), table, window)
    dialog.open()
    shown = dialog.rows
    for column in (0, 2, 3):
        assert shown.columnWidth(column) >= shown.sizeHintForColumn(column)
    assert shown.horizontalHeader().length() <= shown.viewport().width()
    last = shown.visualItemRect(shown.item(4, 0))  # type: ignore[arg-type]
    assert last.bottom() <= shown.viewport().height()


def test_an_encoding_that_was_guessed_is_said_beside_the_columns(window: QWidget) -> None:
    table = TablePreview(("text",), {"text": "text"}, (("Визит",),), "cp1251")
    for told, said in ((table, True), (replace(table, guessed=""), False)):
        dialog = ColumnsDialog(Path("list.csv"), told, window)
        assert any("Read as cp1251" in label.text() for label in dialog.findChildren(QLabel)) is said


def test_how_a_table_writes_dates_is_asked_for_and_remembered(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("text,date\nMinisters met.,03/04/2019\n", encoding="utf-8")
    dialog = opened(empty, tasks, window, tmp_path, [path])
    dialog.form.columns.click()
    asked = dialog.findChild(ColumnsDialog)
    assert asked is not None
    asked.dates.setCurrentIndex(asked.dates.findData("day-first"))
    asked.ok.click()
    run(qtbot, dialog)
    assert empty.page is not None
    assert empty.page.article.published == "2019-04-03"
    again = opened(empty, tasks, window, tmp_path, [path])
    assert said_of_tables(again)["dates"] == "day-first"


def test_columns_are_asked_for_and_remembered(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("was,wann\nMinisters met.,2019-03-04\n", encoding="utf-8")
    window.show()
    dialog = opened(empty, tasks, window, tmp_path, [path])
    assert dialog.form.columns.isVisible()
    dialog.form.columns.click()
    asked = dialog.findChild(ColumnsDialog)
    assert asked is not None
    assert not asked.ok.isEnabled()
    assert "holds the text" in asked.problem.text()
    assert asked.rows.item(0, 0).text() == "Ministers met."  # type: ignore[union-attr]
    for field, column in (("text", "was"), ("published", "wann")):
        asked.fields[field].setCurrentText(column)
    asked.ok.click()
    run(qtbot, dialog)
    assert dialog.outcome.title.text() == "1 article imported"
    assert empty.page is not None
    assert empty.page.article.published == "2019-03-04"
    again = opened(empty, tasks, window, tmp_path, [path])
    assert said_of_tables(again) == {"column.text": "was", "column.published": "wann"} | {
        f"column.{field}": "" for field in ("title", "source", "url", "language", "note")
    }
    again.form.sources.selectAll()
    again.form.remove.click()
    assert not again.form.columns.isVisible()
    assert said_of_tables(again) == {}


def test_a_newer_version_takes_the_annotations_over(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    words = " ".join(f"word{n}" for n in range(60))
    line = {"text": f"Ada came. {words}", "spans": [{"start": 0, "end": 3, "label": "PERSON"}]}
    (tmp_path / "old.jsonl").write_text(json.dumps(line))
    (tmp_path / "new.txt").write_text(f"Update. Ada came. {words}")
    run(qtbot, opened(empty, tasks, window, tmp_path, [tmp_path / "old.jsonl"]))
    dialog = opened(empty, tasks, window, tmp_path, [tmp_path / "new.txt"])
    dialog.form.nearly.setCurrentIndex(2)
    run(qtbot, dialog)
    assert "1 annotation is carried over" in dialog.outcome.text.text()
    assert "newer version" in "\n".join(dialog.outcome.lines())


def test_bad_records_stop_everything_until_the_rest_is_asked_for(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(empty, tasks, window, tmp_path, [spans(tmp_path, "PERSON", end=99)])
    run(qtbot, dialog)
    assert dialog.outcome.title.text() == "Nothing was imported"
    assert "line 1" in dialog.outcome.lines()[0]
    dialog.outcome.copy.click()
    assert "line 1" in QGuiApplication.clipboard().text()
    assert empty.project is not None
    assert empty.project.articles.count() == 0
    run(qtbot, dialog, "rest")
    assert "left out" in dialog.outcome.text.text()
    assert empty.project.articles.count() == 1


def test_where_nothing_would_be_left_no_rest_is_offered(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    bad = [tmp_path / "empty.jsonl", tmp_path / "picture.png"]
    bad[0].touch()
    bad[1].write_bytes(b"\x89PNG\r\n")
    dialog = opened(empty, tasks, window, tmp_path, bad)
    run(qtbot, dialog)
    assert (dialog.outcome.title.text(), len(dialog.outcome.lines())) == ("Nothing was imported", 2)
    assert (dialog.rest.isVisible(), "rest" in dialog.outcome.text.text()) == (False, False)
    dialog.back.click()
    dialog.form.sources.add([texts(tmp_path)])
    run(qtbot, dialog)
    assert (dialog.rest.isVisible(), "rest" in dialog.outcome.text.text()) == (True, True)


def test_the_rest_with_new_labels_comes_in_after_both_questions(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "mixed.jsonl"
    bad = {"text": "Too short.", "spans": [{"start": 0, "end": 99, "label": "PERSON"}]}
    new = {"text": "Dragons met.", "spans": [{"start": 0, "end": 7, "label": "DRAGON"}]}
    path.write_text(f"{json.dumps(bad)}\n{json.dumps(new)}\n")
    dialog = opened(empty, tasks, window, tmp_path, [path])
    run(qtbot, dialog)
    assert dialog.rest.isVisible()
    run(qtbot, dialog, "rest")
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.preview)
    run(qtbot, dialog, "go_on")
    assert dialog.outcome.title.text() == "1 article imported"
    assert dialog.outcome.list.headerItem().text(0) == "Where"
    assert "DRAGON" in empty.schema.by_name


def test_going_back_keeps_what_was_chosen(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    source = spans(tmp_path, "PERSON", end=99)
    dialog = opened(empty, tasks, window, tmp_path, [source])
    run(qtbot, dialog)
    dialog.back.click()
    assert dialog.pages.currentWidget() is dialog.form
    assert dialog.form.sources.paths == [source]


def test_a_binary_file_is_told_with_what_to_do(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "paper.txt"
    path.write_bytes(b"%PDF-1.7 \x00\x01")
    dialog = opened(empty, tasks, window, tmp_path, [path])
    run(qtbot, dialog)
    assert "a PDF" in dialog.outcome.lines()[0]
    assert "plain text" in dialog.outcome.lines()[0]


@pytest.mark.parametrize("name", ["gone.txt", "strange.bin"])
def test_what_cannot_be_read_or_recognised_is_told(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot, name: str
) -> None:
    path = tmp_path / name
    if name == "strange.bin":
        path.write_bytes(b"\x01\x02")
    dialog = opened(empty, tasks, window, tmp_path, [path])
    run(qtbot, dialog)
    assert dialog.pages.currentWidget() is dialog.outcome
    assert name in "\n".join(dialog.outcome.lines())
    assert not empty.locked


def test_the_rest_is_offered_where_one_file_is_of_no_known_format(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    strange, none = tmp_path / "strange.bin", tmp_path / "none.jsonl"
    strange.write_bytes(b"\x01\x02")
    none.touch()
    dialog = opened(empty, tasks, window, tmp_path, [strange, none, texts(tmp_path)])
    run(qtbot, dialog)
    said = "\n".join(dialog.outcome.lines())
    assert "strange.bin" in said
    assert "none.jsonl" in said
    run(qtbot, dialog, "rest")
    assert dialog.outcome.title.text() == "2 articles imported"


def test_a_cancelled_import_changes_nothing(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    many = texts(tmp_path)  # so many that the import cannot be through before it is cancelled
    for number in range(2_000):
        (many / f"{number}.txt").write_text(f"On day {number} nobody met.", encoding="utf-8")
    dialog = opened(empty, tasks, window, tmp_path, [many])
    dialog.start.click()
    assert empty.locked
    dialog.reject()
    qtbot.waitUntil(lambda: not dialog.work.running)
    assert dialog.pages.currentWidget() is dialog.form
    assert "nothing was imported" in dialog.problem.text()
    assert not empty.locked
    assert empty.project is not None
    assert empty.project.articles.count() == 0
    assert dialog.isVisible()
    dialog.reject()
    qtbot.waitUntil(lambda: not window.findChildren(ImportDialog))


def test_a_format_can_be_named(empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "article.odd"
    path.write_text("A text of its own kind.", encoding="utf-8")
    dialog = opened(empty, tasks, window, tmp_path, [path])
    dialog.form.format.setCurrentIndex(dialog.form.format.findData("text"))
    assert dialog.form.about.text() == all_formats()["text"].description
    run(qtbot, dialog)
    assert dialog.outcome.title.text() == "1 article imported"


def test_a_doccano_export_asks_what_offsets_count(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "admin.jsonl"
    path.write_text(json.dumps({"text": "😀😀😀 Ankara", "label": [[4, 10, "GPE"]]}), encoding="utf-8")
    dialog = opened(empty, tasks, window, tmp_path, [path])
    offsets = dialog.form.choices.boxes["offsets"]
    assert offsets.isVisible()
    assert offsets.currentData() == "ask"
    assert said_of_tables(dialog) == {}
    offsets.setCurrentIndex(offsets.findData("codepoints"))
    assert said_of_tables(dialog) == {"offsets": "codepoints"}
    dialog.form.sources.add([texts(tmp_path)])
    assert dialog.form.choices.boxes == {}
    dialog.form.format.setCurrentIndex(dialog.form.format.findData("doccano"))
    assert "offsets" in dialog.form.choices.boxes


def _with_emoji(tmp_path: Path) -> Path:
    path = tmp_path / "admin.jsonl"
    path.write_text(json.dumps({"text": "😀 Ankara and Astana", "label": [[3, 9, "GPE"]]}), encoding="utf-8")
    return path


@pytest.mark.parametrize("first", ["preview", "import"])
def test_where_readings_differ_it_is_asked_and_the_likelier_is_chosen(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot, first: str
) -> None:
    dialog = opened(empty, tasks, window, tmp_path, [_with_emoji(tmp_path)])
    qtbot.mouseClick(dialog.look if first == "preview" else dialog.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(dialog.findChildren(ReadingQuestion)))
    (question,) = dialog.findChildren(ReadingQuestion)
    assert question.chosen() == "utf16"
    assert "“Ankara”" in shown_text(question)
    assert "“nkara”" in shown_text(question)
    assert empty.project is not None
    assert empty.project.articles.count() == 0
    qtbot.mouseClick(question.ok, Qt.MouseButton.LeftButton)
    if first == "preview":
        qtbot.waitUntil(dialog.go_on.isVisible)
        qtbot.mouseClick(dialog.go_on, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.close_button.isVisible)
    assert dialog.outcome.title.text() == "1 article imported"
    (bundle,) = empty.project.annotations.bundles()
    assert bundle.annotations.mentions[0].text_of(bundle.article.text) == "Ankara"


def test_an_answer_stays_when_going_back_until_the_sources_change(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(empty, tasks, window, tmp_path, [_with_emoji(tmp_path)])
    dialog.look.click()
    qtbot.waitUntil(lambda: bool(dialog.findChildren(ReadingQuestion)))
    dialog.findChildren(ReadingQuestion)[0].accept()
    qtbot.waitUntil(dialog.go_on.isVisible)
    qtbot.waitUntil(lambda: not dialog.findChildren(ReadingQuestion))
    dialog.back.click()
    dialog.form.nearly.setCurrentIndex(1)
    run(qtbot, dialog, "look")
    qtbot.waitUntil(dialog.go_on.isVisible)
    assert not dialog.findChildren(ReadingQuestion)
    dialog.back.click()
    dialog.form.sources.add([texts(tmp_path)])
    dialog.look.click()
    qtbot.waitUntil(lambda: bool(dialog.findChildren(ReadingQuestion)))
    dialog.findChildren(ReadingQuestion)[0].reject()


def test_who_does_not_answer_imports_nothing(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(empty, tasks, window, tmp_path, [_with_emoji(tmp_path)])
    qtbot.mouseClick(dialog.start, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(dialog.findChildren(ReadingQuestion)))
    dialog.findChildren(ReadingQuestion)[0].reject()
    assert dialog.pages.currentWidget() is dialog.form
    assert "Cancelled" in dialog.problem.text()
    assert empty.project is not None
    assert empty.project.articles.count() == 0


def shown_text(of: QWidget) -> str:
    return "\n".join(label.text() for label in of.findChildren(QLabel))


def test_every_format_that_can_be_read_is_in_the_list(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path
) -> None:
    dialog = opened(empty, tasks, window, tmp_path)
    names = [dialog.form.format.itemData(i) for i in range(1, dialog.form.format.count())]
    assert set(names) == {f.name for f in all_formats().values() if f.can_import}
    assert {"brat", "doccano", "label-studio", "prodigy", "conll", "oneie"} <= set(names)


def dated_texts(folder: Path, *, table: bool) -> Path:
    made = folder / "dated"
    made.mkdir()
    for name in ("one", "two", "three"):
        (made / f"{name}.txt").write_text(f"Report {name}. They met on Thursday.", encoding="utf-8")
    if table:
        rows = ("one.txt,First,2018-04-19,Wire", "two.txt,Second,2018-04-20,Wire", "three.txt,Third,,")
        (made / "articles.csv").write_text("\n".join(("file,title,published,source", *rows)), encoding="utf-8")
    return made


def listed(dialog: ImportDialog, page: str) -> list[list[str]]:
    """Return the rows of the list of articles on a page."""
    articles = getattr(dialog, page).articles
    assert articles.isVisibleTo(dialog)
    rows = (articles.topLevelItem(i) for i in range(articles.topLevelItemCount()))
    return [[row.text(c) for c in range(3)] for row in rows]


def test_preview_and_result_list_the_articles_and_say_where_dates_are_missing(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(empty, tasks, window, tmp_path, [dated_texts(tmp_path, table=True)])
    run(qtbot, dialog, "look")
    rows = [["First", "2018-04-19", "Wire"], ["Second", "2018-04-20", "Wire"], ["Third", "no date", ""]]
    assert sorted(listed(dialog, "preview")) == rows
    undated = "1 without a publication date: set it in its properties, or “Thursday” cannot be dated."
    assert undated in dialog.preview.text.text()
    assert "Their metadata come from the table articles.csv." in dialog.preview.text.text()
    run(qtbot, dialog, "go_on")
    assert sorted(listed(dialog, "outcome")) == rows
    assert undated in dialog.outcome.text.text()
    assert "articles.csv" in dialog.outcome.text.text()
    # Again: nothing new, nothing listed.
    dialog = opened(empty, tasks, window, tmp_path, [tmp_path / "dated"])
    run(qtbot, dialog)
    assert dialog.outcome.title.text() == "Nothing new was found"
    assert not dialog.outcome.articles.isVisibleTo(dialog)
    assert "without a publication date" not in dialog.outcome.text.text()


def test_no_table_beside_texts_is_said_and_many_articles_are_counted(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = dated_texts(tmp_path, table=False)
    for i in range(300):
        (folder / f"more-{i}.txt").write_text(f"Nothing new in town {i}.", encoding="utf-8")
    dialog = opened(empty, tasks, window, tmp_path, [folder])
    run(qtbot, dialog, "look")
    assert "303 without a publication date: set it in their" in dialog.preview.text.text()
    assert "No table (articles.tsv, articles.csv" in dialog.preview.text.text()
    rows = listed(dialog, "preview")
    assert len(rows) == 201
    assert rows[-1][0] == "and 103 more"
    assert dialog.preview.articles.isColumnHidden(2)


def test_what_is_wrong_is_said_to_its_end(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "a-file-with-a-rather-long-name-of-its-own.txt"
    path.write_bytes(b"%PDF-1.7 \x00\x01")
    dialog = opened(empty, tasks, window, tmp_path, [path])
    dialog.resize(480, 500)
    run(qtbot, dialog)
    found = dialog.outcome.list
    qtbot.wait(20)
    line = found.fontMetrics().height()
    item = found.topLevelItem(0)
    assert item is not None
    for column in range(3):
        room = found.columnWidth(column) - 16
        flags = Qt.TextFlag.TextWordWrap
        needed = found.fontMetrics().boundingRect(0, 0, room, 1000, flags, item.text(column)).height()
        assert found.visualItemRect(item).height() >= needed
        assert found.columnWidth(column) > 60
    assert found.visualItemRect(item).height() > 2 * line
    assert sum(found.columnWidth(c) for c in range(3)) <= found.viewport().width()


def test_a_preview_of_what_is_all_there_says_so(window: QWidget, schema: Schema) -> None:
    page = PreviewPage(window)
    page.show_preview(ImportPreview(known_articles=2, labels=(LabelFound("GPE", Layer.ENTITY, 3, (), "GPE"),)), schema)
    assert page.title.text() == "Nothing new: all of it is in the project already"
    found = ImportPreview(
        adds=3, labels=(LabelFound("GPE", Layer.ENTITY, 3, (), "GPE"),), annotations=3, new_annotations=3
    )
    page.show_preview(found, schema)
    assert page.title.text() == "0 new articles, 3 annotations"
    found.new_annotations, found.annotations_there, found.passed_over, found.new_types = 1, 1, 1, ("DOG",)
    found.lacking = {"X": Layer.ENTITY}
    page.show_preview(found, schema)
    assert page.title.text() == "0 new articles, 1 new annotation"
    assert page.text.text().splitlines() == [
        "1 annotation is there already and stays as it is.",
        "1 annotation is left out, as was chosen.",
        "1 label of its schema is new here: DOG.",
        "1 label is not in the project's schema and is added: choose if it is to become another.",
    ]
    found.adds = found.new_annotations = found.annotations_there = found.passed_over = 0
    found.lacking = {}
    found.new_types, found.states = (), 2
    page.show_preview(found, schema)
    assert page.text.text() == "2 states of articles that are not set here."


def test_a_link_from_what_becomes_an_event_is_shown_as_its_role(window: QWidget, schema: Schema) -> None:
    page = PreviewPage(window)
    found = [
        LabelFound("Treffen", Layer.ENTITY, 1),
        LabelFound("Teilnehmer", Layer.RELATION, 2, (), None, ("Treffen",)),
    ]
    lacking = {label.name: label.layer for label in found}
    roles = (RoleFound("Wer", "CONSULT", 1, ("Lora",)),)
    page.show_preview(ImportPreview(labels=tuple(found), roles=roles, lacking=lacking), schema)
    event, link, role = page.labels.findChildren(QComboBox)
    assert link.currentText() == "New label Teilnehmer"
    event.setCurrentIndex(event.findData("CONSULT"))
    assert link.currentText() == "Role of Consult, which does not have it"
    assert page.mapping() == {"Treffen": "CONSULT"}
    event.setCurrentIndex(event.findData("PERSON"))
    assert link.currentText() == "New label Teilnehmer"
    assert [page.labels.item(2, c).text() for c in (0, 1, 2)] == ["Wer of Consult", "1", "Lora"]  # type: ignore[union-attr]
    kinds = [page.labels.item(row, 4).text() for row in range(page.labels.rowCount())]  # type: ignore[union-attr]
    assert kinds == ["Entity", "Relation", "Role"]
    assert page.labels.horizontalHeader().visualIndex(4) == 1
    assert role.currentText() == "Role of Consult, which does not have it"
    assert page.roles() == {}
    role.setCurrentIndex(role.findData("Agent"))
    assert page.roles() == page.chosen_roles() == {"CONSULT.Wer": "Agent"}
    page.show_preview(ImportPreview(roles=(RoleFound("Wer", "CONSULT", 1), RoleFound("place", "CONSULT", 1))), schema)
    assert page.roles() == {"CONSULT.Wer": "Agent", "CONSULT.place": "Place"}
    assert page.chosen_roles() == {"CONSULT.Wer": "Agent"}


def _linked(folder: Path) -> Path:
    """Write a doccano file in which a person takes part in what becomes an event."""
    spans = [{"id": i, "label": x, "start_offset": a, "end_offset": b} for i, x, a, b in _ENDS]
    links = [{"id": 0, "from_id": 1, "to_id": 0, "type": "participant"}]
    source = folder / "linked.jsonl"
    source.write_text(json.dumps({"text": "Lora met Aku.", "entities": spans, "relations": links}), encoding="utf-8")
    return source


def test_a_label_that_goes_with_what_is_left_out_is_no_new_one(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(empty, tasks, window, tmp_path, [_linked(tmp_path)])
    run(qtbot, dialog, "look")
    boxes = dialog.preview.labels.findChildren(QComboBox)
    (link,) = (box for box in boxes if box.accessibleName() == "What participant becomes")
    for becomes, said in (
        (LEFT_OUT, "Left out with what it is on"),
        (AS_IT_IS, "New label participant"),
        ("CONSULT", "Role of Consult, which does not have it"),
    ):
        _choose(dialog, "Treffen", becomes)
        qtbot.waitUntil(lambda: dialog.preview.counted)
        assert link.currentText() == said
    _choose(dialog, "PERSON", LEFT_OUT)
    qtbot.waitUntil(lambda: dialog.preview.counted)
    assert link.currentText() == "Role of Consult, which does not have it"


def test_a_type_of_a_source_with_a_schema_is_new(window: QWidget, schema: Schema) -> None:
    page = PreviewPage(window)
    label = LabelFound("ZEBRA", Layer.ENTITY, 1)
    page.show_preview(ImportPreview(labels=(label,), new_types=("ZEBRA",)), schema)
    (choice,) = page.labels.findChildren(QComboBox)
    assert choice.currentText() == "New label ZEBRA"
    page.count_again(ImportPreview(), schema)
    assert choice.currentText() == "Left out with what it is on"


def test_what_brings_only_states_can_be_imported_from_its_preview(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path
) -> None:
    dialog = opened(empty, tasks, window, tmp_path)
    for found, offered in (
        (ImportPreview(known_articles=1, states=1), True),
        (ImportPreview(known_articles=1, adds=1), True),
        (ImportPreview(known_articles=1, new_annotators=["Bo"]), True),
        (ImportPreview(known_articles=1), False),
    ):
        dialog._seen(found)
        assert dialog.go_on.isEnabled() == offered


def test_what_labels_become_is_counted_again(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "more").mkdir()
    first = opened(empty, tasks, window, tmp_path, [spans(tmp_path, "PERSON")])
    run(qtbot, first)
    dialog = opened(empty, tasks, window, tmp_path, [spans(tmp_path / "more", "PER")])
    run(qtbot, dialog, "look")
    title = dialog.preview.title
    nothing = "Nothing new: all of it is in the project already"
    assert title.text() == nothing
    for becomes, said in ((AS_IT_IS, "0 new articles, 1 annotation"), ("PERSON", nothing)):
        _choose(dialog, "PER", becomes)
        assert title.text() == "Counting again…"
        qtbot.waitUntil(lambda: title.text() != "Counting again…")
        assert title.text() == said
    _choose(dialog, "PER", AS_IT_IS)
    _choose(dialog, "PER", "PERSON")
    assert title.text() == nothing, "it was taken back before it was counted"
    _choose(dialog, "PER", AS_IT_IS)
    run(qtbot, dialog, "back")
    run(qtbot, dialog, "look")
    qtbot.waitUntil(lambda: title.text() == "0 new articles, 1 annotation")
    _choose(dialog, "PER", "ORG")
    run(qtbot, dialog, "go_on")
    assert empty.project is not None
    (bundle,) = (b for b in empty.project.annotations.bundles() if b.annotations.mentions)
    assert sorted(m.label for m in bundle.annotations.mentions) == ["ORG", "PERSON"]


def test_a_role_stays_chosen_while_what_it_becomes_is_counted(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(empty, tasks, window, tmp_path, [_linked(tmp_path)])
    run(qtbot, dialog, "look")
    _choose(dialog, "Treffen", "CONSULT")
    qtbot.waitUntil(lambda: bool(dialog.preview.roles()) and dialog.preview.counted)
    assert dialog.preview.roles() == {"CONSULT.participant": "Participant"}
    (choice,) = (c for c in dialog.preview.labels.findChildren(QComboBox) if "the role" in c.accessibleName())
    assert choice.currentText() == "Role Participant of Consult"
    run(qtbot, dialog, "go_on")
    assert empty.project is not None
    (bundle,) = empty.project.annotations.bundles()
    assert [a.role for a in bundle.annotations.arguments] == ["Participant"]


_ENDS = ((0, "PERSON", 0, 4), (1, "Treffen", 5, 8))


def said_of_tables(dialog: ImportDialog) -> dict[str, str]:
    """Return the options of the dialog's sources, those of each table among them."""
    return dict(dialog.form.options().of(dialog.form.sources.paths).extra)


def workbook(path: Path, sheets: dict[str, list[list[str]]]) -> Path:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def test_a_sheet_of_a_workbook_is_chosen_and_remembered(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    sheets = {
        "2019": [["text", "title"], ["Ministers met.", "Met"]],
        "2020": [["Worte", "wann"], ["Talks ended.", "2020-03-04"]],
    }
    path = workbook(tmp_path / "list.xlsx", sheets)
    dialog = opened(empty, tasks, window, tmp_path, [path])
    dialog.form.columns.click()
    asked = dialog.findChild(ColumnsDialog)
    assert asked is not None
    offered = [asked.sheet.itemText(n) for n in range(asked.sheet.count())]
    assert offered == ["all with a column of texts", "2019", "2020"]
    assert asked.rows.item(0, 0).text() == "Ministers met."  # type: ignore[union-attr]
    asked.sheet.setCurrentText("2020")
    assert asked.rows.item(0, 0).text() == "Talks ended."  # type: ignore[union-attr]
    assert not asked.ok.isEnabled()
    for field, column in (("text", "Worte"), ("published", "wann")):
        asked.fields[field].setCurrentText(column)
    asked.ok.click()
    run(qtbot, dialog)
    assert dialog.outcome.title.text() == "1 article imported"
    assert empty.page is not None
    assert empty.page.article.text == "Talks ended."
    again = opened(empty, tasks, window, tmp_path, [path])
    extra = said_of_tables(again)
    assert (extra["sheet"], extra["column.text"], extra["column.published"]) == ("2020", "Worte", "wann")
    other = workbook(tmp_path / "other.xlsx", {"One": sheets["2019"], "Two": sheets["2019"]})
    assert "sheet" not in said_of_tables(opened(empty, tasks, window, tmp_path, [other]))


def test_what_was_chosen_stays_where_it_fits_when_a_sheet_or_line_is(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path
) -> None:
    rows = [["Worte", "Tag", "title"], ["Talks ended.", "03/04/2024", "One"]]
    sheets = {"New": rows, "Old": [["Worte", "title", "date"], ["Ministers met.", "Two", "04/05/2023"]]}
    dialog = opened(empty, tasks, window, tmp_path, [workbook(tmp_path / "a.xlsx", sheets)])
    dialog.form.columns.click()
    asked = dialog.findChild(ColumnsDialog)
    assert asked is not None
    chosen = {"text": "Worte", "published": "Tag", "source": "title", "title": ""}
    for field, column in chosen.items():
        asked.fields[field].setCurrentIndex(asked.fields[field].findData(column))
    asked.dates.setCurrentIndex(asked.dates.findData("day-first"))
    before = asked.chosen()
    asked.sheet.setCurrentText("New")  # the one that is shown
    assert asked.chosen() == before | {"sheet": "New"}
    asked.header.setValue(1)
    assert asked.chosen() == before | {"sheet": "New", "header": "1"}
    asked.header.setValue(0)
    asked.sheet.setCurrentText("Old")  # it has no column Tag
    assert asked.chosen() == before | {"sheet": "Old", "published": "date"}
    asked.sheet.setCurrentText("New")
    assert asked.chosen() == before | {"sheet": "New"}
    asked.ok.click()
    assert dialog.form.columns_of.full_text == "a.xlsx, sheet New: the text is in Worte"


def test_the_line_of_a_header_is_chosen(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    rows = [["Our list", "of spring"], ["Worte", "wann"], ["Talks ended.", "2020-03-04"]]
    dialog = opened(empty, tasks, window, tmp_path, [workbook(tmp_path / "list.xlsx", {"One": rows})])
    dialog.form.columns.click()
    asked = dialog.findChild(ColumnsDialog)
    assert asked is not None
    assert asked.above.isHidden()
    asked.header.setValue(9)
    assert not asked.ok.isEnabled()
    asked.header.setValue(2)
    assert not asked.above.isHidden()
    assert asked.rows.item(0, 0).text() == "Talks ended."  # type: ignore[union-attr]
    asked.fields["text"].setCurrentText("Worte")
    asked.ok.click()
    assert said_of_tables(dialog)["header"] == "2"
    run(qtbot, dialog)
    assert empty.page is not None
    assert empty.page.article.text == "Talks ended."


def test_a_table_of_one_sheet_asks_for_none(empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path) -> None:
    dialog = opened(empty, tasks, window, tmp_path, [workbook(tmp_path / "list.xlsx", {"One": [["text"], ["Met."]]})])
    dialog.form.columns.click()
    asked = dialog.findChild(ColumnsDialog)
    assert asked is not None
    assert asked.sheet.isHidden()
    assert "sheet" not in asked.chosen()
