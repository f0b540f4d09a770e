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

from dateline.editing.articles import set_properties
from dateline.editing.times import reresolved
from dateline.exchange.published import normalised_published
from dateline.gui.dialogs.frame import Dialog, framed, muted, plural
from dateline.gui.session import Session
from dateline.model.annotation import TimeValue
from dateline.model.article import Article


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
        self.note.setFixedHeight(4 * self.note.fontMetrics().lineSpacing() + 14)
        self.caption = QLabel()
        self.dates = QTreeWidget()
        self.dates.setRootIsDecorated(False)
        self.dates.setHeaderLabels([self.tr("Words"), self.tr("Now"), self.tr("Then")])
        self.dates.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.dates.setFixedHeight(150)
        framed(self.dates)
        self._lay_out(article)
        self.add_button(self.tr("Cancel"), self.reject)
        self.apply = self.add_button(self.tr("Apply"), self._apply, default=True)
        self.fields["published"].textChanged.connect(self._look)
        self.fields["published"].editingFinished.connect(self._tidy)
        self._look()
        writable = not (self._project.readonly or session.locked)
        for field in self.fields.values():
            field.setReadOnly(not writable)
        self.note.setReadOnly(not writable)
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
        facts = [article.origin, self.tr("{} characters").format(f"{len(article.text):n}")]
        facts += [f"{key}: {value}" for key, value in article.meta.items() if value]
        form.addRow("", muted(" · ".join(f for f in facts if f)))
        self.body.addLayout(form)
        self.body.addWidget(self.caption)
        self.body.addWidget(self.dates)
        self.body.addStretch()

    def changed_article(self) -> Article:
        """Return the article as it would be; raises ValueError for a date that is none."""
        return replace(
            self._page.article,
            title=self._typed("title"),
            published=normalised_published(self._typed("published")),
            source=self._typed("source"),
            url=self._typed("url"),
            language=self._typed("language"),
            note=self.note.toPlainText().strip(),
        )

    def _typed(self, name: str) -> str:
        return self.fields[name].text().strip()

    def _look(self) -> None:
        try:
            article = self.changed_article()
        except ValueError as error:
            self.say_problem(self.tr("Published: {}.").format(error))
            self.apply.setEnabled(False)
            self._list_dates([])
            return
        self.say_problem("")
        self.apply.setEnabled(True)
        moved = article.published != self._page.article.published
        self._list_dates(reresolved(self._page, article) if moved else [])

    def _list_dates(self, pairs: list[tuple[TimeValue, TimeValue]]) -> None:
        self.dates.clear()
        for before, after in pairs:
            words = " ".join(self._page.mentions[before.id].text_of(self._page.text).split())
            self.dates.addTopLevelItem(QTreeWidgetItem([words, before.value or "—", after.value or "—"]))
        self.caption.setText(
            plural(
                len(pairs),
                self.tr("1 date found by rule changes with it; dates set by hand stay:"),
                self.tr("{} dates found by rule change with it; dates set by hand stay:"),
            )
        )
        self.caption.setVisible(bool(pairs))
        self.dates.setVisible(bool(pairs))

    def _tidy(self) -> None:
        """Show a date that was understood the way it is kept."""
        field = self.fields["published"]
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
