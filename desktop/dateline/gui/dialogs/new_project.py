"""Making a project: where, with which labels, from which texts."""

import tomllib
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFormLayout, QWidget

from dateline import assets
from dateline.gui.dialogs.frame import Dialog, muted, plural
from dateline.gui.dialogs.path_field import PathField, PathKind
from dateline.gui.paths import is_folder, is_there
from dateline.gui.widgets.choice_box import ChoiceBox
from dateline.model.annotation import Layer
from dateline.model.schema import Schema, SchemaError, schema_from_toml
from dateline.store.errors import ProjectError
from dateline.store.project import SUFFIX

translate = QCoreApplication.translate
_DEFAULT = "diplomacy"
_OWN = "own"
_LONGEST = 700  # characters of a description; the rest is in its tip

Create = Callable[[Path, Schema], ProjectError | None]


class ReadSchema(Struct, frozen=True):
    """What a schema file gave: a schema, or what is wrong with it."""

    schema: Schema | None = None
    problem: str = ""


def read_schema(path: Path) -> ReadSchema:
    """Read a schema file; what is wrong is said with the file's name."""
    try:
        return ReadSchema(schema_from_toml(tomllib.loads(path.read_text(encoding="utf-8")), path.stem))
    except OSError as error:
        return ReadSchema(problem=f"{path.name}: {error.strerror or error}")
    except UnicodeDecodeError:
        return ReadSchema(problem=f"{path.name}: not UTF-8")
    except (tomllib.TOMLDecodeError, SchemaError, ValueError) as error:
        return ReadSchema(problem=f"{path.name}: {error}")


class NewProjectDialog(Dialog):
    """Asks for file, schema and texts; `create` makes the project, then `created` carries the folder or None."""

    created = Signal(object)  # Path | None

    def __init__(self, folder: Path, create: Create, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("New project"))
        self.setMinimumWidth(560)
        self._create = create
        self._presets = {p.stem: p for p in sorted(assets.resources("schemas").glob("*.toml"))}
        self._read = ReadSchema()
        kinds = self.tr("Dateline projects (*{})").format(SUFFIX)
        self.file = PathField(PathKind.NEW, self.tr("Project file"), folder, kinds)
        self.schema = ChoiceBox()
        self.schema.setAccessibleName(self.tr("Labels"))
        self.own = PathField(PathKind.FILE, self.tr("Schema file"), folder, self.tr("Schemas (*.toml)"))
        self.about = muted()
        self.texts = PathField(PathKind.FOLDER, self.tr("Folder of texts"), folder)
        self.texts.edit.setPlaceholderText(self.tr("none: import later"))
        self._fill_schemas()
        self._lay_out()
        self.add_button(self.tr("Cancel"), self.reject)
        self.make = self.add_button(self.tr("Make project"), self._make, default=True)
        self.file.changed.connect(self._look)
        self.own.changed.connect(self._schema_chosen)
        self.schema.currentIndexChanged.connect(self._schema_chosen)
        self.file.set_path(_free(folder))
        self._schema_chosen()
        self.file.edit.setFocus()
        name = self.file.edit.text()
        self.file.edit.setSelection(len(name) - len(Path(name).name), len(Path(name).stem))

    def _fill_schemas(self) -> None:
        order = sorted(self._presets, key=lambda name: (name != _DEFAULT, name))
        for name in order:
            read = read_schema(self._presets[name])
            title = (read.schema.title if read.schema else "") or name
            self.schema.addItem(title, name)
        self.schema.addItem(self.tr("From a file of my own…"), _OWN)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(9)
        form.addRow(self.tr("&File"), self.file)
        form.addRow(self.tr("&Labels"), self.schema)
        form.addRow("", self.own)
        form.addRow("", self.about)
        form.addRow(self.tr("&Texts"), self.texts)
        hint = self.tr("A folder of .txt or .html files; a table articles.tsv or .csv in it gives titles and dates.")
        form.addRow("", muted(hint))
        self.body.addLayout(form)
        self.body.addStretch()
        self.own.hide()

    def _schema_chosen(self) -> None:
        name = self.schema.currentData()
        self.own.setVisible(name == _OWN)
        path = self.own.path if name == _OWN else self._presets[name]
        self._read = read_schema(path) if path else ReadSchema()
        self.about.setText(_described(self._read.schema) if self._read.schema else "")
        self.about.setToolTip(" ".join(self._read.schema.description.split()) if self._read.schema else "")
        self.about.setVisible(self._read.schema is not None)
        self._look()

    def _look(self) -> None:
        problem = self._problem()
        self.say_problem(problem)
        self.make.setEnabled(not problem and self.file.path is not None and self._read.schema is not None)

    def _problem(self) -> str:
        path = self.target
        if self._read.problem:
            return self.tr("This schema cannot be used. {}").format(self._read.problem)
        if path is None:
            return ""
        if is_there(path):
            return self.tr("{} is there already: choose another name, or open it.").format(path.name)
        if not is_folder(path.parent):
            return self.tr("There is no folder {}.").format(path.parent)
        return ""

    @property
    def target(self) -> Path | None:
        """The file to make; the suffix is added where it is missing."""
        path = self.file.path
        if path is None or not path.name:
            return None
        return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)

    def _make(self) -> None:
        folder, target, schema = self.texts.path, self.target, self._read.schema
        if target is None or schema is None:
            return
        if folder is not None and not is_folder(folder):
            self.say_problem(self.tr("There is no folder {}.").format(folder))
            return
        error = self._create(target, schema)
        if error is not None:
            self.say_problem(f"{error.what}. {error.todo}")
            return
        self.accept()
        self.created.emit(folder)


def _free(folder: Path) -> Path:
    """Return a path in a folder that is not taken."""
    number = 1
    while is_there(path := folder / (f"articles{SUFFIX}" if number == 1 else f"articles-{number}{SUFFIX}")):
        number += 1
    return path


def _described(schema: Schema) -> str:
    translate = QCoreApplication.translate
    names = {
        Layer.ENTITY: (translate("NewProject", "1 entity"), translate("NewProject", "{} entities")),
        Layer.TIME: (translate("NewProject", "1 time"), translate("NewProject", "{} times")),
        Layer.EVENT: (translate("NewProject", "1 event"), translate("NewProject", "{} events")),
        Layer.RELATION: (translate("NewProject", "1 relation"), translate("NewProject", "{} relations")),
    }
    counts = ", ".join(plural(n, *names[layer]) for layer in Layer if (n := len(schema.layer(layer))))
    text = " ".join(schema.description.split())
    short = text if len(text) < _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + "…"
    return f"{counts}. {short}" if short else f"{counts}."
