"""The first page of exporting: the format, the file, what of the project, and how it is divided."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QGridLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from dateline.editing.kept_export import KeptExport
from dateline.exchange.earlier import Earlier, is_database, targets
from dateline.exchange.format import Format
from dateline.exchange.formats import all_formats
from dateline.exchange.held_formats import strange_ending
from dateline.exchange.options import Unit, WriteOptions
from dateline.exchange.split import Order, Split
from dateline.gui.dialogs.check_list import CheckList
from dateline.gui.dialogs.choice_rows import ChoiceRows, most_choices
from dateline.gui.dialogs.export_beside import BesideExport
from dateline.gui.dialogs.export_chosen import ChosenOfProject
from dateline.gui.dialogs.export_division import DivisionRow
from dateline.gui.dialogs.export_name import following, proposed
from dateline.gui.dialogs.frame import WrappedLabel, muted
from dateline.gui.dialogs.notes import Notes
from dateline.gui.dialogs.path_field import PathField, PathKind
from dateline.gui.paths import is_folder, is_there
from dateline.gui.widgets.choice_box import ChoiceBox
from dateline.gui.widgets.wording import begun, said
from dateline.model.annotation import Annotator, AnnotatorKind, Layer
from dateline.model.article import State
from dateline.model.schema import Schema
from dateline.store.project import SUFFIX


class ExportForm(QWidget):
    """Everything that can be chosen before an export; `preview_wanted` when a split is to be shown."""

    changed = Signal()

    def __init__(self, project: Path, schema: Schema, annotators: list[Annotator], folder: Path | None = None) -> None:
        super().__init__()
        self._project = (folder or project.parent) / project.name
        self._formats = [f for f in all_formats().values() if f.can_export]
        self._formats.sort(key=lambda f: (f.name != "dateline", f.title.casefold()))
        self._proposed: Path | None = None
        self._whose = annotators
        self.format = ChoiceBox()
        self.format.setMaxVisibleItems(len(self._formats))
        for known in self._formats:
            self.format.addItem(known.title, known.name)
        self.about = muted()
        self.about.reserve(2)
        self.target = PathField(PathKind.NEW, self.tr("Export to"), self._project.parent)
        self._former = self._formats[0]  # what was chosen before
        self.annotators = CheckList(self.tr("Annotators"))
        self.annotators.set_groups([("", [(a.id, self._called(a)) for a in annotators])])
        self.states = CheckList(self.tr("States"))
        self.states.set_groups([("", [(s.value, text) for s, text in self._state_names().items()])])
        self.labels = CheckList(self.tr("Labels"))
        self.labels.set_groups(self._label_groups(schema))
        self.unit = ChoiceBox()
        self.unit.addItem(self.tr("One article a record"), Unit.DOCUMENT)
        self.unit.addItem(self.tr("One sentence a record"), Unit.SENTENCE)
        self.unit.setPlaceholderText(self.tr("One event a record"))  # of a format that has no other record
        self.empty = QCheckBox(self.tr("Also texts without a span"))
        self.empty.setChecked(True)
        self.boilerplate = QCheckBox(self.tr("Keep what is marked as boilerplate"))
        self._division = DivisionRow()
        self.split, self.parts = self._division.split, self._division.parts
        self.seed, self.order = self._division.seed, self._division.order
        self.adjudicated = QCheckBox(self.tr("Only what an adjudicator decided"))
        self.adjudicated.setEnabled(any(a.kind is AnnotatorKind.ADJUDICATOR for a in annotators))
        self.card = QCheckBox()
        self._beside = BesideExport(self)
        self.earlier, self.remove = self._beside.told, self._beside.remove
        self.own, self.again = self._beside.own, self._beside.again
        self.about_choice, self.sizes = muted(), muted()
        self.left = muted()  # what of the project is left out
        self.since = WrappedLabel()  # what the last export's choice does not tell of
        self.notes = Notes(self.tr("What is to be known"))
        for widget in (self.own, self.again, self.earlier, self.since, self.sizes, self.left, self.about_choice):
            self.notes.add(widget)
        self._lay_out()
        lists = (self.annotators, self.states, self.labels)
        ticks = (self.empty, self.boilerplate, self.adjudicated)
        self._chosen = ChosenOfProject(lists, self.unit, ticks, self.choices, annotators)
        self.show_earlier(Earlier())
        self._connect()
        self._format_chosen()
        self._divided()

    def _called(self, who: Annotator) -> str:
        """Return an annotator's name, and what it is where it is no person."""
        kinds = {AnnotatorKind.MODEL: self.tr("model"), AnnotatorKind.ADJUDICATOR: self.tr("adjudicator")}
        return f"{who.name} ({kinds[who.kind]})" if who.kind in kinds else who.name

    def _state_names(self) -> dict[State, str]:
        return {
            State.NEW: self.tr("New"),
            State.STARTED: self.tr("Started"),
            State.DONE: self.tr("Done"),
            State.SKIPPED: self.tr("Skipped"),
        }

    def _label_groups(self, schema: Schema) -> list[tuple[str, list[tuple[str, str]]]]:
        names = {
            Layer.ENTITY: self.tr("Entities"),
            Layer.TIME: self.tr("Times"),
            Layer.EVENT: self.tr("Events"),
            Layer.RELATION: self.tr("Relations"),
        }
        return [
            (names[layer], [(t.name, t.shown) for t in schema.layer(layer)]) for layer in Layer if schema.layer(layer)
        ]

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("F&ormat"), self.format)
        form.addRow("", self.about)
        form.addRow(self.tr("&To"), self.target)
        self._unit_row = QLabel(self.tr("&Record"))
        self._unit_row.setBuddy(self.unit)
        form.addRow(self._unit_row, self.unit)
        self.choices = ChoiceRows(form, most_choices([c for c in f.choices if c.exporting] for f in self._formats))
        lists = QGridLayout()
        lists.setHorizontalSpacing(12)
        for column, (title, widget) in enumerate(
            (
                (self.tr("&Annotators"), self.annotators),
                (self.tr("&States"), self.states),
                (self.tr("&Labels"), self.labels),
            )
        ):
            label = QLabel(title)
            label.setBuddy(widget)
            lists.addWidget(label, 0, column)
            lists.addWidget(widget, 1, column)
            lists.setColumnStretch(column, (5, 3, 5)[column])
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, 0, 0, 0)
        column_.setSpacing(9)
        column_.addLayout(form)
        column_.addLayout(lists, 1)
        column_.addWidget(self.empty)
        column_.addWidget(self.boilerplate)
        column_.addWidget(self.adjudicated)
        column_.addWidget(self.card)
        column_.addWidget(self._division)
        column_.addWidget(self.remove)
        column_.addWidget(self.notes)
        self.target.edit.setMinimumHeight(self.target.edit.sizeHint().height())

    def _connect(self) -> None:
        self.format.currentIndexChanged.connect(self._format_chosen)
        for signal in (
            self.target.changed,
            self.annotators.changed,
            self.states.changed,
            self.labels.changed,
            self.adjudicated.toggled,
            self.card.toggled,
            self.empty.toggled,
            self.boilerplate.toggled,
            self.choices.changed,
            self.again.toggled,
        ):
            signal.connect(lambda *_: self.changed.emit())
        self._division.changed.connect(self._divided)
        self.target.edit.editingFinished.connect(self._name_whole)
        self.changed.connect(lambda: self.notes.say(self.about_choice, " ".join(self._said_of_choice())))
        self.changed.connect(lambda: self.notes.say(self.since, " ".join(self._said_of_last())))

    def _name_whole(self) -> None:
        """Show the ending that a name without one gets."""
        if (path := self.path) and path != self.target.path:
            self.target.set_path(path)

    @property
    def chosen_format(self) -> Format:
        """The format chosen."""
        return self._formats[max(0, self.format.currentIndex())]

    def _format_chosen(self) -> None:
        chosen = self.chosen_format
        self.about.setText(said(chosen.writes or chosen.description))
        self._chosen.show(chosen)
        training = chosen.training
        whole = "" if training else self.tr("{} always has whole articles, and all of them.").format(chosen.title)
        if chosen.record_of:
            whole = self.tr("{} always has an event a record.").format(chosen.title)
        by_sentence = self.tr("{} always has a sentence a record.").format(chosen.title) if chosen.by_sentence else ""
        for widget in (self._unit_row, self.unit, self.empty):
            widget.setEnabled(training)
            widget.setToolTip(by_sentence or whole)
        if chosen.by_sentence:
            self.empty.setEnabled(True)
            self.empty.setToolTip("")
        self.labels.setEnabled(chosen.annotated)
        self.labels.setToolTip("" if chosen.annotated else self.tr("{} holds no annotations.").format(chosen.title))
        self.target.set_choice(PathKind.NEW, " ".join(f"*{s}" for s in chosen.suffixes) if not chosen.folder else "")
        former, self._former = self._former, chosen
        if self.target.path in {None, self._proposed}:
            self._proposed = proposed(self._project, chosen)
            self.target.set_path(self._proposed)
        elif former is not chosen and self.target.path:
            self.target.set_path(following(self.target.path, former, chosen))
        self.changed.emit()

    def _divided(self) -> None:
        card_alone = self.tr("Write a dataset card beside, too: a division has its manifest anyway")
        both = self.tr("Write a manifest and a dataset card beside")
        self.card.setText(card_alone if self.split.isChecked() else both)
        self.changed.emit()

    def _said_of_choice(self) -> Iterator[str]:
        """Yield what a format takes unless somebody chooses otherwise, and what the choice means for a training set."""
        chosen = self.chosen_format
        if not chosen.result:
            yield self.tr("{} has everything, whatever its state, unless you choose.").format(chosen.title)
        else:
            yield self.tr(
                "{} has started and done articles, unless you choose: new ones would say that there is nothing to tag, "
                "and skipped ones, such as older versions, are not to be learned from."
            ).format(chosen.title)
        if not (chosen.result or chosen.training) or self.adjudicated.isChecked():
            return
        ids = self.annotators.chosen()
        taken = [who for who in self._whose if ids is None or who.id in ids]
        models = [who.name for who in self._whose if who.kind is AnnotatorKind.MODEL]
        if taken_models := [who.name for who in taken if who.kind is AnnotatorKind.MODEL]:
            passing = self.tr("What models tagged ({}) passes for what somebody found right.")
            yield passing.format(", ".join(taken_models))
        elif models:
            yield self.tr("What models tagged ({}) is left out.").format(", ".join(models))
        if len(taken) > 1:
            yield self.tr(
                "An article that several annotators have worked on comes once for each: choose one of them, or only "
                "what an adjudicator decided."
            )

    def _said_of_last(self) -> Iterator[str]:
        """Yield what is not as it was for the last export to the format, since the project is not."""
        title = self.chosen_format.title
        void = self.tr("{}: nothing of what the last export to {} had is left; what is usual is checked.")
        for name in self._chosen.void:
            yield void.format(name, title)
        if new := self._chosen.unchecked:
            yield self.tr("New since the last export to {}, and not checked: {}.").format(title, ", ".join(new))

    def planned_split(self) -> Split | None:
        """Return the split asked for, None for none; raises ValueError saying how one is written."""
        return self._division.planned()

    @property
    def path(self) -> Path | None:
        """Where to write: a name without an ending gets the format's."""
        target = self.target.path
        return self.chosen_format.named(target) if target else None

    def problem(self) -> str:
        """Say what stands in the way; "" when nothing does."""
        try:
            self.planned_split()
        except ValueError as error:
            return f"{begun(str(error))}."
        target = self.path
        if target is None:
            return self.tr("Choose a file to write to.")
        if not is_folder(target.parent):
            return self.tr("There is no folder {}.").format(target.parent)
        if is_folder(target) and not self.chosen_format.folder:
            return self.tr("{} is a folder: add a file name.").format(target)
        if taken := next(filter(_is_project, self.replaced()), None):
            return self.tr("{} is a project or another database, and no export: choose another name.").format(taken)
        if self.annotators.chosen() == frozenset() or self.states.chosen() == frozenset():
            return self.tr("Nothing is chosen: check an annotator and a state.")
        if self.labels.isEnabled() and self.labels.chosen() == frozenset():
            return self.tr("Nothing is chosen: check a label.")
        return ""

    def replaced(self) -> list[Path]:
        """Return the files that are there and would be written over."""
        target, split = self.path, self.planned_split()
        return [p for p in targets(target, split).values() if is_there(p)] if target else []

    def show_earlier(self, found: Earlier, own: Sequence[Path] = ()) -> None:
        """Say what lies where the export is to go; `own` no export wrote as it is."""
        strange = strange_ending(path, self.chosen_format) if (path := self.path) else None
        self._beside.show(found, own, strange)

    @property
    def unanswered(self) -> bool:
        """Whether somebody has to agree first that files are replaced that no export wrote as they are."""
        return self._beside.unanswered

    @property
    def replaceable(self) -> tuple[Path, ...]:
        """The files that no export wrote as they are and that may be replaced."""
        return self._beside.replaceable

    def recall(self, kept: KeptExport) -> None:
        """Offer what was chosen for an export before; a format that is gone is passed over."""
        self._chosen.recall(kept.chosen)
        with QSignalBlocker(self.format):
            self.format.setCurrentIndex(max(0, self.format.findData(kept.format)))
        self._format_chosen()
        self._division.recall(kept)
        self.card.setChecked(kept.card)

    def to_keep(self) -> KeptExport:
        """Return what the next export of the project is to be offered."""
        return KeptExport(
            format=self.chosen_format.name,
            divided=self.split.isChecked(),
            parts=self.parts.text(),
            order=Order(self.order.currentData()),
            seed=self._division.lot,
            card=self.card.isChecked(),
            chosen={self.chosen_format.name: self._chosen.to_keep()},
        )

    def options(self) -> WriteOptions:
        """Return what was chosen; call it when there is no problem."""
        states = self.states.chosen()
        training = self.chosen_format.training
        return WriteOptions(
            annotators=self.annotators.chosen() if self._chosen.whose else None,
            kinds=None if self._chosen.whose else self.chosen_format.usual_kinds,
            states=None if states is None else frozenset(State(s) for s in states),
            labels=self.labels.chosen() if self.labels.isEnabled() else None,
            unit=Unit(self.unit.currentData()) if training else Unit.DOCUMENT,
            empty=self.empty.isChecked() or not self.empty.isEnabled(),
            boilerplate=self.boilerplate.isChecked(),
            split=self.planned_split(),
            adjudicated=self.adjudicated.isChecked(),
            card=self.card.isChecked(),
            remove_earlier=self._beside.agreed,
            extra=self.choices.chosen(),
        )


def _is_project(path: Path) -> bool:
    """Say whether a file is a project, by its name if that tells: who opens the open one loses its locks."""
    return path.suffix.lower() == SUFFIX or is_database(path)
