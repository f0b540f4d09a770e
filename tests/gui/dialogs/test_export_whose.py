"""The export dialog tells models from people, and what several annotators of one article mean for a training set."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dateline.gui.dialogs.export_dialog import ExportDialog
from dateline.gui.session import Session
from dateline.gui.tasks import Tasks
from dateline.model.annotation import Annotator, AnnotatorKind, Layer, Mention
from dateline.model.article import Progress, State
from dateline.model.ids import new_id
from dateline.model.text import Span


@pytest.fixture
def dialog(sample: Session, tasks: Tasks, window: QWidget) -> ExportDialog:
    project = sample.project
    assert project is not None
    articles = list(project.articles.all())[:2]
    kinds = {"Bo": AnnotatorKind.PERSON, "predictor": AnnotatorKind.MODEL}
    with project.step("Others") as step:
        for name, kind in kinds.items():
            who = Annotator(new_id(), name, kind)
            step.put(who)
            for article in articles:
                step.put(Mention(new_id(), article.id, who.id, Layer.ENTITY, "GPE", (Span(0, 6),)))
                step.put(Progress(new_id(), article.id, who.id, State.DONE))
    dialog = ExportDialog(sample, tasks, window)
    dialog.open()
    return dialog


def choose(dialog: ExportDialog, name: str) -> None:
    dialog.form.format.setCurrentIndex(dialog.form.format.findData(name))


def rows(dialog: ExportDialog) -> dict[str, bool]:
    return {i.text(0): i.checkState(0).value == 2 for i in dialog.form.annotators._items()}


def exported(qtbot: QtBot, dialog: ExportDialog, target: Path) -> str:
    dialog.form.target.set_path(target)
    dialog.start.click()
    qtbot.waitUntil(lambda: not dialog.work.running, timeout=10_000)
    return dialog.outcome.text.text()


def test_a_model_is_named_as_one_and_taken_only_where_the_work_goes_on(dialog: ExportDialog) -> None:
    assert rows(dialog) == {"gold (adjudicator)": True, "Bo": True, "predictor (model)": True}
    assert dialog.form.options().kinds is None
    choose(dialog, "spans")
    assert rows(dialog) == {"gold (adjudicator)": True, "Bo": True, "predictor (model)": False}
    assert "models" in dialog.form.about_choice.text()
    options = dialog.form.options()
    assert options.annotators is None, "nobody chose: articles that nobody has worked on are not left out for that"
    assert options.kinds is not None
    assert AnnotatorKind.MODEL not in options.kinds
    choose(dialog, "dateline")
    assert rows(dialog)["predictor (model)"]


def test_who_was_chosen_by_hand_stays_with_another_format(dialog: ExportDialog) -> None:
    choose(dialog, "spans")
    model = next(i for i in dialog.form.annotators._items() if "predictor" in i.text(0))
    dialog.form.annotators.check(str(model.data(0, 0x100)), True)
    choose(dialog, "conll")
    assert rows(dialog)["predictor (model)"]
    assert dialog.form.options().kinds is None


def test_articles_of_several_annotators_are_told_before_and_after(
    dialog: ExportDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    choose(dialog, "spans")
    assert "once for each" in dialog.form.about_choice.text()
    said = exported(qtbot, dialog, tmp_path / "out.jsonl")
    assert "2 articles come more than once, for each of several annotators (Bo, gold)." in said
    names = [json.loads(line)["meta"]["annotator"] for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    assert sorted(set(names)) == ["Bo", "gold"]


def test_one_annotator_gives_no_warning(dialog: ExportDialog, tmp_path: Path, qtbot: QtBot) -> None:
    choose(dialog, "spans")
    for item in dialog.form.annotators._items():
        dialog.form.annotators.check(str(item.data(0, 0x100)), item.text(0).startswith("gold"))
    assert "once for each" not in dialog.form.about_choice.text()
    assert "more than once" not in exported(qtbot, dialog, tmp_path / "out.jsonl")
