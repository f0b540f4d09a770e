"""The name of what is exported follows the format, and what another format wrote is not written over."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dateline.exchange.formats import format_named
from dateline.gui.dialogs.export_dialog import ExportDialog
from dateline.gui.dialogs.export_name import following
from dateline.gui.session import Session
from dateline.gui.tasks import Tasks
from tests.gui.dialogs.test_export_dialog import choose, opened, run


@pytest.mark.parametrize(
    ("name", "former", "chosen", "becomes"),
    [
        ("ner.spacy", "spacy", "huggingface", "ner.jsonl"),
        ("ner.SPACY", "spacy", "huggingface", "ner.jsonl"),
        ("v1.2.spacy", "spacy", "conll", "v1.2.conll"),
        ("ner.jsonl", "spans", "huggingface", "ner.jsonl"),
        ("ner.zip", "doccano", "spans", "ner.jsonl"),
        ("ner.txt", "conll", "conllu", "ner.txt"),
        ("ner.conll", "conll", "brat", "ner"),
        ("v1.2", "brat", "conll", "v1.2"),
        ("ner", "brat", "conll", "ner.conll"),
        ("ner", "brat", "webanno", "ner"),
    ],
)
def test_an_ending_of_the_former_format_becomes_one_of_the_chosen(
    name: str, former: str, chosen: str, becomes: str
) -> None:
    assert following(Path("/x", name), format_named(former), format_named(chosen)) == Path("/x", becomes)


def exported(dialog: ExportDialog, qtbot: QtBot) -> None:
    run(qtbot, dialog)
    assert dialog.pages.currentWidget() is dialog.outcome
    dialog.back.click()


def test_a_name_that_was_typed_follows_the_format(
    sample: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(sample, tasks, window)
    choose(dialog, "conllu")
    dialog.form.target.edit.setText(str(tmp_path / "ner"))
    dialog.form.target.edit.editingFinished.emit()
    dialog.form.split.setChecked(True)
    dialog.form.parts.setText("60/40")
    exported(dialog, qtbot)
    before = {path: path.read_bytes() for path in tmp_path.glob("ner*")}
    assert len(before) >= 3
    choose(dialog, "huggingface")
    assert dialog.form.target.path == tmp_path / "ner.jsonl"
    assert dialog.start.text() == "Export"
    exported(dialog, qtbot)
    assert {path: path.read_bytes() for path in before} == before
    assert (tmp_path / "ner.train.jsonl").is_file()


def test_files_of_another_format_are_named_and_cannot_be_replaced(
    sample: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(sample, tasks, window)
    choose(dialog, "spans")
    dialog.form.target.set_path(tmp_path / "ner.jsonl")
    exported(dialog, qtbot)
    content = (tmp_path / "ner.jsonl").read_bytes()
    choose(dialog, "huggingface")
    dialog.start.click()  # before anybody has looked: the export itself refuses
    qtbot.waitUntil(lambda: not dialog.work.running, timeout=10_000)
    assert dialog.problem.text().startswith("Nothing was written. ")
    dialog.form.card.setChecked(True)
    qtbot.waitUntil(lambda: not dialog.start.isEnabled(), timeout=10_000)
    for told in ("ner.jsonl", "Spans JSONL", "Hugging Face JSONL", "Choose another name, or remove"):
        assert told in dialog.problem.text()
    assert (tmp_path / "ner.jsonl").read_bytes() == content
    dialog.form.target.set_path(tmp_path / "other.jsonl")
    assert dialog.start.isEnabled()
    assert not dialog.problem.text()


def test_a_name_that_ends_as_another_formats_is_told(
    sample: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = opened(sample, tasks, window)
    choose(dialog, "conll")
    dialog.form.target.set_path(tmp_path / "ner.spacy")
    told = "ner.spacy ends as spaCy DocBin does, and is written as CoNLL-2003 columns."
    qtbot.waitUntil(lambda: told in dialog.form.earlier.text(), timeout=10_000)
