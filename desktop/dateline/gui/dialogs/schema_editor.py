"""The editor of labels: every change says what it touches, is one step, and can be undone."""

from collections.abc import Callable
from pathlib import Path

import tomli_w
from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QPushButton, QSplitter, QToolButton, QVBoxLayout, QWidget

from dateline.editing.common import EditError
from dateline.editing.schema import joined_by, merge_types, move_type, new_type, put_type, remove_type
from dateline.exchange.problems import problem_of
from dateline.gui.actions import reserved_keys
from dateline.gui.dialogs.frame import Dialog, muted, plural
from dateline.gui.dialogs.schema_checks import notes, problems
from dateline.gui.dialogs.schema_list import SchemaList
from dateline.gui.dialogs.type_form import TypeForm
from dateline.gui.session import Session
from dateline.gui.tasks import Tasks
from dateline.gui.theme import Theme
from dateline.model.annotation import Layer
from dateline.model.changes import Changes
from dateline.model.progress import Progress, Silent
from dateline.model.schema import LabelType, Schema, schema_to_toml_data
from dateline.store.errors import ProjectError
from dateline.store.project import Project

Edit = Callable[[Project, Progress], Changes]
_MANY = 500  # annotations touched, above which an edit runs beside the window: each takes 100 to 400 microseconds
_PAUSE = 400  # milliseconds after a change beside the editor before it counts again


def save_schema(path: Path, schema: Schema) -> None:
    """Write a schema as TOML; raises OSError."""
    path.write_text(tomli_w.dumps(schema_to_toml_data(schema), multiline_strings=True), encoding="utf-8")


