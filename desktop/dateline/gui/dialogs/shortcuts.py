"""F1: everything that can be done and how, made from the table of actions and the labels of the project."""

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QPalette
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from dateline.gui.actions import ActionSpec, by_topic, translated
from dateline.gui.dialogs.frame import fit_screen
from dateline.gui.theme import Theme
from dateline.gui.widgets.labels import KeyCap, SectionHeader
from dateline.gui.widgets.search_field import SearchField
from dateline.model.annotation import Layer
from dateline.model.schema import Schema
from dateline.model.text import fold

COLUMNS = 2
_GESTURE_WIDTH = 148  # of what is done with the mouse, said in words; longer ones go over two lines


class SheetRow(Struct, frozen=True):
    """One thing that can be done: `keys` are lists of caps parted by spaces ("Ctrl Z"), `gesture` is in words."""

    text: str
    keys: tuple[str, ...] = ()
    gesture: str = ""
    description: str = ""


class Section(Struct, frozen=True):
    """Rows on one topic."""

    title: str
    rows: tuple[SheetRow, ...]


def sheet_sections(schema: Schema) -> list[Section]:
    """Return every row of the action table that has a key or a gesture, by topic, then the keys of the schema."""
    sections = [
        Section(translated(topic), tuple(_row(spec) for spec in specs if spec.keys or spec.gesture))
        for topic, specs in by_topic().items()
    ]
    return [section for section in [*sections, *_schema_sections(schema)] if section.rows]


def _row(spec: ActionSpec) -> SheetRow:
    return SheetRow(
        translated(spec.text).replace("&", "").rstrip("…"),
        tuple(caps(key) for key in spec.keys),
        translated(spec.gesture),
        translated(spec.description),
    )


def caps(key: str) -> str:
    """Return a portable key sequence as caps parted by spaces, in the words of the platform: "Ctrl +"."""
    shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    head, plus, last = shown.rpartition("+") if not shown.endswith("++") else (shown[:-2], "+", "+")
    return " ".join([*head.split("+"), last]) if plus and head else shown


def _schema_sections(schema: Schema) -> list[Section]:
    names = {
        Layer.ENTITY: QCoreApplication.translate("ShortcutSheet", "Labels: entities"),
        Layer.TIME: QCoreApplication.translate("ShortcutSheet", "Labels: times"),
        Layer.EVENT: QCoreApplication.translate("ShortcutSheet", "Labels: events"),
        Layer.RELATION: QCoreApplication.translate("ShortcutSheet", "Labels: relations"),
    }
    sections = [
        Section(name, tuple(SheetRow(t.shown, (t.key,)) for t in schema.layer(layer) if t.key))
        for layer, name in names.items()
    ]
    roles = {(r.name, r.key): None for t in schema.types for r in t.roles if r.key}
    attributes = {(a.name, a.key): None for t in schema.types for a in t.attributes if a.key}
    selected = QCoreApplication.translate("ShortcutSheet", "While an event is selected: roles")
    cycled = QCoreApplication.translate("ShortcutSheet", "While an annotation is selected: attributes")
    for title, found in ((selected, roles), (cycled, attributes)):
        sections.append(Section(title, tuple(SheetRow(name, (key,)) for name, key in found)))
    return sections


def matches(row: SheetRow, title: str, sought: str) -> bool:
    """Return whether every word sought is in the row, its keys or its topic."""
    text = fold(f"{row.text} {row.description} {row.gesture} {' '.join(row.keys)} {'+'.join(row.keys)} {title}")
    text += " " + " ".join("+".join(key.split()) for key in row.keys).casefold()
    return all(word in text for word in fold(sought).split())


