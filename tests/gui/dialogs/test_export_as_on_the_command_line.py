"""What is chosen in the export dialog is what the same options of `dateline export` write, byte for byte."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dateline.cli import dateline
from dateline.exchange.format import Format
from dateline.exchange.formats import own_formats
from dateline.gui.dialogs.export_dialog import ExportDialog
from dateline.gui.session import Session
from dateline.gui.tasks import Tasks
from dateline.model.annotation import Annotator, Layer, Mention
from dateline.model.article import Article, Region, RegionKind, State
from dateline.model.changes import Kind
from dateline.model.ids import new_id
from dateline.model.text import Span

FORMATS = {f.name: f for f in own_formats().values() if f.can_export}
EXTRAS = {"spacy": "spacy", "uima": "cassis", "uima-json": "cassis", "parquet": "pyarrow"}


@pytest.fixture
def project(sample: Session) -> Path:
    """The sample with what can be chosen: two annotators, another state, boilerplate and a verified negative."""
    project = sample.project
    assert project is not None
    bundle = next(project.annotations.bundles())
    assert bundle.annotator is not None
    article: Article = bundle.article
    other = Annotator(new_id(), "ada")
    with project.step("More") as step:
        step.put(other)
        step.put(Mention(new_id(), article.id, other.id, Layer.ENTITY, "GPE", (Span(0, 6),)))
        step.put(Region(new_id(), article.id, RegionKind.BOILERPLATE, Span(0, 40)))
        step.put(Region(new_id(), article.id, RegionKind.NEGATIVE, Span(50, 80), bundle.annotator.id))
        known = project.annotations.progress_id(article.id, bundle.annotator.id)
        assert known is not None
        [progress] = project.annotations.records(Kind.PROGRESS, [known[0]])
        step.put(type(progress)(progress.id, article.id, bundle.annotator.id, State.STARTED))
    return project.path


class Window:
    """The dialog, and the words that say the same on the command line."""

    def __init__(self, dialog: ExportDialog, chosen: Format) -> None:
        self.form, self.chosen, self.words = dialog.form, chosen, ["--format", chosen.name]
        self.form.format.setCurrentIndex(self.form.format.findData(chosen.name))

    def whose_and_which(self) -> None:
        self.form.annotators.check(next(a for a, name in self._annotators() if name == "ada"), False)
        self.form.adjudicated.setChecked(True)
        for state in State:
            self.form.states.check(state.value, state is State.DONE)
        self.words += ["--annotator", "gold", "--adjudicated", "--state", "done"]

    def labels(self) -> None:
        if not self.form.labels.isEnabled():
            return
        kept = {"GPE", "DATE", "CONSULT", "AGREE"}
        for label in self._labels():
            self.form.labels.check(label, label in kept)
        self.form.boilerplate.setChecked(True)
        self.words += [*(word for label in sorted(kept) for word in ("--label", label)), "--keep-boilerplate"]

    def sentences_and_last_choices(self) -> None:
        if self.chosen.training:
            self.form.unit.setCurrentIndex(1)
            self.form.empty.setChecked(False)
            self.words += ["--unit", "sentence", "--no-empty"]
        for choice in self.chosen.choices:
            if choice.exporting:
                box = self.form.choices.boxes[choice.key]
                box.setCurrentIndex(box.findData(choice.values[-1]))
                self.words += ["--option", f"{choice.key}={choice.values[-1]}"]

    def parts_by_lot(self) -> None:
        self.form.parts.setText("train=50/held-out=50")
        self.form.seed.setText("7")
        self.form.split.setChecked(True)
        self.form.card.setChecked(True)
        self.words += ["--split", "train=50/held-out=50", "--seed", "7", "--card"]

    def parts_by_date(self) -> None:
        self.form.parts.setText("60/20/20")
        self.form.order.setCurrentIndex(1)
        self.form.split.setChecked(True)
        self.words += ["--split", "60/20/20", "--split-by", "date"]

    def _annotators(self) -> list[tuple[str, str]]:
        return [(str(i.data(0, 0x100)), i.text(0)) for i in self.form.annotators._items()]

    def _labels(self) -> list[str]:
        return [str(i.data(0, 0x100)) for i in self.form.labels._items()]


def files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def left_out(errors: str) -> list[str]:
    """Return what the command says is left out, as the window says it."""
    said = [line.removeprefix("dateline: ").partition("; --state")[0] for line in errors.splitlines()]
    return [
        f"{line[0].upper()}{line[1:]}." for line in said if line.startswith(("left out: ", "annotations left out: "))
    ]


CHOICES = {
    "labels in parts by lot": (Window.labels, Window.parts_by_lot),
    "sentences by date": (Window.sentences_and_last_choices, Window.parts_by_date),
    "one annotator": (Window.whose_and_which,),
}


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("choice", CHOICES)
def test_the_dialog_writes_what_the_command_line_does(
    sample: Session, project: Path, tasks: Tasks, window: QWidget, qtbot: QtBot, tmp_path: Path, name: str, choice: str
) -> None:
    if name in EXTRAS:
        pytest.importorskip(EXTRAS[name])
    chosen = FORMATS[name]
    out = "out" if chosen.folder else f"out{chosen.suffixes[0]}"
    for folder in ("window", "line"):
        (tmp_path / folder).mkdir()
    dialog = ExportDialog(sample, tasks, window)
    dialog.open()
    asked = Window(dialog, chosen)
    for choose in CHOICES[choice]:
        choose(asked)
    dialog.form.target.set_path(tmp_path / "window" / out)
    assert dialog.form.problem() == ""
    qtbot.waitUntil(lambda: dialog.knows, timeout=60_000)
    told = dialog.form.left.text()
    dialog.start.click()
    qtbot.waitUntil(lambda: not dialog.work.running, timeout=60_000)
    got = CliRunner().invoke(dateline, ["export", str(project), "-o", str(tmp_path / "line" / out), *asked.words])
    assert got.exit_code == 0, got.output
    assert told == " ".join(left_out(got.stderr))
    there, here = files(tmp_path / "line"), files(tmp_path / "window")
    assert here.keys() == there.keys()
    assert here
    assert {n: here[n] for n in here if here[n] != there[n]} == {n: there[n] for n in here if here[n] != there[n]}
