"""The selected mention: its words, label and attributes."""

from contextlib import nullcontext

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from dateline.gui.inspector.card import Card, edits, empty, link_button, muted
from dateline.gui.widgets.choice_box import ChoiceBox
from dateline.gui.widgets.guideline import emphasised
from dateline.gui.widgets.labels import ElidedLabel
from dateline.gui.widgets.line_field import LineField
from dateline.model.annotation import Mention, Relation
from dateline.model.page import Page
from dateline.model.schema import Attribute, LabelType, Schema
from dateline.model.wording import cut_short


class MentionCard(Card):
    """Shows a mention and lets its label and attributes be changed."""

    relabelled = Signal(str)
    attribute_set = Signal(str, str, str)  # of which mention, which, to what
    delete_requested = Signal()
    relation_dropped = Signal(str)
    mention_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._about = ""
        self._shown: tuple[object, ...] | None = None  # what the lists show, where nobody has changed it
        self._choices: tuple[tuple[str, str], ...] = ()
        self.title.hide()  # the words say what this is, and a small screen has no line to spare
        self.setAccessibleName(self.tr("Annotation"))
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setProperty("role", "words")
        self.label = narrow(ChoiceBox())
        self.label.setAccessibleName(self.tr("Label"))
        self.label.setProperty("entered_first", True)  # by F6: not the button that deletes
        self.label.activated.connect(lambda i: self.relabelled.emit(self.label.itemData(i)))
        self.delete_button = edits(QPushButton(self.tr("Delete")))
        self.delete_button.clicked.connect(self.delete_requested)
        self.head.insertWidget(0, self.words, 1)
        self.head.addWidget(self.delete_button, 0, Qt.AlignmentFlag.AlignTop)
        self.guideline = muted()
        self.guideline.setTextFormat(Qt.TextFormat.RichText)
        self._attributes = QFormLayout()
        self._attributes.setSpacing(4)
        self._relations = QVBoxLayout()
        self._relations.setSpacing(1)
        self.problem = ElidedLabel()  # a line on a small screen: the list of problems and the tooltip have the rest
        self.problem.setForegroundRole(QPalette.ColorRole.BrightText)
        self.problem.hide()
        self.body.addWidget(self.problem)
        self.body.addWidget(self.label)
        self.body.addLayout(self._attributes)
        self.body.addLayout(self._relations)

    def show_problem(self, text: str) -> None:
        """Say what speaks against the mention; "" where nothing does."""
        self.problem.set_full_text(f"! {text}" if text else "")
        self.problem.setVisible(bool(text))

    def show_mention(self, page: Page, mention: Mention, schema: Schema) -> None:
        """Show one mention of the page."""
        words = " … ".join(" ".join(f.of(page.text).split()) for f in mention.fragments)
        self.words.setText(cut_short(words, 240))
        self._fill_labels(mention, schema)
        label = schema.by_name.get(mention.label)
        unknown = self.tr("This label is not in the schema.")
        self.guideline.setText(emphasised(label.description) if label else unknown)
        relations = [r for r in page.relations.values() if mention.id in (r.source_id, r.target_id)]
        ends = [page.mentions.get(end) for r in relations for end in (r.source_id, r.target_id)]
        shown = (
            mention.id,
            label,
            dict(mention.attributes),
            relations,
            ends,
            [schema.by_name.get(r.label) for r in relations],
        )
        if shown == self._shown and not any(field.isModified() for field in self.findChildren(LineField)):
            return  # what shows the same already is left, and with it the keys where they are
        self._shown = shown
        named = bool(mention.attributes or (label and label.attributes))
        lists = named or relations or self._attributes.rowCount() or self._relations.count()
        with self.rebuilding() if lists else nullcontext():
            self._show_attributes(mention, label)
            empty(self._relations)
            for relation in relations:
                self._add_relation(page, relation, mention, schema)

    def _show_attributes(self, mention: Mention, label: LabelType | None) -> None:
        """What is being written about this very mention is left alone; about another one it is given out first."""
        written = [f for f in self.findChildren(LineField) if f.isModified()]
        if mention.id == self._about and any(f.hasFocus() for f in written):
            return
        for field in written:
            field.flush()
        self._about = mention.id
        empty(self._attributes)
        for attribute in label.attributes if label else ():
            self._add_attribute(attribute, mention.attributes.get(attribute.name, ""))
        known = {a.name for a in label.attributes} if label else set()
        for name, value in mention.attributes.items():
            if name not in known:
                self._add_attribute(Attribute(name), value)

    def _set(self, about: tuple[str, str], value: str) -> None:
        self._shown = None
        self.attribute_set.emit(*about, value)

    def _fill_labels(self, mention: Mention, schema: Schema) -> None:
        """The mention's own layer first; entities may become times and the other way round."""
        self.label.blockSignals(True)
        choices = tuple((label.shown, label.name) for label in schema.layer(mention.layer))
        if choices != self._choices or self.label.count() != len(choices):
            self._choices = choices
            self.label.clear()
            for shown, name in choices:
                self.label.addItem(shown, name)
        index = self.label.findData(mention.label)
        if index < 0:
            self.label.insertItem(0, mention.label, mention.label)
            index = 0
        self.label.setCurrentIndex(index)
        self.label.blockSignals(False)

    def _add_attribute(self, attribute: Attribute, value: str) -> None:
        name = QLabel(f"{attribute.name} ({attribute.key})" if attribute.key else attribute.name)
        name.setProperty("role", "muted")
        name.setToolTip(" ".join(attribute.description.split()))
        if attribute.values:
            box = narrow(ChoiceBox())
            none = self.tr("{} (default)").format(attribute.default) if attribute.default else self.tr("not said")
            box.addItem(none, "")
            for choice in attribute.values:
                if choice != attribute.default:
                    box.addItem(choice, choice)
            box.setCurrentIndex(max(0, box.findData(value)))
            about = (self._about, attribute.name)
            box.activated.connect(lambda i, b=box: self._set(about, b.itemData(i)))
            box.setAccessibleName(attribute.name)
            self._attributes.addRow(name, box)
        else:
            field = LineField()
            field.show_text((self._about, attribute.name), value)
            field.setAccessibleName(attribute.name)
            field.written.connect(lambda about, text: self._set(about, text.strip()))
            self._attributes.addRow(name, field)

    def _add_relation(self, page: Page, relation: Relation, mention: Mention, schema: Schema) -> None:
        """One line that reads as a sentence: "before “receive”", or "“receive” before this"."""
        outward = relation.source_id == mention.id
        other = page.mentions.get(relation.target_id if outward else relation.source_id)
        if other is None:
            return
        label = schema.by_name.get(relation.label)
        words = cut_short(" ".join(other.text_of(page.text).split()), 40)
        text = self.tr("{relation} “{other}”") if outward else self.tr("“{other}” {relation} this")
        button = link_button(
            text.format(relation=label.shown if label else relation.label, other=words),
            " ".join(label.description.split()) if label else "",
        )
        button.clicked.connect(lambda: self.mention_wanted.emit(other.id))
        drop = edits(link_button("×", self.tr("Delete this relation")))
        drop.clicked.connect(lambda: self.relation_dropped.emit(relation.id))
        row = QHBoxLayout()
        row.addWidget(button)
        row.addWidget(drop)
        row.addStretch()
        self._relations.addLayout(row)


def narrow(box: QComboBox) -> QComboBox:
    """Let a box be as narrow as the panel is, whatever its choices are called."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(6)
    return box
