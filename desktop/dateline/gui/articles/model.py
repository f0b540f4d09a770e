"""The articles as a Qt list: what each row says, and which rows are shown."""

from collections.abc import Sequence
from itertools import islice
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from dateline.gui.articles.order import Order, in_order
from dateline.gui.date_words import shown_published
from dateline.model.article import State
from dateline.model.text import fold
from dateline.store.articles import ArticleSummary

SUMMARY = int(Qt.ItemDataRole.UserRole)
COUNT = SUMMARY + 1
_AT_ONCE = 300  # articles, some milliseconds of work
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


def state_name(state: State) -> str:
    """Return a state in the person's language."""
    names = {
        State.NEW: QCoreApplication.translate("ArticleList", "new"),
        State.STARTED: QCoreApplication.translate("ArticleList", "started"),
        State.DONE: QCoreApplication.translate("ArticleList", "done"),
        State.SKIPPED: QCoreApplication.translate("ArticleList", "skipped"),
    }
    return names[state]


class ArticleList(QAbstractListModel):
    """All articles of the project, in list order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ArticleSummary] = []
        self._row_of: dict[str, int] = {}
        self._counts: dict[str, int] = {}
        self._sought: dict[str, str] = {}  # by article: what is looked through for words, folded once
        self._order = Order.IMPORT

    def set_articles(self, rows: Sequence[ArticleSummary], counts: dict[str, int]) -> None:
        """Show these articles; `counts` are the annotations of each."""
        self.beginResetModel()
        self._take(in_order(rows, self._order))
        self._counts, self._sought = counts, {}
        self.endResetModel()

    def set_order(self, order: Order) -> None:
        """Sort the articles otherwise."""
        self._order = order
        self._sort()

    def _take(self, rows: list[ArticleSummary]) -> None:
        self._rows = rows
        self._row_of = {r.id: i for i, r in enumerate(rows)}

    def _sort(self) -> None:
        """Bring the rows into order; what is selected goes with its row."""
        rows = in_order(self._rows, self._order)
        if rows == self._rows:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        ids = [self._rows[index.row()].id for index in before]
        self._take(rows)
        self.changePersistentIndexList(before, [self.index(self._row_of[i]) for i in ids])
        self.layoutChanged.emit()

    def set_counts(self, counts: dict[str, int]) -> None:
        """Take note of the annotations of each article."""
        self._counts = counts
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1), [COUNT])

    def update_article(self, summary: ArticleSummary, count: int) -> None:
        """Replace one row."""
        row = self._row_of.get(summary.id)
        if row is not None:
            moved = self._order.parts(summary, self._rows[row])
            self._rows[row] = summary
            self._sought.pop(summary.id, None)
            self._counts[summary.id] = count
            self.dataChanged.emit(self.index(row), self.index(row))
            if moved:  # not at every tag: sorting thousands of rows would be felt
                self._sort()

    def summaries(self) -> Sequence[ArticleSummary]:
        """Return all articles, in list order."""
        return self._rows

    def sought_of(self, summary: ArticleSummary) -> str:
        """Return the name, source and date of an article, folded."""
        text = self._sought.get(summary.id)
        if text is None:
            text = self._sought[summary.id] = fold(f"{summary.name} {summary.source} {summary.published}")
        return text

    def get_ready(self) -> bool:
        """Fold what is looked through of some more articles; False where all is ready."""
        for row in islice((r for r in self._rows if r.id not in self._sought), _AT_ONCE):
            self.sought_of(row)
        return len(self._sought) < len(self._rows)

    def row_of(self, article_id: str) -> int | None:
        """Return the row an article stands in."""
        return self._row_of.get(article_id)

    def tally(self) -> dict[State, int]:
        """Return how many articles are in each state."""
        tally = dict.fromkeys(State, 0)
        for row in self._rows:
            tally[row.state] += 1
        return tally

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Return the number of articles."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a row says; screen readers get name, date and state in one line."""
        row = self._rows[index.row()]
        if role == SUMMARY:
            return row
        if role == COUNT:
            return self._counts.get(row.id, 0)
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            known = [p for p in (row.name, row.published or _no_date(), row.source, state_name(row.state)) if p]
            return " · ".join(known)
        return None


def facts_of(row: ArticleSummary) -> str:
    """Return what stands below a title: when and where it was published, quietly also that the date is missing."""
    when = shown_published(row.published) or _no_date()
    return " · ".join(f for f in (when, row.source or ("" if row.published else row.language)) if f)


def _no_date() -> str:
    return QCoreApplication.translate("ArticleList", "no date")


class ArticleFilter(QSortFilterProxyModel):
    """Shows the articles in some states, whose name, source or date holds some words, and that lie in a range.

    Which rows fit is found out for all of them at once, since Qt asks for each of ten thousand at every key.
    """

    def __init__(self, articles: ArticleList, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._articles = articles
        self._words: list[str] = []
        self._states: frozenset[State] = frozenset()
        self._only: frozenset[str] | None = None
        self._fit: list[bool] | None = None  # by row; None: to be found out
        for arranged in (articles.modelReset, articles.layoutChanged):
            arranged.connect(self._forget)
        articles.dataChanged.connect(self._changed)
        self.setSourceModel(articles)  # asks only when we have heard of a change

    def set_words(self, text: str) -> None:
        """Show what holds all of these words, without case and diacritics."""
        self._words = fold(text).split()
        self._anew()

    def set_states(self, states: frozenset[State]) -> None:
        """Show these states (none: all)."""
        self._states = states
        self._anew()

    def set_only(self, ids: frozenset[str] | None) -> None:
        """Show only these articles (None: all)."""
        self._only = ids
        self._anew()

    def _anew(self) -> None:
        self._forget()
        self.invalidate()

    def _forget(self) -> None:
        self._fit = None

    def _changed(self, first: QModelIndex, last: QModelIndex, roles: Sequence[int]) -> None:
        if self._fit is not None and list(roles) != [COUNT]:
            rows = self._articles.summaries()
            for row in range(first.row(), last.row() + 1):
                self._fit[row] = self._fits(rows[row])

    def filterAcceptsRow(self, source_row: int, _parent: _Index) -> bool:
        """Say whether a row is shown."""
        if self._fit is None:
            self._fit = self._all_that_fit()
        return self._fit[source_row]

    def _all_that_fit(self) -> list[bool]:
        rows = self._articles.summaries()
        if self._only is not None or self._states:
            return [self._fits(row) for row in rows]
        texts = [self._articles.sought_of(row) for row in rows] if self._words else []
        if len(self._words) == 1:
            return [self._words[0] in text for text in texts]
        return [all(word in text for word in self._words) for text in texts] if texts else [True] * len(rows)

    def _fits(self, row: ArticleSummary) -> bool:
        if self._only is not None and row.id not in self._only:
            return False
        if self._states and row.state not in self._states:
            return False
        if not self._words:
            return True
        sought = self._articles.sought_of(row)
        return all(word in sought for word in self._words)
