"""What is known of an article: shown, checked while typing, changed in one step."""

from msgspec.structs import replace
from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import (
    QFormLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from dateline.editing.article_columns import ColumnRefused, is_for_people, with_columns
from dateline.editing.articles import set_properties
from dateline.editing.newer_versions import with_newer_named
from dateline.editing.redating import Redating, redating_as
from dateline.exchange.published import normalised_published
from dateline.gui.dialogs.column_table import ColumnTable
from dateline.gui.dialogs.frame import Dialog, framed, muted, plural
from dateline.gui.later import Later
from dateline.gui.session import Session
from dateline.gui.widgets.wording import sentence, why
from dateline.model.article import NEWER, Article

_ROWS = 10  # of the dates that change, shown without scrolling where the screen has room
_WAIT_MS = 150  # after the last letter: of an article with very many dates, reading all takes a moment
_REST = 420  # pixels of the dialog about them and the columns, and of what stands about the dialog


class PropertiesDialog(Dialog):
    """Shows the open article's facts; a new date of publication lists the dates that change with it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Properties of the article"))
        self.setMinimumWidth(560)
        assert session.page is not None  # noqa: S101 - Files opens it only then
        assert session.project is not None  # noqa: S101
        self._session, self._page, self._project = session, session.page, session.project
        article = self._page.article
        names = ("title", "published", "source", "url", "language")
        self.fields = {name: QLineEdit(getattr(article, name)) for name in names}
        self.fields["published"].setPlaceholderText(self.tr("2018-04-19, or 2018-04-19T14:30"))
        self.note = QPlainTextEdit(article.note)
        self.note.setTabChangesFocus(True)
        self.note.setToolTip(self.tr("Of the article, for everybody; a note of your own is written in the inspector"))
        self.note.setFixedHeight(4 * self.note.fontMetrics().lineSpacing() + 14)
        self._shown = {name: field.text() for name, field in self.fields.items()}  # as a field has it that shows it
        self._shown_note = self.note.toPlainText()
        self.columns = ColumnTable(self._project)
        self.columns.show_columns(article.meta)
        self.caption = QLabel()
        self.dates = QTreeWidget()
        self.dates.setRootIsDecorated(False)
        self.dates.setHeaderLabels([self.tr("Words"), self.tr("Now"), self.tr("Then"), self.tr("Annotator")])
        self.dates.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.dates.setUniformRowHeights(True)
        framed(self.dates)
        self._lay_out(article)
        self.add_button(self.tr("Cancel"), self.reject)
        self.apply = self.add_button(self.tr("Apply"), self._apply, default=True)
        self.dates_later = Later(self, self._look_at_dates, _WAIT_MS)
        self.finished.connect(self.dates_later.stop)
        session.closing.connect(self.dates_later.stop)
        for name in ("published", "language"):
            self.fields[name].textChanged.connect(self._look)
        self.columns.changed.connect(self._look)
        self.fields["published"].editingFinished.connect(self._tidy)
        self._look()
        writable = not (self._project.readonly or session.locked)
        for field in self.fields.values():
            field.setReadOnly(not writable)
        self.note.setReadOnly(not writable)
        self.columns.set_readonly(not writable)
        self.apply.setVisible(writable)

    def _lay_out(self, article: Article) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(9)
        for name, text in {
            "title": self.tr("&Title"),
            "published": self.tr("&Published"),
            "source": self.tr("&Source"),
            "url": self.tr("&Address"),
            "language": self.tr("&Language"),
        }.items():
            form.addRow(text, self.fields[name])
        form.addRow(self.tr("&Note"), self.note)
        form.addRow(self.columns)
        facts = [article.origin, self.tr("{} characters").format(f"{len(article.text):n}")]
        meta = with_newer_named(article.meta, self._project.articles.find)
        if newer := meta.pop(NEWER, ""):
            facts.append(self.tr("newer version: {}").format(newer))
        facts += [f"{key}: {value}" for key, value in meta.items() if value and not is_for_people(key)]
        form.addRow("", muted(" · ".join(f for f in facts if f)))
        self.body.addLayout(form)
        self.body.addWidget(self.caption)
        self.body.addWidget(self.dates)
        self.body.addStretch()

    def changed_article(self) -> Article:
        """Return the article as it would be, what nobody touched as it is.

        Raises ColumnRefused, and ValueError for a date that is none.
        """
        typed = {name: field.text().strip() for name, field in self.fields.items() if field.text() != self._shown[name]}
        if "published" in typed:
            typed["published"] = normalised_published(typed["published"])
        if (note := self.note.toPlainText()) != self._shown_note:
            typed["note"] = note.strip()
        article = self._page.article
        return replace(article, **typed, meta=with_columns(article.meta, self.columns.column_rows()))

    def _look(self) -> None:
        try:
            article = self.changed_article()
        except ColumnRefused as error:
            self._refuse(sentence(error.wording))
            return
        except ValueError as error:
            self._refuse(self.tr("Published: {}.").format(why(error)))
            return
        self.say_problem("")
        self.apply.setEnabled(True)
        if self._moved(article):
            self.dates_later.start()
        else:
            self.dates_later.stop()
            self._list_dates(None)

    def _refuse(self, why: str) -> None:
        self.say_problem(why)
        self.apply.setEnabled(False)
        self.dates_later.stop()
        self._list_dates(None)

    def _moved(self, article: Article) -> bool:
        old = self._page.article
        return (article.published, article.language) != (old.published, old.language)

    def _look_at_dates(self) -> None:
        self._list_dates(redating_as(self._project, self._page.article, self.changed_article()))

    def _list_dates(self, wished: Redating | None) -> None:
        """Show what is counted anew, whoever annotated it, and say what stays; None: nothing is."""
        found = wished.dates if wished else ()
        self.dates.clear()
        for date in found:
            row = [date.text, *(value or "—" for value in date.shown), date.annotator]
            self.dates.addTopLevelItem(QTreeWidgetItem(row))
        self.dates.setColumnHidden(3, len({date.annotator for date in found}) < 2)
        if found:
            rest = _REST + self.columns.sizeHint().height()
            fitting = max(3, (self.screen().availableGeometry().height() - rest) // self.dates.sizeHintForRow(0))
            rows = min(len(found), _ROWS, fitting) * self.dates.sizeHintForRow(0)
            self.dates.setFixedHeight(self.dates.header().sizeHint().height() + rows + 2 * self.dates.frameWidth() + 2)
        self.caption.setText(self._caption(len(found), wished.by_hand if wished else 0))
        self.caption.setVisible(wished is not None)
        self.dates.setVisible(bool(found))

    def _caption(self, changed: int, by_hand: int) -> str:
        stays = plural(
            by_hand, self.tr("1 date set by hand stays"), self.tr("{} dates set by hand stay") if by_hand else ""
        )
        if not changed:
            said = self.tr("No date found by rule changes with it")
        else:
            one, many = (
                self.tr("1 date found by rule changes with it"),
                self.tr("{} dates found by rule change with it"),
            )
            said = plural(changed, one, many)
        return "; ".join(filter(None, (said, stays))) + (":" if changed else ".")

    def _tidy(self) -> None:
        """Show a date that was understood the way it is kept."""
        field = self.fields["published"]
        if field.text() == self._shown["published"]:
            return
        try:
            normal = normalised_published(field.text())
        except ValueError:
            return
        with QSignalBlocker(field):
            field.setText(normal)

    def _apply(self) -> None:
        article = self.changed_article()
        done = self._session.do(lambda: set_properties(self._project, self._page, article), "properties", say=True)
        if done is not None:
            self.accept()
