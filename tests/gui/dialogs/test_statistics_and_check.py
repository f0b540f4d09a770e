from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dateline.editing.checking import check_project
from dateline.gui.dialogs import check
from dateline.gui.dialogs.check import CheckDialog
from dateline.gui.dialogs.statistics import StatisticsDialog
from dateline.gui.session import Session
from dateline.gui.tasks import Tasks
from dateline.gui.theme import theme
from dateline.gui.widgets.wording import begun
from dateline.model.annotation import Layer
from dateline.model.article import Region, RegionKind
from dateline.model.changes import Kind
from dateline.model.ids import new_id
from dateline.model.text import Span
from dateline.model.wording import Wording
from dateline.review.consistency import Finding


def test_it_counts_by_annotator_and_label(
    sample: Session, tasks: Tasks, window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    sample.set_annotator("Ann")
    dialog = StatisticsDialog(sample, tasks, theme("light"), window)
    dialog.open()
    qtbot.waitUntil(lambda: not dialog.work.running, timeout=10_000)
    assert dialog.totals.text().startswith("5 articles, ")
    dialog.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert sample.project is not None
    people = sample.project.annotations.label_counts()
    assert f"GPE\t{people['GPE']}\t{people['GPE']}\t0" in copied
    assert "Ann\tperson\t5\t0\t0\t0\t0" in copied
    assert not dialog.grab().isNull()


def test_a_sound_project_is_said_to_be(sample: Session, tasks: Tasks, window: QWidget, qtbot: QtBot) -> None:
    dialog = CheckDialog(sample, tasks, window)
    dialog.open()
    qtbot.waitUntil(lambda: not dialog.work.running, timeout=10_000)
    assert dialog.outcome.title.text() == "All is well"


def test_findings_are_listed_and_lead_to_their_annotation(
    sample: Session, tasks: Tasks, window: QWidget, qtbot: QtBot
) -> None:
    project = sample.project
    assert project is not None
    label = sample.schema.by_name["MONEY"]
    with project.step("Break it") as step:
        step.delete(Kind.LABEL_TYPE, label.id)
    dialog = CheckDialog(sample, tasks, window)
    dialog.open()
    qtbot.waitUntil(lambda: not dialog.work.running, timeout=10_000)
    money = project.annotations.with_label("MONEY")
    about = [line for line in dialog.outcome.lines() if "label MONEY is not in the schema" in line]
    assert len(about) == len(money)
    rows = [dialog.outcome.list.topLevelItem(i) for i in range(dialog.outcome.list.topLevelItemCount())]
    row = next(r for r in rows if r is not None and "label MONEY" in r.text(1))
    dialog.outcome.list.itemActivated.emit(row, 0)
    assert sample.mention_id in {m.id for m in money}


def test_many_findings_are_cut(
    sample: Session, tasks: Tasks, window: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [Finding(f"wrong {n}", "Talks") for n in range(1200)]
    monkeypatch.setattr(check, "check_project", lambda *_: iter(found))
    dialog = CheckDialog(sample, tasks, window)
    dialog.open()
    qtbot.waitUntil(lambda: not dialog.work.running, timeout=10_000)
    assert dialog.outcome.title.text() == "1200 findings"
    assert len(dialog.outcome.lines()) == 1000
    assert "dateline check" in dialog.outcome.caption.text()


def test_leaving_stops_the_check(sample: Session, tasks: Tasks, window: QWidget, qtbot: QtBot) -> None:
    dialog = CheckDialog(sample, tasks, window)
    dialog.open()
    dialog.reject()
    qtbot.waitUntil(lambda: not tasks.running, timeout=10_000)


def test_labels_and_roles_are_called_as_they_are(sample: Session, tasks: Tasks, window: QWidget, qtbot: QtBot) -> None:
    project = sample.project
    assert project is not None
    label = sample.schema.by_name["PERSON"]
    mention = project.annotations.with_label("PERSON")[0]
    with project.step("Of its own") as step:
        step.put(replace(label, title="iş insanı"))
        step.put(replace(mention, attributes={"colour": "red"}))
    dialog = CheckDialog(sample, tasks, window)
    dialog.open()
    qtbot.waitUntil(lambda: not dialog.work.running, timeout=10_000)
    told = [line.split("\t")[1] for line in dialog.outcome.lines()]
    assert "iş insanı has no attribute colour" in told
    with project.step("Broken") as step:
        step.delete(Kind.LABEL_TYPE, sample.schema.by_name["MONEY"].id)
    dialog = CheckDialog(sample, tasks, window)
    dialog.open()
    qtbot.waitUntil(lambda: not dialog.work.running, timeout=10_000)
    assert any("\tThe label MONEY is not in the schema" in line for line in dialog.outcome.lines())


def test_what_is_found_is_said_in_the_windows_language(turkish: None, sample: Session) -> None:
    """Also kinds of region, layers, and what is wrong with the schema."""
    project = sample.project
    assert project is not None
    mention = project.annotations.with_label("PERSON")[0]
    kinds = (RegionKind.NEGATIVE, RegionKind.BOILERPLATE)
    with project.step("Break it") as step:
        step.put(replace(mention, layer=Layer.EVENT))
        step.put(replace(sample.schema.by_name["MONEY"], name="GPE", key=""))
        for kind in kinds:
            step.put(Region(new_id(), mention.article_id, kind, Span(0, 99_999), mention.annotator_id))
    told = "\n".join(begun(f.what) for f in check_project(project) if isinstance(f.what, Wording))
    assert "konumundaki doğrulanmış olumsuz, metnin" in told
    assert "konumundaki kalıp metin parçası, metnin" in told
    assert "bir varlık etiketi" in told
    assert "Şema: iki türün adı GPE" in told
