"""The concordance: lines of all articles side by side; what is ticked is tagged or cleared in one step."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dateline.assist import kwic
from dateline.assist.kwic import Line, Order
from dateline.assist.seeking import MOST
from dateline.editing.concordance import Marks, sought_like
from dateline.editing.many import Template
from dateline.gui.bulk import Bulk
from dateline.gui.dialogs.frame import plural
from dateline.gui.search.lines import asking
from dateline.gui.search.lines.asking import Asking
from dateline.gui.search.lines.model import HIT, LinesModel
from dateline.gui.search.lines.view import LinesView
from dateline.gui.search.lines.work import LinesWork, Request
from dateline.gui.session import Session
from dateline.gui.tasks import Tasks
from dateline.gui.theme import Theme
from dateline.gui.widgets.choice_box import ChoiceBox
from dateline.gui.widgets.ctrl_enter import OwnsCtrlEnter, is_ctrl_enter
from dateline.gui.widgets.label_box import LabelBox
from dateline.gui.widgets.search_field import SearchField
from dateline.model.changes import Changes, Kind, Place

_PAUSE = 150  # milliseconds after the last key in the filter, or the last edit


class ConcordancePanel(OwnsCtrlEnter):
    """Asks for lines, shows them, and acts on those that are ticked."""

    left = Signal()
    opened = Signal(object)  # Place: it was gone to, the person reads on there
    listening = Signal(bool)  # whether label keys choose what lines are tagged as
    export_wanted = Signal()

    def __init__(self, session: Session, tasks: Tasks, bulk: Bulk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._bulk = session, bulk
        self._like: Template | None = None
        self._what = self._wanted = ""  # what the lines are of; what is being looked for
        self._shown = False
        self.work = LinesWork(session, tasks, self)
        self.asking = Asking(theme)
        self.model = LinesModel(self)
        self.view = LinesView(self.model, theme)
        self.all = QCheckBox(self.tr("All"))
        self.filter = SearchField(self.tr("Filter the lines"), theme, "filter")
        self.order, self.words = ChoiceBox(), ChoiceBox()
        self.count = QLabel()
        self.count.setProperty("role", "muted")
        self.template = LabelBox(theme, self.tr("Tag as"))
        self.tag_button, self.remove_button = QPushButton(), QPushButton()
        self.export_button = QPushButton(self.tr("Save lines…"))
        self._later = QTimer(self, singleShot=True, interval=_PAUSE)
        self._marks_later = QTimer(self, singleShot=True, interval=_PAUSE)
        self._lay_out()
        self._wire()
        self._take_schema()
        self._say()

    def _lay_out(self) -> None:
        for order, name in {
            Order.TEXT: self.tr("As in the text"),
            Order.HIT: self.tr("By what was found"),
            Order.BEFORE: self.tr("By the words before"),
            Order.AFTER: self.tr("By the words after"),
        }.items():
            self.order.addItem(name, order)
        self.order.setAccessibleName(self.tr("Order"))
        for n in range(1, kwic.WORDS + 1):
            self.words.addItem(plural(n, self.tr("1 word"), self.tr("{} words")), n)
        self.words.setCurrentIndex(2)
        self.words.setEnabled(False)
        self.words.setAccessibleName(self.tr("How many words to order by"))
        self.words.setToolTip(self.words.accessibleName())
        self.tag_button.setToolTip(self.tr("Tag the ticked lines (Ctrl+Enter); those tagged so already are left"))
        self.remove_button.setToolTip(self.tr("Remove this label's annotations from the ticked lines (Delete)"))
        self.export_button.setToolTip(self.tr("Save the lines shown as a table (CSV)"))
        middle, foot = QHBoxLayout(), QHBoxLayout()
        middle.addWidget(self.all)
        middle.addWidget(self.filter, 1)
        middle.addWidget(self.order)
        middle.addWidget(self.words)
        label = QLabel(self.tr("Tag as"))
        label.setBuddy(self.template)
        for widget in (label, self.template, self.tag_button, self.remove_button):
            foot.addWidget(widget)
        foot.addWidget(self.count, 1)
        foot.addWidget(self.export_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.setSpacing(5)
        column.addWidget(self.asking)
        column.addLayout(middle)
        column.addWidget(self.view, 1)
        column.addLayout(foot)

    def _wire(self) -> None:
        session, work, row = self._session, self.work, self.asking
        row.asked.connect(self._look)
        row.like_wanted.connect(self._look_like_selected)
        row.stopped.connect(work.stop)
        row.said.connect(self._refused)
        row.left.connect(self.left)
        row.down_wanted.connect(self._to_lines)
        work.running.connect(row.set_running)
        work.running.connect(lambda _: self._say())
        work.found.connect(self._found)
        work.arranged.connect(self._arranged)
        work.remarked.connect(self.model.set_marks)
        work.refused.connect(self._refused)
        self.view.opened.connect(self._open)
        self.view.remove_wanted.connect(self.remove)
        self.view.listening.connect(self.listening)
        self.view.up_wanted.connect(self.filter.setFocus)
        self.all.clicked.connect(self._tick_all)
        self.filter.textChanged.connect(self._later.start)
        self.filter.left.connect(self.left)
        self.filter.accepted.connect(lambda _: self._to_lines())
        self.order.currentIndexChanged.connect(self._order_chosen)
        self.words.currentIndexChanged.connect(self._arrange)
        self._later.timeout.connect(self._arrange)
        self._marks_later.timeout.connect(self._mark)
        self.model.ticks_changed.connect(self._say)
        self.template.currentIndexChanged.connect(self._template_chosen)
        self.tag_button.clicked.connect(self.tag)
        self.remove_button.clicked.connect(self.remove)
        self.export_button.clicked.connect(self.export_wanted)
        session.schema_changed.connect(self._take_schema)
        session.project_changed.connect(self._forget)
        session.annotator_changed.connect(lambda _: self._marks_later.start())
        session.changed.connect(self._changed)

    def set_theme(self, theme: Theme) -> None:
        """Draw in the colours of a theme."""
        for part in (self.asking, self.filter, self.view, self.template):
            part.set_theme(theme)

    # Asking

    def open(self, words: str = "") -> None:
        """Begin: with the selected annotation, or these words, where there are any; else go to the lines there are."""
        if self._has_focus():
            self.asking.focus()
        elif self._shown and self.model.rowCount():
            self._to_lines()
        elif self._session.mention_id is not None:
            self.asking.kind.setCurrentIndex(asking.LIKE)  # which looks
        elif words.strip() and len(words) < 80:
            self.look_for(words)
        else:
            self.asking.focus()
        self._shown = True

    def hideEvent(self, event: QHideEvent) -> None:
        """What is selected when it comes back counts again."""
        self._shown = False
        super().hideEvent(event)

    def _has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def look_for(self, words: str) -> None:
        """Look for words."""
        self.asking.kind.setCurrentIndex(asking.WORDS)
        self.asking.field.setText(" ".join(words.split()))
        self.asking.focus()
        self._look()

    def _look(self) -> None:
        request = self.asking.request()
        if request is None:
            return
        self._set_like(None)
        if request.label:
            self._wanted = self.asking.label.currentText()
            self.template.choose(request.label)
        else:
            self._wanted = f"“{self.asking.field.text().strip()[:40]}”"
        self.work.look(request)

    def _look_like_selected(self) -> None:
        project, page = self._session.project, self._session.page
        mention = page.mentions.get(self._session.mention_id or "") if page else None
        label = self._session.schema.by_name.get(mention.label) if mention else None
        if project is None or page is None or mention is None or label is None:
            self.asking.like.set_full_text(self.tr("Select an annotation in the article, then come back."))
            return
        entity = project.registry.entity(mention.entity_id) if mention.entity_id else None
        words = " ".join(mention.text_of(page.text).split())
        self._wanted = f"“{words[:40]}”"
        name = f" = {entity.name}" if entity else ""
        more = "".join(f", {value}" for value in mention.attributes.values())
        self.asking.like.set_full_text(f"{label.shown}: {words}{name}")
        self._set_like(Template.like(mention, label), f"{label.shown}{more}{name}")
        folded = self._session.schema.fold_identical
        self.work.look(Request(sought_like(page, mention, entity, folded=folded)))
        self.asking.button.setFocus()

    def _set_like(self, template: Template | None, shown: str = "") -> None:
        self._like = template
        self.template.set_first(self.tr("Like it: {}").format(shown) if template else "")
        if template:
            self.template.choose("")

    # Lines

    def _found(self, lines: list[Line], marks: list[Marks]) -> None:
        self._what = self._wanted
        self.model.set_lines(lines, marks, [])
        self._arrange()
        if lines and self._has_focus():
            self._to_lines()

    def _arrange(self) -> None:
        self._later.stop()
        self.work.arrange(self.model.lines, self.filter.text(), self._ordering(), self.words.currentData())

    def _arranged(self, rows: list[int]) -> None:
        current = self.view.currentIndex().row()
        kept = self.model.rows[current] if 0 <= current < len(self.model.rows) else None
        self.model.set_rows(rows)
        if rows:
            row = rows.index(kept) if kept in rows else 0
            self.view.setCurrentIndex(self.model.index(row, HIT))
            self.view.scrollTo(self.model.index(row, HIT))

    def _order_chosen(self) -> None:
        self.words.setEnabled(self._ordering() is not Order.TEXT)
        self._arrange()

    def _ordering(self) -> Order:
        return Order(self.order.currentData())  # Qt keeps a plain str

    def _to_lines(self) -> None:
        if self.model.rowCount():
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tick_all(self) -> None:
        self.model.tick_all(self.all.checkState() is not Qt.CheckState.Unchecked)

    def _mark(self) -> None:
        self._marks_later.stop()
        self.work.mark(self.model.lines)

    def _open(self, row: int) -> None:
        if self._marks_later.isActive():
            self._mark()
        one, marks = self.model.lines[self.model.rows[row]], self.model.marks[self.model.rows[row]]
        mention = marks.exact[0][1] if marks.exact else None
        place = Place(one.article_id, one.span, mention)
        self._session.show_place(place, "search")
        self.opened.emit(place)

    def _changed(self, changes: Changes, _origin: str) -> None:
        if self.model.lines and changes.touches(Kind.MENTION, Kind.ARTICLE):
            self._marks_later.start()

    def _forget(self, _project: object) -> None:
        self.work.stop()
        self._what = ""
        self._set_like(None)
        self.model.set_lines([], [])

    def _take_schema(self, _schema: object = None) -> None:
        self.model.schema = self._session.schema
        self.asking.set_schema(self._session.schema)
        self.template.set_schema(self._session.schema)
        self._template_chosen()

    # What is done with those that are ticked

    def choose_label(self, name: str) -> None:
        """Let lines be tagged with this label."""
        self.template.choose(name)

    def chosen(self) -> Template | None:
        """Return what lines are to be tagged like."""
        label = self.template.label()
        return Template(label) if label else self._like

    def _template_chosen(self, _index: int = 0) -> None:
        template = self.chosen()
        self.model.set_label(template.label.name if template else "")

    def tag(self) -> None:
        """Tag the ticked lines."""
        template = self.chosen()
        if template is not None and not self._bulk.tag(self.model.to_tag(), template, self._what):
            self._session.message.emit(self.tr("Tick lines first (Space); those tagged so already are left."))

    def remove(self) -> None:
        """Remove the label's annotations from the ticked lines."""
        template, ids = self.chosen(), self.model.to_remove()
        shown = template.label.shown if template else ""
        if not self._bulk.remove(ids, f"{shown} from {self._what}"):
            self._session.message.emit(self.tr("None of the ticked lines has just this label."))

    def _refused(self, why: str) -> None:
        self.count.setText(why)

    def _say(self) -> None:
        shown, all_ = len(self.model.rows), len(self.model.lines)
        ticked, tag, remove = self.model.counts()
        some = Qt.CheckState.PartiallyChecked if ticked else Qt.CheckState.Unchecked
        self.all.setCheckState(Qt.CheckState.Checked if shown and ticked == shown else some)
        self.all.setEnabled(bool(shown))
        self.export_button.setEnabled(bool(shown))
        self.tag_button.setText(self.tr("Tag {n}").format(n=tag) if tag else self.tr("Tag"))
        self.remove_button.setText(self.tr("Remove {n}").format(n=remove) if remove else self.tr("Remove"))
        self.tag_button.setEnabled(bool(tag))
        self.remove_button.setEnabled(bool(remove))
        self.count.setText(self._counted(shown, all_, ticked))

    def _counted(self, shown: int, all_: int, ticked: int) -> str:
        if not all_:
            return self.tr("Nothing found") if self._what and not self.work.looking else ""
        said = plural(all_, self.tr("1 line"), self.tr("{} lines"))
        if all_ >= MOST:
            said = self.tr("the first {} lines").format(all_)
        if shown < all_:
            said = self.tr("{shown} of {all}").format(shown=shown, all=said)
        return said + (self.tr(", {} ticked").format(ticked) if ticked else "")

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter tags, Esc stops or leaves."""
        if is_ctrl_enter(event):
            self.tag()
        elif event.key() == Qt.Key.Key_Escape:
            then: Callable[[], None] = self.work.stop if self.work.looking else self.left.emit
            then()
        else:
            super().keyPressEvent(event)
