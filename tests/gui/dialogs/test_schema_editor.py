import tomllib
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from dateline.editing import schema as editing
from dateline.editing.tagging import tag
from dateline.gui.dialogs import schema_editor
from dateline.gui.dialogs.schema_checks import notes, problems
from dateline.gui.dialogs.schema_editor import SchemaEditor, save_schema
from dateline.gui.session import Session
from dateline.gui.tasks import Tasks
from dateline.gui.theme import theme
from dateline.model.annotation import Layer
from dateline.model.schema import Attribute, LabelType, Role, Schema, schema_from_toml


@pytest.fixture
def editor(sample: Session, tasks: Tasks, window: QWidget) -> SchemaEditor:
    made = SchemaEditor(sample, tasks, theme("light"), window)
    made.open()
    return made


def go(editor: SchemaEditor, session: Session, name: str) -> LabelType:
    label = session.schema.by_name[name]
    editor.list.choose(label.id)
    return label


def typed(editor: SchemaEditor, field: str, text: str) -> None:
    getattr(editor.form, field).setText(text)
    editor.form.changed.emit()


def counts(session: Session) -> dict[str, int]:
    assert session.project is not None
    return session.project.annotations.label_counts()


def steps(session: Session) -> int:
    assert session.project is not None
    return len([s for s in session.project.steps() if s.state == "done"])


def test_a_rename_says_what_it_touches_and_is_one_step(editor: SchemaEditor, sample: Session) -> None:
    before, done = counts(sample), steps(sample)
    go(editor, sample, "GPE")
    typed(editor, "name", "COUNTRY")
    assert editor.touches.text() == f"Touches {before['GPE']} annotations."
    editor.apply.click()
    assert counts(sample)["COUNTRY"] == before["GPE"]
    assert "GPE" not in counts(sample)
    assert steps(sample) == done + 1
    assert not editor.apply.isEnabled()
    assert any("COUNTRY" in r.fillers for r in sample.schema.by_name["CONSULT"].roles)
    editor.undo.click()
    assert counts(sample) == before
    assert editor.form.name.text() == "GPE"


def test_a_new_look_touches_nothing(editor: SchemaEditor, sample: Session) -> None:
    go(editor, sample, "GPE")
    editor.form.title.setText("Land")
    editor.form.colour._choose("#123456")
    assert editor.touches.text() == "Touches no annotation."
    editor.apply.click()
    label = sample.schema.by_name["GPE"]
    assert (label.title, label.colour) == ("Land", "#123456")


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("name", "PERSON", "called PERSON"),
        ("name", " ", "needs a name"),
        ("key", "p", "collide"),
        ("key", "v", "collide"),
        ("key", "0", "reader's"),
        ("key", "=", "reader's"),
        ("key", "G", "lower-case"),
        ("key", "a b c", "one character, or two"),
    ],
)
def test_what_cannot_be_is_named_while_typing(
    editor: SchemaEditor, sample: Session, field: str, text: str, said: str
) -> None:
    go(editor, sample, "GPE")
    typed(editor, field, text)
    assert said in editor.problem.text()
    assert not editor.apply.isEnabled()


def test_leaving_a_type_applies_it_and_stays_where_that_cannot_be(editor: SchemaEditor, sample: Session) -> None:
    label = go(editor, sample, "GPE")
    typed(editor, "title", "Land")
    go(editor, sample, "PERSON")
    assert sample.schema.by_name["GPE"].title == "Land"
    assert editor.form.name.text() == "PERSON"
    go(editor, sample, "GPE")
    typed(editor, "key", "p")
    go(editor, sample, "PERSON")
    assert editor.list.current is not None
    assert editor.list.current.id == label.id
    assert "collide" in editor.problem.text()


def test_merging_moves_the_annotations(editor: SchemaEditor, sample: Session) -> None:
    before = counts(sample)
    go(editor, sample, "LOC")
    editor.fill_merge_menu()
    texts = [a.text() for a in editor.merge_menu.actions()]
    assert texts[0] == f"Touches {before['LOC']} annotations."
    assert "Person" in texts
    assert "Date" not in texts
    editor.merge_into(sample.schema.by_name["GPE"].id)
    assert "LOC" not in sample.schema.by_name
    assert counts(sample)["GPE"] == before["GPE"] + before["LOC"]
    assert editor.form.name.text() == "GPE"
    sample.undo()
    assert counts(sample) == before


