"""What is known of one entity or happening, to be read and changed, and where it is mentioned."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from dateline.gui.date_words import label
from dateline.gui.widgets.choice_box import ChoiceBox
from dateline.gui.widgets.icon_button import icon_button
from dateline.gui.widgets.line_field import LineField
from dateline.gui.widgets.note_field import NoteField
from dateline.model.annotation import Layer
from dateline.model.changes import Kind
from dateline.model.registry import Entity, Happening
from dateline.model.schema import Schema
from dateline.model.when import When
from dateline.store.registry import Appearance

MENTION = Qt.ItemDataRole.UserRole
SHOWN = 500  # mentions that are listed
Thing = Entity | Happening
About = tuple[Kind, str]


class ThingDetails(QWidget):
    """Fields for one thing; each is given out when it is left or Enter is pressed, with the thing it was about."""

    renamed = Signal(object, str)  # About: (Kind, id)
    typed = Signal(object, str)
    aliased = Signal(object, list)
    identified = Signal(object, str)
    dated = Signal(object, str)
    noted = Signal(object, str)
    mention_wanted = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._about: About | None = None
        self.name, self.aliases, self.external_id, self.date = LineField(), LineField(), LineField(), LineField()
        self.type = ChoiceBox()
        self.note = NoteField()
        self.mentions = QListWidget()
        self.pages = QTabWidget()
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(2)
        self._lay_out()
        self.name.written.connect(self.renamed)
        self.aliases.written.connect(lambda about, text: self.aliased.emit(about, text.split(";")))
        self.external_id.written.connect(self.identified)
        self.date.written.connect(self.dated)
        self.type.activated.connect(lambda _: self.typed.emit(self._about, self.type.currentData()))
        self.note.written.connect(self.noted)
        for field in (self.name, self.aliases, self.external_id, self.date, self.note):
            field.left.connect(self.left)
        self.mentions.itemActivated.connect(lambda item: self.mention_wanted.emit(item.data(MENTION)))
        self.mentions.itemClicked.connect(self._clicked)

    def _lay_out(self) -> None:
        self.aliases.setPlaceholderText(self.tr("parted by ;"))
        self.external_id.setPlaceholderText(self.tr("Q42, or as you like"))
        self.mentions.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.mentions.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.mentions.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.mentions.setUniformItemSizes(True)
        self._form = form = QFormLayout()
        form.setVerticalSpacing(4)
        form.setHorizontalSpacing(8)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.type.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.type.setMinimumContentsLength(9)
        self.name.setAccessibleName(self.tr("Name"))
        self.type.setAccessibleName(self.tr("Type"))
        self.note.setFixedHeight(2 * self.note.fontMetrics().lineSpacing() + 12)
        first = QHBoxLayout()
        first.setSpacing(4)
        first.addWidget(self.name, 1)
        first.addWidget(self.type)
        for text, field in (
            (self.tr("Date"), self.date),
            (self.tr("Aliases"), self.aliases),
            (self.tr("Id"), self.external_id),
            (self.tr("Note"), self.note),
        ):
            field.setAccessibleName(text)
            form.addRow(text, field)
        form.setContentsMargins(0, 6, 0, 0)
        self.mentions.setAccessibleName(self.tr("Mentions"))
        about, corner = QWidget(), QWidget()
        about.setLayout(form)
        scrolled = QScrollArea()
        scrolled.setWidget(about)
        scrolled.setWidgetResizable(True)
        scrolled.setFrameShape(QScrollArea.Shape.NoFrame)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        corner.setLayout(self._buttons)
        self._buttons.setContentsMargins(0, 0, 0, 0)
        self.pages.setDocumentMode(True)
        self.pages.addTab(self.mentions, self.tr("Mentions"))
        self.pages.addTab(scrolled, self.tr("About"))
        self.pages.setCornerWidget(corner)
        for page in (self.mentions, scrolled):
            page.setMinimumHeight(self.fontMetrics().lineSpacing() + 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 2)
        column.setSpacing(3)
        column.addLayout(first)
        column.addWidget(self.pages, 1)

    def flush(self) -> None:
        """Give out what is still being written."""
        for field in (self.name, self.aliases, self.external_id, self.date, self.note):
            field.flush()

    def add_button(self, action: QAction) -> None:
        """Put a button for an action over the list of mentions."""
        self._buttons.addWidget(icon_button(action))

    def show_thing(
        self, thing: Thing | None, schema: Schema, when: When | None, places: Sequence[Appearance], total: int
    ) -> None:
        """Show a thing with the first of its `total` mentions; None empties and disables everything."""
        about: About | None = None
        if thing is not None:
            about = (Kind.HAPPENING if isinstance(thing, Happening) else Kind.ENTITY, thing.id)
        self.note.show_note(about, thing.note if thing else "")
        self._about = about
        self.setEnabled(thing is not None)
        self.name.show_text(about, thing.name if thing else "")
        aliases = thing.aliases if isinstance(thing, Entity) else ()
        self.aliases.show_text(about, "; ".join(aliases))
        self.external_id.show_text(about, thing.external_id if thing else "")
        self._form.setRowVisible(self.aliases, not isinstance(thing, Happening))
        self._form.setRowVisible(self.date, isinstance(thing, Happening))
        by_hand = isinstance(thing, Happening) and thing.when is not None
        self.date.show_text(about, label(when) if by_hand and when else "")
        self.date.setPlaceholderText(label(when) if when else self.tr("no article says when"))
        self.date.setToolTip(self.tr("Set by hand it counts more than the articles; emptied, they count again"))
        self._show_types(thing, schema)
        self._show_mentions(places, total)

    def _show_types(self, thing: Thing | None, schema: Schema) -> None:
        layer = Layer.EVENT if isinstance(thing, Happening) else Layer.ENTITY
        names = {t.name: t.shown for t in schema.layer(layer)}
        if thing is not None and thing.type not in names:
            names = {thing.type: thing.type or self.tr("none")} | names
        with QSignalBlocker(self.type):
            self.type.clear()
            for name, shown in names.items():
                self.type.addItem(shown, name)
            self.type.setCurrentIndex(self.type.findData(thing.type) if thing else -1)

    def _show_mentions(self, places: Sequence[Appearance], total: int) -> None:
        chosen = set(self.chosen_mentions())
        scrolled = self.mentions.verticalScrollBar().value()
        self.mentions.clear()
        for place in places:
            when = place.published[:10] or self.tr("no date")
            item = QListWidgetItem(f"{when}  {place.words}  ·  {place.article_name}")
            item.setToolTip(f"{place.words}\n{place.article_name}")
            item.setData(MENTION, place.mention.id)
            self.mentions.addItem(item)
            item.setSelected(place.mention.id in chosen)
        self.mentions.verticalScrollBar().setValue(scrolled)
        text = self.tr("{} mentions").format(f"{total:n}") if total != 1 else self.tr("1 mention")
        self.pages.setTabText(0, text)
        first = self.tr("The first {}; Enter in the list above goes through them").format(len(places))
        self.pages.setTabToolTip(0, first if total > len(places) else "")

    def chosen_mentions(self) -> list[str]:
        """Return the ids of the mentions that are selected in the list."""
        return [item.data(MENTION) for item in self.mentions.selectedItems()]

    def let_edit(self, on: bool) -> None:
        """Let fields be changed, or only read."""
        for field in (self.name, self.aliases, self.external_id, self.date):
            field.setReadOnly(not on)
        self.type.setEnabled(on)
        self.note.setReadOnly(not on)

    def _clicked(self, item: QListWidgetItem) -> None:
        """A plain click goes there; with Ctrl or Shift mentions are being chosen."""
        if len(self.mentions.selectedItems()) == 1:
            self.mention_wanted.emit(item.data(MENTION))
