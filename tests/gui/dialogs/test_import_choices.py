"""What was chosen in the preview of an import is kept for the session, also when that is left by Esc."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dateline.editing.chosen_before import as_chosen_before
from dateline.editing.import_request import ImportRequest
from dateline.editing.kept_labels import KeptLabels, keep_labels, kept_labels
from dateline.editing.preview import ImportPreview
from dateline.editing.unknown_roles import RoleFound
from dateline.exchange.options import ReadOptions
from dateline.exchange.problems import Answer, Problem, Undecided
from dateline.gui.dialogs.frame import Dialog
from dateline.gui.dialogs.import_dialog import ImportDialog
from dateline.gui.dialogs.import_preview import PreviewPage
from dateline.gui.dialogs.kept_choices import AS_IT_IS
from dateline.gui.dialogs.reading_question import ReadingQuestion
from dateline.gui.session import Session
from dateline.gui.tasks import Tasks
from dateline.gui.widgets.elided_box import ElidedBox
from dateline.model.annotation import Layer
from dateline.model.ids import new_id
from dateline.model.schema import LabelType, Schema
from tests.gui.dialogs.test_import_dialog import _choose, run, spans


def again(empty: Session, tasks: Tasks, window: QWidget, source: Path, kept: dict) -> ImportDialog:  # type: ignore[type-arg]
    dialog = ImportDialog(empty, tasks, source.parent, [source], window, kept)
    dialog.open()
    return dialog


@pytest.mark.parametrize("chosen", ["ORG", "", AS_IT_IS])
def test_esc_on_the_preview_loses_no_choice(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot, chosen: str
) -> None:
    kept: dict = {}  # type: ignore[type-arg]
    source = spans(tmp_path, "PER")
    dialog = again(empty, tasks, window, source, kept)
    run(qtbot, dialog, "look")
    _choose(dialog, "PER", chosen)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    dialog = again(empty, tasks, window, source, kept)
    run(qtbot, dialog, "look")
    assert dialog.preview.mapping() == ({} if chosen == AS_IT_IS else {"PER": chosen})
    (tmp_path / "other").mkdir()
    other = again(empty, tasks, window, spans(tmp_path / "other", "PER"), kept)
    run(qtbot, other, "look")
    assert other.preview.mapping() == {"PER": "PERSON"}, "of another source nothing was chosen"


def test_what_was_chosen_holds_without_another_preview(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    kept: dict = {}  # type: ignore[type-arg]
    source = spans(tmp_path, "PERSON")
    dialog = again(empty, tasks, window, source, kept)
    run(qtbot, dialog, "look")
    _choose(dialog, "PERSON", "ORG")
    dialog.reject()
    dialog = again(empty, tasks, window, source, kept)
    run(qtbot, dialog)
    assert empty.project is not None
    pages = empty.project.annotations.bundles()
    assert [m.label for page in pages for m in page.annotations.mentions] == ["ORG"]


def test_a_dialog_whose_title_is_off_the_screen_comes_back(window: QWidget, qtbot: QtBot) -> None:
    answers = [Answer("utf16", ("Ankara",)), Answer("codepoints", ("nkara ",))]
    question = ReadingQuestion(Undecided(Problem("x", file="x.jsonl"), "offsets", answers), window)
    assert question.height() >= question.heightForWidth(question.width()) > 0
    for dialog in (question, Dialog("Any", window)):
        dialog.open()
        dialog.move(-40, -30)
        qtbot.waitUntil(lambda d=dialog: d.screen().availableGeometry().contains(d.frameGeometry().topLeft()))
        dialog.close()


def _imported_as(
    empty: Session, tasks: Tasks, window: QWidget, source: Path, qtbot: QtBot, chosen: dict[str, str]
) -> None:
    dialog = again(empty, tasks, window, source, {})
    run(qtbot, dialog, "look")
    for label, target in chosen.items():
        _choose(dialog, label, target)
    run(qtbot, dialog, "go_on")
    dialog.close()


@pytest.mark.parametrize("chosen", ["ORG", "", AS_IT_IS])
@pytest.mark.parametrize("press", ["look", "start"])
def test_what_labels_became_is_offered_for_the_next_source_of_the_format(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot, chosen: str, press: str
) -> None:
    _imported_as(empty, tasks, window, spans(tmp_path, "PER"), qtbot, {"PER": chosen})
    (tmp_path / "june").mkdir()
    dialog = again(empty, tasks, window, spans(tmp_path / "june", "PER"), {})
    run(qtbot, dialog, press)
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.preview)
    assert dialog.preview.mapping() == ({} if chosen == AS_IT_IS else {"PER": chosen})
    told = "what was chosen at an earlier import: PER" in dialog.preview.text.text()
    assert told == (chosen != AS_IT_IS), "as what is in the project it would come by itself"
    qtbot.waitUntil(lambda: dialog._counting is None and not dialog._waiting.isActive())
    _choose(dialog, "PER", "PERSON")
    assert dialog.preview.mapping() == {"PER": "PERSON"}
    qtbot.waitUntil(lambda: "what was chosen" not in dialog.preview.text.text())
    run(qtbot, dialog, "go_on")
    dialog.close()
    third = again(empty, tasks, window, spans(tmp_path / "june", "PER"), {})
    run(qtbot, third, "look")
    assert third.preview.mapping() == {"PER": "PERSON"}, "the last choice counts"
    assert ("what was chosen" in third.preview.text.text()) == (chosen == AS_IT_IS), "else it would come so by itself"


def test_what_was_proposed_and_taken_holds_where_nothing_is_shown(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    """On the command line nothing is proposed."""
    source = spans(tmp_path, "PER")
    assert empty.project is not None
    assert as_chosen_before(empty.project, ImportRequest([source], ReadOptions())).mapping == {}
    _imported_as(empty, tasks, window, source, qtbot, {})
    assert as_chosen_before(empty.project, ImportRequest([source], ReadOptions())).mapping == {"PER": "PERSON"}
    (tmp_path / "june").mkdir()
    plain = again(empty, tasks, window, spans(tmp_path / "june", "PERSON"), {})
    run(qtbot, plain, "start")
    assert plain.pages.currentWidget() is plain.outcome, "it has no label of which something was chosen"
    plain.close()
    _imported_as(empty, tasks, window, source, qtbot, {"PER": AS_IT_IS})
    assert as_chosen_before(empty.project, ImportRequest([source], ReadOptions())).mapping == {}, "and can be unsaid"


def test_what_was_chosen_for_another_format_is_not_offered(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    _imported_as(empty, tasks, window, spans(tmp_path, "PER"), qtbot, {"PER": "ORG"})
    other = tmp_path / "doccano.jsonl"
    other.write_text('{"text": "Ada met Bo.", "label": [[0, 3, "PER"]]}')
    dialog = again(empty, tasks, window, other, {})
    run(qtbot, dialog, "look")
    assert dialog.preview.mapping() == {"PER": "PERSON"}


@pytest.mark.parametrize("label", ["PER", "DATE"])
def test_of_sources_of_several_formats_that_is_offered_which_holds_for_all(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot, label: str
) -> None:
    """Where formats that have a label differ nothing is offered, which is told; each keeps what its sources have."""
    project = empty.project
    assert project is not None
    keep_labels(project, ["spans"], KeptLabels({"PER": "ORG"}), [])
    other = tmp_path / "doccano.jsonl"
    other.write_text(json.dumps({"text": "Ada met Bo.", "label": [[0, 3, label]]}))
    dialog = ImportDialog(empty, tasks, tmp_path, [spans(tmp_path, "PER"), other], window, {})
    dialog.open()
    run(qtbot, dialog, "look")
    told = [n.what for group in dialog.preview._found.notices for n in group.examples]
    differing = "at earlier imports another thing was chosen for PER in each format of these sources"
    assert (differing in told) == (label == "PER")
    assert dialog.preview.mapping()["PER"] == ("PERSON" if label == "PER" else "ORG")
    qtbot.waitUntil(lambda: dialog._counting is None and not dialog._waiting.isActive())
    _choose(dialog, "PER", "")
    run(qtbot, dialog, "go_on")
    assert kept_labels(project, ["spans"]).labels["PER"] == ""
    assert ("PER" in kept_labels(project, ["doccano"]).labels) == (label == "PER")


@pytest.mark.parametrize("chosen", [None, "PERSON", "", "as offered"])
def test_what_formats_differ_in_is_settled_by_a_person_alone(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot, chosen: str | None
) -> None:
    """Until somebody chooses, Enter brings nothing in, it is told, and what each format had stays remembered."""
    project = empty.project
    assert project is not None
    keep_labels(project, ["spans"], KeptLabels({"LOC": "GPE", "PER": "ORG"}, {}), [])
    keep_labels(project, ["doccano"], KeptLabels({"LOC": "", "PER": "ORG"}, {}), [])
    other = tmp_path / "doccano.jsonl"
    other.write_text(json.dumps({"text": "Ada met Bo.", "label": [[0, 3, "LOC"], [8, 10, "PER"]]}))
    dialog = ImportDialog(empty, tasks, tmp_path, [spans(tmp_path, "LOC"), other], window, {})
    dialog.open()
    run(qtbot, dialog)
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.preview and dialog.preview.counted)
    qtbot.waitUntil(lambda: dialog._counting is None and not dialog._waiting.isActive())

    def told() -> bool:
        whats = [n.what for group in dialog.preview._found.notices for n in group.examples]
        return any("another thing was chosen for LOC in each format" in what for what in whats)

    assert told(), "also when it was counted with what was remembered for all"
    assert dialog.back.isDefault()
    if chosen is not None:
        chosen = _pick_what_is_shown(dialog, "LOC") if chosen == "as offered" else chosen
        _choose(dialog, "LOC", chosen)
        qtbot.waitUntil(lambda: dialog.preview.counted and not told())
        assert dialog.go_on.isDefault()
        dialog.back.click()
        run(qtbot, dialog, "look")
        qtbot.waitUntil(lambda: dialog.preview.counted and not told())
    run(qtbot, dialog, "go_on")
    for name, before in (("spans", "GPE"), ("doccano", "")):
        assert kept_labels(project, [name]).labels.get("LOC", AS_IT_IS) == (before if chosen is None else chosen)


def _pick_what_is_shown(dialog: ImportDialog, label: str) -> str:
    """Take of what a label becomes what is marked there already, as from its open list, and return it."""
    (choice,) = (c for c in dialog.preview.labels.findChildren(ElidedBox) if label in c.accessibleName())
    choice.activated.emit(choice.currentIndex())
    return str(choice.currentData())


def test_a_choice_whose_label_is_gone_is_forgotten(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    assert empty.project is not None
    keep_labels(empty.project, ["spans"], KeptLabels({"PER": "GONE"}, {"CONSULT.Who": "Gone", "NO.Who": ""}), [])
    assert not kept_labels(empty.project, ["spans"])
    dialog = again(empty, tasks, window, spans(tmp_path, "PERSON"), {})
    run(qtbot, dialog)
    assert dialog.pages.currentWidget() is dialog.outcome
    assert empty.project.articles.count() == 2


def test_roles_are_told_apart_and_what_they_become_is_shown_whole(window: QWidget, qtbot: QtBot) -> None:
    page = PreviewPage(window)
    kinds = [LabelType(new_id(), Layer.EVENT, name) for name in ("MEET", "PRAISE")]
    page.resize(900, 400)
    page.show()
    found = ImportPreview(roles=tuple(RoleFound("Actor", t.name, 3, ("Ada",)) for t in kinds))
    page.show_preview(found, Schema(types=tuple(kinds)))
    qtbot.wait(30)
    items = [page.labels.item(row, 0) for row in range(2)]
    assert [item.text() for item in items if item] == ["Actor of MEET", "Actor of PRAISE"]
    boxes = page.labels.findChildren(ElidedBox)
    assert [box.shown_text() for box in boxes] == [box.currentText() for box in boxes]


def test_the_preview_can_be_left_by_cancel(
    empty: Session, tasks: Tasks, window: QWidget, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = again(empty, tasks, window, spans(tmp_path, "PER"), {})
    run(qtbot, dialog, "look")
    assert dialog.cancel.isVisible()
    dialog.cancel.click()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert empty.project is not None
    assert empty.project.articles.count() == 0