def test_the_merge_menu_says_how_many_would_be_joined(editor: SchemaEditor, sample: Session) -> None:
    project, page = sample.project, sample.page
    assert project is not None
    assert page is not None
    place = next(m for m in page.mentions.values() if m.label == "GPE")
    sample.do(lambda: tag(project, page, place.fragments, sample.schema.by_name["LOC"]))
    go(editor, sample, "LOC")
    editor.fill_merge_menu()
    assert "Country or city (1 on the same words are joined)" in [a.text() for a in editor.merge_menu.actions()]
    editor.merge_into(sample.schema.by_name["GPE"].id)
    assert len([m for m in page.exactly(place.fragments) if m.label == "GPE"]) == 1


def test_removing_takes_the_annotations_along_and_undo_brings_them_back(editor: SchemaEditor, sample: Session) -> None:
    before = counts(sample)
    go(editor, sample, "MONEY")
    assert f"{before['MONEY']} annotations" in editor.remove.toolTip()
    editor.remove.click()
    assert "MONEY" not in sample.schema.by_name
    assert "MONEY" not in counts(sample)
    editor.undo.click()
    assert counts(sample) == before


def test_a_new_type_gets_a_free_name_and_key(editor: SchemaEditor, sample: Session) -> None:
    editor.add_type(Layer.ENTITY)
    editor.add_type(Layer.ENTITY)
    first, second = sample.schema.by_name["NEW_ENTITY"], sample.schema.by_name["NEW_ENTITY_2"]
    assert sample.schema.problems() == []
    assert first.key != second.key or not first.key
    assert editor.form.name.text() == "NEW_ENTITY_2"
    editor.add_type(Layer.RELATION)
    assert sample.schema.by_name["NEW_RELATION"].key == ""
    assert not editor.form.roles.isVisible()


def test_moving_stays_in_the_layer(editor: SchemaEditor, sample: Session) -> None:
    go(editor, sample, "ORG")
    editor.up.click()
    assert [t.name for t in sample.schema.layer(Layer.ENTITY)][:2] == ["ORG", "PERSON"]
    editor.up.click()
    assert [t.name for t in sample.schema.layer(Layer.ENTITY)][:2] == ["ORG", "PERSON"]
    editor.down.click()
    assert [t.name for t in sample.schema.layer(Layer.ENTITY)][:2] == ["PERSON", "ORG"]


def test_roles_are_edited_in_their_table(editor: SchemaEditor, sample: Session) -> None:
    assert sample.project is not None
    before = sample.project.annotations.role_counts()
    go(editor, sample, "CONSULT")
    names = [str(row[0]) for row in editor.form.roles.rows()]
    place = names.index("Place")
    editor.form.roles.set_cell(place, 0, "Venue")
    assert f"{before[('CONSULT', 'Place')]} filled roles" in editor.touches.text()
    editor.form.roles.set_cell(place, 2, "GPE, NOWHERE")
    assert "NOWHERE" in editor.problem.text()
    editor.form.roles.set_cell(place, 2, "GPE, LOC")
    editor.form.roles.set_cell(place, 3, True)
    editor.apply.click()
    role = sample.schema.by_name["CONSULT"].role("Venue")
    assert role is not None
    assert (role.fillers, role.required) == (("GPE", "LOC"), True)
    assert sample.project.annotations.role_counts()[("CONSULT", "Venue")] == before[("CONSULT", "Place")]


def test_rows_are_added_moved_and_removed(editor: SchemaEditor, sample: Session) -> None:
    go(editor, sample, "CONSULT")
    table = editor.form.roles
    names = [row[0] for row in table.rows()]
    table.table.setCurrentCell(0, 0)
    table.down.click()
    assert [row[0] for row in table.rows()][:2] == [names[1], names[0]]
    table.add.click()
    assert "role needs a name" in editor.problem.text()
    table.remove.click()
    assert len(table.rows()) == len(names)
    table.table.setCurrentCell(0, 0)
    table.remove.click()
    assert "no longer has" in editor.touches.text()


def test_attributes_are_edited_in_their_table(editor: SchemaEditor, sample: Session) -> None:
    go(editor, sample, "PERSON")
    editor.form.attributes.add.click()
    row = len(editor.form.attributes.rows()) - 1
    for column, value in enumerate(("certainty", "sure, unsure", "maybe", "")):
        editor.form.attributes.set_cell(row, column, value)
    assert "not among the values of certainty" in editor.problem.text()
    editor.form.attributes.set_cell(row, 2, "sure")
    editor.apply.click()
    assert sample.schema.by_name["PERSON"].attribute("certainty") == Attribute("certainty", ("sure", "unsure"), "sure")


