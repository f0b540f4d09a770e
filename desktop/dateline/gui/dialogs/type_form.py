"""One label type to look at and change."""

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from dateline.gui.dialogs.colour_row import ColourRow
from dateline.gui.dialogs.row_table import Column, Row, RowTable
from dateline.gui.theme import Theme
from dateline.model.annotation import Layer
from dateline.model.schema import Attribute, LabelType, Role


class TypeForm(QScrollArea):
    """Shows a type; `value` is what the fields say now."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: LabelType | None = None
        self.setWidgetResizable(True)
        self.setAccessibleName(self.tr("Label"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields have the keys, and bring themselves into view
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.title, self.name, self.code, self.key = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self.title.setPlaceholderText(self.tr("the name"))
        self.code.setPlaceholderText(self.tr("two to four letters, for tags with little room"))
        self.key.setPlaceholderText(self.tr("one stroke, or two parted by a space: v c"))
        self.colour = ColourRow(theme.labels)
        self.description = QPlainTextEdit()
        self.description.setTabChangesFocus(True)
        self.description.setFixedHeight(5 * self.description.fontMetrics().lineSpacing() + 14)
        self.description.setPlaceholderText(self.tr("The guideline: what counts, what does not, an *example*"))
        self.roles = RowTable(
            self.tr("Roles"),
            (
                Column(self.tr("Name")),
                Column(self.tr("Key"), self.tr("Pressed while the event is selected")),
                Column(self.tr("Fillers"), self.tr("Labels that fit, with commas between; empty: all"), wide=True),
                Column(self.tr("Required"), box=True),
                Column(self.tr("Several"), self.tr("Whether it can be filled more than once"), box=True),
            ),
        )
        self.attributes = RowTable(
            self.tr("Attributes"),
            (
                Column(self.tr("Name")),
                Column(self.tr("Values"), self.tr("The choices, with commas between; empty: free text"), wide=True),
                Column(self.tr("Default")),
                Column(self.tr("Key"), self.tr("Goes through the values while the annotation is selected")),
            ),
            shown_rows=3,
        )
        self._lay_out()
        for edit in (self.title, self.name, self.code, self.key):
            edit.textEdited.connect(lambda _: self.changed.emit())
        self.description.textChanged.connect(self.changed)
        for part in (self.colour, self.roles, self.attributes):
            part.changed.connect(self.changed)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.addRow(self.tr("&Title"), self.title)
        form.addRow(self.tr("&Name"), self.name)
        form.addRow(self.tr("&Code"), self.code)
        form.addRow(self.tr("&Key"), self.key)
        form.addRow(self.tr("Colour"), self.colour)
        form.addRow(self.tr("&Guideline"), self.description)
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(2, 2, 10, 2)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self.roles, 2)
        column.addWidget(self.attributes, 1)
        column.addStretch()
        self.setWidget(sheet)

    @property
    def shown(self) -> LabelType | None:
        """The type as it was when it was shown."""
        return self._shown

    def show_type(self, label: LabelType | None) -> None:
        """Show a type, or nothing."""
        self._shown = label
        self.blockSignals(True)
        self.setEnabled(label is not None)
        for edit, text in (
            (self.title, label.title if label else ""),
            (self.name, label.name if label else ""),
            (self.code, label.code if label else ""),
            (self.key, label.key if label else ""),
        ):
            edit.setText(text)
        self.colour.set_value(label.colour if label else "")
        self.description.setPlainText(label.description if label else "")
        self.roles.set_rows([_role_row(r) for r in label.roles] if label else [])
        self.attributes.set_rows([_attribute_row(a) for a in label.attributes] if label else [])
        self.roles.setVisible(label is not None and label.layer is Layer.EVENT)
        self.attributes.setVisible(label is not None and label.layer is not Layer.RELATION)
        relation = label is not None and label.layer is Layer.RELATION
        self.key.setEnabled(not relation)
        self.blockSignals(False)

    def value(self) -> LabelType | None:
        """Return the type as the fields say, None when none is shown."""
        if self._shown is None:
            return None
        old = self._shown
        return replace(
            old,
            name=self.name.text().strip(),
            title=self.title.text().strip(),
            code=self.code.text().strip(),
            key=" ".join(self.key.text().split()),
            colour=self.colour.value,
            description=self.description.toPlainText().strip(),
            roles=tuple(_role(row, old.roles, at) for at, row in enumerate(self.roles.rows())),
            attributes=tuple(_attribute(row, old.attributes, at) for at, row in enumerate(self.attributes.rows())),
        )


def _listed(text: str | bool) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in str(text).split(",") if part.strip()))


def _role_row(role: Role) -> Row:
    return (role.name, role.key, ", ".join(role.fillers), role.required, role.repeatable)


def _role(row: Row, old: tuple[Role, ...], at: int) -> Role:
    """Make a role of a row; its guideline is that of the same name, else of the same place."""
    name, key, fillers, required, repeatable = row
    there = next((r for r in old if r.name == name), old[at] if at < len(old) else None)
    description = there.description if there else ""
    return Role(str(name), str(key), _listed(fillers), bool(required), bool(repeatable), description)


def _attribute_row(attribute: Attribute) -> Row:
    return (attribute.name, ", ".join(attribute.values), attribute.default, attribute.key)


def _attribute(row: Row, old: tuple[Attribute, ...], at: int) -> Attribute:
    name, values, default, key = row
    there = next((a for a in old if a.name == name), old[at] if at < len(old) else None)
    return Attribute(str(name), _listed(values), str(default), str(key), there.description if there else "")
