"""What the project holds: articles and states by annotator, annotations by label."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QHeaderView,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dateline.editing.checking import statistics
from dateline.gui.dialogs.frame import Dialog, copy_text, framed, heading, muted, plural
from dateline.gui.dialogs.work_page import WorkPage
from dateline.gui.session import Session
from dateline.gui.tasks import Tasks
from dateline.gui.theme import Theme, blend
from dateline.gui.widgets.swatch import draw_swatch
from dateline.model.annotation import Layer
from dateline.model.progress import Progress
from dateline.model.schema import LabelType, Schema
from dateline.store.errors import ProjectError

_WIDEST = 210  # pixels of a column
_LABEL = Qt.ItemDataRole.UserRole
_SHARE = Qt.ItemDataRole.UserRole + 1  # of the most frequent label, 0 to 1


class StatisticsDialog(Dialog):
    """Counts in a worker, then shows two tables; both can be copied."""

    def __init__(self, session: Session, tasks: Tasks, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Statistics"))
        self.resize(620, 640)
        assert session.project is not None  # noqa: S101 - Files opens it only then
        project = session.project
        self._schema = session.schema
        self.title, self.totals = heading(project.path.stem), muted()
        self.people = QTreeWidget()
        self.labels = QTreeWidget()
        self.people.setAccessibleName(self.tr("Articles by annotator"))
        self.labels.setAccessibleName(self.tr("Annotations by label"))
        for tree in (self.people, self.labels):
            tree.setRootIsDecorated(False)
            tree.setUniformRowHeights(True)
            tree.header().setMaximumSectionSize(_WIDEST)
            tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            framed(tree)
        self.labels.setItemDelegateForColumn(0, _LabelDelegate(session.schema, theme, self))
        self.labels.setItemDelegateForColumn(1, _BarDelegate(theme, self))
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.title, self.totals, self.people):
            column.addWidget(widget)
        column.addWidget(self.labels, 1)
        self.work = WorkPage()
        self.pages = QStackedWidget()
        self.pages.addWidget(self.work)
        self.pages.addWidget(shown)
        self.body.addWidget(self.pages, 1)
        self.copy = self.add_button(self.tr("Copy tables"), self._copy, left=True)
        self.copy.hide()
        self.add_button(self.tr("Close"), self.reject, default=True)

        def work(_progress: Progress) -> dict[str, Any]:
            with project.sibling() as own:
                return statistics(own)

        task = tasks.start(self.tr("Counting"), work)
        task.succeeded.connect(self._show)
        task.failed.connect(self._failed)
        self.work.follow(task, "")

    def _show(self, found: dict[str, Any]) -> None:
        records = found["records"]
        said = (
            plural(found["articles"], self.tr("1 article"), self.tr("{} articles")),
            plural(records["mention"], self.tr("1 annotation"), self.tr("{} annotations")),
            plural(records["argument"], self.tr("1 filled role"), self.tr("{} filled roles")),
            plural(records["relation"], self.tr("1 relation"), self.tr("{} relations")),
            plural(records["entity"], self.tr("1 entity"), self.tr("{} entities")),
            plural(records["happening"], self.tr("1 happening"), self.tr("{} happenings")),
        )
        self.totals.setText(", ".join(said))
        self._show_people(found["annotators"])
        self._show_labels(found)
        self.copy.show()
        self.pages.setCurrentIndex(1)

    def _show_people(self, annotators: list[dict[str, Any]]) -> None:
        heads = [self.tr("Annotator"), self.tr("Kind"), self.tr("New"), self.tr("Started"), self.tr("Done")]
        self.people.setHeaderLabels([*heads, self.tr("Skipped"), self.tr("Annotations")])
        kinds = {
            "person": self.tr("person"),
            "model": self.tr("model"),
            "import": self.tr("import"),
            "adjudicator": self.tr("adjudicator"),
        }
        for person in annotators:
            states = [str(person["articles"][s]) for s in ("new", "started", "done", "skipped")]
            total = str(sum(person["labels"].values()))
            item = QTreeWidgetItem([person["name"], kinds.get(person["kind"], person["kind"]), *states, total])
            _align(item, 2)
            self.people.addTopLevelItem(item)
        header = self.people.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        row = self.people.sizeHintForRow(0) if annotators else 0
        self.people.setFixedHeight(self.people.header().sizeHint().height() + min(6, len(annotators)) * row + 6)

    def _show_labels(self, found: dict[str, Any]) -> None:
        counts: dict[str, int] = found["labels"]
        people = found["annotators"] if len(found["annotators"]) > 1 else []
        self.labels.setHeaderLabels([self.tr("Label"), self.tr("All"), *(p["name"] for p in people)])
        known = [t.name for t in self._schema.types]
        names = [*known, *sorted(set(counts) - set(known))]
        most = max(counts.values(), default=1)
        for name in names:
            count = counts.get(name, 0)
            item = QTreeWidgetItem([name, str(count), *(str(p["labels"].get(name, 0)) for p in people)])
            item.setData(0, _LABEL, name)
            item.setData(1, _SHARE, count / most)
            _align(item, 1)
            self.labels.addTopLevelItem(item)
        header = self.labels.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, ProjectError):
            raise error
        self.say_problem(f"{error.what}. {error.todo}")

    def _copy(self) -> None:
        copy_text("\n\n".join([self.totals.text(), _as_text(self.people), _as_text(self.labels)]))


def _align(item: QTreeWidgetItem, first: int) -> None:
    for column in range(first, item.columnCount()):
        item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


def _as_text(tree: QTreeWidget) -> str:
    """A table with tabs, as a spreadsheet takes it."""
    head = tree.headerItem()
    rows = [head, *(tree.topLevelItem(i) for i in range(tree.topLevelItemCount()))]
    return "\n".join("\t".join(r.text(c) for c in range(tree.columnCount())) for r in rows if r is not None)


class _LabelDelegate(QStyledItemDelegate):
    """A label's name behind its mark."""

    def __init__(self, schema: Schema, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._schema, self._theme = schema, theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Room for the mark and the whole name."""
        width = option.fontMetrics.horizontalAdvance(self._shown(index.data(_LABEL)))
        return QSize(width + 48, super().sizeHint(option, index).height() + 2)

    def _shown(self, name: str) -> str:
        label = self._schema.by_name.get(name)
        return f"{label.title}  {name}" if label and label.title else name

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the mark, then the name."""
        name = index.data(_LABEL)
        label: LabelType | None = self._schema.by_name.get(name)
        box = QRectF(option.rect)
        mark = QRectF(box.left() + 8, box.center().y() - 6, 16, 13)
        draw_swatch(
            painter, mark, self._theme.ink(self._schema, name), label.layer if label else Layer.ENTITY, self._theme
        )
        painter.setPen(self._theme.text if label else self._theme.bad)
        painter.drawText(box.adjusted(32, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self._shown(name))


class _BarDelegate(QStyledItemDelegate):
    """A number with a bar that says how it compares."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the bar from the left, the number at the right."""
        theme, box = self._theme, QRectF(option.rect).adjusted(6, 0, -10, 0)
        room = max(0.0, box.width() - 54)
        bar = QRectF(box.left(), box.center().y() - 4, room * (index.data(_SHARE) or 0.0), 8)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(blend(theme.accent, theme.page, 0.55))
        painter.drawRoundedRect(bar, 2, 2)
        number = index.data()
        painter.setPen(theme.muted if number == "0" else theme.text)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, number)
        painter.restore()