class SchemaEditor(Dialog):
    """Stays open beside the window, so that Ctrl+Z there is at hand; it has an Undo of its own too."""

    def __init__(self, session: Session, tasks: Tasks, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Labels"))
        self.setWindowModality(Qt.WindowModality.NonModal)
        self.resize(940, 700)
        self._session, self._tasks = session, tasks
        self._reserved = reserved_keys()
        self._counts: dict[str, int] = {}  # annotations by label
        self._roles: dict[tuple[str, str], int] = {}  # filled roles by label and role
        self._later = QTimer(self)  # counting a large project at every tag would be felt
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE)
        self._later.timeout.connect(self._recount)
        self.list, self.form = SchemaList(theme), TypeForm(theme)
        self.touches = muted()
        self.add, self.merge = QPushButton(self.tr("Add")), QPushButton(self.tr("Merge into"))
        self.remove = QPushButton(self.tr("Remove"))
        self.up, self.down = QToolButton(), QToolButton()
        for arrow, text, tip in ((self.up, "↑", self.tr("Move up")), (self.down, "↓", self.tr("Move down"))):
            arrow.setText(text)
            arrow.setToolTip(tip)
            arrow.setAccessibleName(tip)
        self.apply = QPushButton(self.tr("Apply"))
        self._lay_out()
        self._make_menus()
        self.save = self.add_button(self.tr("Save as TOML…"), self._save, left=True)
        self.undo = self.add_button(self.tr("Undo"), session.undo, left=True)
        self.add_button(self.tr("Close"), self._close)
        self.list.type_chosen.connect(self._chosen)
        self.form.changed.connect(self._look)
        self.remove.clicked.connect(self._remove)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.apply.clicked.connect(self._apply)
        session.schema_changed.connect(self._reload)
        session.changed.connect(self._later.start)
        session.project_changed.connect(self.close)
        self._reload()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for button in (self.add, self.merge, self.remove):
            button.setAutoDefault(False)
            button.setStyleSheet(f"min-width: {button.fontMetrics().horizontalAdvance(button.text()) + 14}px;")
            buttons.addWidget(button)
        buttons.addStretch()
        buttons.addWidget(self.up)
        buttons.addWidget(self.down)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)
        right = QWidget()
        column_2 = QVBoxLayout(right)
        column_2.setContentsMargins(8, 0, 0, 0)
        column_2.addWidget(self.form, 1)
        row = QHBoxLayout()
        row.addWidget(self.touches, 1)
        self.apply.setDefault(True)
        row.addWidget(self.apply)
        column_2.addLayout(row)
        both = self._parts = QSplitter()
        both.addWidget(left)
        both.addWidget(right)
        both.setSizes([380, 540])
        both.setChildrenCollapsible(False)
        self.body.addWidget(both, 1)

    def _make_menus(self) -> None:
        names = {
            Layer.ENTITY: self.tr("Entity"),
            Layer.TIME: self.tr("Time"),
            Layer.EVENT: self.tr("Event"),
            Layer.RELATION: self.tr("Relation"),
        }
        menu = QMenu(self.add)
        for layer, name in names.items():
            menu.addAction(name).triggered.connect(lambda _=False, k=layer: self.add_type(k))
        self.add.setMenu(menu)
        self.merge_menu = QMenu(self.merge)
        self.merge_menu.aboutToShow.connect(self.fill_merge_menu)
        self.merge.setMenu(self.merge_menu)

    # What is shown

    @property
    def _project(self) -> Project | None:
        return self._session.project

    def _reload(self, *_: object) -> None:
        """Show the schema as it is now; what was typed and not applied is let go."""
        if self._project is None:
            return
        self._count(self._project)
        self.list.set_schema(self._session.schema, self._counts)
        self.form.show_type(self.list.current)
        self._look()

    def _count(self, project: Project) -> None:
        self._counts = project.annotations.label_counts()
        self._roles = project.annotations.role_counts()

    def _recount(self) -> None:
        if self._project is not None:
            self._count(self._project)
            if not self._dirty():
                self.list.set_schema(self._session.schema, self._counts)
            self._look()

    def _chosen(self, label: LabelType) -> None:
        """Going to another type applies what was typed; where that cannot be, it stays."""
        shown = self.form.shown
        if shown is not None and label.id != shown.id and self._dirty():
            if self._problems():
                self.list.choose(shown.id)
                return
            if not self._apply():
                return
            self.list.choose(label.id)
            return
        if shown is None or label != shown:
            self.form.show_type(label)
        self._look()

    def _dirty(self) -> bool:
        return self.form.shown is not None and self.form.value() != self.form.shown

    def _problems(self) -> list[str]:
        value = self.form.value()
        return problems(self._session.schema, value, self._reserved) if value else []

    def _look(self) -> None:
        """Say what stands in the way of what was typed, and what applying it touches."""
        old, new, project = self.form.shown, self.form.value(), self._project
        writable = project is not None and not project.readonly
        found = self._problems() if self._dirty() else []
        self.say_problem(". ".join(f[:1].upper() + f[1:] for f in found) + "." if found else "")
        self.apply.setEnabled(writable and self._dirty() and not found)
        others = [t for t in self._session.schema.types if old and t.layer is old.layer and t.id != old.id]
        self.add.setEnabled(writable)
        self.remove.setEnabled(writable and old is not None)
        for button in (self.merge, self.up, self.down):
            button.setEnabled(writable and bool(others))
        self.undo.setEnabled(writable)
        if old is None or new is None or project is None:
            self.touches.setText("")
            return
        self.remove.setToolTip(self.tr("Deletes the label. {}").format(self._said(old)))
        self.touches.setText(" ".join([self._what_it_touches(old, new), *notes(self._session.schema, new)]))

    def _said(self, label: LabelType) -> str:
        """Say how many annotations carry a label."""
        count = self._counts.get(label.name, 0)
        return plural(count, self.tr("Touches 1 annotation."), self.tr("Touches {} annotations."))

    def _what_it_touches(self, old: LabelType, new: LabelType) -> str:
        if old.name != new.name:
            return self._said(old)
        before, after = [r.name for r in old.roles], [r.name for r in new.roles]
        if before != after:
            gone = sum(self._roles.get((old.name, name), 0) for name in set(before) - set(after))
            if len(before) == len(after):
                return plural(gone, self.tr("Touches 1 filled role."), self.tr("Touches {} filled roles."))
            if gone:
                text = self.tr("{} fillers keep a role that the label no longer has; the check lists them.")
                return text.format(gone)
        return self._said(old) if old == new else self.tr("Touches no annotation.")

    # What is done

    def _apply(self) -> bool:
        new, project = self.form.value(), self._project
        if new is None or project is None or self._problems():
            return False
        old = self.form.shown
        touched = self._counts.get(old.name, 0) if old and old.name != new.name else 0
        return self._do(touched, lambda own, progress: put_type(own, new, progress))

    def _do(self, touched: int, edit: Edit) -> bool:
        """Make an edit; return whether it is done. One that touches very many annotations runs in a worker."""
        project = self._project
        if project is None:
            return False
        if touched <= _MANY:
            return self._session.do(lambda: edit(project, Silent()), "schema", say=True) is not None
        if self._session.locked:
            self._session.message.emit(self.tr("A long job is running: wait for it, or cancel it below."))
            return False

        def work(progress: Progress) -> Changes:
            with project.sibling() as own:
                return edit(own, progress)

        self._session.locked = True
        self._parts.setEnabled(False)
        task = self._tasks.start(self.tr("Changing {} annotations").format(touched), work)
        task.finished.connect(self._unlock)
        task.succeeded.connect(self._done)
        task.failed.connect(self._failed)
        return False

    def _unlock(self) -> None:
        self._session.locked = False
        self._parts.setEnabled(True)
        self._reload()

    def _done(self, changes: Changes) -> None:
        self._session.broadcast(replace(changes, articles=None), "schema")
        self._session.message.emit(changes.label)

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, ProjectError):
            self._session.failed.emit(error)
        elif isinstance(error, EditError):
            self._session.message.emit(str(error))
        else:
            raise error

    def add_type(self, layer: Layer) -> None:
        """Add a type of a layer under a name that is free, and go to its name."""
        project = self._project
        if project is None:
            return
        number, base = 1, layer.value.upper()
        while (name := f"NEW_{base}" if number == 1 else f"NEW_{base}_{number}") in self._session.schema.by_name:
            number += 1
        label = new_type(self._session.schema, layer, name)
        if problems(self._session.schema, label, self._reserved):
            label = replace(label, key="")
        if self._session.do(lambda: put_type(project, label), "schema", say=True):
            self.list.choose(label.id)
            self.form.name.setFocus()
            self.form.name.selectAll()

    def fill_merge_menu(self) -> None:
        """List the types that the current one can be merged into."""
        self.merge_menu.clear()
        old = self.form.shown
        if old is None:
            return
        self.merge_menu.addSection(self._said(old))
        joined = joined_by(self._project, old.name) if self._project else {}
        for other in self._session.schema.layer(old.layer):
            if other.id != old.id:
                count = joined.get(other.name, 0)
                name = other.shown.replace("&", "&&")
                if count:
                    name = self.tr("{label} ({count} on the same words are joined)").format(label=name, count=count)
                action = self.merge_menu.addAction(name)
                action.triggered.connect(lambda _=False, o=other: self.merge_into(o.id))

    def merge_into(self, target_id: str) -> None:
        """Give the annotations of the current type to another and go there."""
        old, project = self.form.shown, self._project
        if old is not None and project is not None:
            self.form.show_type(None)
            touched = self._counts.get(old.name, 0)
            if self._do(touched, lambda own, progress: merge_types(own, old.id, target_id, progress)):
                self.list.choose(target_id)
            self._reload()

    def _remove(self) -> None:
        old, project = self.form.shown, self._project
        if old is not None and project is not None:
            self.form.show_type(None)
            self._do(self._counts.get(old.name, 0), lambda own, progress: remove_type(own, old.id, progress))
            self._reload()

    def _close(self) -> None:
        """Closing applies what was typed; where that cannot be, the dialog stays and says why."""
        if not self._dirty() or (not self._problems() and self._apply()):
            self.accept()

    def _move(self, by: int) -> None:
        old, project = self.form.shown, self._project
        if old is None or project is None or (self._dirty() and not self._apply()):
            return
        ids = [t.id for t in self._session.schema.layer(old.layer)]
        to = ids.index(old.id) + by
        if 0 <= to < len(ids):
            self._session.do(lambda: move_type(project, old.id, to), "schema")

    def _save(self) -> None:
        project = self._project
        if project is None:
            return
        schema = self._session.schema
        at = project.path.with_name(f"{schema.name or 'schema'}.toml")
        title = self.tr("Save the labels")
        given, _ = QFileDialog.getSaveFileName(self, title, str(at), self.tr("Schemas (*.toml)"))
        if not given:
            return
        path = Path(given) if given.endswith(".toml") else Path(f"{given}.toml")
        try:
            save_schema(path, schema)
        except OSError as error:
            self.say_problem(f"{problem_of(error, path, 'written')}.")
            return
        self._session.message.emit(self.tr("Saved: {}").format(path))