def test_the_schema_is_saved_as_it_is(
    editor: SchemaEditor, sample: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "mine"), ""))
    editor.save.click()
    back = schema_from_toml(tomllib.loads((tmp_path / "mine.toml").read_text(encoding="utf-8")))
    assert [replace(t, position=0) for t in back.types] == [replace(t, position=0) for t in sample.schema.types]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "gone" / "mine.toml"), ""))
    editor.save.click()
    assert "cannot be written" in editor.problem.text()


def test_saved_schemas_keep_every_character(tmp_path: Path) -> None:
    text = 'Quotes " and \\ and """three""", ı, 😀\nsecond line'
    label = LabelType("1", Layer.EVENT, "A", description=text, roles=(Role("R", "x", ("A",), True, True, "d\te"),))
    save_schema(tmp_path / "s.toml", Schema("s", "S", text, False, (label,)))
    back = schema_from_toml(tomllib.loads((tmp_path / "s.toml").read_text(encoding="utf-8")))
    assert back == Schema("s", "S", text, False, (label,))


def test_keys_of_roles_that_labels_have_too_are_noted() -> None:
    person = LabelType("1", Layer.ENTITY, "PERSON", key="p")
    event = LabelType("2", Layer.EVENT, "MEET", key="v m", roles=(Role("Agent", "p"), Role("Target", "p")))
    schema = Schema(types=(person, event))
    said = " ".join(notes(schema, event))
    assert "also belongs to the label PERSON" in said
    assert "Agent and Target have the same key p" in said
    assert problems(schema, event, {}) == []


def test_a_project_that_cannot_be_written_is_only_shown(
    session: Session, tasks: Tasks, sample_file: Path, tmp_path: Path, window: QWidget
) -> None:
    path = tmp_path / "ro.dateline"
    path.write_bytes(sample_file.read_bytes())
    assert session.open_project(path, readonly=True)
    editor = SchemaEditor(session, tasks, theme("dark"), window)
    editor.open()
    typed(editor, "title", "Other")
    for button in (editor.add, editor.remove, editor.merge, editor.up, editor.apply):
        assert not button.isEnabled()


def test_it_follows_what_is_tagged_beside_it(editor: SchemaEditor, sample: Session, qtbot: QtBot) -> None:
    assert sample.project is not None
    from dateline.editing.schema import put_type

    label = sample.schema.by_name["GPE"]
    sample.do(lambda: put_type(sample.project, replace(label, title="State")))  # type: ignore[arg-type]
    go(editor, sample, "GPE")
    assert editor.form.title.text() == "State"
    assert editor.windowModality() is Qt.WindowModality.NonModal


@pytest.mark.parametrize("how", ["rename", "merge", "remove"])
def test_what_touches_very_many_runs_beside_the_window(
    editor: SchemaEditor,
    sample: Session,
    tasks: Tasks,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    how: str,
) -> None:
    monkeypatch.setattr(schema_editor, "_MANY", 5)
    before = counts(sample)
    go(editor, sample, "GPE")
    if how == "rename":
        typed(editor, "name", "COUNTRY")
        editor.apply.click()
    elif how == "merge":
        editor.merge_into(sample.schema.by_name["LOC"].id)
    else:
        editor.remove.click()
    assert sample.locked
    assert not editor.form.isEnabled()
    qtbot.waitUntil(lambda: not tasks.running, timeout=10_000)
    assert not sample.locked
    after = counts(sample)
    assert "GPE" not in after
    assert "GPE" not in sample.schema.by_name
    assert after.get("COUNTRY", 0) == (before["GPE"] if how == "rename" else 0)
    assert after["LOC"] == before["LOC"] + (before["GPE"] if how == "merge" else 0)
    sample.undo()
    assert counts(sample) == before


def test_a_cancelled_change_of_very_many_changes_nothing(
    editor: SchemaEditor, sample: Session, tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema_editor, "_MANY", 5)
    monkeypatch.setattr(editing, "_AT_ONCE", 1)
    before = counts(sample)
    go(editor, sample, "GPE")
    editor.remove.click()
    tasks.running[0].cancel()
    qtbot.waitUntil(lambda: not tasks.running, timeout=10_000)
    assert counts(sample) == before
    assert "GPE" in sample.schema.by_name
    assert editor.form.isEnabled()