class _RowView(QWidget):
    """A row as widgets, so that screen readers read it."""

    def __init__(self, row: SheetRow, theme: Theme) -> None:
        super().__init__()
        words = QVBoxLayout()
        words.setSpacing(0)
        name = QLabel(row.text)
        name.setWordWrap(True)
        words.addWidget(name)
        if row.description:
            more = QLabel(row.description)
            more.setWordWrap(True)
            more.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            font = more.font()
            font.setPointSizeF(font.pointSizeF() * 0.88)
            more.setFont(font)
            words.addWidget(more)
        words.addStretch()
        how = QVBoxLayout()
        how.setSpacing(3)
        for key in row.keys:
            how.addWidget(KeyCap(key, theme), 0, Qt.AlignmentFlag.AlignRight)
        if row.gesture:
            gesture = QLabel(row.gesture)
            gesture.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            gesture.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            if gesture.sizeHint().width() > _GESTURE_WIDTH:
                gesture.setWordWrap(True)
                gesture.setFixedWidth(_GESTURE_WIDTH)  # or it would squeeze what the row is about
            how.addWidget(gesture)
        how.addStretch()
        box = QHBoxLayout(self)
        box.setContentsMargins(10, 3, 10, 3)
        box.setSpacing(12)
        box.addLayout(words, 1)
        box.addLayout(how)


class _SectionView(QWidget):
    def __init__(self, section: Section, theme: Theme) -> None:
        super().__init__()
        self.section = section
        self.rows = [_RowView(row, theme) for row in section.rows]
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 10)
        box.setSpacing(0)
        box.addWidget(SectionHeader(section.title))
        for row in self.rows:
            box.addWidget(row)

    def weight(self) -> int:
        """Roughly how tall it is, in rows."""
        return 2 + sum(2 if row.description else max(1, len(row.keys)) for row in self.section.rows)

    def seek(self, sought: str) -> bool:
        """Show only the rows that match; return whether there are any."""
        hits = [matches(row, self.section.title, sought) for row in self.section.rows]
        for view, hit in zip(self.rows, hits, strict=True):
            view.setVisible(hit)
        self.setVisible(any(hits))
        return any(hits)


class ShortcutSheet(QDialog):
    """The sheet; it may stay open beside the window while one learns."""

    def __init__(self, schema: Schema, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._schema, self._theme = schema, theme
        self.setWindowTitle(self.tr("Keys and gestures"))
        self.search = SearchField(self.tr("Find a key or what it does"), theme)
        self.search.textChanged.connect(self._seek)
        self.search.left.connect(self.close)
        self._none = QLabel(self.tr("Nothing here has that key or name."))
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._area = QScrollArea()
        self._area.setAccessibleName(self.tr("Keys and gestures"))
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._sections: list[_SectionView] = []
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 14, 6, 8)
        box.setSpacing(8)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 8, 0)
        top.addWidget(self.search)
        box.addLayout(top)
        box.addWidget(self._none)
        box.addWidget(self._area, 1)
        self.resize(820, 720)
        fit_screen(self)
        self._build()

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        self._theme = theme
        self.search.set_theme(theme)
        for cap in self.findChildren(KeyCap):
            cap.set_theme(theme)

    def set_schema(self, schema: Schema) -> None:
        """Show the keys of another schema."""
        if schema != self._schema:
            self._schema = schema
            self._build()

    def _build(self) -> None:
        """Fill the shorter column first, sections in order, so that both end at about the same height."""
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(22)
        columns = [QVBoxLayout() for _ in range(COLUMNS)]
        for n, column in enumerate(columns):
            column.setSpacing(0)
            grid.addLayout(column, 0, n)
            grid.setColumnStretch(n, 1)
        weights = [0] * COLUMNS
        self._sections = [_SectionView(section, self._theme) for section in sheet_sections(self._schema)]
        for view in self._sections:
            shortest = weights.index(min(weights))
            weights[shortest] += view.weight()
            columns[shortest].addWidget(view)
        for column in columns:
            column.addStretch()
        self._area.setWidget(body)
        self._seek(self.search.text())

    def _seek(self, sought: str) -> None:
        found = [view.seek(sought) for view in self._sections]
        self._none.setVisible(not any(found))
        self._area.setVisible(any(found))
