"""An export is offered as the last one of the project was, with all that was chosen for its format."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dateline.editing.kept_export import kept_export
from dateline.exchange.options import Unit, WriteOptions
from dateline.exchange.split import Order, Split
from dateline.gui.dialogs.export_dialog import ExportDialog
from dateline.gui.dialogs.export_form import ExportForm
from dateline.gui.session import Session
from dateline.gui.tasks import Tasks
from dateline.model.annotation import Annotator, AnnotatorKind, Layer
from dateline.model.changes import Kind
from dateline.model.ids import new_id
from dateline.model.schema import LabelType, Schema
from dateline.store.project import Project
from tests.gui.dialogs.test_export_dialog import choose, opened, run


def divided(dialog: ExportDialog, target: Path) -> None:
    choose(dialog, "conllu")
    form = dialog.form
    form.target.set_path(target)
    form.split.setChecked(True)
    form.parts.setText("60/40")
    form.seed.setText("7")
    form.card.setChecked(True)


@pytest.mark.parametrize("order", Order)
def test_the_last_export_is_offered_again(
    sample: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot, order: Order
) -> None:
    dialog = opened(sample, tasks, window)
    divided(dialog, tmp_path / "ner.conllu")
    dialog.form.order.setCurrentIndex(dialog.form.order.findData(order))
    planned = dialog.form.planned_split()
    run(qtbot, dialog)
    dialog.accept()
    form = opened(sample, tasks, window).form
    assert form.chosen_format.name == "conllu"
    assert form.planned_split() == planned
    assert form.seed.text() == "7"
    assert form.card.isChecked()
    assert form.parts.isEnabled()
    assert form.seed.isEnabled() is (order is Order.LOT)
    assert form.target.path is not None
    assert form.target.path.name == "copy.conllu"
    choose(opened(sample, tasks, window), "huggingface")
    assert form.planned_split() == planned


def test_what_was_not_carried_out_is_not_kept(sample: Session, tasks: Tasks, window: QWidget, tmp_path: Path) -> None:
    dialog = opened(sample, tasks, window)
    divided(dialog, tmp_path / "ner.conllu")
    dialog.reject()
    form = opened(sample, tasks, window).form
    assert form.chosen_format.name == "dateline"
    assert form.planned_split() is None
    form.split.setChecked(True)
    assert form.planned_split() == Split.parse("80/10/10")


def test_a_format_that_is_gone_leaves_the_rest(sample: Session, tasks: Tasks, window: QWidget) -> None:
    assert sample.project is not None
    kept = {"format": "gone", "divided": True, "parts": "60/40", "order": "lot", "seed": 3, "card": False}
    sample.project.local.set("export", kept)
    form = opened(sample, tasks, window).form
    assert form.chosen_format.name == "dateline"
    assert form.planned_split() == Split.parse("60/40", 3)


def add(project: Project, name: str, kind: AnnotatorKind = AnnotatorKind.PERSON) -> str:
    who = Annotator(new_id(), name, kind)
    with project.step("Somebody") as step:
        step.put(who)
    return who.id


def said(options: WriteOptions) -> dict[str, object]:
    names = ("annotators", "kinds", "states", "labels", "unit", "empty", "boilerplate", "adjudicated", "extra")
    return {name: getattr(options, name) for name in names}


def select(dialog: ExportDialog, key: str, value: str) -> None:
    box = dialog.form.choices.boxes[key]
    box.setCurrentIndex(box.findData(value))


def tick(dialog: ExportDialog, who: str, change: str) -> None:
    form = dialog.form
    match change:
        case "annotators":
            form.annotators.check(who, False)
        case "states":
            form.states.check("new", True)
        case "labels":
            form.labels.check("PERSON", False)
        case "unit":
            form.unit.setCurrentIndex(form.unit.findData(Unit.SENTENCE))
        case "empty":
            form.empty.setChecked(False)
        case "boilerplate":
            form.boilerplate.setChecked(True)
        case "adjudicated":
            form.adjudicated.setChecked(True)
        case "extra":
            select(dialog, "columns", "2")


CHANGES = ("annotators", "states", "labels", "unit", "empty", "boilerplate", "adjudicated", "extra")


@pytest.mark.parametrize("changes", [*((change,) for change in CHANGES), CHANGES])
def test_all_that_was_chosen_for_a_format_is_offered_again(
    sample: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot, changes: tuple[str, ...]
) -> None:
    assert sample.project is not None
    who = add(sample.project, "Bo")
    dialog = opened(sample, tasks, window)
    choose(dialog, "conll")
    usual = said(dialog.form.options())
    for change in changes:
        tick(dialog, who, change)
    chosen = said(dialog.form.options())
    assert {name for name in chosen if chosen[name] != usual[name]} - {"kinds"} == set(changes)
    dialog.form.target.set_path(tmp_path / "set.conll")
    run(qtbot, dialog)
    dialog.accept()
    again = opened(sample, tasks, window)
    assert said(again.form.options()) == chosen
    choose(again, "prodigy")
    assert said(again.form.options())["extra"] == {}
    choose(again, "conll")
    assert said(again.form.options()) == chosen


def test_each_format_has_its_own_choice_and_one_by_hand_stays(
    sample: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    for name, label, key, value in (
        ("conll", "PERSON", "columns", "2"),
        ("doccano", "GPE", "style", "triples"),
    ):
        dialog = opened(sample, tasks, window)
        choose(dialog, name)
        assert dialog.form.options().labels is None, "what was chosen for one format is not for another"
        dialog.form.labels.check(label, False)
        select(dialog, key, value)
        dialog.form.target.set_path(tmp_path / f"out.{name}")
        run(qtbot, dialog)
        dialog.accept()
    dialog = opened(sample, tasks, window)
    assert dialog.form.chosen_format.name == "doccano"
    for name, label, extra in (
        ("doccano", "GPE", {"style": "triples"}),
        ("conll", "PERSON", {"columns": "2"}),
        ("doccano", "GPE", {"style": "triples"}),
    ):
        choose(dialog, name)
        labels = dialog.form.labels.boxes()
        assert [name for name, on in labels.items() if not on] == [label]
        assert dialog.form.options().extra == extra
    dialog.form.labels.check("PERSON", False)
    choose(dialog, "conll")
    assert [name for name, on in dialog.form.labels.boxes().items() if not on] == ["PERSON", "GPE"]


def test_what_is_chosen_of_one_format_alone_is_there_when_one_comes_back_to_it(
    sample: Session, tasks: Tasks, window: QWidget
) -> None:
    dialog = opened(sample, tasks, window)
    choose(dialog, "spacy")
    select(dialog, "unfinished", "outside")
    choose(dialog, "brat")
    choose(dialog, "spacy")
    assert dialog.form.options().extra == {"unfinished": "outside"}


def again(project: Project, schema: Schema) -> ExportForm:
    form = ExportForm(project.path, schema, project.annotations.annotators())
    kept = kept_export(project)
    assert kept is not None
    form.recall(kept)
    return form


def export(qtbot: QtBot, dialog: ExportDialog, target: Path) -> None:
    dialog.form.target.set_path(target)
    run(qtbot, dialog)
    dialog.accept()


def test_what_is_gone_is_dropped_and_what_is_new_is_off_and_named(
    sample: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    project = sample.project
    assert project is not None
    gone, out = add(project, "Al"), add(project, "Bo")
    dialog = opened(sample, tasks, window)
    choose(dialog, "spans")
    dialog.form.annotators.check(out, False)
    for label in ("PERSON", "GPE"):
        dialog.form.labels.check(label, False)
    export(qtbot, dialog, tmp_path / "out.jsonl")
    with project.step("Al goes") as step:
        step.delete(Kind.ANNOTATOR, gone)
    person, model = add(project, "Cy"), add(project, "tagger", AnnotatorKind.MODEL)
    types = tuple(t for t in sample.schema.types if t.name != "GPE")
    form = again(project, replace(sample.schema, types=(*types, LabelType("ship", Layer.ENTITY, "SHIP"))))
    boxes = form.annotators.boxes()
    assert gone not in boxes
    assert (boxes[out], boxes[person], boxes[model]) == (False, False, False)
    assert [name for name, on in form.labels.boxes().items() if not on] == ["PERSON", "SHIP"]
    assert "New since the last export to Spans" in form.since.text()
    assert form.since.text().endswith("and not checked: Cy, SHIP.")
    form.labels.check("SHIP", True)
    assert form.since.text().endswith("and not checked: Cy.")
    choose_in(form, "brat")
    assert not form.since.isVisibleTo(form)


def choose_in(form: ExportForm, name: str) -> None:
    form.format.setCurrentIndex(form.format.findData(name))


@pytest.mark.parametrize(
    ("renamed", "deleted", "chosen", "told"),
    [
        ({}, "", {"PERSON"}, ""),
        ({"GPE": "PLACE"}, "", {"PERSON"}, "and not checked: PLACE."),
        ({"PERSON": "HUMAN"}, "", None, "Labels: nothing of what the last export to Spans"),
        ({}, "PERSON", None, "Labels: nothing of what the last export to Spans"),
    ],
)
def test_a_choice_of_labels_becomes_no_other_one_without_a_word(
    sample: Session,
    tasks: Tasks,
    window: QWidget,
    tmp_path: Path,
    qtbot: QtBot,
    renamed: dict[str, str],
    deleted: str,
    chosen: set[str] | None,
    told: str,
) -> None:
    assert sample.project is not None
    dialog = opened(sample, tasks, window)
    choose(dialog, "spans")
    for name in dialog.form.labels.boxes():
        dialog.form.labels.check(name, name == "PERSON")
    export(qtbot, dialog, tmp_path / "out.jsonl")
    here = [t for t in sample.schema.types if t.name != deleted]
    types = tuple(replace(t, name=renamed[t.name], title="") if t.name in renamed else t for t in here)
    form = again(sample.project, replace(sample.schema, types=types))
    assert form.options().labels == chosen
    assert told in form.since.text()
    assert form.since.isVisibleTo(form) is bool(told)
    assert form.problem() == ""


def test_where_nobody_left_anything_out_what_is_new_is_on(
    sample: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    assert sample.project is not None
    model = add(sample.project, "tagger", AnnotatorKind.MODEL)
    dialog = opened(sample, tasks, window)
    choose(dialog, "spans")
    dialog.form.annotators.check(model, True)
    for on in (False, True):
        dialog.form.labels.check("PERSON", on)
    export(qtbot, dialog, tmp_path / "out.jsonl")
    person, other = add(sample.project, "Cy"), add(sample.project, "parser", AnnotatorKind.MODEL)
    types = (*sample.schema.types, LabelType("ship", Layer.ENTITY, "SHIP"))
    form = again(sample.project, replace(sample.schema, types=types))
    assert form.options().labels is None
    boxes = form.annotators.boxes()
    assert (boxes[model], boxes[person], boxes[other]) == (True, True, False)
    assert not form.since.isVisibleTo(form)


def test_without_a_label_nothing_is_exported_that_holds_annotations(
    sample: Session, tasks: Tasks, window: QWidget
) -> None:
    dialog = opened(sample, tasks, window)
    choose(dialog, "spans")
    for name in dialog.form.labels.boxes():
        dialog.form.labels.check(name, False)
    assert dialog.form.problem() == "Nothing is chosen: check a label."
    assert not dialog.start.isEnabled()
    choose(dialog, "text")
    assert dialog.form.problem() == ""


def test_of_annotators_who_are_all_gone_nothing_is_chosen(sample: Session, tasks: Tasks, window: QWidget) -> None:
    assert sample.project is not None
    kept = {"format": "spans", "divided": False, "parts": "60/40", "order": "lot", "seed": 3, "card": False}
    sample.project.local.set("export", {**kept, "chosen": {"spans": {"annotators": {"gone": False}}}})
    options = opened(sample, tasks, window).form.options()
    assert options.annotators is None
    assert options.kinds is not None
