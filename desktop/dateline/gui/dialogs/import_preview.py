"""What an import would bring: how much of what, and which label here each label there is taken for."""

from collections.abc import Collection, Sequence

from msgspec.structs import replace
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from dateline.editing.kept_labels import KeptLabels
from dateline.editing.preview import ImportPreview, LabelFound
from dateline.editing.relabelling import LEFT_OUT, role_key
from dateline.editing.unknown_roles import RoleFound
from dateline.gui.dialogs.article_list import ArticleList
from dateline.gui.dialogs.frame import heading, plural
from dateline.gui.dialogs.import_summary import (
    facts_text,
    left_out_text,
    newcomers_text,
    preview_lines,
    revisions_title,
    texts_in_several,
    texts_there,
    what_of_annotations,
)
from dateline.gui.dialogs.kept_choices import AS_IT_IS, KeptChoices
from dateline.gui.dialogs.label_table import LabelTable
from dateline.gui.dialogs.work_page import ProblemList
from dateline.gui.widgets.elided_box import ElidedBox
from dateline.model.annotation import Layer
from dateline.model.schema import LabelType, Schema

Chosen = tuple[dict[str, str], dict[str, str]]  # of labels, and of roles by `role_key`


class PreviewPage(QWidget):
    """Shows the counts, a row for each label with what it becomes, and what is wrong or worth knowing.

    `chosen_otherwise()`: a label or role is to become something else; `counted` says whether that was reckoned with.
    """

    chosen_otherwise = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found = ImportPreview()
        self.title, self.text = heading(), QLabel()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.labels = LabelTable()
        self.articles, self.problems = ArticleList(), ProblemList()
        self._choices, self._roles = KeptChoices(), KeptChoices()  # of labels, and of roles by `role_key`
        self._told: list[str] = []  # for which it is told that formats had another choice each
        self._role_names: dict[str, str] = {}  # what a role is called in its row, by `role_key`
        self._role_rows: dict[str, tuple[int, str]] = {}  # the row of each role, and its event, by `role_key`
        self._gone = frozenset[str]()  # those roles that the sources did not have when last counted
        self._new: list[LabelFound] = []  # of them relations may be roles of what they start from
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addWidget(self.labels, 3)
        column.addWidget(self.articles, 2)
        column.addWidget(self.problems, 2)
        column.addStretch(0)

    def show_preview(self, found: ImportPreview, schema: Schema) -> None:
        """Show what was found; labels the project does not have come first. What was chosen for a label stays."""
        self._choices.begin()
        self._roles.begin()
        self._found = found
        self.labels.clear_rows()
        self._role_rows, self._gone = {}, frozenset()
        self._new = [label for label in found.labels if not label.known]
        for label in sorted(found.labels, key=lambda x: x.known):
            self._add_row(label, schema)
        self._add_roles(found.roles, schema)
        self._follow_events()
        self._told = self._choices.differing() + self._roles.differing()
        self._say_counts(found)
        self._tell_new(schema)
        self.labels.fit_rows()

    def count_again(self, found: ImportPreview, schema: Schema) -> None:
        """Show what comes of what was chosen meanwhile; the choices stay as they are, roles are those there are now."""
        self._found = replace(found, labels=self._found.labels, roles=self._found.roles)
        self._gone = frozenset(self._roles.listed()).difference(*found.met.values())
        self._follow_events()
        self._told = self.undecided()
        self._say_counts(self._found)
        self._add_roles([r for r in found.roles if role_key(r.event, r.name) not in self._role_rows], schema)
        self._tell_new(schema)
        self.labels.fit_rows()

    def say_counting(self) -> None:
        """Claim nothing of choices that are not counted yet."""
        self.title.setText(self._headline(self._found) if self.counted else self.tr("Counting again…"))

    @property
    def counted(self) -> bool:
        """Whether what is shown was counted with what is chosen; of labels and roles it was not met is not asked."""
        taken = {name: target for name, target in self._found.mapping.items() if self._choices.get(name) is not None}
        roles = {name: target for name, target in self._found.role_mapping.items() if self._roles.get(name) is not None}
        return (taken, roles, self._told) == (self.mapping(), self.roles(), self.undecided())

    def _say_counts(self, found: ImportPreview) -> None:
        self.title.setText(self._headline(found))
        self.text.setText("\n".join([*self._further(found), *self._as_earlier()]))
        self.text.setVisible(bool(self.text.text()))
        self.articles.show_new(found.new)
        self.problems.show_lines(preview_lines(found))

    def _as_earlier(self) -> list[str]:
        """Say which labels and roles are what was chosen in an earlier import."""
        names = self._choices.as_earlier() + [self._role_names[key] for key in self._roles.as_earlier()]
        if not names:
            return []
        return [self.tr("Become what was chosen at an earlier import: {}.").format(", ".join(names))]

    def _headline(self, found: ImportPreview) -> str:
        if found.nothing_new and (found.passed_over or found.arguments_left_out):
            return self.tr("Nothing would be added")
        if found.nothing_new and found.problems and not found.known_articles:
            return self.tr("Nothing could be read")
        if found.nothing_new and found.problems:
            return self.tr("Nothing new: what could be read is in the project already")
        if found.nothing_new and found.left_unread:
            return self.tr("Nothing new: all that was read is in the project already")
        if found.nothing_new:
            return self.tr("Nothing new: all of it is in the project already")
        if found.only_facts:
            one = self.tr("What is missing of 1 article would be added")
            return plural(found.facts.articles, one, self.tr("What is missing of {} articles would be added"))
        if found.revisions and not (found.articles or found.annotations):
            return revisions_title(found.revisions)
        articles = plural(found.articles, self.tr("1 new article"), self.tr("{} new articles"))
        if not found.annotations:
            return articles
        new = found.new_annotations
        if new < found.annotations:
            annotations = plural(new, self.tr("1 new annotation"), self.tr("{} new annotations"))
        else:
            annotations = plural(new, self.tr("1 annotation"), self.tr("{} annotations"))
        return self.tr("{articles}, {annotations}").format(articles=articles, annotations=annotations)

    def _further(self, found: ImportPreview) -> list[str]:
        said = left_out_text(found) + newcomers_text(found.new)
        if known := found.known_articles - found.in_several:
            one = self.tr("1 text is in the project already; what is annotated and not there yet joins it.")
            many = self.tr("{} texts are in the project already; what is annotated and not there yet joins them.")
            said.append(plural(known, one, many) if found.annotations else texts_there(known))
        said += texts_in_several(found)
        said += facts_text(found.facts)
        said += what_of_annotations(found)
        if silent := found.silent_times:
            one = self.tr("1 time comes without a value: it is read from its words and the publication date.")
            many = self.tr("{} times come without a value: they are read from their words and the publication date.")
            said.append(plural(silent, one, many))
        if found.annotators:
            said.append(self.tr("Annotators: {}.").format(", ".join(found.annotators)))
        if found.new_types:
            one, more = self.tr("1 label of its schema is new here"), self.tr("{} labels of its schema are new here")
            said.append(f"{plural(len(found.new_types), one, more)}: {', '.join(found.new_types)}.")
        if found.states and not found.adds:
            one = self.tr("1 state of an article that is not set here.")
            said.append(plural(found.states, one, self.tr("{} states of articles that are not set here.")))
        if new := len(found.lacking):
            one = self.tr("1 label is not in the project's schema and is added: choose if it is to become another.")
            many = self.tr("{} labels are not in the schema and are added: choose if they are to become others.")
            said.append(plural(new, one, many))
        return said

    def _add_row(self, label: LabelFound, schema: Schema) -> None:
        choice = ElidedBox()
        choice.setAccessibleName(self.tr("What {} becomes").format(label.name))
        known = schema.by_name.get(label.name)
        choice.addItem(_named(known) if known else self.tr("New label {}").format(label.name), AS_IT_IS)
        same = [t for t in schema.types if t.layer is label.layer and t.name != label.name]
        others = [t for t in schema.types if _may_become(label.layer, t.layer) and t.layer is not label.layer]
        for kind in (*same, *others):
            choice.addItem(_named(kind), kind.name)
        choice.addItem(self.tr("Leave out"), LEFT_OUT)
        self._choices.add(label.name, choice, None if label.known else label.here)
        examples = "; ".join(label.examples)
        row = self.labels.add_row(label.name, self._kind(label.layer), f"{label.count:n}", examples, choice)
        self._say_kind(row, label.layer, choice, schema)
        choice.currentIndexChanged.connect(lambda: self._say_kind(row, label.layer, choice, schema))
        choice.currentIndexChanged.connect(lambda: self._tell_new(schema))
        choice.currentIndexChanged.connect(self._follow_events)
        choice.currentIndexChanged.connect(self.chosen_otherwise)
        choice.activated.connect(self.chosen_otherwise)  # what was offered may be settled by it

    def _say_kind(self, row: int, there: Layer, choice: QComboBox, schema: Schema) -> None:
        """Say what kind of thing a label is, and which it becomes where that is another one."""
        becomes = schema.by_name.get(str(choice.currentData()))
        kinds = dict.fromkeys([self._kind(there), self._kind(becomes.layer if becomes else there)])
        self.labels.say_kind(row, " → ".join(kinds))

    def _kind(self, layer: Layer) -> str:
        kinds = {
            Layer.ENTITY: self.tr("Entity"),
            Layer.TIME: self.tr("Time"),
            Layer.EVENT: self.tr("Event"),
            Layer.RELATION: self.tr("Relation"),
        }
        return kinds[layer]

    def _add_roles(self, roles: Sequence[RoleFound], schema: Schema) -> None:
        """Add a row for each role that its type of event does not have; of several types each is named."""
        several = len({t.name for t in schema.layer(Layer.EVENT)}) > 1
        for role in roles:
            self._add_role(role, schema, several=several)

    def _add_role(self, role: RoleFound, schema: Schema, *, several: bool) -> None:
        named = self.tr("{role} of {event}").format(role=role.name, event=schema.shown(role.event))
        shown = self._role_names[role_key(role.event, role.name)] = named if several else role.name
        choice = ElidedBox()
        choice.setAccessibleName(self.tr("What the role {} becomes").format(role.name))
        choice.addItem(self.tr("Role of {}, which does not have it").format(schema.shown(role.event)), AS_IT_IS)
        event = schema.by_name.get(role.event)
        own = [r.name for r in event.roles] if event else []
        said = self.tr("Role {role} of {event}") if several else self.tr("Role {}")
        for name in own:
            choice.addItem(said.format(name, role=name, event=schema.shown(role.event)), name)
        choice.addItem(self.tr("Leave out"), LEFT_OUT)
        alike = (name for name in own if name.casefold() == role.name.casefold())
        self._roles.add(role_key(role.event, role.name), choice, next(alike, None))
        row = self.labels.add_row(shown, self.tr("Role"), f"{role.count:n}", "; ".join(role.examples), choice)
        self._role_rows[role_key(role.event, role.name)] = row, role.event
        choice.currentIndexChanged.connect(self.chosen_otherwise)
        choice.activated.connect(self.chosen_otherwise)  # what was offered may be settled by it

    def _follow_events(self) -> None:
        """Show no role that no event has with what is chosen for labels; its choice holds again when one has it."""
        becomes = {self._becomes(label.name) for label in self._found.labels}
        counted = {self._found.mapping.get(label.name, label.name) for label in self._found.labels}
        left, new = counted - becomes, becomes - counted  # events that no label becomes any more, and others
        gone = {key for key in self._gone if self._role_rows[key][1] not in new}
        aside = gone | {key for key, (_, event) in self._role_rows.items() if event in left}
        self._roles.set_aside(aside)
        for key, (row, _) in self._role_rows.items():
            self.labels.setRowHidden(row, key in aside)
        self.labels.fit_rows()

    def _tell_new(self, schema: Schema) -> None:
        """Say of each label that is new here what becomes of it as it is, when last counted.

        It is added, or goes with what is left out; a link is a role where what stays of its starts are events.
        """
        for label in self._new:
            if (choice := self._choices.get(label.name)) is None:
                continue
            said = self.tr("New label {}").format(label.name)
            if self._found.goes_with_others(label.name):
                said = self.tr("Left out with what it is on")
            choice.setItemText(choice.findData(AS_IT_IS), self._role_of(label, schema) or said)
        QTimer.singleShot(0, self, self.labels.share_out)  # once it is known how they are drawn

    def _role_of(self, label: LabelFound, schema: Schema) -> str:
        """Say of which events a link becomes a role, "" where it is none."""
        starts = [name for name in map(self._becomes, label.starts) if name != LEFT_OUT]
        kinds = [schema.by_name.get(name) for name in starts]
        events = [kind for kind in kinds if kind is not None and kind.layer is Layer.EVENT]
        if not events or len(events) < len(kinds):
            return ""
        lacking = [kind.shown for kind in events if kind.role(label.name) is None]
        named = ", ".join(dict.fromkeys(lacking or [kind.shown for kind in events]))
        said = self.tr("Role of {}, which does not have it") if lacking else self.tr("Role of {}")
        return said.format(named)

    def _becomes(self, name: str) -> str:
        choice = self._choices.get(name)
        said = str(choice.currentData()) if choice is not None else name
        return name if said == AS_IT_IS else said

    def mapping(self) -> dict[str, str]:
        """Return what each label becomes whose name is not kept; "" leaves its annotations out."""
        return self._choices.shown()

    def chosen(self) -> dict[str, str]:
        """Return of that what a person chose and was not offered, also of labels that were shown before."""
        return self._choices.chosen()

    def roles(self) -> dict[str, str]:
        """Return what roles become, by `role_key`; "" leaves out what fills them."""
        return self._roles.shown()

    def awaited_roles(self) -> dict[str, str]:
        """Return what roles become, as at an earlier import, that may come up with what is chosen and not counted."""
        return {} if self.counted else self._roles.awaited()

    def chosen_roles(self) -> dict[str, str]:
        """Return of that what a person chose and was not offered."""
        return self._roles.chosen()

    def recall_earlier(self, chosen: KeptLabels, differing: Collection[str] = ()) -> None:
        """Offer what was chosen in earlier imports; not of `differing`, for which each format had another choice."""
        self._choices.recall_earlier(chosen.labels, differing)
        self._roles.recall_earlier(chosen.roles, differing)

    def undecided(self) -> list[str]:
        """Return the labels, and roles by `role_key`, for which formats had another choice each, and none is made."""
        return self._choices.undecided() + self._roles.undecided()

    def settled(self) -> tuple[KeptLabels, list[str]]:
        """Return what to remember for later imports, and of which labels and roles nothing."""
        (labels, other), (roles, others) = self._choices.settled(), self._roles.settled()
        return KeptLabels(labels, roles), other + others

    def kept(self) -> Chosen:
        """Return what a person chose of labels and of roles, for `recall` in another dialog."""
        return self._choices.kept(), self._roles.kept()

    def recall(self, chosen: Chosen) -> None:
        """Begin with choices that were made before, of labels and of roles."""
        self._choices.recalled(chosen[0])
        self._roles.recalled(chosen[1])


def _named(label: LabelType) -> str:
    """Return what a label is called here, with the name that files give it."""
    return f"{label.shown} ({label.name})" if label.title else label.name


def _may_become(there: Layer, here: Layer) -> bool:
    """Formats for plain spans do not say what kind of thing a label is for."""
    return there is Layer.ENTITY and here in {Layer.TIME, Layer.EVENT}
